/** What people see while a request takes its time; on the error stream alone, so that the output stays clean. */

import type { Fetch } from "../src/lib/http.ts";

/** The error stream, as far as it is needed. */
type Screen = { write(text: string): unknown; isTTY?: boolean | undefined };

const PATIENCE_MS = 1_000;
const REPEAT_MS = 5_000;
const FRAME_MS = 120;
const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const WIDTH = 76;
const CLEAR = "\r\u001b[K";

/**
 * The same fetch, which says whom it waits for once an answer takes longer than a second: on a terminal in one line
 * that goes away again, elsewhere in a line at once and every five seconds.
 */
export function showWaiting(fetch: Fetch, screen: Screen): Fetch {
  const line = screen.isTTY ? createLine(screen) : null;

  return async (url, init) => {
    const { host, pathname } = new URL(url);
    const what = `${init.method ?? "GET"} ${host}${pathname}`;
    let seconds = PATIENCE_MS / 1_000;
    let timer = setTimeout(function tell() {
      if (line) {
        line.add(what);
        return;
      }
      screen.write(`Waiting for ${what}, ${seconds} s\n`);
      seconds += REPEAT_MS / 1_000;
      timer = setTimeout(tell, REPEAT_MS);
    }, PATIENCE_MS);
    try {
      return await fetch(url, init);
    } finally {
      clearTimeout(timer);
      line?.remove(what);
    }
  };
}

/** The one line of a terminal; it is gone before whoever waited goes on, so that nothing is printed behind it. */
function createLine(screen: Screen): { add(what: string): void; remove(what: string): void } {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let frame = 0;

  function draw(): void {
    frame = (frame + 1) % FRAMES.length;
    const words = `Waiting for ${[...waiting].join(", ")}`;
    screen.write(
      `${CLEAR}${FRAMES[frame]} ${words.length > WIDTH ? `${words.slice(0, WIDTH - 1)}…` : words}`,
    );
  }

  return {
    add(what) {
      waiting.add(what);
      timer ??= setInterval(draw, FRAME_MS);
      draw();
    },
    remove(what) {
      if (!waiting.delete(what) || waiting.size > 0) return;
      clearInterval(timer);
      timer = undefined;
      screen.write(CLEAR);
    },
  };
}
