/** A webhook request in, a response out, at most one dispatch. */

import type { DispatchPayload } from "../incident/dispatch-payload.ts";
import { deliveryPattern, samplePattern } from "../incident/patterns.ts";
import { fitPayload } from "../incident/payload.ts";
import { readBytes } from "../lib/body.ts";
import { RequestError } from "../lib/errors.ts";
import type { Clock } from "../lib/http.ts";
import { matchesName } from "../lib/names.ts";
import { VERSION } from "../lib/version.ts";
import { verifySharedSecret, verifySignature } from "../pagerduty/signature.ts";
import { readWebhook, type Webhook } from "../pagerduty/webhook.ts";
import type { Dispatch } from "./dispatch.ts";
import type { Environment, FunctionSettings } from "./environment.ts";

/** PagerDuty drops what is larger. @see https://developer.pagerduty.com/docs/webhooks-behavior */
export const MAX_BODY_BYTES = 256 * 1_024;

/** PagerDuty waits 5 s for a 2xx; answering within 4 s leaves the rest to the network. */
const BUDGET_MS = 3_800;

const RETRY_SECONDS = { settings: 300, github: 60, body: 5 };
const LONGEST_RETRY_SECONDS = 3_600;

/**
 * The status of each outcome, in the order of the guards. A verified delivery never gets a 4xx: PagerDuty would drop
 * the event for good and, after three of them, disable the subscription.
 */
export const STATUSES = {
  method: 405,
  misconfigured: 503,
  unauthorized: 401,
  "too-large": 413,
  late: 503,
  pong: 200,
  ignored: 200,
  dispatched: 202,
  undelivered: 503,
  broken: 503,
  healthy: 200,
} as const;

/** What happened to one request. The log line has `code`, `cause` and the ids; `body` may name a setting's values. */
type Outcome = {
  code: keyof typeof STATUSES;
  cause?: string;
  level: "info" | "error";
  body: Record<string, unknown>;
  headers?: Record<string, string>;
  detail?: string;
  /** The delivery's id; null until the delivery is verified, since anybody can send one. */
  delivery?: string | null;
  event?: { id: string; type: string } | null;
  incident?: string;
};

export type ReceiverOptions = {
  environment: Environment;
  /** Null while the environment has problems. */
  dispatch: Dispatch | null;
  clock: Clock;
  log: (line: string) => void;
};

/** Makes the handler of the webhook endpoint; every request is answered within 4 s and leaves one JSON log line. */
export function createReceiver(options: ReceiverOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const startedAt = options.clock.now();
    const outcome = await decide(request, startedAt + BUDGET_MS, options);
    const status = STATUSES[outcome.code];
    options.log(
      JSON.stringify({
        level: outcome.level,
        method: request.method,
        status,
        outcome: outcome.cause === undefined ? outcome.code : `${outcome.code}: ${outcome.cause}`,
        delivery: outcome.delivery ?? null,
        event: outcome.event?.id ?? null,
        type: outcome.event?.type ?? null,
        incident: outcome.incident ?? null,
        ...(outcome.detail === undefined ? {} : { detail: outcome.detail }),
        ms: options.clock.now() - startedAt,
      }),
    );
    return new Response(request.method === "HEAD" ? null : JSON.stringify(outcome.body), {
      status,
      headers: { "content-type": "application/json", "cache-control": "no-store", ...outcome.headers },
    });
  };
}

async function decide(request: Request, deadline: number, options: ReceiverOptions): Promise<Outcome> {
  const { environment, dispatch } = options;
  if (request.method === "GET" || request.method === "HEAD") return health(environment);
  if (request.method !== "POST") return refused("method", { allow: "GET, HEAD, POST" });
  const { settings } = environment;
  if (settings === null || dispatch === null) return misconfigured(environment.problems);
  if (!mayBeAuthentic(settings, request.headers)) return refused("unauthorized");
  const body = await readBody(request, deadline, options.clock);
  if (body === "too-large") return refused("too-large");
  if (body === "late")
    return unavailable("late", RETRY_SECONDS.body, { reason: "the body did not arrive whole in time" });
  if (!isSigned(settings, body, request.headers)) return refused("unauthorized");
  const delivery = deliveryOf(request);
  const webhook = readWebhook(body, delivery);
  return { ...(await handle(webhook, settings, dispatch, deadline)), delivery };
}

async function handle(
  webhook: Webhook,
  settings: FunctionSettings,
  dispatch: Dispatch,
  deadline: number,
): Promise<Outcome> {
  const { kind, event } = webhook;
  if (kind === "ping") return { code: "pong", level: "info", body: { status: "pong" }, event };
  if (kind === "unreadable") return { ...ignored(webhook.code, webhook.reason, "error"), event };
  if (kind === "other") return { ...ignored("event-type", `${event.type} is not about an incident`), event };
  const outcome = await forward(settings, webhook, dispatch, deadline);
  return { ...outcome, event, incident: webhook.incident };
}

type IncidentWebhook = Extract<Webhook, { kind: "incident" }>;

async function forward(
  settings: FunctionSettings,
  webhook: IncidentWebhook,
  dispatch: Dispatch,
  deadline: number,
): Promise<Outcome> {
  const { event, incident } = webhook;
  const isSample = samplePattern.test(incident);
  if (!isSample && !settings.events.includes(event.type))
    return ignored("event-type", `${event.type} is not in INCIDENT_EVENTS`);
  const payload = webhook.payload();
  const refusal = isSample ? null : filter(settings, payload);
  if (refusal) return ignored(refusal.code, refusal.reason);
  try {
    await dispatch(fitPayload(payload), deadline);
    return dispatched(payload);
  } catch (error) {
    return error instanceof RequestError ? undelivered(error) : broken(error);
  }
}

/** What the headers tell alone: a sender who lacks them is not worth the time that its body takes. */
function mayBeAuthentic({ signingSecrets, sharedSecrets }: FunctionSettings, headers: Headers): boolean {
  const hasSignature = signingSecrets.length === 0 || Boolean(headers.get("x-pagerduty-signature"));
  const isShared =
    sharedSecrets.length === 0 || verifySharedSecret(sharedSecrets, headers.get("x-webhook-secret"));
  return hasSignature && isShared;
}

function isSigned({ signingSecrets }: FunctionSettings, body: Uint8Array, headers: Headers): boolean {
  const isNeeded = signingSecrets.length > 0;
  return !isNeeded || verifySignature(signingSecrets, body, headers.get("x-pagerduty-signature"));
}

function filter(
  { filters }: FunctionSettings,
  { incident }: DispatchPayload,
): { code: string; reason: string } | null {
  if (incident.merged_into !== null) return { code: "merged", reason: `merged into ${incident.merged_into}` };
  const { priority, urgency, service } = incident;
  if (!passes(filters.priorities, [priority]))
    return { code: "priority", reason: `priority ${priority ?? "(none)"} is not in INCIDENT_PRIORITIES` };
  if (!passes(filters.urgencies, [urgency]))
    return { code: "urgency", reason: `urgency ${urgency ?? "(none)"} is not in INCIDENT_URGENCIES` };
  if (!passes(filters.services, [service?.id ?? null, service?.name ?? null]))
    return { code: "service", reason: `service ${service?.name ?? "(none)"} is not in INCIDENT_SERVICES` };
  return null;
}

function passes(allowed: string[], values: (string | null)[]): boolean {
  if (allowed.length === 0) return true;
  return values.some(
    (value) => value !== null && allowed.some((pattern) => matchesName(pattern, value.trim())),
  );
}

/** The bytes as they were sent. */
async function readBody(
  request: Request,
  deadline: number,
  clock: Clock,
): Promise<Uint8Array | "too-large" | "late"> {
  if (Number(request.headers.get("content-length")) > MAX_BODY_BYTES) return "too-large";
  try {
    return await readBytes(request.body, MAX_BODY_BYTES, deadline - clock.now());
  } catch {
    return "late";
  }
}

function deliveryOf(request: Request): string | null {
  const delivery = request.headers.get("x-webhook-id") ?? "";
  return deliveryPattern.test(delivery) ? delivery : null;
}

function misconfigured(problems: string[]): Outcome {
  return unavailable("misconfigured", RETRY_SECONDS.settings, { problems }, problems.join("; "));
}

function refused(code: Outcome["code"], headers: Record<string, string> = {}): Outcome {
  return { code, level: "error", body: { status: code }, headers };
}

function ignored(cause: string, reason: string, level: Outcome["level"] = "info"): Outcome {
  return { code: "ignored", cause, level, body: { status: "ignored", reason } };
}

function dispatched(payload: DispatchPayload): Outcome {
  const { event, incident } = payload;
  const body = { status: "dispatched", event: event.id, incident: incident.id };
  return { code: "dispatched", level: "info", body };
}

function undelivered(error: RequestError): Outcome {
  const asked = Math.ceil((error.retryAfterMs ?? 0) / 1_000);
  const seconds = Math.min(Math.max(asked, RETRY_SECONDS.github), LONGEST_RETRY_SECONDS);
  return unavailable("undelivered", seconds, { reason: error.message }, error.message);
}

/** A bug of ours: still a 503, so that the event is not lost, and no more of the error than its name. */
function broken(error: unknown): Outcome {
  const name = error instanceof Error ? error.name : typeof error;
  return unavailable("broken", RETRY_SECONDS.github, { reason: "an error of ours" }, name);
}

function unavailable(
  code: Outcome["code"],
  seconds: number,
  facts: Record<string, unknown>,
  detail?: string,
): Outcome {
  return {
    ...refused(code, { "retry-after": String(seconds) }),
    body: { status: "unavailable", ...facts },
    ...(detail === undefined ? {} : { detail }),
  };
}

/** What is configured: names of settings, never values, but for the events and filters that are on. */
function health(environment: Environment): Outcome {
  const { settings, problems, present } = environment;
  const isReady = settings !== null;
  return {
    code: isReady ? "healthy" : "misconfigured",
    level: isReady ? "info" : "error",
    ...(isReady ? {} : { headers: { "retry-after": String(RETRY_SECONDS.settings) } }),
    body: {
      status: isReady ? "ok" : "misconfigured",
      version: VERSION,
      settings: present,
      events: settings?.events ?? [],
      filters: settings?.filters ?? {},
      problems,
    },
  };
}
