/** The configuration by which a pull request is checked: that of its base, so that it cannot switch off its own check. */

import type { PullRequestClient } from "../github/pull-request.ts";
import { configPaths, findConfiguration, type LoadedConfiguration } from "../settings/configuration-file.ts";

/** Reads the configuration at a commit, by the same rules as in a checkout. */
export async function loadBaseConfiguration(
  client: PullRequestClient,
  commit: string,
  path: string,
): Promise<LoadedConfiguration> {
  const paths = configPaths(path);
  const texts = await Promise.all(paths.map((name) => client.readFile(name, commit)));
  const isThere = texts.some((text) => text !== null);
  // Beside the file a near name does no harm, so only where the file is missing two requests are spent on that.
  const folders = isThere ? [] : [".github", "."];
  const names = await Promise.all(
    folders.map((folder) => client.listFolder(folder.replace(/^\.$/, ""), commit)),
  );
  return findConfiguration(
    {
      look: (name) => {
        const text = texts[paths.indexOf(name)] ?? null;
        return text === null ? { kind: "missing" } : { kind: "file", text };
      },
      list: (folder) => names[folders.indexOf(folder)] ?? [],
    },
    path,
  );
}
