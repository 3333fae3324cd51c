/** `npm run fuzz`: hostile and ordinary requests without end, and the promises that every answer must keep. */

import fc from "fast-check";
import { createCommand, EXIT, runEntry } from "../../cli/command.ts";
import { OPTIONS } from "../../cli/options.ts";
import type { Terminal } from "../../cli/terminal.ts";
import { httpProperty } from "./fuzz-http.ts";
import { receiverProperty } from "./fuzz-receiver.ts";

const SUMMARY =
  "Sends the endpoint whatever anybody may send, half of it with a valid signature, and checks every answer.";

const NOTES = `receiver   100,000 inputs to the receiver in this process, which has its real
           settings, dispatch and limits, and a GitHub that fails in every way
http       a twentieth as many over raw sockets to the function as its own
           process

Ends with the counts of statuses; exits with 1 at the first input that breaks a
promise, made as small as it gets.`;

const DEFAULT_RUNS = 100_000;
const HTTP_SHARE = 20;

type Over = "receiver" | "http";
type Plan = { over: Over; runs: number; seed: number; path: string | undefined };

await runEntry(import.meta.filename, fuzz);

export function fuzz(terminal: Terminal) {
  return createCommand("run fuzz", SUMMARY, NOTES)
    .addOption(OPTIONS.runs.default(String(DEFAULT_RUNS)))
    .addOption(OPTIONS.seed)
    .addOption(OPTIONS.over)
    .addOption(OPTIONS.path)
    .action(async (options) => {
      terminal.setStatus((await main(options)) ? EXIT.well : EXIT.bad);
    });
}

type Options = {
  runs: string;
  seed?: string | undefined;
  over?: Over | undefined;
  path?: string | undefined;
};

/** Whether every promise was kept. */
async function main(options: Options): Promise<boolean> {
  const { runs: wanted, seed = String(Math.floor(Math.random() * 2 ** 31)), over, path } = options;
  if (!/^[1-9]\d{0,8}$/.test(wanted))
    throw new Error(`--runs is ${wanted}; it takes a number from 1, such as ${DEFAULT_RUNS}.`);
  if (!/^-?\d{1,10}$/.test(seed))
    throw new Error(`--seed is ${seed}; it takes the number that a run printed.`);
  if (path !== undefined && (over === undefined || !/^\d+(:\d+)*$/.test(path)))
    throw new Error(
      "--path takes what a failure printed, such as 12:0:3, and needs --over and --seed beside it.",
    );
  const runs = Number(wanted);
  const plan = { seed: Number(seed), path };
  const plans: Plan[] = [
    { ...plan, over: "receiver", runs },
    { ...plan, over: "http", runs: over === "http" ? runs : Math.ceil(runs / HTTP_SHARE) },
  ];
  for (const each of plans) if ((over ?? each.over) === each.over && !(await playPlan(each))) return false;
  return true;
}

/** Plays one plan and says how it went; false when an input broke a promise. */
async function playPlan({ over, runs, seed, path }: Plan): Promise<boolean> {
  const startedAt = performance.now();
  const statuses = new Map<string, number>();
  let played = 0;
  let proven = 0;
  const rate = () => Math.round(played / ((performance.now() - startedAt) / 1_000));
  const count = (input: { sending: { signature: { isValid: boolean } } }, status: number | string) => {
    played += 1;
    if (input.sending.signature.isValid) proven += 1;
    statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
  };
  const say = (line: string) => console.error(`${over}: ${line}`);
  say(`${runs} inputs, seed ${seed}`);
  const ticking = setInterval(() => say(`${played} of ${runs}, ${rate()} a second`), 1_000);
  const http = over === "http" ? await httpProperty(count) : null;
  try {
    const property: fc.IAsyncProperty<unknown[]> = http?.property ?? receiverProperty(count);
    const options = { numRuns: runs, seed, ...(path === undefined ? {} : { path }) };
    const result = await fc.check(property as fc.IAsyncProperty<[unknown]>, options);
    if (result.failed) {
      const error = result.errorInstance;
      console.error(`\n${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
      console.error(`Input: ${fc.stringify(result.counterexample?.[0]).slice(0, 4_000)}\n`);
      console.error(
        `Again: npm run fuzz -- --over ${over} --seed ${result.seed} --path ${result.counterexamplePath}`,
      );
      return false;
    }
    await http?.settle();
  } finally {
    clearInterval(ticking);
    await http?.close();
  }
  const counts = [...statuses]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([status, times]) => `${status}: ${times}`);
  console.log(
    `${over}: ${played} inputs kept every promise, ${proven} of them with a valid signature, ${rate()} a second, seed ${seed} (${counts.join(", ")}).`,
  );
  return true;
}
