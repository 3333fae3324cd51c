/** Lengths of time as people write them: `90s`, `10m`, `1h30m`, `2d`. */

const UNITS = [
  { letter: "d", word: "day", ms: 86_400_000 },
  { letter: "h", word: "hour", ms: 3_600_000 },
  { letter: "m", word: "minute", ms: 60_000 },
  { letter: "s", word: "second", ms: 1_000 },
] as const;

/** Whole numbers, each with its unit, the largest unit first and each at most once. */
export const durationPattern = /^(?=\d)(?:\d{1,6}d)?(?:\d{1,6}h)?(?:\d{1,6}m)?(?:\d{1,6}s)?$/;

/** The milliseconds of a written duration; null when it is none. */
export function parseDuration(written: string): number | null {
  if (!durationPattern.test(written)) return null;
  return UNITS.reduce((sum, { letter, ms }) => {
    const [, amount = "0"] = new RegExp(`(\\d+)${letter}`).exec(written) ?? [];
    return sum + Number(amount) * ms;
  }, 0);
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
