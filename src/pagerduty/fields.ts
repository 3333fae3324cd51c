/** The kinds of fields in PagerDuty's answers, each read loosely and within a bound. */

import { z } from "zod";
import { fitting } from "../lib/fitting.ts";
import { cutTo } from "../lib/text.ts";
import { readInstant } from "./time.ts";

// The bounds on strangers' words, in UTF-16 units: PagerDuty's own on a summary, and enough to read of the rest.
const LONGEST_NAME = 200;
const LONGEST_SUMMARY = 1_024;
const LONGEST_LOGGED = 500;
const LONGEST_TEXT = 10_000;
const MOST_LINKS = 20;

const words = (longest: number) =>
  z
    .string()
    .transform((text) => (text.trim() === "" ? null : cutTo(text, longest)))
    .nullable()
    .catch(null);

export const name = words(LONGEST_NAME);
export const summary = words(LONGEST_SUMMARY);
/** Words in an entry of the log. */
export const logged = words(LONGEST_LOGGED);
export const text = words(LONGEST_TEXT);

/** An instant in epoch milliseconds; null where it cannot be read. */
export const time = z.unknown().optional().transform(readInstant);

/** Who did something: a person, an integration or a service. */
export const agent = z.object({ type: name, summary: name }).nullable().catch(null);

export type Agent = z.infer<typeof agent>;

/** Whether an agent is a person. */
export function isPerson(who: Agent): boolean {
  return who?.type?.replace(/_reference$/, "") === "user";
}

export const anything = z.unknown().optional();

/** Arbitrary JSON as text. What is nested too deeply for JSON.stringify's stack is left out. */
export const details = anything.transform((value): string | null => {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return cutTo(value, LONGEST_TEXT);
  try {
    return cutTo(JSON.stringify(value), LONGEST_TEXT);
  } catch {
    return null;
  }
});

export const links = fitting(z.object({ href: z.string().min(1).max(2_048), text: summary })).transform(
  (all) => all.slice(0, MOST_LINKS),
);
