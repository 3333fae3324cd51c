/** `npm run setup`: the state of a set-up and its next step, and the files of the docs repository. */

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { repositoryPattern } from "../src/incident/patterns.ts";
import { readAddress } from "./address.ts";
import { createCommand, EXIT, runCommand } from "./command.ts";
import type { Finding } from "./doctor/finding.ts";
import { asTable } from "./doctor/report.ts";
import { examine } from "./doctor/run-checks.ts";
import { OPTIONS } from "./options.ts";
import { showWaiting } from "./progress.ts";
import { type Copy, findCopy } from "./setup/copy.ts";
import { guessEndpoint, type Step, stepsOf } from "./setup/steps.ts";
import { type Checkout, openDocs, type WrittenFile, writeFiles } from "./setup/write.ts";

const ROOT = join(import.meta.dirname, "..");

const SUMMARY =
  "Shows each step of a set-up with its state, and the next one with links whose fields are filled in. It asks nothing and changes nothing but, with --write, the files of a checkout.";

const NOTES = `The environment may hold what npm run doctor reads; what is set is checked, and its step counts as done.
docs/setup.md has every step by hand.

Exits with 1 when a file that is there differs; what the doctor finds is the next step's to mend.`;

type Options = { docs?: string; endpoint?: string; copy?: string; write?: string; json?: true };

await runCommand(
  createCommand("run setup", SUMMARY, NOTES)
    .addOption(OPTIONS.docs)
    .addOption(OPTIONS.endpoint)
    .addOption(OPTIONS.copy)
    .addOption(OPTIONS.writeInto)
    .addOption(OPTIONS.json)
    .action(setup),
);

async function setup(options: Options): Promise<void> {
  const copy = findCopy(ROOT, options.copy, githubHosts());
  const checkout = options.write === undefined ? null : openDocs(options.write);
  const docs = docsOf(options.docs, checkout);
  const files = checkout === null ? [] : writeFiles(join(ROOT, "examples"), checkout, usesOf(copy));
  const given = options.endpoint ?? process.env["BRIDGE_URL"]?.trim();
  const isGuessed = given === undefined || given === "";
  const address = isGuessed ? null : readAddress("--endpoint", given);
  const clock = { now: Date.now, sleep: (ms: number) => sleep(ms) };
  const environment = { ...(docs === null ? {} : { GITHUB_REPOSITORY: docs }), ...process.env };
  const findings = await examine({ fetch: showWaiting(fetch), clock }, environment, {
    address,
    isToPing: false,
    isToDispatch: false,
  });
  const steps = stepsOf({
    copy,
    docs,
    endpoint: address?.href ?? guessEndpoint(copy),
    isGuessed,
    isSet: (name) => (process.env[name] ?? "").trim() !== "",
    findings,
  });
  const said = { copy, docs, files, isDirty: checkout?.isDirty ?? false, steps, findings };
  console.log(options.json ? JSON.stringify(said, null, 2) : asText(said));
  process.exitCode = files.some(({ state }) => state === "differs") ? EXIT.bad : EXIT.well;
}

/** The hosts that are GitHub's: github.com, or the Enterprise Server that GITHUB_API_URL names. */
function githubHosts(): string[] {
  const host = URL.parse(process.env["GITHUB_API_URL"] ?? "")?.host.replace(/^api\./, "");
  const isOwn =
    host !== undefined && host !== "github.com" && !/^(127\.0\.0\.1|localhost|\[::1\])/.test(host);
  return isOwn ? [host, "github.com"] : ["github.com"];
}

function docsOf(named: string | undefined, checkout: Checkout | null): string | null {
  if (named !== undefined && !repositoryPattern.test(named))
    throw new Error(`--docs is ${JSON.stringify(named)}; it takes OWNER/NAME of the docs repository.`);
  const found = checkout?.remote?.repository ?? null;
  if (named !== undefined && found !== null && found.toLowerCase() !== named.toLowerCase())
    throw new Error(
      `--docs is ${named}, and the checkout is of ${found}. Nothing was written: name the same repository in both.`,
    );
  return named ?? found;
}

function usesOf({ repository, revision }: Copy): string {
  if (revision !== null) return `${repository}@${revision}`;
  throw new Error(
    `${repository} has neither a tag v1 nor a commit that can be seen from here. Nothing was written: push it, or check the network and the name.`,
  );
}

type Said = {
  copy: Copy;
  docs: string | null;
  files: WrittenFile[];
  isDirty: boolean;
  steps: Step[];
  findings: Finding[];
};

function asText({ copy, docs, files, isDirty, steps, findings }: Said): string {
  const next = steps.find(({ state }) => state !== "done");
  return [
    `Copy   ${copy.repository}${copy.revision === null ? "" : `, used at ${copy.revision}`}${copy.isCurrent ? "" : " (it did not answer; this is what the clone knows)"}`,
    `Docs   ${docs ?? "not named yet: --docs OWNER/NAME"}`,
    ...files.flatMap(({ path, state, difference }) => [
      `File   ${path}: ${state === "differs" ? "is there and differs, and was left as it is" : state}`,
      ...(difference === "" ? [] : difference.split("\n").map((line) => `       ${line}`)),
    ]),
    ...(isDirty ? ["       The checkout had changes that are not committed: commit them apart."] : []),
    "",
    ...steps.flatMap((step, index) => [
      `${index + 1}. ${step.state.padEnd(5)}  ${step.title}`,
      ...(step === next || step.problems.length > 0 ? detailsOf(step) : []),
    ]),
    "",
    "What the doctor says",
    asTable(findings, process.stdout.hasColors?.() ?? false),
  ].join("\n");
}

function detailsOf({ problems, todo, links }: Step): string[] {
  return [
    ...problems.map((line) => `          Now: ${line}.`),
    ...todo.map((line) => `          ${line}`),
    ...links.map(({ label, url }) => `          ${label}: ${url}`),
  ];
}
