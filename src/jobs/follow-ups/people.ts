/** Who is meant by the owner of an action item: logins and teams that the configuration names, and no others. */

import { nameKey } from "../../lib/names.ts";

/** People's names, as they stand in postmortems, with their logins or teams on GitHub. */
export type People = Record<string, string>;

const MOST = 10;

/**
 * The logins (`jlee`) and teams (`acme/orders`) of an owner; several people may share an item. Nobody is mentioned
 * whom `people` does not name, since an owner is whatever somebody wrote into a file.
 */
export function loginsOf(owner: string | null, people: People): string[] {
  if (owner === null) return [];
  const logins = new Map<string, string>();
  for (const [name, login] of Object.entries(people)) {
    logins.set(normal(login), login).set(normal(name), login);
  }
  const whole = logins.get(normal(owner));
  if (whole !== undefined) return [whole];
  const parts = owner.split(/[,;&+、，；]| and /i).map((part) => logins.get(normal(part)));
  return [...new Set(parts.filter((login) => login !== undefined))].slice(0, MOST);
}

/** Whether it is a team, which can be mentioned but not assigned. */
export function isTeamMention(login: string): boolean {
  return login.includes("/");
}

function normal(name: string): string {
  return nameKey(name.replace(/^ ?@/, ""));
}
