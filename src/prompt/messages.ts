/** What a live session is told, and the words by which each message is found again. */

import type { Session } from "../devin/session.ts";
import { isGathering, lastInstruction } from "../devin/tags.ts";
import { type Brief, dataOf, draftSections, section } from "./prompt.ts";

/** An occasion by its name. */
type EventName = { id: string; type: string };

/** The message that continues a live session when its incident has news. */
export function buildUpdate(brief: Brief, event: EventName, live: Session): string {
  const asked = lastInstruction(live.tags);
  const named = `(${event.type}, ${firstLineOf(event)}`;
  const { resolvedAt } = brief.record;
  const resolved = resolvedAt === null ? [] : [`It was ${resolutionLine(resolvedAt)}.`];
  const since = asked?.until ?? null;
  if (isGathering(live.tags))
    return [
      [`The incident for which you gather evidence has news ${named}.`, ...resolved].join(" "),
      "Stop gathering and draft its postmortem now, from what you have found and the final facts below.",
      ...draftSections(brief),
      section("Data", dataOf(brief, { isAttached: false, isWithSkeleton: true, since })),
    ].join("\n\n");
  return [
    [`There is news of the incident that you drafted ${named}.`, ...resolved].join(" "),
    [
      ...(asked?.ask === "hold" ? ["You need not hold any longer."] : []),
      brief.config.publish === "pull-request"
        ? "Bring the same postmortem up to date in the same file, branch and pull request; where you have named the file already, keep that name. If the pull request is merged, open one follow-up pull request."
        : "Bring the same postmortem up to date where you published it.",
      "Correct what the facts below contradict, add what is new, and leave the rest. All rules of the first brief still hold.",
    ].join(" "),
    section("Data", dataOf(brief, { isAttached: false, isWithSkeleton: true, since })),
  ].join("\n\n");
}

/** The message by which a live session learns that its incident is open again. */
export function buildHold(event: EventName): string {
  return [
    `The incident was reopened (${event.type}, ${firstLineOf(event)}.`,
    "Hold: write nothing, push nothing and open nothing until you are told that it is resolved again. Leave what you have written as it is, end your turn and wait. All rules of the first brief still hold.",
  ].join("\n\n");
}

/** The message for a session that waits for somebody, which nobody will answer. */
export const NUDGE =
  "Nobody watches this session, so there is no answer to wait for (a reminder, sent once). Go on with what you have: where something is not known, write that it is unknown, and list under Not Checked what you could not read. If you cannot go on at all, report `blocked` with the reason in the structured output.";

/** The words by which the reminder is found again. */
export const NUDGE_MARKER = "(a reminder, sent once)";

/** The words by which the message about an event is found again. */
export function firstLineOf({ id }: Pick<EventName, "id">): string {
  return `event ${id})`;
}

/** The words by which any message that told of a resolve is found again; `resolvedAt` in epoch milliseconds. */
export function resolutionLine(resolvedAt: number): string {
  return `resolved at ${new Date(resolvedAt).toISOString().replace(/\.\d+Z$/, "Z")}`;
}

/** Whether a message told of a resolve at this instant (epoch milliseconds) or later; strangers' words come after its first line. */
export function mentionsResolutionSince(instant: number): (message: string) => boolean {
  return (message) => {
    const [, resolvedAt = ""] =
      /^The.*\. It was resolved at (\S+Z)\.$/m.exec(message.split("\n", 1).join("")) ?? [];
    return Date.parse(resolvedAt) >= instant;
  };
}
