/** The environment variables of the function. */

import type { KeyObject } from "node:crypto";
import { z } from "zod";
import { INCIDENT_EVENTS } from "./incident.ts";
import { readPrivateKey } from "./private-key.ts";
import { apiAddress, list, optional, problemsOf, repositoryPattern, secret } from "./settings.ts";

/** Of a list: one that was meant as a single secret with a comma in it must not let a short piece pass alone. */
const SHORTEST_SECRET = 8;

// Were commas alone taken for an empty list, there would be nothing to check and everything would pass.
const secrets = optional
  .refine((value) => value === undefined || /[^\s,]/.test(value), { error: "holds commas but no secret" })
  .pipe(list)
  .refine((parts) => parts.length < 2 || parts.every(({ length }) => length >= SHORTEST_SECRET), {
    error: `has a part of fewer than ${SHORTEST_SECRET} characters; commas separate secrets, and each must be too long to guess`,
  });

const schema = z.object({
  PAGERDUTY_WEBHOOK_SECRET: secrets,
  WEBHOOK_SECRET: secrets,
  GITHUB_REPOSITORY: optional.refine((value) => value === undefined || repositoryPattern.test(value), {
    error: "is not owner/name; write acme/docs for https://github.com/acme/docs",
  }),
  GITHUB_TOKEN: secret,
  GITHUB_APP_ID: optional.refine((value) => value === undefined || /^[\w.-]+$/.test(value), {
    error: "is neither an App id nor a client id",
  }),
  GITHUB_APP_PRIVATE_KEY: optional.transform((value, context): KeyObject | undefined => {
    if (value === undefined) return undefined;
    const key = readPrivateKey(value);
    if (key) return key;
    context.addIssue({
      code: "custom",
      message: "holds no RSA private key; paste the .pem file that GitHub gave you, or its base64",
    });
    return z.NEVER;
  }),
  GITHUB_APP_INSTALLATION_ID: optional.refine((value) => value === undefined || /^\d+$/.test(value), {
    error: "is not a number; leave it out and it is looked up",
  }),
  GITHUB_API_URL: apiAddress("https://api.github.com"),
  INCIDENT_EVENTS: namesOf(INCIDENT_EVENTS).transform((events) =>
    events.length > 0 ? events : ["incident.resolved"],
  ),
  INCIDENT_PRIORITIES: list,
  INCIDENT_URGENCIES: namesOf(["high", "low"]),
  INCIDENT_SERVICES: list,
});

function namesOf(allowed: readonly string[]) {
  return list
    .transform((names) => names.map((name) => name.toLowerCase()))
    .superRefine((names, context) => {
      for (const [index, name] of names.entries()) {
        if (allowed.includes(name)) continue;
        // The health report is public, and what stands here by mistake may be a secret.
        context.addIssue({
          code: "custom",
          path: [],
          message: `has an unknown value, number ${index + 1} of its list; it takes ${allowed.join(", ")}`,
        });
      }
    });
}

type Variables = z.infer<typeof schema>;

/** The names of all variables that the function reads. */
export const VARIABLES = Object.keys(schema.shape);

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
  const isSet = (name: string) => (raw[name] ?? "").trim() !== "";
  const present = Object.fromEntries(VARIABLES.map((name) => [name, isSet(name)]));
  const parsed = schema.safeParse(raw);
  const problems = [...missing(isSet), ...(parsed.success ? [] : problemsOf(parsed.error))];
  const settings = parsed.success ? toSettings(parsed.data) : null;
  return { settings: problems.length === 0 ? settings : null, problems, present };
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
  if (app.some(isSet)) {
    for (const name of app.filter((name) => !isSet(name)))
      problems.push(`${name} is missing; a GitHub App needs ${app.join(" and ")}`);
  } else if (!isSet("GITHUB_TOKEN")) {
    problems.push(
      `GITHUB_TOKEN is missing; set it to a fine-grained token with Contents: read and write, or set ${app.join(" and ")}`,
    );
  }
  return problems;
}

function toSettings(variables: Variables): FunctionSettings | null {
  const repository = variables.GITHUB_REPOSITORY;
  const credentials = toCredentials(variables);
  if (repository === undefined || credentials === null) return null;
  return {
    signingSecrets: variables.PAGERDUTY_WEBHOOK_SECRET,
    sharedSecrets: variables.WEBHOOK_SECRET,
    github: { repository, apiUrl: variables.GITHUB_API_URL, credentials },
    events: variables.INCIDENT_EVENTS,
    filters: {
      priorities: variables.INCIDENT_PRIORITIES,
      urgencies: variables.INCIDENT_URGENCIES,
      services: variables.INCIDENT_SERVICES,
    },
  };
}

function toCredentials(variables: Variables): GitHubCredentials | null {
  const { GITHUB_APP_ID: id, GITHUB_APP_PRIVATE_KEY: privateKey, GITHUB_TOKEN: token } = variables;
  if (id !== undefined && privateKey !== undefined)
    return { kind: "app", id, privateKey, installationId: variables.GITHUB_APP_INSTALLATION_ID ?? null };
  return token === undefined ? null : { kind: "token", token };
}
