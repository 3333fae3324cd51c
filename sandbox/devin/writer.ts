/** The sandbox's Devin at work: it follows the brief, to the letter, and writes a postmortem. */

import { type Data, readBrief } from "./prompt-parser.ts";

/** Fills the skeleton. It has read nothing but the brief, and says so: the facts stay, the rest is marked as not known. */
function fillSkeleton({ skeleton, facts, changes }: Data, sessionUrl: string): string {
  const commit = commitOf(changes);
  const sources = [
    facts.url === null
      ? `PagerDuty's record of the incident ${facts.incident} (it came without a link)`
      : `[PagerDuty's record of the incident](${facts.url})`,
    ...(commit === null ? [] : [`The last change before the first alert: ${commit}`]),
  ];
  const answers: Record<string, string> = {
    Summary: `${storyOf(facts)} Why it happened is not known: the sandbox has no telemetry to read (unknown).`,
    Impact: "Not measured: there was no telemetry to read (unknown).",
    "Root Cause": "Not established (unknown).",
    "Contributing Factors":
      commit === null
        ? "- Which change came last before the first alert is not known (unknown)"
        : `- ${commit} is the last change before the first alert; whether it played a part is open (unknown)`,
    Evidence: sources.map((source) => `- ${source}`).join("\n"),
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
    .replace("- [ ] \n", () => `${ACTION_ITEMS.map((item) => `- [ ] ${item}\n`).join("")}`);
}

const ACTION_ITEMS = [
  "Compare the last change before the first alert with the one before it (owner: open; due: open; kind: prevent; done when: the change is confirmed or ruled out as the cause)",
  "Let the next draft read the service's telemetry (owner: open; due: open; kind: detect; done when: a query of it stands under Evidence)",
];

function storyOf({ created, duration, resolved }: Data["facts"]): string {
  const began = created === null ? "PagerDuty alerted" : `PagerDuty alerted at ${created.slice(11, 16)} UTC`;
  if (resolved === null) return `${began}.`;
  return `${began}, and the incident was resolved ${duration === null ? "later" : `after ${duration}`}.`;
}

/** A link to the commit of the last change that names one, and a repository on GitHub. */
function commitOf(changes: Data["changes"]): string | null {
  const links = changes.flatMap(({ when, details, links }) => {
    const sha = /\b[0-9a-f]{40}\b/.exec(details ?? "")?.[0];
    const [address, repository] =
      /^https:\/\/github\.com\/([\w-]+\/[\w.-]+)/.exec(links[0]?.href ?? "") ?? [];
    return when === "before" && sha && address
      ? [`[${repository}@${sha.slice(0, 7)}](${address}/commit/${sha})`]
      : [];
  });
  return links.at(-1) ?? null;
}

/** A postmortem to push, and what its pull request is called. */
export type Draft = { path: string; branch: string; title: string; text: string };

/**
 * Does what it was told; null when no file was named, since it is to be published elsewhere or not to be written yet.
 * `told` is the prompt and the messages after it: the last of them has the newest facts, one of them names the file.
 */
export function writePostmortem(work: { told: string[]; sessionUrl: string }): Draft | null {
  const tasks = work.told.map(readBrief);
  const data = tasks.at(-1)?.data ?? null;
  const { path = null, branch = null, title = null } = tasks.findLast((task) => task.path !== null) ?? {};
  // To hold is to write nothing, and so is to gather.
  if (path === null || branch === null || title === null || !data?.skeleton) return null;
  return { path, branch, title, text: fillSkeleton(data, work.sessionUrl) };
}
