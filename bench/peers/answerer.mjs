/** The outgoing service of every peer: it reads a request to its end and answers at once. */
import { writeSync } from "node:fs";
import { createServer } from "node:http";

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => response.writeHead(204).end());
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => writeSync(3, `${server.address().port}\n`));
