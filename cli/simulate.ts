/** Plays many seeds of the simulation: `npm run simulate -- --seeds 500 --from 1`. */

import { parseArgs } from "node:util";
import { simulate } from "../test/stress/simulation/simulate.ts";

const DEFAULT_SEEDS = 200;
const PROGRESS_MS = 2_000;

const { values } = parseArgs({ options: { seeds: { type: "string" }, from: { type: "string" } } });
const seeds = wholeNumber("seeds", values.seeds ?? String(DEFAULT_SEEDS));
const from = wholeNumber("from", values.from ?? "1");
const sums = { incidents: 0, runs: 0, killed: 0, calls: 0, faults: 0, sessions: 0 };
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

const { incidents, runs, killed, calls, faults, sessions } = sums;
process.stdout.write(
  `${seeds} seeds from ${from}: ${incidents} incidents, ${runs} runs (${killed} killed), ${calls} calls (${faults} failed), ${sessions} sessions. `,
);
process.stdout.write(failed.length === 0 ? "Every promise held.\n" : `Failed: ${failed.join(", ")}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

function wholeNumber(name: string, written: string): number {
  if (/^\d{1,9}$/.test(written)) return Number(written);
  process.stderr.write(`--${name} is ${JSON.stringify(written)}; it takes a whole number.\n`);
  process.exit(2);
}
