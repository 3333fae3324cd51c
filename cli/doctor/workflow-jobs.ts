/** What is wrong with the jobs of a workflow: what they use, pass on, may and check out. */

import { toSingleLine } from "../../src/lib/text.ts";
import { failure, type Problem, type Workflow, warning } from "./workflow-form.ts";

const LONGEST = 160;

type OwnStep = { uses: string; inputs: string[] };

export function ownSteps({ jobs }: Workflow): OwnStep[] {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  return steps.flatMap(({ uses, with: inputs }) =>
    isOwn(uses) ? [{ uses, inputs: Object.keys(inputs) }] : [],
  );
}

/** The name of a copy may be any, so all but GitHub's own actions count. */
function isOwn(uses: string | undefined): uses is string {
  return uses !== undefined && !uses.startsWith("actions/") && !uses.startsWith("docker:");
}

export function usesProblem(file: string, uses: string): Problem | null {
  const remedy = "Name your copy and its tag there, such as acme/postmortem-bridge@v1.";
  const says = `${file} has uses: ${toSingleLine(uses, LONGEST)}`;
  if (uses.startsWith("./")) return failure(`${says}, which is not in the docs repository`, remedy);
  if (uses.startsWith("OWNER/")) return failure(`${says}, in which OWNER was not replaced`, remedy);
  return uses.includes("@") ? null : failure(`${says}, which names no tag`, remedy);
}

/** What an old copy does not pass on has no effect, however well it is set. */
export function inputProblems(own: OwnStep[], file: string, shipped: Workflow, example: string): Problem[] {
  const passed = (steps: OwnStep[]) => new Set(steps.flatMap(({ inputs }) => inputs));
  const missing = [...passed(ownSteps(shipped))].filter((name) => !passed(own).has(name));
  if (missing.length === 0) return [];
  const remedy = `Copy ${example} again, or the lines that are missing.`;
  const says = `${file} does not pass on ${missing.join(", ")}, as ${example} does`;
  return [missing.includes("devin-api-key") ? failure(says, remedy) : warning(says, remedy)];
}

// What decides who is asked and what is done; the rest is for the team to set.
const DECIDING = ["job", "dry-run", "incident", "devin-api-key", "pagerduty-token"];

/** What the example's jobs have that is missing here, or is otherwise. */
export function jobProblems({ jobs }: Workflow, shipped: Workflow, file: string, example: string): Problem[] {
  const copy = `Copy it from ${example} again, unless that was meant.`;
  const isRenamed = Object.keys(jobs).length >= Object.keys(shipped.jobs).length;
  return Object.entries(shipped.jobs).flatMap(([name, wanted]) => {
    const job = jobs[name];
    if (job === undefined)
      return isRenamed ? [] : [warning(`${file} has no job ${name}, as ${example} has`, copy)];
    const [mine, theirs] = [job, wanted].map(inputsOf);
    const changed = DECIDING.filter(
      (key) => mine?.[key] !== undefined && written(mine[key]) !== written(theirs?.[key]),
    );
    const isHidden = [job, ...job.steps].some((one) => Boolean(one["continue-on-error"]));
    const of = `${file}: the job ${name}`;
    return [
      ...(written(job.if) === written(wanted.if)
        ? []
        : [warning(`${of} has another condition (if) than in ${example}`, copy)]),
      ...(changed.length === 0
        ? []
        : [warning(`${of} gives ${changed.join(" and ")} another value than ${example}`, copy)]),
      ...(isHidden
        ? [
            failure(
              `${of} has continue-on-error, so a run is green whatever failed`,
              "Delete that line there.",
            ),
          ]
        : []),
      ...(mine?.["config"] === undefined
        ? []
        : [
            warning(
              `${of} names a configuration of its own, which is not looked at here`,
              "Take config out, or try that file with: npm run explain -- --config FILE",
            ),
          ]),
    ];
  });
}

function inputsOf({ steps }: Workflow["jobs"][string]): Record<string, unknown> {
  return steps.find(({ uses }) => isOwn(uses))?.with ?? {};
}

/** A value as it was written, whatever the white space, and with or without the braces of an expression. */
function written(value: unknown): string {
  return String(value ?? "").replace(/\$\{\{|\}\}|\s+/g, "");
}

const LEVELS = ["none", "read", "write"];

/** A job that says what it may has nothing else. */
export function permissionProblems(
  { jobs, permissions }: Workflow,
  shipped: Workflow,
  file: string,
): Problem[] {
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
export function checkoutProblems({ jobs }: Workflow, file: string): Problem[] {
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
