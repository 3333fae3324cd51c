import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import { RECORD_WITHHELD } from "../../src/check/record.ts";
import { notRunOf } from "../../src/check/report.ts";
import type { JobSurroundings } from "../../src/jobs/context.ts";
import { runJob } from "../../src/jobs/run.ts";
import { renderSummary } from "../../src/jobs/summary.ts";
import type { Fetch } from "../../src/lib/http.ts";
import { NO_FILE } from "../../src/settings/configuration-file.ts";
import { DEVIN_KEY, devinClient, devinSandbox, fakeClock, sessionRequest } from "../builders.ts";
import { GOOD } from "../check/golden.ts";
import { loadedConfig } from "../configurations.ts";
import { checkResult } from "./results.ts";

const API = "https://api.github.com/repos/acme/docs";
const BASE = "b".repeat(40);
const [GOOD_ONE] = GOOD;
const FILE = `docs/postmortems/${GOOD_ONE!.name}`;
const TEXT = GOOD_ONE!.text;

type Setup = {
  /** What the pull request changes, by path: `added`, `removed`, `renamed from …`, `copied from …`. */
  changed?: Record<string, string>;
  /** The files at the base. */
  base?: Record<string, string>;
  /** The checkout. */
  files?: Record<string, string>;
  inputs?: Record<string, string>;
  event?: JobSurroundings["event"];
  fetch?: Fetch;
  surroundings?: Partial<JobSurroundings>;
};

function eventOf(
  pullRequest: Record<string, unknown> = {},
  repository: object = { private: true },
): JobSurroundings["event"] {
  const pull_request = {
    number: 7,
    base: { sha: BASE },
    head: { sha: "c".repeat(40), repo: { full_name: "acme/docs" } },
    ...pullRequest,
  };
  return { name: "pull_request", payload: { pull_request, repository } };
}

/** GitHub with one pull request; everything else that is asked goes to `fetch`. */
function gitHub({ changed = {}, base = {}, fetch }: Setup): Fetch {
  const json = (body: unknown, status = 200) => Promise.resolve(Response.json(body, { status }));
  return (url, init) => {
    const path = url.replace(API, "");
    if (path === "/pulls/7/files?per_page=100&page=1")
      return json(
        Object.entries(changed).map(([filename, status]) => {
          const [, verb = status, previous_filename] = /^(renamed|copied) from (.*)$/.exec(status) ?? [];
          return { filename, status: verb, previous_filename };
        }),
      );
    const [, file] = /^\/contents\/?(.*)\?ref=b{40}$/.exec(path) ?? [];
    const text = file === undefined ? undefined : base[decodeURIComponent(file)];
    if (text !== undefined)
      return json({ encoding: "base64", content: Buffer.from(text).toString("base64") });
    const folder = file === undefined ? "?" : decodeURIComponent(file).replace(/(.)$/, "$1/");
    const names = Object.keys(base).flatMap((path) =>
      path.startsWith(folder) ? [path.slice(folder.length)] : [],
    );
    if (names.length > 0)
      return json(names.map((name) => ({ name, type: name.includes("/") ? "dir" : "file" })));
    if (file !== undefined) return json({ message: "Not Found" }, 404);
    // What the text cites is not what these tests are about.
    if (url.endsWith("/graphql")) return json({ message: "Not here" }, 403);
    return fetch ? fetch(url, init) : Promise.reject(new Error(`Nothing may be asked of ${url}`));
  };
}

function runCheck(setup: Setup = {}) {
  const { changed = { [FILE]: "added" }, files = { [FILE]: TEXT } } = setup;
  return runJob({
    inputs: { "github-token": "ghs_0123456789abcdef", ...setup.inputs },
    event: setup.event ?? eventOf(),
    repository: "acme/docs",
    serverUrl: "https://github.com",
    githubApiUrl: "https://api.github.com",
    runId: "4711",
    actor: "octocat",
    fetch: gitHub({ ...setup, changed }),
    clock: fakeClock(),
    files: {
      read: (path) => files[path] ?? null,
      list: (folder) =>
        folder === ""
          ? [".git"]
          : Object.keys(files).flatMap((path) =>
              path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1).replace(/\/.*/, "")] : [],
            ),
    },
    loadConfiguration: (path) => loadedConfig(path, files[path] ?? null),
    ...setup.surroundings,
  });
}

const ORDERS = {
  incident: {
    id: "Q1ORDERSPOOL01",
    incident_number: 387,
    title: "Database Connection Pool Exhaustion",
    status: "resolved",
    html_url: "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
    created_at: "2026-02-10T14:32:00Z",
    resolved_at: "2026-02-10T15:18:00Z",
    urgency: "high",
  },
};

async function pagerDutyWith(incidents: { incident: object }[]) {
  const server = await startPagerDuty({
    tokens: [{ token: "pd-token-1", kind: "token", readOnly: true }],
    incidents,
  });
  onTestFinished(() => server.close());
  return server;
}

const rulesIn = (report: Awaited<ReturnType<typeof runCheck>>) =>
  checkResult(report).checked.findings.map(({ rule }) => rule);

describe("the check of a pull request", () => {
  test("is green where nothing is wrong, and says what it could not check", async () => {
    const report = await runCheck();
    expect(report).toMatchObject({
      job: "check",
      decision: "checked",
      reason: "0 errors and 0 warnings in 1 postmortem",
      failures: [],
    });
    expect(notRunOf(checkResult(report).checked)).toMatch(
      /^Not everything could be checked: .*front-matter-record, .*timeline-source.* did not run: pagerduty-token is not set\./,
    );
    expect(renderSummary(report)).toContain(`\nChecked: ${FILE}`);
  });

  test("its errors reach the session that wrote it, after the head was read again", async () => {
    const devin = await devinSandbox();
    const pull = {
      head: { sha: "c".repeat(40), ref: "postmortem/Q1ORDERSPOOL01", repo: { full_name: "acme/docs" } },
    };
    await devinClient(devin.url).createSession(sessionRequest({ tags: ["incident:Q1ORDERSPOOL01"] }));
    const read = (url: string, init: RequestInit) =>
      url.endsWith("/pulls/7") ? Promise.resolve(Response.json(pull)) : fetch(url, init);
    const report = await runCheck({
      files: { [FILE]: TEXT.replace("status: draft", "status: done") },
      event: eventOf({ ...pull, user: { type: "Bot" } }),
      inputs: { "devin-api-key": DEVIN_KEY, "devin-api-url": devin.url },
      fetch: read,
    });
    expect(checkResult(report).next).toMatch(/was told to mend/);
    expect(devin.sessions()[0]?.messages).toHaveLength(1);
  });

  test("its errors reach no session where only the branch of a fork is called so", async () => {
    const devin = await devinSandbox();
    await devinClient(devin.url).createSession(sessionRequest({ tags: ["incident:Q1ORDERSPOOL01"] }));
    const head = {
      sha: "c".repeat(40),
      ref: "postmortem/Q1ORDERSPOOL01",
      repo: { full_name: "stranger/docs" },
    };
    const report = await runCheck({
      files: { [FILE]: TEXT.replace("status: draft", "status: done") },
      event: eventOf({ head, user: { type: "Bot" } }),
      inputs: { "devin-api-key": DEVIN_KEY, "devin-api-url": devin.url },
      fetch,
    });
    expect(checkResult(report).next).toMatch(/No live session/);
    expect(devin.sessions()[0]?.messages).toEqual([]);
  });

  test("its errors stay with a person who pushed last", async () => {
    const event = eventOf({ user: { type: "Bot" }, html_url: "https://github.com/acme/docs/pull/7" });
    const pushed = { action: "synchronize", sender: { type: "User" } };
    const report = await runCheck({
      files: { [FILE]: TEXT.replace("status: draft", "status: done") },
      event: { ...event, payload: { ...Object(event.payload), ...pushed } },
    });
    expect(checkResult(report).next).toMatch(/person pushed last/);
  });

  test.for([
    ["Bot", true],
    ["User", false],
  ] as const)("by a %s has people's part judged where that is the author's", async ([type, isFound]) => {
    const report = await runCheck({
      files: { [FILE]: TEXT.replace("owner:", "owner: Devin") },
      event: eventOf({ user: { type } }),
    });
    expect(rulesIn(report).some((rule) => rule.startsWith("people-"))).toBe(isFound);
    expect(checkResult(report).checked.notRun.join(" ")).not.toContain("nobody knows whether");
  });

  test("is red for an error, and says where to look", async () => {
    const report = await runCheck({ files: { [FILE]: TEXT.replace("status: draft", "status: done") } });
    expect(rulesIn(report)).toEqual(["front-matter-status"]);
    expect(report.failures).toEqual([
      "The check found 1 error and 0 warnings in 1 postmortem: the table of the summary says where, and what to do.",
    ]);
    expect(renderSummary(report)).toContain(`${FILE}?plain=1#L2)`);
    expect(renderSummary(report).match(/1 error and 0 warnings/g)).toHaveLength(1);
  });

  test("is green for a warning", async () => {
    const base = { ".github/postmortem.yml": "check: { front-matter-status: warning }" };
    const report = await runCheck({ base, files: { [FILE]: TEXT.replace("status: draft", "status: done") } });
    expect(rulesIn(report)).toEqual(["front-matter-status"]);
    expect(report.failures).toEqual([]);
  });

  test("looks at the Markdown below the directory, under its new name, and lists what is removed", async () => {
    const changed = {
      [FILE]: "renamed from docs/postmortems/old.md",
      "docs/postmortems/2026-01-01-Q1OLD001.md": "removed",
      "archive/2026-01-02-Q1OLD002.md": "renamed from docs/postmortems/2026-01-02-Q1OLD002.md",
      "examples/copy.md": "copied from docs/postmortems/2026-01-04-Q1OLD004.md",
      "docs/postmortems/README.md": "renamed from docs/postmortems/2026-01-03-Q1OLD003.md",
      "docs/postmortems/images/a.md": "added",
      "docs/postmortems/a.png": "added",
      "docs/other.md": "added",
    };
    const { checked } = checkResult(await runCheck({ changed }));
    const files = [FILE, "docs/postmortems/images/a.md"];
    const removed = [1, 2, 3].map((day) => `docs/postmortems/2026-01-0${day}-Q1OLD00${day}.md`);
    expect(checked).toMatchObject({ files, removed });
  });

  test("is refused where the workspace is no checkout, since each file would seem to be missing", async () => {
    const files = { read: () => null, list: () => [] };
    const { failures } = await runCheck({ surroundings: { files } });
    expect(failures).toEqual([expect.stringContaining("run actions/checkout before")]);
  });

  test("looks into the directory that the base's configuration names, and into no other", async () => {
    const base = { ".github/postmortem.yml": "directory: reviews" };
    const changed = { [`reviews/2026/${GOOD_ONE!.name}`]: "added", [FILE]: "added" };
    const { checked } = checkResult(await runCheck({ base, changed }));
    expect(checked.files).toEqual([`reviews/2026/${GOOD_ONE!.name}`]);
  });

  test("of one without postmortems finds nothing", async () => {
    const report = await runCheck({ changed: { "docs/postmortems/README.md": "modified" } });
    expect(report).toMatchObject({ decision: "checked", reason: "the pull request changes no postmortem" });
    expect(notRunOf(checkResult(report).checked)).toBe(null);
  });

  test("counts what is wrong in a configuration where no postmortem is changed", async () => {
    const files = { ".github/postmortem.yml": "limit: 3" };
    const report = await runCheck({ changed: { ".github/postmortem.yml": "modified" }, files });
    expect(report.reason).toMatch(/^1 error and 0 warnings in /);
    expect(report.failures[0]).toContain(report.reason);
  });

  test("finds a file that is not in the checkout", async () => {
    const report = await runCheck({ files: {} });
    expect(rulesIn(report)).toEqual(["unreadable"]);
    expect(report.failures).toHaveLength(1);
  });

  test("says that GitHub lists no more than 3,000 files", async () => {
    const full = Array.from({ length: 100 }, (_, index) => ({ filename: `${index}.png`, status: "added" }));
    const inner = gitHub({});
    const fetch: Fetch = (url, init) =>
      url.includes("/files?") ? Promise.resolve(Response.json(full)) : inner(url, init);
    const report = await runCheck({ surroundings: { fetch } });
    expect(checkResult(report).checked.notRun).toEqual([
      "GitHub lists the first 3,000 files of a pull request, and this one has more.",
    ]);
  });
});

describe("configuration and templates", () => {
  const SWITCHED_OFF = {
    [FILE]: TEXT.replace("status: draft", "status: done"),
    ".github/postmortem.yml": "check: { front-matter-status: off }",
  };

  test("are those of the base: a pull request does not switch off its own check", async () => {
    expect(rulesIn(await runCheck({ files: SWITCHED_OFF }))).toEqual(["front-matter-status"]);
    const base = { ".github/postmortem.yml": "check: { front-matter-status: off }" };
    expect(rulesIn(await runCheck({ files: SWITCHED_OFF, base }))).toEqual([]);
  });

  test("may name other templates, of which one that is not there is said", async () => {
    const base = {
      ".github/postmortem.yml":
        "template: own.md\nrules: [{ when: { urgency: low }, do: draft, template: gone.md }, { when: { urgency: high }, do: skip }]",
      "own.md": "# T\n\n## Summary\n\n## Customers\n",
    };
    const report = await runCheck({ base });
    expect(checkResult(report).checked.findings.map(({ message }) => message)).toContain(
      "The section Customers is missing.",
    );
    expect(checkResult(report).checked.notRun).toContain(
      "The template gone.md is not at the pull request's base, so its sections are not checked.",
    );
  });

  test("with a near name at the base are refused as in a checkout", async () => {
    const { failures } = await runCheck({ base: { ".github/postmortems.yml": "", "postmortem.yml": "" } });
    expect(failures).toEqual([
      expect.stringContaining(".github/postmortems.yml is not read"),
      expect.stringContaining("postmortem.yml is not read"),
    ]);
  });

  test("are repaired by a pull request that changes no postmortem beside them", async () => {
    const repair = (changed: string, text: string) =>
      runCheck({
        base: { ".github/postmortem.yml": "directroy: docs" },
        changed: { ".github/postmortem.yml": "modified", [changed]: "modified" },
        surroundings: { loadConfiguration: (path) => loadedConfig(path, text) },
      });
    expect(await repair("README.txt", "directory: docs")).toMatchObject({ kind: "empty", failures: [] });
    for (const still of [repair(FILE, "directory: docs"), repair("README.txt", "directroy: doc")])
      expect((await still).failures).toEqual([expect.stringContaining("At the base of the pull request")]);
    const unfinished = await repair("README.txt", "template: gone.md");
    expect(rulesIn(unfinished)).toEqual(["template"]);
    expect(unfinished).toMatchObject({ failures: [expect.stringContaining("found 1 error")] });
  });

  test("that are renamed away are a warning", async () => {
    const report = await runCheck({
      base: { ".github/postmortem.yml": "otherwise: skip" },
      changed: { "old.txt": "renamed from .github/postmortem.yml" },
      surroundings: {
        loadConfiguration: async () => ({ ...(await loadedConfig("", null)), source: NO_FILE }),
      },
    });
    expect(checkResult(report).checked.findings).toMatchObject([
      { severity: "warning", message: expect.stringContaining("is removed") },
    ]);
  });

  test("that are named must be at the base", async () => {
    const report = await runCheck({ inputs: { config: "team.yml" }, files: { "team.yml": "" } });
    expect(report.failures).toEqual([
      expect.stringMatching(
        /^At the base of the pull request: config is "team.yml", and there is no such file/,
      ),
    ]);
  });
});

describe("the record", () => {
  test("is PagerDuty's, and what contradicts it is found", async () => {
    const pagerDuty = await pagerDutyWith([ORDERS]);
    const report = await runCheck({
      inputs: { "pagerduty-token": "pd-token-1", "pagerduty-api-url": pagerDuty.url },
      files: { [FILE]: TEXT.replace("number: 387", "number: 378") },
      fetch,
    });
    expect(rulesIn(report)).toContain("front-matter-record");
    expect(checkResult(report).checked.findings.map(({ message }) => message)).toContain(
      "`number` is 378, and the record has 387.",
    );
  });

  test("that PagerDuty does not have is no finding but a sentence", async () => {
    const pagerDuty = await pagerDutyWith([]);
    const report = await runCheck({
      inputs: { "pagerduty-token": "pd-token-1", "pagerduty-api-url": pagerDuty.url },
      fetch,
    });
    expect(rulesIn(report)).toEqual([]);
    expect(checkResult(report).checked.notRun.join(" ")).toContain(RECORD_WITHHELD);
  });

  test("that PagerDuty refuses is told with its reason", async () => {
    const pagerDuty = await pagerDutyWith([ORDERS]);
    pagerDuty.fail({
      do: "status",
      status: 403,
      times: 9,
      body: { error: { message: "Access Denied", code: 2010 } },
    });
    const report = await runCheck({
      inputs: { "pagerduty-token": "pd-token-1", "pagerduty-api-url": pagerDuty.url },
      fetch,
    });
    expect(checkResult(report).checked.notRun.join(" ")).toContain("PagerDuty answered 403, Access Denied");
  });

  test("of an incident that the base's rules skip is not shown, unless a person asked for its draft", async () => {
    const pagerDuty = await pagerDutyWith([ORDERS]);
    const devin = await devinSandbox();
    const setup = {
      base: { ".github/postmortem.yml": "otherwise: skip\n" },
      files: { [FILE]: TEXT.replace("number: 387", "number: 378") },
      inputs: {
        "pagerduty-token": "pd-token-1",
        "pagerduty-api-url": pagerDuty.url,
      },
      fetch,
    };
    const inputs = { ...setup.inputs, "devin-api-key": DEVIN_KEY, "devin-api-url": devin.url };
    for (const skipped of [await runCheck(setup), await runCheck({ ...setup, inputs })]) {
      expect(rulesIn(skipped)).toEqual([]);
      expect(checkResult(skipped).checked.notRun.join(" ")).toContain(RECORD_WITHHELD);
      expect(JSON.stringify(skipped)).not.toContain("387");
    }
    await devinClient(devin.url).createSession(
      sessionRequest({ tags: ["incident:Q1ORDERSPOOL01", "by-hand"] }),
    );
    const lists = vi.fn<Fetch>((url, init) => fetch(url, init));
    expect(rulesIn(await runCheck({ ...setup, inputs, fetch: lists }))).toContain("front-matter-record");
    // Whether it may be shown, and which addresses its sessions have, is asked for at once.
    expect(lists.mock.calls.filter(([url]) => url.includes("/sessions?"))).toHaveLength(2);
  });

  test("goes with the incident's own sessions, where Devin tells them", async () => {
    const pagerDuty = await pagerDutyWith([ORDERS]);
    const devin = await devinSandbox();
    const { url } = await devinClient(devin.url).createSession(
      sessionRequest({ tags: ["incident:Q1ORDERSPOOL01"] }),
    );
    const runWith = (session: string) =>
      runCheck({
        files: { [FILE]: TEXT.replace(/^session: .*$/m, `session: ${session}`) },
        inputs: {
          "pagerduty-token": "pd-token-1",
          "pagerduty-api-url": pagerDuty.url,
          "devin-api-key": DEVIN_KEY,
          "devin-api-url": devin.url,
        },
        fetch,
      });
    const another = "https://app.devin.ai/sessions/0123456789abcdef";
    expect(rulesIn(await runWith(url))).not.toContain("front-matter-session");
    expect(rulesIn(await runWith(another))).toContain("front-matter-session");
    devin.fail({ do: "status", status: 403, times: 9 });
    const unknown = await runWith(another);
    expect(rulesIn(unknown)).not.toContain("front-matter-session");
    expect(checkResult(unknown).checked.notRun).toContainEqual(expect.stringMatching(/not known.* 403/));
  });

  test("is left alone in the run of a fork, which says so", async () => {
    for (const repo of [{ full_name: "stranger/docs" }, null]) {
      const report = await runCheck({ event: eventOf({ head: { repo } }, { private: false }) });
      expect(report.failures).toEqual([]);
      expect(checkResult(report).checked.notRun.join(" ")).toContain(
        "did not run: the pull request comes from a fork, whose runs get no secrets, so there is no pagerduty-token.",
      );
    }
  });

  test("is not published by a public repository that does not allow it", async () => {
    const event = eventOf({}, { private: false });
    const inputs = { "pagerduty-token": "pd-token-1" };
    const report = await runCheck({ event, inputs });
    expect(report.kind).toBe("empty");
    expect(report.failures[0]).toMatch(/^The docs repository acme\/docs is public/);
  });

  test("of which a bug makes nothing is no sentence", async () => {
    const inputs = { "pagerduty-token": "pd-token-1", "pagerduty-api-url": "http://127.0.0.1:9" };
    const sleep = () => {
      throw new TypeError("a bug");
    };
    const failing = runCheck({ inputs, fetch, surroundings: { clock: { ...fakeClock(), sleep } } });
    await expect(failing).rejects.toThrow("a bug");
  });
});

test("a check needs its event and a token", async () => {
  const wrong = [
    { name: "workflow_dispatch", payload: {} },
    { name: "pull_request", payload: { pull_request: { number: 7 } } },
    { name: "pull_request_target", payload: eventOf().payload },
  ];
  for (const event of wrong)
    expect((await runCheck({ event, inputs: { job: "check" } })).failures).toEqual([
      "The job check needs the event pull_request, which tells what to compare; on your own machine use `npm run check`",
    ]);
  expect((await runCheck({ inputs: { "github-token": "" } })).failures).toEqual([
    "github-token is empty; the check asks GitHub with it which files are changed",
  ]);
});
