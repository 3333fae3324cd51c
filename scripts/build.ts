/** `npm run build`: writes dist/, the bundle of the action that users run. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCommand, runCommand } from "../cli/command.ts";
import { toAscii } from "./ascii.ts";
import { licensesOf } from "./licenses.ts";

const ROOT = join(import.meta.dirname, "..");
const DIST = join(ROOT, "dist");
const STATS = "build/stats.json";

await runCommand(
  createCommand("run build", "Writes dist/, the bundle of the action that users run.").action(() => {
    // TypeScript exports no path to its program.
    run(join(ROOT, "node_modules", "typescript", "bin", "tsc"), "--project", "tsconfig.build.json");
    rmSync(DIST, { recursive: true, force: true });
    const options = ["--out", "dist", "--stats-out", STATS, "--quiet", "--no-cache"];
    run(
      fileURLToPath(import.meta.resolve("@vercel/ncc/dist/ncc/cli.js")),
      "build",
      "build/src/main.js",
      ...options,
    );
    writeFileSync(join(DIST, "licenses.txt"), licensesOf(readFileSync(join(ROOT, STATS), "utf8")));
    for (const name of readdirSync(DIST).filter((file) => file.endsWith(".js"))) {
      const path = join(DIST, name);
      writeFileSync(path, toAscii(readFileSync(path, "utf8")));
    }
    console.log("Wrote dist/.");
  }),
);

/** Runs a program to its end; what it says is seen. */
function run(program: string, ...args: string[]): void {
  execFileSync(process.execPath, [program, ...args], { cwd: ROOT, stdio: "inherit" });
}
