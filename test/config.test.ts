import { describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { SettingsError } from "../src/settings.ts";

const FILE = ".github/postmortem.yml";

const DEFAULTS = {
  directory: "docs/postmortems",
  publish: "pull-request",
  telemetry: ["datadog", "sentry"],
  devin: {},
};

function problems(text: string): string[] {
  try {
    readConfig(FILE, text);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

test.for([
  ["no file", null],
  ["an empty file", ""],
  ["a file of comments", "# nothing yet\n"],
  ["a lone document mark", "---\n"],
])("%s means the defaults", ([, text]) => {
  expect(readConfig(FILE, text ?? null)).toEqual(DEFAULTS);
});

test("every key is read", () => {
  const text = `
directory: postmortems/2026/
publish: confluence
telemetry: [datadog, grafana]
devin:
  playbook-id: playbook-1
  knowledge-ids: []
  secret-ids: [secret-1]
  repos: [acme/orders, acme/.github]
  tags: [team:checkout]
  mode: fast
  max-acu-limit: 15
  bypass-approval: false
  create-as-user-id: user-1
`;
  expect(readConfig(FILE, text)).toEqual({
    directory: "postmortems/2026",
    publish: "confluence",
    telemetry: ["datadog", "grafana"],
    devin: {
      "playbook-id": "playbook-1",
      "knowledge-ids": [],
      "secret-ids": ["secret-1"],
      repos: ["acme/orders", "acme/.github"],
      tags: ["team:checkout"],
      mode: "fast",
      "max-acu-limit": 15,
      "bypass-approval": false,
      "create-as-user-id": "user-1",
    },
  });
});

test("all problems are named at once, each with the file, the path and what is allowed", () => {
  const text = `
directory: ../secrets
publish: "  "
telemetry: datadog
colour: red
devin:
  repos: [acme]
  max-acu-limit: 0
  tags: [event:1]
  playbook: p
`;
  expect(problems(text)).toEqual([
    `${FILE}: directory is not a folder inside the repository, such as docs/postmortems`,
    `${FILE}: publish is empty`,
    `${FILE}: telemetry Invalid input: expected array, received string`,
    `${FILE}: devin.repos.0 is not owner/name`,
    `${FILE}: devin.tags.0 begins with incident: or event:, which are this action's own tags`,
    `${FILE}: devin.max-acu-limit is not above 0`,
    `${FILE}: devin.playbook is not known; allowed are playbook-id, knowledge-ids, secret-ids, repos, tags, mode, max-acu-limit, bypass-approval, create-as-user-id`,
    `${FILE}: colour is not known; allowed are directory, publish, telemetry, devin`,
  ]);
});

test.for([
  "allow-public",
  "check",
  "instructions",
  "limits",
  "notes",
  "on-acknowledge",
  "otherwise",
  "rules",
  "template",
])("%s is refused as a key of a later version, never passed over", (key) => {
  expect(problems(`${key}: true`)).toEqual([`${FILE}: ${key} is not in this version`]);
});

test("a key of a later version is not one inside devin", () => {
  expect(problems("devin: { template: x }")[0]).toContain("devin.template is not known");
});

test.for(["hello", "- a\n- b", "42"])("a file that holds no keys is refused: %j", (text) => {
  expect(problems(text)).toEqual([expect.stringMatching(/^\.github\/postmortem\.yml: the file .*object/)]);
});

test.for(["/etc", "a/../b", "a//b", "./a", "a b", "", "`a`"])(
  "a directory is a plain folder inside the repository, not %j",
  (path) => {
    expect(problems(`directory: ${JSON.stringify(path)}`)).toEqual([
      expect.stringMatching(/directory is not a folder inside the repository/),
    ]);
  },
);

describe("text that is not YAML", () => {
  test.for([
    ["an open list", "directory: [a\nrules: b", /at line 2, column 1/],
    ["a key twice", "directory: a\ndirectory: b\n", /Map keys must be unique at line 2, column 1$/],
    ["an alias to nothing", "directory: *a\n", /Unresolved alias/],
  ] as const)("%s is one problem that names the file and the place", ([, text, what]) => {
    const [problem, ...others] = problems(text);
    expect(others).toEqual([]);
    expect(problem).toMatch(/^\.github\/postmortem\.yml is not YAML: /);
    expect(problem).toMatch(what);
    expect(problem).not.toContain("\n");
  });
});
