/** Medians and quartiles of how long incidents took, month by month. Never a mean: one long incident would move it. */

/** A sample in minutes, by nearest rank. */
export type Spread = { n: number; lower: number; median: number; upper: number };

/** The figures of one month; a spread is null where no postmortem says how long it took. */
export type Month = {
  /** Such as 2026-02. */
  month: string;
  count: number;
  acknowledge: Spread | null;
  resolve: Spread | null;
};

type Times = { created: number; acknowledged: number | null; resolved: number | null };

const MONTHS = 12;
const MINUTE_MS = 60_000;
/** Fewer than this say nothing about a month. */
const FEWEST_IN_MONTH = 8;
const FEWEST_MONTHS = 3;

/** The last twelve months up to now (epoch milliseconds), the oldest first; an incident counts for the month in which it was created. */
export function monthsOf(postmortems: Times[], now: number): Month[] {
  const byMonth = Map.groupBy(postmortems, ({ created }) => monthOf(created));
  return lastMonths(now).map((month) => {
    const own = byMonth.get(month) ?? [];
    return {
      month,
      count: own.length,
      acknowledge: spreadOf(own.flatMap(({ created, acknowledged }) => minutes(created, acknowledged))),
      resolve: spreadOf(own.flatMap(({ created, resolved }) => minutes(created, resolved))),
    };
  });
}

/**
 * Median and quartiles by nearest rank, so that each is a value of the sample; null without values.
 * @see https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
 */
export function spreadOf(values: number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1];
  const [lower, median, upper] = [at(0.25), at(0.5), at(0.75)];
  if (lower === undefined || median === undefined || upper === undefined) return null;
  return { n: sorted.length, lower, median, upper };
}

/** The months that a chart may show; none where there are too few for a line to say something. */
export function chartMonths(months: Month[]): { month: string; median: number }[] {
  const shown = months.flatMap(({ month, resolve }) =>
    resolve !== null && resolve.n >= FEWEST_IN_MONTH ? { month, median: resolve.median } : [],
  );
  return shown.length >= FEWEST_MONTHS ? shown : [];
}

function minutes(from: number, to: number | null): number[] {
  return to === null || to < from ? [] : [Math.floor((to - from) / MINUTE_MS)];
}

/** The names of the last twelve months, this one included, the oldest first. */
function lastMonths(now: number): string[] {
  const date = new Date(now);
  return Array.from({ length: MONTHS }, (_, index) =>
    monthOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (MONTHS - 1 - index), 1)),
  );
}

/** Whether it was in one of the months that `monthsOf` gives. */
export function isOfLastMonths(at: number, now: number): boolean {
  return lastMonths(now).includes(monthOf(at));
}

function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}
