/** `npm run explain`: what the rules decide for an incident, and why; nothing is started. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { DispatchPayload } from "../src/incident/dispatch-payload.ts";
import { parseIncidentReference } from "../src/incident/reference.ts";
import { readClientPayload } from "../src/jobs/event.ts";
import { type Trigger, triggerByHand, triggerOf, unresolved } from "../src/jobs/trigger.ts";
import { RequestError, SettingsError } from "../src/lib/errors.ts";
import type { Fetch } from "../src/lib/http.ts";
import { fieldsOf, parseJson } from "../src/lib/json.ts";
import { toSingleLine } from "../src/lib/text.ts";
import { spellDuration } from "../src/lib/time.ts";
import { createPagerDuty } from "../src/pagerduty/client.ts";
import { recordOf } from "../src/pagerduty/record.ts";
import { readWebhook } from "../src/pagerduty/webhook.ts";
import type { Decision } from "../src/policy/decide.ts";
import { type EvaluatedRule, evaluateRules } from "../src/policy/evaluate.ts";
import { passGate } from "../src/policy/gate.ts";
import { type Subject, subjectOf } from "../src/policy/subject.ts";
import { NO_FILE } from "../src/settings/configuration-file.ts";
import { readInputs } from "../src/settings/inputs.ts";
import { createCommand, runEntry } from "./command.ts";
import { loadConfig } from "./configuration.ts";
import { isFile } from "./named-file.ts";
import { OPTIONS } from "./options.ts";
import type { Terminal } from "./terminal.ts";
import { readPagerDuty } from "./variables.ts";

const NOTES = `The environment may hold PAGERDUTY_TOKEN, PAGERDUTY_AUTH (token or bearer) and
PAGERDUTY_API_URL.`;

const LONGEST_FACT = 200;

type Found = Pick<Trigger, "record" | "notReadyBecause">;

await runEntry(import.meta.filename, explain);

export function explain(terminal: Terminal) {
  return createCommand(
    "run explain",
    "Says what the rules decide for an incident and why; nothing is started.",
    NOTES,
  )
    .argument(
      "<incident>",
      "a file with a webhook's body, PagerDuty's REST answer or a dispatch's payload; or an id, number or URL, which PAGERDUTY_TOKEN reads",
    )
    .addOption(OPTIONS.config)
    .addOption(OPTIONS.json)
    .action((named, options) => explainIncident(terminal, named, options));
}

type Options = { config?: string | undefined; json?: boolean | undefined };

async function explainIncident(terminal: Terminal, named: string, values: Options): Promise<void> {
  const { config, source } = await loadConfig(terminal, resolve(terminal.folder), values.config);
  const found = isFile(terminal.folder, named)
    ? await readFile(terminal, named)
    : await lookUp(terminal, named);
  const subject = subjectOf(found.record);
  const weighed = evaluateRules(config.rules, subject);
  const answer = passGate({
    record: found.record,
    policy: config,
    notReadyBecause: found.notReadyBecause,
    requestedBy: null,
    hasCapacity: true,
    isDryRun: true,
  });
  // Where the gate closes before the rules, no rule has decided.
  const decision = answer.decision ?? { do: "skip", rule: null, reason: answer.reason };
  const said = { ...found, source, subject, weighed, decision, otherwise: config.otherwise };
  terminal.print(values.json ? asJson(said) : asText(said));
}

type Said = Found & {
  /** The path of the configuration, or that there is none. */
  source: string;
  subject: Subject;
  weighed: EvaluatedRule[];
  decision: Decision;
  otherwise: "draft" | "skip";
};

async function lookUp({ env, fetch, clock }: Terminal, named: string): Promise<Found> {
  const reference = parseIncidentReference(named);
  if (reference === null)
    throw new Error(`${JSON.stringify(named)} is neither a file nor an incident's id, number or URL.`);
  const { settings: inputs, problems } = readPagerDuty(env);
  if (problems.length > 0) throw new SettingsError(problems);
  if (inputs === null)
    throw new Error(`PAGERDUTY_TOKEN is not set; set it to look ${named} up, or name a file.`);
  const { record } = await triggerByHand({ inputs, fetch, clock }, { reference, runId: "", actor: "" });
  return { record, notReadyBecause: unresolved(record) };
}

async function readFile(terminal: Terminal, name: string): Promise<Found> {
  const bytes = readFileSync(resolve(terminal.folder, name));
  const json = fieldsOf(parseJson(new TextDecoder().decode(bytes))) ?? {};
  const payload = fieldsOf(json["client_payload"]) ?? json;
  if ("event" in payload && "incident" in payload) return ofPayload(terminal, readClientPayload(payload));
  if ("event" in json) return ofWebhook(terminal, name, bytes);
  if (fieldsOf(json["incident"]) !== null) return ofAnswer(name, bytes);
  throw new Error(
    `${name} is none of these: a webhook's body, PagerDuty's REST answer for an incident, a dispatch's payload.`,
  );
}

function ofWebhook(terminal: Terminal, name: string, bytes: Uint8Array): Promise<Found> {
  const webhook = readWebhook(bytes, null);
  if (webhook.kind === "incident") return ofPayload(terminal, webhook.payload());
  const reason = webhook.kind === "unreadable" ? webhook.reason : `it tells of ${webhook.event.type}`;
  throw new Error(`${name} holds no incident: ${reason}.`);
}

async function ofPayload({ fetch, clock }: Terminal, payload: DispatchPayload): Promise<Found> {
  // Without a token nothing is read: a file is explained as it is.
  return triggerOf({ inputs: readInputs({}), fetch, clock }, payload);
}

/** The file stands for PagerDuty's answer, so that it is read as an answer would be. */
async function ofAnswer(name: string, bytes: Uint8Array): Promise<Found> {
  const answer: Fetch = () => Promise.resolve(new Response(Buffer.from(bytes)));
  const apiUrl = "https://api.pagerduty.com";
  try {
    const found = await createPagerDuty({
      fetch: answer,
      clock: { now: Date.now, sleep: () => Promise.resolve() },
      apiUrl,
      auth: "token",
      token: "",
    }).getIncident("");
    const resolve = found.resolvedAt === null ? null : { at: found.resolvedAt, by: found.resolvedBy };
    const record = recordOf(found.incident, resolve);
    return { record, notReadyBecause: unresolved(record) };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    throw new Error(`${name} holds no incident that can be read: it needs PagerDuty's incident id.`);
  }
}

function factsOf(subject: Subject): [name: string, value: string | null][] {
  const { service, teams, durationMs } = subject;
  const named = ({ id, name }: { id: string | null; name: string | null }) =>
    name === null || id === null ? (name ?? id) : `${name} (${id})`;
  return [
    ["priority", subject.priority],
    ["urgency", subject.urgency],
    ["service", service && named(service)],
    ["team", teams.map(named).join(", ") || null],
    ["type", subject.type],
    ["title", subject.title],
    ["resolved-by", subject.resolvedBy],
    ["lasted", durationMs === null ? null : spellDuration(durationMs)],
  ];
}

function asText({ record: { incident }, source, subject, weighed, decision, otherwise }: Said): string {
  const number = incident.number === null ? "" : ` (#${incident.number})`;
  const facts = factsOf(subject).map(
    ([name, value]) =>
      `  ${name.padEnd(11)}  ${value === null ? "not known" : toSingleLine(value, LONGEST_FACT)}`,
  );
  const rules = weighed.flatMap(({ name, rule, findings, matches }, index) => [
    `  ${index + 1}. ${name}: ${rule.do}, ${verdictOf(rule, matches, decision)}`,
    ...findings.map(({ holds, words }) => `       ${holds ? "yes" : "no "}  ${words}`),
  ]);
  return [
    `Incident ${incident.id}${number}`,
    ...facts,
    "",
    `Decision: ${decision.do}`,
    `  ${decision.reason}`,
    "",
    source === NO_FILE ? `No rules (${source})` : `Rules of ${source}`,
    ...rules,
    `  otherwise: ${otherwise}`,
  ].join("\n");
}

function verdictOf(rule: EvaluatedRule["rule"], matches: boolean, decision: Decision): string {
  if (rule === decision.rule) return "matches and decides";
  if (!matches) return "does not match";
  return decision.rule === null ? "would match" : "would match, but an earlier rule decides";
}

function asJson({ record: { incident }, source, subject, weighed, decision, otherwise }: Said): string {
  const rules = weighed.map(({ name, rule, findings, matches }) => ({
    name,
    do: rule.do,
    matches,
    decides: rule === decision.rule,
    findings,
  }));
  return JSON.stringify(
    {
      incident: incident.id,
      facts: subject,
      decision: decision.do,
      reason: decision.reason,
      config: source,
      rules,
      otherwise,
    },
    null,
    2,
  );
}
