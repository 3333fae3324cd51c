/** The webhooks that every peer gets: the same bytes, signed, forged, and of an event that nobody asked for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { signWebhook } from "../src/pagerduty/signature.ts";
import { type Delivery, written } from "./load.ts";

const SECRET = "bench-signing-secret-0123456789abcdef";
const FIXTURE = "../test/fixtures/webhooks/incident.resolved.after-reopen.json";

const resolved = readFileSync(join(import.meta.dirname, FIXTURE));
const annotated = Buffer.from(resolved.toString().replace('"incident.resolved"', '"incident.annotated"'));

export const DELIVERIES = {
  signed: delivery(resolved, SECRET, 202),
  forged: delivery(resolved, "another secret", 401),
  unwanted: delivery(annotated, SECRET, 200),
};

/** The environment of every peer; the outgoing service listens at the port. */
export function environmentOf(port: number): Record<string, string> {
  return {
    PAGERDUTY_WEBHOOK_SECRET: SECRET,
    GITHUB_REPOSITORY: "acme/docs",
    GITHUB_TOKEN: "github_pat_of_the_bench",
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
  };
}

function delivery(body: Buffer, secret: string, status: number): Delivery {
  const headers = {
    "content-type": "application/json",
    "x-webhook-id": "b3a7e5e2-1f0c-4d8a-9a51-2f1f6f3f7d10",
    "x-pagerduty-signature": signWebhook(body, [secret]),
  };
  return { bytes: written("/pagerduty-resolved", headers, body), status };
}
