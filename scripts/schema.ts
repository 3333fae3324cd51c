/** `npm run schema`: writes postmortem.schema.json, by which editors complete `.github/postmortem.yml`. */

import { join } from "node:path";
import { z } from "zod";
import { createCommand, runEntry } from "../cli/command.ts";
import { RULES } from "../src/check/rules.ts";
import { configSchema, severitySchema } from "../src/settings/schema.ts";
import { writeFormatted } from "./write-formatted.ts";

const PATH = join(import.meta.dirname, "..", "postmortem.schema.json");

/** The JSON Schema of the configuration, with what each rule of the check is for. */
export function configJsonSchema(): Record<string, unknown> {
  const severities = RULES.map(({ meta: { id, severity, why } }) => [
    id,
    severitySchema.describe(`${why} By itself: ${severity}.`),
  ]);
  const check = z
    .strictObject(Object.fromEntries(severities))
    .default({})
    .describe("Severity of a rule of the check: error, warning or off.");
  const { $schema, ...schema } = z.toJSONSchema(configSchema.extend({ check }), {
    target: "draft-7",
    io: "input",
  });
  return {
    $schema,
    title: "postmortem-bridge",
    description: "The rules and wishes of a docs repository, in .github/postmortem.yml.",
    ...schema,
  };
}

await runEntry(import.meta.filename, () =>
  createCommand(
    "run schema",
    "Writes postmortem.schema.json, by which editors complete .github/postmortem.yml.",
  ).action(() => {
    writeFormatted(PATH, JSON.stringify(configJsonSchema(), null, 2));
    console.log("Wrote postmortem.schema.json.");
  }),
);
