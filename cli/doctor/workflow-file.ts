/** What a workflow file of the docs repository must say, and what is wrong with one that does not. */

import { z } from "zod";
import { toSingleLine } from "../../src/lib/text.ts";
import { failure, type Problem, readWorkflow, type Workflow, warning } from "./workflow-form.ts";
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

export type Kind = { check: string; name: string; events: string[] };

/** The two files, each with the events without which a part of the work never starts. */
export const WORKFLOWS: [intake: Kind, schedule: Kind] = [
  {
    check: "workflow",
    name: "postmortem",
    events: ["repository_dispatch", "workflow_dispatch", "pull_request"],
  },
  { check: "schedule workflow", name: "postmortem-schedule", events: ["schedule"] },
];

/** What is wrong with a file, and the actions of the user's copy in it that can be looked up. */
export type Judgement = { problems: Problem[]; uses: string[] };

export type Surroundings = {
  isServer: boolean;
  defaultBranch: string;
  /** The types of events that the endpoint forwards; null where that is not known. */
  forwarded: string[] | null;
  /** The file as this version ships it. */
  example: Workflow;
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

/** What is wrong with one file. */
export function judgeWorkflow(
  wanted: Kind,
  { file, text }: { file: string; text: string },
  around: Surroundings,
): Judgement {
  const example = `examples/${wanted.name}.yml`;
  const read = readWorkflow(text);
  if ("problem" in read) {
    const { line, text: what } = read.problem;
    const says = `${line === null ? file : `${file}:${line}`} ${toSingleLine(what, LONGEST)}`;
    return { problems: [failure(says, `Correct it, or copy ${example} again.`)], uses: [] };
  }
  const { workflow } = read;
  const { example: shipped, isServer } = around;
  const events = eventsOf(workflow.on);
  const own = ownSteps(workflow);
  const misnamed = own.flatMap(({ uses }) => usesProblem(file, uses) ?? []);
  const problems = [
    ...unheardProblems(wanted, events, shipped, file),
    ...eventProblems(events, file, around),
    ...scheduleProblems(workflow, events, file),
    ...concurrencyProblems(workflow, file, isServer),
    ...new Map(misnamed.map((problem) => [problem.says, problem])).values(),
    ...(own.length === 0
      ? [failure(`${file} uses no action of your copy of postmortem-bridge`, `Copy ${example} again.`)]
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

/** What the example runs on: without one event nothing starts, without another a part comes late, or a queue waits. */
function unheardProblems(
  { name, events: needed }: Kind,
  events: Events,
  shipped: Workflow,
  file: string,
): Problem[] {
  const example = `examples/${name}.yml`;
  const unheard = Object.keys(eventsOf(shipped.on)).filter((event) => !Object.hasOwn(events, event));
  return unheard.map((event) =>
    needed.includes(event)
      ? failure(`${file} does not run on ${event}`, `Add it under on, or copy ${example} again.`)
      : warning(
          `${file} does not run on ${event}, as the example does`,
          `Add ${event} under on, as in ${example}.`,
        ),
  );
}

/** What leaves out events of a kind that the file runs on. */
function eventProblems(events: Events, file: string, { forwarded, defaultBranch }: Surroundings): Problem[] {
  const of = (event: string) => eventSchema.parse(events[event]);
  const types = of("repository_dispatch").types;
  const untaken =
    types === undefined
      ? []
      : [...new Set(["incident.resolved", ...(forwarded ?? [])])].filter((type) => !types.includes(type));
  const { paths, "paths-ignore": ignored } = of("pull_request");
  const isNarrowed = paths !== undefined || ignored !== undefined;
  const branches = of("push").branches;
  // A pattern may well match it.
  const isElsewhere = branches?.every((name) => name !== defaultBranch && !/[*?!+[]/.test(name)) ?? false;
  return [
    ...untaken.map((type) => {
      const says = `${file} does not take ${type} among the types of repository_dispatch`;
      return type === "incident.resolved"
        ? failure(says, "Add it there.")
        : warning(
            `${says}, and the endpoint forwards it`,
            "Add it there, or take it out of INCIDENT_EVENTS.",
          );
    }),
    ...(isNarrowed
      ? [
          warning(
            `${file} checks only pull requests that touch its paths`,
            "Delete paths there: a required check would stay pending for all others.",
          ),
        ]
      : []),
    ...(isElsewhere
      ? [
          warning(
            `${file} runs on a push to ${toSingleLine(branches?.join(", ") ?? "", LONGEST)}, and the default branch is ${defaultBranch}`,
            `Write branches: [${defaultBranch}] under push.`,
          ),
        ]
      : []),
  ];
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
