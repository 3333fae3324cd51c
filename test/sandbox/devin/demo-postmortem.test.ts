/** The sandbox's Devin writes for the demo's incident what the check has nothing to say about. */

import { expect, onTestFinished, test } from "vitest";
import { defects } from "../../../sandbox/devin/draft-mistakes.ts";
import { writePostmortem } from "../../../sandbox/devin/writer.ts";
import { demoIncidents } from "../../../sandbox/pagerduty/demo-record.ts";
import { startPagerDuty } from "../../../sandbox/pagerduty/server.ts";
import { check } from "../../../src/check/run.ts";
import { createSkeletons } from "../../../src/check/skeleton.ts";
import { incidentSchema } from "../../../src/incident/dispatch-payload.ts";
import { createPagerDuty } from "../../../src/pagerduty/client.ts";
import { fetchDetails } from "../../../src/pagerduty/details.ts";
import { recordOf } from "../../../src/pagerduty/record.ts";
import { createBrief } from "../../../src/prompt/brief.ts";
import { buildPrompt } from "../../../src/prompt/prompt.ts";
import { redactRecord } from "../../../src/redact/record.ts";
import { fakeClock } from "../../builders.ts";
import { configOf } from "../../configurations.ts";

const ID = "Q1ORDERSPOOL01";
const SESSION = "https://app.devin.ai/sessions/0f3c9a7d5e1b4c2a8d6e7f90a1b2c3d4";
const MERGED_LATE = Date.parse("2026-02-10T15:52:00Z");
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

async function draftOf(record: Awaited<ReturnType<typeof readRecord>>) {
  const brief = createBrief({
    record,
    decision: null,
    config: configOf(null),
    repository: "acme/docs",
    files: { read: () => null, list: () => [] },
    now: Date.parse("2026-02-10T15:20:00Z"),
    eventId: "01A",
    newId: () => "7f3a9c01-b2d4-4c1e-8f00-0123456789ab",
  });
  const told = [buildPrompt(brief, { isAttached: false, ended: null })];
  return writePostmortem({ told, sessionUrl: SESSION });
}

/** What GitHub says of a citation: of two that the mistakes name it knows more. */
function answerTo(key: string) {
  if (key.includes("3e1f9ab")) return { state: "absent" as const };
  const landedAt = key.includes("#815") ? MERGED_LATE : MERGED;
  return { state: "found" as const, kind: "commit" as const, landedAt };
}

async function findingsIn(path: string, text: string, record: Awaited<ReturnType<typeof readRecord>>) {
  const { findings } = await check({
    postmortems: [{ file: path, text }],
    removed: [],
    names: [path],
    severities: {},
    skeletons: createSkeletons([null], {}),
    author: "bot",
    readSessions: () => Promise.resolve([SESSION]),
    readRecord: () => Promise.resolve(record),
    readReferences: (citations) =>
      Promise.resolve({
        answers: Object.fromEntries(citations.map(({ key }) => [key, answerTo(key)])),
        notChecked: [],
      }),
    repository: "acme/docs",
    serverUrl: "https://github.com",
  });
  return findings;
}

test("the demo's postmortem has a cause with its evidence, and passes the check", async () => {
  const record = await readRecord();
  const { path = "", text = "", title } = (await draftOf(record)) ?? {};
  expect(title).toBe("Postmortem: Database Connection Pool Exhaustion — orders-service");
  expect(await findingsIn(path, text, record)).toEqual([]);
  expect(text).toContain("\nroot-cause: confirmed\n");
  expect(text.match(/^- \[ \] /gm)).toHaveLength(3);
});

test("each mistake that --draft offers is found by the check", async () => {
  const record = await readRecord();
  const { path = "", text = "" } = (await draftOf(record)) ?? {};
  for (const [name, { seed }] of Object.entries(defects)) {
    const found = await findingsIn(path, seed(text), record);
    expect(
      found.map(({ rule }) => rule),
      name,
    ).not.toEqual([]);
  }
});
