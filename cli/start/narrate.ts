/** The path of an incident as it happens, in lines that fit a terminal of 80 columns. */

import { styleText } from "node:util";
import type { Step } from "../../sandbox/world.ts";
import { toSingleLine } from "../../src/lib/text.ts";

export const WIDTH = 80;

const LONGEST_WORDS = 400;
const PLACES = 22;
const INDENT = 9 + PLACES + 2;

type Style = Parameters<typeof styleText>[0];

/** Words in a style, where the output is a terminal that has it and NO_COLOR is not set. */
export function styled(style: Style, words: string): string {
  return styleText(style, words, { stream: process.stdout });
}

/** Breaks a line into lines of `width` at most, at spaces where there are any. */
export function wrap(words: string, width: number): string[] {
  const lines: string[] = [];
  let rest = words;
  while (rest.length > width) {
    const space = rest.lastIndexOf(" ", width);
    const at = space > 0 ? space : width;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...lines, rest];
}

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
    if (!text?.includes("Check of ")) return;
    for (const line of text.trim().split("\n"))
      for (const part of wrap(line, WIDTH - 6)) print(`    │ ${part}`.trimEnd());
  };
}

function styleOf(what: string): Style {
  if (/^fails|\bfailure\b|^[45]\d\d /.test(what)) return "red";
  if (/\bsuccess\b|^2\d\d /.test(what)) return "green";
  return "reset";
}
