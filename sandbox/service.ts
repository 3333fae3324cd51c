/** One loopback HTTP service: it answers by a route, records every request, and fails when told to. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** A request as it arrived; `status` stays null for as long as nothing was answered. */
type RecordedRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Uint8Array;
  status: number | null;
};

/**
 * One way to fail. Without `after` the request has no effect; with it the request takes effect first and
 * only its answer is lost or replaced, which is what makes a create ambiguous to its caller.
 */
export type Fault = {
  method?: string;
  /** Tried on path and query together. */
  path?: RegExp;
  /** How many requests it strikes; 1 unless told. */
  times?: number;
  do: "status" | "delay" | "hang" | "reset" | "html" | "truncate";
  status?: number;
  retryAfter?: string;
  headers?: Record<string, string>;
  body?: unknown;
  delayMs?: number;
  after?: boolean;
  /** Told of each request that it strikes. */
  onStrike?: (request: { method: string; path: string }) => void;
};

/** An answer: `body` leaves as JSON, unless it is bytes, or a string under another content type. */
export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };

export type RouteRequest = {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: Uint8Array;
  /** The body as JSON, or undefined where it is not JSON: a value that JSON itself cannot express. */
  json(): unknown;
};

export type Route = (request: RouteRequest) => Reply | Promise<Reply>;

export type Service = {
  url: string;
  requests: RecordedRequest[];
  /** Answers as over the network, without it: nothing is recorded, and no fault strikes. */
  answer(url: string, init: RequestInit): Promise<Response>;
  /** Adds a fault; of several that fit a request the oldest one strikes. */
  fail(fault: Fault): void;
  close(): Promise<void>;
};

/** Larger than anything the three real services take, and small enough to hold in memory. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** Starts the service on 127.0.0.1, by default on a free port. */
export async function startService(route: Route, options: { port?: number } = {}): Promise<Service> {
  const requests: RecordedRequest[] = [];
  const faults: Array<{ fault: Fault; left: number }> = [];
  const closing = new AbortController();

  function takeFault(method: string, path: string): Fault | undefined {
    const index = faults.findIndex(
      ({ fault }) =>
        (fault.method ?? method).toUpperCase() === method &&
        (fault.path === undefined || path.search(fault.path) >= 0),
    );
    const found = faults[index];
    if (found === undefined) return undefined;
    found.left -= 1;
    if (found.left <= 0) faults.splice(index, 1);
    found.fault.onStrike?.({ method, path });
    return found.fault;
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const method = incoming.method ?? "GET";
    const path = incoming.url ?? "/";
    const body = await readBody(incoming);
    const headers = flatten(incoming.headers);
    const record: RecordedRequest = { method, path, headers, body: body ?? Buffer.alloc(0), status: null };
    requests.push(record);
    function send(reply: Reply): void {
      if (outgoing.destroyed) return;
      record.status = reply.status;
      write(outgoing, reply);
    }

    if (body === null) {
      send({ status: 413, body: { error: `The body is larger than ${MAX_BODY_BYTES} bytes.` } });
      return;
    }
    const take = () => takeEffect(route, { method, path, headers, body });
    const fault = takeFault(method, path);
    if (fault === undefined) {
      send(await take());
      return;
    }
    const effect = fault.after === true ? await take() : undefined;
    if (fault.do === "delay") {
      await sleep(fault.delayMs ?? 1_000, undefined, { signal: closing.signal });
      // A caller that has given up meanwhile is one that the request did not get through for.
      if (!outgoing.destroyed) send(effect ?? (await take()));
    } else if (fault.do === "reset") {
      outgoing.socket?.resetAndDestroy();
    } else if (fault.do === "truncate") {
      const reply = effect ?? { status: fault.status ?? 200, body: fault.body ?? { truncated: true } };
      record.status = cutShort(outgoing, reply);
    } else if (fault.do !== "hang") {
      send(replacement(fault));
    }
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  // A kept connection that times out just as the next request is written would fail that request at random.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The service listens on no port.");

  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    answer: (url, init) => answerOf(route, new Request(url, init)),
    fail(fault) {
      faults.push({ fault, left: fault.times ?? 1 });
    },
    async close() {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Taken = { method: string; path: string; headers: Record<string, string>; body: Uint8Array };

async function takeEffect(route: Route, { method, path, headers, body }: Taken): Promise<Reply> {
  try {
    // Only the path and the query matter, and a Host header that is no host must not be able to break them.
    const url = new URL(`http://127.0.0.1${path}`);
    return await route({ method, url, headers, body, json: () => parseJson(body) });
  } catch (error) {
    return { status: 500, body: { error: String(error) } };
  }
}

async function answerOf(route: Route, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const reply = await takeEffect(route, {
    method: request.method,
    path: `${pathname}${search}`,
    headers: Object.fromEntries(request.headers),
    body: new Uint8Array(await request.arrayBuffer()),
  });
  const { headers, content } = encode(reply);
  return new Response(content.length > 0 ? new Uint8Array(content) : null, { status: reply.status, headers });
}

function replacement(fault: Fault): Reply {
  const retryAfter = fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter };
  const headers = { ...retryAfter, ...fault.headers };
  if (fault.do === "status") return { status: fault.status ?? 500, body: fault.body, headers };
  const status = fault.status ?? 502;
  const page = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>\n`;
  return { status, body: fault.body ?? page, headers: { ...headers, "content-type": "text/html" } };
}

/** The body, or null where it is too large; the rest is read and dropped, so that the refusal is received. */
async function readBody(incoming: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks) : null;
}

function flatten(headers: IncomingMessage["headers"]): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function encode(reply: Reply): { headers: Record<string, string>; content: Buffer } {
  const headers = { "content-type": "application/json; charset=utf-8", ...reply.headers };
  if (reply.body === undefined) return { headers: { ...reply.headers }, content: Buffer.alloc(0) };
  if (reply.body instanceof Uint8Array) return { headers, content: Buffer.from(reply.body) };
  const isText = typeof reply.body === "string" && !headers["content-type"].includes("json");
  return { headers, content: Buffer.from(isText ? String(reply.body) : JSON.stringify(reply.body)) };
}

function write(outgoing: ServerResponse, reply: Reply): void {
  const { headers, content } = encode(reply);
  const length = reply.status === 204 ? {} : { "content-length": String(content.length) };
  outgoing.writeHead(reply.status, { ...headers, ...length }).end(content);
}

/** Announces the whole body, sends half of it and hangs up; an empty answer has no half, so it becomes a 200. */
function cutShort(outgoing: ServerResponse, reply: Reply): number {
  const { headers, content } = encode(reply);
  const whole = content.length > 0 ? content : Buffer.from("{}");
  const status = content.length > 0 ? reply.status : 200;
  outgoing.writeHead(status, { ...headers, "content-length": String(whole.length) });
  outgoing.write(whole.subarray(0, Math.ceil(whole.length / 2)), () => outgoing.destroy());
  return status;
}
