import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { readPrivateKey } from "../../src/function/private-key.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
// GitHub issues PKCS#1.
const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
const pkcs8 = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

test.for([
  ["as GitHub gives it", pem],
  ["with CRLF", pem.replaceAll("\n", "\r\n")],
  ["without its last newline", pem.trimEnd()],
  ["with \\n in place of newlines", pem.replaceAll("\n", "\\n")],
  ["with \\r\\n in place of newlines", pem.replaceAll("\n", "\\r\\n")],
  ["as a JSON string", JSON.stringify(pem)],
  ["in single quotes", `'${pem}'`],
  ["with spaces in place of newlines", pem.replaceAll("\n", " ")],
  ["without any newline", pem.replaceAll("\n", "")],
  ["in base64", Buffer.from(pem).toString("base64")],
  ["in base64 with line breaks", Buffer.from(pem).toString("base64").replace(/.{76}/g, "$&\n")],
  ["in base64 for addresses", Buffer.from(pem).toString("base64url")],
  ["with spaces around it", `\n\t ${pem} \n`],
  ["as PKCS#8", pkcs8],
  ["as PKCS#8 in base64", Buffer.from(pkcs8).toString("base64")],
] as const)("reads a key pasted %s", ([, pasted]) => {
  expect(readPrivateKey(pasted)?.equals(privateKey)).toBe(true);
});

test.for([
  ["nothing", ""],
  ["a word", "secret"],
  ["the fingerprint", "SHA256:Zm9vYmFy"],
  ["the public key", publicKey.export({ type: "spki", format: "pem" }).toString()],
  ["a key cut short", pem.slice(0, pem.length / 2)],
  ["a key with a hole in it", pem.replace(/\n.{64}\n/, "\n")],
  ["a key of two kinds", pem.replace("END RSA PRIVATE", "END PRIVATE")],
  ["an empty key", "-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----"],
  [
    "an elliptic key, which GitHub does not issue",
    generateKeyPairSync("ec", { namedCurve: "P-256" })
      .privateKey.export({ type: "pkcs8", format: "pem" })
      .toString(),
  ],
  [
    "a key under a passphrase",
    privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" }).toString(),
  ],
] as const)("finds no key in %s", ([, pasted]) => {
  expect(readPrivateKey(pasted)).toBeNull();
});
