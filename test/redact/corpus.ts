/** The corpus by which the redaction is measured: secrets in the forms that people and machines write, and benign texts. */

import { PATTERNS } from "../../src/redact/patterns.ts";
import { VENDORS } from "../../src/redact/vendors.ts";
import corpus from "./corpus.json" with { type: "json" };
import { fill, pick, type Random, randomOf, signsOf } from "./made.ts";

export type Planted = { kind: string; text: string; secret: string };

/** Texts without a secret, as incidents and postmortems hold them: every one must stay as it is. */
export const BENIGN: string[] = [...corpus.benign, ...PATTERNS.flatMap(({ benign }) => benign)];

/** The secrets, the same for the same seed: each row of the tables whole, cut and in its examples, and the forms above. */
export function makeSecrets(seed: number): Planted[] {
  const random = randomOf(seed);
  const vendors = VENDORS.flatMap(({ kind, beginning, characters, length, shortest }) => {
    const whole = beginning + pickMixed(signsOf(characters), length, random);
    // What is told by its whole length alone cannot be told when cut.
    const cuts = shortest > length / 2 ? [] : [2 / 3, 1 / 2].map((part) => Math.ceil(whole.length * part));
    return [whole, ...cuts.map((size) => whole.slice(0, size))].map((secret) => ({
      kind,
      text: `found ${secret} in the log`,
      secret,
    }));
  });
  const templates: [kind: string, template: string][] = [
    ...PATTERNS.flatMap(({ kind, examples }) => examples.map((one): [string, string] => [kind, one])),
    ...Object.entries(corpus.secrets).flatMap(([kind, texts]) =>
      texts.map((one): [string, string] => [kind, one]),
    ),
  ];
  return [...vendors, ...templates.map(([kind, template]) => plant(kind, template, random))];
}

function pickMixed(signs: string, length: number, random: Random): string {
  for (;;) {
    const made = pick(signs, length, random);
    if (/^[^-_.=+/].{0,10}\d.*[^-_.=+/]$/.test(made)) return made;
  }
}

export function plant(kind: string, template: string, random: Random): Planted {
  const filled = fill(template, random);
  const [, secret = ""] = /«([^»]*)/.exec(filled) ?? [];
  return { kind, text: filled.replace(/[«»]/g, ""), secret };
}

/** Whether nothing of the secret is left: no five signs of it in a row, but for those that stand around it too. */
export function isGone(redacted: string, { text, secret }: Planted): boolean {
  const around = text.replace(secret, "\0");
  const rest = redacted.replace(/\[redacted: [^\]]+\]/g, "\0");
  const size = Math.min(secret.length, 5);
  return Array.from({ length: secret.length - size + 1 }, (_, at) => secret.slice(at, at + size)).every(
    (part) => !rest.includes(part) || around.includes(part),
  );
}
