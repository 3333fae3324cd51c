/** `npm run send`: a signed sample of a webhook, posted to any endpoint. */

import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { readAddress } from "./address.ts";
import { createCommand, EXIT, runCommand } from "./command.ts";
import { deliver } from "./delivery.ts";
import { OPTIONS } from "./options.ts";
import { showWaiting } from "./progress.ts";
import { SAMPLE_EVENTS, sampleEvent, sampleOfTheWay } from "./sample-event.ts";
import { readSecrets } from "./variables.ts";

const NOTES = `Events: ${SAMPLE_EVENTS.join(", ")}
All but ping are taken for real: a deployed endpoint dispatches them, and the
workflow may start a session.

The environment holds PAGERDUTY_WEBHOOK_SECRET, WEBHOOK_SECRET or both,
whichever the endpoint has.
Nothing is sent anywhere but to --url, and no redirect is followed.
Exits with 0 when the endpoint answers 2xx, with 1 when it does not, and with 2
when nothing was sent.`;

type Options = { url?: string; event?: string; file?: string; sample?: true; json?: true };

await runCommand(
  createCommand("run send", "Posts a webhook to an endpoint, signed as PagerDuty signs it.", NOTES)
    .addOption(OPTIONS.url)
    .addOption(OPTIONS.sample)
    .addOption(OPTIONS.event)
    .addOption(OPTIONS.file)
    .addOption(OPTIONS.json)
    .action(async (options) => {
      process.exitCode = await send(options);
    }),
);

async function send(options: Options): Promise<number> {
  if (options.url === undefined) throw new Error("--url is missing; it takes the address of the endpoint.");
  const { href } = readAddress("--url", options.url);
  const what = options.sample ? "sample" : (options.file ?? options.event ?? "ping");
  const body = bodyOf(options);
  const { settings: secrets, problems } = readSecrets(process.env);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  if (secrets === null)
    throw new Error(
      "PAGERDUTY_WEBHOOK_SECRET and WEBHOOK_SECRET are not set; set what the endpoint has, since it refuses what is not signed.",
    );
  console.error(`POST ${href}: ${what}, ${body.length} bytes`);
  const delivered = await deliver(showWaiting(fetch), href, body, secrets);
  const isTaken = delivered.status !== null && delivered.status >= 200 && delivered.status <= 299;
  if (options.json)
    console.log(JSON.stringify({ url: href, sent: what, ok: isTaken, ...delivered }, null, 2));
  else if (delivered.status === null) console.log(delivered.why);
  else console.log([delivered.status, delivered.body, wayOn(delivered.location)].filter(Boolean).join(" "));
  if (isTaken && options.sample && !options.json)
    console.log(
      "Next: Actions in the docs repository shows a run of the workflow Postmortem, whose summary says what each key can read.",
    );
  return isTaken ? EXIT.well : EXIT.bad;
}

function bodyOf({ sample, file, event }: Options): Uint8Array {
  if (sample) return sampleOfTheWay(Date.now());
  return file === undefined ? readSample(event ?? "ping") : readBody(file);
}

function wayOn(location: string | null): string {
  return location === null ? "" : `(a redirect to ${location}, which neither this nor PagerDuty follows)`;
}

function readSample(name: string): Uint8Array {
  const body = sampleEvent(name);
  if (body) return body;
  throw new Error(`--event is ${JSON.stringify(name)}; it takes one of ${SAMPLE_EVENTS.join(", ")}.`);
}

/** A path as the user meant it: npm runs a script in the folder of package.json, wherever it was asked to. */
function readBody(path: string): Uint8Array {
  const file = resolve(process.env["INIT_CWD"] ?? ".", path);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return readFileSync(file);
  throw new Error(`--file is ${JSON.stringify(path)}, and there is no such file.`);
}
