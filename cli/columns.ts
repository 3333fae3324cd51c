/** What every command keeps to in a terminal: its width, and colour only where it has it. */

import { styleText } from "node:util";

/** Columns that a line may take: as many as the terminal has, between 40 and 80. */
export const WIDTH = Math.max(40, Math.min(80, process.stdout.columns || 80));

export type Style = Parameters<typeof styleText>[0];

/** Words in a style, where the output is a terminal that has it and NO_COLOR is not set. */
export function styled(style: Style, words: string): string {
  return styleText(style, words, { stream: process.stdout });
}

/** Breaks text into lines of `width` at most, at spaces where there are any, else after a slash. */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => {
    const lines: string[] = [];
    let rest = line;
    while (rest.length > width) {
      const space = rest.lastIndexOf(" ", width);
      const slash = rest.lastIndexOf("/", width - 1);
      const at = space > 0 ? space : slash > 0 ? slash + 1 : width;
      lines.push(rest.slice(0, at));
      rest = rest.slice(at).trimStart();
    }
    return [...lines, rest];
  });
}
