/** The body of an issue: our text between our two markers, and around it whatever people wrote. */

/** What the markers of an item's issue say. */
export type Marker = {
  incidentId: string;
  /** See `FollowUp.key`. */
  key: string;
  /** What a comment has told of the item: that it is ticked in its file, or no longer there. */
  told: "ticked" | "gone" | null;
};

const MARKER =
  /<!-- postmortem-bridge (dashboard|item ([A-Z0-9]{1,64}) ([0-9a-f]{16}))(?: (ticked|gone|ends))? -->/;

/** The marker in a body; null where the issue is none of an item. */
export function readMarker(body: string): Marker | null {
  const [, , incidentId, key, state] = MARKER.exec(body) ?? [];
  if (incidentId === undefined || key === undefined) return null;
  return { incidentId, key, told: state === "ticked" || state === "gone" ? state : null };
}

/** Whether the issue is the dashboard. */
export function isDashboard(body: string): boolean {
  return MARKER.exec(body)?.[1] === "dashboard";
}

/** Our text; null where it is not between both markers. */
export function readText(body: string): string | null {
  return blockIn(body)?.text ?? null;
}

/** The body with this marker and text in place of ours; what people wrote before and after stays. */
export function writeBody(body: string, { incidentId, key, told }: Marker, text: string): string {
  return write(body, `item ${incidentId} ${key}`, told, text);
}

/** The same as `writeBody` for the dashboard. */
export function writeDashboard(body: string, text: string): string {
  return write(body, "dashboard", null, text);
}

function write(body: string, name: string, told: Marker["told"], text: string): string {
  const opening = `<!-- postmortem-bridge ${name}${told === null ? "" : ` ${told}`} -->`;
  const block = `${opening}\n${text}\n${closingOf(name)}`;
  const there = blockIn(body);
  if (there !== null) return `${there.before}${block}${there.after}`;
  return body.trim() === "" ? block : `${block}\n\n${body}`;
}

/**
 * Our block, which begins with the first marker: people quote one issue in another. They may also delete one of its
 * markers, and the other alone is the block then.
 */
function blockIn(body: string): { before: string; text: string | null; after: string } | null {
  const first = MARKER.exec(body);
  if (first === null) return null;
  const [opening, name = "", , , state] = first;
  const from = first.index + opening.length;
  const to = state === "ends" ? -1 : body.indexOf(closingOf(name), from);
  return {
    before: body.slice(0, first.index),
    text: to === -1 ? null : body.slice(from, to).trim(),
    after: body.slice(to === -1 ? from : to + closingOf(name).length),
  };
}

function closingOf(name: string): string {
  return `<!-- postmortem-bridge ${name} ends -->`;
}
