/** `npm run soak`: a hundred thousand webhooks through the function; memory stays flat and nothing is lost. */

import { createCommand, EXIT, runCommand } from "../../cli/command.ts";
import { OPTIONS } from "../../cli/options.ts";
import type { Memory } from "../../sandbox/function/process.ts";
import { storm } from "./load.ts";

const SUMMARY =
  "Sends the function, as its own process, signed webhooks while GitHub limits, fails and hangs by turns.";

const NOTES = `Prints the function's memory after each tenth, collected first. Exits with 1
when an event was lost or, from 50,000 webhooks on, when the memory has grown by
more than the bound between the second tenth and the last.`;

const DEFAULT_COUNT = 100_000;
const SMALLEST_COUNT = 200;
const TENTHS = 10;
// Before some thousand webhooks V8 still makes room for as many at once as there are.
const SMALLEST_JUDGED = 50_000;

/** What V8 may keep of its own accord: compiled code, inline caches, pages that it has not given back. */
const MOST_HEAP_GROWTH = 2 * 1_024 * 1_024;
const MOST_RSS_GROWTH = 24 * 1_024 * 1_024;

await runCommand(
  createCommand("run soak", SUMMARY, NOTES)
    .addOption(OPTIONS.count.default(String(DEFAULT_COUNT)))
    .action(async ({ count }) => {
      process.exitCode = (await soak(count)) ? EXIT.well : EXIT.bad;
    }),
);

/** Whether nothing was lost and the memory stayed flat. */
async function soak(typed: string): Promise<boolean> {
  const count = Number(typed);
  if (!/^\d{1,9}$/.test(typed) || count < SMALLEST_COUNT)
    throw new Error(
      `--count is ${typed}; it takes a number from ${SMALLEST_COUNT}, such as ${DEFAULT_COUNT}.`,
    );

  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  let answers = 0;
  const ticking = setInterval(() => {
    console.error(
      `${seconds().toFixed(0)} s  ${answers} answers, ${(answers / seconds()).toFixed(0)} a second`,
    );
  }, 1_000);
  const result = await storm({
    count,
    parts: TENTHS,
    onAnswer: () => {
      answers += 1;
    },
    onPart: (part, memory) => console.log(`tenth ${String(part).padStart(2)}: ${spell(memory)}`),
  }).finally(() => clearInterval(ticking));

  const { sent, refused, redelivered, dispatched, repeated, lost, memory } = result;
  const [, second, last] = [0, 1, TENTHS - 1].map((index) => memory[index]);
  if (!second || !last) throw new Error("The memory was not told.");
  const growth = { rss: last.rss - second.rss, heapUsed: last.heapUsed - second.heapUsed };
  const refusals = Object.entries(refused).map(([kind, times]) => `${kind} ${times}`);
  console.log(
    `${sent} webhooks and ${redelivered} redeliveries in ${seconds().toFixed(0)} s, ${(answers / seconds()).toFixed(0)} a second.`,
  );
  console.log(`Answered 503 with Retry-After while GitHub was: ${refusals.join(", ")}.`);
  console.log(`GitHub took ${dispatched} events, ${repeated} of them more than once; lost: ${lost.length}.`);
  console.log(`From the second tenth to the last: ${spell(growth)}.`);
  if (lost.length > 0) {
    console.error(`Lost: ${lost.slice(0, 10).join(", ")}`);
    return false;
  }
  if (count < SMALLEST_JUDGED) {
    console.log(`Nothing was lost; memory is judged from ${SMALLEST_JUDGED} webhooks on.`);
    return true;
  }
  if (growth.heapUsed > MOST_HEAP_GROWTH || growth.rss > MOST_RSS_GROWTH) {
    console.error(`That is more than ${spell({ rss: MOST_RSS_GROWTH, heapUsed: MOST_HEAP_GROWTH })}.`);
    return false;
  }
  console.log("Memory is flat and nothing was lost.");
  return true;
}

function spell({ rss, heapUsed }: Memory): string {
  const mebibytes = (bytes: number) => `${(bytes / 1_024 / 1_024).toFixed(1)} MiB`;
  return `resident ${mebibytes(rss)}, heap in use ${mebibytes(heapUsed)}`;
}
