/** What people and GitHub do to issues, played by whole runs: said once, never fatal, nothing doubled. */

import { describe, expect, test } from "vitest";
import { followUpsSandbox } from "./sandbox.ts";

const PATH = "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-pool.md";
const ISSUES = "follow-ups: { issues: true }";
const REMIND =
  "follow-ups: { issues: true, people: { Jordan Lee: jlee }, remind: { before: 2d, overdue: 7d } }";
const DAY_MS = 86_400_000;
const LIMIT = {
  do: "status",
  status: 403,
  body: { message: "You have exceeded a secondary rate limit" },
} as const;

const item = (words: string, box = " ", details = "owner: Jordan Lee; due: 2026-02-12") =>
  `- [${box}] ${words} (${details})\n`;

const postmortem = (items: string, front = "incident: Q1ORDERSPOOL01\ncreated: 2026-02-10T14:32:00Z") =>
  `---\n${front}\n---\n\n## Action Items\n${items}`;

async function setUp(items: string, github: Parameters<typeof followUpsSandbox>[1] = {}) {
  const started = await followUpsSandbox(
    { [PATH]: postmortem(items) },
    { issues: { people: ["jlee"] }, ...github },
  );
  const { server, files } = started;
  return {
    ...started,
    rewrite: (changed: string) => Object.assign(files, { [PATH]: postmortem(changed) }),
    comments: (number = 1) => server.issues.comments(number).map(({ body }) => body.split("\n")[0]),
  };
}

describe("an item", () => {
  test("that is ticked or gone is told once, and its issue stays open", async () => {
    const { server, run, rewrite, comments } = await setUp(item("Add a limit") + item("Add an alert"));
    await run(ISSUES);
    rewrite(item("Add a limit", "x"));
    for (let times = 1; times <= 2; times++) await run(ISSUES);
    expect([comments(1), comments(2)]).toEqual([
      [expect.stringContaining("is ticked")],
      [expect.stringContaining("no longer in its postmortem")],
    ]);
    expect(server.issues.all().map(({ state }) => state)).toEqual(["open", "open"]);
  });

  test("keeps its issue when the file is moved and the words are edited", async () => {
    const { server, run, files } = await setUp(item("Add a limit to the pool of connections"));
    await run(ISSUES);
    delete files[PATH];
    files["docs/postmortems/2026/q1/new-name.md"] = postmortem(
      item("Add a hard limit to the pool of connections"),
    );
    await run(ISSUES);
    expect(server.issues.all()).toMatchObject([{ title: "Add a hard limit to the pool of connections" }]);
    expect(server.issues.all()[0]?.body).toContain("2026/q1/new-name.md");
  });

  test("has nothing in its issue that GitHub acts on", async () => {
    const { server, run } = await setUp(item("Fixes #12: ask @acme/sre <img src=x> about it"));
    await run(ISSUES);
    const [issue] = server.issues.all();
    expect(issue?.body).toContain("`Fixes` `#12:` ask `@acme/sre` about it");
    expect(issue?.assignees).toEqual([]);
  });

  test("in a table is no item, and nobody's is none", async () => {
    const { server, run } = await setUp(
      `| item | owner |\n| --- | --- |\n| Add a limit | Sam |\n\n${item("A", " ", "owner: open; due: open")}`,
    );
    expect((await run(ISSUES)).failures).toEqual([]);
    expect(server.issues.all()).toEqual([]);
  });

  test("is made anew once where its issue was deleted, and never where it was closed", async () => {
    const { server, run } = await setUp(item("Add a limit") + item("Add an alert"));
    await run(ISSUES);
    server.issues.remove(1);
    server.issues.change(2, { state: "closed", state_reason: "not_planned" });
    for (let times = 1; times <= 2; times++) await run(ISSUES);
    expect(server.issues.all().map(({ title, state }) => [title, state])).toEqual([
      ["Add an alert", "closed"],
      ["Add a limit", "open"],
    ]);
  });

  test("has one issue of two that were made at once", async () => {
    const { server, run } = await setUp(item("Add a limit"));
    await run(ISSUES);
    server.issues.change(1, { labels: [] });
    await run(ISSUES);
    server.issues.change(1, { labels: [{ name: "postmortem" }] });
    server.fail({ method: "PATCH", path: /\/issues\/2$/, do: "status", status: 422 });
    await run(ISSUES);
    expect(server.issues.all().map(({ state, state_reason }) => [state, state_reason])).toEqual([
      ["open", null],
      ["closed", "not_planned"],
    ]);
  });
});

describe("reminders", () => {
  test("mention who took the item, once in each period", async () => {
    const { run, comments, clock } = await setUp(item("Add a limit"));
    for (let times = 1; times <= 2; times++) await run(REMIND);
    await clock.sleep(7 * DAY_MS);
    await run(REMIND);
    expect(comments()).toEqual([
      expect.stringMatching(/^@jlee This action item was due on 2026-02-12/),
      expect.stringContaining("was due"),
    ]);
  });

  test("wait while people talk, and are not written where nothing is due", async () => {
    const { server, run, comments } = await setUp(
      item("Add a limit") + item("Later", " ", "owner: Sam; due: 2026-05-01"),
    );
    await run(ISSUES);
    server.issues.comment(1, "I am on it.", "jlee");
    await run(REMIND);
    expect([comments(1), comments(2)]).toEqual([["I am on it."], []]);
  });

  test("are not asked for where nothing has come near", async () => {
    const { server, run } = await setUp(item("Later", " ", "owner: Sam; due: 2026-05-01"));
    await run(REMIND);
    expect(server.requests.some(({ path }) => path.includes("/issues/comments"))).toBe(false);
  });

  test("are 30 a run, the oldest dates first, and the rest is said", async () => {
    const many = Array.from({ length: 33 }, (_, index) => item(`Item number ${index}`)).join("");
    const { server, run } = await setUp(many);
    await run(ISSUES);
    expect((await run(REMIND, { "dry-run": "true" })).reason).toContain("30 reminded");
    expect((await run(REMIND)).warnings).toEqual([expect.stringContaining("3 more")]);
    expect((await run(REMIND)).warnings).toEqual([]);
    expect(server.issues.all().every(({ number }) => server.issues.comments(number).length === 1)).toBe(true);
  });

  test.for([
    ["took effect", true],
    ["did not", false],
  ] as const)("are not doubled where the answer was lost and the comment %s", async ([, after]) => {
    const { server, run, comments } = await setUp(item("Add a limit"));
    await run(ISSUES);
    server.fail({ method: "POST", path: /\/comments$/, do: "reset", after });
    await run(REMIND);
    expect(comments()).toHaveLength(1);
  });
});

describe("GitHub's refusals", () => {
  test.for([
    ["is locked", "POST", 403, "Unable to create comment because issue is locked."],
    ["was deleted", "PATCH", 410, "This issue was deleted"],
  ] as const)("of one issue that %s stop no other", async ([, method, status, message]) => {
    const { server, run, rewrite } = await setUp(item("Add a limit") + item("Add an alert"));
    await run(ISSUES);
    rewrite(item("Add a limit", "x") + item("Add an alert", "x"));
    server.fail({ method, path: /\/issues\/1(\/comments)?$/, do: "status", status, body: { message } });
    const { failures, warnings } = await run(ISSUES);
    expect([failures, warnings]).toEqual([[], [expect.stringContaining("#1")]]);
    expect(server.issues.comments(2)).toHaveLength(1);
    expect((await run(ISSUES)).warnings).toEqual([]);
    expect(server.issues.comments(1)).toHaveLength(1);
  });

  test("of the permission are red and name it", async () => {
    const { run } = await setUp(item("Add a limit"), {
      tokens: [{ token: "ghs_0123456789", isJob: true, contents: "read", issues: "read" }],
    });
    expect((await run(ISSUES)).failures).toEqual([expect.stringContaining("issues: write")]);
  });

  test("of labels and people are said once, and the issues are made without them", async () => {
    const { server, run } = await setUp(item("Add a limit") + item("Add an alert"), {
      issues: { droppedLabels: ["team"] },
    });
    const config = "follow-ups: { issues: true, labels: [postmortem, team], people: { Jordan Lee: gone } }";
    expect((await run(config)).warnings).toEqual([
      expect.stringContaining("team"),
      expect.stringContaining("gone"),
    ]);
    expect(server.issues.all()).toHaveLength(2);
  });

  test("by a short limit are waited for, and by a long one end the run with what was done", async () => {
    const { server, run } = await setUp(item("Add a limit") + item("Add an alert"));
    server.fail({ ...LIMIT, method: "POST", path: /\/issues$/, retryAfter: "30" });
    expect((await run(ISSUES)).warnings).toEqual([]);
    server.issues.remove(1);
    server.fail({ ...LIMIT, method: "POST", path: /\/issues$/ });
    const config = "follow-ups: { issues: true, dashboard: true }";
    expect(await run(config)).toMatchObject({
      reason: expect.stringContaining("the dashboard waits"),
      warnings: [expect.stringContaining("limit")],
    });
  });

  test("by no answer are tried again where that doubles nothing", async () => {
    const { server, run } = await setUp(item("Add a limit"));
    server.fail({ method: "GET", path: /\/issues\?/, do: "reset" });
    server.fail({ method: "POST", path: /\/issues$/, do: "reset" });
    expect((await run(ISSUES)).failures).toEqual([]);
    expect(server.issues.all()).toHaveLength(1);
  });

  test("of everything are red", async () => {
    const { server, run } = await setUp(item("Add a limit"));
    server.fail({ method: "GET", path: /\/issues\?/, do: "status", status: 500, times: 9 });
    expect((await run(ISSUES)).failures).toHaveLength(1);
  });
});

describe("files", () => {
  test("are listed page by page", async () => {
    const { server, run } = await setUp(
      Array.from({ length: 120 }, (_, index) => item(`Item number ${index}`)).join(""),
    );
    await run(ISSUES);
    server.requests.length = 0;
    expect(await run(ISSUES)).toMatchObject({ openItems: 120, overdueItems: 120 });
    expect(server.requests).toHaveLength(2);
  });

  test("that are none, twins, or cannot be read are named, ten at most, and no item counts as gone", async () => {
    const { run, files, comments } = await setUp(item("Add a limit"));
    await run(ISSUES);
    files[PATH] = postmortem("");
    files["docs/postmortems/README.md"] = "# Postmortems";
    files["docs/postmortems/twin.md"] = postmortem("");
    files["docs/postmortems/huge.md"] = "x".repeat(5_000_000);
    for (let index = 0; index < 10; index++)
      files[`docs/postmortems/${index}.md`] = postmortem("", "incident: no id");
    expect((await run(ISSUES)).warnings).toEqual([
      expect.stringContaining("and 1 more"),
      expect.stringContaining("twin.md has the incident of"),
    ]);
    expect(comments()).toEqual([]);
  });
});
