/** A GitHub App's private key, in any of the forms in which it gets pasted into a setting. */

import { createPrivateKey, type KeyObject } from "node:crypto";

/**
 * Reads an RSA key from PEM with real, escaped or lost newlines, quoted or not, or from base64 of that PEM; null
 * when there is none in it. GitHub issues PKCS#1, which Node reads as well as PKCS#8.
 */
export function readPrivateKey(pasted: string): KeyObject | null {
  const unquoted = pasted.trim().replace(/^(["'])([\s\S]*)\1$/, "$2");
  const pem = unquoted.includes("-----BEGIN") ? unquoted : Buffer.from(unquoted, "base64").toString();
  const [, label = "", content = ""] = /-----BEGIN ([A-Z ]+)-----([\s\S]*)-----END \1-----/.exec(pem) ?? [];
  const lines = content.replace(/\\[rn]|\s/g, "").replace(/(.{64})/g, "$1\n");
  try {
    const key = createPrivateKey(`-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`);
    return key.asymmetricKeyType === "rsa" ? key : null;
  } catch {
    return null;
  }
}
