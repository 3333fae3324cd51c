/** `npm run seen-before`: measures how well similar postmortems are found, and how fast; `--write` renews its page. */

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createCommand, EXIT, runCommand } from "../cli/command.ts";
import { OPTIONS } from "../cli/options.ts";
import { labelledIncidents } from "../test/seen-before/files.ts";
import { type Measured, measureSeenBefore, searchTime } from "../test/seen-before/measure.ts";

const PAGE = join(resolve(import.meta.dirname, ".."), "docs", "seen-before.md");
const MEASURED = /(<!-- measured -->\n)[\s\S]*?(<!-- \/measured -->)/;
const FILES = 300;
const MOST_MS = 300;

await runCommand(
  createCommand("run seen-before", "Measures how well similar postmortems are found, and how fast.")
    .addOption(OPTIONS.write)
    .action(async ({ write = false }) => {
      const table = tableOf(await measureSeenBefore());
      const fastest = await searchTime(labelledIncidents(), FILES);
      console.log(table);
      console.log(`${FILES} files are searched in ${Math.round(fastest)} ms; ${MOST_MS} ms are allowed.`);
      if (write) writeFileSync(PAGE, readFileSync(PAGE, "utf8").replace(MEASURED, `$1${table}$2`));
      process.exitCode = fastest > MOST_MS ? EXIT.bad : EXIT.well;
    }),
);

/** What was measured, as the page has it. */
function tableOf({ incidents, pairs, found, wrong, alone, silent }: Measured): string {
  return `| of ${incidents} incidents | |
| --- | ---: |
| earlier relatives that were found | ${found} of ${pairs} |
| postmortems shown that are no relatives | ${wrong} of ${found + wrong} |
| incidents without a relative for which nothing was shown | ${silent} of ${alone} |
`;
}
