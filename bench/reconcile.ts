/** The built action reconciling many incidents, whose sessions are all there: its time, its memory, its requests. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { startDevin } from "../sandbox/devin/server.ts";
import { startPagerDuty } from "../sandbox/pagerduty/server.ts";
import type { Measure, Ratio } from "./figures.ts";
import { KEY, prepareStep, TOKEN } from "./step.ts";

const HOUR_MS = 3_600_000;
/** What a process says of itself when it ends; in kilobytes. */
const PEAK = `data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))`;

export type Reconcile = { incidents: number; seconds: number; megabytes: number; requests: number };

/** One reconcile of this many incidents, resolved within the last two days. */
export async function measureReconcile(main: string, folder: string, incidents: number): Promise<Reconcile> {
  const now = Date.now();
  const ids = Array.from({ length: incidents }, (_, index) => `QBENCH${String(index).padStart(6, "0")}`);
  const instant = (index: number) => now - HOUR_MS - Math.floor((index / incidents) * 40 * HOUR_MS);
  const pagerDuty = await startPagerDuty({
    tokens: [{ token: TOKEN, kind: "token" }],
    incidents: ids.map((id, index) => ({ incident: incidentOf(id, index, instant(index)) })),
  });
  const devin = await startDevin({
    orgId: "org-bench",
    apiKeys: [{ key: KEY, orgId: "org-bench", permissions: ["ViewOrgSessions"] }],
    existing: ids.map((id, index) => sessionOf(id, index, instant(index))),
  });
  try {
    const startedAt = performance.now();
    const kilobytes = await run(main, folder, { pagerDuty: pagerDuty.url, devin: devin.url });
    const seconds = (performance.now() - startedAt) / 1_000;
    const requests = pagerDuty.requests.length + devin.requests.length;
    return { incidents, seconds, megabytes: kilobytes / 1_024, requests };
  } finally {
    await pagerDuty.close();
    await devin.close();
  }
}

/** The runs as a measure, and what they should come to: `few` is a tenth of `many`. */
export function reportOf(few: Reconcile, many: Reconcile): { measures: Measure[]; ratios: Ratio[] } {
  const name = "reconcile";
  const series = (value: (run: Reconcile) => number) =>
    [few, many].map((run) => ({ peer: `${run.incidents}`, values: [value(run)] }));
  return {
    measures: [
      { name, unit: "s", series: series(({ seconds }) => seconds) },
      { name, unit: "MB peak", series: series(({ megabytes }) => megabytes) },
      { name, unit: "requests", series: series(({ requests }) => requests) },
    ],
    ratios: [
      bound(`${name}: seconds for ${many.incidents} incidents`, many.seconds, 60),
      bound(`${name}: megabytes for ${many.incidents} incidents`, many.megabytes, 300),
      bound(`${name}: requests per hundred incidents`, (many.requests * 100) / many.incidents, 2),
    ],
  };
}

function bound(name: string, value: number, most: number): Ratio {
  return { name, wanted: `≤ ${most}`, median: value, from: value, to: value, isReached: value <= most };
}

function incidentOf(id: string, index: number, resolvedAt: number) {
  return {
    id,
    type: "incident",
    incident_number: index + 1,
    title: "Pool exhausted",
    html_url: `https://acme.pagerduty.com/incidents/${id}`,
    created_at: new Date(resolvedAt - HOUR_MS).toISOString(),
    resolved_at: new Date(resolvedAt).toISOString(),
    status: "resolved",
    urgency: "high",
    priority: { id: "PRIOR01", summary: "P1", type: "priority" },
    service: { id: "PORDSVC", summary: "orders-service", type: "service_reference" },
    last_status_change_by: { id: "PJORDAN", type: "user_reference", summary: "Jordan Lee" },
    teams: [],
    escalation_policy: { id: "PESCPOL", summary: "Orders on-call", type: "escalation_policy_reference" },
    incident_type: { name: "incident_default" },
  };
}

function sessionOf(incidentId: string, index: number, resolvedAt: number) {
  const bareId = String(index).padStart(32, "0");
  const at = Math.floor(resolvedAt / 1_000) + 60;
  const url = `https://app.devin.ai/sessions/${bareId}`;
  const tags = [
    "pagerduty-postmortem",
    `incident:${incidentId}`,
    `event:${index}`,
    `asked:draft@${new Date(resolvedAt + 500).toISOString()}`,
  ];
  return {
    id: `devin-${bareId}`,
    bareId,
    request: { prompt: "Draft it." },
    messages: [],
    state: {
      session_id: bareId,
      url,
      status: "running",
      status_detail: "finished",
      tags,
      created_at: at,
      updated_at: at,
      is_archived: false,
      pull_requests: [{ pr_url: `https://github.com/acme/docs/pull/${index + 1}`, pr_state: "open" }],
      structured_output: null,
    },
  };
}

/** Runs the action as the schedule does; resolves with its peak of memory in kilobytes. */
async function run(
  main: string,
  folder: string,
  urls: { pagerDuty: string; devin: string },
): Promise<number> {
  const event = { name: "schedule", payload: { repository: { private: true }, schedule: "37 * * * *" } };
  const child = spawn(process.execPath, ["--import", PEAK, main], {
    stdio: ["ignore", "pipe", "pipe"],
    env: await prepareStep(folder, event, { ...urls, github: urls.devin }),
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      said += data;
    });
  const [code] = await once(child, "close");
  const [, kilobytes] = /^peak (\d+)$/m.exec(said) ?? [];
  if (code !== 0 || !/\d+ has a session$/m.test(said)) throw new Error(`The reconcile failed:\n${said}`);
  return Number(kilobytes);
}
