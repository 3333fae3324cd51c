/** How many round trips follow one another before a session is created. */

import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import type { JobSurroundings } from "../../src/jobs/context.ts";
import { runJob } from "../../src/jobs/run.ts";
import type { Fetch } from "../../src/lib/http.ts";
import { DEVIN_KEY, DEVIN_PERMISSIONS } from "../builders.ts";
import { devinWith, ID, pagerDutyWith, restIncident } from "./services.ts";
import { BY_HAND, CONFIG, eventOf, surroundingsOf } from "./surroundings.ts";

const EVENT = eventOf({ incident: { api_url: null } });
const LONG = Array.from({ length: 60 }, (_, index) => ({
  content: `note ${index} ${"n".repeat(900)}`,
  created_at: "2026-02-10T15:00:00Z",
}));
const CASES: [what: string, trips: number, given: Given][] = [
  ["an event", 2, { event: EVENT }],
  ["an event of an incident whose evidence has to be uploaded", 3, { event: EVENT, notes: LONG }],
  ["an event, where the key is an enterprise's", 3, { event: EVENT, isEnterprise: true }],
  // The one way to more than three: devin-org-id saves a round trip.
  ["both at once", 4, { event: EVENT, notes: LONG, isEnterprise: true }],
  ["a person who names an id", 2, { event: BY_HAND, inputs: { incident: ID } }],
  ["a person who names a number", 3, { event: BY_HAND, inputs: { incident: "387" } }],
];

test.for(CASES)("for %s the create waits for %i round trips", async ([, trips, given]) => {
  const { creates, report } = await draft(given);
  expect(report.failures).toEqual([]);
  expect(creates).toEqual([trips]);
});

test("nothing that is asked early is told of where it was not needed", async () => {
  const { report, creates } = await draft({
    event: EVENT,
    config: "otherwise: skip\n",
    inputs: { "devin-api-key": "cog_of_nobody_0123456789" },
  });
  expect(report).toMatchObject({ decision: "skipped", failures: [] });
  expect(creates).toEqual([]);
});

type Given = {
  event: JobSurroundings["event"];
  inputs?: Record<string, string>;
  notes?: object[];
  isEnterprise?: boolean;
  config?: string;
};

/** Runs a draft; `creates` has, for each create, how many answers had to be awaited one after the other before it. */
async function draft({ event, inputs, notes = [], isEnterprise = false, config = "" }: Given) {
  const { pagerDuty, inputs: withToken } = await pagerDutyWith([restIncident({}, { notes })]);
  const { server: devin, inputs: withKey } = await devinWith({
    apiKeys: [
      {
        key: DEVIN_KEY,
        orgId: isEnterprise ? null : "org-1",
        permissions: [...DEVIN_PERMISSIONS, "UseDevinSessions", "ManageOrganizations"],
      },
    ],
  });
  let answered = 0;
  const creates: number[] = [];
  const counting: Fetch = async (url, init) => {
    const awaited = answered;
    if (init.method === "POST" && url.endsWith("/sessions")) creates.push(awaited);
    const service = url.startsWith(devin.url) ? devin : pagerDuty;
    // All that is asked within this time counts as asked at once.
    await setTimeout(50);
    const answer = await service.answer(url, init);
    answered = Math.max(answered, awaited + 1);
    return answer;
  };
  const report = await runJob(
    surroundingsOf({
      inputs: {
        ...withKey,
        ...withToken,
        ...inputs,
      },
      event,
      fetch: counting,
      clock: { now: Date.now, sleep: () => Promise.resolve() },
      files: { [CONFIG]: config },
    }),
  );
  return { report, creates };
}
