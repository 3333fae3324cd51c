/** PagerDuty's webhook subscriptions on loopback, with the limits and refusals of the real ones. */
import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Reply, RouteRequest } from "../service.ts";

/** A subscription as the API shows it, but with its secret and the values of its headers. */
type StoredSubscription = z.infer<typeof newSchema> & {
  id: string;
  active: boolean;
  delivery_method: { secret: string; temporarily_disabled: boolean };
};

/** What is different about a subscription that a world begins with. */
type GivenSubscription = {
  url: string;
  secret?: string;
  events?: readonly string[];
  filter?: { type: "account_reference" | "service_reference" | "team_reference"; id?: string };
  headers?: Record<string, string>;
  active?: boolean;
  temporarilyDisabled?: boolean;
};

/** What it shares with the rest of the account. */
type Account = {
  page(query: URLSearchParams, name: string, items: object[]): Reply;
  refuse(status: number, code: number, message: string, errors?: string[]): Reply;
  deliver(delivery: {
    url: string;
    body: Uint8Array;
    secrets: string[];
    headers: Record<string, string>;
    deliveryId: string;
  }): Promise<Response>;
  now(): number;
};

/** Of one service, of one team, and of the account: https://support.pagerduty.com/main/docs/webhooks */
const MAX_PER_SCOPE = 10;

const EVENTS = [
  ..."acknowledged annotated delegated escalated incident_type.changed priority_updated reassigned reopened".split(
    " ",
  ),
  ..."resolved service_updated triggered unacknowledged conference_bridge.updated custom_field_values.updated".split(
    " ",
  ),
  ..."responder.added responder.replied role.assigned status_update_published workflow.started workflow.completed".split(
    " ",
  ),
].map((name) => `incident.${name}`);

const events = z
  .array(z.string())
  .min(1, "Events can't be blank")
  .superRefine((names, context) => {
    const unknown = names.filter((name) => !EVENTS.includes(name));
    if (unknown.length > 0) context.addIssue(`Events contains unknown types: ${unknown.join(", ")}`);
    if (new Set(names).size < names.length) context.addIssue("Events must be unique");
  });
const filter = z
  .object({
    type: z.enum(["account_reference", "service_reference", "team_reference"]),
    id: z.string().optional(),
  })
  .refine(({ type, id }) => type === "account_reference" || id, "Filter id can't be blank");
const header = z.object({ name: z.string().min(1), value: z.string() });
const newSchema = z.object({
  type: z.literal("webhook_subscription"),
  description: z.string().optional(),
  events,
  filter,
  active: z.boolean().default(true),
  delivery_method: z.object({
    type: z.literal("http_delivery_method"),
    url: z.url({ protocol: /^https?$/ }),
    custom_headers: z
      .array(header)
      .refine((headers) => new Set(headers.map(({ name }) => name.toLowerCase())).size === headers.length, {
        error: "Custom header names must be unique",
      })
      .default([]),
  }),
});
export type Subscriptions = {
  /** Answers a request for `/webhook_subscriptions` and what is below it. */
  answer(request: RouteRequest, isReadOnly: boolean): Reply | Promise<Reply>;
  /** Puts one there without a request. */
  add(given: GivenSubscription): StoredSubscription;
  all: StoredSubscription[];
};

/** Makes the subscriptions of one account; there are none at first. */
export function createSubscriptions(account: Account): Subscriptions {
  const all: StoredSubscription[] = [];
  const notFound = account.refuse(404, 2100, "Not Found");
  const invalid = (...errors: string[]) => account.refuse(400, 2001, "Invalid Input Provided", errors);

  function store(parsed: z.infer<typeof newSchema>, secret = randomBytes(48).toString("base64")) {
    const { delivery_method: method } = parsed;
    const stored: StoredSubscription = {
      ...parsed,
      id: `P${randomUUID().replaceAll("-", "").slice(0, 6).toUpperCase()}`,
      delivery_method: { ...method, secret, temporarily_disabled: false },
    };
    all.push(stored);
    return stored;
  }

  function create(json: unknown): Reply {
    const parsed = z.object({ webhook_subscription: newSchema }).safeParse(json);
    if (!parsed.success) return invalid(...messagesOf(parsed.error));
    const wanted = parsed.data.webhook_subscription;
    const isFull = all.filter((one) => scopeOf(one) === scopeOf(wanted)).length >= MAX_PER_SCOPE;
    if (isFull) return invalid(`The limit of ${MAX_PER_SCOPE} subscriptions for this filter is reached`);
    const stored = store(wanted);
    const { delivery_method: method, ...rest } = show(stored);
    const told = { ...method, secret: stored.delivery_method.secret };
    return { status: 200, body: { webhook_subscription: { ...rest, delivery_method: told } } };
  }

  async function ping(stored: StoredSubscription): Promise<Reply> {
    const { id, delivery_method: method } = stored;
    if (!stored.active || method.temporarily_disabled) return { status: 202 };
    const headers = Object.fromEntries(method.custom_headers.map(({ name, value }) => [name, value]));
    const event = {
      id: randomUUID(),
      event_type: "pagey.ping",
      resource_type: "pagey",
      occurred_at: new Date(account.now()).toISOString(),
      agent: null,
      client: null,
      data: { message: "Hello from your friend Pagey!", type: "ping" },
    };
    const delivery = {
      url: method.url,
      body: Buffer.from(JSON.stringify({ event })),
      secrets: [method.secret],
      headers: { "x-webhook-subscription": id, ...headers },
      deliveryId: randomUUID(),
    };
    // Whatever becomes of it, PagerDuty has taken the request.
    await account.deliver(delivery).catch(() => null);
    return { status: 202 };
  }

  return {
    all,

    add({ url, secret, events: names = ["incident.resolved"], filter: scope, headers = {}, ...state }) {
      const parsed = newSchema.parse({
        type: "webhook_subscription",
        events: [...names],
        filter: scope ?? { type: "account_reference" },
        active: state.active ?? true,
        delivery_method: {
          type: "http_delivery_method",
          url,
          custom_headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
        },
      });
      const stored = store(parsed, secret);
      stored.delivery_method.temporarily_disabled = state.temporarilyDisabled ?? false;
      return stored;
    },

    answer(request, isReadOnly) {
      const { method, url } = request;
      if (method !== "GET" && isReadOnly) return account.refuse(403, 2010, "Access Denied");
      const [, id, part] = /^\/webhook_subscriptions(?:\/([^/]+)(?:\/([a-z]+))?)?$/.exec(url.pathname) ?? [];
      if (id === undefined) {
        if (method === "POST") return create(request.json());
        if (method !== "GET") return notFound;
        return account.page(url.searchParams, "webhook_subscriptions", all.map(show));
      }
      const stored = all.find((one) => one.id === id);
      if (stored === undefined) return notFound;
      if (method === "POST" && part === "ping") return ping(stored);
      if (part === undefined && method === "DELETE") {
        all.splice(all.indexOf(stored), 1);
        return { status: 204 };
      }
      return notFound;
    },
  };
}

/** The secret and the values of headers are told to nobody who asks. */
function show(stored: StoredSubscription) {
  const { delivery_method: method } = stored;
  const headers = method.custom_headers.map(({ name }) => ({ name, value: "-- redacted --" }));
  return { ...stored, delivery_method: { ...method, secret: null, custom_headers: headers } };
}

function scopeOf({ filter: { type, id } }: Pick<StoredSubscription, "filter">): string {
  const kind = type.replace("_reference", "");
  return kind === "account" ? kind : `${kind} ${id}`;
}

function messagesOf(error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => `${path.slice(1).join(".")}: ${message}`);
}
