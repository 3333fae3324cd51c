/** The texts of a record that strangers wrote. */

import { type IncidentRecord, recordSchema } from "./record.ts";

// What PagerDuty itself gives out, and our own words.
const KEPT = new Set(["id", "url", "api_url", "created_at", "reopened_at", "merged_into", "kind", "when"]);

/** The record with each text that strangers wrote put through `change`, addresses of links (`href`) among them. */
export function mapTexts(
  record: IncidentRecord,
  change: (text: string, key: string) => string,
): IncidentRecord {
  return recordSchema.parse(
    JSON.parse(JSON.stringify(record), (key, value) =>
      typeof value === "string" && !KEPT.has(key) ? change(value, key) : value,
    ),
  );
}
