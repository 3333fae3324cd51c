import { describe, expect, test } from "vitest";
import { followUpsSandbox } from "./follow-ups/sandbox.ts";

const PATH = "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-pool.md";
const ISSUES = "follow-ups: { issues: true }";
const ITEMS = `- [ ] Add a limit (owner: Jordan Lee; due: 2026-02-12; kind: prevent; done when: it holds)
- [ ] Write a runbook (owner: open; due: open; kind: process; done when: it is read)
`;

const postmortem = (items = ITEMS) => `---
incident: Q1ORDERSPOOL01
service: orders-service
created: 2026-02-10T14:32:00Z
---
# Pool exhaustion

## Action Items
${items}`;

describe("the follow-ups", () => {
  test("make an issue of what somebody took, once", async () => {
    const { server, run } = await followUpsSandbox({ [PATH]: postmortem() });
    for (let times = 1; times <= 2; times++)
      expect(await run(ISSUES)).toMatchObject({
        decision: "followed-up",
        openItems: 1,
        overdueItems: 1,
        failures: [],
        warnings: [],
      });
    expect(server.issues.all().map(({ title }) => title)).toEqual(["Add a limit"]);
    expect(server.requests.some(({ path }) => path.startsWith("/search"))).toBe(false);
  });

  test.for([
    ["nothing is configured", "", {}],
    ["the push is to another branch", ISSUES, { ref: "refs/heads/other" }],
  ] as const)("do nothing where %s", async ([, config, payload]) => {
    const { server, run } = await followUpsSandbox({ [PATH]: postmortem() });
    expect(await run(config, {}, payload)).toMatchObject({ decision: "skipped", failures: [] });
    expect(server.issues.all()).toEqual([]);
  });

  test("edit nothing because another event says less of the repository", async () => {
    const { server, run } = await followUpsSandbox({ [PATH]: postmortem() });
    await run(ISSUES);
    await run(ISSUES, {}, { repository: { private: true } });
    expect(server.requests.filter(({ method }) => method === "PATCH")).toEqual([]);
  });

  test("write nothing in a dry run, and count", async () => {
    const { server, run } = await followUpsSandbox({ [PATH]: postmortem() });
    expect((await run(ISSUES, { "dry-run": "true" })).reason).toContain("would be 1 made");
    expect(server.issues.all()).toEqual([]);
  });

  test("need a token", async () => {
    const { run } = await followUpsSandbox({ [PATH]: postmortem() });
    const { failures } = await run(ISSUES, { "github-token": "" });
    expect(failures).toEqual([expect.stringContaining("github-token")]);
  });

  test("name what cannot be read, and take no item for gone", async () => {
    const files = { [PATH]: postmortem(), "docs/postmortems/x.md": "---\nincident: no id\n---\n" };
    const { run } = await followUpsSandbox(files);
    expect((await run(ISSUES)).warnings).toEqual([expect.stringContaining("docs/postmortems/x.md")]);
  });

  test("close an issue that came back without its label, and are red", async () => {
    const { server, run } = await followUpsSandbox(
      { [PATH]: postmortem() },
      { issues: { droppedLabels: ["postmortem"] } },
    );
    expect((await run(ISSUES)).failures).toEqual([expect.stringContaining("postmortem")]);
    expect(server.issues.all()).toMatchObject([{ state: "closed" }]);
  });

  test("leave out the assignee that GitHub refuses, with a warning", async () => {
    const { server, run } = await followUpsSandbox({ [PATH]: postmortem() });
    const config = "follow-ups: { issues: true, people: { Jordan Lee: jlee } }";
    expect((await run(config)).warnings).toEqual([expect.stringContaining("jlee")]);
    expect(server.issues.all()).toMatchObject([{ title: "Add a limit", assignees: [] }]);
  });

  test("end at a long limit with a warning, and go on later", async () => {
    const { server, run } = await followUpsSandbox({ [PATH]: postmortem() });
    server.fail({
      method: "POST",
      path: /\/issues$/,
      do: "status",
      status: 403,
      retryAfter: "600",
      body: { message: "secondary rate limit" },
    });
    expect(await run(ISSUES)).toMatchObject({ failures: [], warnings: [expect.stringContaining("limit")] });
    await run(ISSUES);
    expect(server.issues.all()).toHaveLength(1);
  });

  test("look for an issue whose making was not answered", async () => {
    const { server, run } = await followUpsSandbox({ [PATH]: postmortem() });
    server.fail({ method: "POST", path: /\/issues$/, do: "reset", after: true });
    expect(await run(ISSUES)).toMatchObject({ failures: [], openItems: 1 });
    expect(server.issues.all()).toHaveLength(1);
  });
});
