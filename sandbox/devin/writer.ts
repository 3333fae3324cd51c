/** The sandbox's Devin at work: it follows the brief, to the letter, and writes a postmortem. */

import { type Data, readBrief } from "./prompt-parser.ts";
import { type Telemetry, telemetryOf } from "./telemetry.ts";

/** What goes below each heading, after the record's own lines; and what the front matter says of the cause. */
type Findings = {
  sections: Record<string, string[]>;
  rows: { at: string; text: string }[];
  trigger: string;
  rootCause: string;
  causes: string;
};

/** Fills the skeleton: the record's lines stay, and what was found goes below them. */
function fillSkeleton({ skeleton, facts }: Data, sessionUrl: string): string {
  const telemetry = telemetryOf(facts.service, facts.created, facts.resolved);
  const { sections, rows, trigger, rootCause, causes } = telemetry ? foundIn(telemetry) : NOTHING_FOUND;
  let text = skeleton
    .replace(/^session:.*$/m, () => `session: ${sessionUrl}`)
    .replace(/^trigger:.*$/m, () => `trigger: ${trigger}`)
    .replace(/^root-cause:.*$/m, () => `root-cause: ${rootCause}`)
    .replace(/^causes:.*$/m, () => `causes: ${causes}`)
    .replace("- [ ] \n", () =>
      actionItems(telemetry)
        .map((item) => `- [ ] ${item}\n`)
        .join(""),
    );
  for (const row of rows) text = withRow(text, row);
  for (const [heading, lines] of Object.entries(sections)) text = withLines(text, heading, lines);
  return text;
}

/** Puts lines at the end of a section that the document has; a list goes on without an empty line. */
function withLines(text: string, heading: string, lines: string[]): string {
  const start = text.indexOf(`\n## ${heading}\n`);
  if (start === -1) return text;
  const next = text.indexOf("\n## ", start + 4);
  const end = next === -1 ? text.length : next;
  const section = text.slice(start, end).trimEnd();
  const isList = /\n- [^\n]*$/.test(section) && lines[0]?.startsWith("- ");
  const added = lines.join(lines[0]?.startsWith("- ") ? "\n" : "\n\n");
  return `${text.slice(0, start)}${section.startsWith("\n") ? "" : "\n"}${section}${isList ? "\n" : "\n\n"}${added}\n${text.slice(end)}`;
}

/** Puts a row among those of its day, before the first that is later. */
function withRow(text: string, { at, text: words }: { at: string; text: string }): string {
  const later = [...text.matchAll(/^- (\d\d:\d\d) UTC — .*$/gm)].find(([, time = ""]) => time > at);
  const row = `- ${at} UTC — ${words}\n`;
  return later ? `${text.slice(0, later.index)}${row}${text.slice(later.index)}` : text;
}

const NOTHING_FOUND: Findings = {
  sections: {
    Summary: ["Why it happened is not known: the sandbox has no telemetry of this service (unknown)."],
    Impact: ["Not measured: the sandbox has no telemetry of this service (unknown)."],
    "Root Cause": ["The sandbox has no telemetry of this service, so no cause was established (unknown)."],
    "Contributing Factors": [
      "- Whether the last change before the first alert played a part is open (unknown)",
    ],
    "Ruled Out": ["- No explanation could be ruled out without telemetry (unknown)"],
    "Not Checked": ["- Datadog and Sentry: the sandbox has nothing of this service"],
  },
  rows: [],
  trigger: "unknown",
  rootCause: "unknown",
  causes: "[unknown]",
};

function foundIn({ metrics, impact, deploys, logs, pool, others, mending }: Telemetry): Findings {
  const [deploy] = deploys;
  const [log] = logs;
  const [metric] = metrics;
  const at = `https://github.com/${deploy.repository}`;
  const commit = `[${deploy.repository}@${deploy.commit.slice(0, 7)}](${at}/commit/${deploy.commit})`;
  const change = `${deploy.repository}#${deploy.pullRequest}`;
  const file = `[${deploy.file}](${at}/blob/${deploy.commit}/${deploy.file})`;
  const linked = ({ tells, url }: { tells: string; url: string }, mark = "confirmed") =>
    `${tells} (${mark}: [${new URL(url).host === "github.com" ? referenceOf(url) : "Datadog"}](${url}))`;
  return {
    sections: {
      Summary: [
        `Release ${deploy.version} added ${deploy.adds}, which kept a database connection for each client that hung up. Within ten minutes all 200 connections were taken and checkout failed. Rolling back to ${deploy.previous} ended it (confirmed: ${commit}; PagerDuty note of 15:02 UTC).`,
      ],
      Impact: [`${capitalized(linked(impact))}.`],
      "Root Cause": [
        `${capitalized(deploy.adds)} in ${file} ${deploy.finding} (confirmed: ${commit}).`,
        `${capitalized(linked(log))}.`,
      ],
      "Contributing Factors": [`- ${capitalized(linked(pool, "likely"))}`],
      "Ruled Out": others.map((other) => `- ${linked(other)}`),
      Evidence: [
        `- [${change}](${at}/pull/${deploy.pullRequest}) — the change that added ${deploy.adds}`,
        `- [${deploy.repository}#${mending}](${at}/pull/${mending}) — the change that mends it`,
        ...(metric === undefined ? [] : [`- [Datadog](${metric.url}) — ${metric.name}`]),
        `- [Datadog](${log.url}) — logs of the endpoint`,
      ],
      "Not Checked": ["- Sentry: the MCP is not available in the sandbox"],
    },
    rows: metrics.map(({ at, tells, url }) => ({
      at: at.slice(11, 16),
      text: `${capitalized(tells)} (source: [Datadog](${url}))`,
    })),
    trigger: change,
    rootCause: "confirmed",
    causes: "[change, capacity]",
  };
}

function referenceOf(url: string): string {
  const [, owner, name, , number] = new URL(url).pathname.split("/");
  return `${owner}/${name}#${number}`;
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function actionItems(telemetry: Telemetry | null): string[] {
  if (telemetry === null)
    return [
      "Compare the last change before the first alert with the one before it (owner: open; due: open; kind: prevent; done when: the change is confirmed or ruled out as the cause)",
      "Connect the service's telemetry to Devin (owner: open; due: open; kind: detect; done when: a query of it stands under Evidence)",
    ];
  return [
    `Release the connection when a client hangs up, in [${telemetry.deploys[0].repository}#${telemetry.mending}](https://github.com/${telemetry.deploys[0].repository}/pull/${telemetry.mending}) (owner: open; due: open; kind: prevent; done when: 1,000 requests that hang up leave the number of connections as it was)`,
    "Add an alert on connections in use above 80 % for five minutes (owner: open; due: open; kind: detect; done when: the alert fires in a test with 161 of 200 connections)",
    "Add a test to the release pipeline that hangs up during each endpoint's answer (owner: open; due: open; kind: process; done when: the pipeline fails for v2.41.0)",
  ];
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
  const { path = null, branch = null } = tasks.findLast((task) => task.path !== null) ?? {};
  // To hold is to write nothing, and so is to gather.
  if (path === null || branch === null || !data?.skeleton) return null;
  const text = fillSkeleton(data, work.sessionUrl);
  return { path, branch, title: titleOf(text), text };
}

/** The first heading as plain words. */
function titleOf(text: string): string {
  const [, heading = "Postmortem"] = /^# (.*)$/m.exec(text) ?? [];
  return heading
    .replace(/\\(.)/g, "$1")
    .replaceAll("`", "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#64;", "@")
    .replaceAll("&#58;", ":")
    .replaceAll("&amp;", "&");
}
