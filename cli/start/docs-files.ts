/** `--config` and `--template`: a team's own files in the sandbox's docs repository. */

import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseDocument } from "yaml";
import { CONFIG } from "../../sandbox/world.ts";

const CONFIG_PATH = ".github/postmortem.yml";
const TEMPLATE_PATH = ".github/postmortem-template.md";

/**
 * The files by their path in the docs repository. A template stands where the configuration wants it; where that names
 * none, it is made to name this one. `complete` adds to the configuration what the play needs.
 */
export function docsFiles(
  config: string | undefined,
  template: string | undefined,
  complete = (text: string) => text,
): Record<string, string> {
  const text = complete(config === undefined ? CONFIG : readOwn("--config", config));
  if (template === undefined) return { [CONFIG_PATH]: text };
  const named: unknown = parseDocument(text).get("template");
  const path = typeof named === "string" ? named : TEMPLATE_PATH;
  const isNamed = path === named;
  return {
    [CONFIG_PATH]: isNamed ? text : `${text.trimEnd()}\ntemplate: ${TEMPLATE_PATH}\n`,
    [path]: readOwn("--template", template),
  };
}

/** Reads a file that the command line names; throws an error of one sentence. */
function readOwn(option: string, path: string): string {
  return readOwnBytes(option, path).toString("utf8");
}

/** The same, byte for byte. A path is meant from where npm was asked to run, which is not where it runs. */
export function readOwnBytes(option: string, path: string): Buffer {
  const file = resolve(process.env["INIT_CWD"] ?? ".", path);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return readFileSync(file);
  throw new Error(`${option} is ${path}, and there is no such file.`);
}
