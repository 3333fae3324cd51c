/** Keeps the one issue that is the dashboard: made once, and rewritten only when something changed. */

import type { Issue, Issues } from "../../github/issues.ts";
import { RequestError } from "../../lib/errors.ts";
import { isDashboard, writeDashboard } from "./body.ts";
import { sameLines } from "./plan.ts";

const TITLE = "Postmortems: what needs somebody";

/** What became of it. */
export type KeptDashboard = { outcome: "made" | "rewritten" | "unchanged" | "closed"; url: string | null };

/** `listed` are all issues with the label; in a dry run nothing is written. */
export async function keepDashboard(
  text: string,
  { issues, listed, label, isDryRun }: { issues: Issues; listed: Issue[]; label: string; isDryRun: boolean },
): Promise<KeptDashboard> {
  const [dashboard, ...younger] = listed
    .filter(({ body }) => isDashboard(body))
    .sort((a, b) => a.number - b.number);
  if (dashboard === undefined) {
    const made = isDryRun ? null : await make(issues, label, text);
    return { outcome: "made", url: made?.url ?? null };
  }
  for (const { number, isOpen } of younger)
    if (isOpen && !isDryRun) await issues.close(number, "not_planned");
  const { number, url, isOpen, body } = dashboard;
  // A person who closes it wants none; opening it again brings it back.
  if (!isOpen) return { outcome: "closed", url };
  const written = writeDashboard(body, text);
  if (sameLines(written) === sameLines(body)) return { outcome: "unchanged", url };
  if (!isDryRun) await issues.edit(number, { body: written });
  return { outcome: "rewritten", url };
}

async function make(issues: Issues, label: string, text: string): Promise<Issue> {
  const issue = { title: TITLE, body: writeDashboard("", text), labels: [label], assignees: [] };
  try {
    return await issues.create(issue);
  } catch (error) {
    if (!(error instanceof RequestError) || error.effect !== "unknown") throw error;
    const newest = await issues.listNewest(label);
    return newest.find(({ body }) => isDashboard(body)) ?? (await issues.create(issue));
  }
}
