/** Items and issues for the tests of the follow-ups. */

import type { Issue } from "../../../src/github/issues.ts";
import { writeBody } from "../../../src/jobs/follow-ups/body.ts";
import { type FollowUp, followUpsOf } from "../../../src/jobs/follow-ups/items.ts";
import type { ActionItem } from "../../../src/postmortem/action-items.ts";

const INCIDENT = "Q1ORDERSPOOL01";

export function actionItem(words: string, overrides: Partial<ActionItem> = {}): ActionItem {
  return {
    line: 1,
    isTicked: false,
    words,
    owner: "Jordan Lee",
    due: "2026-03-01",
    kind: "prevent",
    doneWhen: "it holds",
    ...overrides,
  };
}

/** The items of one postmortem. */
export function followUps(
  items: (string | ActionItem)[],
  overrides: Partial<Parameters<typeof followUpsOf>[0]> = {},
): FollowUp[] {
  return followUpsOf({
    path: "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-pool.md",
    incidentId: INCIDENT,
    title: "Pool exhaustion",
    created: Date.parse("2026-02-10T14:32:00Z"),
    items: items.map((item) => (typeof item === "string" ? actionItem(item) : item)),
    ...overrides,
  });
}

/** The issue of an item, as it was made. */
export function issueOf(number: number, item: FollowUp, overrides: Partial<Issue> = {}): Issue {
  return {
    number,
    url: `https://github.com/acme/docs/issues/${number}`,
    title: item.words,
    body: writeBody("", { ...item, told: null }, item.words),
    isOpen: true,
    isLocked: false,
    labels: ["postmortem"],
    assignees: [],
    ...overrides,
  };
}
