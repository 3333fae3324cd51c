/** Work that gets only so much time: what a stranger wrote can make a parser, or a regular expression, slow. */

import { createContext, Script } from "node:vm";

// Only a script of its own can be stopped while it runs. This one says nothing but to do the work.
const SCRIPT = new Script("work()");
const given: { work?: () => void } = {};
const CONTEXT = createContext(given);

/** What the work comes to; null when it was stopped after `ms` milliseconds. Errors of the work itself are thrown. */
export function withinTime<Value>(ms: number, work: () => Value): { value: Value } | null {
  let done: { value: Value } | null = null;
  given.work = () => {
    done = { value: work() };
  };
  try {
    SCRIPT.runInContext(CONTEXT, { timeout: ms });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  return done;
}

// It is an error of the script's own realm, so it is no instance of Error here.
function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}
