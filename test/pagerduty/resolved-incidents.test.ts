import { describe, expect, onTestFinished, test } from "vitest";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import { RequestError } from "../../src/lib/errors.ts";
import { createPagerDuty, type PagerDuty } from "../../src/pagerduty/client.ts";
import type { ResolvedIncident } from "../../src/pagerduty/resolved-incident.ts";
import { listResolved, longestWindow } from "../../src/pagerduty/resolved-incidents.ts";
import { fakeClock, payloadOf } from "../builders.ts";

const TOKEN = "pd_token_0123456789";
const NOW = Date.parse("2026-02-10T15:20:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = NOW - 2 * DAY;

const ago = (ms: number) => new Date(NOW - ms).toISOString();

/** The incidents of PagerDuty's API, `[id, created, resolved]`, the times so long ago. */
async function setUp(incidents: [id: string, created: number, resolved: number][]) {
  const server = await startPagerDuty({
    tokens: [{ token: TOKEN, kind: "token", readOnly: true }],
    incidents: incidents.map(([id, created, resolved]) => ({
      incident: { id, status: "resolved", created_at: ago(created), resolved_at: ago(resolved) },
    })),
    now: () => NOW,
  });
  onTestFinished(() => server.close());
  const clock = fakeClock(NOW);
  const pagerDuty = createPagerDuty({ fetch, clock, apiUrl: server.url, auth: "token", token: TOKEN });
  return { server, list: (from = FROM) => listResolved({ pagerDuty, clock, from }) };
}

const idsOf = (found: ResolvedIncident[]) => found.map(({ incident }) => incident.id);

describe("the incidents that were resolved in a window", () => {
  test("come oldest resolve first, whenever within a year they were created", async () => {
    const { list, server } = await setUp([
      ["QLATE", HOUR, HOUR / 2],
      ["QMONTHS", 150 * DAY, 3 * HOUR],
      ["QYEAR", 350 * DAY, 30 * HOUR],
      ["QBEFORE", 3 * DAY, 2 * DAY + 1],
      ["QEDGE", 3 * DAY, 2 * DAY],
    ]);
    const found = await list();
    expect(idsOf(found)).toEqual(["QEDGE", "QYEAR", "QMONTHS", "QLATE"]);
    expect(found.map(({ at }) => NOW - at)).toEqual([2 * DAY, 30 * HOUR, 3 * HOUR, HOUR / 2]);
    const asked = server.requests.map(({ path }) => new URL(path, "http://x").searchParams);
    expect(asked.map((query) => query.get("since"))).toEqual([
      "2025-08-10T15:20:00.000Z",
      "2025-02-10T15:20:00.000Z",
    ]);
    expect(asked.map((query) => query.get("until"))).toEqual([
      "2026-02-10T15:20:00.000Z",
      "2025-08-10T15:20:00.000Z",
    ]);
    expect(asked.every((query) => query.get("statuses[]") === "resolved")).toBe(true);
  });

  test("are read in pages, no further than the window reaches", async () => {
    const { list, server } = await setUp([
      ...Array.from({ length: 150 }, (_, index): [string, number, number] => [
        `QIN00${index}`,
        2 * DAY,
        index * 60_000,
      ]),
      ...Array.from({ length: 400 }, (_, index): [string, number, number] => [
        `QOUT0${index}`,
        9 * DAY,
        3 * DAY + index * 60_000,
      ]),
    ]);
    expect(await list()).toHaveLength(150);
    expect(server.requests.map(({ path }) => new URL(path, "http://x").searchParams.get("offset"))).toEqual([
      "0",
      "100",
      "0",
    ]);
  });

  test("are an error where a page could not be read, never a shorter list", async () => {
    const { list, server } = await setUp([["Q0001", HOUR, HOUR]]);
    const body = { error: { message: "Oops", code: 1 } };
    server.fail({ do: "status", status: 500, body, times: 3 });
    await expect(list()).rejects.toThrow(/^Reading resolved incidents from PagerDuty failed .* 500, Oops\. /);
    expect(server.requests).toHaveLength(3);
  });
});

test("the longest window is six calendar months", () => {
  expect(new Date(longestWindow(NOW)).toISOString()).toBe("2025-08-10T15:20:00.000Z");
});

type Item = { id: string; created: number; resolved: string | null };

/** PagerDuty that hands out `most` of one selection, in pages of `page`, in an order of its own. */
function fakeOf(items: Item[], { page = 2, most = 4, isInclusive = false, order = latestFirst } = {}) {
  const asked: { since: number; until: number; offset: number }[] = [];
  const pagerDuty: Pick<PagerDuty, "pageOfResolved"> = {
    pageOfResolved({ since, until, offset }) {
      asked.push({ since, until, offset });
      const fits = ({ created }: Item) =>
        created >= since && (created < until || (isInclusive && created === until));
      const all = items.filter(fits).sort(order);
      const next = offset + 2 * page > most ? "beyond" : offset + page;
      return Promise.resolve({
        incidents: all.slice(offset, offset + page).map(incidentOf),
        next: offset + page < all.length ? next : null,
      });
    },
  };
  const list = (from = FROM) => listResolved({ pagerDuty, clock: fakeClock(NOW), from });
  return { list, asked };
}

function latestFirst(a: Item, b: Item): number {
  return Date.parse(b.resolved ?? "") - Date.parse(a.resolved ?? "");
}

function incidentOf({ id, created, resolved }: Item): ResolvedIncident {
  const { incident } = payloadOf({ incident: { id, created_at: new Date(created).toISOString() } });
  return { incident, resolvedAt: resolved, resolvedBy: null, responders: [], customFields: [] };
}

const itemOf = (index: number, resolved: number): Item => ({
  id: `Q${String(index).padStart(4, "0")}`,
  created: NOW - (index + 1) * HOUR,
  resolved: ago(resolved),
});

describe("more than PagerDuty hands out of one selection", () => {
  test("are asked for in slices, and none is lost", async () => {
    const items = Array.from({ length: 40 }, (_, index) => itemOf(index, (index * 7) % 40));
    const { list, asked } = fakeOf(items);
    const found = await list();
    expect(new Set(idsOf(found))).toEqual(new Set(items.map(({ id }) => id)));
    expect(found).toHaveLength(40);
    expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).sort((a, b) => a - b));
    expect(Math.max(...asked.map(({ offset }) => offset))).toBeLessThanOrEqual(2);
  });

  test("are there once, also where a border belongs to both slices", async () => {
    const border = longestWindow(NOW);
    const items = [{ ...itemOf(0, HOUR), created: border }, itemOf(1, HOUR), itemOf(2, HOUR)];
    const { list, asked } = fakeOf(items, { isInclusive: true });
    expect(idsOf(await list()).sort()).toEqual(["Q0000", "Q0001", "Q0002"]);
    expect(asked.some(({ since }) => since === border)).toBe(true);
    expect(asked.some(({ until }) => until === border)).toBe(true);
  });

  test("that were created within one second are an error that says what to do", async () => {
    const items = Array.from({ length: 9 }, (_, index) => ({ ...itemOf(index, HOUR), created: NOW - DAY }));
    const failing = fakeOf(items).list();
    await expect(failing).rejects.toThrow(RequestError);
    await expect(failing).rejects.toThrow(
      "Reading resolved incidents from PagerDuty failed: more incidents were created within one second than PagerDuty hands out. Take a shorter window.",
    );
  });
});

describe("an order other than the one that was asked for", () => {
  test("loses nothing", async () => {
    const items = [
      itemOf(0, 5 * DAY),
      itemOf(1, 4 * DAY),
      itemOf(2, 9 * DAY),
      itemOf(3, HOUR),
      itemOf(4, 2 * HOUR),
    ];
    const byId = (a: Item, b: Item) => (a.id < b.id ? -1 : 1);
    expect(idsOf(await fakeOf(items, { most: 100, order: byId }).list())).toEqual(["Q0004", "Q0003"]);
  });

  test("within the window is still passed on in order", async () => {
    const items = [itemOf(0, 3 * HOUR), itemOf(1, HOUR), itemOf(2, 2 * HOUR)];
    const byId = (a: Item, b: Item) => (a.id < b.id ? -1 : 1);
    expect(idsOf(await fakeOf(items, { most: 100, order: byId }).list())).toEqual([
      "Q0000",
      "Q0002",
      "Q0001",
    ]);
  });
});

describe("an incident whose resolve has no time", () => {
  test("counts from its beginning", async () => {
    const { list } = fakeOf([
      { ...itemOf(0, 0), resolved: null },
      { ...itemOf(99, 0), resolved: null },
    ]);
    const found = await list();
    expect(idsOf(found)).toEqual(["Q0000"]);
    expect(found[0]?.at).toBe(NOW - HOUR);
  });

  test("nor a beginning is in no window", async () => {
    const pagerDuty: Pick<PagerDuty, "pageOfResolved"> = {
      pageOfResolved: () => {
        const { incident } = payloadOf({ incident: { created_at: null } });
        const timeless = { incident, resolvedAt: null, resolvedBy: null, responders: [], customFields: [] };
        return Promise.resolve({ incidents: [timeless], next: null });
      },
    };
    expect(await listResolved({ pagerDuty, clock: fakeClock(NOW), from: FROM })).toEqual([]);
  });
});
