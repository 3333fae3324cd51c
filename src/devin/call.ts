/** One call to Devin's API: the key, the deadline, and what a refusal means. */

import type { z } from "zod";
import { RequestError } from "../lib/errors.ts";
import { type Clock, type Fetch, request } from "../lib/http.ts";
import { readDetail, remedyOf } from "./refusal.ts";

export type CallSettings = {
  fetch: Fetch;
  clock: Clock;
  apiUrl: string;
  apiKey: string;
  /** Strangers' words in requests, which no error may quote. */
  hidden: string[];
};

/** Sends one request and gives its answer; throws RequestError for a refusal. */
export type Call = <Schema extends z.ZodType>(request: {
  attempt: string;
  /** What the key needs for it. */
  permission: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body?: unknown;
  form?: FormData;
  schema: Schema;
  /** 1 unless given: only what does no harm twice may be repeated. */
  tries?: number;
  /** What to do about a failure of Devin's own; to run again later, unless given. */
  advice?: string;
}) => Promise<z.infer<Schema>>;

/** The tries of a call that may be repeated. */
export const READ_TRIES = 3;
/** What to do where nothing else helps. */
const LATER = "Run this again later.";

const TIMEOUT_MS = 30_000;

/** Makes the function by which all calls go to Devin. */
export function createCall({ fetch, clock, apiUrl, apiKey, hidden }: CallSettings): Call {
  return ({ path, permission, advice = LATER, ...rest }) =>
    request({
      fetch,
      clock,
      ...rest,
      url: `${apiUrl}${path}`,
      headers: { authorization: `Bearer ${apiKey}` },
      timeoutMs: TIMEOUT_MS,
      readDetail,
      remedy: (status, detail) => remedyOf(status, detail, { permission, advice }),
      secrets: [apiKey],
      hidden,
    });
}

/** The failure of a call that Devin took, and whose answer cannot be used. */
export function unusable(attempt: string, detail: string, advice = LATER): RequestError {
  return new RequestError(`${attempt} failed: ${detail}. ${advice}`, { detail });
}
