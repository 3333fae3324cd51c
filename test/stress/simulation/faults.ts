/** A network on which every call may fail before, during or after it takes effect, and on which a run may be killed. */

import type { Fetch } from "../../../src/lib/http.ts";
import type { Random } from "./random.ts";
import type { Actor, Schedule } from "./schedule.ts";

export type Weather = {
  /** How likely a call is to fail, and a run to be killed at a call. */
  failing: number;
  killing: number;
  /** Times in which a service, named by its host, is down for nearly every call. */
  outages: { host: string; from: number; until: number }[];
};

export type Call = { method: string; url: URL; fault: string | null; instant: number; actor: string };

type Failure = { answer: () => Response | Promise<never>; says: string; ms?: number };

const PAGE = "<html><head><title>Bad gateway</title></head><body><h1>502</h1></body></html>\n";
const DOWN = 0.9;
const TIMEOUT_MS = 30_000;

/** What a service refuses, so that the request has no effect. */
const REFUSALS: [status: number, headers: Record<string, string>][] = [
  [403, {}],
  [404, {}],
  [409, {}],
  [429, {}],
  [429, { "retry-after": "7" }],
  [429, { "ratelimit-reset": "11" }],
  [403, { "retry-after": "20" }],
];
/** PagerDuty took too long, and asks to be asked again. */
const TOO_LONG: typeof REFUSALS = [[408, {}]];
/** What leaves open whether it had one. */
const UNCLEAR: [status: number, headers: Record<string, string>][] = [
  [500, {}],
  [502, {}],
  [503, { "retry-after": "3" }],
  [504, {}],
];

export function createNetwork(options: {
  schedule: Schedule;
  random: Random;
  weather: () => Weather;
  /** The services by host, each as if without a network. */
  hosts: Record<string, Fetch>;
  onCall: (call: Call) => void;
}): (actor: Actor) => Fetch {
  const { schedule, random, hosts, onCall } = options;

  function drawFault(host: string): "none" | "before" | "after" | "late" | "kill-before" | "kill-after" {
    const { failing, killing, outages } = options.weather();
    const now = schedule.now();
    const isDown = outages.some((one) => one.host === host && one.from <= now && now < one.until);
    if (random.chance(killing)) return random.chance(0.5) ? "kill-before" : "kill-after";
    if (!random.chance(isDown ? DOWN : failing)) return "none";
    const drawn = random.next();
    return drawn < 0.5 ? "before" : drawn < 0.9 ? "after" : "late";
  }

  function drawFailure(hasEffect: boolean, refusals: typeof REFUSALS): Failure {
    const kind = random.pick(["status", "status", "status", "timeout", "reset", "html", "truncated"]);
    if (kind === "timeout") {
      const error = new DOMException("The operation was aborted due to timeout", "TimeoutError");
      return { says: "timeout", ms: TIMEOUT_MS, answer: () => Promise.reject(error) };
    }
    if (kind === "reset") {
      const error = new TypeError("fetch failed", {
        cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
      });
      return { says: "reset", answer: () => Promise.reject(error) };
    }
    if (kind === "html") {
      const status = random.pick([200, 502]);
      const headers = { "content-type": "text/html" };
      return { says: `html ${status}`, answer: () => new Response(PAGE, { status, headers }) };
    }
    if (kind === "truncated") return { says: "truncated", answer: () => cut("") };
    const [status, headers] = random.pick(hasEffect ? UNCLEAR : [...refusals, ...UNCLEAR]);
    const said = [status, ...Object.entries(headers).flat()].join(" ");
    return { says: said, answer: () => new Response('{"detail":"no"}', { status, headers }) };
  }

  return (actor) => async (address, init) => {
    const url = new URL(address);
    const serve = hosts[url.host];
    if (!serve) throw new Error(`The simulation has no host ${url.host}`);
    const method = init.method ?? "GET";
    const drawn = drawFault(url.host);
    const fault = drawn === "late" && !mayBeLate(method, url) ? "after" : drawn;
    // To start a session takes longer than to look for one, and that is when others look.
    const there = isCreate(method, url) ? random.int(500, 8_000) : random.int(5, 900);
    const back = random.int(5, 300);
    const failure = fault === "none" ? null : drawFailure(fault === "after", refusalsOf(method, url));
    const note = failure === null ? null : fault.startsWith("kill") ? fault : `${fault}: ${failure.says}`;
    const tell = () => onCall({ method, url, fault: note, instant: schedule.now(), actor: actor.name });
    // The caller's own signal counts real time, of which none passes here.
    const { signal: _, ...request } = init;
    const takeEffect = () => {
      tell();
      return serve(address, request);
    };
    if (failure === null) {
      const answer = await actor.after(there, takeEffect);
      return await actor.after(back, () => answer);
    }
    if (fault === "kill-before" || fault === "before" || fault === "late") {
      await actor.after(there, () => {
        tell();
        if (fault === "kill-before") actor.kill();
      });
      if (fault === "late")
        schedule.at(schedule.now() + TIMEOUT_MS + random.int(0, 20_000), () => void serve(address, request));
      return await actor.after(failure.ms ?? back, failure.answer);
    }
    const answered = await actor.after(there, async () => {
      const answer = await takeEffect();
      if (fault === "kill-after") actor.kill();
      return answer;
    });
    const text = await answered.text();
    const failed = failure.says === "truncated" ? () => cut(text) : failure.answer;
    return await actor.after(failure.ms ?? back, failed);
  };
}

function refusalsOf(method: string, { host }: URL): typeof REFUSALS {
  return method === "GET" && host.includes("pagerduty") ? [...REFUSALS, ...TOO_LONG] : REFUSALS;
}

/** Whether a call starts a session. */
export function isCreate(method: string, url: URL): boolean {
  return method === "POST" && url.pathname.endsWith("/sessions");
}

/**
 * A create may still arrive after its caller has given up. A message or a note may not, here: whether it was taken is
 * asked for once, and without an idempotency key nobody could tell that the first one is still on its way.
 */
function mayBeLate(method: string, url: URL): boolean {
  return method !== "GET" && !/\/(messages|notes)$/.test(url.pathname);
}

/** Half of what was to come; of nothing, something that is no JSON. */
function cut(text: string): Response {
  return new Response(text.length > 1 ? text.slice(0, Math.ceil(text.length / 2)) : "{", { status: 200 });
}
