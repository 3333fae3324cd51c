/** Text that is in the file, and that a reader of the rendered page does not see. */

import type { Nodes, Root } from "mdast";
import { Lexer } from "yaml";
import { lineOf, nodesOf, ownWords, shownWords } from "../postmortem/markdown.ts";
import type { PostmortemSource } from "../postmortem/parse.ts";
import { quote } from "./excerpt.ts";
import type { RuleFinding } from "./rule.ts";

/** `isTemplates` says whether the team's template has this HTML. */
export function hiddenIn(source: PostmortemSource, isTemplates: (html: string) => boolean): RuleFinding[] {
  const { tree } = source;
  const used = usedIn(tree);
  const nodes = [...nodesOf(tree)].flatMap((node) => {
    const message = hidingOf(node, used, isTemplates);
    if (message === null) return [];
    const line = lineOf(node);
    return [
      node.type === "html" && WORD.test(node.value) ? { line, message, fix: IN_CODE } : { line, message },
    ];
  });
  return [...invisibleIn(source), ...commentsIn(tree), ...formulasIn(source), ...nodes];
}

// A name between angle brackets, which GitHub takes for a tag and leaves out.
const WORD = /^<[a-z][\w.-]{0,60}>$/i;
const IN_CODE =
  "Put a name with angle brackets in back-quotes: GitHub takes it for a tag, and shows nothing.";

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
// Parts of emoji, the joiners by which letters of some scripts change their form, and the mark of their direction.
const JOINED =
  /\p{RGI_Emoji}|(?<=[\p{Script=Hebrew}\p{Script=Arabic}][\p{P}\p{Zs}]{0,2})[\u200E\u200F\u061C]|(?<=\p{Emoji})[\uFE0E\uFE0F]|(?<=[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])[\u200C\u200D](?=[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])/gv;

/** Characters that show nothing, as they are or as an entity. */
function invisibleIn({ lines, tree }: PostmortemSource): RuleFinding[] {
  // A mark of the encoding may begin the file.
  const written = lines.map((text, index) => ({
    line: index + 1,
    text: index === 0 ? text.replace(/^\uFEFF/, "") : text,
  }));
  const spelled = [...nodesOf(tree)].flatMap((node) =>
    node.type === "text" ? [{ line: lineOf(node), text: node.value }] : [],
  );
  const found = [...written, ...spelled].flatMap(({ line, text }) => {
    // To look for emoji takes far longer, and most lines hold nothing of the kind.
    const [character] = INVISIBLE.test(text) ? (INVISIBLE.exec(text.replace(JOINED, "")) ?? []) : [];
    if (character === undefined) return [];
    const code = Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0");
    return [{ line, message: `A character stands here that nobody sees (U+${code}).` }];
  });
  return [...new Map(found.map((one) => [`${one.line} ${one.message}`, one])).values()];
}

// The lexer of `yaml` begins the text of a scalar with this mark; a comment has none.
const SCALAR = "\u001F";

const UNSEEN = new Map([
  ["#", "A comment"],
  ["&", "The name of a value"],
  ["!", "The type of a value"],
  ["%", "A directive"],
]);

/** Comments of the front matter, and what else GitHub's table of it does not show. */
function commentsIn({ children: [first] }: Root): RuleFinding[] {
  if (first?.type !== "yaml") return [];
  const findings: RuleFinding[] = [];
  let line = lineOf(first) + 1;
  let last = "";
  for (const token of new Lexer().lex(first.value)) {
    const what = last === SCALAR ? undefined : UNSEEN.get(token.charAt(0));
    if (what !== undefined)
      findings.push({ line, message: `${what} stands in the front matter, which nobody sees.` });
    line += token.split("\n").length - 1;
    last = token;
  }
  return findings;
}

/** The names of links and footnotes that a text uses. */
function usedIn(tree: Root): { links: Set<string>; notes: Set<string> } {
  const nodes = [...nodesOf(tree)];
  return {
    links: new Set(nodes.flatMap((node) => ("referenceType" in node ? [node.identifier] : []))),
    notes: notesIn(tree),
  };
}

/** The footnotes that the text leads to, also by way of others. */
function notesIn({ children }: Root): Set<string> {
  const used = new Set<string>();
  const left: Nodes[] = children.filter(({ type }) => type !== "footnoteDefinition");
  for (let root = left.pop(); root !== undefined; root = left.pop())
    for (const node of nodesOf(root)) {
      if (node.type !== "footnoteReference" || used.has(node.identifier)) continue;
      used.add(node.identifier);
      left.push(...children.filter((one) => "identifier" in one && one.identifier === node.identifier));
    }
  return used;
}

const LANGUAGE = /^[\w+#.-]{1,20}$/;

/** What hides something in a node; null where all of it is seen. */
function hidingOf(
  node: Nodes,
  used: ReturnType<typeof usedIn>,
  isTemplates: (html: string) => boolean,
): string | null {
  if ("title" in node && node.title)
    return `The title ${quote(node.title)} is only seen by who points at it.`;
  if (/^image/.test(node.type) && ownWords(node).length > LONGEST_ALT)
    return `The description ${quote(ownWords(node))} of a picture has more than ${LONGEST_ALT} characters, and nobody sees them.`;
  if (node.type === "image" && /#gh-(?:dark|light)-mode-only$/i.test(node.url))
    return "A picture stands here that only readers with one of GitHub's two themes see.";
  if (node.type === "text" && node.value.includes("$") && HIDING_MATH.test(node.value)) return MATH;
  if (node.type === "definition" && !used.links.has(node.identifier))
    return "The address of a link is defined here that no text uses, so nobody sees it.";
  if (node.type === "footnoteDefinition" && !used.notes.has(node.identifier))
    return "A footnote stands here that no text uses, so nobody sees it.";
  if (node.type === "link" && isEmpty(node)) return "A link without words stands here.";
  if (node.type === "code") return hidingInCode(node.lang ?? "", node.meta ?? "", node.value);
  if (node.type === "table") {
    const cells = node.children.map(({ children }) => children.length);
    return Math.max(...cells) > Math.max(...cells.slice(0, 1))
      ? "A row has more cells than the head of its table, and nobody sees those."
      : null;
  }
  if (node.type !== "html" || isTemplates(node.value)) return null;
  return hidingInHtml(node.value);
}

// What describes a picture for those who cannot see it.
const LONGEST_ALT = 125;
const HIDING_MATH = /\\(?:[hv]?phantom|(?:text|f)?color(?:box)?|[rl]lap|tiny|scriptsize|href)(?![a-z])/i;
const MATH = "A formula stands here that can hide words.";

/** Formulas between a dollar and a back-quote, which Markdown takes for code. */
function formulasIn({ lines }: PostmortemSource): RuleFinding[] {
  return lines.flatMap((text, index) =>
    text.includes("$`") && HIDING_MATH.test(text) ? [{ line: index + 1, message: MATH }] : [],
  );
}

function isEmpty(node: Nodes): boolean {
  return shownWords(node).trim() === "" && ![...nodesOf(node)].some(({ type }) => type === "image");
}

// A node may be called `click`, too.
const CHART_HIDING = /^[ \t]*(?:%%|acc(?:Descr|Title)\b|click[ \t]+[^\s"-][^\s"]*[ \t][^"\n]*")/m;

function hidingInCode(language: string, more: string, text: string): string | null {
  if (more !== "")
    return `The words ${quote(more)} stand after the language of the code, where nobody sees them.`;
  if (language !== "" && !LANGUAGE.test(language)) return `${quote(language)} is the name of no language.`;
  if (language === "math" && HIDING_MATH.test(text)) return MATH;
  if (/^(?:geojson|topojson|stl)$/i.test(language))
    return `GitHub draws the code of the kind ${language}, and shows none of its words.`;
  return language === "mermaid" && CHART_HIDING.test(text)
    ? "A comment, a description or a tooltip stands in the chart, which nobody sees."
    : null;
}

// What shows its words as they are, and may have no attribute but those of a picture or of a fold.
const TAG =
  /<(?:\/?(?:b|blockquote|br|code|dd|details|dl|dt|em|hr|i|ins|kbd|li|ol|p|pre|strong|sub|summary|sup|table|tbody|td|th|thead|tr|ul)\s{0,9}\/?|details\s{1,9}open|img(?:\s{1,9}(?:src|align)="[^"<>]{0,2000}"|\s{1,9}alt="[^"<>]{0,125}"|\s{1,9}(?:width|height)="(?!0|1")[^"<>]{0,20}")+\s{0,9}\/?)>/gi;

function hidingInHtml(html: string): string | null {
  if (html.includes("<!--")) return "An HTML comment stands here, which nobody sees.";
  if (/<summary\s*>\s*<\/summary/i.test(html)) return "A fold stands here that does not say what it hides.";
  const [found] = /<[/!?a-z][^<>]*>?/i.exec(html.replace(TAG, "")) ?? [];
  return found === undefined ? null : `The HTML ${quote(found)} can hide words; Markdown says it without.`;
}
