/** The workflows and action.yml: valid for GitHub, closed to strangers' text, and naming their runs as promised. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { git as runGit } from "../sandbox/github/git.ts";
import { evaluate } from "../sandbox/runner/expression.ts";
import { createRunner, type WorkflowEvent } from "../sandbox/runner/runner.ts";
import { parseConfig } from "../src/settings/configuration.ts";

// The parser imports JSON without the import attribute that Node asks for.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context),
});
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(
  "@actions/workflow-parser"
);
const { convertActionTemplate, parseAction } = await import("@actions/workflow-parser/actions/index");
const { ErrorPolicy } = await import("@actions/workflow-parser/model/convert");

type Step = { name?: string; uses?: string; run?: string; with?: Record<string, unknown> };
type Job = { permissions?: Record<string, string>; "timeout-minutes"?: number; steps: Step[] };
type Workflow = {
  "run-name": string;
  permissions?: Record<string, string>;
  concurrency?: { group: string; queue?: string; "cancel-in-progress"?: unknown };
  jobs: Record<string, Job>;
};

const root = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const load = (text: string): Workflow => parse(text);

const own = readdirSync(join(root, ".github/workflows")).map((name) => `.github/workflows/${name}`);
const examples = ["examples/postmortem.yml", "examples/postmortem-schedule.yml"];
const paths = [...own, ...examples];
const [postmortem = "", schedule = ""] = examples.map(read);
const action = read("action.yml");

/** An expression of a workflow, spelled so that it is not mistaken for a forgotten template string. */
function expression(source: string): string {
  return `\${{ ${source} }}`;
}

async function parserErrors(name: string, content: string): Promise<string[]> {
  const result = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const found = result.context.errors.getErrors().map((error) => error.message);
  if (result.value === undefined) return ["nothing to parse", ...found];
  const template = await convertWorkflowTemplate(result.context, result.value, undefined, {
    errorPolicy: ErrorPolicy.TryConversion,
  });
  return [...found, ...(template.errors ?? []).map((error) => error.Message)];
}

function actionErrors(content: string): string[] {
  const result = parseAction({ name: "action.yml", content }, new NoOperationTraceWriter());
  if (result.value !== undefined) convertActionTemplate(result.context, result.value);
  return result.context.errors.getErrors().map((error) => error.message);
}

function unpinned(text: string): string[] {
  const lines = text.split("\n").filter((line) => /^\s*(- )?["']?uses["']?\s*:/.test(line));
  const counted = Object.values(load(text).jobs).flatMap((job) => job.steps.filter((step) => step.uses));
  if (lines.length !== counted.length) return ["a `uses` that is not on a line of its own"];
  return lines.filter(
    (line) => !/uses: (OWNER\/postmortem-bridge@v1|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(line),
  );
}

function expressionsInScripts(text: string): string[] {
  const steps = Object.values(load(text).jobs).flatMap((job) => job.steps);
  return steps.flatMap((step) => (step.run?.includes("${{") ? [step.run] : []));
}

function permissionProblems(text: string): string[] {
  const { permissions, jobs } = load(text);
  const top = permissions !== undefined && Object.keys(permissions).length === 0 ? [] : ["top level"];
  return [
    ...top,
    ...Object.entries(jobs).flatMap(([id, job]) => (typeof job.permissions === "object" ? [] : [id])),
  ];
}

function withoutTimeout(text: string): string[] {
  return Object.entries(load(text).jobs).flatMap(([id, job]) =>
    job["timeout-minutes"] === undefined ? [id] : [],
  );
}

function undeclaredInputs(text: string): string[] {
  const declared = Object.keys(parse(action).inputs);
  const steps = Object.values(load(text).jobs).flatMap((job) =>
    job.steps.filter((step) => step.uses?.startsWith("OWNER/postmortem-bridge@")),
  );
  return steps.flatMap((step) => Object.keys(step.with ?? {}).filter((name) => !declared.includes(name)));
}

const HARMLESS = [
  "action",
  "schedule",
  "repository.default_branch",
  "client_payload.incident.id",
  "client_payload.incident.number",
  "pull_request.number",
];

/** What a workflow reads of its event beyond ids, numbers and the type, whether by name or as a whole. */
function readsOfTheEvent(text: string): string[] {
  const expressions = [...text.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, source = ""]) => source);
  const wholes = expressions.flatMap((source) =>
    [...source.matchAll(/\bgithub\b(?!\s*\.\s*\w)/g)].map(([all]) => all),
  );
  const fields = expressions.flatMap((source) =>
    [...source.matchAll(/\bgithub\s*\.\s*event\b(?!_)([\w.[\]'"*-]*)/g)].map(([, path = ""]) =>
      path.replace(/^\./, ""),
    ),
  );
  return [...wholes, ...fields.filter((path) => !HARMLESS.includes(path))];
}

function concurrencyProblems(text: string): string[] {
  const { concurrency } = load(text);
  const problems: string[] = [];
  if (concurrency?.queue !== "max") problems.push("a pending run is cancelled by a newer one");
  if (concurrency?.["cancel-in-progress"] !== undefined) problems.push("a running run may be cancelled");
  return problems;
}

describe.for(paths)("%s", (path) => {
  const text = read(path);

  test("is valid by GitHub's own parser", async () => {
    expect(await parserErrors(path, text)).toEqual([]);
  });

  test("pins every action to a commit and says which version that is", () => {
    expect(unpinned(text)).toEqual([]);
  });

  test("has no expression in a script", () => {
    expect(expressionsInScripts(text)).toEqual([]);
  });

  test("grants nothing at the top and says per job what it needs", () => {
    expect(permissionProblems(text)).toEqual([]);
  });

  test("bounds the time of every job", () => {
    expect(withoutTimeout(text)).toEqual([]);
  });

  test("reads ids, numbers and the type of its event, never text", () => {
    expect(readsOfTheEvent(text)).toEqual([]);
  });
});

test("action.yml is valid by GitHub's own parser", () => {
  expect(actionErrors(action)).toEqual([]);
});

test("action.yml has what the Marketplace asks for", () => {
  const { name, description, author, branding } = parse(action);
  expect([name, author]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
  // It refuses a longer one.
  expect(description.length).toBeLessThan(125);
  expect(branding).toEqual({
    icon: "file-text",
    color: expect.stringMatching(/^(white|black|yellow|blue|green|orange|red|purple|gray-dark)$/),
  });
});

describe.for(examples)("%s", (path) => {
  const text = read(path);

  test("gives the action only inputs that action.yml declares", () => {
    expect(undeclaredInputs(text)).toEqual([]);
  });

  test("lets runs take turns and cancels none", () => {
    expect(concurrencyProblems(text)).toEqual([]);
  });

  test("works behind a proxy", () => {
    expect(parse(text).env).toEqual({ NODE_USE_ENV_PROXY: "1" });
  });
});

test("the configuration to begin with is a configuration", () => {
  expect(parseConfig("postmortem.yml", read("examples/configuration.yml"))).toMatchObject({
    problems: [],
    warnings: [],
  });
});

test("this repository runs no postmortem job of its own", () => {
  expect(own.map((path) => basename(path)).sort()).toEqual(["ci.yml", "codeql.yml", "release.yml"]);
});

test("postmortem.yml is triggered by incidents, by hand, by every pull request and by a merge queue", () => {
  expect(parse(postmortem).on).toEqual({
    repository_dispatch: {
      types: ["incident.acknowledged", "incident.reopened", "incident.priority_updated", "incident.resolved"],
    },
    workflow_dispatch: expect.anything(),
    pull_request: null,
    merge_group: null,
  });
});

test("each job of the examples may do what it needs and no more", () => {
  const permissions = (text: string) =>
    Object.fromEntries(Object.entries(load(text).jobs).map(([id, job]) => [id, job.permissions]));
  expect({ ...permissions(postmortem), ...permissions(schedule) }).toEqual({
    draft: { contents: "read" },
    check: { contents: "read", "pull-requests": "read", issues: "read" },
    reconcile: { contents: "read" },
    "follow-ups": { contents: "read", "pull-requests": "read", issues: "write" },
  });
});

test("every check of this file finds its fault in a workflow that has them all", async () => {
  const planted = `
on: push
permissions: { contents: write }
concurrency: { group: static, queue: single, cancel-in-progress: true }
jobs:
  bad:
    runs-on: ubuntu-latest
    surprise: true
    steps:
      - uses: actions/checkout@v7
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
      - uses: OWNER/postmortem-bridge@v1
        with:
          title: ${expression("github.event.client_payload.incident.title")}
          all: ${expression("toJSON(github.event.client_payload)")}
          everything: ${expression("toJSON(github)")}
      - run: echo ${expression("github.event.action")}
`;
  expect((await parserErrors("bad.yml", planted)).join()).toContain("surprise");
  expect(actionErrors("name: x\ndescription: y\nruns: { using: node26, main: x }\n")).not.toEqual([]);
  expect(unpinned(planted).map((line) => line.trim())).toEqual([
    "- uses: actions/checkout@v7",
    "- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
  ]);
  expect(unpinned("jobs: { a: { steps: [{ uses: x/y@v1 }] } }")).toEqual([
    "a `uses` that is not on a line of its own",
  ]);
  expect(expressionsInScripts(planted)).toEqual([`echo ${expression("github.event.action")}`]);
  expect(permissionProblems(planted)).toEqual(["top level", "bad"]);
  expect(withoutTimeout(planted)).toEqual(["bad"]);
  expect(undeclaredInputs(planted)).toEqual(["title", "all", "everything"]);
  expect(readsOfTheEvent(planted)).toEqual(["github", "client_payload.incident.title", "client_payload"]);
  expect(concurrencyProblems(planted)).toHaveLength(2);
});

const HOSTILE = expression("secrets.DEVIN_API_KEY");

function dispatched(type: string, id: string | null, number: number | null = 387): WorkflowEvent {
  const incident = { id, number, title: HOSTILE, service: { id: "P1", name: "::error::x" }, priority: "P1" };
  return { name: "repository_dispatch", payload: { action: type, client_payload: { version: 1, incident } } };
}

function byHand(inputs: Record<string, unknown>): WorkflowEvent {
  return { name: "workflow_dispatch", payload: { inputs } };
}

const HOURLY: WorkflowEvent = { name: "schedule", payload: { schedule: "37 * * * *" } };
const DAILY: WorkflowEvent = { name: "schedule", payload: { schedule: "12 7 * * *" } };
const PUSH: WorkflowEvent = {
  name: "push",
  payload: { ref: "refs/heads/main", head_commit: { message: HOSTILE } },
};
const MERGE_GROUP: WorkflowEvent = { name: "merge_group", payload: { action: "checks_requested" } };
const PULL_REQUEST: WorkflowEvent = {
  name: "pull_request",
  payload: { action: "opened", pull_request: { number: 12, title: HOSTILE } },
};

/** A string of the workflow as GitHub evaluates it, with the three contexts that it has there. */
function evaluated(template: string, { name, payload }: WorkflowEvent): string {
  const inputs = name === "workflow_dispatch" ? payload["inputs"] : {};
  return evaluate(template, { github: { event_name: name, event: payload, sha: "0a1b" }, inputs, vars: {} });
}

describe("the name of a run", () => {
  test.for([
    [dispatched("incident.resolved", "Q1ABC"), "incident.resolved Q1ABC (#387)"],
    [dispatched("incident.reopened", "Q1ABC", null), "incident.reopened Q1ABC"],
    [
      { name: "repository_dispatch", payload: { action: "incident.resolved", client_payload: null } },
      "incident.resolved",
    ],
    [byHand({ incident: "Q1ABC", since: "", "dry-run": false }), "Draft by hand: Q1ABC"],
    [byHand({ incident: "387", since: "", "dry-run": true }), "Draft by hand: 387 (dry run)"],
    [byHand({ incident: "", since: "7d", "dry-run": false }), "Reconcile of 7d"],
    [byHand({ incident: "", since: "", "dry-run": false }), "Reconcile"],
    [PULL_REQUEST, "Check of pull request #12"],
    [MERGE_GROUP, "Merge queue"],
  ] as Array<[WorkflowEvent, string]>)("is $1", ([event, name]) => {
    expect(evaluated(load(postmortem)["run-name"], event).trim()).toBe(name);
  });

  test.for([
    [HOURLY, "Reconcile"],
    [DAILY, "Follow-ups"],
    [PUSH, "Follow-ups"],
    [byHand({ "dry-run": true }), "Follow-ups (dry run)"],
  ] as Array<[WorkflowEvent, string]>)("is $1 by schedule, push and hand", ([event, name]) => {
    expect(evaluated(load(schedule)["run-name"], event).trim()).toBe(name);
  });
});

describe("the concurrency group", () => {
  const group = (event: WorkflowEvent) => evaluated(load(postmortem).concurrency!.group, event);

  test("is one for every event of an incident, by hand included, and another for another incident", () => {
    expect(group(dispatched("incident.resolved", "Q1"))).toBe("postmortem-Q1");
    expect(group(dispatched("incident.reopened", "Q1"))).toBe("postmortem-Q1");
    expect(group(byHand({ incident: "Q1", since: "", "dry-run": false }))).toBe("postmortem-Q1");
    expect(group(dispatched("incident.resolved", "Q2"))).toBe("postmortem-Q2");
  });

  test("is one for every reconcile, by hand and by schedule", () => {
    expect(group(byHand({ incident: "", since: "7d", "dry-run": true }))).toBe("postmortem-reconcile");
    expect(evaluated(load(schedule).concurrency!.group, HOURLY).trim()).toBe("postmortem-reconcile");
  });

  test("is one for all follow-ups", () => {
    for (const event of [DAILY, PUSH, byHand({ "dry-run": false })])
      expect(evaluated(load(schedule).concurrency!.group, event).trim()).toBe("postmortem-follow-ups");
  });

  test("is the pull request's for a check, and each merge group has its own", () => {
    expect(group(PULL_REQUEST)).toBe("postmortem-pull-request-12");
    expect(group(MERGE_GROUP)).toBe("postmortem-merge-group-0a1b");
  });
});

describe("the examples, run", () => {
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "workflows-"));
    mkdirSync(join(directory, "action/dist"), { recursive: true });
    copyFileSync(join(root, "action.yml"), join(directory, "action/action.yml"));
    const show = `const fs = require("node:fs"); fs.appendFileSync(process.env.GITHUB_OUTPUT, "env=" + JSON.stringify(process.env) + "\\n");`;
    writeFileSync(join(directory, "action/dist/index.js"), show);
    const git = (...args: string[]) => runGit(directory, ...args);
    git("init", "--quiet", "--initial-branch=main", "docs");
    git("-C", "docs", "commit", "--quiet", "--allow-empty", "-m", "x");
    git("clone", "--quiet", "--bare", "docs", "docs.git");
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  async function inputsOf(event: WorkflowEvent, vars: Record<string, string> = {}) {
    const runner = createRunner({
      workflows: () => examples.map((path) => ({ path, text: read(path) })),
      actions: { "OWNER/postmortem-bridge": join(directory, "action") },
      repository: "acme/docs",
      gitDirectory: join(directory, "docs.git"),
      workspaceRoot: mkdtempSync(join(directory, "work-")),
      apiUrl: "https://api.github.com",
      secrets: { DEVIN_API_KEY: "cog_secret", PAGERDUTY_TOKEN: "pd_secret" },
      vars,
    });
    const run = runner.trigger(event);
    await runner.idle();
    expect(run).toMatchObject({ status: "completed", conclusion: "success" });
    const env: Record<string, string> = JSON.parse(run!.steps.at(-1)!.outputs["env"]!);
    return Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith("INPUT_")));
  }

  const DEFAULTS = {
    INPUT_JOB: "auto",
    "INPUT_DEVIN-API-KEY": "cog_secret",
    "INPUT_DEVIN-ORG-ID": "",
    "INPUT_DEVIN-API-URL": "https://api.devin.ai",
    "INPUT_PAGERDUTY-TOKEN": "pd_secret",
    "INPUT_PAGERDUTY-AUTH": "token",
    "INPUT_PAGERDUTY-API-URL": "",
    INPUT_INCIDENT: "",
    INPUT_SINCE: "",
    "INPUT_DRY-RUN": "false",
    INPUT_CONFIG: ".github/postmortem.yml",
    "INPUT_WAIT-MINUTES": "0",
  };

  test.for([
    [HOURLY, "reconcile"],
    [DAILY, "follow-ups"],
    [PUSH, "follow-ups"],
    [MERGE_GROUP, "auto"],
  ] as Array<[WorkflowEvent, string]>)("%j starts the job %s", async ([event, job]) => {
    expect(await inputsOf(event)).toMatchObject({ INPUT_JOB: job });
  });

  test("gives the action its settings and nothing of the incident", async () => {
    const inputs = await inputsOf(dispatched("incident.resolved", "Q1"));
    expect(inputs).toMatchObject(DEFAULTS);
    expect(JSON.stringify(inputs)).not.toContain("Q1");
  });

  test("gives the action what a person chose", async () => {
    const chosen = { incident: "387", since: "", "dry-run": "true" };
    expect(await inputsOf(byHand(chosen))).toMatchObject({
      ...DEFAULTS,
      INPUT_INCIDENT: "387",
      "INPUT_DRY-RUN": "true",
    });
  });

  test("takes other addresses, another kind of token and a wait from the repository's variables", async () => {
    const vars = {
      DEVIN_API_URL: "https://devin.example",
      DEVIN_ORG_ID: "org-1",
      PAGERDUTY_API_URL: "https://pagerduty.example",
      PAGERDUTY_AUTH: "bearer",
      POSTMORTEM_WAIT_MINUTES: "5",
    };
    const reconcile: WorkflowEvent = { name: "workflow_dispatch", payload: { inputs: {} } };
    expect(await inputsOf(reconcile, vars)).toMatchObject({
      ...DEFAULTS,
      "INPUT_DEVIN-API-URL": "https://devin.example",
      "INPUT_DEVIN-ORG-ID": "org-1",
      "INPUT_PAGERDUTY-API-URL": "https://pagerduty.example",
      "INPUT_PAGERDUTY-AUTH": "bearer",
      "INPUT_WAIT-MINUTES": "5",
    });
  });
});
