/** docs/operations.md says what people meet: its tables and quoted messages are those of the code. */

import { basename } from "node:path";
import { expect, test } from "vitest";
import { checkCommand } from "../../cli/check.ts";
import { doctor } from "../../cli/doctor.ts";
import { explain } from "../../cli/explain.ts";
import { send } from "../../cli/send.ts";
import { subscribe } from "../../cli/subscribe.ts";
import { STATUSES } from "../../src/function/handler.ts";
import { RECONCILE_ORDER } from "../../src/jobs/summary.ts";
import { EVIDENCE_BYTES } from "../../src/prompt/brief.ts";
import { EVIDENCE_CUTS } from "../../src/prompt/evidence.ts";
import { run, start } from "../cli/command.ts";
import { literalsIn } from "./literals.ts";
import { pathsIn, read, source, table } from "./page.ts";

const PAGE = "docs/operations.md";

test("every outcome of the endpoint stands with its status", () => {
  expect(
    table(PAGE, "What the endpoint answers").map(([outcome, status]) => [outcome, Number(status)]),
  ).toEqual(Object.entries(STATUSES));
});

test("every outcome of a reconcile stands in the order of the summary", () => {
  expect(table(PAGE, "Reconcile").map(([outcome]) => outcome)).toEqual(RECONCILE_ORDER);
});

/** The words of each row of a table, without their back-quotes. */
function symptomsOf(heading: string): string[] {
  return table(PAGE, heading)
    .flatMap(([seen = ""]) => seen.split(/(?<=`) or (?=`)/))
    .map((words) => words.replaceAll("`", ""));
}

const ELSEWHERE = [
  "The endpoint and its log",
  "A run",
  "Devin's",
  "PagerDuty's record",
  "The check",
  "Follow-ups",
];
const SYMPTOMS = {
  src: ELSEWHERE.flatMap(symptomsOf),
  cli: symptomsOf("Your terminal"),
};

/** Files whose texts are no messages to look up, and why. */
const NOT_MESSAGES: [RegExp, string][] = [
  [
    /^src\/settings\/|^src\/function\/(?:environment|secrets)|^src\/lib\/mix-ups|^src\/incident\/patterns/,
    "docs/configuration.md has them",
  ],
  [
    /^src\/check\/(?!head|report|run|selection)|^src\/postmortem\/front-matter/,
    "docs/check.md has a page for each rule",
  ],
  [/^src\/prompt\/(?!brief)/, "Devin reads them"],
  [/^src\/postmortem\/(?:lines|render|summary|vocabulary)/, "the postmortem has them"],
  [/^src\/postmortem\/template/, "docs/templates.md has them"],
  [/^src\/jobs\/follow-ups\/(?:body|dashboard|issue-text|plan|reminders)/, "issues have them"],
  [/^src\/redact\//, "docs/redaction.md has them"],
  [/^cli\/doctor\//, "each has what to do beside it"],
  [/^cli\/setup\/steps/, "each is a step"],
  [/^cli\/start(?:\/|\.)/, "only the sandbox says them"],
  [/^cli\/options/, "the help has them"],
];

// A sentence, or a clause and what to do; shorter ones are parts of others.
const SAYS_SOMETHING = /^(?:[A-Z…(-]).*[.:]$|; [a-z]|^(?:the (?:organization|session)|it)[\w' ]*: [a-z]/;
const SAYS_WHAT_TO_DO =
  /: (?:add|archive|close|correct|create|give|look|make|name|open|raise|run|set|settle|take|unlock) /;
const FEWEST_WORDS = 5;
// Words that stand in more texts than this would answer for any new one.
const MOST_ANSWERED = 4;

/** What users may read in the files of a folder, each with its file. */
function messagesIn(folder: "src" | "cli") {
  const files = pathsIn(folder).filter((path) => !NOT_MESSAGES.some(([files]) => files.test(path)));
  return files.flatMap((path) =>
    literalsIn(read(path))
      .map((text) => text.replaceAll("`", "").replace(/\s+/g, " ").trim())
      .filter((text) => text.split(" ").length >= FEWEST_WORDS)
      .filter((text) => SAYS_SOMETHING.test(text) || SAYS_WHAT_TO_DO.test(text))
      .map((text) => ({ path, text })),
  );
}

test("the messages that are quoted for trouble are in the code", () => {
  const code = [...pathsIn("src"), ...pathsIn("cli")]
    .flatMap((path) => literalsIn(read(path)))
    .join("\n")
    .replaceAll("`", "");
  const quoted = [...SYMPTOMS.src, ...SYMPTOMS.cli].filter(
    // A status, the log's own words, GitHub's, and rows that name a whole kind.
    (words) => !/^(?:202|\{|ignored: |Resource not accessible by$|a (?:finding|row) )/.test(words),
  );
  expect(quoted.length).toBeGreaterThan(150);
  expect(quoted.filter((words) => !code.includes(words))).toEqual([]);
});

test.for(["src", "cli"] as const)("no words of a row answer for whatever %s may say", (folder) => {
  const texts = pathsIn(folder)
    .flatMap((path) => literalsIn(read(path)))
    .map((text) => text.replaceAll("`", ""));
  const answered = (words: string) => texts.filter((text) => text.includes(words)).length;
  expect(SYMPTOMS[folder].filter((words) => answered(words) > MOST_ANSWERED)).toEqual([]);
});

test("every cause for which the endpoint ignores a webhook has a row", () => {
  const causes = [
    ...read("src/pagerduty/webhook.ts").matchAll(/unreadable\(\s*"([\w-]+)"/g),
    ...read("src/function/handler.ts").matchAll(/(?:ignored\(\s*"|code: "(?=[\w-]+", reason))([\w-]+)"/g),
  ].map(([, cause]) => `ignored: ${cause}`);
  expect(new Set(causes).size).toBeGreaterThan(8);
  expect(causes.filter((cause) => !symptomsOf("The endpoint and its log").includes(cause))).toEqual([]);
});

test("every sentence that a user can meet in a run is found there by its words", () => {
  const messages = messagesIn("src");
  expect(messages.length).toBeGreaterThan(90);
  expect(messages.filter(({ text }) => !SYMPTOMS.src.some((words) => text.includes(words)))).toEqual([]);
});

test("and every one of a command, whose help explains the rest", async () => {
  const helps = await Promise.all([
    ...[checkCommand, doctor, explain, send, subscribe].map((one) => run(one, ["--help"])),
    start("cli/setup.ts", ["--help"]).ended,
  ]);
  const help = helps
    .map(({ out }) => out)
    .join("\n")
    .replace(/\s+/g, " ");
  const isHelp = (text: string) => text.split("…").every((part) => help.includes(part.trim()));
  const messages = messagesIn("cli").filter(({ text }) => !isHelp(text));
  expect(messages.length).toBeGreaterThan(35);
  expect(messages.filter(({ text }) => !SYMPTOMS.cli.some((words) => text.includes(words)))).toEqual([]);
});

test("every rule of the check has a page", () => {
  const rules = pathsIn("src/check/rules").map((path) => basename(path, ".ts"));
  expect(rules.length).toBeGreaterThan(40);
  expect(rules.filter((id) => !pathsIn("docs/check").includes(`docs/check/${id}.md`))).toEqual([]);
});

test("texts are told from the code around them", () => {
  const code = [
    '// "no"',
    "/* 'no' */",
    'const a = "one \\"word\\"";',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
    'const b = `x ${c ? `y ${"z"}` : "q"} w`;',
    'return /["`]/.test(d) ? 4 / 2 : "after";',
  ].join("\n");
  expect(literalsIn(code)).toEqual(['one "word"', "x … w", "y …", "z", "q", "after"]);
});

test("the checks and remedies that are shown are the doctor's", () => {
  const rows = table(PAGE, "Doctor, subscribe, send");
  expect(rows.map(([, level]) => level)).toEqual(["pass", "fail", "fail", "fail", "warn", "skip"]);
  for (const [part = "", , check = "", , remedy = ""] of rows) {
    for (const word of [part, check]) expect(source()).toContain(`"${word}"`);
    expect(source()).toContain(remedy.replace(/\.$/, ""));
  }
});

test("what the evidence loses stands in the order in which it is lost", () => {
  const flowing = read("docs/architecture.md").replace(/\s+/g, " ");
  expect(EVIDENCE_CUTS.length).toBeGreaterThan(5);
  expect(flowing).toContain(`(${EVIDENCE_CUTS.join(", ")})`);
  expect(flowing).toContain(`at most ${EVIDENCE_BYTES / 1_024} KiB of the brief`);
});
