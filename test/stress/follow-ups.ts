/** Plays many merges of the follow-ups: `node test/stress/follow-ups.ts --merges 10000`. */

import { parseArgs } from "node:util";
import { simulateFollowUps } from "./follow-ups/simulate.ts";

const PER_SEED = 100;

const { values } = parseArgs({ options: { merges: { type: "string", default: "10000" } } });
const seeds = Math.ceil(Number(values.merges) / PER_SEED);
const sums: Record<string, number> = {};
let failed = 0;
for (let seed = 1; seed <= seeds; seed++) {
  const { broken, figures } = await simulateFollowUps(seed, PER_SEED);
  for (const [name, value] of Object.entries(figures)) sums[name] = (sums[name] ?? 0) + value;
  if (broken.length === 0) continue;
  failed++;
  process.stdout.write(`Seed ${seed} breaks a promise:\n${broken.map((one) => `  ${one}\n`).join("")}`);
}
const told = Object.entries(sums).map(([name, value]) => `${value} ${name}`);
process.stdout.write(
  `${told.join(", ")}. ${failed === 0 ? "Nothing doubled, nothing lost." : `${failed} seeds failed.`}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
