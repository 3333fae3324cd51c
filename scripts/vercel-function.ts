/** The function as Vercel builds it: its own builder, without the CLI, network or account. */
import { createWriteStream } from "node:fs";
import { cp, mkdir, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const require = createRequire(import.meta.url);
const root = resolve(import.meta.dirname, "..");
const entrypoint = "api/pagerduty.ts";

type Build = (options: {
  files: Record<string, { type: "FileFsRef"; mode: number; fsPath: string }>;
  entrypoint: string;
  workPath: string;
  config: { zeroConfig: boolean };
  meta: { skipDownload: boolean; runNpmInstallSet: Set<string> };
}) => Promise<{
  output: { files: Record<string, { toStream(): Readable }>; handler: string; runtime: string };
}>;

export type BuiltFunction = {
  /** The module that is imported. */
  entry: string;
  runtime: string;
  /** Every file, by its path below the function's folder. */
  files: string[];
};

/** Builds into a folder that is empty. The builder talks while it works, through `console`. */
export async function buildFunction(folder: string): Promise<BuiltFunction> {
  const workPath = join(folder, "work");
  const built = join(folder, "built");
  await mkdir(join(workPath, "node_modules"), { recursive: true });
  for (const path of ["api", "src", "package.json", "tsconfig.json"])
    await cp(join(root, path), join(workPath, path), { recursive: true });
  // Only what the function imports must lie inside; the compiler may stay where it is.
  for (const path of ["node_modules/typescript", "node_modules/@types"])
    await symlink(join(root, path), join(workPath, path), "junction");
  // The package's types describe the old handlers only.
  const { build }: { build: Build } = require("@vercel/node");
  const { output } = await build({
    files: { [entrypoint]: { type: "FileFsRef", mode: 0o100644, fsPath: join(workPath, entrypoint) } },
    entrypoint,
    workPath,
    config: { zeroConfig: true },
    meta: { skipDownload: true, runNpmInstallSet: new Set([join(workPath, "package.json")]) },
  });
  for (const [path, file] of Object.entries(output.files)) {
    await mkdir(dirname(join(built, path)), { recursive: true });
    await pipeline(file.toStream(), createWriteStream(join(built, path)));
  }
  return { entry: join(built, output.handler), runtime: output.runtime, files: Object.keys(output.files) };
}
