/** The sandbox's Devin at work: it follows the brief, to the letter, and pushes a postmortem. */

import type { DocsRepository } from "./docs-repository.ts";

/** What the brief asks for; null where it does not say. */
type Task = { path: string | null; branch: string | null; title: string | null; skeleton: string };

/** Reads a brief as Devin would; throws when the data block is not there exactly once. */
function readBrief(prompt: string): Task {
  const blocks = prompt.split("<incident-data>\n");
  const block = blocks[1]?.split("\n</incident-data>");
  if (blocks.length !== 2 || block?.length !== 2)
    throw new Error("The brief has not exactly one data block.");
  const [, skeleton = ""] = block[0]?.split("\nSkeleton:\n") ?? [];
  const line = (name: string) =>
    new RegExp(`^- ${name}: \`([^\`]+)\``, "m").exec(blocks[0] ?? "")?.[1] ?? null;
  return { path: line("File"), branch: line("Branch"), title: line("Pull request title"), skeleton };
}

/** Fills the skeleton. It has read nothing, and says so: the facts stay, the rest is marked as not known. */
function fillSkeleton(skeleton: string, sessionUrl: string): string {
  const answers: Record<string, string> = {
    Summary: "The facts are PagerDuty's. The cause is unknown: the sandbox has no telemetry to read.",
    Impact: "Unknown.",
    "Root Cause": "Unknown. No evidence was available.",
    "Contributing Factors": "- What changed in the hour before the first alert? (open question)",
    Evidence: "- The PagerDuty incident named in the front matter",
    "Not Checked":
      "- Datadog: the MCP is not available in the sandbox\n- Sentry: the MCP is not available in the sandbox",
  };
  const filled = Object.entries(answers).reduce(
    // A list that stands there already goes on below the answer.
    (text, [heading, answer]) =>
      text.replace(new RegExp(`\n## ${heading}\n(\n(?=- ))?`), () => `\n## ${heading}\n\n${answer}\n`),
    skeleton,
  );
  return filled
    .replace(/^session:.*$/m, () => `session: ${sessionUrl}`)
    .replace(
      "- [ ] \n",
      "- [ ] Find out what exhausted the pool (owner: open; done when the cause is confirmed)\n",
    );
}

/** What was pushed, as a pull request would name it. */
export type Draft = { path: string; branch: string; title: string };

/**
 * Does what the brief says; null when it names no file, since it is to be published elsewhere. `update` is a later
 * message with newer facts for the same file.
 */
export function writePostmortem(
  docs: DocsRepository,
  work: { brief: string; update?: string; sessionUrl: string },
): Draft | null {
  const { path, branch, title, skeleton } = readBrief(work.brief);
  if (path === null || branch === null || title === null) return null;
  const newest = work.update === undefined ? skeleton : readBrief(work.update).skeleton;
  docs.push(branch, path, fillSkeleton(newest, work.sessionUrl), title);
  return { path, branch, title };
}
