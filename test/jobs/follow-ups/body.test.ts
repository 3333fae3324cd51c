import { describe, expect, test } from "vitest";
import {
  isDashboard,
  readMarker,
  readText,
  writeBody,
  writeDashboard,
} from "../../../src/jobs/follow-ups/body.ts";

const MARKER = { incidentId: "Q1", key: "0123456789abcdef", told: null } as const;
const TICKED = { ...MARKER, told: "ticked" } as const;

describe("the body of an item's issue", () => {
  test("is read back as it was written", () => {
    const body = writeBody("", TICKED, "Add a limit");
    expect([readMarker(body), readText(body)]).toEqual([TICKED, "Add a limit"]);
  });

  test("keeps what people wrote around ours, also with the line ends of GitHub's editor", () => {
    const before = `Seen on Monday.\r\n${writeBody("", MARKER, "Add a limit")}\r\n\r\nDone by Friday $& $1.`;
    const body = writeBody(before, { ...TICKED, key: "fedcba9876543210" }, "Add a $& limit");
    expect(body).toMatch(/^Seen on Monday\.\r\n.*Add a \$& limit.*Done by Friday \$& \$1\.$/s);
    expect(readMarker(body)).toEqual({ ...TICKED, key: "fedcba9876543210" });
  });

  test.for([/<!-- [^>]*abcdef -->\n/, /<!-- [^>]*ends -->/])(
    "is still ours when people have deleted the marker %s",
    (deleted) => {
      const half = writeBody("", MARKER, "Add a limit").replace(deleted, "");
      expect([readMarker(half), readText(half)]).toEqual([MARKER, null]);
      const whole = writeBody(half, MARKER, "Add two limits");
      expect(readText(whole)).toBe("Add two limits");
    },
  );

  test("goes before the words of a body that has no marker", () => {
    expect(writeBody("Mine.", MARKER, "Ours")).toMatch(/^<!-- .*Ours.* -->\n\nMine\.$/s);
  });

  test.for(["", "Add a limit", "<!-- postmortem-bridge item Q1 0123 -->"])("%j is not ours", (body) => {
    expect([readMarker(body), isDashboard(body)]).toEqual([null, false]);
  });
});

test("the dashboard has markers of its own, and the same care for people's words", () => {
  const body = `${writeDashboard("", "One")}\nMine.`;
  expect(isDashboard(body)).toBe(true);
  expect(readMarker(body)).toBeNull();
  expect(writeDashboard(body, "Two")).toBe(`${writeDashboard("", "Two")}\nMine.`);
});

test("people quote one issue in another, and each stays what it is", () => {
  const [item, dashboard] = [writeBody("", MARKER, "Add a limit"), writeDashboard("", "One")];
  const quoting = (one: string, other: string) => `${one}\n\nSee also:\n${other}`;
  const [ours, theirs] = [quoting(item, dashboard), quoting(dashboard, item)];
  expect([readMarker(ours), isDashboard(ours)]).toEqual([MARKER, false]);
  expect([readMarker(theirs), isDashboard(theirs)]).toEqual([null, true]);
});
