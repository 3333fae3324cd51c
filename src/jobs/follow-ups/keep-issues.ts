/** Brings GitHub's issues in line with the action items, and reminds people: all that one run does with issues. */

import { type Issue, isLimit } from "../../github/issues.ts";
import { RequestError } from "../../lib/errors.ts";
import { type Plan, type PlanFacts, planIssues } from "./plan.ts";
import { dueReminders, type Open, writeReminders } from "./remind.ts";
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

/** What became of the issues; in a dry run, what would become of them. */
export type Kept = Written & {
  /** Items whose issue is open, with it. */
  open: Open[];
  /** All issues with the tracking label, as they were listed last. */
  listed: Issue[];
  /** Whether a limit of GitHub's ended the work; the next run goes on. */
  isStopped: boolean;
};

/** Does it; throws RequestError where GitHub does not answer or denies the permission. */
export async function keepIssues(options: KeepOptions): Promise<Kept> {
  const { isDryRun } = options;
  const counts = { create: 0, edit: 0, tell: 0, close: 0, remind: 0 };
  const kept: Kept = { counts, open: [], listed: [], warnings: [], failures: [], isStopped: false };
  await unlessLimited(kept, async () => {
    const { changes, notices } = await planInto(kept, options);
    kept.warnings.push(...notices);
    if (isDryRun) for (const { kind } of changes) counts[kind]++;
    else await writeChanges(changes, options, kept);
    await remind(kept, options);
    if (isDryRun || counts.create === 0) return;
    // Two runs at once, or an answer that was lost for long, may have made two issues of one item.
    const again = await planInto(kept, options);
    const duplicates = again.changes.filter(({ kind }) => kind === "close");
    await writeChanges(duplicates, options, kept);
  });
  return kept;
}

/** Plans from the issues as GitHub has them now. */
async function planInto(kept: Kept, options: KeepOptions): Promise<Plan> {
  kept.listed = await options.issues.list();
  const plan = planIssues({ ...options, issues: kept.listed });
  kept.open = plan.matched.pairs
    .filter(({ tracked }) => tracked.issue.isOpen)
    .map(({ item, tracked }) => ({ item, issue: tracked.issue }));
  return plan;
}

async function remind(kept: Kept, options: KeepOptions): Promise<void> {
  if (options.remind === null) return;
  const open = kept.open.filter(({ item, issue }) => !item.isTicked && !issue.isLocked);
  const { due, rest } = await dueReminders(open, { ...options, days: options.remind });
  if (options.isDryRun) kept.counts.remind = due.length;
  else await writeReminders(due, options, kept);
  if (rest > 0) kept.warnings.push(`${rest} more reminders are due; the next run writes them.`);
}

/** Ends the work at a limit that lasts longer than a minute. */
async function unlessLimited(kept: Kept, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof RequestError) || !isLimit(error)) throw error;
    kept.isStopped = true;
    kept.warnings.push(`GitHub's limit is reached; the next run goes on. ${error.message}`);
  }
}
