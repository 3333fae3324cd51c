/** What there is to write, decided from the files and from the issues that are there; nothing is written here. */

import type { Issue } from "../../github/issues.ts";
import { type Marker, readMarker, readText, writeBody } from "./body.ts";
import type { DescribedItem } from "./issue-text.ts";
import { isSince, isTaken } from "./items.ts";
import { type Matched, matchIssues, type Pair, type Tracked } from "./matching.ts";

/** One change of GitHub's issues. */
export type IssueChange =
  | { kind: "create"; item: DescribedItem; title: string; body: string }
  | { kind: "edit"; issue: Issue; title: string; body: string }
  /** A comment that the item is ticked or gone; after it the body says that it was told. */
  | { kind: "tell"; issue: Issue; told: "ticked" | "gone"; title: string; body: string }
  | { kind: "close"; issue: Issue; of: number };

export type Plan = {
  changes: IssueChange[];
  matched: Matched<DescribedItem>;
  /** What people should know: an item that took a closed issue with other words, and issues of other files. */
  notices: string[];
};

/** What the plan is made from. */
export type PlanFacts = {
  items: DescribedItem[];
  issues: Issue[];
  /** Only items of incidents that began at this instant (epoch milliseconds) or later get an issue. */
  since: number | null;
  absenceOf: (tracked: Tracked) => Absence;
};

/**
 * What to think of an open issue whose item was not found: the item is gone, it may stand in what could not be read,
 * or it belongs to no file of the directory.
 */
export type Absence = "gone" | "unclear" | "elsewhere";

/** Plans the changes: duplicates are closed, texts follow their items, items that a person took get their issue. */
export function planIssues({ items, issues, since, absenceOf }: PlanFacts): Plan {
  const tracked = issues.flatMap((issue): Tracked[] => {
    const marker = readMarker(issue.body);
    return marker === null ? [] : [{ issue, marker }];
  });
  const matched = matchIssues(items, tracked);
  const open = matched.left.filter(({ issue }) => issue.isOpen);
  const absent = Map.groupBy(open, absenceOf);
  return {
    matched,
    notices: [
      ...matched.pairs.filter(({ isMoved, tracked: { issue } }) => isMoved && !issue.isOpen).map(noticeOf),
      ...elsewhereNotice(absent.get("elsewhere") ?? []),
    ],
    changes: [
      ...matched.duplicates
        .filter(({ tracked: { issue } }) => issue.isOpen)
        .map(({ tracked: { issue }, of }): IssueChange => ({ kind: "close", issue, of: of.issue.number })),
      ...matched.pairs.flatMap(follow),
      ...(absent.get("gone") ?? []).flatMap(tellGone),
      ...matched.missing
        .filter((item) => isTaken(item) && isSince(item, since))
        .map((item): IssueChange => {
          const { title, text } = item.issue;
          return { kind: "create", item, title, body: writeBody("", { ...item, told: null }, text) };
        }),
    ],
  };
}

function noticeOf({ item, tracked: { issue } }: Pair<DescribedItem>): string {
  return `An item of ${item.path} has other words than its issue #${issue.number}, which is closed, so it counts as ended; reopen the issue if it does not.`;
}

function elsewhereNotice({ length }: Tracked[]): string[] {
  if (length === 0) return [];
  return [
    `Open issues that belong to no file of the directory, and are left as they are: ${length}. Check \`directory\` in the configuration; where a repository has several configurations, each needs its own first label.`,
  ];
}

function follow({ item, tracked: { issue, marker }, isMoved }: Pair<DescribedItem>): IssueChange[] {
  const { title, text } = item.issue;
  // A closed issue is history: only what finds it again is kept up to date.
  if (!issue.isOpen && !isMoved) return [];
  const isNews = item.isTicked && issue.isOpen && marker.told !== "ticked";
  const told = item.isTicked ? (issue.isOpen ? "ticked" : marker.told) : null;
  const { incidentId, key } = isMoved ? item : marker;
  const body = writeBody(issue.body, { incidentId, key, told }, text);
  if (isNews) return [{ kind: "tell", issue, told: "ticked", title, body }];
  const isSame = issue.title === title && sameLines(issue.body) === sameLines(body);
  return isSame ? [] : [{ kind: "edit", issue, title, body }];
}

function tellGone({ issue, marker }: Tracked): IssueChange[] {
  if (marker.told === "gone") return [];
  return [{ kind: "tell", issue, told: "gone", title: issue.title, body: markTold(issue.body, marker) }];
}

function markTold(body: string, marker: Marker): string {
  return writeBody(body, { ...marker, told: "gone" }, readText(body) ?? "");
}

/** A body as it reads, since GitHub's editor ends lines with CR LF. */
export function sameLines(body: string): string {
  return body.replaceAll("\r\n", "\n").trim();
}
