/** `npm run simulate`: plays many seeds of the simulation. */

import { createCommand, EXIT, runCommand } from "../../cli/command.ts";
import { OPTIONS } from "../../cli/options.ts";
import { simulate } from "./simulation/simulate.ts";
import { wholeNumber } from "./whole-number.ts";

const SUMMARY =
  "Plays days of incidents in which every call can fail and every run be killed, and judges what came of each.";
const PROGRESS_MS = 2_000;

await runCommand(
  createCommand("run simulate", SUMMARY, "Exits with 1 when a seed breaks a promise.")
    .addOption(OPTIONS.seeds)
    .addOption(OPTIONS.from)
    .action(async ({ seeds, from }) => {
      const isWell = await play(wholeNumber("seeds", seeds), wholeNumber("from", from));
      process.exitCode = isWell ? EXIT.well : EXIT.bad;
    }),
);

/** Whether every promise held. */
async function play(seeds: number, from: number): Promise<boolean> {
  const sums = { incidents: 0, runs: 0, killed: 0, calls: 0, faults: 0, sessions: 0, mendings: 0 };
  const failed: number[] = [];
  let saidAt = Date.now();

  for (let seed = from; seed < from + seeds; seed++) {
    const { broken, traceFile, figures } = await simulate(seed);
    for (const [name, value] of Object.entries(figures)) sums[name as keyof typeof sums] += value;
    if (broken.length > 0) {
      failed.push(seed);
      process.stdout.write(`Seed ${seed} breaks a promise:\n${broken.map((one) => `  ${one}\n`).join("")}`);
      process.stdout.write(
        `  What happened: ${traceFile}\n  Replay: npm run simulate -- --from ${seed} --seeds 1\n`,
      );
    }
    if (Date.now() - saidAt < PROGRESS_MS) continue;
    saidAt = Date.now();
    process.stderr.write(`${seed - from + 1} of ${seeds} seeds played\n`);
  }

  const { incidents, runs, killed, calls, faults, sessions, mendings } = sums;
  process.stdout.write(
    `${seeds} seeds from ${from}: ${incidents} incidents, ${runs} runs (${killed} killed), ${calls} calls (${faults} failed), ${sessions} sessions, ${mendings} messages of the check. `,
  );
  process.stdout.write(failed.length === 0 ? "Every promise held.\n" : `Failed: ${failed.join(", ")}\n`);
  return failed.length === 0;
}
