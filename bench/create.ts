/** The built action with every service 200 ms away: from the start of its process to the arrival of the create. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { startDevin } from "../sandbox/devin/server.ts";
import { demoIncidents } from "../sandbox/pagerduty/demo-record.ts";
import { startPagerDuty } from "../sandbox/pagerduty/server.ts";
import { RESOLVED } from "./action.ts";
import { type Measure, median, quantile, type Ratio } from "./figures.ts";
import { KEY, prepareStep, TOKEN } from "./step.ts";

const AWAY_MS = 200;
const MOST_SECONDS = 1.1;

/** Drafts the sandbox's incident so many times; each time the services are new and have no session. */
export async function measureCreate(main: string, folder: string, rounds: number): Promise<Measure> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) values.push(await draftOnce(main, folder));
  return { name: "action, services 200 ms away", unit: "ms", series: [{ peer: "create", values }] };
}

/** What the measure should come to. */
export function goalOf({ name, series: [created] }: Measure): Ratio {
  const values = (created?.values ?? []).map((ms) => ms / 1_000);
  const middle = median(values);
  return {
    name: `${name}: seconds to the create`,
    wanted: `≤ ${MOST_SECONDS}`,
    median: middle,
    from: quantile(values, 0.25),
    to: quantile(values, 0.75),
    isReached: middle <= MOST_SECONDS,
  };
}

async function draftOnce(main: string, folder: string): Promise<number> {
  const pagerDuty = await startPagerDuty({
    tokens: [{ token: TOKEN, kind: "token" }],
    incidents: demoIncidents,
  });
  let createdAt = Number.NaN;
  const devin = await startDevin({
    orgId: "org-bench",
    apiKeys: [{ key: KEY, orgId: "org-bench", permissions: PERMISSIONS }],
    onSession: () => {
      createdAt = performance.now();
    },
  });
  for (const service of [pagerDuty, devin])
    service.fail({ do: "delay", delayMs: AWAY_MS, times: Number.POSITIVE_INFINITY });
  const urls = { pagerDuty: pagerDuty.url, devin: devin.url, github: "http://127.0.0.1:1" };
  const env = await prepareStep(folder, RESOLVED, urls);
  try {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
    });
    const [code] = await once(child, "close");
    if (code !== 0 || Number.isNaN(createdAt)) throw new Error(`The draft failed:\n${said}`);
    // The service takes the create once it has been on its way.
    return createdAt - AWAY_MS - startedAt;
  } finally {
    await pagerDuty.close();
    await devin.close();
  }
}

const PERMISSIONS = ["ManageOrgSessions", "ViewOrgSessions", "UseDevinSessions"];
