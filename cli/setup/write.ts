/** `--write`: the workflows and a configuration to begin with, put into a checkout of the docs repository. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { git, type Remote, readRemote } from "./git.ts";

/** The files, from examples/ to where they belong. */
const FILES = {
  "postmortem.yml": ".github/workflows/postmortem.yml",
  "postmortem-schedule.yml": ".github/workflows/postmortem-schedule.yml",
  "configuration.yml": ".github/postmortem.yml",
};

export type WrittenFile = {
  path: string;
  state: "written" | "unchanged" | "differs";
  /** How a file that is there differs from what would be written; empty otherwise. */
  difference: string;
};

export type Checkout = {
  folder: string;
  /** Where it is on GitHub; null when it has no such remote. */
  remote: Remote | null;
  branch: string;
  /** Whether it has changes that are not committed, beside the files that are written here. */
  isDirty: boolean;
};

const WORKFLOWS = ".github/workflows";

/** Looks at a checkout of the docs repository; throws an error of one sentence for a folder that is none. */
export function openDocs(typed: string): Checkout {
  // npm runs a script in the folder of package.json, wherever it was asked to.
  const folder = resolve(process.env["INIT_CWD"] ?? ".", typed);
  if (git(folder, "rev-parse", "--show-toplevel")?.trim() !== real(folder))
    throw new Error(
      `--write is ${JSON.stringify(typed)}, which is not the top of a Git checkout. Clone the docs repository, and name its folder.`,
    );
  const url = git(folder, "config", "--get", "remote.origin.url");
  const head = git(folder, "symbolic-ref", "--short", "refs/remotes/origin/HEAD")
    ?.trim()
    .replace(/^origin\//, "");
  return {
    folder,
    remote: url === null ? null : readRemote(url),
    branch: head ?? git(folder, "symbolic-ref", "--short", "HEAD")?.trim() ?? "main",
    isDirty: hasChanges(folder, [".", ...Object.values(FILES).map((path) => `:(exclude)${path}`)]),
  };
}

/** Writes what is not there; a file that is there and differs is left as it is. */
export function writeFiles(examples: string, checkout: Checkout, uses: string): WrittenFile[] {
  return Object.entries(FILES).map(([example, path]) => {
    const wanted = fillIn(readFileSync(join(examples, example), "utf8"), checkout, uses);
    const file = join(checkout.folder, path);
    const there = theOneThere(file);
    if (there === null) {
      mkdirSync(dirname(file), { recursive: true });
      if (!real(dirname(file)).startsWith(`${real(checkout.folder)}${sep}`))
        throw new Error(`${path} would lead out of the checkout, through a link. Nothing was written there.`);
      writeFileSync(file, wanted);
      return { path, state: "written", difference: "" };
    }
    if (readFileSync(there, "utf8") === wanted) return { path, state: "unchanged", difference: "" };
    return { path, state: "differs", difference: differenceOf(there, wanted) };
  });
}

/** Whether all files are there as they would be written, committed, and on the remote's branch. */
export function isPushed({ folder, branch }: Checkout, files: WrittenFile[]): boolean {
  return (
    files.length > 0 &&
    files.every(({ state }) => state === "unchanged") &&
    !hasChanges(folder, Object.values(FILES)) &&
    git(folder, "diff", "--quiet", `origin/${branch}`, "--", ...Object.values(FILES)) !== null
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
    .filter((file) => readFileSync(join(workflows, file), "utf8").includes(`/${name}@`))
    .map((file) => `${WORKFLOWS}/${file}`);
}

function hasChanges(folder: string, paths: string[]): boolean {
  return (git(folder, "status", "--porcelain", "--untracked-files=all", "--", ...paths) ?? "") !== "";
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
    .replace(
      "branches: [main]",
      `branches: [${/^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch)}]`,
    );
  return isServer(remote) ? filled.replace(/^ {2}queue: max\n/m, "") : filled;
}

/** A GitHub Enterprise Server, which knows no `queue`; Enterprise Cloud's own hosts end with ghe.com. */
function isServer(remote: Remote | null): boolean {
  return remote !== null && remote.host !== "github.com" && !remote.host.endsWith(".ghe.com");
}

function differenceOf(file: string, wanted: string): string {
  const { stdout } = spawnSync("git", ["diff", "--no-index", "--no-color", "--unified=1", "--", file, "-"], {
    encoding: "utf8",
    input: wanted,
  });
  // Its first four lines name the two files.
  return stdout.split("\n").slice(4).join("\n").trimEnd();
}

function real(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
