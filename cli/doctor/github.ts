/** What the doctor checks at GitHub. */

import { z } from "zod";
import { tokensOf } from "../../src/function/dispatch.ts";
import type { FunctionSettings } from "../../src/function/environment.ts";
import { RequestError, SettingsError } from "../../src/lib/errors.ts";
import { toSingleLine } from "../../src/lib/text.ts";
import { VERSION } from "../../src/lib/version.ts";
import { readConfig } from "../../src/settings/configuration.ts";
import { type Answer, type Connection, probe, type Refusal, TIMEOUT_MS } from "../http-probe.ts";
import type { Read } from "../variables.ts";
import { type Finding, notesOn, unusable } from "./finding.ts";

type GitHub = FunctionSettings["github"];

const PART = "GitHub";
const { pass, warn, fail, skip } = notesOn(PART);

const CONFIG = ".github/postmortem.yml";
const WORKFLOW = "postmortem.yml";
/** No workflow of this project takes it, so it proves the permission and starts nothing. */
const TEST_EVENT = "postmortem-bridge.doctor";
const LONGEST_WORD = 200;

const messageSchema = z.object({ message: z.string() });
const repositorySchema = z.object({
  private: z.boolean(),
  archived: z.boolean().nullish(),
  default_branch: z.string(),
  permissions: z.object({ push: z.boolean().nullish() }).nullish(),
});
const workflowSchema = z.object({ state: z.string() });
const contentsSchema = z.object({ content: z.string(), encoding: z.literal("base64") });

type Repository = z.infer<typeof repositorySchema>;
type Get = <Schema extends z.ZodType>(
  attempt: string,
  path: string,
  schema: Schema,
) => Promise<Answer<z.infer<Schema>>>;

/**
 * The credential, the docs repository, its workflow and its configuration. `isToDispatch`: also send an event that no
 * workflow takes, which is the only proof of Contents: write.
 */
export async function checkGitHub(
  connection: Connection,
  { settings: github, problems }: Read<GitHub>,
  { isToDispatch }: { isToDispatch: boolean },
): Promise<Finding[]> {
  if (problems.length > 0) return unusable(PART, problems);
  if (github === null)
    return [
      skip(
        "credential",
        "neither GITHUB_TOKEN nor a GitHub App is set here",
        "Set GITHUB_REPOSITORY and the function's credential to check the docs repository.",
      ),
    ];
  const made = await makeToken(connection, github);
  if ("finding" in made) return [made.finding];
  const { token } = made;
  const root = `${github.apiUrl}/repos/${github.repository}`;
  const question = (attempt: string, path: string) => ({
    attempt,
    url: `${root}${path}`,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "user-agent": `postmortem-bridge/${VERSION}`,
      "x-github-api-version": "2022-11-28",
    },
    readDetail: (body: unknown) => messageSchema.safeParse(body).data?.message ?? null,
    secrets: [token],
  });
  const get: Get = (attempt, path, schema) => probe(connection, { ...question(attempt, path), schema });

  const asked = await get("Reading the docs repository", "", repositorySchema);
  if (asked.isRefused) return [refusedRepository(github, asked)];
  const repository = asked.value;
  const dispatched = isToDispatch
    ? await probe(connection, {
        ...question("Sending a test event", "/dispatches"),
        method: "POST",
        body: { event_type: TEST_EVENT },
        schema: z.unknown(),
        expect: 204,
      })
    : null;
  const [workflow, configuration] = await Promise.all([
    checkWorkflow(get),
    checkConfiguration(get, repository),
  ]);
  return [
    pass("credential", `${holderOf(github)} sees ${github.repository}`),
    ...(repository.archived
      ? [fail("repository", "it is archived, and takes no events", "Unarchive it, or name another one.")]
      : []),
    checkContents(github, repository, dispatched),
    workflow,
    ...configuration,
  ];
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

/** Actions knows whether the workflow is on; a credential without Actions: read still sees the file. */
async function checkWorkflow(get: Get): Promise<Finding> {
  const check = "workflow";
  const listed = await get("Looking for the workflow", `/actions/workflows/${WORKFLOW}`, workflowSchema);
  if (!listed.isRefused) {
    const { state } = listed.value;
    if (state === "active") return pass(check, `${WORKFLOW} is active`);
    return fail(
      check,
      `${WORKFLOW} is ${toSingleLine(state, LONGEST_WORD).replaceAll("_", " ")}`,
      "Enable it: Actions → Postmortem → Enable workflow.",
    );
  }
  const path = `.github/workflows/${WORKFLOW}`;
  const file = await get("Looking for the workflow's file", `/contents/${path}`, contentsSchema);
  if (!file.isRefused)
    return warn(
      check,
      `${path} is on the default branch; whether it is enabled was not shown (${listed.why})`,
      "See that Actions → Postmortem is enabled, or give the credential Actions: read.",
    );
  if (file.status === 404)
    return fail(
      check,
      `the credential sees no ${path} on the default branch`,
      "Copy the workflow there, as the README's step 2 says.",
    );
  return warn(check, `it could not be looked for: ${file.why}`, "Give the credential Contents: read.");
}

/** A public repository is refused by every run, unless its configuration allows it. */
async function checkConfiguration(get: Get, repository: Repository): Promise<Finding[]> {
  const secrecy = (isAllowed: boolean | null): Finding => {
    if (repository.private) return pass("private", "the repository is private");
    if (isAllowed) return pass("private", "the repository is public, and its configuration allows that");
    return fail(
      "private",
      "the repository is public, so every run refuses it",
      `Make it private, or set allow-public: true in ${CONFIG}.`,
    );
  };
  const file = await get("Reading the configuration", `/contents/${CONFIG}`, contentsSchema);
  if (file.isRefused && file.status !== 404) {
    const unread = warn(
      "configuration",
      `${CONFIG} could not be read: ${file.why}`,
      "Give the credential Contents: read.",
    );
    return [secrecy(null), unread];
  }
  const text = file.isRefused ? null : Buffer.from(file.value.content, "base64").toString();
  try {
    const config = readConfig(CONFIG, text);
    const says = text === null ? `there is no ${CONFIG}, so the defaults hold` : `${CONFIG} can be used`;
    return [secrecy(config["allow-public"]), pass("configuration", says)];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const problems = error.problems.map((problem) => toSingleLine(problem, LONGEST_WORD));
    return [
      secrecy(null),
      ...problems.map((says) => fail("configuration", says, "Correct it; every run refuses it.")),
    ];
  }
}
