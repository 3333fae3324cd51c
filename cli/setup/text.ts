/** What `npm run setup` says: the files, the steps with their states, and how to take the next one. */

import { styled, WIDTH, wrap } from "../columns.ts";
import type { Finding } from "../doctor/finding.ts";
import { asTable } from "../doctor/report.ts";
import type { Copy } from "./copy.ts";
import type { Step } from "./steps.ts";
import type { WrittenFile } from "./write.ts";

const INDENT = 3;
/** Where the title of a step begins. */
const TITLE = 10;

/** What a set-up comes to. */
export type Said = {
  copy: Copy;
  docs: string | null;
  files: WrittenFile[];
  others: string[];
  isDirty: boolean;
  /** The branch that the files name although nothing said that it is the default one; null otherwise. */
  guessedBranch: string | null;
  steps: Step[];
  findings: Finding[];
};

/** The same for people, in lines that fit a terminal; commands and addresses stand whole. */
export function asText({ copy, docs, files, others, isDirty, guessedBranch, steps, findings }: Said): string {
  const next = steps.find(({ state }) => state !== "done");
  return [
    `Copy   ${copy.repository}${copy.revision === null ? "" : `, used at ${copy.revision}`}`,
    `Docs   ${docs ?? "not named yet: --docs OWNER/NAME"}`,
    ...files.flatMap(fileLines),
    ...others.flatMap((path) =>
      indented(7, `${path} uses this project too: delete it, or each event runs twice.`),
    ),
    ...(isDirty
      ? indented(7, "The checkout has other changes that are not committed: commit them apart.")
      : []),
    ...(guessedBranch === null
      ? []
      : indented(
          7,
          `The remote did not say which branch is its default one. If it is not ${guessedBranch}, mend "branches" in postmortem-schedule.yml.`,
        )),
    "",
    ...steps.flatMap((step, index) => {
      const mark = styled(step.state === "done" ? "green" : "yellow", step.state.padEnd(5));
      const [title = "", ...others] = wrap(step.title, WIDTH - TITLE);
      const style = step === next ? "bold" : "reset";
      return [
        `${index + 1}. ${mark}  ${styled(style, title)}`,
        ...others.map((line) => `${" ".repeat(TITLE)}${styled(style, line)}`),
        ...(step === next || step.problems.length > 0 ? detailsOf(step) : []),
      ];
    }),
    "",
    ...(findings.length === 0
      ? wrap("The doctor had nothing to look at: it reads what is set in this terminal.", WIDTH)
      : ["What the doctor says", asTable(findings)]),
  ].join("\n");
}

function fileLines({ path, state, difference }: WrittenFile): string[] {
  if (state !== "differs") return [`File   ${path}: ${state}${state === "kept" ? " with your changes" : ""}`];
  return [
    `File   ${path}: differs, and was left as it is`,
    ...indented(7, "Lines with + are what would be written; take over what you want of them:"),
    ...difference.split("\n").map((line) => `       ${line}`),
  ];
}

/** A command and an address stand on lines of their own, whole, to be copied. */
function detailsOf({ problems, todo, commands, links }: Step): string[] {
  const space = " ".repeat(INDENT);
  return [
    ...problems.flatMap((line) => indented(INDENT, `Now: ${line}.`)),
    ...todo.flatMap((line) => indented(INDENT, line)),
    ...commands.map((line) => `${space}  ${line}`),
    ...links.flatMap(({ label, url }) => [`${space}${label}:`, `${space}  ${url}`]),
  ];
}

function indented(by: number, words: string): string[] {
  return wrap(words, WIDTH - by).map((line) => `${" ".repeat(by)}${line}`);
}
