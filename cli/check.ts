/** `npm run check`: what the check of a pull request would find in postmortems on this machine. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { countOf, verdictOf } from "../src/check/report.ts";
import { type Checked, type CheckOptions, check } from "../src/check/run.ts";
import { createSkeletons } from "../src/check/skeleton.ts";
import { createGitHub } from "../src/github/client.ts";
import { readReferences } from "../src/github/references.ts";
import { expectedPast } from "../src/jobs/seen-before.ts";
import { triggerByHand } from "../src/jobs/trigger.ts";
import { openCheckout } from "../src/lib/checkout.ts";
import { RequestError, SettingsError } from "../src/lib/errors.ts";
import { toSingleLine } from "../src/lib/text.ts";
import { reasonOf } from "../src/pagerduty/request.ts";
import type { Template } from "../src/postmortem/template.ts";
import { redactRecord } from "../src/redact/record.ts";
import type { Config } from "../src/settings/configuration.ts";
import type { Inputs } from "../src/settings/inputs.ts";
import { createCommand, EXIT, runEntry } from "./command.ts";
import { loadConfig } from "./configuration.ts";
import { isFile } from "./named-file.ts";
import { OPTIONS } from "./options.ts";
import type { Terminal } from "./terminal.ts";
import { type CitedGitHub, readCitedGitHub, readPagerDuty } from "./variables.ts";

const SUMMARY =
  "Compares postmortems with the record of their incidents, as the check of a pull request does.";

const NOTES = `The environment may hold PAGERDUTY_TOKEN, PAGERDUTY_AUTH (token or bearer) and
PAGERDUTY_API_URL for the record, and GITHUB_TOKEN, GITHUB_REPOSITORY
(owner/name), GITHUB_API_URL and GITHUB_SERVER_URL for what a text cites. Rules
that lack what they need are listed.

Exits with 1 when there are errors, and with 2 when nothing could be checked.`;

await runEntry(import.meta.filename, checkCommand);

export function checkCommand(terminal: Terminal) {
  return createCommand("run check", SUMMARY, NOTES)
    .argument("<file...>", "postmortems in a checkout of the docs repository")
    .addOption(OPTIONS.config)
    .addOption(OPTIONS.json)
    .action((files, options) => checkFiles(terminal, files, options));
}

type RecordReader = CheckOptions["readRecord"];
type Options = { config?: string | undefined; json?: boolean | undefined };

async function checkFiles(terminal: Terminal, positionals: string[], values: Options): Promise<void> {
  const [first = ""] = positionals;
  const files = positionals.map((file) => resolve(terminal.folder, file));
  const missing = positionals.find((file) => !isFile(terminal.folder, file));
  if (missing !== undefined) throw new Error(`There is no file ${missing}.`);
  const root = checkoutOf(terminal.folder, resolve(terminal.folder, first));
  const [pagerDuty, github] = [readPagerDuty(terminal.env), readCitedGitHub(terminal.env)];
  const problems = [...pagerDuty.problems, ...github.problems];
  if (problems.length > 0) throw new SettingsError(problems);
  const { config, source } = await loadConfig(terminal, root, values.config);
  const { templates, notFound } = readTemplates(root, config);
  const what = files.length === 1 ? first : `${files.length} files`;
  if (!values.json) terminal.printError(`Checking ${what} (${source}) …`);
  const checked = await check({
    postmortems: files.map((file) => ({ file: relative(root, file), text: readFileSync(file, "utf8") })),
    removed: [],
    names: files.flatMap((file) => namesBeside(file).map((name) => relative(root, name))),
    severities: config.check,
    sections: config.sections,
    allow: config.allow,
    skeletons: createSkeletons(templates, config.sections),
    readRecord: recordReader(terminal, config, pagerDuty.settings),
    expectedPast: (source, record) =>
      expectedPast(source, record, { files: openCheckout(root), config, unmerged: new Set() }),
    repositories: config.devin.repos ?? [],
    ...referenceReader(terminal, github.settings),
  });
  const all = { ...checked, notRun: [...notFound, ...checked.notRun, ...checked.nothingToCheck] };
  const { files: paths, findings, notRun } = all;
  terminal.print(values.json ? JSON.stringify({ files: paths, findings, notRun }, null, 2) : asText(all));
  if (countOf(checked, "error") > 0) terminal.setStatus(EXIT.bad);
}

function namesBeside(file: string): string[] {
  return readdirSync(dirname(file)).map((name) => join(dirname(file), name));
}

/** The checkout that a file is in; without one, where the command was asked for. */
function checkoutOf(folder: string, file: string): string {
  for (let above = dirname(file); above !== dirname(above); above = dirname(above))
    if (existsSync(join(above, ".git"))) return above;
  return resolve(folder);
}

function readTemplates(root: string, config: Config) {
  const templates: (Template | null)[] = [];
  const notFound: string[] = [];
  const checkout = openCheckout(root);
  for (const file of new Set([
    config.template,
    ...config.rules.map(({ template }) => template ?? config.template),
  ])) {
    const text = file === undefined ? null : checkout.read(file);
    if (file === undefined) templates.push(null);
    else if (text !== null) templates.push({ file, text });
    else notFound.push(`There is no template ${file}, so its sections are not checked.`);
  }
  return { templates, notFound };
}

function recordReader({ fetch, clock }: Terminal, config: Config, inputs: Inputs | null): RecordReader {
  if (inputs === null) return { absent: "PAGERDUTY_TOKEN is not set" };
  return async (id, region) => {
    try {
      const asked = { reference: { kind: "id" as const, id, region }, runId: "", actor: "" };
      const { record } = await triggerByHand({ inputs, fetch, clock }, asked);
      return await redactRecord(record, config);
    } catch (error) {
      if (error instanceof RequestError) return { problem: reasonOf(error) };
      throw error;
    }
  };
}

function referenceReader(
  { fetch, clock }: Terminal,
  { token, repository, serverUrl, apiUrl }: CitedGitHub,
): Pick<CheckOptions, "readReferences" | "repository" | "serverUrl"> {
  if (token === undefined || repository === "")
    return {
      repository,
      serverUrl,
      readReferences: { absent: "GITHUB_TOKEN or GITHUB_REPOSITORY is not set" },
    };
  return {
    repository,
    serverUrl,
    readReferences: (citations) =>
      readReferences({ citations, github: createGitHub({ fetch, clock, apiUrl, token }) }),
  };
}

function asText(checked: Checked): string {
  const shown = (words: string) => toSingleLine(words, 1_000);
  return [
    ...checked.findings.flatMap(({ file, line, rule, severity, message, fix }) => [
      `${shown(file)}:${line} ${severity} ${rule}`,
      `  ${shown(message)}`,
      `  ${shown(fix)}`,
    ]),
    ...checked.notRun.map((sentence) => `Not checked: ${shown(sentence)}`),
    `Found ${verdictOf(checked)}.`,
  ].join("\n");
}
