/** What a workflow file of the docs repository must say, and what is wrong with one that does not. */

import { z } from "zod";
import { toSingleLine } from "../../src/lib/text.ts";
import { parseYaml } from "../../src/settings/yaml.ts";
import { failure, fileSchema, type Problem, readWorkflow, type Workflow, warning } from "./workflow-form.ts";
import {
  checkoutProblems,
  inputProblems,
  jobProblems,
  ownSteps,
  permissionProblems,
  usesProblem,
} from "./workflow-jobs.ts";

const LONGEST = 160;
// GitHub lets a run be told by which of its schedules it was started, and by nothing else.
const AWAITED_CRON = /github\.event\.schedule\s*==\s*'([^']*)'/g;
const LEFT_CRON = /github\.event\.schedule\s*!=\s*'([^']*)'/g;
const FIVE_FIELDS = /^\S+(?:\s+\S+){4}$/;

/** The two files, each with the events without which a part of the work never starts. */
export const WORKFLOWS = [
  {
    check: "workflow",
    name: "postmortem",
    events: ["repository_dispatch", "workflow_dispatch", "pull_request"],
  },
  { check: "schedule workflow", name: "postmortem-schedule", events: ["schedule"] },
] as const;

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
    ...unheardProblems(wanted, events, shipped, file),
    ...scheduleProblems(workflow, events, file),
    ...concurrencyProblems(workflow, file, around.isServer),
    ...(own.length === 0
      ? [failure(`${file} uses no action of your copy of postmortem-bridge`, `Copy ${example} again.`)]
      : [...new Map(misnamed.map((problem) => [problem.says, problem])).values()]),
    ...(own.length === 0 || shipped === undefined
      ? []
      : [
          ...inputProblems(own, file, shipped, example),
          ...jobProblems(workflow, shipped, file, example),
          ...permissionProblems(workflow, shipped, file),
          ...checkoutProblems(workflow, file),
        ]),
  ];
  return { problems, uses: misnamed.length > 0 ? [] : [...new Set(own.map(({ uses }) => uses))] };
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

/** What the example runs on besides: without it a part comes late, or a merge queue waits. */
function unheardProblems(
  wanted: Kind,
  events: Events,
  shipped: Workflow | undefined,
  file: string,
): Problem[] {
  const needed: readonly string[] = wanted.events;
  const unheard = Object.keys(eventsOf(shipped?.on)).filter(
    (event) => !needed.includes(event) && !Object.hasOwn(events, event),
  );
  return unheard.map((event) =>
    warning(
      `${file} does not run on ${event}, as the example does`,
      `Add ${event} under on, as in examples/${wanted.name}.yml.`,
    ),
  );
}

/** A job that asks which schedule started the run waits for ever where that one was changed or taken out. */
function scheduleProblems({ jobs }: Workflow, events: Events, file: string): Problem[] {
  const crons = cronsSchema.parse(events["schedule"]).map(({ cron }) => cron.trim());
  const unreadable = crons.filter((cron) => !FIVE_FIELDS.test(cron));
  const waiting = Object.entries(jobs).flatMap(([job, { if: condition }]) => {
    const named = (pattern: RegExp) => [...condition.matchAll(pattern)].map(([, cron = ""]) => cron);
    const left = named(LEFT_CRON);
    if (left.length > 0 && crons.length > 0 && crons.every((cron) => left.includes(cron)))
      return warning(
        `${file}: no schedule starts the job ${toSingleLine(job, LONGEST)}`,
        "Add its schedule under on, as in the example.",
      );
    return named(AWAITED_CRON)
      .filter((cron) => !crons.includes(cron))
      .map((cron) =>
        failure(
          `${file}: the job ${toSingleLine(job, LONGEST)} waits for the schedule '${toSingleLine(cron, LONGEST)}', which is not under on`,
          "Write the same cron in both places.",
        ),
      );
  });
  const wrong = unreadable.map((cron) =>
    failure(
      `${file} has the schedule '${toSingleLine(cron, LONGEST)}', which is no cron of five fields`,
      "Write it as in the example.",
    ),
  );
  return [...wrong, ...waiting];
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
