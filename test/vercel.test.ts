import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { startFunction } from "../sandbox/function/process.ts";
import { buildFunction } from "../scripts/vercel-function.ts";
import vercel from "../vercel.json" with { type: "json" };

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

  test("loads nothing, and has no markup that a report's words could end in", () => {
    expect(page).not.toMatch(/<script [^>]|<iframe|<img|<form|\bon\w+="|@import|url\(|https?:|javascript:/i);
    expect(page).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|DOMParser/);
  });

  test("asks for the health report alone, and says where it is to who has no JavaScript", () => {
    expect([...page.matchAll(/\bfetch\(([^,)]+)/g)].map(([, what]) => what)).toEqual(["REPORT"]);
    expect(page).toContain('const REPORT = "/api/pagerduty";');
    expect(/<noscript>([\s\S]*)<\/noscript>/.exec(page)?.[1]).toContain('href="/api/pagerduty"');
  });

  test("has the one style and the one script that the policy in vercel.json allows", () => {
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const hashesOf = (name: string) =>
      [...page.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, "g"))].map(([, text = ""]) =>
        hash(text),
      );
    const policy = vercel.headers[0]?.headers.find(({ key }) => key === "Content-Security-Policy")?.value;
    expect(policy?.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${hashesOf("script").join(" ")}`,
      `style-src ${hashesOf("style").join(" ")}`,
      "img-src data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });
});

describe("Vercel's own builder", () => {
  test("makes a function of the entry that starts and answers", async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), "vercel-test-")));
    try {
      // The builder talks while it works, in this process.
      for (const method of ["log", "error"] as const) vi.spyOn(console, method).mockReturnValue();
      const built = await buildFunction(folder);
      expect(built.runtime).toBe("nodejs24.x");
      // zod would take longer to load than Node to start.
      expect(built.files.filter((file) => !/^(api|src)\/.*\.js(\.map)?$/.test(file))).toEqual([
        "package.json",
      ]);

      const { url, close } = await startFunction({ env: {}, entry: built.entry });
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
