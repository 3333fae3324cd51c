/** Virtual time: everything that happens takes its turn, one at a time, in the order of its instants. */

/** Somebody who acts in that time, and waits between the acts; who is killed never goes on. */
export type Actor = {
  readonly name: string;
  isOver(): boolean;
  kill(): void;
  /** Resolves with what `wake` gives after so many milliseconds; never where the actor was killed before. */
  after<Value>(ms: number, wake: () => Value | Promise<Value>): Promise<Value>;
};

export type Schedule = {
  /** Epoch milliseconds. */
  now(): number;
  at(instant: number, what: () => void): void;
  /** Lets somebody work; resolves with "killed" where that came before the end. */
  perform<Result>(name: string, work: (actor: Actor) => Promise<Result>): Promise<Result | "killed">;
  /** Until nothing is left to happen before an instant, at which the clock then stands. */
  runUntil(instant: number): Promise<void>;
};

type Turn = { instant: number; isOff: () => boolean; take: () => void };

// The answers of parallel calls are read a few turns of the event loop after they were given.
const QUIET_TURNS = 3;

export function createSchedule(startsAt: number): Schedule {
  let now = startsAt;
  let turns: Turn[] = [];
  const busy = new Set<{ isBusy(): boolean }>();

  /** Until everybody waits for a turn: only then may chance decide whose is next. */
  async function everybodyWaits(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; ) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = [...busy].some((one) => one.isBusy()) ? 0 : quiet + 1;
    }
  }

  function add(turn: Turn): void {
    // Of one instant the first that was added comes first.
    const index = turns.findLastIndex(({ instant }) => instant <= turn.instant);
    turns.splice(index + 1, 0, turn);
  }

  return {
    now: () => now,

    at(instant, take) {
      add({ instant: Math.max(instant, now), isOff: () => false, take });
    },

    async perform(name, work) {
      const { promise: killed, resolve: kill } = Promise.withResolvers<"killed">();
      let waiting = 0;
      let acting = 0;
      let isOver = false;
      const state = { isBusy: () => !isOver && (acting > 0 || waiting === 0) };
      const end = () => {
        isOver = true;
        busy.delete(state);
      };
      busy.add(state);
      const actor: Actor = {
        name,
        isOver: () => isOver,
        kill() {
          end();
          kill("killed");
        },
        after: (ms, wake) =>
          new Promise((resolve, reject) => {
            if (isOver) return;
            waiting++;
            const take = async () => {
              waiting--;
              acting++;
              try {
                const value = await wake();
                if (!isOver) resolve(value);
              } catch (error) {
                if (!isOver) reject(error);
              } finally {
                acting--;
              }
            };
            add({ instant: now + Math.max(0, ms), isOff: () => isOver, take: () => void take() });
          }),
      };
      try {
        return await Promise.race([work(actor), killed]);
      } finally {
        end();
      }
    },

    async runUntil(instant) {
      await everybodyWaits();
      while (turns[0] && turns[0].instant <= instant) {
        const turn = turns.shift()!;
        if (turn.isOff()) continue;
        now = turn.instant;
        turn.take();
        await everybodyWaits();
        turns = turns.filter((other) => !other.isOff());
      }
      now = Math.max(now, instant);
    },
  };
}
