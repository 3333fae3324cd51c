/** Measuring peers in turns: A B C, A B C, … so that whatever else the machine does hits all of them. */
import type { Measure } from "./figures.ts";

/** Takes one value of each peer per round; the first peer of a round is another each time. */
export async function interleave<Peer extends { name: string }>(
  about: { name: string; unit: Measure["unit"]; rounds: number },
  peers: Peer[],
  measure: (peer: Peer) => Promise<number>,
): Promise<Measure> {
  const series = peers.map(({ name }) => ({ peer: name, values: Array<number>(about.rounds).fill(0) }));
  for (let round = 0; round < about.rounds; round++) {
    tell(`${about.name}: round ${round + 1} of ${about.rounds}`);
    for (let turn = 0; turn < peers.length; turn++) {
      const at = (round + turn) % peers.length;
      const value = await measure(peers[at]!);
      series[at]!.values[round] = value;
    }
  }
  return { name: about.name, unit: about.unit, series };
}

/** Shows how far it is, on one line that the next one replaces. */
export function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${progress} `);
}
