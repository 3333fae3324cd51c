/** An incident that PagerDuty takes for similar. */

import { z } from "zod";
import { summary, time } from "./fields.ts";

export type ListedPastIncident = { id: string; title: string | null; at: number | null };

const LONGEST_ID = 200;

export const pastIncident = z
  .object({ incident: z.object({ id: z.string().max(LONGEST_ID), title: summary, created_at: time }) })
  .transform(
    ({ incident }): ListedPastIncident => ({
      id: incident.id,
      title: incident.title,
      at: incident.created_at,
    }),
  );
