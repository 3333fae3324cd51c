/** A brief, read as Devin would: what it asks for, and the facts and the skeleton in its data. */
import { z } from "zod";

const factsSchema = z.object({
  created: z.string().nullable(),
  resolved: z.string().nullable(),
  duration: z.string().nullable(),
  incident: z.string(),
  service: z.string().nullable().default(null),
  url: z.string().nullable(),
});
/** What one message tells; null where it does not say. */
export type Task = {
  path: string | null;
  branch: string | null;
  data: Data | null;
};

/** `skeleton` is empty where nothing is to be written yet. */
export type Data = {
  facts: z.output<typeof factsSchema>;
  skeleton: string;
};

/** Reads the prompt, or a message after it; throws when its data block is there more than once, or is torn. */
export function readBrief(message: string): Task {
  const [, boundary = "incident-data"] = /^<(incident-data-[0-9a-f]+)>$/m.exec(message) ?? [];
  const [before = "", block, ...more] = message.split(`<${boundary}>\n`);
  const line = (name: string) => new RegExp(`^- ${name}: \`([^\`]+)\``, "m").exec(before)?.[1] ?? null;
  const asked = { path: line("File"), branch: line("Branch") };
  if (block === undefined) return { ...asked, data: null };
  const [inside = "", after, ...others] = block.split(`\n</${boundary}>`);
  const [, facts, skeleton = ""] = DATA.exec(inside) ?? [];
  if (more.length > 0 || after === undefined || others.length > 0 || facts === undefined)
    throw new Error("The brief has not exactly one whole data block.");
  return {
    ...asked,
    data: {
      facts: factsSchema.parse(JSON.parse(facts)),
      skeleton,
    },
  };
}

// Facts and evidence are JSON, in which no line can be one of these headings.
const DATA =
  /^Facts:\n(.*?)\nEvidence from PagerDuty:\n.*?(?:\nNew since [^\n]*\n.*?)?(?:\nSkeleton:\n(.*))?$/s;
