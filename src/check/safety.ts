/** What the rules on safety share: the search for secrets and personal data, and links that go where they say. */

import type { Nodes } from "mdast";
import { citationOf, isSameThing, writtenIn } from "../github/citations.ts";
import { addressOf, definitionsOf } from "../postmortem/links.ts";
import { lineOf, nodesOf, shownWords } from "../postmortem/markdown.ts";
import type { PostmortemSource } from "../postmortem/parse.ts";
import { PERSONAL_KINDS } from "../redact/personal.ts";
import { PLACEHOLDER } from "../redact/placeholder.ts";
import { redactText, redactTexts } from "../redact/text.ts";
import { excerpt } from "./excerpt.ts";
import { isShortener } from "./hosts.ts";
import type { RuleContext, RuleFinding } from "./rule.ts";

export function findSecrets(source: PostmortemSource, context: RuleContext): Promise<RuleFinding[]> {
  return findRedactable(source, context, (kind) => !PERSONAL_KINDS.includes(kind));
}

export function findPersonalData(source: PostmortemSource, context: RuleContext): Promise<RuleFinding[]> {
  return findRedactable(source, context, (kind) => PERSONAL_KINDS.includes(kind));
}

/** The findings as others may read them: annotations, summaries and messages outlive the line that they quote. */
export function redactMessages<F extends { message: string }>(
  findings: F[],
  allow: readonly string[] = [],
): Promise<F[]> {
  return Promise.all(
    findings.map(async (finding) => ({ ...finding, message: await redactText(finding.message, { allow }) })),
  );
}

// The search is the longest work of the check, and two rules want what it finds.
const SEARCHED = new WeakMap<PostmortemSource, Promise<string[]>>();

/** Line by line, so that each finding has its line; a key of many lines shows in its first. */
async function findRedactable(
  source: PostmortemSource,
  { allow }: RuleContext,
  isMeant: (kind: string) => boolean,
): Promise<RuleFinding[]> {
  const { lines } = source;
  const searched = SEARCHED.get(source) ?? redactTexts(lines, { allow });
  SEARCHED.set(source, searched);
  const redacted = await searched;
  return lines.flatMap((line, index) => {
    const before = kindsIn(line);
    return kindsIn(redacted[index])
      .filter((kind) => !without(before, kind) && isMeant(kind))
      .map((kind) => ({ line: index + 1, message: `Here stands what looks like this: ${kind}.` }));
  });
}

function kindsIn(text = ""): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, kind = ""]) => kind);
}

/** Takes one of these away; whether it was there. The draft may have placeholders of the brief in it. */
function without(kinds: string[], kind: string): boolean {
  const at = kinds.indexOf(kind);
  return at !== -1 && kinds.splice(at, 1).length > 0;
}

function tagsIn(html: string): string[] {
  return [...html.matchAll(/<[a-z][^<>]*>/gi)].map(([tag]) => tag);
}

type ShownLink = { text: string; url: string; line: number; isPicture: boolean };

export function findMisleading({ tree }: PostmortemSource, context: RuleContext): RuleFinding[] {
  const definitions = definitionsOf(tree);
  const hosts = hostsOf(context);
  return [...nodesOf(tree)]
    .flatMap((node) => shownLinks(node, definitions))
    .flatMap(({ text, url, line, isPicture }): RuleFinding[] => {
      const message = deceptionOf(text.trim(), url, context.home.serverUrl);
      if (message !== null) return [{ line, message }];
      const host = isPicture ? (URL.parse(url)?.hostname ?? null) : null;
      if (host === null || hosts.some((known) => isWithin(host, known))) return [];
      return [
        {
          line,
          severity: "warning",
          message: `A picture comes from ${excerpt(host)}, which can show another one tomorrow.`,
          fix: "Put the picture into the repository, beside the postmortem.",
        },
      ];
    });
}

/** The hosts whose pictures are as good as the repository's: GitHub's, and those that the record links to. */
function hostsOf({ home, skeleton }: RuleContext): string[] {
  const lines = skeleton?.sections.flatMap(({ recordLines }) => recordLines) ?? [];
  const links = lines.flatMap(({ passages }) =>
    passages.flatMap((passage) => passage.links.map(({ url }) => url)),
  );
  const known = [home.serverUrl, ...links].flatMap((url) => URL.parse(url)?.hostname ?? []);
  return ["githubusercontent.com", ...known];
}

function shownLinks(node: Nodes, definitions: Map<string, string>): ShownLink[] {
  const line = lineOf(node);
  const address = addressOf(node, definitions);
  if (address !== null) return [{ text: shownWords(node), url: address, line, isPicture: false }];
  if (node.type === "image") return [{ text: "", url: node.url, line, isPicture: true }];
  if (node.type !== "html") return [];
  return tagsIn(node.value).flatMap((tag) => {
    const [, , quoted, url = quoted] = ADDRESS.exec(tag) ?? [];
    return url === undefined ? [] : [{ text: "", url, line, isPicture: /^<img/i.test(tag) }];
  });
}

const ADDRESS = /\s(?:href|src)\s{0,5}=\s{0,5}(?:(["'])((?:(?!\1)[^<>]){1,2000})|([^"'\s>]{1,2000}))/i;

/** What is wrong with a link; null when nothing is. */
function deceptionOf(text: string, address: string, serverUrl: string): string | null {
  const bare = address.replace(/[\s\p{Cc}]/gu, "");
  const [, scheme] = /^(javascript|data|vbscript|file|blob):/i.exec(bare) ?? [];
  if (scheme !== undefined)
    return `The link is of the kind ${scheme.toLowerCase()}:, which leads to no page.`;
  const url = URL.parse(bare, `https://${HERE}`);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const host = url.host === HERE ? "this repository" : excerpt(url.host);
  if (url.username !== "" || url.password !== "")
    return `The link has a name before its host ${host}, which looks like another host.`;
  if (isShortener(url)) return `The link goes through ${host}, which does not show where it leads.`;
  if (/(?:^|\.)xn--/.test(url.hostname)) return `The link leads to ${host}, which is shown as other letters.`;
  const shown = hostIn(text);
  if (shown !== null && !isWithin(url.hostname, shown))
    return `The link shows ${excerpt(shown)}, but leads to ${host}.`;
  const [reference] = writtenIn(text, null);
  if (reference?.length === text.length && url.origin !== serverUrl && reference.citation.isCertain)
    return `The link shows ${excerpt(text)} of GitHub's, but leads to ${host}.`;
  return isOther(text, url)
    ? "The link shows one commit, issue or pull request, but leads to another."
    : null;
}

// Where links without a host lead.
const HERE = "this-repository.invalid";

// Of names with a dot, those that are read as a host and not as a file.
const DOMAIN =
  /^(?:www\.|(?=\S{1,253}\.(?:com|org|net|io|dev|ai|app|cloud|gov|edu|co|info|us|uk|de|eu|example|test)(?:[:/?#]|$)))((?:[\p{L}\d-]{1,63}\.){1,6}[a-z]{2,24})(?=[:/?#]|$)\S*$/iu;

/** The host that a link's words show; null when they show none. */
function hostIn(text: string): string | null {
  const [, authority] = /\bhttps?:\/\/([^\s/?#<>"'\\]{1,253})/i.exec(text) ?? [];
  const [, domain = null] = DOMAIN.exec(text) ?? [];
  const host = authority?.split("@").slice(-1).join("").replace(/:\d+$/, "") ?? domain;
  return host && withoutWww(host);
}

function isWithin(host: string, shown: string): boolean {
  return `.${withoutWww(host)}`.endsWith(`.${shown}`);
}

function withoutWww(host: string): string {
  return host.toLowerCase().replace(/^www\./, "");
}

/** Whether the words name another thing of GitHub's than the address does. */
function isOther(text: string, url: URL): boolean {
  const target = citationOf(url.href, url.origin);
  if (target === null) return false;
  const repository = `${target.owner}/${target.name}`;
  const named = writtenIn(spelledOut(text, repository), { repository, incident: null });
  return named.length > 0 && named.every(({ citation }) => !isSameThing(citation, target));
}

/** The words of a link as a reference: `9fceb02` and `PR 812` are of the repository that the address names. */
function spelledOut(text: string, repository: string): string {
  if (/^[\da-f]{7,40}$/i.test(text)) return `${repository}@${text}`;
  return text.replace(/\b(?:PR|pull request|issue) {1,3}(\d{1,9})\b/gi, "#$1");
}
