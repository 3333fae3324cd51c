/** `--config` and `--template`: a team's own files in the sandbox's docs repository. */

import { parseDocument } from "yaml";
import { CONFIG } from "../../sandbox/world.ts";
import { readNamedFile } from "../named-file.ts";

const CONFIG_PATH = ".github/postmortem.yml";
const TEMPLATE_PATH = ".github/postmortem-template.md";

/**
 * The files by their path in the docs repository; what is named is meant from `folder`. A template stands where the configuration wants it; where that names
 * none, it is made to name this one. `complete` adds to the configuration what the play needs.
 */
export function docsFiles(
  folder: string,
  config: string | undefined,
  template: string | undefined,
  complete = (text: string) => text,
): Record<string, string> {
  const readOwn = (option: string, path: string) => readNamedFile(folder, option, path).toString("utf8");
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
