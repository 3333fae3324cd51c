/** A workflow file, read as GitHub reads it. */
import { matchesGlob } from "node:path";
import { parse, parseDocument } from "yaml";
import { z } from "zod";
import { type Contexts, evaluate } from "./expression.ts";

export type WorkflowEvent = {
  name: "repository_dispatch" | "workflow_dispatch" | "schedule" | "pull_request" | "merge_group" | "push";
  /** What the event file holds; the repository and the sender are added where GitHub adds them. */
  payload: Record<string, unknown>;
  actor?: string;
  /** Path of the one workflow that a `workflow_dispatch` starts; of the first that takes it unless told. */
  workflow?: string;
};

/** A workflow file as it stands in the repository. */
export type WorkflowFile = { path: string; text: string };

/** A YAML scalar where GitHub wants a string. */
export const scalarSchema = z
  .union([z.string(), z.number(), z.boolean()])
  .nullable()
  .transform((value) => (value === null ? "" : String(value)));
const pairs = z.record(z.string(), scalarSchema).default({});
const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

// Strict, so that a workflow which needs more than is emulated here fails instead of passing by accident.
const stepSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: scalarSchema.optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: pairs,
  env: pairs,
});
const levelSchema = z.enum(["write", "read", "none"]).optional();
const permissionsSchema = z
  .strictObject({
    contents: levelSchema,
    "pull-requests": levelSchema,
    issues: levelSchema,
    actions: levelSchema,
  })
  .optional();
const jobSchema = z.strictObject({
  name: z.string().optional(),
  if: scalarSchema.optional(),
  "runs-on": z.unknown(),
  permissions: permissionsSchema,
  "timeout-minutes": scalarSchema.default("360"),
  env: pairs,
  steps: z.array(stepSchema).min(1),
});
const inputSchema = z.strictObject({
  description: z.string().optional(),
  type: z.enum(["string", "boolean"]).default("string"),
  default: scalarSchema.optional(),
});
const triggersSchema = z.object({
  repository_dispatch: z.strictObject({ types: list.optional() }).nullish(),
  pull_request: z.strictObject({ types: list.optional(), paths: list.optional() }).nullish(),
  merge_group: z.strictObject({}).nullish(),
  push: z.strictObject({ branches: list.optional() }).nullish(),
  schedule: z.array(z.strictObject({ cron: z.string(), timezone: z.string().optional() })).optional(),
  workflow_dispatch: z.strictObject({ inputs: z.record(z.string(), inputSchema).default({}) }).nullish(),
});
const workflowSchema = z.strictObject({
  name: z.string(),
  "run-name": z.string().default(""),
  on: triggersSchema,
  permissions: permissionsSchema,
  concurrency: z
    .strictObject({
      group: z.string(),
      queue: z.enum(["single", "max"]).default("single"),
      "cancel-in-progress": z.literal(false, "Cancelling a running job is not emulated.").optional(),
    })
    .optional(),
  env: pairs,
  jobs: z.record(z.string(), jobSchema),
});

export type Workflow = z.infer<typeof workflowSchema>;
export type Job = z.infer<typeof jobSchema>;
export type Step = z.infer<typeof stepSchema>;

/** What a `pull_request` event says of its two sides. */
export const pullRequestSchema = z.object({
  action: z.string(),
  pull_request: z.object({
    number: z.number(),
    base: z.object({ ref: z.string(), sha: z.string() }),
    head: z.object({ ref: z.string(), sha: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
  }),
});

// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
const DEFAULT_PULL_REQUEST_TYPES = ["opened", "synchronize", "reopened"];

/** Whether it can be parsed at all. */
export function isYaml(text: string): boolean {
  return parseDocument(text).errors.length === 0;
}

/** Reads a workflow; what this runner does not emulate throws. */
export function readWorkflow(text: string): Workflow {
  return workflowSchema.parse(parse(text));
}

export type Permissions = NonNullable<Workflow["permissions"]>;

/** What a job's own token may do: what its `permissions` name, else the workflow's, else GitHub's default. */
export function permissionsOf({ permissions }: Workflow, job: Job): Permissions {
  return job.permissions ?? permissions ?? { contents: "read" };
}

/** Whether the workflow's `on` takes the event; `changedPaths` compares the two sides of a pull request. */
export function takes(
  { on }: Workflow,
  { name, payload }: WorkflowEvent,
  changedPaths: (base: string, head: string) => string[],
): boolean {
  if (on[name] === undefined) return false;
  if (name === "repository_dispatch") {
    const types = on.repository_dispatch?.types;
    return types === undefined || types.some((type) => type === payload["action"]);
  }
  if (name === "schedule") {
    const fired = payload["schedule"];
    return fired === undefined || (on.schedule ?? []).some(({ cron }) => cron === fired);
  }
  if (name === "push") {
    const branch = String(payload["ref"]).replace(/^refs\/heads\//, "");
    return passes(branch, on.push?.branches ?? ["**"]);
  }
  if (name !== "pull_request") return true;
  const { types = DEFAULT_PULL_REQUEST_TYPES, paths } = on.pull_request ?? {};
  const { action, pull_request } = pullRequestSchema.parse(payload);
  if (!types.includes(action)) return false;
  if (paths === undefined) return true;
  return changedPaths(pull_request.base.sha, pull_request.head.sha).some((path) => passes(path, paths));
}

/** A later pattern wins over an earlier one. */
function passes(path: string, patterns: string[]): boolean {
  return patterns.reduce(
    (isIn, pattern) =>
      pattern.startsWith("!")
        ? isIn && !matchesGlob(path, pattern.slice(1))
        : isIn || matchesGlob(path, pattern),
    false,
  );
}

/** The typed inputs of a manual run and, beside them, the strings that the event file holds. */
export function readInputs({ on }: Workflow, { name: eventName, payload }: WorkflowEvent) {
  const typed: Record<string, string | boolean> = {};
  const texts: Record<string, string> = {};
  if (eventName !== "workflow_dispatch") return { typed, texts };
  const declared = on.workflow_dispatch?.inputs ?? {};
  const given = z.record(z.string(), scalarSchema).parse(payload["inputs"] ?? {});
  const unexpected = Object.keys(given).filter((name) => !(name in declared));
  if (unexpected.length > 0) throw new Error(`Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  for (const [name, { type, default: fallback }] of Object.entries(declared)) {
    const text = given[name] ?? fallback ?? (type === "boolean" ? "false" : "");
    if (type === "boolean" && text !== "true" && text !== "false") {
      throw new Error(`Input '${name}' wants true or false, not '${text}'`);
    }
    texts[name] = text;
    typed[name] = type === "boolean" ? text === "true" : text;
  }
  return { typed, texts };
}

/** The run's name; where the workflow gives it none, the one that GitHub takes. */
export function nameRun(workflow: Workflow, { name, payload }: WorkflowEvent, contexts: Contexts): string {
  const given = evaluate(workflow["run-name"], contexts).trim();
  if (given !== "") return given;
  return name === "repository_dispatch" ? String(payload["action"]) : workflow.name;
}
