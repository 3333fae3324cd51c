/** The follow-ups of merged postmortems: action items become issues, people are reminded, the dashboard is kept. */

import { z } from "zod";
import type { GitHub } from "../github/client.ts";
import { createIssues, type Issues } from "../github/issues.ts";
import { SettingsError } from "../lib/errors.ts";
import { redactTexts } from "../redact/text.ts";
import type { Config } from "../settings/configuration.ts";
import { connectGitHub, type JobContext } from "./context.ts";
import { renderDashboard } from "./follow-ups/dashboard.ts";
import { type FileFacts, factsOfFiles, openItems, overdueItems } from "./follow-ups/dashboard-facts.ts";
import { factsOfServices, type SourceOptions } from "./follow-ups/dashboard-sources.ts";
import { addressIn, describeItems, type Redact } from "./follow-ups/issue-text.ts";
import { type FollowedPostmortem, followUpsOf } from "./follow-ups/items.ts";
import { keepDashboard } from "./follow-ups/keep-dashboard.ts";
import { type Kept, keepIssues, limitWarning } from "./follow-ups/keep-issues.ts";
import type { Tracked } from "./follow-ups/matching.ts";
import type { Absence } from "./follow-ups/plan.ts";
import { type Directory, readDirectory, warningsOf } from "./follow-ups/read.ts";
import { assertRepositoryPrivate } from "./load-config.ts";
import { type EmptyResult, type FollowUpsResult, failuresOf, nothingToDo } from "./result.ts";

const eventSchema = z.object({
  ref: z.string().nullish(),
  repository: z.object({ default_branch: z.string() }).nullish(),
});

/**
 * Follows up what is merged on the default branch. Nothing is done where the configuration asks for nothing, or where
 * the run is about another branch. Throws SettingsError without a token, and RequestError where a service refuses.
 */
export async function followUp(context: JobContext, config: Config): Promise<FollowUpsResult | EmptyResult> {
  const { issues, dashboard } = config["follow-ups"];
  if (!issues && !dashboard)
    return nothingToDo(
      "follow-ups",
      ["follow-ups has neither issues nor dashboard in the configuration", ...remindAlone(config)].join("; "),
    );
  const { ref, repository } = eventSchema.safeParse(context.event.payload).data ?? {};
  const branch = repository?.default_branch ?? null;
  if (ref && branch !== null && ref !== `refs/heads/${branch}`)
    return nothingToDo("follow-ups", `follow-ups are those of the default branch, ${branch}`);
  await assertRepositoryPrivate(context, config);
  const github = connectGitHub(context);
  if (github === null)
    throw new SettingsError(["github-token is empty; the follow-ups read and write issues with it"]);
  return await followUpWith(context, config, github);
}

async function followUpWith(context: JobContext, config: Config, github: GitHub): Promise<FollowUpsResult> {
  const { serverUrl, repository, files, clock, inputs } = context;
  const options = config["follow-ups"];
  const { since, people, labels } = options;
  const isDryRun = inputs["dry-run"];
  // Not every event names the default branch, and an address that changes would edit every issue.
  const fileUrl = (path: string) => `${serverUrl}/${repository}/blob/HEAD/${encodePath(path)}`;
  const redact: Redact = (texts) => redactTexts(texts, config);
  const directory = readDirectory(files, config.directory, config.sections);
  const facts: FileFacts = {
    postmortems: await Promise.all(directory.postmortems.map((one) => redactPostmortem(one, redact))),
    items: await describeItems(directory.postmortems.flatMap(followUpsOf), fileUrl, redact),
    itemIssues: null,
    people,
    since: since === undefined ? null : Date.parse(since),
    fileUrl,
    now: clock.now(),
  };
  const issues = createIssues(github, clock, repository, labels[0] ?? "");
  const absenceOf = absencesFrom(directory, `/blob/HEAD/${encodePath(config.directory)}/`);
  const kept = options.issues
    ? await keepIssues({ ...facts, issues, absenceOf, labels, remind: options.remind ?? null, isDryRun })
    : null;
  const known: FileFacts = { ...facts, itemIssues: kept?.itemIssues ?? null };
  const dashboard = options.dashboard
    ? await dashboardOf(known, kept, { context, config, github, issues, redact })
    : null;
  const parts = [kept && countsOf(kept, isDryRun), dashboard?.sentence].filter(Boolean);
  return {
    kind: "follow-ups",
    job: "follow-ups",
    decision: "followed-up",
    reason: `${isDryRun ? "dry run: " : ""}${counted(directory.postmortems.length, "postmortem", "postmortems")} read in ${config.directory}; ${parts.join("; ")}`,
    openItems: openItems(known).length,
    overdueItems: overdueItems(known).length,
    markdown: isDryRun && dashboard ? [`\n${dashboard.text}`] : [],
    configuration: null,
    warnings: [
      ...remindAlone(config).map((problem) => `In the configuration, ${problem}.`),
      ...warningsOf(directory, facts.since),
      ...(kept?.warnings ?? []),
      ...(dashboard?.warnings ?? []),
    ],
    failures: [...(kept?.failures ?? []), ...(dashboard?.failures ?? [])],
  };
}

/** What is to be said where reminders are wanted and there is no issue to comment on. */
function remindAlone({ "follow-ups": { issues, remind } }: Config): string[] {
  return issues || remind === undefined ? [] : ["remind has no effect without issues: true"];
}

/** What is shown of a postmortem beside its items. */
async function redactPostmortem(postmortem: FollowedPostmortem, redact: Redact): Promise<FollowedPostmortem> {
  const { title, service, causes } = postmortem;
  const [clean = "", cleanService = "", ...cleanCauses] = await redact([title, service ?? "", ...causes]);
  return { ...postmortem, title: clean, service: cleanService || null, causes: cleanCauses };
}

/** `folder` stands in the address of every file of the directory. */
function absencesFrom({ postmortems, unread }: Directory, folder: string): (tracked: Tracked) => Absence {
  const unclear = new Set(postmortems.filter((one) => one.unclear !== null).map((one) => one.incidentId));
  return ({ issue, marker }) => {
    if (addressIn(issue.body)?.includes(folder) === false) return "elsewhere";
    if (unread.length > 0 || unclear.has(marker.incidentId)) return "unclear";
    // A directory without postmortems is more likely another directory than the end of all items.
    return postmortems.length === 0 ? "elsewhere" : "gone";
  };
}

/** What became of the dashboard. */
type Shown = { sentence: string; text: string; warnings: string[]; failures: string[] };

const WAITS: Shown = {
  sentence: "the dashboard waits for the next run",
  text: "",
  warnings: [],
  failures: [],
};

async function dashboardOf(
  facts: FileFacts,
  kept: Kept | null,
  { issues, ...options }: Omit<SourceOptions, "covered"> & { issues: Issues },
): Promise<Shown> {
  // Without its label, the dashboard would not be found again either.
  if (kept !== null && (kept.isStopped || kept.failures.length > 0)) return WAITS;
  const { context, config } = options;
  const [label = ""] = config["follow-ups"].labels;
  const covered = new Set(facts.postmortems.map(({ incidentId }) => incidentId));
  try {
    const services = await factsOfServices({ ...options, covered });
    const text = renderDashboard({ ...factsOfFiles(facts), ...services });
    const listed = kept?.listed ?? (await issues.list());
    const isDryRun = context.inputs["dry-run"];
    const shown = await keepDashboard(text, { issues, listed, label, isDryRun });
    if ("failure" in shown) return { ...WAITS, failures: [shown.failure] };
    return { ...WAITS, sentence: shown.sentence, text };
  } catch (error) {
    const warning = limitWarning(error);
    if (warning !== null) return { ...WAITS, warnings: [warning] };
    return { ...WAITS, failures: failuresOf(error).map((one) => `The dashboard was not kept. ${one}`) };
  }
}

function countsOf({ counts, itemIssues }: Kept, isDryRun: boolean): string {
  if (itemIssues === null) return "the issues could not be listed";
  const words: [number, string][] = [
    [counts.create, "made"],
    [counts.edit, "edited"],
    [counts.tell, "told of a tick or a removal"],
    [counts.close, "closed as duplicates"],
    [counts.remind, "reminded"],
  ];
  const would = isDryRun ? "would be " : "";
  const told = words.filter(([count]) => count > 0).map(([count, what]) => `${count} ${would}${what}`);
  const open = [...itemIssues.values()].filter((issue) => issue?.isOpen).length;
  return `${counted(open, "issue is", "issues are")} open${told.length === 0 ? "" : `; ${told.join(", ")}`}`;
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

function encodePath(path: string): string {
  // A parenthesis would end the link in Markdown.
  return path.split("/").map(encodeURIComponent).join("/").replaceAll("(", "%28").replaceAll(")", "%29");
}
