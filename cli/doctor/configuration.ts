/** What the doctor checks of the docs repository's configuration and its templates, read through GitHub. */

import { posix } from "node:path";
import { z } from "zod";
import { blankRecord } from "../../src/incident/record.ts";
import { problemsOf } from "../../src/lib/errors.ts";
import { nearestOf } from "../../src/lib/nearest.ts";
import { toSingleLine } from "../../src/lib/text.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { INSTRUCTION_VARIABLES, renderInstructions } from "../../src/postmortem/template.ts";
import type { Config } from "../../src/settings/configuration.ts";
import {
  configPaths,
  DEFAULT_CONFIG,
  findConfiguration,
  NO_FILE,
} from "../../src/settings/configuration-file.ts";
import type { Health } from "./endpoint.ts";
import { type Finding, notesOn } from "./finding.ts";
import { contentsSchema, folderSchema, type GitHubApi } from "./github-api.ts";

const { pass, warn, fail } = notesOn("GitHub");
const LONGEST_WORD = 200;
/** A folder's entries; null for a file. */
const contentSchema = folderSchema.or(z.object({ type: z.string() }).transform(() => null));
const READ_ACCESS = "Give the credential Contents: read.";

type Surroundings = {
  /** Whether the docs repository is private, and whether its issues are on. */
  isPrivate: boolean;
  hasIssues: boolean;
  health: Promise<Health | null>;
};

/** What the configuration says, and what is wrong with it; `config` null where it could not be read or used. */
export async function checkConfiguration(
  { get }: GitHubApi,
  { isPrivate, hasIssues, health }: Surroundings,
): Promise<{ config: Config | null; findings: Finding[] }> {
  const paths = configPaths(DEFAULT_CONFIG);
  const list = (path: string) => get("Listing a folder", `/contents${path}`, folderSchema);
  const [files, root, github] = await Promise.all([
    Promise.all(paths.map((path) => get("Reading the configuration", `/contents/${path}`, contentsSchema))),
    list(""),
    list("/.github"),
  ]);
  const unseen = files.find((file) => file.isRefused && file.status !== 404);
  if (unseen?.isRefused) {
    const says = `${DEFAULT_CONFIG} could not be read: ${unseen.why}`;
    return {
      config: null,
      findings: [checkSecrecy(isPrivate, null), warn("configuration", says, READ_ACCESS)],
    };
  }
  const namesIn = (folder: typeof root) =>
    folder.isRefused ? [] : folder.value.flatMap(({ name, type }) => (type === "dir" ? [] : name));
  const { config, problems, warnings, source } = await findConfiguration(
    {
      look: (path) => {
        const file = files[paths.indexOf(path)];
        return file === undefined || file.isRefused
          ? { kind: "missing" }
          : { kind: "file", text: file.value };
      },
      list: (folder) => (folder === ".github" ? namesIn(github) : folder === "." ? namesIn(root) : []),
    },
    DEFAULT_CONFIG,
  );
  const can =
    source === NO_FILE ? `there is no ${DEFAULT_CONFIG}, so the defaults hold` : `${source} can be used`;
  const shown = (says: string) => toSingleLine(says, LONGEST_WORD);
  const findings = [
    checkSecrecy(isPrivate, config?.["allow-public"] ?? null),
    ...(config === null
      ? problems.map((says) => fail("configuration", shown(says), "Correct it; every run refuses it."))
      : [pass("configuration", can)]),
    ...warnings.map((says) => warn("configuration", shown(says), "Correct it, so that it says what holds.")),
  ];
  if (config === null) return { config, findings };
  const [directory, templates] = await Promise.all([
    checkDirectory(get, config.directory),
    checkTemplates(get, config),
  ]);
  const parts = [checkDrafting(config), checkGathering(config, await health), checkIssues(config, hasIssues)];
  return { config, findings: [...findings, ...directory, ...templates, ...parts.flat()] };
}

/** A public repository is refused by every run, unless its configuration allows it. */
function checkSecrecy(isPrivate: boolean, isAllowed: boolean | null): Finding {
  if (isPrivate) return pass("private", "the repository is private");
  if (isAllowed) return pass("private", "the repository is public, and its configuration allows that");
  return fail(
    "private",
    "the repository is public, so every run refuses it",
    `Make it private, or set allow-public: true in ${DEFAULT_CONFIG}.`,
  );
}

/** A configuration that skips everything is a pause, or was meant otherwise. */
function checkDrafting({ otherwise, rules }: Config): Finding[] {
  if (otherwise === "draft" || rules.some((rule) => rule.do === "draft")) return [];
  return [
    warn(
      "configuration",
      "otherwise is skip and no rule drafts, so nothing is ever drafted",
      "Add a rule with do: draft, unless this is a pause.",
    ),
  ];
}

/** Evidence is gathered at an event that the endpoint ignores unless it is told to. */
function checkGathering(config: Config, health: Health | null): Finding[] {
  const isHeard = health === null || health.events.includes("incident.acknowledged");
  if (config["on-acknowledge"] === "skip" || isHeard) return [];
  return [
    warn(
      "configuration",
      "on-acknowledge is gather, and the endpoint does not forward incident.acknowledged",
      "Add it to INCIDENT_EVENTS of the function and to the webhook's subscription.",
    ),
  ];
}

/** GitHub refuses every issue of a repository that has them off. */
function checkIssues({ "follow-ups": { issues, dashboard } }: Config, hasIssues: boolean): Finding[] {
  if (hasIssues || (!issues && !dashboard)) return [];
  return [
    fail(
      "follow-ups",
      "they are issues, and the repository's issues are switched off",
      "Switch them on under Settings → General → Features.",
    ),
  ];
}

/** Of a directory that is not there, whether another one was meant; the first draft makes it. */
async function checkDirectory(get: GitHubApi["get"], directory: string): Promise<Finding[]> {
  const check = "directory";
  const list = (path: string) => get("Listing a folder", `/contents/${encodeURI(path)}`, contentSchema);
  const own = await list(directory);
  if (!own.isRefused && own.value === null)
    return [fail(check, `${directory} is a file`, "Name a folder as directory in the configuration.")];
  if (!own.isRefused || own.status !== 404) return [];
  const above = await list(posix.dirname(directory));
  const siblings = above.isRefused || above.value === null ? [] : above.value;
  const folders = siblings.flatMap(({ name, type }) => (type === "dir" ? [name] : []));
  const near = nearestOf(posix.basename(directory), folders);
  if (near === null) return [pass(check, `${directory} is not there yet; the first draft makes it`)];
  const meant = posix.join(posix.dirname(directory), toSingleLine(near, LONGEST_WORD));
  return [
    warn(
      check,
      `${directory} is not there, and ${meant} is, whose postmortems are not looked at`,
      `Write directory: ${meant}, if that is meant.`,
    ),
  ];
}

/** The templates that the configuration names: each is there and renders. */
async function checkTemplates(get: GitHubApi["get"], config: Config): Promise<Finding[]> {
  const documents = [config.template, ...config.rules.map(({ template }) => template)];
  const uses = [
    ...[...new Set(documents)].map((file) => ({ file, isDocument: true })),
    { file: config.instructions, isDocument: false },
  ];
  const found = await Promise.all(
    uses.map(async ({ file, isDocument }) => {
      if (file === undefined) return [];
      const read = await get("Reading a template", `/contents/${encodeURI(file)}`, contentsSchema);
      if (read.isRefused && read.status !== 404)
        return [warn("template", `${file} could not be read: ${read.why}`, READ_ACCESS)];
      const problems = read.isRefused
        ? [`${file} is named by the configuration, and is not there`]
        : problemsOf(() => render({ file, text: read.value }, isDocument));
      return problems.map((says) =>
        fail("template", toSingleLine(says, LONGEST_WORD), "Correct it; every run refuses it."),
      );
    }),
  );
  return found.flat();
}

function render(template: { file: string; text: string }, isDocument: boolean): string {
  return isDocument
    ? renderSkeleton(blankRecord("Q0DOCTOR"), template)
    : renderInstructions(template, INSTRUCTION_VARIABLES);
}
