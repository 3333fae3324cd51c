/** One seed played: a day of incidents with all that can go wrong, until the dust has settled. */

import { type Call, createNetwork, type Weather } from "./faults.ts";
import { bornOf, happen, type PagerDutyIncident, webhookOf } from "./incident.ts";
import type { Happening, Life } from "./life.ts";
import { configOf, drawPlan, LONGEST_MS, type Plan } from "./plan.ts";
import { createPulls, type Pushed } from "./pulls.ts";
import { createRandom, type Random } from "./random.ts";
import { otherWebhook, shownOf } from "./remarks.ts";
import { createSchedule } from "./schedule.ts";
import { type PlayedSession, REPOSITORY, startServices } from "./services.ts";
import { createSender } from "./webhooks.ts";
import { createWorkflow, type PlayedRun, type RunRequest } from "./workflow.ts";
// A job loads these when it first needs them. A seed would play otherwise where it is the one that waits for them.
import "../../../src/jobs/check.ts";
import "../../../src/jobs/draft.ts";
import "../../../src/jobs/hold.ts";
import "../../../src/jobs/reconcile.ts";
import "libphonenumber-js/min";
import "minisearch";
import "@actions/github";

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
/** The day of the sessions' limit passes in two rounds. */
const ROUND_MS = 12.5 * HOUR;
const MOST_ROUNDS = 20;
const CALM: Weather = { failing: 0, killing: 0, outages: [] };
const FORWARDED = ["acknowledged", "reopened", "priority_updated", "resolved"];
const OVER = ["skipped", "has a session", "has a file", "stuck"];
const PRIVATE = { repository: { full_name: REPOSITORY, private: true } };

/** All that happened, as the judge is shown it. */
export type History = {
  plan: Plan;
  sessions: PlayedSession[];
  runs: PlayedRun[];
  calls: Call[];
  incidents: Map<string, PagerDutyIncident>;
  /** What only a bug throws. */
  errors: string[];
  /** The incidents that had two sessions alive after a reconcile of the settling time. */
  doubled: string[];
  pushed: Pushed;
  trace: string[];
};

export async function play(seed: number): Promise<History> {
  const random = createRandom(seed);
  const plan = drawPlan(random.fork());
  const chance = { github: random.fork(), pagerDuty: random.fork(), people: random.fork() };
  const schedule = createSchedule(plan.startsAt);
  const trace: string[] = [];
  const calls: Call[] = [];
  const born: PagerDutyIncident[] = [];
  const doubled: string[] = [];
  const broken: string[] = [];
  let weather = plan.weather;
  let isActive = true;
  const say = (words: string) => {
    const time = new Date(schedule.now()).toISOString().slice(8, 23).replace("T", " ");
    // The sandbox gives each note another id, whatever the seed.
    trace.push(`${time} ${words.replace(/(?<=\/notes\/)\w+/g, "…")}`);
  };

  const services = await startServices({
    schedule,
    random: random.fork(),
    incidents: born,
    listLagMs: plan.listLagMs,
    manners: plan.manners,
    isActive: () => isActive,
    onPush: (push) => pulls.push(push),
    onDispatch: dispatched,
    say,
  });
  const network = createNetwork({
    schedule,
    random: random.fork(),
    weather: () => weather,
    hosts: services.hosts,
    onCall(call) {
      calls.push(call);
      const isWorthIt = call.fault !== null || call.method !== "GET";
      const fault = call.fault === null ? "" : ` FAULT ${call.fault}`;
      if (isWorthIt) say(`  ${call.actor}: ${call.method} ${call.url.pathname}${call.url.search}${fault}`);
    },
  });
  const workflow = createWorkflow({
    schedule,
    random: random.fork(),
    network,
    config: configOf(plan),
    files: () => [],
    rerunning: () => (isActive ? plan.rerunning : 0),
    say,
  });
  const onDropped = (what: string) => void broken.push(`The function dropped ${what}`);
  const send = createSender({ schedule, random: random.fork(), network, say, onDropped });
  const others = random.fork();
  const pulls = createPulls({
    schedule,
    random: random.fork(),
    pushes: plan.pushes,
    isActive: () => isActive,
    start,
    say,
  });

  /** Starts a run, unless GitHub runs nothing of the workflow at this time. */
  function start(trigger: RunRequest, delayMs: number): void {
    const { from, until } = plan.standstill ?? { from: 0, until: 0 };
    const now = schedule.now();
    if (from <= now && now < until) say(`GitHub: the workflow stands still, no ${trigger.name}`);
    else workflow.trigger(trigger, delayMs);
  }

  function dispatched(event: { action: string; client_payload: unknown; repository: object }): void {
    const { incident } = event.client_payload as { incident: { id: string } };
    if (!FORWARDED.includes(event.action.replace("incident.", "")))
      broken.push(`The function forwarded ${event.action}`);
    if (chance.github.chance(plan.losing)) {
      say(`GitHub: lost ${event.action} of ${incident.id}`);
      return;
    }
    const delayMs = chance.github.chance(0.8)
      ? chance.github.int(3, 60) * SECOND
      : chance.github.int(1, 180) * MINUTE;
    const name = `${event.action} ${incident.id}`;
    const trigger = { name, event: "repository_dispatch", payload: event, incidentId: incident.id };
    start({ ...trigger, group: incident.id }, delayMs);
  }

  const incidents = new Map(plan.lives.map((life) => [life.id, bornOf(life)]));
  let events = 0;

  function live(life: Life, happening: Happening): void {
    const incident = incidents.get(life.id)!;
    if (happening.kind === "triggered") born.push(incident);
    happen(incident, happening);
    say(`PagerDuty: ${life.id} ${JSON.stringify({ ...happening, at: undefined })}`);
    if (others.chance(plan.chatter)) {
      const at = schedule.now();
      const id = `01OTHER${String(++events).padStart(4, "0")}`;
      send(otherWebhook(others, life, id, at), `${id} of another kind`, others.int(1, 60) * SECOND);
    }
    if (!FORWARDED.includes(happening.kind)) return;
    const { pagerDuty } = chance;
    const event = {
      id: `01SIMULATED${String(++events).padStart(4, "0")}${happening.kind === "resolved" ? "R" : ""}`,
      occurredAt: happening.at + pagerDuty.int(0, 1_300),
      isOdd: pagerDuty.chance(0.05),
    };
    const body = webhookOf(incident, happening, event);
    const what = `${event.id} ${happening.kind} of ${life.id}`;
    do send(body, what, drawDelay(pagerDuty));
    while (pagerDuty.chance(plan.repeating));
  }

  for (const life of plan.lives) {
    for (const happening of life.happenings) schedule.at(happening.at, () => live(life, happening));
    for (const remark of plan.remarks.get(life.id) ?? [])
      schedule.at(remark.at, () => {
        const { notes, alerts } = incidents.get(life.id)!;
        (remark.kind === "note" ? notes : alerts).push(shownOf(remark));
      });
    if (chance.people.chance(plan.byHand)) {
      const isAtOnce = chance.people.chance(0.5);
      const after = isAtOnce ? chance.people.int(5, 40) * SECOND : chance.people.int(-120, 240) * MINUTE;
      const at = (isAtOnce ? chance.people.pick(life.happenings) : life.happenings.at(-1)!).at + after;
      const trigger = byHand(chance.people, life);
      schedule.at(at, () => start(trigger, chance.people.int(5, 30) * SECOND));
    }
  }
  for (const at of plan.reconciles) schedule.at(at, () => start(RECONCILE, 0));

  try {
    await schedule.runUntil(plan.startsAt + LONGEST_MS);
    say("The dust settles.");
    weather = CALM;
    isActive = false;
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      workflow.trigger(RECONCILE_ALL, 0);
      await schedule.runUntil(schedule.now() + ROUND_MS);
      for (const { id } of plan.lives)
        if (services.sessions.filter((one) => one.incidentId === id && one.end === null).length > 1)
          doubled.push(`${id} after round ${round}`);
      // Where no session can be started, it never comes to an end.
      if (round > 1 && (plan.manners.tags !== null || isOver(workflow.runs.at(-1)))) break;
    }
  } finally {
    await services.close();
  }
  const { sessions } = services;
  const { runs } = workflow;
  const errors = [...workflow.errors, ...broken];
  const { pushed } = pulls;
  return { plan, sessions, runs, calls, incidents, errors, doubled, pushed, trace };
}

const RECONCILE: RunRequest = {
  name: "reconcile",
  event: "schedule",
  payload: {},
  incidentId: null,
  group: "reconcile",
};
const RECONCILE_ALL: RunRequest = {
  ...RECONCILE,
  event: "workflow_dispatch",
  payload: PRIVATE,
  inputs: { since: "20d" },
};

function isOver(run: PlayedRun | undefined): boolean {
  const result = run?.outcome;
  if (result === undefined || result === "killed" || result.kind !== "reconcile") return false;
  return result.rows.every(({ outcome }) => OVER.includes(outcome));
}

function drawDelay(random: Random): number {
  const how = random.next();
  if (how < 0.6) return random.int(1, 5) * SECOND;
  return how < 0.85 ? random.int(1, 10) * MINUTE : random.int(10, 300) * MINUTE;
}

function byHand(random: Random, { id, number }: Life): RunRequest {
  const incident = random.pick([id, id, String(number), `https://acme.pagerduty.com/incidents/${id}`]);
  const isDry = random.chance(0.2);
  return {
    name: `by hand ${incident}${isDry ? " (dry run)" : ""}`,
    event: "workflow_dispatch",
    payload: PRIVATE,
    inputs: { incident, ...(isDry ? { "dry-run": "true" } : {}) },
    incidentId: id,
    group: incident,
  };
}
