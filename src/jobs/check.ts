/** The check of a pull request as one run does it: read, compared, and reported. */

import { z } from "zod";
import { checkHead } from "../check/head.ts";
import { countOf, verdictOf } from "../check/report.ts";
import { type Checked, check, type ReadRecord } from "../check/run.ts";
import { selectPostmortems } from "../check/selection.ts";
import { createSkeletons } from "../check/skeleton.ts";
import type { Session } from "../devin/session.ts";
import { incidentTag } from "../devin/tags.ts";
import { type ChangedFile, createPullRequestClient, type PullRequestClient } from "../github/pull-request.ts";
import { readReferences } from "../github/references.ts";
import { SettingsError } from "../lib/errors.ts";
import { listMarkdown } from "../postmortem/directory.ts";
import type { Template } from "../postmortem/template.ts";
import type { Config } from "../settings/configuration.ts";
import { isCheckout, NO_CHECKOUT } from "../settings/configuration-file.ts";
import { loadBaseConfiguration } from "./base-configuration.ts";
import { createRecordReader, type ListSessions } from "./check-record.ts";
import { connectGitHub, type JobContext } from "./context.ts";
import { assertRepositoryPrivate } from "./load-config.ts";
import { type MendedPullRequest, mend } from "./mending.ts";
import { type CheckResult, type EmptyResult, failuresOf, nothingToDo } from "./result.ts";
import { expectedPast } from "./seen-before.ts";

const eventSchema = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    base: z.object({ sha: z.string().regex(/^[0-9a-f]{40,64}$/) }),
    /** A fork that was deleted since is null. */
    user: z.object({ type: z.string() }).nullish(),
    html_url: z.url().nullable().catch(null),
    head: z.object({
      sha: z
        .string()
        .regex(/^[0-9a-f]{40,64}$/)
        .nullable()
        .catch(null),
      ref: z.string().nullable().catch(null),
      repo: z.object({ full_name: z.string() }).nullable(),
    }),
  }),
});

/** Who pushed what is checked; GitHub says so where commits were added. */
const pushSchema = z.object({ action: z.string(), sender: z.object({ type: z.string() }).nullish() });

const REPAIRED = "the pull request repairs the configuration, which cannot be read at its base";

type PullRequest = z.infer<typeof eventSchema>["pull_request"];

/**
 * Checks the postmortems that the pull request changes. Configuration and templates are those of its base, so that it
 * cannot switch off its own check. Errors fail the run, warnings do not.
 */
export async function checkPullRequest(context: JobContext): Promise<CheckResult | EmptyResult> {
  const { inputs, repository, serverUrl, files } = context;
  const pullRequest = readEvent(context);
  if (!isCheckout(files)) throw new SettingsError([NO_CHECKOUT]);
  const github = connectGitHub(context);
  if (github === null)
    throw new SettingsError(["github-token is empty; the check asks GitHub with it which files are changed"]);
  const client = createPullRequestClient(github, repository);
  const base = pullRequest.base.sha;
  const { config, problems, warnings, source } = await loadBaseConfiguration(client, base, inputs.config);
  if (config === null) {
    const repaired = await checkRepair(context, client, pullRequest.number);
    if (repaired !== null) return repaired;
    throw new SettingsError(problems.map((problem) => `At the base of the pull request: ${problem}`));
  }
  // Without a token for PagerDuty there is nothing of PagerDuty's to be published.
  if (inputs["pagerduty-token"] !== undefined) await assertRepositoryPrivate(context, config);
  const changed = await changedPostmortems(client, pullRequest.number, config);
  const { templates, missing } = await readTemplates(client, base, config);
  const listSessions = sessionsOnce(context);
  const checked = await check({
    postmortems: changed.files.map((file) => ({ file, text: files.read(file) })),
    removed: changed.removed,
    names: [...changed.files, ...listMarkdown(files, config.directory)],
    severities: config.check,
    sections: config.sections,
    author: authorOf(pullRequest),
    pullRequest: pullRequest.number,
    allow: config.allow,
    skeletons: createSkeletons(templates, config.sections),
    readRecord: recordReader(context, pullRequest, config, listSessions),
    expectedPast: (source, record) =>
      expectedPast(source, record, { files, config, unmerged: new Set(changed.all) }),
    readSessions: (id) => addressesOf(listSessions(id)),
    readReferences: (citations) => readReferences({ citations, github }),
    repository,
    repositories: config.devin.repos ?? [],
    serverUrl,
  });
  const inHead = await checkHead({
    touched: changed.touched,
    base: { config, warnings, source },
    load: () => context.loadConfiguration(inputs.config),
    read: files.read,
  });
  const result = resultOf({
    ...checked,
    findings: [...inHead, ...checked.findings],
    notRun: [...changed.notListed, ...missing, ...checked.notRun],
  });
  const errors = result.checked.findings.filter(({ severity }) => severity === "error");
  const next =
    errors.length > 0
      ? await mend(context, config, mendedOf(context, pullRequest), errors, () =>
          client.readHead(pullRequest.number),
        )
      : null;
  const { head } = pullRequest;
  const filesUrl =
    head.sha === null ? null : `${serverUrl}/${head.repo?.full_name ?? repository}/blob/${head.sha}`;
  return { ...result, filesUrl, next, configuration: source, warnings };
}

/** What a pull request brings that mends a configuration which its base has broken; null where it may change a postmortem. */
async function checkRepair(
  { inputs, files, loadConfiguration }: JobContext,
  client: PullRequestClient,
  number: number,
): Promise<CheckResult | EmptyResult | null> {
  const listed = await client.listFiles(number);
  const isMarkdown = listed.files.some(({ filename }) => /\.(?:md|markdown|mdx)$/i.test(filename));
  if (isMarkdown || !listed.isWhole) return null;
  const head = await loadConfiguration(inputs.config);
  const { config, warnings, source } = head;
  if (config === null) return null;
  const findings = await checkHead({
    touched: touchedBy(listed.files),
    base: { config, warnings, source },
    load: () => Promise.resolve(head),
    read: files.read,
  });
  return findings.length === 0
    ? nothingToDo("check", REPAIRED)
    : resultOf({ files: [], removed: [], findings, notRun: [], nothingToCheck: [] });
}

function authorOf({ user }: PullRequest): "bot" | "person" | null {
  if (user?.type === "Bot") return "bot";
  return user?.type === "User" ? "person" : null;
}

/** Asks Devin once for each incident, though two parts of the check want to know; none without a key. */
function sessionsOnce({ inputs, devin }: JobContext): ListSessions {
  const asked = new Map<string, Promise<Session[]>>();
  return async (incidentId) => {
    if (inputs["devin-api-key"] === undefined) return [];
    const sessions = asked.get(incidentId) ?? devin().listSessions(incidentTag(incidentId));
    asked.set(incidentId, sessions);
    return await sessions;
  };
}

/** The addresses of an incident's sessions, or why they are not known. */
async function addressesOf(sessions: Promise<Session[]>): Promise<string[] | { problem: string }> {
  try {
    return (await sessions).flatMap(({ url }) => url || []);
  } catch (error) {
    return { problem: failuresOf(error).join("; ") };
  }
}

function readEvent({ event }: JobContext): PullRequest {
  const parsed = event.name === "pull_request" ? eventSchema.safeParse(event.payload) : null;
  if (parsed?.success) return parsed.data.pull_request;
  throw new SettingsError([
    "The job check needs the event pull_request, which tells what to compare; on your own machine use `npm run check`",
  ]);
}

/** All paths that a pull request adds, changes or removes, the old names of renamed files included. */
function touchedBy(files: ChangedFile[]): string[] {
  return files.flatMap(({ filename, previous_filename = [] }) => [filename, previous_filename].flat());
}

/** The postmortems among the changed files, and all that are not removed. */
async function changedPostmortems(client: PullRequestClient, number: number, { directory }: Config) {
  const { files, isWhole } = await client.listFiles(number);
  const all = files.flatMap(({ filename, status }) => (status === "removed" ? [] : [filename]));
  const { postmortems, notChecked } = selectPostmortems(all, directory);
  // One that is moved to where nobody looks for postmortems is gone as well.
  const gone = files.flatMap(({ filename, status, previous_filename }) => {
    if (status === "removed") return [filename];
    // Of a copy, GitHub names the original, which stays.
    return status !== "renamed" || postmortems.includes(filename) ? [] : (previous_filename ?? []);
  });
  return {
    all,
    touched: touchedBy(files),
    files: postmortems,
    removed: selectPostmortems(gone, directory).postmortems,
    notListed: [
      ...notChecked,
      ...(isWhole ? [] : ["GitHub lists the first 3,000 files of a pull request, and this one has more."]),
    ],
  };
}

/** Every template that the configuration names, since a postmortem does not say which one it was made from. */
async function readTemplates(client: PullRequestClient, base: string, config: Config) {
  const named = [config.template, ...config.rules.map(({ template }) => template ?? config.template)];
  const templates: (Template | null)[] = [];
  const missing: string[] = [];
  for (const file of new Set(named)) {
    const text = file === undefined ? null : await client.readFile(file, base);
    if (file === undefined) templates.push(null);
    else if (text !== null) templates.push({ file, text });
    else
      missing.push(
        `The template ${file} is not at the pull request's base, so its sections are not checked.`,
      );
  }
  return { templates, missing };
}

function recordReader(
  context: JobContext,
  { head }: PullRequest,
  config: Config,
  listSessions: ListSessions,
): ReadRecord | { absent: string } {
  const { inputs, repository } = context;
  if (inputs["pagerduty-token"] !== undefined) return createRecordReader(context, config, listSessions);
  return {
    absent: isFork(head, repository)
      ? "the pull request comes from a fork, whose runs get no secrets, so there is no pagerduty-token"
      : "pagerduty-token is not set",
  };
}

/** A fork that was deleted since has no repository. */
function isFork({ repo }: PullRequest["head"], repository: string): boolean {
  return repo?.full_name.toLowerCase() !== repository.toLowerCase();
}

/** What mending needs of the event; a field that is missing is one that it does without. */
function mendedOf(
  { event, repository }: JobContext,
  { number, user, html_url, head }: PullRequest,
): MendedPullRequest {
  const pushed = pushSchema.safeParse(event.payload).data;
  return {
    number,
    url: html_url,
    // Anybody can name the branch of a fork so.
    branch: isFork(head, repository) ? null : head.ref,
    head: head.sha,
    isByBot: user?.type === "Bot",
    isPushedByPerson: pushed?.action === "synchronize" && pushed.sender?.type !== "Bot",
  };
}

function resultOf(checked: Checked): CheckResult {
  const errors = countOf(checked, "error");
  return {
    kind: "check",
    job: "check",
    decision: "checked",
    reason: verdictOf(checked),
    checked,
    filesUrl: null,
    next: null,
    configuration: null,
    warnings: [],
    failures:
      errors > 0
        ? [`The check found ${verdictOf(checked)}: the table of the summary says where, and what to do.`]
        : [],
  };
}
