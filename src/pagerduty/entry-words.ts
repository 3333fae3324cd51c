/** What an entry of PagerDuty's log means, in plain words. */

import { durationOf } from "../lib/time.ts";
import type { LogEntry } from "./log-entry.ts";

export type Kind =
  | "triggered"
  | "acknowledged"
  | "resolved"
  | "reopened"
  | "assigned"
  | "escalated"
  | "notable"
  | "other";

/** What happened and to whom; `quote` is what somebody wrote about it. */
export type Words = { kind: Kind; what: string; quote?: string };

const PLAIN = new Map<string, Words>([
  ["acknowledge", { kind: "acknowledged", what: "Acknowledged" }],
  // Spelled so in one place of PagerDuty's API description.
  ["acknowledgement", { kind: "acknowledged", what: "Acknowledged" }],
  ["unacknowledge", { kind: "notable", what: "Unacknowledged" }],
  ["resolve", { kind: "resolved", what: "Resolved" }],
  ["reopen", { kind: "reopened", what: "Reopened" }],
  ["exhaust_escalation_path", { kind: "notable", what: "Nobody was left to escalate to" }],
  ["repeat_escalation_path", { kind: "other", what: "Escalation began again from the first level" }],
  ["reach_ack_limit", { kind: "other", what: "Limit of acknowledgements reached" }],
  ["reach_trigger_limit", { kind: "other", what: "Limit of triggers reached" }],
  ["link", { kind: "other", what: "Another alert or incident linked" }],
  ["unlink", { kind: "other", what: "Alert or incident unlinked" }],
]);

const ASSIGNING = new Map<string, Words>([
  ["assign", { kind: "assigned", what: "Assigned" }],
  ["reassign", { kind: "assigned", what: "Reassigned" }],
  ["escalate", { kind: "escalated", what: "Escalated" }],
  ["delegate", { kind: "notable", what: "Delegated" }],
]);

/** What went before an entry, as far as its words depend on it. */
export type Before = {
  /** The incident's title, which the trigger need not repeat. */
  title: string | null;
  isTriggered: boolean;
  /** How long somebody has been asked to acknowledge, in whole minutes; null when nobody is. */
  minutesWaited: number | null;
};

/** The words of an entry. */
export function describeEntry(entry: LogEntry, before: Before): Words {
  const { type, channel, message, summary, agent } = entry;
  const isTimeout = channel.type === "timeout";
  const assigning = ASSIGNING.get(type);
  if (assigning)
    return { ...assigning, what: `${assigning.what}${toWhom(entry)}${afterWait(entry, before)}` };
  const plain = PLAIN.get(type);
  if (plain) return isTimeout ? { ...plain, what: `${plain.what} after a timeout` } : plain;
  if (type === "trigger") {
    const isTitle = channel.summary?.trim() === before.title?.trim();
    return {
      kind: before.isTriggered ? "other" : "triggered",
      what: "PagerDuty incident triggered",
      ...quoteOf(isTitle ? null : channel.summary),
    };
  }
  if (type === "status_update" || type === "incident_status_update")
    return { kind: "notable", what: "Status update published", ...quoteOf(message ?? channel.summary) };
  if (type === "responder_request") {
    const from = listOf(entry.asked);
    const what = from === "" ? "Help requested" : `Help requested from ${from}`;
    return { kind: "notable", what, ...quoteOf(message ?? channel.summary) };
  }
  if (type === "priority_change") return { kind: "notable", what: `Priority ${priorityChange(channel)}` };
  if (type === "urgency_change") {
    const urgency = /\bto\W{1,3}(high|low)\b/i.exec(summary ?? "")?.[1];
    return { kind: "notable", what: `Urgency changed${urgency ? ` to ${urgency.toLowerCase()}` : ""}` };
  }
  if (type === "snooze") return { kind: "notable", what: `Snoozed${untilOf(entry.snoozedUntil)}` };
  if (type === "field_value_change" || type === "custom_field_value_change")
    return { kind: "other", what: "Fields changed", ...quoteOf(entry.changeset.join("; ")) };
  return { kind: "other", what: withoutName(summary ?? type.replaceAll("_", " "), agent) || "Unnamed entry" };
}

/** `Ann`, `Ann and Bob`, `Ann, Bob and Eve`. */
function listOf(names: string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function toWhom({ type, assignees }: LogEntry): string {
  if (assignees.length > 0) return ` to ${listOf(assignees)}`;
  return type === "delegate" ? " to another escalation policy" : "";
}

function afterWait({ channel }: LogEntry, { minutesWaited }: Before): string {
  if (channel.type !== "timeout") return "";
  return minutesWaited === null || minutesWaited === 0
    ? " without an answer"
    : ` after ${durationOf(minutesWaited)} without an answer`;
}

function quoteOf(words: string | null): { quote?: string } {
  return words === null || words.trim() === "" ? {} : { quote: words };
}

function priorityChange({ oldPriority, newPriority }: LogEntry["channel"]): string {
  if (oldPriority !== null && newPriority !== null) return `changed from ${oldPriority} to ${newPriority}`;
  if (newPriority !== null) return `set to ${newPriority}`;
  return oldPriority === null ? "changed" : `${oldPriority} removed`;
}

function untilOf(at: number | null): string {
  return at === null ? "" : ` until ${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

// The agent's name stands at the end of the row, and PagerDuty's summaries tend to begin or end with it.
function withoutName(words: string, agent: LogEntry["agent"]): string {
  const name = agent?.summary;
  if (!name) return words;
  const ending = ` by ${name}`;
  const rest = words.endsWith(ending) ? words.slice(0, -ending.length) : words;
  return rest.startsWith(`${name} `) ? `Someone${rest.slice(name.length)}` : rest;
}
