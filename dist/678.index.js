export const id = 678;
export const ids = [678];
export const modules = {

/***/ 4678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkPullRequest: () => (/* binding */ checkPullRequest)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
;// CONCATENATED MODULE: ./build/src/github/citations.js
/** What a postmortem cites on GitHub: commits, pull requests, issues and files. */
const OWNER = String.raw `[a-z\d][\w-]{0,38}`;
const NAME = String.raw `[\w.-]{1,100}`;
const SHA = String.raw `[\da-f]{7,40}`;
const BEFORE = String.raw `(?<![\w./@#&:-])`;
const NUMBERED = new RegExp(`${BEFORE}(?:(${OWNER})/(${NAME}))?#([1-9]\\d{0,8})(?![\\w-])`, "gi");
const COMMIT = new RegExp(`${BEFORE}(${OWNER})/(${NAME})@(${SHA})(?![\\w-])`, "gi");
const FILE = new RegExp(`${BEFORE}(${OWNER})/(${NAME}):([\\w.-][\\w./-]{0,249})(?![\\w./-])`, "gi");
// What is counted elsewhere.
const OTHER_NUMBER = /\b(?:incidents?|alerts?|pagerduty|tickets?|cases?|shards?|pods?) {0,3}$/i;
// `owner/image:tag` is no file.
const PATH = /\/|\.[a-z][a-z\d]{0,7}$/i;
const VERSION = /^v?\d/i;
/** `repository` is the one of a bare `#12`; null: there is none. */
function writtenIn(text, repository, incident) {
    const [homeOwner = "", homeName = ""] = (repository ?? "").split("/");
    const numbers = [...text.matchAll(NUMBERED)].flatMap(({ 0: match, 1: owner, 2: name, 3: digits, index }) => {
        const isBare = owner === undefined || name === undefined;
        const number = Number(digits);
        const before = text.slice(Math.max(0, index - 20), index);
        if (isBare && (repository === null || number === incident || OTHER_NUMBER.test(before)))
            return [];
        const citation = isBare ? numbered(homeOwner, homeName, number) : numbered(owner, name, number);
        return [{ citation, start: index, length: match.length }];
    });
    const commits = [...text.matchAll(COMMIT)].map(({ 0: match, 1: owner = "", 2: name = "", 3: sha = "", index }) => ({
        citation: commit(owner, name, sha),
        start: index,
        length: match.length,
    }));
    const files = [...text.matchAll(FILE)].flatMap(({ 1: owner = "", 2: name = "", 3: rest = "", index }) => {
        const path = rest.replace(/(?<![./])[./]{1,9}$/, "");
        if (!PATH.test(path) || VERSION.test(path))
            return [];
        const length = owner.length + name.length + path.length + 2;
        return [{ citation: file(owner, name, "HEAD", path), start: index, length }];
    });
    return [...numbers, ...commits, ...files].filter(({ citation }) => isName(citation.name));
}
function isName(name) {
    return !/^\.{1,100}$/.test(name);
}
function numbered(owner, name, number) {
    return { key: keyOf(owner, name, `#${number}`), kind: "number", owner, name, revisions: [], number };
}
function commit(owner, name, revision) {
    const key = keyOf(owner, name, `@${revision.toLowerCase()}`);
    return { key, kind: "commit", owner, name, revisions: [revision], number: null };
}
function file(owner, name, ref, path) {
    const key = keyOf(owner, name, `:${ref}/${path}`);
    return { key, kind: "file", owner, name, revisions: [`${ref}:${path}`], number: null };
}
// GitHub takes owners and names in any case.
function keyOf(owner, name, what) {
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
function citationOf(address, serverUrl) {
    const url = URL.parse(address);
    const isHere = url !== null && url.host === URL.parse(serverUrl)?.host && /^https?:$/.test(url.protocol);
    const [owner = "", repository = "", what = "", ...rest] = isHere ? segmentsOf(url.pathname) : [];
    const name = repository.replace(/\.git$/, "");
    if (!WHOLE_OWNER.test(owner) || !WHOLE_NAME.test(name) || !isName(name))
        return null;
    const [first = "", second, third = ""] = rest;
    if (what === "pull" && second === "commits")
        return commitAt(owner, name, third);
    if (what === "pull" || what === "issues")
        return /^[1-9]\d{0,8}$/.test(first) ? numbered(owner, name, Number(first)) : null;
    if (what === "commit")
        return commitAt(owner, name, first.replace(/\.(?:patch|diff)$/, ""));
    if (what === "tree")
        return fileAt(owner, name, rest, true);
    return /^(?:blob|blame|raw)$/.test(what) ? fileAt(owner, name, rest, false) : null;
}
function segmentsOf(path) {
    try {
        return decodeURIComponent(path).split("/").filter(Boolean);
    }
    catch {
        return [];
    }
}
function commitAt(owner, name, revision) {
    return REVISION.test(revision) && !revision.includes("..") ? commit(owner, name, revision) : null;
}
/** `isTree`: the address may be that of a whole branch or tag. */
function fileAt(owner, name, segments, isTree) {
    const whole = segments.join("/");
    const revisions = segments.slice(0, MOST_SLASHES).flatMap((_, index) => {
        const ref = segments.slice(0, index + 1).join("/");
        const path = segments.slice(index + 1).join("/");
        const isSafe = REF.test(ref) && !ref.includes("..") && !/\p{Cc}/u.test(path);
        if (path === "")
            return isSafe && isTree ? [ref] : [];
        return isSafe ? [`${ref}:${path}`] : [];
    });
    if (revisions.length === 0 || whole.length > LONGEST_PATH)
        return null;
    return { key: keyOf(owner, name, `:${whole}`), kind: "file", owner, name, revisions, number: null };
}
/** Whether two texts of one kind, such as an address and its words, may mean the same thing. */
function isSameThing(one, other) {
    if (one.kind !== other.kind)
        return true;
    if (keyOf(one.owner, one.name, "") !== keyOf(other.owner, other.name, ""))
        return false;
    if (one.kind === "file")
        return true;
    const [short = "", long = ""] = [one.key, other.key].sort((a, b) => a.length - b.length);
    return one.kind === "commit" ? long.startsWith(short) : long === short;
}

;// CONCATENATED MODULE: ./build/src/postmortem/prose.js
/** The words of a postmortem's body, section by section, with the lines that they stand on. */
/** What stands in a passage for a character of code. */
const CODE = "\uFFFC";
/** The node and all below it, in the order of the text. No recursion, since a stranger decides how deep a tree is. */
function* nodesOf(root) {
    const left = [root];
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
        yield node;
        const children = "children" in node ? node.children : [];
        for (const child of children.toReversed())
            left.push(child);
    }
}
/** The line on which a node begins. */
function lineOf({ position }) {
    return position?.start.line ?? 1;
}
/** The words that a node shows, code included. */
function wordsOf(root) {
    return [...nodesOf(root)].map(ownWords).join("");
}
function ownWords(node) {
    if (node.type === "text" || node.type === "inlineCode")
        return node.value;
    if (node.type === "image" || node.type === "imageReference")
        return node.alt ?? "";
    return node.type === "break" ? "\n" : "";
}
/** The sections in their order; the first is what stands before all headings. */
function sectionsOf(tree) {
    const sections = [{ heading: "", line: 1, children: [] }];
    for (const node of tree.children) {
        if (node.type === "heading" && node.depth === 2)
            sections.push({ heading: wordsOf(node).trim().toLowerCase(), line: lineOf(node), children: [] });
        else
            sections.at(-1)?.children.push(node);
    }
    return sections;
}
/** The passages of a node in the order of the text. Blocks of code and HTML have none. */
function passagesOf(root, definitions) {
    const passages = [];
    for (const node of nodesOf(root))
        if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
            passages.push(passageOf(node, definitions));
    return passages;
}
/** The addresses of `[name]: address` lines by their name. */
function definitionsOf(tree) {
    const definitions = new Map();
    // The first of a name is the one that counts.
    for (const node of nodesOf(tree))
        if (node.type === "definition" && !definitions.has(node.identifier))
            definitions.set(node.identifier, node.url);
    return definitions;
}
function passageOf(root, definitions) {
    const lines = [{ start: 0, line: lineOf(root) }];
    const links = [];
    const codes = [];
    let text = "";
    for (const node of nodesOf(root)) {
        const line = lineOf(node);
        const value = ownWords(node);
        const start = text.length;
        const url = addressOf(node, definitions);
        if (url !== null)
            links.push({ start, end: start + wordsOf(node).length, url, line });
        if (node.type === "inlineCode")
            codes.push({ start, value, line });
        const breaks = node.type === "text" ? [...value.matchAll(/\n/g)] : [];
        const next = breaks.map(({ index }, at) => ({ start: start + index + 1, line: line + at + 1 }));
        if (value !== "")
            lines.push({ start, line }, ...next);
        text += node.type === "inlineCode" ? CODE.repeat(value.length) : value.replace(/\s/g, " ");
    }
    return {
        text,
        isHeading: root.type === "heading",
        links,
        codes,
        lineAt: (offset) => lines.reduce((last, { start, line }) => (start <= offset ? line : last), 1),
    };
}
/** Where a node that is a link leads; null for any other. */
function addressOf(node, definitions) {
    if (node.type === "link")
        return node.url;
    return node.type === "linkReference" ? (definitions.get(node.identifier) ?? null) : null;
}
// Not after the dot of an abbreviation.
const END = /(?<![.!?]|\b(?:e\.g|i\.e|cf|vs|approx|incl|resp|no))[.!?]{1,3}["'”’)\]]{0,3} +(?![([])/gi;
/** The sentences of a passage; words in parentheses after a full stop belong to the sentence before them. */
function sentencesOf({ text }) {
    const ends = [...text.matchAll(END)].map(({ 0: end, index }) => index + end.length);
    const starts = [0, ...ends.filter((end) => end < text.length)];
    return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1]), start }));
}

;// CONCATENATED MODULE: ./build/src/check/citations.js
/** What a postmortem cites on GitHub, with the places where it does. */


/** All that a postmortem cites, in the order of its text. */
function citationsOf({ tree, postmortem }, home) {
    const definitions = definitionsOf(tree);
    const number = postmortem?.frontMatter.number ?? null;
    return passagesOf(tree, definitions).flatMap((passage) => citedIn(passage, home, number));
}
/** What one passage cites. `incident` is the number of the incident, which is none of GitHub's. */
function citedIn(passage, home, incident) {
    const linked = passage.links.flatMap(({ url, start, line }) => {
        const citation = citationOf(url, home.serverUrl);
        return citation ? [{ ...citation, start, line }] : [];
    });
    const coded = passage.codes.flatMap(({ value, start, line }) => {
        // In code, which may be anything, only what names a repository and is nothing else.
        const [found] = writtenIn(value, null, incident);
        return found?.start === 0 && found.length === value.length ? [{ ...found.citation, start, line }] : [];
    });
    const written = writtenIn(withoutLinks(passage), home.repository, incident).map(({ citation, start }) => ({
        ...citation,
        start,
        line: passage.lineAt(start),
    }));
    return [...linked, ...coded, ...written].sort((a, b) => a.start - b.start);
}
// A link's own words say what they like.
function withoutLinks({ text, links }) {
    let at = 0;
    let loose = "";
    for (const { start, end } of links) {
        loose += text.slice(at, start) + "\0".repeat(end - start);
        at = end;
    }
    return loose + text.slice(at);
}

// EXTERNAL MODULE: ./build/src/check/report.js
var check_report = __webpack_require__(4418);
// EXTERNAL MODULE: ./build/src/incident/incident.js
var incident = __webpack_require__(3608);
// EXTERNAL MODULE: ./build/src/lib/text.js
var lib_text = __webpack_require__(5498);
// EXTERNAL MODULE: ./build/src/lib/time.js
var lib_time = __webpack_require__(6016);
// EXTERNAL MODULE: ./build/src/postmortem/file.js
var postmortem_file = __webpack_require__(3560);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/settings/parse.js
var parse = __webpack_require__(9908);
;// CONCATENATED MODULE: ./build/src/postmortem/parse.js
/** A postmortem's text read back: its front matter, its sections and the rows of its timeline. */





// People write numbers, and yes or no, where a name is meant.
const parse_text = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()], "is not one line of text")
    .transform(String)
    .nullable()
    .default(null);
const TIME = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const NO_TIME = "is not a time such as 2026-02-10T14:32:00Z";
const time = schemas/* string */.YjP(NO_TIME)
    .transform((written) => (TIME.test(written) ? Date.parse(written) : Number.NaN))
    .refine((at) => !Number.isNaN(at), { error: NO_TIME })
    .nullable()
    .default(null);
const frontMatterSchema = schemas/* object */.Ikc({
    incident: incident/* incidentIdSchema */.jb,
    number: schemas/* int */.Whr("is not a whole number").positive("is not above 0").nullable().default(null),
    url: parse_text,
    service: parse_text,
    priority: parse_text,
    urgency: parse_text,
    status: parse_text,
    owner: parse_text,
    created: time,
    acknowledged: time,
    resolved: time,
    "duration-minutes": schemas/* int */.Whr("is not a whole number").nonnegative("is below 0").nullable().default(null),
    session: parse_text,
}, "has no keys")
    .transform(({ "duration-minutes": durationMinutes, ...rest }) => ({ ...rest, durationMinutes }));
/** Reads what `renderSkeleton` wrote, also after people and Devin have filled it; `problem` says why it cannot. */
function readPostmortem(file) {
    const lines = file.replace(/^\uFEFF/, "").split(/\r?\n/);
    const [first = ""] = lines;
    const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
    if (!/^---\s*$/.test(first) || end === -1)
        return { problem: "it does not begin with front matter between two lines of ---" };
    const frontMatter = readFrontMatter(lines.slice(1, end).join("\n"));
    if ("problem" in frontMatter)
        return frontMatter;
    const { title, sections } = outlineOf(lines, end + 1);
    const timeline = sections
        .filter(({ heading }) => heading.toLowerCase() === "timeline")
        .flatMap(({ line, lines }) => rowsOf(lines, line + 1, frontMatter.created));
    return {
        frontMatter,
        title,
        sections: sections.map(({ heading, line, lines }) => ({ heading, line, text: lines.join("\n").trim() })),
        timeline,
    };
}
function readFrontMatter(yaml) {
    try {
        const parsed = frontMatterSchema.safeParse((0,dist/* parse */.qg)(yaml, { logLevel: "error" }) ?? {});
        if (parsed.success)
            return parsed.data;
        return { problem: `its front matter does not hold: ${(0,parse/* problemsOf */.GW)(parsed.error).join("; ")}` };
    }
    catch (error) {
        // The first line of the parser's message names line and column; the rest quotes the file.
        const what = String(error)
            .replace(/^\w+: /, "")
            .replace(/:?\n[\s\S]*$/, "");
        return { problem: `its front matter is not YAML: ${what}` };
    }
}
/** The first heading of level one, and the sections below headings of level two. Code blocks hold no headings. */
function outlineOf(lines, from) {
    let title = null;
    let fence = null;
    const sections = [];
    for (const [index, line] of lines.entries()) {
        if (index < from)
            continue;
        const [, mark = null] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
        const isCode = fence !== null || mark !== null;
        if (fence === null)
            fence = mark;
        else if (mark?.startsWith(fence) && line.trim() === mark)
            fence = null;
        const [, level, words = ""] = isCode ? [] : (/^(##?)[ \t]+(.*)$/.exec(line) ?? []);
        if (level === "##")
            sections.push({ heading: headingOf(words), line: index + 1, lines: [] });
        else if (level === "#")
            title ??= headingOf(words);
        else
            sections.at(-1)?.lines.push(line);
    }
    return { title, sections };
}
function headingOf(words) {
    return unescaped(words.trim().replace(/(?<![ \t])[ \t]+#+$/, ""));
}
const ROW = /^(?:((?:\d{4}|[+-]\d{6})-\d\d-\d\d) )?(\d\d:\d\d) UTC —(?: (.*))?$/;
function rowsOf(lines, firstLine, created) {
    const items = [];
    for (const [index, line] of lines.entries()) {
        const [, words] = /^[-*+][ \t]+(.*)$/.exec(line) ?? [];
        const last = items.at(-1);
        if (words !== undefined)
            items.push({ line: firstLine + index, words: words.trim() });
        // An item goes on in the indented lines below it.
        else if (last && /^\s+\S/.test(line))
            last.words += ` ${line.trim()}`;
    }
    return items.map(({ line, words }) => {
        const [, date = created === null ? null : (0,lib_time/* dateOf */.Q$)(created), time, what = ""] = ROW.exec(words) ?? [];
        const at = time === undefined ? null : instantOf(`${date}T${time}:00.000Z`);
        return { line, at, text: unescaped(at === null ? words : what) };
    });
}
// Date.parse takes the 31st of any month for a day.
function instantOf(time) {
    const at = Date.parse(time);
    return Number.isNaN(at) || new Date(at).toISOString() !== time ? null : at;
}
const ENTITIES = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    "#46": ".",
    "#58": ":",
    "#64": "@",
};
/** The words that Markdown shows for escaped ones. */
function unescaped(markdown) {
    return markdown.replace(/\\([!-/:-@[-`{-~])|&([a-z]+|#\d+);/g, (written, character, entity) => character ?? ENTITIES[entity] ?? written);
}

;// CONCATENATED MODULE: ./build/src/check/catalogue.js
/** The rules of the check by their ids: how bad a finding is, why the rule exists, and what to do. */
// Apart from what the rules find, since every run reads the configuration and few are checks.
const CATALOGUE = {
    "front-matter-schema": {
        severity: "error",
        reason: "What cannot be read cannot be compared with the record.",
        fix: "Write the front matter as the skeleton has it: `key: value` lines between two lines of `---`.",
    },
    "front-matter-record": {
        severity: "error",
        reason: "The facts of an incident are PagerDuty's, and others count on them.",
        fix: "Write what the record has.",
        needs: "record",
    },
    "front-matter-times": {
        severity: "error",
        reason: "An incident begins before it is acknowledged, and ends after both.",
        fix: "Correct the times; all of them are UTC.",
    },
    "front-matter-status": {
        severity: "error",
        reason: "People and reports sort postmortems by their status.",
        fix: "Write one of draft, in-review, reviewed, closed, final.",
    },
    "front-matter-file-name": {
        severity: "error",
        reason: "The next resolve of the incident finds its postmortem by the name of the file.",
        fix: "Name the file `<date>-<incident id>-<title>.md`, by the day on which the incident began, in UTC.",
    },
    "front-matter-one-file": {
        severity: "error",
        reason: "Two postmortems of one incident contradict each other sooner or later.",
        fix: "Keep one file, and bring it up to date.",
    },
    "front-matter-duration": {
        severity: "error",
        reason: "A duration that is not the time between its two ends misleads whoever adds them up.",
        fix: "Write the whole minutes between `created` and `resolved`, rounded down; or correct the times.",
    },
    "structure-missing-section": {
        severity: "error",
        reason: "A reader finds each answer in its place, and a section that is gone is a question nobody asked.",
        fix: "Put the section back as the template has it, and fill it; where nothing is known, say so in it.",
    },
    "structure-section-order": {
        severity: "error",
        reason: "Every postmortem reads in the same order.",
        fix: "Move the section to where the template has it.",
    },
    "structure-empty-section": {
        severity: "error",
        reason: "An empty section says neither that nothing is known nor that nobody looked.",
        fix: "Fill the section, or write that nothing is known of it and why.",
    },
    "structure-placeholder": {
        severity: "error",
        reason: "What the template leaves open is not part of the result.",
        fix: "Replace it with what is known, or with words that say it is not.",
    },
    "structure-question-removed": {
        severity: "error",
        reason: "The questions are for the people in the review, and one that is gone is not asked.",
        fix: "Put the question back as the template has it.",
    },
    "structure-question-answered": {
        severity: "error",
        reason: "Lessons are for people: a draft that nobody owns yet has none to tell.",
        fix: "Leave the question open; a person who answers it is, or names, the `owner`.",
    },
    "structure-final": {
        severity: "error",
        reason: "A finished postmortem has an owner, and an answer to each question.",
        fix: "Answer the question below it and set `owner`, or set `status` back to draft.",
    },
    "timeline-missing-row": {
        severity: "error",
        reason: "The record's rows are what is certain; a story without one of them is another story.",
        fix: "Put the row back as the record has it.",
        needs: "record",
    },
    "timeline-altered-row": {
        severity: "error",
        reason: "A row of the record that reads otherwise is no longer the record's.",
        fix: "Write the row as the record has it, and what you have to add in a row of its own.",
        needs: "record",
    },
    "timeline-order": {
        severity: "error",
        reason: "Cause comes before effect only in the order of time.",
        fix: "Sort the rows by time; one on another day than the incident's first carries its date.",
    },
    "timeline-time-zone": {
        severity: "error",
        reason: "Times of two zones in one timeline put things in a wrong order.",
        fix: "Write the time as `14:32 UTC — What happened`, with the date before it on another day.",
    },
    "timeline-untimed-row": {
        severity: "warning",
        reason: "What has no time cannot be placed in the story.",
        fix: "Begin the row with its time, or move it to another section.",
    },
    "timeline-source": {
        severity: "error",
        reason: "What is added to the record must be read somewhere, or it is invented.",
        fix: "End the row with a link, a commit, a pull request, or `(source: …)`.",
        needs: "record",
    },
    "timeline-gap": {
        severity: "warning",
        reason: "An hour of an open incident of which nothing is told is where the lessons tend to be.",
        fix: "Add what went on, or a row such as `15:00 UTC — Nothing known until 16:40 UTC`.",
    },
    "evidence-absent-reference": {
        severity: "error",
        reason: "A commit, pull request, issue or file that does not exist supports nothing.",
        fix: "Cite what exists; name another repository's as owner/name#12, and take out what you cannot find.",
        needs: "references",
    },
    "evidence-trigger-after-onset": {
        severity: "error",
        reason: "A change that came after the incident began cannot have triggered it.",
        fix: "Name the change that was in place when the incident began, or say that the trigger is unknown.",
        needs: "references",
    },
    "evidence-root-cause-unconfirmed": {
        severity: "error",
        reason: "A cause that nothing confirms is no root cause, and readers would act on it.",
        fix: "End the claim with (confirmed: <evidence>), (likely: <evidence>) or (unknown), and call only what is confirmed the root cause.",
    },
    "evidence-confirmed-without-source": {
        severity: "error",
        reason: "Confirmed means that a reader can look it up.",
        fix: "Name the evidence in the mark, with a link, a query or the time of a row of the timeline; else write (likely: <evidence>).",
    },
    "evidence-cause-unmarked": {
        severity: "warning",
        reason: "A reader must see which causes are known and which are guessed.",
        fix: "End the claim with (confirmed: <evidence>), (likely: <evidence>) or (unknown).",
    },
    "evidence-not-checked": {
        severity: "error",
        reason: "What was not looked at is as much part of the result as what was.",
        fix: "List under Not Checked what could not be read, or write Nothing if that is true.",
    },
    "evidence-unlinked": {
        severity: "warning",
        reason: "A source without a link cannot be looked up.",
        fix: "List each source under Evidence with a link, or say there that there was none.",
    },
    "action-item-checkbox": {
        severity: "error",
        reason: "What has no checkbox is not followed up.",
        fix: "Write each action item as `- [ ] Verb … (owner: …; due: YYYY-MM-DD; kind: prevent, detect, mitigate or process; done when: …)`.",
    },
    "action-item-verb": {
        severity: "warning",
        reason: "An item that begins with a verb says what to do.",
        fix: "Begin the item with what is to be done, such as Add, Limit, Document or Remove.",
    },
    "action-item-owner": {
        severity: "warning",
        reason: "What nobody owns is not done.",
        fix: "Name a person or a team as owner; in a draft, write open where people must choose.",
    },
    "action-item-due": {
        severity: "warning",
        reason: "What has no date is done after everything that has one.",
        fix: "Give a date as YYYY-MM-DD; in a draft, write open where people must choose.",
    },
    "action-item-due-date": {
        severity: "warning",
        reason: "A date before the incident or years ahead is a slip, or a way of saying never.",
        fix: "Give a real date as YYYY-MM-DD, after the incident and within a year.",
    },
    "action-item-kind": {
        severity: "warning",
        reason: "Kinds show whether the items only repair, or also prevent and detect.",
        fix: "Say one of prevent, detect, mitigate and process.",
    },
    "action-item-done-when": {
        severity: "warning",
        reason: "An item without an end cannot be closed.",
        fix: "Say what will be the case when the item is done, as done when: …",
    },
    "action-item-wish": {
        severity: "warning",
        reason: "A wish changes nothing: it names neither a change nor its result.",
        fix: "Name the change itself, such as the alert to add with its threshold, or the limit to set.",
    },
    "language-blame": {
        severity: "warning",
        reason: "Where people are blamed, the next incident is told less honestly.",
        fix: "Say what the person saw and why the action made sense then, or what the system allowed.",
    },
    "language-name": {
        severity: "warning",
        reason: "A name outside the timeline makes a person the subject where the system should be.",
        fix: "Name the role, such as the on-call engineer; people's names stand in the timeline and beside roles alone.",
        needs: "record",
    },
    "language-human-error": {
        severity: "warning",
        reason: "Human error is where the questions begin, not a cause.",
        fix: "Say what made the action possible and look right: a missing check, a misleading display, an unsafe default.",
    },
    "safety-secret": {
        severity: "error",
        reason: "Whoever can read the repository, and its history, can use a secret in it.",
        fix: "Take it out, revoke it, and rewrite the branch, since the commit keeps it.",
    },
    "safety-personal-data": {
        severity: "error",
        reason: "A postmortem is read by many and kept for years; it needs nobody's address or number.",
        fix: "Name the role or the team; take the address or number out.",
    },
    "safety-hidden-text": {
        severity: "error",
        reason: "What reviewers cannot see, they cannot review, and programs still read it.",
        fix: "Take it out, or write it where everybody sees it.",
    },
    "safety-misleading-link": {
        severity: "error",
        reason: "A link that shows one place and leads to another deceives its reader.",
        fix: "Write what the link leads to, or correct where it leads.",
    },
};

;// CONCATENATED MODULE: ./build/src/check/rule.js
/** What a rule of the check is, and what it may look at. */

/** A rule of the catalogue with what it finds. */
function ruleOf(id, find) {
    return { ...CATALOGUE[id], id, find };
}

;// CONCATENATED MODULE: ./build/src/check/front-matter.js
/** The rules of the front matter: it can be read, and says what the record says. */






/** From the first draft to the last word; those of FINISHED say that people have answered what was open. */
const STATUSES = ["draft", "in-review", "reviewed", "closed", "final"];
const FINISHED = ["reviewed", "closed", "final"];
const LONGEST_NAME = 100;
const LONGEST_SHOWN = 80;
/** PagerDuty's own places differ by seconds. */
const SAME_MS = 60_000;
const frontMatterRules = [
    ruleOf("front-matter-schema", unreadable),
    ruleOf("front-matter-record", contradictions),
    ruleOf("front-matter-times", disorder),
    ruleOf("front-matter-status", unknownStatus),
    ruleOf("front-matter-file-name", misnamed),
    ruleOf("front-matter-one-file", twins),
];
/** The line of a key of the front matter; the first line where it is not there. */
function lineOfKey({ lines }, key) {
    const end = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
    const index = lines.findIndex((line) => line.startsWith(`${key}:`));
    return index === -1 || index > end ? 1 : index + 1;
}
function unreadable(source) {
    const read = readPostmortem(source.text);
    if (!("problem" in read))
        return [];
    const [, line] = /at line (\d+)/.exec(read.problem) ?? [];
    const [, key = ""] = /does not hold: ([\w-]+)/.exec(read.problem) ?? [];
    // YAML counts from the line after the first `---`.
    const at = line === undefined ? lineOfKey(source, key) : Math.min(Number(line) + 1, source.lines.length);
    const problem = (0,lib_text/* toSingleLine */.OX)(read.problem.replace(/ at line \d+, column \d+/, ""), 300);
    return [{ line: at, words: `The postmortem cannot be read: ${problem.replace(/\.$/, "")}.` }];
}
function contradictions(source, { record }) {
    if (source.postmortem === null || record === null)
        return [];
    const { frontMatter } = source.postmortem;
    const { incident } = record;
    const names = [
        ["incident", incident.id],
        ["number", incident.number === null ? null : String(incident.number)],
        ["url", incident.url],
        ["service", nameOf(incident.service?.name)],
        ["priority", nameOf(incident.priority)],
        ["urgency", incident.urgency],
    ];
    const times = [
        ["created", record.createdAt],
        ["acknowledged", record.acknowledgedAt],
        ["resolved", record.resolvedAt],
    ];
    const differing = [
        ...names.flatMap(([key, known]) => {
            const written = frontMatter[key];
            return known === null || String(written ?? "") === known ? [] : [{ key, written, known }];
        }),
        ...times.flatMap(([key, known]) => {
            const written = frontMatter[key];
            const isSame = known === null || (written !== null && Math.abs(written - known) <= SAME_MS);
            return isSame ? [] : [{ key, written: written === null ? null : spell(written), known: spell(known) }];
        }),
    ];
    return differing.map(({ key, written, known }) => ({
        line: lineOfKey(source, key),
        words: `\`${key}\` is ${written === null ? "empty" : shown(String(written))}, and the record has ${shown(known)}.`,
    }));
}
function nameOf(name) {
    return (0,lib_text/* toSingleLine */.OX)(name ?? "", LONGEST_NAME) || null;
}
function spell(at) {
    return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}
function shown(words) {
    return (0,lib_text/* toSingleLine */.OX)(words, LONGEST_SHOWN);
}
function disorder(source) {
    if (source.postmortem === null)
        return [];
    const { created, acknowledged, resolved } = source.postmortem.frontMatter;
    const pairs = [
        ["acknowledged", "created", acknowledged, created],
        ["resolved", "created", resolved, created],
        ["resolved", "acknowledged", resolved, acknowledged],
    ];
    return pairs.flatMap(([later, earlier, end, start]) => end !== null && start !== null && end < start
        ? [{ line: lineOfKey(source, later), words: `\`${later}\` is before \`${earlier}\`.` }]
        : []);
}
function unknownStatus(source) {
    const status = source.postmortem?.frontMatter.status;
    if (status === undefined || STATUSES.includes(status ?? ""))
        return [];
    const words = status === null ? "`status` is empty." : `\`status\` is ${shown(status)}.`;
    return [{ line: lineOfKey(source, "status"), words }];
}
function misnamed(source) {
    if (source.postmortem === null)
        return [];
    const { incident, created } = source.postmortem.frontMatter;
    const name = nameOfFile(source);
    const line = lineOfKey(source, "incident");
    if ((0,postmortem_file/* findPostmortem */.qK)([name], incident) === null)
        return [{ line, words: `The file's name is not one of the incident ${incident}.` }];
    // A draft by hand of an incident whose beginning is not known yet is dated by its own day, and keeps that name.
    const isEarly = created !== null && name.slice(0, 10) < (0,lib_time/* dateOf */.Q$)(created);
    return isEarly
        ? [{ line, words: `The file's name has a day before ${(0,lib_time/* dateOf */.Q$)(created)}, when the incident began.` }]
        : [];
}
function twins(source, { names }) {
    if (source.postmortem === null)
        return [];
    const { incident } = source.postmortem.frontMatter;
    const own = nameOfFile(source);
    const other = (0,postmortem_file/* findPostmortem */.qK)(names.filter((name) => name !== own), incident);
    return other === null
        ? []
        : [{ line: lineOfKey(source, "incident"), words: `The incident has another file, ${shown(other)}.` }];
}
/** The name of the postmortem's file, without its folders. */
function nameOfFile({ file }) {
    return file.replace(/^.*\//, "");
}
/** The incident that a postmortem is of, even where the rest of its front matter cannot be read. */
function incidentOf({ postmortem, file }) {
    if (postmortem !== null)
        return postmortem.frontMatter.incident;
    const [, named] = /^\d{4}-\d\d-\d\d-([A-Z0-9]+)/.exec(file.replace(/^.*\//, "")) ?? [];
    return incident/* incidentIdSchema */.jb.safeParse(named).data ?? null;
}

;// CONCATENATED MODULE: ./build/src/check/claims.js
/** What a postmortem claims of causes, and the marks that say how well each claim is supported. */
const MARK = /\((confirmed|likely|unknown)(?![\w-])/gi;
const LONGEST_MARK = 1_000;
/** The marks of a passage or a sentence. */
function marksOf(text) {
    return [...text.matchAll(MARK)].map(({ 0: opening, 1: kind = "", index }) => {
        const end = closingOf(text, index);
        const evidence = text
            .slice(index + opening.length, end)
            .replace(/^[\s:,—–-]{0,9}/, "")
            .trim();
        return { kind: KINDS[kind.toLowerCase()] ?? "unknown", evidence, start: index, end };
    });
}
const KINDS = { confirmed: "confirmed", likely: "likely" };
/** Where the parenthesis stands that closes the one at `start`, or where the search for it ended. */
function closingOf(text, start) {
    const last = Math.min(text.length, start + LONGEST_MARK);
    let depth = 0;
    for (let at = start; at < last; at++) {
        if (text[at] === "(")
            depth++;
        if (text[at] === ")")
            depth--;
        if (depth === 0)
            return at;
    }
    return last;
}
const CAUSAL = /\b(?:caus(?:ed?|es|ing)|because|due to|owing to|led to|leads to|resulted (?:in|from)|result of|trigger(?:ed|s)?|introduced|culprit|root[- ]caused?|broke|brought (?:down|about)|responsible for|stems? from|stemmed from|took [\w -]{1,40} down)\b/i;
/** Whether the words name something as a cause. */
function isCausal(text) {
    return CAUSAL.test(text) && !isQuestion(text);
}
/** Whether the words ask, and claim nothing. */
function isQuestion(text) {
    return /\?\W{0,9}$/.test(text) || /\bopen question\b/i.test(text);
}
const UNKNOWN = /\b(?:unknown|unclear|undetermined|unproven|unconfirmed|not (?:yet )?(?:been )?(?:known|clear|confirmed|established|determined|found|identified|proven|understood)|no (?:evidence|(?:root )?cause)|under investigation)\b/i;
/** Whether the words say that something is not known. */
function isUnknown(text) {
    return UNKNOWN.test(text);
}
const claims_TIME = /\b\d\d:\d\d\b/;
/** Whether a confirmation in the passage points at something: a link, code such as a query, or a time of the timeline. */
function isSourced({ text, links, codes }) {
    return links.length > 0 || codes.length > 0 || marksOf(text).some(({ evidence }) => claims_TIME.test(evidence));
}

;// CONCATENATED MODULE: ./build/src/check/action-items.js
/** Rules on action items: work that somebody can take up, and that can be seen to be done. */






const action_items_KINDS = ["prevent", "detect", "mitigate", "process"];
const DAY_MS = 86_400_000;
const LONGEST_QUOTE = 60;
const actionItemRules = [
    ruleOf("action-item-checkbox", findUnboxed),
    ruleOf("action-item-verb", rule(({ words, isNamed }) => isNamed || !isVerb(words) ? `The item “${quote(words)}” does not begin with a verb.` : null)),
    ruleOf("action-item-owner", rule(({ details }, isFinal) => missing("names no owner", details.owner, isFinal))),
    ruleOf("action-item-due", rule(({ details }, isFinal) => missing("has no due date", details.due, isFinal))),
    ruleOf("action-item-due-date", findOddDates),
    ruleOf("action-item-kind", rule(({ details: { kind } }) => {
        if (!kind)
            return "The item does not say its kind.";
        return action_items_KINDS.includes(kind.toLowerCase()) ? null : `${quote(kind)} is no kind of action item.`;
    })),
    ruleOf("action-item-done-when", rule(({ details }) => missing("does not say when it is done", details["done when"], false))),
    ruleOf("action-item-wish", rule((item) => (isWish(item) ? `“${quote(item.words)}” is a wish, not an action.` : null))),
];
function quote(words) {
    return (0,lib_text/* toSingleLine */.OX)(words, LONGEST_QUOTE);
}
/** A rule that looks at each item by itself. */
function rule(problemOf) {
    return (source) => {
        const isFinal = FINISHED.includes(source.postmortem?.frontMatter.status ?? "");
        return itemsOf(source).items.flatMap((item) => {
            const words = problemOf(item, isFinal);
            return words === null ? [] : [{ line: item.line, words }];
        });
    };
}
function missing(what, given, isFinal) {
    if (!given)
        return `The item ${what}.`;
    return isFinal && isOpen(given) ? `The item ${what} yet, and the postmortem is finished.` : null;
}
function isOpen(given) {
    return /^(?:open|tbd|to be decided)$/i.test(given);
}
function itemsOf({ tree }) {
    const children = sectionsOf(tree)
        .filter(({ heading }) => heading === "action items")
        .flatMap((section) => section.children);
    const lists = children.flatMap((node) => (node.type === "list" ? node.children : []));
    return {
        // An empty box is the template's, and its rules' to find.
        items: lists.map(itemOf).filter(({ words }) => !/^(?:\[ ?\])?$/.test(words)),
        prose: children.filter(({ type }) => type === "paragraph"),
    };
}
function itemOf(node) {
    // Lists within the item tell more of it.
    const text = node.children
        .filter(({ type }) => type === "paragraph")
        .map(wordsOf)
        .join(" ")
        .replace(/\s/g, " ");
    const opening = text.search(DETAILS);
    const details = opening === -1 ? {} : detailsOf(text.slice(opening + 1, closingOf(text, opening)));
    const first = [...nodesOf(node)].find(({ type }) => /^(?:text|inlineCode|image)$/.test(type));
    return {
        line: lineOf(node),
        hasCheckbox: typeof node.checked === "boolean",
        isNamed: first?.type === "inlineCode",
        words: (opening === -1 ? text : text.slice(0, opening)).trim(),
        details,
    };
}
const DETAILS = /\( {0,3}(?:owner|due|kind|done[ -]when)\b/i;
const DETAIL = /^ {0,9}(owner|due|kind|done[ -]when)\b {0,3}:?(.*)$/is;
/** What stands between the parentheses; a semicolon may also be part of when it is done. */
function detailsOf(text) {
    const details = {};
    let name = "";
    for (const part of text.split(";")) {
        const [, written = name, value = `;${part}`] = DETAIL.exec(part) ?? [];
        name = written.toLowerCase().replace("-", " ");
        details[name] = `${details[name] ?? ""}${value}`.trim();
    }
    return details;
}
function findUnboxed(source) {
    const { items, prose } = itemsOf(source);
    const bare = items.filter(({ hasCheckbox }) => !hasCheckbox);
    const written = prose.filter((node) => !NONE.test(wordsOf(node)));
    return [
        ...bare.map(({ line }) => ({ line, words: "The item has no checkbox." })),
        // Without a list, the items are in the prose.
        ...(items.length === 0 ? written : []).map((node) => ({
            line: lineOf(node),
            words: "The section Action Items has prose, but no item.",
        })),
    ];
}
const NONE = /^\W{0,9}(?:no\b|none\b|nothing\b|unknown\b|open\b)/i;
// What begins a wish, a name or a description, but no order; and endings of words that are no verbs.
const NO_VERBS = /^(?:an?|the|this|that|these|those|we|i|you|he|she|it|they|our|my|your|his|her|its|their|someone|somebody|everyone|everybody|there|here|all|any|some|no|not|more|most|better|best|less|fewer|new|old|missing|lack|need|needs|should|must|shall|may|might|can|could|would|will|to|for|in|on|at|of|from|with|without|by|as|if|when|after|before|because|since|and|or|but|also|maybe|perhaps|possibly|please|alerts|monitoring|alerting|database|runbooks?|docs|dashboards?|metrics?)$/i;
const NO_VERB_ENDINGS = /(?:ness|ity|ism|able|ible|ous|less|ly)$/i;
const VERBS = /^(?:re-)?(?:bring|ping|ring|string|spring|swing|sling|fling|wring|sting|cling|enable|disable|supply|apply|reply|multiply|comply|imply|rely|tally|fly|bless|assess|process|access|harness|witness|press|address|express|compress|table|cable|label)$/i;
/** Whether the first word can be an order. It is known from what it is not, since a list of all verbs would have gaps. */
function isVerb(words) {
    const [, first = ""] = /^[^\p{L}\p{N}]{0,9}([\p{L}\p{N}’'-]{1,40})/u.exec(words) ?? [];
    if (VERBS.test(first))
        return true;
    return /^\p{L}/u.test(first) && !NO_VERBS.test(first) && !NO_VERB_ENDINGS.test(first) && !isOther(first);
}
/** A gerund, a possessive or a name in capitals. */
function isOther(word) {
    return /.ing$/i.test(word) || /[’']s$/i.test(word) || /^\p{Lu}{2}/u.test(word) || /\d/.test(word);
}
const VAGUE_GOALS = /^(?:improve|enhance|increase|strengthen|better|boost|optimi[sz]e|review)\s(?:(?:the|our|overall|general)\s){0,2}(?:monitoring|alerting|alerts|observability|logging|communications?|documentation|docs|tests?|testing|awareness|visibility|resilien\w+|reliability|stability|robustness|performance|process(?:es)?|training|code quality|quality)\b/i;
const APPEALS = /\b(?:be|being) (?:more )?(?:careful|vigilant|aware|mindful|cautious|attentive|diligent)\b|\bpay (?:more |closer )?attention\b|^(?:make sure|try to|remember to|avoid mistakes|do better)\b|^remind (?:everyone|everybody|people|the team|all|engineers|developers|operators)\b/i;
const OPEN_ENDED = /^(?:consider|think about|look into|explore|investigate|discuss|evaluate|ensure)\b/i;
function isWish({ words, details }) {
    // A number or a colon makes a goal something that can be seen to be reached.
    if (VAGUE_GOALS.test(words) && !/[\d:]/.test(words))
        return true;
    return APPEALS.test(words) || (OPEN_ENDED.test(words) && !details["done when"]);
}
function findOddDates(source, { record, now }) {
    const began = record?.createdAt ?? source.postmortem?.frontMatter.created ?? null;
    return itemsOf(source).items.flatMap(({ line, details: { due = "" } }) => {
        if (due === "" || isOpen(due))
            return [];
        const at = /^\d{4}-\d\d-\d\d$/.test(due) ? Date.parse(due) : Number.NaN;
        if (Number.isNaN(at) || (0,lib_time/* dateOf */.Q$)(at) !== due)
            return [{ line, words: `The due date ${quote(due)} is no date such as 2026-03-01.` }];
        if (began !== null && due < (0,lib_time/* dateOf */.Q$)(began))
            return [{ line, words: `The due date ${due} is before the incident.` }];
        return at > now + 366 * DAY_MS ? [{ line, words: `The due date ${due} is more than a year ahead.` }] : [];
    });
}

;// CONCATENATED MODULE: ./build/src/check/durations.js
/** The durations that a postmortem states, computed again from its own times. */




const durationRule = ruleOf("front-matter-duration", wrongDurations);
/** Seconds are left out of the times, so a minute more or less is the same. */
const SAME_MINUTES = 1;
const WHOLE = ["created", "resolved"];
const UNTIL_ACKNOWLEDGED = ["created", "acknowledged"];
/** What a label's words mean, in lower case. */
const LABELS = new Map([
    ["duration", WHOLE],
    ["incident duration", WHOLE],
    ["total duration", WHOLE],
    ["time to resolve", WHOLE],
    ["time to resolution", WHOLE],
    ["time to acknowledge", UNTIL_ACKNOWLEDGED],
    ["time to acknowledgement", UNTIL_ACKNOWLEDGED],
]);
function wrongDurations(source) {
    if (source.postmortem === null)
        return [];
    const { frontMatter } = source.postmortem;
    const minutesOf = ([from, to]) => {
        const [start, end] = [frontMatter[from], frontMatter[to]];
        return start === null || end === null || end < start ? null : Math.floor((end - start) / 60_000);
    };
    const stated = [
        ...(frontMatter.durationMinutes === null
            ? []
            : [
                {
                    line: lineOfKey(source, "duration-minutes"),
                    label: "duration-minutes",
                    words: String(frontMatter.durationMinutes),
                    minutes: frontMatter.durationMinutes,
                    ends: WHOLE,
                },
            ]),
        ...source.lines.flatMap((line, index) => statedIn(line, index + 1)),
    ];
    return stated.flatMap(({ line, label, words, minutes, ends }) => {
        const computed = minutesOf(ends);
        if (computed === null || Math.abs(computed - minutes) <= SAME_MINUTES)
            return [];
        const told = `\`${label}\` is ${(0,lib_text/* toSingleLine */.OX)(words, 60)}, and its times are ${(0,lib_time/* durationOf */.cf)(computed)} apart`;
        return [{ line, words: `${told} (${computed} minutes).` }];
    });
}
/** `**Duration:** 46 minutes`, also as one of several in a line, in a list or in a table. */
function statedIn(line, number) {
    const cells = line.split("|").flatMap((cell) => {
        const words = cell.replace(/[*_`]/g, "").replace(/^[\s>-]+/, "");
        const colon = words.indexOf(":");
        return colon === -1 ? [words] : [words.slice(0, colon), words.slice(colon + 1)];
    });
    return cells.flatMap((cell, index) => {
        const label = cell.trim();
        const ends = LABELS.get(label.toLowerCase());
        const words = (cells[index + 1] ?? "").trim();
        const minutes = readDuration(words);
        return ends === undefined || minutes === null ? [] : [{ line: number, label, words, minutes, ends }];
    });
}
const PART = /^(\d{1,6}) ?(days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z])[ ,]*(?:and )?/;
/** Whole minutes of such as `2 hours 5 minutes`, `2h 5m` or `under a minute`; null for other words. */
function readDuration(words) {
    let rest = words.toLowerCase().replace(/^(?:about|around|approximately|~) ?/, "");
    if (rest.startsWith("under a minute"))
        return 0;
    let minutes = null;
    for (;;) {
        const [all, amount, unit = ""] = PART.exec(rest) ?? [];
        if (all === undefined)
            return minutes;
        minutes = (minutes ?? 0) + Number(amount) * minutesIn(unit);
        rest = rest.slice(all.length);
    }
}
function minutesIn(unit) {
    if (unit.startsWith("d"))
        return 1_440;
    if (unit.startsWith("h"))
        return 60;
    return unit.startsWith("m") ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/src/check/evidence.js
/** Rules on evidence: what is cited exists, and what is claimed of causes is supported. */







const LONGEST_KEY = 120;
const evidenceRules = [
    ruleOf("evidence-absent-reference", findAbsent),
    ruleOf("evidence-trigger-after-onset", findLateTriggers),
    ruleOf("evidence-root-cause-unconfirmed", findUnconfirmed),
    ruleOf("evidence-confirmed-without-source", findSourceless),
    ruleOf("evidence-cause-unmarked", findUnmarked),
    ruleOf("evidence-not-checked", findNotChecked),
    ruleOf("evidence-unlinked", findUnlinked),
];
function findAbsent(source, { references, repository }) {
    if (references === null)
        return [];
    const { answers, serverUrl } = references;
    return citationsOf(source, { repository, serverUrl })
        .filter(({ key }) => answers[key]?.state === "absent")
        .map(({ key, line }) => ({ line, words: `GitHub has no ${(0,lib_text/* toSingleLine */.OX)(key, LONGEST_KEY)}.` }));
}
// Where a postmortem tells what began the incident.
const BEGINNINGS = /^(?:summary|root causes?|contributing factors?)$/;
// Words for a change that ended the incident, or shows what began it, in its own part of a sentence.
const LATER = /\b(?:revert\w*|roll(?:ed|s|ing)?[- ]?back|rollback|hot-?fix\w*|fix(?:ed|es)?|mitigat\w+|restor\w+|resolv\w+|repair\w*|mend\w*|prevent\w*|follow-?up|reproduc\w+|shows?|showed|adds?|added|since then|afterwards?|later)\b/i;
const DENIED = /\b(?:not|never|no|nor|neither|cannot|unrelated|unlikely|ruled out|excluded)\b|n[’']t\b/i;
function findLateTriggers(source, { references, record, repository }) {
    const onset = record?.createdAt ?? source.postmortem?.frontMatter.created ?? null;
    if (references === null || onset === null)
        return [];
    const home = { repository, serverUrl: references.serverUrl };
    const number = source.postmortem?.frontMatter.number ?? null;
    return proseOf(source, ({ heading }) => BEGINNINGS.test(heading)).flatMap((passage) => {
        const cited = citedIn(passage, home, number);
        return sentencesOf(passage)
            .filter(({ text }) => isCausal(text) && !DENIED.test(text))
            .flatMap((sentence) => triggersIn(sentence, cited))
            .flatMap(({ key, line }) => {
            const answer = references.answers[key];
            if (answer?.state !== "found" || (answer.kind !== "commit" && answer.kind !== "pull request"))
                return [];
            const what = `The ${answer.kind} ${key} is named as the trigger, but`;
            if (answer.landedAt === null)
                return answer.kind === "commit" ? [] : [{ line, words: `${what} it is not merged.` }];
            if (answer.landedAt <= onset + evidence_SAME_MS)
                return [];
            const [landed, began] = [answer.landedAt, onset].map((at) => `${(0,lib_time/* dateOf */.Q$)(at)} ${(0,lib_time/* timeOf */.nR)(at)} UTC`);
            const verb = answer.kind === "commit" ? "committed" : "merged";
            return [{ line, words: `${what} it was ${verb} at ${landed}; the incident began at ${began}.` }];
        });
    });
}
// Two services' clocks may differ by so much.
const evidence_SAME_MS = 60_000;
/** What a sentence that names a cause cites as it; what stands in its mark is evidence where the change is named before. */
function triggersIn({ text, start }, cited) {
    const marks = marksOf(text);
    const named = cited
        .filter((citation) => citation.start >= start && citation.start < start + text.length)
        .filter((citation) => !LATER.test(partAt(text, citation.start - start)));
    const isInMark = (citation) => marks.some((mark) => citation.start - start > mark.start && citation.start - start < mark.end);
    const outside = named.filter((citation) => !isInMark(citation));
    return outside.length > 0 ? outside : named;
}
const LONGEST_PART = 400;
/** The part between commas, dashes and parentheses that an offset is in. */
function partAt(text, offset) {
    const before = text.slice(Math.max(0, offset - LONGEST_PART), offset).split(evidence_PART);
    const [after = ""] = text.slice(offset, offset + LONGEST_PART).split(evidence_PART);
    return before.slice(-1).join("") + after;
}
const evidence_PART = /[,;—()]/;
// Where a root cause is only spoken of: rows of the record, work to do, questions, sources.
const NO_CLAIMS = /^(?:timeline|action items|not checked|evidence|questions?\b.*)$/;
const ROOT_CAUSE = /\broot[- ]cause[sd]?\b(?! (?:analys[ei]s|status|section))/i;
const HEDGED = /\b(?:likely|probable|possible|suspected|potential|presumed|candidate|apparent)\b[^.]{0,40}\broot[- ]cause/i;
function findUnconfirmed(source) {
    const claims = proseOf(source, ({ heading }) => !NO_CLAIMS.test(heading)).flatMap((passage) => sentencesOf(passage)
        .filter(({ text }) => isRootCauseClaim(text))
        .map(({ start }) => ({
        line: passage.lineAt(start),
        words: "Something is called the root cause without being confirmed.",
    })));
    const text = rootCauseOf(source);
    const isSilent = text !== "" && marksOf(text).length === 0 && !isUnknown(text) && !ROOT_CAUSE.test(text);
    const [heading] = isSilent ? sectionsOf(source.tree).filter(isRootCause) : [];
    const words = "The section Root Cause does not say how well the cause is supported.";
    return [...(heading ? [{ line: heading.line, words }] : []), ...claims];
}
function isRootCauseClaim(text) {
    if (!ROOT_CAUSE.test(text) || HEDGED.test(text) || isUnknown(text) || isQuestion(text))
        return false;
    return !marksOf(text).some(({ kind }) => kind === "confirmed");
}
function isRootCause({ heading }) {
    return /^root causes?$/.test(heading);
}
function rootCauseOf(source) {
    return proseOf(source, isRootCause)
        .map(({ text }) => text)
        .join(" ")
        .trim();
}
function findSourceless(source, { repository }) {
    const number = source.postmortem?.frontMatter.number ?? null;
    return proseOf(source, ({ heading }) => heading !== "timeline").flatMap((passage) => {
        const isCited = isSourced(passage) || writtenIn(passage.text, repository, number).length > 0;
        return marksOf(passage.text)
            .filter(({ kind, evidence }) => kind === "confirmed" && (evidence === "" || !isCited))
            .map(({ start, evidence }) => ({
            line: passage.lineAt(start),
            words: evidence === ""
                ? "A mark says confirmed, but not by what."
                : "A claim is marked confirmed without a source.",
        }));
    });
}
function findUnmarked(source) {
    // A section Root Cause without any mark is an error of its own.
    const isMarked = marksOf(rootCauseOf(source)).length > 0;
    return proseOf(source, (section) => FACTORS.test(section.heading) || (isMarked && isRootCause(section)))
        .filter(({ text }) => isCausal(text) && !isUnknown(text) && marksOf(text).length === 0)
        .map(({ lineAt }) => ({
        line: lineAt(0),
        words: "A cause is claimed without saying how well it is known.",
    }));
}
const FACTORS = /^contributing factors?$/;
function findNotChecked({ tree }, { skeleton, record }) {
    const sections = sectionsOf(tree);
    const found = sections.find(isNotChecked);
    // What the template has is the rules of its structure's to miss.
    const isTemplates = skeleton?.sections.some(isNotChecked) ?? false;
    const last = sections.reduce((_, { line }) => line, 1);
    if (found === undefined)
        return isTemplates ? [] : [{ line: last, words: "The section Not Checked is missing." }];
    const { line } = found;
    const text = wordsBelow(found);
    if (SAYS_NOTHING.test(text))
        return [{ line, words: "The section Not Checked does not say what was not checked." }];
    const lost = (record?.missing ?? []).filter((missing) => text !== "" && !text.includes(bareOf(missing)));
    return lost.map((missing) => ({
        line,
        words: `This was not read from PagerDuty, and is not said here: ${(0,lib_text/* toSingleLine */.OX)(missing, LONGEST_MISSING)}`,
    }));
}
const LONGEST_MISSING = 200;
const SAYS_NOTHING = /^(?:n\/?a|not applicable|see above|to follow|pending|-+)$/;
function isNotChecked({ heading }) {
    return /^not checked$/i.test(heading.trim());
}
function wordsBelow({ children }) {
    return bareOf(children.map((child) => wordsOf(child)).join(" "));
}
/** Without what Markdown, or a person who mends a sentence, may change. */
function bareOf(words) {
    return (0,lib_text/* toSingleLine */.OX)(words, Number.POSITIVE_INFINITY).toLowerCase().replace(/[.!]$/, "");
}
const evidence_NONE = /\b(?:none|nothing|no (?:evidence|sources?|telemetry)|not available|unavailable)\b/i;
function findUnlinked({ tree }, { repository }) {
    const definitions = definitionsOf(tree);
    const sections = sectionsOf(tree).filter(({ heading }) => heading === "evidence");
    const unlinked = sections.filter((section) => {
        const isSource = ({ text, links }) => links.length > 0 || evidence_NONE.test(text) || writtenIn(text, repository, null).length > 0;
        return !isEmpty(section) && !passagesIn(section, definitions).some(isSource);
    });
    return unlinked.map(({ line }) => ({ line, words: "No source under Evidence has a link." }));
}
function isEmpty({ children }) {
    return children.every((child) => [...nodesOf(child)].every((node) => !("value" in node) || node.value.trim() === ""));
}
/** The passages of a section without its headings. */
function passagesIn({ children }, definitions) {
    return children.flatMap((child) => passagesOf(child, definitions)).filter(({ isHeading }) => !isHeading);
}
function proseOf({ tree }, isMeant) {
    const definitions = definitionsOf(tree);
    return sectionsOf(tree)
        .filter(isMeant)
        .flatMap((section) => passagesIn(section, definitions));
}

;// CONCATENATED MODULE: ./build/src/check/language.js
/** Rules on language: what the system did, not who is to blame. All of them warn. */



const language_LONGEST_QUOTE = 60;
const languageRules = [
    ruleOf("language-blame", findBlame),
    ruleOf("language-name", findNames),
    ruleOf("language-human-error", findHumanError),
];
const PERSON = "(?:he|she|they|we|i|you|who|someone|somebody|everyone|everybody|person|engineers?|developers?|operators?|administrators?|admins?|authors?|reviewers?|deployers?|responders?|managers?|teams?|employees?|colleagues?|contractors?|interns?|on-?calls?|sres?|dbas?|staff|humans?)";
// Such as `who had clearly`.
const BETWEEN = String.raw `(?: [\w’'-]{1,20}){0,2}`;
/** What reads as blame, and what to write instead. */
const BLAME = [
    {
        pattern: new RegExp(String.raw `\b${PERSON}${BETWEEN} (?:should|ought to|could)(?: not|n[’']t)? have\b(?! been)`, "gi"),
        instead: "say what was known then, and what the system let happen",
    },
    {
        pattern: new RegExp(String.raw `\b${PERSON}${BETWEEN} (?:failed|neglected|forgot|omitted|did(?: not|n[’']t) (?:bother|care|think))(?: to)?\b`, "gi"),
        instead: "say which step was not taken, and what would have prompted it",
    },
    {
        pattern: new RegExp(String.raw `\b${PERSON}${BETWEEN} (?:ignored|overlooked|disregarded|messed up|screwed up|slipped up|blundered)\b`, "gi"),
        instead: "say what could be seen, and what else asked for attention",
    },
    {
        pattern: /\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|incompeten(?:t|tly|ce)|reckless(?:ly|ness)?|sloppy|sloppiness|inexcusabl[ey]|irresponsibl[ey]|stupid(?:ly|ity)?|idiot(?:ic)?|inattentive(?:ly|ness)?|fat[- ]finger(?:ed|ing)?)\b/gi,
        instead: "say what happened without judging the person",
    },
    {
        pattern: new RegExp(String.raw `\b(?:mistakes?|faults?|errors?|oversights?|negligence) (?:made )?(?:by|of)(?: (?:the|an?|our|one))?${BETWEEN} ${PERSON}\b`, "gi"),
        instead: "say what made the action possible and look right",
    },
    {
        pattern: new RegExp(String.raw `\b${PERSON}[’']s? (?:fault|mistake|error|oversight|negligence)s?\b`, "gi"),
        instead: "say what made the action possible and look right",
    },
    {
        pattern: new RegExp(String.raw `\b(?:is|was|are|were) to blame\b|\bblamed? (?:the )?${PERSON}\b`, "gi"),
        instead: "say what contributed, and how it is known",
    },
];
function findBlame(source, { record }) {
    const names = record === null ? [] : namesIn(record);
    // A name is a person, too, where it is known.
    const impersonal = (text) => names.reduce((words, name) => words.replaceAll(name, "who".padStart(name.length)), text);
    return sentencesIn(source).flatMap(({ text, start, passage }) => {
        const words = impersonal(text);
        return BLAME.flatMap(({ pattern, instead }) => [...words.matchAll(pattern)].map(({ 0: found, index }) => ({
            line: passage.lineAt(start + index),
            words: `“${(0,lib_text/* toSingleLine */.OX)(found, language_LONGEST_QUOTE)}” reads as blame: ${instead}.`,
        })));
    });
}
// `user error` is also what users see, which has a rate.
const HUMAN_ERROR = /\b(?:human|operator|user|engineer|manual|pilot)[- ]error\b(?![- ](?:rates?|messages?|pages?|counts?|budgets?|codes?|logs?|reports?|handling))/gi;
function findHumanError(source) {
    return sentencesIn(source).flatMap(({ text, start, passage }) => [...text.matchAll(HUMAN_ERROR)].map(({ 0: found, index }) => ({
        line: passage.lineAt(start + index),
        words: `“${(0,lib_text/* toSingleLine */.OX)(found, language_LONGEST_QUOTE)}” is given as a cause.`,
    })));
}
/** All sentences but what is quoted, which are others' words. */
function sentencesIn({ tree }) {
    const definitions = definitionsOf(tree);
    return sectionsOf(tree).flatMap(({ heading, children }) => children
        .flatMap((child) => passagesOf(child, definitions))
        .flatMap((passage) => sentencesOf(passage).map((sentence) => ({
        ...sentence,
        text: sentence.text.replace(QUOTED, ({ length }) => " ".repeat(length)),
        passage,
        heading,
    }))));
}
const QUOTED = /“[^“”]{0,1000}”/g;
// Where names belong: the timeline, lists of people, and lines such as `Incident commander: …`.
const OF_PEOPLE = /^timeline$|\b(?:roles?|responders?|participants?|attendees|people|contacts?|team)\b/;
const ROLE = /\b(?:owners?|authors?|reviewers?|approvers?|commander|lead|scribe|liaison|facilitator|moderator|on-?call|responders?|participants?|attendees|assignees?)\b[^.:]{0,20}: ?[^:]{0,80}$/i;
function findNames(source, { record }) {
    const names = record === null ? [] : namesIn(record);
    return sentencesIn(source)
        .filter(({ heading }) => !OF_PEOPLE.test(heading))
        .flatMap(({ text, start, passage }) => names.flatMap((name) => placesOf(text, name)
        .filter((at) => !ROLE.test(text.slice(Math.max(0, at - 120), at)))
        .map((at) => ({
        line: passage.lineAt(start + at),
        words: `${(0,lib_text/* toSingleLine */.OX)(name, language_LONGEST_QUOTE)} is named outside the timeline.`,
    }))));
}
const FEWEST_LETTERS = 3;
/** The people of the record: whole names of two words and more, since one word may be any. */
function namesIn({ responders, notes, resolvedBy }) {
    const resolver = resolvedBy?.kind === "user" ? [resolvedBy.name] : [];
    const names = [...responders, ...notes.map(({ by }) => by), ...resolver].flatMap((name) => name?.trim() ?? []);
    return [...new Set(names)].filter((name) => / /.test(name) && name.length > FEWEST_LETTERS);
}
/** Where the words stand in the text as whole words. */
function placesOf(text, words) {
    const places = [];
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
        const around = text.slice(Math.max(0, at - 1), at) + text.slice(at + words.length, at + words.length + 1);
        if (!/[\p{L}\p{N}]/u.test(around))
            places.push(at);
    }
    return places;
}

;// CONCATENATED MODULE: ./build/src/check/structure.js
/** The rules of the form: the template's sections, filled, in their order. */


const structure_LONGEST_SHOWN = 80;
const structureRules = [
    ruleOf("structure-missing-section", missingSections),
    ruleOf("structure-section-order", misplacedSections),
    ruleOf("structure-empty-section", emptySections),
    ruleOf("structure-placeholder", placeholders),
];
/** The lines of the section whose heading is on this line, without the heading, with their numbers. */
function linesBelow(lines, sections, heading) {
    const next = sections.find(({ line }) => line > heading)?.line ?? lines.length + 1;
    return lines.slice(heading, next - 1).map((words, index) => ({ line: heading + index + 1, words }));
}
function isSame(heading, other) {
    return heading.toLowerCase() === other.toLowerCase();
}
function missingSections({ postmortem }, { skeleton }) {
    if (postmortem === null || skeleton === null)
        return [];
    const isThere = (heading) => postmortem.sections.some((section) => isSame(section.heading, heading));
    return skeleton.sections.flatMap(({ heading }, index) => {
        if (isThere(heading))
            return [];
        // Where it belongs: at the last section before it that is there.
        const before = skeleton.sections.slice(0, index).findLast((section) => isThere(section.heading));
        const at = postmortem.sections.find((section) => isSame(section.heading, before?.heading ?? ""));
        return [
            { line: at?.line ?? 1, words: `The section ${(0,lib_text/* toSingleLine */.OX)(heading, structure_LONGEST_SHOWN)} is missing.` },
        ];
    });
}
function misplacedSections({ postmortem }, { skeleton }) {
    if (postmortem === null || skeleton === null)
        return [];
    let last = { place: -1, heading: "" };
    return postmortem.sections.flatMap(({ heading, line }) => {
        const place = skeleton.sections.findIndex((section) => isSame(section.heading, heading));
        if (place === -1)
            return [];
        if (place >= last.place) {
            last = { place, heading };
            return [];
        }
        const [own, other] = [heading, last.heading].map((words) => (0,lib_text/* toSingleLine */.OX)(words, structure_LONGEST_SHOWN));
        return [{ line, words: `The section ${own} stands before ${other} in the template.` }];
    });
}
function emptySections({ postmortem }) {
    if (postmortem === null)
        return [];
    return postmortem.sections
        .filter(({ text }) => text.split("\n").every((line) => /^\s*(?:#{3,6}(?:\s.*)?)?$/.test(line)))
        .map(({ heading, line }) => ({
        line,
        words: `The section ${(0,lib_text/* toSingleLine */.OX)(heading, structure_LONGEST_SHOWN)} has nothing in it.`,
    }));
}
const EMPTY_ITEM = /^\s{0,20}(?:[-*+]|\d{1,9}[.)])\s{0,20}(?:\[[ xX]\]\s{0,20})?(?:…|\.\.\.)?\s{0,20}$/;
const MARKERS = [
    /\b(?:TODO|TBD|FIXME|TKTK)\b/,
    /\{\{|\{%/,
    /<(?:your|insert|placeholder|fill|name|date|time|owner|link)\b[^<>]{0,80}>/i,
    /\[(?:your|insert|placeholder|fill in)\b[^[\]]{0,80}\]/i,
    /\blorem ipsum\b/i,
];
/** A line that the template has in italics, or in parentheses, tells how to fill what is below it. */
const PROMPT = /^(?:_[^_].*_|\*[^*].*\*|\(.*\))$/;
function placeholders(source, { skeleton }) {
    if (source.postmortem === null)
        return [];
    const rendered = (skeleton?.sections ?? []).flatMap(({ text }) => text.split("\n"));
    const given = new Set(rendered.map((line) => line.trim()));
    const { sections } = source.postmortem;
    return sections.flatMap(({ heading, line }) => {
        const isTimeline = isSame(heading, "timeline");
        return withoutCode(linesBelow(source.lines, sections, line)).flatMap(({ line, words }) => {
            const shown = (0,lib_text/* toSingleLine */.OX)(words, structure_LONGEST_SHOWN);
            if (EMPTY_ITEM.test(words) && shown !== "")
                return [{ line, words: `The item ${shown} is empty.` }];
            const isGiven = given.has(words.trim());
            if (isGiven && PROMPT.test(words.trim()))
                return [{ line, words: `The template's own words still stand there: ${shown}` }];
            // A row of the record, and what else the template brings along, is what it is.
            if (isTimeline || isGiven)
                return [];
            const [marker] = MARKERS.flatMap((pattern) => pattern.exec(words)?.[0] ?? []);
            return marker === undefined
                ? []
                : [{ line, words: `A placeholder still stands there: ${(0,lib_text/* toSingleLine */.OX)(marker, 40)}` }];
        });
    });
}
/** The same lines with nothing in place of code, in which each sign may stand for itself. */
function withoutCode(lines) {
    let fence = null;
    return lines.map(({ line, words }) => {
        const [, mark = null] = /^ {0,3}(`{3,}|~{3,})/.exec(words) ?? [];
        const isCode = fence !== null || mark !== null;
        if (fence === null)
            fence = mark;
        else if (mark?.startsWith(fence) && words.trim() === mark)
            fence = null;
        return { line, words: isCode ? "" : words.replace(/`[^`]+`/g, "code") };
    });
}

;// CONCATENATED MODULE: ./build/src/check/questions.js
/** The rules of what people must think about themselves: the questions that a template asks. */




const questions_LONGEST_SHOWN = 80;
const questionRules = [
    ruleOf("structure-question-removed", removed),
    ruleOf("structure-question-answered", answeredTooSoon),
    ruleOf("structure-final", finishedTooSoon),
];
function questionsIn({ postmortem, lines }, { skeleton }) {
    if (postmortem === null || skeleton === null)
        return [];
    const { sections } = postmortem;
    return skeleton.sections.flatMap(({ heading, text }) => {
        const given = questions_itemsOf(text.split("\n").map((words) => ({ line: 0, words })));
        const asked = given.map(({ words }) => words).filter(questions_isQuestion);
        const section = sections.find((one) => isSame(one.heading, heading));
        // A section that is missing altogether is another rule's.
        if (section === undefined)
            return [];
        const answers = answersTo(asked, questions_itemsOf(linesBelow(lines, sections, section.line)));
        return asked.map((words) => answers.find((one) => one.words === words) ?? { line: section.line, words, answer: null });
    });
}
function questions_isQuestion(words) {
    return words.endsWith("?");
}
/** The items of a list that stand at its margin, each with all that follows it. */
function questions_itemsOf(lines) {
    const items = [];
    for (const { line, words } of lines) {
        const [, text] = /^ ?(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$/.exec(words) ?? [];
        if (text !== undefined)
            items.push({ line, parts: [text] });
        else
            items.at(-1)?.parts.push(words);
    }
    return items.map(({ line, parts }) => ({ line, words: squeezed(parts.join(" ")) }));
}
function squeezed(words) {
    return words.replace(/\s+/g, " ").trim();
}
function answersTo(questions, items) {
    const found = [];
    for (const { line, words } of items) {
        const bare = words.replace(/^\[[ xX]\] /, "");
        const question = questions.find((asked) => bare.startsWith(asked));
        const last = found.at(-1);
        if (question !== undefined)
            found.push({ line, words: question, answer: bare.slice(question.length) });
        else if (last)
            last.answer += ` ${words}`;
    }
    return found;
}
function isAnswered({ answer }) {
    const words = (answer ?? "").replace(/[\s()[\]*_>.:-]+/g, " ").trim();
    return words !== "" && !/^(?:open|unanswered|not answered yet)$/i.test(words);
}
function removed(source, facts) {
    return questionsIn(source, facts)
        .filter(({ answer }) => answer === null)
        .map(({ line, words }) => ({ line, words: `The question ${questions_shown(words)} is gone.` }));
}
function questions_shown(words) {
    return (0,lib_text/* toSingleLine */.OX)(words, questions_LONGEST_SHOWN);
}
function answeredTooSoon(source, facts) {
    // Of a finished one, the missing owner is found where the status says so.
    if (hasOwner(source) || isFinished(source))
        return [];
    return questionsIn(source, facts)
        .filter(isAnswered)
        .map(({ line, words }) => ({
        line,
        words: `The question ${questions_shown(words)} is answered, and nobody is the owner.`,
    }));
}
function finishedTooSoon(source, facts) {
    if (!isFinished(source))
        return [];
    const status = source.postmortem?.frontMatter.status;
    const open = questionsIn(source, facts).filter((question) => question.answer !== null && !isAnswered(question));
    return [
        ...(hasOwner(source)
            ? []
            : [{ line: lineOfKey(source, "owner"), words: `The status is ${status}, and \`owner\` is empty.` }]),
        ...open.map(({ line, words }) => ({
            line,
            words: `The status is ${status}, and the question ${questions_shown(words)} is open.`,
        })),
    ];
}
function isFinished({ postmortem }) {
    return FINISHED.includes(postmortem?.frontMatter.status ?? "");
}
function hasOwner({ postmortem }) {
    return !/^(?:open|none|nobody)?$/i.test((postmortem?.frontMatter.owner ?? "").trim());
}

// EXTERNAL MODULE: ./build/src/redact/redact.js + 1 modules
var redact = __webpack_require__(9734);
;// CONCATENATED MODULE: ./build/src/check/safety.js
/** Rules on safety: no secrets, no personal data, nothing hidden, and links that go where they say. */





const LONGEST_HOST = 80;
const safetyRules = [
    ruleOf("safety-secret", (source) => findRedactable(source, (kind) => !PERSONAL.includes(kind))),
    ruleOf("safety-personal-data", (source) => findRedactable(source, (kind) => PERSONAL.includes(kind))),
    ruleOf("safety-hidden-text", (source, facts) => [...findInvisible(source), ...findHiding(source, facts)]),
    ruleOf("safety-misleading-link", findMisleading),
];
const PERSONAL = ["e-mail address", "phone number", "card number"];
const PLACEHOLDER = /\[redacted: ([^\]]{1,40})\]/g;
// The search is the longest work of the check, and two rules want what it finds.
const SEARCHED = new WeakMap();
/** Line by line, so that each finding has its line; a key of many lines shows in its first. */
async function findRedactable(source, isMeant) {
    const { lines } = source;
    const searched = SEARCHED.get(source) ?? (0,redact/* redactTexts */.SG)(lines);
    SEARCHED.set(source, searched);
    const redacted = await searched;
    return lines.flatMap((line, index) => {
        const before = kindsIn(line);
        return kindsIn(redacted[index])
            .filter((kind) => !without(before, kind) && isMeant(kind))
            .map((kind) => ({ line: index + 1, words: `Here stands what looks like this: ${kind}.` }));
    });
}
function kindsIn(text = "") {
    return [...text.matchAll(PLACEHOLDER)].map(([, kind = ""]) => kind);
}
/** Takes one of these away; whether it was there. The draft may have placeholders of the brief in it. */
function without(kinds, kind) {
    const at = kinds.indexOf(kind);
    return at !== -1 && kinds.splice(at, 1).length > 0;
}
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
// Parts of emoji, and the joiners by which letters of some scripts change their form.
const JOINED = /\p{RGI_Emoji}|(?<=\p{Emoji})[\uFE0E\uFE0F]|(?<=[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])[\u200C\u200D](?=[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])/gv;
function findInvisible({ lines }) {
    return lines.flatMap((line, index) => {
        // A mark of the encoding may begin the file.
        const text = index === 0 ? line.replace(/^\uFEFF/, "") : line;
        const [found] = INVISIBLE.exec(text.replace(JOINED, "")) ?? [];
        if (found === undefined)
            return [];
        const code = Number(found.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0");
        return [{ line: index + 1, words: `A character stands here that nobody sees (U+${code}).` }];
    });
}
// Elements that show nothing.
const SILENT = /^<(?:script|style|template|noscript|iframe|object|embed|title)[\s/>]/i;
const HIDING = /[\s"']hidden(?![\w-])|display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|font-size\s{0,5}:\s{0,5}0|opacity\s{0,5}:\s{0,5}0(?!\.[1-9])|color\s{0,5}:\s{0,5}transparent/i;
function findHiding({ tree }, { skeleton }) {
    const nodes = [...nodesOf(tree)];
    const used = new Set(nodes.flatMap((node) => ("referenceType" in node ? [node.identifier] : [])));
    const isTemplates = (text) => skeleton?.sections.some((section) => section.text.includes(text)) ?? false;
    return nodes.flatMap((node) => {
        const line = lineOf(node);
        if (node.type === "definition")
            return used.has(node.identifier)
                ? []
                : [{ line, words: "The name of a link is defined here that no text uses, so nobody sees it." }];
        if (node.type !== "html" || isTemplates(node.value.trim()))
            return [];
        if (node.value.includes("<!--"))
            return [{ line, words: "An HTML comment stands here, which nobody sees." }];
        const tags = tagsIn(node.value);
        return tags.some((tag) => SILENT.test(tag) || HIDING.test(tag))
            ? [{ line, words: "HTML hides something here." }]
            : [];
    });
}
function tagsIn(html) {
    return [...html.matchAll(/<[a-z][^<>]*>/gi)].map(([tag]) => tag);
}
function findMisleading({ tree }) {
    const definitions = definitionsOf(tree);
    return [...nodesOf(tree)]
        .flatMap((node) => linksOf(node, definitions))
        .flatMap(({ text, url, line }) => {
        const words = deceptionOf(text.trim(), url);
        return words === null ? [] : [{ line, words }];
    });
}
function linksOf(node, definitions) {
    const line = lineOf(node);
    const address = addressOf(node, definitions);
    if (address !== null)
        return [{ text: wordsOf(node), url: address, line }];
    if (node.type === "image")
        return [{ text: "", url: node.url, line }];
    if (node.type !== "html")
        return [];
    return tagsIn(node.value).flatMap((tag) => {
        const [, , quoted, url = quoted] = ADDRESS.exec(tag) ?? [];
        return url === undefined ? [] : [{ text: "", url, line }];
    });
}
const ADDRESS = /\s(?:href|src)\s{0,5}=\s{0,5}(?:(["'])((?:(?!\1)[^<>]){1,2000})|([^"'\s>]{1,2000}))/i;
/** What is wrong with a link; null when nothing is. */
function deceptionOf(text, address) {
    const bare = address.replace(/[\s\p{Cc}]/gu, "");
    const [, scheme] = /^(javascript|data|vbscript|file|blob):/i.exec(bare) ?? [];
    if (scheme !== undefined)
        return `The link is of the kind ${scheme.toLowerCase()}:, which leads to no page.`;
    const url = URL.parse(bare, `https://${HERE}`);
    if (url === null || !/^https?:$/.test(url.protocol))
        return null;
    const host = url.host === HERE ? "this repository" : (0,lib_text/* toSingleLine */.OX)(url.host, LONGEST_HOST);
    if (url.username !== "" || url.password !== "")
        return `The link has a name before its host ${host}, which looks like another host.`;
    if (/(?:^|\.)xn--/.test(url.hostname))
        return `The link leads to ${host}, which is shown as other letters.`;
    const shown = hostIn(text);
    if (shown !== null && !isWithin(url.hostname, shown))
        return `The link shows ${(0,lib_text/* toSingleLine */.OX)(shown, LONGEST_HOST)}, but leads to ${host}.`;
    return safety_isOther(text, url)
        ? "The link shows one commit, issue or pull request, but leads to another."
        : null;
}
// Where links without a host lead.
const HERE = "this-repository.invalid";
// Of names with a dot, those that are read as a host and not as a file.
const DOMAIN = /^(?:www\.|(?=\S{1,253}\.(?:com|org|net|io|dev|ai|app|cloud|gov|edu|co|info|us|uk|de|eu|example|test)(?:[:/?#]|$)))((?:[a-z\d-]{1,63}\.){1,6}[a-z]{2,24})(?=[:/?#]|$)\S*$/i;
/** The host that a link's words show; null when they show none. */
function hostIn(text) {
    const [, authority] = /\bhttps?:\/\/([^\s/?#<>"'\\]{1,253})/i.exec(text) ?? [];
    const [, domain = null] = DOMAIN.exec(text) ?? [];
    const host = authority?.split("@").slice(-1).join("").replace(/:\d+$/, "") ?? domain;
    return host && withoutWww(host);
}
function isWithin(host, shown) {
    return `.${withoutWww(host)}`.endsWith(`.${shown}`);
}
function withoutWww(host) {
    return host.toLowerCase().replace(/^www\./, "");
}
/** Whether the words name another thing of GitHub's than the address does. */
function safety_isOther(text, url) {
    const target = citationOf(url.href, url.origin);
    if (target === null)
        return false;
    const repository = `${target.owner}/${target.name}`;
    const named = writtenIn(/^[\da-f]{7,40}$/i.test(text) ? `${repository}@${text}` : text, repository, null);
    return named.length > 0 && named.every(({ citation }) => !isSameThing(citation, target));
}

;// CONCATENATED MODULE: ./build/src/check/timeline.js
/** The rules of the timeline: the record's rows stand there as they are, and what was added has a source. */



const timeline_LONGEST_SHOWN = 120;
// As the skeleton has them.
const LONGEST_WORDS = 600;
const timeline_LONGEST_NAME = 100;
const MINUTE_MS = 60_000;
const LONGEST_GAP_MS = 60 * MINUTE_MS;
const timelineRules = [
    ruleOf("timeline-missing-row", (source, facts) => {
        const { heading, missing } = compared(source, facts);
        return missing.map((row) => ({ line: heading, words: `The record's row ${timeline_shown(row)} is missing.` }));
    }),
    ruleOf("timeline-altered-row", (source, facts) => compared(source, facts).altered.map(({ expected, written }) => ({
        line: written.line,
        words: `The row is not as the record has it: ${timeline_shown(expected)}.`,
    }))),
    ruleOf("timeline-order", timeline_disorder),
    ruleOf("timeline-time-zone", otherZones),
    ruleOf("timeline-untimed-row", untimed),
    ruleOf("timeline-source", unsourced),
    ruleOf("timeline-gap", gaps),
];
function rowsIn({ postmortem }) {
    return (postmortem?.timeline ?? []).flatMap(({ line, at, text }) => at === null ? [] : [{ line, at, text: (0,lib_text/* toSingleLine */.OX)(text, LONGEST_WORDS + timeline_LONGEST_NAME * 2) }]);
}
/** `14:32 UTC — What happened by whom`, in plain words. */
function timeline_shown({ at, text }) {
    return (0,lib_text/* toSingleLine */.OX)(`${(0,lib_time/* dateOf */.Q$)(at)} ${(0,lib_time/* timeOf */.nR)(at)} UTC — ${text}`, timeline_LONGEST_SHOWN);
}
function expectedOf({ at, what, by }) {
    const who = (0,lib_text/* toSingleLine */.OX)(by ?? "", timeline_LONGEST_NAME);
    const text = [(0,lib_text/* toSingleLine */.OX)(what, LONGEST_WORDS), ...(who ? [`by ${who}`] : [])].join(" ").trim();
    return { at: Math.floor(at / MINUTE_MS) * MINUTE_MS, text };
}
/** What a record says of itself when not all of its rows are there. */
const LOG_MISSING = /^(?:Log entries|Timeline)\b/;
/** The rows of the record beside those of the text. Without a section for them there is nothing to compare. */
function compared(source, { record }) {
    const section = source.postmortem?.sections.find(({ heading }) => heading.toLowerCase() === "timeline");
    if (record === null || section === undefined)
        return { heading: 1, missing: [], altered: [], added: [] };
    const left = new Set(rowsIn(source));
    const take = (isMeant) => {
        for (const row of left) {
            if (!isMeant(row))
                continue;
            left.delete(row);
            return row;
        }
        return null;
    };
    const unmatched = record.timeline
        .map(expectedOf)
        .filter(({ at, text }) => take((row) => row.at === at && row.text === text) === null);
    const missing = [];
    const altered = [];
    for (const expected of unmatched) {
        const written = take((row) => row.text === expected.text) ??
            take((row) => row.at === expected.at && firstWord(row) === firstWord(expected));
        if (written === null)
            missing.push(expected);
        else
            altered.push({ expected, written });
    }
    // Without the whole log, a row that is not known may be the record's all the same.
    const isWhole = !record.missing.some((part) => LOG_MISSING.test(part));
    return { heading: section.line, missing, altered, added: isWhole ? [...left] : [] };
}
function firstWord({ text }) {
    return text.replace(/\s.*$/, "").toLowerCase();
}
function timeline_disorder(source) {
    let last = Number.NEGATIVE_INFINITY;
    return rowsIn(source).flatMap(({ line, at, text }) => {
        if (at >= last) {
            last = at;
            return [];
        }
        return [{ line, words: `The row ${timeline_shown({ at, text })} stands after a later one.` }];
    });
}
const CLOCK = /^(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}[:.h]\d\d/;
function otherZones({ postmortem }) {
    return (postmortem?.timeline ?? [])
        .filter(({ at, text }) => at === null && CLOCK.test(text))
        .map(({ line, text }) => ({
        line,
        words: `The row does not begin with a time in UTC: ${(0,lib_text/* toSingleLine */.OX)(text, timeline_LONGEST_SHOWN)}`,
    }));
}
function untimed({ postmortem }) {
    return (postmortem?.timeline ?? [])
        .filter(({ at, text }) => at === null && text !== "" && !CLOCK.test(text))
        .map(({ line, text }) => ({ line, words: `The row has no time: ${(0,lib_text/* toSingleLine */.OX)(text, timeline_LONGEST_SHOWN)}` }));
}
// What is not known has no source.
const NOTHING_KNOWN = /^(?:nothing|no more) (?:is |more is )?known\b/i;
const SOURCE = /\]\(|\]\[|\[\^|https?:\/\/|\(sources?:|(?:^|[\s(])[\w./-]{0,140}#\d|\b(?=[a-f]{0,40}\d)[0-9a-f]{7,40}\b/i;
// As the skeleton has it by the webhook's word: PagerDuty's REST API does not tell when an incident was reopened.
const REOPENED = "Reopened";
function unsourced(source, facts) {
    return compared(source, facts)
        .added.filter(({ text }) => !NOTHING_KNOWN.test(text) && text !== REOPENED)
        .filter((row) => !SOURCE.test(writtenAt(source, row)))
        .map((row) => ({ line: row.line, words: `The added row ${timeline_shown(row)} has no source.` }));
}
/** The row as it is written, with the indented lines that belong to it. */
function writtenAt({ lines }, { line }) {
    const rest = lines.slice(line);
    const end = rest.findIndex((words) => !/^\s+\S/.test(words));
    return [lines[line - 1], ...rest.slice(0, end === -1 ? rest.length : end)].join("\n");
}
const TOLD = /\b(?:until|unknown|not known|nothing|no (?:entries|entry|events?|activity|news|records?|changes?|more)|wait(?:ed|ing)?|monitor(?:ed|ing)?|watch(?:ed|ing)|snoozed|overnight|meanwhile|quiet)\b/i;
function gaps(source) {
    const { created = null, resolved = null } = source.postmortem?.frontMatter ?? {};
    if (created === null || resolved === null)
        return [];
    const open = rowsIn(source).filter(({ at }) => at >= created - MINUTE_MS && at <= resolved + MINUTE_MS);
    return open.flatMap((row, index) => {
        const next = open[index + 1];
        if (next === undefined || next.at - row.at <= LONGEST_GAP_MS)
            return [];
        // Between a resolve and a reopening nobody was at work.
        if (/^Resolved\b/.test(row.text) || TOLD.test(row.text) || TOLD.test(next.text))
            return [];
        if (source.lines.slice(row.line, next.line - 1).some((line) => line.trim() !== ""))
            return [];
        const minutes = Math.floor((next.at - row.at) / MINUTE_MS);
        return [{ line: next.line, words: `Of the ${minutes} minutes before this row nothing is told.` }];
    });
}

;// CONCATENATED MODULE: ./build/src/check/rules.js
/** All rules of the check, in the order in which they are documented. */









const RULES = [
    ...frontMatterRules,
    durationRule,
    ...structureRules,
    ...questionRules,
    ...timelineRules,
    ...evidenceRules,
    ...actionItemRules,
    ...languageRules,
    ...safetyRules,
];

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/pagerduty/record.js + 1 modules
var pagerduty_record = __webpack_require__(1257);
// EXTERNAL MODULE: ./build/src/postmortem/render.js
var render = __webpack_require__(3318);
;// CONCATENATED MODULE: ./build/src/check/skeleton.js
/** The document as it would be rendered now, by which the sections and the placeholders of a postmortem are known. */







/**
 * The skeleton of the template that the postmortem was most likely made from: several may be in use, and which one
 * was, only the draft knew. Without a record, what depends on it is left out of the skeleton.
 */
function skeletonOf(source, record, templates) {
    const incidentId = incidentOf(source);
    if (incidentId === null)
        return { skeleton: null, problem: null };
    const known = record ?? (0,pagerduty_record/* recordOf */.z)(incident/* incidentSchema */.iG.parse({ id: incidentId }), null);
    const headings = new Set(source.postmortem?.sections.map(({ heading }) => heading.toLowerCase()));
    const problems = [];
    const skeletons = templates.flatMap((template) => {
        const read = skeleton_render(known, template);
        if (!("problem" in read))
            return [read];
        problems.push(read.problem);
        return [];
    });
    const shared = ({ sections }) => sections.filter(({ heading }) => headings.has(heading.toLowerCase())).length;
    // Of two that share as many of their sections, the postmortem lacks less of the shorter one.
    const [best = null] = skeletons.toSorted((a, b) => shared(b) - shared(a) || a.sections.length - b.sections.length);
    return { skeleton: best, problem: problems.length === 0 ? null : (0,lib_text/* toSingleLine */.OX)(problems.join("; "), 300) };
}
function skeleton_render(record, template) {
    try {
        return readPostmortem((0,render/* renderSkeleton */.Y)(record, template));
    }
    catch (error) {
        if (error instanceof errors/* SettingsError */.n)
            return { problem: error.message };
        throw error;
    }
}

// EXTERNAL MODULE: ./node_modules/mdast-util-from-markdown/lib/index.js + 45 modules
var lib = __webpack_require__(6855);
// EXTERNAL MODULE: ./node_modules/mdast-util-gfm/lib/index.js + 12 modules
var mdast_util_gfm_lib = __webpack_require__(9952);
// EXTERNAL MODULE: ./node_modules/micromark-extension-gfm/index.js + 7 modules
var micromark_extension_gfm = __webpack_require__(2297);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./build/src/check/time-limit.js
/** Work that gets only so much time: what a stranger wrote can make a parser, or a regular expression, slow. */

// Only a script of its own can be stopped while it runs. This one says nothing but to do the work.
const SCRIPT = new external_node_vm_.Script("work()");
const given = {};
const CONTEXT = (0,external_node_vm_.createContext)(given);
/** What the work comes to; null when it was stopped after `ms` milliseconds. Errors of the work itself are thrown. */
function withinTime(ms, work) {
    let done = null;
    given.work = () => {
        done = { value: work() };
    };
    try {
        SCRIPT.runInContext(CONTEXT, { timeout: ms });
    }
    catch (error) {
        if (!isTimeout(error))
            throw error;
    }
    return done;
}
// It is an error of the script's own realm, so it is no instance of Error here.
function isTimeout(error) {
    return (typeof error === "object" &&
        error !== null &&
        "code" in error &&
        error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT");
}

;// CONCATENATED MODULE: ./build/src/check/source.js
/** A postmortem's text as the check reads it: its lines, its Markdown, its front matter and sections. */





// A postmortem of 500 rows has about 50 KiB.
const MOST_BYTES = 262_144;
// That one takes a tenth of a second; crafted text of the same length would take hours.
const LONGEST_MS = 5_000;
/**
 * Reads a postmortem; its positions, also those of the tree, are those of the whole file. `problem` says why a text
 * is not read at all: it is too long, or made to take its reader apart.
 */
function readSource(file, text, longestMs = LONGEST_MS) {
    const bytes = Buffer.byteLength(text);
    if (bytes > MOST_BYTES)
        return { problem: `it has ${bytes} bytes, and no more than ${MOST_BYTES} are read` };
    try {
        const read = withinTime(longestMs, () => source_parse(file, text));
        return read ? read.value : { problem: `reading it as Markdown took longer than ${longestMs} ms` };
    }
    catch {
        // The parser goes down into what is nested until its stack ends. Whatever else a text does to it, the other
        // postmortems are checked all the same.
        return {
            problem: "its quotes or lists are nested too deeply, or it breaks the Markdown parser otherwise",
        };
    }
}
function source_parse(file, text) {
    const postmortem = readPostmortem(text);
    return {
        file,
        text,
        lines: text.split(/\r?\n/),
        tree: (0,lib/* fromMarkdown */.Y)(withoutFrontMatter(text), {
            extensions: [(0,micromark_extension_gfm/* gfm */.T)()],
            mdastExtensions: [(0,mdast_util_gfm_lib/* gfmFromMarkdown */.C)()],
        }),
        postmortem: "problem" in postmortem ? null : postmortem,
    };
}
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/;
// Spaces in its place leave every later character where it stands in the file.
function withoutFrontMatter(text) {
    const [front = ""] = FRONT_MATTER.exec(text) ?? [];
    return front.replace(/[^\r\n]/g, " ") + text.slice(front.length);
}

;// CONCATENATED MODULE: ./build/src/check/run.js
/** A pull request's postmortems in, findings out: each is compared with the record of its incident. */







const MOST_POSTMORTEMS = 50;
const run_LONGEST_MS = 5_000;
/** Runs every rule that is on and can run; what cannot be had is a sentence in `notRun`, never a finding. */
async function check(options) {
    const { longestMs = run_LONGEST_MS } = options;
    const rules = (options.rules ?? RULES).flatMap((rule) => {
        const severity = options.severities[rule.id] ?? rule.severity;
        return severity === "off" ? [] : [{ ...rule, severity }];
    });
    const notRun = new Set();
    const read = options.postmortems.slice(0, MOST_POSTMORTEMS).map(readOne);
    const over = options.postmortems.length - read.length;
    if (over > 0)
        notRun.add(`${over} of the postmortems are not checked: one run takes ${MOST_POSTMORTEMS}.`);
    const sources = read.flatMap(({ source }) => source ?? []);
    const references = await referencesFor(sources, rules, options, notRun);
    const records = new Map();
    const findings = read.flatMap((one) => one.findings);
    for (const source of sources) {
        const record = await recordFor(source, rules, options, records, notRun);
        const { skeleton, problem } = skeletonOf(source, record, options.templates);
        if (problem !== null)
            notRun.add(`${source.file}: the template's sections are not checked: ${problem}.`);
        const { names, repository, now } = options;
        const facts = { record, references, skeleton, names, repository, now };
        for (const rule of rules)
            findings.push(...(await findingsOf(rule, source, facts, longestMs)));
    }
    return {
        files: read.map(({ file }) => file),
        removed: options.removed,
        findings: findings.sort((a, b) => order(a.file, b.file) || a.line - b.line),
        notRun: [...notRun],
    };
}
function readOne({ file, text }) {
    const source = text === null ? { problem: "it is not in the checkout as a plain file" } : readSource(file, text);
    if (!("problem" in source))
        return { file, source, findings: [] };
    return { file, source: null, findings: [run_unreadable(file, source.problem)] };
}
function run_unreadable(file, why) {
    return {
        rule: "unreadable",
        severity: "error",
        file,
        line: 1,
        words: `The postmortem is not checked: ${why}.`,
        fix: "Make it a Markdown file that people could read, too.",
    };
}
async function referencesFor(sources, rules, { readReferences }, notRun) {
    const ids = idsOf(rules, "references");
    if (ids.length === 0 || sources.length === 0)
        return null;
    if ("absent" in readReferences) {
        notRun.add(`${ids.join(", ")} did not run: ${readReferences.absent}.`);
        return null;
    }
    const references = await readReferences(sources);
    for (const sentence of references.notChecked)
        notRun.add(sentence);
    return references;
}
function idsOf(rules, needs) {
    return rules.filter((rule) => rule.needs === needs).map(({ id }) => id);
}
async function recordFor(source, rules, { readRecord }, records, notRun) {
    const ids = idsOf(rules, "record");
    if (ids.length === 0)
        return null;
    if ("absent" in readRecord) {
        notRun.add(`${ids.join(", ")} did not run: ${readRecord.absent}.`);
        return null;
    }
    const incidentId = incidentOf(source);
    if (incidentId === null) {
        notRun.add(`${source.file}: ${ids.join(", ")} did not run: it names no incident that can be read.`);
        return null;
    }
    const record = records.get(incidentId) ?? readRecord(incidentId, regionOf(source));
    records.set(incidentId, record);
    const known = await record;
    if ("problem" in known) {
        notRun.add(`${source.file}: ${ids.join(", ")} did not run: ${known.problem}.`);
        return null;
    }
    for (const part of known.missing.filter((line) => LOG_MISSING.test(line)))
        notRun.add(`${source.file}: the record is not whole, so no row counts as added. ${part}`);
    return known;
}
/** The region of the account, by the incident's address. */
function regionOf({ postmortem }) {
    const reference = (0,incident/* parseIncidentReference */.vq)(postmortem?.frontMatter.url ?? "");
    return reference?.kind === "id" ? reference.region : null;
}
async function findingsOf(rule, source, facts, longestMs) {
    const { id, severity, fix } = rule;
    const found = withinTime(longestMs, () => rule.find(source, facts));
    // A text that could stop a rule would otherwise switch it off.
    const problems = (await found?.value) ?? [
        { line: 1, words: `This rule was stopped after ${longestMs} ms: the text is made to be slow to read.` },
    ];
    return problems.map(({ line, words }) => ({ rule: id, severity, file: source.file, line, words, fix }));
}
function order(a, b) {
    return a < b ? -1 : Number(a > b);
}

// EXTERNAL MODULE: ./build/src/github/client.js + 2 modules
var client = __webpack_require__(1446);
;// CONCATENATED MODULE: ./build/src/github/pull-request.js
/** A pull request as GitHub tells it: the files that it changes, and files as they are at its base. */



// Reading twice does no harm.
const TRIES = 3;
const PER_PAGE = 100;
/** @see https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
const MOST_PAGES = 30;
const fileSchema = schemas/* object */.Ikc({ filename: schemas/* string */.YjP(), status: schemas/* string */.YjP() });
const contentSchema = schemas/* object */.Ikc({ content: schemas/* string */.YjP(), encoding: schemas/* literal */.euz("base64") });
/** `repository` is the `owner/name` of the docs repository. */
function createPullRequestClient(github, repository) {
    const at = (0,client/* repositoryParameters */.N)(repository);
    const remedy = "Give the job the permissions `contents: read` and `pull-requests: read`, and run it again.";
    return {
        async listFiles(number) {
            const files = [];
            for (let page = 1; page <= MOST_PAGES; page++) {
                const some = await github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", { ...at, pull_number: number, per_page: PER_PAGE, page }, {
                    attempt: "Listing the files of the pull request",
                    remedy,
                    schema: schemas/* array */.YOg(fileSchema),
                    tries: TRIES,
                });
                files.push(...some);
                if (some.length < PER_PAGE)
                    return { files, isWhole: true };
            }
            return { files, isWhole: false };
        },
        async readFile(path, commit) {
            try {
                const { content } = await github.request("GET /repos/{owner}/{repo}/contents/{path}", { ...at, path, ref: commit }, {
                    attempt: "Reading a file of the pull request's base",
                    remedy,
                    schema: contentSchema,
                    tries: TRIES,
                });
                return Buffer.from(content, "base64").toString("utf8");
            }
            catch (error) {
                if (error instanceof errors/* RequestError */.G && error.status === 404)
                    return null;
                throw error;
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/src/github/references.js
/** What GitHub says of the commits, pull requests, issues and files that postmortems cite. */


const MOST = 500;
const PER_REQUEST = 50;
const TRY_MS = 20_000;
// Reading twice does no harm.
const references_TRIES = 3;
/**
 * Asks GitHub for all that is cited, many with one request. A GitHub that refuses or does not answer leaves
 * the rest unreadable.
 * @see https://docs.github.com/graphql/reference/queries#repository
 */
async function readReferences(options) {
    const citations = new Map();
    for (const citation of options.citations)
        citations.set(citation.key, citation);
    const asked = [...citations.values()].slice(0, MOST);
    const { answers, failure } = await askAll(options, asked.flatMap(lookupsOf));
    const hidden = asked.filter(({ key }) => answers.get(key)?.state === "unreadable");
    const over = citations.size - asked.length;
    const found = [...citations.keys()].map((key) => [key, answers.get(key) ?? { state: "unreadable" }]);
    return {
        serverUrl: options.serverUrl,
        answers: Object.fromEntries(found),
        notChecked: [
            ...(failure === null ? [] : [failure]),
            ...references_unreadable(hidden),
            ...(over > 0 ? [`${count(over)} not checked: GitHub is asked for ${MOST} at most.`] : []),
        ],
    };
}
function references_unreadable(citations) {
    const repositories = Map.groupBy(citations, repositoryOf);
    return [...repositories].map(([repository, { length }]) => `${count(length)} not checked in ${repository}: the github-token may not read it, or there is no such repository.`);
}
function count(amount) {
    return amount === 1 ? "1 reference is" : `${amount} references are`;
}
function lookupsOf(citation) {
    const { number, revisions } = citation;
    return number === null ? revisions.map((revision) => ({ citation, revision })) : [{ citation, number }];
}
/** The best answer for each key, and why some are missing. */
async function askAll(options, lookups) {
    const answers = new Map();
    try {
        for (let from = 0; from < lookups.length; from += PER_REQUEST) {
            for (const [{ citation }, answer] of await ask(options, lookups.slice(from, from + PER_REQUEST))) {
                const other = answers.get(citation.key);
                answers.set(citation.key, other === undefined ? answer : betterOf(other, answer));
            }
        }
        return { answers, failure: null };
    }
    catch (error) {
        // What stopped one request stops the next.
        if (error instanceof errors/* RequestError */.G)
            return { answers, failure: error.message };
        throw error;
    }
}
// A file is absent only if it is absent under each reading of its address.
function betterOf(one, other) {
    const ranks = ["found", "unreadable", "absent"];
    return ranks.indexOf(one.state) <= ranks.indexOf(other.state) ? one : other;
}
const references_time = schemas/* string */.YjP().nullish().catch(null);
const nodeSchema = schemas/* object */.Ikc({ __typename: schemas/* string */.YjP().catch(""), committedDate: references_time, mergedAt: references_time });
const answerSchema = schemas/* object */.Ikc({
    data: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), nodeSchema.nullable()).nullable()).nullish(),
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({
        type: schemas/* string */.YjP().nullish().catch(null),
        path: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]))
            .nullish()
            .catch(null),
    }))
        .nullish(),
});
async function ask(options, lookups) {
    const { query, variables, aliases } = queryOf(lookups);
    const { data, errors } = await options.github.graphql({ query, variables }, {
        attempt: "Looking up what the postmortem cites",
        remedy: "Check that the github-token may read the repositories, or run the check again.",
        schema: answerSchema,
        timeoutMs: TRY_MS,
        tries: references_TRIES,
        hidden: Object.values(variables).map(String),
    });
    // Such as a limit that was reached half-way: what is null may be there.
    const isWhole = (errors ?? []).every(({ path }) => path);
    return aliases.map(([lookup, repository, field]) => {
        const node = data?.[repository]?.[field];
        if (node)
            return [lookup, foundOf(lookup, node)];
        const error = errors?.find(({ path }) => path?.[0] === repository && path[1] === field);
        // GitHub answers null for an object that is not there, and an error besides for a number that is not.
        const isAbsent = error ? error.type === "NOT_FOUND" : node === null && isWhole && "revision" in lookup;
        return [lookup, { state: isAbsent ? "absent" : "unreadable" }];
    });
}
const OBJECT = "{ __typename ... on Commit { committedDate } }";
const references_NUMBERED = "{ __typename ... on PullRequest { mergedAt } }";
function queryOf(lookups) {
    const variables = {};
    const declared = [];
    const aliases = [];
    const variable = (name, type, value) => {
        declared.push(`$${name}: ${type}!`);
        variables[name] = value;
        return `$${name}`;
    };
    const repositories = Map.groupBy(lookups, ({ citation }) => repositoryOf(citation));
    const selections = [...repositories].map(([repository, group], index) => {
        const alias = `r${index}`;
        const [owner = "", name = ""] = repository.split("/");
        const fields = group.map((lookup) => {
            const field = `f${aliases.length}`;
            aliases.push([lookup, alias, field]);
            return "revision" in lookup
                ? `${field}: object(expression: ${variable(field, "String", lookup.revision)}) ${OBJECT}`
                : `${field}: issueOrPullRequest(number: ${variable(field, "Int", lookup.number)}) ${references_NUMBERED}`;
        });
        const of = `owner: ${variable(`${alias}o`, "String", owner)}, name: ${variable(`${alias}n`, "String", name)}`;
        return `${alias}: repository(${of}) { ${fields.join(" ")} }`;
    });
    return { query: `query (${declared.join(", ")}) { ${selections.join(" ")} }`, variables, aliases };
}
function repositoryOf({ owner, name }) {
    return `${owner}/${name}`.toLowerCase();
}
function foundOf({ citation }, { __typename, committedDate, mergedAt }) {
    const landedAt = Date.parse(committedDate ?? mergedAt ?? "");
    const kinds = { commit: "commit", file: "file", number: "issue" };
    return {
        state: "found",
        kind: __typename === "PullRequest" ? "pull request" : kinds[citation.kind],
        landedAt: citation.kind === "file" || Number.isNaN(landedAt) ? null : landedAt,
    };
}

// EXTERNAL MODULE: ./build/src/pagerduty/client.js + 3 modules
var pagerduty_client = __webpack_require__(8424);
// EXTERNAL MODULE: ./build/src/jobs/outside.js + 9 modules
var outside = __webpack_require__(4293);
// EXTERNAL MODULE: ./build/src/jobs/trigger.js + 1 modules
var trigger = __webpack_require__(4991);
;// CONCATENATED MODULE: ./build/src/jobs/check.js
/** The check of a pull request as one run does it: read, compared, and reported. */












const LONGEST_WARNING = 2_000;
const eventSchema = schemas/* object */.Ikc({
    pull_request: schemas/* object */.Ikc({
        number: schemas/* int */.Whr().positive(),
        base: schemas/* object */.Ikc({ sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/) }),
        /** A fork that was deleted since is null. */
        head: schemas/* object */.Ikc({ repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullable() }),
    }),
});
/**
 * Checks the postmortems that the pull request changes. Configuration and templates are those of its base, so that it
 * cannot switch off its own check. Errors fail the run, warnings do not.
 */
async function checkPullRequest(run, inputs, report) {
    const pullRequest = readEvent(run);
    const github = (0,outside/* githubOf */.zq)(run, inputs);
    if (github === null)
        throw new errors/* SettingsError */.n(["github-token is empty; the check asks GitHub with it which files are changed"]);
    const { repository, serverUrl, clock } = run;
    const client = createPullRequestClient(github, repository);
    const base = pullRequest.base.sha;
    const config = (0,outside/* configOf */.W1)(inputs, await client.readFile(inputs.config, base), "a pull request is checked by the configuration of its base");
    // Without a token for PagerDuty there is nothing of PagerDuty's to be published.
    if (inputs["pagerduty-token"] !== undefined)
        await (0,outside/* assertRepositoryPrivate */.sY)(run, inputs, config);
    const changed = await changedPostmortems(client, pullRequest.number, config);
    const { templates, missing } = await readTemplates(client, base, config);
    const checked = await check({
        postmortems: changed.files.map((file) => ({ file, text: run.files.read(file) })),
        removed: changed.removed,
        names: run.files.list(config.directory),
        severities: config.check,
        templates,
        readRecord: recordReader(run, inputs, pullRequest),
        readReferences: (sources) => readReferences({
            citations: sources.flatMap((source) => citationsOf(source, { repository, serverUrl })),
            serverUrl,
            github,
        }),
        repository,
        now: clock.now(),
    });
    tell(report, { ...checked, notRun: [...changed.notListed, ...missing, ...checked.notRun] });
}
function readEvent({ event }) {
    const parsed = event.name === "pull_request" ? eventSchema.safeParse(event.payload) : null;
    if (parsed?.success)
        return parsed.data.pull_request;
    throw new errors/* SettingsError */.n([
        "The job check needs the event pull_request, which tells what to compare; on your own machine use `npm run check`",
    ]);
}
/** The postmortems among the changed files: Markdown directly in the directory, and not its README. */
async function changedPostmortems(client, number, { directory }) {
    const { files, isWhole } = await client.listFiles(number);
    const postmortems = files.filter(({ filename }) => isPostmortem(filename, directory));
    const of = (isMeant) => postmortems.filter(({ status }) => isMeant(status)).map(({ filename }) => filename);
    return {
        files: of((status) => status !== "removed"),
        removed: of((status) => status === "removed"),
        notListed: isWhole
            ? []
            : ["GitHub lists the first 3,000 files of a pull request, and this one has more."],
    };
}
function isPostmortem(path, directory) {
    const name = path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : "";
    return /^[^/]+\.md$/i.test(name) && name.toLowerCase() !== "readme.md";
}
/** Every template that the configuration names, since a postmortem does not say which one it was made from. */
async function readTemplates(client, base, config) {
    const named = [config.template, ...config.rules.map(({ template }) => template ?? config.template)];
    const templates = [];
    const missing = [];
    for (const file of new Set(named)) {
        const text = file === undefined ? null : await client.readFile(file, base);
        if (file === undefined)
            templates.push(null);
        else if (text !== null)
            templates.push({ file, text });
        else
            missing.push(`The template ${file} is not at the pull request's base, so its sections are not checked.`);
    }
    return { templates, missing };
}
function recordReader(run, inputs, { head }) {
    if (inputs["pagerduty-token"] === undefined) {
        const isFork = head.repo?.full_name.toLowerCase() !== run.repository.toLowerCase();
        return {
            absent: isFork
                ? "the pull request comes from a fork, whose runs get no secrets, so there is no pagerduty-token"
                : "pagerduty-token is not set",
        };
    }
    const outside = { inputs, fetch: run.fetch, clock: run.clock };
    return async (id, region) => {
        try {
            const { record } = await (0,trigger/* triggerByHand */.r0)(outside, {
                reference: { kind: "id", id, region },
                runId: run.runId,
                actor: run.actor,
            });
            return await (0,redact/* redactRecord */.hi)(record);
        }
        catch (error) {
            if (error instanceof errors/* RequestError */.G)
                return { problem: (0,pagerduty_client/* reasonOf */.A3)(error) };
            throw error;
        }
    };
}
function tell(report, checked) {
    report.decision = "checked";
    report.reason = (0,check_report/* verdictOf */.Vj)(checked);
    report.checked = checked;
    if (checked.notRun.length > 0)
        report.warnings.push((0,lib_text/* toSingleLine */.OX)(`Not everything could be checked: ${checked.notRun.join(" ")}`, LONGEST_WARNING));
    const errors = (0,check_report/* countOf */.pq)(checked, "error");
    if (errors > 0)
        report.failures.push(`The check found ${(0,check_report/* verdictOf */.Vj)(checked)}: the annotations and the table in the summary say where and what to do.`);
}


/***/ }),

/***/ 3318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ renderSkeleton)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5498);
/* harmony import */ var _lib_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6016);
/* harmony import */ var _file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3560);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(200);
/** The skeleton of a postmortem: all that the record knows, in the form that the template gives it. */





const LONGEST_NAME = 100;
const LONGEST_WORDS = 600;
const MOST_ROWS = 500;
const MOST_ITEMS = 50;
/**
 * The postmortem as far as the record knows it: the front matter, and a body from the template with sections to fill.
 * Throws SettingsError where the template cannot be used.
 */
function renderSkeleton(record, template = null) {
    const { incident } = record;
    const frontMatter = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({
        incident: incident.id,
        number: incident.number,
        url: incident.url,
        service: scalarOf(incident.service?.name ?? null),
        priority: scalarOf(incident.priority),
        urgency: scalarOf(incident.urgency),
        status: "draft",
        owner: null,
        created: secondsOf(record.createdAt),
        acknowledged: secondsOf(record.acknowledgedAt),
        resolved: secondsOf(record.resolvedAt),
        "duration-minutes": record.durationMinutes,
        session: null,
    }, { nullStr: "", lineWidth: 0 });
    const body = (0,_template_js__WEBPACK_IMPORTED_MODULE_3__/* .renderDocument */ .yQ)(template ?? { file: "the built-in template", text: _template_js__WEBPACK_IMPORTED_MODULE_3__/* .BUILT_IN_TEMPLATE */ .U2 }, valuesOf(record));
    return `---\n${frontMatter.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replace(/ +$/gm, "")}---\n${body}`;
}
// A tag in a name is spelled with escapes, which YAML reads in double quotes only.
function scalarOf(name) {
    const scalar = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5(name && (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toSingleLine */ .OX)(name, LONGEST_NAME));
    if (/[<>]/.test(name ?? ""))
        scalar.type = yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_DOUBLE;
    return scalar;
}
function valuesOf(record) {
    const { incident, createdAt, durationMinutes, minutesToAcknowledge } = record;
    const timed = (at, words, more) => [clockOf(at, createdAt) ?? [], escaped(more ? `${words} (${more})` : words, LONGEST_WORDS)]
        .flat()
        .join(" — ");
    return {
        incident: incident.id,
        number: incident.number,
        url: incident.url,
        title: escaped((0,_file_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(incident), _file_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_TITLE */ .Eh),
        service: nameOf(incident.service?.name),
        priority: nameOf(incident.priority),
        urgency: nameOf(incident.urgency),
        type: nameOf(incident.type),
        escalation_policy: nameOf(incident.escalation_policy?.name),
        teams: incident.teams.flatMap(({ name }) => nameOf(name) ?? []),
        date: createdAt === null ? null : (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_1__/* .dateOf */ .Q$)(createdAt),
        created: clockOf(createdAt),
        acknowledged: clockOf(record.acknowledgedAt),
        resolved: clockOf(record.resolvedAt),
        duration: durationMinutes === null ? null : (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_1__/* .durationOf */ .cf)(durationMinutes),
        duration_minutes: durationMinutes,
        time_to_acknowledge: minutesToAcknowledge === null ? null : (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_1__/* .durationOf */ .cf)(minutesToAcknowledge),
        resolved_by: record.resolvedBy?.kind ?? null,
        reopenings: record.reopenings,
        escalations: record.escalations,
        responders: record.responders.length,
        timeline: shorten(record.timeline).map((row) => rowOf(row, createdAt)),
        alerts: items(record.alerts, ({ at, summary, severity }) => timed(at, summary, severity)),
        changes: items(record.changes, ({ at, summary, source }) => timed(at, summary, source)),
        past_incidents: items(record.pastIncidents, ({ at, title, id }) => timed(at, title ?? "", id)),
        custom_fields: items(record.customFields, ({ name, value }) => escaped(`${name}: ${value}`, LONGEST_WORDS)),
        missing: items(record.missing, (line) => escaped(line, LONGEST_WORDS)),
    };
}
function nameOf(name) {
    return escaped(name ?? "", LONGEST_NAME) || null;
}
// At the beginning of a line a dash, an equals sign or a number with a dot would be Markdown too.
function escaped(words, longest) {
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(words, longest).replace(/^(\d+(?=\.)|(?=[-=]))/, "$1\\");
}
function items(list, write) {
    const rest = list.length - MOST_ITEMS;
    return [...list.slice(0, MOST_ITEMS).map(write), ...(rest > 0 ? [`and ${rest} more, left out here`] : [])];
}
/** All rows up to MOST_ROWS; of more, the first and the last with one row that says how many are between them. */
function shorten(timeline) {
    if (timeline.length <= MOST_ROWS)
        return timeline;
    const from = MOST_ROWS / 2;
    const to = timeline.length - from + 1;
    const what = `From here ${to - from} entries are left out; PagerDuty's log of the incident has them`;
    return timeline.flatMap((row, index) => {
        if (index < from || index >= to)
            return [row];
        return index === from ? [{ at: row.at, what, by: null }] : [];
    });
}
/** `14:32 UTC — What happened by whom` */
function rowOf({ at, what, by }, createdAt) {
    const who = (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(by ?? "", LONGEST_NAME);
    const words = [(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(what, LONGEST_WORDS), ...(who ? [`by ${who}`] : [])].join(" ");
    return `${clockOf(at, createdAt)} — ${words.trim()}`.trimEnd();
}
/** `14:32 UTC`, with its date before it on another day than `beside`; null when not known. */
function clockOf(at, beside = null) {
    if (at === null)
        return null;
    const isSameDay = beside !== null && (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_1__/* .dateOf */ .Q$)(at) === (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_1__/* .dateOf */ .Q$)(beside);
    return `${isSameDay ? "" : `${(0,_lib_time_js__WEBPACK_IMPORTED_MODULE_1__/* .dateOf */ .Q$)(at)} `}${(0,_lib_time_js__WEBPACK_IMPORTED_MODULE_1__/* .timeOf */ .nR)(at)} UTC`;
}
function secondsOf(at) {
    return at === null ? null : new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}


/***/ }),

/***/ 200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U2: () => (/* binding */ BUILT_IN_TEMPLATE),
/* harmony export */   aw: () => (/* binding */ renderInstructions),
/* harmony export */   yQ: () => (/* binding */ renderDocument)
/* harmony export */ });
/* unused harmony exports DOCUMENT_VARIABLES, INSTRUCTION_VARIABLES */
/* harmony import */ var liquidjs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8694);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/** Liquid templates of the document and of the instructions: what they may use, and their bounds. */


/** What a document's template may use. In it, everything that a stranger wrote is Markdown-escaped already. */
const DOCUMENT_VARIABLES = {
    incident: "PagerDuty's id of the incident, such as `Q1ORDERSPOOL01`",
    number: "its number in the account",
    url: "its address in PagerDuty",
    title: "its title, or `Incident` and its id where it has none",
    service: "the name of its service",
    priority: "its priority, such as `P1`",
    urgency: "its urgency, `high` or `low`",
    type: "its incident type, such as `incident_default`",
    escalation_policy: "the name of its escalation policy",
    teams: "list: the names of its teams",
    date: "the day on which it began, such as `2026-02-10`; all times are UTC",
    created: "when it began, such as `2026-02-10 14:32 UTC`",
    acknowledged: "when it was first acknowledged",
    resolved: "when it was resolved",
    duration: "how long it lasted, such as `2 hours 5 minutes`",
    duration_minutes: "the same as a number of whole minutes",
    time_to_acknowledge: "how long it took until it was acknowledged, such as `6 minutes`",
    resolved_by: "what resolved it: `user`, `integration` or `automation`",
    reopenings: "how many times it was reopened, as a number",
    escalations: "how many times it was escalated, as a number",
    responders: "how many people responded, as a number",
    timeline: "list: the rows of the record, such as `14:32 UTC — PagerDuty incident triggered`",
    alerts: "list: its alerts, each with its time and severity",
    changes: "list: the changes that PagerDuty relates to it, each with its time and source",
    past_incidents: "list: similar incidents before it",
    custom_fields: "list: its custom fields, such as `Region: eu-west-1`",
    missing: "list: what could not be read from PagerDuty, and why",
};
/** What the template of the instructions may use: nothing that a stranger wrote. */
const INSTRUCTION_VARIABLES = {
    incident: "PagerDuty's id of the incident, such as `Q1ORDERSPOOL01`",
    number: "its number in the account",
    urgency: "its urgency: `high`, `low` or `unknown`",
    created: "when it began, such as `2026-02-10T14:32:00.000Z`, or `unknown`",
    resolved: "when it was resolved, or `unknown`",
    duration: "how long it lasted, such as `2 hours 5 minutes`, or `unknown`",
    path: "the postmortem's file in the docs repository",
    branch: "the branch of its pull request",
    repository: "the docs repository, as `owner/name`",
};
/** The document of an incident for which the configuration names no template. */
const BUILT_IN_TEMPLATE = `# Postmortem: {{ title }}{% if service %} — {{ service }}{% endif %}

**Date:** {{ date | default: "unknown" }} | **Duration:** {{ duration | default: "unknown" }} | **Severity:** {{ priority | default: "not set" }}

## Summary

## Impact

## Timeline

{{ timeline }}

## Root Cause

## Contributing Factors

## Action Items

- [ ]${" "}

## Questions for the Review

- What made the problem possible long before it began, and where else does the same hold?
- What did people see when they decided, and what would have let them see sooner what was happening?
- What went well or was luck, and what would have happened without it?
- Which of our assumptions about the system turned out to be wrong?

## Evidence

## Not Checked

{{ missing }}
`;
// Nothing that reads a file, that keeps words under another name, or that takes escaped words apart.
const TAGS = ["if", "unless", "case", "for", "break", "continue", "comment", "#"];
const FILTERS = ["default", "join", "size"];
const LOOP_FIELDS = ["first", "last", "index", "index0", "rindex", "rindex0", "length"];
const BOUNDS = { parseLimit: 65_536, renderLimit: 2_000, memoryLimit: 10_000_000 };
const LONGEST = 4_000_000;
/** The body of the document; throws SettingsError with each problem as `file:line what`. */
function renderDocument(template, values) {
    return render(template, values);
}
/** The team's instructions for the prompt; throws SettingsError with each problem as `file:line what`. */
function renderInstructions(template, values) {
    return render(template, values);
}
function render({ file, text }, values) {
    const source = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
    if (/^---\n/.test(source))
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .n([`${file}:1 begins with front matter, which is written for you: leave it out`]);
    const engine = createEngine();
    try {
        const parsed = engine.parse(withoutTagLines(`${source}\n`));
        const refused = refusedUses(engine.analyzeSync(parsed), values);
        if (refused.length > 0)
            throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .n(refused.map((problem) => `${file}:${problem}`));
        const rendered = engine.renderSync(parsed, values);
        if (rendered.length > LONGEST)
            throw new Error("output limit exceeded");
        return fenced(file, source, `${rendered.replace(/\n{3,}/g, "\n\n").replace(/^\n+|\n+$/g, "")}\n`);
    }
    catch (error) {
        throw error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .n ? error : new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .n([problemOf(file, error)]);
    }
}
const TAG_LINE = /^[ \t]*((?:\{%(?!-)(?:(?!%\}).)*(?<!-)%\}[ \t]*)+)\n/gm;
// A line of tags alone leaves no line behind. Its end moves into the last tag, so that lines keep their numbers.
function withoutTagLines(source) {
    return source.replace(TAG_LINE, (_, tags) => {
        const joined = tags.trimEnd().replace(/%\}[ \t]+\{%/g, "%}{%");
        return `${joined.slice(0, -2)}\n%}`;
    });
}
function createEngine() {
    const engine = new liquidjs__WEBPACK_IMPORTED_MODULE_1__/* .Liquid */ .HX({
        ...BOUNDS,
        strictFilters: true,
        strictVariables: true,
        ownPropertyOnly: true,
        templates: {},
        outputEscape: write,
    });
    for (const name of Object.keys(engine.tags))
        if (!TAGS.includes(name))
            delete engine.tags[name];
    for (const name of Object.keys(engine.filters))
        if (!FILTERS.includes(name))
            delete engine.filters[name];
    return engine;
}
/** A list by itself becomes the items of a Markdown list; what is not known, or is no value at all, nothing. */
function write(value) {
    if (Array.isArray(value))
        return value.map((item) => `- ${item}`).join("\n");
    return typeof value === "object" ? "" : String(value);
}
/** Each use that is not allowed, wherever it stands: no template works for one incident and fails for the next. */
function refusedUses({ variables, globals }, values) {
    const free = new Set(Object.values(globals).flat());
    const isKnown = (use) => {
        const [name = "", field, ...more] = use.segments.map(String);
        if (more.length > 0)
            return false;
        if (name === "forloop")
            return LOOP_FIELDS.includes(field ?? "");
        if (field !== undefined)
            return field === "size" && Array.isArray(values[name]);
        return Object.hasOwn(values, name) || !free.has(use);
    };
    const refused = Object.values(variables)
        .flat()
        .filter((use) => !isKnown(use))
        .sort((a, b) => a.location.row - b.location.row);
    const allowed = `allowed are ${Object.keys(values).join(", ")}, and .size of a list`;
    return refused.map((use) => `${use.location.row} ${use} is not known; ${allowed}`);
}
/** The library's message with its line first, and what is allowed instead. */
function problemOf(file, error) {
    const message = String(error)
        .replace(/^\w+: /, "")
        .replace(/\s+/g, " ");
    const [, what = message, line = "1"] = /^(.*), line:(\d+), col:\d+$/.exec(message) ?? [];
    return `${file}:${line} ${explain(what)}`;
}
function explain(what) {
    const [, filter] = /^undefined filter: (.*)$/.exec(what) ?? [];
    if (filter)
        return `the filter ${filter} is not known; allowed are ${FILTERS.join(", ")}`;
    const [, tag] = /^tag "(.*)" not found$/.exec(what) ?? [];
    if (tag)
        return `the tag ${tag} is not known here; allowed are ${TAGS.join(", ")}`;
    if (/limit exceeded|Invalid string length|call stack/.test(what))
        return "is too long, or its loops run too often";
    return what;
}
/** Rendered text may stand in the prompt's block of data, which none of it may end. */
function fenced(file, source, rendered) {
    if (!FENCE.test(rendered))
        return rendered;
    const line = source.slice(0, Math.max(0, source.search(FENCE))).split("\n").length;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .n([`${file}:${line} has the tag incident-data, by which the prompt marks its data`]);
}
const FENCE = /<\s*\/?\s*incident-data/i;


/***/ })

};
