/** The parts of the configuration that one rule may have otherwise. */

import { z } from "zod";
import { repositoryPattern } from "../incident/patterns.ts";
import { nameKey } from "../lib/names.ts";
import { quotedText } from "../lib/quotes.ts";

/** A name or a sentence. */
export const words = z
  .string()
  .trim()
  .max(500, "is longer than 500 characters")
  .refine((text) => nameKey(text) !== "", { error: "is empty; it takes text" });

/** The rest of the sentence where a text came with its quotation marks; null where it did not. */
export function marksProblem(meant: string | null): string | null {
  return (
    meant && `holds quotation marks, which would have to stand in the name; write ${JSON.stringify(meant)}`
  );
}

/** An id or a word that another program knows, which quotation marks are no part of. */
export const term = words.refine((text) => quotedText(text) === null, {
  error: ({ input }) => String(marksProblem(quotedText(String(input)))),
});

// A checkout keeps the job's token in .git/config, so nothing there may be read into a prompt.
const PART = String.raw`(?!\.{1,2}(?:/|$)|\.[gG][iI][tT](?:/|$))[\w.-]+`;

/** A folder inside the repository. */
export const folder = z
  .string()
  .max(500, "is longer than 500 characters")
  .regex(
    new RegExp(`^${PART}(?:/${PART})*/*$`),
    "is not a folder inside the repository, such as docs/postmortems, in letters from a to z, figures, dots and dashes",
  );

/** A file inside the repository. */
export const file = z
  .string()
  .max(500, "is longer than 500 characters")
  .regex(
    new RegExp(`^${PART}(?:/${PART})*$`),
    "is not a file inside the repository, such as .github/postmortem-template.md, in letters from a to z, figures, dots and dashes",
  );

// By these tags sessions are found and counted: a wrong one would hand an incident's session to another incident.
const OWN_TAG =
  /^(?:(?:incident|event|asked|service):|(?:pagerduty-postmortem|by-hand|deferred|nudged|needs-somebody)$)/i;
const OWN =
  "is one of this project's own tags (incident:…, event:…, service:…, by-hand, deferred and the like)";

// Devin keeps fifty tags of a session: a few say what it is for, and each event adds one.
const MAX_TAGS = 20;

/** What a Devin session is started with. */
export const devinOptionsSchema = z
  .strictObject({
    "playbook-id": term.describe("A playbook for the session."),
    "knowledge-ids": z.array(term).describe("Knowledge notes for the session; [] for none."),
    "secret-ids": z.array(term).describe("Secrets of your Devin organization; [] for none."),
    repos: z
      .array(z.string().regex(repositoryPattern, "is not owner/name"))
      .describe("Repositories beside the docs repository, as owner/name."),
    tags: z
      .array(
        term
          .refine((tag) => !OWN_TAG.test(tag), { error: OWN })
          .refine((tag) => !/[<>\p{Cc}]/u.test(tag), { error: "holds <, > or a line break; leave it out" }),
      )
      .max(MAX_TAGS, `has more than ${MAX_TAGS} items`)
      .describe("Tags beside the project's own."),
    mode: term.describe("Devin's mode, such as normal."),
    "max-acu-limit": z
      .int("is not a whole number")
      .positive("is not above 0")
      .describe("What one session may spend."),
    "bypass-approval": z
      .boolean("is not true or false")
      .describe("Lets Devin use tools without asking; needs UseDevinExpert."),
    "create-as-user-id": term.describe("The person in whose name; needs ImpersonateOrgSessions."),
  })
  .partial();
