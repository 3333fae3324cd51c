/** The steps of a set-up in the order that needs one deployment, each with its state and the links to take it. */

import type { Finding } from "../doctor/finding.ts";
import type { Copy } from "./copy.ts";

export type Step = {
  title: string;
  state: "done" | "to do";
  /** What the doctor found wrong with it. */
  problems: string[];
  todo: string[];
  links: { label: string; url: string }[];
};

/** What is known when the steps are listed. */
export type Situation = {
  copy: Copy;
  /** `owner/name` of the docs repository; null when nobody named it. */
  docs: string | null;
  /** The endpoint's address: given, or guessed from the project's name. */
  endpoint: string;
  isGuessed: boolean;
  /** Names of the environment's variables that are set. */
  isSet(name: string): boolean;
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
  const { copy, docs, endpoint, isGuessed, isSet } = situation;
  const site = `https://${copy.host}`;
  const named = docs ?? "OWNER/DOCS";
  const [owner = ""] = named.split("/");
  const judged = (part: string, check: RegExp) => judge(situation, part, check);
  const known = (isDone: boolean): Pick<Step, "state" | "problems"> => ({
    state: isDone ? "done" : "to do",
    problems: [],
  });
  return [
    {
      title: "Your copy of postmortem-bridge",
      ...known(copy.revision !== null),
      todo: ["Push it, with the tag that workflows use: git tag v1 && git push origin HEAD v1"],
      links: [{ label: "if it is private, share it", url: `${site}/${copy.repository}/settings/actions` }],
    },
    {
      title: "The workflows and the configuration in the docs repository",
      ...judged("GitHub", /workflow/),
      todo: [
        `npm run setup -- --docs ${named} --write FOLDER, with a checkout of it; commit and push what it writes`,
      ],
      links: [],
    },
    {
      title: "A service user of Devin, and its key as a secret of the docs repository",
      ...judged("Devin", /./),
      todo: [
        "Install Devin's GitHub App on the docs repository, or no pull request can be opened",
        "Make a service user with ManageOrgSessions and ViewOrgSessions, and store its key as DEVIN_API_KEY",
        "Store a read-only key of PagerDuty as PAGERDUTY_TOKEN",
      ],
      links: [
        { label: "service users", url: "https://app.devin.ai/settings/service-users" },
        { label: "secrets", url: `${site}/${named}/settings/secrets/actions/new` },
      ],
    },
    {
      title: "A credential by which the function tells GitHub",
      ...known(isSet("GITHUB_TOKEN") || isSet("GITHUB_APP_ID")),
      todo: [
        "Make a GitHub App with Contents: read and write, and install it on the docs repository alone",
        "or a fine-grained token for that repository alone; see that Contents says Read and write",
      ],
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
      todo: [`npm run subscribe -- --url ${endpoint} --service ID, and keep the secret that it prints`],
      links: [{ label: "keys", url: "https://support.pagerduty.com/main/docs/api-access-keys" }],
    },
    {
      title: "The function on Vercel, with all variables at once",
      ...judged("Endpoint", /^health$/),
      todo: [
        `Import this copy, and set ${VARIABLES.join(", ")} before the first deployment`,
        ...(isGuessed
          ? [
              `Is its address another than ${endpoint}? Then: npm run subscribe -- --url NEW --service ID --instead-of ${endpoint}`,
            ]
          : []),
      ],
      links: [{ label: "import", url: `https://vercel.com/new/import?${importFields(copy)}` }],
    },
    {
      title: "A sample that takes the whole way and starts nothing",
      ...known(false),
      todo: [`npm run send -- --url ${endpoint} --sample, then look at the newest run of Postmortem`],
      links: [{ label: "runs", url: `${site}/${named}/actions/workflows/postmortem.yml` }],
    },
  ];
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
