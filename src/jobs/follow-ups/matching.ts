/** Which issue belongs to which action item, also after the item's words were edited. */

import type { Issue } from "../../github/issues.ts";
import { likenessOf } from "../../lib/likeness.ts";
import { type Marker, readText } from "./body.ts";
import { type FollowUp, keyOf } from "./items.ts";

/** An issue that is ours. */
export type Tracked = { issue: Issue; marker: Marker };

/** An item and its issue; `isMoved` where the issue was found by like words, so that it takes the item's key. */
export type Pair<Item> = { item: Item; tracked: Tracked; isMoved: boolean };

export type Matched<Item> = {
  pairs: Pair<Item>[];
  /** Items that have no issue. */
  missing: Item[];
  /** Issues whose item is in no file. */
  left: Tracked[];
  /** Younger issues with the key of an older one. */
  duplicates: { tracked: Tracked; of: Tracked }[];
};

const MOST_TWINS = 9;
const LIKE_OPEN = 0.6;
/** An issue that was closed ends its item for good, so the words must be more alike. */
const LIKE_CLOSED = 0.8;

/** Matches by key, and what is left by words within one incident, the most alike first. */
export function matchIssues<Item extends FollowUp>(items: Item[], tracked: Tracked[]): Matched<Item> {
  const sorted = tracked.toSorted((a, b) => a.issue.number - b.issue.number);
  const byKey = new Map<string, Tracked>();
  const duplicates: Matched<Item>["duplicates"] = [];
  for (const one of sorted) {
    const of = byKey.get(one.marker.key);
    if (of === undefined) byKey.set(one.marker.key, one);
    else duplicates.push({ tracked: one, of });
  }
  const own = new Map(items.map((item) => [item, byKey.get(item.key)]));
  for (const { key } of items) byKey.delete(key);
  const missing = items.filter((item) => own.get(item) === undefined);
  const pairs = [...own].flatMap(([item, tracked]): Pair<Item>[] => {
    const better = tracked?.issue.isOpen === false ? openTwin(item, byKey) : undefined;
    if (better !== undefined) byKey.delete(better.marker.key);
    const chosen = better ?? tracked;
    return chosen === undefined ? [] : [{ item, tracked: chosen, isMoved: false }];
  });
  const moved = matchWords(missing, [...byKey.values()]);
  const matchedItems = new Set(moved.map(({ item }) => item.key));
  const matchedIssues = new Set(moved.map(({ tracked: { marker } }) => marker.key));
  return {
    pairs: [...pairs, ...moved],
    missing: missing.filter(({ key }) => !matchedItems.has(key)),
    left: [...byKey.values()].filter(({ marker }) => !matchedIssues.has(marker.key)),
    duplicates,
  };
}

/** Of items with equal words one may be gone; the one that stays keeps an issue that is open. */
function openTwin({ incidentId, words }: FollowUp, left: Map<string, Tracked>): Tracked | undefined {
  return Array.from({ length: MOST_TWINS }, (_, rank) => left.get(keyOf(incidentId, words, rank))).find(
    (tracked) => tracked?.issue.isOpen,
  );
}

function matchWords<Item extends FollowUp>(items: Item[], tracked: Tracked[]): Pair<Item>[] {
  const byIncident = Map.groupBy(tracked, ({ marker }) => marker.incidentId);
  const alike = items
    .flatMap((item) =>
      (byIncident.get(item.incidentId) ?? []).map((one) => ({
        item,
        tracked: one,
        likeness: likenessOf(item.words, itemWords(one.issue)),
      })),
    )
    .filter(({ tracked: { issue }, likeness }) => likeness >= (issue.isOpen ? LIKE_OPEN : LIKE_CLOSED))
    .sort((a, b) => b.likeness - a.likeness);
  const used = new Set<string>();
  return alike.flatMap(({ item, tracked: one }) => {
    if (used.has(item.key) || used.has(one.marker.key)) return [];
    used.add(item.key).add(one.marker.key);
    return { item, tracked: one, isMoved: true };
  });
}

/** Our text begins with the words of the item; people may have changed the title. */
function itemWords({ title, body }: Issue): string {
  return readText(body)?.split("\n")[0] ?? title;
}
