/** The process behind `function.ts`: one function and the static page over HTTP, routed as vercel.json says. */
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { enableCompileCache } from "node:module";
import { extname, join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import vercel from "../../vercel.json" with { type: "json" };

type Handler = (request: Request) => Response | Promise<Response>;

// Most of a start is compiling, and the sandbox starts the same function again and again.
enableCompileCache();

const [entry = "", port = "0"] = process.argv.slice(2);
const exported: { default?: { fetch?: Handler } } = await import(pathToFileURL(entry).href);
const handler = exported.default?.fetch;
if (!handler) throw new Error(`${entry} does not export default { fetch }.`);

const pages = readPages(join(import.meta.dirname, "..", "..", vercel.outputDirectory));
const functionPaths = Object.keys(vercel.functions).map((file) => `/${file.replace(/\.ts$/, "")}`);
const rewrites = new Map(vercel.rewrites.map(({ source, destination }) => [source, destination]));

const server = createServer((incoming, outgoing) => {
  answer(incoming, outgoing, handler).catch((error) => fail(outgoing, error));
});
server.listen(Number(port), "127.0.0.1");
await once(server, "listening");
process.on("disconnect", () => process.exit());
process.on("message", () => {
  // Only what is in use counts; there is a gc with --expose-gc alone.
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed });
});
process.send?.(server.address());

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, handler: Handler): Promise<void> {
  // The path as it was sent: of a Host header that is no host, nothing may depend.
  const { pathname } = new URL(`http://127.0.0.1${incoming.url}`);
  for (const { source, headers } of vercel.headers) {
    if (!new RegExp(`^${source}$`).test(pathname)) continue;
    for (const { key, value } of headers) outgoing.setHeader(key, value);
  }
  const page = pages.get(pathname);
  if (page) sendPage(incoming, outgoing, page);
  else if (functionPaths.includes(rewrites.get(pathname) ?? pathname))
    await invoke(incoming, outgoing, handler);
  else sendText(outgoing, 404, "The page could not be found\n\nNOT_FOUND\n");
}

async function invoke(incoming: IncomingMessage, outgoing: ServerResponse, handler: Handler): Promise<void> {
  const response = await handler(toRequest(incoming, outgoing));
  outgoing.statusCode = response.status;
  // Vercel's own default; a function that must not be cached has to say so.
  if (!response.headers.has("cache-control")) {
    outgoing.setHeader("cache-control", "public, max-age=0, must-revalidate");
  }
  for (const [name, value] of response.headers) {
    if (name === "set-cookie") outgoing.appendHeader(name, value);
    else outgoing.setHeader(name, value);
  }
  if (response.body === null || incoming.method === "HEAD") outgoing.end();
  else await pipeline(Readable.fromWeb(response.body), outgoing);
}

function toRequest(incoming: IncomingMessage, outgoing: ServerResponse): Request {
  const { method = "GET", url = "/", rawHeaders } = incoming;
  const gone = new AbortController();
  outgoing.on("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const headers = new Headers();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    headers.append(rawHeaders[i] ?? "", rawHeaders[i + 1] ?? "");
  const body = method === "GET" || method === "HEAD" ? null : toStream(incoming);
  return new Request(`http://127.0.0.1${url}`, {
    method,
    headers,
    body,
    duplex: "half",
    signal: gone.signal,
  });
}

/**
 * The body as it arrives. Not `Readable.toWeb`: cancelling that one destroys the socket, and with it the answer
 * of a function that refuses a body before it has read it to the end.
 */
function toStream(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let isOpen = true;
  return new ReadableStream({
    start(controller) {
      incoming.on("data", (chunk: Buffer) => {
        if (!isOpen) return;
        controller.enqueue(new Uint8Array(chunk));
        if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.on("end", () => {
        if (isOpen) controller.close();
        isOpen = false;
      });
      incoming.on("error", (error) => {
        if (isOpen) controller.error(error);
        isOpen = false;
      });
      incoming.pause();
    },
    pull() {
      incoming.resume();
    },
    cancel() {
      isOpen = false;
      incoming.resume();
    },
  });
}

function fail(outgoing: ServerResponse, error: unknown): void {
  // A client that left before the whole answer is no fault of the function.
  if (outgoing.destroyed) return;
  console.error(error);
  if (outgoing.headersSent) outgoing.destroy();
  else sendText(outgoing, 500, "A server error has occurred\n\nFUNCTION_INVOCATION_FAILED\n");
}

function sendText(outgoing: ServerResponse, status: number, text: string): void {
  outgoing.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}

function sendPage(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  page: { type: string; bytes: Buffer },
): void {
  if (incoming.method !== "GET" && incoming.method !== "HEAD") {
    sendText(outgoing, 405, "INVALID_REQUEST_METHOD\n");
    return;
  }
  outgoing.writeHead(200, { "content-type": page.type, "content-length": page.bytes.length }).end(page.bytes);
}

/** Every static file under the path that it is served at. */
function readPages(folder: string): Map<string, { type: string; bytes: Buffer }> {
  const found = new Map<string, { type: string; bytes: Buffer }>();
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const at = join(file.parentPath, file.name);
    const path = `/${relative(folder, at).split(sep).join("/")}`;
    const type = extname(path) === ".html" ? "text/html; charset=utf-8" : "application/octet-stream";
    found.set(path.replace(/\/index\.html$/, "/"), { type, bytes: readFileSync(at) });
  }
  return found;
}
