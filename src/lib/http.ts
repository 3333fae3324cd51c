/** One HTTP request: a deadline, retries where the call allows them, a typed failure, no secrets in errors. */

import type { z } from "zod";
import { readBytes } from "./body.ts";
import { RequestError } from "./errors.ts";
import { fieldsOf, parseJson } from "./json.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Time as an argument: `now` in milliseconds since the epoch, `sleep` in milliseconds. */
export type Clock = { now(): number; sleep(ms: number): Promise<void> };

/** What reading an answer came to, in the form of zod's safeParse. */
export type Read<Value> = { success: true; data: Value } | { success: false };

/** What a service answered. `body` is undefined where it is empty or no JSON. */
export type HttpAnswer = { status: number; headers: Headers; body: unknown; isJson: boolean };

/** A request whose answer a zod schema reads. */
export type RequestOptions<Schema extends z.ZodType> = Omit<SendOptions<z.infer<Schema>>, "read"> & {
  /** What an answer must look like. An empty answer is `undefined`. */
  schema: Schema;
};

/** A request whose answer plain code reads, for the function: loading zod takes longer than starting Node. */
export type SendOptions<Value> = CallOptions<Value> & {
  fetch: Fetch;
  method: "GET" | "POST" | "PUT" | "DELETE";
  headers: Record<string, string>;
  body?: unknown;
  /** A form to send in place of a JSON body. */
  form?: FormData;
  /** The bound on the answer; what is larger is not read on. 16 MiB unless given. */
  maxAnswerBytes?: number;
};

/** What holds for every call to a service, whoever sends it. */
export type CallOptions<Value> = {
  clock: Clock;
  /** What is attempted, as the beginning of a sentence: "Starting a Devin session". */
  attempt: string;
  url: string;
  /** Reads the answer. An empty one is `undefined`. */
  read: (body: unknown) => Read<Value>;
  /** The one status that means success; any 2xx unless named. */
  expect?: number;
  /** Milliseconds for one try, its answer's body included. */
  timeoutMs: number;
  /** Tries in all; 1 unless the call says why repeating it does no harm. */
  tries?: number;
  /** The service's own words in the body of a refusal; nothing else of the body is shown. */
  readDetail?: (body: unknown) => string | null;
  /** What to do about a refusal; the last sentence of the message. */
  remedy?: (status: number | null, detail: string) => string;
  /** Keys and tokens that must not appear in an error. */
  secrets?: string[];
  /** Strangers' words in the request, which a service may quote; they must not appear in an error either. */
  hidden?: string[] | (() => string[]);
};

const utf8 = new TextDecoder();

const MAX_DETAIL = 300;
/** The bound on an answer, unless the call has another. */
export const MAX_ANSWER_BYTES = 16 * 1_024 * 1_024;
// A very short string is no secret, and hiding it would hide words.
const SHORTEST_SECRET = 8;
const SHORTEST_HIDDEN = 4;
const MAX_WAIT_MS = 60_000;

/** Sends one request and returns its parsed answer; throws RequestError for anything but a 2xx of the right form. */
export function request<Schema extends z.ZodType>({
  schema,
  ...options
}: RequestOptions<Schema>): Promise<z.infer<Schema>> {
  return send<z.infer<Schema>>({ ...options, read: (body) => schema.safeParse(body) });
}

/** The same where plain code reads the answer. */
export function send<Value>(options: SendOptions<Value>): Promise<Value> {
  return call(options, (signal) => exchange(options, signal));
}

/** The same where another library sends the request: `exchange` must end when its signal does. */
export async function call<Value>(
  options: CallOptions<Value>,
  exchange: (signal: AbortSignal) => Promise<HttpAnswer>,
): Promise<Value> {
  const tries = options.tries ?? 1;
  for (let tried = 1; ; tried++) {
    try {
      return await once(options, exchange);
    } catch (error) {
      if (!(error instanceof RequestError) || tried >= tries || !isRetryable(error)) throw error;
      await options.clock.sleep(waitMs(error, tried));
    }
  }
}

/** Whether the same request may succeed later: no answer, a limit, or the service's own failure. */
export function isRetryable(error: RequestError): boolean {
  return error.effect === "unknown" || error.status === 429 || error.retryAfterMs !== null;
}

/** How long to wait before try number `tried` + 1: what the service asked for, else one, two, four … seconds, jittered. */
export function waitMs(error: RequestError, tried: number): number {
  return Math.min(error.retryAfterMs ?? 1_000 * 2 ** (tried - 1) * (0.5 + Math.random() / 2), MAX_WAIT_MS);
}

async function once<Value>(
  options: CallOptions<Value>,
  exchange: (signal: AbortSignal) => Promise<HttpAnswer>,
): Promise<Value> {
  const { status, headers, body, isJson } = await inTime(options, exchange);
  if (status >= 200 && status <= 299) {
    if (options.expect !== undefined && status !== options.expect)
      throw failure(options, status, `not the documented ${options.expect}`, "unknown", null);
    const parsed = options.read(body);
    if (isJson && parsed.success) return parsed.data;
    // A success that cannot be read, cut short or a proxy's page, leaves open what happened. GraphQL refuses so, too, and
    // names the errors; the words of any other answer may be those of an incident.
    const refusal = Array.isArray(fieldsOf(body)?.["errors"]) ? options.readDetail?.(body) : null;
    throw failure(options, status, refusal ?? "an answer that could not be read", "unknown", null);
  }
  // Whatever else is in a body may be a copy of the request.
  const detail = options.readDetail?.(body) ?? "";
  const effect = status >= 500 ? "unknown" : "none";
  throw failure(options, status, detail, effect, retryAfterMs(status, headers, options.clock));
}

async function inTime(
  options: CallOptions<unknown>,
  exchange: (signal: AbortSignal) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  // AbortSignal.timeout would hold each request for its whole time, however soon it was answered.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException("late", "TimeoutError")), options.timeoutMs);
  try {
    return await exchange(late.signal);
  } catch (error) {
    throw failure(options, null, reasonOf(error, options.timeoutMs), "unknown", null, error);
  } finally {
    clearTimeout(timer);
  }
}

async function exchange(options: SendOptions<unknown>, signal: AbortSignal): Promise<HttpAnswer> {
  const response = await options.fetch(options.url, {
    method: options.method,
    headers: {
      accept: "application/json",
      ...(options.body === undefined ? {} : { "content-type": "application/json" }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.form === undefined ? {} : { body: options.form }),
    // A redirect would turn a POST into a GET and could carry the key to another host.
    redirect: "manual",
    signal,
  });
  const bytes = await readBytes(response.body, options.maxAnswerBytes ?? MAX_ANSWER_BYTES);
  if (typeof bytes === "string")
    return { status: response.status, headers: response.headers, body: undefined, isJson: false };
  const { status, headers } = response;
  if (bytes.length === 0) return { status, headers, body: undefined, isJson: true };
  const body = parseJson(utf8.decode(bytes));
  return { status, headers, body, isJson: body !== undefined };
}

function failure(
  options: CallOptions<unknown>,
  status: number | null,
  said: string,
  effect: "none" | "unknown",
  retryAfter: number | null,
  cause?: unknown,
): RequestError {
  const detail = redact(options, said).slice(0, MAX_DETAIL);
  const { origin, pathname } = new URL(options.url);
  const happened = status === null ? detail : `it answered ${status}${detail && `, ${detail}`}`;
  const remedy = options.remedy?.(status, detail) ?? "";
  const message = `${options.attempt} failed at ${origin}${pathname}: ${happened.replace(/\.$/, "")}. ${remedy}`;
  return new RequestError(message.trim(), { status, detail, effect, retryAfterMs: retryAfter, cause });
}

function redact({ secrets = [], hidden = [] }: CallOptions<unknown>, said: string): string {
  const quotable = typeof hidden === "function" ? hidden() : hidden;
  const concealed = [
    ...secrets.filter(({ length }) => length >= SHORTEST_SECRET),
    // A quotation may be JSON.
    ...quotable.flatMap((text) => [oneLine(text), oneLine(JSON.stringify(text).slice(1, -1))]),
  ].filter(({ length }) => length >= SHORTEST_HIDDEN);
  // The longest first: hiding a part of a text would leave the rest of it in sight.
  return concealed
    .sort((a, b) => b.length - a.length)
    .reduce((text, one) => text.replaceAll(one, "***"), oneLine(said));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === "TimeoutError") return `no answer within ${timeoutMs} ms`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return `no answer (${code || "the connection broke"})`;
}

/**
 * PagerDuty limits by `ratelimit-reset`, in seconds from now; GitHub by `x-ratelimit-reset`, in seconds since the epoch.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * @see https://support.pagerduty.com/docs/rest-api-rate-limits
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function retryAfterMs(status: number, headers: Headers, clock: Clock): number | null {
  const value = headers.get("retry-after") ?? (status === 429 ? headers.get("ratelimit-reset") : null);
  if (value === null) {
    const reset = Number(headers.get("x-ratelimit-reset"));
    const isLimited = headers.get("x-ratelimit-remaining") === "0" && reset > 0;
    return isLimited ? Math.max(0, reset * 1_000 - clock.now()) : null;
  }
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - clock.now());
}

/** What a service said against a call that may fail; null when it did not. */
export async function errorMessageOf(call: () => Promise<void>): Promise<string | null> {
  try {
    await call();
    return null;
  } catch (error) {
    if (error instanceof RequestError) return error.message;
    throw error;
  }
}
