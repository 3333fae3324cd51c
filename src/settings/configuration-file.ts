/** Which file of the docs repository is its configuration. */

import { posix } from "node:path";
import type { Checkout } from "../lib/checkout.ts";
import type { ConfigResult } from "./configuration.ts";
import { defaultConfig } from "./schema.ts";

export const DEFAULT_CONFIG = ".github/postmortem.yml";
const OTHER_ENDING = ".github/postmortem.yaml";

// The slips that were seen: another case, the root, a plural, a hyphen, a dot before it.
const NEAR = /^\.?post-?mortems?\.ya?ml$/i;

/** What stands for the path where there is no file. */
export const NO_FILE = "no configuration file: defaults";

/** The configuration with where it came from, as the sentence that every run says: a path, or that there is none. */
export type LoadedConfiguration = ConfigResult & { source: string };

/** What the workspace of a run needs; the rest of the sentence is the same wherever it is said. */
export const NO_CHECKOUT =
  "The workspace is no checkout of the docs repository, since it has no .git: run actions/checkout before this action, without `path`; git must be installed before the checkout, which otherwise downloads the files alone";

/** Whether the workspace is a checkout at all: without one every file seems to be missing. */
export function isCheckout(files: Pick<Checkout, "list">): boolean {
  return files.list("").includes(".git");
}

/** Reads the configuration of a run, whose workspace must be a checkout. */
export async function loadConfiguration(checkout: Checkout, path: string): Promise<LoadedConfiguration> {
  if (!isCheckout(checkout)) return refused([NO_CHECKOUT]);
  return await findConfiguration(checkout, path);
}

/** The paths that count for what the input says: the default one with either ending, or the one that was named. */
export function configPaths(path: string): string[] {
  return path === DEFAULT_CONFIG ? [DEFAULT_CONFIG, OTHER_ENDING] : [posix.normalize(path)];
}

/** Reads the configuration among these files. */
export async function findConfiguration(files: Checkout, path: string): Promise<LoadedConfiguration> {
  const counted = configPaths(path);
  const found = counted.filter((name) => files.look(name).kind !== "missing");
  const near = misnamedAmong(files, counted);
  const [one, other] = found;
  if (other !== undefined)
    return refused([`There are both ${one} and ${other}, and only one can count; delete one of them`]);
  if (one === undefined) return missing(path, near);
  const entry = files.look(one);
  if (entry.kind === "folder") return refused([`${one} is a folder; the configuration is a file`]);
  if (entry.kind !== "file")
    return refused([`${one} is a link that leads out of the checkout; put the file itself in its place`]);
  // The reader of YAML is large, and a run without a configuration starts sooner without it.
  const { parseConfig } = await import("./configuration.ts");
  const { config, problems, warnings } = parseConfig(one, entry.text);
  const beside = near.map(
    (name) =>
      `${name} is not read: the configuration is ${one}; delete it, so that nobody changes the wrong one`,
  );
  return { config, problems, warnings: [...warnings, ...beside], source: one };
}

function missing(path: string, near: string[]): LoadedConfiguration {
  const taken = path === DEFAULT_CONFIG ? `${DEFAULT_CONFIG}, with this name exactly` : path;
  if (near.length > 0)
    return refused(near.map((name) => `${name} is not read; move it to ${taken}, or delete it`));
  if (path !== DEFAULT_CONFIG)
    return refused([
      `config is ${JSON.stringify(path)}, and there is no such file; correct the input, or leave it out for ${DEFAULT_CONFIG}`,
    ]);
  return { config: defaultConfig(), problems: [], warnings: [], source: NO_FILE };
}

/** Files that somebody may take for the configuration of these paths, but that are not read. */
export function misnamedAmong(files: Checkout, counted: string[]): string[] {
  const top = files.list(".").filter((name) => /^\.?github$/i.test(name));
  const folders = new Set([...counted.map((name) => posix.dirname(name)), ...top, "."]);
  const wanted = counted.map(withoutEnding);
  return [...folders]
    .flatMap((folder) => files.list(folder).map((name) => posix.join(folder, name)))
    .filter((path) => NEAR.test(posix.basename(path)) || wanted.includes(withoutEnding(path)))
    .filter((path) => !counted.includes(path) && files.look(path).kind !== "folder");
}

function withoutEnding(path: string): string {
  return path.toLowerCase().replace(/\.ya?ml$/, "");
}

function refused(problems: string[]): LoadedConfiguration {
  return { config: null, problems, warnings: [], source: "none could be read" };
}
