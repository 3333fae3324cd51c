/** A sample of the whole way: shows for every key what a read can show of it, and starts, sends and writes nothing. */

import { readRepository } from "../github/repository.ts";
import type { Incident } from "../incident/incident.ts";
import { problemsOf, SettingsError } from "../lib/errors.ts";
import { recordOf } from "../pagerduty/record.ts";
import { createBrief } from "../prompt/brief.ts";
import type { Config } from "../settings/configuration.ts";
import { listStarted } from "./capacity.ts";
import { connectGitHub, connectPagerDuty, type JobContext } from "./context.ts";
import { assertRepositoryPrivate } from "./load-config.ts";
import { failuresOf, type SampleResult } from "./result.ts";

const WINDOW_MS = 60_000;

/** One part of the way: its name, and how it is looked at; resolves with what was seen in one sentence. */
type Part = { name: string; look: () => Promise<string> };

/** Looks at every part at once, so that one run names all that is wrong. */
export async function trySample(context: JobContext, incident: Incident): Promise<SampleResult> {
  const { inputs, loadConfiguration } = context;
  const { config, problems, warnings, source } = await loadConfiguration(inputs.config);
  const parts: Part[] = [
    { name: "Devin", look: () => lookAtDevin(context) },
    { name: "PagerDuty", look: () => lookAtPagerDuty(context) },
    { name: "GitHub", look: () => lookAtGitHub(context) },
    ...(config === null
      ? []
      : [
          { name: "Docs repository", look: () => lookAtRepository(context, config) },
          { name: "Templates", look: () => Promise.resolve(lookAtTemplates(context, config, incident)) },
        ]),
  ];
  const seen = await Promise.all(parts.map(lookAt));
  const failures = [...problems, ...seen.flatMap((part) => part.failures)];
  return {
    kind: "sample",
    job: "draft",
    decision: "sample",
    reason:
      failures.length === 0
        ? "it came all the way, every key that can be read works, and nothing was started"
        : "it came all the way, but a real incident would fail; nothing was started",
    incident: { id: incident.id, number: incident.number, url: null },
    parts: [
      { name: "Function and dispatch", seen: "the sample arrived" },
      { name: "Configuration", seen: problems.length === 0 ? source : "it has problems" },
      ...seen.map(({ name, sentence }) => ({ name, seen: sentence })),
    ],
    configuration: source,
    warnings,
    failures,
  };
}

async function lookAt({ name, look }: Part) {
  try {
    return { name, sentence: await look(), failures: [] };
  } catch (error) {
    return { name, sentence: "it does not work", failures: failuresOf(error) };
  }
}

async function lookAtDevin(context: JobContext): Promise<string> {
  const sessions = await listStarted(context);
  return `devin-api-key may list sessions (${sessions.length} of this project in the last day); only a real draft proves that it may start one`;
}

async function lookAtPagerDuty(context: JobContext): Promise<string> {
  const pagerDuty = connectPagerDuty(context, null);
  if (pagerDuty === null)
    return "pagerduty-token is not set: drafts start from the event alone, and reconcile cannot run";
  const until = context.clock.now();
  const limits = { deadline: until + WINDOW_MS, calls: 3 };
  await pagerDuty.pageOfResolved({ since: until - WINDOW_MS, until, offset: 0 }, limits);
  return "pagerduty-token may read incidents";
}

async function lookAtGitHub(context: JobContext): Promise<string> {
  const { repository } = context;
  const github = connectGitHub(context);
  if (github === null) return "github-token is not set: drafts need none, the check and the follow-ups do";
  const { private: isPrivate } = await readRepository({ repository, github });
  return `github-token may read ${repository}, which is ${isPrivate ? "private" : "public"}`;
}

async function lookAtRepository(context: JobContext, config: Config): Promise<string> {
  await assertRepositoryPrivate(context, config);
  return `${context.repository} may carry PagerDuty's text`;
}

/** Renders the sample with every template that an incident could get; throws SettingsError with what is wrong with them. */
function lookAtTemplates(
  { repository, files, clock }: JobContext,
  config: Config,
  incident: Incident,
): string {
  const record = recordOf(incident, null);
  const templates = new Set([
    config.template,
    ...config.rules.map((rule) => rule.template ?? config.template),
  ]);
  const briefWith = (template: string | undefined) =>
    createBrief({
      record,
      decision: null,
      config: { ...config, template },
      repository,
      files,
      now: clock.now(),
      eventId: incident.id,
      newId: () => crypto.randomUUID(),
    });
  const problems = new Set([...templates].flatMap((template) => problemsOf(() => briefWith(template))));
  if (problems.size > 0) throw new SettingsError([...problems]);
  return `${templates.size === 1 ? "the template renders" : `all ${templates.size} templates render`}`;
}
