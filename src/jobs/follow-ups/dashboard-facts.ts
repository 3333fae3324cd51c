/** What the dashboard shows of the files themselves: items, months, causes and repeats. */

import { nameKey } from "../../lib/names.ts";
import { dateOf } from "../../lib/time.ts";
import type { DashboardFacts, Entry } from "./dashboard.ts";
import { isOfLastMonths, monthsOf } from "./figures.ts";
import type { DescribedItem, FileUrl } from "./issue-text.ts";
import { type FollowedPostmortem, isSince } from "./items.ts";
import type { ItemIssues } from "./keep-issues.ts";
import { loginsOf, type People } from "./people.ts";
import { daysLate } from "./reminders.ts";

/** What is known of one run; words in it are redacted. */
export type FileFacts = {
  postmortems: FollowedPostmortem[];
  items: DescribedItem[];
  /** Null without issues: then an item is open until it is ticked. */
  itemIssues: ItemIssues | null;
  people: People;
  since: number | null;
  fileUrl: FileUrl;
  now: number;
};

type FromFiles = Pick<DashboardFacts, "untaken" | "overdue" | "months" | "causes" | "repeats">;

type Dated = FollowedPostmortem & { created: number };

/** The part of the dashboard that the files and their issues tell. */
export function factsOfFiles(facts: FileFacts): FromFiles {
  const { postmortems, now } = facts;
  const recent = postmortems.flatMap((one): Dated[] => {
    const { created } = one;
    return created !== null && isOfLastMonths(created, now) ? [{ ...one, created }] : [];
  });
  return {
    untaken: untakenOf(facts),
    overdue: overdueOf(facts),
    months: monthsOf(recent, now),
    causes: causesOf(recent),
    repeats: repeatsOf(recent, facts.fileUrl),
  };
}

type ItemFacts = Pick<FileFacts, "items" | "itemIssues" | "now">;

/** The items that are not ticked; with issues, those of them whose issue is open. */
export function openItems({ items, itemIssues }: Omit<ItemFacts, "now">): DescribedItem[] {
  return items.filter(({ isTicked, key }) => {
    if (isTicked || itemIssues === null) return !isTicked;
    const issue = itemIssues.get(key);
    return issue === null || issue?.isOpen === true;
  });
}

/** The open items whose day has passed. */
export function overdueItems(facts: ItemFacts): DescribedItem[] {
  return openItems(facts).filter(({ due }) => due !== null && daysLate(due, facts.now) > 0);
}

function overdueOf(facts: FileFacts): FromFiles["overdue"] {
  const { itemIssues, people, fileUrl } = facts;
  // One person may be written in several ways.
  const keyOf = ({ owner }: DescribedItem) =>
    loginsOf(owner, people).sort().join(" ") || nameKey(owner ?? "").replace(/^@/, "");
  return [...Map.groupBy(overdueItems(facts), keyOf).values()].map((own) => ({
    owner: own[0]?.issue.owner || "nobody",
    rows: own
      .toSorted((a, b) => String(a.due).localeCompare(String(b.due)))
      .map(({ key, path, issue, due }) => ({
        link: { words: issue.words, url: itemIssues?.get(key)?.url ?? fileUrl(path) },
        why: `due ${due}`,
      })),
  }));
}

/** What is overdue stands there alone, and what a person has closed is ended. */
function untakenOf(facts: FileFacts): Entry[] {
  const { items, itemIssues, since, fileUrl } = facts;
  const overdue = new Set(overdueItems(facts).map(({ key }) => key));
  return items
    .filter((item) => !item.isTicked && isSince(item, since) && (item.owner === null || item.due === null))
    .filter(({ key }) => !overdue.has(key) && itemIssues?.get(key)?.isOpen !== false)
    .map(({ path, issue, owner, due }) => ({
      link: { words: issue.words, url: fileUrl(path) },
      why: [owner === null ? "no owner" : "", due === null ? "no date" : ""].filter(Boolean).join(", "),
    }));
}

function causesOf(postmortems: FollowedPostmortem[]): FromFiles["causes"] {
  const counts = new Map<string, number>();
  for (const cause of postmortems.flatMap(({ causes }) => [...new Set(causes)]))
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts].map(([cause, count]) => ({ cause, count })).sort((a, b) => b.count - a.count);
}

/** Postmortems of one service with one cause, where there are several. */
function repeatsOf(postmortems: Dated[], fileUrl: FileUrl): FromFiles["repeats"] {
  const pairs = postmortems.flatMap(({ service, causes, created, incidentId, path }) =>
    [...new Set(causes)]
      .filter((cause) => service !== null && cause !== "unknown")
      .map((cause) => ({
        words: `${service}, ${cause}`,
        link: { words: `${dateOf(created)} ${incidentId}`, url: fileUrl(path) },
      })),
  );
  return [...Map.groupBy(pairs, ({ words }) => words)]
    .filter(([, own]) => own.length > 1)
    .map(([words, own]) => ({ words, links: own.map(({ link }) => link) }))
    .sort((a, b) => b.links.length - a.links.length);
}
