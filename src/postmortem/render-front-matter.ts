/** The front matter of a postmortem: what the record knows, and the keys that its author and people fill. */

import { Scalar, stringify } from "yaml";
import type { IncidentRecord } from "../incident/record.ts";
import { toSingleLine } from "../lib/text.ts";
import { secondsOf } from "./clock.ts";
import { LONGEST_NAME } from "./inline.ts";

/** The front matter between its two lines of dashes. */
export function renderFrontMatter(record: IncidentRecord): string {
  const { incident } = record;
  const yaml = stringify(
    {
      status: "draft",
      owner: null,
      incident: incident.id,
      service: nameOf(incident.service?.name),
      priority: nameOf(incident.priority),
      urgency: nameOf(incident.urgency),
      created: secondsOf(record.createdAt),
      acknowledged: secondsOf(record.acknowledgedAt),
      resolved: secondsOf(record.resolvedAt),
      "duration-minutes": record.durationMinutes,
      trigger: "unknown",
      "root-cause": "unknown",
      causes: [],
      session: null,
      number: incident.number,
      url: incident.url,
    },
    { nullStr: "", lineWidth: 0 },
  );
  // A tag in a name is spelled with escapes, which YAML reads in double quotes.
  const inert = yaml.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
  return `---\n${inert.replace(/: $/gm, ":")}---\n`;
}

// In quotes, since a name such as 1.10 or no would be read as something else.
function nameOf(name: string | null | undefined): Scalar | null {
  const words = toSingleLine(name ?? "", LONGEST_NAME);
  if (words === "") return null;
  const scalar = new Scalar(words);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}
