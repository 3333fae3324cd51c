/** Secrets in JSON, found by key and value; and where in a text something may be replaced so that JSON stays JSON. */

import { NAMED_KIND, nameBeforeValue } from "./named.ts";
import { namePartsOf, strictnessOf } from "./names.ts";
import { holdsCookie, isSecret, isStrong, type Strictness } from "./no-secret.ts";
import { PLACEHOLDER } from "./placeholder.ts";
import type { Span } from "./span.ts";
import { type Leaf, type Member, type Node, nextStructure, type Structure } from "./structure.ts";

/** A part of a text that may be replaced, whole or in part; one with a `quote` only as a whole, within such quotes. */
export type Atom = { start: number; end: number; quote: string | null };

export type Structured = { spans: Span[]; atoms: Atom[] };

/** What a key says of the values below it. */
type Expected = { kind: string; strictness: Strictness } | null;

/** The secrets of all lists and objects in a text, those in strings of others too. */
export function readJson(text: string): Structured {
  const result: Structured = { spans: [], atoms: [] };
  readRange(text, 0, text.length, null, result);
  return result;
}

function readRange(text: string, start: number, end: number, expected: Expected, into: Structured): void {
  let at = start;
  for (let found = nextStructure(text, at, end); found !== null; found = nextStructure(text, at, end)) {
    into.atoms.push({ start: at, end: found.start, quote: null });
    visit(text, found.node, expected ?? announced(text, found), into);
    at = found.end;
  }
  into.atoms.push({ start: at, end, quote: null });
}

// `credentials={"user": …}`: the name may stand before the bracket.
function announced(text: string, { start }: Structure): Expected {
  const name = nameBeforeValue(text, start);
  return name === null ? null : expectedOf(name);
}

function expectedOf(name: string): Expected {
  if (/^(?:proxy-|x-)?authori[sz]ation$/i.test(name)) return { kind: "credentials", strictness: "secret" };
  if (/^(?:set-)?cookies?$/i.test(name)) return { kind: "cookie", strictness: "secret" };
  const strictness = strictnessOf(name);
  return strictness === null ? null : { kind: NAMED_KIND, strictness };
}

function visit(text: string, node: Node, expected: Expected, into: Structured): void {
  if (node.is === "leaf") visitLeaf(text, node, expected, into);
  else if (node.is === "list") visitItems(text, node.items, expected, into);
  else visitMembers(text, node.members, expected, into);
}

function visitMembers(text: string, members: Member[], expected: Expected, into: Structured): void {
  const named = namedBy(members);
  const isManifest = members.some(
    ({ key, value }) => key.words === "kind" && value.is === "leaf" && value.words === "Secret",
  );
  for (const { key, value } of members) {
    visitLeaf(text, key, null, into);
    const isValue = named !== null && VALUE_KEY.test(key.words);
    const isData = isManifest && /^(?:data|stringData)$/.test(key.words);
    const own = isValue ? named : isData ? MANIFEST : below(key.words, expected);
    // A user and a password, as `"auth": ["kim", "…"]`.
    const isLogin = own?.strictness === "bare" && value.is === "list";
    visit(text, value, isLogin ? { ...own, strictness: "short" } : own, into);
  }
}

// What is said of a secret beside it: `{"credentials": {"user": "kim", "password": "…", "expires": "…"}}`.
const ABOUT = new Set(
  `name user username login host hostname port id type kind version path file url uri email region algorithm status state
  message reason error description namespace ref ttl length count enabled active mode owner created updated expires expiry
  expiration rotated changed at on by scope scopes role`.split(/\s+/),
);

function below(key: string, expected: Expected): Expected {
  const own = expectedOf(key);
  if (own !== null && (expected === null || own.strictness !== "bare")) return own;
  return expected !== MANIFEST && ABOUT.has(namePartsOf(key).at(-1) ?? "") ? null : expected;
}

const NAME_KEY = /^(?:name|key|field|label|title|header|variable|property|env|k)$/i;
const VALUE_KEY =
  /^(?:(?:new|old|current|previous|default|raw)?_?(?:value|val)|content|data|text|v|new|old|from|to|before|after|answer)$/i;
/** What each value of a Secret of Kubernetes is, whatever its key. */
const MANIFEST: Expected = { kind: NAMED_KIND, strictness: "password" };

/** What the name in `{"name": "DB_PASSWORD", "value": "…"}` lets expect of the value. */
function namedBy(members: Member[]): Expected {
  const name = members.find(({ key }) => NAME_KEY.test(key.words));
  return name?.value.is === "leaf" ? expectedOf(name.value.words) : null;
}

function visitItems(text: string, items: Node[], expected: Expected, into: Structured): void {
  for (const [index, item] of items.entries()) visit(text, item, expected ?? afterName(items, index), into);
}

// `["--password", "…"]` of a command, and `["DB_PASSWORD", "…"]`.
function afterName(items: Node[], index: number): Expected {
  const [name, value] = [items[index - 1], items[index]];
  if (name?.is !== "leaf" || value?.is !== "leaf") return null;
  const expected = expectedOf(name.words);
  const isFlag = /^--?[a-z]/i.test(name.words) && !value.words.startsWith("-");
  return isFlag || (items.length === 2 && (isStrong(value.words) || expected?.kind !== NAMED_KIND))
    ? expected
    : null;
}

function visitLeaf(text: string, leaf: Leaf, expected: Expected, into: Structured): void {
  const { start, end, isQuoted, quote } = leaf;
  const found = expected === null ? null : secretIn(leaf, expected);
  if (found !== null) into.spans.push(found);
  if (!isQuoted) into.atoms.push({ start, end, quote });
  else if (found === null) readRange(text, start, end, expected, into);
  else into.atoms.push({ start, end, quote: null });
}

function secretIn({ start, end, words }: Leaf, { kind, strictness }: NonNullable<Expected>): Span | null {
  const value = words.replace(PLACEHOLDER, "");
  // JSON in a string is read by itself.
  if (/^\s*[{[]\s*(?:\\*["']|[{[])/.test(value)) return null;
  if (kind === "cookie") return holdsCookie(value) ? { start, end, kind } : null;
  const [scheme = ""] = (kind === "credentials" && /^[A-Za-z][\w-]{0,40} +(?=\S)/.exec(words)) || [];
  if (!isSecret(value.slice(scheme.length), strictness)) return null;
  return { start: start + scheme.length, end, kind };
}
