/** What the doctor checks at GitHub. */

import { z } from "zod";
import { tokensOf } from "../../src/function/dispatch.ts";
import type { FunctionSettings } from "../../src/function/environment.ts";
import { RequestError } from "../../src/lib/errors.ts";
import { toSingleLine } from "../../src/lib/text.ts";
import type { Config } from "../../src/settings/configuration.ts";
import { type Answer, type Connection, type Refusal, TIMEOUT_MS } from "../http-probe.ts";
import type { Read } from "../variables.ts";
import { checkConfiguration } from "./configuration.ts";
import type { Health } from "./endpoint.ts";
import { type Finding, notesOn, unusable } from "./finding.ts";
import { createGitHubApi } from "./github-api.ts";
import { checkSettings } from "./repository-settings.ts";
import { checkWorkflows } from "./workflows.ts";

type GitHub = FunctionSettings["github"];

const PART = "GitHub";
const { pass, fail, skip } = notesOn(PART);

/** No workflow of this project takes it, so it proves the permission and starts nothing. */
const TEST_EVENT = "postmortem-bridge.doctor";
const LONGEST_WORD = 200;

const repositorySchema = z.object({
  private: z.boolean(),
  archived: z.boolean().nullish(),
  has_issues: z.boolean().nullish(),
  default_branch: z.string(),
  permissions: z.object({ push: z.boolean().nullish() }).nullish(),
});

type Repository = z.infer<typeof repositorySchema>;

/** What was found, and the configuration that other checks need; null where it could not be read or used. */
export type GitHubReport = { findings: Finding[]; config: Config | null };

/**
 * The credential, the docs repository, its workflows and its configuration. `isToDispatch`: also send an event that no
 * workflow takes, which is the only proof of Contents: write.
 */
export async function checkGitHub(
  connection: Connection,
  { settings: github, problems }: Read<GitHub>,
  { isToDispatch, health }: { isToDispatch: boolean; health: Promise<Health | null> },
): Promise<GitHubReport> {
  const without = (findings: Finding[]) => ({ findings, config: null });
  if (problems.length > 0) return without(unusable(PART, problems));
  if (github === null)
    return without([
      skip(
        "credential",
        "neither GITHUB_TOKEN nor a GitHub App is set here",
        "Set GITHUB_REPOSITORY and the function's credential to check the docs repository.",
      ),
    ]);
  const made = await makeToken(connection, github);
  if ("finding" in made) return without([made.finding]);
  const api = createGitHubApi(connection, github, made.token);
  const asked = await api.get("Reading the docs repository", "", repositorySchema);
  if (asked.isRefused) return without([refusedRepository(github, asked)]);
  const repository = asked.value;
  const dispatched = isToDispatch ? await api.dispatch(TEST_EVENT) : null;
  const { default_branch: defaultBranch } = repository;
  const [settings, workflows, configuration] = await Promise.all([
    checkSettings(api, defaultBranch),
    checkWorkflows(api, { defaultBranch, health }),
    checkConfiguration(api, {
      isPrivate: repository.private,
      hasIssues: repository.has_issues !== false,
      health,
    }),
  ]);
  const findings = [
    pass("credential", `${holderOf(github)} sees ${github.repository}`),
    ...(repository.archived
      ? [fail("repository", "it is archived, and takes no events", "Unarchive it, or name another one.")]
      : []),
    checkContents(github, repository, dispatched),
    ...settings,
    ...workflows,
    ...configuration.findings,
  ];
  return { findings, config: configuration.config };
}

function holderOf({ credentials }: GitHub): string {
  return credentials.kind === "app" ? "the GitHub App" : "GITHUB_TOKEN";
}

async function makeToken(
  { fetch, clock }: Connection,
  github: GitHub,
): Promise<{ token: string } | { finding: Finding }> {
  try {
    return { token: await tokensOf({ fetch, clock, github }).get(clock.now() + TIMEOUT_MS) };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const { status, detail } = error;
    const why = status === null ? detail : `it answered ${status}, ${toSingleLine(detail, LONGEST_WORD)}`;
    return {
      finding: fail(
        "credential",
        `making a token of the GitHub App: ${why.replace(/\.$/, "")}`,
        status === null
          ? "Check GITHUB_API_URL, and try again later."
          : `Check the App's id and key, that it is installed on ${github.repository}, and that it has Contents: read and write.`,
      ),
    };
  }
}

function refusedRepository(github: GitHub, { status, why }: Refusal): Finding {
  const says = `reading ${github.repository}: ${why}`;
  const holder = holderOf(github);
  if (status === 401) return fail("credential", says, `Replace ${holder}: it is wrong or has expired.`);
  if (status === 403)
    return fail("repository", says, `Let the organization approve ${holder}; if it is a limit, wait.`);
  if (status === 404)
    return fail("repository", says, `Check GITHUB_REPOSITORY, and that ${holder} may see it.`);
  if (status !== null && status >= 300 && status <= 399)
    return fail("repository", says, "It has moved: set GITHUB_REPOSITORY to its new name.");
  return fail("repository", says, "Check GITHUB_API_URL, and try again later.");
}

function checkContents(
  github: GitHub,
  { permissions }: Repository,
  dispatched: Answer<unknown> | null,
): Finding {
  const check = "contents";
  const holder = holderOf(github);
  const grant = `Give ${holder} Contents: read and write on the repository.`;
  if (dispatched?.isRefused) {
    const isForbidden = dispatched.status === 403 || dispatched.status === 404;
    return fail(check, `a test event: ${dispatched.why}`, isForbidden ? grant : "Try again later.");
  }
  if (dispatched) return pass(check, "GitHub took a test event");
  // GitHub refuses to make a token with a permission that the App does not have.
  if (github.credentials.kind === "app") return pass(check, "the App's token may write");
  if (permissions?.push === true)
    return pass(
      check,
      "GitHub reports push access; --dispatch proves it by sending an event that starts nothing",
    );
  if (permissions?.push === false)
    return fail(check, "GitHub reports that GITHUB_TOKEN may not push, so it cannot send events", grant);
  return skip(check, "GitHub does not report whether GITHUB_TOKEN may write", "Prove it with --dispatch.");
}
