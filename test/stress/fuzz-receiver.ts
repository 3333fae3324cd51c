/** The receiver under fuzz, in this process: one input played, and what must hold of every one of them. */

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { z } from "zod";
import { createDispatch } from "../../src/function/dispatch.ts";
import { readEnvironment } from "../../src/function/environment.ts";
import { createReceiver, MAX_BODY_BYTES, STATUSES } from "../../src/function/handler.ts";
import { dispatchPayloadSchema } from "../../src/incident/dispatch-payload.ts";
import { INCIDENT_EVENTS, incidentIdPattern } from "../../src/incident/patterns.ts";
import { MAX_PAYLOAD_BYTES } from "../../src/incident/payload.ts";
import type { Fetch } from "../../src/lib/http.ts";
import { headersOf, PLANTED, type Sending, SHARED_SECRET, SIGNING_SECRET, sending } from "./fuzz-inputs.ts";

const TOKEN = "github_pat_of_the_fuzz_run";
const BUDGET_MS = 4_000;
const LONGEST_RETRY_SECONDS = 3_600;

const whole = {
  GITHUB_REPOSITORY: "acme/docs",
  GITHUB_TOKEN: TOKEN,
  INCIDENT_EVENTS: INCIDENT_EVENTS.join(","),
};
const variables = {
  signed: { ...whole, PAGERDUTY_WEBHOOK_SECRET: `an-older-secret,${SIGNING_SECRET}` },
  shared: { ...whole, WEBHOOK_SECRET: SHARED_SECRET },
  both: { ...whole, PAGERDUTY_WEBHOOK_SECRET: SIGNING_SECRET, WEBHOOK_SECRET: SHARED_SECRET },
  filtered: {
    ...whole,
    PAGERDUTY_WEBHOOK_SECRET: SIGNING_SECRET,
    INCIDENT_EVENTS: "incident.resolved",
    INCIDENT_PRIORITIES: "P1",
    INCIDENT_SERVICES: "*orders*",
  },
  "without a secret": whole,
  "without GitHub": { PAGERDUTY_WEBHOOK_SECRET: SIGNING_SECRET },
};
const environments = Object.entries(variables).map(([name, raw]) => ({
  name,
  isSigned: "PAGERDUTY_WEBHOOK_SECRET" in raw,
  isShared: "WEBHOOK_SECRET" in raw,
  environment: readEnvironment(raw),
}));

/** How GitHub answers one try; `take` alone is the 204 that lets PagerDuty be told 202. */
const answers = {
  take: () => new Response(null, { status: 204 }),
  limit: () =>
    Response.json(
      { message: "You have exceeded a secondary rate limit." },
      { status: 403, headers: { "retry-after": "99999999" } },
    ),
  forbid: () => Response.json({ message: "Resource not accessible" }, { status: 403 }),
  expired: () => Response.json({ message: `Bad credentials: ${TOKEN}` }, { status: 401 }),
  echo: (title: string) => Response.json({ message: `Invalid title: ${title}` }, { status: 422 }),
  busy: () =>
    new Response("slow down", { status: 429, headers: { "retry-after": "Wed, 21 Oct 2099 07:28:00 GMT" } }),
  broken: (title: string) =>
    Response.json({ message: title }, { status: 500, headers: { "retry-after": "soon" } }),
  page: () => new Response("<html>502</html>", { status: 502, headers: { "content-type": "text/html" } }),
  moved: () => new Response(null, { status: 307, headers: { location: "https://example.com/" } }),
  odd: () => Response.json({ [PLANTED]: PLANTED }, { status: 200 }),
  cut: () =>
    new Response(new ReadableStream({ start: (controller) => controller.error(new Error(PLANTED)) }), {
      status: 500,
    }),
  reset: () => Promise.reject(new TypeError("fetch failed", { cause: new Error(`ECONNRESET ${TOKEN}`) })),
  timeout: () => Promise.reject(new DOMException(PLANTED, "TimeoutError")),
} satisfies Record<string, (title: string) => Response | Promise<Response>>;
const answerNames = fc.constantFrom(...(Object.keys(answers) as Array<keyof typeof answers>));

export type Input = {
  sending: Sending;
  environment: (typeof environments)[number];
  /** The announced length, true or not; null for none. */
  length: string | null;
  /** Where the body is cut into pieces, as parts of it. */
  cuts: number[];
  /** Whether the body ends, breaks off, or is never closed while the time runs out. */
  ending: "whole" | "broken" | "stalled";
  github: [first: keyof typeof answers, second: keyof typeof answers];
};

const input: fc.Arbitrary<Input> = fc.record({
  sending,
  environment: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...environments.slice(0, 1)) },
    { weight: 3, arbitrary: fc.constantFrom(...environments) },
  ),
  length: fc.oneof(
    { weight: 20, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "",
        "0",
        "1",
        "-1",
        "abc",
        String(MAX_BODY_BYTES),
        "262145",
        "1e9",
        "Infinity",
        "NaN",
      ),
    },
  ),
  cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
  ending: fc.oneof(
    { weight: 200, arbitrary: fc.constant("whole" as const) },
    { weight: 2, arbitrary: fc.constant("broken" as const) },
    { weight: 1, arbitrary: fc.constant("stalled" as const) },
  ),
  github: fc.oneof(
    { weight: 2, arbitrary: fc.constant(["take", "take"] as ["take", "take"]) },
    { weight: 1, arbitrary: fc.tuple(answerNames, answerNames) },
  ),
});

/** Each input is played against the real settings, dispatch and, unless another is made by `create`, receiver. */
export function receiverProperty(onPlayed: (input: Input, status: number) => void, create = createReceiver) {
  return fc.asyncProperty(input, async (played) => {
    onPlayed(played, await play(played, create));
  });
}

/** Throws when a promise is not kept. */
export function must(isKept: boolean, promise: string): asserts isKept {
  if (!isKept) throw new Error(`Not kept: ${promise}`);
}

/** Plays one input and gives the status of the answer; throws when a promise is not kept. */
async function play(input: Input, create: typeof createReceiver): Promise<number> {
  const { sending, environment, ending } = input;
  const lines: string[] = [];
  const dispatches: string[] = [];
  let isTaken = false;
  const fetch: Fetch = async (url, init) => {
    must(
      url === "https://api.github.com/repos/acme/docs/dispatches",
      `GitHub is asked for nothing else: ${url}`,
    );
    const body = String(init.body);
    dispatches.push(body);
    const how = input.github[dispatches.length - 1];
    must(how !== undefined, "GitHub is tried at most twice");
    const answer = await answers[how](String(JSON.parse(body).client_payload.incident.title));
    isTaken = answer.status === 204;
    return answer;
  };
  let looks = 0;
  // A body that stalls does so when nearly all of the time is gone, so that it costs no more than a moment.
  const elapsed = () => (ending === "stalled" && looks++ > 0 ? 3_795 : 0);
  const clock = { now: () => Date.now() + elapsed(), sleep: () => Promise.resolve() };
  const { settings } = environment.environment;
  const receive = create({
    environment: environment.environment,
    dispatch: settings && createDispatch({ fetch, clock, github: settings.github }),
    clock,
    log: (line) => lines.push(line),
  });
  const response = await inTime(receive(requestOf(input)));
  const text = await response.text();
  checkLog(lines, response.status, sending);
  checkAnswer(response, text, sending.method);
  for (const dispatch of dispatches) checkDispatch(dispatch, settings?.events ?? []);
  const expected = expectedOf(input, isTaken, dispatches.length);
  must(
    expected.includes(response.status),
    `status ${expected.join(" or ")}, found ${response.status} ${text}`,
  );
  return response.status;
}

async function inTime<Value>(promised: Promise<Value>): Promise<Value> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("Not kept: an answer within four seconds")), BUDGET_MS);
  return await Promise.race([promised, late]).finally(() => clearTimeout(timer));
}

function requestOf({ sending, cuts, ending, length }: Input): Request {
  const headers = new Headers(headersOf(sending));
  if (length !== null) headers.set("content-length", length);
  const { method, body } = sending;
  const url = "https://bridge.example.com/api/pagerduty";
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  const edges = [0, ...cuts.map((cut) => Math.floor(cut * body.length)).sort((a, b) => a - b), body.length];
  const pieces = edges.slice(1).map((to, index) => body.slice(edges[index], to));
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece !== undefined) controller.enqueue(piece);
      else if (ending === "whole") controller.close();
      else if (ending === "broken") controller.error(new Error("The sender went away."));
      else return new Promise(() => undefined);
      return undefined;
    },
  });
  return new Request(url, { method, headers, body: stream, duplex: "half" });
}

/** The table of statuses in docs/operations.md for this input; a list where what the body says decides. */
function expectedOf(input: Input, isTaken: boolean, tries: number): number[] {
  const { sending, environment, ending, length } = input;
  const { isSigned, isShared } = environment;
  const isReady = environment.environment.settings !== null;
  must(tries === 0 || (isReady && sending.method === "POST"), "no dispatch but for a POST with settings");
  if (sending.method === "GET" || sending.method === "HEAD") return [isReady ? 200 : 503];
  if (sending.method !== "POST") return [405];
  if (!isReady) return [503];
  const isTooLarge = Number(length) > MAX_BODY_BYTES || sending.body.length > MAX_BODY_BYTES;
  const isAuthentic = (!isSigned || sending.signature.isValid) && (!isShared || sending.shared.isValid);
  must(tries === 0 || (!isTooLarge && ending === "whole" && isAuthentic), "no dispatch without proof");
  const isHeaderWrong = (isSigned && !sending.signature.value) || (isShared && !sending.shared.isValid);
  if (isHeaderWrong) return [401];
  if (isTooLarge) return [413];
  if (ending !== "whole") return [503];
  if (!isAuthentic) return [401];
  if (isTaken) return [202];
  return tries > 0 ? [503] : [200];
}

const lineSchema = z.strictObject({
  level: z.enum(["info", "error"]),
  method: z.string(),
  status: z.int(),
  outcome: z.string(),
  delivery: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable(),
  event: z
    .string()
    .regex(/^[\w.-]{1,128}$/)
    .nullable(),
  type: z
    .string()
    .regex(/^[\w.]{1,100}$/)
    .nullable(),
  incident: z.string().regex(incidentIdPattern).nullable(),
  detail: z.string().max(1_000).optional(),
  ms: z.number().min(0),
});

function checkLog(lines: string[], status: number, { signature }: Sending): void {
  must(lines.length === 1, `one log line a request, found ${lines.length}`);
  checkLine(lines[0] ?? "", signature.value);
  const line = lineSchema.parse(JSON.parse(lines[0] ?? ""));
  must(line.status === status, `the logged status is the answer's, ${status}`);
  const code = line.outcome.replace(/:.*/s, "") as keyof typeof STATUSES;
  must(STATUSES[code] === status, `the table gives ${line.outcome} the status ${status}`);
  must(line.outcome !== "broken", `no error of ours: ${line.detail}`);
}

/** What must hold of a log line, wherever it was printed: it is JSON and gives nothing away. */
export function checkLine(line: string, signature: string | null = null): void {
  must(lineSchema.safeParse(JSON.parse(line)).success, `a log line of the known form: ${line}`);
  for (const secret of [PLANTED, SIGNING_SECRET, SHARED_SECRET, TOKEN])
    must(!line.includes(secret), `nothing given away in the log: ${line}`);
  const hex = /[0-9a-f]{64}/i.exec(signature ?? "")?.[0];
  // An event without an id goes by the digest of its body, which is another value.
  must(hex === undefined || !line.includes(hex), `no signature in the log: ${line}`);
}

function checkAnswer(response: Response, text: string, method: string): void {
  const { status, headers } = response;
  must(headers.get("cache-control") === "no-store", "an answer that is not stored");
  for (const secret of [SIGNING_SECRET, SHARED_SECRET, TOKEN])
    must(!text.includes(secret), `no secret in the answer: ${text}`);
  const retry = headers.get("retry-after");
  must(
    (retry !== null) === (status === 503),
    `Retry-After with 503 and with nothing else: ${status}, ${retry}`,
  );
  const isBounded =
    /^\d+$/.test(retry ?? "1") && Number(retry ?? 1) >= 1 && Number(retry) <= LONGEST_RETRY_SECONDS;
  must(isBounded, `a Retry-After of a second to an hour: ${retry}`);
  must((status === 405) === headers.has("allow"), "Allow with 405 and with nothing else");
  if (method === "HEAD") must(text === "", "no body in the answer to HEAD");
  else must(typeof JSON.parse(text).status === "string", `an answer in JSON with a status: ${text}`);
  if (status === 401) must(text === '{"status":"unauthorized"}', `a 401 that says no more: ${text}`);
}

/** What must hold of the bytes of any dispatch. */
export function checkDispatch(bytes: string, events: readonly string[]): void {
  const { event_type: type, client_payload: payload } = JSON.parse(bytes);
  const parsed = dispatchPayloadSchema.safeParse(payload);
  must(parsed.success, `a payload that the action reads: ${parsed.error?.message}`);
  must(isDeepStrictEqual(parsed.data, payload), "a payload that the action reads as it was sent");
  must(type === payload.event.type && events.includes(type), `an event that is forwarded: ${type}`);
  must(Buffer.byteLength(JSON.stringify(payload)) <= MAX_PAYLOAD_BYTES, "a payload of 16,384 bytes at most");
  JSON.stringify(payload, (_, value) => {
    if (typeof value === "string")
      must(
        value.isWellFormed() && !/\p{Cc}/u.test(value),
        `no control character or half a pair: ${JSON.stringify(value)}`,
      );
    return value;
  });
}
