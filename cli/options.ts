/** A command line, read; what is wrong in it is named as it was typed. */

import { type ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads the options; throws an error of one sentence. There are no positional arguments. */
export function readOptions<const Known extends Options>(args: string[], options: Known) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [what = ""] = message.split(/\. |\n/);
    const hint = /^Unknown option '--?[\w-]*(secret|token|key)/i.test(what)
      ? "secrets come from the environment, since others can read a command line"
      : "--help lists what there is";
    throw new Error(`${what.replace(/\.$/, "")}; ${hint}.`);
  }
}
