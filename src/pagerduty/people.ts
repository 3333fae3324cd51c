/** The people of an incident by name: who took part, and whom the record knows at all. */

import type { Resolver } from "../incident/record.ts";
import type { IncidentDetails } from "./details.ts";
import { type Agent, isPerson } from "./fields.ts";

const MOST_RESPONDERS = 100;
const MOST_PEOPLE = 500;

/** Those who acted or wrote until the resolve, and those who were asked to help and did not decline. */
export function respondersOf(
  { incident, logEntries, notes }: IncidentDetails,
  resolvedAt: number | null,
): string[] {
  const isUntil = ({ at }: { at: number | null }) => resolvedAt === null || (at !== null && at <= resolvedAt);
  const acted = logEntries
    .filter((entry) => entry.type !== "notify" && isUntil(entry))
    .flatMap(({ agent }) => personNameOf(agent));
  const wrote = notes.filter(isUntil).flatMap(({ by }) => personNameOf(by));
  return [...new Set([...(incident?.responders ?? []), ...acted, ...wrote])].slice(0, MOST_RESPONDERS);
}

/** All people that the record knows, each once, in the order in which they first appear in it. */
export function peopleOf(
  { incident, logEntries, notes }: IncidentDetails,
  resolvedBy: Resolver | null,
): string[] {
  const logged = logEntries.map(({ at, agent, assignees, asked }) => ({
    at,
    names: [...personNameOf(agent), ...assignees, ...asked],
  }));
  const wrote = notes.map(({ at, by }) => ({ at, names: personNameOf(by) }));
  const inOrder = [...logged, ...wrote].sort(
    (a, b) => (a.at ?? Number.MAX_VALUE) - (b.at ?? Number.MAX_VALUE),
  );
  const names = [
    ...inOrder.flatMap((one) => one.names),
    ...(incident?.responders ?? []),
    ...(resolvedBy?.kind === "user" && resolvedBy.name !== null ? [resolvedBy.name] : []),
  ];
  return [...new Set(names)].slice(0, MOST_PEOPLE);
}

function personNameOf(agent: Agent): string[] {
  return isPerson(agent) && agent?.summary ? [agent.summary] : [];
}
