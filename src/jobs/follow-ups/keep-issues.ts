/** Brings GitHub's issues in line with the action items, and reminds people: all that one run does with issues. */

import { answerOf, type Issue, isLimit } from "../../github/issues.ts";
import { RequestError } from "../../lib/errors.ts";
import { readMarker } from "./body.ts";
import { type IssueChange, type Plan, type PlanFacts, planIssues } from "./plan.ts";
import { dueReminders, writeReminders } from "./remind.ts";
import type { ReminderDays } from "./reminders.ts";
import { type WriteOptions, type Written, writeChanges } from "./write.ts";

/** What one run needs beside what planning and writing do. */
export type KeepOptions = WriteOptions &
  Omit<PlanFacts, "issues"> & {
    /** Null for no reminders. */
    remind: ReminderDays | null;
    now: number;
    isDryRun: boolean;
  };

/** The issue of each item by the item's key. Null for one that a dry run would make. */
export type ItemIssues = ReadonlyMap<string, Issue | null>;

/** What became of the issues; in a dry run, what would become of them. */
export type Kept = Written & {
  /** Null where they could not be listed. */
  itemIssues: ItemIssues | null;
  /** All issues with the tracking label, as they were listed last. */
  listed: Issue[];
  /** Whether the work ended early, so that nothing else should be written. */
  isStopped: boolean;
};

/** Does it; throws RequestError where GitHub does not answer or denies the permission. */
export async function keepIssues(options: KeepOptions): Promise<Kept> {
  const counts = { create: 0, edit: 0, tell: 0, close: 0, remind: 0 };
  const kept: Kept = { counts, itemIssues: null, listed: [], warnings: [], failures: [], isStopped: false };
  try {
    await work(kept, options);
  } catch (error) {
    const warning = limitWarning(error);
    if (warning === null) throw error;
    kept.isStopped = true;
    kept.warnings.push(warning);
  }
  return kept;
}

async function work(kept: Kept, options: KeepOptions): Promise<void> {
  const { isDryRun } = options;
  const { changes, notices } = await planInto(kept, options);
  const renamed = await renamedLabel(changes, kept, options);
  if (renamed !== null) {
    kept.isStopped = true;
    kept.failures.push(
      `The issues of these items carry the label ${renamed} and not ${options.labels[0]}, so no second ones are made. Write ${renamed} as the first of follow-ups.labels, or give the label its old name again.`,
    );
    return;
  }
  kept.warnings.push(...notices);
  if (isDryRun) for (const { kind } of changes) kept.counts[kind]++;
  else await writeChanges(changes, options, kept);
  await remind(kept, options);
  if (isDryRun || kept.counts.create === 0) return;
  // Two runs at once, or an answer that was lost for long, may have made two issues of one item.
  const again = await planInto(kept, options);
  const duplicates = again.changes.filter(({ kind }) => kind === "close");
  await writeChanges(duplicates, options, kept);
}

/** Plans from the issues as GitHub has them now. */
async function planInto(kept: Kept, options: KeepOptions): Promise<Plan> {
  kept.listed = await options.issues.list();
  const plan = planIssues({ ...options, issues: kept.listed });
  const made = options.isDryRun ? keysMade(plan.changes) : [];
  kept.itemIssues = new Map([
    ...plan.matched.pairs.map(({ item, tracked }) => [item.key, tracked.issue] as const),
    ...made.map((key) => [key, null] as const),
  ]);
  return plan;
}

function keysMade(changes: IssueChange[]): string[] {
  return changes.flatMap((change) => (change.kind === "create" ? change.item.key : []));
}

/** The label that took the place of the tracking label; null where there is none, so that the items are new. */
async function renamedLabel(
  changes: IssueChange[],
  { listed }: Kept,
  { issues, labels }: KeepOptions,
): Promise<string | null> {
  const made = new Set(keysMade(changes));
  if (made.size === 0 || listed.some(({ body }) => readMarker(body) !== null)) return null;
  const own = (await issues.listNewest("any label")).filter(({ body }) =>
    made.has(readMarker(body)?.key ?? ""),
  );
  // A person may give one issue another label, and the old one is still there.
  if (own.length === 0 || (own.length === 1 && (await issues.hasLabel()))) return null;
  const others = own.map((issue) => issue.labels.filter((name) => !labels.includes(name)));
  return others[0]?.find((name) => others.every((names) => names.includes(name))) ?? null;
}

async function remind(kept: Kept, options: KeepOptions): Promise<void> {
  if (options.remind === null) return;
  const open = options.items.flatMap((item) => {
    const issue = kept.itemIssues?.get(item.key);
    return issue?.isOpen && !issue.isLocked && !item.isTicked ? { item, issue } : [];
  });
  const { due, rest } = await dueReminders(open, { ...options, days: options.remind });
  if (options.isDryRun) kept.counts.remind = due.length;
  else await writeReminders(due, options, kept);
  if (rest > 0) kept.warnings.push(`${rest} more reminders are due; the next run writes them.`);
}

/** The sentence for a limit of GitHub's; null for any other error. */
export function limitWarning(error: unknown): string | null {
  if (!(error instanceof RequestError) || !isLimit(error)) return null;
  return `GitHub's limit is reached; the next run goes on. ${answerOf(error)}`;
}
