import { describe, expect, onTestFinished, test } from "vitest";
import { startPagerDuty } from "../../../sandbox/pagerduty/server.ts";
import { startService } from "../../../sandbox/service.ts";
import { verifySignature } from "../../../src/pagerduty/signature.ts";

const WANTED = {
  type: "webhook_subscription",
  description: "Postmortems",
  events: ["incident.resolved", "incident.reopened"],
  filter: { type: "service_reference", id: "PORDSVC" },
  delivery_method: {
    type: "http_delivery_method",
    url: "https://example.com/hook",
    custom_headers: [{ name: "X-Webhook-Secret", value: "hush" }],
  },
};

async function start() {
  const pagerDuty = await startPagerDuty({
    tokens: [
      { token: "key", kind: "token" },
      { token: "readonly", kind: "token", readOnly: true },
    ],
    incidents: [],
  });
  onTestFinished(pagerDuty.close);
  async function call(method: string, path: string, body?: unknown, token = "key") {
    const response = await fetch(`${pagerDuty.url}/webhook_subscriptions${path}`, {
      method,
      headers: { authorization: `Token token=${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : JSON.parse(text) };
  }
  const create = (changes: object = {}) =>
    call("POST", "", { webhook_subscription: { ...WANTED, ...changes } });
  return { pagerDuty, all: pagerDuty.subscriptions.all, call, create };
}

describe("a webhook subscription", () => {
  test("shows its secret and the values of its headers in the answer to its creation, and never again", async () => {
    const { call, create } = await start();
    const created = await create();
    const subscription = created.body.webhook_subscription;
    expect(created.status).toBe(200);
    expect(subscription).toMatchObject({
      ...WANTED,
      active: true,
      delivery_method: { secret: expect.any(String) },
    });
    expect(subscription.delivery_method.secret).toHaveLength(64);
    const { body } = await call("GET", "");
    expect(body.webhook_subscriptions[0].delivery_method).toMatchObject({
      secret: null,
      temporarily_disabled: false,
      custom_headers: [{ name: "X-Webhook-Secret", value: "-- redacted --" }],
    });
  });

  test("is listed by pages", async () => {
    const { call, pagerDuty } = await start();
    for (const id of ["PA", "PB", "PC"])
      pagerDuty.subscriptions.add({ url: "https://example.com/", filter: { type: "team_reference", id } });
    const page = await call("GET", "?limit=2&offset=1");
    expect(page.body).toMatchObject({ limit: 2, offset: 1, more: false });
    expect(page.body.webhook_subscriptions.map((one: typeof WANTED) => one.filter.id)).toEqual(["PB", "PC"]);
  });

  test("can be deleted", async () => {
    const { call, create } = await start();
    const { id } = (await create()).body.webhook_subscription;
    expect((await call("DELETE", `/${id}`)).status).toBe(204);
    expect((await call("GET", "")).body.webhook_subscriptions).toEqual([]);
    expect((await call("DELETE", `/${id}`)).status).toBe(404);
  });

  test.for([
    ["of no event", { events: [] }],
    ["of an event twice", { events: ["incident.resolved", "incident.resolved"] }],
    ["of an event that there is not", { events: ["incident.merged"] }],
    ["for a service without its id", { filter: { type: "service_reference" } }],
    ["of another type", { type: "webhook" }],
    ["to no address", { delivery_method: { type: "http_delivery_method", url: "example" } }],
    [
      "with one header twice",
      {
        delivery_method: {
          ...WANTED.delivery_method,
          custom_headers: [
            { name: "X-A", value: "1" },
            { name: "x-a", value: "2" },
          ],
        },
      },
    ],
  ] as const)("%s is refused", async ([, changes]) => {
    const { all, create } = await start();
    const { status, body } = await create(changes);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 2001, errors: [expect.any(String)] });
    expect(all).toEqual([]);
  });

  test("is refused when its scope has ten, not when another scope has", async () => {
    const { create } = await start();
    for (let number = 0; number < 10; number++) expect((await create()).status).toBe(200);
    expect((await create()).status).toBe(400);
    expect((await create({ filter: { type: "account_reference" } })).status).toBe(200);
  });

  test("may be read with a read-only key and not changed", async () => {
    const { call, create } = await start();
    const { id } = (await create()).body.webhook_subscription;
    const status = async (...args: [string, string, unknown?]) =>
      (await call(args[0], args[1], args[2], "readonly")).status;
    expect(await status("GET", "")).toBe(200);
    expect(await status("POST", "", { webhook_subscription: WANTED })).toBe(403);
    expect(await status("DELETE", `/${id}`)).toBe(403);
    expect(await status("POST", `/${id}/ping`)).toBe(403);
    expect((await call("GET", `/${id}/ping`)).status).toBe(404);
    expect((await call("PATCH", "")).status).toBe(404);
  });
});

describe("a ping", () => {
  async function receiver(status: number) {
    const service = await startService(() => ({ status }));
    onTestFinished(service.close);
    return service;
  }

  test("is delivered, signed, with the headers in clear", async () => {
    const { call, pagerDuty } = await start();
    const { url, requests } = await receiver(200);
    const { id } = pagerDuty.subscriptions.add({
      url,
      secret: "ping-secret",
      headers: { "X-Webhook-Secret": "hush" },
    });
    expect((await call("POST", `/${id}/ping`)).status).toBe(202);
    const { body, headers } = requests[0]!;
    expect(JSON.parse(String(body)).event).toMatchObject({
      event_type: "pagey.ping",
      resource_type: "pagey",
    });
    expect(verifySignature(["ping-secret"], body, headers["x-pagerduty-signature"] ?? null)).toBe(true);
    expect(headers).toMatchObject({ "x-webhook-secret": "hush", "x-webhook-subscription": id });
  });

  test("is taken whoever does not answer, and goes to no subscription that is disabled", async () => {
    const { call, pagerDuty } = await start();
    const service = await receiver(401);
    const { id, delivery_method: method } = pagerDuty.subscriptions.add({ url: service.url });
    expect((await call("POST", `/${id}/ping`)).status).toBe(202);
    method.temporarily_disabled = true;
    expect((await call("POST", `/${id}/ping`)).status).toBe(202);
    expect(service.requests).toHaveLength(1);
    method.temporarily_disabled = false;
    await service.close();
    expect((await call("POST", `/${id}/ping`)).status).toBe(202);
  });
});
