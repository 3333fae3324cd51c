/** PagerDuty's sender of V3 webhooks. */
import { signWebhook } from "../../src/pagerduty/signature.ts";

/** Posts a V3 webhook as PagerDuty does; `deliveryId` stays the same when a delivery is repeated. */
export function deliver(delivery: {
  url: string;
  body: Uint8Array;
  secrets?: string[];
  headers?: Record<string, string>;
  deliveryId: string;
}): Promise<Response> {
  const { url, body, secrets = [], deliveryId } = delivery;
  return fetch(url, {
    method: "POST",
    body: new Uint8Array(body),
    redirect: "manual",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "user-agent": "PagerDuty-Webhook/V3.0",
      "x-webhook-id": deliveryId,
      "x-webhook-subscription": "PBRIDGE",
      ...(secrets.length > 0 ? { "x-pagerduty-signature": signWebhook(body, secrets) } : {}),
      ...delivery.headers,
    },
  });
}
