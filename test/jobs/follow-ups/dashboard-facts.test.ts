import { expect, test } from "vitest";
import { factsOfFiles, openItems } from "../../../src/jobs/follow-ups/dashboard-facts.ts";
import { describeItems } from "../../../src/jobs/follow-ups/issue-text.ts";
import type { FollowedPostmortem } from "../../../src/jobs/follow-ups/items.ts";
import { actionItem, followUps, issueOf } from "./builders.ts";

const NOW = Date.parse("2026-02-20T06:00:00Z");
const fileUrl = (path: string) => `https://github.com/acme/docs/blob/HEAD/${path}`;

const past = (id: string, overrides: Partial<FollowedPostmortem> = {}): FollowedPostmortem => ({
  path: `docs/postmortems/${id}.md`,
  incidentId: id,
  title: id,
  service: "orders-service",
  created: NOW,
  acknowledged: null,
  resolved: null,
  causes: ["capacity", "unknown"],
  items: [],
  unclear: null,
  undated: [],
  ...overrides,
});

async function factsOf(postmortems: FollowedPostmortem[], items = followUps([])) {
  const described = await describeItems(items, fileUrl, (texts) => Promise.resolve([...texts]));
  const people = { "Jordan Lee": "jlee" };
  return { postmortems, items: described, itemIssues: null, people, since: null, fileUrl, now: NOW };
}

test("an item is overdue from the day after its date, by owner, the oldest date first", async () => {
  const items = followUps([
    actionItem("Today", { due: "2026-02-20" }),
    actionItem("Second", { due: "2026-02-19" }),
    actionItem("First", { due: "2026-02-01" }),
    actionItem("Nobody's", { owner: "open", due: "2026-02-02" }),
    actionItem("Undated", { due: null }),
  ]);
  const { overdue, untaken } = factsOfFiles(await factsOf([], items));
  expect(overdue.map(({ owner, rows }) => [owner, rows.map(({ link }) => link.words)])).toEqual([
    ["Jordan Lee", ["First", "Second"]],
    ["nobody", ["Nobody's"]],
  ]);
  // What is overdue stands there alone.
  expect(untaken.map(({ link, why }) => [link.words, why])).toEqual([["Undated", "no date"]]);
});

test("one person is one owner, however the name is written", async () => {
  const owners = ["Jordan Lee", "jordan  lee", "@jlee", "Sam", "@sam"];
  const items = followUps(owners.map((owner) => actionItem(owner, { owner, due: "2026-02-01" })));
  const { overdue } = factsOfFiles(await factsOf([], items));
  expect(overdue.map(({ owner, rows }) => [owner, rows.length])).toEqual([
    ["Jordan Lee", 3],
    ["Sam", 2],
  ]);
});

test("with issues, an item is open as long as its issue is, and the row leads there", async () => {
  const due = "2026-02-01";
  const items = followUps([
    actionItem("Open", { due }),
    actionItem("Ticked", { due, isTicked: true }),
    actionItem("Closed", { due }),
    actionItem("Ended", { owner: null, due }),
    actionItem("Without an issue", { owner: null, due }),
    actionItem("Would be made", { due }),
  ]);
  const facts = await factsOf([], items);
  const [open, ticked, closed, ended, , made] = facts.items;
  const itemIssues = new Map([
    [open!.key, issueOf(7, open!)],
    [ticked!.key, issueOf(8, ticked!)],
    [closed!.key, issueOf(9, closed!, { isOpen: false })],
    [ended!.key, issueOf(10, ended!, { isOpen: false })],
    [made!.key, null],
  ]);
  expect(openItems({ ...facts, itemIssues }).map(({ words }) => words)).toEqual(["Open", "Would be made"]);
  const { overdue, untaken } = factsOfFiles({ ...facts, itemIssues });
  expect(overdue.flatMap(({ rows }) => rows.map(({ link }) => link.url))).toEqual([
    "https://github.com/acme/docs/issues/7",
    fileUrl(made!.path),
  ]);
  expect(untaken.map(({ link }) => link.words)).toEqual(["Without an issue"]);
});

test("a repeat is a service with a cause that several postmortems of the year have", async () => {
  const { causes, repeats } = factsOfFiles(
    await factsOf([
      past("QA"),
      past("QB"),
      past("QC", { causes: ["change"] }),
      past("QD", { service: null }),
      past("QE", { created: null }),
      past("QF", { created: NOW - 400 * 86_400_000 }),
      past("QG", { service: "mailer", causes: ["change"] }),
      past("QH", { service: "mailer", causes: ["change"] }),
      past("QI", { service: "mailer", causes: ["change"] }),
    ]),
  );
  expect(causes[0]).toEqual({ cause: "change", count: 4 });
  expect(repeats.map(({ words, links }) => [words, links.length])).toEqual([
    ["mailer, change", 3],
    ["orders-service, capacity", 2],
  ]);
});
