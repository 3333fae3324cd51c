/** Serves the shipped function over HTTP, as its own process. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type FunctionOptions = {
  /** All that the function gets to see of the environment, besides PATH. */
  env: Record<string, string>;
  /** A module that exports `default { fetch }`; the shipped one unless told. */
  entry?: string;
  /** A free one unless told. */
  port?: number;
  /** Options of Node for its process, such as `--expose-gc`. */
  flags?: string[];
  /** Called for each line that the function prints. */
  onLog?: (line: string) => void;
};

export type RunningFunction = {
  /** Where the deployment is, without a path. */
  url: string;
  /**
   * The lines printed so far, of both output streams as in Vercel's log. A line may come after the answer that it
   * belongs to, never after `close`.
   */
  logs: string[];
  /** What its process holds in bytes, after a garbage collection where `--expose-gc` is among the flags. */
  memory(): Promise<Memory>;
  close(): Promise<void>;
};

export type Memory = { rss: number; heapUsed: number };

const SERVER = fileURLToPath(new URL("./server.ts", import.meta.url));
const SHIPPED = join(import.meta.dirname, "..", "..", "api", "pagerduty.ts");

/** The first Node 24 warns that it runs TypeScript. */
const QUIET = ["--disable-warning=ExperimentalWarning"];

/** Starts the function on 127.0.0.1 behind the routes of vercel.json; it ends with this process at the latest. */
export async function startFunction(options: FunctionOptions): Promise<RunningFunction> {
  const { env, entry = SHIPPED, port = 0, flags = [], onLog } = options;
  const logs: string[] = [];
  const child = spawn(process.execPath, [...QUIET, ...flags, SERVER, resolve(entry), String(port)], {
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => {
      logs.push(line);
      onLog?.(line);
    });
  }
  const closed = new Promise<void>((settle) => child.once("close", () => settle()));
  const started = once(child, "message").then(([address]: Array<{ port: number }>) => address);
  const address = await Promise.race([started, closed]);
  if (!address) {
    const why = logs.find((line) => line.includes("Error")) ?? "it ended without a word";
    throw new Error(`The function did not start: ${why}`);
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    logs,
    async memory() {
      const told = once(child, "message").then(([memory]: Memory[]) => memory);
      const memory = child.connected && child.send("memory") && (await Promise.race([told, closed]));
      if (!memory) throw new Error("The function has ended and holds no memory.");
      return memory;
    },
    async close() {
      child.kill();
      await closed;
    },
  };
}
