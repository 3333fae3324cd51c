/** `npm run send`: a signed sample of a webhook, posted to any endpoint. */

import { readAddress } from "./address.ts";
import { createCommand, EXIT, runEntry } from "./command.ts";
import { deliver } from "./delivery.ts";
import { readNamedFile } from "./named-file.ts";
import { OPTIONS } from "./options.ts";
import { SAMPLE_EVENTS, sampleEvent, sampleOfTheWay } from "./sample-event.ts";
import type { Terminal } from "./terminal.ts";
import { readSecrets } from "./variables.ts";

const NOTES = `Events: ${SAMPLE_EVENTS.join(", ")}
All but ping are taken for real: a deployed endpoint dispatches them, and the
workflow may start a session.

The environment holds PAGERDUTY_WEBHOOK_SECRET, WEBHOOK_SECRET or both,
whichever the endpoint has.
Nothing is sent anywhere but to --url, and no redirect is followed.
Exits with 0 when the endpoint answers 2xx, with 1 when it does not, and with 2
when nothing was sent.`;

/** What to do about an answer that does not say so itself. */
const ADVICE: Record<number, string> = {
  401: "The secrets here are not the endpoint's, or Vercel's Deployment Protection answered for it.",
  404: "No function is there: check the address, and that its deployment succeeded.",
};

type Options = { url?: string; event?: string; file?: string; sample?: true; json?: true };

await runEntry(import.meta.filename, send);

export function send(terminal: Terminal) {
  return createCommand("run send", "Posts a webhook to an endpoint, signed as PagerDuty signs it.", NOTES)
    .addOption(OPTIONS.url)
    .addOption(OPTIONS.sample)
    .addOption(OPTIONS.event)
    .addOption(OPTIONS.file)
    .addOption(OPTIONS.json)
    .action((options) => sendWebhook(terminal, options));
}

async function sendWebhook(terminal: Terminal, options: Options): Promise<void> {
  if (options.url === undefined) throw new Error("--url is missing; it takes the address of the endpoint.");
  const { href } = readAddress("--url", options.url);
  const what = options.sample ? "sample" : (options.file ?? options.event ?? "ping");
  const body = bodyOf(terminal, options);
  const { settings: secrets, problems } = readSecrets(terminal.env);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  if (secrets === null)
    throw new Error(
      "PAGERDUTY_WEBHOOK_SECRET and WEBHOOK_SECRET are not set; set what the endpoint has, since it refuses what is not signed.",
    );
  terminal.printError(`POST ${href}: ${what}, ${body.length} bytes`);
  const delivered = await deliver(terminal.fetch, href, body, secrets);
  const isTaken = delivered.status !== null && delivered.status >= 200 && delivered.status <= 299;
  if (options.json)
    terminal.print(JSON.stringify({ url: href, sent: what, ok: isTaken, ...delivered }, null, 2));
  else if (delivered.status === null) {
    terminal.print(delivered.why);
    terminal.printError("Check the address and the network, then send it again.");
  } else {
    terminal.print([delivered.status, delivered.body, wayOn(delivered.location)].filter(Boolean).join(" "));
    const advice = ADVICE[delivered.status];
    if (advice !== undefined) terminal.printError(advice);
  }
  if (isTaken && options.sample && !options.json)
    terminal.print(
      "Next: Actions in the docs repository shows a run of the workflow Postmortem, whose summary says what each key can read.",
    );
  terminal.setStatus(isTaken ? EXIT.well : EXIT.bad);
}

function bodyOf({ clock, folder }: Terminal, { sample, file, event }: Options): Uint8Array {
  if (sample) return sampleOfTheWay(clock.now());
  return file === undefined ? readSample(event ?? "ping") : readNamedFile(folder, "--file", file);
}

function wayOn(location: string | null): string {
  return location === null ? "" : `(a redirect to ${location}, which neither this nor PagerDuty follows)`;
}

function readSample(name: string): Uint8Array {
  const body = sampleEvent(name);
  if (body) return body;
  throw new Error(`--event is ${JSON.stringify(name)}; it takes one of ${SAMPLE_EVENTS.join(", ")}.`);
}
