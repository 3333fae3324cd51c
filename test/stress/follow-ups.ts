/** `npm run follow-ups`: many merges, edits, closes and kills; no item is doubled and none is lost. */

import { createCommand, EXIT, runCommand } from "../../cli/command.ts";
import { OPTIONS } from "../../cli/options.ts";
import { simulateFollowUps } from "./follow-ups/simulate.ts";
import { wholeNumber } from "./whole-number.ts";

const SUMMARY =
  "Plays merges, edits, closes, deletions and kills against the sandbox's GitHub, and judges what came of it.";
const NOTES = "Exits with 1 when an item was doubled or lost.";
const MERGES = 100;

await runCommand(
  createCommand("run follow-ups", SUMMARY, NOTES)
    .addOption(OPTIONS.seeds.default("100"))
    .addOption(OPTIONS.from)
    .action(async ({ seeds, from }) => {
      const isWell = await play(wholeNumber("seeds", seeds), wholeNumber("from", from));
      process.exitCode = isWell ? EXIT.well : EXIT.bad;
    }),
);

/** Whether every promise held. */
async function play(seeds: number, from: number): Promise<boolean> {
  const sums: Record<string, number> = {};
  let failed = 0;
  for (let seed = from; seed < from + seeds; seed++) {
    const { broken, figures } = await simulateFollowUps(seed, MERGES);
    for (const [name, value] of Object.entries(figures)) sums[name] = (sums[name] ?? 0) + value;
    if (broken.length > 0) failed++;
    for (const promise of broken) console.log(`Seed ${seed} breaks a promise: ${promise}`);
  }
  const told = Object.entries(sums).map(([name, value]) => `${value} ${name}`);
  console.log(
    `${told.join(", ")}. ${failed === 0 ? "Nothing doubled, nothing lost." : `${failed} seeds failed.`}`,
  );
  return failed === 0;
}
