/** docs/operations.md says what people meet: its tables and quoted messages are those of the code. */

import { expect, test } from "vitest";
import { STATUSES } from "../../src/function/handler.ts";
import { RECONCILE_ORDER } from "../../src/jobs/summary.ts";
import { EVIDENCE_BYTES } from "../../src/prompt/brief.ts";
import { EVIDENCE_CUTS } from "../../src/prompt/evidence.ts";
import { filesIn, read, source, table } from "./page.ts";

const PAGE = "docs/operations.md";

test("every outcome of the endpoint stands with its status", () => {
  expect(
    table(PAGE, "What the endpoint answers").map(([outcome, status]) => [outcome, Number(status)]),
  ).toEqual(Object.entries(STATUSES));
});

test("every outcome of a reconcile stands in the order of the summary", () => {
  expect(table(PAGE, "Reconcile").map(([outcome]) => outcome)).toEqual(RECONCILE_ORDER);
});

/** The words of each row, without their back-quotes. */
const SYMPTOMS = table(PAGE, "Troubleshooting")
  .flatMap(([seen = ""]) => seen.split(" or "))
  .map((message) => message.replaceAll("`", ""));

test("the messages that are quoted for trouble are in the code", () => {
  const quoted = SYMPTOMS.filter((message) => !/^(202|\{|ignored: )/.test(message));
  expect(quoted.length).toBeGreaterThan(9);
  const constructed = source().replace(/\$\{[^}]*\}/g, "…");
  // GitHub's own words are the one message that is not ours.
  for (const message of quoted.filter((text) => text !== "Resource not accessible by"))
    expect(constructed).toContain(message);
});

test("every sentence that asks somebody to do something is found there by its words", () => {
  const asked =
    /^(?:Add|Allow|Ask|Check|Correct|Create|Give|Let|Look|Open|PagerDuty will|Put|Raise|Replace|Run|Set|Take|Update|Use|Wait)\b.* .*\.|^[a-z-]+ is (?:empty|missing);|^(?:Devin(?:'s payment)? (?:could|dropped|is|suspended|was declined)|GitHub|The (?:dashboard|dispatch|event|organization|repository|repository_dispatch|session)) .* .*[.:;]|^(?:the (?:organization|session)|it)[\w' ]*: [a-z]/;
  const rooms = ["function", "github", "devin", "pagerduty", "jobs"];
  const sentences = rooms
    .flatMap((room) => filesIn(`src/${room}`))
    .flatMap((text) => text.split("\n"))
    .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
    .flatMap((line) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)])
    .map(([, plain, template]) => (plain ?? template ?? "").replace(/\$\{[^}]*\}/g, "…").replaceAll("\\", ""))
    .map((sentence) => sentence.replaceAll("`", ""))
    .filter((sentence) => asked.test(sentence));
  expect(sentences.length).toBeGreaterThan(50);
  expect(sentences.filter((sentence) => !SYMPTOMS.some((words) => sentence.includes(words)))).toEqual([]);
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
