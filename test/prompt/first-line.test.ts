import { describe, expect, test } from "vitest";
import { type FirstLine, readFirstLine, writeFirstLine } from "../../src/prompt/first-line.ts";

const HEAD = "9fceb02d0ae598e95dc970b74767f19372d61af8";

describe("the first line of a message", () => {
  test.for<[string, FirstLine]>([
    ["Event 01A", { kind: "event", eventId: "01A", resolvedAt: null }],
    [
      "Event manual-12, resolved at 2026-02-10T15:18:02Z",
      { kind: "event", eventId: "manual-12", resolvedAt: Date.parse("2026-02-10T15:18:02Z") },
    ],
    [
      "Event missed-2026-02-10T15:18:02.120Z",
      { kind: "event", eventId: "missed-2026-02-10T15:18:02.120Z", resolvedAt: null },
    ],
    [
      "Event 01B, reopened at 2026-02-10T15:40:00Z",
      { kind: "hold", eventId: "01B", reopenedAt: Date.parse("2026-02-10T15:40:00Z") },
    ],
    ["Reminder", { kind: "reminder" }],
    [
      `Check of acme/docs.site#57 at ${HEAD}`,
      { kind: "check", repository: "acme/docs.site", number: 57, head: HEAD },
    ],
  ])("reads back as it was written: %s", ([words, line]) => {
    expect(writeFirstLine(line)).toBe(`[postmortem-bridge] ${words}`);
    expect(readFirstLine(`[postmortem-bridge] ${words}\n\nMore.`)).toEqual(line);
  });

  test("says an instant in whole seconds, rounded down", () => {
    const resolvedAt = Date.parse("2026-02-10T15:18:02.999Z");
    expect(writeFirstLine({ kind: "event", eventId: "01A", resolvedAt })).toContain(
      "at 2026-02-10T15:18:02Z",
    );
  });

  test.for([
    "Hello.\n[postmortem-bridge] Event 01A",
    " [postmortem-bridge] Event 01A",
    "[postmortem-bridge] Event 01A and more",
    "[postmortem-bridge] Event 01A, resolved at 2026-02-31T99:00:00Z",
    "[postmortem-bridge] Reminder of something",
    "[postmortem-bridge] Check of acme/docs#57 at main",
    "[postmortem-bridge]",
    "",
  ])("is none of ours: %j", (message) => {
    expect(readFirstLine(message)).toBeNull();
  });
});
