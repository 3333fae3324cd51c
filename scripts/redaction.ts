/** `npm run redaction`: measures the redaction on its corpus, and writes the tables of docs/redaction.md. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCommand, runEntry } from "../cli/command.ts";
import { PATTERNS } from "../src/redact/patterns.ts";
import { PLACEHOLDERS, redactTexts } from "../src/redact/text.ts";
import { VENDORS } from "../src/redact/vendors.ts";
import { BENIGN, isGone, makeSecrets, type Planted, plant } from "../test/redact/corpus.ts";
import heldOut from "../test/redact/held-out.json" with { type: "json" };
import { randomOf } from "../test/redact/made.ts";

const PAGE = join(import.meta.dirname, "..", "docs", "redaction.md");
const SEED = 1;

/** What stands in the list of placeholders for kinds that no table of patterns has. */
const OTHERS: Record<string, string> = {
  "password or secret":
    "the value after a name that has `password`, `secret`, `token`, `credentials`, `api key` or the like in it, in JSON, in files and in sentences; passwords in commands and addresses",
  "card number": "numbers of payment cards of 14 to 16 digits with a right check digit",
  IBAN: "numbers of bank accounts with a right check sum",
  "e-mail address": "e-mail addresses, also with `%40` for the `@`",
  "phone number":
    "numbers with a country's code; North America's in their usual form; any after `phone`, `tel`, `mobile`, `fax`",
};

/** The page with its generated parts made anew. */
export async function writePage(page: string): Promise<string> {
  const found = await measure(makeSecrets(SEED));
  const lost = await lostOf(BENIGN);
  return [
    ["placeholders", placeholders(found, lost)],
    ["figures", figures(found, lost)],
    ["held out", await heldOutFigures()],
  ].reduce((text, [name = "", part = ""]) => replacePart(text, name, part), page);
}

function replacePart(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->`];
  const [head = "", rest = ""] = page.split(begin);
  return `${head}${begin}\n${text}\n\n${end}${rest.split(end)[1] ?? ""}`;
}

type Measured = Planted & { isGone: boolean };

async function measure(planted: Planted[]): Promise<Measured[]> {
  const redacted = await redactTexts(planted.map(({ text }) => text));
  return planted.map((one, index) => ({ ...one, isGone: isGone(redacted[index] ?? "", one) }));
}

/** What the benign texts that lost something look like then. */
async function lostOf(benign: readonly string[]): Promise<string[]> {
  const redacted = await redactTexts(benign);
  return redacted.filter((text, index) => text !== benign[index]);
}

function placeholders(found: Measured[], lost: string[]): string {
  const rows = PLACEHOLDERS.map((words) => {
    const kind = words.slice(11, -1);
    const all = found.filter((one) => one.kind === kind);
    const wrong = lost.filter((text) => text.includes(words)).length;
    return `| \`${words}\` | ${shapeOf(kind)} | ${countOf(all)} | ${wrong} |`;
  });
  return [
    "| placeholder | what it replaces | replaced | benign texts lost |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function countOf(all: Measured[]): string {
  return `${all.filter((one) => one.isGone).length} of ${all.length}`;
}

function shapeOf(kind: string): string {
  const beginnings = VENDORS.filter((vendor) => vendor.kind === kind).map(({ beginning }) => beginning);
  const shapes = PATTERNS.filter((row) => row.kind === kind).map(({ shape }) => shape);
  const known =
    OTHERS[kind] === undefined ? [...new Set(shapes.filter((one) => one !== "the same"))] : [OTHERS[kind]];
  return [...beginnings.map((beginning) => `\`${beginning}…\``), ...known].join(", ");
}

/** Recall and precision on the corpus. */
function figures(found: Measured[], lost: string[]): string {
  const isVendors = new Set(VENDORS.map(({ kind }) => kind));
  const groups = Map.groupBy(found, ({ kind }) =>
    isVendors.has(kind) ? "vendors' keys, whole and cut" : kind,
  );
  const rows = [...groups].sort().map(([kind, all]) => `| ${kind} | ${countOf(all)} | ${recallOf(all)} |`);
  const kept = BENIGN.length - lost.length;
  const precision = percent(found.length, found.length + lost.length);
  return [
    "| kind | replaced | recall |",
    "| --- | --- | --- |",
    ...rows,
    `| **all** | **${countOf(found)}** | **${recallOf(found)}** |`,
    "",
    `Benign texts that stay as they are: ${kept} of ${BENIGN.length}; precision ${precision}.`,
  ].join("\n");
}

function recallOf(all: Measured[]): string {
  return percent(all.filter((one) => one.isGone).length, all.length);
}

/** The figures of the set that was held out: before the first change that it led to, and now. */
async function heldOutFigures(): Promise<string> {
  const random = randomOf(SEED);
  const rows: string[] = [];
  for (const [kind, { first, texts }] of Object.entries(heldOut.secrets)) {
    const found = await measure(texts.map((one) => plant(kind, one, random)));
    rows.push(`| ${kind} | ${first} of ${texts.length} replaced | ${countOf(found)} |`);
  }
  for (const [kind, { first, texts }] of Object.entries(heldOut.benign)) {
    const lost = await lostOf(texts);
    rows.push(
      `| benign: ${kind} | ${first} of ${texts.length} kept | ${texts.length - lost.length} of ${texts.length} |`,
    );
  }
  return ["| kind | at first sight | now |", "| --- | --- | --- |", ...rows].join("\n");
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

await runEntry(import.meta.filename, () =>
  createCommand(
    "run redaction",
    "Measures the redaction on its corpus and writes the tables of docs/redaction.md.",
  ).action(async () => {
    writeFileSync(PAGE, await writePage(readFileSync(PAGE, "utf8")));
    console.log("Wrote docs/redaction.md.");
  }),
);
