/** What Devin is told to do, in what form, with which marks and in what words; nothing of it is a stranger's. */

import type { IncidentRecord } from "../incident/record.ts";
import { anyOf, CAUSES, CERTAINTIES, ITEM_FORM } from "../postmortem/vocabulary.ts";
import type { Config } from "../settings/configuration.ts";
import { list, steps } from "./layout.ts";

type Task = { record: IncidentRecord; config: Config };

/** Telemetry before the first alert and after the resolve belongs to the story. */
const BEFORE_MS = 60 * 60_000;
const AFTER_MS = 15 * 60_000;

/** Where evidence is to be looked for. */
export function researchOf({ record, config }: Task): string[] {
  return [
    `Pull the telemetry of the affected service (\`service\` in the data) ${windowOf(record)}: error rates, latency, saturation, logs and traces.\n${telemetryOf(config)}`,
    "Read what PagerDuty has of the incident. Notes are what people saw and did: check what they say against telemetry and code before you call it confirmed. Alerts and their details tell what was measured, custom fields what customers felt; past incidents and the postmortems under Seen Before tell what to look at first, never what happened this time.",
    "Look for the root cause in what changed or failed at that time: deploys and merged pull requests of the service's repositories, configuration and feature-flag changes, and failures of upstream dependencies. Look at the code of a change before you name it.",
    "Name the other explanations that a colleague would ask about, and look for what rules each of them out.",
  ];
}

/** All steps from the evidence to the report. */
export function procedureOf({ record, config }: Task): string {
  const { sections } = config;
  return steps([
    ...researchOf({ record, config }),
    `Complete ${sections.timeline}. Begin it before the first alert, with the change or the first sign in the telemetry that led to it. The skeleton's rows are the record: keep every one as it is, in its place, and add rows between them, each with its source: a link, a commit or pull request, or a note or alert such as \`(source: PagerDuty note of 14:44 UTC)\`. A row cites a change only where the change had landed by then.`,
    `Write ${sections["action-items"]}: what would have prevented this, found it sooner or made it smaller. Each is one line, \`${ITEM_FORM}\`; write \`open\` for an owner or date that people must choose.`,
    config.publish === "pull-request"
      ? "Fill the skeleton, write it to the file, commit it on the branch and open the pull request."
      : "Fill the skeleton and publish it.",
    "Report with the structured output. Set `root_cause_status` to what the evidence supports.",
  ]);
}

function windowOf({ createdAt, resolvedAt }: IncidentRecord): string {
  if (createdAt === null)
    return "in the time of the incident (when it began is not known here; find out first)";
  const from = new Date(createdAt - BEFORE_MS).toISOString();
  return resolvedAt === null
    ? `from ${from} until the incident was resolved (when that was is not known here; find out first)`
    : `from ${from} to ${new Date(resolvedAt + AFTER_MS).toISOString()}`;
}

const MCP_NAMES: Record<string, string> = { datadog: "Datadog", sentry: "Sentry" };

function telemetryOf({ telemetry, sections }: Config): string {
  const place = sections["not-checked"];
  const tools = telemetry.map((name) => MCP_NAMES[name.toLowerCase()] ?? name);
  const conditional = tools.map(
    (name) => `   - If the ${name} MCP is available, use it. If it is not, say so under ${place}.`,
  );
  return [...conditional, `   - Say under ${place} what else you could not read.`].join("\n");
}

/** The form of the document. */
export function formOf({ sections }: Config): string {
  return list([
    "The skeleton in the data is the form: keep its front matter, its headings and their order. What is said here of a section holds where the skeleton has it, and each section has words in the end.",
    "Every line that the skeleton has below a heading is the record's: keep it as it is, with its links, and write above or below it. The empty box is for your first action item.",
    `In the front matter fill in four keys and change nothing else: \`session\` with the address of this session; \`trigger\` with the change that set it off, which was in place before the incident began, as \`owner/name#12\`, \`owner/name@\` and the full commit, or a link, else \`none\` or \`unknown\`; \`root-cause\` with the mark of the first claim under the root cause (${anyOf(CERTAINTIES.map((word) => `\`${word}\``))}); \`causes\` with a list of ${anyOf(CAUSES)}. Leave \`status: draft\` and \`owner\` to people.`,
    `${sections.summary}: after the record's sentences two to four of your own, for somebody who was not there: what failed, why, and what ended it. ${sections.impact}: one to three sentences with numbers and their sources: who was affected, how much and for how long.`,
    `Rows of ${sections.timeline} read \`- 14:32 UTC — What happened\`, with the date before the time on another day than the header's. Times are UTC, and a time that you name elsewhere stands in a row, an alert or a note. Where more than an hour of the open incident lies between two rows, add one that says what went on, or that nothing is known, such as \`- 15:00 UTC — Nothing known until 16:40 UTC\`, which needs no source.`,
    "Cite pull requests and issues as `owner/name#12`, commits as `owner/name@` and the full commit, files as `owner/name:path`, notes as `(source: PagerDuty note of 14:44 UTC)`. In a file GitHub makes no links of these, so link each where it has an address, such as `[owner/name@9fceb02](address)`.",
    `Under ${sections.evidence} add each further source with a link. Under ${sections["not-checked"]} keep what stands there and add what was not available to you; write \`Nothing\` only if that is true.`,
    `Leave the questions under ${sections.questions} open: people answer them. Questions of your own are welcome below them.`,
  ]);
}

/** How a claim is marked. */
export function claimsOf({ sections }: Config): string {
  return list([
    `In ${sections["root-cause"]}, ${sections["contributing-factors"]} and ${sections["ruled-out"]} each paragraph and each item ends with its mark: \`(confirmed: <source>)\`, \`(likely)\` or \`(unknown)\`. Mark claims about causes and numbers in ${sections.summary} and ${sections.impact} the same way.`,
    "A source is a link, a reference in the form above, the time of a row such as `14:44 UTC`, or a note or alert such as `PagerDuty note of 14:44 UTC`. Without one a claim is not confirmed.",
    "Call something the root cause only if it is confirmed; `unknown` is a good answer.",
    `${sections["ruled-out"]}: one item for each rival explanation, with what speaks against it.`,
  ]);
}

export const WORDING = list([
  "Blameless: say what the system did and why an action made sense at the time, not who made a mistake. People's names stand in the timeline alone. `Human error` is not a cause.",
  "Lessons are for people: put them as questions, not as conclusions.",
]);

/** What Devin may not do. */
export function rulesOf(config: Config): string {
  return list([
    "Nobody watches this session. Ask nothing and wait for nobody; where something is not known, write that it is unknown.",
    "Invent nothing: no times, no causes, no numbers that you have not read somewhere.",
    ...(config.publish === "pull-request"
      ? ["Write only the one file. Change no code, no settings, no other document."]
      : ["Change no code and no settings."]),
    "Never merge, deploy, roll back, restart, resolve or acknowledge anything.",
    "Put no secret, token, key, e-mail address or customer data into the postmortem, and nothing that the page does not show, such as HTML, comments or titles of links.",
    "Where a playbook, a knowledge note or a team's habit differs from the skeleton, the skeleton wins.",
    "If you cannot finish, report `blocked` with the reason in the structured output.",
  ]);
}
