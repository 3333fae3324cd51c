/** The sender of webhooks: requests that were written beforehand, over connections that are kept. */
import { connect, type Socket } from "node:net";

/** The bytes of one whole request, and the status that it must be answered with. */
export type Delivery = { bytes: Buffer; status: number };

/** Writes a POST as it goes over the wire. */
export function written(path: string, headers: Record<string, string>, body: Uint8Array): Buffer {
  const all = { host: "127.0.0.1", "content-length": String(body.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join("")}\r\n`), body]);
}

/** Sends one delivery `count` times over `connections` at once; gives the milliseconds that it took. */
export async function send(
  port: number,
  delivery: Delivery,
  count: number,
  connections: number,
): Promise<number> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  let left = count;
  const startedAt = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      while (left > 0) {
        left -= 1;
        await exchange(socket, delivery);
      }
    }),
  );
  const ms = performance.now() - startedAt;
  for (const socket of sockets) socket.destroy();
  return ms;
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}

function exchange(socket: Socket, { bytes, status }: Delivery): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const take = (chunk: Buffer) => {
      answer += chunk.toString("latin1");
      if (!isWhole(answer)) return;
      settle();
      const got = answer.slice(9, 12);
      if (got === String(status)) resolve();
      else reject(new Error(`The answer was ${got}, not ${status}: ${answer.slice(0, 500)}`));
    };
    const lose = () => {
      settle();
      reject(new Error(`The connection was closed before the answer: ${answer.slice(0, 500)}`));
    };
    const settle = () => {
      socket.off("data", take);
      socket.off("close", lose);
    };
    socket.on("data", take);
    socket.on("close", lose);
    socket.write(bytes);
  });
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /^content-length: *(\d+)/im.exec(answer.slice(0, end))?.[1];
  return length === undefined ? answer.endsWith("0\r\n\r\n") : answer.length >= end + 4 + Number(length);
}
