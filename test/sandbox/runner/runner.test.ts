/** The sandbox's runner against small workflows and a small action that shows what it was given. */

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createDocsRepository, openDocsRepository } from "../../../sandbox/github/docs-repository.ts";
import { git } from "../../../sandbox/github/git.ts";
import {
  createRunner,
  type Runner,
  type RunnerOptions,
  type WorkflowEvent,
} from "../../../sandbox/runner/runner.ts";
import { permissionsOf, readWorkflow } from "../../../sandbox/runner/workflow.ts";

const ACTION = `
name: show
description: Shows what it was given.
inputs:
  devin-api-key: { description: a }
  Two Words: { description: b, default: two }
  token: { description: c, default: "\${{ github.token }}" }
  plain: { description: d, default: from action.yml }
runs: { using: node24, main: dist/index.js }
`;

const MAIN = `
import { appendFileSync, existsSync, readFileSync } from "node:fs";
const env = process.env;
const mode = env.INPUT_PLAIN;
const output = (name, value) => appendFileSync(env.GITHUB_OUTPUT, name + "<<EOF_1\\n" + value + "\\nEOF_1\\n");
output("env", JSON.stringify(env));
output("event", readFileSync(env.GITHUB_EVENT_PATH, "utf8"));
output("cwd", process.cwd());
output("seed", existsSync("README.md") ? readFileSync("README.md", "utf8") : "");
appendFileSync(env.GITHUB_STEP_SUMMARY, "key " + env["INPUT_DEVIN-API-KEY"] + "\\n");
appendFileSync(env.GITHUB_ENV, "FROM_STEP=yes\\nNODE_OPTIONS=--bad\\n");
appendFileSync(env.GITHUB_PATH, "/added\\n");
console.log("key is " + env["INPUT_DEVIN-API-KEY"] + " and " + encodeURIComponent(env["INPUT_DEVIN-API-KEY"]));
console.log("::add-mask::run time");
console.error("a run time secret");
console.log("::error title=x::one%0Atwo");
console.log("::stop-commands::pause");
console.log("::add-mask::visible");
console.log("::pause::");
console.log("visible\\u2028::add-mask::visible");
if (mode === "fail") process.exit(3);
if (mode === "hang") setInterval(() => {}, 1000);
if (mode === "wait") await new Promise((resolve) => setTimeout(resolve, 50));
`;

const HEAD = `
name: Test
on:
  repository_dispatch: { types: [incident.resolved] }
  workflow_dispatch:
    inputs:
      incident: { type: string }
      dry-run: { type: boolean, default: false }
  schedule: [{ cron: "37 * * * *" }]
  pull_request: { paths: ["docs/**", "!docs/drafts/**"] }
run-name: "\${{ github.event_name }} \${{ github.event.client_payload.id || inputs.incident }} by \${{ github.actor }}"
`;

const CHECKOUT = "- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\n";

/** An expression of a workflow, spelled so that it is not mistaken for a forgotten template string. */
function expression(source: string): string {
  return `\${{ ${source} }}`;
}

let directory: string;
let template: string;
let runners: Runner[];

/** Git takes longer to make the repository than most tests take, so each test gets a copy. */
beforeAll(() => {
  template = directory = mkdtempSync(join(tmpdir(), "runner-"));
  write("action/action.yml", ACTION);
  write("action/dist/index.js", MAIN);
  write("action/package.json", '{"type":"module"}');
  createDocsRepository(directory, { "README.md": "seed" });
});

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runner-"));
  cpSync(template, directory, { recursive: true });
  runners = [];
});

afterEach(async () => {
  await Promise.all(runners.map((runner) => runner.close()));
  rmSync(directory, { recursive: true, force: true });
});

afterAll(() => rmSync(template, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
}

/** What a revision expression names in the docs repository. */
function revision(expression: string): string {
  return git(join(directory, "docs.git"), "rev-parse", expression).trim();
}

function start(workflow: string, overrides: Partial<RunnerOptions> = {}): Runner {
  const runner = createRunner({
    workflows: () => [{ path: "workflow.yml", text: workflow }],
    actions: { "acme/show": join(directory, "action") },
    repository: "acme/docs",
    gitDirectory: join(directory, "docs.git"),
    workspaceRoot: join(directory, "work"),
    apiUrl: "http://127.0.0.1:1",
    secrets: { DEVIN_API_KEY: "cog_a/b c" },
    vars: { SPEED: "fast" },
    ...overrides,
  });
  runners.push(runner);
  return runner;
}

function steps(text: string, job = ""): string {
  const indented = text.trimEnd().replaceAll("\n", "\n      ");
  return `${HEAD}jobs:\n  job:\n    runs-on: ubuntu-latest\n${job}    steps:\n      ${indented}\n`;
}

function uses(inputs: Record<string, string> = {}): string {
  return `${CHECKOUT}- id: show\n  uses: acme/show@v1\n  with: ${JSON.stringify({ "devin-api-key": expression("secrets.DEVIN_API_KEY"), ...inputs })}\n`;
}

function resolved(id: string): WorkflowEvent {
  return { name: "repository_dispatch", payload: { action: "incident.resolved", client_payload: { id } } };
}

describe("a run", () => {
  test("gives the action its inputs, the event and a runner's environment, and nothing of this machine's", async () => {
    process.env["LEAKED_FROM_THE_TEST"] = "yes";
    const runner = start(steps(uses({ plain: expression("vars.SPEED") })));
    const run = runner.trigger({ ...resolved("Q1"), actor: "ada" });
    await runner.idle();
    delete process.env["LEAKED_FROM_THE_TEST"];

    expect(run).toMatchObject({ id: 1, status: "completed", conclusion: "success", group: "" });
    expect(run?.name).toBe("repository_dispatch Q1 by ada");
    expect(run?.steps.map((step) => [step.name, step.exitCode])).toEqual([
      ["Run actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1", 0],
      ["Run acme/show@v1", 0],
    ]);
    const { outputs } = run!.steps[1]!;
    const env = JSON.parse(outputs["env"]!) as Record<string, string>;
    expect(env).toMatchObject({
      "INPUT_DEVIN-API-KEY": "cog_a/b c",
      INPUT_TWO_WORDS: "two",
      INPUT_PLAIN: "fast",
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_ACTOR: "ada",
      GITHUB_TRIGGERING_ACTOR: "ada",
      GITHUB_API_URL: "http://127.0.0.1:1",
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_EVENT_NAME: "repository_dispatch",
      GITHUB_REF: "refs/heads/main",
      GITHUB_REPOSITORY: "acme/docs",
      GITHUB_RUN_ATTEMPT: "1",
      GITHUB_RUN_ID: "1",
      GITHUB_SHA: revision("main"),
      GITHUB_WORKSPACE: outputs["cwd"],
      GITHUB_WORKFLOW: "Test",
    });
    expect(env["INPUT_TOKEN"]).toMatch(/^ghs_/);
    expect(env).not.toHaveProperty("GITHUB_TOKEN");
    expect(env).not.toHaveProperty("LEAKED_FROM_THE_TEST");
    expect(Object.keys(env).filter((name) => /VITEST|^npm_|^NODE_/.test(name))).toEqual([]);
    expect(outputs["seed"]).toBe("seed");
    expect(JSON.parse(outputs["event"]!)).toMatchObject({
      action: "incident.resolved",
      client_payload: { id: "Q1" },
      repository: { full_name: "acme/docs", default_branch: "main" },
      sender: { login: "ada" },
    });
  });

  test("hides secrets and what the action masks, in every form, and obeys no command while they are stopped", async () => {
    const heard: string[] = [];
    const runner = start(steps(uses()), { onLog: (line) => heard.push(line) });
    const run = runner.trigger(resolved("Q1"));
    await runner.idle();
    const { log, summary, annotations } = run!.steps[1]!;
    expect(log.split("\n").sort()).toEqual(
      [
        "key is *** and ***",
        "::add-mask::***",
        "a *** secret",
        "##[error]one",
        "two",
        "::add-mask::visible",
        "visible\u2028::add-mask::visible",
      ].sort(),
    );
    expect(summary).toBe("key ***\n");
    expect(annotations).toEqual([{ level: "error", title: "x", message: "one\ntwo" }]);
    expect(heard.join("\n")).not.toContain("cog_a/b c");
    expect(heard).toContain("[1] key is *** and ***");
  });

  test("hands later steps the outputs, the environment and the path of earlier ones, but never NODE_OPTIONS", async () => {
    const second = `- id: second\n  uses: acme/show@v1\n  with: { plain: "${expression("fromJSON(steps.show.outputs.env).GITHUB_RUN_ID")}" }\n`;
    const runner = start(steps(uses() + second));
    const run = runner.trigger(resolved("Q1"));
    await runner.idle();
    const env = JSON.parse(run!.steps[2]!.outputs["env"]!) as Record<string, string>;
    expect(env).toMatchObject({ FROM_STEP: "yes", INPUT_PLAIN: "1" });
    expect(env["PATH"]).toMatch(/^\/added:/);
    expect(env).not.toHaveProperty("NODE_OPTIONS");
  });

  test("fails with the action's exit code, and skips what follows unless it asks for always()", async () => {
    const after = "- name: next\n  uses: acme/show@v1\n- name: last\n  if: always()\n  uses: acme/show@v1\n";
    const runner = start(steps(uses({ plain: "fail" }) + after));
    const run = runner.trigger(resolved("Q1"));
    await runner.idle();
    expect(run?.conclusion).toBe("failure");
    expect(run?.steps.map((step) => [step.name, step.exitCode]).slice(1)).toEqual([
      ["Run acme/show@v1", 3],
      ["last", 0],
    ]);
  });

  test("is skipped where the job's condition says no", async () => {
    const runner = start(steps(uses(), "    if: github.event.client_payload.id != 'Q1'\n"));
    const one = runner.trigger(resolved("Q1"));
    const two = runner.trigger(resolved("Q2"));
    await runner.idle();
    expect([one?.conclusion, two?.conclusion]).toEqual(["skipped", "success"]);
    expect(one?.steps).toEqual([]);
  });

  test.for([
    ["a script", "- run: echo hello\n", "knows no 'run: echo hello'"],
    ["another action", "- uses: actions/cache@v4\n", "Unable to resolve action `actions/cache@v4`"],
    [
      "an action of the repository that is not there",
      `${CHECKOUT}- uses: ./\n`,
      "Did you forget to run actions/checkout",
    ],
    ["an owner that nobody filled in", "- uses: OWNER/show@v1\n", "Unable to resolve action `OWNER/show@v1`"],
    [
      "an unknown input of checkout",
      `${CHECKOUT}  with: { ref: x }\n`,
      "'ref' of actions/checkout is not emulated",
    ],
    [
      "a context that steps do not have",
      `- uses: acme/show@v1\n  with: { plain: '${expression("nothing.x")}' }\n`,
      "nothing",
    ],
  ] as const)("fails clearly at %s", async ([, text, said]) => {
    const runner = start(steps(text));
    const run = runner.trigger(resolved("Q1"));
    await runner.idle();
    expect(run?.conclusion).toBe("failure");
    expect(run?.steps.at(-1)?.log).toContain(said);
  });

  test("fails before its first step where the job itself cannot be set up", async () => {
    const runner = start(steps(uses(), `    timeout-minutes: ${expression("nothing.x")}\n`));
    const run = runner.trigger(resolved("Q1"));
    await runner.idle();
    expect(run).toMatchObject({ conclusion: "failure", steps: [{ name: "Set up job", exitCode: 1 }] });
  });

  test("bears its event's type or the workflow's name where the workflow gives it none", () => {
    const runner = start(steps(uses()).replace(/^run-name: .*$/m, "run-name: ' '"));
    expect(runner.trigger(resolved("Q1"))?.name).toBe("incident.resolved");
    expect(runner.trigger({ name: "workflow_dispatch", payload: {} })?.name).toBe("Test");
  });

  test("warns of an input that the action does not declare", async () => {
    const runner = start(steps(uses({ unknown: "x" })));
    const run = runner.trigger(resolved("Q1"));
    await runner.idle();
    expect(run?.steps[1]?.log).toContain("##[warning]Unexpected input(s) 'unknown'");
  });

  test("ends the action at the job's timeout", async () => {
    const runner = start(steps(uses({ plain: "hang" }), "    timeout-minutes: 0.02\n"));
    const run = runner.trigger(resolved("Q1"));
    await runner.idle();
    expect(run?.conclusion).toBe("failure");
    expect(run?.steps[1]?.log).toContain("##[error]The operation was canceled.");
  });
});

describe("a trigger", () => {
  test("is null for an event that the workflow does not listen to", () => {
    const runner = start(steps(uses()));
    expect(runner.trigger({ name: "repository_dispatch", payload: { action: "incident.other" } })).toBeNull();
    const deaf = start(
      "name: T\non: { schedule: [{ cron: '1 * * * *' }] }\njobs: { job: { runs-on: x, steps: [{ uses: acme/show@v1 }] } }\n",
    );
    expect(deaf.trigger(resolved("Q1"))).toBeNull();
    expect(deaf.trigger({ name: "workflow_dispatch", payload: {} })).toBeNull();
    expect(deaf.runs).toEqual([]);
  });

  test("gives manual inputs their types, and the event file their text", async () => {
    const runner = start(
      steps(
        uses({
          plain: `${expression("inputs.dry-run == true")} ${expression("github.event.inputs.dry-run")}`,
        }),
      ),
    );
    const run = runner.trigger({ name: "workflow_dispatch", payload: { inputs: { "dry-run": "true" } } });
    await runner.idle();
    const { outputs } = run!.steps[1]!;
    expect(JSON.parse(outputs["env"]!)).toMatchObject({ INPUT_PLAIN: "true true" });
    expect(JSON.parse(outputs["event"]!)).toMatchObject({ inputs: { incident: "", "dry-run": "true" } });
    expect(run?.name).toBe("workflow_dispatch  by acme");
  });

  test("refuses manual inputs that GitHub would refuse", () => {
    const runner = start(steps(uses()));
    const dispatch = (inputs: Record<string, string>) => () =>
      runner.trigger({ name: "workflow_dispatch", payload: { inputs } });
    expect(dispatch({ other: "x" })).toThrow('Unexpected inputs provided: ["other"]');
    expect(dispatch({ "dry-run": "maybe" })).toThrow("wants true or false");
  });

  test("has no inputs and no repository in a scheduled run's event", async () => {
    const runner = start(steps(uses({ plain: expression("inputs.dry-run || false") })));
    const run = runner.trigger({ name: "schedule", payload: {} });
    await runner.idle();
    const { outputs } = run!.steps[1]!;
    expect(JSON.parse(outputs["event"]!)).toEqual({ schedule: "37 * * * *" });
    expect(JSON.parse(outputs["env"]!)).toMatchObject({ INPUT_PLAIN: "false" });
  });

  test("never evaluates an expression that arrives as data", async () => {
    const runner = start(steps(uses({ plain: expression("github.event.client_payload.id") })));
    const run = runner.trigger(resolved(expression("secrets.DEVIN_API_KEY")));
    await runner.idle();
    expect(run?.name).toBe(`repository_dispatch ${expression("secrets.DEVIN_API_KEY")} by acme`);
    expect(JSON.parse(run!.steps[1]!.outputs["env"]!)).toMatchObject({
      INPUT_PLAIN: expression("secrets.DEVIN_API_KEY"),
    });
  });
});

describe("a pull request", () => {
  function propose(path: string, repo = "acme/docs"): WorkflowEvent {
    openDocsRepository(directory).push("proposal", path, "proposed", "propose");
    return {
      name: "pull_request",
      payload: {
        action: "opened",
        number: 7,
        pull_request: {
          number: 7,
          base: { ref: "main", sha: revision("main") },
          head: { ref: "proposal", sha: revision("proposal"), repo: { full_name: repo } },
        },
      },
    };
  }

  test("runs on the merge of the proposal, where its paths match", async () => {
    const runner = start(steps(uses()));
    const run = runner.trigger(propose("docs/a.md"));
    await runner.idle();
    expect(run?.conclusion).toBe("success");
    const env = JSON.parse(run!.steps[1]!.outputs["env"]!) as Record<string, string>;
    expect(env).toMatchObject({
      GITHUB_REF: "refs/pull/7/merge",
      GITHUB_BASE_REF: "main",
      GITHUB_HEAD_REF: "proposal",
    });
    expect(openDocsRepository(directory).read(env["GITHUB_SHA"] ?? "", "docs/a.md")).toBe("proposed");
  });

  test.for(["src/a.ts", "docs/drafts/a.md"])("starts nothing for %s", (path) => {
    expect(start(steps(uses())).trigger(propose(path))).toBeNull();
  });

  test("starts nothing for a kind of change that the workflow does not name", () => {
    const event = propose("docs/a.md");
    expect(
      start(steps(uses())).trigger({ ...event, payload: { ...event.payload, action: "closed" } }),
    ).toBeNull();
  });

  test("starts nothing while it cannot be merged", () => {
    const event = propose("docs/README.md");
    openDocsRepository(directory).push("main", "docs/README.md", "another", "conflict");
    const { pull_request } = event.payload as { pull_request: object };
    const payload = {
      ...event.payload,
      pull_request: { ...pull_request, base: { ref: "main", sha: revision("main") } },
    };
    expect(start(steps(uses())).trigger({ ...event, payload })).toBeNull();
  });

  test("is waited for where the end of another run opens it", async () => {
    const ends: string[] = [];
    const runner = start(steps(uses()), {
      onEnd(run) {
        ends.push(`${run.event} ${run.conclusion}`);
        if (run.event !== "pull_request") runner.trigger(propose("docs/a.md"));
      },
    });
    runner.trigger(resolved("Q1"));
    await runner.idle();
    expect(ends).toEqual(["repository_dispatch success", "pull_request success"]);
  });

  test("gets no secrets from a fork", async () => {
    const runner = start(steps(uses()));
    const run = runner.trigger(propose("docs/a.md", "stranger/docs"));
    await runner.idle();
    expect(JSON.parse(run!.steps[1]!.outputs["env"]!)).toMatchObject({ "INPUT_DEVIN-API-KEY": "" });
  });
});

describe("concurrency", () => {
  const grouped = (queue: string) =>
    `${steps(uses({ plain: "wait" }).replace(CHECKOUT, ""))}concurrency: { group: "g-\${{ github.event.client_payload.id }}"${queue} }\n`;

  test("lets the runs of one group take turns in their order, and other groups alone", async () => {
    const runner = start(grouped(", queue: max"));
    for (const id of ["q1", "Q1", "Q2", "Q1"]) runner.trigger(resolved(id));
    expect(runner.runs.map((run) => run.status)).toEqual(["running", "queued", "running", "queued"]);
    await runner.idle();
    const [first, second, , third] = runner.runs;
    expect(runner.runs.map((run) => run.conclusion)).toEqual(Array(4).fill("success"));
    expect(second!.startedAt).toBeGreaterThanOrEqual(first!.endedAt!);
    expect(third!.startedAt).toBeGreaterThanOrEqual(second!.endedAt!);
  });

  test("with queue: max keeps a hundred waiting, and cancels the newest beyond", async () => {
    // Workflows of one group queue as the runs of one workflow do, and one event starts them all.
    const text = grouped(", queue: max");
    const workflows = Array.from({ length: 102 }, (_, index) => ({ path: `${index}.yml`, text }));
    const runner = start("", { workflows: () => workflows });
    runner.trigger(resolved("Q1"));
    expect(runner.runs.map((run) => run.conclusion).filter((conclusion) => conclusion !== null)).toEqual([
      "cancelled",
    ]);
    expect(runner.runs.at(-1)?.conclusion).toBe("cancelled");
    await runner.close();
    expect(new Set(runner.runs.map((run) => run.status))).toEqual(new Set(["completed"]));
  });

  test("without it keeps one waiting, and cancels the older", async () => {
    const runner = start(grouped(""));
    for (let count = 0; count < 3; count++) runner.trigger(resolved("Q1"));
    await runner.idle();
    expect(runner.runs.map((run) => run.conclusion)).toEqual(["success", "cancelled", "success"]);
  });

  test("refuses a workflow that would cancel what is running", () => {
    expect(() => start(grouped(", cancel-in-progress: true")).trigger(resolved("Q1"))).toThrow(
      "not emulated",
    );
  });
});

describe("a job's own token", () => {
  const permissions = (text: string, job = "") => {
    const workflow = readWorkflow(`${steps(uses(), job)}${text}`);
    return permissionsOf(workflow, workflow.jobs["job"]!);
  };

  test("may do what the job names, else what the workflow names, else read the contents", () => {
    const job = "    permissions: { contents: read, pull-requests: read }\n";
    expect(permissions("permissions: {}\n", job)).toEqual({ contents: "read", "pull-requests": "read" });
    expect(permissions("permissions: {}\n")).toEqual({});
    expect(permissions("")).toEqual({ contents: "read" });
  });

  test("with a permission that is not emulated here is refused, not ignored", () => {
    expect(() => permissions("permissions: { packages: write }\n")).toThrow("packages");
    expect(() => permissions("permissions: write-all\n")).toThrow("permissions");
  });
});

test("a closed runner has ended what was running, and takes nothing more", async () => {
  const runner = start(steps(uses({ plain: "hang" })));
  const run = runner.trigger(resolved("Q1"));
  await runner.close();
  expect(run?.conclusion).toBe("cancelled");
  expect(() => runner.trigger(resolved("Q1"))).toThrow("closed");
});

test("a workflow that asks for more than is emulated is refused, not half obeyed", () => {
  const runner = start(steps(uses(), "    strategy: { matrix: { a: [1] } }\n"));
  expect(() => runner.trigger(resolved("Q1"))).toThrow("strategy");
});

describe("of several workflows", () => {
  const on = (name: string, trigger: string) => ({
    path: `${name}.yml`,
    text: `name: ${name}\non: { ${trigger} }\njobs: { job: { runs-on: x, steps: [{ uses: acme/show@v1 }] } }\n`,
  });
  const files = [
    on("intake", "merge_group: , workflow_dispatch:"),
    on("hourly", "schedule: [{ cron: '1 * * * *' }], workflow_dispatch:"),
    on("pushed", "push: { branches: [main] }"),
    { path: "broken.yml", text: "name: broken\non: [push\n" },
  ];

  test.each([
    ["a merge group", { name: "merge_group", payload: {} }, "intake"],
    ["a schedule", { name: "schedule", payload: { schedule: "1 * * * *" } }, "hourly"],
    ["another schedule", { name: "schedule", payload: { schedule: "2 * * * *" } }, null],
    ["a push", { name: "push", payload: { ref: "refs/heads/main" } }, "pushed"],
    ["a push elsewhere", { name: "push", payload: { ref: "refs/heads/draft" } }, null],
    ["a run by hand", { name: "workflow_dispatch", payload: {}, workflow: "hourly.yml" }, "hourly"],
    [
      "one of a file that cannot be parsed",
      { name: "workflow_dispatch", payload: {}, workflow: "broken.yml" },
      null,
    ],
  ] satisfies [string, WorkflowEvent, string | null][])(
    "%s starts those that take it",
    async (_, event, name) => {
      const runner = start("", { workflows: () => files });
      expect(runner.trigger(event)?.name ?? null).toBe(name);
      await runner.idle();
      expect(runner.runs).toHaveLength(name === null ? 0 : 1);
    },
  );
});
