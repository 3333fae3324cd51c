/** What a workflow file of the docs repository must say, and what is wrong with one that does not. */

import { z } from "zod";
import { toSingleLine } from "../../src/lib/text.ts";
import { parseYaml } from "../../src/settings/yaml.ts";

const LONGEST = 160;

/** The two files, each with the events without which a part of the work never starts. */
export const WORKFLOWS = [
  {
    check: "workflow",
    file: "postmortem.yml",
    events: ["repository_dispatch", "workflow_dispatch", "pull_request"],
  },
  { check: "schedule workflow", file: "postmortem-schedule.yml", events: ["schedule"] },
] as const;

export type Problem = { level: "warn" | "fail"; says: string; remedy: string };

const stepSchema = z.object({ uses: z.string().optional().catch(undefined) }).catch({});
const jobSchema = z.object({ steps: z.array(stepSchema).catch([]) }).catch({ steps: [] });
const fileSchema = z.object({
  on: z.unknown(),
  jobs: z.record(z.string(), jobSchema),
  concurrency: z.unknown(),
});
const dispatchSchema = z.object({ types: z.union([z.string(), z.array(z.string())]).optional() });

/** What is wrong with one file; nothing where all is well. */
export function judgeWorkflow(
  { file, events: wanted }: (typeof WORKFLOWS)[number],
  text: string,
  isEnterpriseServer: boolean,
): Problem[] {
  const yaml = parseYaml(text);
  const correct = `Correct it, or copy examples/${file} again.`;
  if ("problem" in yaml) {
    const { line, text: what } = yaml.problem;
    const place = line === null ? file : `${file}:${line}`;
    return refused(`${place} ${toSingleLine(what, LONGEST)}`, correct);
  }
  const parsed = fileSchema.safeParse(yaml.value);
  if (!parsed.success) return refused(`${file} is no workflow: it needs on and jobs`, correct);
  const { on, jobs, concurrency } = parsed.data;
  const events = eventsOf(on);
  const problems: Problem[] = wanted
    .filter((event) => !Object.hasOwn(events, event))
    .map((event) => ({ level: "fail", says: `${file} does not run on ${event}`, remedy: correct }));
  const types = dispatchSchema.safeParse(events["repository_dispatch"]).data?.types;
  if (types !== undefined && ![types].flat().includes("incident.resolved"))
    problems.push({
      level: "fail",
      says: `${file} does not take incident.resolved among the types of repository_dispatch`,
      remedy: correct,
    });
  if (z.looseObject({ paths: z.unknown() }).safeParse(events["pull_request"]).data?.paths !== undefined)
    problems.push({
      level: "warn",
      says: `${file} checks only pull requests that touch its paths`,
      remedy: "Delete paths there: a required check would stay pending for all others.",
    });
  if (isEnterpriseServer && z.object({ queue: z.string() }).safeParse(concurrency).success)
    problems.push({
      level: "fail",
      says: `${file} has queue under concurrency, which no GitHub Enterprise Server can read`,
      remedy: "Delete the line with queue there.",
    });
  const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
  const own = [...new Set(used.filter((uses) => isOwn(uses)))];
  return [...problems, ...usesProblems(file, own)];
}

function refused(says: string, remedy: string): Problem[] {
  return [{ level: "fail", says, remedy }];
}

/** GitHub takes one event, a list of them, or keys. */
function eventsOf(on: unknown): Record<string, unknown> {
  const names = z.union([z.string(), z.array(z.string())]).safeParse(on).data;
  if (names !== undefined) return Object.fromEntries([names].flat().map((name) => [name, null]));
  return z.record(z.string(), z.unknown()).safeParse(on).data ?? {};
}

/** The name of a copy may be any, so all but GitHub's own actions count. */
function isOwn(uses: string): boolean {
  return !uses.startsWith("actions/") && !uses.startsWith("docker:");
}

function usesProblems(file: string, own: string[]): Problem[] {
  if (own.length === 0)
    return [
      {
        level: "fail",
        says: `${file} uses no action of your copy of postmortem-bridge`,
        remedy: `Copy examples/${file} again.`,
      },
    ];
  return own.flatMap((uses): Problem[] => {
    const remedy = "Name your copy and its tag there, such as acme/postmortem-bridge@v1.";
    const says = `${file} has uses: ${toSingleLine(uses, LONGEST)}`;
    if (uses.startsWith("./"))
      return [{ level: "fail", says: `${says}, which is not in the docs repository`, remedy }];
    if (uses.startsWith("OWNER/"))
      return [{ level: "fail", says: `${says}, in which OWNER was not replaced`, remedy }];
    return [];
  });
}
