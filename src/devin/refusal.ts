/** What Devin says when it refuses a request, in both of its forms, and what to do about it. */

import { z } from "zod";
import { toSingleLine } from "../lib/text.ts";

const words = z.string().optional().catch(undefined);
const place = z
  .array(z.union([z.string(), z.number()]))
  .optional()
  .catch(undefined);

/** One thing that is wrong; only these parts of it are Devin's own words, others may repeat the request. */
const errorSchema = z.union([
  z.string(),
  z
    .object({
      loc: place,
      pointer: words,
      field: words,
      detail: words,
      message: words,
      msg: words,
      reason: words,
    })
    .transform(({ loc, pointer, field, detail, message, msg, reason }) => {
      const where = loc?.join(".") ?? pointer ?? field;
      const what = detail ?? message ?? msg ?? reason ?? "";
      return where && what ? `${where}: ${what}` : what;
    }),
]);
const errors = z.array(errorSchema.catch(""));

const refusalSchema = z.object({
  detail: z.union([errors, errorSchema]).nullish().catch(null),
  title: words.nullable(),
  errors: errors.nullish().catch(null),
});

/**
 * Devin's own words: FastAPI's `detail`, which is a sentence or a list of the fields that are wrong, or the `title`,
 * `detail` and `errors[]` of a problem+json document, whose form is not documented; null where there are none.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function readDetail(body: unknown): string | null {
  const { detail, title, errors } = refusalSchema.safeParse(body).data ?? {};
  const sentences = [title, detail, errors].flat().filter((sentence) => sentence);
  // Not cut here: half a key would no longer be found and hidden.
  const said = [...new Set(sentences)].join("; ");
  return said === "" ? null : toSingleLine(said, said.length);
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
  if (isTagRefusal(status, detail)) return TAGS_ADVICE;
  if (status === 400 || status === 422) return "Check `devin:` in the configuration.";
  if (status === 401)
    return `Check devin-api-key: it takes the key of a Devin service user (cog_…). ${ADDRESSES}`;
  if ((status === 403 || status === 402) && QUOTA.test(detail))
    return "The organization is out of quota, the key is not at fault: raise the limit in Devin's settings, then run this again.";
  if (status === 403) return `Give the key's service user a role with ${permission}. ${ADDRESSES}`;
  if (status === 404) return "Check devin-org-id: it takes the organization's id (org-…).";
  if (status === 429) return "Devin is limiting requests: run this again later.";
  return advice;
}

/** Whether an organization refuses tags that it has not allowed. */
export function isTagRefusal(status: number | null, detail: string): boolean {
  return (status === 400 || status === 403 || status === 422) && /\btags?\b/i.test(detail);
}
