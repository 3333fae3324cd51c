/** `--write`: the workflows and a configuration to begin with, put into a checkout of the docs repository. */

import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { openCheckout } from "../../src/lib/checkout.ts";
import { configPaths, DEFAULT_CONFIG, misnamedAmong } from "../../src/settings/configuration-file.ts";
import { type Git, type Remote, readOrigin } from "./git.ts";

/** The files, from examples/ to where they belong. */
const FILES = {
  "postmortem.yml": ".github/workflows/postmortem.yml",
  "postmortem-schedule.yml": ".github/workflows/postmortem-schedule.yml",
  "configuration.yml": DEFAULT_CONFIG,
};

/** A branch that YAML reads as a word without quotes, as people write it by hand; 1.0 is a number, and on is true. */
const PLAIN = /^(?!(?:true|false|null|on|off|yes|no|y|n)$)[a-z][\w./-]*$/i;

const ADVICE = "Clone the docs repository, and name its folder.";

export type WrittenFile = {
  path: string;
  /** `kept` is a configuration with changes, which is what it is there for. */
  state: "written" | "unchanged" | "differs" | "kept";
  /** How a file that is there differs from what would be written; empty otherwise. */
  difference: string;
};

export type Checkout = {
  folder: string;
  /** The folder as somebody typed it. */
  typed: string;
  remote: Remote;
  /** The remote's default branch; where nobody here knows it, the branch that the checkout stands on. */
  branch: string;
  isBranchKnown: boolean;
  /** The branch that the checkout stands on; null where it stands on none, so that nothing can be pushed. */
  current: string | null;
  /** Whether it has changes that are not committed, beside the files that are written here. */
  isDirty: boolean;
};

const WORKFLOWS = ".github/workflows";

/**
 * Looks at a checkout of the docs repository, named as somebody in the folder `near` types it, whose remote is on one of
 * `hosts`; throws an error of one sentence for a folder that is none.
 */
export function openDocs(git: Git, near: string, typed: string, hosts: string[]): Checkout {
  const folder = resolve(near, typed);
  const what = `The folder ${JSON.stringify(typed)} of --write`;
  const remote = readOrigin(git, folder, hosts, what, ADVICE);
  if (git.read(folder, "rev-parse", "--show-toplevel")?.trim() !== real(folder))
    throw new Error(`${what} is not the top of a Git checkout. ${ADVICE}`);
  const branch = defaultBranch(git, folder);
  const current = git.read(folder, "symbolic-ref", "--short", "HEAD")?.trim() ?? null;
  return {
    folder,
    typed,
    remote,
    branch: branch ?? current ?? "main",
    isBranchKnown: branch !== null,
    current,
    isDirty: hasChanges(git, folder, [".", ...Object.values(FILES).map((path) => `:(exclude)${path}`)]),
  };
}

/** The remote's default branch, as it says itself or as this clone knows it; null where neither says it. */
function defaultBranch(git: Git, folder: string): string | null {
  const said = git.read(folder, "ls-remote", "--symref", "origin", "HEAD") ?? "";
  const known = git.read(folder, "symbolic-ref", "refs/remotes/origin/HEAD") ?? "";
  return (
    /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(said)?.[1] ??
    /^refs\/remotes\/origin\/(\S+)$/m.exec(known)?.[1] ??
    null
  );
}

/** Writes what is not there; a file that is there and differs is left as it is. */
export function writeFiles(git: Git, examples: string, checkout: Checkout, uses: string): WrittenFile[] {
  assertNoneMisnamed(checkout);
  return Object.entries(FILES).map(([example, path]) => {
    const wanted = fillIn(readFileSync(join(examples, example), "utf8"), checkout, uses);
    const file = join(checkout.folder, path);
    const there = theOneThere(file);
    if (there === null) {
      if (!`${realParent(file)}${sep}`.startsWith(`${real(checkout.folder)}${sep}`))
        throw new Error(`${path} would lead out of the checkout, through a link: make it a folder.`);
      writeNew(file, path, wanted);
      return { path, state: "written", difference: "" };
    }
    // Git for Windows ends the lines of a checkout in its own way.
    if (readFileSync(there, "utf8").replaceAll("\r\n", "\n") === wanted)
      return { path, state: "unchanged", difference: "" };
    return {
      path,
      state: path === DEFAULT_CONFIG ? "kept" : "differs",
      difference: git.difference(there, wanted),
    };
  });
}

/** A starter beside rules under another name would turn the refusal of every run into drafts without those rules. */
function assertNoneMisnamed({ folder }: Checkout): void {
  if (theOneThere(join(folder, DEFAULT_CONFIG)) !== null) return;
  const [misnamed] = misnamedAmong(openCheckout(folder), configPaths(DEFAULT_CONFIG));
  if (misnamed !== undefined)
    throw new Error(
      `${misnamed} is not read: move it to ${DEFAULT_CONFIG}, with this name exactly, or delete it. Nothing was written.`,
    );
}

/** Whether the workflows are there as they would be written, and all is committed and on the remote's branch. */
export function isPushed(git: Git, { folder, branch }: Checkout, files: WrittenFile[]): boolean {
  return (
    files.length > 0 &&
    files.every(({ state }) => state === "unchanged" || state === "kept") &&
    !hasChanges(git, folder, Object.values(FILES)) &&
    git.read(folder, "diff", "--quiet", `origin/${branch}`, "--", ...Object.values(FILES)) !== null
  );
}

/** Other workflows of the checkout that use this project: each event would run twice. */
export function otherWorkflows({ folder }: Checkout, { repository }: { repository: string }): string[] {
  const [, name = repository] = repository.split("/");
  const workflows = join(folder, WORKFLOWS);
  const names = existsSync(workflows) ? readdirSync(workflows) : [];
  return names
    .filter((file) => /\.ya?ml$/.test(file))
    .filter((file) => !Object.keys(FILES).includes(file.replace(/\.yaml$/, ".yml")))
    .filter((file) => {
      const text = readFileSync(join(workflows, file), "utf8");
      return [name, "postmortem-bridge"].some((used) => text.includes(`/${used}@`));
    })
    .map((file) => `${WORKFLOWS}/${file}`);
}

function writeNew(file: string, path: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Through no link that leads nowhere yet.
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "it failed";
    throw new Error(
      `${path} could not be written (${code}). Let your account write to the checkout, and run this again.`,
    );
  }
}

function hasChanges(git: Git, folder: string, paths: string[]): boolean {
  return (git.read(folder, "status", "--porcelain", "--untracked-files=all", "--", ...paths) ?? "") !== "";
}

/** The file, or the same with GitHub's other ending; null where neither is there. */
function theOneThere(file: string): string | null {
  return [file, file.replace(/\.yml$/, ".yaml")].find((path) => existsSync(path)) ?? null;
}

function fillIn(example: string, { branch, remote }: Checkout, uses: string): string {
  const [repository = "", revision = ""] = uses.split("@");
  const filled = example
    .replaceAll("OWNER/postmortem-bridge@v1", uses)
    .replaceAll("OWNER/postmortem-bridge/v1", `${repository}/${revision}`)
    .replace("branches: [main]", `branches: [${PLAIN.test(branch) ? branch : JSON.stringify(branch)}]`);
  return isServer(remote) ? filled.replace(/^ {2}queue: max\n/m, "") : filled;
}

/** A GitHub Enterprise Server, which knows no `queue`; Enterprise Cloud's own hosts end with ghe.com. */
function isServer({ host }: Remote): boolean {
  return host !== "github.com" && !host.endsWith(".ghe.com");
}

/** Where the nearest folder above that is there really is. */
function realParent(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) ? realpathSync(parent) : realParent(parent);
}

function real(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
