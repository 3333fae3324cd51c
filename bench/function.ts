/** The function beside what one would write in its place. */
import { once } from "node:events";
import { DELIVERIES, environmentOf } from "./deliveries.ts";
import type { Measure } from "./figures.ts";
import { interleave, tell } from "./interleave.ts";
import { type Delivery, send } from "./load.ts";
import { type Peer, type RunningPeer, startPeer } from "./peer.ts";

const CONNECTIONS = 8;

export type Rounds = { cold: number; rate: number; signed: number; refused: number; memory: number };

/** Measures a list of peers one after the other, each kind of measure in rounds of all of them. */
export async function measureFunctions(peers: Peer[], watched: Peer, rounds: Rounds): Promise<Measure[]> {
  const answerer = await startPeer({ name: "the outgoing service", module: "answerer.mjs" }, {});
  const env = environmentOf(answerer.port);
  try {
    return [
      await measureCold(peers, env, rounds.cold),
      ...(await measureRates(peers, env, rounds)),
      await measureMemory(watched, env, rounds.memory),
    ];
  } finally {
    await answerer.stop();
  }
}

/** From the start of the process to the answer of its first signed webhook. */
function measureCold(peers: Peer[], env: Record<string, string>, rounds: number): Promise<Measure> {
  return interleave({ name: "cold start", unit: "ms", rounds }, peers, async (peer) => {
    const running = await startPeer(peer, env);
    await send(running.port, DELIVERIES.signed, 1, 1);
    const ms = performance.now() - running.startedAt;
    await running.stop();
    return ms;
  });
}

async function measureRates(peers: Peer[], env: Record<string, string>, rounds: Rounds): Promise<Measure[]> {
  const running: (Peer & RunningPeer)[] = [];
  for (const peer of peers) running.push({ ...peer, ...(await startPeer(peer, env)) });
  const rate = async (name: string, delivery: Delivery, count: number) => {
    // The first of them are answered by code that is not compiled yet.
    for (const { port } of running) await send(port, delivery, count, CONNECTIONS);
    return await interleave({ name, unit: "/s", rounds: rounds.rate }, running, async ({ port }) => {
      const ms = await send(port, delivery, count, CONNECTIONS);
      return (count / ms) * 1_000;
    });
  };
  try {
    return [
      await rate("signed webhooks", DELIVERIES.signed, rounds.signed),
      await rate("rejected webhooks", DELIVERIES.forged, rounds.refused),
      await rate("ignored webhooks", DELIVERIES.unwanted, rounds.refused),
    ];
  } finally {
    for (const peer of running) await peer.stop();
  }
}

/** The resident memory of one peer at each tenth of its signed webhooks. */
async function measureMemory(peer: Peer, env: Record<string, string>, count: number): Promise<Measure> {
  const { port, child, stop } = await startPeer({ ...peer, isWatched: true }, env);
  const values: number[] = [];
  for (let tenth = 1; tenth <= 10; tenth++) {
    await send(port, DELIVERIES.signed, count / 10, CONNECTIONS);
    child.send("memory");
    const [bytes]: number[] = await once(child, "message");
    values.push((bytes ?? 0) / 2 ** 20);
    tell(`memory: ${(count / 10) * tenth} of ${count} webhooks`);
  }
  await stop();
  return { name: "memory", unit: "MB", series: [{ peer: peer.name, values }] };
}
