/** A postmortem's text read back: its front matter, title, sections and timeline, each with its line in the file. */

import type { Nodes, Root } from "mdast";
import { dateOf } from "../lib/time.ts";
import type { SectionKey } from "../settings/sections.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { type FrontMatter, NO_VALUES, readFrontMatter } from "./front-matter.ts";
import { lineOf, parseMarkdown } from "./markdown.ts";
import { type SectionNames, sectionKeysOf } from "./sections.ts";

/** What stands below one heading of level two, as far as the next one. */
export type Section = {
  /** Which of the known sections it is; null for any other, and for what stands before the first heading. */
  key: SectionKey | null;
  /** Plain words; empty for what stands before the first heading. */
  heading: string;
  line: number;
  /** In the order of the text. */
  blocks: Block[];
};

/**
 * One item of the timeline, or what else in it begins with a time. `at` (epoch milliseconds, a whole minute) is null
 * for an item that does not begin with one.
 */
export type DocumentRow = { line: number; at: number | null; text: string; block: Block };

/** One postmortem. Lines are counted from 1 in the whole file. */
export type PostmortemSource = {
  /** Path in the repository. */
  file: string;
  text: string;
  lines: string[];
  /** The whole text, its front matter included, as Markdown with GitHub's extensions. */
  tree: Root;
  /** Null where the text does not begin with front matter. */
  frontMatter: FrontMatter | null;
  /** Those of the front matter; all null where there is none. */
  values: FrontMatter["values"];
  title: { text: string; line: number } | null;
  /** All blocks in the order of the text, the headings of the sections included. */
  blocks: Block[];
  /** The first is what stands before the first heading of level two. */
  sections: [Section, ...Section[]];
  /** All rows of the sections that are timelines, in their order. */
  timeline: DocumentRow[];
};

/**
 * Reads a postmortem, also after people and Devin have filled it. `names` is what the team's templates call the known
 * sections. `problem` says why a text is not read at all; what is wrong with its front matter is listed there.
 */
export function parsePostmortem(
  file: string,
  text: string,
  names: SectionNames = {},
): PostmortemSource | { problem: string } {
  const tree = parseMarkdown(text);
  if ("problem" in tree) return tree;
  const frontMatter = frontMatterOf(tree);
  const title = tree.children.find((node) => node.type === "heading" && node.depth === 1);
  const blocks = blocksOf(tree);
  const sections = sectionsOf(tree, blocks, title, names);
  const values = frontMatter?.values ?? NO_VALUES;
  const titleBlock = blocks.find(({ node }) => node === title);
  return {
    file,
    text,
    lines: text.split(/\r\n|\r|\n/),
    tree,
    frontMatter,
    values,
    title: titleBlock === undefined ? null : { text: titleBlock.words, line: titleBlock.line },
    blocks,
    sections,
    timeline: sections
      .filter(({ key }) => key === "timeline")
      .flatMap(({ blocks }) => blocks)
      .map((block) => rowOf(block, values.created))
      .filter(({ block: { kind }, at }) => kind === "item" || (at !== null && kind !== "code")),
  };
}

/** The sections with this key. A text may have several, though it should not. */
export function sectionsWith({ sections }: PostmortemSource, ...keys: SectionKey[]): Section[] {
  return sections.filter(({ key }) => key !== null && keys.includes(key));
}

/** All blocks of the sections with these keys. */
export function blocksWith(source: PostmortemSource, ...keys: SectionKey[]): Block[] {
  return sectionsWith(source, ...keys).flatMap(({ blocks }) => blocks);
}

function frontMatterOf({ children: [first] }: Root): FrontMatter | null {
  if (first?.type !== "yaml") return null;
  return readFrontMatter(first.value, lineOf(first) + 1);
}

function sectionsOf(
  tree: Root,
  blocks: Block[],
  title: Root["children"][number] | undefined,
  names: SectionNames,
): [Section, ...Section[]] {
  const top = new Set<Nodes>(tree.children);
  // The first heading of level one is the title; a later one ends the section before it, too.
  const heads = blocks.filter(
    ({ node }) => node.type === "heading" && node.depth <= 2 && node !== title && top.has(node),
  );
  const keys = sectionKeysOf(
    heads.map(({ words }) => words),
    names,
  );
  const sections: [Section, ...Section[]] = [
    { key: null, heading: "", line: 1, blocks: [] },
    ...heads.map(
      ({ words: heading, line }, index): Section => ({
        key: keys[index] ?? null,
        heading,
        line,
        blocks: [],
      }),
    ),
  ];
  let at = 0;
  for (const block of blocks)
    if (block === heads[at]) at++;
    else sections[at]?.blocks.push(block);
  return sections;
}

const ROW =
  /^([~≈]\s?)?(?:((?:\d{4}|[+-]\d{6})-\d\d-\d\d)(?:, ?|[ T]))?(\d\d?:\d\d)(?::\d\d(?:\.\d{1,9})?)?(\s?(?:[–-]|to|until)\s?\d\d?:\d\d(?::\d\d)?)?(?: ?[Uu][Tt][Cc](?![\p{L}\d+])|Z(?![\p{L}\d]))\s?(?:[—–:-]{1,3})?\s?/u;

/**
 * The instant that an item or a sentence begins with, and the words after it; null where it begins with none. That a
 * time is only near, or goes on to another, is one of the words.
 */
export function readRow(words: string, created: number | null): { at: number; text: string } | null {
  const [all, about = "", date = created === null ? undefined : dateOf(created), clock = "", until = ""] =
    ROW.exec(words) ?? [];
  if (all === undefined || date === undefined) return null;
  const at = instantOf(`${date}T${clock.padStart(5, "0")}:00.000Z`);
  return at === null ? null : { at, text: `${about}${until}${words.slice(all.length)}` };
}

function rowOf(block: Block, created: number | null): DocumentRow {
  const { at, text } = readRow(block.words, created) ?? { at: null, text: block.words };
  return { line: block.line, at, text, block };
}

// Date.parse takes the 31st of any month for a day.
function instantOf(time: string): number | null {
  const at = Date.parse(time);
  return Number.isNaN(at) || new Date(at).toISOString() !== time ? null : at;
}
