/** The inputs of the action. */

import { z } from "zod";
import { type IncidentReference, parseIncidentReference } from "../incident/reference.ts";
import { SettingsError } from "../lib/errors.ts";
import { nearestOf } from "../lib/nearest.ts";
import { parseDuration } from "../lib/time.ts";
import { DEFAULT_CONFIG } from "./configuration-file.ts";
import { apiAddress, optional, problemsOf, secret } from "./parse.ts";

function oneOf<const Names extends readonly [string, ...string[]]>(names: Names, fallback: Names[number]) {
  return optional.pipe(
    z.enum(names, { error: ({ input }) => notOneOf(String(input), names) }).default(fallback),
  );
}

function notOneOf(written: string, names: readonly string[]): string {
  const meant = nearestOf(written, names);
  const hint = meant === null ? "" : `did you mean ${meant}? `;
  return `is ${JSON.stringify(written.slice(0, 100))}; ${hint}It takes ${names.join(", ")}`.replace(
    "; It",
    "; it",
  );
}

// It goes into a header, alone and as it is.
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z\d.-]+$/;

const schema = z.object({
  job: oneOf(["auto", "draft", "reconcile", "check", "follow-ups"], "auto"),
  "devin-api-key": secret("Devin").refine((key) => !key?.startsWith("apk_"), {
    error: "is a key of Devin's older API (apk_…); create a service user's key (cog_…)",
  }),
  "devin-org-id": optional.refine((id) => id === undefined || /^org-[\w-]+$/.test(id), {
    error: "is not an organization's id (org-…)",
  }),
  "devin-api-url": apiAddress("Devin"),
  "pagerduty-token": secret("PagerDuty"),
  "pagerduty-auth": oneOf(["token", "bearer"], "token"),
  "pagerduty-api-url": optional.pipe(apiAddress("PagerDuty").optional()),
  "pagerduty-from": optional.refine((address) => address === undefined || ADDRESS.test(address), {
    error: "is no e-mail address",
  }),
  "github-token": secret("GitHub"),
  incident: optional.transform((typed, context): IncidentReference | null => {
    if (typed === undefined) return null;
    const reference = parseIncidentReference(typed);
    if (reference) return reference;
    context.addIssue(
      `is ${JSON.stringify(typed.slice(0, 100))}, which is no incident; it takes an id such as Q1ORDERSPOOL01, a number, or the incident's URL`,
    );
    return z.NEVER;
  }),
  since: optional.transform((written, context): number | null => {
    if (written === undefined) return null;
    const ms = parseDuration(written);
    if (ms !== null && ms > 0) return ms;
    context.addIssue(
      `is ${JSON.stringify(written.slice(0, 100))}, which is no window of time; it takes 12h, 2d or 90d, up to six months`,
    );
    return z.NEVER;
  }),
  "dry-run": oneOf(["false", "true"], "false").transform((value) => value === "true"),
  config: optional.transform((path) => path ?? DEFAULT_CONFIG),
  "wait-minutes": optional.transform((value, context) => {
    if (value === undefined) return 0;
    if (/^\d{1,3}$/.test(value) && Number(value) <= 350) return Number(value);
    context.addIssue(`is ${JSON.stringify(value)}; it takes whole minutes from 0 to 350`);
    return z.NEVER;
  }),
});

export type Inputs = z.infer<typeof schema>;

/** The names of all inputs. */
export const INPUTS = Object.keys(schema.shape);

/** Reads the inputs as the runner has them: the inputs, or null with every problem. */
export function parseInputs(raw: Record<string, string>): { inputs: Inputs | null; problems: string[] } {
  const parsed = schema.safeParse(raw);
  return parsed.success
    ? { inputs: parsed.data, problems: [] }
    : { inputs: null, problems: problemsOf(parsed.error) };
}

/** The same, where a problem is an error: throws SettingsError with all of them. */
export function readInputs(raw: Record<string, string>): Inputs {
  const { inputs, problems } = parseInputs(raw);
  if (inputs === null) throw new SettingsError(problems);
  return inputs;
}

export const NO_DEVIN_KEY =
  "devin-api-key is empty; store a Devin service user's key as the repository secret DEVIN_API_KEY and pass it (secrets do not reach runs for forks)";

/** The key, which only a run that reaches Devin needs. */
export function requireApiKey(inputs: Inputs): string {
  const key = inputs["devin-api-key"];
  if (key !== undefined) return key;
  throw new SettingsError([NO_DEVIN_KEY]);
}
