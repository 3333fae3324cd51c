/** Lists of secrets among the function's environment variables. */

import { itemsOf } from "../incident/patterns.ts";
import { ownerOfKey, pastedProblem } from "../lib/mix-ups.ts";
import { quotedText } from "../lib/quotes.ts";

// A shorter one can be guessed, or is a piece of one that holds a comma.
const SHORTEST_SECRET = 8;
const NOT_SEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
// With what stands around a secret or between two, each delivery would be refused, and PagerDuty drops it. Words are no
// secret of PagerDuty's, but one may try the function with them.
const GENERATED = /[\w+/=-]{16}/;
const FOREIGN = /[^\w+/=.-]/;
const COPIED_WITH_MORE =
  "holds a space or a sign which no signing secret of PagerDuty's has; copy it again, and separate secrets by commas";

export const IN_QUOTES = "is in quotation marks, which are no part of it; set it without them";
const UNSEEN = "holds characters that cannot be seen; type it or copy it again";

/** Turns what was written into a value, and complains of what cannot be meant; no problem repeats what was written. */
export type Reader<Value> = (written: string | undefined, complain: (problem: string) => void) => Value;

/** Values of X-Webhook-Secret, which a person has made up. */
export const sharedSecrets: Reader<string[]> = (written, complain) =>
  readSecrets(written, complain, secretProblem);

/** Signing secrets, which PagerDuty has made: letters, digits and a few signs. */
export const signingSecrets: Reader<string[]> = (written, complain) =>
  readSecrets(written, complain, (part) => {
    const isMore = /[;|]/.test(part) || (GENERATED.test(part) && /\d/.test(part) && FOREIGN.test(part));
    return secretProblem(part) ?? (isMore ? COPIED_WITH_MORE : null);
  });

/** Takes what was written as it is: what nobody sees at an end would be cut off, and PagerDuty may have it. */
function readSecrets(
  written: string | undefined,
  complain: (problem: string) => void,
  problemOf: (part: string) => string | null,
): string[] {
  const parts = itemsOf(written);
  // Were commas alone taken for an empty list, there would be nothing to check and everything would pass.
  if (written !== undefined && parts.length === 0) complain("holds commas but no secret");
  if (isQuotedList(parts)) complain(IN_QUOTES);
  else
    for (const [index, part] of parts.entries()) {
      const problem = problemOf(part);
      if (problem !== null) complain(`${partOf(parts, index)}${problem}`);
    }
  if ((written ?? "").split(",").some(hasUnseenEnd)) complain(UNSEEN);
  return parts;
}

/** Whether something but spaces and line breaks would be cut off, such as a byte order mark. */
function hasUnseenEnd(part: string): boolean {
  return /[^ \t\r\n]/.test(part.replace(part.trim(), ""));
}

/** Whether a list stands in quotes as a whole: it was cut at its commas, and no part of it has both of them. */
export function isQuotedList(parts: string[]): boolean {
  const areQuoted = parts.every((part) => quotedText(part) !== null);
  return parts.length > 1 && quotedText(parts.join(",")) !== null && !areQuoted;
}

function secretProblem(secret: string): string | null {
  if (quotedText(secret) !== null) return IN_QUOTES;
  if (NOT_SEEN.test(secret)) return UNSEEN;
  const key = ownerOfKey(secret);
  if (key?.isOneAlone) return `is a key of ${key.owner}'s; set the webhook's secret`;
  if (secret.length >= SHORTEST_SECRET) return pastedProblem(secret);
  return `has fewer than ${SHORTEST_SECRET} characters; take a longer one, here and in PagerDuty (commas separate secrets)`;
}

/** "number 2 of its list " where there is a list, so that a problem names the part without repeating it. */
export function partOf(parts: string[], index: number): string {
  return parts.length > 1 ? `number ${index + 1} of its list ` : "";
}
