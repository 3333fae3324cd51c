/** The dashboard as a run makes it: of files, sessions, pull requests and incidents, and written once. */

import { describe, expect, onTestFinished, test } from "vitest";
import type { ListedPullRequest } from "../../../sandbox/github/review-queue.ts";
import { startPagerDuty } from "../../../sandbox/pagerduty/server.ts";
import { DEVIN_KEY, DEVIN_PERMISSIONS, devinClient, devinSandbox, sessionRequest } from "../../builders.ts";
import { followUpsSandbox, NOW } from "./sandbox.ts";

const DAY_MS = 86_400_000;
const OF_NONE = "cog_of_none_0123456789";
const DASHBOARD = "follow-ups: { dashboard: true }";
const RULES = `rules:
  - { name: blips, when: { urgency: low }, do: skip }
  - { when: { priority: P5 }, do: skip }
  - { when: { priority: P4 }, do: draft }
`;

const day = (ago: number) => new Date(NOW - ago * DAY_MS).toISOString().replace(".000Z", "Z");

/** A postmortem of an incident that began so many days ago and took so many minutes. */
function postmortem(id: string, ago: number, minutes: number, items = ""): Record<string, string> {
  const created = day(ago);
  return {
    [`docs/postmortems/${created.slice(0, 10)}-${id}.md`]: `---
incident: ${id}
service: orders-service
created: ${created}
acknowledged: ${day(ago - 5 / 1_440)}
resolved: ${day(ago - minutes / 1_440)}
causes: [capacity]
---
# ${id}

## Action Items
${items}
`,
  };
}

const incident = (id: string, ago: number, more: object = {}) => ({
  incident: {
    id,
    incident_number: Number(/\d+/.exec(id)?.[0]),
    title: `Mail kim@corp.com about ${id}`,
    status: "resolved",
    html_url: `https://acme.pagerduty.com/incidents/${id}`,
    created_at: day(ago),
    resolved_at: day(ago - 0.01),
    urgency: "high",
    priority: { summary: "P1" },
    service: { id: "PORDSVC", summary: "orders-service" },
    ...more,
  },
});

const pull = (number: number, ago: number, more: Partial<ListedPullRequest> = {}): ListedPullRequest => ({
  number,
  title: `Postmortem ${number}`,
  headRefName: `branch-${number}`,
  state: "OPEN",
  isDraft: false,
  createdAt: day(ago),
  paths: ["docs/postmortems/a.md"],
  reviews: [],
  ...more,
});

const SESSIONS = [
  { id: "QINC101", state: { status: "suspended", status_detail: "out_of_quota" } },
  { id: "QINC102", state: { status: "running", status_detail: "waiting_for_user" }, tags: ["nudged"] },
  { id: "QINC103", state: { status: "running", status_detail: "waiting_for_user" } },
  { id: "QINC104", state: { status: "running", status_detail: "finished" } },
  {
    id: "QINC105",
    state: { status: "running", status_detail: "waiting_for_user" },
    tags: ["asked:hold@2026-02-01T00:00:00.000Z"],
  },
  { id: "QDONE1", state: { status: "error" } },
  { id: null, state: { status: "error" } },
  { id: "QINC107", state: { status: "error", created_at: 1, updated_at: 1 } },
];

async function world(queue: ListedPullRequest[] = []) {
  const devin = await devinSandbox({
    now: () => NOW - DAY_MS,
    apiKeys: [
      { key: DEVIN_KEY, orgId: "org-1", permissions: DEVIN_PERMISSIONS },
      { key: OF_NONE, orgId: null, permissions: DEVIN_PERMISSIONS },
    ],
  });
  for (const { id, state, tags = [] } of SESSIONS) {
    await devinClient(devin.url).createSession(
      sessionRequest({
        tags: ["pagerduty-postmortem", ...(id === null ? [] : [`incident:${id}`]), ...tags],
      }),
    );
    Object.assign(devin.sessions().at(-1)?.state ?? {}, state);
  }
  const pagerDuty = await startPagerDuty({
    tokens: [{ token: "pd_token_0123456789", kind: "token" }],
    incidents: [
      incident("QDONE1", 10),
      incident("QINC101", 9),
      incident("QINC201", 8),
      incident("QINC202", 7),
      incident("QINC203", 6),
      incident("QINC204", 5),
      incident("QINC301", 4, { urgency: "low" }),
      incident("QINC302", 3, { urgency: "low" }),
      incident("QINC303", 3, { priority: { summary: "P5" } }),
      incident("QINC304", 2, { incident_number: null }),
      incident("QINC400", 120),
    ],
    now: () => NOW,
  });
  onTestFinished(() => pagerDuty.close());
  const files = {
    ...postmortem(
      "QDONE1",
      10,
      46,
      "- [ ] Add a limit (owner: Jordan Lee; due: 2026-02-12)\n- [ ] Write a runbook",
    ),
    ...postmortem(
      "QDONE2",
      12,
      10,
      "- [ ] Test it (owner: Sam; due: 2026-02-15)\n- [x] Done (owner: Sam; due: 2026-02-01)",
    ),
    ...postmortem("QDONE3", 13, 20, "- [ ] Later (owner: Sam; due: 2026-03-15)"),
    ...postmortem("QDONE4", 500, 99),
  };
  const keys = {
    "devin-api-key": DEVIN_KEY,
    "devin-api-url": devin.url,
    "devin-org-id": "org-1",
    "pagerduty-token": "pd_token_0123456789",
    "pagerduty-api-url": pagerDuty.url,
  };
  return await followUpsSandbox(files, { queue }, keys);
}

const QUEUE = [
  pull(1, 5),
  pull(2, 9, { reviews: [day(4)] }),
  pull(3, 9, { reviews: [day(2)] }),
  pull(4, 2),
  pull(5, 9, { isDraft: true }),
  pull(6, 9, { paths: ["README.md"] }),
  pull(7, 9, { headRefName: "postmortem/QINC201", state: "CLOSED" }),
  pull(8, 1, { headRefName: "postmortem/QINC202" }),
  pull(9, 9, { headRefName: "postmortem/QINC203", state: "MERGED" }),
];

describe("the dashboard of a run", () => {
  test("shows what a hand-made table has", async () => {
    const { server, run } = await world(QUEUE);
    const result = await run(`${RULES}${DASHBOARD}`);
    expect(result).toMatchObject({
      decision: "followed-up",
      openItems: 4,
      overdueItems: 2,
      failures: [],
      warnings: [],
    });
    expect(server.issues.all()).toMatchObject([
      { title: "Postmortems: what needs somebody", labels: [{ name: "postmortem" }] },
    ]);
    const body = server.issues.all()[0]?.body ?? "";
    expect(body.replace(/sessions\/\w+/g, "sessions/…")).toMatchSnapshot();
    expect(body).not.toContain("kim@corp.com");
  });

  test("is written again only when something has changed", async () => {
    const { server, run, clock, files } = await world(QUEUE);
    const config = `${RULES}${DASHBOARD}`;
    await run(config);
    await clock.sleep(60_000);
    const writes = () =>
      server.requests.filter(({ method, path }) => method !== "GET" && path.includes("/issues"));
    expect((await run(config)).reason).toContain("has not changed");
    expect(writes()).toHaveLength(1);
    Object.assign(files, postmortem("QDONE5", 1, 30));
    expect((await run(config, { "dry-run": "true" })).reason).toContain("would be rewritten");
    expect(writes()).toHaveLength(1);
    expect((await run(config)).reason).toContain("is rewritten");
    expect(writes()).toHaveLength(2);
  });

  test("says what it lacks without the keys", async () => {
    const { server, run } = await world();
    await run(DASHBOARD, { "devin-api-key": "", "pagerduty-token": "" });
    const body = server.issues.all()[0]?.body ?? "";
    expect(body).toContain("devin-api-key");
    expect(body).toContain("pagerduty-token");
    expect(body).not.toContain("stuck**");
  });

  test("counts what no rule drafts, too", async () => {
    const { server, run } = await world();
    expect((await run(DASHBOARD, { "dry-run": "true" })).reason).toContain("the dashboard would be made");
    await run(`${RULES}otherwise: skip\n${DASHBOARD}`);
    expect(server.issues.all()[0]?.body).toMatch(/The rules skip 10: .*7 by “otherwise”/);
  });

  test("needs an organization where the key belongs to none", async () => {
    const { run } = await world();
    const { failures } = await run(DASHBOARD, { "devin-org-id": "", "devin-api-key": OF_NONE });
    expect(failures).toEqual([expect.stringContaining("devin-org-id")]);
  });

  test("is red where it cannot be kept, and the issues are kept all the same", async () => {
    const { server, run } = await world();
    const result = await run("follow-ups: { dashboard: true, issues: true, since: 2026-01-01 }", {
      "pagerduty-token": "wrong_token_0123",
    });
    expect(result.failures).toEqual([expect.stringContaining("dashboard was not kept")]);
    expect(server.issues.all()).toHaveLength(3);
  });

  test.for([
    ["the making of the dashboard", /\/issues$/, "POST"],
    ["the list of issues", /\/issues\?/, "GET"],
  ] as const)("waits for the next run where %s is a long limit", async ([, path, method]) => {
    const { server, run } = await world();
    server.fail({ method, path, do: "status", status: 429, retryAfter: "3600" });
    expect(await run(DASHBOARD)).toMatchObject({
      failures: [],
      warnings: [expect.stringContaining("limit")],
    });
    expect((await run(DASHBOARD)).reason).toContain("is new");
  });
});

describe("the one issue", () => {
  const config = `${RULES}${DASHBOARD}`;

  test("keeps what people write around it, and its title", async () => {
    const { server, run } = await world();
    await run(config);
    const [issue] = server.issues.all();
    server.issues.change(1, { title: "Ours", body: `Read this first.\r\n\r\n${issue?.body}\r\n\r\nMine.` });
    expect((await run(config)).reason).toContain("has not changed");
  });

  test("stays closed where a person closed it", async () => {
    const { server, run } = await world();
    await run(config);
    server.issues.change(1, { state: "closed" });
    expect((await run(config)).reason).toContain("is closed");
    expect(server.issues.all()).toHaveLength(1);
  });

  test("is the older one of two", async () => {
    const { server, run } = await world();
    await run(config);
    const labels = server.issues.all()[0]?.labels ?? [];
    server.issues.change(1, { labels: [] });
    await run(config);
    server.issues.change(1, { labels });
    expect((await run(config, { "dry-run": "true" })).reason).toContain("has not changed");
    for (let times = 1; times <= 2; times++) await run(config);
    expect(server.issues.all().map(({ state }) => state)).toEqual(["open", "closed"]);
  });

  test("is looked for where its making was not answered", async () => {
    const { server, run } = await world();
    server.fail({ method: "POST", path: /\/issues$/, do: "reset", after: true });
    await run(config);
    expect(server.issues.all()).toHaveLength(1);
  });
});
