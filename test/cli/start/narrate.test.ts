/** The lines of the path. */

import { expect, test } from "vitest";
import { createNarrator } from "../../../cli/start/narrate.ts";

const LONG = "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md";

test("every line fits 80 columns, whatever is said", () => {
  const lines: string[] = [];
  const narrate = createNarrator(
    (line) => lines.push(line),
    () => 0,
  );
  narrate({ from: "Devin", to: "Git", what: `pushed ${LONG} on a branch, ${"word ".repeat(40)}` });
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines[0]).toBe("  0.0 s  Devin → Git             pushed");
});

test("what the check tells Devin is shown whole, another message is not", () => {
  const lines: string[] = [];
  const narrate = createNarrator(
    (line) => lines.push(line),
    () => 0,
  );
  narrate({ from: "action", to: "Devin", what: "message", text: "[postmortem-bridge] Hold: Check of a/b#1" });
  expect(lines).toHaveLength(1);
  narrate({
    from: "action",
    to: "Devin",
    what: "message",
    text: "[postmortem-bridge] Check of a/b#1\n- mend",
  });
  expect(lines.slice(2)).toEqual(["    │ [postmortem-bridge] Check of a/b#1", "    │ - mend"]);
});
