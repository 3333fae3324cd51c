/** A brief, read as Devin would: what it asks for, and the facts, the evidence and the skeleton in its data. */
import { z } from "zod";

const factsSchema = z.object({
  created: z.string().nullable(),
  resolved: z.string().nullable(),
  duration: z.string().nullable(),
  incident: z.string(),
  url: z.string().nullable(),
});
const evidenceSchema = z.object({
  changes: z.array(
    z.object({
      when: z.string(),
      details: z.string().nullish(),
      links: z.array(z.object({ href: z.string() })).default([]),
    }),
  ),
});

/** What one message tells; null where it does not say. */
export type Task = {
  path: string | null;
  branch: string | null;
  title: string | null;
  data: Data | null;
};

/** `skeleton` is empty where nothing is to be written yet. */
export type Data = {
  facts: z.output<typeof factsSchema>;
  changes: z.output<typeof evidenceSchema>["changes"];
  skeleton: string;
};

/** Reads the prompt, or a message after it; throws when its data block is there more than once, or is torn. */
export function readBrief(message: string): Task {
  const [, boundary = "incident-data"] = /^<(incident-data-[0-9a-f]+)>$/m.exec(message) ?? [];
  const [before = "", block, ...more] = message.split(`<${boundary}>\n`);
  const line = (name: string) => new RegExp(`^- ${name}: \`([^\`]+)\``, "m").exec(before)?.[1] ?? null;
  const asked = { path: line("File"), branch: line("Branch"), title: line("Pull request title") };
  if (block === undefined) return { ...asked, data: null };
  const [inside = "", after, ...others] = block.split(`\n</${boundary}>`);
  const [, facts, evidence = "", skeleton = ""] = DATA.exec(inside) ?? [];
  if (more.length > 0 || after === undefined || others.length > 0 || facts === undefined)
    throw new Error("The brief has not exactly one whole data block.");
  return {
    ...asked,
    data: {
      facts: factsSchema.parse(JSON.parse(facts)),
      changes: evidenceSchema.parse(JSON.parse(evidence)).changes,
      skeleton,
    },
  };
}

// Facts and evidence are JSON, in which no line can be one of these headings.
const DATA =
  /^Facts:\n(.*?)\nEvidence from PagerDuty:\n(.*?)(?:\nNew since [^\n]*\n.*?)?(?:\nSkeleton:\n(.*))?$/s;
