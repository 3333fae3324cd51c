/** What a postmortem cites on GitHub: commits, pull requests, issues and files. */

/** One commit, one number (GitHub counts issues and pull requests together) or one file of a repository. */
export type Citation = {
  /** Such as `acme/orders@9fceb02`, `acme/orders#812` or `acme/orders:main/src/pool.ts`; one for each thing. */
  key: string;
  kind: "commit" | "number" | "file";
  owner: string;
  name: string;
  /** What Git may call it, any of which will do, since a branch's name may hold slashes; empty for a number. */
  revisions: string[];
  number: number | null;
  /** Whether it can be nothing but GitHub's: not a number without its repository, nor what may be an image's tag. */
  isCertain: boolean;
};

/** Where references without a repository or a host lead. */
export type Home = {
  /** `owner/name` of the docs repository, whose `#12` is. */
  repository: string;
  /** The host of GitHub, such as `https://github.com`; links to others are no citations. */
  serverUrl: string;
  /** The number of the incident, which is none of GitHub's. */
  incident: number | null;
};

const OWNER = String.raw`[a-z\d][\w-]{0,38}`;
const NAME = String.raw`[\w.-]{1,100}`;
const SHA = String.raw`[\da-f]{7,40}`;
const BEFORE = String.raw`(?<![\w./@#&:-])`;

const NUMBERED = new RegExp(`${BEFORE}(?:(${OWNER})/(${NAME}))?#([1-9]\\d{0,8})(?![\\w-])`, "gi");
const COMMIT = new RegExp(`${BEFORE}(${OWNER})/(${NAME})@(${SHA})(?![\\w-])`, "gi");
const FILE = new RegExp(`${BEFORE}(${OWNER})/(${NAME}):([\\w.-][\\w./-]{0,249})(?![\\w./-])`, "gi");

// What is counted elsewhere.
const OTHER_NUMBER = /\b(?:incidents?|alerts?|pagerduty|tickets?|cases?|shards?|pods?) {0,3}$/i;
// `owner/image:tag` is no file.
const PATH = /\/|\.[a-z][a-z\d]{0,7}$/i;
const VERSION = /^v?\d/i;

type WrittenCitation = { citation: Citation; start: number; length: number };

/** What a text names; a bare `#12` is of the home, and nothing without one. */
export function writtenIn(
  text: string,
  home: Pick<Home, "repository" | "incident"> | null,
): WrittenCitation[] {
  const [homeOwner = "", homeName = ""] = (home?.repository ?? "").split("/");
  const numbers = [...text.matchAll(NUMBERED)].flatMap(
    ({ 0: match, 1: owner, 2: name, 3: digits, index }) => {
      const isBare = owner === undefined || name === undefined;
      const number = Number(digits);
      const before = text.slice(Math.max(0, index - 20), index);
      if (isBare && (home === null || number === home.incident || OTHER_NUMBER.test(before))) return [];
      const citation = isBare ? numbered(homeOwner, homeName, number) : numbered(owner, name, number);
      return [{ citation: { ...citation, isCertain: !isBare }, start: index, length: match.length }];
    },
  );
  const commits = [...text.matchAll(COMMIT)].map(
    ({ 0: match, 1: owner = "", 2: name = "", 3: sha = "", index }) => ({
      citation: commit(owner, name, sha),
      start: index,
      length: match.length,
    }),
  );
  const files = [...text.matchAll(FILE)].flatMap(({ 1: owner = "", 2: name = "", 3: rest = "", index }) => {
    const path = rest.replace(/(?<![./])[./]{1,9}$/, "");
    if (!PATH.test(path) || VERSION.test(path)) return [];
    const length = owner.length + name.length + path.length + 2;
    const citation = { ...file(owner, name, "HEAD", path), isCertain: false };
    return [{ citation, start: index, length }];
  });
  return [...numbers, ...commits, ...files].filter(({ citation }) => isName(citation.name));
}

// Git abbreviates to 7 to 12 digits; what has letters or figures alone is a word or a number.
const BARE_COMMIT =
  /(?<![\w./@#&:-])(?=\d{0,40}[a-f])(?=[a-f]{0,40}\d)(?:[\da-f]{40}|[\da-f]{7,12})(?![\w/@#:-])/gi;

/** Commits that are written without their repository, such as `9fceb02`. */
export function bareCommitsIn(text: string): { sha: string; start: number }[] {
  return [...text.matchAll(BARE_COMMIT)].map(({ 0: sha, index }) => ({
    sha: sha.toLowerCase(),
    start: index,
  }));
}

/** A bare commit as one of a repository's (`owner/name`). */
export function commitOf(repository: string, sha: string): Citation {
  const [owner = "", name = ""] = repository.split("/");
  return commit(owner, name, sha);
}

function isName(name: string): boolean {
  return !/^\.{1,100}$/.test(name);
}

function numbered(owner: string, name: string, number: number): Citation {
  return {
    key: keyOf(owner, name, `#${number}`),
    kind: "number",
    owner,
    name,
    revisions: [],
    number,
    isCertain: true,
  };
}

function commit(owner: string, name: string, revision: string): Citation {
  const key = keyOf(owner, name, `@${revision.toLowerCase()}`);
  return { key, kind: "commit", owner, name, revisions: [revision], number: null, isCertain: true };
}

function file(owner: string, name: string, ref: string, path: string): Citation {
  const key = keyOf(owner, name, `:${ref}/${path}`);
  return { key, kind: "file", owner, name, revisions: [`${ref}:${path}`], number: null, isCertain: true };
}

// GitHub takes owners and names in any case.
function keyOf(owner: string, name: string, what: string): string {
  return `${owner}/${name}`.toLowerCase() + what;
}

const WHOLE_OWNER = new RegExp(`^${OWNER}$`, "i");
const WHOLE_NAME = new RegExp(`^${NAME}$`, "i");
const REVISION = /^\w[\w.+-]{0,99}$/;
const REF = /^\w[\w.+#/-]{0,199}$/;
const LONGEST_PATH = 400;
// A branch such as `release/2026/02`.
const MOST_SLASHES = 3;

/** What an address of GitHub's pages leads to; null when it is no such address, or leads to something else. */
export function citationOf(address: string, serverUrl: string): Citation | null {
  const url = URL.parse(address);
  const isHere = url !== null && url.host === URL.parse(serverUrl)?.host && /^https?:$/.test(url.protocol);
  const [owner = "", repository = "", what = "", ...rest] = isHere ? segmentsOf(url.pathname) : [];
  const name = repository.replace(/\.git$/, "");
  if (!WHOLE_OWNER.test(owner) || !WHOLE_NAME.test(name) || !isName(name)) return null;
  const [first = "", second, third = ""] = rest;
  if (what === "pull" && second === "commits") return commitAt(owner, name, third);
  if (what === "pull" || what === "issues")
    return /^[1-9]\d{0,8}$/.test(first) ? numbered(owner, name, Number(first)) : null;
  if (what === "commit") return commitAt(owner, name, first.replace(/\.(?:patch|diff)$/, ""));
  if (what === "tree") return fileAt(owner, name, rest, true);
  return /^(?:blob|blame|raw)$/.test(what) ? fileAt(owner, name, rest, false) : null;
}

function segmentsOf(path: string): string[] {
  try {
    return decodeURIComponent(path).split("/").filter(Boolean);
  } catch {
    return [];
  }
}

function commitAt(owner: string, name: string, revision: string): Citation | null {
  return REVISION.test(revision) && !revision.includes("..") ? commit(owner, name, revision) : null;
}

/** `isTree`: the address may be that of a whole branch or tag. */
function fileAt(owner: string, name: string, segments: string[], isTree: boolean): Citation | null {
  const whole = segments.join("/");
  const revisions = segments.slice(0, MOST_SLASHES).flatMap((_, index) => {
    const ref = segments.slice(0, index + 1).join("/");
    const path = segments.slice(index + 1).join("/");
    const isSafe = REF.test(ref) && !ref.includes("..") && !/\p{Cc}/u.test(path);
    if (path === "") return isSafe && isTree ? [ref] : [];
    return isSafe ? [`${ref}:${path}`] : [];
  });
  if (revisions.length === 0 || whole.length > LONGEST_PATH) return null;
  return {
    key: keyOf(owner, name, `:${whole}`),
    kind: "file",
    owner,
    name,
    revisions,
    number: null,
    isCertain: true,
  };
}

/** Whether two texts of one kind, such as an address and its words, may mean the same thing. */
export function isSameThing(one: Citation, other: Citation): boolean {
  if (one.kind !== other.kind) return true;
  if (keyOf(one.owner, one.name, "") !== keyOf(other.owner, other.name, "")) return false;
  if (one.kind === "file") return true;
  const [short = "", long = ""] = [one.key, other.key].sort((a, b) => a.length - b.length);
  return one.kind === "commit" ? long.startsWith(short) : long === short;
}
