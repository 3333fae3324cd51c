/** A storm of signed webhooks on the function as its own process, while GitHub fails in every way by turns. */

import { Agent, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { type Memory, startFunction } from "../../sandbox/function/process.ts";
import { type Reply, startService } from "../../sandbox/service.ts";
import { signWebhook } from "../../src/pagerduty/signature.ts";

const SECRET = "signing-secret-of-the-soak";
const AT_ONCE = 16;
/** Each costs the function its whole budget of four seconds, so that all of them are sent at once. */
const HANGS_IN_A_PART = 16;

/** How GitHub answers a dispatch. `lost` takes it and says that it did not; `hang` never says anything. */
const WEATHER = {
  well: () => ({ status: 204 }),
  limited: () => ({
    status: 403,
    headers: { "retry-after": "60" },
    body: {
      message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
    },
  }),
  "too many": () => ({
    status: 429,
    headers: { "retry-after": "30" },
    body: { message: "Too many requests." },
  }),
  broken: () => ({ status: 500, body: { message: "Server Error" } }),
  lost: () => ({ status: 502, body: "<html>502</html>", headers: { "content-type": "text/html" } }),
  hang: () => new Promise<never>(() => undefined),
} satisfies Record<string, () => Reply | Promise<Reply>>;

type Weather = keyof typeof WEATHER;

/** The share of a part that each weather strikes. The rest is well. */
const SHARES: Array<[Weather, number]> = [
  ["limited", 0.02],
  ["too many", 0.02],
  ["broken", 0.02],
  ["lost", 0.02],
];

export type Storm = {
  /** Webhooks that were sent, each with an event of its own, redeliveries not counted. */
  sent: number;
  /** How many were answered 503 with `Retry-After`, by the weather. */
  refused: Record<string, number>;
  /** Redeliveries until every event was answered 202. */
  redelivered: number;
  /** Events that GitHub took at least once, and how many it took more than once. */
  dispatched: number;
  repeated: number;
  /** Events that were answered 202 and never taken, or never answered 202. */
  lost: string[];
  /** After each part. */
  memory: Memory[];
};

export type StormOptions = {
  count: number;
  parts: number;
  /** Called when a part is over. */
  onPart?: (part: number, memory: Memory) => void;
  /** Called after each answer. */
  onAnswer?: () => void;
};

/** Sends `count` webhooks in `parts` parts; throws when an answer is neither 202 nor a 503 that asks to come again. */
export async function storm({ count, parts, onPart, onAnswer }: StormOptions): Promise<Storm> {
  let weather: Weather = "well";
  const taken = new Map<string, number>();
  const github = await startService((request) => {
    if (weather === "well" || weather === "lost") {
      const id = eventOf(request.json());
      taken.set(id, (taken.get(id) ?? 0) + 1);
    }
    return WEATHER[weather]();
  });
  const running = await startFunction({
    flags: ["--expose-gc"],
    env: {
      PAGERDUTY_WEBHOOK_SECRET: SECRET,
      GITHUB_REPOSITORY: "acme/docs",
      GITHUB_TOKEN: "github_pat_of_the_soak",
      GITHUB_API_URL: github.url,
    },
  });
  // As many connections as requests under way, each kept for the next one.
  const agent = new Agent({ keepAlive: true });
  const accepted = new Set<string>();
  const refused: Record<string, number> = {};
  const memory: Memory[] = [];
  let sent = 0;
  let redelivered = 0;

  /** Whether GitHub has it, as far as PagerDuty was told. */
  async function send(id: string): Promise<boolean> {
    const { status, retryAfter, body } = await post(`${running.url}/api/pagerduty`, agent, id);
    onAnswer?.();
    const isRefused = status === 503 && retryAfter > 0;
    if (status !== 202 && !isRefused) throw new Error(`The webhook ${id} was answered ${status}: ${body}`);
    if (status === 202) accepted.add(id);
    return status === 202;
  }

  /** Sends as many at once as told, each event once; gives those that were refused. */
  async function sendAll(ids: string[], atOnce = AT_ONCE): Promise<string[]> {
    const left = ids.values();
    const again: string[] = [];
    const work = async () => {
      for (const id of left) if (!(await send(id))) again.push(id);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    // The stub remembers every request; only the function's memory is to be looked at.
    github.requests.length = 0;
    return again;
  }

  try {
    for (let part = 1; part <= parts; part++) {
      const size = Math.floor((count * part) / parts) - sent;
      const ids = Array.from(
        { length: size },
        (_, index) => `01SOAK${String(sent + index).padStart(12, "0")}`,
      );
      sent += size;
      const waiting: string[] = [];
      const hangs = Math.min(HANGS_IN_A_PART, Math.ceil(size / 20));
      for (const [kind, length] of [...SHARES.map(toLength(size)), ["hang", hangs] as const]) {
        weather = kind;
        const again = await sendAll(ids.splice(0, length), kind === "hang" ? length : AT_ONCE);
        refused[kind] = (refused[kind] ?? 0) + again.length;
        waiting.push(...again);
      }
      weather = "well";
      const again = await sendAll(ids);
      if (again.length > 0) throw new Error(`A GitHub that was well did not get ${again.length} webhooks.`);
      // What PagerDuty does with every 503.
      redelivered += waiting.length;
      await sendAll(waiting);
      const held = await running.memory();
      memory.push(held);
      onPart?.(part, held);
    }
  } finally {
    agent.destroy();
    await running.close();
    await github.close();
  }
  const all = Array.from({ length: sent }, (_, index) => `01SOAK${String(index).padStart(12, "0")}`);
  const repeated = [...taken.values()].filter((times) => times > 1).length;
  const lost = all.filter((id) => !(accepted.has(id) && taken.has(id)));
  return { sent, refused, redelivered, dispatched: taken.size, repeated, lost, memory };
}

/** Posts a webhook as PagerDuty does, without the cost of fetch, which here is most of the time. */
async function post(url: string, agent: Agent, id: string) {
  const bytes = webhook(id);
  const headers = {
    "content-type": "application/json",
    "content-length": bytes.length,
    "x-pagerduty-signature": signWebhook(bytes, [SECRET]),
    "x-webhook-id": `delivery-${id}`,
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method: "POST", agent, headers }, resolve).on("error", reject).end(bytes);
  });
  const body = await text(response);
  return { status: response.statusCode, retryAfter: Number(response.headers["retry-after"]), body };
}

function toLength(size: number) {
  return ([kind, share]: [Weather, number]): [Weather, number] => [kind, Math.ceil(size * share)];
}

function eventOf(body: unknown): string {
  const { client_payload: payload } = body as { client_payload: { event: { id: string } } };
  return payload.event.id;
}

/** Every one an incident of its own, with a title of any length up to a kilobyte. */
function webhook(id: string): Uint8Array {
  const number = Number(id.slice(-12));
  const pointer = (type: string, summary: string) => ({
    id: "PSOAK01",
    type,
    summary,
    self: null,
    html_url: null,
  });
  return Buffer.from(
    JSON.stringify({
      event: {
        id,
        event_type: "incident.resolved",
        resource_type: "incident",
        occurred_at: "2026-02-10T15:18:02.120Z",
        agent: pointer("user_reference", "Jordan Lee"),
        data: {
          id: `Q${String(number).padStart(13, "0")}`,
          type: "incident",
          number: number + 1,
          status: "resolved",
          title: `Checkout is slow, ${"again and ".repeat(number % 100)}again`,
          created_at: "2026-02-10T14:32:00Z",
          service: pointer("service_reference", "orders-service"),
          urgency: "high",
          priority: pointer("priority_reference", "P1"),
        },
      },
    }),
  );
}
