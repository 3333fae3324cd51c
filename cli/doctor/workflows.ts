/** What the doctor checks of the docs repository's workflows: their files, whether they are on, what they use and need. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { nearestOf } from "../../src/lib/nearest.ts";
import { toSingleLine } from "../../src/lib/text.ts";
import { parseYaml } from "../../src/settings/yaml.ts";
import type { Answer } from "../http-probe.ts";
import type { Health } from "./endpoint.ts";
import { type Finding, notesOn } from "./finding.ts";
import { contentsSchema, folderSchema, type GitHubApi } from "./github-api.ts";
import { judgeWorkflow, type Kind, type Surroundings, WORKFLOWS } from "./workflow-file.ts";
import { readExample } from "./workflow-form.ts";

const { pass, warn, fail, skip } = notesOn("GitHub");
const FOLDER = ".github/workflows";
const EXAMPLES = join(import.meta.dirname, "..", "..", "examples");
const LONGEST_WORD = 200;

const stateSchema = z.object({ state: z.string(), name: z.string().optional(), path: z.string().optional() });
const actionSchema = z.object({ inputs: z.record(z.string(), z.unknown()) });
const secretsSchema = z.object({ secrets: z.array(z.object({ name: z.string() })) });

type Task = { defaultBranch: string; health: Promise<Health | null> };

/** Both workflows, then what they use, then the secrets that they pass on. */
export async function checkWorkflows(api: GitHubApi, { defaultBranch, health }: Task): Promise<Finding[]> {
  const listed = await api.get("Listing the workflows", `/contents/${FOLDER}`, folderSchema);
  const names = listed.isRefused ? [] : listed.value.map(({ name }) => name);
  const forwarded = (await health)?.events ?? null;
  const judged = await Promise.all(
    WORKFLOWS.map((kind) =>
      checkWorkflow(api, kind, names, {
        isServer: api.isServer,
        defaultBranch,
        forwarded,
        example: readExample(readFileSync(join(EXAMPLES, `${kind.name}.yml`), "utf8")),
      }),
    ),
  );
  // Without the file itself, one of these is its misspelt name.
  const others = names.some((name) => /^postmortem\.ya?ml$/.test(name))
    ? names.filter((name) => /post-?mortem.*\.ya?ml$/i.test(name) && !isKnown(name))
    : [];
  const besides = others.map((name) =>
    warn(
      "workflow",
      `there is ${FOLDER}/${toSingleLine(name, LONGEST_WORD)} too`,
      "Delete it if it uses this project: each event would run twice.",
    ),
  );
  const uses = new Set(judged.flatMap((one) => one.uses));
  const resolved = await Promise.all([...uses].map((one) => checkUses(api, one)));
  return [
    ...judged.flatMap(({ findings }) => findings),
    ...besides,
    ...resolved,
    ...(await checkSecrets(api)),
  ];
}

function isKnown(name: string): boolean {
  return WORKFLOWS.some((known) => name === `${known.name}.yml` || name === `${known.name}.yaml`);
}

type Judged = { findings: Finding[]; uses: string[] };

async function checkWorkflow(
  { get }: GitHubApi,
  kind: Kind,
  names: string[],
  around: Surroundings,
): Promise<Judged> {
  const { check, name } = kind;
  const own = [`${name}.yml`, `${name}.yaml`];
  const [file = `${name}.yml`, other] = own.filter((one) => names.includes(one));
  const path = `${FOLDER}/${file}`;
  const [state, read] = await Promise.all([
    get("Looking for the workflow", `/actions/workflows/${file}`, stateSchema),
    get("Looking for the workflow's file", `/contents/${path}`, contentsSchema),
  ]);
  if (read.isRefused) return { findings: [unread(kind, path, names, read)], uses: [] };
  const { problems, uses } = judgeWorkflow(kind, { file, text: read.value }, around);
  const findings = [
    ...problems.map(({ level, says, remedy }) => (level === "fail" ? fail : warn)(check, says, remedy)),
    ...stateProblems(check, path, state),
    ...(other === undefined
      ? []
      : [
          fail(check, `there are both ${file} and ${other}, so each event runs twice`, "Delete one of them."),
        ]),
  ];
  return { findings: findings.length > 0 ? findings : [pass(check, `${file} is active`)], uses };
}

function unread(
  { check, name }: Kind,
  path: string,
  names: string[],
  { status, why }: { status: number | null; why: string },
): Finding {
  if (status !== 404)
    return warn(check, `it could not be looked for: ${why}`, "Give the credential Contents: read.");
  // The other workflow's name begins with this one's, and is no slip.
  const others = names.filter((one) => !WORKFLOWS.some((known) => one.startsWith(`${known.name}.`)));
  const near = nearestOf(`${name}.yml`, others);
  const hint = near === null ? "" : `; ${toSingleLine(near, LONGEST_WORD)} is another name`;
  return fail(
    check,
    `the credential sees no ${path} on the default branch${hint}`,
    `Copy examples/${name}.yml there, or run: npm run setup -- --write FOLDER`,
  );
}

function stateProblems(check: string, path: string, state: Answer<z.infer<typeof stateSchema>>): Finding[] {
  if (state.isRefused)
    return [
      warn(
        check,
        `${path} is on the default branch; whether it is enabled was not shown (${state.why})`,
        "See that Actions → Postmortem is enabled, or give the credential Actions: read.",
      ),
    ];
  const { state: word, name, path: place } = state.value;
  // GitHub calls a workflow by its path where it cannot read its name.
  if (name !== undefined && name === place)
    return [fail(check, `GitHub cannot parse ${path}`, "See what Actions says of it, and correct it.")];
  if (word === "active") return [];
  return [
    fail(
      check,
      `${path} is ${toSingleLine(word, LONGEST_WORD).replaceAll("_", " ")}`,
      "Enable it: Actions → Postmortem → Enable workflow.",
    ),
  ];
}

/** Whether the copy has what is named there, read as GitHub does: by the action.yml at that tag, branch or commit. */
async function checkUses({ get }: GitHubApi, uses: string): Promise<Finding> {
  const check = "uses";
  const shown = toSingleLine(uses, LONGEST_WORD);
  const [place = "", ref = ""] = uses.split("@", 2);
  const [owner, name, ...folders] = place.split("/");
  const repository = `${owner}/${name}`;
  const at = [...folders, "action.yml"].map(encodeURIComponent).join("/");
  const query = `?ref=${encodeURIComponent(ref)}`;
  const file = await get("Reading the action", `/contents/${at}${query}`, contentsSchema, repository);
  if (!file.isRefused) {
    const yaml = parseYaml(file.value);
    const isOurs =
      "value" in yaml && actionSchema.safeParse(yaml.value).data?.inputs["devin-api-key"] !== undefined;
    if (isOurs) return pass(check, `${shown} is there`);
    return fail(
      check,
      `${shown} is another action`,
      "Name your copy and its tag there, such as acme/postmortem-bridge@v1.",
    );
  }
  const seen = await get("Reading the copy", "", z.unknown(), repository);
  if (file.status === 404 && !seen.isRefused)
    return fail(
      check,
      `${repository} has no ${ref} with an action.yml`,
      "Push that tag, or name one that is there.",
    );
  return skip(
    check,
    `whether ${shown} is there was not shown: the credential does not see ${repository}`,
    "See that it is there, and if it is private, that its settings (Actions → Access) let the docs repository use it.",
  );
}

/** The names of the secrets; their values nobody sees. */
async function checkSecrets({ get }: GitHubApi): Promise<Finding[]> {
  const check = "secrets";
  const [own, shared] = await Promise.all(
    ["secrets", "organization-secrets"].map((list) =>
      get("Listing the secrets", `/actions/${list}?per_page=100`, secretsSchema),
    ),
  );
  const lists = [own, shared].flatMap((list) => (list === undefined || list.isRefused ? [] : [list.value]));
  if (own === undefined || own.isRefused)
    return [
      skip(
        check,
        "which secrets the docs repository has was not shown",
        "See that it has DEVIN_API_KEY and PAGERDUTY_TOKEN, under Settings → Secrets and variables → Actions.",
      ),
    ];
  const names = lists.flatMap(({ secrets }) => secrets.map(({ name }) => name));
  const missing = ["DEVIN_API_KEY", "PAGERDUTY_TOKEN"].filter((name) => !names.includes(name));
  if (missing.length === 0) return [pass(check, "the docs repository has DEVIN_API_KEY and PAGERDUTY_TOKEN")];
  const says = `the docs repository has no secret ${missing.join(" and no ")}`;
  const remedy = "Add it under Settings → Secrets and variables → Actions.";
  return [missing.includes("DEVIN_API_KEY") ? fail(check, says, remedy) : warn(check, says, remedy)];
}
