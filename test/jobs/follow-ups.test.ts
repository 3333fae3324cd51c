/** Whole runs of the follow-ups: what becomes of items, and of what people and GitHub do to their issues. */

import { describe, expect, test } from "vitest";
import type { SandboxIssue } from "../../sandbox/github/issues.ts";
import { followUpsSandbox } from "./follow-ups/sandbox.ts";

const PATH = "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-pool.md";
const ISSUES = "follow-ups: { issues: true }";
const REMIND =
  "follow-ups: { issues: true, people: { Jordan Lee: jlee }, remind: { before: 2d, overdue: 7d } }";
const DAY_MS = 86_400_000;
const CREATE = { method: "POST", path: /\/issues$/ };
const LIMIT = {
  do: "status",
  status: 403,
  body: { message: "You have exceeded a secondary rate limit" },
} as const;
const UNWILLING = { do: "status", status: 500, times: 9 } as const;

const item = (words: string, box = " ", details = "owner: Jordan Lee; due: 2026-02-12") =>
  `- [${box}] ${words} (${details})\n`;

const TWO = item("Add a limit") + item("Add an alert");

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
    states: () => server.issues.all().map(({ title, state }) => `${title}: ${state}`),
    comments: (number = 1) => server.issues.comments(number).map(({ body }) => body.split("\n")[0]),
  };
}

describe("the follow-ups", () => {
  test("say that reminders have nothing to remind in without issues", async () => {
    const { run } = await setUp(TWO);
    const alone = expect.stringContaining("remind has no effect without issues: true");
    expect(await run("follow-ups: { remind: {} }")).toMatchObject({ decision: "skipped", reason: alone });
    const { warnings } = await run("follow-ups: { dashboard: true, remind: {} }");
    expect(warnings).toContainEqual(alone);
  });

  test("make an issue of what somebody took, once, and say what has no checkbox or no date", async () => {
    const nobodys = [
      item("Open", " ", "owner: open; due: open"),
      item("Without a date", " ", "owner: Sam; due: soon"),
      item("Ticked", "x"),
      item("\u200b\u2063"),
      "- Without a box (owner: Sam; due: 2026-02-12)\n",
    ];
    const { server, run, states } = await setUp(item("Add a limit") + nobodys.join(""));
    for (let times = 1; times <= 2; times++)
      expect(await run(ISSUES)).toMatchObject({
        decision: "followed-up",
        openItems: 1,
        overdueItems: 1,
        failures: [],
        warnings: [expect.stringMatching(`${PATH}: .*line 12 .*checkbox, and .*line 9 .*no day`)],
      });
    expect(states()).toEqual(["Add a limit: open"]);
    expect(server.requests.some(({ path }) => path.startsWith("/search"))).toBe(false);
  });

  test.for([
    ["nothing is configured", "", {}],
    ["nothing is configured in a public repository", "", { repository: { private: false } }],
    ["the push is to another branch", ISSUES, { ref: "refs/heads/other" }],
  ] as const)("do nothing where %s", async ([, config, payload]) => {
    const { run, states } = await setUp(TWO);
    expect(await run(config, {}, payload)).toMatchObject({ decision: "skipped", failures: [] });
    expect(states()).toEqual([]);
  });

  test.for([
    ["without a token", { "github-token": "" }, {}, "github-token"],
    ["in a public repository", {}, { repository: { private: false } }, "allow-public"],
  ] as const)("are red %s, and write nothing", async ([, inputs, payload, named]) => {
    const { run, states } = await setUp(TWO);
    expect((await run(ISSUES, inputs, payload)).failures).toEqual([expect.stringContaining(named)]);
    expect(states()).toEqual([]);
  });

  test("write nothing in a dry run, count, and show the dashboard that would be written", async () => {
    const { run, states } = await setUp(TWO);
    expect(await run("follow-ups: { issues: true, dashboard: true }", { "dry-run": "true" })).toMatchObject({
      reason: expect.stringContaining("2 would be made"),
      overdueItems: 2,
      markdown: [expect.stringContaining("**2** action items are overdue")],
    });
    expect(states()).toEqual([]);
  });

  test("flood nobody with what began before since", async () => {
    const { run, states } = await setUp(TWO);
    const since = "follow-ups: { issues: true, since: 2026-02-11 }";
    expect(await run(since)).toMatchObject({ openItems: 0, warnings: [] });
    expect(states()).toEqual([]);
  });

  test("need pages of requests where nothing is to be written, whatever the event says of the repository", async () => {
    const many = Array.from({ length: 120 }, (_, index) => item(`Item number ${index}`)).join("");
    const { server, run } = await setUp(many);
    await run(ISSUES);
    server.requests.length = 0;
    expect(await run(ISSUES, {}, { repository: { private: true } })).toMatchObject({
      openItems: 120,
      overdueItems: 120,
    });
    expect(server.requests).toHaveLength(2);
  });

  test("take no item for gone whose file has lost its front matter, and say so", async () => {
    const { run, files, comments } = await setUp(TWO);
    await run(ISSUES);
    files[PATH] = "# Pool exhausted";
    files["docs/postmortems/2026-02-11-DNS-outage.md"] = "# Of another time";
    expect((await run(ISSUES)).warnings).toEqual([expect.stringMatching(`could be read.*${PATH}[^;]*$`)]);
    expect(comments()).toEqual([]);
  });

  test.for<[string, Record<string, string>, string, string]>([
    [
      "whose section has another name",
      { [PATH]: postmortem(TWO).replace("Items", "Points") },
      "",
      "no section",
    ],
    [
      "that lost their boxes",
      { [PATH]: postmortem(TWO.replaceAll("[ ] ", "")) },
      "",
      "no item with a checkbox",
    ],
    ["that stand in another directory", {}, "directory: reviews\n", "Check `directory`"],
    [
      "that another configuration follows up",
      { "reviews/a.md": postmortem("", "incident: Q2REVIEWS0001") },
      "directory: reviews\n",
      "its own first label",
    ],
  ])("take no item for gone of files %s, and say so", async ([, changed, config, said]) => {
    const { run, files, comments } = await setUp(TWO);
    await run(ISSUES);
    Object.assign(files, changed);
    expect((await run(config + ISSUES)).warnings).toEqual([expect.stringContaining(said)]);
    expect(comments()).toEqual([]);
  });

  test("take no item for gone of a directory that is empty, and say so", async () => {
    const { run, files, comments } = await setUp(TWO);
    await run(ISSUES);
    delete files[PATH];
    expect((await run(ISSUES)).warnings).toEqual([expect.stringContaining("Check `directory`")]);
    expect(comments()).toEqual([]);
  });

  test("say whose beginning is not known, where only later ones are wanted", async () => {
    const { run, files } = await setUp(TWO);
    files[PATH] = postmortem(TWO, "incident: Q1ORDERSPOOL01\ncreated: 2026-02-10");
    files["docs/postmortems/old.md"] = postmortem("", "incident: Q2ORDERSPOOL02");
    expect((await run("follow-ups: { issues: true, since: 2026-01-01 }")).warnings).toEqual([
      expect.stringMatching(/`created`[^;]*$/),
    ]);
  });

  test("name files that cannot be read or are twins, ten at most, and take no item for gone", async () => {
    const { run, files, comments } = await setUp(item("Add a limit"));
    await run(ISSUES);
    files[PATH] = postmortem("| item |\n| --- |\n| Add a limit |\n");
    files["docs/postmortems/README.md"] = "# Postmortems";
    files["docs/postmortems/twin.md"] = postmortem("");
    files["docs/postmortems/huge.md"] = "x".repeat(5_000_000);
    files["docs/postmortems/outside.md"] = null;
    for (let index = 0; index < 9; index++)
      files[`docs/postmortems/${index}.md`] = postmortem("", "incident: no id");
    expect((await run(ISSUES)).warnings).toEqual([
      expect.stringMatching(/huge\.md: .*and 2 more/),
      expect.stringContaining(`${PATH}: what stands on line 7`),
    ]);
    expect(comments()).toEqual([]);
  });
});

describe("an item", () => {
  test("that is ticked or gone is told once, and its issue stays open", async () => {
    const { server, run, rewrite, comments, states } = await setUp(TWO);
    await run(ISSUES);
    const body = server.issues.all()[1]?.body?.replace(/- From: .*/, "- From: the wiki") ?? "";
    server.issues.change(2, { body });
    rewrite(item("Add a limit", "x"));
    for (let times = 1; times <= 2; times++) await run(ISSUES);
    expect([comments(1), comments(2)]).toEqual([
      [expect.stringContaining("is ticked")],
      [expect.stringContaining("no longer in its postmortem")],
    ]);
    expect(states()).toEqual(["Add a limit: open", "Add an alert: open"]);
  });

  test("keeps its issue when the file is moved and the words are edited", async () => {
    const { server, run, files, states } = await setUp(item("Add a limit to the pool of connections"));
    await run(ISSUES);
    delete files[PATH];
    files["docs/postmortems/2026/q1/new-name.md"] = postmortem(
      item("Add a hard limit to the pool of connections"),
    );
    await run(ISSUES);
    expect(states()).toEqual(["Add a hard limit to the pool of connections: open"]);
    expect(server.issues.all()[0]?.body).toContain("2026/q1/new-name.md");
  });

  const anew = ["Add a limit: open", "Add an alert: open", "Add a limit: open"];
  test.for<[string, Partial<SandboxIssue> | null, string[]]>([
    ["is deleted or transferred", null, anew.slice(1)],
    ["loses its label", { labels: [] }, anew],
    ["loses both markers", { body: "Mine." }, anew],
    ["is closed", { state: "closed" }, ["Add a limit: closed", "Add an alert: open"]],
    ["gets another title", { title: "Mine" }, anew.slice(0, 2)],
  ])("whose issue %s has the issues that it should have, however often it runs", async ([, change, all]) => {
    const { server, run, states } = await setUp(TWO);
    await run(ISSUES);
    if (change === null) server.issues.remove(1);
    else server.issues.change(1, change);
    for (let times = 1; times <= 2; times++) expect((await run(ISSUES)).failures).toEqual([]);
    expect(states()).toEqual(all);
  });

  test.for([
    [422, "not_planned"],
    [500, null],
  ] as const)(
    "has one issue of two that were made at once (the reason is refused with %s)",
    async ([status, reason]) => {
      const { server, run } = await setUp(item("Add a limit"));
      await run(ISSUES);
      server.issues.change(1, { labels: [] });
      await run(ISSUES);
      server.issues.change(1, { labels: [{ name: "postmortem" }] });
      server.fail({
        method: "PATCH",
        path: /\/issues\/2$/,
        do: "status",
        status,
        times: status === 500 ? 9 : 1,
      });
      expect((await run(ISSUES)).failures).toHaveLength(status === 500 ? 1 : 0);
      expect(server.issues.all()[1]).toMatchObject({ state_reason: reason });
    },
  );
});

describe("the tracking label", () => {
  const renamed = "follow-ups: { issues: true, labels: [pm] }";

  test("that was renamed or configured anew makes no second issues, and both remedies help", async () => {
    const { server, run, states } = await setUp(TWO + item("Add a test"));
    await run(ISSUES);
    server.issues.change(3, { body: "Mine." });
    expect((await run(renamed)).failures).toEqual([expect.stringContaining("label postmortem and not pm")]);
    server.issues.renameLabel("postmortem", "pm");
    expect(await run(ISSUES)).toMatchObject({ failures: [expect.stringContaining("label pm and not")] });
    expect(await run(renamed)).toMatchObject({ failures: [], openItems: 3 });
    // What lost both of its markers is made anew, once.
    expect(states()).toHaveLength(4);
  });

  test("is known as renamed also by the one issue that there is", async () => {
    const { server, run, states } = await setUp(item("Add a limit"));
    await run(ISSUES);
    expect((await run(renamed)).failures).toEqual([expect.stringContaining("label postmortem and not pm")]);
    server.issues.renameLabel("postmortem", "pm");
    expect((await run(ISSUES)).failures).toEqual([expect.stringContaining("label pm and not")]);
    expect(states()).toHaveLength(1);
  });

  test.for([1, 2])("that people took from %i of their issues is no renamed one", async (count) => {
    const { server, run, states } = await setUp([item("Add a limit"), TWO][count - 1] ?? "");
    await run(ISSUES);
    for (const [index, labels] of [[{ name: "pm" }], []].slice(0, count).entries())
      server.issues.change(index + 1, { labels });
    expect((await run(ISSUES)).failures).toEqual([]);
    expect(states()).toHaveLength(2 * count);
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

  test("are not written while people talk, where nothing is due, or where the conversation is locked", async () => {
    const { server, run, rewrite, comments } = await setUp(
      TWO + item("Later", " ", "owner: Sam; due: 2026-05-01"),
    );
    await run(ISSUES);
    server.issues.comment(1, "I am on it.", "jlee");
    server.issues.change(2, { locked: true });
    expect((await run(REMIND)).warnings).toEqual([]);
    expect([comments(1), comments(2), comments(3)]).toEqual([["I am on it."], [], []]);
    rewrite(item("Add a limit", " ", "owner: Sam") + item("Add an alert", "x"));
    expect((await run(REMIND)).warnings).toEqual([expect.stringContaining("#2 is locked")]);
    expect((await run(REMIND)).warnings).toEqual([]);
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
    expect((await run(REMIND, { "dry-run": "true" })).reason).toContain("30 would be reminded");
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
    ["is locked meanwhile", "POST", 403, "Unable to create comment because issue is locked."],
    ["was deleted meanwhile", "PATCH", 410, "This issue was deleted"],
    ["was transferred meanwhile", "POST", 301, "Moved Permanently"],
  ] as const)("of one issue that %s stop no other", async ([, method, status, message]) => {
    const { server, run, rewrite } = await setUp(TWO);
    await run(ISSUES);
    rewrite(item("Add a limit", "x") + item("Add an alert", "x"));
    server.fail({ method, path: /\/issues\/1(\/comments)?$/, do: "status", status, body: { message } });
    const { failures, warnings } = await run(ISSUES);
    expect([failures, warnings]).toEqual([[], [expect.stringContaining("#1")]]);
    expect(server.issues.comments(2)).toHaveLength(1);
    expect((await run(ISSUES)).warnings).toEqual([]);
    expect(server.issues.comments(1)).toHaveLength(1);
  });

  test("of one item stop no other, and the next run tries it again", async () => {
    const { server, run, states } = await setUp(TWO);
    server.fail({ ...CREATE, do: "status", status: 422 });
    expect(await run(ISSUES)).toMatchObject({
      reason: expect.stringContaining("1 made"),
      failures: [],
      warnings: [expect.stringMatching(`${PATH} .* GitHub answered 422\\.$`)],
    });
    await run(ISSUES);
    expect(states()).toEqual(["Add an alert: open", "Add a limit: open"]);
  });

  test("of labels and people are said once, and take away nothing else", async () => {
    const shared = item("Add a page", " ", "owner: Jordan Lee & Kim; due: 2026-02-12");
    const { server, run } = await setUp(shared + TWO, {
      issues: { people: ["jlee"], droppedLabels: ["team"] },
    });
    const config =
      "follow-ups: { issues: true, labels: [postmortem, team], people: { Jordan Lee: jlee, Kim: gone } }";
    expect((await run(config)).warnings).toEqual([
      expect.stringContaining("gone"),
      expect.stringContaining("team"),
    ]);
    expect(server.issues.all().map(({ assignees }) => assignees)).toEqual(
      Array.from({ length: 3 }, () => [{ login: "jlee" }]),
    );
  });

  test("of the tracking label close the issue, which would not be found again, and are red", async () => {
    const { run, states } = await setUp(TWO, { issues: { droppedLabels: ["postmortem"] } });
    expect((await run(ISSUES)).failures).toEqual([expect.stringContaining("postmortem")]);
    expect(states()).toEqual(["Add a limit: closed"]);
  });

  test("of the tracking label make no dashboard either", async () => {
    const { run, server } = await setUp(TWO, { issues: { droppedLabels: ["postmortem"] } });
    const dashboard = "follow-ups: { dashboard: true }";
    expect((await run(dashboard)).failures).toEqual([expect.stringContaining("postmortem")]);
    expect(server.issues.all()).toMatchObject([{ state: "closed" }]);
  });

  test("of the permission are red and name it", async () => {
    const tokens = [{ token: "ghs_0123456789", isJob: true, contents: "read", issues: "read" } as const];
    const { run } = await setUp(TWO, { tokens });
    expect((await run(ISSUES)).failures).toEqual([expect.stringContaining("issues: write")]);
  });

  test("by a short limit are waited for, and by a long one end the run with what was done", async () => {
    const { server, run, states } = await setUp(TWO);
    server.fail({ ...LIMIT, ...CREATE, retryAfter: "30" });
    expect((await run(ISSUES)).warnings).toEqual([]);
    server.issues.remove(1);
    server.fail({ ...LIMIT, ...CREATE });
    const config = "follow-ups: { issues: true, dashboard: true }";
    expect(await run(config)).toMatchObject({
      reason: expect.stringMatching(/1 issue is open; the dashboard waits/),
      failures: [],
      warnings: [expect.stringContaining("limit")],
    });
    await run(ISSUES);
    expect(states()).toEqual(["Add an alert: open", "Add a limit: open"]);
  });

  test.for([
    [403, { message: "You have triggered an abuse detection mechanism." }],
    [422, { message: "Validation Failed", errors: [{ message: "was submitted too quickly" }] }],
  ] as const)("by a limit that is told with %s end the run, and say so once", async ([status, body]) => {
    const { server, run, states } = await setUp(TWO);
    server.fail({ ...CREATE, do: "status", status, body });
    expect(await run(ISSUES)).toMatchObject({
      failures: [],
      warnings: [expect.stringMatching(/limit.*(?:abuse|too quickly)/)],
    });
    expect(states()).toEqual([]);
  });

  test("by a limit of GraphQL keep the dashboard for the next run, and are not red", async () => {
    const { server, run } = await setUp(TWO);
    const body = { data: null, errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] };
    server.fail({ method: "POST", path: /\/graphql$/, do: "status", status: 200, body, times: 9 });
    const { failures, warnings } = await run("follow-ups: { dashboard: true }");
    expect([failures, warnings]).toEqual([[], [expect.stringContaining("limit")]]);
  });

  test("by a limit before anything is known say so, and count the files", async () => {
    const { server, run } = await setUp(TWO);
    server.fail({ ...LIMIT, method: "GET", path: /\/issues\?/ });
    expect(await run(ISSUES)).toMatchObject({
      reason: expect.stringContaining("could not be listed"),
      openItems: 2,
      warnings: [expect.not.stringContaining("permission")],
    });
  });

  test.for([
    ["did not make it", false],
    ["made it", true],
  ] as const)("by no answer to a create that %s double nothing and lose nothing", async ([, after]) => {
    const { server, run, states } = await setUp(item("Add a limit"));
    server.fail({ method: "GET", path: /\/issues\?/, do: "reset" });
    server.fail({ ...CREATE, do: "reset", after });
    expect(await run(ISSUES)).toMatchObject({ failures: [], openItems: 1 });
    expect(states()).toEqual(["Add a limit: open"]);
  });

  test.for([
    ["every list", { method: "GET", path: /\/issues\?/ }],
    ["every create", CREATE],
    ["who can be assigned", { method: "GET", path: /\/assignees\// }],
  ] as const)("of %s are red", async ([, what]) => {
    const { server, run } = await setUp(TWO, { issues: {} });
    server.fail({ ...what, ...UNWILLING });
    expect((await run(REMIND)).failures).toHaveLength(1);
  });
});
