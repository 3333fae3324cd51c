/** Keeps the one issue that is the dashboard: made once, and rewritten only when something changed. */

import type { Issue, Issues } from "../../github/issues.ts";
import { isDashboard, writeDashboard } from "./body.ts";
import { sameLines } from "./plan.ts";
import { makeIssue, NOT_PLANNED } from "./write.ts";

const TITLE = "Postmortems: what needs somebody";

/**
 * Says what became of it, as a part of a sentence, or why it could not be made. `listed` are all issues with the label;
 * in a dry run nothing is written.
 */
export async function keepDashboard(
  text: string,
  { issues, listed, label, isDryRun }: { issues: Issues; listed: Issue[]; label: string; isDryRun: boolean },
): Promise<{ sentence: string } | { failure: string }> {
  const [dashboard, ...younger] = listed
    .filter(({ body }) => isDashboard(body))
    .sort((a, b) => a.number - b.number);
  if (dashboard === undefined) {
    if (isDryRun) return { sentence: "the dashboard would be made" };
    const issue = { title: TITLE, body: writeDashboard("", text), labels: [label], assignees: [] };
    const made = await makeIssue(issues, issue, (other) => isDashboard(other.body));
    return typeof made === "string" ? { failure: made } : { sentence: `the dashboard (${made.url}) is new` };
  }
  for (const { number, isOpen } of younger) if (isOpen && !isDryRun) await issues.edit(number, NOT_PLANNED);
  const { number, url, isOpen, body } = dashboard;
  const name = `the dashboard (${url})`;
  // A person who closes it wants none; opening it again brings it back.
  if (!isOpen) return { sentence: `${name} is closed, so it is left as it is` };
  const written = writeDashboard(body, text);
  if (sameLines(written) === sameLines(body)) return { sentence: `${name} has not changed` };
  if (!isDryRun) await issues.edit(number, { body: written });
  return { sentence: `${name} ${isDryRun ? "would be" : "is"} rewritten` };
}
