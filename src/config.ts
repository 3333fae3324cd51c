/** The docs repository's `.github/postmortem.yml`. */

import { parse } from "yaml";
import { z } from "zod";
import { repositoryPattern, SettingsError } from "./settings.ts";

const words = z.string().trim().min(1, "is empty").max(500, "is longer than 500 characters");

const directory = z
  .string()
  .transform((path) => path.replace(/\/+$/, ""))
  .refine((path) => path.split("/").every((part) => /^(?!\.{1,2}$)[\w.-]+$/.test(part)), {
    error: "is not a folder inside the repository, such as docs/postmortems",
  });

// By these tags sessions are found: a wrong one would hand an incident's session to another incident.
const RESERVED_TAG = /^(incident|event):/i;
const RESERVED = "begins with incident: or event:, which are this action's own tags";

const configSchema = z.strictObject({
  directory: directory.default("docs/postmortems"),
  publish: words.default("pull-request"),
  telemetry: z.array(words).default(["datadog", "sentry"]),
  devin: z
    .strictObject({
      "playbook-id": words,
      "knowledge-ids": z.array(words),
      "secret-ids": z.array(words),
      repos: z.array(z.string().regex(repositoryPattern, "is not owner/name")),
      tags: z
        .array(words.refine((tag) => !RESERVED_TAG.test(tag), { error: RESERVED }))
        .max(40, "has more than 40 items"),
      mode: words,
      "max-acu-limit": z.int("is not a whole number").positive("is not above 0"),
      "bypass-approval": z.boolean(),
      "create-as-user-id": words,
    })
    .partial()
    .default({}),
});

export type Config = z.infer<typeof configSchema>;

// Known to the design but not obeyed yet. To pass over them would draft what a rule keeps out.
const NOT_YET = [
  "allow-public",
  "check",
  "instructions",
  "limits",
  "notes",
  "on-acknowledge",
  "otherwise",
  "rules",
  "template",
];

/**
 * Reads the configuration; `text` null means that there is no file, so the defaults hold. Throws SettingsError with
 * every problem, each with the file, the path of the key and what is allowed.
 */
export function readConfig(file: string, text: string | null): Config {
  const parsed = configSchema.safeParse(parseYaml(file, text ?? "") ?? {});
  if (parsed.success) return parsed.data;
  throw new SettingsError(parsed.error.issues.flatMap((issue) => problemsOf(file, issue)));
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    // The first line of the parser's message names line and column; the rest quotes the file.
    const what = String(error)
      .replace(/^\w+: /, "")
      .replace(/:?\n[\s\S]*$/, "");
    throw new SettingsError([`${file} is not YAML: ${what}`]);
  }
}

function problemsOf(file: string, issue: z.core.$ZodIssue): string[] {
  if (issue.code !== "unrecognized_keys")
    return [`${file}: ${issue.path.join(".") || "the file"} ${issue.message}`];
  const allowed = issue.path.length === 0 ? configSchema.shape : configSchema.shape.devin.unwrap().shape;
  return issue.keys.map((key) => {
    const name = [...issue.path, key].join(".");
    return NOT_YET.includes(name)
      ? `${file}: ${name} is not in this version`
      : `${file}: ${name} is not known; allowed are ${Object.keys(allowed).join(", ")}`;
  });
}
