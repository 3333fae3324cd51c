import { expect, test } from "vitest";
import { factsOfFiles, overdueItems } from "../../../src/jobs/follow-ups/dashboard-facts.ts";
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
  hasUnboxed: false,
  ...overrides,
});

async function factsOf(postmortems: FollowedPostmortem[], items = followUps([])) {
  const described = await describeItems(items, fileUrl, (texts) => Promise.resolve([...texts]));
  return { postmortems, items: described, open: null, since: null, fileUrl, now: NOW };
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
  expect(untaken.map(({ link, why }) => [link.words, why])).toEqual([
    ["Nobody's", "no owner"],
    ["Undated", "no date"],
  ]);
});

test("with issues, an item is overdue as long as its issue is open, and the row leads there", async () => {
  const items = followUps([
    actionItem("First", { due: "2026-02-01" }),
    actionItem("Second", { due: "2026-02-01" }),
  ]);
  const facts = await factsOf([], items);
  const open = facts.items.slice(0, 1).map((item) => ({ item, issue: issueOf(7, item) }));
  expect(overdueItems({ ...facts, open })).toHaveLength(1);
  const [own] = factsOfFiles({ ...facts, open }).overdue;
  expect(own?.rows.map(({ link }) => link.url)).toEqual(["https://github.com/acme/docs/issues/7"]);
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
