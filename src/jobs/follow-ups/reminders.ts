/** When an action item is due for a reminder: a pure function of dates and of the comments that are there. */

import type { IssueComment } from "../../github/issues.ts";
import { DAY_MS } from "../../lib/time.ts";

type Comment = Pick<IssueComment, "body" | "createdAt" | "isPerson">;

/** How often to remind, in days: once `before` the date, and once in each `overdue` days after it. */
export type ReminderDays = { before: number; overdue: number };

/** Which reminder it is: `period` is -1 before the date, 0 in the first days after it, and so on. */
export type Reminder = { due: string; period: number };

const QUIET_MS = 3 * DAY_MS;
const MARKER = /<!-- postmortem-bridge reminder (\d{4}-\d\d-\d\d) (-?\d{1,5}) -->/;

/** The reminder that an open item with this date should have now; null when it is not the time. Days are UTC. */
export function reminderAt(due: string, { before, overdue }: ReminderDays, now: number): Reminder | null {
  const late = daysLate(due, now);
  if (late > 0) return { due, period: Math.floor((late - 1) / overdue) };
  return late >= -before ? { due, period: -1 } : null;
}

/** By how many days the date has passed; not above 0 until the day is over. */
export function daysLate(due: string, now: number): number {
  return Math.floor(now / DAY_MS) - Date.parse(due) / DAY_MS;
}

/** Whether this reminder may be written: it is not there yet, and no person wrote in the last three days. */
export function mayRemind({ due, period }: Reminder, comments: Comment[], now: number): boolean {
  return comments.every(({ body, createdAt, isPerson }) => {
    const [, date, written] = MARKER.exec(body) ?? [];
    if (date !== undefined) return date !== due || Number(written) !== period;
    return !isPerson || now - createdAt >= QUIET_MS;
  });
}

/** From when on comments must be read, in epoch milliseconds, to decide on any reminder. */
export function commentsSince({ before, overdue }: ReminderDays, now: number): number {
  return now - (Math.max(before, overdue, QUIET_MS / DAY_MS) + 1) * DAY_MS;
}

/** The comment; `mentions` are logins and teams that the configuration names. */
export function writeReminder({ due, period }: Reminder, mentions: string[]): string {
  const names = mentions.map((login) => `@${login}`).join(" ");
  const what =
    period === -1
      ? `This action item is due on ${due}.`
      : `This action item was due on ${due}. Close this issue if it is done, or change the date in the postmortem.`;
  return `${names === "" ? "" : `${names} `}${what}\n\n<!-- postmortem-bridge reminder ${due} ${period} -->`;
}
