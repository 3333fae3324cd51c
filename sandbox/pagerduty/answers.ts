/** How PagerDuty's API words its answers: what it refuses, its pages, and the values that a query may take. */
import { z } from "zod";
import type { Reply } from "../service.ts";

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;
/** https://developer.pagerduty.com/docs/pagination */
const MAX_OFFSET_PLUS_LIMIT = 10_000;

const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).default(DEFAULT_LIMIT),
  offset: z.coerce.number().int().min(0).default(0),
});

export function refuse(status: number, code: number, message: string, errors: string[] = []): Reply {
  return { status, body: { error: { message, code, errors } } };
}

export const invalid = (...errors: string[]): Reply => refuse(400, 2001, "Invalid Input Provided", errors);
export const notFound = refuse(404, 2100, "Not Found");

export const read = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/**
 * What each list takes for a parameter with a fixed set of values; any other value is refused, as the OpenAPI document has
 * it. `""` is one incident.
 * @see https://developer.pagerduty.com/api-reference
 */
const ENUMS: Record<string, Record<string, string[]>> = {
  "": {
    "include[]": [
      "acknowledgers",
      "agents",
      "assignees",
      "body",
      "conference_bridge",
      "custom_fields",
      "escalation_policies",
      "first_trigger_log_entries",
      "priorities",
      "services",
      "teams",
      "users",
    ],
  },
  incidents: { "statuses[]": ["triggered", "acknowledged", "resolved"] },
  log_entries: {
    "include[]": ["incidents", "services", "channels", "teams"],
    is_overview: ["true", "false"],
  },
  alerts: {
    "include[]": ["services", "first_trigger_log_entries", "incidents"],
    "statuses[]": ["triggered", "resolved"],
  },
};

/** The refusal of a query with a value that the list does not take; null where it takes all of them. */
export function refusedValue(list: string, query: URLSearchParams): Reply | null {
  for (const [name, allowed] of Object.entries(ENUMS[list] ?? {})) {
    const other = query.getAll(name).find((value) => !allowed.includes(value));
    if (other !== undefined) return invalid(`${name} "${other}" is not one of ${allowed.join(", ")}.`);
  }
  return null;
}

export function page(
  query: URLSearchParams,
  name: string,
  items: object[],
  render: (item: object) => object = (item) => item,
): Reply {
  const parsed = pageSchema.safeParse(Object.fromEntries(query));
  if (!parsed.success)
    return invalid(...parsed.error.issues.map((issue) => `${issue.path}: ${issue.message}`));
  const { limit, offset } = parsed.data;
  if (limit > MAX_LIMIT) return invalid(`Limit must be at most ${MAX_LIMIT}.`);
  if (offset + limit > MAX_OFFSET_PLUS_LIMIT) {
    return refuse(400, 2002, "Arguments Caused Error", [
      "Offset+limit exceeds maximum allowed value of 10000. Please try to refine your search to reduce the returned set of records below this number, like adding a date range.",
    ]);
  }
  const more = offset + limit < items.length;
  const shown = items.slice(offset, offset + limit).map(render);
  return { status: 200, body: { [name]: shown, limit, offset, total: null, more } };
}
