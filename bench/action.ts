/** The built action beside a script that makes the same first request. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Measure } from "./figures.ts";
import { interleave } from "./interleave.ts";
import { prepareStep } from "./step.ts";

/** A module that is run as a runner would run it. */
export type Program = { name: string; module: string };

/** From the start of the process to the arrival of its first request. All of them must make the same one. */
export async function measureActions(programs: Program[], folder: string, rounds: number): Promise<Measure> {
  let arrived: (request: string) => void = () => undefined;
  const server = createServer((request, response) => {
    arrived(`${request.method} ${request.url}`);
    response.writeHead(404).end("{}");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const env = await prepareStep(folder, RESOLVED, { pagerDuty: url, devin: url, github: url });
  const requests = new Set<string>();
  try {
    const about = { name: "action start", unit: "ms" as const, rounds };
    return await interleave(about, programs, async ({ name, module }) => {
      const first = new Promise<string>((resolve) => {
        arrived = resolve;
      });
      const startedAt = performance.now();
      const child = spawn(process.execPath, [module], { env, stdio: ["ignore", "ignore", "inherit"] });
      const ended = once(child, "exit");
      const request = await Promise.race([first, ended]);
      const ms = performance.now() - startedAt;
      if (typeof request !== "string") throw new Error(`${name} ended without a request.`);
      requests.add(request);
      if (requests.size > 1) throw new Error(`The first requests differ: ${[...requests].join(", ")}.`);
      child.kill();
      await ended;
      return ms;
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The event of a resolved incident, which the sandbox's PagerDuty knows. */
export const RESOLVED = {
  name: "repository_dispatch",
  payload: {
    action: "incident.resolved",
    repository: { full_name: "acme/docs", private: true },
    client_payload: {
      version: 1,
      event: { id: "01BENCH", type: "incident.resolved", occurred_at: "2026-02-10T15:18:02.120Z" },
      incident: { id: "Q1ORDERSPOOL01", title: "Pool exhausted", status: "resolved" },
    },
  },
};
