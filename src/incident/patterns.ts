/** The forms that strings must have, for schemas and for the function, which has no time to load a schema library. */

/** The event types that can be forwarded, by PagerDuty's own names. */
export const INCIDENT_EVENTS = [
  "incident.acknowledged",
  "incident.priority_updated",
  "incident.reopened",
  "incident.resolved",
] as const;

/**
 * PagerDuty's incident ids: upper-case letters and digits that begin with P, Q or R, so far 7 or 14 of them; and those
 * of samples, which PagerDuty never makes.
 * @see https://developer.pagerduty.com/docs/ZG9jOjExMDI5NTU5-types
 */
export const incidentIdPattern = /^(?:[PQR][A-Z0-9]{4,31}|SAMPLE[A-Z0-9]{1,26})$/;

/** An incident that somebody made up to see whether all is set up: it passes every filter and starts nothing. */
export const samplePattern = /^SAMPLE/;

/** Ids that this project gives to events of its own, which PagerDuty's must not be taken for. */
export const ownEventIdPattern = /^(?:manual|missed)-/i;

/** PagerDuty's ids have three forms already; all are of these characters. */
export const eventIdPattern = /^[\w.-]{1,128}$/;

/** The form of a delivery's id, X-Webhook-Id. */
export const deliveryPattern = /^[\w-]{1,64}$/;

/** The form of an event type, known or not. */
export const eventTypePattern = /^[\w.]{1,100}$/;

/** A moment in ISO 8601 with its offset, of a day that exists. */
export const timePattern =
  /^(?!.{41})(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A link to PagerDuty's own pages or API. */
export const linkPattern =
  /^(?=.{0,2048}$)https:\/\/(?:[a-z\d-]+\.)+pagerduty\.com(?:\/[^\s<>"'`\\(){}|^[\]]*)?$/;

/** The address of something in PagerDuty's REST API, where it also is a link. */
export const apiLinkPattern =
  /^(?=.{0,2048}$)https:\/\/api\.(?:eu\.)?pagerduty\.com(?:\/[^\s<>"'`\\(){}|^[\]]*)?$/;

export const statusPattern = /^(?:triggered|acknowledged|resolved)$/;
export const urgencyPattern = /^(?:high|low)$/;
export const incidentTypePattern = /^[\w.-]{1,100}$/;

const PRIORITY = /(?<![a-z])(?:P|SEV)[ _-]?\d/gi;

/** Whether one text holds two priorities or more, such as `P1 P2`: it was meant as a list. */
export function holdsSeveralPriorities(written: string): boolean {
  return (written.match(PRIORITY) ?? []).length > 1;
}

// `P[12]`, `SEV1-3`.
const SPAN = /(?<![a-z])(?:P|SEV)[ _-]?(?:\[|\d(?:-|–|\.\.)\d(?!\d))/i;

/** Whether a text compares in place of naming, such as `>=P2` or `[P1`: a list in brackets, cut at its commas. */
export function isComparison(written: string): boolean {
  return (
    /^(?:[!<>=~]|not\s|[[({].*[\])}]$)|=/i.test(written) || hasLoneBracket(written) || SPAN.test(written)
  );
}

/** Whether brackets are cut apart, as those of a list are at its commas. */
export function hasLoneBracket(written: string): boolean {
  const count = (bracket: RegExp) => (written.match(bracket) ?? []).length;
  return count(/[[({]/g) !== count(/[\])}]/g);
}

// A currency may end a name, as in `Checkout US$`.
const EXPRESSION = /^\^|^\(\?|^\.\*|^\/.*\/i?$|^%.*%$|(?<!\s|(?<![\p{L}\p{N}])\p{Lu}{1,3})\$$/u;

/** The rest of the sentence where a name is written as a regular expression, or as SQL has it; null where it is not. */
export function expressionProblem(written: string): string | null {
  return EXPRESSION.test(written) ? "looks like a regular expression, of which only * is known" : null;
}

const ADDRESS = /^https?:\/\/|\.pagerduty\.com\//i;
// Ids have capitals alone, so `services/payments` is a name.
const PATH = /^\/?(?:services|service-directory|teams)\/P[A-Z\d]{6,13}(?:\/|$)/;
const SEVERAL_IDS = /^P[A-Z\d]{6,13}(?:[\s;|]+P[A-Z\d]{6,13})+$/;

/** The same where it is an address, a regular expression or several ids: it would match nothing. */
export function nameProblem(written: string): string | null {
  if (ADDRESS.test(written) || PATH.test(written))
    return "is an address; write the name, or the id at the address's end";
  if (SEVERAL_IDS.test(written)) return "holds several ids; each is an item of its own";
  return expressionProblem(written);
}

/** `owner/name` of a GitHub repository. */
export const repositoryPattern = /^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)(?!.*\.git$)[\w.-]{1,100}$/;

/** A key or token: only what can stand in a header, since fetch would name anything else in its error. */
export const tokenPattern = /^(?!["'`])[\x21-\x7e]+$/;
export const NOT_A_TOKEN = "holds spaces or other characters that no token has; copy it again";

/** A setting as it was written: surrounding spaces do not count and an empty one is absent. */
export function trimmed(written: string | undefined): string | undefined {
  return written?.trim() || undefined;
}

/** The items between the commas; empty ones do not count. */
export function itemsOf(written: string | undefined): string[] {
  return (written ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** The address of an API without its last slash: https, or http on this machine for trying things out; else null. */
export function apiAddressOf(written: string): string | null {
  const address = URL.parse(written);
  const isLocal = address?.hostname === "127.0.0.1" || address?.hostname === "localhost";
  const isPlain = address && !address.username && !address.password && !address.search && !address.hash;
  return isPlain && (address.protocol === "https:" || (address.protocol === "http:" && isLocal))
    ? address.href.replace(/(?<!\/)\/+$/, "")
    : null;
}

export function notAnAddress(example: string): string {
  return `is not an address such as ${example}`;
}
