/** What the doctor checks of the docs repository's own settings: its branch rules, and what Actions may run there. */

import { z } from "zod";
import { toSingleLine } from "../../src/lib/text.ts";
import { type Finding, notesOn } from "./finding.ts";
import type { GitHubApi } from "./github-api.ts";

const { pass, warn, fail, skip } = notesOn("GitHub");
const LONGEST_NAME = 80;
const PLACE = "Settings → Actions → General";

const rulesSchema = z.array(z.object({ type: z.string() }));
const branchSchema = z.object({ protected: z.boolean() });
const actionsSchema = z.object({ enabled: z.boolean(), allowed_actions: z.string().nullish() });

/** Whether the default branch takes pull requests alone, and whether the workflows may run. */
export async function checkSettings(api: GitHubApi, defaultBranch: string): Promise<Finding[]> {
  return await Promise.all([checkBranch(api, defaultBranch), checkActions(api)]);
}

/**
 * Whoever has the function's token may push to a branch without a rule.
 * @see https://docs.github.com/rest/repos/rules#get-rules-for-a-branch
 */
async function checkBranch({ get }: GitHubApi, branch: string): Promise<Finding> {
  const check = "branch rule";
  const shown = toSingleLine(branch, LONGEST_NAME);
  const name = encodeURIComponent(branch);
  const [rules, classic] = await Promise.all([
    get("Reading the branch's rules", `/rules/branches/${name}?per_page=100`, rulesSchema),
    get("Reading the branch", `/branches/${name}`, branchSchema),
  ]);
  const hasRule = !rules.isRefused && rules.value.some(({ type }) => type === "pull_request");
  if (hasRule || (!classic.isRefused && classic.value.protected)) return pass(check, `${shown} is protected`);
  if (rules.isRefused && classic.isRefused)
    return skip(
      check,
      `whether ${shown} is protected was not shown: ${classic.why}`,
      "See that its changes need a reviewed pull request, under Settings → Rules.",
    );
  return warn(
    check,
    `${shown} has no rule, so whoever has the function's credential can push to it`,
    "Add one under Settings → Rules: changes need a reviewed pull request.",
  );
}

/**
 * GitHub takes events for a repository whose Actions are off, and says nothing.
 * @see https://docs.github.com/rest/actions/permissions#get-github-actions-permissions-for-a-repository
 */
async function checkActions({ get }: GitHubApi): Promise<Finding> {
  const check = "Actions";
  const policy = await get("Reading what Actions may run", "/actions/permissions", actionsSchema);
  if (policy.isRefused)
    return skip(
      check,
      "whether Actions may run was not shown, which takes Administration: read",
      `See under ${PLACE} that Actions are allowed, those of your copy too.`,
    );
  const { enabled, allowed_actions: allowed } = policy.value;
  if (!enabled)
    return fail(check, "Actions are off, so no event starts anything", `Allow them under ${PLACE}.`);
  if (allowed == null || allowed === "all") return pass(check, "Actions may run");
  return warn(
    check,
    `only some actions may run (${toSingleLine(allowed, LONGEST_NAME).replaceAll("_", " ")})`,
    `See under ${PLACE} that actions/checkout and your copy are among them.`,
  );
}
