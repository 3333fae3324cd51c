/** One change that PagerDuty relates to an incident, such as a deploy. */

import { z } from "zod";
import { details, links, name, summary, time } from "./fields.ts";

export type ListedChange = {
  at: number | null;
  summary: string;
  source: string | null;
  reason: string | null;
  details: string | null;
  links: { href: string; text: string | null }[];
};

export const change = z
  .object({
    timestamp: time,
    summary,
    source: summary,
    correlation_reason: z.object({ reason: name }).nullable().catch(null),
    custom_details: details,
    links,
  })
  .transform(
    (object): ListedChange => ({
      at: object.timestamp,
      summary: object.summary ?? "",
      source: object.source,
      reason: object.correlation_reason?.reason ?? null,
      details: object.custom_details,
      links: object.links,
    }),
  );
