/** How Devin's API words its answers: what it refuses, and its pages. */
import { z } from "zod";
import type { Reply, RouteRequest } from "../service.ts";

const epoch = z.coerce.number().int().optional();
const querySchema = z.object({
  first: z.coerce.number().int().min(1).max(200).default(100),
  after: z.string().optional(),
  created_after: epoch,
  created_before: epoch,
  updated_after: epoch,
  updated_before: epoch,
});

export const ok = (body: object): Reply => ({ status: 200, body });
/** FastAPI's one error shape: a sentence, or the list of what is wrong with the request. */
export const refuse = (status: number, detail: string | object[]): Reply => ({ status, body: { detail } });
export const lacks = (permission: string): Reply => refuse(403, `Missing permission: ${permission}`);

const refusalSchema = z.object({ detail: z.union([z.string(), z.array(z.unknown())]) });

/** The same refusal as RFC 9457 has it. */
export function problemOf({ status, body }: Reply): Reply {
  const { detail } = refusalSchema.parse(body);
  const problem =
    typeof detail === "string" ? { title: detail } : { title: "Invalid request", errors: detail };
  const headers = { "content-type": "application/problem+json" };
  return { status, headers, body: { type: "about:blank", status, detail: null, ...problem } };
}

export function readBody<Schema extends z.ZodType>(
  request: RouteRequest,
  schema: Schema,
): z.output<Schema> | Reply {
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(request.headers["content-type"] ?? "");
  const body = isJson ? request.json() : undefined;
  if (body === undefined) {
    return refuse(422, [{ loc: ["body"], msg: "Input should be a valid JSON object", type: "json_invalid" }]);
  }
  const parsed = schema.safeParse(body, { reportInput: true });
  return parsed.success ? parsed.data : unprocessable("body", parsed.error);
}

export function readQuery(url: URL): z.output<typeof querySchema> | Reply {
  const parsed = querySchema.safeParse(Object.fromEntries(url.searchParams), { reportInput: true });
  return parsed.success ? parsed.data : unprocessable("query", parsed.error);
}

export function unprocessable(where: "body" | "query", error: z.ZodError): Reply {
  const details = error.issues.map((issue) => {
    const isMissing = issue.code === "invalid_type" && issue.input === undefined;
    const [msg, type] = isMissing ? ["Field required", "missing"] : [issue.message, issue.code];
    return { loc: [where, ...issue.path], msg, type };
  });
  return refuse(422, details);
}

export function page(query: z.output<typeof querySchema>, items: Array<[id: string, item: object]>): Reply {
  const seen = items.findIndex(([id]) => Buffer.from(id).toString("base64url") === query.after);
  if (query.after !== undefined && seen < 0) return refuse(400, "Invalid cursor");
  const shown = items.slice(seen + 1, seen + 1 + query.first);
  const last = shown.at(-1);
  return ok({
    items: shown.map(([, item]) => item),
    end_cursor: last === undefined ? null : Buffer.from(last[0]).toString("base64url"),
    has_next_page: seen + 1 + query.first < items.length,
    total: items.length,
  });
}
