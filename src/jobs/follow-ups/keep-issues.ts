/** Brings GitHub's issues in line with the action items, and reminds people: all that one run does with issues. */

import { type Issue, type Issues, isLimit } from "../../github/issues.ts";
import { RequestError } from "../../lib/errors.ts";
import type { DescribedItem } from "./issue-text.ts";
import type { People } from "./people.ts";
import { type Change, type Plan, planIssues } from "./plan.ts";
import { dueReminders, type Open, writeReminders } from "./remind.ts";
import type { ReminderDays } from "./reminders.ts";
import { type Written, writeChanges } from "./write.ts";

export type KeepOptions = {
  issues: Issues;
  items: DescribedItem[];
  /** Whether every file was read, so that an item that is in none is gone. */
  isWhole: boolean;
  /** Only items of incidents that began at this instant (epoch milliseconds) or later get an issue. */
  since: number | null;
  /** The first one is the tracking label. */
  labels: string[];
  people: People;
  /** Null for no reminders. */
  remind: ReminderDays | null;
  now: number;
  isDryRun: boolean;
};

/** What became of the issues; in a dry run, what would become of them. */
export type Kept = {
  counts: Record<Change["kind"] | "remind", number>;
  /** Items whose issue is open, with it. */
  open: Open[];
  /** All issues with the tracking label, as they were listed last. */
  listed: Issue[];
  warnings: string[];
  failures: string[];
  /** Whether a limit of GitHub's ended the work; the next run goes on. */
  isStopped: boolean;
};

/** Does it; throws RequestError where GitHub does not answer or denies the permission. */
export async function keepIssues(options: KeepOptions): Promise<Kept> {
  const { issues, labels, isDryRun } = options;
  const written: Written = { created: [], warnings: [], failures: [] };
  const kept: Kept = { counts: noCounts(), open: [], listed: [], ...written, isStopped: false };
  await unlessLimited(kept, async () => {
    kept.listed = await issues.list(labels[0] ?? "");
    const plan = planIssues({ ...options, issues: kept.listed });
    kept.open = openOf(plan);
    kept.warnings.push(...plan.notices);
    count(kept, plan.changes);
    if (!isDryRun) await writeChanges(plan.changes, options, written);
    await remind(kept, written, options);
    if (!isDryRun && kept.counts.create > 0) await settleCreated(kept, written, options);
  });
  return kept;
}

/** Two runs at once, or an answer that was lost for long, may have made two issues of one item. */
async function settleCreated(kept: Kept, written: Written, options: KeepOptions): Promise<void> {
  kept.listed = await options.issues.list(options.labels[0] ?? "");
  const plan = planIssues({ ...options, issues: kept.listed });
  kept.open = openOf(plan);
  const duplicates = plan.changes.filter(({ kind }) => kind === "close");
  count(kept, duplicates);
  await writeChanges(duplicates, options, written);
}

async function remind(kept: Kept, written: Written, options: KeepOptions): Promise<void> {
  if (options.remind === null) return;
  const open = kept.open.filter(({ item }) => !item.isTicked);
  const { due, rest } = await dueReminders(open, { ...options, days: options.remind });
  kept.counts.remind = options.isDryRun ? due.length : await writeReminders(due, options, written);
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

function openOf({ matched }: Plan): Open[] {
  return matched.pairs
    .filter(({ tracked }) => tracked.issue.isOpen)
    .map(({ item, tracked }) => ({ item, issue: tracked.issue }));
}

function count({ counts }: Kept, changes: Change[]): void {
  for (const { kind } of changes) counts[kind]++;
}

function noCounts(): Kept["counts"] {
  return { create: 0, edit: 0, tell: 0, close: 0, remind: 0 };
}
