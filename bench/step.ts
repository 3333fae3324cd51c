/** The files and the environment of the runner's step that is the action. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The keys that the services of a benchmark take. */
export const TOKEN = "token-of-the-bench";
export const KEY = "cog_of_the_bench";

/** Writes the files into the folder; gives the environment of the action's process. */
export async function prepareStep(
  folder: string,
  event: { name: string; payload: object },
  urls: { pagerDuty: string; devin: string; github: string },
): Promise<Record<string, string>> {
  const file = (name: string) => join(folder, name);
  await mkdir(file("workspace/.git"), { recursive: true });
  await writeFile(file("event.json"), JSON.stringify(event.payload));
  for (const name of ["output", "summary"]) await writeFile(file(name), "");
  return {
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file("event.json"),
    GITHUB_OUTPUT: file("output"),
    GITHUB_STEP_SUMMARY: file("summary"),
    GITHUB_WORKSPACE: file("workspace"),
    GITHUB_REPOSITORY: "acme/docs",
    GITHUB_API_URL: urls.github,
    "INPUT_DEVIN-API-KEY": KEY,
    "INPUT_DEVIN-API-URL": urls.devin,
    "INPUT_PAGERDUTY-TOKEN": TOKEN,
    "INPUT_PAGERDUTY-API-URL": urls.pagerDuty,
  };
}

/** What a process says of itself when it ends; in kilobytes. */
const PEAK = `data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))`;

/** Runs the action to its end; throws where it fails. */
export async function runStep(
  main: string,
  env: Record<string, string>,
): Promise<{ seconds: number; megabytes: number; said: string }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["--import", PEAK, main], { stdio: ["ignore", "pipe", "pipe"], env });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      said += data;
    });
  const [code] = await once(child, "close");
  const seconds = (performance.now() - startedAt) / 1_000;
  if (code !== 0) throw new Error(`The action failed:\n${said}`);
  return { seconds, megabytes: Number(/^peak (\d+)$/m.exec(said)?.[1]) / 1_024, said };
}
