/** `npm run vercel`: builds with the real Vercel CLI, offline, and posts signed bytes to what it built. */
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import { createCommand, runCommand } from "../cli/command.ts";
import { startFunction } from "../sandbox/function/process.ts";
import { startService } from "../sandbox/service.ts";
import { expectEqual, say, sayFailed } from "./steps.ts";

const VERCEL = "64.0.2";

const TITLE = "Zürich / “checkout” – 500s 🔥";

/** Spaced, escaped and ended as no JSON.stringify would: whoever parses and prints it anew loses the signature. */
const DELIVERY =
  Buffer.from(String.raw`{ "event" : {"id":"01DEMO0000000000000000001",  "event_type": "incident.resolved",
  "resource_type": "incident", "occurred_at": "2026-02-10T15:18:02.120Z", "agent": null, "client": null,
  "data": {"id":"Q1DEMO00000001","type":"incident","self":"https:\/\/api.pagerduty.com\/incidents\/Q1DEMO00000001",
    "html_url":"https:\/\/acme.pagerduty.com\/incidents\/Q1DEMO00000001","number": 387 ,"status":"resolved",
    "created_at":"2026-02-10T14:32:00Z","title":"Z\u00fcrich \/ “checkout” – 500s \ud83d\udd25","urgency":"high"} } }
`);

const root = resolve(import.meta.dirname, "..");
const cache = join(root, "node_modules", ".cache", "vercel");
const cli = join(cache, "node_modules", "vercel");

const SUMMARY = "Builds with the real Vercel CLI, offline, and posts signed bytes to what it built.";

let folder = "";

await runCommand(createCommand("run vercel", SUMMARY, "Exits with 1 when a step fails.").action(main));

async function main(): Promise<void> {
  folder = await realpath(await mkdtemp(join(tmpdir(), "postmortem-bridge-vercel-")));
  try {
    const project = join(folder, "project");
    const output = join(project, ".vercel", "output");
    const built = join(output, "functions", "api", "pagerduty.func");
    await step(`The Vercel CLI ${VERCEL} is at hand`, install);
    await step("The repository is copied as a clone would have it", () => copyRepository(project));
    await step("vercel build --prod, without network or account", () => build(project));
    await step("Public is what public/ holds and nothing else", () => checkStatic(project, output));
    await step("The one function is api/pagerduty", () => checkFunctions(output, built));
    await step("The rewrite leads to it", () => checkRoutes(output));
    await step("What was built takes a signed webhook and refuses a forged one", () => checkAnswers(built));
    say("What Vercel would deploy works.");
  } catch (error) {
    sayFailed(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function step(title: string, work: () => Promise<string>): Promise<void> {
  say(`${title}: ${await work()}`);
}

/** Runs a command to its end and gives what it printed. */
async function run(command: string, args: string[], cwd: string, env = process.env): Promise<string> {
  const child = spawn(command, args, {
    cwd,
    env,
    // npm is a .cmd file on Windows, which only a shell runs.
    shell: process.platform === "win32" && command === "npm",
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const code = await new Promise<number | null>((settle, reject) => {
    child.on("error", (error) => reject(new Error(`${command} cannot be run: ${error.message}.`)));
    child.on("close", settle);
  });
  if (code === 0) return printed;
  throw new Error(
    `${basename(command)} ${args.join(" ")} ended with ${code}. It printed:\n${printed.trim()}`,
  );
}

async function install(): Promise<string> {
  // npm writes this file last.
  if (existsSync(join(cache, "node_modules", ".package-lock.json"))) {
    const { version } = z.object({ version: z.string() }).parse(await readJson(join(cli, "package.json")));
    if (version === VERCEL) return "installed before";
  }
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  // vercel 64.0.2 asks for sandbox 4.4.0, which the registry does not have; `vercel build` does without it.
  const manifest = { private: true, dependencies: { vercel: VERCEL }, overrides: { sandbox: "4.5.0" } };
  await writeFile(join(cache, "package.json"), JSON.stringify(manifest));
  await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], cache);
  return "installed into node_modules/.cache/vercel";
}

/** Copies elsewhere, so that .vercel/ never appears in the checkout and what Git ignores stays out. */
async function copyRepository(project: string): Promise<string> {
  const listed = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], root);
  const files = listed.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
  for (const file of files) await cp(join(root, file), join(project, file));
  // The builder runs npm install by itself; with everything in place that needs no network.
  const unneeded = new Set([".cache", ".vite", ".vite-temp", ".vitest"]);
  await cp(join(root, "node_modules"), join(project, "node_modules"), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (path) => !unneeded.has(basename(path)),
  });
  // What `vercel link` writes, less the ids of an account.
  await mkdir(join(project, ".vercel"), { recursive: true });
  await writeFile(join(project, ".vercel", "project.json"), '{"settings":{}}');
  return `${files.length} files, and node_modules`;
}

async function build(project: string): Promise<string> {
  const home = join(folder, "home");
  await mkdir(home);
  const nowhere = "http://127.0.0.1:9";
  const printed = await run(process.execPath, [join(cli, "dist", "vc.js"), "build", "--prod"], project, {
    PATH: `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`,
    // Nobody's login and nobody's npm settings.
    HOME: home,
    USERPROFILE: home,
    CI: "1",
    NO_COLOR: "1",
    NO_UPDATE_NOTIFIER: "1",
    VERCEL_TELEMETRY_DISABLED: "1",
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    npm_config_registry: nowhere,
    npm_config_fetch_retries: "0",
    npm_config_update_notifier: "false",
  });
  // TypeScript's errors do not fail a build on Vercel, so they have to be shown here.
  for (const line of printed.split("\n")) if (/error/i.test(line)) say(`  the builder printed: ${line}`);
  return /Using [\w ]*TypeScript [\d.]+\d/.exec(printed)?.[0] ?? "no TypeScript was compiled";
}

async function checkStatic(project: string, output: string): Promise<string> {
  // Without a file in it Vercel publishes the whole repository.
  if (!existsSync(join(project, "public"))) throw new Error("public/ holds no file that Git would deliver.");
  const found = await list(join(output, "static"));
  expectEqual("The public files", found, await list(join(project, "public")));
  return found.join(", ");
}

async function checkFunctions(output: string, built: string): Promise<string> {
  const files = await list(join(output, "functions"));
  const functions = new Set(files.map((file) => file.replace(/\.func\/.*$/, ".func")));
  expectEqual("The functions", [...functions], ["api/pagerduty.func"]);
  const config = z
    .object({ runtime: z.string(), handler: z.string(), maxDuration: z.number() })
    .parse(await readJson(join(built, ".vc-config.json")));
  const expected = { runtime: "nodejs24.x", handler: "api/pagerduty.js", maxDuration: 10 };
  expectEqual("The function's configuration", config, expected);
  const bundle = await list(built);
  const parts = new Set(bundle.map((file) => /^(node_modules\/)?[^/]+/.exec(file)?.[0]));
  expectEqual("What the function carries", [...parts], [".vc-config.json", "api", "package.json", "src"]);
  const sizes = await Promise.all(bundle.map(async (file) => (await readFile(join(built, file))).length));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return `${config.runtime}, ${bundle.length} files, ${Math.round(bytes / 1_024)} KiB`;
}

async function checkRoutes(output: string): Promise<string> {
  const { routes } = z
    .object({ routes: z.array(z.object({ src: z.string().default("^$"), dest: z.string().optional() })) })
    .parse(await readJson(join(output, "config.json")));
  const path = "/pagerduty-resolved";
  const rewrite = routes.find(({ src, dest }) => dest !== undefined && new RegExp(src).test(path));
  expectEqual(`Where ${path} leads`, rewrite?.dest, "/api/pagerduty");
  return `${path} → ${rewrite?.dest}`;
}

async function checkAnswers(built: string): Promise<string> {
  const secret = "secret-of-this-run";
  const github = await startService(() => ({ status: 204 }));
  const deployed = await startFunction({
    entry: join(built, "api", "pagerduty.js"),
    env: {
      PAGERDUTY_WEBHOOK_SECRET: secret,
      GITHUB_REPOSITORY: "acme/docs",
      GITHUB_TOKEN: "github_pat_of_this_run",
      GITHUB_API_URL: github.url,
    },
  });
  async function post(key: string): Promise<number> {
    const signature = createHmac("sha256", key).update(DELIVERY).digest("hex");
    const headers = { "content-type": "application/json", "x-pagerduty-signature": `v1=${signature}` };
    const init = { method: "POST", body: DELIVERY, headers };
    return (await fetch(`${deployed.url}/api/pagerduty`, init)).status;
  }
  try {
    expectEqual("The answer to a wrong signature", await post("another secret"), 401);
    expectEqual("GitHub's requests after a wrong signature", github.requests.length, 0);
    expectEqual("The answer to a signed webhook", await post(secret), 202);
    const sent = github.requests.map(({ method, path }) => `${method} ${path}`);
    expectEqual("GitHub's requests after it", sent, ["POST /repos/acme/docs/dispatches"]);
    const dispatch = z
      .object({
        event_type: z.string(),
        client_payload: z.object({ incident: z.object({ title: z.string() }) }),
      })
      .parse(JSON.parse(Buffer.from(github.requests[0]?.body ?? []).toString()));
    expectEqual("The type of the dispatch", dispatch.event_type, "incident.resolved");
    expectEqual("The title in the dispatch", dispatch.client_payload.incident.title, TITLE);
    const health = await fetch(`${deployed.url}/pagerduty-resolved`);
    expectEqual("The status of the health report", health.status, 200);
  } catch (error) {
    await deployed.close();
    throw new Error(
      `${error instanceof Error ? error.message : error} The function logged:\n${deployed.logs.join("\n")}`,
    );
  } finally {
    await deployed.close();
    await github.close();
  }
  return "202 with one dispatch, 401 with none, health 200";
}

/** Every file within a folder, sorted. */
async function list(within: string): Promise<string[]> {
  const found = await readdir(within, { recursive: true, withFileTypes: true });
  return found
    .filter((file) => !file.isDirectory())
    .map((file) => relative(within, join(file.parentPath, file.name)).split(sep).join("/"))
    .sort();
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}
