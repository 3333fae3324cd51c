/** One step of a job, run as a runner runs it. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Readable } from "node:stream";
import { parse } from "yaml";
import { z } from "zod";
import { checkOut } from "./checkout.ts";
import { type Contexts, evaluate, evaluateAll } from "./expression.ts";
import type { StepLog } from "./step-log.ts";
import { type Step, scalarSchema } from "./workflow.ts";

/** What a step left behind. */
export type StepResult = { exitCode: number; outputs: Record<string, string>; summary: string };

/** The `github` context without the event. */
export type GitHubContext = Record<string, string> & { repository: string; ref: string; sha: string };

/** Where a job runs, and what its steps have told the later ones through the environment files. */
export type JobPlace = {
  /** The bare repository that a checkout reads. */
  gitDirectory: string;
  /** Where the action of each `owner/name` is, with its action.yml. */
  actions: Record<string, string>;
  github: GitHubContext;
  runner: Record<string, string>;
  workspace: string;
  temp: string;
  env: Record<string, string>;
  path: string[];
  signal: AbortSignal;
};

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
const MAX_SUMMARY_BYTES = 1024 * 1024;

const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ default: scalarSchema.default("") })).default({}),
  runs: z.strictObject({ using: z.string().regex(/^node\d+$/), main: z.string() }),
});
type Action = z.infer<typeof actionSchema>;

/** Runs a step's `uses`; what this runner does not know is an error. */
export async function runStep(
  step: Step,
  contexts: Contexts,
  place: JobPlace,
  log: StepLog,
): Promise<StepResult> {
  const given = evaluateAll(step.with, contexts);
  if (step.uses?.startsWith("actions/checkout@")) {
    checkOut(place.gitDirectory, place.workspace, place.github, given);
    log.print(`HEAD is now at ${place.github.sha}`);
    return { exitCode: 0, outputs: {}, summary: "" };
  }
  const directory = actionDirectoryOf(step, place);
  const definition = await readFile(join(directory, "action.yml"), "utf8");
  const action = actionSchema.parse(parse(definition));
  const files = await createStepFiles(place.temp);
  const env = {
    // All that a step may see of this machine's own; the rest is the runner's.
    HOME: process.env["HOME"],
    SystemRoot: process.env["SystemRoot"],
    PATH: [...place.path, process.env["PATH"] ?? ""].join(delimiter),
    ...place.env,
    ...evaluateAll(step.env, contexts),
    ...runnerEnvironment(place),
    GITHUB_ACTION: step.id ?? "__action",
    ...prefixed("GITHUB", files),
    ...inputEnvironment(action, given, contexts, log),
  };
  const exitCode = await spawnAction(join(directory, action.runs.main), env, place, log);
  const { NODE_OPTIONS: _, ...exported } = parseEnvironmentFile(await readFile(files.env, "utf8"));
  Object.assign(place.env, exported);
  place.path.unshift(...(await readFile(files.path, "utf8")).split(/\r?\n/).filter((line) => line !== ""));
  const outputs = parseEnvironmentFile(await readFile(files.output, "utf8"));
  const summary = await readFile(files.step_summary, "utf8");
  if (Buffer.byteLength(summary) <= MAX_SUMMARY_BYTES) return { exitCode, outputs, summary };
  log.print("##[error]$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k");
  return { exitCode, outputs, summary: "" };
}

/** Where a step's action is; the words of the errors are a runner's. */
function actionDirectoryOf({ uses, run }: Step, { actions, workspace }: JobPlace): string {
  if (uses === undefined) throw new Error(`This runner knows no 'run: ${run}', only actions.`);
  if (uses.startsWith("./")) {
    const local = join(workspace, uses);
    if (existsSync(join(local, "action.yml"))) return local;
    throw new Error(
      `Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${local}'. Did you forget to run actions/checkout before running your local action?`,
    );
  }
  const [name = ""] = uses.split("@");
  const directory = actions[name];
  if (directory !== undefined) return directory;
  throw new Error(`Unable to resolve action \`${uses}\`, repository not found`);
}

/** Reads what a step wrote to an output or environment file: `name=value` lines and heredocs. */
export function parseEnvironmentFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line === "") continue;
    const [, name = "", operator, rest = ""] = /^(.*?)(<<|=)(.*)$/.exec(line) ?? [];
    if (name === "") throw new Error(`Invalid format '${line}'`);
    if (operator === "=") {
      values[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest, index + 1);
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${rest}'`);
    values[name] = lines.slice(index + 1, end).join("\n");
    index = end;
  }
  return values;
}

/** The files that a step talks to the runner through, new and empty for each step. */
async function createStepFiles(temp: string) {
  const directory = await mkdtemp(join(temp, "step-"));
  const file = (name: string) => join(directory, name);
  const files = {
    output: file("output"),
    env: file("env"),
    path: file("path"),
    state: file("state"),
    step_summary: file("summary"),
  };
  for (const path of Object.values(files)) await writeFile(path, "");
  return files;
}

function runnerEnvironment({ github, runner, temp }: JobPlace): Record<string, string> {
  const { token: _, ...visible } = github;
  return {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_PATH: join(temp, "event.json"),
    RUNNER_ENVIRONMENT: "github-hosted",
    ...prefixed("GITHUB", visible),
    ...prefixed("RUNNER", runner),
  };
}

/** An action's inputs as its process sees them: what `with` gives, else the default that action.yml declares. */
function inputEnvironment(
  { inputs }: Action,
  given: Record<string, string>,
  { github, job, runner }: Contexts,
  log: StepLog,
): Record<string, string> {
  const unexpected = Object.keys(given).filter((name) => !(name in inputs));
  if (unexpected.length > 0) log.print(`##[warning]Unexpected input(s) '${unexpected.join("', '")}'`);
  const defaults = Object.entries(inputs).map(([name, input]) => [
    name,
    evaluate(input.default, { github, job, runner }),
  ]);
  return prefixed("INPUT", { ...Object.fromEntries(defaults), ...given });
}

/** A runner replaces the spaces of a name alone: the hyphens of an input stay. */
function prefixed(prefix: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `${prefix}_${name.replaceAll(" ", "_").toUpperCase()}`,
      value,
    ]),
  );
}

/** Runs a JavaScript action as its own process, with what a runner gives it and nothing else. */
async function spawnAction(
  main: string,
  env: NodeJS.ProcessEnv,
  { workspace, signal }: JobPlace,
  log: StepLog,
): Promise<number> {
  const child = spawn(process.execPath, [main], {
    cwd: workspace,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    signal,
    killSignal: "SIGKILL",
  });
  const readLines = async (stream: Readable) => {
    let rest = "";
    for await (const chunk of stream.setEncoding("utf8")) {
      // Not readline, which also ends a line at U+2028: a runner does not, and so obeys fewer commands.
      const lines = `${rest}${chunk}`.split(/\r\n|\n|\r/);
      rest = lines.pop() ?? "";
      for (const line of lines) log.read(line);
    }
    if (rest !== "") log.read(rest);
  };
  const ended = new Promise<number>((resolve, reject) => {
    child.on("error", (error) => (signal.aborted ? resolve(1) : reject(error)));
    child.on("close", (code) => resolve(code ?? 1));
  });
  const [exitCode] = await Promise.all([ended, readLines(child.stdout), readLines(child.stderr)]);
  if (signal.aborted) log.print("##[error]The operation was canceled.");
  return exitCode;
}
