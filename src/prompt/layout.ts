/** How a prompt is laid out: parts under headings, lists and numbered steps. */

/** One part of a prompt under its heading. */
export function section(heading: string, body: string): string {
  return `## ${heading}\n\n${body}`;
}

/** The items of a list. */
export function list(items: string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** Steps in their order. */
export function steps(items: string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join("\n");
}
