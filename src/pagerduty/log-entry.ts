/** One entry of an incident's log. */

import { z } from "zod";
import { fitting } from "../lib/fitting.ts";
import { cutTo } from "../lib/text.ts";
import { type Agent, agent, logged, name, time } from "./fields.ts";

const LONGEST_CHANGE = 200;
const MOST_CHANGES = 20;
const MOST_NAMES = 20;

const priority = z
  .object({ summary: name, name })
  .transform((object) => object.summary ?? object.name)
  .nullable()
  .catch(null);

const people = fitting(agent).transform((all) => namesOf(all));

function namesOf(all: Agent[]): string[] {
  return [...new Set(all.flatMap((person) => person?.summary ?? []))].slice(0, MOST_NAMES);
}

export const logEntry = z
  .object({
    id: name,
    type: name,
    created_at: time,
    summary: logged,
    agent,
    channel: z
      .object({ type: name, summary: logged, old_priority: priority, new_priority: priority })
      .nullable()
      .catch(null),
    message: logged,
    assignees: people,
    responders_list: fitting(z.object({ user: agent })),
    user: agent,
    changed_actions: fitting(z.object({ at: time })),
    changeset: fitting(z.string().transform((change) => cutTo(change, LONGEST_CHANGE))),
  })
  .transform((entry) => {
    const { channel } = entry;
    return {
      id: entry.id,
      /** PagerDuty's type without its ending: `trigger`, `acknowledge`, `resolve`. */
      type: (entry.type ?? "").replace(/_log_entry$/, ""),
      at: entry.created_at,
      summary: entry.summary,
      agent: entry.agent,
      channel: {
        type: channel?.type ?? null,
        summary: channel?.summary ?? null,
        oldPriority: channel?.old_priority ?? null,
        newPriority: channel?.new_priority ?? null,
      },
      /** The text of a status update or a responder request. */
      message: entry.message,
      /** Names of those to whom the incident was assigned or escalated. */
      assignees: entry.assignees,
      /** Names of those who were asked to help, or who were notified. */
      asked: namesOf([...entry.responders_list.map(({ user }) => user), entry.user]),
      snoozedUntil: entry.changed_actions[0]?.at ?? null,
      /** Changes of fields, in PagerDuty's words. */
      changeset: entry.changeset.slice(0, MOST_CHANGES),
    };
  });

/** Times are epoch milliseconds; null where PagerDuty gave none that can be read. */
export type LogEntry = z.infer<typeof logEntry>;
