/** A postmortem's text as the check reads it: its lines, its Markdown, its front matter and sections. */

import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { readPostmortem } from "../postmortem/parse.ts";
import type { Source } from "./rule.ts";
import { withinTime } from "./time-limit.ts";

// A postmortem of 500 rows has about 50 KiB.
const MOST_BYTES = 262_144;
// That one takes a tenth of a second; crafted text of the same length would take hours.
const LONGEST_MS = 5_000;

/**
 * Reads a postmortem; its positions, also those of the tree, are those of the whole file. `problem` says why a text
 * is not read at all: it is too long, or made to take its reader apart.
 */
export function readSource(
  file: string,
  text: string,
  longestMs: number = LONGEST_MS,
): Source | { problem: string } {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES)
    return { problem: `it has ${bytes} bytes, and no more than ${MOST_BYTES} are read` };
  try {
    const read = withinTime(longestMs, () => parse(file, text));
    return read ? read.value : { problem: `reading it as Markdown took longer than ${longestMs} ms` };
  } catch {
    // The parser goes down into what is nested until its stack ends. Whatever else a text does to it, the other
    // postmortems are checked all the same.
    return {
      problem: "its quotes or lists are nested too deeply, or it breaks the Markdown parser otherwise",
    };
  }
}

function parse(file: string, text: string): Source {
  const postmortem = readPostmortem(text);
  return {
    file,
    text,
    lines: text.split(/\r?\n/),
    tree: fromMarkdown(withoutFrontMatter(text), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    }),
    postmortem: "problem" in postmortem ? null : postmortem,
  };
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/;

// Spaces in its place leave every later character where it stands in the file.
function withoutFrontMatter(text: string): string {
  const [front = ""] = FRONT_MATTER.exec(text) ?? [];
  return front.replace(/[^\r\n]/g, " ") + text.slice(front.length);
}
