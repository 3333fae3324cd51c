/** The options of every command, in one table; a command adds those that it takes. */

import { Option } from "@commander-js/extra-typings";

export const OPTIONS = {
  json: new Option("--json", "print one JSON document"),
  url: new Option("--url <url>", "the endpoint, such as https://example.vercel.app/api/pagerduty"),
  config: new Option("--config <file>", "the configuration, by default .github/postmortem.yml"),

  // doctor
  endpoint: new Option(
    "--endpoint <url>",
    "the deployed endpoint, such as https://example.vercel.app/api/pagerduty; by default BRIDGE_URL",
  ),
  ping: new Option(
    "--ping",
    "also let PagerDuty send a ping through the subscription (webhook_subscriptions.write)",
  ),
  dispatch: new Option(
    "--dispatch",
    "also send GitHub an event that no workflow takes, which proves Contents: write",
  ),
  strict: new Option("--strict", "exit with 1 on a warning too"),

  // setup
  docs: new Option("--docs <owner/name>", "the docs repository; by default that of the checkout"),
  copy: new Option("--copy <owner/name>", "your copy of this repository; by default the Git remote origin"),
  writeInto: new Option("--write <folder>", "put the workflows and a configuration into this checkout"),

  // send
  event: new Option("--event <name>", "an event by its name; without it a ping, which starts nothing"),
  file: new Option("--file <file>", "a body of your own, byte for byte").conflicts("event"),
  sample: new Option(
    "--sample",
    "an incident that never was: it takes the whole way and shows what each key can read; starts nothing",
  ).conflicts(["event", "file"]),

  // subscribe
  service: new Option("--service <id>", "for the incidents of one service").conflicts(["team", "account"]),
  team: new Option("--team <id>", "for the incidents of one team").conflicts("account"),
  account: new Option("--account", "for all incidents; an account has room for ten such subscriptions"),
  types: new Option("--events <list>", "event types to deliver, with commas between them").default(
    "incident.resolved",
  ),
  description: new Option("--description <words>", "what the subscription is called in PagerDuty").default(
    "postmortem-bridge",
  ),
  headerSecret: new Option(
    "--header-secret",
    "also send WEBHOOK_SECRET of the environment as X-Webhook-Secret",
  ),
  insteadOf: new Option(
    "--instead-of <url>",
    "then delete the subscription that delivers to this address, such as a guess that was taken",
  ),
  force: new Option("--force", "although one delivers to this endpoint already"),

  // start
  payload: new Option("--payload <file>", "a webhook body of your own, byte for byte").conflicts([
    "events",
    "incident",
  ]),
  played: new Option(
    "--events <list>",
    "webhooks in this order: names with commas between them, or a file with one name or body a line",
  ).conflicts("incident"),
  incident: new Option("--incident <id>", "a run by hand; an id, a number or a URL"),
  dryRun: new Option("--dry-run", "with --incident or --reconcile: print the prompt, start nothing"),
  reconcile: new Option(
    "--reconcile",
    "after the events, or without any, the hourly run finds what was missed",
  ),
  after: new Option(
    "--after",
    "then a person merges: items become issues, a week passes, people are reminded",
  ),
  since: new Option("--since <window>", "with --reconcile: another window, such as 12h"),
  ownConfig: new Option("--config <file>", "a configuration of your own, in the sandbox's docs repository"),
  template: new Option("--template <file>", "a template of your own, in the sandbox's docs repository"),
  noToken: new Option("--no-token", "without a PagerDuty token: the facts are those of the webhook"),
  draft: new Option("--draft <mistake>", "the first draft has this mistake, which the check finds"),
  serve: new Option("--serve", "keep the services up and say how to reach them"),
  port: new Option("--port <number>", "the function's port; the services take the three after it"),
  fail: new Option(
    "--fail <service:how[:times]>",
    "let a service fail, once or more often; may be repeated",
  ).argParser((typed: string, before: string[] | undefined) => [...(before ?? []), typed]),

  // developers' scripts
  quick: new Option("--quick", "a few rounds only, to see that it runs"),
  write: new Option("--write", "write the result into the docs"),
  screenshots: new Option("--screenshots <folder>", "leave a picture of every state there"),
  runs: new Option("--runs <number>", "how many inputs"),
  seed: new Option("--seed <number>", "the same inputs again"),
  over: new Option("--over <how>", "one of the two ways alone").choices(["receiver", "http"]),
  path: new Option("--path <path>", "with --seed and --over: the one input that failed, as it was printed"),
  count: new Option("--count <number>", "how many webhooks"),
  seeds: new Option("--seeds <number>", "how many seeds").default("200"),
  from: new Option("--from <number>", "the first seed").default("1"),
};
