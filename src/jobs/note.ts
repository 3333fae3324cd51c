/** The one note on an incident that links its session and its pull request. */

import { linkOf, type Session } from "../devin/session.ts";
import { RequestError } from "../lib/errors.ts";
import type { Clock } from "../lib/http.ts";
import type { PagerDuty } from "../pagerduty/client.ts";
import { readOwnNote, writeOwnNote } from "../pagerduty/own-note.ts";
import type { Limits } from "../pagerduty/request.ts";

type Notes = Pick<PagerDuty, "listNotes" | "addNote" | "changeNote">;

const LONGEST_MS = 60_000;
const MOST_CALLS = 10;

/**
 * Writes the note, or brings the one that is there up to date; resolves with a warning where that could not be done,
 * since a note is never worth a red run.
 * @see https://developer.pagerduty.com/api-reference/a1d5bff2e8a9e-create-a-note-on-an-incident
 */
export async function keepNote(options: {
  pagerDuty: Notes;
  clock: Clock;
  incidentId: string;
  session: Session;
  pullRequest: string | null;
}): Promise<string | null> {
  const { pagerDuty, clock, incidentId, session, pullRequest } = options;
  const limits: Limits = { deadline: clock.now() + LONGEST_MS, calls: MOST_CALLS };
  const found = await findNote(pagerDuty, incidentId, limits);
  if (found.problem !== null) return `The incident's note was not written: ${found.problem}`;
  const { note } = found;
  try {
    if (note === null) {
      await pagerDuty.addNote(incidentId, writeOwnNote({ session: linkOf(session), pullRequest }));
      return null;
    }
    const before = readOwnNote(note.text);
    const own = { session: linkOf(session), pullRequest: pullRequest ?? before?.pullRequest ?? null };
    const isKnown = before?.session === own.session && before.pullRequest === own.pullRequest;
    if (isKnown || note.id === null) return null;
    await pagerDuty.changeNote(incidentId, note.id, writeOwnNote(own));
    return null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const isLost = note === null && error.effect === "unknown";
    const isThere = isLost && (await findNote(pagerDuty, incidentId, limits)).note !== null;
    return isThere ? null : `The incident's note may be missing. ${error.message}`;
  }
}

async function findNote(pagerDuty: Notes, incidentId: string, limits: Limits) {
  const { items, missing } = await pagerDuty.listNotes(incidentId, limits);
  const note = items.find(({ text }) => readOwnNote(text) !== null) ?? null;
  // A list that is not whole may hide ours.
  return { note, problem: note === null ? missing : null };
}
