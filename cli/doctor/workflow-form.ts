/** The form of a workflow file, as far as the doctor reads it. */

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
export const fileSchema = z.object({
  on: z.unknown().optional(),
  jobs: z.record(z.string(), jobSchema),
  concurrency: z.unknown().optional(),
  permissions: permissionsSchema,
});

export type Workflow = z.infer<typeof fileSchema>;

/** Reads one that is known to be a workflow; undefined where it is none. */
export function readWorkflow(text: string): Workflow | undefined {
  const yaml = parseYaml(text);
  return "value" in yaml ? fileSchema.safeParse(yaml.value).data : undefined;
}

export type Problem = { level: "warn" | "fail"; says: string; remedy: string };

export function failure(says: string, remedy: string): Problem {
  return { level: "fail", says, remedy };
}

export function warning(says: string, remedy: string): Problem {
  return { level: "warn", says, remedy };
}
