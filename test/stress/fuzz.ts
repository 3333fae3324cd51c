/** `npm run fuzz`: hostile and ordinary requests without end, and the promises that every answer must keep. */

import { parseArgs } from "node:util";
import fc from "fast-check";
import { httpProperty } from "./fuzz-http.ts";
import { receiverProperty } from "./fuzz-receiver.ts";

const HELP = `Sends the endpoint whatever anybody may send, half of it with a valid signature, and checks every answer.

  npm run fuzz                          100,000 inputs to the receiver in this process, which has its real settings,
                                        dispatch and limits, and a GitHub that fails in every way; then a twentieth
                                        as many over raw sockets to the function as its own process
  npm run fuzz -- --runs N              so many in place of 100,000
  npm run fuzz -- --seed S              the same inputs again
  npm run fuzz -- --over HOW            receiver or http alone
  npm run fuzz -- --path P              with --seed and --over: the one input that failed, as the failure printed it

Ends with the counts of statuses; exits with 1 at the first input that breaks a promise, made as small as it gets.`;

const DEFAULT_RUNS = 100_000;
const HTTP_SHARE = 20;

type Over = "receiver" | "http";
type Plan = { over: Over; runs: number; seed: number; path: string | undefined };

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h" },
      runs: { type: "string", default: String(DEFAULT_RUNS) },
      seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
      over: { type: "string" },
      path: { type: "string" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { over, path } = values;
  if (!/^[1-9]\d{0,8}$/.test(values.runs))
    throw new Error(`--runs is ${values.runs}; it takes a number from 1, such as ${DEFAULT_RUNS}.`);
  if (!/^-?\d{1,10}$/.test(values.seed))
    throw new Error(`--seed is ${values.seed}; it takes the number that a run printed.`);
  if (over !== undefined && over !== "receiver" && over !== "http")
    throw new Error(`--over is ${over}; it takes receiver or http.`);
  if (path !== undefined && (over === undefined || !/^\d+(:\d+)*$/.test(path)))
    throw new Error(
      "--path takes what a failure printed, such as 12:0:3, and needs --over and --seed beside it.",
    );
  const runs = Number(values.runs);
  const plan = { seed: Number(values.seed), path };
  const plans: Plan[] = [
    { ...plan, over: "receiver", runs },
    { ...plan, over: "http", runs: over === "http" ? runs : Math.ceil(runs / HTTP_SHARE) },
  ];
  for (const each of plans) if ((over ?? each.over) === each.over && !(await fuzz(each))) return 1;
  return 0;
}

/** Plays one plan and says how it went; false when an input broke a promise. */
async function fuzz({ over, runs, seed, path }: Plan): Promise<boolean> {
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
