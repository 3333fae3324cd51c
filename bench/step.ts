/** The files and the environment of the runner's step that is the action. */
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
