/** Keeps the one issue that is the dashboard: made once, and rewritten only when something changed. */

import type { Issue, Issues } from "../../github/issues.ts";
import { isDashboard, writeDashboard } from "./body.ts";
import { sameLines } from "./plan.ts";
import { makeIssue, NOT_PLANNED } from "./write.ts";

const TITLE = "Postmortems: what needs somebody";

/** What became of it. */
export type KeptDashboard = { outcome: "made" | "rewritten" | "unchanged" | "closed"; url: string | null };

/** `listed` are all issues with the label; in a dry run nothing is written. A sentence where GitHub drops the label. */
export async function keepDashboard(
  text: string,
  { issues, listed, label, isDryRun }: { issues: Issues; listed: Issue[]; label: string; isDryRun: boolean },
): Promise<KeptDashboard | string> {
  const [dashboard, ...younger] = listed
    .filter(({ body }) => isDashboard(body))
    .sort((a, b) => a.number - b.number);
  if (dashboard === undefined) {
    if (isDryRun) return { outcome: "made", url: null };
    const issue = { title: TITLE, body: writeDashboard("", text), labels: [label], assignees: [] };
    const made = await makeIssue(issues, issue, (other) => isDashboard(other.body));
    return typeof made === "string" ? made : { outcome: "made", url: made.url };
  }
  for (const { number, isOpen } of younger) if (isOpen && !isDryRun) await issues.edit(number, NOT_PLANNED);
  const { number, url, isOpen, body } = dashboard;
  // A person who closes it wants none; opening it again brings it back.
  if (!isOpen) return { outcome: "closed", url };
  const written = writeDashboard(body, text);
  if (sameLines(written) === sameLines(body)) return { outcome: "unchanged", url };
  if (!isDryRun) await issues.edit(number, { body: written });
  return { outcome: "rewritten", url };
}
