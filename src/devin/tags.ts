/** The tags by which a session is found, and by which it is known what it was told. */

/** On every session of this project. */
export const PROJECT_TAG = "pagerduty-postmortem";

/** On a session that a person's run started: the day's limit does not count it, and rules did not decide it. */
export const BY_HAND_TAG = "by-hand";
/** On a session that was started beyond the day's limit and archived: it counts for nothing. */
export const DEFERRED_TAG = "deferred";
/** On a session that was reminded once to go on without an answer. */
export const NUDGED_TAG = "nudged";
/** On a session for which one reconcile was red, since it needs a person. */
export const NEEDS_SOMEBODY_TAG = "needs-somebody";

/** What a session is asked: to gather evidence and write nothing yet, to draft, or to hold until the next resolve. */
export type Instruction = "gather" | "draft" | "hold";

/** Devin's own bound. @see https://docs.devin.ai/api-reference/v3/tags/post-organizations-session-tags */
const MOST_TAGS = 50;
// Of an incident that flaps, the older events are still found by their messages.
const KEPT_EVENTS = 5;

/** The tag by which an incident's sessions are found. */
export function incidentTag(incidentId: string): string {
  return `incident:${incidentId}`;
}

/** The tag of an event that a session has been told. */
export function eventTag(eventId: string): string {
  return `event:${eventId}`;
}

/** The tag that says what a session was asked, by facts known until `until` (epoch milliseconds). */
export function instructionTag(ask: Instruction, until: number): string {
  return `asked:${ask}@${new Date(until).toISOString()}`;
}

/** What a session is told of an event. */
export type ToldEvent = {
  instruction: Instruction;
  /** Each event acts once, however often it is delivered. */
  eventId: string;
  /** Up to when its facts are known, in epoch milliseconds; null where that cannot be said. */
  knownUntil: number | null;
  /** Whether a person asked for it. */
  isByHand?: boolean;
};

/** The tags that say what a session was told of an event. */
export function toldTags({ instruction, eventId, knownUntil, isByHand = false }: ToldEvent): string[] {
  return [
    eventTag(eventId),
    ...(isByHand ? [BY_HAND_TAG] : []),
    ...(knownUntil === null ? [] : [instructionTag(instruction, knownUntil)]),
  ];
}

/** What a session was asked, by facts known until `until` (epoch milliseconds). */
export type GivenInstruction = { ask: Instruction; until: number };

const ASKS = ["gather", "draft", "hold"] as const;

/** What the session with these tags was asked last; null when no tag tells. */
export function lastInstruction(tags: string[]): GivenInstruction | null {
  return allInstructions(tags)[0] ?? null;
}

/** Whether the session with these tags was asked to gather and never yet to draft, though perhaps to hold meanwhile. */
export function isGathering(tags: string[]): boolean {
  const asked = allInstructions(tags).map(({ ask }) => ask);
  return asked.includes("gather") && !asked.includes("draft");
}

/** The latest first. */
function allInstructions(tags: string[]): GivenInstruction[] {
  const asked = tags.flatMap((tag) => {
    const [, word, time = ""] = /^asked:([a-z]+)@(.*)$/.exec(tag) ?? [];
    const until = Date.parse(time);
    const ask = ASKS.find((one) => one === word);
    return ask === undefined || Number.isNaN(until) ? [] : [{ ask, until }];
  });
  return asked.sort((a, b) => b.until - a.until);
}

/** The incident that a session is about; null when no tag tells. */
export function incidentOf(tags: string[]): string | null {
  return tags.find((tag) => tag.startsWith("incident:"))?.slice("incident:".length) ?? null;
}

/** The event that a person's run gives itself. */
export function eventByHand(runId: string): string {
  return `manual-${runId}`;
}

/** Whether a person's run started the session. */
export function isByHand(tags: string[]): boolean {
  return tags.includes(BY_HAND_TAG);
}

const STATE_TAGS = [PROJECT_TAG, BY_HAND_TAG, DEFERRED_TAG, NUDGED_TAG, NEEDS_SOMEBODY_TAG];

/** Whether a tag is one by which this project knows its sessions; the others are the configuration's, and people's. */
export function isOwnTag(tag: string): boolean {
  return STATE_TAGS.includes(tag) || /^(?:incident|event|asked):/.test(tag);
}

/** All tags of a session once it has the added ones too, the least needed left out where they would not fit. */
export function fitTags(tags: string[], added: string[]): string[] {
  const all = [...new Set([...tags, ...added])];
  if (all.length <= MOST_TAGS) return all;
  const isOf = (prefix: string) => (tag: string) => tag.startsWith(prefix);
  const asked = allInstructions(all);
  const newest = ASKS.flatMap((ask) => {
    const last = asked.find((one) => one.ask === ask);
    return last ? [instructionTag(ask, last.until)] : [];
  });
  const others = all.filter((tag) => !isOf("event:")(tag) && !isOf("asked:")(tag));
  const room = MOST_TAGS - KEPT_EVENTS - newest.length;
  const ownFirst = others.toSorted((a, b) => Number(isOwnTag(b)) - Number(isOwnTag(a)));
  return [...ownFirst.slice(0, room), ...all.filter(isOf("event:")).slice(-KEPT_EVENTS), ...newest];
}
