/** PagerDuty's webhook subscriptions. */

import { z } from "zod";
import { toSingleLine } from "../src/lib/text.ts";
import type { Inputs } from "../src/settings/inputs.ts";
import { type Answer, type Connection, probe } from "./http-probe.ts";

const LONGEST_NAME = 80;
const PAGE = 100;
// Ten for each service, each team and the account: more pages than any account can fill.
const MAX_PAGES = 100;

const subscriptionSchema = z.object({
  id: z.string(),
  active: z.boolean().nullish(),
  events: z.array(z.string()).catch([]),
  filter: z.object({ type: z.string(), id: z.string().nullish() }).nullish().catch(null),
  delivery_method: z.object({
    url: z.string().catch(""),
    secret: z.string().nullish(),
    temporarily_disabled: z.boolean().nullish(),
    custom_headers: z
      .array(z.object({ name: z.string() }))
      .nullish()
      .catch(null),
  }),
});
const pageSchema = z.looseObject({ more: z.boolean().nullish() });
const errorSchema = z.object({
  error: z.object({ message: z.string(), errors: z.array(z.string()).nullish() }),
});

export type Subscription = z.infer<typeof subscriptionSchema>;

/** What a new subscription is made of; `headers` are sent with every delivery. */
export type Wanted = {
  url: string;
  events: string[];
  filter: { type: string; id?: string };
  description: string;
  headers: { name: string; value: string }[];
};

export type PagerDutyAccount = {
  /** One question about the account's other things. */
  get<Schema extends z.ZodType>(
    attempt: string,
    path: string,
    schema: Schema,
  ): Promise<Answer<z.infer<Schema>>>;
  /** Everything on a list, whose answers hold it under `key`; PagerDuty shows 10,000 items of one. */
  list<Schema extends z.ZodType>(
    key: string,
    path: string,
    schema: Schema,
  ): Promise<Answer<z.infer<Schema>[]>>;
  listSubscriptions(): Promise<Answer<Subscription[]>>;
  /** Tried once: PagerDuty has no key that would make a second try harmless. */
  createSubscription(wanted: Wanted): Promise<Answer<Subscription>>;
  deleteSubscription(id: string): Promise<Answer<unknown>>;
  /** Lets PagerDuty send a pagey.ping to the subscription's address. */
  ping(id: string): Promise<Answer<unknown>>;
};

/**
 * Makes a client for one account.
 * @see https://developer.pagerduty.com/docs/webhooks-overview
 */
export function createAccount(connection: Connection, token: string, inputs: Inputs): PagerDutyAccount {
  const apiUrl = inputs["pagerduty-api-url"] ?? "https://api.pagerduty.com";
  const question = (attempt: string, path: string) => ({
    attempt,
    url: `${apiUrl}${path}`,
    headers: {
      accept: "application/vnd.pagerduty+json;version=2",
      authorization: inputs["pagerduty-auth"] === "token" ? `Token token=${token}` : `Bearer ${token}`,
    },
    readDetail,
    secrets: [token],
  });
  const get: PagerDutyAccount["get"] = (attempt, path, schema) =>
    probe(connection, { ...question(attempt, path), schema });

  const list: PagerDutyAccount["list"] = async (key, path, schema) => {
    const items = z.array(schema);
    const found: z.infer<typeof items> = [];
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = `limit=${PAGE}&offset=${page * PAGE}`;
      const attempt = `Listing the ${key.replaceAll("_", " ")}`;
      const answer = await get(attempt, `${path}${query}`, pageSchema.extend({ [key]: items }));
      if (answer.isRefused) return answer;
      found.push(...items.parse(answer.value[key]));
      if (!answer.value["more"]) break;
    }
    return { isRefused: false, value: found };
  };

  return {
    get,
    list,
    listSubscriptions: () => list("webhook_subscriptions", "/webhook_subscriptions?", subscriptionSchema),

    async createSubscription({ url, events, filter, description, headers }) {
      const answer = await probe(connection, {
        ...question("Creating the webhook subscription", "/webhook_subscriptions"),
        method: "POST",
        body: {
          webhook_subscription: {
            type: "webhook_subscription",
            description,
            events,
            filter,
            delivery_method: {
              type: "http_delivery_method",
              url,
              ...(headers.length > 0 ? { custom_headers: headers } : {}),
            },
          },
        },
        schema: z.object({ webhook_subscription: subscriptionSchema }),
        secrets: [token, ...headers.map(({ value }) => value)],
      });
      return answer.isRefused ? answer : { isRefused: false, value: answer.value.webhook_subscription };
    },

    deleteSubscription: (id) =>
      probe(connection, {
        ...question("Deleting the webhook subscription", `/webhook_subscriptions/${encodeURIComponent(id)}`),
        method: "DELETE",
        expect: 204,
        schema: z.unknown(),
      }),

    ping: (id) =>
      probe(connection, {
        ...question("Asking PagerDuty for a ping", `/webhook_subscriptions/${encodeURIComponent(id)}/ping`),
        method: "POST",
        schema: z.unknown(),
      }),
  };
}

/** What a subscription delivers for, in words. */
export function scopeOf({ filter }: Pick<Subscription, "filter">): string {
  const kind = filter?.type.replace(/_reference$/, "") ?? "unknown scope";
  return toSingleLine(kind === "account" || !filter?.id ? kind : `${kind} ${filter.id}`, LONGEST_NAME);
}

function readDetail(body: unknown): string | null {
  const { error } = errorSchema.safeParse(body).data ?? {};
  return error ? [error.message, ...(error.errors ?? [])].join(": ") : null;
}
