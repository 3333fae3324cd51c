/** `npm run explain`: what it prints, and its exit status. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { explain as explainCommand } from "../../cli/explain.ts";
import { demoIncidents } from "../../sandbox/pagerduty/demo-record.ts";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import { payloadOf, readFixture, webhookOf } from "../builders.ts";
import { type Environment, run } from "./command.ts";

const CONFIG = `
rules:
  - name: blips that fixed themselves
    when: { resolved-by: integration, shorter-than: 10m }
    do: skip
  - name: severe
    when: { priority: [P1, P2] }
    do: draft
  - when: { service: orders-* }
    do: skip
otherwise: skip
`;

type Files = Record<string, string | Uint8Array>;

/** A folder that holds these files. */
function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "postmortem-bridge-explain-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Runs it in a folder that holds these files, beside the rules unless it is bare. */
async function explain(
  args: string[],
  { files = {}, env = {}, isBare = false }: { files?: Files; env?: Environment; isBare?: boolean } = {},
) {
  const folder = folderOf(isBare ? files : { ".github/postmortem.yml": CONFIG, ...files });
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return run(explainCommand, args, env, folder);
}

const TOKEN = "explain-token-0123456789";

const restIncident = demoIncidents[0]!.incident;

async function pagerDuty(incident: object = restIncident) {
  const server = await startPagerDuty({
    tokens: [{ token: TOKEN, kind: "token", readOnly: true }],
    incidents: [{ incident }],
  });
  onTestFinished(() => server.close());
  return { server, env: { PAGERDUTY_TOKEN: TOKEN, PAGERDUTY_API_URL: server.url } };
}

describe("a decision", () => {
  test("is printed with its facts, its reason, and why each rule did or did not match", async () => {
    const { code, out, error } = await explain(["incident.json"], {
      files: { "incident.json": webhookOf() },
    });
    expect(error).toBe("");
    expect(code).toBe(0);
    expect(out).toBe(`Incident Q1ORDERSPOOL01 (#387)
  priority     P1
  urgency      high
  service      orders-service (PORDSVC)
  team         Checkout (PTEAM01)
  type         incident_default
  title        Database Connection Pool Exhaustion
  resolved-by  user
  lasted       46 minutes 2 seconds

Decision: draft
  the rule "severe" drafts it: priority P1 is one of P1, P2

Rules of .github/postmortem.yml
  1. the rule "blips that fixed themselves": skip, does not match
       no   resolved-by is user, not integration
       no   it lasted 46 minutes 2 seconds, not shorter than 10m
  2. the rule "severe": draft, matches and decides
       yes  priority P1 is one of P1, P2
  3. rule 3: skip, would match, but an earlier rule decides
       yes  the service matches orders-*
  otherwise: skip
`);
  });

  test("is the same for a webhook, a dispatch, its payload, PagerDuty's answer and an id", async () => {
    const payload = payloadOf();
    const files = {
      "webhook.json": webhookOf(),
      "payload.json": JSON.stringify(payload),
      "dispatch.json": JSON.stringify({ action: "incident.resolved", client_payload: payload }),
      "answer.json": JSON.stringify({ incident: restIncident }),
    };
    const { env } = await pagerDuty();
    const runs = [...Object.keys(files), "Q1ORDERSPOOL01", "387", restIncident.html_url];
    const ended = await Promise.all(runs.map((name) => explain([name, "--json"], { files, env })));
    for (const { code, out, error } of ended) {
      expect([code, error]).toEqual([0, ""]);
      expect(JSON.parse(out)).toMatchObject({
        incident: "Q1ORDERSPOOL01",
        decision: "draft",
        reason: 'the rule "severe" drafts it: priority P1 is one of P1, P2',
        facts: { priority: "P1", resolvedBy: "user" },
      });
    }
  });

  test("as JSON has everything that the text has", async () => {
    const { out } = await explain(["incident.json", "--json", "--config", "other.yml"], {
      files: {
        "incident.json": readFixture("webhooks/incident.resolved.by-integration.json"),
        "other.yml": CONFIG,
      },
    });
    expect(JSON.parse(out)).toEqual({
      incident: "Q1ORDERSPOOL01",
      facts: {
        priority: null,
        urgency: "low",
        service: { id: "PORDSVC", name: "orders-service" },
        teams: [],
        type: "incident_default",
        title: "Database connection pool exhausted",
        resolvedBy: "integration",
        durationMs: expect.any(Number),
      },
      decision: "skip",
      reason: expect.stringMatching(/^the rule "blips that fixed themselves" skips it: /),
      config: "other.yml",
      rules: [
        {
          name: 'the rule "blips that fixed themselves"',
          do: "skip",
          matches: true,
          decides: true,
          findings: [
            { key: "resolved-by", isKnown: true, holds: true, words: "resolved-by is integration" },
            {
              key: "shorter-than",
              isKnown: true,
              holds: true,
              words: expect.stringMatching(/^it lasted .*, shorter than 10m$/),
            },
          ],
        },
        expect.objectContaining({ name: 'the rule "severe"', matches: false, decides: false }),
        expect.objectContaining({ name: "rule 3", matches: true, decides: false }),
      ],
      otherwise: "skip",
    });
  });

  test("without a configuration is that of the defaults", async () => {
    const folder = join(import.meta.dirname, "..", "fixtures", "rest");
    const { code, out } = await explain([join(folder, "incident.get.json")], { isBare: true });
    expect(code).toBe(0);
    expect(out).toContain("  it is not resolved yet but acknowledged\n");
    expect(out).toMatch(/No rules \(no configuration file: defaults\)\n {2}otherwise: draft\n$/);
  });

  test("is to skip an incident that was merged, whatever the rules say", async () => {
    const { code, out } = await explain(["merged.json"], {
      files: {
        "merged.json": readFixture("webhooks/incident.resolved.merged.json"),
        ".github/postmortem.yml": "rules: [{ when: { title: '*' }, do: draft }]",
      },
    });
    expect(code).toBe(0);
    expect(out).toContain("Decision: skip\n  it was merged into Q0N5RRK7RT1Q46\n");
    expect(out).toContain("1. rule 1: draft, would match\n");
  });

  test("is to skip an incident that is not resolved", async () => {
    const { env } = await pagerDuty({ ...restIncident, status: "triggered", resolved_at: null });
    const { code, out } = await explain(["Q1ORDERSPOOL01"], { env });
    expect(code).toBe(0);
    expect(out).toContain("Decision: skip\n  it is not resolved yet but triggered\n");
    expect(out).toContain("no   how long it lasted is not known, which does not match\n");
  });

  test("shows nothing of a stranger's title that a terminal would obey", async () => {
    const title = "\u001b[2J\u202epool\nDecision: draft";
    const { out } = await explain(["incident.json"], {
      files: { "incident.json": webhookOf({ data: { title } }) },
    });
    expect(out).toContain("  title        [2Jpool Decision: draft\n");
    expect(out).toMatch(/^[\x20-\x7e\n]+$/);
  });

  test("starts nothing: PagerDuty is read, and a file is not even looked up", async () => {
    const { server, env } = await pagerDuty();
    await explain(["incident.json"], { files: { "incident.json": webhookOf() }, env });
    expect(server.requests).toEqual([]);
    await explain(["Q1ORDERSPOOL01"], { env });
    expect(new Set(server.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
  });
});

describe("an error is one sentence and exit status 2", () => {
  test.for([
    [
      "neither file nor incident",
      ["nope.json"],
      '"nope.json" is neither a file nor an incident\'s id, number or URL.',
    ],
    ["a folder", ["."], '"." is neither a file nor an incident\'s id, number or URL.'],
    [
      "an id without a token",
      ["Q1ORDERSPOOL01"],
      "PAGERDUTY_TOKEN is not set; set it to look Q1ORDERSPOOL01 up, or name a file.",
    ],
    [
      "a configuration that is not there",
      ["w.json", "--config", "no.yml"],
      "--config is no.yml, and there is no such file.",
    ],
    [
      "a rule that is wrong",
      ["w.json", "--config", "bad.yml"],
      "bad.yml:1: rules.0.do is missing; it takes draft, skip",
    ],
    [
      "a file that is none of the three",
      ["odd.json"],
      "odd.json is none of these: a webhook's body, PagerDuty's REST answer for an incident, a dispatch's payload.",
    ],
    [
      "a file that is not JSON",
      ["bad.yml"],
      "bad.yml is none of these: a webhook's body, PagerDuty's REST answer for an incident, a dispatch's payload.",
    ],
    [
      "a webhook without an incident",
      ["none.json"],
      "none.json holds no incident: the event carries no incident.",
    ],
    ["a ping", ["ping.json"], "ping.json holds no incident: it tells of pagey.ping."],
    [
      "an answer without an id",
      ["answer.json"],
      "answer.json holds no incident that can be read: it needs PagerDuty's incident id.",
    ],
  ] as const)("%s", async ([, args, sentence]) => {
    const files = {
      "w.json": webhookOf(),
      "bad.yml": "rules: [{ when: { priority: P1 } }]",
      "odd.json": "[]",
      "none.json": JSON.stringify({ event: { id: "01A", event_type: "incident.resolved" } }),
      "ping.json": JSON.stringify({ event: { id: "01A", event_type: "pagey.ping" } }),
      "answer.json": JSON.stringify({ incident: { title: "x" } }),
    };
    expect(await explain([...args], { files })).toEqual({ code: 2, out: "", error: `${sentence}\n` });
  });

  test("a payload of another version", async () => {
    const files = { "p.json": JSON.stringify({ ...payloadOf(), version: 2 }) };
    const { code, error } = await explain(["p.json"], { files });
    expect(code).toBe(2);
    expect(error).toContain("update the action");
  });

  test("an incident that PagerDuty does not have, and a token that it refuses", async () => {
    const { env } = await pagerDuty();
    const missing = await explain(["Q2NOSUCHONE"], { env });
    expect(missing).toMatchObject({ code: 2, out: "" });
    expect(missing.error).toMatch(
      /^Reading incident Q2NOSUCHONE from PagerDuty failed at .*: it answered 404, Not Found\. Check the incident\. .* set PAGERDUTY_API_URL\.\n$/,
    );
    const refused = await explain(["Q1ORDERSPOOL01"], { env: { ...env, PAGERDUTY_AUTH: "bearer" } });
    expect(refused.error).toMatch(/it answered 401, .* Check PAGERDUTY_TOKEN, and PAGERDUTY_AUTH: `bearer`/);
    expect(refused.error).not.toContain(TOKEN);
  });

  test("an address that is none", async () => {
    const { error } = await explain(["387"], {
      env: { PAGERDUTY_TOKEN: TOKEN, PAGERDUTY_API_URL: "nowhere" },
    });
    expect(error).toBe("PAGERDUTY_API_URL is not an address such as https://api.pagerduty.com\n");
  });
});
