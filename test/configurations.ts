/** Configurations for tests, from the text of a file, or from null where there is no file. */

import { type Config, type ConfigResult, parseConfig } from "../src/settings/configuration.ts";
import type { LoadedConfiguration } from "../src/settings/configuration-file.ts";
import { defaultConfig } from "../src/settings/schema.ts";

/** Throws with every problem. */
export function configOf(text: string | null): Config {
  const { config, problems } = parsed("postmortem.yml", text);
  if (config === null) throw new Error(problems.join("\n"));
  return config;
}

/** What a run is given that finds this text at the path. */
export function loadedConfig(path: string, text: string | null): Promise<LoadedConfiguration> {
  return Promise.resolve({ ...parsed(path, text), source: path });
}

function parsed(path: string, text: string | null): ConfigResult {
  return text === null ? { config: defaultConfig(), problems: [], warnings: [] } : parseConfig(path, text);
}
