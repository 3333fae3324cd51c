/** One webhook, posted to an endpoint as PagerDuty posts it. */

import { randomUUID } from "node:crypto";
import type { Fetch } from "../src/lib/http.ts";
import { toSingleLine } from "../src/lib/text.ts";
import { signWebhook } from "../src/pagerduty/signature.ts";
import { TIMEOUT_MS } from "./http-probe.ts";
import type { WebhookSecrets } from "./variables.ts";

export type Delivered =
  | { status: number; body: string; location: string | null }
  | { status: null; why: string };

const LONGEST_BODY = 2_000;

/** Posts these bytes and waits ten seconds at most. A redirect is not followed: it would lead elsewhere. */
export async function deliver(
  fetch: Fetch,
  url: string,
  body: Uint8Array,
  secrets: WebhookSecrets,
): Promise<Delivered> {
  const { signingSecrets, sharedSecrets } = secrets;
  const [shared] = sharedSecrets;
  try {
    const response = await fetch(url, {
      method: "POST",
      body: new Uint8Array(body),
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        "user-agent": "PagerDuty-Webhook/V3.0",
        "x-webhook-id": randomUUID(),
        ...(signingSecrets.length > 0 ? { "x-pagerduty-signature": signWebhook(body, signingSecrets) } : {}),
        ...(shared === undefined ? {} : { "x-webhook-secret": headerOf(shared) }),
      },
    });
    const location = response.headers.get("location");
    return {
      status: response.status,
      body: shownOf(await response.text(), secrets),
      location: location === null ? null : shownOf(location, secrets),
    };
  } catch (error) {
    return { status: null, why: reasonOf(error) };
  }
}

/** The endpoint may be somebody else's, and may send back what it was sent. */
function shownOf(text: string, { signingSecrets, sharedSecrets }: WebhookSecrets): string {
  const withoutSecrets = [...signingSecrets, ...sharedSecrets].reduce(
    (words, secret) => words.replaceAll(secret, "***"),
    text,
  );
  return toSingleLine(withoutSecrets, LONGEST_BODY);
}

/** Each byte as one character, the only form in which fetch takes a header that is not ASCII. */
function headerOf(secret: string): string {
  return Buffer.from(secret).toString("latin1");
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return `no answer within ${TIMEOUT_MS} ms`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return `no answer (${code || "the connection broke"})`;
}
