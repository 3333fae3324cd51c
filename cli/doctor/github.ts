/** What the doctor checks at GitHub. */

import { z } from "zod";
import { tokensOf } from "../../src/function/dispatch.ts";
import type { FunctionSettings } from "../../src/function/environment.ts";
import { RequestError } from "../../src/lib/errors.ts";
import { toSingleLine } from "../../src/lib/text.ts";
import { VERSION } from "../../src/lib/version.ts";
import {
  configPaths,
  DEFAULT_CONFIG,
  findConfiguration,
  NO_FILE,
} from "../../src/settings/configuration-file.ts";
import { type Answer, type Connection, probe, type Refusal, TIMEOUT_MS } from "../http-probe.ts";
import type { Read } from "../variables.ts";
import { templateProblems } from "./configuration.ts";
import { type Finding, notesOn, unusable } from "./finding.ts";
import { judgeWorkflow, WORKFLOWS } from "./workflow-file.ts";

type GitHub = FunctionSettings["github"];

const PART = "GitHub";
const { pass, warn, fail, skip } = notesOn(PART);

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
const folderSchema = z.array(z.object({ name: z.string(), type: z.string() }));
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
  const [workflows, configuration] = await Promise.all([
    checkWorkflows(get, github),
    checkConfiguration(get, repository),
  ]);
  return [
    pass("credential", `${holderOf(github)} sees ${github.repository}`),
    ...(repository.archived
      ? [fail("repository", "it is archived, and takes no events", "Unarchive it, or name another one.")]
      : []),
    checkContents(github, repository, dispatched),
    ...workflows,
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

/** Actions knows whether a workflow is on; a credential without Actions: read still sees the file. */
async function checkWorkflows(get: Get, github: GitHub): Promise<Finding[]> {
  const isServer = new URL(github.apiUrl).pathname.startsWith("/api/v3");
  const judged = await Promise.all(WORKFLOWS.map((wanted) => checkWorkflow(get, wanted, isServer)));
  return judged.flat();
}

async function checkWorkflow(
  get: Get,
  wanted: (typeof WORKFLOWS)[number],
  isServer: boolean,
): Promise<Finding[]> {
  const { check, file: name } = wanted;
  const path = `.github/workflows/${name}`;
  const [listed, file] = await Promise.all([
    get("Looking for the workflow", `/actions/workflows/${name}`, workflowSchema),
    get("Looking for the workflow's file", `/contents/${path}`, contentsSchema),
  ]);
  if (file.isRefused && file.status === 404)
    return [
      fail(
        check,
        `the credential sees no ${path} on the default branch`,
        `Copy examples/${name} there, or run: npm run setup -- --write FOLDER`,
      ),
    ];
  if (file.isRefused)
    return [warn(check, `it could not be looked for: ${file.why}`, "Give the credential Contents: read.")];
  const problems = judgeWorkflow(wanted, textOf(file.value), isServer);
  const findings = problems.map(({ level, says, remedy }) =>
    level === "fail" ? fail(check, says, remedy) : warn(check, says, remedy),
  );
  if (listed.isRefused)
    findings.push(
      warn(
        check,
        `${path} is on the default branch; whether it is enabled was not shown (${listed.why})`,
        "See that Actions → Postmortem is enabled, or give the credential Actions: read.",
      ),
    );
  else if (listed.value.state !== "active")
    findings.push(
      fail(
        check,
        `${name} is ${toSingleLine(listed.value.state, LONGEST_WORD).replaceAll("_", " ")}`,
        "Enable it: Actions → Postmortem → Enable workflow.",
      ),
    );
  return findings.length > 0 ? findings : [pass(check, `${name} is active`)];
}

function textOf({ content }: z.infer<typeof contentsSchema>): string {
  return Buffer.from(content, "base64").toString();
}

/** A public repository is refused by every run, unless its configuration allows it. */
async function checkConfiguration(get: Get, repository: Repository): Promise<Finding[]> {
  const secrecy = (isAllowed: boolean | null): Finding => {
    if (repository.private) return pass("private", "the repository is private");
    if (isAllowed) return pass("private", "the repository is public, and its configuration allows that");
    return fail(
      "private",
      "the repository is public, so every run refuses it",
      `Make it private, or set allow-public: true in ${DEFAULT_CONFIG}.`,
    );
  };
  const paths = configPaths(DEFAULT_CONFIG);
  const ask = (path: string) => get("Reading the configuration", `/contents/${path}`, contentsSchema);
  const list = (path: string) => get("Listing a folder", `/contents${path}`, folderSchema);
  const [files, root, github] = await Promise.all([Promise.all(paths.map(ask)), list(""), list("/.github")]);
  const unseen = files.find((file) => file.isRefused && file.status !== 404);
  if (unseen?.isRefused) {
    const says = `${DEFAULT_CONFIG} could not be read: ${unseen.why}`;
    return [secrecy(null), warn("configuration", says, "Give the credential Contents: read.")];
  }
  const namesIn = (folder: typeof root) =>
    folder.isRefused ? [] : folder.value.flatMap(({ name, type }) => (type === "dir" ? [] : name));
  const { config, problems, warnings, source } = findConfiguration(
    {
      look: (path) => {
        const file = files[paths.indexOf(path)];
        if (file !== undefined && !file.isRefused) return { kind: "file", text: textOf(file.value) };
        return { kind: "missing" };
      },
      list: (folder) => (folder === ".github" ? namesIn(github) : folder === "." ? namesIn(root) : []),
    },
    DEFAULT_CONFIG,
  );
  const shown = (says: string) => toSingleLine(says, LONGEST_WORD);
  const unread: Finding[] = [];
  const read = async (path: string) => {
    const file = await get("Reading a template", `/contents/${encodeURI(path)}`, contentsSchema);
    if (!file.isRefused) return textOf(file.value);
    return file.status === 404 ? null : unreadable(path, file.why);
  };
  const unreadable = (path: string, why: string) => {
    unread.push(warn("template", `${path} could not be read: ${why}`, "Give the credential Contents: read."));
    return "";
  };
  const templates = config === null ? [] : await templateProblems(config, read);
  const can =
    source === NO_FILE ? `there is no ${DEFAULT_CONFIG}, so the defaults hold` : `${source} can be used`;
  return [
    secrecy(config?.["allow-public"] ?? null),
    ...(config === null
      ? problems.map((says) => fail("configuration", shown(says), "Correct it; every run refuses it."))
      : [pass("configuration", can)]),
    ...warnings.map((says) => warn("configuration", shown(says), "Correct it, so that it says what holds.")),
    ...templates.map((says) => fail("template", shown(says), "Correct it; every run refuses it.")),
    ...unread,
  ];
}
