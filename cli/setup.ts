/** `npm run setup`: the state of a set-up and its next step, and the files of the docs repository. */

import { join } from "node:path";
import { repositoryPattern } from "../src/incident/patterns.ts";
import { readAddress } from "./address.ts";
import { createCommand, EXIT, runEntry } from "./command.ts";
import { examine } from "./doctor/run-checks.ts";
import { OPTIONS } from "./options.ts";
import { type Copy, findCopy } from "./setup/copy.ts";
import { createGit } from "./setup/git.ts";
import { guessEndpoint, stepsOf } from "./setup/steps.ts";
import { asText } from "./setup/text.ts";
import { type Checkout, isPushed, openDocs, otherWorkflows, writeFiles } from "./setup/write.ts";
import type { Terminal } from "./terminal.ts";

const ROOT = join(import.meta.dirname, "..");

const SUMMARY =
  "Shows each step of a set-up with its state, and the next one with links whose fields are filled in. It asks nothing and changes nothing but, with --write, the files of a checkout.";

const NOTES = `The environment may hold what npm run doctor reads; what is set is checked, and
its step counts as done. docs/setup.md has every step by hand.

Exits with 1 when a file that is there differs; what the doctor finds is the
next step's to mend.`;

type Options = {
  docs?: string | undefined;
  endpoint?: string | undefined;
  copy?: string | undefined;
  write?: string | undefined;
  json?: true | undefined;
};

await runEntry(import.meta.filename, setup);

/** `folder` is the clone of the copy. */
export function setup(terminal: Terminal, folder = ROOT) {
  return createCommand("run setup", SUMMARY, NOTES)
    .addOption(OPTIONS.docs)
    .addOption(OPTIONS.endpoint)
    .addOption(OPTIONS.copy)
    .addOption(OPTIONS.writeInto)
    .addOption(OPTIONS.json)
    .action((options) => setUp(terminal, folder, options));
}

async function setUp(terminal: Terminal, folder: string, options: Options): Promise<void> {
  const { env, fetch, clock } = terminal;
  const git = createGit(env);
  const hosts = githubHosts(env["GITHUB_API_URL"]);
  const given = options.endpoint ?? env["BRIDGE_URL"]?.trim();
  const address = given ? readAddress("--endpoint", given) : null;
  const copy = findCopy(git, folder, options.copy, hosts);
  const checkout = options.write === undefined ? null : openDocs(git, terminal.folder, options.write, hosts);
  const docs = docsOf(options.docs, checkout);
  if (checkout !== null && docs?.toLowerCase() === copy.repository.toLowerCase())
    throw new Error(
      `${docs} is your copy of this project. Nothing was written: the postmortems need another repository.`,
    );
  const files = checkout === null ? [] : writeFiles(git, join(ROOT, "examples"), checkout, usesOf(copy));
  const environment = { ...(docs === null ? {} : { GITHUB_REPOSITORY: docs }), ...env };
  const found = await examine({ fetch, clock }, environment, {
    address,
    isToPing: false,
    isToDispatch: false,
  });
  // What is not set yet is a step's to say.
  const findings = found.filter(({ part, level }) => level !== "skip" && part !== "Doctor");
  const steps = stepsOf({
    copy,
    docs,
    docsHost: checkout?.remote.host ?? hosts[0] ?? copy.host,
    endpoint: address?.href ?? guessEndpoint(copy),
    isGuessed: address === null,
    checkout,
    isPushed: checkout !== null && isPushed(git, checkout, files),
    isSet: (name) => (env[name] ?? "").trim() !== "",
    findings,
  });
  const others = checkout === null ? [] : otherWorkflows(checkout, copy);
  const said = {
    copy,
    docs,
    files,
    others,
    isDirty: checkout?.isDirty ?? false,
    guessedBranch: checkout?.isBranchKnown === false ? checkout.branch : null,
    steps,
    findings,
  };
  terminal.print(options.json ? JSON.stringify(said, null, 2) : asText(said));
  terminal.setStatus(files.some(({ state }) => state === "differs") ? EXIT.bad : EXIT.well);
}

/** The hosts that are GitHub's: github.com, or the Enterprise Server that GITHUB_API_URL names. */
function githubHosts(apiUrl = ""): string[] {
  const host = URL.parse(apiUrl)?.host.replace(/^api\./, "");
  const isOwn =
    host !== undefined && host !== "github.com" && !/^(127\.0\.0\.1|localhost|\[::1\])/.test(host);
  return isOwn ? [host, "github.com"] : ["github.com"];
}

function docsOf(named: string | undefined, checkout: Checkout | null): string | null {
  if (named !== undefined && !repositoryPattern.test(named))
    throw new Error(`--docs is ${JSON.stringify(named)}; it takes OWNER/NAME of the docs repository.`);
  const found = checkout?.remote.repository ?? null;
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
