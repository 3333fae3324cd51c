import { describe, expect, test } from "vitest";
import { letterOf, withLetters } from "../../src/incident/letters.ts";
import { incidentRecord } from "../builders.ts";

describe("letters in place of names", () => {
  test("go by first appearance, and stand wherever a name stands", () => {
    const record = incidentRecord({
      record: {
        people: ["Priya Nair", "Jordan Lee", "jordan  lee", "Jordan"],
        resolvedBy: { kind: "user", name: "Jordan Lee" },
        responders: ["Jordan Lee"],
        timeline: [
          { at: 1, what: "Escalated to Jordan Lee", by: null },
          { at: 2, what: "Note", by: "Priya Nair", quote: "jordan lee (and Jordan) rolled back" },
        ],
        notes: [{ at: 2, by: "Priya Nair", text: "Thank Jordan\nLee, not Jordanian Leeds" }],
      },
    });
    expect(withLetters(record)).toMatchObject({
      people: ["Responder A", "Responder B", "Responder B", "Responder C"],
      resolvedBy: { kind: "user", name: "Responder B" },
      responders: ["Responder B"],
      timeline: [
        { what: "Escalated to Responder B" },
        { by: "Responder A", quote: "Responder B (and Responder C) rolled back" },
      ],
      notes: [{ by: "Responder A", text: "Thank Responder B, not Jordanian Leeds" }],
    });
  });

  test("leave ids, links and times as they are, and a record without people as it is", () => {
    const record = incidentRecord({ record: { people: ["Q1ORDERSPOOL01", "a.c", " "] } });
    expect(withLetters(record).incident).toEqual(record.incident);
    const none = incidentRecord({ record: { people: [] } });
    expect(withLetters(none)).toBe(none);
  });

  test.for([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [51, "AZ"],
    [52, "BA"],
    [702, "AAA"],
  ] as const)("the %ith is %s", ([index, letter]) => {
    expect(letterOf(index)).toBe(letter);
  });
});
