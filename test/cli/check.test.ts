/** `npm run check`: what it prints, and its exit status. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkCommand } from "../../cli/check.ts";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import { GOOD } from "../check/golden.ts";
import { type Environment, run as runCommand } from "./command.ts";

const [GOOD_ONE] = GOOD;
const FILE = `docs/postmortems/${GOOD_ONE!.name}`;
const TEXT = GOOD_ONE!.text;
const WRONG = TEXT.replace("status: draft", "status: done");

/** Runs it in a checkout that holds these files. */
async function run(args: string[], files: Record<string, string> = { [FILE]: TEXT }, env: Environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), "postmortem-bridge-check-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, ".git"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return runCommand(checkCommand, args, env, folder);
}

describe("findings", () => {
  test("are printed by file and line with what to do, and make it fail", async () => {
    const { code, out, error } = await run([FILE], { [FILE]: WRONG });
    expect(code).toBe(1);
    expect(error).toBe(`Checking ${FILE} (no configuration file: defaults) …\n`);
    expect(out).toContain(`${FILE}:2 error front-matter-status
  \`status\` is done.
  Write draft, in-review, reviewed, closed or final.
Not checked: `);
    expect(out).toContain("did not run: PAGERDUTY_TOKEN is not set.");
    expect(out).toContain("did not run: GITHUB_TOKEN or GITHUB_REPOSITORY is not set.");
    expect(out).toMatch(/Found 1 error and 0 warnings in 1 postmortem\.\n$/);
  });

  test("are those that the checkout's configuration wants, by the checkout's template", async () => {
    const files = {
      [FILE]: WRONG,
      ".github/postmortem.yml":
        "template: own.md\ncheck: { front-matter-status: warning }\nrules: [{ when: { urgency: low }, do: draft, template: gone.md }, { when: { urgency: high }, do: draft, template: docs }]",
      "own.md": "# T\n\n## Summary\n\n## Customers\n",
    };
    const { code, out } = await run([FILE, FILE, "--json"], files);
    expect(code).toBe(1);
    const { findings, notRun } = JSON.parse(out);
    expect(
      findings.map(({ rule, severity }: { rule: string; severity: string }) => [rule, severity]),
    ).toEqual(
      Array.from({ length: 2 }, () => [
        ["structure-missing-section", "error"],
        ["front-matter-status", "warning"],
      ])
        .flat()
        .sort(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
    );
    for (const absent of ["gone.md", "docs"])
      expect(notRun).toContain(`There is no template ${absent}, so its sections are not checked.`);
  });

  test("want the section Seen Before where the checkout has an earlier postmortem that the record is like", async () => {
    const incident = {
      id: "Q1ORDERSPOOL01",
      title: "Database connection pool exhausted",
      status: "resolved",
      created_at: "2026-02-10T14:32:00Z",
      service: { id: "PORDSVC", summary: "orders-service" },
    };
    const server = await startPagerDuty({
      tokens: [{ token: "check-token-0123456789", kind: "token", readOnly: true }],
      incidents: [{ incident }],
    });
    onTestFinished(() => server.close());
    const earlier = {
      "docs/postmortems/2026-01-14-Q0LEAK.md": `---
incident: Q0LEAK
created: 2026-01-14T08:00:00Z
service: orders-service
---
# The connection pool of the database was exhausted
`,
    };
    const env = { PAGERDUTY_TOKEN: "check-token-0123456789", PAGERDUTY_API_URL: server.url };
    const missing = "The section Seen Before is missing.";
    expect((await run([FILE], { [FILE]: TEXT, ...earlier }, env)).out).toContain(missing);
    expect((await run([FILE], { [FILE]: TEXT }, env)).out).not.toContain(missing);
  });

  test("compare with PagerDuty's record where there is a token", async () => {
    const incident = {
      id: "Q1ORDERSPOOL01",
      incident_number: 1,
      title: "x",
      status: "resolved",
      created_at: "2026-02-10T14:32:00Z",
    };
    const server = await startPagerDuty({
      tokens: [{ token: "check-token-0123456789", kind: "token", readOnly: true }],
      incidents: [{ incident }],
    });
    onTestFinished(() => server.close());
    const env = { PAGERDUTY_TOKEN: "check-token-0123456789", PAGERDUTY_API_URL: server.url };
    const { code, out } = await run([FILE], { [FILE]: TEXT }, env);
    expect(code).toBe(1);
    expect(out).toContain("`number` is 387, and the record has 1.");
    const unknown = TEXT.replace("Q1ORDERSPOOL01", "Q1ORDERSPOOL09");
    const other = FILE.replace("POOL01", "POOL09");
    expect((await run([other], { [other]: unknown }, env)).out).toContain(
      "did not run: PagerDuty answered 404, Not Found.",
    );
  });
});

test("without errors it succeeds", async () => {
  const { code, out } = await run([FILE]);
  expect(out).toMatch(/Found 0 errors and 0 warnings in 1 postmortem\.\n$/);
  expect(code).toBe(0);
});

test.for([
  ["a file that is not there", ["a.md"], "There is no file a.md."],
  [
    "a configuration that is not there",
    [FILE, "--config", "b.yml"],
    "--config is b.yml, and there is no such file.",
  ],
] as const)("of %s it says what is wrong", async ([, args, message]) => {
  expect(await run([...args])).toMatchObject({ code: 2, error: `${message}\n` });
});

test("says which variables are wrong, all at once and by the names that it has here", async () => {
  const { error } = await run([FILE], undefined, {
    PAGERDUTY_TOKEN: "check-token",
    PAGERDUTY_AUTH: "basic",
    GITHUB_TOKEN: "ghs 1",
    GITHUB_REPOSITORY: "docs",
    GITHUB_API_URL: "api.github.com",
  });
  expect(error.match(/^\w+/gm)).toEqual([
    "PAGERDUTY_AUTH",
    "GITHUB_TOKEN",
    "GITHUB_REPOSITORY",
    "GITHUB_API_URL",
  ]);
});
