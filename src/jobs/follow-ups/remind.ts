/** Writes the reminders that are due: few, dated, and none while people are talking. */

import type { Issue, Issues } from "../../github/issues.ts";
import type { DescribedItem } from "./issue-text.ts";
import { loginsOf, type People } from "./people.ts";
import {
  commentsSince,
  mayRemind,
  type Reminder,
  type ReminderDays,
  reminderAt,
  writeReminder,
} from "./reminders.ts";
import { comment, unlessGone, type Written } from "./write.ts";

/** An item and its issue. */
type Open = { item: DescribedItem; issue: Issue };

/** A reminder that is to be written. */
export type Due = Open & { reminder: Reminder };

const MOST = 30;

/** The reminders of these open items to write now, the oldest dates first, 30 at most; `rest` counts the others. */
export async function dueReminders(
  open: Open[],
  { issues, days, now }: { issues: Issues; days: ReminderDays; now: number },
): Promise<{ due: Due[]; rest: number }> {
  const candidates = open.flatMap(({ item, issue }) => {
    const reminder = item.due === null ? null : reminderAt(item.due, days, now);
    return reminder === null ? [] : [{ item, issue, reminder }];
  });
  if (candidates.length === 0) return { due: [], rest: 0 };
  const comments = Map.groupBy(await issues.listComments(commentsSince(days, now)), ({ issue }) => issue);
  const all = candidates
    .filter(({ issue, reminder }) => mayRemind(reminder, comments.get(issue.number) ?? [], now))
    .sort((a, b) => a.reminder.due.localeCompare(b.reminder.due));
  return { due: all.slice(0, MOST), rest: Math.max(0, all.length - MOST) };
}

/** Writes them; throws as `writeChanges` does. */
export async function writeReminders(
  due: Due[],
  { issues, people, now }: { issues: Issues; people: People; now: number },
  written: Written,
): Promise<void> {
  for (const { item, issue, reminder } of due) {
    const isThere = async () => !mayRemind(reminder, await issues.listCommentsOf(issue.number), now);
    await unlessGone(written, issue, async () => {
      await comment(issues, issue.number, writeReminder(reminder, loginsOf(item.owner, people)), isThere);
      written.counts.remind++;
    });
  }
}
