/** The environment of a command, each service's part of it apart, so that a problem of one hides no other. */

import { type FunctionSettings, readEnvironment } from "../src/function/environment.ts";
import { apiAddressOf, notAnAddress, repositoryPattern, trimmed } from "../src/incident/patterns.ts";
import { SettingsError } from "../src/lib/errors.ts";
import { type Inputs, readInputs } from "../src/settings/inputs.ts";

export type Variables = Record<string, string | undefined>;

/** Null without a problem: nothing of it is set. */
export type Read<Settings> = { settings: Settings | null; problems: string[] };

export type WebhookSecrets = Pick<FunctionSettings, "signingSecrets" | "sharedSecrets">;

const SECRETS = ["PAGERDUTY_WEBHOOK_SECRET", "WEBHOOK_SECRET"];
const GITHUB = ["GITHUB_TOKEN", "GITHUB_APP_ID", "GITHUB_APP_PRIVATE_KEY"];
const GITHUB_OTHERS = ["GITHUB_REPOSITORY", "GITHUB_APP_INSTALLATION_ID", "GITHUB_API_URL"];

/** The secrets of the webhook, as the function reads them. */
export function readSecrets(variables: Variables): Read<WebhookSecrets> {
  if (!isAnySet(variables, SECRETS)) return { settings: null, problems: [] };
  return readFunction({ ...pick(variables, SECRETS), GITHUB_REPOSITORY: "not/read", GITHUB_TOKEN: "unread" });
}

/** The docs repository and the credential for it, as the function reads them. */
export function readGitHub(variables: Variables): Read<FunctionSettings["github"]> {
  if (!isAnySet(variables, GITHUB)) return { settings: null, problems: [] };
  const { settings, problems } = readFunction({
    ...pick(variables, [...GITHUB, ...GITHUB_OTHERS]),
    WEBHOOK_SECRET: "not-read-here",
  });
  return { settings: settings?.github ?? null, problems };
}

/** Devin's key, organization and address, as the action reads them. */
export function readDevin(variables: Variables) {
  return readAction(variables, "DEVIN_API_KEY", ["DEVIN_ORG_ID", "DEVIN_API_URL"]);
}

/** PagerDuty's token, its kind and the API's address, as the action reads them. */
export function readPagerDuty(variables: Variables) {
  return readAction(variables, "PAGERDUTY_TOKEN", ["PAGERDUTY_AUTH", "PAGERDUTY_API_URL"]);
}

/** What a postmortem may cite of GitHub; without a token or a repository nothing of it is looked up. */
export type CitedGitHub = {
  token: string | undefined;
  repository: string;
  serverUrl: string;
  apiUrl: string;
};

/** The same names as in a run of a workflow. */
export function readCitedGitHub(variables: Variables): { settings: CitedGitHub; problems: string[] } {
  const { settings, problems } = readAction(variables, "GITHUB_TOKEN", []);
  const repository = trimmed(variables["GITHUB_REPOSITORY"]) ?? "";
  if (repository !== "" && !repositoryPattern.test(repository))
    problems.push("GITHUB_REPOSITORY is not owner/name of a repository");
  const address = (name: string, fallback: string) => {
    const read = apiAddressOf(trimmed(variables[name]) ?? fallback);
    if (read === null) problems.push(`${name} ${notAnAddress(fallback)}`);
    return read ?? fallback;
  };
  const serverUrl = address("GITHUB_SERVER_URL", "https://github.com");
  const apiUrl = address("GITHUB_API_URL", "https://api.github.com");
  return { settings: { token: settings?.["github-token"], repository, serverUrl, apiUrl }, problems };
}

function readFunction(variables: Variables): Read<FunctionSettings> {
  const { settings, problems } = readEnvironment(variables);
  return { settings, problems };
}

/** The action's inputs are called here as the environment calls them. */
function readAction(variables: Variables, key: string, others: string[]): Read<Inputs> {
  if (!isAnySet(variables, [key])) return { settings: null, problems: [] };
  const inputOf = (name: string) => name.toLowerCase().replaceAll("_", "-");
  const names = [key, ...others];
  try {
    const raw = names.map((name) => [inputOf(name), variables[name] ?? ""]);
    return { settings: readInputs(Object.fromEntries(raw)), problems: [] };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const named = (problem: string) =>
      names.reduce((words, name) => words.replaceAll(inputOf(name), name), problem);
    return { settings: null, problems: error.problems.map(named) };
  }
}

function isAnySet(variables: Variables, names: string[]): boolean {
  return names.some((name) => (variables[name] ?? "").trim() !== "");
}

function pick(variables: Variables, names: string[]): Variables {
  return Object.fromEntries(names.map((name) => [name, variables[name]]));
}
