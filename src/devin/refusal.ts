/** What Devin says when it refuses a request, in both of its forms, and what to do about it. */

import { z } from "zod";
import { toSingleLine } from "../lib/text.ts";

const fieldSchema = z.object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string() });

/** One entry of `errors[]`; its form is not documented. */
const errorSchema = z.union([
  z.string(),
  z
    .object({ detail: z.string().optional(), message: z.string().optional(), msg: z.string().optional() })
    .transform(({ detail, message, msg }) => detail ?? message ?? msg ?? ""),
]);

const refusalSchema = z.object({
  detail: z
    .union([z.string(), z.array(fieldSchema)])
    .nullish()
    .catch(null),
  title: z.string().nullish().catch(null),
  errors: z.array(errorSchema.catch("")).nullish().catch(null),
});

/**
 * Devin's own words: FastAPI's `detail`, which is a sentence or a list of the fields that are wrong, or the `title`,
 * `detail` and `errors[]` of a problem+json document; null where there are none.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function readDetail(body: unknown): string | null {
  const { detail, title, errors } = refusalSchema.safeParse(body).data ?? {};
  const fields = Array.isArray(detail) ? detail.map(({ loc, msg }) => `${loc.join(".")}: ${msg}`) : [detail];
  const sentences = [title, ...fields, ...(errors ?? [])].filter((words) => words);
  // Not cut here: half a key would no longer be found and hidden.
  const words = [...new Set(sentences)].join("; ");
  return words === "" ? null : toSingleLine(words, words.length);
}

/** What an organization's administrator allows, so that sessions are found again. */
export const TAGS_ADVICE =
  "Ask the administrator of your Devin organization to allow the session tags of this project: pagerduty-postmortem, by-hand, nudged, needs-somebody, deferred, and those that begin with service:, incident:, event: and asked:.";

/** Devin's words for what was paid for and is used up; it answers 403 to that as well as to a key that may not. */
export const QUOTA =
  /quota|credit|usage.?limit|session.?limit|limit.?exceeded|payment|billing|contract|subscription|spend|acu/i;

const ADDRESSES = "If your organization has an IP allow list, the runner's address must be on it.";

/** What to do about a refusal. `permission` names what the key needs, `advice` what to do about Devin's own failure. */
export function remedyOf(
  status: number | null,
  detail: string,
  { permission, advice }: { permission: string; advice: string },
): string {
  if (status === 400) return "Check `devin:` in the configuration.";
  if (status === 401)
    return `Check devin-api-key: it takes the key of a Devin service user (cog_…). ${ADDRESSES}`;
  if ((status === 403 || status === 402) && QUOTA.test(detail))
    return "The organization is out of quota, the key is not at fault: raise the limit in Devin's settings, then run this again.";
  if (status === 403) return `Give the key's service user a role with ${permission}. ${ADDRESSES}`;
  if (status === 404) return "Check devin-org-id: it takes the organization's id (org-…).";
  if (status === 422)
    return isTagRefusal(status, detail) ? TAGS_ADVICE : "Check `devin:` in the configuration.";
  if (status === 429) return "Devin is limiting requests: run this again later.";
  return advice;
}

/** Whether an organization refuses tags that it has not allowed. */
export function isTagRefusal(status: number | null, detail: string): boolean {
  return status === 422 && /\btags?\b/i.test(detail);
}
