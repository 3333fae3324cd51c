/** Builders of test data: a whole and ordinary value, of which a test names only what it is about. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { onTestFinished } from "vitest";
import { startDevin } from "../sandbox/devin/server.ts";
import { createDevin, type Devin, type SessionRequest } from "../src/devin/client.ts";
import { type Session, sessionSchema } from "../src/devin/session.ts";
import { type DispatchPayload, dispatchPayloadSchema } from "../src/incident/dispatch-payload.ts";
import type { IncidentRecord } from "../src/incident/record.ts";
import type { Clock, Fetch } from "../src/lib/http.ts";
import type { IncidentDetails } from "../src/pagerduty/details.ts";
import { recordOf } from "../src/pagerduty/record.ts";
import { type Inputs, readInputs } from "../src/settings/inputs.ts";

type Overrides = { event?: Record<string, unknown>; incident?: Record<string, unknown> };

/** The dispatch of a resolved incident of the orders service. */
export function payloadOf({ event, incident }: Overrides = {}): DispatchPayload {
  return dispatchPayloadSchema.parse({
    version: 1,
    delivery: "b3a7e5e2-1f0c-4d8a-9a51-2f1f6f3f7d10",
    event: {
      id: "01RESOLVED0000000000000001",
      type: "incident.resolved",
      occurred_at: "2026-02-10T15:18:02.120Z",
      agent: { type: "user_reference", summary: "Jordan Lee" },
      ...event,
    },
    incident: {
      id: "Q1ORDERSPOOL01",
      number: 387,
      title: "Database Connection Pool Exhaustion",
      status: "resolved",
      url: "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
      created_at: "2026-02-10T14:32:00Z",
      reopened_at: null,
      urgency: "high",
      priority: "P1",
      service: { id: "PORDSVC", name: "orders-service", url: "https://acme.pagerduty.com/services/PORDSVC" },
      teams: [{ id: "PTEAM01", name: "Checkout" }],
      escalation_policy: { id: "PESCPOL", name: "Orders on-call" },
      type: "incident_default",
      merged_into: null,
      api_url: "https://api.pagerduty.com/incidents/Q1ORDERSPOOL01",
      ...incident,
    },
  });
}

/** A clock that stands still until something sleeps, which takes no real time. */
export function fakeClock(startsAt = Date.parse("2026-02-10T15:20:00Z")): Clock & { slept: number[] } {
  let now = startsAt;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep(ms) {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}

/** The record of that incident, as its dispatch tells it; `record` names what more is known. */
export function incidentRecord({
  record,
  ...overrides
}: Overrides & { record?: Partial<IncidentRecord> } = {}): IncidentRecord {
  const { event, incident } = payloadOf(overrides);
  const isResolve = event.type === "incident.resolved";
  return {
    ...recordOf(incident, isResolve ? { at: event.occurred_at, by: event.agent } : null),
    ...record,
  };
}

/** What was gathered of an incident: nothing but a whole and empty log, unless named. */
export function gatheredOf(overrides: Partial<IncidentDetails> = {}): IncidentDetails {
  return {
    incident: null,
    isGone: false,
    logEntries: [],
    isLogWhole: true,
    notes: [],
    alerts: [],
    changes: [],
    pastIncidents: [],
    priorities: [],
    missing: [],
    ...overrides,
  };
}

/** The inputs of a run, each with its default unless named. */
export function inputsOf(raw: Record<string, string> = {}): Inputs {
  return readInputs(raw);
}

/** A session as Devin answers it, in Devin's own names. */
export function sessionOf(answer: Record<string, unknown> = {}): Session {
  return sessionSchema.parse({
    session_id: "0f3c9a7d5e1b4c2a8d6e7f90a1b2c3d4",
    url: "https://app.devin.ai/sessions/0f3c9a7d5e1b4c2a8d6e7f90a1b2c3d4",
    status: "running",
    status_detail: "working",
    tags: ["incident:Q1ORDERSPOOL01"],
    created_at: 1_770_736_700,
    pull_requests: [],
    ...answer,
  });
}

/** What a session of the orders incident is started with. */
export function sessionRequest(overrides: Partial<SessionRequest> = {}): SessionRequest {
  return {
    prompt: "Draft the postmortem.",
    title: "Postmortem: Database Connection Pool Exhaustion (#387)",
    tags: ["incident:Q1ORDERSPOOL01"],
    repos: ["acme/docs"],
    structuredOutputSchema: { type: "object" },
    attachmentUrls: [],
    options: {},
    ...overrides,
  };
}

export const DEVIN_KEY = "cog_0123456789abcdef0123456789abcdef";
export const DEVIN_PERMISSIONS = ["ManageOrgSessions", "ViewOrgSessions"];

type DevinOptions = Partial<Parameters<typeof startDevin>[0]>;

/** Devin's API on loopback until the test has finished, its own clock a second later at every look. */
export async function devinSandbox(options: DevinOptions = {}) {
  let seconds = 1_770_736_700;
  const server = await startDevin({
    apiKeys: [{ key: DEVIN_KEY, orgId: "org-1", permissions: DEVIN_PERMISSIONS }],
    orgId: "org-1",
    now: () => seconds++ * 1_000,
    ...options,
  });
  onTestFinished(() => server.close());
  return server;
}

/** A client of that server whose waiting takes no time. */
export function devinClient(
  apiUrl: string,
  {
    fetch = globalThis.fetch,
    clock = fakeClock(),
    hidden = [],
  }: { fetch?: Fetch; clock?: Clock; hidden?: string[] } = {},
): Devin {
  return createDevin({ fetch, clock, apiUrl, apiKey: DEVIN_KEY, orgId: "org-1", hidden });
}

type WebhookOverrides = { event?: Record<string, unknown>; data?: Record<string, unknown> };

/** The bytes of a V3 webhook that tells of the same incident's resolve. */
export function webhookOf({ event, data }: WebhookOverrides = {}): Buffer {
  const pointer = (kind: string, id: string, summary: string) => ({
    html_url: `https://acme.pagerduty.com/${kind}/${id}`,
    id,
    self: `https://api.pagerduty.com/${kind}/${id}`,
    summary,
    type: "reference",
  });
  const body = {
    event: {
      id: "01RESOLVED0000000000000001",
      event_type: "incident.resolved",
      resource_type: "incident",
      occurred_at: "2026-02-10T15:18:02.120Z",
      agent: { ...pointer("users", "PJORDAN", "Jordan Lee"), type: "user_reference" },
      client: null,
      data: {
        id: "Q1ORDERSPOOL01",
        type: "incident",
        self: "https://api.pagerduty.com/incidents/Q1ORDERSPOOL01",
        html_url: "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
        number: 387,
        status: "resolved",
        incident_key: null,
        created_at: "2026-02-10T14:32:00Z",
        reopened_at: null,
        title: "Database Connection Pool Exhaustion",
        incident_type: { name: "incident_default" },
        service: pointer("services", "PORDSVC", "orders-service"),
        assignees: [],
        escalation_policy: pointer("escalation_policies", "PESCPOL", "Orders on-call"),
        teams: [pointer("teams", "PTEAM01", "Checkout")],
        priority: pointer("priorities", "PSO75BM", "P1"),
        urgency: "high",
        conference_bridge: null,
        resolve_reason: null,
        ...data,
      },
      ...event,
    },
  };
  return Buffer.from(JSON.stringify(body));
}

/** The bytes of a file under fixtures/. */
export function readFixture(path: string): Buffer {
  return readFileSync(join(import.meta.dirname, "fixtures", path));
}

/** Text of any characters of Unicode; fast-check's own takes seconds to list them. */
export const anyText = fc
  .array(fc.oneof(fc.nat(0x2ff), fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10_ffff })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((codes) => String.fromCodePoint(...codes));

/**
 * Names that together hold every character of Unicode that has a meaning, each name of at most so many, less those in
 * `but`: the planes 0 to 3 and 14, since the others are empty or private.
 */
export function everyCharacter(but: RegExp, most: number): string[] {
  const planes = [0, 1, 2, 3, 14].flatMap((plane) =>
    Array.from({ length: 0x1_0000 }, (_, index) => plane * 0x1_0000 + index),
  );
  const characters = planes
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => !but.test(character) && /[^\p{Cn}]/u.test(character));
  const names: string[] = [];
  for (let first = 0; first < characters.length; first += most)
    names.push(`x${characters.slice(first, first + most).join("")}x`);
  return names;
}
