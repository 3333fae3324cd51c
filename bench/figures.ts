/** What was measured, as figures: medians, spreads, and ratios of what was measured side by side. */

/** One value per round, of one peer. */
type Series = { peer: string; values: number[] };

export type Measure = {
  name: string;
  unit: "ms" | "/s" | "MB" | "s" | "MB peak" | "requests";
  series: Series[];
};

/** A ratio of two series, and what it should be. */
export type Ratio = {
  name: string;
  wanted: string;
  median: number;
  /** The middle half of the rounds. */
  from: number;
  to: number;
  isReached: boolean;
};

export function median(values: number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values lies. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** Divides round by round, so that what slowed the machine in a round slowed both. */
export function ratioOf(
  measure: Measure,
  [over, under]: [string, string],
  wanted: { atMost: number } | { atLeast: number },
): Ratio {
  const divisors = seriesOf(measure, under);
  const ratios = seriesOf(measure, over).map((value, round) => value / (divisors[round] ?? Number.NaN));
  const middle = median(ratios);
  const [sign, bound] = "atMost" in wanted ? ["≤", wanted.atMost] : ["≥", wanted.atLeast];
  return {
    name: `${measure.name}: ${over} / ${under}`,
    wanted: `${sign} ${bound}`,
    median: middle,
    from: quantile(ratios, 0.25),
    to: quantile(ratios, 0.75),
    isReached: sign === "≤" ? middle <= bound : middle >= bound,
  };
}

/** A value that was measured once, and what it may be at most. */
export function bound(name: string, value: number, most: number): Ratio {
  return { name, wanted: `≤ ${most}`, median: value, from: value, to: value, isReached: value <= most };
}

function seriesOf(measure: Measure, peer: string): number[] {
  const found = measure.series.find((series) => series.peer === peer);
  if (!found) throw new Error(`${measure.name} was not measured for ${peer}.`);
  return found.values;
}
