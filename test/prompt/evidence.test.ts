import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IncidentRecord } from "../../src/incident/record.ts";
import { renderEvidence, renderWhole } from "../../src/prompt/evidence.ts";
import { incidentRecord } from "../builders.ts";

const AT = Date.parse("2026-02-10T14:21:00Z");

function recordWith(record: Partial<IncidentRecord>): IncidentRecord {
  return incidentRecord({ record });
}

const note = (text: string) => ({ at: AT, by: "Jordan Lee", text });
const alert = (summary: string, details: string | null = null) => ({
  at: AT,
  summary,
  severity: "critical",
  status: "resolved",
  source: null,
  details,
  links: [],
});
const change = (
  summary: string,
  when: "before" | "during" | "after" = "before",
  details: string | null = null,
) => ({
  at: AT,
  summary,
  source: "deploys",
  when,
  reason: null,
  links: [],
  details,
});

const full = recordWith({
  notes: Array.from({ length: 30 }, (_, index) => note(`note ${index} ${"n".repeat(900)}`)),
  alerts: Array.from({ length: 30 }, (_, index) => alert(`alert ${index}`, "d".repeat(900))),
  changes: Array.from({ length: 30 }, (_, index) => change(`change ${index}`, "before", "c".repeat(900))),
  pastIncidents: [{ id: "PPAST01", title: "The same again", at: AT }],
  customFields: [{ name: "region", value: "eu-1" }],
});

describe("the evidence", () => {
  test("is all there when it fits, with times in UTC", () => {
    const { text, leftOut } = renderEvidence(
      recordWith({
        notes: [note("rolled back")],
        changes: [change("orders v2.41.0")],
        pastIncidents: [{ id: "PPAST01", title: null, at: null }],
      }),
      10_000,
    );
    expect(leftOut).toEqual([]);
    expect(JSON.parse(text)).toEqual({
      changes: [{ ...change("orders v2.41.0"), at: "2026-02-10T14:21:00.000Z" }],
      notes: [{ ...note("rolled back"), at: "2026-02-10T14:21:00.000Z" }],
      alerts: [],
      custom_fields: [],
      past_incidents: [{ id: "PPAST01", title: null, at: null }],
    });
  });

  test("loses the least useful first, and says what", () => {
    const { text, leftOut } = renderEvidence(full, 70_000);
    expect(leftOut).toEqual(["the past incidents", "the details of alerts"]);
    expect(text).toContain("change 29");
    expect(text).toContain("note 29");
  });

  test("keeps what changed before the incident until nearly the end", () => {
    const { text, leftOut } = renderEvidence(full, 4_500);
    expect(leftOut.at(-1)).toBe("all alerts and notes");
    expect(text).toContain("change 29");
  });

  test("says so where a text is longer than the prompt takes", () => {
    const { text, leftOut } = renderEvidence(recordWith({ notes: [note("n".repeat(1_025))] }), 100_000);
    expect(leftOut).toEqual(["the ends of long texts"]);
    expect(JSON.parse(text).notes[0].text).toBe(`${"n".repeat(1_023)}…`);
    expect(renderEvidence(recordWith({ notes: [note("n".repeat(1_024))] }), 100_000).leftOut).toEqual([]);
  });

  test("loses everything before it becomes longer than it may", () => {
    const { text, leftOut } = renderEvidence(full, 200);
    expect(leftOut.at(-1)).toBe("all changes");
    expect(JSON.parse(text)).toEqual({
      changes: [],
      notes: [],
      alerts: [],
      custom_fields: [],
      past_incidents: [],
    });
  });

  test("does not name a cut that took nothing", () => {
    const { leftOut } = renderEvidence(recordWith({ notes: full.notes }), 20_000);
    expect(leftOut).toEqual(["the ends of long notes"]);
  });

  test("keeps within its bytes, as JSON that no tag can leave, whatever it holds", () => {
    const words = fc.string({ unit: "binary", maxLength: 2_000 });
    const many = fc.record({
      notes: fc.array(words.map(note), { maxLength: 40 }),
      alerts: fc.array(
        fc.tuple(words, fc.option(words)).map(([summary, details]) => alert(summary, details)),
        {
          maxLength: 40,
        },
      ),
      changes: fc.array(
        words.map((summary) => change(summary, "during")),
        { maxLength: 40 },
      ),
      customFields: fc.array(fc.record({ name: words, value: words }), { maxLength: 20 }),
    });
    fc.assert(
      fc.property(many, (parts) => {
        const { text } = renderEvidence(recordWith(parts), 4_096);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_096);
        expect(text).not.toMatch(/[<>]/);
        expect(() => JSON.parse(text)).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});

describe("the attached file", () => {
  test("has all of it, with longer texts than the prompt", () => {
    const long = "x".repeat(10_000);
    expect(renderWhole(recordWith({ notes: [note(long)] }))).toContain(long);
    expect(renderEvidence(recordWith({ notes: [note(long)] }), 100_000).text).not.toContain(long);
  });
});
