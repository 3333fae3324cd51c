/** PagerDuty's deliveries to the real function: signed, late, repeated, and repeated again until they are taken. */

import { createDispatch } from "../../../src/function/dispatch.ts";
import { readEnvironment } from "../../../src/function/environment.ts";
import { createReceiver } from "../../../src/function/handler.ts";
import type { Fetch } from "../../../src/lib/http.ts";
import { signWebhook } from "../../../src/pagerduty/signature.ts";
import type { Random } from "./random.ts";
import type { Actor, Schedule } from "./schedule.ts";
import { HOSTS, KEYS, REPOSITORY } from "./services.ts";

const SECRET = "simulated-signing-secret-0123456789";
const EVENTS = "incident.acknowledged,incident.reopened,incident.priority_updated,incident.resolved";
/** PagerDuty gives up after 48 hours; by then every outage of the simulation is over. */
const LONGEST_PAUSE_MS = 60 * 60_000;

/** Makes the sender: it delivers a body until the function has taken it. */
export function createSender(options: {
  schedule: Schedule;
  random: Random;
  network: (actor: Actor) => Fetch;
  say: (words: string) => void;
  /** The function dropped a delivery for good, which makes PagerDuty disable the subscription in the end. */
  onDropped: (what: string) => void;
}): (body: Uint8Array, what: string, delayMs: number) => void {
  const { schedule, random, network, say, onDropped } = options;
  const environment = readEnvironment({
    PAGERDUTY_WEBHOOK_SECRET: SECRET,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_TOKEN: KEYS.github,
    GITHUB_API_URL: `https://${HOSTS.github}`,
    INCIDENT_EVENTS: EVENTS,
  });
  const { settings } = environment;
  if (settings === null) throw new Error(environment.problems.join("; "));
  let deliveries = 0;

  function receive(actor: Actor, body: Uint8Array, delivery: string): Promise<Response> {
    const clock = {
      now: schedule.now,
      sleep: (ms: number) => actor.after(ms, () => undefined),
    };
    const dispatch = createDispatch({ fetch: network(actor), clock, github: settings!.github });
    const receiver = createReceiver({ environment, dispatch, clock, log: () => undefined });
    const headers = { "x-pagerduty-signature": signWebhook(body, [SECRET]), "x-webhook-id": delivery };
    return receiver(
      new Request("https://function.example/api/pagerduty", {
        method: "POST",
        headers,
        body: new Uint8Array(body),
      }),
    );
  }

  async function deliver(body: Uint8Array, what: string, delivery: string, tried: number): Promise<void> {
    const answer = await schedule.perform(`webhook ${what}`, (actor) => receive(actor, body, delivery));
    const status = answer === "killed" ? null : answer.status;
    say(`webhook ${what}, try ${tried}: ${status ?? "no answer"}`);
    if (status !== null && status >= 400 && status < 500) onDropped(`webhook ${what}: ${status}`);
    if (status !== null && status < 500) return;
    const pause = Math.min(random.int(20, 60) * 1_000 * 2 ** tried, LONGEST_PAUSE_MS);
    schedule.at(schedule.now() + pause, () => void deliver(body, what, delivery, tried + 1));
  }

  return (body, what, delayMs) => {
    const delivery = `delivery-${++deliveries}`;
    schedule.at(schedule.now() + delayMs, () => void deliver(body, what, delivery, 1));
  };
}
