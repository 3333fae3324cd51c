/** `npm run follow-ups`: many merges, edits, closes and kills; no item is doubled and none is lost. */

import { createCommand, EXIT, runCommand } from "../../cli/command.ts";
import { OPTIONS } from "../../cli/options.ts";
import { simulateFollowUps } from "./follow-ups/simulate.ts";

const SUMMARY =
  "Plays merges, edits, closes, deletions and kills against the sandbox's GitHub, and judges what came of it.";
const NOTES = "Exits with 1 when an item was doubled or lost.";
const PER_SEED = 100;
const DEFAULT_COUNT = 10_000;

await runCommand(
  createCommand("run follow-ups", SUMMARY, NOTES)
    .addOption(OPTIONS.count.default(String(DEFAULT_COUNT)))
    .action(async ({ count }) => {
      process.exitCode = (await play(count)) ? EXIT.well : EXIT.bad;
    }),
);

/** Whether every promise held. */
async function play(typed: string): Promise<boolean> {
  if (!/^\d{1,7}$/.test(typed) || Number(typed) < 1)
    throw new Error(`--count is ${typed}; it takes a number of merges, such as ${DEFAULT_COUNT}.`);
  const sums: Record<string, number> = {};
  let failed = 0;
  for (let seed = 1; seed <= Math.ceil(Number(typed) / PER_SEED); seed++) {
    const { broken, figures } = await simulateFollowUps(seed, PER_SEED);
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
