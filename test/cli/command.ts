/** An operator's command as a user runs it: its own process, its environment, its exit status. */

import { spawn } from "node:child_process";
import { join } from "node:path";

export type Ended = { code: number | null; out: string; error: string };

export type Environment = Record<string, string>;

const FOLDER = join(import.meta.dirname, "..", "..", "cli");

/** Runs `cli/<name>.ts` with these arguments and nothing else in its environment. */
export async function run(name: string, args: string[], env: Environment = {}): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(FOLDER, `${name}.ts`), ...args],
    { env: { PATH: process.env["PATH"], ...env } },
  );
  let [out, error] = ["", ""];
  child.stdout.on("data", (data) => {
    out += data;
  });
  child.stderr.on("data", (data) => {
    error += data;
  });
  const code = await new Promise<number | null>((settle) => child.on("close", settle));
  return { code, out, error };
}
