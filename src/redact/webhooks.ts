/** Addresses by which whoever knows them may post: the table. */

import { isName } from "./no-secret.ts";
import type { Pattern } from "./pattern.ts";

/** The rows of webhooks: whoever knows the address may post, so that its path is the secret. */
function webhook(shape: string, source: string, host: string, path: string, examples: string[]): Pattern {
  return {
    kind: "webhook address",
    shape,
    source,
    pattern: new RegExp(String.raw`\b(?:${host})(?::\d{1,5})?(?<secret>${path})`, "dgi"),
    examples,
    benign: [],
  };
}

export const WEBHOOKS: Pattern[] = [
  webhook(
    "Slack's webhooks, workflows and triggers",
    "Slack: Incoming webhooks",
    String.raw`hooks\.slack(?:-gov)?\.com`,
    String.raw`\/(?:services|workflows|triggers)\/[\w/-]{6,200}`,
    [
      "https://hooks.slack.com«/services/T{upper:8}/B{upper:8}/{alnum:24}»",
      "https://hooks.slack.com«/workflows/T{upper:8}/A{upper:8}/{digit:18}/{alnum:24}»",
    ],
  ),
  webhook(
    "Discord's webhooks",
    "Discord: Webhook resource",
    String.raw`(?:[a-z]{1,10}\.)?discord(?:app)?\.com`,
    String.raw`\/api\/(?:v\d{1,2}\/)?webhooks\/[\w/-]{6,200}`,
    ["https://discord.com«/api/webhooks/{digit:18}/{word:68}»"],
  ),
  webhook(
    "Teams' connectors and workflows",
    "Microsoft: Create incoming webhooks",
    String.raw`[\w-]{1,60}\.webhook\.office\.com|outlook\.office(?:365)?\.com(?=\/webhook)|[\w.-]{1,120}\.(?:logic\.azure\.com|powerplatform\.com|powerautomate\.com)`,
    String.raw`\/(?:webhookb2|webhook|workflows|powerautomate|triggers)\/[^\s"'<>)\]\0]{6,1000}`,
    [
      "https://acme.webhook.office.com«/webhookb2/{hex:8}-{hex:4}@{hex:8}/IncomingWebhook/{hex:32}/{hex:8}»",
      "https://prod-12.westeurope.logic.azure.com:443«/workflows/{hex:32}/triggers/manual/paths/invoke?api-version=2016-06-01&sig={alnum:43}»",
    ],
  ),
  webhook(
    "webhooks of Google Chat, Mattermost, Zapier, Make, IFTTT, Pipedream, Lark, DingTalk, WeCom, Webex",
    "each service's page on incoming webhooks",
    String.raw`chat\.googleapis\.com|hooks\.zapier\.com|hook\.[a-z0-9.]{0,12}(?:make|integromat)\.com|maker\.ifttt\.com|[a-z0-9]{1,40}\.m\.pipedream\.net|open\.(?:feishu\.cn|larksuite\.com)|oapi\.dingtalk\.com|qyapi\.weixin\.qq\.com|webexapis\.com`,
    String.raw`\/(?:v1\/spaces|hooks|trigger|open-apis\/bot|robot|cgi-bin\/webhook|v1\/webhooks|[a-z0-9]{20,40})[^\s"'<>)\]\0]{6,1000}`,
    [
      "https://chat.googleapis.com«/v1/spaces/{alnum:11}/messages?key={alnum:39}&token={word:43}»",
      "https://hooks.zapier.com«/hooks/catch/{digit:8}/{alnum:7}/»",
      "https://maker.ifttt.com«/trigger/page/with/key/{word:43}»",
    ],
  ),
  webhook(
    "addresses that carry a key in their path: PagerDuty's and Telegram's API, healthchecks, snitches",
    "PagerDuty: Events API; Telegram: Bot API; healthchecks.io",
    String.raw`events\.(?:eu\.)?pagerduty\.com|api\.telegram\.org|hc-ping\.com|nosnch\.in|cronitor\.link|hchk\.io|webhook\.site|http-intake\.logs\.[a-z0-9.]{0,12}datadoghq\.(?:com|eu)`,
    String.raw`\/(?:integration\/|bot(?=\d)|x-ere\/|p\/|(?:api\/)?v\d\/(?:input|logs)\/)?(?![\w-]{0,12}(?:[/?#]|$))[\w:-]{8,200}`,
    [
      "https://events.pagerduty.com«/integration/{hex:32}»/enqueue",
      "https://hc-ping.com«/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}»",
    ],
  ),
  {
    kind: "webhook address",
    shape:
      "the part that cannot be guessed in any other address with `hooks`, `webhooks`, `integrations`, `heartbeat` or the like in its path",
    source: "Mattermost, Splunk On-Call, Opsgenie and others: incoming webhooks",
    pattern:
      /https?:\/\/[\w.-]{1,200}(?::\d{1,5})?\/(?:[\w.~-]{1,60}\/){0,5}?(?:(?:incoming-?)?(?:web)?hooks?|integrations?|incoming|inbound|intake|heartbeats?|cron|push|catch)\/(?:[\w.~-]{1,60}\/){0,3}?(?<secret>(?=[\w-]{0,40}\d)(?=[\d-]{0,40}[A-Za-z_])[\w-]{20,120})/dgi,
    isMeant: (found) => !isName(found),
    examples: [
      "https://chat.acme.example/hooks/«{alnum:26}»",
      "https://alert.victorops.example/integrations/generic/20131114/alert/«{hex:8}-{hex:4}-{hex:12}»/orders",
    ],
    benign: [
      "https://api.github.com/repos/acme/orders/hooks/123456789012",
      "https://grafana.acme.example/alerting/orders-service-p99-latency-v2/view",
      "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
      "https://sentry.io/organizations/acme/issues/4471829301/events/4bf92f3577b34da6a3ce929d0e0e4736/",
    ],
  },
];
