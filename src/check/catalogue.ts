/** The rules of the check by their ids: how bad a finding is, why the rule exists, and what to do. */

import type { Severity } from "./rule.ts";

/** What is said of a rule. */
export type RuleFacts = {
  severity: Severity;
  /** Why the rule exists, in one line. */
  reason: string;
  /** What to do about a finding, in one line. */
  fix: string;
  /** What the rule cannot run without. */
  needs?: "record" | "references";
};

// Apart from what the rules find, since every run reads the configuration and few are checks.
export const CATALOGUE = {
  "front-matter-schema": {
    severity: "error",
    reason: "What cannot be read cannot be compared with the record.",
    fix: "Write the front matter as the skeleton has it: `key: value` lines between two lines of `---`.",
  },
  "front-matter-record": {
    severity: "error",
    reason: "The facts of an incident are PagerDuty's, and others count on them.",
    fix: "Write what the record has.",
    needs: "record",
  },
  "front-matter-times": {
    severity: "error",
    reason: "An incident begins before it is acknowledged, and ends after both.",
    fix: "Correct the times; all of them are UTC.",
  },
  "front-matter-status": {
    severity: "error",
    reason: "People and reports sort postmortems by their status.",
    fix: "Write one of draft, in-review, reviewed, closed, final.",
  },
  "front-matter-file-name": {
    severity: "error",
    reason: "The next resolve of the incident finds its postmortem by the name of the file.",
    fix: "Name the file `<date>-<incident id>-<title>.md`, by the day on which the incident began, in UTC.",
  },
  "front-matter-one-file": {
    severity: "error",
    reason: "Two postmortems of one incident contradict each other sooner or later.",
    fix: "Keep one file, and bring it up to date.",
  },
  "front-matter-duration": {
    severity: "error",
    reason: "A duration that is not the time between its two ends misleads whoever adds them up.",
    fix: "Write the whole minutes between `created` and `resolved`, rounded down; or correct the times.",
  },
  "structure-missing-section": {
    severity: "error",
    reason: "A reader finds each answer in its place, and a section that is gone is a question nobody asked.",
    fix: "Put the section back as the template has it, and fill it; where nothing is known, say so in it.",
  },
  "structure-section-order": {
    severity: "error",
    reason: "Every postmortem reads in the same order.",
    fix: "Move the section to where the template has it.",
  },
  "structure-empty-section": {
    severity: "error",
    reason: "An empty section says neither that nothing is known nor that nobody looked.",
    fix: "Fill the section, or write that nothing is known of it and why.",
  },
  "structure-placeholder": {
    severity: "error",
    reason: "What the template leaves open is not part of the result.",
    fix: "Replace it with what is known, or with words that say it is not.",
  },
  "structure-question-removed": {
    severity: "error",
    reason: "The questions are for the people in the review, and one that is gone is not asked.",
    fix: "Put the question back as the template has it.",
  },
  "structure-question-answered": {
    severity: "error",
    reason: "Lessons are for people: a draft that nobody owns yet has none to tell.",
    fix: "Leave the question open; a person who answers it is, or names, the `owner`.",
  },
  "structure-final": {
    severity: "error",
    reason: "A finished postmortem has an owner, and an answer to each question.",
    fix: "Answer the question below it and set `owner`, or set `status` back to draft.",
  },
  "timeline-missing-row": {
    severity: "error",
    reason: "The record's rows are what is certain; a story without one of them is another story.",
    fix: "Put the row back as the record has it.",
    needs: "record",
  },
  "timeline-altered-row": {
    severity: "error",
    reason: "A row of the record that reads otherwise is no longer the record's.",
    fix: "Write the row as the record has it, and what you have to add in a row of its own.",
    needs: "record",
  },
  "timeline-order": {
    severity: "error",
    reason: "Cause comes before effect only in the order of time.",
    fix: "Sort the rows by time; one on another day than the incident's first carries its date.",
  },
  "timeline-time-zone": {
    severity: "error",
    reason: "Times of two zones in one timeline put things in a wrong order.",
    fix: "Write the time as `14:32 UTC — What happened`, with the date before it on another day.",
  },
  "timeline-untimed-row": {
    severity: "warning",
    reason: "What has no time cannot be placed in the story.",
    fix: "Begin the row with its time, or move it to another section.",
  },
  "timeline-source": {
    severity: "error",
    reason: "What is added to the record must be read somewhere, or it is invented.",
    fix: "End the row with a link, a commit, a pull request, or `(source: …)`.",
    needs: "record",
  },
  "timeline-gap": {
    severity: "warning",
    reason: "An hour of an open incident of which nothing is told is where the lessons tend to be.",
    fix: "Add what went on, or a row such as `15:00 UTC — Nothing known until 16:40 UTC`.",
  },
  "evidence-absent-reference": {
    severity: "error",
    reason: "A commit, pull request, issue or file that does not exist supports nothing.",
    fix: "Cite what exists; name another repository's as owner/name#12, and take out what you cannot find.",
    needs: "references",
  },
  "evidence-trigger-after-onset": {
    severity: "error",
    reason: "A change that came after the incident began cannot have triggered it.",
    fix: "Name the change that was in place when the incident began, or say that the trigger is unknown.",
    needs: "references",
  },
  "evidence-root-cause-unconfirmed": {
    severity: "error",
    reason: "A cause that nothing confirms is no root cause, and readers would act on it.",
    fix: "End the claim with (confirmed: <evidence>), (likely: <evidence>) or (unknown), and call only what is confirmed the root cause.",
  },
  "evidence-confirmed-without-source": {
    severity: "error",
    reason: "Confirmed means that a reader can look it up.",
    fix: "Name the evidence in the mark, with a link, a query or the time of a row of the timeline; else write (likely: <evidence>).",
  },
  "evidence-cause-unmarked": {
    severity: "warning",
    reason: "A reader must see which causes are known and which are guessed.",
    fix: "End the claim with (confirmed: <evidence>), (likely: <evidence>) or (unknown).",
  },
  "evidence-not-checked": {
    severity: "error",
    reason: "What was not looked at is as much part of the result as what was.",
    fix: "List under Not Checked what could not be read, or write Nothing if that is true.",
  },
  "evidence-unlinked": {
    severity: "warning",
    reason: "A source without a link cannot be looked up.",
    fix: "List each source under Evidence with a link, or say there that there was none.",
  },
  "action-item-checkbox": {
    severity: "error",
    reason: "What has no checkbox is not followed up.",
    fix: "Write each action item as `- [ ] Verb … (owner: …; due: YYYY-MM-DD; kind: prevent, detect, mitigate or process; done when: …)`.",
  },
  "action-item-verb": {
    severity: "warning",
    reason: "An item that begins with a verb says what to do.",
    fix: "Begin the item with what is to be done, such as Add, Limit, Document or Remove.",
  },
  "action-item-owner": {
    severity: "warning",
    reason: "What nobody owns is not done.",
    fix: "Name a person or a team as owner; in a draft, write open where people must choose.",
  },
  "action-item-due": {
    severity: "warning",
    reason: "What has no date is done after everything that has one.",
    fix: "Give a date as YYYY-MM-DD; in a draft, write open where people must choose.",
  },
  "action-item-due-date": {
    severity: "warning",
    reason: "A date before the incident or years ahead is a slip, or a way of saying never.",
    fix: "Give a real date as YYYY-MM-DD, after the incident and within a year.",
  },
  "action-item-kind": {
    severity: "warning",
    reason: "Kinds show whether the items only repair, or also prevent and detect.",
    fix: "Say one of prevent, detect, mitigate and process.",
  },
  "action-item-done-when": {
    severity: "warning",
    reason: "An item without an end cannot be closed.",
    fix: "Say what will be the case when the item is done, as done when: …",
  },
  "action-item-wish": {
    severity: "warning",
    reason: "A wish changes nothing: it names neither a change nor its result.",
    fix: "Name the change itself, such as the alert to add with its threshold, or the limit to set.",
  },
  "language-blame": {
    severity: "warning",
    reason: "Where people are blamed, the next incident is told less honestly.",
    fix: "Say what the person saw and why the action made sense then, or what the system allowed.",
  },
  "language-name": {
    severity: "warning",
    reason: "A name outside the timeline makes a person the subject where the system should be.",
    fix: "Name the role, such as the on-call engineer; people's names stand in the timeline and beside roles alone.",
    needs: "record",
  },
  "language-human-error": {
    severity: "warning",
    reason: "Human error is where the questions begin, not a cause.",
    fix: "Say what made the action possible and look right: a missing check, a misleading display, an unsafe default.",
  },
  "safety-secret": {
    severity: "error",
    reason: "Whoever can read the repository, and its history, can use a secret in it.",
    fix: "Take it out, revoke it, and rewrite the branch, since the commit keeps it.",
  },
  "safety-personal-data": {
    severity: "error",
    reason: "A postmortem is read by many and kept for years; it needs nobody's address or number.",
    fix: "Name the role or the team; take the address or number out.",
  },
  "safety-hidden-text": {
    severity: "error",
    reason: "What reviewers cannot see, they cannot review, and programs still read it.",
    fix: "Take it out, or write it where everybody sees it.",
  },
  "safety-misleading-link": {
    severity: "error",
    reason: "A link that shows one place and leads to another deceives its reader.",
    fix: "Write what the link leads to, or correct where it leads.",
  },
} satisfies Record<string, RuleFacts>;

/** Such as `timeline-missing-row`: the name in the configuration, the docs and the annotation. */
export type RuleId = keyof typeof CATALOGUE;
