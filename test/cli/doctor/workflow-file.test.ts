/** What the doctor says of a workflow file, one mistake at a time, made in the file that is shipped. */

import { expect, test } from "vitest";
import { judgeWorkflow, type Kind, type Surroundings, WORKFLOWS } from "../../../cli/doctor/workflow-file.ts";
import { readExample } from "../../../cli/doctor/workflow-form.ts";
import { workflow } from "../services.ts";

const [INTAKE, SCHEDULE] = WORKFLOWS;

function judge(kind: Kind, text: string, around: Partial<Surroundings> = {}) {
  const example = readExample(workflow(`${kind.name}.yml`));
  const surroundings = { isServer: false, defaultBranch: "main", forwarded: null, example, ...around };
  return judgeWorkflow(kind, { file: `${kind.name}.yml`, text }, surroundings);
}

const told = (kind: Kind, text: string, around: Partial<Surroundings> = {}) =>
  judge(kind, text, around).problems.map(({ level, says }) => `${level}: ${says}`);

test("the files that are shipped have no problem, and name the copy once", () => {
  for (const kind of WORKFLOWS)
    expect(judge(kind, workflow(`${kind.name}.yml`))).toEqual({
      problems: [],
      uses: ["acme/postmortem-bridge@v1"],
    });
});

type Change = (text: string) => string;
const put =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replaceAll(from instanceof RegExp ? new RegExp(from, "gm") : from, to);

test.for<[string, Change, RegExp, Partial<Surroundings>?]>([
  ["text that is no YAML", () => "on: [push\njobs: {", /^fail: postmortem\.yml:\d is not YAML/],
  ["a list in place of keys", () => "- on", /^fail: .* is no workflow/],
  [
    "a key twice",
    put("permissions: {}", "permissions: {}\npermissions: {}"),
    /^fail: .* is not YAML: Map keys/,
  ],
  ["a tab", put("    runs-on:", "\truns-on:"), /^fail: .* is not YAML: Tabs/],
  [
    "an event that is gone",
    put("  repository_dispatch:", "  issues:"),
    /^fail: .* does not run on repository_dispatch/,
  ],
  [
    "types without the resolve",
    put("      - incident.resolved\n", ""),
    /^fail: .* does not take incident\.resolved/,
  ],
  [
    "types without another one that the endpoint forwards",
    put("      - incident.reopened\n", ""),
    /^warn: .* does not take incident\.reopened .* the endpoint forwards it/,
    { forwarded: ["incident.resolved", "incident.reopened"] },
  ],
  ["no merge queue", put(/^ {2}merge_group:.*\n/m, ""), /^warn: .* does not run on merge_group/],
  ["paths", put("  pull_request:\n", "  pull_request: { paths: [docs/**] }\n"), /^warn: .* touch its paths/],
  [
    "paths-ignore",
    put("  pull_request:\n", "  pull_request: { paths-ignore: [src/**] }\n"),
    /^warn: .* touch its paths/,
  ],
  ["no concurrency", put(/^concurrency:[\s\S]*?queue: max\n/m, ""), /^warn: .* has no concurrency/],
  ["no queue", put("  queue: max\n", ""), /^warn: .* has no queue: max/],
  [
    "a group alone",
    put(/^concurrency:[\s\S]*?queue: max\n/m, "concurrency: all\n"),
    /^warn: .* has no queue: max/,
  ],
  [
    "cancel-in-progress",
    put("  queue: max\n", "  queue: max\n  cancel-in-progress: true\n"),
    /^fail: .* has cancel-in-progress/,
  ],
  [
    "queue on an Enterprise Server",
    (text) => text,
    /^fail: .* no GitHub Enterprise Server can read/,
    { isServer: true },
  ],
  ["a step that uses ./", put("acme/postmortem-bridge@v1", "./"), /^fail: .* uses: \.\/, which is not in/],
  ["OWNER as it was copied", put("uses: acme/", "uses: OWNER/"), /^fail: .* OWNER was not replaced/],
  ["no tag", put("postmortem-bridge@v1", "postmortem-bridge"), /^fail: .* names no tag/],
  [
    "no action of the copy",
    put("uses: acme/postmortem-bridge@v1", "run: echo"),
    /^fail: .* uses no action of your copy/,
  ],
  [
    "a job without steps",
    () =>
      "on: [repository_dispatch, workflow_dispatch, pull_request, merge_group]\nconcurrency: {queue: max}\njobs: { a: 1 }",
    /^fail: .* uses no action/,
  ],
  [
    "a key that is not passed on",
    put(/ +devin-api-key: .*\n/, ""),
    /^fail: .* does not pass on devin-api-key/,
  ],
  [
    "a permission that a job lacks",
    put(/ +pull-requests: read.*\n/, ""),
    /^fail: .* the job check lacks pull-requests: read$/,
  ],
  [
    "no checkout",
    put(/ +- name: Check out the docs repository\n[\s\S]*?persist-credentials: false\n/, ""),
    /^fail: .* the job draft does not check out/,
  ],
  [
    "a checkout into a folder",
    (text) => text.replace("persist-credentials: false", "path: docs"),
    /^fail: .* the job draft checks out into a folder/,
  ],
  [
    "an input that an old copy lacks",
    put(/ +pagerduty-from: .*\n/, ""),
    /^warn: .* does not pass on pagerduty-from/,
  ],
])("%s", ([, change, says, around]) => {
  expect(told(INTAKE, change(workflow("postmortem.yml")), around)).toEqual([expect.stringMatching(says)]);
});

test.for<[string, Change, RegExp]>([
  ["no schedule", put(/ {2}schedule:[\s\S]*?(?= {2}push:)/, ""), /^fail: .* does not run on schedule/],
  [
    "a schedule that was changed in one place",
    put('- cron: "37 * * * *"', '- cron: "7 * * * *"'),
    /^fail: .* the job reconcile waits for the schedule '37 \* \* \* \*'/,
  ],
  [
    "a schedule that was taken out",
    put(/ +- cron: "12 7 .*\n/, ""),
    /^warn: .* no schedule starts the job follow-ups/,
  ],
  ["a cron that is none", put('"12 7 * * *"', '"12 7 * *"'), /^fail: .* '12 7 \* \*', which is no cron/],
  ["no push", put(/^ {2}push:\n(?: {4}.*\n)+/m, ""), /^warn: .* does not run on push, as the example does/],
  [
    "another default branch",
    put("branches: [main]", "branches: [trunk]"),
    /^warn: .* a push to trunk, and the default branch is main/,
  ],
])("in the schedule's file: %s", ([, change, says]) => {
  const problems = told(SCHEDULE, change(workflow("postmortem-schedule.yml")));
  expect(problems[0]).toMatch(says);
});

test("a job of another name, and permissions of the whole file, are taken as they are", () => {
  const text = workflow("postmortem.yml").replace("  draft:\n", "  drafts:\n");
  expect(told(INTAKE, text)).toEqual([]);
  const whole = text
    .replace("permissions: {}", "permissions: { contents: read, pull-requests: write, issues: read }")
    .replaceAll(/ {4}permissions:\n(?: {6}.*\n)+/g, "");
  expect(told(INTAKE, whole)).toEqual([]);
});

test("a pattern of branches may match any", () => {
  const text = workflow("postmortem-schedule.yml").replace("branches: [main]", "branches: ['m*']");
  expect(told(SCHEDULE, text)).toEqual([]);
});

test("each event by its bare name", () => {
  const text = workflow("postmortem.yml").replace(
    /^on:[\s\S]*?(?=^# The runs)/m,
    "on: [repository_dispatch, workflow_dispatch, pull_request, merge_group]\n",
  );
  expect(told(INTAKE, text)).toEqual([]);
});
