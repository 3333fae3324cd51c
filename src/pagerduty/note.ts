/** The notes on an incident: those of people, and the one that is ours. */

import { z } from "zod";
import { type Agent, agent, name, text, time } from "./fields.ts";

export type ListedNote = { id: string | null; at: number | null; by: Agent; text: string };

export const note = z.object({ id: name, created_at: time, user: agent, content: text }).transform(
  (object): ListedNote => ({
    id: object.id,
    at: object.created_at,
    by: object.user,
    text: object.content ?? "",
  }),
);
