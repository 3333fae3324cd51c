import { describe, expect, test } from "vitest";
import { readMarker } from "../../../src/jobs/follow-ups/body.ts";
import { describeItems } from "../../../src/jobs/follow-ups/issue-text.ts";
import type { FollowUp } from "../../../src/jobs/follow-ups/items.ts";
import { planIssues } from "../../../src/jobs/follow-ups/plan.ts";
import { actionItem, followUps, issueOf } from "./builders.ts";

type Facts = Partial<Omit<Parameters<typeof planIssues>[0], "items"> & { items: FollowUp[] }>;

const described = (items: FollowUp[]) =>
  describeItems(
    items,
    (path) => `https://github.com/acme/docs/blob/main/${path}`,
    (texts) => Promise.resolve([...texts]),
  );

async function plan(facts: Facts) {
  const { items = [], issues = [] } = facts;
  return planIssues({
    issues,
    since: null,
    absenceOf: () => "gone",
    ...facts,
    items: await described(items),
  });
}

const kindsOf = ({ changes }: Awaited<ReturnType<typeof plan>>) => changes.map(({ kind }) => kind);

/** An item, and its issue as the run before left it. */
async function settled(words = "Add a limit", overrides: Parameters<typeof actionItem>[1] = {}) {
  const items = followUps([actionItem(words, overrides)]);
  const [change] = (await plan({ items: followUps([words]) })).changes;
  if (change?.kind !== "create") throw new Error("nothing was created");
  return { items, issue: issueOf(1, items[0]!, change) };
}

describe("an item becomes an issue", () => {
  test.for([
    ["whenever the incident began, where no day is set", null, ["create"]],
    ["that began in the first moment of the day", "2026-02-10T14:32:00Z", ["create"]],
    ["that did not begin before the day", "2026-02-10T14:32:00.001Z", []],
  ] as const)("of an incident %s", async ([, since, kinds]) => {
    const facts = { since: since && Date.parse(since) };
    expect(kindsOf(await plan({ items: followUps(["Add a limit"]), ...facts }))).toEqual(kinds);
  });

  test("not where nobody knows when the incident began, and only later ones are wanted", async () => {
    const items = followUps(["Add a limit"], { created: null });
    expect(kindsOf(await plan({ items, since: 0 }))).toEqual([]);
  });

  test("once: its own issue, open or closed, is left as it is", async () => {
    const { items, issue } = await settled();
    for (const isOpen of [true, false])
      expect(kindsOf(await plan({ items, issues: [{ ...issue, isOpen }] }))).toEqual([]);
  });
});

describe("an issue follows its item", () => {
  test("in title and text, and people's words stay", async () => {
    const { issue } = await settled("Add an alert at 80 % of the pool");
    const items = followUps(["Add an alert at 90 % of the pool"]);
    const { changes } = await plan({ items, issues: [{ ...issue, body: `${issue.body}\n\nMine.` }] });
    expect(changes).toMatchObject([{ kind: "edit", title: "Add an alert at 90 % of the pool" }]);
    expect(changes[0]).toHaveProperty("body", expect.stringMatching(/90 %.*Mine\.$/s));
    expect(readMarker((changes[0] as { body: string }).body)?.key).toBe(items[0]!.key);
  });

  test("into a closed one only where the key moves, which is said", async () => {
    const { items, issue } = await settled("Add an alert at 80 % of the pool", { owner: "Sam" });
    const closed = [{ ...issue, isOpen: false }];
    expect((await plan({ items, issues: closed })).changes).toEqual([]);
    const moved = await plan({ items: followUps(["Add an alert at 90 % of the pool"]), issues: closed });
    expect(kindsOf(moved)).toEqual(["edit"]);
    expect(moved.notices).toEqual([expect.stringContaining("#1")]);
    const ticked = followUps([actionItem("Add an alert at 90 % of the pool", { isTicked: true })]);
    expect(kindsOf(await plan({ items: ticked, issues: closed }))).toEqual(["edit"]);
  });

  test("and is told once that it is gone", async () => {
    const { issue } = await settled();
    const { changes } = await plan({ issues: [issue] });
    expect(changes).toMatchObject([{ kind: "tell", told: "gone" }]);
    const told = { ...issue, ...(changes[0] as { body: string }) };
    expect(kindsOf(await plan({ issues: [told] }))).toEqual([]);
  });

  test("and is told once that it is ticked, and loses the mark when the tick is gone", async () => {
    const { items, issue } = await settled("Add a limit", { isTicked: true });
    const first = await plan({ items, issues: [issue] });
    expect(first.changes).toMatchObject([{ kind: "tell", told: "ticked" }]);
    const told = { ...issue, ...(first.changes[0] as { body: string }) };
    expect(kindsOf(await plan({ items, issues: [told] }))).toEqual([]);
    expect(kindsOf(await plan({ items: followUps(["Add a limit"]), issues: [told] }))).toEqual(["edit"]);
  });

  test("whose editor at GitHub ends lines otherwise", async () => {
    const { items, issue } = await settled();
    const edited = { ...issue, body: `${issue.body.replaceAll("\n", "\r\n")}\r\n` };
    expect(kindsOf(await plan({ items, issues: [edited] }))).toEqual([]);
  });
});

describe("an issue without its item", () => {
  test.for([
    ["when not every file was read", {}, { absenceOf: () => "unclear" }],
    ["when it is closed", { isOpen: false }, {}],
  ] as const)("is told nothing %s", async ([, overrides, facts]) => {
    const { issue } = await settled();
    expect(kindsOf(await plan({ issues: [{ ...issue, ...overrides }], ...facts }))).toEqual([]);
  });

  test("is told also where people have deleted half of our text", async () => {
    const { issue } = await settled();
    const body = issue.body.replace(/<!--[^>]*ends -->/, "");
    expect(kindsOf(await plan({ issues: [{ ...issue, body }] }))).toEqual(["tell"]);
  });

  test("is none of ours without a marker", async () => {
    const { items, issue } = await settled();
    expect(kindsOf(await plan({ items, issues: [{ ...issue, body: "" }] }))).toEqual(["create"]);
  });
});

test("of two open issues with one key the younger is closed", async () => {
  const { items, issue } = await settled();
  const { changes } = await plan({ items, issues: [{ ...issue, number: 4 }, issue] });
  expect(changes).toMatchObject([{ kind: "close", issue: { number: 4 }, of: 1 }]);
});
