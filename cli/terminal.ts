/** What a command reads and writes beside its arguments, as one value, so that a test can give it another. */

import { setTimeout as sleep } from "node:timers/promises";
import type { Clock, Fetch } from "../src/lib/http.ts";
import { showWaiting } from "./progress.ts";
import type { Variables } from "./variables.ts";

export type Terminal = {
  env: Variables;
  fetch: Fetch;
  clock: Clock;
  /** Where the user is; paths are meant from here. */
  folder: string;
  /** Prints what was asked for, as a line or more. */
  print(text: string): void;
  /** Prints what goes beside it: progress, warnings, errors. */
  printError(text: string): void;
  /** Says how the command ended, as one of `EXIT`; well unless told. */
  setStatus(status: number): void;
};

/** The terminal of this process. */
export function openTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", leave);
  return {
    env: process.env,
    fetch: showWaiting(fetch),
    clock: { now: Date.now, sleep: (ms) => sleep(ms) },
    // npm runs a script in the folder of package.json, wherever it was asked to.
    folder: process.env["INIT_CWD"] ?? ".",
    print: console.log,
    printError: console.error,
    setStatus: (status) => {
      process.exitCode = status;
    },
  };
}

/** Ends the process where nobody gets its output any more. Who has something to end listens to the signal. */
function leave(error: NodeJS.ErrnoException): void {
  // A reader that has seen enough, such as `head`, closes the pipe, which is no failure.
  if (error.code !== "EPIPE") {
    process.exitCode = 2;
    console.error(`The output could not be written (${error.code}). Send it elsewhere, and run this again.`);
  }
  if (!process.emit("SIGTERM")) process.exit();
}
