/** The dashboard as Markdown: in ten seconds a lead sees what needs somebody. A pure function, with no clock in its text. */

import { toInertMarkdown } from "../../lib/text.ts";
import { formatDuration } from "../../lib/time.ts";
import { chartMonths, type Month, type Spread } from "./figures.ts";

/** Something that can be opened; its words are redacted already. */
type Link = { words: string; url: string | null };

/** Something that can be opened, and what to know of it: why it is here, or since when. */
export type Entry = { link: Link; why: string };

/** What the dashboard shows; null where it could not be read, and `lacking` says why. */
export type DashboardFacts = {
  sessions: Entry[] | null;
  pullRequests: Entry[] | null;
  untaken: Entry[];
  /** By owner. */
  overdue: { owner: string; rows: Entry[] }[];
  coverage: Coverage | null;
  months: Month[];
  causes: { cause: string; count: number }[];
  repeats: { words: string; links: Link[] }[];
  /** One plain sentence each: what is missing here, and what it needs. */
  lacking: string[];
};

/** Incidents of the last 90 days: those that deserve a postmortem, and how many each rule skips. */
export type Coverage = {
  deserving: number;
  withPostmortem: number;
  /** What a person decided against: its pull request was closed without a merge. */
  declined: number;
  /** Nobody is at work on the first `idle` of them. */
  without: Entry[];
  idle: number;
  skipped: { rule: string; count: number }[];
};

const LONGEST_WORDS = 200;
/** In characters, for one list; eight lists, the table and the chart stay below 60,000. */
const LONGEST_LIST = 6_000;
/** Of one owner, and of one repeat. */
const MOST_OF_ONE = 8;
const MOST_RULES = 20;
const MINUTE_MS = 60_000;

/** The text of the dashboard's issue, at most 60,000 characters. */
export function renderDashboard(facts: DashboardFacts): string {
  const { sessions, pullRequests, untaken, overdue, coverage, lacking } = facts;
  return [
    needsSomebody(facts),
    ...(lacking.length === 0 ? [] : [`> [!NOTE]\n> ${lacking.map(inert).join(" ")}`]),
    ...section("Sessions that are stuck", sessions?.map(entryOf)),
    ...section("Pull requests without a review for three days", pullRequests?.map(entryOf)),
    ...section("Overdue", overdueLines(overdue)),
    ...section("Action items without an owner or a date", untaken.map(entryOf)),
    ...(coverage === null ? [] : coverageOf(coverage)),
    ...figuresOf(facts),
  ].join("\n\n");
}

function needsSomebody({ sessions, pullRequests, untaken, overdue, coverage }: DashboardFacts): string {
  const late = overdue.reduce((sum, { rows }) => sum + rows.length, 0);
  const parts = [
    counted(sessions?.length ?? 0, "session is stuck", "sessions are stuck"),
    counted(pullRequests?.length ?? 0, "pull request waits", "pull requests wait"),
    counted(late, "action item is overdue", "action items are overdue"),
    counted(untaken.length, "action item has no owner or date", "action items have no owner or date"),
    counted(coverage?.idle ?? 0, "incident has no draft", "incidents have no draft"),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "**Nothing needs anybody.**" : `Needs somebody: ${parts.join(", ")}.`;
}

function counted(count: number, one: string, several: string): string {
  if (count === 0) return "";
  return `**${count}** ${count === 1 ? one : several}`;
}

function section(heading: string, lines: string[] | undefined): string[] {
  return lines === undefined || lines.length === 0 ? [] : [`## ${heading}`, bounded(lines)];
}

/** As many lines as have room; the rest is counted. */
function bounded(lines: string[]): string {
  let length = 0;
  const shown = lines.filter((line) => {
    length += line.length + 1;
    return length <= LONGEST_LIST;
  });
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n");
}

/** An owner with what is overdue, the owner of most first. */
function overdueLines(overdue: DashboardFacts["overdue"]): string[] {
  return overdue
    .toSorted((a, b) => b.rows.length - a.rows.length)
    .map(({ owner, rows }) => {
      const shown = rows.slice(0, MOST_OF_ONE).map((row) => `  ${entryOf(row)}`);
      const rest = rows.length - shown.length;
      const more = rest > 0 ? [`  - and ${rest} more`] : [];
      return [`- **${inert(owner)}** (${rows.length})`, ...shown, ...more].join("\n");
    });
}

function coverageOf({ deserving, withPostmortem, declined, without, skipped }: Coverage): string[] {
  const rules = skipped.slice(0, MOST_RULES).map(({ rule, count }) => `${count} by “${inert(rule)}”`);
  if (skipped.length > MOST_RULES) rules.push(`the rest by ${skipped.length - MOST_RULES} more rules`);
  const total = skipped.reduce((sum, { count }) => sum + count, 0);
  return [
    "## Incidents of the last 90 days",
    [
      `${withPostmortem} of ${deserving} that deserve a postmortem have one.`,
      ...(declined === 0 ? [] : [`${declined} ${declined === 1 ? "was" : "were"} declined.`]),
      ...(total === 0 ? [] : [`The rules skip ${total}: ${rules.join(", ")}.`]),
    ].join(" "),
    ...(without.length === 0 ? [] : [bounded(without.map(entryOf))]),
  ];
}

function figuresOf({ months, causes, repeats }: DashboardFacts): string[] {
  const shown = months.filter(({ count }) => count > 0);
  if (shown.length === 0) return [];
  return [
    "## The last twelve months",
    [
      "| month | n | to acknowledge | to resolve |",
      "| --- | --: | --- | --- |",
      ...shown.map(
        ({ month, count, acknowledge, resolve }) =>
          `| ${month} | ${count} | ${spread(acknowledge, count)} | ${spread(resolve, count)} |`,
      ),
    ].join("\n"),
    "The median, with the quartiles in parentheses. n counts the postmortems that say when the incident began; in parentheses, those that say how long it took.",
    ...chartOf(months),
    ...section(
      "Causes",
      causes.map(({ cause, count }) => `- ${inert(cause)}: ${count}`),
    ),
    ...section("Repeats", repeats.map(repeatOf)),
  ];
}

function repeatOf({ words, links }: DashboardFacts["repeats"][number]): string {
  const shown = links.slice(0, MOST_OF_ONE).map(linked).join(", ");
  return `- ${inert(words)}, ${links.length} times: ${shown}${links.length > MOST_OF_ONE ? ", …" : ""}`;
}

function spread(sample: Spread | null, count: number): string {
  if (sample === null) return "–";
  const { n, lower, median, upper } = sample;
  const more = [
    // Of one value, quartiles say nothing.
    ...(n === 1 ? [] : [`${brief(lower)}–${brief(upper)}`]),
    ...(n === count ? [] : [`n = ${n}`]),
  ];
  return `${brief(median)}${more.length === 0 ? "" : ` (${more.join(", ")})`}`;
}

function brief(minutes: number): string {
  return minutes === 0 ? "0m" : formatDuration(minutes * MINUTE_MS);
}

/** @see https://mermaid.js.org/syntax/xyChart.html */
function chartOf(months: Month[]): string[] {
  const shown = chartMonths(months);
  if (shown.length === 0) return [];
  return [
    [
      "```mermaid",
      // Mermaid's own colour is hard to see on a white page.
      '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#0969da"}}}}%%',
      "xychart-beta",
      '  title "Median time to resolve, in months with 8 incidents or more"',
      `  x-axis [${shown.map(({ month }) => `"${month}"`).join(", ")}]`,
      `  y-axis "minutes" 0 --> ${Math.max(1, ...shown.map(({ median }) => median))}`,
      `  bar [${shown.map(({ median }) => median).join(", ")}]`,
      "```",
    ].join("\n"),
  ];
}

function entryOf({ link, why }: Entry): string {
  return `- ${linked(link)}: ${inert(why)}`;
}

function linked({ words, url }: Link): string {
  return url !== null && /^https?:\/\/[^\s()<>|]+$/.test(url) ? `[${inert(words)}](${url})` : inert(words);
}

function inert(words: string): string {
  return toInertMarkdown(words, LONGEST_WORDS);
}
