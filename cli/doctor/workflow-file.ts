/** What a workflow file of the docs repository must say, and what is wrong with one that does not. */

import { z } from "zod";
import { toSingleLine } from "../../src/lib/text.ts";
import { parseYaml } from "../../src/settings/yaml.ts";

const LONGEST = 160;
// GitHub lets a run be told by which of its schedules it was started, and by nothing else.
const AWAITED_CRON = /github\.event\.schedule\s*==\s*'([^']*)'/g;

/** The two files, each with the events without which a part of the work never starts. */
export const WORKFLOWS = [
  {
    check: "workflow",
    name: "postmortem",
    events: ["repository_dispatch", "workflow_dispatch", "pull_request"],
  },
  { check: "schedule workflow", name: "postmortem-schedule", events: ["schedule"] },
] as const;

type Problem = { level: "warn" | "fail"; says: string; remedy: string };

/** What is wrong with a file, and the actions of the user's copy in it that can be looked up. */
export type Judgement = { problems: Problem[]; uses: string[] };

export type Surroundings = {
  isServer: boolean;
  defaultBranch: string;
  /** The types of events that the endpoint forwards; null where that is not known. */
  forwarded: string[] | null;
  /** The file as this version ships it. */
  example: string;
};

const stepSchema = z
  .object({ uses: z.string().optional().catch(undefined), with: z.record(z.string(), z.unknown()).catch({}) })
  .catch({ with: {} });
/** What a job may, by name; null where nothing is said, or in one word for all. */
const permissionsSchema = z.record(z.string(), z.string()).nullable().catch(null);
const jobSchema = z
  .object({
    if: z.string().catch(""),
    concurrency: z.unknown().optional(),
    permissions: permissionsSchema,
    steps: z.array(stepSchema).catch([]),
  })
  .catch({ if: "", concurrency: undefined, permissions: null, steps: [] });
const fileSchema = z.object({
  on: z.unknown().optional(),
  jobs: z.record(z.string(), jobSchema),
  concurrency: z.unknown().optional(),
  permissions: permissionsSchema,
});
const namesSchema = z
  .union([z.string(), z.array(z.string())])
  .transform((names) => [names].flat())
  .optional();
const eventSchema = z
  .object({
    types: namesSchema.catch(undefined),
    branches: namesSchema.catch(undefined),
    paths: z.unknown().optional(),
    "paths-ignore": z.unknown().optional(),
  })
  .catch({ types: undefined, branches: undefined, paths: undefined, "paths-ignore": undefined });
const cronsSchema = z.array(z.object({ cron: z.string() })).catch([]);
const concurrencySchema = z.object({
  queue: z.unknown().optional(),
  "cancel-in-progress": z.unknown().optional(),
});

type Workflow = z.infer<typeof fileSchema>;
type Events = Record<string, unknown>;
type Kind = (typeof WORKFLOWS)[number];

/** What is wrong with one file. */
export function judgeWorkflow(
  wanted: Kind,
  { file, text }: { file: string; text: string },
  around: Surroundings,
): Judgement {
  const example = `examples/${wanted.name}.yml`;
  const correct = `Correct it, or copy ${example} again.`;
  const yaml = parseYaml(text);
  if ("problem" in yaml) {
    const { line, text: what } = yaml.problem;
    const place = line === null ? file : `${file}:${line}`;
    return { problems: [failure(`${place} ${toSingleLine(what, LONGEST)}`, correct)], uses: [] };
  }
  const parsed = fileSchema.safeParse(yaml.value);
  if (!parsed.success)
    return { problems: [failure(`${file} is no workflow: it needs on and jobs`, correct)], uses: [] };
  const workflow = parsed.data;
  const events = eventsOf(workflow.on);
  const own = ownSteps(workflow);
  const shipped = readWorkflow(around.example);
  const misnamed = own.flatMap(({ uses }) => usesProblem(file, uses) ?? []);
  const problems = [
    ...eventProblems(wanted, events, file, around).map((problem) => ({
      ...problem,
      remedy: problem.remedy || correct,
    })),
    ...scheduleProblems(workflow, events, file),
    ...concurrencyProblems(workflow, file, around.isServer),
    ...(own.length === 0
      ? [failure(`${file} uses no action of your copy of postmortem-bridge`, `Copy ${example} again.`)]
      : [...new Map(misnamed.map((problem) => [problem.says, problem])).values()]),
    ...(own.length === 0 || shipped === undefined
      ? []
      : [
          ...inputProblems(own, file, shipped, example),
          ...permissionProblems(workflow, shipped, file),
          ...checkoutProblems(workflow, file),
        ]),
  ];
  return { problems, uses: misnamed.length > 0 ? [] : [...new Set(own.map(({ uses }) => uses))] };
}

function readWorkflow(text: string): Workflow | undefined {
  const yaml = parseYaml(text);
  return "value" in yaml ? fileSchema.safeParse(yaml.value).data : undefined;
}

function failure(says: string, remedy: string): Problem {
  return { level: "fail", says, remedy };
}

function warning(says: string, remedy: string): Problem {
  return { level: "warn", says, remedy };
}

/** GitHub takes one event, a list of them, or keys. */
function eventsOf(on: unknown): Events {
  const names = namesSchema.safeParse(on).data;
  if (names !== undefined) return Object.fromEntries(names.map((name) => [name, null]));
  return z.record(z.string(), z.unknown()).safeParse(on).data ?? {};
}

function eventProblems(
  wanted: Kind,
  events: Events,
  file: string,
  { forwarded, defaultBranch }: Surroundings,
): Problem[] {
  const missing = wanted.events.filter((event) => !Object.hasOwn(events, event));
  const of = (event: string) => eventSchema.parse(events[event]);
  const types = of("repository_dispatch").types;
  const untaken =
    types === undefined
      ? []
      : [...new Set(["incident.resolved", ...(forwarded ?? [])])].filter((type) => !types.includes(type));
  const { paths, "paths-ignore": ignored } = of("pull_request");
  const branches = of("push").branches;
  return [
    ...missing.map((event) => failure(`${file} does not run on ${event}`, "")),
    ...untaken.map((type) => {
      const says = `${file} does not take ${type} among the types of repository_dispatch`;
      return type === "incident.resolved"
        ? failure(says, "")
        : warning(
            `${says}, and the endpoint forwards it`,
            "Add it there, or take it out of INCIDENT_EVENTS.",
          );
    }),
    ...(paths === undefined && ignored === undefined
      ? []
      : [
          warning(
            `${file} checks only pull requests that touch its paths`,
            "Delete paths there: a required check would stay pending for all others.",
          ),
        ]),
    // A pattern may well match it.
    ...(branches === undefined ||
    branches.includes(defaultBranch) ||
    branches.some((name) => /[*?!+[]/.test(name))
      ? []
      : [
          warning(
            `${file} runs on a push to ${toSingleLine(branches.join(", "), LONGEST)}, and the default branch is ${defaultBranch}`,
            `Write branches: [${defaultBranch}] under push.`,
          ),
        ]),
  ];
}

/** A job that asks which schedule started the run waits for ever where that one was changed. */
function scheduleProblems({ jobs }: Workflow, events: Events, file: string): Problem[] {
  const crons = cronsSchema.parse(events["schedule"]).map(({ cron }) => cron);
  return Object.entries(jobs).flatMap(([job, { if: condition }]) => {
    const awaited = [...condition.matchAll(AWAITED_CRON)].map(([, cron = ""]) => cron);
    return awaited
      .filter((cron) => !crons.includes(cron))
      .map((cron) =>
        failure(
          `${file}: the job ${toSingleLine(job, LONGEST)} waits for the schedule '${toSingleLine(cron, LONGEST)}', which is not under on`,
          "Write the same cron in both places.",
        ),
      );
  });
}

function concurrencyProblems({ concurrency, jobs }: Workflow, file: string, isServer: boolean): Problem[] {
  const all = [concurrency, ...Object.values(jobs).map((job) => job.concurrency)].filter(
    (one) => one != null,
  );
  const groups = all.map((one) => concurrencySchema.safeParse(one).data ?? { queue: undefined });
  const queues = groups.filter(({ queue }) => queue !== undefined);
  const isCancelling = groups.some(
    (group) => "cancel-in-progress" in group && Boolean(group["cancel-in-progress"]),
  );
  return [
    ...(isServer && queues.length > 0
      ? [
          failure(
            `${file} has queue under concurrency, which no GitHub Enterprise Server can read`,
            "Delete the line with queue there.",
          ),
        ]
      : []),
    ...(isCancelling
      ? [
          failure(
            `${file} has cancel-in-progress, so one event of an incident ends the run of another`,
            "Delete the line with cancel-in-progress there.",
          ),
        ]
      : []),
    ...(groups.length === 0
      ? [
          warning(
            `${file} has no concurrency, so two events of one incident run at once`,
            "Copy the part with concurrency from the example.",
          ),
        ]
      : []),
    ...(!isServer && groups.length > queues.length
      ? [
          warning(
            `${file} has no queue: max under concurrency, so GitHub drops an event that waits when another comes`,
            "Add queue: max there.",
          ),
        ]
      : []),
  ];
}

type OwnStep = { uses: string; inputs: string[] };

function ownSteps({ jobs }: Workflow): OwnStep[] {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  return steps.flatMap(({ uses, with: inputs }) =>
    isOwn(uses) ? [{ uses, inputs: Object.keys(inputs) }] : [],
  );
}

/** The name of a copy may be any, so all but GitHub's own actions count. */
function isOwn(uses: string | undefined): uses is string {
  return uses !== undefined && !uses.startsWith("actions/") && !uses.startsWith("docker:");
}

function usesProblem(file: string, uses: string): Problem | null {
  const remedy = "Name your copy and its tag there, such as acme/postmortem-bridge@v1.";
  const says = `${file} has uses: ${toSingleLine(uses, LONGEST)}`;
  if (uses.startsWith("./")) return failure(`${says}, which is not in the docs repository`, remedy);
  if (uses.startsWith("OWNER/")) return failure(`${says}, in which OWNER was not replaced`, remedy);
  return uses.includes("@") ? null : failure(`${says}, which names no tag`, remedy);
}

/** What an old copy does not pass on has no effect, however well it is set. */
function inputProblems(own: OwnStep[], file: string, shipped: Workflow, example: string): Problem[] {
  const passed = (steps: OwnStep[]) => new Set(steps.flatMap(({ inputs }) => inputs));
  const missing = [...passed(ownSteps(shipped))].filter((name) => !passed(own).has(name));
  if (missing.length === 0) return [];
  const remedy = `Copy ${example} again, or the lines that are missing.`;
  const says = `${file} does not pass on ${missing.join(", ")}, as ${example} does`;
  return [missing.includes("devin-api-key") ? failure(says, remedy) : warning(says, remedy)];
}

const LEVELS = ["none", "read", "write"];

/** A job that says what it may has nothing else. */
function permissionProblems({ jobs, permissions }: Workflow, shipped: Workflow, file: string): Problem[] {
  return Object.entries(shipped.jobs).flatMap(([name, wanted]) => {
    const given = jobs[name] === undefined ? null : (jobs[name].permissions ?? permissions);
    if (given === null) return [];
    const level = (word: string | undefined) => LEVELS.indexOf(word ?? "none");
    const lacking = Object.entries(wanted.permissions ?? {}).filter(
      ([key, least]) => level(given[key]) < level(least),
    );
    return lacking.map(([key, least]) =>
      failure(`${file}: the job ${name} lacks ${key}: ${least}`, "Add it under the job's permissions."),
    );
  });
}

/** The configuration and the postmortems are read from the workspace. */
function checkoutProblems({ jobs }: Workflow, file: string): Problem[] {
  return Object.entries(jobs).flatMap(([name, { steps }]) => {
    const job = `${file}: the job ${toSingleLine(name, LONGEST)}`;
    const before = steps.slice(0, steps.findIndex(({ uses }) => isOwn(uses)) + 1);
    const checkout = before.find(({ uses }) => uses?.startsWith("actions/checkout@"));
    if (before.length === 0 || (checkout !== undefined && checkout.with["path"] === undefined)) return [];
    return checkout === undefined
      ? [failure(`${job} does not check out the docs repository first`, "Add its first step again.")]
      : [failure(`${job} checks out into a folder of its own`, "Delete path there.")];
  });
}
