/** `npm run bench`: measures the function and the action beside their peers. */

import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createCommand, runCommand } from "../cli/command.ts";
import { OPTIONS } from "../cli/options.ts";
import { buildFunction } from "../scripts/vercel-function.ts";
import { measureActions, type Program } from "./action.ts";
import { drawChart } from "./chart.ts";
import { goalOf, measureCreate } from "./create.ts";
import { followUpsReport, measureFollowUps } from "./follow-ups.ts";
import { measureFunctions } from "./function.ts";
import { tell } from "./interleave.ts";
import type { Peer } from "./peer.ts";
import { measureReconcile, reportOf } from "./reconcile.ts";
import { goalsOf, machineOf, printReport, type Report, renderTables } from "./report.ts";

const ROOT = resolve(import.meta.dirname, "..");
const CHART = join(ROOT, "docs", "benchmarks.svg");
const PAGE = join(ROOT, "BENCHMARKS.md");
const MEASURED = /(<!-- measured -->\n)[\s\S]*?(<!-- \/measured -->)/;

const ROUNDS = {
  full: {
    cold: 20,
    rate: 12,
    signed: 1_000,
    refused: 3_000,
    memory: 100_000,
    action: 20,
    create: 10,
    incidents: 10_000,
    postmortems: 1_000,
  },
  quick: {
    cold: 3,
    rate: 2,
    signed: 200,
    refused: 400,
    memory: 1_000,
    action: 2,
    create: 2,
    incidents: 1_000,
    postmortems: 20,
  },
};

await runCommand(
  createCommand(
    "run bench",
    "Measures the function and the action beside their peers, and the action with much to do.",
  )
    .addOption(OPTIONS.quick)
    .addOption(OPTIONS.json)
    .addOption(OPTIONS.write)
    .action(measure),
);

type Options = { quick?: boolean | undefined; json?: boolean | undefined; write?: boolean | undefined };

async function measure(flags: Options): Promise<void> {
  const rounds = flags.quick ? ROUNDS.quick : ROUNDS.full;
  const folder = await realpath(await mkdtemp(join(tmpdir(), "postmortem-bridge-bench-")));
  try {
    const built = await quietly(() => buildFunction(folder));
    const shipped: Peer = { name: "function", module: "function.mjs", args: [built.entry] };
    const peers: Peer[] = [
      { name: "bare", module: "bare.mjs" },
      { name: "bare, Web", module: "bare-web.mjs" },
      { name: "Express", module: "express.mjs" },
      shipped,
    ];
    const programs: Program[] = [
      { name: "script", module: join(import.meta.dirname, "peers", "script.mjs") },
      { name: "action", module: join(ROOT, "dist", "index.js") },
    ];
    const sideBySide = [
      ...(await measureFunctions(peers, shipped, rounds)),
      await measureActions(programs, join(folder, "run"), rounds.action),
    ];
    const reconcileOf = async (incidents: number) => {
      tell(`reconcile of ${incidents} incidents`);
      return await measureReconcile(join(ROOT, "dist", "index.js"), join(folder, "reconcile"), incidents);
    };
    const reconcile = reportOf(await reconcileOf(rounds.incidents / 10), await reconcileOf(rounds.incidents));
    const followUpsOf = async (postmortems: number) => {
      tell(`follow-ups of ${postmortems} postmortems`);
      const own = join(folder, `follow-ups-${postmortems}`);
      return await measureFollowUps(join(ROOT, "dist", "index.js"), own, postmortems);
    };
    const followed = followUpsReport([
      await followUpsOf(rounds.postmortems / 10),
      await followUpsOf(rounds.postmortems),
      await followUpsOf(rounds.postmortems * 2),
    ]);
    tell("creates");
    const created = await measureCreate(
      join(ROOT, "dist", "index.js"),
      join(folder, "create"),
      rounds.create,
    );
    const report: Report = {
      isQuick: flags.quick === true,
      machine: machineOf(),
      measures: [...sideBySide, created, ...reconcile.measures, ...followed.measures],
      ratios: [...goalsOf(sideBySide), goalOf(created), ...reconcile.ratios, ...followed.ratios],
    };
    tell("");
    if (flags.json) console.log(JSON.stringify(report, null, 2));
    else printReport(report);
    if (flags.write) {
      await writeFile(CHART, drawChart(report.ratios));
      const page = await readFile(PAGE, "utf8");
      await writeFile(
        PAGE,
        page.replace(MEASURED, (_, open, close) => open + renderTables(report) + close),
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Vercel's builder talks while it works, and what this prints is for people or machines to read. */
async function quietly<Value>(work: () => Promise<Value>): Promise<Value> {
  const { log, error } = console;
  console.log = console.error = () => undefined;
  try {
    return await work();
  } finally {
    Object.assign(console, { log, error });
  }
}
