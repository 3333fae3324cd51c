/** The form of a workflow file, as far as the doctor reads it. */

import { parse } from "yaml";
import { z } from "zod";
import { parseYaml } from "../../src/settings/yaml.ts";

const stepSchema = z
  .object({
    uses: z.string().optional().catch(undefined),
    with: z.record(z.string(), z.unknown()).catch({}),
    "continue-on-error": z.unknown().optional(),
  })
  .catch({ with: {} });
/** What a job may, by name; null where nothing is said, or in one word for all. */
const permissionsSchema = z.record(z.string(), z.string()).nullable().catch(null);
const jobSchema = z
  .object({
    if: z.string().catch(""),
    concurrency: z.unknown().optional(),
    permissions: permissionsSchema,
    steps: z.array(stepSchema).catch([]),
    "continue-on-error": z.unknown().optional(),
  })
  .catch({ if: "", concurrency: undefined, permissions: null, steps: [] });
const fileSchema = z.object({
  on: z.unknown().optional(),
  jobs: z.record(z.string(), jobSchema),
  concurrency: z.unknown().optional(),
  permissions: permissionsSchema,
});

export type Workflow = z.infer<typeof fileSchema>;

/** Reads a workflow, or says why the text is none, as the rest of a sentence about its file. */
export function readWorkflow(
  text: string,
): { workflow: Workflow } | { problem: { line: number | null; text: string } } {
  const yaml = parseYaml(text);
  if ("problem" in yaml) return yaml;
  const workflow = fileSchema.safeParse(yaml.value).data;
  return workflow ? { workflow } : { problem: { line: null, text: "is no workflow: it needs on and jobs" } };
}

/** Reads the one that this version ships. */
export function readExample(text: string): Workflow {
  return fileSchema.parse(parse(text));
}

export type Problem = { level: "warn" | "fail"; says: string; remedy: string };

export function failure(says: string, remedy: string): Problem {
  return { level: "fail", says, remedy };
}

export function warning(says: string, remedy: string): Problem {
  return { level: "warn", says, remedy };
}
