/** The files of a checked-out repository, none of them outside it. */

import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";

/** What stands at a path; `outside` is a link that leads out of the checkout, into `.git`, or nowhere. */
export type Entry = { kind: "file"; text: string } | { kind: "folder" | "outside" | "missing" };

/** Paths are relative, with slashes. Names count as they are written, also where the disk ignores case. */
export type Checkout = {
  look(path: string): Entry;
  /** The names in a folder; none where it is no folder. */
  list(folder: string): string[];
};

/** What a job sees of the checkout: a file's text, null where it is absent, and the names in a folder. */
export type Files = { read(path: string): string | null; list(folder: string): string[] };

/** The checkout in a folder of this machine. Links are followed where they stay in it. */
export function openCheckout(root: string): Checkout {
  const list = (folder: string) => {
    const path = join(root, folder);
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path) : [];
  };
  return {
    list,
    look(path) {
      if (!list(dirname(path)).includes(basename(path))) return { kind: "missing" };
      const written = join(root, path);
      if (!existsSync(written)) return { kind: "outside" };
      const real = realpathSync(written);
      // A checkout keeps the job's token in .git/config.
      const [top] = relative(realpathSync(root), real).split(sep);
      if (top === ".." || top === ".git") return { kind: "outside" };
      if (!statSync(real).isFile()) return { kind: "folder" };
      return { kind: "file", text: readFileSync(real, "utf8") };
    },
  };
}
