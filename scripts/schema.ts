/** `npm run schema`: writes postmortem.schema.json, by which editors complete `.github/postmortem.yml`. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCommand, runCommand } from "../cli/command.ts";
import { configJsonSchema } from "../src/settings/schema.ts";

const PATH = join(import.meta.dirname, "..", "postmortem.schema.json");

await runCommand(
  createCommand(
    "run schema",
    "Writes postmortem.schema.json, by which editors complete .github/postmortem.yml.",
  ).action(() => {
    writeFileSync(PATH, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
    console.log("Wrote postmortem.schema.json.");
  }),
);
