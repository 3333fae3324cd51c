/** The files of a checked-out repository, none of them outside it. */

import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";

/** What stands at a path; `outside` is a link that leads out of the checkout, into `.git`, or nowhere. */
export type PathEntry = { kind: "file"; text: string } | { kind: "folder" | "outside" | "missing" };

/** What a job reads; paths are relative, with slashes. */
export type Files = {
  /** A file's text; null where there is none in the checkout. */
  read(path: string): string | null;
  /** The names in a folder; none where it is no folder. */
  list(folder: string): string[];
};

/** What finds the configuration: names count as they are written, also where the disk ignores case. */
export type Checkout = Pick<Files, "list"> & { look(path: string): PathEntry };

/** The checkout in a folder of this machine. Links are followed where they stay in it. */
export function openCheckout(root: string): Checkout & Files {
  const list = (folder: string) => {
    const path = join(root, folder);
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path) : [];
  };
  return {
    list,
    look: (path) =>
      list(dirname(path)).includes(basename(path)) ? entryAt(root, path) : { kind: "missing" },
    read(path) {
      const entry = entryAt(root, path);
      return entry.kind === "file" ? entry.text : null;
    },
  };
}

function entryAt(root: string, path: string): PathEntry {
  const written = join(root, path);
  if (!existsSync(written)) return { kind: "outside" };
  const real = realpathSync(written);
  // A checkout keeps the job's token in .git/config.
  const [top] = relative(realpathSync(root), real).split(sep);
  if (top === ".." || top === ".git") return { kind: "outside" };
  if (!statSync(real).isFile()) return { kind: "folder" };
  return { kind: "file", text: readFileSync(real, "utf8") };
}
