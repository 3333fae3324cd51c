/** The one note on an incident that is ours: written here, and known again by its whole form. */

const FIRST_LINE = "[postmortem-bridge] Postmortem";

/** What our note links; `pullRequest` is null until there is one. */
export type OwnNote = { session: string; pullRequest: string | null };

const OWN =
  /^\[postmortem-bridge\] Postmortem\nSession: (https?:\/\/\S{1,500})(?:\nPull request: (https?:\/\/\S{1,500}))?$/;
// As it was written before the first line told.
const OLD =
  /^Postmortem: Devin works on it in (https?:\/\/\S{1,500})(?:\nPull request: (https?:\/\/\S{1,500}))?\n\[postmortem-bridge\]$/;

/** The text of our note. */
export function writeOwnNote({ session, pullRequest }: OwnNote): string {
  return [
    FIRST_LINE,
    `Session: ${session}`,
    ...(pullRequest === null ? [] : [`Pull request: ${pullRequest}`]),
  ].join("\n");
}

/** What our note links; null for a note of somebody else, though it may quote ours. */
export function readOwnNote(text: string): OwnNote | null {
  const written = text.replaceAll("\r\n", "\n").trim();
  const [, session, pullRequest = null] = OWN.exec(written) ?? OLD.exec(written) ?? [];
  return session === undefined ? null : { session, pullRequest };
}

/** Whether a note is ours. */
export function isOwnNote(text: string): boolean {
  return readOwnNote(text) !== null;
}
