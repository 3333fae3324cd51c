/** The steps of a set-up in the order that needs one deployment, each with its state and the links to take it. */

import type { Finding } from "../doctor/finding.ts";
import type { Copy } from "./copy.ts";
import type { Checkout } from "./write.ts";

export type Step = {
  title: string;
  state: "done" | "to do";
  /** What the doctor found wrong with it. */
  problems: string[];
  /** What to do, in sentences. */
  todo: string[];
  /** What to type for it. */
  commands: string[];
  links: { label: string; url: string }[];
};

/** What is known when the steps are listed. */
export type Situation = {
  copy: Copy;
  /** `owner/name` of the docs repository; null when nobody named it. */
  docs: string | null;
  /** Such as `github.com`; where that repository is. */
  docsHost: string;
  /** The endpoint's address: given, or guessed from the project's name. */
  endpoint: string;
  isGuessed: boolean;
  /** Names of the environment's variables that are set. */
  isSet(name: string): boolean;
  /** Of the docs repository; null without one. */
  checkout: Checkout | null;
  /** Whether a checkout has what `--write` writes, and nothing of it is left to push. */
  isPushed: boolean;
  /** What the doctor found. */
  findings: Finding[];
};

/** Every variable of the function that a first deployment needs. */
const VARIABLES = ["PAGERDUTY_WEBHOOK_SECRET", "GITHUB_REPOSITORY", "GITHUB_TOKEN"];

/** The address that Vercel gives a project of this name, unless another has it. */
export function guessEndpoint({ repository }: Copy): string {
  const [, name = ""] = repository.split("/");
  const project = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `https://${project || "postmortem-bridge"}.vercel.app/api/pagerduty`;
}

/** Lists the steps. */
export function stepsOf(situation: Situation): Step[] {
  const { copy, docs, endpoint, checkout, isGuessed, isPushed, isSet } = situation;
  const home = `https://${copy.host}/${copy.repository}`;
  const site = `https://${situation.docsHost}`;
  const named = docs ?? "OWNER/DOCS";
  const inDocs = `git -C ${quoted(checkout?.typed ?? "../docs")}`;
  // A branch of its own leads to the default one by a pull request, as a protected branch wants it.
  const isAside = checkout !== null && checkout.current !== null && checkout.current !== checkout.branch;
  const [owner = ""] = named.split("/");
  const judged = (part: string, check: RegExp) => judge(situation, part, check);
  const known = (isDone: boolean): Pick<Step, "state" | "problems"> => ({
    state: isDone ? "done" : "to do",
    problems: [],
  });
  const workflows = judged("GitHub", /workflow/);
  const isImportable = copy.host === "github.com";
  return [
    {
      title: "Your copy of postmortem-bridge",
      ...known(copy.revision !== null && copy.isCurrent),
      problems: copy.isCurrent ? [] : [`${home} did not answer: check the name, the network and your access`],
      todo: ["Push it, with the tag that workflows use. If it is private, let the docs repository use it."],
      commands: ["git tag v1 && git push origin HEAD v1"],
      links: [{ label: "access", url: `${home}/settings/actions` }],
    },
    {
      title: "The workflows and the configuration in the docs repository",
      ...(isPushed && workflows.problems.length === 0 ? known(true) : workflows),
      todo: [
        checkout === null
          ? "Clone it, let this write the files, and commit and push them to the default branch."
          : isAside
            ? `Commit and push the files, and open a pull request: they count once they are on ${checkout.branch}.`
            : "Commit the files, and push them to the default branch.",
      ],
      commands: [
        ...(checkout === null
          ? [`git clone ${site}/${named}.git ../docs`, `npm run setup -- --docs ${named} --write ../docs`]
          : []),
        ...(checkout?.current === null ? [`${inDocs} switch ${quoted(checkout.branch)}`] : []),
        `${inDocs} add .github`,
        `${inDocs} commit --message "Draft postmortems from incidents"`,
        isAside ? `${inDocs} push --set-upstream origin HEAD` : `${inDocs} push`,
      ],
      links: [],
    },
    {
      title: "A service user of Devin, and two secrets of the docs repository",
      ...judged("Devin", /./),
      todo: [
        "Install Devin's GitHub App on the docs repository, or no pull request can be opened.",
        "Make a service user with ManageOrgSessions and ViewOrgSessions, and store its key as the secret DEVIN_API_KEY.",
        "Store a read-only key of PagerDuty as the secret PAGERDUTY_TOKEN.",
        "Set DEVIN_API_KEY in this terminal too, and the step counts as done once the key works.",
      ],
      commands: [],
      links: [
        { label: "service users", url: "https://app.devin.ai/settings/service-users" },
        { label: "secrets", url: `${site}/${named}/settings/secrets/actions/new` },
      ],
    },
    {
      title: "A credential by which the function tells GitHub",
      ...known(isSet("GITHUB_TOKEN") || isSet("GITHUB_APP_ID")),
      todo: [
        "Make a GitHub App with Contents: read and write, and install it on the docs repository alone; or a fine-grained token for that repository alone. See that Contents says Read and write.",
        "Set GITHUB_TOKEN, or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY, in this terminal, and the doctor reads what the docs repository has.",
      ],
      commands: [],
      links: [
        {
          label: "App of an organization",
          url: `${site}/organizations/${owner}/settings/apps/new?${appFields(copy)}`,
        },
        { label: "App of a person", url: `${site}/settings/apps/new?${appFields(copy)}` },
        { label: "token", url: `${site}/settings/personal-access-tokens/new?${tokenFields(owner)}` },
      ],
    },
    {
      title: "The webhook subscription in PagerDuty",
      ...known(isSet("PAGERDUTY_WEBHOOK_SECRET")),
      todo: [
        "Create it with a PAGERDUTY_TOKEN that may. ID is the end of the service's address in PagerDuty.",
        "Set the secret that it prints as PAGERDUTY_WEBHOOK_SECRET in this terminal, and keep it for Vercel.",
      ],
      commands: [`npm run subscribe -- --url ${endpoint} --service ID`],
      links: [{ label: "keys", url: "https://support.pagerduty.com/main/docs/api-access-keys" }],
    },
    {
      title: "The function on Vercel, with all variables at once",
      ...judged("Endpoint", /^health$/),
      todo: [
        isImportable
          ? `Import this copy, and set ${VARIABLES.join(", ")} before the first deployment.`
          : `Vercel imports from no Enterprise Server: deploy this clone, with ${VARIABLES.join(", ")} set.`,
        ...(isGuessed
          ? [
              `Then run this again with --endpoint and the address that Vercel gave. Is it another than ${endpoint}? Then subscribe again:`,
            ]
          : []),
      ],
      commands: [
        ...(isImportable
          ? []
          : [
              "npx vercel link",
              ...VARIABLES.map((name) => `npx vercel env add ${name} production --sensitive`),
              "npx vercel deploy --prod",
            ]),
        ...(isGuessed ? [`npm run subscribe -- --url NEW --service ID --instead-of ${endpoint}`] : []),
      ],
      links: isImportable
        ? [{ label: "import", url: `https://vercel.com/new/import?${importFields(copy)}` }]
        : [],
    },
    {
      title: "A sample that takes the whole way and starts nothing",
      ...known(false),
      todo: ["Send it, then look at the newest run of Postmortem: it shows what each key can read."],
      commands: [`npm run send -- --url ${endpoint} --sample`],
      links: [{ label: "runs", url: `${site}/${named}/actions/workflows/postmortem.yml` }],
    },
  ];
}

/** A word of a command line, as a shell takes it. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A step is done where the doctor found what it wants and no failure. */
function judge({ findings }: Situation, part: string, check: RegExp): Pick<Step, "state" | "problems"> {
  const own = findings.filter((one) => one.part === part && check.test(one.check));
  const problems = own.filter(({ level }) => level === "fail").map(({ says }) => says);
  const isDone = problems.length === 0 && own.some(({ level }) => level === "pass");
  return { state: isDone ? "done" : "to do", problems };
}

/** @see https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-using-url-parameters */
function appFields({ host, repository }: Copy): URLSearchParams {
  return new URLSearchParams({
    name: `postmortem-bridge-${repository.split("/")[0]}`,
    description: "Tells the docs repository of resolved incidents.",
    url: `https://${host}/${repository}`,
    public: "false",
    webhook_active: "false",
    contents: "write",
  });
}

/** GitHub has taken these fields out of its documentation, so the page may ignore them; the step names them in words. */
function tokenFields(owner: string): URLSearchParams {
  return new URLSearchParams({
    name: "postmortem-bridge",
    description: "Tells the docs repository of resolved incidents.",
    target_name: owner,
    contents: "write",
  });
}

function importFields({ host, repository }: Copy): URLSearchParams {
  const [, name = ""] = repository.split("/");
  return new URLSearchParams({
    s: `https://${host}/${repository}`,
    "project-name": name,
    env: VARIABLES.join(","),
  });
}
