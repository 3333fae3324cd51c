/** `npm run redaction`: measures the redaction on its corpus, and writes the tables of docs/redaction.md. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCommand, runCommand } from "../cli/command.ts";
import { PATTERNS } from "../src/redact/patterns.ts";
import { PLACEHOLDERS, redactTexts } from "../src/redact/text.ts";
import { VENDORS } from "../src/redact/vendors.ts";
import { BENIGN } from "../test/redact/benign.ts";
import { isGone, makeSecrets, type Planted, plant } from "../test/redact/corpus.ts";
import { UNSEEN_BENIGN, UNSEEN_SECRETS } from "../test/redact/held-out.ts";
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

/** The page with its two generated parts made anew. */
export async function writePage(page: string): Promise<string> {
  return replacePart(replacePart(page, "placeholders", placeholders()), "figures", await figures());
}

function replacePart(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->`];
  const [head = "", rest = ""] = page.split(begin);
  return `${head}${begin}\n${text}\n\n${end}${rest.split(end)[1] ?? ""}`;
}

function placeholders(): string {
  const rows = PLACEHOLDERS.map((words) => `| \`${words}\` | ${shapeOf(words.slice(11, -1))} |`);
  return ["| placeholder | what it replaces |", "| --- | --- |", ...rows].join("\n");
}

function shapeOf(kind: string): string {
  const beginnings = VENDORS.filter((vendor) => vendor.kind === kind).flatMap((vendor) => vendor.beginnings);
  const shapes = PATTERNS.filter((row) => row.kind === kind).map(({ shape }) => shape);
  const known =
    OTHERS[kind] === undefined ? [...new Set(shapes.filter((one) => one !== "the same"))] : [OTHERS[kind]];
  return [...beginnings.map((beginning) => `\`${beginning}…\``), ...known].join(", ");
}

/** Recall and precision by kind, on the corpus and on what was held out. */
async function figures(): Promise<string> {
  const random = randomOf(SEED);
  const seen = await measure(makeSecrets(SEED), [...BENIGN, ...PATTERNS.flatMap(({ benign }) => benign)]);
  const unseen = await measure(
    UNSEEN_SECRETS.map((one) => plant("held out", one, random)),
    UNSEEN_BENIGN,
  );
  return [
    "| kind | secrets | replaced | recall | benign texts that lost something by it | precision |",
    "| --- | --- | --- | --- | --- | --- |",
    ...seen.rows,
    `| **corpus, ${seen.benign} benign texts** | ${seen.secrets} | ${seen.replaced} | ${percent(seen.replaced, seen.secrets)} | ${seen.lost} | ${percent(seen.replaced, seen.replaced + seen.lost)} |`,
    `| **held out, ${unseen.benign} benign texts** | ${unseen.secrets} | ${unseen.replaced} | ${percent(unseen.replaced, unseen.secrets)} | ${unseen.lost} | ${percent(unseen.replaced, unseen.replaced + unseen.lost)} |`,
  ].join("\n");
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

async function measure(planted: Planted[], benign: string[]) {
  const redacted = await redactTexts(planted.map(({ text }) => text));
  const kept = await redactTexts(benign);
  const lost = kept.filter((text, index) => text !== benign[index]);
  const gone = planted.map((one, index) => ({ ...one, isGone: isGone(redacted[index] ?? "", one) }));
  const rows = [...Map.groupBy(gone, ({ kind }) => kind)].sort().map(([kind, all]) => {
    const replaced = all.filter((one) => one.isGone).length;
    const false_ = lost.filter((text) => text.includes(`[redacted: ${kind}]`)).length;
    return `| ${kind} | ${all.length} | ${replaced} | ${percent(replaced, all.length)} | ${false_} | ${percent(replaced, replaced + false_)} |`;
  });
  const replaced = gone.filter((one) => one.isGone).length;
  return { rows, secrets: planted.length, replaced, benign: benign.length, lost: lost.length };
}

if (import.meta.main)
  await runCommand(
    createCommand(
      "run redaction",
      "Measures the redaction on its corpus and writes the tables of docs/redaction.md.",
    ).action(async () => {
      writeFileSync(PAGE, await writePage(readFileSync(PAGE, "utf8")));
      console.log("Wrote docs/redaction.md.");
    }),
  );
