/** The built action reconciling many incidents, whose sessions are all there: its time, its memory, its requests. */
import { startDevin } from "../sandbox/devin/server.ts";
import { startPagerDuty } from "../sandbox/pagerduty/server.ts";
import { bound, type Measure, type Ratio } from "./figures.ts";
import { KEY, prepareStep, runStep, TOKEN } from "./step.ts";

const HOUR_MS = 3_600_000;
const SCHEDULE = {
  name: "schedule",
  payload: { repository: { private: true }, schedule: "37 * * * *" },
};

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
    const urls = { pagerDuty: pagerDuty.url, devin: devin.url, github: devin.url };
    const { seconds, megabytes, said } = await runStep(main, await prepareStep(folder, SCHEDULE, urls));
    if (!/\d+ has a session$/m.test(said)) throw new Error(`The reconcile failed:\n${said}`);
    const requests = pagerDuty.requests.length + devin.requests.length;
    return { incidents, seconds, megabytes, requests };
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
