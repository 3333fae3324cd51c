/** The incident that the sandbox plays: an orders service whose connection pool runs out after a deploy. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const fields = z.looseObject({});
const changeSchema = z.object({ event: fields.optional(), data: fields.optional() });

const { agent, incident, changes } = z
  .object({ agent: fields, incident: fields, changes: z.record(z.string(), changeSchema) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "demo-events.json"), "utf8")));

function bodyOf({ event, data }: z.infer<typeof changeSchema>): Uint8Array {
  const body = {
    event: {
      id: "01FZ8RESOLVED0000000000001",
      event_type: "incident.resolved",
      resource_type: "incident",
      occurred_at: "2026-02-10T15:18:02.120Z",
      agent,
      client: null,
      ...event,
      data: { ...incident, number: 387, reopened_at: null, ...data },
    },
  };
  // The signature is over bytes: a space, an escape and a last newline that no serialiser would make again.
  return Buffer.from(`${JSON.stringify(body, null, 1).replace("Lee", "L\\u0065e")}\n`);
}

/** A webhook body of the sandbox by its name; null when there is none of that name. */
export function eventNamed(name: string): Uint8Array | null {
  if (name === "ping")
    return Buffer.from(
      '{"event":{"id":"01FZ8PING00000000000000001","event_type":"pagey.ping","resource_type":"pagey","occurred_at":"2026-02-10T14:00:00.000Z","agent":null,"client":null,"data":{"message":"Hello from your friend Pagey!","type":"ping"}}}',
    );
  const change = changes[name];
  return change ? bodyOf(change) : null;
}

/** The names that `eventNamed` knows. */
export const eventNames = ["ping", ...Object.keys(changes)];

/** When the last of them happened, in epoch milliseconds. */
export const lastEventAt = Date.parse("2026-02-11T09:02:11.000Z");
