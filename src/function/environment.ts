/** The environment variables of the function. */

import type { KeyObject } from "node:crypto";
import {
  apiAddressOf,
  hasLoneBracket,
  holdsSeveralPriorities,
  INCIDENT_EVENTS,
  isComparison,
  itemsOf,
  NOT_A_TOKEN,
  nameProblem,
  notAnAddress,
  repositoryPattern,
  tokenPattern,
  trimmed,
} from "../incident/patterns.ts";
import { keyProblem, ownerOfHost } from "../lib/mix-ups.ts";
import { nameKey } from "../lib/names.ts";
import { nearestOf } from "../lib/nearest.ts";
import { holdsQuotationMark, quotedText } from "../lib/quotes.ts";
import { readPrivateKey } from "./private-key.ts";
import { IN_QUOTES, isQuotedList, partOf, type Reader, sharedSecrets, signingSecrets } from "./secrets.ts";

const DEFAULT_API_URL = "https://api.github.com";

/** The names of all variables that the function reads. */
export const VARIABLES = [
  "PAGERDUTY_WEBHOOK_SECRET",
  "WEBHOOK_SECRET",
  "GITHUB_REPOSITORY",
  "GITHUB_TOKEN",
  "GITHUB_APP_ID",
  "GITHUB_APP_PRIVATE_KEY",
  "GITHUB_APP_INSTALLATION_ID",
  "GITHUB_API_URL",
  "INCIDENT_EVENTS",
  "INCIDENT_PRIORITIES",
  "INCIDENT_URGENCIES",
  "INCIDENT_SERVICES",
] as const;

const privateKey: Reader<KeyObject | null> = (written, complain) => {
  if (written === undefined) return null;
  const key = readPrivateKey(written);
  if (!key) complain("holds no RSA private key; paste the .pem file that GitHub gave you, or its base64");
  return key;
};

const apiUrl: Reader<string> = (written, complain) => {
  const address = apiAddressOf(written ?? DEFAULT_API_URL);
  if (address === null) complain(notAnAddress(DEFAULT_API_URL));
  else if (!isApi(address))
    complain(
      `is no API's address: it takes ${DEFAULT_API_URL}, https://api.NAME.ghe.com, or a GitHub Enterprise Server's with /api/v3 at its end`,
    );
  return address ?? DEFAULT_API_URL;
};

/** github.com and ghe.com have a host of their own for the API, a server has a path; plain http is for trying things out. */
function isApi(address: string): boolean {
  const { hostname, pathname, protocol } = new URL(address);
  if (protocol === "http:") return true;
  const owner = ownerOfHost(hostname);
  const isPlain = hostname.startsWith("api.") && pathname === "/";
  return owner === null ? isPlain || pathname === "/api/v3" : isPlain && owner === "GitHub";
}

const token: Reader<string | undefined> = (written, complain) => {
  if (written === undefined) return undefined;
  const problem = tokenPattern.test(written) ? keyProblem(written, "GitHub") : NOT_A_TOKEN;
  if (problem !== null) complain(problem);
  return written;
};

// The words that stand in documentation for the names of a repository.
const PLACEHOLDER =
  /^(?:OWNER\/.*|(?:owner|org|organization|your[-_].*)\/(?:name|repo|repository|your[-_].*))$/;

const docsRepository: Reader<string | undefined> = (written, complain) => {
  if (written === undefined) return undefined;
  if (!repositoryPattern.test(written))
    complain("is not owner/name; write acme/docs for https://github.com/acme/docs");
  else if (PLACEHOLDER.test(written) || PLACEHOLDER.test(written.toLowerCase()))
    complain("is an example or a stand-in; set it to the docs repository's own name");
  return written;
};

function like(form: RegExp, problem: string): Reader<string | undefined> {
  return (written, complain) => {
    if (written !== undefined && !form.test(written)) complain(problem);
    return written;
  };
}

function namesOf(allowed: readonly string[]): Reader<string[]> {
  return (written, complain) => {
    const names = itemsOf(written).map((name) => name.toLowerCase());
    for (const [index, name] of names.entries()) {
      // The health report is public, and what stands here by mistake may be a secret.
      if (!allowed.includes(name))
        complain(`has an unknown value, number ${index + 1} of its list; it takes ${allowed.join(", ")}`);
    }
    return names;
  };
}

const SEPARATED =
  "holds a quotation mark or a separator that is no plain comma; separate names by commas, as in";

/** Whether there is what separates items in other programs or scripts, or a quotation mark that came along. */
function holdsSeparatorOrQuote(written: string): boolean {
  return /[;；|¦，、،؛\\]/.test(written) || holdsQuotationMark(written);
}

/** Names by which incidents are filtered; one that cannot be a name would filter out every incident. */
function filterOf(problemOf: (name: string) => string | null): Reader<string[]> {
  return (written, complain) => {
    const names = itemsOf(written);
    for (const [index, name] of names.entries()) {
      const problem = notAName(name) ?? problemOf(name);
      if (problem !== null) complain(`${partOf(names, index)}${problem}`);
    }
    return names;
  };
}

const NO_NAME = /^(?:all|any|every|everything|none|null|undefined|true|false|off|-)$/i;
const STAND_IN = /^\$\{?\w+\}?$|^\$?\{\{.*\}\}$/;

/** What is wrong with any name: it says all or nothing, stands for another value, or is not one name that can be seen. */
function notAName(name: string): string | null {
  if (nameKey(name) === "") return "holds nothing that can be seen; take it out";
  if (NO_NAME.test(name)) return "is no name; take the variable out, and nothing is left out";
  if (STAND_IN.test(name)) return "is a stand-in; set the names that it stands for";
  if (/^![\p{L}\p{N}*]/u.test(name))
    return "leaves something out, which a filter cannot; name what is to pass";
  return /[\r\n]/.test(name) ? "holds a line break; separate names by commas" : nameProblem(name);
}

const priorities = filterOf((name) => {
  if (holdsSeparatorOrQuote(name)) return `${SEPARATED} P1,P2`;
  if (isComparison(name)) return "is a comparison or in brackets; write the names alone, as in P1,P2";
  return holdsSeveralPriorities(name)
    ? "holds several priorities; separate them by commas, as in P1,P2"
    : null;
});

const serviceNames = filterOf((name) => {
  if (hasLoneBracket(name))
    return "has one bracket without the other; write the names alone, as in orders-*,checkout";
  return quotedText(name) === null ? null : "is in quotation marks; write it without them";
});

const services: Reader<string[]> = (written, complain) => {
  if (isQuotedList(itemsOf(written))) complain(IN_QUOTES);
  return serviceNames(written, complain);
};

const urgencies: Reader<string[]> = (written, complain) => {
  const isOdd = written !== undefined && holdsSeparatorOrQuote(written);
  if (isOdd) complain(`${SEPARATED} high,low`);
  return isOdd ? [] : namesOf(["high", "low"])(written, complain);
};

/** How the function proves itself to GitHub. */
export type GitHubCredentials =
  | { kind: "token"; token: string }
  | { kind: "app"; id: string; privateKey: KeyObject; installationId: string | null };

export type FunctionSettings = {
  /** Signing secrets of the webhook subscription; empty when only the shared secret is checked. */
  signingSecrets: string[];
  /** Values of X-Webhook-Secret that pass; empty when only the signature is checked. */
  sharedSecrets: string[];
  github: { repository: string; apiUrl: string; credentials: GitHubCredentials };
  events: string[];
  filters: { priorities: string[]; urgencies: string[]; services: string[] };
};

export type Environment = {
  /** Null while any problem stands: nothing is checked or dispatched on half of the settings. */
  settings: FunctionSettings | null;
  problems: string[];
  /** Which variables are set; never to what. */
  present: Record<string, boolean>;
};

/** Reads the function's environment. An App comes before a token when both are set, since its tokens live an hour. */
export function readEnvironment(raw: Record<string, string | undefined>): Environment {
  const isSet = (name: string) => trimmed(raw[name]) !== undefined;
  const present = Object.fromEntries(VARIABLES.map((name) => [name, isSet(name)]));
  const problems = [...missing(isSet), ...misspelt(raw)];
  const read = <Value>(
    name: (typeof VARIABLES)[number],
    reader: Reader<Value>,
    written = trimmed(raw[name]),
  ): Value => reader(written, (problem) => problems.push(`${name} ${problem}`));
  const asWritten = (name: string) => (isSet(name) ? raw[name] : undefined);

  const secrets = {
    signingSecrets: read("PAGERDUTY_WEBHOOK_SECRET", signingSecrets, asWritten("PAGERDUTY_WEBHOOK_SECRET")),
    sharedSecrets: read("WEBHOOK_SECRET", sharedSecrets, asWritten("WEBHOOK_SECRET")),
  };
  const repository = read("GITHUB_REPOSITORY", docsRepository);
  const ownToken = read("GITHUB_TOKEN", token);
  const app = {
    id: read("GITHUB_APP_ID", like(/^[\w.-]+$/, "is neither an App id nor a client id")),
    privateKey: read("GITHUB_APP_PRIVATE_KEY", privateKey),
    installationId: read(
      "GITHUB_APP_INSTALLATION_ID",
      like(/^\d+$/, "is not a number; leave it out and it is looked up"),
    ),
  };
  const address = read("GITHUB_API_URL", apiUrl);
  const events = read("INCIDENT_EVENTS", namesOf(INCIDENT_EVENTS));
  const filters = {
    priorities: read("INCIDENT_PRIORITIES", priorities),
    urgencies: read("INCIDENT_URGENCIES", urgencies),
    services: read("INCIDENT_SERVICES", services),
  };
  const credentials = credentialsOf(app, ownToken);
  if (problems.length > 0 || repository === undefined || credentials === null)
    return { settings: null, problems, present };
  const settings = {
    ...secrets,
    github: { repository, apiUrl: address, credentials },
    events: events.length > 0 ? events : ["incident.resolved"],
    filters,
  };
  return { settings, problems, present };
}

function credentialsOf(
  app: { id: string | undefined; privateKey: KeyObject | null; installationId: string | undefined },
  token: string | undefined,
): GitHubCredentials | null {
  const { id, privateKey, installationId = null } = app;
  if (id !== undefined && privateKey !== null) return { kind: "app", id, privateKey, installationId };
  return token === undefined ? null : { kind: "token", token };
}

// What is optional, and would have no effect under another name without a word of it.
const OPTIONAL = /^(?:INCIDENTS?_|PAGERDUTY_WEBHOOK|WEBHOOK_)/i;

/** Variables whose names are nearly ours. */
function misspelt(raw: Record<string, string | undefined>): string[] {
  const known: readonly string[] = VARIABLES;
  return Object.keys(raw).flatMap((name) => {
    if (!OPTIONAL.test(name) || known.includes(name) || trimmed(raw[name]) === undefined) return [];
    const nearest = nearestOf(name, known);
    return nearest === null ? [] : `${name} is not read; rename it to ${nearest}`;
  });
}

function missing(isSet: (name: string) => boolean): string[] {
  const problems: string[] = [];
  if (!isSet("PAGERDUTY_WEBHOOK_SECRET") && !isSet("WEBHOOK_SECRET"))
    problems.push(
      "PAGERDUTY_WEBHOOK_SECRET is missing; set it to the secret that PagerDuty showed when the webhook was created, or set WEBHOOK_SECRET to the value of a custom header X-Webhook-Secret",
    );
  if (!isSet("GITHUB_REPOSITORY"))
    problems.push("GITHUB_REPOSITORY is missing; set it to owner/name of the docs repository");
  const app = ["GITHUB_APP_ID", "GITHUB_APP_PRIVATE_KEY"];
  const isOfApp = isSet("GITHUB_APP_INSTALLATION_ID") && !isSet("GITHUB_TOKEN");
  if (app.some(isSet) || isOfApp) {
    for (const name of app.filter((name) => !isSet(name)))
      problems.push(`${name} is missing; a GitHub App needs ${app.join(" and ")}`);
  } else if (!isSet("GITHUB_TOKEN")) {
    problems.push(
      `GITHUB_TOKEN is missing; set it to a fine-grained token with Contents: read and write, or set ${app.join(" and ")}`,
    );
  }
  return problems;
}
