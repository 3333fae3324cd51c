/** How well earlier relatives are found among the labelled incidents. */

import { findPast, type Search } from "../../src/jobs/seen-before.ts";
import { configOf } from "../configurations.ts";
import type { Labelled } from "./files.ts";

export type Measured = {
  incidents: number;
  /** Each later incident with each earlier relative. */
  pairs: number;
  found: number;
  /** What was shown and is no relative. */
  wrong: number;
  /** Incidents without an earlier relative, and those of them for which nothing was shown. */
  alone: number;
  silent: number;
};

/** Looks for the relatives of each incident among those before it, three at most, as a draft does. */
export async function measureSeenBefore(all: Labelled[]): Promise<Measured> {
  const measured: Measured = { incidents: all.length, pairs: 0, found: 0, wrong: 0, alone: 0, silent: 0 };
  for (const [index, { family, record }] of all.entries()) {
    // A checkout of that day had no later ones.
    const past = await findPast(record, searchOf(all.slice(0, index)));
    const relatives = new Set(
      all.slice(0, index).flatMap((one) => (family !== null && one.family === family ? one.path : [])),
    );
    const found = past.filter(({ path }) => relatives.has(path)).length;
    measured.pairs += relatives.size;
    measured.found += found;
    measured.wrong += past.length - found;
    if (relatives.size > 0) continue;
    measured.alone++;
    if (past.length === 0) measured.silent++;
  }
  return measured;
}

/** The CPU time of one search among so many files, in milliseconds: the least of some, whatever else the machine does. */
export async function searchTime(all: Labelled[], count: number): Promise<number> {
  const [first] = all.slice(-1);
  const many = Array.from({ length: count }, (_, index) => {
    const { text: written = "" } = all[index % (all.length - 1)] ?? {};
    const text = written.replace(/^incident: .*$/m, `incident: Q${1_000_000 + index}`);
    // As long as postmortems are when people have filled them.
    return { path: `docs/postmortems/${index}.md`, text: `${text}${text.replaceAll("incident:", "about:")}` };
  });
  const times: number[] = [];
  for (let round = 0; first !== undefined && round < ROUNDS; round++) {
    const startedAt = process.cpuUsage();
    await findPast(first.record, searchOf(many));
    const { user, system } = process.cpuUsage(startedAt);
    times.push((user + system) / 1_000);
  }
  return Math.min(...times);
}

const ROUNDS = 5;
const FOLDER = "docs/postmortems";

function searchOf(merged: { path: string; text: string }[]): Search {
  const texts = new Map(merged.map(({ path, text }) => [path, text]));
  return {
    files: {
      list: (folder) =>
        folder === FOLDER ? [...texts.keys()].map((path) => path.slice(FOLDER.length + 1)) : [],
      read: (path) => texts.get(path) ?? null,
    },
    config: configOf(null),
    unmerged: new Set(),
  };
}
