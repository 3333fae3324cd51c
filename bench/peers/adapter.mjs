/** Serves a Web handler over node:http, as any host of `export default { fetch }` has to. */
import { writeSync } from "node:fs";
import { createServer } from "node:http";

export function serve(handler) {
  const server = createServer(async (incoming, outgoing) => {
    const response = await handler(toRequest(incoming));
    const body = await response.bytes();
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body);
  });
  server.listen(0, "127.0.0.1", () => writeSync(3, `${server.address().port}\n`));
}

function toRequest(incoming) {
  const { method, url, headers } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(`http://127.0.0.1${url}`, {
    method,
    headers,
    ...(hasBody ? { body: bodyOf(incoming), duplex: "half" } : {}),
  });
}

function bodyOf(incoming) {
  return new ReadableStream({
    start(controller) {
      incoming.on("data", (chunk) => controller.enqueue(chunk));
      incoming.on("end", () => controller.close());
      incoming.on("error", (error) => controller.error(error));
    },
  });
}
