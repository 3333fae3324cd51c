/** `npm start`: plays the path of an incident, from the signed webhook to the postmortem on a branch. */

import { defects } from "../sandbox/devin/draft-mistakes.ts";
import { eventNamed, eventNames, lastEventAt } from "../sandbox/pagerduty/demo.ts";
import { startWorld } from "../sandbox/world.ts";
import { WIDTH, wrap } from "./columns.ts";
import { createCommand, EXIT, runEntry } from "./command.ts";
import { isFile, readNamedFile } from "./named-file.ts";
import { OPTIONS } from "./options.ts";
import { createGit } from "./setup/git.ts";
import { playAfter, withFollowUps } from "./start/after.ts";
import { docsFiles } from "./start/docs-files.ts";
import { conclude } from "./start/ending.ts";
import { plant, readFault } from "./start/faults.ts";
import { createNarrator } from "./start/narrate.ts";
import { serve } from "./start/serve.ts";
import type { Terminal } from "./terminal.ts";

const SUMMARY =
  "Plays the whole path on this machine: PagerDuty, GitHub and Devin are small servers on loopback, the function and the action are the shipped ones. Nothing leaves the machine and no account is needed.";

const NOTES = `Try:
  npm start                    the webhook of one resolved incident
  npm start -- --draft missing-row
                               the check finds a mistake, and Devin mends it
  npm start -- --events blip   a rule skips it, and says why
  npm start -- --events acknowledged,resolved,reopened,resolved-again
                               a whole life: evidence early, the draft updated
  npm start -- --reconcile     no webhook arrives: the hourly run finds it
  npm start -- --after         a person merges: its items become issues
  npm start -- --incident 387 --dry-run
                               a run by hand: the prompt, what the rules say
  npm start -- --config FILE   your own rules
  npm start -- --fail github:500
                               GitHub fails once, and is asked again

Events:
${wrap(eventNames.join(", "), WIDTH - 2)
  .map((line) => `  ${line}`)
  .join("\n")}

Mistakes of a draft, each found by the check and then mended:
${Object.entries(defects)
  .map(([name, { what }]) => `  ${name.padEnd(16)}  ${what}`)
  .join("\n")}

Failures, such as github:503 or devin:lost:2:
  service   github (the dispatch), devin (the new session),
            pagerduty (every call)
  how       a status such as 500, 403 or 429; hang (of Devin: 40 s), reset,
            html, truncate, lost (the request takes effect, its answer is lost)

Ends with the postmortem, what was checked and what to try next. Exits with 1
when there is no postmortem where one is due, or when its last check failed.`;

const HOUR_MS = 3_600_000;

const SIGNALS = ["SIGINT", "SIGTERM"];
/** What a shell gives for Control-C. */
const BROKEN_OFF = 130;

// The services take the three ports after the function's.
const HIGHEST_PORT = 65_532;

type Options = {
  payload?: string | undefined;
  events?: string | undefined;
  incident?: string | undefined;
  dryRun?: boolean | undefined;
  reconcile?: boolean | undefined;
  config?: string | undefined;
  template?: string | undefined;
  after?: boolean | undefined;
  since?: string | undefined;
  token: boolean;
  draft?: string | undefined;
  serve?: boolean | undefined;
  port?: string | undefined;
  fail?: string[] | undefined;
};

await runEntry(import.meta.filename, start);

export function start(terminal: Terminal) {
  return createCommand("start", SUMMARY, NOTES)
    .addOption(OPTIONS.payload)
    .addOption(OPTIONS.played)
    .addOption(OPTIONS.incident)
    .addOption(OPTIONS.dryRun)
    .addOption(OPTIONS.reconcile)
    .addOption(OPTIONS.after)
    .addOption(OPTIONS.since)
    .addOption(OPTIONS.ownConfig)
    .addOption(OPTIONS.template)
    .addOption(OPTIONS.noToken)
    .addOption(OPTIONS.draft)
    .addOption(OPTIONS.serve)
    .addOption(OPTIONS.port)
    .addOption(OPTIONS.fail)
    .action(async (options) => {
      terminal.setStatus((await play(options, terminal)) ? EXIT.well : EXIT.bad);
    });
}

/** Whether all went as it should. */
async function play(values: Options, terminal: Terminal): Promise<boolean> {
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
  const bodies = isByHand || isAlone ? [] : readBodies(terminal, values);

  if (createGit(process.env).read(".", "--version") === null)
    throw new Error(
      "Git is not found here, and the sandbox's docs repository is a real one: install it first.",
    );
  const brokenOff = new AbortController();
  const print = (text: string) => (brokenOff.signal.aborted ? undefined : terminal.print(text));
  const report = createNarrator(print, Date.now);
  const opening = startWorld({
    report,
    files: docsFiles(
      terminal.folder,
      values.config,
      values.template,
      values.after ? withFollowUps : undefined,
    ),
    vars: { POSTMORTEM_WAIT_MINUTES: "1" },
    isWithoutToken: !values.token,
    defect,
    // A reconcile looks at the last days only, and the dashboard at the last months.
    ...(values.reconcile || values.after ? { startsAt: lastEventAt + HOUR_MS } : {}),
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
  });
  const forget = onBreak(async () => {
    brokenOff.abort();
    await (await opening).close();
  });
  const world = await opening.catch((error: unknown) => {
    throw /EADDRINUSE/.test(String(error))
      ? new Error(`The port ${values.port} or one of the three after it is in use: name another --port.`)
      : error;
  });
  try {
    const strikes = faults.map((fault) => plant(world, fault, report));
    if (values.serve) {
      forget();
      await serve(world, print);
      return true;
    }
    const isDryRun = values.dryRun ?? false;
    if (isByHand) world.runByHand({ incident: values.incident, "dry-run": isDryRun });
    let isLost = false;
    for (const [index, body] of bodies.entries()) {
      const delivery = `5a2d1f3e-0000-4000-8000-${String(index + 1).padStart(12, "0")}`;
      const taken = await world.deliver(body, delivery);
      isLost ||= taken === null || taken >= 400;
      await world.runner.idle();
    }
    if (values.reconcile) {
      if (isDryRun || values.since !== undefined)
        world.runByHand({ since: values.since ?? "", "dry-run": isDryRun });
      else world.runOnSchedule();
    }
    await world.runner.idle();
    for (const [index, { typed }] of faults.entries())
      if (strikes[index]?.() === 0)
        report({ from: "sandbox", to: "you", what: `--fail ${typed} never happened: nothing asked for it` });
    const issues = values.after ? await playAfter(world, lastEventAt) : null;
    return conclude(world, { isDryRun, isLost, hasFaults: faults.length > 0, issues }, print);
  } finally {
    // Its end is under way, and ends the process.
    if (brokenOff.signal.aborted) await new Promise(() => undefined);
    forget();
    await world.close();
  }
}

/** Lets `end` run when somebody breaks the play off, or the reader of its output goes away; returns how to forget it. */
function onBreak(end: () => Promise<void>): () => void {
  let isEnding = false;
  const leave = () => {
    if (!isEnding) void end().finally(() => process.exit(BROKEN_OFF));
    isEnding = true;
  };
  for (const signal of SIGNALS) process.on(signal, leave);
  return () => {
    for (const signal of SIGNALS) process.off(signal, leave);
  };
}

function readBodies({ folder }: Terminal, { payload, events }: Options): Uint8Array[] {
  if (payload !== undefined) return [readNamedFile(folder, "--payload", payload)];
  if (events === undefined) return [named("resolved")];
  const entries = isFile(folder, events)
    ? readNamedFile(folder, "--events", events).toString("utf8").split("\n")
    : events.split(",");
  const typed = entries.map((entry) => entry.trim()).filter(Boolean);
  if (typed.length === 0) throw new Error("--events names no event.");
  return typed.map((entry) => (entry.startsWith("{") ? Buffer.from(entry) : named(entry)));
}

function named(name: string): Uint8Array {
  const body = eventNamed(name);
  if (body) return body;
  throw new Error(
    `--events knows no ${JSON.stringify(name)}; it takes a file or some of ${eventNames.join(", ")}.`,
  );
}
