/** The function under fuzz over raw sockets: what no HTTP client would send, and what must hold all the same. */

import { connect } from "node:net";
import fc from "fast-check";
import { startFunction } from "../../sandbox/function/process.ts";
import { type Reply, startService } from "../../sandbox/service.ts";
import { MAX_BODY_BYTES } from "../../src/function/handler.ts";
import { INCIDENT_EVENTS } from "../../src/incident/patterns.ts";
import { headersOf, type Sending, SIGNING_SECRET, sending } from "./fuzz-inputs.ts";
import { checkDispatch, checkLine, must } from "./fuzz-receiver.ts";

/** Node's own answers to what is no HTTP; the function sees none of those requests. */
const NOT_HTTP = [400, 408, 417, 431];
/** The budget of four seconds, and what a busy machine takes of its own. */
const LONGEST_MS = 6_000;

const PATHS = ["/api/pagerduty", "/pagerduty-resolved"];

/**
 * How the body's length is told: rightly, in chunks, more or less than there is, both ways at once, or not as HTTP
 * says. `cut` announces more and hangs up.
 */
const FRAMINGS = ["length", "chunked", "cut", "short", "both", "twice", "no number", "bad chunk"] as const;

/** Header lines that Node answers itself, and one that it lets wait: each a line of its own. */
const ODD_LINES = [
  "Expect: 100-continue",
  "Expect: miracles",
  `X-Long: ${"a".repeat(20_000)}`,
  "X-Broken\r: a",
  " folded: a",
  "Transfer-Encoding: gzip",
  "\u0000: a",
  "X-Caf\u00e9: a",
  "Host: ]not a host[",
];

type RawInput = {
  sending: Sending;
  path: string;
  framing: (typeof FRAMINGS)[number];
  odd: string | null;
  github: Reply;
};

const rawInput: fc.Arbitrary<RawInput> = fc.record({
  sending,
  path: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...PATHS) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "/",
        "/api",
        "/api/pagerduty/",
        "//api/pagerduty",
        "/%00",
        "/../x",
        "*",
        "http://example.com/api/pagerduty",
      ),
    },
    { weight: 1, arbitrary: fc.stringMatching(/^\/[!-~]{0,60}$/) },
  ),
  framing: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom("length" as const, "chunked" as const) },
    { weight: 1, arbitrary: fc.constantFrom(...FRAMINGS) },
  ),
  odd: fc.oneof(
    { weight: 12, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_LINES) },
  ),
  github: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ status: 204 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        {
          status: 403,
          headers: { "retry-after": "60" },
          body: { message: "You have exceeded a secondary rate limit." },
        },
        { status: 500, body: "<html>", headers: { "content-type": "text/html" } },
      ),
    },
  ),
});

/** Starts the function and a GitHub for it; `settle` looks at the whole log once everything was played. */
export async function httpProperty(onPlayed: (input: RawInput, status: number | string) => void) {
  let reply: Reply = { status: 204 };
  const github = await startService(() => reply);
  const running = await startFunction({
    env: {
      PAGERDUTY_WEBHOOK_SECRET: SIGNING_SECRET,
      GITHUB_REPOSITORY: "acme/docs",
      GITHUB_TOKEN: "github_pat_of_the_fuzz_run",
      GITHUB_API_URL: github.url,
      INCIDENT_EVENTS: INCIDENT_EVENTS.join(","),
    },
  });
  const port = Number(new URL(running.url).port);
  let answered = 0;
  let played = 0;

  async function play(input: RawInput): Promise<number | string> {
    reply = input.github;
    github.requests.length = 0;
    played += 1;
    const raw = bytesOf(input);
    const { status, isOurs } = await exchange(port, raw, input.framing === "cut");
    if (isOurs) answered += 1;
    const dispatches = github.requests.map(({ body }) => Buffer.from(body).toString());
    for (const dispatch of dispatches) checkDispatch(dispatch, INCIDENT_EVENTS);
    const { sending, framing, odd } = input;
    const isWhole = framing === "length" || framing === "chunked";
    must(
      dispatches.length === 0 || (sending.signature.isValid && isWhole && sending.method === "POST"),
      "no dispatch without proof of the whole body",
    );
    must(status !== 202 || reply.status === 204, "202 only when GitHub took it");
    if (!isOurs) {
      const isPlain = isWhole && odd === null;
      must(!(isPlain && PATHS.includes(input.path)), `an answer of the function, found ${status}`);
      must(
        status === "none" || [200, 404, 405, ...NOT_HTTP].includes(Number(status)),
        `no ${status} of the server`,
      );
      must(status !== "none" || framing === "cut", "an answer, unless the sender hung up");
      return status === "none" ? "none" : `${status} by the server`;
    }
    must([200, 202, 401, 405, 413, 503].includes(Number(status)), `a status of the table, found ${status}`);
    if (sending.method !== "POST" || !isWhole) return status;
    if (sending.body.length > MAX_BODY_BYTES)
      must(status === 413, `413 for what is too large, found ${status}`);
    else if (!sending.signature.isValid) must(status === 401, `401 without proof, found ${status}`);
    else if (dispatches.length > 0)
      must(status === (reply.status === 204 ? 202 : 503), `what GitHub said, found ${status}`);
    else must(status === 200, `200 for what is proven and not forwarded, found ${status}`);
    return status;
  }

  return {
    property: fc.asyncProperty(rawInput, async (input) => {
      onPlayed(input, await play(input));
    }),
    async settle() {
      const health = await fetch(`${running.url}/api/pagerduty`);
      must(health.status === 200, "a function that is well after all of it");
      await running.close();
      for (const line of running.logs) checkLine(line);
      const lines = running.logs.length - 1;
      must(
        lines >= answered && lines <= played,
        `one log line a request: ${answered} answers, ${lines} lines`,
      );
    },
    async close() {
      await running.close();
      await github.close();
    },
  };
}

function bytesOf({ sending, path, framing, odd }: RawInput): Buffer {
  const { method, body } = sending;
  const lines = [`${method} ${path} HTTP/1.1`, "Host: 127.0.0.1", ...(odd === null ? [] : [odd])];
  for (const [name, value] of headersOf(sending)) lines.push(`${name}: ${value}`);
  const length = (more: number) => `Content-Length: ${Math.max(0, body.length + more)}`;
  const chunked = "Transfer-Encoding: chunked";
  const framings: Record<typeof framing, string[]> = {
    length: [length(0)],
    chunked: [chunked],
    cut: [length(10)],
    short: [length(-Math.ceil(body.length / 2))],
    both: [length(0), chunked],
    twice: [length(0), length(1)],
    "no number": ["Content-Length: many"],
    "bad chunk": [chunked],
  };
  lines.push("Connection: close", ...framings[framing], "", "");
  const head = Buffer.from(lines.join("\r\n"), "latin1");
  if (framing === "bad chunk") return Buffer.concat([head, Buffer.from("xyz\r\n"), body]);
  if (framing !== "chunked") return Buffer.concat([head, body]);
  const half = Math.ceil(body.length / 2);
  const chunks = [body.subarray(0, half), body.subarray(half)].filter(({ length }) => length > 0);
  const framed = chunks.flatMap((chunk) => [
    Buffer.from(`${chunk.length.toString(16)}\r\n`),
    chunk,
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([head, ...framed, Buffer.from("0\r\n\r\n")]);
}

type Exchanged = { status: number | "none"; isOurs: boolean };

/** Sends the bytes and reads what comes back; `hangsUp` ends the sending side when they are out. */
async function exchange(port: number, raw: Buffer, hangsUp: boolean): Promise<Exchanged> {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  let received = "";
  socket.setEncoding("latin1").on("data", (data) => {
    received += data;
  });
  // A server that answers before it has read everything resets the rest.
  socket.on("error", () => undefined);
  const closed = new Promise<boolean>((resolve) => {
    const timer = setTimeout(resolve, LONGEST_MS, false);
    for (const event of ["end", "close"])
      socket.once(event, () => {
        clearTimeout(timer);
        resolve(true);
      });
  });
  if (hangsUp) socket.end(raw);
  else socket.write(raw);
  const isClosed = await closed;
  socket.destroy();
  must(isClosed, `an answer and an end within ${LONGEST_MS} ms, found ${received.slice(0, 100)}`);
  const final = received.replace(/^(?:HTTP\/1\.1 1\d\d [^\r]*\r\n(?:[^\r]+\r\n)*\r\n)+/, "");
  const [head = ""] = final.split("\r\n\r\n", 1);
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1];
  return {
    status: status === undefined ? "none" : Number(status),
    isOurs: /^cache-control: no-store$/im.test(head),
  };
}
