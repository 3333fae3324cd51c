import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/check/rule.ts";
import { timelineRules } from "../../src/check/timeline.ts";
import type { IncidentRecord } from "../../src/incident/record.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { incidentRecord } from "../builders.ts";
import { BODY, factsOf, findingsOf, sourceOf, written } from "./written.ts";

const at = (time: string) => Date.parse(`2026-02-10T${time}Z`);
const record = incidentRecord({
  record: {
    timeline: [
      { at: at("14:32:00"), what: "PagerDuty incident triggered", by: "Datadog" },
      { at: at("14:38:40"), what: "Acknowledged", by: "Sam Rivera" },
      { at: at("14:38:50"), what: "", by: null },
      { at: at("15:18:02"), what: "Resolved", by: null },
    ],
  },
});
const ROWS = [
  "- 14:32 UTC — PagerDuty incident triggered by Datadog",
  "- 14:38 UTC — Acknowledged by Sam Rivera",
  "- 14:38 UTC —",
  "- 15:18 UTC — Resolved",
];
const ROW = BODY + 2;

const found = (id: string, rows: string[], facts: Facts = factsOf({ record })) =>
  findingsOf(
    timelineRules,
    `timeline-${id}`,
    sourceOf(written(`## Timeline\n\n${rows.join("\n")}\n`)),
    facts,
  );

function all(rows: string[], facts?: Facts): string[] {
  return timelineRules.flatMap(({ id }) => found(id.replace("timeline-", ""), rows, facts));
}

test("the record's own rows are as they should be", () => {
  expect(all(ROWS)).toEqual([]);
  expect(all(ROWS.map((row) => row.replace(" — ", " —  ").replace("by", " by ")))).toEqual([]);
});

test("a rendered skeleton is as it should be, whatever strangers wrote", () => {
  const strange: IncidentRecord = {
    ...record,
    timeline: [
      { at: at("14:32:00"), what: "Alert [x](y) `z` <b>* www.example.com \u202Eevil & co.", by: "A|B\u200B" },
      { at: at("15:00:00"), what: "w".repeat(2_000), by: "n".repeat(300) },
    ],
  };
  const source = sourceOf(renderSkeleton(strange));
  for (const { id } of timelineRules)
    expect(findingsOf(timelineRules, id, source, factsOf({ record: strange }))).toEqual([]);
});

test("without a timeline, a record or front matter nothing is compared", () => {
  for (const { id } of timelineRules) {
    expect(findingsOf(timelineRules, id, sourceOf(written("## Summary\n")), factsOf({ record }))).toEqual([]);
    expect(findingsOf(timelineRules, id, sourceOf("## Timeline\n\n- 9 UTC\n"), factsOf({ record }))).toEqual(
      [],
    );
  }
  expect(all(["- 14:32 UTC — Invented"], factsOf())).toEqual([]);
});

describe("a row of the record", () => {
  test("that is missing is found at the heading", () => {
    expect(all([ROWS[0]!, ROWS[2]!, ROWS[3]!])).toEqual([
      `${BODY}: The record's row 2026-02-10 14:38 UTC — Acknowledged by Sam Rivera is missing.`,
    ]);
  });

  test("that reads otherwise, or has another time, is found where it stands", () => {
    const rows = [
      ROWS[0]!,
      "- 14:38 UTC — Acknowledged late by Sam Rivera",
      ROWS[2]!,
      "- 15:19 UTC — Resolved",
    ];
    expect(all(rows)).toEqual([
      `${ROW + 1}: The row is not as the record has it: 2026-02-10 14:38 UTC — Acknowledged by Sam Rivera.`,
      `${ROW + 3}: The row is not as the record has it: 2026-02-10 15:18 UTC — Resolved.`,
    ]);
  });

  test("that stands there once is not two", () => {
    const twice = { ...record, timeline: [...record.timeline, record.timeline[3]!] };
    expect(found("missing-row", ROWS, factsOf({ record: twice }))).toHaveLength(1);
  });
});

describe("an added row", () => {
  test("needs no source where it is the reopening, of which only the webhook told", () => {
    const [triggered = "", ...others] = ROWS;
    expect(all([triggered, "- 14:35 UTC — Reopened", ...others])).toEqual([]);
    expect(found("source", [triggered, "- 14:35 UTC — Reopened by mistake", ...others])).toHaveLength(1);
  });

  test.for([
    "([dashboard](https://example.com))",
    "(see [the log][1])",
    "[^1]",
    "https://example.com/log",
    "(source: deploy log)",
    "(acme/orders#812)",
    "#812",
    "9fceb02",
    "`9fceb02d0ae598e95dc970b74767f19372d61af8`",
    "\n  (source: the next line)",
  ])("may have the source %j", (source) => {
    expect(found("source", [...ROWS.slice(0, 3), `- 15:02 UTC — Roll-back ${source}`, ROWS[3]!])).toEqual([]);
  });

  test("without a source is found", () => {
    const rows = [
      ...ROWS.slice(0, 3),
      "- 15:02 UTC — Roll-back of defaced deadbeef",
      ROWS[3]!,
      "  no source",
    ];
    expect(found("source", rows.slice(0, 5))).toEqual([
      `${ROW + 3}: The added row 2026-02-10 15:02 UTC — Roll-back of defaced deadbeef has no source.`,
    ]);
  });

  test("at the very end of the file is read to its end", () => {
    const text = written(`## Timeline\n\n${ROWS.join("\n")}\n- 15:30 UTC — Party\n  (source: a photo)`);
    expect(findingsOf(timelineRules, "timeline-source", sourceOf(text), factsOf({ record }))).toEqual([]);
  });

  test("needs none where nothing is known", () => {
    expect(found("source", [...ROWS, "- 15:20 UTC — Nothing known until 15:50 UTC"])).toEqual([]);
  });

  test("is not told from one of the record where the record's log is not whole", () => {
    const partial = { ...record, missing: ["Log entries: PagerDuty answered 500."] };
    expect(found("source", [...ROWS, "- 15:20 UTC — Party"], factsOf({ record: partial }))).toEqual([]);
  });
});

test("rows stand in the order of time, over midnight too", () => {
  expect(found("order", [ROWS[3]!, ROWS[0]!, ROWS[1]!])).toEqual([
    `${ROW + 1}: The row 2026-02-10 14:32 UTC — PagerDuty incident triggered by Datadog stands after a later one.`,
    `${ROW + 2}: The row 2026-02-10 14:38 UTC — Acknowledged by Sam Rivera stands after a later one.`,
  ]);
  expect(found("order", ["- 23:50 UTC — A", "- 2026-02-11 00:10 UTC — B"])).toEqual([]);
});

test.for([
  "14:32 CET — A",
  "14:32 — A",
  "2026-02-10 14:32 PST — A",
  "9:05 UTC — A",
  "14.32 Uhr",
  "2026-02-10T14:32Z A",
])("%j is no time in UTC", (row) => {
  expect(found("time-zone", [`- ${row}`])).toHaveLength(1);
  expect(found("untimed-row", [`- ${row}`])).toEqual([]);
});

test("a row has a time", () => {
  expect(found("untimed-row", ["- Later on: B", "- "])).toEqual([`${ROW}: The row has no time: Later on: B`]);
  expect(found("time-zone", ["- Later on: B"])).toEqual([]);
});

describe("a gap of more than an hour", () => {
  const front = { resolved: "2026-02-10T18:00:00Z" };
  const gap = (rows: string[], more = front) =>
    findingsOf(timelineRules, "timeline-gap", sourceOf(written(`## Timeline\n\n${rows.join("\n")}\n`, more)));

  test("is found at its end", () => {
    expect(gap(["- 14:32 UTC — A", "- 15:32 UTC — B", "- 16:40 UTC — C"])).toEqual([
      `${ROW + 2}: Of the 68 minutes before this row nothing is told.`,
    ]);
  });

  test("is explained by a row, by a line between, or by a resolve", () => {
    expect(gap(["- 14:32 UTC — Waiting for the vendor", "- 16:40 UTC — C"])).toEqual([]);
    expect(gap(["- 14:32 UTC — A", "- 16:40 UTC — Nothing was known before"])).toEqual([]);
    expect(gap(["- 14:32 UTC — A", "", "The vendor was at work.", "", "- 16:40 UTC — C"])).toEqual([]);
    expect(gap(["- 14:32 UTC — Resolved by automation", "- 16:40 UTC — Reopened"])).toEqual([]);
  });

  test("does not matter before and after the incident, or where its ends are not known", () => {
    expect(gap(["- 12:00 UTC — Deploy", "- 14:32 UTC — A"])).toEqual([]);
    expect(gap(["- 18:00 UTC — A", "- 20:40 UTC — C"])).toEqual([]);
    expect(gap(["- 14:32 UTC — A", "- 16:40 UTC — C"], { resolved: "" })).toEqual([]);
  });
});
