/** `npm run send`: a signed sample of a webhook, posted to any endpoint. */

import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { eventNamed, eventNames } from "../sandbox/pagerduty/demo.ts";
import { readAddress } from "./address.ts";
import { deliver } from "./delivery.ts";
import { readOptions } from "./options.ts";
import { showWaiting } from "./progress.ts";
import { readSecrets } from "./variables.ts";

const HELP = `Posts a webhook to an endpoint, signed as PagerDuty signs it, and prints the answer.

  npm run send -- --url URL [--event NAME | --file FILE] [--json]

  --url     the endpoint, such as https://example.vercel.app/api/pagerduty; nothing is sent anywhere else, and no
            redirect is followed
  --event   a sample, by default ping, which starts nothing; also
            ${eventNames.filter((name) => name !== "ping").join(", ")}
            These are taken for real: a deployed endpoint dispatches them, and the workflow may start a session.
  --file    a body of your own, byte for byte
  --json    one JSON document

The environment holds PAGERDUTY_WEBHOOK_SECRET, WEBHOOK_SECRET or both, whichever the endpoint has.
Exits with 0 when the endpoint answers 2xx.`;

try {
  process.exitCode = await send();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function send(): Promise<number> {
  const options = readOptions(process.argv.slice(2), {
    help: { type: "boolean", short: "h" },
    url: { type: "string" },
    event: { type: "string" },
    file: { type: "string" },
    json: { type: "boolean" },
  });
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (options.url === undefined) throw new Error("--url is missing; it takes the address of the endpoint.");
  if (options.event !== undefined && options.file !== undefined)
    throw new Error("--event and --file exclude each other.");
  const { href } = readAddress("--url", options.url);
  const what = options.file ?? options.event ?? "ping";
  const body = options.file === undefined ? readSample(what) : readBody(options.file);
  const { settings: secrets, problems } = readSecrets(process.env);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  if (secrets === null)
    throw new Error(
      "PAGERDUTY_WEBHOOK_SECRET and WEBHOOK_SECRET are not set; set what the endpoint has, since it refuses what is not signed.",
    );
  console.error(`POST ${href}: ${what}, ${body.length} bytes`);
  const delivered = await deliver(showWaiting(fetch, process.stderr), href, body, secrets);
  const isTaken = delivered.status !== null && delivered.status >= 200 && delivered.status <= 299;
  if (options.json)
    console.log(JSON.stringify({ url: href, sent: what, ok: isTaken, ...delivered }, null, 2));
  else if (delivered.status === null) console.log(delivered.why);
  else console.log([delivered.status, delivered.body, wayOn(delivered.location)].filter(Boolean).join(" "));
  return isTaken ? 0 : 1;
}

function wayOn(location: string | null): string {
  return location === null ? "" : `(a redirect to ${location}, which neither this nor PagerDuty follows)`;
}

function readSample(name: string): Uint8Array {
  const body = eventNamed(name);
  if (body) return body;
  throw new Error(`--event is ${JSON.stringify(name)}; it takes one of ${eventNames.join(", ")}.`);
}

/** A path as the user meant it: npm runs a script in the folder of package.json, wherever it was asked to. */
function readBody(path: string): Uint8Array {
  const file = resolve(process.env["INIT_CWD"] ?? ".", path);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return readFileSync(file);
  throw new Error(`--file is ${JSON.stringify(path)}, and there is no such file.`);
}
