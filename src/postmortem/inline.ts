/** Strangers' words and links as Markdown that shows them and does nothing else. */

import type { Link } from "../incident/record.ts";
import { escapeMarkdown, toSingleLine } from "../lib/text.ts";

/** In characters. */
export const LONGEST_NAME = 100;
/** In characters: of one row, one item of a list. */
export const LONGEST_WORDS = 600;
const LONGEST_LINK_TEXT = 60;

// GitHub makes a picture or a link of these after it has read all escapes, but not inside code.
const EMOJI_OR_MAIL = /((?::[a-z0-9_+-]{1,60}:)+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)/i;

/** One line of at most `longest` characters that renders as it was written, wherever in a line it stands. */
export function inert(words: string, longest: number): string {
  const parts = toSingleLine(words, longest).split(EMOJI_OR_MAIL);
  const escaped = parts.map((part, index) =>
    index % 2 === 1 && /[a-z@]|:(?:100|1234|[+-]1):/i.test(part) ? `\`${part}\`` : escapeAll(part, longest),
  );
  // At the beginning of a line a dash, an equals sign or a number would be Markdown too.
  return escaped.join("").replace(/^(\d+(?=[.)])|(?=[-=]))/, "$1\\");
}

// The parts of a line keep the spaces around them, which `escapeMarkdown` takes off.
function escapeAll(part: string, longest: number): string {
  const before = part.startsWith(" ") ? " " : "";
  const after = part.length > before.length && part.endsWith(" ") ? " " : "";
  return `${before}${escapeMarkdown(part, longest)}${after}`;
}

/** A stranger's name; null where there is none. */
export function inertName(name: string | null | undefined): string | null {
  return inert(name ?? "", LONGEST_NAME) || null;
}

/** The links that lead somewhere, each as `[text](address)`. */
export function linksOf(links: Link[]): string[] {
  return links.flatMap((link) => linkTo(link) ?? []);
}

/** `[text](address)`; null for an address that is none of the web's. */
export function linkTo({ href, text }: Link): string | null {
  const address = URL.parse(href);
  if (address === null || !/^https?:$/.test(address.protocol)) return null;
  if (address.username !== "" || address.password !== "") return null;
  // The reference of a commit mentions nobody.
  const label = inert(labelOf(address, text), LONGEST_LINK_TEXT).replace("&#64;", "@");
  return `[${label}](${linkDestination(address.href)})`;
}

const GITHUB = /^\/([\w.-]+\/[\w.-]+)\/(?:commit\/([0-9a-f]{7,64})|(?:pull|issues)\/(\d{1,12}))\/?$/;
const LOOKS_LIKE_ADDRESS = /\.[a-z]{2}|[/@]/i;

/** A change on GitHub by its reference; a text of the sender's where it cannot be taken for another address. */
function labelOf({ host, pathname }: URL, text: string | null): string {
  const [, repository, commit, number] = GITHUB.exec(pathname) ?? [];
  if (host === "github.com" && repository !== undefined)
    return commit === undefined ? `${repository}#${number}` : `${repository}@${commit.slice(0, 7)}`;
  const words = toSingleLine(text ?? "", LONGEST_LINK_TEXT);
  return words === "" || LOOKS_LIKE_ADDRESS.test(words) ? host : words;
}

/** An address between the parentheses of a link, which nothing in it can end. */
export function linkDestination(address: string): string {
  return address
    .replace(/[\s()<>[\]\\|`"'*_~$]/g, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
      return /[*_~$'"]/.test(character) ? character : `%${code}`;
    })
    .replaceAll("&", "&amp;");
}
