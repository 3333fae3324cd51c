/** A peer as a process of its own, and the port at which it listens. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";

export type Peer = {
  name: string;
  /** A module under peers/, and what it is told. */
  module: string;
  args?: string[];
  /** Whether it is asked how much memory it has; the channel for that costs time at the start. */
  isWatched?: boolean;
};

export type RunningPeer = {
  port: number;
  child: ChildProcess;
  /** When the process was started, by performance.now(). */
  startedAt: number;
  stop(): Promise<void>;
};

/** Starts a peer with nothing in its environment but `env`, and waits until it listens. */
export async function startPeer(peer: Peer, env: Record<string, string>): Promise<RunningPeer> {
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "peers", peer.module), ...(peer.args ?? [])],
    {
      env,
      // What a peer logs is written but read by nobody; it tells its port through a pipe of its own.
      stdio: ["ignore", "ignore", "inherit", "pipe", peer.isWatched ? "ipc" : "ignore"],
    },
  );
  const told = child.stdio[3] as Readable;
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The peer ${peer.name} ended with ${code}.`);
  });
  ended.catch(() => undefined);
  const [text]: Buffer[] = await Promise.race([once(told, "data"), ended]);
  told.destroy();
  return {
    port: Number(text),
    child,
    startedAt,
    async stop() {
      child.kill();
      await ended.catch(() => undefined);
    },
  };
}
