/** A postmortem in the form of Devin's published recipe, under our front matter: each finding is one to agree with. */

import { expect, test } from "vitest";
import { checkGolden, GOOD } from "./golden.ts";

/** Words of our own in the recipe's form: a header, six sections, bold times, and items with an owner alone. */
const BODY = `# Postmortem: Database Connection Pool Exhaustion — orders-service

**Date:** 2026-02-10 | **Duration:** 46 minutes | **Severity:** P1

## Summary

A change of the retry logic kept connections open, so the pool of the orders service ran dry and checkout failed.

## Impact

- 1,240 checkout requests failed

## Timeline

- **14:21 UTC** — Deploy of v2.41.0 (acme/orders#812)
- **14:32 UTC** — PagerDuty alert triggered
- **14:38 UTC** — Acknowledged by Sam Rivera
- **15:02 UTC** — Roll-back to v2.40.3
- **15:18 UTC** — Resolved by Jordan Lee

## Root Cause

acme/orders#812 opens a connection for each retry and closes none of them.

## Action Items

- [ ] Close the connection after each retry (owner: @orders-team)
- [ ] Alert on a pool above 80 % (owner: @platform-team)
`;

test("what the recipe's form lacks is found, and nothing else", async () => {
  const [good] = GOOD;
  if (good === undefined) throw new Error("The golden set has no good postmortem.");
  const front = good.text.slice(0, good.text.indexOf("# Postmortem"));
  const { findings } = await checkGolden({ ...good, text: `${front}${BODY}` });
  const shown = findings.map(
    ({ severity, rule, line, message }) => `${line} ${severity} ${rule}: ${message}`,
  );
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "21 error record-altered-line: The line is not as the record has it: Date: 2026-02-10 | Duration: 46 minutes | Severity: P1 | Acknowledged after: 6 minutes | Incident #387
    23 error record-missing-line: The record's line is missing: PagerDuty opened the incident at 14:32 UTC. It was acknowledged after 6 minutes and resolved at 15:18 UTC, after 46 minutes.
    25 warning claim-unmarked: A claim does not say how well it is known.
    29 warning claim-unmarked: A claim does not say how well it is known.
    31 error record-missing-line: The record's line is missing: 14:36 UTC — Escalated to Orders secondary
    34 error record-altered-line: The line is not as the record has it: 14:32 UTC — PagerDuty incident triggered (“Connection pool at 100 % | orders-db”) by Datadog
    36 error timeline-source: The added row 2026-02-10 15:02 UTC — Roll-back to v2.40.3 has no source.
    39 error structure-missing-section: The sections Contributing Factors, Ruled Out, Questions for the Review, Evidence, Not Checked are missing.
    41 error claim-unmarked: A claim does not say how well it is known.
    45 warning action-item-done-when: The item does not say when it is done. So it is on line 46.
    45 warning action-item-due: The item has no due date. So it is on line 46.
    45 warning action-item-kind: The item does not say its kind. So it is on line 46."
  `);
});
