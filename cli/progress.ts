/** What people see while a request takes its time; on the error stream, so that the output stays clean. */

import type { Writable } from "node:stream";
import yoctoSpinner from "yocto-spinner";
import type { Fetch } from "../src/lib/http.ts";

const PATIENCE_MS = 1_000;

/** The same fetch, which says whom it waits for once an answer takes longer than a second. */
export function showWaiting(fetch: Fetch, stream: Writable = process.stderr): Fetch {
  const spinner = yoctoSpinner({ stream });
  const waiting = new Set<string>();
  const show = () => {
    const [first = "", ...others] = waiting;
    const words = `Waiting for ${first}${others.length > 0 ? ` and ${others.length} more` : ""}`;
    if (spinner.isSpinning) spinner.text = words;
    else spinner.start(words);
  };

  return async (url, init) => {
    const { host, pathname } = new URL(url);
    const what = `${init.method ?? "GET"} ${host}${pathname}`;
    const timer = setTimeout(() => {
      waiting.add(what);
      show();
    }, PATIENCE_MS);
    try {
      return await fetch(url, init);
    } finally {
      clearTimeout(timer);
      if (waiting.delete(what) && waiting.size === 0) spinner.stop();
    }
  };
}
