/** The action items of all postmortems, each with the key by which its issue is found again. */

import { createHash } from "node:crypto";
import { toSingleLine } from "../../lib/text.ts";
import { isDay } from "../../lib/time.ts";
import { type ActionItem, isOpen } from "../../postmortem/action-items.ts";

/** A postmortem as the follow-ups see it. Times are epoch milliseconds; what the front matter does not say is null. */
export type FollowedPostmortem = {
  path: string;
  incidentId: string;
  title: string;
  service: string | null;
  created: number | null;
  acknowledged: number | null;
  resolved: number | null;
  causes: string[];
  items: ActionItem[];
  /** Why some of its items may not be among `items`; null where all of them are. */
  unclear: string | null;
  /** What is written in place of dates. */
  undated: string[];
};

/** What of a postmortem its items need. */
type Promised = Pick<FollowedPostmortem, "incidentId" | "path" | "title" | "created" | "items">;

/** An action item of a postmortem. */
export type FollowUp = {
  incidentId: string;
  path: string;
  /** Of the postmortem. */
  title: string;
  /** Hash of incident, words and rank: the same wherever the item stands, whatever its file is called. */
  key: string;
  words: string;
  /** Null where nobody has taken it. */
  owner: string | null;
  /** A day such as 2026-03-01; null where it has none. */
  due: string | null;
  kind: string | null;
  doneWhen: string | null;
  isTicked: boolean;
  /** When the incident began, in epoch milliseconds. */
  created: number | null;
};

const KEY_LENGTH = 16;

/** The items of one postmortem that have a box and words. Of items with equal words each has its rank in its key. */
export function followUpsOf({ incidentId, path, title, created, items }: Promised): FollowUp[] {
  const ranks = new Map<string, number>();
  return items.flatMap(({ isTicked, words, owner, due, kind, doneWhen }) => {
    if (isTicked === null || toSingleLine(words, 1) === "") return [];
    const first = keyOf(incidentId, words, 0);
    const rank = ranks.get(first) ?? 0;
    ranks.set(first, rank + 1);
    return {
      incidentId,
      path,
      title,
      key: rank === 0 ? first : keyOf(incidentId, words, rank),
      words,
      owner: owner === null || isOpen(owner) ? null : owner,
      due: due !== null && isDay(due) ? due : null,
      kind,
      doneWhen,
      isTicked,
      created,
    };
  });
}

/** Whether a person has taken it: it is not ticked, and has an owner and a date. */
export function isTaken({ isTicked, owner, due }: FollowUp): boolean {
  return !isTicked && owner !== null && due !== null;
}

/** Whether an incident began late enough (epoch milliseconds); where the front matter does not say when, it did not. */
export function isSince({ created }: { created: number | null }, since: number | null): boolean {
  return since === null || (created !== null && created >= since);
}

/** The key of the item with these words that has so many with equal words before it. */
export function keyOf(incidentId: string, words: string, rank: number): string {
  const facts = JSON.stringify([incidentId, words.normalize("NFC").toLowerCase(), rank]);
  return createHash("sha256").update(facts).digest("hex").slice(0, KEY_LENGTH);
}
