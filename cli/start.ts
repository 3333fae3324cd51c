/** `npm start`: plays the path of an incident, from the signed webhook to the postmortem on a branch. */

import { existsSync, readFileSync, statSync } from "node:fs";
import { defects } from "../sandbox/devin/draft-mistakes.ts";
import { eventNamed, eventNames, lastEventAt } from "../sandbox/pagerduty/demo.ts";
import type { WorkflowRun } from "../sandbox/runner/runner.ts";
import type { Fault } from "../sandbox/service.ts";
import { KEYS, REPOSITORY, type Step, startWorld, type World } from "../sandbox/world.ts";
import { createCommand, EXIT, runCommand } from "./command.ts";
import { OPTIONS } from "./options.ts";

const SUMMARY =
  "Plays the whole path on this machine: PagerDuty, GitHub and Devin are small servers on loopback, the function and the action are the shipped ones. Nothing leaves the machine and no account is needed.";

const NOTES = `Try:
  npm start                                 the webhook of one resolved incident
  npm start -- --events blip                a rule skips it, and says why
  npm start -- --events acknowledged,resolved,reopened,resolved-again
                                            the life of an incident: evidence is gathered early, the draft updated
  npm start -- --reconcile                  no webhook arrives at all: the hourly run finds what was missed
  npm start -- --dry-run --incident 387     a run by hand that prints the prompt and starts nothing
  npm start -- --fail github:500            GitHub fails once, and PagerDuty delivers again

Events: ${eventNames.join(", ")}

Mistakes of a draft, each found by the check and then mended:
${Object.entries(defects)
  .map(([name, { what }]) => `  ${name.padEnd(16)}  ${what}`)
  .join("\n")}

Failures, such as github:503 or devin:lost:2:
  service   github (the dispatch), devin (the new session), pagerduty (every call)
  how       a status such as 500, 403 or 429; hang, reset, html, truncate;
            lost (the request takes effect and its answer is lost)

Ends with the findings of each check, and the path and the text of the postmortem. Exits with 1 when there is none
where one is due, or when its last check failed.`;

const ROUTES: Record<string, Pick<Fault, "method" | "path">> = {
  github: { method: "POST", path: /\/dispatches$/ },
  devin: { method: "POST", path: /\/sessions$/ },
  pagerduty: {},
};

const HOUR_MS = 3_600_000;

// The services take the three ports after the function's.
const HIGHEST_PORT = 65_532;

const startedAt = Date.now();

type Options = {
  payload?: string | undefined;
  events?: string | undefined;
  incident?: string | undefined;
  dryRun?: boolean | undefined;
  reconcile?: boolean | undefined;
  since?: string | undefined;
  token: boolean;
  draft?: string | undefined;
  serve?: boolean | undefined;
  port?: string | undefined;
  fail?: string[] | undefined;
};

await runCommand(
  createCommand("start", SUMMARY, NOTES)
    .addOption(OPTIONS.payload)
    .addOption(OPTIONS.played)
    .addOption(OPTIONS.incident)
    .addOption(OPTIONS.dryRun)
    .addOption(OPTIONS.reconcile)
    .addOption(OPTIONS.since)
    .addOption(OPTIONS.noToken)
    .addOption(OPTIONS.draft)
    .addOption(OPTIONS.serve)
    .addOption(OPTIONS.port)
    .addOption(OPTIONS.fail)
    .action(async (options) => {
      process.exitCode = (await play(options)) ? EXIT.well : EXIT.bad;
    }),
);

/** Whether all went as it should. */
async function play(values: Options): Promise<boolean> {
  if (values.port !== undefined && !(/^\d+$/.test(values.port) && Number(values.port) <= HIGHEST_PORT))
    throw new Error(`--port is ${values.port}; it takes a number up to ${HIGHEST_PORT}, such as 4000.`);
  for (const name of ["payload", "events", "incident"] as const)
    if (values[name] === "") throw new Error(`--${name} is empty.`);
  if (values.dryRun && values.incident === undefined && !values.reconcile)
    throw new Error("--dry-run needs --incident or --reconcile: only a run by hand can be one.");
  if (values.since !== undefined && !values.reconcile) throw new Error("--since needs --reconcile.");
  const defect = values.draft === undefined ? null : (defects[values.draft] ?? null);
  if (values.draft !== undefined && defect === null)
    throw new Error(
      `--draft knows no ${JSON.stringify(values.draft)}; it takes one of ${Object.keys(defects).join(", ")}.`,
    );
  const faults = (values.fail ?? []).map(readFault);
  const isByHand = values.incident !== undefined;
  const isAlone = values.reconcile && values.payload === undefined && values.events === undefined;
  const bodies = isByHand || isAlone ? [] : readBodies(values.payload, values.events);

  const world = await startWorld({
    report: print,
    vars: { POSTMORTEM_WAIT_MINUTES: "1" },
    isWithoutToken: !values.token,
    defect,
    // A reconcile looks at the last days only.
    ...(values.reconcile ? { shiftMs: startedAt - HOUR_MS - lastEventAt } : {}),
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
  });
  try {
    for (const { service, fault } of faults) serviceOf(world, service).fail(fault);
    if (values.serve) return await serve(world);
    if (isByHand) world.runByHand({ incident: values.incident, "dry-run": values.dryRun ?? false });
    let isLost = false;
    for (const [index, body] of bodies.entries()) {
      const taken = await world.deliver(
        body,
        `5a2d1f3e-0000-4000-8000-${String(index + 1).padStart(12, "0")}`,
      );
      isLost ||= taken === null || taken >= 400;
      await world.runner.idle();
    }
    if (values.reconcile) {
      const isDryRun = values.dryRun ?? false;
      if (isDryRun || values.since !== undefined)
        world.runByHand({ since: values.since ?? "", "dry-run": isDryRun });
      else world.runOnSchedule();
    }
    await world.runner.idle();
    return conclude(world) && !isLost;
  } finally {
    await world.close();
  }
}

/** Shows what came of it; false when a run failed or a session left no postmortem. */
function conclude({ runner, docs, drafts }: World): boolean {
  for (const run of runner.runs) {
    const { outputs = {} } = run.steps.at(-1) ?? {};
    console.log(`\n${run.name}: ${run.conclusion}`);
    for (const [name, value] of Object.entries(outputs)) console.log(`  ${name}: ${value}`);
    for (const { level, file, line, title, message } of run.steps.flatMap(({ annotations }) => annotations))
      console.log(`  ${level}${file ? ` at ${file}:${line}` : ""}: ${title ? `${title}: ` : ""}${message}`);
    if (outputs["job"] === "reconcile") console.log(`\n${run.steps.at(-1)?.summary}`);
  }
  for (const { branch, path } of drafts) {
    console.log(`\n${path} on the branch ${branch} of ${REPOSITORY}:\n`);
    console.log(docs.read(branch, path));
  }
  const isWhole = runner.runs.every(
    (run) => ["success", "skipped"].includes(run.conclusion ?? "") || isReplaced(run, runner.runs),
  );
  const isDue = runner.runs.some((run) => ["started", "continued"].includes(decisionOf(run.steps)));
  if (drafts.length === 0) console.log("\nNo postmortem was drafted.");
  return isWhole && (drafts.length > 0 || !isDue);
}

/** A check of what a later push has replaced. */
function isReplaced(run: WorkflowRun, runs: WorkflowRun[]): boolean {
  return run.event === "pull_request" && runs.findLast(({ group }) => group === run.group) !== run;
}

function decisionOf(steps: World["runner"]["runs"][number]["steps"]): string {
  return steps.at(-1)?.outputs["decision"] ?? "";
}

async function serve({ endpoint, github, devin, pagerDuty }: World): Promise<true> {
  console.log(`
The function    ${endpoint.url}/api/pagerduty  (also /pagerduty-resolved; GET is the health report)
  signing secret      ${KEYS.signing}
  X-Webhook-Secret    ${KEYS.shared}
GitHub          ${github.url}  (${REPOSITORY}, token ${KEYS.github})
Devin           ${devin.url}  (key ${KEYS.devin})
PagerDuty REST  ${pagerDuty.url}  (token ${KEYS.pagerDuty})

The operator's commands against it, in another terminal:
  export BRIDGE_URL=${endpoint.url}/api/pagerduty
  export PAGERDUTY_WEBHOOK_SECRET=${KEYS.signing} WEBHOOK_SECRET=${KEYS.shared}
  export PAGERDUTY_API_URL=${pagerDuty.url} PAGERDUTY_TOKEN=${KEYS.pagerDuty}
  export GITHUB_API_URL=${github.url} GITHUB_REPOSITORY=${REPOSITORY} GITHUB_TOKEN=${KEYS.github}
  export DEVIN_API_URL=${devin.url} DEVIN_API_KEY=${KEYS.devin}
  npm run doctor -- --ping --dispatch
  npm run send -- --url $BRIDGE_URL --event resolved
  npm run subscribe -- --url $BRIDGE_URL --team PTEAM01 --header-secret --force

Control-C ends it.`);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  return true;
}

function readBodies(payload: string | undefined, events: string | undefined): Uint8Array[] {
  if (payload !== undefined) {
    if (statSync(payload, { throwIfNoEntry: false })?.isFile()) return [readFileSync(payload)];
    throw new Error(`--payload is ${payload}, and there is no such file.`);
  }
  if (events === undefined) return [named("resolved")];
  const entries = existsSync(events) ? readFileSync(events, "utf8").split("\n") : events.split(",");
  return entries
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => (entry.startsWith("{") ? Buffer.from(entry) : named(entry)));
}

function named(name: string): Uint8Array {
  const body = eventNamed(name);
  if (body) return body;
  throw new Error(
    `--events knows no ${JSON.stringify(name)}; it takes a file or some of ${eventNames.join(", ")}.`,
  );
}

function readFault(typed: string): { service: string; fault: Fault } {
  const [service = "", how = "", times = "1"] = typed.split(":");
  const route = ROUTES[service];
  const effect = effectOf(how);
  if (!route || !effect || !/^[1-9]\d*$/.test(times))
    throw new Error(`--fail is ${typed}; it takes SERVICE:HOW[:TIMES], such as github:503 or devin:lost:2.`);
  return { service, fault: { ...route, ...effect, times: Number(times) } };
}

function effectOf(how: string): Fault | null {
  if (/^[45]\d\d$/.test(how)) return { do: "status", status: Number(how) };
  if (how === "lost") return { do: "reset", after: true };
  return how === "hang" || how === "reset" || how === "html" || how === "truncate" ? { do: how } : null;
}

function serviceOf({ github, devin, pagerDuty }: World, name: string) {
  return name === "github" ? github : name === "devin" ? devin : pagerDuty;
}

function print({ from, to, what }: Step): void {
  // What a runner hears and never shows.
  if (what.includes("::add-mask::")) return;
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1).padStart(5);
  console.log(`${seconds} s  ${`${from}${to && ` → ${to}`}`.padEnd(22)}  ${what}`);
}
