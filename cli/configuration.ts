/** The configuration that a command goes by, where it was asked for. */

import { openCheckout } from "../src/lib/checkout.ts";
import { SettingsError } from "../src/lib/errors.ts";
import { type Config, parseConfig } from "../src/settings/configuration.ts";
import { DEFAULT_CONFIG, findConfiguration } from "../src/settings/configuration-file.ts";
import { readNamedFile } from "./named-file.ts";
import type { Terminal } from "./terminal.ts";

/**
 * The file that was named, wherever it is, or the one that a run in this checkout would read, with where it came from.
 * Warns on the error stream; throws SettingsError with every problem.
 */
export async function loadConfig(
  { folder, printError }: Terminal,
  root: string,
  named: string | undefined,
): Promise<{ config: Config; source: string }> {
  const { config, problems, warnings, source } =
    named === undefined
      ? await findConfiguration(openCheckout(root), DEFAULT_CONFIG)
      : { ...parseConfig(named, readNamedFile(folder, "--config", named).toString("utf8")), source: named };
  if (config === null) throw new SettingsError(problems);
  for (const warning of warnings) printError(`Warning: ${warning}`);
  return { config, source };
}
