import { describe, expect, test } from "vitest";
import { destinationOf } from "../../src/postmortem/file.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { renderEvidence } from "../../src/prompt/evidence.ts";
import {
  buildHold,
  buildUpdate,
  firstLineOf,
  mentionsResolutionSince,
  NUDGE,
  NUDGE_MARKER,
  resolutionLine,
} from "../../src/prompt/messages.ts";
import { type Brief, buildGather, draftSections } from "../../src/prompt/prompt.ts";
import { readConfig } from "../../src/settings/configuration.ts";
import { incidentRecord, sessionOf } from "../builders.ts";

type Overrides = Parameters<typeof incidentRecord>[0];

const at = (time: string) => Date.parse(`2026-02-10T${time}:00Z`);
const EVENT = { id: "01RESOLVED0000000000000001", type: "incident.resolved" };
const LINE = "(incident.resolved, event 01RESOLVED0000000000000001)";

function briefOf(overrides: Overrides = {}, config: string | null = null): Brief {
  const record = incidentRecord(overrides);
  return {
    record,
    destination: destinationOf(record, "docs/postmortems", null, at("16:00")),
    repository: "acme/docs",
    config: readConfig(".github/postmortem.yml", config),
    skeleton: renderSkeleton(record),
    instructions: "Look at the orders dashboard first.",
    evidence: renderEvidence(record, 24 * 1_024),
  };
}

const live = (...tags: string[]) => sessionOf({ tags: ["incident:Q1ORDERSPOOL01", ...tags] });
const GATHERED = "asked:gather@2026-02-10T14:38:00.000Z";
const DRAFTED = "asked:draft@2026-02-10T15:00:00.000Z";
const HOLDS = "asked:hold@2026-02-10T15:10:00.000Z";

describe("a session that gathers", () => {
  test("learns from its first brief what to gather, and that it writes nothing yet", () => {
    const prompt = buildGather(briefOf(), false);
    expect(prompt).toContain("write nothing yet.");
    expect(prompt).toContain("No file, no branch, no commit, no pull request and no page");
    expect(prompt).toContain("report `evidence_gathered`");
    expect(prompt).toContain("Pull the telemetry of the affected service");
    expect(prompt).toContain('"title": "Database Connection Pool Exhaustion"');
    for (const words of ["File: `", "Branch: `", "Skeleton:", "## Timeline", "action items", "New since"])
      expect(prompt).not.toContain(words);
  });

  test.for([
    ["", [GATHERED]],
    [", though it was told to hold meanwhile", [GATHERED, HOLDS]],
  ] as const)("is told to draft, with all that a draft needs%s", ([, tags]) => {
    const brief = briefOf();
    const message = buildUpdate(brief, EVENT, live(...tags));
    expect(message).toMatch(
      /^The incident for which you gather evidence has news \(incident\.resolved, event \w+\)\. It was resolved at 2026-02-10T15:18:02Z\.\n/,
    );
    expect(message).toContain("Stop gathering and draft its postmortem now");
    for (const part of draftSections(brief)) expect(message).toContain(part);
    expect(message).toContain("Look at the orders dashboard first.");
    expect(message).toContain(`Skeleton:\n${brief.skeleton}`);
    expect(message).toContain("File: `docs/postmortems/2026-02-10-Q1ORDERSPOOL01-");
  });
});

describe("a session that drafted", () => {
  test("brings the same file up to date", () => {
    const message = buildUpdate(briefOf(), EVENT, live(DRAFTED));
    expect(message).toContain(`There is news of the incident that you drafted ${LINE}.`);
    expect(message).toContain("in the same file, branch and pull request");
    expect(message).not.toContain("You need not hold");
    expect(message).not.toContain("## Procedure");
  });

  test("and holds need not do so any longer", () => {
    expect(buildUpdate(briefOf(), EVENT, live(GATHERED, DRAFTED, HOLDS))).toContain(
      "You need not hold any longer. Bring the same postmortem up to date",
    );
  });

  test("elsewhere brings that up to date", () => {
    const message = buildUpdate(briefOf({}, "publish: notion"), EVENT, live(DRAFTED));
    expect(message).toContain("Bring the same postmortem up to date where you published it.");
    expect(message).not.toContain("pull request");
  });

  test("of an incident without a known resolve is not told of one", () => {
    const open = briefOf({ event: { type: "incident.priority_updated", occurred_at: null } });
    expect(buildUpdate(open, EVENT, live(DRAFTED))).not.toContain("resolved at");
  });

  test("is told what is new since it was told last, within the data", () => {
    const record = {
      timeline: [
        { at: at("14:32"), what: "PagerDuty incident triggered", by: null },
        { at: at("15:10"), what: "Reopened", by: "Jordan Lee" },
        { at: at("15:18"), what: "Resolved", by: "Jordan Lee" },
      ],
      notes: [
        { at: at("14:50"), by: null, text: "old" },
        { at: at("15:12"), by: null, text: "new" },
      ],
    };
    const message = buildUpdate(briefOf({ record }), EVENT, live(DRAFTED));
    const data = message.slice(message.indexOf("<incident-data>"), message.indexOf("</incident-data>"));
    const [, block = ""] = data.split("New since 2026-02-10T15:00:00.000Z, when you were told last:\n");
    expect(JSON.parse(block.split("\nSkeleton:")[0] ?? "")).toEqual({
      timeline: [
        { at: "2026-02-10T15:10:00.000Z", what: "Reopened", by: "Jordan Lee" },
        { at: "2026-02-10T15:18:00.000Z", what: "Resolved", by: "Jordan Lee" },
      ],
      notes: 1,
      changes: 0,
    });
  });

  test("by an older version is told all without a claim of what is new", () => {
    expect(buildUpdate(briefOf(), EVENT, live())).not.toContain("New since");
  });
});

test("a session of a reopened incident is told to write nothing until the next resolve", () => {
  const message = buildHold({ id: "01REOPENED", type: "incident.reopened" });
  expect(message).toContain("The incident was reopened (incident.reopened, event 01REOPENED).");
  expect(message).toContain("Hold: write nothing, push nothing and open nothing");
});

test("each message is found again by words of its own", () => {
  expect(buildHold({ id: "01REOPENED", type: "incident.reopened" })).toContain(
    firstLineOf({ id: "01REOPENED" }),
  );
  expect(NUDGE).toContain(NUDGE_MARKER);
  for (const tags of [[GATHERED], [DRAFTED], []]) {
    const message = buildUpdate(briefOf(), EVENT, live(...tags));
    expect(message).toContain(firstLineOf(EVENT));
    expect(message).toContain(resolutionLine(Date.parse("2026-02-10T15:18:02.120Z")));
  }
  expect(resolutionLine(at("15:18"))).toBe("resolved at 2026-02-10T15:18:00Z");
});

test.for([
  ["The incident has news (event 1). It was resolved at 2026-02-10T15:18:00Z.", true],
  ["The incident has news (event 1). It was resolved at 2026-02-10T15:17:59Z.", false],
  ["The incident was reopened (incident.reopened, event 2).", false],
  ["Hello.\nThe incident has news (event 1). It was resolved at 2026-02-10T15:18:00Z.", false],
] as const)("the message %j tells of a resolve from an instant on: %s", ([message, tells]) => {
  expect(mentionsResolutionSince(at("15:18"))(message)).toBe(tells);
});
