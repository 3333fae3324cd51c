import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect, test, vi } from "vitest";
import { startFunction } from "../sandbox/function.ts";
import vercel from "../vercel.json" with { type: "json" };

const require = createRequire(import.meta.url);
const root = resolve(import.meta.dirname, "..");
const page = await readFile(join(root, "public/index.html"), "utf8");

describe("the deployment", () => {
  test("runs no build of ours and serves public/ alone, not the repository", () => {
    expect(vercel.framework).toBeNull();
    expect(vercel.buildCommand).toBe("");
    expect(vercel.outputDirectory).toBe("public");
  });

  test("has one function: what lies in api/ is what vercel.json names", async () => {
    const files = await readdir(join(root, "api"), { recursive: true });
    expect(files).toEqual(["pagerduty.ts"]);
    expect(Object.keys(vercel.functions)).toEqual(files.map((file) => `api/${file}`));
  });

  test("gives the function more time than it takes to answer PagerDuty, and little more", () => {
    expect(vercel.functions["api/pagerduty.ts"].maxDuration).toBe(10);
  });

  test("answers at the path of the published recipe too", () => {
    expect(vercel.rewrites).toEqual([{ source: "/pagerduty-resolved", destination: "/api/pagerduty" }]);
  });
});

describe("the page", () => {
  test("is all that is public", async () => {
    expect(await readdir(join(root, "public"), { recursive: true })).toEqual(["index.html"]);
  });

  test("asks nobody for anything and runs nothing", () => {
    expect(page).not.toMatch(/<script|<iframe|<img|\bon\w+=|@import|url\(|\/\/|javascript:/i);
  });

  test("leads to the health report", () => {
    expect(page).toContain('href="/api/pagerduty"');
  });

  test("has the one style that the policy in vercel.json allows", () => {
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) => style ?? "");
    const hashes = styles.map((style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    const policy = vercel.headers[0]?.headers.find(({ key }) => key === "Content-Security-Policy")?.value;
    expect(policy?.split("; ")).toEqual([
      "default-src 'none'",
      `style-src ${hashes.join(" ")}`,
      "img-src data:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });
});

type BuiltFile = { toStream(): Readable };
type Build = (options: {
  files: Record<string, { type: "FileFsRef"; mode: number; fsPath: string }>;
  entrypoint: string;
  workPath: string;
  config: { zeroConfig: boolean };
  meta: { skipDownload: boolean; runNpmInstallSet: Set<string> };
}) => Promise<{ output: { files: Record<string, BuiltFile>; handler: string; runtime: string } }>;

describe("Vercel's own builder", () => {
  test("makes a function of the entry that starts and answers", async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), "vercel-test-")));
    try {
      const workPath = join(folder, "work");
      await mkdir(join(workPath, "node_modules"), { recursive: true });
      for (const path of ["api", "src", "package.json", "tsconfig.json", "node_modules/zod"]) {
        await cp(join(root, path), join(workPath, path), { recursive: true });
      }
      // Only what the function imports must lie inside; the compiler may stay where it is.
      for (const path of ["node_modules/typescript", "node_modules/@types"]) {
        await symlink(join(root, path), join(workPath, path), "junction");
      }
      // The builder talks while it works, in this process.
      for (const method of ["log", "error"] as const) vi.spyOn(console, method).mockReturnValue();
      // The package's types describe the old handlers only.
      const { build }: { build: Build } = require("@vercel/node");
      const entrypoint = "api/pagerduty.ts";
      const { output } = await build({
        files: { [entrypoint]: { type: "FileFsRef", mode: 0o100644, fsPath: join(workPath, entrypoint) } },
        entrypoint,
        workPath,
        config: { zeroConfig: true },
        meta: { skipDownload: true, runNpmInstallSet: new Set([join(workPath, "package.json")]) },
      });
      expect(output.runtime).toBe("nodejs24.x");
      const ours = Object.keys(output.files).filter((file) => !file.startsWith("node_modules/zod/"));
      expect(ours.filter((file) => !/^(api|src)\/.*\.js(\.map)?$/.test(file))).toEqual(["package.json"]);

      const built = join(folder, "built");
      for (const [path, file] of Object.entries(output.files)) {
        await mkdir(dirname(join(built, path)), { recursive: true });
        await pipeline(file.toStream(), createWriteStream(join(built, path)));
      }
      const { url, close } = await startFunction({ env: {}, entry: join(built, output.handler) });
      const unconfigured = await fetch(`${url}/api/pagerduty`);
      const report = await unconfigured.text();
      await close();
      expect(unconfigured.status).toBe(503);
      expect(report).toContain("PAGERDUTY_WEBHOOK_SECRET");
    } finally {
      vi.restoreAllMocks();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
