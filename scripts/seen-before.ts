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
      const tuned = labelledIncidents("tuned");
      const table = tableOf([
        await measureSeenBefore(tuned),
        await measureSeenBefore(labelledIncidents("held-out")),
      ]);
      const fastest = await searchTime(tuned, FILES);
      console.log(table);
      console.log(
        `${FILES} files are searched in ${Math.round(fastest)} ms of CPU time; ${MOST_MS} ms are allowed.`,
      );
      if (write) writeFileSync(PAGE, readFileSync(PAGE, "utf8").replace(MEASURED, `$1${table}$2`));
      process.exitCode = fastest > MOST_MS ? EXIT.bad : EXIT.well;
    }),
);

/** What was measured, as the page has it. */
function tableOf(sets: Measured[]): string {
  const row = (what: string, cell: (set: Measured) => string) =>
    `| ${[what, ...sets.map(cell)].join(" | ")} |\n`;
  return [
    "| | tuned set | held-out set |\n| --- | ---: | ---: |\n",
    row("incidents", ({ incidents }) => `${incidents}`),
    row("earlier relatives that were found", ({ found, pairs }) => `${found} of ${pairs}`),
    row("postmortems shown that are no relatives", ({ wrong, found }) => `${wrong} of ${found + wrong}`),
    row(
      "incidents without a relative for which nothing was shown",
      ({ silent, alone }) => `${silent} of ${alone}`,
    ),
  ].join("");
}
