/** Writes the planned changes to GitHub: each takes effect once, also where an answer is lost or a run is killed. */

import { answerOf, type Issue, type Issues, isLimit, type NewIssue } from "../../github/issues.ts";
import { RequestError } from "../../lib/errors.ts";
import { readMarker } from "./body.ts";
import { isTeamMention, loginsOf, type People } from "./people.ts";
import type { IssueChange } from "./plan.ts";

/** What was written so far. */
export type Written = {
  counts: Record<IssueChange["kind"] | "remind", number>;
  warnings: string[];
  failures: string[];
};

/** What writing needs beside the changes. */
export type WriteOptions = {
  issues: Issues;
  /** The first one is the tracking label. */
  labels: string[];
  people: People;
};

/** Closes an issue that should not be. */
export const NOT_PLANNED = { state: "closed", state_reason: "not_planned" } as const;

type State = WriteOptions & {
  written: Written;
  /** Labels and logins that GitHub has refused in this run. */
  refused: Set<string>;
};

/** An issue that a person has transferred, locked or deleted stops no other; a missing permission stops the run. */
const MOVED_LOCKED_OR_GONE = [301, 403, 404, 410, 422];
const DENIED = /not accessible|permission|authenticat|must have|archived/i;

/**
 * Writes the changes in their order. `written` is filled as it goes, so that it is known also when this throws:
 * RequestError for a limit, a missing permission, or a GitHub that does not answer.
 */
export async function writeChanges(
  changes: IssueChange[],
  options: WriteOptions,
  written: Written,
): Promise<void> {
  const state: State = { ...options, written, refused: new Set() };
  for (const change of changes) {
    if (change.kind !== "create") {
      await unlessGone(written, change.issue, async () => {
        await writeExisting(state, change);
        written.counts[change.kind]++;
      });
    }
    // What came back without its label would not be found again, and the next one would not be either.
    else if (written.failures.length === 0) await createIssue(state, change);
  }
}

/** A change of an issue that GitHub refuses for this issue alone is a warning. */
export async function unlessGone(
  { warnings }: Pick<Written, "warnings">,
  { number }: Pick<Issue, "number">,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof RequestError) || !isOfOneIssue(error)) throw error;
    warnings.push(`Issue #${number} was left as it is. ${answerOf(error)}`);
  }
}

function isOfOneIssue(error: RequestError): boolean {
  const { status, detail } = error;
  if (status === null || !MOVED_LOCKED_OR_GONE.includes(status) || isLimit(error)) return false;
  return status !== 403 || !DENIED.test(detail);
}

async function writeExisting(state: State, change: Exclude<IssueChange, { kind: "create" }>): Promise<void> {
  const { issues, written } = state;
  const { number, isLocked } = change.issue;
  if (change.kind === "close") return closeDuplicate(issues, number);
  if (change.kind === "tell" && isLocked)
    written.warnings.push(`Issue #${number} is locked, so no comment says that its item is ${change.told}.`);
  else if (change.kind === "tell")
    await commentOnce(issues, number, toldComment(change.told), toldMarker(change.told));
  await issues.edit(number, { title: change.title, body: change.body });
}

async function closeDuplicate(issues: Issues, number: number): Promise<void> {
  try {
    await issues.edit(number, { state: "closed", state_reason: "duplicate" });
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 422) throw error;
    // An older Enterprise Server does not know that reason.
    await issues.edit(number, NOT_PLANNED);
  }
}

/** Writes a comment unless one with its marker is there, and looks again where it was not answered. */
async function commentOnce(issues: Issues, number: number, body: string, marker: string): Promise<void> {
  const isThere = async () => (await issues.listCommentsOf(number)).some((one) => one.body.includes(marker));
  if (await isThere()) return;
  await comment(issues, number, body, isThere);
}

/** Writes a comment; one that was not answered is written again only where `isThere` does not find it. */
export async function comment(
  issues: Issues,
  number: number,
  body: string,
  isThere: () => Promise<boolean>,
): Promise<void> {
  try {
    await issues.comment(number, body);
  } catch (error) {
    if (!isUnanswered(error)) throw error;
    if (!(await isThere())) await issues.comment(number, body);
  }
}

function toldComment(told: "ticked" | "gone"): string {
  const what =
    told === "ticked"
      ? "This action item is ticked in its postmortem. Close this issue if it is done."
      : "This action item is no longer in its postmortem. Close this issue if it was dropped.";
  return `${what}\n\n${toldMarker(told)}`;
}

function toldMarker(told: "ticked" | "gone"): string {
  return `<!-- postmortem-bridge told ${told} -->`;
}

async function createIssue(
  state: State,
  { item, title, body }: IssueChange & { kind: "create" },
): Promise<void> {
  const { issues, labels, people, written, refused } = state;
  const assignees = loginsOf(item.owner, people).filter(
    (login) => !isTeamMention(login) && !refused.has(login),
  );
  const isIt = (other: Issue) => readMarker(other.body)?.key === item.key;
  let issue: Issue | string;
  try {
    issue = await makeIssue(issues, { title, body, labels, assignees }, isIt);
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 422 || isLimit(error)) throw error;
    const isRefused = await Promise.all(assignees.map(async (login) => !(await issues.isAssignable(login))));
    const strangers = assignees.filter((_, index) => isRefused[index]);
    // What is wrong with it is wrong with this item alone.
    if (strangers.length === 0)
      written.warnings.push(`An item of ${item.path} has no issue. ${answerOf(error)}`);
    else {
      warnRefused(state, "assignee", strangers, []);
      await createIssue(state, { kind: "create", item, title, body });
    }
    return;
  }
  if (typeof issue === "string") {
    written.failures.push(issue);
    return;
  }
  written.counts.create++;
  warnRefused(state, "label", labels, issue.labels);
  warnRefused(state, "assignee", assignees, issue.assignees);
}

/**
 * Makes an issue; one whose making was not answered is made again only where it is not there. What comes back without
 * the tracking label, the first one, would not be found again: it is closed, and a sentence says so.
 */
export async function makeIssue(
  issues: Issues,
  issue: NewIssue,
  isIt: (other: Issue) => boolean,
): Promise<Issue | string> {
  const made = await createOnce(issues, issue, isIt);
  const [tracking = ""] = issue.labels;
  if (includes(made.labels, tracking)) return made;
  await issues.edit(made.number, NOT_PLANNED);
  return `Issue #${made.number} came back without the label ${tracking}, so it would not be found again, and it was closed; let the token set labels (\`issues: write\`), or make the label in the repository.`;
}

async function createOnce(issues: Issues, issue: NewIssue, isIt: (other: Issue) => boolean): Promise<Issue> {
  try {
    return await issues.create(issue);
  } catch (error) {
    if (!isUnanswered(error)) throw error;
    return (await issues.listNewest()).find(isIt) ?? (await issues.create(issue));
  }
}

function warnRefused(
  { refused, written }: State,
  what: "label" | "assignee",
  asked: string[],
  taken: string[],
): void {
  for (const name of asked.filter((one) => !includes(taken, one) && !refused.has(one))) {
    refused.add(name);
    written.warnings.push(`GitHub does not take the ${what} ${name}, so the issues are made without it.`);
  }
}

function includes(names: string[], name: string): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

function isUnanswered(error: unknown): boolean {
  return error instanceof RequestError && error.effect === "unknown";
}
