/** The sandbox's Devin writes for the demo's incident what the check has nothing to say about. */

import { expect, onTestFinished, test } from "vitest";
import { writePostmortem } from "../../../sandbox/devin/writer.ts";
import { demoIncidents } from "../../../sandbox/pagerduty/demo-record.ts";
import { startPagerDuty } from "../../../sandbox/pagerduty/server.ts";
import { check } from "../../../src/check/run.ts";
import { incidentSchema } from "../../../src/incident/incident.ts";
import { createPagerDuty } from "../../../src/pagerduty/client.ts";
import { fetchDetails } from "../../../src/pagerduty/details.ts";
import { recordOf } from "../../../src/pagerduty/record.ts";
import { createBrief } from "../../../src/prompt/brief.ts";
import { buildPrompt } from "../../../src/prompt/prompt.ts";
import { redactRecord } from "../../../src/redact/record.ts";
import { readConfig } from "../../../src/settings/configuration.ts";
import { fakeClock } from "../../builders.ts";

const ID = "Q1ORDERSPOOL01";
const SESSION = "https://app.devin.ai/sessions/0f3c9a7d5e1b4c2a8d6e7f90a1b2c3d4";
const MERGED = Date.parse("2026-02-10T14:05:12Z");

async function readRecord() {
  const server = await startPagerDuty({
    tokens: [{ token: "key", kind: "token" }],
    incidents: demoIncidents,
  });
  onTestFinished(() => server.close());
  const clock = fakeClock();
  const pagerDuty = createPagerDuty({ fetch, clock, apiUrl: server.url, auth: "token", token: "key" });
  const details = await fetchDetails({ pagerDuty, clock, incidentId: ID });
  return await redactRecord(recordOf(incidentSchema.parse({ id: ID }), null, details));
}

test("the demo's postmortem has a cause with its evidence, and passes the check", async () => {
  const record = await readRecord();
  const brief = createBrief({
    record,
    decision: null,
    config: readConfig(".github/postmortem.yml", null),
    repository: "acme/docs",
    files: { read: () => null, list: () => [] },
    now: Date.parse("2026-02-10T15:20:00Z"),
    eventId: "01A",
    newId: () => "7f3a9c01-b2d4-4c1e-8f00-0123456789ab",
  });
  const draft = writePostmortem({
    told: [buildPrompt(brief, { isAttached: false, ended: null })],
    sessionUrl: SESSION,
  });
  const { path = "", text = "", title } = draft ?? {};
  expect(title).toBe("Postmortem: Database Connection Pool Exhaustion — orders-service");
  const checked = await check({
    postmortems: [{ file: path, text }],
    removed: [],
    names: [path],
    severities: {},
    templates: [null],
    author: "bot",
    sessionUrl: SESSION,
    readRecord: () => Promise.resolve(record),
    readReferences: (citations) =>
      Promise.resolve({
        serverUrl: "https://github.com",
        answers: Object.fromEntries(
          citations.map(({ key }) => [
            key,
            { state: "found" as const, kind: "commit" as const, landedAt: MERGED },
          ]),
        ),
        notChecked: [],
      }),
    repository: "acme/docs",
    serverUrl: "https://github.com",
    now: Date.parse("2026-02-10T15:30:00Z"),
  });
  expect(checked.findings).toEqual([]);
  expect(text).toContain("\nroot-cause: confirmed\n");
  expect(text.match(/^- \[ \] /gm)).toHaveLength(3);
});
