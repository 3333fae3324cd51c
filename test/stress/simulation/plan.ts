/** What a seed lets happen: the incidents, the rules, the weather and the people. */

import type { Weather } from "./faults.ts";
import { drawLife, type Life } from "./life.ts";
import type { Random } from "./random.ts";
import { drawRemarks, type Remark } from "./remarks.ts";
import { HOSTS } from "./services.ts";

export type Plan = {
  startsAt: number;
  lives: Life[];
  /** When GitHub starts the scheduled reconcile. */
  reconciles: number[];
  rules: { otherwise: "draft" | "skip"; gathers: boolean; limit: number; hasNotes: boolean };
  weather: Weather;
  /** For how long Devin's list does not show a new session. */
  listLagMs: number;
  /**
   * Whether Devin hides archived sessions from its list and refuses by problem+json, and what becomes of our tags where the
   * organization has not allowed them; null where it has.
   */
  manners: {
    hidesArchived: boolean;
    answersProblems: boolean;
    tags: "refused" | "dropped" | null;
    /** The same of the tags that only some sessions are given later: nudged, needs-somebody and deferred. */
    laterTags: "refused" | "dropped" | null;
  };
  /** When GitHub runs nothing: it cannot parse the workflow, or somebody disabled it. It takes dispatches all the same. */
  standstill: { from: number; until: number } | null;
  /** What is written on the incidents, by their ids. */
  remarks: Map<string, Remark[]>;
  /** How likely PagerDuty is to send an event of another kind beside one of ours. */
  chatter: number;
  /** How likely a push to a pull request is to have errors, and to be a person's. */
  pushes: { wrong: number; byPerson: number };
  /** How likely GitHub is to take an event and never run it. */
  losing: number;
  /** How likely a delivery is to be repeated, and a failed run to be rerun by somebody. */
  repeating: number;
  rerunning: number;
  /** How likely somebody is to draft an incident by hand. */
  byHand: number;
};

/** After it everything has happened, and was delivered, run or lost. */
export const LONGEST_MS = 40 * 3_600_000;
const STARTS_AT = Date.parse("2026-02-10T00:00:00Z");

export function drawPlan(random: Random): Plan {
  const isCalm = random.chance(0.15);
  const lives = Array.from({ length: random.int(3, 7) }, (_, index) =>
    drawLife(random.fork(), index, STARTS_AT),
  );
  const resolves = lives.flatMap(({ happenings }) =>
    happenings.flatMap(({ kind, at }) => (kind === "resolved" ? at : [])),
  );
  return {
    startsAt: STARTS_AT,
    lives,
    reconciles: [
      ...Array.from({ length: 4 }, () => STARTS_AT + random.int(0, LONGEST_MS)),
      // Just as an incident was resolved, they race with the event's own run.
      ...Array.from({ length: 6 }, () => random.pick([STARTS_AT, ...resolves]) + random.int(8, 40) * 1_000),
    ],
    rules: {
      otherwise: random.pick(["draft", "draft", "skip"]),
      gathers: random.chance(0.6),
      limit: random.pick([2, 4, 20, 20]),
      hasNotes: random.chance(0.3),
    },
    weather: {
      failing: isCalm ? 0 : random.pick([0.02, 0.08, 0.2, 0.35]),
      killing: isCalm ? 0 : random.pick([0, 0.004, 0.015, 0.04]),
      outages: isCalm ? [] : Array.from({ length: random.int(0, 3) }, () => drawOutage(random)),
    },
    // Devin's list is looked at for seven seconds after a create; see docs for what a longer lag would mean.
    listLagMs: random.pick([0, 0, 1_500, 5_000]),
    losing: random.pick([0, 0.05, 0.3]),
    repeating: random.pick([0, 0.2, 0.5]),
    rerunning: random.pick([0, 0.3]),
    byHand: random.pick([0, 0.1, 0.3]),
    manners: {
      hidesArchived: random.chance(0.5),
      answersProblems: random.chance(0.5),
      tags: random.chance(0.08) ? random.pick(["refused", "dropped"] as const) : null,
      laterTags: random.chance(0.08) ? random.pick(["refused", "dropped"] as const) : null,
    },
    standstill: random.chance(0.1) ? drawStandstill(random) : null,
    remarks: new Map(lives.map((life) => [life.id, drawRemarks(random.fork(), life)])),
    chatter: random.pick([0, 0.3]),
    pushes: { wrong: random.pick([0.2, 0.6, 1]), byPerson: random.pick([0, 0.2]) },
  };
}

function drawStandstill(random: Random): NonNullable<Plan["standstill"]> {
  const from = STARTS_AT + random.int(0, 20 * 60) * 60_000;
  return { from, until: from + random.int(60, 15 * 60) * 60_000 };
}

function drawOutage(random: Random): Weather["outages"][number] {
  const from = STARTS_AT + random.int(0, 20 * 60) * 60_000;
  return { host: random.pick(Object.values(HOSTS)), from, until: from + random.int(5, 240) * 60_000 };
}

/** The rules as the docs repository has them. */
export function configOf({ rules }: Plan): string {
  return `
on-acknowledge: ${rules.gathers ? "gather" : "skip"}
notes: ${rules.hasNotes}
limits: { sessions-per-day: ${rules.limit} }
rules:
  - name: security stays private
    when: { type: security_default }
    do: skip
  - name: blips
    when: { resolved-by: integration, shorter-than: 10m }
    do: skip
  - name: minor
    when: { priority: [P4, P5] }
    do: skip
  - name: severe
    when: { priority: [P1, P2] }
    do: draft
otherwise: ${rules.otherwise}
`;
}
