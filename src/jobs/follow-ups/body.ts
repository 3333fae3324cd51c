/** The body of an issue: our text between our markers, and around it whatever people wrote. */

/** What the markers of an item's issue say. */
export type Marker = {
  incidentId: string;
  /** See `FollowUp.key`. */
  key: string;
  /** What a comment has told of the item: that it is ticked in its file, or no longer there. */
  told: "ticked" | "gone" | null;
};

const OPENING = /<!-- postmortem-bridge item ([A-Z0-9]{1,64}) ([0-9a-f]{16})(?: (ticked|gone))? -->/;
const CLOSING = /<!-- postmortem-bridge item ([A-Z0-9]{1,64}) ([0-9a-f]{16}) ends -->/;
const DASHBOARD = {
  opening: "<!-- postmortem-bridge dashboard -->",
  closing: "<!-- postmortem-bridge dashboard ends -->",
};

/** People quote one issue in another, so the first marker says what the issue is. */
const FIRST = /<!-- postmortem-bridge (item|dashboard)(?= )/;

/** The marker in a body. Either of the two is enough, since people may have deleted the other; null without both. */
export function readMarker(body: string): Marker | null {
  if (isDashboard(body)) return null;
  const [, incidentId, key, told] = OPENING.exec(body) ?? CLOSING.exec(body) ?? [];
  if (incidentId === undefined || key === undefined) return null;
  return { incidentId, key, told: told === "ticked" || told === "gone" ? told : null };
}

/** Our text in an item's issue; null where it is not between both markers. */
export function readText(body: string): string | null {
  return split(body, OPENING.exec(body)?.[0], CLOSING.exec(body)?.[0])?.text ?? null;
}

/** The body with this marker and text in place of ours; what people wrote before and after stays. */
export function writeBody(body: string, { incidentId, key, told }: Marker, text: string): string {
  const name = `postmortem-bridge item ${incidentId} ${key}`;
  const block = `<!-- ${name}${told === null ? "" : ` ${told}`} -->\n${text}\n<!-- ${name} ends -->`;
  return replaceBlock(body, block, OPENING.exec(body)?.[0], CLOSING.exec(body)?.[0]);
}

/** Whether the issue is the dashboard. */
export function isDashboard(body: string): boolean {
  return FIRST.exec(body)?.[1] === "dashboard";
}

/** The same as `writeBody` for the dashboard. */
export function writeDashboard(body: string, text: string): string {
  const { opening, closing } = DASHBOARD;
  return replaceBlock(body, `${opening}\n${text}\n${closing}`, opening, closing);
}

function replaceBlock(body: string, block: string, opening?: string, closing?: string): string {
  const parts = split(body, opening, closing);
  if (parts !== null) return `${parts.before}${block}${parts.after}`;
  const rest = [opening, closing].find((marker) => marker !== undefined && body.includes(marker));
  if (rest !== undefined) return body.replace(rest, () => block);
  return body.trim() === "" ? block : `${block}\n\n${body}`;
}

function split(body: string, opening: string | undefined, closing: string | undefined) {
  const from = opening === undefined ? -1 : body.indexOf(opening);
  const to = closing === undefined ? -1 : body.indexOf(closing, from);
  if (opening === undefined || closing === undefined || from === -1 || to === -1) return null;
  return {
    before: body.slice(0, from),
    text: body.slice(from + opening.length, to).trim(),
    after: body.slice(to + closing.length),
  };
}
