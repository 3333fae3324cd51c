/** Loaded before each command: where nothing can run it, one sentence in place of a stack trace. */

import { existsSync } from "node:fs";

const [showWarning] = process.listeners("warning");
process.removeAllListeners("warning");
// The first releases of Node 24 call TypeScript an experiment each time.
process.on("warning", (warning) => warning.name === "ExperimentalWarning" || showWarning?.(warning));

if (!existsSync(new URL("../node_modules/commander", import.meta.url)))
  stop(`The packages are not installed here. Run "npm ci" first.`);
if (!process.features.typescript)
  stop(
    `Node ${process.version} cannot run TypeScript, and npm ci found no newer one for ${process.platform} on ${process.arch}. Install Node 24.`,
  );

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}
