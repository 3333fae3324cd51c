/** The figures of the dashboard beside a table that was worked out by hand, apart from the code. */

import { expect, onTestFinished, test } from "vitest";
import type { ListedPullRequest } from "../../../sandbox/github/review-queue.ts";
import { startPagerDuty } from "../../../sandbox/pagerduty/server.ts";
import { followUpsSandbox, NOW } from "./sandbox.ts";

const CONFIG =
  "rules:\n  - { name: blips, when: { urgency: low }, do: skip }\nfollow-ups: { dashboard: true }\n";
const MINUTE_MS = 60_000;

/** Incidents of one month: of each, the minutes to acknowledge and to resolve it. */
type Row = { first: string; more: string; took: (readonly [number | null, number | null])[] };

const alone = (minutes: number[]) => minutes.map((one) => [null, one] as const);

const ROWS: Row[] = [
  { first: "2025-02-28T23:59:59Z", more: "service: pay\ncauses: [capacity]", took: [[500, 999]] },
  { first: "2025-03-01T00:00:00Z", more: "service: pay", took: [[3, 33]] },
  {
    first: "2025-09-01T08:00:00Z",
    more: "service: cart\ncauses: [change]",
    took: [
      ...([
        [8, 300],
        [7, 130],
        [6, 70],
        [5, 40],
      ] as const),
      ...([
        [4, 25],
        [3, 18],
        [2, 12],
        [1, 5],
      ] as const),
    ],
  },
  {
    first: "2025-11-01T08:00:00Z",
    more: "service: pay\ncauses: [capacity]",
    took: [
      ...([
        [10, 10],
        [8, 20],
        [6, 30],
        [4, 40],
        [2, 50],
      ] as const),
      ...alone([60, 70, 80, 90]),
    ],
  },
  { first: "2025-12-01T08:00:00Z", more: "", took: alone([700, 100, 600, 200, 500, 300, 400]) },
  {
    first: "2026-01-01T08:00:00Z",
    more: "",
    took: [1_500, 61, 62, 63, 64, 65, 66, 67].map((minutes) => [0, minutes] as const),
  },
  {
    first: "2026-02-01T08:00:00Z",
    more: "",
    // One says nothing of its end, and one that it ended before it began.
    took: [[11, null], [null, -5], ...alone([49, 42, 35, 28, 21, 14, 7])],
  },
];

/** By hand: of n values in their order, those of the ranks n/4, n/2 and 3n/4, each rounded up. */
const MONTHS = `
| 2025-03 | 1 | 3m | 33m |
| 2025-09 | 8 | 4m (2m–6m) | 25m (12m–1h10m) |
| 2025-11 | 9 | 6m (4m–8m, n = 5) | 50m (30m–1h10m) |
| 2025-12 | 7 | – | 6h40m (3h20m–10h) |
| 2026-01 | 8 | 0m (0m–0m) | 1h4m (1h2m–1h6m) |
| 2026-02 | 9 | 11m (n = 1) | 28m (14m–42m, n = 7) |
`;

const iso = (at: number) => new Date(at).toISOString().replace(".000Z", "Z");

const postmortems = ROWS.flatMap(({ first, more, took }, row) =>
  took.map(([acknowledged, resolved], index) => {
    const created = Date.parse(first) + index * 86_400_000;
    const after = (minutes: number | null) => (minutes === null ? "" : iso(created + minutes * MINUTE_MS));
    const id = `Q${row + 1}${String(index + 1).padStart(5, "0")}`;
    const front = `incident: ${id}\ncreated: ${iso(created)}\nacknowledged: ${after(acknowledged)}\nresolved: ${after(resolved)}`;
    return { id, created, text: `---\n${front}\n${more}\n---\n# ${id}\n` };
  }),
);

const incident = (id: string, created: number, urgency = "high") => ({
  incident: {
    id,
    incident_number: 7,
    title: "Slow",
    status: "resolved",
    html_url: `https://acme.pagerduty.com/incidents/${id}`,
    created_at: iso(created),
    resolved_at: iso(created + MINUTE_MS),
    urgency,
    service: { id: "PORDSVC", summary: "orders-service" },
  },
});

const pull = (number: number, id: string, state: ListedPullRequest["state"]): ListedPullRequest => ({
  number,
  title: "Postmortem",
  headRefName: `postmortem/${id}`,
  state,
  isDraft: false,
  createdAt: iso(NOW - MINUTE_MS),
  paths: [],
  reviews: [],
});

test("the dashboard has the figures of the table", async () => {
  const LATE = Date.parse("2026-02-12T08:00:00Z");
  const inWindow = postmortems.filter(({ created }) => created > NOW - 90 * 86_400_000);
  const pagerDuty = await startPagerDuty({
    tokens: [{ token: "pd_token_0123456789", kind: "token" }],
    incidents: [
      ...inWindow.map(({ id, created }) => incident(id, created)),
      ...["QDECLIN", "QOPENED", "QNOBODY"].map((id) => incident(id, LATE)),
      ...["QBLIP01", "QBLIP02", "QBLIP03"].map((id) => incident(id, LATE, "low")),
    ],
    now: () => NOW,
  });
  onTestFinished(() => pagerDuty.close());
  const { server, run } = await followUpsSandbox(
    Object.fromEntries(postmortems.map(({ id, text }) => [`docs/postmortems/${id}.md`, text])),
    { queue: [pull(1, "QDECLIN", "CLOSED"), pull(2, "QOPENED", "OPEN")] },
    { "pagerduty-token": "pd_token_0123456789", "pagerduty-api-url": pagerDuty.url },
  );
  expect((await run(CONFIG)).failures).toEqual([]);
  const body = server.issues.all()[0]?.body ?? "";
  expect(body).toContain("Needs somebody: **1** incident has no draft.");
  expect(body).toContain(
    "24 of 27 that deserve a postmortem have one. 1 was declined. The rules skip 3: 3 by “blips”.",
  );
  expect(body).toContain(`| --- | --: | --- | --- |${MONTHS}`);
  // Without the month of seven, and without the one of nine of which seven say how long it took.
  expect(body).toContain('x-axis ["2025-09", "2025-11", "2026-01"]');
  expect(body).toContain('y-axis "minutes" 0 --> 64');
  expect(body).toContain("bar [25, 50, 64]");
  expect(body).toContain("- capacity: 9\n- change: 8");
  expect(body).toMatch(/- pay, capacity, 9 times: .*, …\n- cart, change, 8 times: /);
});
