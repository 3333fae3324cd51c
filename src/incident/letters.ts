/** Letters in place of people's names, for teams that keep names out of their postmortems. */

import { type IncidentRecord, recordSchema } from "./record.ts";

/**
 * The same record with `Responder A`, `Responder B` and so on in place of names, wherever they stand in it. The
 * letters go by first appearance in the log, so a record that grows keeps the letters that it had.
 */
export function withLetters(record: IncidentRecord): IncidentRecord {
  const letters = new Map<string, string>();
  for (const name of record.people) {
    const key = keyOf(name);
    if (key !== "" && !letters.has(key)) letters.set(key, `Responder ${letterOf(letters.size)}`);
  }
  if (letters.size === 0) return record;
  // A longer name goes first: it may begin with a shorter one.
  const names = [...letters.keys()].sort((a, b) => b.length - a.length).map(patternOf);
  const anyName = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const replace = (words: string) => words.replace(anyName, (name) => letters.get(keyOf(name)) ?? name);
  // The incident's own ids, links and times have no names in them.
  return recordSchema.parse(
    JSON.parse(JSON.stringify(record), (key, value) =>
      typeof value === "string" && !KEPT.has(key) ? replace(value) : value,
    ),
  );
}

const KEPT = new Set([
  "id",
  "url",
  "api_url",
  "href",
  "created_at",
  "reopened_at",
  "merged_into",
  "kind",
  "when",
]);

/** `A` to `Z`, then `AA`; `index` counts from 0. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

function keyOf(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

function patternOf(key: string): string {
  return key.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replaceAll(" ", "\\s{1,3}");
}
