/** Proof that a webhook came from PagerDuty: its signature, and the shared secret of a custom header. */

import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether any `v1` signature in an X-PagerDuty-Signature header is the HMAC-SHA256 of these exact bytes under any
 * of the secrets. PagerDuty sends several signatures while a secret rotates; other versions are passed over.
 * @see https://developer.pagerduty.com/docs/verifying-webhook-signatures
 */
export function verifySignature(secrets: string[], body: Uint8Array, header: string | null): boolean {
  const signatures = (header ?? "")
    .split(",")
    .flatMap((part) => /^\s*v1=([0-9a-f]{64})\s*$/i.exec(part)?.[1] ?? [])
    .map((hex) => Buffer.from(hex, "hex"));
  return secrets.some((secret) => {
    const expected = hmac(secret, body);
    return signatures.some((signature) => timingSafeEqual(signature, expected));
  });
}

/** The value of X-PagerDuty-Signature for these bytes: one signature for each secret. */
export function signWebhook(body: Uint8Array, secrets: string[]): string {
  return secrets.map((secret) => `v1=${hmac(secret, body).toString("hex")}`).join(",");
}

/** Whether an X-Webhook-Secret header is any of the secrets, compared in a time that does not tell how nearly. */
export function verifySharedSecret(secrets: string[], header: string | null): boolean {
  if (header === null) return false;
  // Header values arrive with each byte as one character.
  const given = digest(Buffer.from(header, "latin1"));
  return secrets.some((secret) => timingSafeEqual(digest(Buffer.from(secret)), given));
}

function hmac(secret: string, body: Uint8Array): Buffer {
  return createHmac("sha256", secret).update(body).digest();
}

function digest(value: Buffer): Buffer {
  return createHash("sha256").update(value).digest();
}
