/** Instants in UTC and lengths of time, as people write and read them. */

export const DAY_MS = 86_400_000;

const UNITS = [
  { letter: "d", word: "day", ms: DAY_MS },
  { letter: "h", word: "hour", ms: 3_600_000 },
  { letter: "m", word: "minute", ms: 60_000 },
  { letter: "s", word: "second", ms: 1_000 },
] as const;

/** Whole numbers, each with its unit, the largest unit first and each at most once. */
export const durationPattern = /^(?=\d)(?:\d{1,6}d)?(?:\d{1,6}h)?(?:\d{1,6}m)?(?:\d{1,6}s)?$/;

/** The milliseconds of a written duration; null when it is none. */
export function parseDuration(written: string): number | null {
  if (!durationPattern.test(written)) return null;
  const amounts = new Map(
    [...written.matchAll(/(\d{1,6})(\D)/g)].map(([, amount, letter]) => [letter, Number(amount)]),
  );
  return UNITS.reduce((sum, { letter, ms }) => sum + (amounts.get(letter) ?? 0) * ms, 0);
}

/** The duration as it would be written in a setting, rounded down to seconds. */
export function formatDuration(ms: number): string {
  return split(ms, ({ letter }, amount) => `${amount}${letter}`).join("") || "0s";
}

/** The duration in words, rounded down to seconds: `1 hour 30 minutes`. */
export function spellDuration(ms: number): string {
  const parts = split(ms, ({ word }, amount) => `${amount} ${word}${amount === 1 ? "" : "s"}`);
  return parts.join(" ") || "under a second";
}

function split(ms: number, write: (unit: (typeof UNITS)[number], amount: number) => string): string[] {
  let left = ms;
  return UNITS.flatMap((unit) => {
    const amount = Math.floor(left / unit.ms);
    left -= amount * unit.ms;
    return amount === 0 ? [] : [write(unit, amount)];
  });
}

/** `2026-02-10` in UTC. */
export function dateOf(at: number): string {
  return new Date(at).toISOString().replace(/T.*/, "");
}

/** Whether it is a day of the calendar, written as 2026-03-01; JavaScript would take 30 February for 2 March. */
export function isDay(written: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(written) ? Date.parse(written) : Number.NaN;
  return !Number.isNaN(at) && dateOf(at) === written;
}

/** `14:32` in UTC. */
export function timeOf(at: number): string {
  return new Date(at).toISOString().slice(-13, -8);
}

/** `46 minutes`, `2 hours 5 minutes`, `under a minute`. */
export function durationOf(minutes: number): string {
  const parts = [count(Math.floor(minutes / 60), "hour"), count(minutes % 60, "minute")];
  return parts.filter((part) => part !== "").join(" ") || "under a minute";
}

function count(amount: number, unit: string): string {
  return amount === 0 ? "" : `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}
