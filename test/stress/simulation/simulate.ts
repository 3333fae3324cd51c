/** One seed, from its number to the verdict. */

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge } from "./judge.ts";
import { toldOf } from "./told.ts";
import { type History, play } from "./world.ts";

export type Verdict = {
  /** The promises that were broken. */
  broken: string[];
  history: History;
  /** Where the trace was written, for a person to read; null where it was not needed. */
  traceFile: string | null;
  figures: {
    incidents: number;
    runs: number;
    killed: number;
    calls: number;
    faults: number;
    sessions: number;
    mendings: number;
  };
};

/** Plays the seed and judges it; the trace is written where a promise was broken, or where it is asked for. */
export async function simulate(seed: number, { isTraced = false } = {}): Promise<Verdict> {
  const history = await play(seed);
  const broken = judge(history);
  const { plan, runs, calls, sessions, trace } = history;
  const isWritten = broken.length > 0 || isTraced;
  return {
    broken,
    history,
    traceFile: isWritten ? write(seed, [JSON.stringify(plan.rules), ...trace, ...broken]) : null,
    figures: {
      incidents: plan.lives.length,
      runs: runs.length,
      killed: runs.filter(({ outcome }) => outcome === "killed").length,
      calls: calls.length,
      faults: calls.filter(({ fault }) => fault !== null).length,
      sessions: sessions.length,
      mendings: sessions.flatMap(toldOf).filter(({ ask }) => ask === "mend").length,
    },
  };
}

function write(seed: number, lines: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), "simulation-")), `seed-${seed}.txt`);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}
