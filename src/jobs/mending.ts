/** Mending: what the check found goes to the session that wrote it, or the summary says who must act. */

import type { Finding } from "../check/run.ts";
import { isAlive, linkOf, type Session } from "../devin/session.ts";
import { incidentTag } from "../devin/tags.ts";
import { incidentIdPattern } from "../incident/patterns.ts";
import { incidentsOf } from "../postmortem/file.ts";
import { readFirstLine } from "../prompt/first-line.ts";
import { buildMending, lastAsked } from "../prompt/messages.ts";
import { boundaryOf } from "../prompt/prompt.ts";
import type { Config } from "../settings/configuration.ts";
import type { JobContext } from "./context.ts";
import { failuresOf } from "./result.ts";

/** The pull request as the run's event tells it. */
export type MendedPullRequest = {
  number: number;
  url: string | null;
  branch: string | null;
  head: string | null;
  isByBot: boolean;
  /** Whether the last push was a person's, as far as the event tells. */
  isPushedByPerson: boolean;
};

const PEOPLE = "whoever pushed last mends the findings";

/**
 * Sends the errors to the incident's live session, once per head and at most `mend.rounds` times per pull request;
 * resolves with one sentence on who acts now. `readHead` gives the pull request's head at this moment.
 */
export async function mend(
  context: JobContext,
  config: Config,
  pullRequest: MendedPullRequest,
  errors: Finding[],
  readHead: () => Promise<string>,
): Promise<string> {
  const { number, head, isByBot, isPushedByPerson } = pullRequest;
  if (!isByBot || isPushedByPerson) return `A person pushed last: ${PEOPLE}.`;
  if (config.mend.rounds === 0) return `mend.rounds is 0, so Devin is not told: ${PEOPLE}.`;
  if (head === null || context.inputs["dry-run"]) return `Devin is not told: ${PEOPLE}.`;
  if (context.inputs["devin-api-key"] === undefined)
    return "Without devin-api-key the session is not told: comment on the pull request, or mend the findings yourself.";
  try {
    const owned = await findOwner(context, pullRequest, errors);
    if (owned === null)
      return "No live session of Devin's owns this pull request: mend the findings yourself, or draft the incident by hand.";
    const name = linkOf(owned.session);
    const devin = context.devin();
    const own = await devin.listMessages(owned.session.id);
    if (lastAsked(owned.session.tags, own)?.ask === "hold")
      return `The incident is open again and the session ${name} holds: the check after its next resolve decides.`;
    const others = owned.sessions.filter((one) => one !== owned.session);
    const told = await Promise.all(others.map(({ id }) => devin.listMessages(id)));
    const rounds = roundsIn([own, ...told].flat(), context.repository, number);
    if (rounds.includes(head)) return `The session ${name} was told of this commit already.`;
    if (rounds.length >= config.mend.rounds)
      return `Devin was told ${rounds.length} times (mend.rounds), so now a person mends the findings.`;
    if ((await readHead()) !== head) return "The pull request has a newer commit, whose own check decides.";
    const boundary = boundaryOf(() => crypto.randomUUID());
    const { repository } = context;
    const findings = owned.errors.map(({ rule, file, line, message, fix }) => ({
      rule,
      file,
      line,
      message,
      fix,
    }));
    await devin.sendMessage(owned.session.id, buildMending({ repository, number, head, findings, boundary }));
    const isTold = `The session ${name} was told to mend the errors; its next push is checked again.`;
    const areAllTold = owned.errors.length === errors.length;
    return areAllTold ? isTold : `${isTold} A person mends the other errors, which are not in its file.`;
  } catch (error) {
    return `Devin could not be told. ${failuresOf(error).join(" ")}`;
  }
}

/** The live session of a pull request among all sessions of its incident, and the errors in the incident's files. */
type Owned = { session: Session; sessions: Session[]; errors: Finding[] };

async function findOwner(
  { devin }: JobContext,
  { branch, url }: MendedPullRequest,
  errors: Finding[],
): Promise<Owned | null> {
  const named = /^postmortem\/(.+)$/.exec(branch ?? "")?.[1];
  const byIncident = Map.groupBy(errors, ({ file }) => incidentIn(file));
  for (const [incidentId, own] of byIncident) {
    if (incidentId === null) continue;
    const sessions = await devin().listSessions(incidentTag(incidentId));
    const isNamed = ({ pullRequests }: Session) =>
      url !== null && pullRequests.some((one) => one.toLowerCase() === url.toLowerCase());
    const session = sessions.find((one) => isAlive(one) && (incidentId === named || isNamed(one)));
    if (session !== undefined) return { session, sessions, errors: own };
  }
  return null;
}

function incidentIn(file: string): string | null {
  const [id = null] = incidentsOf([file.slice(file.lastIndexOf("/") + 1)]);
  return id !== null && incidentIdPattern.test(id) ? id : null;
}

/** The heads of which messages told, for this pull request. */
function roundsIn(messages: string[], repository: string, number: number): string[] {
  return messages.flatMap((message) => {
    const line = readFirstLine(message);
    const isOurs =
      line?.kind === "check" &&
      line.number === number &&
      line.repository.toLowerCase() === repository.toLowerCase();
    return isOurs ? [line.head] : [];
  });
}
