/** The dispatch payload as it is sent: within GitHub's bound, whatever PagerDuty said. */

import { cutTo } from "../lib/text.ts";
import type { DispatchPayload } from "./dispatch-payload.ts";
import type { Incident } from "./incident.ts";

/** The bound on `client_payload` in UTF-8 bytes. GitHub allows about 64 KB for the whole event. */
export const MAX_PAYLOAD_BYTES = 16_384;

// PagerDuty's REST API tells the others, so that a rule sees each of them.
const MAX_TEAMS = 20;

// Each step is tried in turn. At 64 characters, which a delivery id may have, even 20 teams whose every character
// takes three bytes fit.
const CUTS = [1_024, 256, 100, 64];

/**
 * Keeps a payload within MAX_PAYLOAD_BYTES by cutting its long strings, never its ids or the event's type; a link
 * that would have to be cut becomes null, since half a link is a wrong one. Control characters and lone surrogates,
 * which GitHub's JSON reader may refuse, are replaced.
 */
export function fitPayload(payload: DispatchPayload): DispatchPayload {
  let fitted = payload;
  for (const longest of CUTS) {
    fitted = shorten(payload, longest);
    if (Buffer.byteLength(JSON.stringify(fitted)) <= MAX_PAYLOAD_BYTES) break;
  }
  return fitted;
}

function shorten(payload: DispatchPayload, longest: number): DispatchPayload {
  const text = (value: string | null) => value && cutTo(value.replace(/\p{Cc}+/gu, " "), longest);
  const whole = (value: string | null) => (value !== null && value.length <= longest ? value : null);
  const named = <Named extends { id: string | null; name: string | null }>(one: Named) => ({
    ...one,
    id: text(one.id),
    name: text(one.name),
  });
  const { agent } = payload.event;
  const { service, teams, escalation_policy, ...incident } = payload.incident;
  const shortened: Incident = {
    ...incident,
    title: text(incident.title),
    url: whole(incident.url),
    priority: text(incident.priority),
    service: service && { ...named(service), url: whole(service.url) },
    teams: teams.slice(0, MAX_TEAMS).map(named),
    escalation_policy: escalation_policy && named(escalation_policy),
    type: whole(incident.type),
    api_url: whole(incident.api_url),
  };
  return {
    ...payload,
    event: { ...payload.event, agent: agent && { type: text(agent.type), summary: text(agent.summary) } },
    incident: shortened,
  };
}
