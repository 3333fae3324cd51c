/** One alert of an incident. */

import { z } from "zod";
import { agent, details, links, name, summary, time } from "./fields.ts";

export type ListedAlert = {
  at: number | null;
  summary: string;
  severity: string | null;
  status: string | null;
  source: string | null;
  details: string | null;
  links: { href: string; text: string | null }[];
};

const noBody = { details: null, contexts: [], cef_details: null };

export const alert = z
  .object({
    created_at: time,
    summary,
    severity: name,
    status: name,
    integration: agent,
    body: z
      .object({
        details,
        contexts: links,
        cef_details: z.object({ source_origin: summary }).nullable().catch(null),
      })
      .catch(noBody),
  })
  .transform(
    (object): ListedAlert => ({
      at: object.created_at,
      summary: object.summary ?? "",
      severity: object.severity,
      status: object.status,
      source: object.body.cef_details?.source_origin ?? object.integration?.summary ?? null,
      details: object.body.details,
      links: object.body.contexts,
    }),
  );
