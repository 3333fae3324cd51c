/** `npm run schema`: writes postmortem.schema.json, by which editors complete `.github/postmortem.yml`. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { configJsonSchema } from "../src/settings/schema.ts";

const path = join(import.meta.dirname, "..", "postmortem.schema.json");
writeFileSync(path, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
console.log("Wrote postmortem.schema.json.");
