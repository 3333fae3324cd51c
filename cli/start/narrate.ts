/** The path of an incident as it happens, in lines that fit a terminal of 80 columns. */

import type { Step } from "../../sandbox/world.ts";
import { toSingleLine } from "../../src/lib/text.ts";
import { type Style, styled, WIDTH, wrap } from "../columns.ts";

const LONGEST_WORDS = 400;
const PLACES = 22;
const INDENT = 9 + PLACES + 2;

/** Prints steps as they happen; the seconds count from now. */
export function createNarrator(print: (line: string) => void, now: () => number): (step: Step) => void {
  const startedAt = now();
  return ({ from, to, what, text }) => {
    const seconds = ((now() - startedAt) / 1_000).toFixed(1).padStart(5);
    const [first = "", ...others] = wrap(toSingleLine(what, LONGEST_WORDS), WIDTH - INDENT);
    const style = styleOf(what);
    print(`${styled("dim", `${seconds} s`)}  ${`${from} → ${to}`.padEnd(PLACES)}  ${styled(style, first)}`);
    for (const line of others) print(`${" ".repeat(INDENT)}${styled(style, line)}`);
    // What the check tells Devin is worth reading; the record that another message brings is in the postmortem.
    if (!text?.startsWith("[postmortem-bridge] Check of ")) return;
    for (const line of text.trim().split("\n"))
      for (const part of wrap(line, WIDTH - 6)) print(`    │ ${part}`.trimEnd());
  };
}

function styleOf(what: string): Style {
  if (/^fails|\bfailure\b|^[45]\d\d /.test(what)) return "red";
  if (/\bsuccess\b|^2\d\d /.test(what)) return "green";
  return "reset";
}
