/** One question to a service, with what came back as a value: a refusal is what a check is there to find. */

import type { z } from "zod";
import { RequestError } from "../src/lib/errors.ts";
import { type Clock, type Fetch, request } from "../src/lib/http.ts";
import { toSingleLine } from "../src/lib/text.ts";

export type Connection = { fetch: Fetch; clock: Clock };

export type Probe<Schema extends z.ZodType> = {
  /** What is attempted, as the beginning of a sentence. */
  attempt: string;
  method?: "GET" | "POST" | "DELETE";
  url: string;
  headers: Record<string, string>;
  body?: unknown;
  schema: Schema;
  expect?: number;
  readDetail: (body: unknown) => string | null;
  /** Keys and tokens that must not be shown. */
  secrets: string[];
};

/** `why` is a clause such as "it answered 401, Bad credentials"; `status` null: no answer. */
export type Refusal = { isRefused: true; status: number | null; why: string; effect: "none" | "unknown" };
export type Answer<Value> = { isRefused: false; value: Value } | Refusal;

/** Milliseconds that one question may take. */
export const TIMEOUT_MS = 10_000;

const LONGEST_DETAIL = 300;

/** Asks once. */
export async function probe<Schema extends z.ZodType>(
  { fetch, clock }: Connection,
  question: Probe<Schema>,
): Promise<Answer<z.infer<Schema>>> {
  try {
    const value = await request({
      method: "GET",
      ...question,
      fetch,
      clock,
      timeoutMs: TIMEOUT_MS,
    });
    return { isRefused: false, value };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const { status, effect } = error;
    const detail = toSingleLine(error.detail, LONGEST_DETAIL).replace(/\.$/, "");
    const why = status === null ? detail : `it answered ${status}${detail && `, ${detail}`}`;
    return { isRefused: true, status, why, effect };
  }
}
