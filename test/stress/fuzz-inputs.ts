/** What anybody may send to the endpoint, about half of it with proof that PagerDuty sent it. */

import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { MAX_BODY_BYTES } from "../../src/function/handler.ts";
import { INCIDENT_EVENTS } from "../../src/incident/patterns.ts";

/** Stands in many of the texts; must not be in any log line. No id and no event type can hold it. */
export const PLANTED = "planted words";

export const SIGNING_SECRET = "signing-secret-of-the-fuzz-run";
export const SHARED_SECRET = "shared-secret-of-the-fuzz-run";

/** A header that is proof, is none, or is not there. */
type Proof = { name: string; value: string | null; isValid: boolean };

/** One request but for its transport. */
export type Sending = {
  method: string;
  body: Uint8Array;
  signature: Proof;
  shared: Proof;
  headers: Array<[name: string, value: string]>;
};

const folder = join(import.meta.dirname, "..", "fixtures", "webhooks");
const samples = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
const template: { event: { data: Record<string, unknown> } } = JSON.parse(
  readFileSync(join(folder, "incident.resolved.by-integration.json"), "utf8"),
);

const letters = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x10ffff })), {
    maxLength: 12,
  })
  .map((points) => String.fromCodePoint(...points));
const long = fc
  .tuple(fc.constantFrom("火", "a", "\ud83d\udd25", '"', "\u0007", `${PLANTED} `), fc.nat(9_000))
  .map(([unit, times]) => unit.repeat(times));
const text = fc.oneof(
  { weight: 10, arbitrary: fc.constant(PLANTED) },
  { weight: 10, arbitrary: letters.map((suffix) => `${PLANTED}${suffix}`) },
  {
    weight: 10,
    arbitrary: fc.constantFrom(
      "",
      "\u0000",
      "\ud800",
      "\udc00\ud800",
      "\ufeff",
      "\u202e",
      "::set-output name=a::b",
    ),
  },
  { weight: 1, arbitrary: long },
);
const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(-0, 2 ** 53, 1e308, 5e-324));
const wild = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: fc.constantFrom(null, true, [], {}, "__proto__", "constructor") },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
const pointer = fc.oneof(
  wild,
  fc.record({ id: fc.oneof(fc.constantFrom("Q1OTHER", "PORDSVC", "x"), wild), summary: text, type: text }),
);
const mostly = (usual: string) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constant(`${usual}_note`) },
    { weight: 1, arbitrary: wild },
  );
const eventType = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...INCIDENT_EVENTS) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("pagey.ping", "incident.annotated", "service.updated", "incident."),
  },
  { weight: 1, arbitrary: wild },
);

/** A webhook of the right form in which any field may be wrong or missing. */
const webhook = fc
  .record({
    event: fc.record(
      {
        id: fc.oneof(fc.constantFrom("01RESOLVED0000000000000001", "a b"), wild),
        event_type: eventType,
        occurred_at: fc.oneof(fc.constant("2026-02-10T15:18:02.120Z"), wild),
        agent: pointer,
        data: fc
          .record(
            {
              id: mostly("Q1ORDERSPOOL01"),
              type: mostly("incident"),
              title: text,
              number: fc.oneof(number, wild),
              status: wild,
              html_url: fc.oneof(text, fc.constant("https://acme.pagerduty.com/incidents/Q1")),
              self: wild,
              created_at: wild,
              urgency: fc.oneof(fc.constantFrom("high", "low"), wild),
              priority: pointer,
              service: pointer,
              teams: fc.oneof(fc.array(pointer, { maxLength: 40 }), wild),
              escalation_policy: pointer,
              incident: pointer,
              resolve_reason: fc.oneof(fc.record({ type: text, incident: pointer }), wild),
              incident_type: wild,
              incident_role_assignments: fc.array(fc.record({ incident: pointer }), { maxLength: 3 }),
            },
            { requiredKeys: [] },
          )
          .chain((data) => {
            const whole = { ...template.event.data, ...data };
            return fc.constantFrom(data, whole, whole, whole);
          }),
      },
      { requiredKeys: ["event_type", "data"] },
    ),
  })
  .map((body) => Buffer.from(JSON.stringify(body)));

const sample = fc.constantFrom(...samples);

/** A real body with bytes taken away, put in or doubled. */
const mutated = fc
  .tuple(
    sample,
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        take: fc.nat(40),
        put: fc.oneof(
          fc.uint8Array({ maxLength: 12 }),
          fc
            .constantFrom(
              '"event":',
              '"data":{},',
              "1e999",
              "-",
              "9".repeat(400),
              '\\ud800"',
              "\\u0000",
              "[[",
              "}}",
              ",",
            )
            .map((words) => Buffer.from(words)),
        ),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([body, edits]) =>
    edits.reduce((bytes, { at, take, put }) => {
      const from = Math.floor(at * bytes.length);
      return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + take)]);
    }, body),
  );

const nested = fc
  .tuple(
    fc.constantFrom(["[", "]"], ['{"a":', "}"], ['{"event":', "}"]),
    fc.nat(20_000),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([[open = "", close = ""], depth, isClosed, isInside]) => {
    const tower = open.repeat(depth) + (isClosed ? `1${close.repeat(depth)}` : "");
    const event = '{"event":{"event_type":"incident.resolved","data":{"id":"Q1ORDERSPOOL01","title":';
    return Buffer.from(isInside ? `${event}${tower}}}}` : tower);
  });

const encoded = fc
  .tuple(sample, fc.constantFrom("bom", "utf16", "cut", "twice", "spaced", "latin1"), fc.nat(400))
  .map(([body, how, n]) => {
    if (how === "bom") return Buffer.concat([Buffer.from("\ufeff"), body]);
    if (how === "utf16") return Buffer.from(body.toString(), "utf16le");
    // Within a character of several bytes, often enough.
    if (how === "cut") return Buffer.concat([Buffer.from('{"é火🔥"'), body]).subarray(0, n);
    if (how === "twice")
      return Buffer.from(body.toString().replace("{", `{"event":${JSON.stringify(PLANTED)},`));
    if (how === "spaced") return Buffer.from(`\n${body.toString().replaceAll(":", " :\t")}\r\n`);
    return Buffer.from(body.toString().replaceAll("e", "é"), "latin1");
  });

/** Around the size that PagerDuty never goes beyond. */
const large = fc
  .tuple(sample, fc.integer({ min: -2, max: 2 }), fc.constantFrom(1, 2), fc.constantFrom(" ", "\0"))
  .map(([body, more, times, filling]) =>
    Buffer.concat([body, Buffer.alloc(times * MAX_BODY_BYTES + more - body.length, filling)]),
  );

const body = fc.oneof(
  { weight: 50, arbitrary: webhook },
  { weight: 25, arbitrary: mutated },
  { weight: 10, arbitrary: sample },
  { weight: 8, arbitrary: encoded },
  { weight: 8, arbitrary: fc.uint8Array({ maxLength: 600 }) },
  { weight: 4, arbitrary: fc.json().map((json) => Buffer.from(json)) },
  { weight: 2, arbitrary: nested },
  { weight: 1, arbitrary: large },
);

type Form = (right: () => string, wrong: () => string, bytes: Uint8Array) => string | null;

const VALID: Form[] = [
  (right) => `v1=${right()}`,
  (right) => `v1=${right().toUpperCase()}`,
  (right, wrong) => `v1=${wrong()},v1=${right()}`,
  (right, wrong) => `v1=${right()}, v1=${wrong()}`,
  (right, wrong) => `v2=${wrong()},v1=${right()},`,
  (right) => `v1=${right()}\t,`,
  (right) => `${"v1=0,".repeat(50)}v1=${right()}`,
];

const INVALID: Form[] = [
  () => null,
  () => "",
  (right) => right(),
  (_, wrong) => `v1=${wrong()}`,
  (right) => `v2=${right()}`,
  (right) => `v1=${right().slice(1)}`,
  (right) => `v1=${right()}0`,
  (right) => `v1:${right()}`,
  (right) => `v1=${right()};v1=${right()}`,
  (right) => `v1=${Buffer.from(right(), "hex").toString("base64")}`,
  (_, __, bytes) => `v1=${hex(SIGNING_SECRET, Buffer.concat([bytes, Buffer.from(" ")]))}`,
  (_, __, bytes) => `v1=${hex("", bytes)}`,
  (right) => `${"v1=".repeat(900)}${right()}`,
  () => "v1=\u00e9\u00ff\u0080",
];

/** Built here, not by the sandbox's sender, so that the worth of each form is known. */
function signature(bytes: Uint8Array): fc.Arbitrary<Proof> {
  const value = (form: Form) =>
    form(
      () => hex(SIGNING_SECRET, bytes),
      () => hex("another-secret", bytes),
      bytes,
    );
  const header = (isValid: boolean) => (form: Form) => ({
    name: "X-PagerDuty-Signature",
    value: value(form),
    isValid,
  });
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...VALID).map(header(true)) },
    { weight: 4, arbitrary: fc.constantFrom(...INVALID).map(header(false)) },
  );
}

function hex(key: string, bytes: Uint8Array): string {
  return createHmac("sha256", key).update(bytes).digest("hex");
}

const shared: fc.Arbitrary<Proof> = fc
  .constantFrom<[string | null, boolean]>(
    ...Array.from({ length: 8 }, (): [string, boolean] => [SHARED_SECRET, true]),
    [null, false],
    ["", false],
    [SHARED_SECRET.toUpperCase(), false],
    [SHARED_SECRET.slice(1), false],
    [`${SHARED_SECRET},${SHARED_SECRET}`, false],
    ["\u00e9", false],
  )
  .map(([value, isValid]) => ({ name: "X-Webhook-Secret", value, isValid }));

const words = fc.stringMatching(/^[ -~\u00a0-\u00ff]{0,40}$/).map((value) => value.trim());
const header = fc.oneof(
  fc.tuple(fc.constant("x-webhook-id"), fc.oneof(fc.uuid(), words)),
  fc.tuple(
    fc.constant("content-type"),
    fc.constantFrom("application/json", "text/plain; charset=utf-16", ""),
  ),
  fc.tuple(fc.constant("content-encoding"), fc.constantFrom("gzip", "br", "identity", "")),
  fc.tuple(fc.stringMatching(/^x-[a-z-]{1,20}$/), words),
  fc.tuple(fc.constantFrom("accept", "cookie", "authorization", "x-forwarded-for", "user-agent"), words),
);

const method = fc.oneof(
  { weight: 30, arbitrary: fc.constant("POST") },
  // A Request cannot have TRACE, TRACK or CONNECT: those are the platform's to answer.
  { weight: 1, arbitrary: fc.constantFrom("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "QUERY") },
);

/** One request: its method, bytes and headers, and whether it proves to be PagerDuty's. */
export const sending: fc.Arbitrary<Sending> = body.chain((bytes) =>
  fc.record({
    method,
    body: fc.constant(bytes),
    signature: signature(bytes),
    shared,
    headers: fc.array(header, { maxLength: 4 }),
  }),
);

/** The headers as they are sent, proofs among them. */
export function headersOf({ headers, signature, shared }: Sending): Array<[name: string, value: string]> {
  const proofs = [signature, shared].flatMap(
    ({ name, value }): Array<[string, string]> => (value === null ? [] : [[name, value]]),
  );
  return [...headers, ...proofs];
}
