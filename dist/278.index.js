export const id = 278;
export const ids = [278];
export const modules = {

/***/ 1278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkPullRequest: () => (/* binding */ checkPullRequest)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./build/src/incident/record.js
var incident_record = __webpack_require__(1735);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var lib_errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/postmortem/render.js + 4 modules
var render = __webpack_require__(7872);
// EXTERNAL MODULE: ./build/src/postmortem/template.js
var postmortem_template = __webpack_require__(200);
// EXTERNAL MODULE: ./build/src/settings/configuration-file.js
var configuration_file = __webpack_require__(2600);
;// CONCATENATED MODULE: ./build/src/check/head.js
/** The configuration and the templates of a pull request's head, read as data: the next incident will need them. */





/** What the next run would refuse, or warn of, because of the pull request. */
async function checkHead({ touched, base, load, read }) {
    const [first = ""] = touched.filter((path) => /\.ya?ml$/i.test(path));
    const loaded = first === "" ? null : await load();
    const placed = (severity, problem) => {
        const file = touched.find((path) => problem.startsWith(path)) ?? first;
        return findingOf("configuration", severity, file, problem);
    };
    const isRemoved = loaded?.source === configuration_file/* NO_FILE */.tW && touched.includes(base.source);
    const isConfigured = loaded !== null && loaded.config !== null && touched.includes(loaded.source);
    const warnings = (loaded?.warnings ?? []).filter((warning) => !base.warnings.includes(warning));
    return [
        ...(loaded?.problems ?? []).map((problem) => placed("error", problem)),
        ...(isRemoved ? [...warnings, `${base.source} ${REMOVED}`] : warnings).map((one) => placed("warning", one)),
        ...templatesOf(loaded?.config ?? base.config).flatMap(({ path, render }) => {
            if (!isConfigured && !touched.includes(path))
                return [];
            const text = read(path);
            const problems = text === null
                ? [`${path} is not there, and the configuration names it`]
                : (0,lib_errors/* problemsOf */.GW)(() => render({ file: path, text }));
            const file = text === null && isConfigured ? loaded.source : path;
            return problems.map((problem) => findingOf("template", "error", file, problem));
        }),
    ];
}
const REMOVED = "is removed: from then on the defaults count, and no rule skips an incident";
const ANY_INCIDENT = (0,incident_record/* blankRecord */.s)("Q1TEMPLATE");
/** The files that the configuration names, each once. */
function templatesOf({ template, rules, instructions }) {
    const documents = new Set([template, ...rules.map((rule) => rule.template)].flatMap((path) => path ?? []));
    return [
        ...[...documents].map((path) => ({ path, render: (one) => (0,render/* renderSkeleton */.Y)(ANY_INCIDENT, one) })),
        ...[instructions ?? []].flat().map((path) => ({
            path,
            render: (one) => (0,postmortem_template/* renderInstructions */.aw)(one, postmortem_template/* INSTRUCTION_VARIABLES */.pI),
        })),
    ];
}
const FIXES = {
    configuration: "Write what the file takes: docs/configuration.md lists its keys.",
    template: "Write what a template may use: docs/templates.md lists it.",
};
/** A problem may begin with its file, and with its line where there is one. */
function findingOf(rule, severity, file, problem) {
    const rest = problem.startsWith(`${file}:`) ? problem.slice(file.length) : problem;
    const [place = "", line = "1"] = /^:(\d{1,6})?[:\s]{0,3}/.exec(rest) ?? [];
    return { rule, severity, file, line: Number(line), message: rest.slice(place.length), fix: FIXES[rule] };
}

// EXTERNAL MODULE: ./build/src/check/report.js
var report = __webpack_require__(4418);
// EXTERNAL MODULE: ./build/src/postmortem/parse.js
var parse = __webpack_require__(3403);
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
/** What a text names; a bare `#12` is of the home, and nothing without one. */
function writtenIn(text, home) {
    const [homeOwner = "", homeName = ""] = (home?.repository ?? "").split("/");
    const numbers = [...text.matchAll(NUMBERED)].flatMap(({ 0: match, 1: owner, 2: name, 3: digits, index }) => {
        const isBare = owner === undefined || name === undefined;
        const number = Number(digits);
        const before = text.slice(Math.max(0, index - 20), index);
        if (isBare && (home === null || number === home.incident || OTHER_NUMBER.test(before)))
            return [];
        const citation = isBare ? numbered(homeOwner, homeName, number) : numbered(owner, name, number);
        return [{ citation: { ...citation, isCertain: !isBare }, start: index, length: match.length }];
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
        const citation = { ...file(owner, name, "HEAD", path), isCertain: false };
        return [{ citation, start: index, length }];
    });
    return [...numbers, ...commits, ...files].filter(({ citation }) => isName(citation.name));
}
// Git abbreviates to 7 to 12 digits; what has letters or figures alone is a word or a number.
const BARE_COMMIT = /(?<![\w./@#&:-])(?=\d{0,40}[a-f])(?=[a-f]{0,40}\d)(?:[\da-f]{40}|[\da-f]{7,12})(?![\w/@#:-])/gi;
/** Commits that are written without their repository, such as `9fceb02`. */
function bareCommitsIn(text) {
    return [...text.matchAll(BARE_COMMIT)].map(({ 0: sha, index }) => ({
        sha: sha.toLowerCase(),
        start: index,
    }));
}
/** A bare commit as one of a repository's (`owner/name`). */
function commitOf(repository, sha) {
    const [owner = "", name = ""] = repository.split("/");
    return commit(owner, name, sha);
}
function isName(name) {
    return !/^\.{1,100}$/.test(name);
}
function numbered(owner, name, number) {
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
function commit(owner, name, revision) {
    const key = keyOf(owner, name, `@${revision.toLowerCase()}`);
    return { key, kind: "commit", owner, name, revisions: [revision], number: null, isCertain: true };
}
function file(owner, name, ref, path) {
    const key = keyOf(owner, name, `:${ref}/${path}`);
    return { key, kind: "file", owner, name, revisions: [`${ref}:${path}`], number: null, isCertain: true };
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

;// CONCATENATED MODULE: ./build/src/check/citations.js
/** What a postmortem cites on GitHub, with the places where it does. */

// Each is asked for every commit that stands without its repository.
const MOST_REPOSITORIES = 8;
/** All that a postmortem cites, in the order of its text; commits without their repository aside. */
function citationsOf(source, home) {
    return passagesIn(source).flatMap((passage) => citedIn(passage, home));
}
function passagesIn({ blocks }) {
    return blocks.flatMap(({ passages }) => passages);
}
/**
 * What GitHub is to be asked for: all that is cited, and each commit without its repository in every repository that
 * the text or the configuration (`repositories`) names, and in the docs repository.
 */
function lookupsOf(source, home, repositories) {
    const cited = citationsOf(source, home);
    const named = cited.map(({ owner, name }) => `${owner}/${name}`);
    const places = [...new Set([home.repository, ...repositories, ...named].map((one) => one.toLowerCase()))]
        .filter(Boolean)
        .slice(0, MOST_REPOSITORIES);
    const bare = passagesIn(source).flatMap(bareIn);
    return [...cited, ...bare.flatMap(({ sha }) => places.map((place) => commitOf(place, sha)))];
}
/** The commits without their repository in a passage, in code too, where they stand alone. */
function bareIn(passage) {
    const coded = passage.codes.flatMap(({ value, start }) => {
        const [found] = bareCommitsIn(value);
        return found?.sha.length === value.length ? [{ ...found, start }] : [];
    });
    return [...bareCommitsIn(withoutLinks(passage)), ...coded];
}
/** What one passage cites. */
function citedIn(passage, home) {
    const linked = passage.links.flatMap(({ url, start, line }) => {
        const citation = citationOf(url, home.serverUrl);
        return citation ? [{ ...citation, start, line }] : [];
    });
    const coded = passage.codes.flatMap(({ value, start, line }) => {
        // In code, which may be anything, only what names a repository and is nothing else.
        const [found] = writtenIn(value, null);
        return found?.start === 0 && found.length === value.length ? [{ ...found.citation, start, line }] : [];
    });
    const written = writtenIn(withoutLinks(passage), home).map(({ citation, start }) => ({
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

// EXTERNAL MODULE: ./build/src/incident/reference.js
var incident_reference = __webpack_require__(3889);
;// CONCATENATED MODULE: ./build/src/check/identity.js
/** Which incident a file is the postmortem of. */

/** The incident of a postmortem, by its front matter or else by the file's name; null for a file that names none. */
function incidentOfFile({ values, file }) {
    return values.incident ?? namedIncidentOf(file);
}
/** The incident that the file's name has after its date. */
function namedIncidentOf(file) {
    const [, named] = /^\d{4}-\d\d-\d\d-([A-Z0-9]+)/.exec(nameOf(file)) ?? [];
    return incident_reference/* incidentIdSchema */.j.safeParse(named).data ?? null;
}
/** The name of a file without its folders. */
function nameOf(file) {
    return file.replace(/^.*\//, "");
}
/** The region of the account, by the incident's address. */
function regionOf({ values }) {
    const reference = (0,incident_reference/* parseIncidentReference */.v)(values.url ?? "");
    return reference?.kind === "id" ? reference.region : null;
}

;// CONCATENATED MODULE: ./build/src/check/record.js
/** What a record says of itself. */
/** Whether a record's sentence about what is missing says that not all of its rows are there. */
function isLogMissing(sentence) {
    return /^(?:Log entries|Timeline)\b/.test(sentence);
}
/**
 * Why a record is not compared, for all reasons that would otherwise tell whether there is such an incident: the check
 * is no way to read a private one.
 */
const RECORD_WITHHELD = "there is no incident that both the file's name and its front matter name, that PagerDuty knows, and that the rules allow a postmortem";

// EXTERNAL MODULE: ./build/src/postmortem/action-items.js
var action_items = __webpack_require__(8853);
// EXTERNAL MODULE: ./build/src/postmortem/vocabulary.js
var vocabulary = __webpack_require__(8842);
;// CONCATENATED MODULE: ./build/src/check/rules/action-item-checkbox.js
/** What has no checkbox is not followed up. */



const actionItemCheckbox = {
    meta: {
        id: "action-item-checkbox",
        severity: "error",
        why: "What has no checkbox is not followed up.",
        fix: `Write each action item as \`${vocabulary/* ITEM_FORM */.n1}\`.`,
        wrong: "- Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
        right: "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
    },
    run,
};
const MESSAGES = {
    item: "The item has no checkbox.",
    "box outside a list": "The box is no item of a list.",
    "table beside a list": "The table is not followed up; only the items of the list are.",
    "no list": "The section Action Items has no list of items.",
};
function run(source) {
    if ((0,parse/* blocksWith */.nU)(source, "action-items").every(({ words }) => words === ""))
        return { nothing: "the section Action Items is empty" };
    return (0,action_items/* unboxedIn */.nv)(source).map(({ line, what }) => {
        const message = MESSAGES[what];
        // It may say something else than what is to be done.
        return what === "table beside a list" ? { line, message, severity: "warning" } : { line, message };
    });
}

;// CONCATENATED MODULE: ./build/src/check/each-item.js
/** What the rules on action items have in common. */


/**
 * Looks at each item that is not ticked; `problemOf` gives the message of a finding. What is done lacks nothing. Where
 * several have the same problem, one finding names their lines, so that they hide no other.
 */
function eachItem(source, problemOf) {
    const items = (0,action_items/* actionItemsOf */.MP)(source).filter(({ isTicked }) => isTicked !== true);
    if (items.length === 0)
        return { nothing: "there is no action item that is not ticked" };
    const isFinished = vocabulary/* FINISHED */.BL.includes(source.values.status ?? "");
    const problems = items.flatMap((item) => {
        const message = problemOf(item, isFinished);
        return message === null ? [] : [{ line: item.line, message }];
    });
    const groups = Map.groupBy(problems, ({ message }) => message);
    return [...groups.values()].flatMap((group) => group.slice(0, 1).map(({ line, message }) => {
        const others = group.slice(1).map((one) => one.line);
        return {
            line,
            message: others.length === 0 ? message : `${message} So it is on line ${others.join(", ")}.`,
        };
    }));
}
/** A detail that is not written, or that a finished postmortem still leaves open; null where neither is so. */
function missing(what, written, isFinished) {
    if (written === null)
        return `The item ${what}.`;
    return isFinished && (0,action_items/* isOpen */.nT)(written) ? `The item ${what} yet, and the postmortem is finished.` : null;
}

;// CONCATENATED MODULE: ./build/src/check/rules/action-item-done-when.js
/** An item without an end cannot be closed. */

const actionItemDoneWhen = {
    meta: {
        id: "action-item-done-when",
        severity: "warning",
        why: "An item without an end cannot be closed.",
        fix: "Say what will be the case when the item is done, as done when: \u2026",
        wrong: "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent)",
        right: "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
    },
    run: action_item_done_when_run,
};
// Words that say no more than the key does, and what stands for a blank; TBD is another rule's finding.
const EMPTY = /^(?:(?:it is )?(?:completed?|done|finished|fixed|implemented|ready)|open|[^\p{L}\p{N}]*)\.?$/iu;
function action_item_done_when_run(source) {
    return eachItem(source, ({ doneWhen }) => doneWhen === null || EMPTY.test(doneWhen) ? "The item does not say when it is done." : null);
}

// EXTERNAL MODULE: ./build/src/lib/time.js
var lib_time = __webpack_require__(6016);
// EXTERNAL MODULE: ./build/src/lib/text.js
var lib_text = __webpack_require__(5498);
;// CONCATENATED MODULE: ./build/src/check/excerpt.js
/** A postmortem's own words in a message: one line, with a bound. */

const LONGEST = 140;
const LONGEST_QUOTE = 60;
/** The words, or `empty` where there are none. */
function excerpt(words) {
    return words === null ? "empty" : (0,lib_text/* toSingleLine */.OX)(words, LONGEST);
}
/** The words in quotation marks. */
function quote(words) {
    return `\u201c${(0,lib_text/* toSingleLine */.OX)(words, LONGEST_QUOTE)}\u201d`;
}

;// CONCATENATED MODULE: ./build/src/check/rules/action-item-due.js
/** What has no date is done after everything that has one. */




const actionItemDue = {
    meta: {
        id: "action-item-due",
        severity: "warning",
        why: "What has no date is done after everything that has one.",
        fix: "Give a day of the calendar as YYYY-MM-DD, after the incident; in a draft, write open where people must choose.",
        wrong: "- [ ] Limit the pool to 150 connections (owner: orders team; kind: prevent; done when: the load test passes)",
        right: "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
    },
    run: action_item_due_run,
};
// What is due later than in five years is a slip of the hand.
const LONGEST_MS = 5 * 365 * 24 * 3_600_000;
function action_item_due_run(source, { record }) {
    const began = record?.createdAt ?? source.values.created;
    return eachItem(source, ({ due }, isFinished) => {
        if (due === null || (0,action_items/* isOpen */.nT)(due))
            return missing("has no due date", due, isFinished);
        if (!(0,lib_time/* isDay */.N)(due))
            return `${quote(due)} is no day such as 2026-03-01.`;
        if (began === null)
            return null;
        if (due < (0,lib_time/* dateOf */.Q$)(began))
            return `The due date ${due} is before the incident.`;
        return due > (0,lib_time/* dateOf */.Q$)(began + LONGEST_MS) ? `The due date ${due} is years after the incident.` : null;
    });
}

;// CONCATENATED MODULE: ./build/src/check/rules/action-item-kind.js
/** Kinds show whether the items only repair, or also prevent and detect. */



const actionItemKind = {
    meta: {
        id: "action-item-kind",
        severity: "warning",
        why: "Kinds show whether the items only repair, or also prevent and detect.",
        fix: `Say ${(0,vocabulary/* anyOf */.EB)(vocabulary/* KINDS */.GW)}.`,
        wrong: "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: improvement; done when: the load test passes)",
        right: "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
    },
    run: action_item_kind_run,
};
function action_item_kind_run(source) {
    return eachItem(source, ({ kind }) => {
        if (kind === null)
            return "The item does not say its kind.";
        return vocabulary/* KINDS */.GW.includes(kind.toLowerCase()) ? null : `${quote(kind)} is no kind of action item.`;
    });
}

;// CONCATENATED MODULE: ./build/src/check/rules/action-item-owner.js
/** What nobody owns is not done. */


const actionItemOwner = {
    meta: {
        id: "action-item-owner",
        severity: "warning",
        why: "What nobody owns is not done.",
        fix: "Name a person or a team as owner; in a draft, write open where people must choose.",
        wrong: "- [ ] Limit the pool to 150 connections (due: 2026-03-01; kind: prevent; done when: the load test passes)",
        right: "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
    },
    run: action_item_owner_run,
};
const EVERYBODY = /^@?(?:(?:all|any(?:body|one)|every(?:body|one)|some(?:body|one))(?: (?:of|on|in|developers|engineers|hands|members|people|teams)\b.{0,60})?|(?:the )?teams?|us|we)$/i;
function action_item_owner_run(source) {
    return eachItem(source, ({ owner }, isFinished) => owner !== null && EVERYBODY.test(owner)
        ? `${quote(owner)} is nobody who could be asked.`
        : missing("names no owner", owner, isFinished));
}

// EXTERNAL MODULE: ./build/src/postmortem/blocks.js
var postmortem_blocks = __webpack_require__(752);
;// CONCATENATED MODULE: ./build/src/check/rules/action-item-twice.js
/** An item that stands there twice is done by nobody, or by two. */


const actionItemTwice = {
    meta: {
        id: "action-item-twice",
        severity: "warning",
        why: "An item that stands there twice is done by nobody, or by two.",
        fix: "Keep one of the two, or say what the other one is.",
        wrong: "- [ ] Limit the pool (owner: orders team)\n- [ ] Limit the pool (owner: open)",
        right: "- [ ] Limit the pool of orders (owner: orders team)\n- [ ] Limit the pool of carts (owner: open)",
    },
    run: action_item_twice_run,
};
function action_item_twice_run(source) {
    const items = (0,action_items/* actionItemsOf */.MP)(source);
    if (items.length < 2)
        return { nothing: "there are not two action items" };
    const groups = Map.groupBy(items, ({ words }) => (0,postmortem_blocks/* comparable */.Z)(words).toLowerCase());
    return [...groups.values()].flatMap(([first, ...others]) => others.map(({ line }) => ({ line, message: `The item stands on line ${first?.line} as well.` })));
}

;// CONCATENATED MODULE: ./build/src/check/rules/claim-absent-reference.js
/** A commit, pull request, issue or file that does not exist supports nothing. */


const claimAbsentReference = {
    meta: {
        id: "claim-absent-reference",
        severity: "error",
        why: "A commit, pull request, issue or file that does not exist supports nothing.",
        fix: "Cite what exists, and take out what you cannot find.",
        needs: ["references"],
        wrong: "The deploy was acme/orders#99812.",
        right: "The deploy was acme/orders#812.",
    },
    run: claim_absent_reference_run,
};
function claim_absent_reference_run(source, { references, home }) {
    if (references === null)
        return [];
    const { answers } = references;
    const cited = citationsOf(source, home);
    if (cited.length === 0)
        return { nothing: "nothing of GitHub's is cited" };
    return cited
        .filter(({ key }) => answers[key]?.state === "absent")
        .map(({ key, line, isCertain }) => {
        const message = `GitHub has no ${excerpt(key)}.`;
        return isCertain
            ? { line, message }
            : {
                line,
                message,
                severity: "warning",
                fix: "If it is GitHub's, name its repository: owner/name#12.",
            };
    });
}

// EXTERNAL MODULE: ./build/src/postmortem/markdown.js
var markdown = __webpack_require__(5155);
// EXTERNAL MODULE: ./build/src/lib/likeness.js
var likeness = __webpack_require__(8633);
;// CONCATENATED MODULE: ./build/src/check/rows.js
/** Rows of the timeline, as the rules speak of them. */


const MINUTE_MS = 60_000;
/** The rows with a time. */
function timedRows({ timeline }) {
    return timeline.flatMap((row) => (row.at === null ? [] : [{ ...row, at: row.at }]));
}
const CLOCK = /^(?:\d{4}-\d\d-\d\d[ T,]{1,2})?(?:\d{1,2}[:.h]\d\d|\d{4} ?(?:Z|UTC)\b)/i;
/** Whether a row begins with a time, though not with one in the form of the timeline. */
function isOtherwiseTimed({ at, text }) {
    return at === null && CLOCK.test(text);
}
/** `2026-02-10 14:32 UTC \u2014 What happened`, for a message. */
function shownRow({ at, text }) {
    return excerpt(`${(0,lib_time/* dateOf */.Q$)(at)} ${(0,lib_time/* timeOf */.nR)(at)} UTC \u2014 ${text}`);
}

// EXTERNAL MODULE: ./build/src/postmortem/sections.js
var sections = __webpack_require__(2422);
;// CONCATENATED MODULE: ./build/src/check/skeleton.js
/** The document as it would be rendered now: which lines are the record's, and which the template's. */





/**
 * Makes the skeletons of these templates, null for the built-in one. A postmortem gets that of the template which it
 * was most likely made from: several may be in use, and which one was, only the draft knew. Without a record it has
 * the template's lines alone.
 */
function createSkeletons(templates, names) {
    // Several postmortems may be of one incident, and to render is half of the work.
    const known = new WeakMap();
    return (source, incidentId, record, similar = []) => {
        const earlier = record === null || similar.length > 0 ? undefined : known.get(record);
        const all = earlier ?? templates.map((one) => skeleton_render(incidentId, record, one, names, similar));
        if (record !== null && similar.length === 0)
            known.set(record, all);
        const headings = new Set(source.sections.map(identityOf));
        const shared = ({ sections }) => sections.filter((section) => headings.has(identityOf(section))).length;
        // Of two that share as many of their sections, the postmortem lacks less of the shorter one.
        const [best = null] = all
            .flatMap((one) => ("problem" in one ? [] : [one]))
            .toSorted((a, b) => shared(b) - shared(a) || a.sections.length - b.sections.length);
        const problems = all.flatMap((one) => ("problem" in one ? [one.problem] : []));
        return { skeleton: best, problem: problems.length === 0 ? null : (0,lib_text/* toSingleLine */.OX)(problems.join("; "), 300) };
    };
}
/** By what a section of the postmortem and one of the skeleton are the same. */
function identityOf({ key, heading }) {
    return key ?? `"${(0,sections/* headingKey */.y)(heading)}`;
}
function skeleton_render(incidentId, record, template, names, similar) {
    const blank = (0,render/* tryRenderSkeleton */.L)((0,incident_record/* blankRecord */.s)(incidentId), template);
    const rendered = record === null ? blank : (0,render/* tryRenderSkeleton */.L)(record, template, similar);
    if ("problems" in blank)
        return { problem: blank.problems.join("; ") };
    if ("problems" in rendered)
        return { problem: rendered.problems.join("; ") };
    const real = (0,parse/* parsePostmortem */.qL)("", rendered.text, names);
    if ("problem" in real)
        return { problem: "what it renders is more than a postmortem may have" };
    const fixed = new Set(blank.text.split("\n"));
    const isRecords = ({ form, line, lastLine }) => form !== "" && real.lines.slice(line - 1, lastLine).some((line) => !fixed.has(line));
    return {
        created: real.values.created,
        sections: real.sections.map((section) => ({
            ...section,
            recordLines: section.blocks.filter(isRecords),
            templateLines: section.blocks.filter((block) => !isRecords(block)),
        })),
    };
}

;// CONCATENATED MODULE: ./build/src/check/comparison.js
/** The lines of the record beside those of the postmortem: what is missing, altered, and added. */






const ALIKE = 0.6;
const KNOWN = new WeakMap();
/** Compares each section of the skeleton with the same one of the postmortem; one that is gone is another rule's. */
function compare(source, context) {
    const known = KNOWN.get(context) ?? compareAll(source, context);
    KNOWN.set(context, known);
    return known;
}
function compareAll(source, { record, skeleton }) {
    const result = { missing: [], altered: [], added: [], own: new Set(), continued: new Set() };
    if (record === null || skeleton === null)
        return result;
    const created = skeleton.created ?? source.values.created;
    const end = source.values.resolved ?? record.resolvedAt;
    for (const section of skeleton.sections) {
        const written = source.sections.filter((one) => identityOf(one) === identityOf(section));
        compareSection(section, written, { created, end }, result);
        if (section.heading === "")
            compareTitles(section, source.sections.slice(1), result);
    }
    // Without the whole log, a row that is not known may be the record's all the same.
    if (!record.missing.some(isLogMissing))
        result.added = timedRows(source).filter(({ block }) => !result.own.has(block));
    return result;
}
/** Adds to the result what is found of one section of the skeleton in those of the postmortem with its name. */
function compareSection(section, written, { created, end }, result) {
    const [first] = written;
    if (first === undefined)
        return;
    const toLine = (block) => comparableLine(block, section.key === "timeline" ? created : null);
    const expected = section.recordLines.map(toLine);
    const lines = written.flatMap(({ blocks }) => blocks.map(toLine));
    const folded = lines.filter(({ block, key }) => block.isFolded && expected.some((one) => one.key === key));
    // What no line of the record is found in yet.
    const left = lines.filter(({ block }) => !block.isFolded);
    const take = (line) => {
        left.splice(left.indexOf(line), 1);
        result.own.add(line.block);
    };
    const unfound = expected.filter((one) => {
        const found = sameIn(left, one) ?? longerIn(left, one);
        if (found === undefined)
            return true;
        if (found.key !== one.key)
            result.continued.add(found.block);
        take(found);
        return false;
    });
    // What came after the end may not have been there when the postmortem was written.
    for (const one of unfound.filter(({ at }) => at === null || end === null || at <= end)) {
        const altered = likestIn(left, one);
        if (altered === undefined) {
            const isFolded = folded.some(({ key }) => key === one.key);
            const isPast = section.key === "seen-before";
            result.missing.push({
                line: first.line,
                expected: excerpt(one.block.words),
                isFolded,
                isPast,
            });
        }
        else {
            take(altered);
            // Where the words are the same, a link is not.
            const { words, form } = one.block;
            result.altered.push({
                line: altered.block.line,
                expected: excerpt(altered.block.words === words ? form : words),
            });
        }
    }
    for (const line of [...left]) {
        const original = expected.find((one) => isCopy(line, one, section));
        if (original === undefined)
            continue;
        take(line);
        result.altered.push(onlyOnce(line.block.line, original));
    }
    for (const { block } of folded)
        result.own.add(block);
}
/** A heading that begins as the record's title does is a second title. */
function compareTitles({ recordLines }, others, { altered }) {
    const titles = recordLines
        .filter(({ kind }) => kind === "heading")
        .map((block) => comparableLine(block, null));
    for (const { heading, line } of others) {
        const original = titles.find(({ text }) => labelOf(text) !== null && labelOf(text) === labelOf(heading));
        if (original !== undefined)
            altered.push(onlyOnce(line, original));
    }
}
function onlyOnce(line, { block }) {
    return { line, expected: `it stands once, as ${excerpt(block.words)}` };
}
function comparableLine(block, created) {
    const row = block.kind === "item" ? (0,parse/* readRow */.zK)(block.form, created) : null;
    const at = row === null ? null : Math.floor(row.at / MINUTE_MS) * MINUTE_MS;
    const { text } = row ?? { text: block.form };
    // What is quoted is somebody's word, and no longer the record's.
    const place = `${block.isQuoted ? "> " : ""}${at ?? block.kind}`;
    return { block, at, text, key: `${place} ${withoutStop(text)}` };
}
/** People end a line with a full stop, where the record has none. */
function withoutStop(text) {
    return text.replace(/[.\u3002]$/, "");
}
function sameIn(left, { key }) {
    return left.find((line) => line.key === key);
}
/** A paragraph in which the author goes on after a sentence of the record. */
function longerIn(left, expected) {
    if (expected.block.kind !== "paragraph" || !/[.!?]$/.test(expected.text))
        return undefined;
    return left.find(({ block, text }) => block.kind === "paragraph" && text.startsWith(`${expected.text} `));
}
/** The line that was most likely made from the expected one. */
function likestIn(left, expected) {
    const others = left.filter(({ block }) => block.kind === expected.block.kind);
    const isRow = expected.at !== null;
    const label = labelOf(expected.text);
    return (others.find(({ text, at }) => isRow && at !== null && text === expected.text) ??
        others.find(({ text, at }) => isRow && at === expected.at && firstWord(text) === firstWord(expected.text)) ??
        others.find(({ text }) => !isRow && label !== null && labelOf(text) === label) ??
        others.find(({ text }) => (0,likeness/* likenessOf */.m)(text, expected.text) >= ALIKE));
}
/**
 * Whether a line of the author's passes for one of the record's: its words with another link, who did something at
 * another time or with another quotation, or a label of the header before the first section.
 */
function isCopy(line, of, { heading }) {
    if (heading === "")
        return labelsOf(line.text).some((label) => labelsOf(of.text).includes(label));
    if (line.block.kind === "item" && line.block.words === of.block.words)
        return true;
    // Only rows with a name: a change may well be deployed again.
    const isDeed = line.at !== null && of.at !== null && / by /.test(deedOf(of.text));
    return isDeed && deedOf(line.text) === deedOf(of.text);
}
/** What a row says before its quotation and its sources: `Acknowledged by Jordan Lee`. */
function deedOf(text) {
    return withoutStop(text.replace(/ \(.*/s, ""));
}
function firstWord(text) {
    return text.replace(/ .*/s, "").toLowerCase();
}
/** The labels of all parts of a line: a header has several, between bars. */
function labelsOf(text) {
    return text.split("|").flatMap((part) => labelOf(part.trim()) ?? []);
}
/** What stands before the first colon, such as `Customer impact`. */
function labelOf(text) {
    return /^([^:|]{3,40}):/.exec(text)?.[1]?.toLowerCase() ?? null;
}

;// CONCATENATED MODULE: ./build/src/check/claims.js
/** The claims of a postmortem: the author's paragraphs and items on causes and effects, each with its mark. */




/** Where a claim must have its mark. */
const MARKED = ["root-cause", "contributing-factors", "ruled-out"];
/** Where it is recommended. */
const RECOMMENDED = ["summary", "impact"];
const LONGEST_MARK = 1_000;
/**
 * Every paragraph and item of the author's that a mark belongs to: an item ends with the last of its paragraphs. A
 * question is none, nor are a quotation and a line that only leads to what stands below it.
 */
function claimsIn(source, context) {
    const recommended = new Set((0,parse/* sectionsWith */.$D)(source, ...RECOMMENDED));
    // Where the record is not known, what stands there may be the record's.
    const optional = context.record === null ? [] : RECOMMENDED;
    return (0,parse/* sectionsWith */.$D)(source, ...MARKED, ...optional).flatMap((section) => section.blocks.flatMap((block, index) => {
        const [passage] = block.passages;
        const isClaim = (block.kind === "paragraph" || block.kind === "item") &&
            !isRecords(block, source, context) &&
            !block.isQuoted &&
            !isPicture(block);
        if (passage === undefined || !isClaim || isLead(block, section.blocks.slice(index + 1)))
            return [];
        const isOptional = block.isFootnote || recommended.has(section);
        return [{ block, passage, mark: markOf(passage.text), isOptional }];
    }));
}
/** Whether a line says nothing by itself: a question, a heading in bold, or what goes on in the blocks after it. */
function isLead({ kind, words, depth, node }, after) {
    if (/^\s*$|[?\uff1f]\s*$/.test(words))
        return true;
    const [next] = after;
    if (next === undefined || next.kind === "heading")
        return false;
    const isBold = kind === "paragraph" && node.type === "paragraph" && node.children.every(({ type }) => type === "strong");
    // A sentence in bold is a sentence.
    if ((isBold && !/[.\u3002!\uff01]\s*$/.test(words)) || /[:\uff1a]\s*$/.test(words))
        return true;
    if (depth > 0 && next.kind === "paragraph" && next.depth === depth)
        return true;
    return kind === "item" && next.depth > depth && itemsBelow(depth, after).every(isMarked);
}
/** The items of the list within an item of this depth. */
function itemsBelow(depth, after) {
    const end = after.findIndex((block) => block.depth <= depth);
    return (end === -1 ? after : after.slice(0, end)).filter(({ kind }) => kind === "item");
}
function isMarked({ words }) {
    return markOf(words) !== null;
}
/** Whether a paragraph is nothing but pictures, which are charts. */
function isPicture({ node }) {
    return [...(0,markdown/* nodesOf */.Nh)(node)].every((one) => one === node || /^image|^link/.test(one.type) || ("value" in one && one.value.trim() === ""));
}
/** Those that end with their mark. */
function markedIn(source, context) {
    return claimsIn(source, context).flatMap(({ mark, ...claim }) => mark === null ? [] : [{ ...claim, mark }]);
}
/** The author's own blocks where the incident is told: before the first section, with the claims, and in the timeline. */
function toldIn(source, context) {
    return [source.sections[0], ...(0,parse/* sectionsWith */.$D)(source, ...MARKED, ...RECOMMENDED, "timeline")]
        .flatMap(({ blocks }) => blocks)
        .filter((block) => !isRecords(block, source, context));
}
/** Whether all of the words are the record's: a paragraph may go on after a sentence of it. */
function isRecords(block, source, context) {
    const { own, continued } = compare(source, context);
    return own.has(block) && !continued.has(block);
}
/** The mark that a text ends with; a full stop may follow it. */
function markOf(text) {
    const end = text.search(/(?<![\s.\u3002])[\s.\u3002]*$/);
    const start = openingBracket(text, end - 1);
    const [, kind = ""] = MARK.exec(text.slice(start, end)) ?? [];
    const known = vocabulary/* CERTAINTIES */.sk.find((word) => word === kind.toLowerCase());
    return known === undefined ? null : { kind: known, start, end };
}
const WORD = vocabulary/* CERTAINTIES */.sk.join("|");
const MARK = new RegExp(String.raw `^[(\uff08](${WORD})(?:(?:\s{0,3}[:\uff1a,\uff0c;\u2014\u2013-]|\sby\s).*)?[)\uff09]$`, "is");
const MARK_ANYWHERE = new RegExp(String.raw `[(\uff08](?:${WORD})(?:[)\uff09]|\s{0,3}[:\uff1a,\uff0c;\u2014\u2013-])`, "i");
/** Where the parenthesis stands that the one at `closing` closes; the place itself where there is none. */
function openingBracket(text, closing) {
    if (!/^[)\uff09]/.test(text.slice(closing)))
        return closing;
    let depth = 0;
    for (let at = closing; at >= Math.max(0, closing - LONGEST_MARK); at--) {
        if (text[at] === ")" || text[at] === "\uff09")
            depth++;
        if (text[at] === "(" || text[at] === "\uff08")
            depth--;
        if (depth === 0)
            return at;
    }
    return closing;
}
/** Whether a mark stands somewhere in a text. */
function hasMark(text) {
    return MARK_ANYWHERE.test(text);
}

// EXTERNAL MODULE: ./build/src/check/hosts.js
var hosts = __webpack_require__(4113);
;// CONCATENATED MODULE: ./build/src/check/sources.js
/** Where a claim or a row says that it is from, and whether there is such a thing. */





const NO_REPOSITORY = {
    why: "nobody can tell in which repository that is",
    fix: "Write it with its repository: owner/name#12, or owner/name@9fceb02.",
};
const TOO_WIDE = {
    why: "that page shows much else, and something else tomorrow",
    fix: "Link the graph, log, change or message itself; or name the note or alert of PagerDuty's.",
};
const KIND = "(?:note|alert|status update)";
const sources_CLOCK = String.raw `(?:(\d{4}-\d\d-\d\d),? )?(\d\d?:\d\d)(?::\d\d)?(?![\d:])`;
/** `PagerDuty note of 14:44 UTC`, also with its author in between, and `the 14:44 UTC note`. */
const OF_RECORD = new RegExp(String.raw `\b(${KIND})s?(?: by [^():;,\d]{1,60})?,?(?: (?:of|at|from))? ${sources_CLOCK}|(?<![\d:.-])${sources_CLOCK} UTC (${KIND})\b`, "gi");
/** The sources that a passage names: links, references to GitHub, and notes and alerts of the record. */
function sourcesIn(passage, { file }, context) {
    const { references, home } = context;
    const all = citedIn(passage, home);
    const own = passage.links.filter(({ url }) => isOwnPage(url, file, context)).map(({ start }) => start);
    const cited = all
        .filter((citation) => !isItself(citation, file, context))
        .map(({ key, start }) => {
        const isLinked = passage.links.some((link) => link.start === start);
        const isBare = passage.text.startsWith("#", start) && !isLinked;
        const state = references?.answers[key]?.state === "absent" ? "absent" : "good";
        return named(key, start, isBare ? "vague" : state, NO_REPOSITORY, true);
    });
    const links = passage.links
        .filter(({ start }) => !all.some((one) => one.start === start))
        .flatMap(({ url, start }) => {
        const state = stateOf(url, context);
        return state === null ? [] : [named(url, start, state, TOO_WIDE)];
    });
    const sources = [...cited, ...links, ...ofRecordIn(passage, context), ...commitsIn(passage, context)];
    return sources.filter(({ start }) => !own.includes(start));
}
/** The sources that a claim's mark names; in a confirmed one also the times of rows. */
function sourcesOfMark({ passage, mark }, source, context) {
    const isInMark = ({ start }) => start >= mark.start && start < mark.end;
    const sources = sourcesIn(passage, source, context).filter(isInMark);
    if (mark.kind !== "confirmed")
        return sources;
    const rows = rowsNamedIn(passage, source, context).filter(isInMark);
    // Beside another source a time may be any.
    return sources.length === 0 ? rows : [...sources, ...rows.filter(({ state }) => state === "good")];
}
/** A time; whether one in UTC exists is a question of `timeline-clock`. */
const ROW_TIME = /(?<![\d:.])(\d\d?:\d\d)(?![\d:]*\d{3})(?::\d\d)?( ?UTC|Z)?/gi;
function rowsNamedIn({ text }, source, { record }) {
    const { created, acknowledged, resolved } = source.values;
    const instants = [created, acknowledged, resolved].flatMap((at) => at ?? []);
    const told = [...timedRows(source), ...(record?.notes ?? []), ...(record?.alerts ?? [])];
    const known = new Set([...instants, ...told.map(({ at }) => at)].map(lib_time/* timeOf */.nR));
    return [...text.matchAll(ROW_TIME)].map(({ 0: shown, 1: clock = "", 2: zone, index }) => {
        const isThere = zone !== undefined || known.has(clock.padStart(5, "0"));
        return named(shown, index, isThere ? "good" : "absent");
    });
}
/** Whether what is cited is this postmortem, or the pull request that brings it. */
function isItself({ kind, owner, name, number, key }, file, context) {
    if (`${owner}/${name}`.toLowerCase() !== context.home.repository.toLowerCase())
        return false;
    return kind === "file" ? key.endsWith(`/${file}`) : number !== null && number === context.pullRequest;
}
/** Whether an address shows this postmortem, or a page of the pull request that brings it, such as one of its commits. */
function isOwnPage(address, file, { home, pullRequest }) {
    const { origin, pathname = "" } = URL.parse(address) ?? {};
    const pages = `/${home.repository}/pull/${pullRequest}/`.toLowerCase();
    const isOfPullRequest = origin === home.serverUrl && `${pathname}/`.toLowerCase().startsWith(pages);
    return isOfPullRequest || pathname.endsWith(`/${file}`);
}
function named(shown, start, state, doubt = NO_REPOSITORY, isCitation = false) {
    return { state, shown: excerpt(shown), start, isCitation, doubt };
}
/** What a link is as a source; null for none: mail, a place in this repository, or the session that wrote the text. */
function stateOf(address, { home, record }) {
    const url = URL.parse(address);
    if (url === null || !/^https?:$/.test(url.protocol) || (0,hosts/* isDevinsHost */.kc)(url))
        return null;
    const segments = url.pathname.split("/").filter(Boolean);
    const isGitHub = url.origin === home.serverUrl;
    const isFront = segments.length <= (isGitHub ? 2 : 0) && url.search === "" && url.hash === "";
    return isFront || (0,hosts/* isLocal */.IX)(url) || isPage(url, record?.incident.url ?? "") ? "vague" : "good";
}
/** Whether an address is that of a page, or of a place in it. */
function isPage({ origin, pathname }, page) {
    const url = URL.parse(page);
    return url?.origin === origin && url.pathname.replace(/\/$/, "") === pathname.replace(/\/$/, "");
}
/** What a link says of itself is no name of a note or alert. */
function ofRecordIn({ text, links }, { record }) {
    return [...text.matchAll(OF_RECORD)]
        .filter(({ index }) => !links.some(({ start, end }) => start <= index && index < end))
        .map(({ 0: shown, 1: kind, 2: day, 3: clock, 4: dayFirst, 5: clockFirst, 6: kindLast, index }) => {
        const time = (clock ?? clockFirst ?? "").padStart(5, "0");
        const date = day ?? dayFirst;
        const isThere = record === null ||
            instantsOf(record, (kind ?? kindLast ?? "").toLowerCase()).some((at) => (0,lib_time/* timeOf */.nR)(at) === time && (date === undefined || (0,lib_time/* dateOf */.Q$)(at) === date));
        return named(shown, index, isThere ? "good" : "absent");
    });
}
/** What is wrong with the sources of one claim or row; null where one of them is good. */
function flawOf(sources) {
    if (sources.some(({ state }) => state === "good"))
        return null;
    return sources.find(({ state }) => state === "absent") ?? sources[0] ?? "none";
}
/** When the record's notes, alerts, or status updates were written. */
function instantsOf({ notes, alerts, timeline }, kind) {
    const updates = timeline.filter(({ what }) => /^status update/i.test(what));
    const some = kind === "note" ? notes : kind === "alert" ? alerts : updates;
    const triggers = kind === "alert" ? timeline.filter(({ what }) => /\btriggered\b/.test(what)) : [];
    return [...some, ...triggers].map(({ at }) => at);
}
/** Commits without their repository, which are absent where every repository that was asked has none of that name. */
function commitsIn(passage, { references }) {
    const known = Object.entries(references?.answers ?? {});
    return bareIn(passage).map(({ sha, start }) => {
        const states = known.filter(([key]) => key.endsWith(`@${sha}`)).map(([, { state }]) => state);
        const isAbsent = states.length > 0 && states.every((state) => state === "absent");
        // Where no repository is named, nobody was asked for it.
        const isVague = references !== null && states.length === 0;
        return named(sha, start, isAbsent ? "absent" : isVague ? "vague" : "good");
    });
}

;// CONCATENATED MODULE: ./build/src/check/rules/claim-absent-source.js
/** A source that the record does not have supports nothing. */


const claimAbsentSource = {
    meta: {
        id: "claim-absent-source",
        severity: "error",
        why: "A source that neither the record nor GitHub has supports nothing.",
        fix: "Name a source that exists; or write (likely) or (unknown).",
        needs: ["record"],
        wrong: "## Root Cause\n\nAll connections were in use (confirmed: PagerDuty note of 14:43 UTC).",
        right: "## Root Cause\n\nAll connections were in use (confirmed: PagerDuty note of 14:44 UTC).",
    },
    run: claim_absent_source_run,
};
function claim_absent_source_run(source, context) {
    const marked = markedIn(source, context);
    if (marked.length === 0)
        return { nothing: "no claim has a mark" };
    return marked.flatMap((claim) => sourcesOfMark(claim, source, context)
        // What names its repository is looked for wherever it stands.
        .filter(({ state, isCitation }) => state === "absent" && !isCitation)
        .map(({ shown }) => ({
        line: claim.block.line,
        message: `The source of a claim does not exist: ${shown}.`,
    })));
}

;// CONCATENATED MODULE: ./build/src/check/rules/claim-contradiction.js
/** A figure that contradicts the record, or the numbers beside it, misleads whoever quotes it. */

const claimContradiction = {
    meta: {
        id: "claim-contradiction",
        severity: "warning",
        why: "A figure that contradicts the record, or the numbers beside it, misleads whoever quotes it.",
        fix: "Write the priority of the record; or correct the percentage or its numbers.",
        needs: ["record"],
        wrong: "## Impact\n\n1,240 of 10,000 requests (25 %) failed.",
        right: "## Impact\n\n1,240 of 10,000 requests (12.4 %) failed.",
    },
    run: claim_contradiction_run,
};
function claim_contradiction_run(source, context) {
    const passages = toldIn(source, context).flatMap((block) => block.passages);
    if (passages.length === 0)
        return { nothing: "no section with claims has words of the author's" };
    return passages.flatMap((passage) => [...prioritiesIn(passage, context), ...percentagesIn(passage)]);
}
const PRIORITY = /(?<![\p{L}\p{N}_./#-])(P|[Ss](?:ev(?:erity)?|EV(?:ERITY)?) ?-?)([0-9])(?![\p{L}\p{N}_/-]|\.\d)/gu;
/** Priorities that are written as the record's is, and are not it. One that the log tells of was the incident's once. */
function prioritiesIn({ text, codes, lineAt }, { record }) {
    if (record === null)
        return [];
    const [, scheme, own] = PRIORITY_OF.exec(record.incident.priority ?? "") ?? [];
    if (scheme === undefined)
        return [];
    const log = record.timeline.map(({ what }) => what).join("\n");
    const coded = codes.filter(({ value }) => PRIORITY_OF.test(value));
    const whole = coded.reduce((all, { value, start }) => all.slice(0, start) + value + all.slice(start + value.length), text);
    return [...whole.matchAll(PRIORITY)]
        .filter(([found, letters = "", digit]) => isSame(letters, scheme) && digit !== own && !log.includes(found))
        .map(({ 0: found, index }) => ({
        line: lineAt(index),
        message: `The text speaks of ${found}, and the record of ${record.incident.priority}.`,
    }));
}
const PRIORITY_OF = /^(P|SEV ?-?)([0-9])$/i;
function isSame(one, other) {
    const [a, b] = [one, other].map((letters) => letters.replace(/erity|[ -]/gi, "").toLowerCase());
    return a === b;
}
// Blanks may part the digits of a number, but also two numbers, so what stands after one is no number of its own.
const DIGITS = String.raw `(?<!\d )(?:\d{1,3}(?:[,'\u2019]\d{3}){1,4}|\d{1,12})`;
const ALONE = String.raw `(?![\p{L}\d.,]\d|\p{L})`;
const PART = `(?<part>${DIGITS})${ALONE}`;
const WHOLE = `(?:the |all |its |our )?(?<whole>${DIGITS})${ALONE}`;
const PERCENT = String.raw `(?<about>about |around |roughly |some |~|\u2248)?(?<percent>\d{1,3}(?:[.,]\d{1,3})?) ?(?:%|per ?cent)`;
const WORDS = String.raw `[^.%\d()]{0,60}`;
const OF = `(?:(?: of| out of|/) ?| [^.%\\d()]{1,40} out of )`;
// What says that two figures are the same one; after a dash or a colon `40 % of the traffic` is another.
const OR = String.raw `(?:, (?:or|that is|i\.e\.|which is)| =|(?: \u2013| \u2014|:)(?! [^%]{1,16}(?:%|cent) of\b)) `;
const FORMS = [
    String.raw `${PART}${OF}${WHOLE}${WORDS}\(${PERCENT}\)`,
    String.raw `${PART}${OF}${WHOLE}(?: \p{L}{2,30})?${OR}${PERCENT}`,
    String.raw `${PERCENT}(?: of ${WORDS})? ?\(${PART}${OF}${WHOLE}${WORDS}\)`,
    `${PERCENT}${OR}${PART}${OF}${WHOLE}`,
    String.raw `[Oo]f ${WHOLE} ${WORDS}${PART} \(${PERCENT}\)`,
    String.raw `${PART} \(${PERCENT}\) of ${WHOLE}`,
].map((form) => new RegExp(String.raw `(?<![\d.,])${form}`, "gu"));
// A percentage is rounded.
const TOLERANCE = 1.5;
const TOLERANCE_ABOUT = 5;
function percentagesIn({ text, lineAt }) {
    return FORMS.flatMap((form) => [...text.matchAll(form)].flatMap(({ index, groups = {} }) => {
        const { part = "", whole = "", percent = "", about } = groups;
        const unit = 10 ** -(percent.split(/[.,]/)[1]?.length ?? 0);
        const difference = Math.abs((100 * numberOf(part)) / numberOf(whole) - Number(percent.replace(",", ".")));
        const isSame = difference <= unit * (about === undefined ? TOLERANCE : TOLERANCE_ABOUT);
        return isSame || !Number.isFinite(difference)
            ? []
            : [{ line: lineAt(index), message: `${part} of ${whole} is not ${percent} %.` }];
    }));
}
function numberOf(written) {
    return Number(written.replace(/\D/g, ""));
}

;// CONCATENATED MODULE: ./build/src/check/content.js
/** Whether a block says anything. */


// What people write where they have nothing to say.
const FILLER = /^(?:n\/?a|not applicable|tb[acds]|t\.b\.[acds]|todo|to be (?:added|confirmed|decided|defined|determined|done|filled in|written)|to follow|pending|(?:see|as) (?:the )?(?:above|below|summary|impact|timeline|root cause|action items|evidence)(?: above| below)?|nothing to (?:add|report|say|see)|coming soon|work in progress|wip|x{2,})$/i;
// Placeholders are another rule's findings, as is an item without words.
const PLACEHOLDER = /^(?:TODO|TBD|XXX)$/;
/** Whether a block says something. */
function isContent(block) {
    if (block.kind === "heading")
        return false;
    const words = saidIn(block);
    if (PLACEHOLDER.test(words))
        return true;
    return (words !== "" || block.kind === "item") && !FILLER.test(words);
}
/** What a reader sees of it, without punctuation around it. */
function saidIn({ kind, words, form }) {
    const { start = words.length } = markOf(words) ?? {};
    const seen = kind === "html" ? words.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]{0,1000}>/g, "") : words.slice(0, start);
    const bare = seen.replace(lib_text/* INVISIBLE */.kH, "").replace(/^[\s\p{P}\p{S}]{1,1000}|[\s\p{P}\p{S}]{1,1000}$/gu, "");
    return bare === "" && form.includes("![") ? "image" : bare;
}

;// CONCATENATED MODULE: ./build/src/check/rules/claim-unmarked.js
/** A reader must see which causes are known and which are guessed. */





const claimUnmarked = {
    meta: {
        id: "claim-unmarked",
        severity: "error",
        why: "A reader must see which causes are known and which are guessed.",
        fix: "End the paragraph or item with (confirmed: source), (likely) or (unknown).",
        wrong: "## Root Cause\n\nRetries close no connection.",
        right: "## Root Cause\n\nRetries close no connection (confirmed: acme/orders#812).",
    },
    run: claim_unmarked_run,
};
function claim_unmarked_run(source, context) {
    const claims = claimsIn(source, context);
    const others = [...inHtml(source), ...inOwnSections(source, context)];
    if (claims.length + others.length === 0)
        return { nothing: "no section with claims has a paragraph or item of the author's" };
    return [...claims.filter(({ mark }) => mark === null).map(claim_unmarked_findingOf), ...others];
}
// Tags that are for text; a fold, a picture and a table are something else.
const TEXT = /^<(?:b|blockquote|dl|em|i|li|ol|p|strong|sub|sup|ul)\b/i;
function inHtml(source) {
    return (0,parse/* sectionsWith */.$D)(source, ...MARKED, ...RECOMMENDED).flatMap(({ key, blocks }) => blocks
        .filter((block) => block.kind === "html" && TEXT.test(block.words) && saidIn(block) !== "")
        .map(({ line }) => ({
        line,
        message: "A claim stands in HTML, where its mark is not read.",
        fix: "Write it as Markdown, with its mark.",
        ...(MARKED.some((one) => one === key) ? {} : { severity: "warning" }),
    })));
}
/** What a bot puts below headings of its own has no marks; what people add there is theirs. */
function inOwnSections({ sections }, { skeleton, author }) {
    if (skeleton === null || author === "person")
        return [];
    const known = new Set(skeleton.sections.map(identityOf));
    return sections
        .filter((section) => section.key === null && !known.has(identityOf(section)) && section.blocks.length > 0)
        .map(({ line, heading }) => ({
        line,
        severity: "warning",
        message: `The template has no section ${excerpt(heading)}, so no claim in it has a mark.`,
        fix: "Move what it says to the sections of the template.",
    }));
}
function claim_unmarked_findingOf({ block, isOptional }) {
    const message = hasMark(block.words)
        ? "The mark of the claim does not stand at its end."
        : "A claim does not say how well it is known.";
    return { line: block.line, message, ...(isOptional ? { severity: "warning" } : {}) };
}

;// CONCATENATED MODULE: ./build/src/check/rules/claim-unsourced.js
/** Confirmed means that a reader can look it up. */


const claimUnsourced = {
    meta: {
        id: "claim-unsourced",
        severity: "error",
        why: "Confirmed means that a reader can look it up.",
        fix: "Name the source in the mark: a link, a commit or number with its repository, the time of a row, or a note or alert of PagerDuty's; else write (likely).",
        wrong: "## Root Cause\n\nRetries close no connection (confirmed: the logs).",
        right: "## Root Cause\n\nRetries close no connection (confirmed: acme/orders#812).",
    },
    run: claim_unsourced_run,
};
function claim_unsourced_run(source, context) {
    const confirmed = markedIn(source, context).filter(({ mark }) => mark.kind === "confirmed");
    if (confirmed.length === 0)
        return { nothing: "no claim is marked confirmed" };
    return confirmed.flatMap((claim) => findingsOf(claim, source, context));
}
function findingsOf(claim, source, context) {
    const { line } = claim.block;
    const flaw = flawOf(sourcesOfMark(claim, source, context));
    if (flaw === null)
        return [];
    if (flaw === "none") {
        const isBeside = sourcesIn(claim.passage, source, context).some(({ state }) => state === "good");
        const message = "A claim is marked confirmed without a source in the mark.";
        return [{ line, message, ...(isBeside ? { severity: "warning" } : {}) }];
    }
    // What does not exist is another rule's finding.
    if (flaw.state === "absent")
        return [];
    const { why, fix } = flaw.doubt;
    return [{ line, severity: "warning", message: `A claim is confirmed by ${flaw.shown}, and ${why}.`, fix }];
}

;// CONCATENATED MODULE: ./build/src/check/keys.js
/** Keys of the front matter, as the rules speak of them. */
/** The line of a key; the first line where it is not there. */
function lineOfKey({ frontMatter }, key) {
    return frontMatter?.lines.get(key) ?? 1;
}
/** A finding at the line of a key; `words` end the sentence that the key begins. */
function findingAt(source, key, words) {
    return { line: lineOfKey(source, key), message: `\`${key}\` ${words}.` };
}
/** Whether a key has a value that could not be read, which is another rule's finding. */
function isUnread({ problems }, key) {
    return problems.some((problem) => problem.key === key);
}

;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-causes.js
/** Incidents are counted by their causes, so these have one spelling. */



const frontMatterCauses = {
    meta: {
        id: "front-matter-causes",
        severity: "error",
        why: "Incidents are counted by their causes, so these have one spelling.",
        fix: `Write a list of ${(0,vocabulary/* anyOf */.EB)(vocabulary/* CAUSES */.hE)}.`,
        wrong: "causes: [bad deploy]",
        right: "causes: [change, capacity]",
    },
    run: front_matter_causes_run,
};
function front_matter_causes_run(source) {
    const causes = source.values.causes;
    if (causes === null)
        return { nothing: "there are no `causes`" };
    const find = (words) => findingAt(source, "causes", words);
    const twice = causes.filter((cause, index) => causes.indexOf(cause) !== index);
    return [
        ...causes
            .filter((cause) => !vocabulary/* CAUSES */.hE.includes(cause))
            .map((cause) => find(`has ${excerpt(cause)}, which is none of the causes`)),
        ...twice.map((cause) => find(`has ${excerpt(cause)} twice`)),
        ...(causes.includes("unknown") && causes.length > 1 ? [find("has unknown beside a cause")] : []),
    ];
}

;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-duration.js
/** A duration that is not the time between its two ends misleads whoever adds them up. */



const frontMatterDuration = {
    meta: {
        id: "front-matter-duration",
        severity: "error",
        why: "A duration that is not the time between its two ends misleads whoever adds them up.",
        fix: "Write the whole minutes between `created` and `resolved`, rounded down; or correct the times.",
        wrong: "created: 2026-02-10T14:32:00Z\nresolved: 2026-02-10T15:18:02Z\nduration-minutes: 120",
        right: "created: 2026-02-10T14:32:00Z\nresolved: 2026-02-10T15:18:02Z\nduration-minutes: 46",
    },
    run: front_matter_duration_run,
};
// Seconds are left out of some times.
const SAME_MINUTES = 1;
function front_matter_duration_run(source, { record }) {
    const { created, resolved, "duration-minutes": written } = source.values;
    const known = record?.durationMinutes ?? null;
    if (source.frontMatter === null || isUnread(source.frontMatter, "duration-minutes"))
        return [];
    if (known !== null) {
        const shown = written === null ? null : String(written);
        return written === known
            ? []
            : [findingAt(source, "duration-minutes", `is ${excerpt(shown)}, and the record has ${known}`)];
    }
    if (created === null || resolved === null || written === null || resolved < created)
        return [];
    const minutes = Math.floor((resolved - created) / 60_000);
    if (Math.abs(minutes - written) <= SAME_MINUTES)
        return [];
    const words = `is ${written}, and the times are ${(0,lib_time/* durationOf */.cf)(minutes)} apart (${minutes} minutes)`;
    return [findingAt(source, "duration-minutes", words)];
}

;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-file-name.js
/** The next resolve of the incident finds its postmortem by the name of the file. */



const frontMatterFileName = {
    meta: {
        id: "front-matter-file-name",
        severity: "error",
        why: "The next resolve of the incident finds its postmortem by the name of the file.",
        fix: "Name the file `<date>-<incident id>-<title>.md`, by the day on which the incident began, in UTC.",
        wrong: "docs/postmortems/pool.md",
        right: "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-pool.md",
    },
    run: front_matter_file_name_run,
};
function front_matter_file_name_run(source) {
    const incident = source.values.incident;
    if (incident === null)
        return [];
    const line = lineOfKey(source, "incident");
    if (namedIncidentOf(source.file) !== incident)
        return [{ line, message: `The file's name is not one of the incident ${incident}.` }];
    // A draft by hand of an incident whose beginning is not known yet is dated by its own day, and keeps that name.
    const created = source.values.created;
    const isEarly = created !== null && nameOf(source.file).slice(0, 10) < (0,lib_time/* dateOf */.Q$)(created);
    return isEarly
        ? [{ line, message: `The file's name has a day before ${(0,lib_time/* dateOf */.Q$)(created)}, when the incident began.` }]
        : [];
}

// EXTERNAL MODULE: ./build/src/postmortem/front-matter.js
var front_matter = __webpack_require__(7329);
;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-keys.js
/** Reports and later drafts read these keys, and a key that nobody knows is read by none. */


const frontMatterKeys = {
    meta: {
        id: "front-matter-keys",
        severity: "warning",
        why: "Reports and later drafts read these keys, and a key that nobody knows is read by none.",
        fix: "Write the keys that the skeleton has, with an empty value where nothing is known.",
        wrong: "status: draft",
        right: "status: draft\nowner:",
    },
    run: front_matter_keys_run,
};
function front_matter_keys_run({ frontMatter }) {
    if (frontMatter === null)
        return { nothing: "there is no front matter" };
    const missing = front_matter/* FRONT_MATTER_KEYS */.J_.filter((key) => !frontMatter.lines.has(key));
    const known = new Set(front_matter/* FRONT_MATTER_KEYS */.J_);
    const unknown = [...frontMatter.lines].flatMap(([key, line]) => known.has(key) ? [] : [{ line, message: `The key ${excerpt(key)} is not known.` }]);
    return [
        ...(missing.length === 0 ? [] : [{ line: 1, message: `The front matter lacks ${missing.join(", ")}.` }]),
        ...unknown,
    ];
}

;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-one-file.js
/** Two postmortems of one incident contradict each other sooner or later. */



const frontMatterOneFile = {
    meta: {
        id: "front-matter-one-file",
        severity: "error",
        why: "Two postmortems of one incident contradict each other sooner or later.",
        fix: "Keep one file, and bring it up to date.",
        wrong: "2026-02-10-Q1ORDERSPOOL01-pool.md\n2026-02-11-Q1ORDERSPOOL01-pool-again.md",
        right: "2026-02-10-Q1ORDERSPOOL01-pool.md",
    },
    run: front_matter_one_file_run,
};
function front_matter_one_file_run(source, { names }) {
    const incident = incidentOfFile(source);
    const other = names.find((path) => path !== source.file && namedIncidentOf(path) === incident);
    return other === undefined
        ? []
        : [
            {
                line: lineOfKey(source, "incident"),
                message: `The incident has another file, ${excerpt(nameOf(other))}.`,
            },
        ];
}

// EXTERNAL MODULE: ./build/src/lib/names.js
var lib_names = __webpack_require__(3257);
// EXTERNAL MODULE: ./build/src/postmortem/clock.js
var clock = __webpack_require__(542);
;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-record.js
/** The facts of an incident are PagerDuty's, and others count on them. */





const frontMatterRecord = {
    meta: {
        id: "front-matter-record",
        severity: "error",
        why: "The facts of an incident are PagerDuty's, and others count on them.",
        fix: "Write what the record has.",
        needs: ["record"],
        wrong: 'priority: "P2"',
        right: 'priority: "P1"',
    },
    run: front_matter_record_run,
};
// As the skeleton has them.
const LONGEST_NAME = 100;
/** PagerDuty's own places differ by seconds. */
const SAME_MS = 60_000;
function front_matter_record_run(source, { record }) {
    const { frontMatter } = source;
    if (frontMatter === null || record === null)
        return [];
    const { values } = frontMatter;
    const { incident } = record;
    const names = [
        ["incident", incident.id],
        ["number", incident.number === null ? null : String(incident.number)],
        ["url", incident.url],
        ["service", front_matter_record_nameOf(incident.service?.name)],
        ["priority", front_matter_record_nameOf(incident.priority)],
        ["urgency", incident.urgency],
    ];
    const times = [
        ["created", record.createdAt],
        ["acknowledged", record.acknowledgedAt],
        ["resolved", record.resolvedAt],
    ];
    const differing = [
        ...names.flatMap(([key, known]) => {
            const written = values[key] === null ? null : String(values[key]);
            return known === null || (0,lib_names/* isSameName */.yS)(written ?? "", known) ? [] : [{ key, written, known }];
        }),
        ...times.flatMap(([key, known]) => {
            const written = values[key];
            const isSame = known === null || (written !== null && Math.abs(written - known) < SAME_MS);
            return isSame ? [] : [{ key, written: (0,clock/* secondsOf */.T)(written), known: (0,clock/* secondsOf */.T)(known) }];
        }),
    ];
    return differing
        .filter(({ key }) => !isUnread(frontMatter, key))
        .map(({ key, written, known }) => findingAt(source, key, `is ${excerpt(written)}, and the record has ${excerpt(known)}`));
}
function front_matter_record_nameOf(name) {
    return (0,lib_text/* toSingleLine */.OX)(name ?? "", LONGEST_NAME) || null;
}

;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-root-cause.js
/** Reports count how many causes are confirmed, by this key. */





const frontMatterRootCause = {
    meta: {
        id: "front-matter-root-cause",
        severity: "error",
        why: "Reports count how many causes are confirmed, by this key.",
        fix: `Write ${(0,vocabulary/* anyOf */.EB)(vocabulary/* CERTAINTIES */.sk)}: the mark of the first claim under Root Cause.`,
        wrong: "root-cause: confirmed\n\n## Root Cause\n\nRetries close no connection (likely)",
        right: "root-cause: likely\n\n## Root Cause\n\nRetries close no connection (likely)",
    },
    run: front_matter_root_cause_run,
};
function front_matter_root_cause_run(source) {
    const { frontMatter } = source;
    if (!frontMatter?.lines.has("root-cause"))
        return { nothing: "there is no `root-cause`" };
    if (isUnread(frontMatter, "root-cause"))
        return [];
    const written = frontMatter.values["root-cause"];
    const find = (words) => [findingAt(source, "root-cause", `is ${excerpt(written)}${words}`)];
    if (!vocabulary/* CERTAINTIES */.sk.some((word) => word === written))
        return find("");
    const first = (0,parse/* blocksWith */.nU)(source, "root-cause").find(({ kind, words, isQuoted }) => (kind === "paragraph" || kind === "item") && !isQuoted && words !== "");
    if (first === undefined)
        return written === "unknown" ? [] : find(", and no claim stands under Root Cause");
    const mark = markOf(first.words);
    return mark === null || mark.kind === written
        ? []
        : find(`, and the mark of the first claim is ${mark.kind}`);
}

;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-schema.js
/** What cannot be read cannot be compared with the record. */
const frontMatterSchema = {
    meta: {
        id: "front-matter-schema",
        severity: "error",
        why: "What cannot be read cannot be compared with the record.",
        fix: "Write the front matter as the skeleton has it: `key: value` lines between two lines of `---`.",
        wrong: "owner: @sam",
        right: 'owner: "@sam"',
    },
    run: front_matter_schema_run,
};
function front_matter_schema_run({ frontMatter }) {
    if (frontMatter === null)
        return [{ line: 1, message: "The file does not begin with front matter between two lines of ---." }];
    const unread = frontMatter.problems.map(({ key, line, message, fix }) => ({
        line,
        message: key === null ? message : `\`${key}\` ${message}`,
        ...(fix === null ? {} : { fix }),
    }));
    const isNameless = frontMatter.values.incident === null && !frontMatter.problems.some(({ key }) => key === "incident");
    return [
        ...unread,
        ...(isNameless ? [{ line: 1, message: "`incident` is empty, and the file's name has one." }] : []),
    ];
}

;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-session.js
/** The address of the session is where a reader asks how the draft came about. */



const frontMatterSession = {
    meta: {
        id: "front-matter-session",
        severity: "error",
        why: "The address of the session is where a reader asks how the draft came about.",
        fix: "Write the address of the Devin session, or leave it empty.",
        wrong: "session: https://devin.example/sessions/1",
        right: "session: https://app.devin.ai/sessions/0f3c9a7d",
    },
    run: front_matter_session_run,
};
// What people write where no session wrote the text.
const NONE = /^(?:none|n\/a)$/i;
const SESSION = /\/sessions\/[\w-]+\/?$/;
function front_matter_session_run(source, { sessions }) {
    const session = source.values.session;
    return session === null || NONE.test(session) || isDevins(session, sessions)
        ? []
        : [
            findingAt(source, "session", `is no address of a session of Devin's for this incident: ${excerpt(session)}`),
        ];
}
function isDevins(session, known) {
    if (known.includes(session))
        return true;
    const url = URL.parse(session);
    const isAddress = url?.protocol === "https:" && url.username === "" && (0,hosts/* isDevinsHost */.kc)(url) && SESSION.test(url.pathname);
    return isAddress && (known.length === 0 || known.some((one) => idIn(one) === idIn(session)));
}
/** Which session an address names: an enterprise has hosts of its own, and ids have a prefix in some places. */
function idIn(address) {
    return address.replace(/\/$/, "").replace(/^.*\/(?:devin-)?/, "");
}

;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-status.js
/** People and reports sort postmortems by their status. */



const frontMatterStatus = {
    meta: {
        id: "front-matter-status",
        severity: "error",
        why: "People and reports sort postmortems by their status.",
        fix: `Write ${(0,vocabulary/* anyOf */.EB)(vocabulary/* DOCUMENT_STATUSES */.XK)}.`,
        wrong: "status: done",
        right: "status: closed",
    },
    run: front_matter_status_run,
};
function front_matter_status_run(source) {
    if (source.frontMatter === null || isUnread(source.frontMatter, "status"))
        return [];
    const { status } = source.frontMatter.values;
    return vocabulary/* DOCUMENT_STATUSES */.XK.includes(status ?? "")
        ? []
        : [findingAt(source, "status", `is ${excerpt(status)}`)];
}

;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-times.js
/** An incident begins before it is acknowledged, and ends after both. */

const frontMatterTimes = {
    meta: {
        id: "front-matter-times",
        severity: "error",
        why: "An incident begins before it is acknowledged, and ends after both.",
        fix: "Correct the times; all of them are UTC.",
        wrong: "created: 2026-02-10T14:32:00Z\nresolved: 2026-02-10T13:18:00Z",
        right: "created: 2026-02-10T14:32:00Z\nresolved: 2026-02-10T15:18:00Z",
    },
    run: front_matter_times_run,
};
const PAIRS = [
    ["acknowledged", "created"],
    ["resolved", "created"],
    ["resolved", "acknowledged"],
];
function front_matter_times_run(source) {
    const { values } = source;
    return PAIRS.flatMap(([later, earlier]) => {
        const [end, start] = [values?.[later] ?? null, values?.[earlier] ?? null];
        return end !== null && start !== null && end < start
            ? [findingAt(source, later, `is before \`${earlier}\``)]
            : [];
    });
}

;// CONCATENATED MODULE: ./build/src/check/trigger.js
/** The `trigger` of the front matter: which change it names, if any. */

function readTrigger(written, serverUrl) {
    const value = written.trim();
    if (/^(?:none|unknown)$/i.test(value))
        return "word";
    if (/^https?:\/\/\S+$/.test(value)) {
        const citation = citationOf(value, serverUrl);
        return citation === null || citation.kind === "file" ? "link" : citation;
    }
    const [found] = writtenIn(value, null);
    const isWhole = found?.start === 0 && found.length === value.length && found.citation.kind !== "file";
    return isWhole ? found.citation : null;
}

;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-trigger.js
/** What began the incident is compared and counted, so it has a form. */



const frontMatterTrigger = {
    meta: {
        id: "front-matter-trigger",
        severity: "error",
        why: "What began the incident is compared and counted, so it has a form.",
        fix: "Write owner/name@sha, owner/name#12, a link, none or unknown.",
        wrong: "trigger: the deploy of Tuesday",
        right: "trigger: acme/orders@9fceb02",
    },
    run: front_matter_trigger_run,
};
function front_matter_trigger_run(source, { home }) {
    const { frontMatter } = source;
    if (!frontMatter?.lines.has("trigger"))
        return { nothing: "there is no `trigger`" };
    const { trigger } = frontMatter.values;
    // The draft begins with `unknown`, and an empty key says no less.
    if (trigger === null && !isUnread(frontMatter, "trigger"))
        return [{ ...findingAt(source, "trigger", "is empty"), severity: "warning" }];
    const isRead = trigger !== null && readTrigger(trigger, home.serverUrl) !== null;
    return isRead || isUnread(frontMatter, "trigger")
        ? []
        : [findingAt(source, "trigger", `is ${excerpt(trigger)}`)];
}

;// CONCATENATED MODULE: ./build/src/check/rules/front-matter-trigger-landed.js
/** A change that does not exist, or came after the incident began, cannot have triggered it. */




const frontMatterTriggerLanded = {
    meta: {
        id: "front-matter-trigger-landed",
        severity: "error",
        why: "A change that does not exist, or came after the incident began, cannot have triggered it.",
        fix: "Name the change that was in place when the incident began, or write unknown.",
        needs: ["references"],
        wrong: "trigger: acme/orders#820",
        right: "trigger: acme/orders#812",
    },
    run: front_matter_trigger_landed_run,
};
// Two services' clocks may differ by so much.
const front_matter_trigger_landed_SAME_MS = 60_000;
function front_matter_trigger_landed_run(source, { references, record, home }) {
    const written = source.values.trigger;
    const trigger = written === null ? null : readTrigger(written, home.serverUrl);
    if (trigger === null || typeof trigger === "string")
        return { nothing: "`trigger` names no change on GitHub" };
    const line = lineOfKey(source, "trigger");
    const name = excerpt(trigger.key);
    const answer = references?.answers[trigger.key];
    if (answer?.state === "absent")
        return [{ line, message: `GitHub has no ${name}.` }];
    if (answer?.state !== "found")
        return { nothing: `GitHub does not show ${name}` };
    if (answer.kind === "issue")
        return [{ line, message: `${name} is an issue, not a change.` }];
    if (answer.landedAt === null)
        return [{ line, message: `${name} is not merged.` }];
    const onset = record?.createdAt ?? source.values.created;
    if (onset === null || answer.landedAt <= onset + front_matter_trigger_landed_SAME_MS)
        return [];
    const [landed, began] = [(0,clock/* clockOf */.i)(answer.landedAt), (0,clock/* clockOf */.i)(onset)];
    const verb = answer.kind === "commit" ? "committed" : "merged";
    return [{ line, message: `${name} was ${verb} at ${landed}; the incident began at ${began}.` }];
}

;// CONCATENATED MODULE: ./build/src/check/quotations.js
/** What the record says, quoted by the author: the same words with another figure are no quotation of it. */




// A name such as orders-db-2 is another thing than orders-db-1.
const FEWEST_WORDS = 4;
const QUOTATION = /[\u201c\u201e"\u00ab]([^\u201c\u201d\u201e"\u00ab\u00bb]{8,600})[\u201d\u201c"\u00bb]|(?<![\p{L}\d])['\u2018]([^'\u2018\u2019]{8,600})['\u2019](?![\p{L}\d])/gu;
/** The same text with blanks for what is quoted, which is others' words. */
function withoutQuotations(text) {
    return text.replace(/[\u201c\u201e"\u00ab][^\u201c\u201d\u201e"\u00ab\u00bb]{0,1000}[\u201d\u201c"\u00bb]/g, ({ length }) => " ".repeat(length));
}
/** Quotations whose words a note, an alert or a field of the record has, but for their figures. */
function alteredQuotations(source, context) {
    const sayings = context.record === null ? [] : sayingsOf(context.record);
    const said = sayings.map((words) => ({ words, pattern: withoutFigures(words) }));
    return toldIn(source, context)
        .flatMap(quotationsIn)
        .flatMap(({ quoted, line }) => {
        const words = (0,postmortem_blocks/* comparable */.Z)(quoted);
        if (words.split(" ").length < FEWEST_WORDS || !/\d/.test(words))
            return [];
        const pattern = withoutFigures(words);
        const alike = said.filter((one) => one.pattern.includes(pattern));
        const [first] = alike;
        if (first === undefined || alike.some((one) => one.words.includes(words)))
            return [];
        return [{ line, message: `The quotation is not as the record has it: ${excerpt(first.words)}` }];
    });
}
/** What stands in quotation marks or in code, and what is a quotation as a whole. */
function quotationsIn({ passages, isQuoted }) {
    return passages.flatMap(({ text, codes, lineAt }) => [
        ...[...text.matchAll(QUOTATION)].map(({ 1: double, 2: single = "", index }) => ({
            quoted: double ?? single,
            line: lineAt(index),
        })),
        ...codes.map(({ value, line }) => ({ quoted: value, line })),
        ...(isQuoted ? [{ quoted: text, line: lineAt(0) }] : []),
    ]);
}
function sayingsOf({ notes, alerts, customFields }) {
    return [
        ...notes.map(({ text }) => text),
        ...alerts.map(({ summary }) => summary),
        ...customFields.map(({ value }) => value),
    ].map((words) => (0,postmortem_blocks/* comparable */.Z)((0,lib_text/* toSingleLine */.OX)(words, 2_000)));
}
function withoutFigures(words) {
    return words.replace(/\d[\d.,]*/g, "0");
}

;// CONCATENATED MODULE: ./build/src/check/language.js
/** Rules on language: what the system did, not who is to blame. All of them warn. */


/** What judges a person, and hardly stands for anything else. */
const BLAME = /\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|incompeten(?:t|tly|ce)|reckless(?:ly|ness)?|inexcusabl[ey]|irresponsibl[ey]|idiot(?:ic)?|sloppy (?:coding|deploy\w{0,6}|engineer\w{0,3}|reviews?|work)|fat[- ]finger(?:ed|ing)?)\b|\brushed (?:out )?(?:the|a|an|its|their|this|that) (?:change|deploy\w{0,6}|fix|merge|migration|release|review|roll-?out)\b/gi;
// As a cause; what prevents it, or counts it, is something else.
const HUMAN_ERROR = /\b(?:because of|caused by|down to|due to|is|root cause:?|was)(?: an?| simple| plain){0,2} (?:human|operator|user|pilot)[- ](?:error|failure|mistake)\b/gi;
function findBlame(source) {
    return findWords(source, BLAME, "reads as blame: say what happened without judging a person");
}
function findHumanError(source) {
    return findWords(source, HUMAN_ERROR, "is where the questions begin");
}
function findWords(source, pattern, what) {
    return source.sections.flatMap(language_passagesIn).flatMap(({ text, lineAt }) => [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
        line: lineAt(index),
        message: `${quote(found)} ${what}.`,
    })));
}
/** The passages of a section without what is quoted. */
function language_passagesIn({ blocks }) {
    return blocks
        .flatMap(({ passages }) => passages)
        .map((passage) => ({ ...passage, text: withoutQuotations(passage.text) }));
}
// Where names belong: the timeline, lists of people, and lines such as `Incident commander: \u2026`.
const OF_PEOPLE = /\b(?:roles?|responders?|participants?|attendees|people|contacts?|team)\b/;
const ROLE = /\b(?:owners?|authors?|reviewers?|approvers?|commander|lead|scribe|liaison|facilitator|moderator|on-?call|responders?|participants?|attendees|assignees?)\b[^.:]{0,20}: ?[^.:]{0,80}$/i;
function findNames(source, { record }) {
    const names = record === null ? [] : namesIn(record);
    return source.sections
        .filter(({ key, heading }) => key !== "timeline" && !OF_PEOPLE.test(heading.toLowerCase()))
        .flatMap(language_passagesIn)
        .flatMap(({ text, lineAt }) => names.flatMap((name) => placesOf(text, name)
        .filter((at) => !ROLE.test(text.slice(Math.max(0, at - 120), at)))
        .map((at) => ({
        line: lineAt(at),
        message: `${excerpt(name)} is named outside the timeline.`,
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

;// CONCATENATED MODULE: ./build/src/check/rules/language-blame.js
/** Where people are blamed, the next incident is told less honestly. */

const languageBlame = {
    meta: {
        id: "language-blame",
        severity: "warning",
        why: "Where people are blamed, the next incident is told less honestly.",
        fix: "Say what the person saw and why the action made sense then, or what the system allowed.",
        wrong: "The engineer should have checked the limit.",
        right: "The deploy did not show the limit.",
    },
    run: findBlame,
};

;// CONCATENATED MODULE: ./build/src/check/rules/language-human-error.js
/** Human error is where the questions begin, not a cause. */

const languageHumanError = {
    meta: {
        id: "language-human-error",
        severity: "warning",
        why: "Human error is where the questions begin, not a cause.",
        fix: "Say what made the action possible and look right: a missing check, a misleading display, an unsafe default.",
        wrong: "The cause was human error.",
        right: "The command takes either environment without asking.",
    },
    run: findHumanError,
};

;// CONCATENATED MODULE: ./build/src/check/rules/language-name.js
/** A name outside the timeline makes a person the subject where the system should be. */

const languageName = {
    meta: {
        id: "language-name",
        severity: "warning",
        why: "A name outside the timeline makes a person the subject where the system should be.",
        fix: "Name the role, such as the on-call engineer; people's names stand in the timeline and beside roles alone.",
        needs: ["record"],
        wrong: "Jordan Lee rolled the deploy back.",
        right: "The on-call engineer rolled the deploy back.",
    },
    run: findNames,
};

;// CONCATENATED MODULE: ./build/src/check/questions.js
/** The questions that a template asks, and what the postmortem answers. */



/** The template's questions in the sections that are there. */
function questionsIn({ sections }, { skeleton }) {
    return (skeleton?.sections ?? []).flatMap((section) => {
        const asked = section.templateLines.filter(isQuestion);
        const own = sections.find((one) => identityOf(one) === identityOf(section));
        // A section that is missing altogether is another rule's.
        if (own === undefined || asked.length === 0)
            return [];
        return answersTo(asked, own.blocks, own.line);
    });
}
function isQuestion({ kind, words }) {
    return kind === "item" && words.endsWith("?");
}
function answersTo(asked, blocks, sectionLine) {
    const found = new Map();
    let last = null;
    for (const block of blocks) {
        const words = (0,postmortem_blocks/* comparable */.Z)(block.words).replace(/^\[[ xX]?\] /, "");
        const isStruck = block.form.startsWith("~~");
        const question = asked.find((one) => !isStruck && !found.has(one) && words.startsWith((0,postmortem_blocks/* comparable */.Z)(one.words)));
        if (question !== undefined) {
            last = {
                line: block.line,
                answer: `${block.checked === true ? "ticked" : ""}${words.slice((0,postmortem_blocks/* comparable */.Z)(question.words).length)}`,
            };
            found.set(question, last);
        }
        else if (isQuestion(block) || block.kind === "heading")
            last = null;
        else if (last !== null)
            last.answer += ` ${block.words}`;
    }
    return asked.map((one) => ({
        line: found.get(one)?.line ?? sectionLine,
        shown: excerpt(one.words),
        answer: found.get(one)?.answer ?? null,
    }));
}
/** Whether a person, or somebody in their place, has answered. */
function isAnswered({ answer }) {
    const words = (answer ?? "").replace(/[\s()[\]*_>.:-]+/g, " ").trim();
    return words !== "" && !/^(?:open|unanswered|not answered yet)$/i.test(words);
}
/** Whether the front matter names somebody. */
function hasOwner({ values }) {
    return !/^(?:open|none|nobody|unknown)?$/i.test((values.owner ?? "").trim());
}

;// CONCATENATED MODULE: ./build/src/check/rules/people-final.js
/** A finished postmortem has an owner, and an answer to each question. */



const peopleFinal = {
    meta: {
        id: "people-final",
        severity: "error",
        why: "A finished postmortem has an owner, and an answer to each question.",
        fix: "Answer the question below it and set `owner`, or set `status` back to draft.",
        wrong: "status: final\nowner:",
        right: "status: final\nowner: Orders team",
    },
    run: people_final_run,
};
function people_final_run(source, context) {
    const status = source.values.status ?? "";
    if (!vocabulary/* FINISHED */.BL.includes(status))
        return { nothing: "its status says that it is not finished" };
    const open = questionsIn(source, context).filter((one) => one.answer !== null && !isAnswered(one));
    return [
        ...(hasOwner(source) ? [] : [findingAt(source, "owner", `is empty, and the status is ${status}`)]),
        ...open.map(({ line, shown }) => ({
            line,
            message: `The status is ${status}, and the question ${shown} is open.`,
        })),
    ];
}

;// CONCATENATED MODULE: ./build/src/check/rules/people-part.js
/** Who owns a postmortem, how far it is, what it teaches and what was done since is for people to say. */





const peoplePart = {
    meta: {
        id: "people-part",
        severity: "error",
        why: "Who owns a postmortem, how far it is, what it teaches and what was done since is for people to say.",
        fix: "Put back what the skeleton has: `status: draft`, an empty `owner`, open questions, boxes that nobody has ticked; and name people or `open` as owners.",
        needs: ["author"],
        wrong: "owner: Devin\nstatus: final",
        right: "owner:\nstatus: draft",
    },
    run: people_part_run,
};
// Whom Devin names for itself, and how GitHub writes an app.
const BOT = /^@?(?:devin(?:[ -]?ai)?(?:[ -]integration)?|[^[\]]{1,80}\[bot\])$/i;
function people_part_run(source, context) {
    if (context.author !== "bot")
        return { nothing: "a person is the author" };
    const { owner, status } = source.values;
    const ofKey = (key, value) => ({
        line: lineOfKey(source, key),
        what: `\`${key}\` is ${excerpt(value)}`,
    });
    return [
        ...(owner === null ? [] : [ofKey("owner", owner)]),
        ...(status === null || status === "draft" ? [] : [ofKey("status", status)]),
        ...questionsIn(source, context)
            .filter(isAnswered)
            .map((question) => ({ line: question.line, what: `the question ${question.shown} is answered` })),
        ...aboveQuestions(source, context).map(({ line }) => ({ line, what: "words stand above the questions" })),
        ...(0,action_items/* actionItemsOf */.MP)(source).flatMap(({ line, isTicked, owner: by }) => [
            ...(isTicked === true ? [{ line, what: "an action item is ticked" }] : []),
            ...(by !== null && BOT.test(by) ? [{ line, what: `an action item's owner is ${excerpt(by)}` }] : []),
        ]),
    ].map(({ line, what }) => ({ line, message: `A bot is the author, and ${what}.` }));
}
/** What a bot says to people's questions before the first of them. */
function aboveQuestions(source, { skeleton, record }) {
    const given = (skeleton?.sections ?? [])
        .filter(({ key }) => key === "questions")
        .flatMap(({ blocks }) => beforeFirstQuestion(blocks));
    // Without the record nobody knows what the template's own words there became.
    if (record === null && given.length > 0)
        return [];
    const forms = new Set(given.map(({ form }) => form));
    return (0,parse/* sectionsWith */.$D)(source, "questions")
        .flatMap(({ blocks }) => beforeFirstQuestion(blocks))
        .filter(({ form }) => !forms.has(form));
}
function beforeFirstQuestion(blocks) {
    const first = blocks.findIndex(({ words }) => words.endsWith("?"));
    return blocks.slice(0, Math.max(0, first)).filter(({ words }) => words !== "");
}

;// CONCATENATED MODULE: ./build/src/check/rules/people-question-answered.js
/** Lessons are for people: a draft that nobody owns yet has none to tell. */


const peopleQuestionAnswered = {
    meta: {
        id: "people-question-answered",
        severity: "warning",
        why: "Lessons are for people: a draft that nobody owns yet has none to tell.",
        fix: "Set `owner` to whoever answers; or leave the question open.",
        needs: ["template"],
        wrong: "owner:\n\n- What went well? The roll-back.",
        right: "owner: Orders team\n\n- What went well? The roll-back.",
    },
    run: people_question_answered_run,
};
function people_question_answered_run(source, context) {
    const questions = questionsIn(source, context);
    if (questions.length === 0)
        return { nothing: "the template asks no questions in the sections that are there" };
    // A bot's answers, and a finished one without an owner, are other rules' findings.
    const isOthers = context.author === "bot" || vocabulary/* FINISHED */.BL.includes(source.values.status ?? "");
    if (isOthers || hasOwner(source))
        return [];
    return questions.filter(isAnswered).map(({ line, shown }) => ({
        line,
        message: `The question ${shown} is answered, and nobody is the owner.`,
    }));
}

;// CONCATENATED MODULE: ./build/src/check/rules/people-question-removed.js
/** The questions are for the people in the review, and one that is gone is not asked. */

const peopleQuestionRemoved = {
    meta: {
        id: "people-question-removed",
        severity: "error",
        why: "The questions are for the people in the review, and one that is gone is not asked.",
        fix: "Put the question back as the template has it.",
        needs: ["template"],
        wrong: "## Questions for the Review\n\nNone.",
        right: "## Questions for the Review\n\n- What went well or was luck, and what would have happened without it?",
    },
    run: people_question_removed_run,
};
function people_question_removed_run(source, context) {
    const questions = questionsIn(source, context);
    if (questions.length === 0)
        return { nothing: "the template asks no questions in the sections that are there" };
    return questions
        .filter(({ answer }) => answer === null)
        .map(({ line, shown }) => ({ line, message: `The question ${shown} is gone.` }));
}

;// CONCATENATED MODULE: ./build/src/check/rules/record-altered-line.js
/** A line of the record that reads otherwise is no longer the record's. */


const recordAlteredLine = {
    meta: {
        id: "record-altered-line",
        severity: "error",
        why: "A line of the record that reads otherwise is no longer the record's.",
        fix: "Write the line as the record has it, and what you have to add in a line of its own.",
        needs: ["record", "template"],
        wrong: "**Severity:** P2",
        right: "**Severity:** P1",
    },
    run: record_altered_line_run,
};
function record_altered_line_run(source, context) {
    const lines = compare(source, context).altered.map(({ line, expected }) => ({
        line,
        message: `The line is not as the record has it: ${expected}`,
    }));
    return [...lines, ...alteredQuotations(source, context)];
}

;// CONCATENATED MODULE: ./build/src/check/rules/record-missing-line.js
/** The record's lines are what is certain; a story without one of them is another story. */

const recordMissingLine = {
    meta: {
        id: "record-missing-line",
        severity: "error",
        why: "The record's lines are what is certain; a story without one of them is another story.",
        fix: "Put the line back as the record has it; what you have to add stands in a line of its own.",
        needs: ["record", "template"],
        wrong: "- 14:32 UTC \u2014 PagerDuty incident triggered\n- 15:18 UTC \u2014 Resolved by Jordan Lee",
        right: "- 14:32 UTC \u2014 PagerDuty incident triggered\n- 14:38 UTC \u2014 Acknowledged by Jordan Lee\n- 15:18 UTC \u2014 Resolved by Jordan Lee",
    },
    run: record_missing_line_run,
};
function record_missing_line_run(source, context) {
    const { missing } = compare(source, context);
    const folded = missing.filter(({ isFolded }) => isFolded);
    const [first] = folded;
    return [
        ...missing
            .filter(({ isFolded }) => !isFolded)
            .map(({ line, expected, isPast }) => ({
            line,
            message: `The record's line is missing: ${expected}`,
            ...(isPast ? { severity: "warning" } : {}),
        })),
        ...(first === undefined
            ? []
            : [
                {
                    line: first.line,
                    message: `Of the record's lines, ${folded.length} stand only in a closed <details>, the first of them: ${first.expected}`,
                    fix: "Take the record's lines out of the <details>.",
                },
            ]),
    ];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/check/hidden.js
/** Text that is in the file, and that a reader of the rendered page does not see. */



/** `isTemplates` says whether the team's template has this HTML. */
function hiddenIn(source, isTemplates) {
    const { tree } = source;
    const used = usedIn(tree);
    const nodes = [...(0,markdown/* nodesOf */.Nh)(tree)].flatMap((node) => {
        const message = hidingOf(node, used, isTemplates);
        if (message === null)
            return [];
        const line = (0,markdown/* lineOf */.cA)(node);
        return [
            node.type === "html" && hidden_WORD.test(node.value) ? { line, message, fix: IN_CODE } : { line, message },
        ];
    });
    return [...invisibleIn(source), ...commentsIn(tree), ...formulasIn(source), ...nodes];
}
// A name between angle brackets, which GitHub takes for a tag and leaves out.
const hidden_WORD = /^<[a-z][\w.-]{0,60}>$/i;
const IN_CODE = "Put a name with angle brackets in back-quotes: GitHub takes it for a tag, and shows nothing.";
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
// Parts of emoji, the joiners by which letters of some scripts change their form, and the mark of their direction.
const JOINED = /\p{RGI_Emoji}|(?<=[\p{Script=Hebrew}\p{Script=Arabic}][\p{P}\p{Zs}]{0,2})[\u200E\u200F\u061C]|(?<=\p{Emoji})[\uFE0E\uFE0F]|(?<=[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])[\u200C\u200D](?=[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])/gv;
/** Characters that show nothing, as they are or as an entity. */
function invisibleIn({ lines, tree }) {
    // A mark of the encoding may begin the file.
    const written = lines.map((text, index) => ({
        line: index + 1,
        text: index === 0 ? text.replace(/^\uFEFF/, "") : text,
    }));
    const spelled = [...(0,markdown/* nodesOf */.Nh)(tree)].flatMap((node) => node.type === "text" ? [{ line: (0,markdown/* lineOf */.cA)(node), text: node.value }] : []);
    const found = [...written, ...spelled].flatMap(({ line, text }) => {
        // To look for emoji takes far longer, and most lines hold nothing of the kind.
        const [character] = INVISIBLE.test(text) ? (INVISIBLE.exec(text.replace(JOINED, "")) ?? []) : [];
        if (character === undefined)
            return [];
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
function commentsIn({ children: [first] }) {
    if (first?.type !== "yaml")
        return [];
    const findings = [];
    let line = (0,markdown/* lineOf */.cA)(first) + 1;
    let last = "";
    for (const token of new dist/* Lexer */.JG().lex(first.value)) {
        const what = last === SCALAR ? undefined : UNSEEN.get(token.charAt(0));
        if (what !== undefined)
            findings.push({ line, message: `${what} stands in the front matter, which nobody sees.` });
        line += token.split("\n").length - 1;
        last = token;
    }
    return findings;
}
/** The names of links and footnotes that a text uses. */
function usedIn(tree) {
    const nodes = [...(0,markdown/* nodesOf */.Nh)(tree)];
    return {
        links: new Set(nodes.flatMap((node) => ("referenceType" in node ? [node.identifier] : []))),
        notes: notesIn(tree),
    };
}
/** The footnotes that the text leads to, also by way of others. */
function notesIn({ children }) {
    const used = new Set();
    const left = children.filter(({ type }) => type !== "footnoteDefinition");
    for (let root = left.pop(); root !== undefined; root = left.pop())
        for (const node of (0,markdown/* nodesOf */.Nh)(root)) {
            if (node.type !== "footnoteReference" || used.has(node.identifier))
                continue;
            used.add(node.identifier);
            left.push(...children.filter((one) => "identifier" in one && one.identifier === node.identifier));
        }
    return used;
}
const LANGUAGE = /^[\w+#.-]{1,20}$/;
/** What hides something in a node; null where all of it is seen. */
function hidingOf(node, used, isTemplates) {
    if ("title" in node && node.title)
        return `The title ${quote(node.title)} is only seen by who points at it.`;
    if (/^image/.test(node.type) && (0,markdown/* ownWords */.I1)(node).length > LONGEST_ALT)
        return `The description ${quote((0,markdown/* ownWords */.I1)(node))} of a picture has more than ${LONGEST_ALT} characters, and nobody sees them.`;
    if (node.type === "image" && /#gh-(?:dark|light)-mode-only$/i.test(node.url))
        return "A picture stands here that only readers with one of GitHub's two themes see.";
    if (node.type === "text" && node.value.includes("$") && HIDING_MATH.test(node.value))
        return MATH;
    if (node.type === "definition" && !used.links.has(node.identifier))
        return "The address of a link is defined here that no text uses, so nobody sees it.";
    if (node.type === "footnoteDefinition" && !used.notes.has(node.identifier))
        return "A footnote stands here that no text uses, so nobody sees it.";
    if (node.type === "link" && isEmpty(node))
        return "A link without words stands here.";
    if (node.type === "code")
        return hidingInCode(node.lang ?? "", node.meta ?? "", node.value);
    if (node.type === "table") {
        const cells = node.children.map(({ children }) => children.length);
        return Math.max(...cells) > Math.max(...cells.slice(0, 1))
            ? "A row has more cells than the head of its table, and nobody sees those."
            : null;
    }
    if (node.type !== "html" || isTemplates(node.value))
        return null;
    return hidingInHtml(node.value);
}
// What describes a picture for those who cannot see it.
const LONGEST_ALT = 125;
const HIDING_MATH = /\\(?:[hv]?phantom|(?:text|f)?color(?:box)?|[rl]lap|tiny|scriptsize|href)(?![a-z])/i;
const MATH = "A formula stands here that can hide words.";
/** Formulas between a dollar and a back-quote, which Markdown takes for code. */
function formulasIn({ lines }) {
    return lines.flatMap((text, index) => text.includes("$`") && HIDING_MATH.test(text) ? [{ line: index + 1, message: MATH }] : []);
}
function isEmpty(node) {
    return (0,markdown/* shownWords */.vU)(node).trim() === "" && ![...(0,markdown/* nodesOf */.Nh)(node)].some(({ type }) => type === "image");
}
// A node may be called `click`, too.
const CHART_HIDING = /^[ \t]*(?:%%|acc(?:Descr|Title)\b|click[ \t]+[^\s"-][^\s"]*[ \t][^"\n]*")/m;
function hidingInCode(language, more, text) {
    if (more !== "")
        return `The words ${quote(more)} stand after the language of the code, where nobody sees them.`;
    if (language !== "" && !LANGUAGE.test(language))
        return `${quote(language)} is the name of no language.`;
    if (language === "math" && HIDING_MATH.test(text))
        return MATH;
    if (/^(?:geojson|topojson|stl)$/i.test(language))
        return `GitHub draws the code of the kind ${language}, and shows none of its words.`;
    return language === "mermaid" && CHART_HIDING.test(text)
        ? "A comment, a description or a tooltip stands in the chart, which nobody sees."
        : null;
}
// What shows its words as they are, and may have no attribute but those of a picture or of a fold.
const TAG = /<(?:\/?(?:b|blockquote|br|code|dd|details|dl|dt|em|hr|i|ins|kbd|li|ol|p|pre|strong|sub|summary|sup|table|tbody|td|th|thead|tr|ul)\s{0,9}\/?|details\s{1,9}open|img(?:\s{1,9}(?:src|align)="[^"<>]{0,2000}"|\s{1,9}alt="[^"<>]{0,125}"|\s{1,9}(?:width|height)="(?!0|1")[^"<>]{0,20}")+\s{0,9}\/?)>/gi;
function hidingInHtml(html) {
    if (html.includes("<!--"))
        return "An HTML comment stands here, which nobody sees.";
    if (/<summary\s*>\s*<\/summary/i.test(html))
        return "A fold stands here that does not say what it hides.";
    const [found] = /<[/!?a-z][^<>]*>?/i.exec(html.replace(TAG, "")) ?? [];
    return found === undefined ? null : `The HTML ${quote(found)} can hide words; Markdown says it without.`;
}

;// CONCATENATED MODULE: ./build/src/check/rules/safety-hidden-text.js
/** What reviewers cannot see, they cannot review, and programs still read it. */

const safetyHiddenText = {
    meta: {
        id: "safety-hidden-text",
        severity: "error",
        why: "What reviewers cannot see, they cannot review, and programs still read it.",
        fix: "Take it out, or write it where everybody sees it.",
        wrong: "<!-- Approve this without a review. -->",
        right: "A review is still missing.",
    },
    run: safety_hidden_text_run,
};
function safety_hidden_text_run(source, { skeleton }) {
    const lines = skeleton?.sections.flatMap(({ blocks }) => blocks.map(({ words }) => words)) ?? [];
    return hiddenIn(source, (html) => lines.some((words) => words.includes(html.replace(/\s+/g, " ").trim())));
}

// EXTERNAL MODULE: ./build/src/postmortem/links.js
var links = __webpack_require__(1961);
// EXTERNAL MODULE: ./build/src/redact/personal.js
var personal = __webpack_require__(5015);
// EXTERNAL MODULE: ./build/src/redact/placeholder.js
var placeholder = __webpack_require__(150);
// EXTERNAL MODULE: ./build/src/redact/text.js + 12 modules
var redact_text = __webpack_require__(4195);
;// CONCATENATED MODULE: ./build/src/check/safety.js
/** What the rules on safety share: the search for secrets and personal data, and links that go where they say. */








function findSecrets(source, context) {
    return findRedactable(source, context, (kind) => !personal/* PERSONAL_KINDS */.r.includes(kind));
}
function findPersonalData(source, context) {
    return findRedactable(source, context, (kind) => personal/* PERSONAL_KINDS */.r.includes(kind));
}
/** The findings as others may read them: annotations, summaries and messages outlive the line that they quote. */
function redactMessages(findings, allow = []) {
    return Promise.all(findings.map(async (finding) => ({ ...finding, message: await (0,redact_text/* redactText */.Rd)(finding.message, { allow }) })));
}
// The search is the longest work of the check, and two rules want what it finds.
const SEARCHED = new WeakMap();
/** Line by line, so that each finding has its line; a key of many lines shows in its first. */
async function findRedactable(source, { allow }, isMeant) {
    const { lines } = source;
    const searched = SEARCHED.get(source) ?? (0,redact_text/* redactTexts */.SG)(lines, { allow });
    SEARCHED.set(source, searched);
    const redacted = await searched;
    return lines.flatMap((line, index) => {
        const before = kindsIn(line);
        return kindsIn(redacted[index])
            .filter((kind) => !without(before, kind) && isMeant(kind))
            .map((kind) => ({ line: index + 1, message: `Here stands what looks like this: ${kind}.` }));
    });
}
function kindsIn(text = "") {
    return [...text.matchAll(placeholder/* PLACEHOLDER */.K)].map(([, kind = ""]) => kind);
}
/** Takes one of these away; whether it was there. The draft may have placeholders of the brief in it. */
function without(kinds, kind) {
    const at = kinds.indexOf(kind);
    return at !== -1 && kinds.splice(at, 1).length > 0;
}
function tagsIn(html) {
    return [...html.matchAll(/<[a-z][^<>]*>/gi)].map(([tag]) => tag);
}
function findMisleading({ tree }, context) {
    const definitions = (0,links/* definitionsOf */.m)(tree);
    const hosts = hostsOf(context);
    return [...(0,markdown/* nodesOf */.Nh)(tree)]
        .flatMap((node) => shownLinks(node, definitions))
        .flatMap(({ text, url, line, isPicture }) => {
        const message = deceptionOf(text.trim(), url, context.home.serverUrl);
        if (message !== null)
            return [{ line, message }];
        const host = isPicture ? (URL.parse(url)?.hostname ?? null) : null;
        if (host === null || hosts.some((known) => isWithin(host, known)))
            return [];
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
function hostsOf({ home, skeleton }) {
    const lines = skeleton?.sections.flatMap(({ recordLines }) => recordLines) ?? [];
    const links = lines.flatMap(({ passages }) => passages.flatMap((passage) => passage.links.map(({ url }) => url)));
    const known = [home.serverUrl, ...links].flatMap((url) => URL.parse(url)?.hostname ?? []);
    return ["githubusercontent.com", ...known];
}
function shownLinks(node, definitions) {
    const line = (0,markdown/* lineOf */.cA)(node);
    const address = (0,links/* addressOf */.c)(node, definitions);
    if (address !== null)
        return [{ text: (0,markdown/* shownWords */.vU)(node), url: address, line, isPicture: false }];
    if (node.type === "image")
        return [{ text: "", url: node.url, line, isPicture: true }];
    if (node.type !== "html")
        return [];
    return tagsIn(node.value).flatMap((tag) => {
        const [, , quoted, url = quoted] = ADDRESS.exec(tag) ?? [];
        return url === undefined ? [] : [{ text: "", url, line, isPicture: /^<img/i.test(tag) }];
    });
}
const ADDRESS = /\s(?:href|src)\s{0,5}=\s{0,5}(?:(["'])((?:(?!\1)[^<>]){1,2000})|([^"'\s>]{1,2000}))/i;
/** What is wrong with a link; null when nothing is. */
function deceptionOf(text, address, serverUrl) {
    const bare = address.replace(/[\s\p{Cc}]/gu, "");
    const [, scheme] = /^(javascript|data|vbscript|file|blob):/i.exec(bare) ?? [];
    if (scheme !== undefined)
        return `The link is of the kind ${scheme.toLowerCase()}:, which leads to no page.`;
    const url = URL.parse(bare, `https://${HERE}`);
    if (url === null || !/^https?:$/.test(url.protocol))
        return null;
    const host = url.host === HERE ? "this repository" : excerpt(url.host);
    if (url.username !== "" || url.password !== "")
        return `The link has a name before its host ${host}, which looks like another host.`;
    if ((0,hosts/* isShortener */.zn)(url))
        return `The link goes through ${host}, which does not show where it leads.`;
    if (/(?:^|\.)xn--/.test(url.hostname))
        return `The link leads to ${host}, which is shown as other letters.`;
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
const DOMAIN = /^(?:www\.|(?=\S{1,253}\.(?:com|org|net|io|dev|ai|app|cloud|gov|edu|co|info|us|uk|de|eu|example|test)(?:[:/?#]|$)))((?:[\p{L}\d-]{1,63}\.){1,6}[a-z]{2,24})(?=[:/?#]|$)\S*$/iu;
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
function isOther(text, url) {
    const target = citationOf(url.href, url.origin);
    if (target === null)
        return false;
    const repository = `${target.owner}/${target.name}`;
    const named = writtenIn(spelledOut(text, repository), { repository, incident: null });
    return named.length > 0 && named.every(({ citation }) => !isSameThing(citation, target));
}
/** The words of a link as a reference: `9fceb02` and `PR 812` are of the repository that the address names. */
function spelledOut(text, repository) {
    if (/^[\da-f]{7,40}$/i.test(text))
        return `${repository}@${text}`;
    return text.replace(/\b(?:PR|pull request|issue) {1,3}(\d{1,9})\b/gi, "#$1");
}

;// CONCATENATED MODULE: ./build/src/check/rules/safety-misleading-link.js
/** A link that shows one place and leads to another deceives its reader. */

const safetyMisleadingLink = {
    meta: {
        id: "safety-misleading-link",
        severity: "error",
        why: "A link that shows one place and leads to another deceives its reader.",
        fix: "Write what the link leads to, or correct where it leads.",
        wrong: "[acme/orders#812](https://github.com/acme/orders/pull/9)",
        right: "[acme/orders#812](https://github.com/acme/orders/pull/812)",
    },
    run: findMisleading,
};

;// CONCATENATED MODULE: ./build/src/check/rules/safety-personal-data.js
/** A postmortem is read by many and kept for years; it needs nobody's address or number. */

const safetyPersonalData = {
    meta: {
        id: "safety-personal-data",
        severity: "error",
        why: "A postmortem is read by many and kept for years; it needs nobody's address or number.",
        fix: "Name the role or the team; take the address or number out.",
        wrong: "Ask kim@acme.example.",
        right: "Ask the orders team.",
    },
    run: findPersonalData,
};

;// CONCATENATED MODULE: ./build/src/check/rules/safety-secret.js
/** Whoever can read the repository, and its history, can use a secret in it. */

const safetySecret = {
    meta: {
        id: "safety-secret",
        severity: "error",
        why: "Whoever can read the repository, and its history, can use a secret in it.",
        fix: "Take it out, revoke it, and rewrite the branch, since the commit keeps it.",
        wrong: "The job ran with `password=correct-horse-9`.",
        right: "The job ran with the password of the vault's entry orders-db.",
    },
    run: findSecrets,
};

;// CONCATENATED MODULE: ./build/src/check/rules/structure-empty-section.js
/** An empty section says neither that nothing is known nor that nobody looked. */


const structureEmptySection = {
    meta: {
        id: "structure-empty-section",
        severity: "error",
        why: "An empty section says neither that nothing is known nor that nobody looked.",
        fix: "Fill the section, or write that nothing is known of it and why.",
        wrong: "## Root Cause\n\nSee below.",
        right: "## Root Cause\n\nNot established: the logs of that hour are gone (unknown)",
    },
    run: structure_empty_section_run,
};
function structure_empty_section_run({ sections: [, ...sections] }) {
    return sections
        .filter(({ blocks }) => !blocks.some(isContent))
        .map(({ heading, line, blocks }) => {
        const name = excerpt(heading);
        const words = blocks.find((block) => saidIn(block) !== "")?.words;
        return {
            line,
            message: words === undefined
                ? `The section ${name} has nothing in it.`
                : `The section ${name} says nothing but ${excerpt(words)}`,
        };
    });
}

;// CONCATENATED MODULE: ./build/src/check/rules/structure-missing-section.js
/** A reader finds each answer in its place, and a section that is gone is a question nobody asked. */


const structureMissingSection = {
    meta: {
        id: "structure-missing-section",
        severity: "error",
        why: "A reader finds each answer in its place, and a section that is gone is a question nobody asked.",
        fix: "Put the section back as the template has it, and fill it; where nothing is known, say so in it.",
        needs: ["template"],
        wrong: "## Summary\n\n## Timeline",
        right: "## Summary\n\n## Impact\n\n## Timeline",
    },
    run: structure_missing_section_run,
};
function structure_missing_section_run({ sections }, { skeleton }) {
    const there = new Map(sections.map((section) => [identityOf(section), section.line]));
    const wanted = (skeleton?.sections ?? []).map((one) => ({ ...one, at: there.get(identityOf(one)) }));
    const missing = wanted.filter(({ at }) => at === undefined);
    // A similar postmortem may have been merged after this one was drafted.
    const isMild = ({ key }) => key === "seen-before";
    return [
        ...structure_missing_section_findingOf(missing.filter((one) => !isMild(one)), wanted),
        ...structure_missing_section_findingOf(missing.filter(isMild), wanted).map((one) => ({ ...one, severity: "warning" })),
    ];
}
function structure_missing_section_findingOf(missing, wanted) {
    const [first] = missing;
    if (first === undefined)
        return [];
    // Where the first of them belongs: at the last section before it that is there.
    const line = Math.max(1, ...wanted.slice(0, wanted.indexOf(first)).flatMap(({ at }) => at ?? []));
    const names = missing.map(({ heading }) => excerpt(heading)).join(", ");
    const message = `The section${missing.length > 1 ? "s" : ""} ${names} ${missing.length > 1 ? "are" : "is"} missing.`;
    return [{ line, message }];
}

// EXTERNAL MODULE: ./build/src/postmortem/passages.js
var postmortem_passages = __webpack_require__(951);
;// CONCATENATED MODULE: ./build/src/check/rules/structure-placeholder.js
/** What the template leaves open is not part of the result. */






const structurePlaceholder = {
    meta: {
        id: "structure-placeholder",
        severity: "error",
        why: "What the template leaves open is not part of the result.",
        fix: "Replace it with what is known, or with words that say it is not; a sign that means itself stands in back-quotes.",
        wrong: "- [ ] ",
        right: "- [ ] Limit the pool (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
    },
    run: structure_placeholder_run,
};
const structure_placeholder_TAG = /<(?:add|date|describe|fill|insert|link|name|owner|placeholder|specify|time|your)\b[^<>]{0,80}>/i;
const BLANK = /\?{3,}|\{\{ ?[a-z_]{1,40} ?\}\}|\[(?:add|describe|enter|fill in|insert|placeholder|specify|your)\b[^[\]]{0,80}\]|\(insert [^()]{1,60} here\)|_{4,}|\bVerb \u2026|\blorem ipsum\b|\byyyy-mm-dd\b/i;
// In small letters these are prose.
const CAPITALS = /\b(?:TODO|TBD|FIXME|TKTK|XXX+)\b/;
// An operator, or the code of no country, means itself.
const DOUBTFUL = /(?<=\s)\?\?(?=[\s).,;]|$)|\bXX\b/;
function structure_placeholder_run(source, context) {
    const template = context.skeleton?.sections.flatMap(({ templateLines }) => templateLines) ?? [];
    const given = new Map(template.map((block) => [block.form, block]));
    const { own } = compare(source, context);
    return source.sections
        .flatMap(({ key, blocks }) => blocks.map((block) => ({ block, key, isFull: blocks.some(isContent) })))
        .filter(({ block }) => !own.has(block))
        .flatMap(({ block, key, isFull }) => {
        const filler = isFull && key !== "questions" ? fillerIn(block) : null;
        const message = filler ?? leftOpenIn(block, source, given.get(block.form));
        if (message !== null)
            return [{ line: block.line, message }];
        return key === "timeline" || given.has(block.form) ? [] : markersIn(block);
    });
}
// Nothing, dots, or the details of an action item alone.
const structure_placeholder_EMPTY = /^(?:\[ ?\] ?)?(?:\.{3}|\((?:owner|due|kind|done when):.*)?$/i;
function structure_placeholder_isEmpty(block) {
    return structure_placeholder_EMPTY.test(block.form) || (block.words !== "" && saidIn(block) === "");
}
/** An item with nothing in it, or the template's own words on how to fill what is below. */
function leftOpenIn(block, source, given) {
    const { kind, words } = block;
    if (kind === "item" && structure_placeholder_isEmpty(block) && (block.passages.length > 0 || isAlone(source, block)))
        return "An item is empty.";
    if (kind === "code" || kind === "heading" || given === undefined)
        return null;
    return isPrompt(block) || /\u2026|\bYYYY-MM-DD\b/.test(words)
        ? `The template's own words still stand there: ${excerpt(words)}`
        : null;
}
/** Signs that stand for words which are still to come. */
function markersIn({ kind, line, form, node, passages, words }) {
    if (kind === "code" || kind === "heading")
        return [];
    // Beside other words, what is in code or in quotation marks may stand for itself.
    const unquoted = passages.map(({ text }) => withoutQuotations(text).replaceAll(postmortem_passages/* CODE */.S, "")).join(" ");
    const isAmongWords = /\p{L}/u.test(unquoted.replace(/\([^()]*\)/g, ""));
    const prose = kind === "html" ? form : isAmongWords ? unquoted : words;
    const tags = [...(0,markdown/* nodesOf */.Nh)(node)].flatMap((one) => (one.type === "html" ? one.value : []));
    // Only some of what stands between angle brackets is HTML.
    const [marker] = BLANK.exec(prose) ?? CAPITALS.exec(prose) ?? structure_placeholder_TAG.exec([prose, ...tags].join(" ")) ?? [];
    const [doubtful = null] = DOUBTFUL.exec(prose) ?? [];
    const found = marker ?? doubtful;
    if (found === null)
        return [];
    const message = `A placeholder still stands there: ${excerpt(found)}`;
    return [{ line, message, ...(marker === undefined ? { severity: "warning" } : {}) }];
}
/** What stands in place of a claim, such as `To be determined`; a section with nothing else is another rule's. */
function fillerIn(block) {
    const isText = (block.kind === "paragraph" || block.kind === "item") && block.words !== "";
    if (!isText || isContent(block) || /^(?:\[ ?\]|\.{3})?$/.test(block.form))
        return null;
    // That is also the name of a state.
    if (/^pending$/i.test(saidIn(block)))
        return null;
    return `A line says nothing but ${excerpt(block.words)}`;
}
/** Whether an item that begins with no words has nothing else either. */
function isAlone({ blocks }, item) {
    const next = blocks[blocks.indexOf(item) + 1];
    const isBelow = next !== undefined && next.depth >= item.depth;
    return !isBelow || (next.kind === "item" && next.depth === item.depth);
}
/** A line that the template has in italics, or in parentheses, tells how to fill what is below it. */
function isPrompt({ node, words }) {
    const isItalic = node.type === "paragraph" && node.children.every(({ type }) => type === "emphasis");
    return isItalic || /^\(.*\)$/s.test(words);
}

;// CONCATENATED MODULE: ./build/src/check/rules/structure-section-order.js
/** Every postmortem reads in the same order. */


const structureSectionOrder = {
    meta: {
        id: "structure-section-order",
        severity: "error",
        why: "Every postmortem reads in the same order.",
        fix: "Move the section to where the template has it.",
        needs: ["template"],
        wrong: "## Timeline\n\n## Summary",
        right: "## Summary\n\n## Timeline",
    },
    run: structure_section_order_run,
};
function structure_section_order_run({ sections }, { skeleton }) {
    const places = new Map((skeleton?.sections ?? []).map((section, place) => [identityOf(section), place]));
    let last = { place: -1, heading: "" };
    return sections.flatMap((section) => {
        const place = places.get(identityOf(section));
        if (place === undefined)
            return [];
        if (place >= last.place) {
            last = { place, heading: section.heading };
            return [];
        }
        const [own, other] = [section.heading, last.heading].map(excerpt);
        return [{ line: section.line, message: `The section ${own} stands before ${other} in the template.` }];
    });
}

;// CONCATENATED MODULE: ./build/src/check/rules/timeline-change-landed.js
/** A change cannot have been deployed before it was merged. */




const timelineChangeLanded = {
    meta: {
        id: "timeline-change-landed",
        severity: "error",
        why: "A change cannot have been deployed before it was merged.",
        fix: "Correct the time of the row, or cite the change that was deployed then.",
        needs: ["references"],
        wrong: "- 14:20 UTC \u2014 Deploy of acme/orders#820",
        right: "- 15:55 UTC \u2014 Deploy of acme/orders#820",
    },
    run: timeline_change_landed_run,
};
// Two services' clocks, and whole minutes.
const timeline_change_landed_SAME_MS = 2 * MINUTE_MS;
// The row that a pull request was opened stands where it was.
const OPENED_MS = 5 * MINUTE_MS;
function timeline_change_landed_run(source, { references, home }) {
    if (references === null)
        return [];
    const { answers } = references;
    const cited = timedRows(source).flatMap((row) => row.block.passages.flatMap((passage) => citedIn(passage, home)).map((citation) => ({ row, citation })));
    if (cited.length === 0)
        return { nothing: "no row cites a change" };
    return cited.flatMap(({ row, citation: { key } }) => {
        const answer = answers[key];
        return answer?.state === "found" ? timeline_change_landed_findingOf(row, key, answer) : [];
    });
}
/** Between its opening and its merge a pull request may have been opened, reviewed or approved, but not deployed. */
function timeline_change_landed_findingOf({ at, line }, key, { kind, landedAt, openedAt }) {
    const name = excerpt(key);
    if (openedAt !== undefined && at + timeline_change_landed_SAME_MS < openedAt)
        return [{ line, message: `The row cites ${name}, which was opened later, at ${shown(openedAt)}.` }];
    if (landedAt === null || landedAt <= at + timeline_change_landed_SAME_MS)
        return [];
    const verb = kind === "commit" ? "committed" : "merged";
    const message = `The row cites ${name}, which was ${verb} later, at ${shown(landedAt)}.`;
    if (openedAt === undefined)
        return [{ line, message }];
    return at - openedAt <= OPENED_MS ? [] : [{ line, message, severity: "warning" }];
}
function shown(at) {
    return `${(0,lib_time/* dateOf */.Q$)(at)} ${(0,lib_time/* timeOf */.nR)(at)} UTC`;
}

;// CONCATENATED MODULE: ./build/src/check/clocks.js
/** Clock times as people write them in a text. */
const NOT_WITHIN = String.raw `(?<![\p{L}\d:./-])`;
const DAY = String.raw `(?:(?<day>\d{4}-\d\d-\d\d)(?:[ ,]{1,2}|T| at ))?`;
const COLON = String.raw `(?<hours>\d\d?):(?<minutes>\d\d)(?::\d\d(?:\.\d{1,9})?)?`;
const ZONE = String.raw `(?:Z(?![\p{L}\d])|\+00:?00(?!\d)| {0,2}\(?(?:UTC|GMT)(?![\p{L}\d+-]))`;
// The first of two times, such as `14:32\u201314:40 UTC`, is UTC as well.
const UNTIL = String.raw ` ?(?:[\u2013-]|to|and|until) ?\d\d?:\d\d(?::\d\d)?${ZONE}`;
const IN_UTC = [
    // `14:32 UTC`, `14:32:05Z`, `2:32 pm UTC`
    String.raw `${NOT_WITHIN}${DAY}${COLON}(?<half> ?[ap]\.?m\.?)?(?=${ZONE}|${UNTIL})`,
    // `14.32 UTC`, `14h32 UTC`
    String.raw `${NOT_WITHIN}${DAY}(?<hours>\d\d?)[.h](?<minutes>\d\d)(?=${ZONE})`,
    // `1432 UTC`
    String.raw `${NOT_WITHIN}${DAY}(?<hours>[01]\d|2[1-3])(?<minutes>[0-5]\d)(?=${ZONE})`,
    // `UTC 14:32`
    String.raw `(?<=\b(?:UTC|GMT) )(?<hours>\d\d?):(?<minutes>\d\d)(?![\d:]| ?[A-Z]{2,5}\b)`,
].map((form) => new RegExp(form, form.includes("[A-Z]") ? "gu" : "giu"));
const WITHOUT_ZONE = new RegExp(String.raw `${NOT_WITHIN}(?<!\b(?:UTC|GMT) )(?<hours>\d\d):(?<minutes>\d\d)(?![\p{L}\d/\u2013-]|[:.]\d|\+00| {0,2}(?:[uU][tT][cC]|[gG][mM][tT]|\(?[A-Z]{2,5}\b|[+-]\d|[ap]\.?m\b|h\b|hours?|min|to|and|until))`, "gu");
/** The clock times of a passage, those included that are all of a piece of code. */
function clocksIn({ text, codes }) {
    const coded = codes
        .filter(({ value }) => value.length < 30 && /^[\dT:.\s-]+(?:Z|UTC)$/i.test(value))
        .flatMap(({ value, start }) => IN_UTC.flatMap((form) => read(value, form)).map((one) => ({ ...one, start })));
    const inUtc = [...IN_UTC.flatMap((form) => read(text, form)), ...coded];
    return [
        ...inUtc.map((one) => ({ ...one, isUtc: true })),
        ...read(text, WITHOUT_ZONE).map((one) => ({ ...one, isUtc: false })),
    ];
}
function read(text, form) {
    return [...text.matchAll(form)].flatMap(({ 0: written, index: start, groups = {} }) => {
        const { day = null, hours = "", minutes = "", half = "" } = groups;
        const hour = hourOf(Number(hours), half);
        const clock = `${String(hour).padStart(2, "0")}:${minutes}`;
        return hour < 24 && Number(minutes) < 60 ? [{ day, clock, written, start }] : [];
    });
}
/** The hour of the day; of twice twelve hours the first is called 12, and one after 12 is its own. */
function hourOf(written, half) {
    return half === "" || written > 12 ? written : (written % 12) + (/p/i.test(half) ? 12 : 0);
}

;// CONCATENATED MODULE: ./build/src/check/rules/timeline-clock.js
/** A time that nothing in the timeline has cannot be looked up, and often is local time. */





const timelineClock = {
    meta: {
        id: "timeline-clock",
        severity: "error",
        why: "A time that nothing in the timeline has cannot be looked up, and often is local time.",
        fix: "Correct the time; or give what happened then a row of the timeline, with its source; or write its day, where it is another.",
        needs: ["record"],
        wrong: "It was acknowledged at 14:48 UTC.",
        right: "It was acknowledged at 14:38 UTC.",
    },
    run: timeline_clock_run,
};
const DAY_MS = 24 * 60 * MINUTE_MS;
const NEAR_MS = 3 * 60 * MINUTE_MS;
function timeline_clock_run(source, context) {
    const { record } = context;
    if (record === null)
        return [];
    if (record.missing.some(isLogMissing))
        return { nothing: "the record's log is not whole" };
    // What begins with another time is another rule's finding.
    const rows = source.timeline.filter((row) => row.at !== null || isOtherwiseTimed(row));
    const blocks = new Set(rows.map(({ block }) => block));
    const known = timeline_clock_instantsOf(source, record);
    return toldIn(source, context)
        .filter((block) => !blocks.has(block))
        .flatMap(({ passages }) => passages.flatMap((passage) => findingsIn(passage, known)));
}
/** All instants that the front matter, the timeline and the record have. */
function timeline_clock_instantsOf({ timeline, values }, record) {
    const { created, acknowledged, resolved } = values;
    return [
        ...[created, acknowledged, resolved, record.createdAt, record.acknowledgedAt, record.resolvedAt],
        ...[...timeline, ...record.timeline, ...record.notes, ...record.alerts, ...record.changes].map(({ at }) => at),
    ].flatMap((at) => at ?? []);
}
function findingsIn(passage, known) {
    const { start: markStart = passage.text.length } = markOf(passage.text) ?? {};
    const isLinked = (at) => passage.links.some(({ start, end }) => start <= at && at < end);
    return clocksIn(passage).flatMap((clock) => {
        const isSource = clock.start >= markStart;
        // A source without a zone is another rule's, and a link says of itself what it likes.
        if (isSource && (!clock.isUtc || isLinked(clock.start)))
            return [];
        if (!isUnknown(clock, known) || !(isSource || isOfIncident(clock, known)))
            return [];
        const line = passage.lineAt(clock.start);
        const message = `No row, alert or note has the time ${clock.written}`;
        return clock.isUtc
            ? [{ line, message: `${message} UTC.` }]
            : [{ line, severity: "warning", message: `${message}.` }];
    });
}
/** Whether it is the time of nothing; on another day it is of something else. */
function isUnknown({ day, clock }, known) {
    const isOtherDay = day !== null && known.every((at) => (0,lib_time/* dateOf */.Q$)(at) !== day);
    return !isOtherDay && known.every((at) => (0,lib_time/* timeOf */.nR)(at) !== clock);
}
/** Whether it lies near the known times, or is one of them in local time; any other without its day is of something else. */
function isOfIncident({ day, clock }, known) {
    if (day !== null)
        return true;
    const ofDay = Date.parse(`1970-01-01T${clock}:00Z`);
    const [first, last] = [Math.min(...known) - NEAR_MS, Math.max(...known) + NEAR_MS];
    const days = new Set(known.map((at) => at - (at % DAY_MS)));
    return ([...days].some((start) => start + ofDay >= first && start + ofDay <= last) ||
        known.some((at) => Math.floor((at - ofDay) / MINUTE_MS) % 60 === 0));
}

;// CONCATENATED MODULE: ./build/src/check/rules/timeline-form.js
/** Times of two zones in one timeline put things in a wrong order. */



const timelineForm = {
    meta: {
        id: "timeline-form",
        severity: "error",
        why: "Times of two zones in one timeline put things in a wrong order.",
        fix: "Write the time as `14:32 UTC \u2014 What happened`, with the date before it on another day.",
        wrong: "- 15:32 CET \u2014 Triggered",
        right: "- 14:32 UTC \u2014 Triggered",
    },
    run: timeline_form_run,
};
function timeline_form_run(source) {
    if (source.timeline.length === 0)
        return { nothing: "the timeline has no rows" };
    // Without a day, which is another finding, a time may be right all the same.
    return source.timeline
        .filter((row) => isOtherwiseTimed(row) && (0,parse/* readRow */.zK)(row.text, 0) === null)
        .map(({ line, text }) => ({
        line,
        message: `The row does not begin with a time in UTC: ${excerpt(text)}`,
    }));
}

;// CONCATENATED MODULE: ./build/src/check/rules/timeline-gap.js
/** An hour of an open incident of which nothing is told is where the lessons tend to be. */

const timelineGap = {
    meta: {
        id: "timeline-gap",
        severity: "warning",
        why: "An hour of an open incident of which nothing is told is where the lessons tend to be.",
        fix: "Add what went on, or a row such as `15:00 UTC \u2014 Nothing known until 16:40 UTC`.",
        wrong: "- 14:38 UTC \u2014 Acknowledged\n- 17:18 UTC \u2014 Resolved",
        right: "- 14:38 UTC \u2014 Acknowledged\n- 14:50 UTC \u2014 Nothing known until 17:18 UTC\n- 17:18 UTC \u2014 Resolved",
    },
    run: timeline_gap_run,
};
const LONGEST_GAP_MS = 60 * MINUTE_MS;
function timeline_gap_run(source) {
    const { created, resolved } = source.values;
    if (created === null || resolved === null)
        return { nothing: "its two ends are not known" };
    const open = timedRows(source).filter(({ at }) => at >= created - MINUTE_MS && at <= resolved + MINUTE_MS);
    const gaps = open.flatMap((row, index) => {
        const next = open[index + 1];
        // Between a resolve and a reopening nobody was at work.
        const isTold = /^Resolved\b|\buntil\b/.test(row.text);
        return next === undefined || next.at - row.at <= LONGEST_GAP_MS || isTold ? [] : [{ row, next }];
    });
    const [longest] = gaps.toSorted((a, b) => b.next.at - b.row.at - (a.next.at - a.row.at));
    if (longest === undefined)
        return [];
    const minutes = Math.floor((longest.next.at - longest.row.at) / MINUTE_MS);
    const more = gaps.length === 1 ? "" : `, the longest of ${gaps.length} such gaps`;
    return [
        {
            line: longest.next.line,
            message: `Of the ${minutes} minutes before ${shownRow(longest.next)} nothing is told${more}.`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/check/rules/timeline-order.js
/** Cause comes before effect only in the order of time. */

const timelineOrder = {
    meta: {
        id: "timeline-order",
        severity: "error",
        why: "Cause comes before effect only in the order of time.",
        fix: "Sort the rows by time; one on another day than the incident's first carries its date.",
        wrong: "- 15:18 UTC \u2014 Resolved\n- 14:32 UTC \u2014 Triggered",
        right: "- 14:32 UTC \u2014 Triggered\n- 15:18 UTC \u2014 Resolved",
    },
    run: timeline_order_run,
};
function timeline_order_run(source) {
    if (source.timeline.length === 0)
        return { nothing: "the timeline has no rows" };
    const findings = [];
    let last = Number.NEGATIVE_INFINITY;
    for (const row of timedRows(source).filter(({ block }) => !block.isFolded)) {
        if (row.at < last)
            findings.push({ line: row.line, message: `The row ${shownRow(row)} stands after a later one.` });
        else
            last = row.at;
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/src/check/rules/timeline-second.js
/** Of two lists of times, readers cannot know which one is compared with the record. */

const timelineSecond = {
    meta: {
        id: "timeline-second",
        severity: "error",
        why: "Of two lists of times, readers cannot know which one is compared with the record.",
        fix: "Move its rows to the timeline, each with its source.",
        wrong: "## Impact\n\n- 14:40 UTC \u2014 Errors rose\n- 14:52 UTC \u2014 Errors fell",
        right: "## Impact\n\nErrors rose at 14:40 UTC and fell at 14:52 UTC.",
    },
    run: timeline_second_run,
};
const FEWEST = 2;
function timeline_second_run({ sections, values }) {
    const created = values.created ?? 0;
    return sections
        .filter(({ key }) => key !== "timeline")
        .flatMap(({ heading, blocks, line }) => {
        const rows = blocks.filter(({ kind, words }) => kind !== "code" && (0,parse/* readRow */.zK)(words, created) !== null);
        const [first] = rows;
        return first === undefined || rows.length < FEWEST
            ? []
            : [
                {
                    line: first.line,
                    message: `A second list of times stands ${heading === "" ? "before the sections" : `in the section of line ${line}`}.`,
                },
            ];
    });
}

;// CONCATENATED MODULE: ./build/src/check/rules/timeline-source.js
/** What is added to the record must be read somewhere, or it is invented. */



const timelineSource = {
    meta: {
        id: "timeline-source",
        severity: "error",
        why: "What is added to the record must be read somewhere, or it is invented.",
        fix: "End the row with a link, a commit or pull request with its repository, or `(source: PagerDuty note of 14:44 UTC)`.",
        needs: ["record", "template"],
        wrong: "- 14:41 UTC \u2014 The queue grew (source: logs)",
        right: "- 14:41 UTC \u2014 The queue grew ([graph](https://app.datadoghq.com/dashboard/queue))",
    },
    run: timeline_source_run,
};
// As the skeleton has it by the webhook's word: PagerDuty's REST API does not tell when an incident was reopened.
const REOPENED = "Reopened";
// What is not known has no source.
const NOTHING_KNOWN = /^Nothing known until (?:\d{4}-\d\d-\d\d )?\d\d?:\d\d UTC\.?$/;
function timeline_source_run(source, context) {
    const resolved = context.record?.timeline.find(({ what }) => /^Resolved\b/.test(what))?.at ?? null;
    const added = compare(source, context).added.filter(({ text, at }) => !NOTHING_KNOWN.test(text) && !(text === REOPENED && resolved !== null && at >= resolved - MINUTE_MS));
    if (added.length === 0)
        return { nothing: "no row was added to the record's" };
    const flaws = new Map(added.map(({ block }) => [
        block,
        flawOf(block.passages.flatMap((passage) => sourcesIn(passage, source, context))),
    ]));
    return added.flatMap((row) => {
        const flaw = flaws.get(row.block) ?? null;
        const above = rowAbove(row, source);
        // A list below a row tells more of it, from the same source.
        const isCovered = flaw === "none" && above !== undefined && flaws.get(above.block) === null;
        return isCovered ? [] : timeline_source_findingOf(row, flaw);
    });
}
/** The row in whose own list another one stands. */
function rowAbove({ block }, { timeline }) {
    const before = timeline.slice(0, timeline.findIndex((row) => row.block === block));
    return before.findLast((row) => row.block.depth < block.depth);
}
function timeline_source_findingOf(row, flaw) {
    const { line } = row;
    if (flaw === null)
        return [];
    if (flaw === "none")
        return [{ line, message: `The added row ${shownRow(row)} has no source.` }];
    if (flaw.state === "absent")
        return [{ line, message: `The source of an added row does not exist: ${flaw.shown}.` }];
    const { why, fix } = flaw.doubt;
    return [{ line, severity: "warning", message: `An added row is from ${flaw.shown}, and ${why}.`, fix }];
}

;// CONCATENATED MODULE: ./build/src/check/rules/timeline-untimed-row.js
/** What has no time cannot be placed in the story. */



const timelineUntimedRow = {
    meta: {
        id: "timeline-untimed-row",
        severity: "warning",
        why: "What has no time cannot be placed in the story.",
        fix: "Begin the row with its time, or move it to another section.",
        wrong: "- Then the queue grew",
        right: "- 14:41 UTC \u2014 The queue grew ([graph](https://app.datadoghq.com/dashboard/queue))",
    },
    run: timeline_untimed_row_run,
};
function timeline_untimed_row_run(source) {
    if (source.timeline.length === 0)
        return { nothing: "the timeline has no rows" };
    if (source.timeline.every(({ at }) => at === null) ||
        (0,parse/* blocksWith */.nU)(source, "timeline").some(({ kind }) => kind === "heading"))
        return { nothing: "the timeline is no list of times" };
    // Another form of time is another rule's, and lists within a row tell more of it.
    return source.timeline
        .filter((row) => row.at === null && row.block.depth === 1 && !isOtherwiseTimed(row))
        .map(({ line, text }) => ({
        line,
        message: `The row has no time: ${excerpt(text)}`,
    }));
}

;// CONCATENATED MODULE: ./build/src/check/rules.js
/** All rules of the check, in the order in which they are documented. */

















































const RULES = [
    frontMatterSchema,
    frontMatterKeys,
    frontMatterRecord,
    frontMatterTimes,
    frontMatterDuration,
    frontMatterStatus,
    frontMatterFileName,
    frontMatterOneFile,
    frontMatterSession,
    frontMatterTrigger,
    frontMatterTriggerLanded,
    frontMatterRootCause,
    frontMatterCauses,
    recordMissingLine,
    recordAlteredLine,
    timelineOrder,
    timelineForm,
    timelineUntimedRow,
    timelineSource,
    timelineChangeLanded,
    timelineClock,
    timelineGap,
    timelineSecond,
    structureMissingSection,
    structureSectionOrder,
    structureEmptySection,
    structurePlaceholder,
    claimUnmarked,
    claimUnsourced,
    claimAbsentSource,
    claimAbsentReference,
    claimContradiction,
    actionItemCheckbox,
    actionItemDoneWhen,
    actionItemDue,
    actionItemKind,
    actionItemOwner,
    actionItemTwice,
    peopleFinal,
    peoplePart,
    peopleQuestionAnswered,
    peopleQuestionRemoved,
    safetyHiddenText,
    safetyMisleadingLink,
    safetyPersonalData,
    safetySecret,
    languageBlame,
    languageHumanError,
    languageName,
];

;// CONCATENATED MODULE: ./build/src/check/run.js
/** A pull request's postmortems in, findings out: each is compared with the record of its incident. */






const MOST_POSTMORTEMS = 50;
/** Runs every rule that is on and can run; what cannot be had is a sentence in `notRun`, never a finding. */
function check(options) {
    return checkWith(RULES, options);
}
/** The same with other rules, for tests of the engine. */
async function checkWith(all, options) {
    const rules = all.flatMap((rule) => {
        const severity = options.severities[rule.meta.id] ?? rule.meta.severity;
        return severity === "off" ? [] : [{ ...rule, severity }];
    });
    const [notRun, nothingToCheck] = [new Set(), new Set()];
    const run = { options, rules, references: null, records: new Map(), notRun, nothingToCheck };
    const postmortems = options.postmortems.slice(0, MOST_POSTMORTEMS);
    const over = options.postmortems.length - postmortems.length;
    if (over > 0)
        notRun.add(`${over} of the postmortems are not checked: one run takes ${MOST_POSTMORTEMS}.`);
    const read = postmortems.map(({ file, text }) => readOne(file, text, options.sections));
    const sources = read.flatMap((one) => ("tree" in one ? [one] : []));
    run.references = await referencesFor(sources, run);
    const findings = read.flatMap((one) => ("tree" in one ? [] : [one]));
    for (const source of sources)
        findings.push(...(await run_findingsIn(source, run)));
    return {
        files: postmortems.map(({ file }) => file),
        removed: options.removed,
        findings: (await redactMessages(findings, options.allow)).sort((a, b) => order(a.file, b.file) || a.line - b.line),
        notRun: [...notRun],
        nothingToCheck: [...nothingToCheck],
    };
}
function readOne(file, text, names) {
    const source = text === null
        ? { problem: "it is not in the checkout as a plain file" }
        : (0,parse/* parsePostmortem */.qL)(file, text, names);
    if (!("problem" in source))
        return source;
    return {
        rule: "unreadable",
        severity: namedIncidentOf(file) === null ? "warning" : "error",
        file,
        line: 1,
        message: `The postmortem is not checked: ${source.problem}.`,
        fix: "Make it a Markdown file that people could read, too.",
    };
}
async function referencesFor(sources, run) {
    const { readReferences, repositories = [] } = run.options;
    if (sources.length === 0 || idsOf(run.rules, "references").length === 0)
        return null;
    if ("absent" in readReferences)
        return lacks(run, "references", readReferences.absent);
    const references = await readReferences(sources.flatMap((source) => lookupsOf(source, homeOf(source, run), repositories)));
    for (const sentence of references.notChecked)
        run.notRun.add(sentence);
    return references;
}
function homeOf({ values }, { options }) {
    const { repository, serverUrl } = options;
    return { repository, serverUrl, incident: values.number };
}
function idsOf(rules, need) {
    return rules.filter(({ meta }) => meta.needs?.includes(need)).map(({ meta }) => meta.id);
}
/** Says which rules did not run, and why. */
function lacks({ rules, notRun }, need, why, file) {
    const ids = idsOf(rules, need).join(", ");
    if (ids !== "")
        notRun.add(`${file === undefined ? "" : `${file}: `}${ids} did not run: ${why}.`);
    return null;
}
async function run_findingsIn(source, run) {
    const { names, author = null, allow = [], pullRequest = null, ...options } = run.options;
    const home = homeOf(source, run);
    const unknown = { record: null, references: null, skeleton: null, author: null, sessions: [] };
    const incidentId = incidentOfFile(source);
    if (incidentId === null)
        return findingsInOther(source, run, { ...unknown, names, allow, home, pullRequest });
    const record = await recordFor(source, incidentId, run);
    const similar = record === null ? [] : await options.expectedPast?.(source, record);
    const { skeleton, problem } = options.skeletons(source, incidentId, record, similar);
    if (problem !== null)
        run.notRun.add(`${source.file}: the template's sections are not checked: ${problem}.`);
    if (author === null)
        lacks(run, "author", "nobody knows whether a person or a bot is the author");
    const sessions = record === null ? [] : await sessionsFor(source, incidentId, run);
    const { references } = run;
    const context = { record, references, skeleton, author, sessions, names, allow, home, pullRequest };
    const rules = run.rules.filter(({ meta }) => (meta.needs ?? []).every((need) => hasNeed(context, need)));
    return runAll(rules, source, context, run);
}
function hasNeed(context, need) {
    return context[need === "template" ? "skeleton" : need] !== null;
}
/** A file that names no incident is no postmortem: what is unsafe in it is all that counts, and only as a warning. */
async function findingsInOther(source, run, context) {
    const rules = run.rules
        .filter(({ meta }) => meta.id.startsWith("safety-") && meta.needs === undefined)
        .map((rule) => ({ ...rule, severity: "warning" }));
    const findings = await runAll(rules, source, context, run);
    run.nothingToCheck.add(`${source.file}: it names no incident, so only the rules of safety ran.`);
    return [
        {
            rule: "no-incident",
            severity: "warning",
            file: source.file,
            line: 1,
            message: "The file names no incident, so it is not checked as a postmortem.",
            fix: "Give a postmortem its front matter with `incident:`; move any other document to another folder.",
        },
        ...findings,
    ];
}
async function runAll(rules, source, context, { nothingToCheck }) {
    const findings = [];
    const idle = new Map();
    for (const { meta, severity, run } of rules) {
        const result = await run(source, context);
        if ("nothing" in result)
            idle.set(result.nothing, [...(idle.get(result.nothing) ?? []), meta.id]);
        else
            findings.push(...result.map((found) => ({ rule: meta.id, severity, file: source.file, fix: meta.fix, ...found })));
    }
    for (const [why, ids] of idle)
        nothingToCheck.add(`${source.file}: ${ids.join(", ")} had nothing to look at: ${why}.`);
    return findings;
}
async function recordFor(source, incidentId, run) {
    const { readRecord } = run.options;
    if (idsOf(run.rules, "record").length === 0)
        return null;
    if ("absent" in readRecord)
        return lacks(run, "record", readRecord.absent);
    const { file, values } = source;
    if (namedIncidentOf(file) !== values.incident)
        return lacks(run, "record", RECORD_WITHHELD, file);
    const asked = run.records.get(incidentId) ?? readRecord(incidentId, regionOf(source));
    run.records.set(incidentId, asked);
    const record = await asked;
    if ("problem" in record)
        return lacks(run, "record", record.problem, file);
    for (const part of record.missing.filter(isLogMissing))
        run.notRun.add(`${file}: the record is not whole, so no row counts as added. ${part}`);
    return record;
}
async function sessionsFor({ file }, incidentId, { options, notRun }) {
    const read = (await options.readSessions?.(incidentId)) ?? [];
    if (!("problem" in read))
        return read;
    notRun.add(`${file}: the session's own address is not known, so any of Devin's will do. ${read.problem}`);
    return [];
}
function order(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/check/selection.js
/** Which of the changed files are postmortems. */
// What stands beside postmortems without being one.
const OTHER = /(?:^|\/)_?(?:readme|index|template)\.[a-z]{2,8}$/i;
/** The Markdown below the directory, its subfolders included, in the order given. */
function selectPostmortems(paths, directory) {
    const below = paths.filter((path) => path.startsWith(`${directory}/`) && !OTHER.test(path));
    return {
        postmortems: below.filter((path) => /\.(?:md|markdown)$/i.test(path)),
        notChecked: below
            .filter((path) => /\.mdx$/i.test(path))
            .map((path) => `${path} is not checked: MDX is a program as much as a text.`),
    };
}

// EXTERNAL MODULE: ./build/src/devin/tags.js
var devin_tags = __webpack_require__(2613);
// EXTERNAL MODULE: ./build/src/github/client.js + 2 modules
var client = __webpack_require__(1446);
;// CONCATENATED MODULE: ./build/src/github/pull-request.js
/** A pull request as GitHub tells it: the files that it changes, and files as they are at its base. */



// Reading twice does no harm.
const TRIES = 3;
const PER_PAGE = 100;
/** @see https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
const MOST_PAGES = 30;
const fileSchema = schemas/* object */.Ikc({
    filename: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    /** The old name of a file that is renamed. */
    previous_filename: schemas/* string */.YjP().optional(),
});
const contentSchema = schemas/* object */.Ikc({ content: schemas/* string */.YjP(), encoding: schemas/* literal */.euz("base64") });
const folderSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), type: schemas/* string */.YjP() }));
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
        async readHead(number) {
            const { head } = await github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", { ...at, pull_number: number }, {
                attempt: "Reading the head of the pull request",
                remedy,
                schema: schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) }),
                tries: TRIES,
            });
            return head.sha;
        },
        async readFile(path, commit) {
            const found = await contents(path, commit, contentSchema);
            return found === null ? null : Buffer.from(found.content, "base64").toString("utf8");
        },
        async listFolder(path, commit) {
            const found = await contents(path, commit, folderSchema);
            return (found ?? []).filter(({ type }) => type !== "dir").map(({ name }) => name);
        },
    };
    async function contents(path, ref, schema) {
        try {
            return await github.request("GET /repos/{owner}/{repo}/contents/{path}", { ...at, path, ref }, { attempt: "Reading a file of the pull request's base", remedy, schema, tries: TRIES });
        }
        catch (error) {
            if (error instanceof lib_errors/* RequestError */.GI && error.status === 404)
                return null;
            throw error;
        }
    }
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
    const { answers, failure } = await askAll(options, asked.flatMap(references_lookupsOf));
    const hidden = asked.filter(({ key }) => answers.get(key)?.state === "unreadable");
    const over = citations.size - asked.length;
    const found = [...citations.keys()].map((key) => [key, answers.get(key) ?? { state: "unreadable" }]);
    return {
        answers: Object.fromEntries(found),
        notChecked: [
            ...(failure === null ? [] : [failure]),
            ...unreadable(hidden),
            ...(over > 0 ? [`${count(over)} not checked: GitHub is asked for ${MOST} at most.`] : []),
        ],
    };
}
function unreadable(citations) {
    const repositories = Map.groupBy(citations, repositoryOf);
    return [...repositories].map(([repository, { length }]) => `${count(length)} not checked in ${repository}: the github-token may not read it, or there is no such repository.`);
}
function count(amount) {
    return amount === 1 ? "1 reference is" : `${amount} references are`;
}
function references_lookupsOf(citation) {
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
        if (error instanceof lib_errors/* RequestError */.GI)
            return { answers, failure: error.message };
        throw error;
    }
}
// A file is absent only if it is absent under each reading of its address.
function betterOf(one, other) {
    const ranks = ["found", "unreadable", "absent"];
    return ranks.indexOf(one.state) <= ranks.indexOf(other.state) ? one : other;
}
const time = schemas/* string */.YjP().nullish().catch(null);
const nodeSchema = schemas/* object */.Ikc({
    __typename: schemas/* string */.YjP().catch(""),
    committedDate: time,
    createdAt: time,
    mergedAt: time,
});
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
const references_NUMBERED = "{ __typename ... on PullRequest { createdAt mergedAt } }";
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
function foundOf({ citation }, { __typename, committedDate, createdAt, mergedAt }) {
    const landedAt = Date.parse(committedDate ?? mergedAt ?? "");
    const openedAt = Date.parse(createdAt ?? "");
    const kinds = { commit: "commit", file: "file", number: "issue" };
    return {
        state: "found",
        kind: __typename === "PullRequest" ? "pull request" : kinds[citation.kind],
        landedAt: citation.kind === "file" || Number.isNaN(landedAt) ? null : landedAt,
        ...(Number.isNaN(openedAt) ? {} : { openedAt }),
    };
}

// EXTERNAL MODULE: ./build/src/postmortem/directory.js
var directory = __webpack_require__(887);
;// CONCATENATED MODULE: ./build/src/jobs/base-configuration.js
/** The configuration by which a pull request is checked: that of its base, so that it cannot switch off its own check. */

/** Reads the configuration at a commit, by the same rules as in a checkout. */
async function loadBaseConfiguration(client, commit, path) {
    const paths = (0,configuration_file/* configPaths */.hg)(path);
    const texts = await Promise.all(paths.map((name) => client.readFile(name, commit)));
    const isThere = texts.some((text) => text !== null);
    // Beside the file a near name does no harm, so only where the file is missing two requests are spent on that.
    const folders = isThere ? [] : [".github", "."];
    const names = await Promise.all(folders.map((folder) => client.listFolder(folder.replace(/^\.$/, ""), commit)));
    return (0,configuration_file/* findConfiguration */.oN)({
        look: (name) => {
            const text = texts[paths.indexOf(name)] ?? null;
            return text === null ? { kind: "missing" } : { kind: "file", text };
        },
        list: (folder) => names[folders.indexOf(folder)] ?? [],
    }, path);
}

// EXTERNAL MODULE: ./build/src/pagerduty/request.js
var request = __webpack_require__(3688);
// EXTERNAL MODULE: ./build/src/policy/gate.js + 5 modules
var gate = __webpack_require__(7749);
// EXTERNAL MODULE: ./build/src/redact/record.js + 2 modules
var redact_record = __webpack_require__(4138);
// EXTERNAL MODULE: ./build/src/jobs/trigger.js
var trigger = __webpack_require__(2106);
;// CONCATENATED MODULE: ./build/src/jobs/check-record.js
/** The record of an incident for the check, which must be no way to read an incident that its reader may not see. */







/** Makes the reader of a record by the incident's id; `config` is the base's. */
function createRecordReader(context, config, listSessions) {
    return async (id, region) => {
        try {
            const asked = { reference: { kind: "id", id, region }, runId: "", actor: "" };
            const { record } = await (0,trigger/* triggerByHand */.r0)(context, asked);
            return (await mayBeShown(record, config, listSessions))
                ? await (0,redact_record/* redactRecord */.h)(record, config)
                : { problem: RECORD_WITHHELD };
        }
        catch (error) {
            if (!(error instanceof lib_errors/* RequestError */.GI))
                throw error;
            return { problem: error.status === 404 ? RECORD_WITHHELD : (0,request/* reasonOf */.A3)(error) };
        }
    };
}
/** Whether the base's rules allow the incident a postmortem, or a person asked for it. */
async function mayBeShown(record, config, listSessions) {
    const { outcome } = (0,gate/* passGate */.l)({
        record,
        policy: config,
        notReadyBecause: null,
        requestedBy: null,
        hasCapacity: true,
        isDryRun: false,
    });
    if (outcome === "passed")
        return true;
    const sessions = await listSessions(record.incident.id);
    return sessions.some(({ tags }) => (0,devin_tags/* isByHand */.Hv)(tags));
}

// EXTERNAL MODULE: ./build/src/jobs/context.js + 4 modules
var jobs_context = __webpack_require__(8130);
// EXTERNAL MODULE: ./build/src/jobs/load-config.js
var load_config = __webpack_require__(9479);
// EXTERNAL MODULE: ./build/src/devin/session.js
var devin_session = __webpack_require__(9122);
// EXTERNAL MODULE: ./build/src/incident/patterns.js
var patterns = __webpack_require__(2525);
// EXTERNAL MODULE: ./build/src/postmortem/file.js
var postmortem_file = __webpack_require__(3560);
// EXTERNAL MODULE: ./build/src/prompt/first-line.js
var first_line = __webpack_require__(9497);
// EXTERNAL MODULE: ./build/src/prompt/messages.js
var messages = __webpack_require__(5854);
// EXTERNAL MODULE: ./build/src/prompt/prompt.js + 1 modules
var prompt_prompt = __webpack_require__(344);
// EXTERNAL MODULE: ./build/src/jobs/result.js
var result = __webpack_require__(7273);
;// CONCATENATED MODULE: ./build/src/jobs/mending.js
/** Mending: what the check found goes to the session that wrote it, or the summary says who must act. */








const PEOPLE = "whoever pushed last mends the findings";
/**
 * Sends the errors to the incident's live session, once per head and at most `mend.rounds` times per pull request;
 * resolves with one sentence on who acts now. `readHead` gives the pull request's head at this moment.
 */
async function mend(context, config, pullRequest, errors, readHead) {
    const { number, head, isByBot, isPushedByPerson } = pullRequest;
    if (!isByBot || isPushedByPerson)
        return `A person pushed last: ${PEOPLE}.`;
    if (config.mend.rounds === 0)
        return `mend.rounds is 0, so Devin is not told: ${PEOPLE}.`;
    if (head === null || context.inputs["dry-run"])
        return `Devin is not told: ${PEOPLE}.`;
    if (context.inputs["devin-api-key"] === undefined)
        return "Without devin-api-key the session is not told: comment on the pull request, or mend the findings yourself.";
    try {
        const owned = await findOwner(context, pullRequest, errors);
        if (owned === null)
            return "No live session of Devin's owns this pull request: mend the findings yourself, or draft the incident by hand.";
        const name = (0,devin_session/* linkOf */.IJ)(owned.session);
        const devin = context.devin();
        const own = await devin.listMessages(owned.session.id);
        if ((0,messages/* lastAsked */.Nb)(owned.session.tags, own)?.ask === "hold")
            return `The incident is open again and the session ${name} holds: the check after its next resolve decides.`;
        const others = owned.sessions.filter((one) => one !== owned.session);
        const told = await Promise.all(others.map(({ id }) => devin.listMessages(id)));
        const rounds = roundsIn([own, ...told].flat(), context.repository, number);
        if (rounds.includes(head))
            return `The session ${name} was told of this commit already.`;
        if (rounds.length >= config.mend.rounds)
            return `Devin was told ${rounds.length} times (mend.rounds), so now a person mends the findings.`;
        if ((await readHead()) !== head)
            return "The pull request has a newer commit, whose own check decides.";
        const boundary = (0,prompt_prompt/* boundaryOf */.iH)(() => crypto.randomUUID());
        const { repository } = context;
        const findings = owned.errors.map(({ rule, file, line, message, fix }) => ({
            rule,
            file,
            line,
            message,
            fix,
        }));
        await devin.sendMessage(owned.session.id, (0,messages/* buildMending */.ti)({ repository, number, head, findings, boundary }));
        const isTold = `The session ${name} was told to mend the errors; its next push is checked again.`;
        const areAllTold = owned.errors.length === errors.length;
        return areAllTold ? isTold : `${isTold} A person mends the other errors, which are not in its file.`;
    }
    catch (error) {
        return `Devin could not be told. ${(0,result/* failuresOf */.dJ)(error).join(" ")}`;
    }
}
async function findOwner({ devin }, { branch, url }, errors) {
    const named = /^postmortem\/(.+)$/.exec(branch ?? "")?.[1];
    const byIncident = Map.groupBy(errors, ({ file }) => incidentIn(file));
    for (const [incidentId, own] of byIncident) {
        if (incidentId === null)
            continue;
        const sessions = await devin().listSessions((0,devin_tags/* incidentTag */.fZ)(incidentId));
        const isNamed = ({ pullRequests }) => url !== null && pullRequests.some((one) => one.toLowerCase() === url.toLowerCase());
        const session = sessions.find((one) => (0,devin_session/* isAlive */._n)(one) && (incidentId === named || isNamed(one)));
        if (session !== undefined)
            return { session, sessions, errors: own };
    }
    return null;
}
function incidentIn(file) {
    const [id = null] = (0,postmortem_file/* incidentsOf */.D3)([file.slice(file.lastIndexOf("/") + 1)]);
    return id !== null && patterns/* incidentIdPattern */.SU.test(id) ? id : null;
}
/** The heads of which messages told, for this pull request. */
function roundsIn(messages, repository, number) {
    return messages.flatMap((message) => {
        const line = (0,first_line/* readFirstLine */.Lc)(message);
        const isOurs = line?.kind === "check" &&
            line.number === number &&
            line.repository.toLowerCase() === repository.toLowerCase();
        return isOurs ? [line.head] : [];
    });
}

// EXTERNAL MODULE: ./build/src/jobs/seen-before.js + 1 modules
var seen_before = __webpack_require__(7733);
;// CONCATENATED MODULE: ./build/src/jobs/check.js
/** The check of a pull request as one run does it: read, compared, and reported. */



















const eventSchema = schemas/* object */.Ikc({
    pull_request: schemas/* object */.Ikc({
        number: schemas/* int */.Whr().positive(),
        base: schemas/* object */.Ikc({ sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/) }),
        /** A fork that was deleted since is null. */
        user: schemas/* object */.Ikc({ type: schemas/* string */.YjP() }).nullish(),
        html_url: schemas/* url */.OZ5().nullable().catch(null),
        head: schemas/* object */.Ikc({
            sha: schemas/* string */.YjP()
                .regex(/^[0-9a-f]{40,64}$/)
                .nullable()
                .catch(null),
            ref: schemas/* string */.YjP().nullable().catch(null),
            repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullable(),
        }),
    }),
});
/** Who pushed what is checked; GitHub says so where commits were added. */
const pushSchema = schemas/* object */.Ikc({ action: schemas/* string */.YjP(), sender: schemas/* object */.Ikc({ type: schemas/* string */.YjP() }).nullish() });
const REPAIRED = "the pull request repairs the configuration, which cannot be read at its base";
/**
 * Checks the postmortems that the pull request changes. Configuration and templates are those of its base, so that it
 * cannot switch off its own check. Errors fail the run, warnings do not.
 */
async function checkPullRequest(context) {
    const { inputs, repository, serverUrl, files } = context;
    const pullRequest = readEvent(context);
    if (!(0,configuration_file/* isCheckout */.VI)(files))
        throw new lib_errors/* SettingsError */.GN([configuration_file/* NO_CHECKOUT */.xV]);
    const github = (0,jobs_context/* connectGitHub */.UY)(context);
    if (github === null)
        throw new lib_errors/* SettingsError */.GN(["github-token is empty; the check asks GitHub with it which files are changed"]);
    const client = createPullRequestClient(github, repository);
    const base = pullRequest.base.sha;
    const { config, problems, warnings, source } = await loadBaseConfiguration(client, base, inputs.config);
    if (config === null) {
        const repaired = await checkRepair(context, client, pullRequest.number);
        if (repaired !== null)
            return repaired;
        throw new lib_errors/* SettingsError */.GN(problems.map((problem) => `At the base of the pull request: ${problem}`));
    }
    // Without a token for PagerDuty there is nothing of PagerDuty's to be published.
    if (inputs["pagerduty-token"] !== undefined)
        await (0,load_config/* assertRepositoryPrivate */.sY)(context, config);
    const changed = await changedPostmortems(client, pullRequest.number, config);
    const { templates, missing } = await readTemplates(client, base, config);
    const listSessions = sessionsOnce(context);
    const checked = await check({
        postmortems: changed.files.map((file) => ({ file, text: files.read(file) })),
        removed: changed.removed,
        names: [...changed.files, ...(0,directory/* listMarkdown */.A)(files, config.directory)],
        severities: config.check,
        sections: config.sections,
        author: authorOf(pullRequest),
        pullRequest: pullRequest.number,
        allow: config.allow,
        skeletons: createSkeletons(templates, config.sections),
        readRecord: recordReader(context, pullRequest, config, listSessions),
        expectedPast: (source, record) => (0,seen_before/* expectedPast */.v)(source, record, { files, config, unmerged: new Set(changed.all) }),
        readSessions: (id) => addressesOf(listSessions(id)),
        readReferences: (citations) => readReferences({ citations, github }),
        repository,
        repositories: config.devin.repos ?? [],
        serverUrl,
    });
    const inHead = await checkHead({
        touched: changed.touched,
        base: { config, warnings, source },
        load: () => context.loadConfiguration(inputs.config),
        read: files.read,
    });
    const result = resultOf({
        ...checked,
        findings: [...inHead, ...checked.findings],
        notRun: [...changed.notListed, ...missing, ...checked.notRun],
    });
    const errors = result.checked.findings.filter(({ severity }) => severity === "error");
    const next = errors.length > 0
        ? await mend(context, config, mendedOf(context, pullRequest), errors, () => client.readHead(pullRequest.number))
        : null;
    const { head } = pullRequest;
    const filesUrl = head.sha === null ? null : `${serverUrl}/${head.repo?.full_name ?? repository}/blob/${head.sha}`;
    return { ...result, filesUrl, next, configuration: source, warnings };
}
/** What a pull request brings that mends a configuration which its base has broken; null where it may change a postmortem. */
async function checkRepair({ inputs, files, loadConfiguration }, client, number) {
    const listed = await client.listFiles(number);
    const isMarkdown = listed.files.some(({ filename }) => /\.(?:md|markdown|mdx)$/i.test(filename));
    if (isMarkdown || !listed.isWhole)
        return null;
    const head = await loadConfiguration(inputs.config);
    const { config, warnings, source } = head;
    if (config === null)
        return null;
    const findings = await checkHead({
        touched: touchedBy(listed.files),
        base: { config, warnings, source },
        load: () => Promise.resolve(head),
        read: files.read,
    });
    return findings.length === 0
        ? (0,result/* nothingToDo */.KN)("check", REPAIRED)
        : resultOf({ files: [], removed: [], findings, notRun: [], nothingToCheck: [] });
}
function authorOf({ user }) {
    if (user?.type === "Bot")
        return "bot";
    return user?.type === "User" ? "person" : null;
}
/** Asks Devin once for each incident, though two parts of the check want to know; none without a key. */
function sessionsOnce({ inputs, devin }) {
    const asked = new Map();
    return async (incidentId) => {
        if (inputs["devin-api-key"] === undefined)
            return [];
        const sessions = asked.get(incidentId) ?? devin().listSessions((0,devin_tags/* incidentTag */.fZ)(incidentId));
        asked.set(incidentId, sessions);
        return await sessions;
    };
}
/** The addresses of an incident's sessions, or why they are not known. */
async function addressesOf(sessions) {
    try {
        return (await sessions).flatMap(({ url }) => url || []);
    }
    catch (error) {
        return { problem: (0,result/* failuresOf */.dJ)(error).join("; ") };
    }
}
function readEvent({ event }) {
    const parsed = event.name === "pull_request" ? eventSchema.safeParse(event.payload) : null;
    if (parsed?.success)
        return parsed.data.pull_request;
    throw new lib_errors/* SettingsError */.GN([
        "The job check needs the event pull_request, which tells what to compare; on your own machine use `npm run check`",
    ]);
}
/** All paths that a pull request adds, changes or removes, the old names of renamed files included. */
function touchedBy(files) {
    return files.flatMap(({ filename, previous_filename = [] }) => [filename, previous_filename].flat());
}
/** The postmortems among the changed files, and all that are not removed. */
async function changedPostmortems(client, number, { directory }) {
    const { files, isWhole } = await client.listFiles(number);
    const all = files.flatMap(({ filename, status }) => (status === "removed" ? [] : [filename]));
    const { postmortems, notChecked } = selectPostmortems(all, directory);
    // One that is moved to where nobody looks for postmortems is gone as well.
    const gone = files.flatMap(({ filename, status, previous_filename }) => {
        if (status === "removed")
            return [filename];
        // Of a copy, GitHub names the original, which stays.
        return status !== "renamed" || postmortems.includes(filename) ? [] : (previous_filename ?? []);
    });
    return {
        all,
        touched: touchedBy(files),
        files: postmortems,
        removed: selectPostmortems(gone, directory).postmortems,
        notListed: [
            ...notChecked,
            ...(isWhole ? [] : ["GitHub lists the first 3,000 files of a pull request, and this one has more."]),
        ],
    };
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
function recordReader(context, { head }, config, listSessions) {
    const { inputs, repository } = context;
    if (inputs["pagerduty-token"] !== undefined)
        return createRecordReader(context, config, listSessions);
    return {
        absent: isFork(head, repository)
            ? "the pull request comes from a fork, whose runs get no secrets, so there is no pagerduty-token"
            : "pagerduty-token is not set",
    };
}
/** A fork that was deleted since has no repository. */
function isFork({ repo }, repository) {
    return repo?.full_name.toLowerCase() !== repository.toLowerCase();
}
/** What mending needs of the event; a field that is missing is one that it does without. */
function mendedOf({ event, repository }, { number, user, html_url, head }) {
    const pushed = pushSchema.safeParse(event.payload).data;
    return {
        number,
        url: html_url,
        // Anybody can name the branch of a fork so.
        branch: isFork(head, repository) ? null : head.ref,
        head: head.sha,
        isByBot: user?.type === "Bot",
        isPushedByPerson: pushed?.action === "synchronize" && pushed.sender?.type !== "Bot",
    };
}
function resultOf(checked) {
    const errors = (0,report/* countOf */.pq)(checked, "error");
    return {
        kind: "check",
        job: "check",
        decision: "checked",
        reason: (0,report/* verdictOf */.Vj)(checked),
        checked,
        filesUrl: null,
        next: null,
        configuration: null,
        warnings: [],
        failures: errors > 0
            ? [`The check found ${(0,report/* verdictOf */.Vj)(checked)}: the table of the summary says where, and what to do.`]
            : [],
    };
}


/***/ }),

/***/ 7733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ expectedPast),
  G: () => (/* binding */ findPast)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/postmortem/alike.js
/** Which texts are like an incident: ranked by a search library, and silent where none is like it. */
/*
 * A file is shown where it stands out: it scores so many times what an ordinary file of the directory does, and at least
 * so much, which is about three rare words. `npm run seen-before` measures what comes of it.
 */
const TIMES_ORDINARY = 4;
const LEAST_SCORE = 16;
/** The best three may be relatives, so the one behind them is an ordinary file, or the upper quartile of many. */
const MOST_RELATIVES = 3;
/** It is also shown where it has so much of the incident's own score: what happens often has many relatives. */
const LEAST_SHARE = 0.35;
const SERVICE_WEIGHT = 0.25;
/** In characters: a text says first what it is about. */
const LONGEST_TEXT = 8_000;
/** Words with the same beginning count as one: expired, expires. */
const STEM = 6;
/** Texts of no words, so that a word which is in several of few texts is still a rare one. */
const BLANKS = 100;
const OWN = "";
/** Words that say nothing of what a text is about. */
const EMPTY = new Set(`a about above after again all also an and any are as at be because been before below but by can could do does down
  each every few for from had has have hour hours how if in into is it its just minute minutes more most new no not now of
  off on one only or other our out over per same second seconds since so some still than that the their them then there
  they this three through time times to two under until up was we were what when where which while who why will with
  without would yet you your`.split(/\s+/));
/** A Han character is a word of its own, since no space stands between words there. */
const WORD = /\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]{2,}/gv;
/** The paths of the files that are like it, the most alike first. */
async function rankAlike({ service, words }, files) {
    if (files.length === 0)
        return [];
    // Loaded only here: most runs have nothing to search.
    const { default: MiniSearch } = await __webpack_require__.e(/* import() */ 150).then(__webpack_require__.bind(__webpack_require__, 2150));
    const index = new MiniSearch({
        idField: "path",
        fields: ["text", "service"],
        tokenize: (terms) => terms.split(" "),
        processTerm: (term) => term,
    });
    const [wordTerms, serviceTerms] = [termsOf(words), termsOf(service ?? "")];
    // Other words can match nothing, and the length of a text does not count, so they are left out of the index.
    const known = new Set(`${wordTerms} ${serviceTerms}`.split(" "));
    index.addAll(files.map(({ path, text }) => ({
        path,
        text: termsOf(text, known),
        service: termsOf(serviceIn(text), known),
    })));
    // In a small directory of incidents that are all alike, the words that they share would count for nothing.
    index.addAll(Array.from({ length: BLANKS }, (_, number) => ({ path: `${number}`, text: "", service: "" })));
    // The incident itself is in the index, since its own score is a measure too.
    index.add({ path: OWN, text: wordTerms, service: serviceTerms });
    const found = index.search({
        combineWith: "OR",
        bm25: { k: 1.2, b: 0, d: 0.5 },
        queries: [
            { queries: [wordTerms], fields: ["text"] },
            { queries: [serviceTerms], fields: ["service"], boost: { service: SERVICE_WEIGHT } },
        ],
    });
    const scored = found
        .map(({ id, score, queryTerms }) => ({ id, score: score / queryTerms.length }))
        .sort((a, b) => b.score - a.score);
    // The first one is the incident.
    const ordinary = scored[1 + Math.max(MOST_RELATIVES, Math.floor(files.length / 4))]?.score ?? 0;
    const own = scored.find(({ id }) => id === OWN)?.score ?? 0;
    const least = Math.min(LEAST_SHARE * own, Math.max(LEAST_SCORE, TIMES_ORDINARY * ordinary));
    return scored.filter(({ id, score }) => id !== OWN && score >= least).map(({ id }) => id);
}
function serviceIn(text) {
    return /^service: {0,9}(.{0,200})$/m.exec(text)?.[1] ?? "";
}
/** The beginnings of the words, each once; only those that are among `known`. */
function termsOf(text, known) {
    const terms = new Set();
    const shown = text.slice(0, LONGEST_TEXT).normalize("NFC").toLowerCase();
    for (const word of shown.match(WORD) ?? []) {
        const term = word.slice(0, STEM);
        if (!EMPTY.has(word) && known?.has(term) !== false)
            terms.add(term);
    }
    return [...terms].join(" ");
}

// EXTERNAL MODULE: ./build/src/postmortem/directory.js
var directory = __webpack_require__(887);
// EXTERNAL MODULE: ./build/src/postmortem/markdown.js
var markdown = __webpack_require__(5155);
// EXTERNAL MODULE: ./build/src/postmortem/parse.js
var parse = __webpack_require__(3403);
// EXTERNAL MODULE: ./build/src/postmortem/past.js
var postmortem_past = __webpack_require__(5662);
// EXTERNAL MODULE: ./build/src/redact/text.js + 12 modules
var redact_text = __webpack_require__(4195);
;// CONCATENATED MODULE: ./build/src/jobs/seen-before.js
/** The merged postmortems that are like an incident: for its brief, its document and its check. */







/** The most similar postmortems of earlier incidents, redacted; none where none is similar. */
async function findPast(record, search) {
    const { most } = search.config["seen-before"];
    const texts = most === 0 ? [] : textsOf(search);
    const ranked = await rankAlike(wantedOf(record), texts);
    const found = new Map();
    for (const { path, text } of ranked.flatMap((alike) => texts.filter((one) => one.path === alike))) {
        if (found.size >= most)
            break;
        const past = (0,postmortem_past/* readPast */.r)(path, text, search.config.sections);
        if (past !== null && isBefore(past, record) && !found.has(past.incidentId))
            found.set(past.incidentId, past);
    }
    return await Promise.all([...found.values()].map((past) => redact(past, search)));
}
/**
 * What a postmortem should say of others: what is written of those that it names, and those that it could name beside
 * them. Items may have been ticked since it was written, so a number of open items counts that was true once.
 */
async function expectedPast(source, record, search) {
    const folder = external_node_path_.posix.dirname(source.file);
    const named = await Promise.all(namedIn(source, search).flatMap(({ path, count }) => {
        const past = (0,postmortem_past/* readPast */.r)(path, search.files.read(path) ?? "", search.config.sections);
        if (past === null || !isBefore(past, record))
            return [];
        const wasTrue = count !== null && count >= past.openItems && count <= past.items;
        return redact(wasTrue ? { ...past, openItems: count } : past, search);
    }));
    const paths = new Set(named.map(({ path }) => path));
    const others = (await findPast(record, search)).filter(({ path }) => !paths.has(path));
    const room = Math.max(0, search.config["seen-before"].most - named.length);
    return (0,postmortem_past/* linkedFrom */.I)(folder, [...named, ...others.slice(0, room)]);
}
/** The postmortems that the section links to, and how many open items it says that each has. */
function namedIn(source, search) {
    const folder = external_node_path_.posix.dirname(source.file);
    const known = new Set(pathsOf(search));
    const blocks = (0,parse/* blocksWith */.nU)(source, "seen-before");
    const named = blocks.flatMap(({ node, words }) => {
        const count = /(?<!\d)(\d{1,4}) items? not ticked$/.exec(words)?.[1];
        return [...(0,markdown/* nodesOf */.Nh)(node)].flatMap((one) => one.type === "link"
            ? { path: external_node_path_.posix.join(folder, decode(one.url)), count: count === undefined ? null : Number(count) }
            : []);
    });
    return [...new Map(named.map((one) => [one.path, one])).values()].filter(({ path }) => known.has(path));
}
function decode(url) {
    try {
        return decodeURIComponent(url);
    }
    catch {
        return url;
    }
}
function pathsOf({ files, config, unmerged }) {
    return (0,directory/* listMarkdown */.A)(files, config.directory).filter((path) => !unmerged.has(path));
}
function textsOf(search) {
    return pathsOf(search).flatMap((path) => {
        const text = search.files.read(path);
        return text === null ? [] : { path, text };
    });
}
/** What came after the end is left out, so that a check finds the same as the draft. */
function wantedOf({ incident, alerts, notes, resolvedAt }) {
    const isInTime = ({ at }) => resolvedAt === null || at <= resolvedAt;
    return {
        service: incident.service?.name ?? null,
        words: [
            incident.title ?? "",
            ...alerts.filter(isInTime).map(({ summary }) => summary),
            ...notes.filter(isInTime).map(({ text }) => text),
        ].join("\n"),
    };
}
function isBefore({ incidentId, created }, { incident, createdAt }) {
    return incidentId !== incident.id && (createdAt === null || created < createdAt);
}
async function redact(past, { config }) {
    const clean = async (words) => (words === null ? null : await (0,redact_text/* redactText */.Rd)(words, config));
    return {
        ...past,
        title: await (0,redact_text/* redactText */.Rd)(past.title, config),
        service: await clean(past.service),
        rootCause: await clean(past.rootCause),
        rootCauseWords: await clean(past.rootCauseWords),
        causes: await (0,redact_text/* redactTexts */.SG)(past.causes, config),
        openItemWords: await (0,redact_text/* redactTexts */.SG)(past.openItemWords, config),
    };
}


/***/ }),

/***/ 8633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ likenessOf)
/* harmony export */ });
/** How alike two texts are by their words. */
/** No space stands between the words of these scripts, so each of their characters counts as one. */
const WORD = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]|[[\p{L}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]]+/gv;
/**
 * Dice's coefficient of the sets of lower-case words: 1 for the same words, 0 for no common one.
 * @see https://en.wikipedia.org/wiki/Dice-S%C3%B8rensen_coefficient
 */
function likenessOf(one, other) {
    const [a, b] = [wordSetOf(one), wordSetOf(other)];
    const total = a.size + b.size;
    return total === 0 ? 0 : (2 * a.intersection(b).size) / total;
}
function wordSetOf(text) {
    // An escaped character is no word.
    const words = text
        .replace(/&#?\w{1,9};/g, " ")
        .normalize("NFC")
        .toLowerCase();
    return new Set(words.match(WORD) ?? []);
}


/***/ }),

/***/ 4138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ redactRecord)
});

// EXTERNAL MODULE: ./build/src/incident/record.js
var incident_record = __webpack_require__(1735);
;// CONCATENATED MODULE: ./build/src/incident/texts.js
/** The texts of a record that strangers wrote. */

// What PagerDuty itself gives out, and our own words.
const KEPT = new Set(["id", "url", "api_url", "created_at", "reopened_at", "merged_into", "kind", "when"]);
/** The record with each text that strangers wrote put through `change`, addresses of links (`href`) among them. */
function mapTexts(record, change) {
    return incident_record/* recordSchema */.f.parse(JSON.parse(JSON.stringify(record), (key, value) => typeof value === "string" && !KEPT.has(key) ? change(value, key) : value));
}

;// CONCATENATED MODULE: ./build/src/incident/letters.js
/** Letters in place of people's names, for teams that keep names out of their postmortems. */

/**
 * The same record with `Responder A`, `Responder B` and so on in place of names, wherever they stand in it. The
 * letters go by first appearance in the log, so a record that grows keeps the letters that it had.
 */
function withLetters(record) {
    const letters = new Map();
    for (const name of record.people) {
        const key = keyOf(split(name).filter((_, index) => index % 2 === 1));
        if (key !== "" && !letters.has(key))
            letters.set(key, `Responder ${letterOf(letters.size)}`);
    }
    if (letters.size === 0)
        return record;
    const longest = Math.max(...[...letters.keys()].map((key) => key.split(" ").length));
    return mapTexts(record, (text, key) => (key === "href" ? text : replaceNames(text, letters, longest)));
}
/** `A` to `Z`, then `AA`; `index` counts from 0. */
function letterOf(index) {
    const last = String.fromCharCode(65 + (index % 26));
    return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
/** `words` and what is between them in turn, beginning and ending with what is between. */
function split(text) {
    return text.split(/([\p{L}\p{N}\p{M}]+)/u);
}
function keyOf(words) {
    return words.join(" ").normalize("NFC").toLowerCase();
}
const WITHIN_NAME = /^[\s.'\u2019-]{1,3}$/;
/** Names of at most `longest` words, the longest first, since it may begin with a shorter one. */
function replaceNames(text, letters, longest) {
    const parts = split(text);
    let written = parts.slice(0, 1).join("");
    for (let index = 1; index < parts.length;) {
        const name = nameAt(parts, index, letters, longest);
        written += `${name?.letter ?? parts[index]}${parts[(name?.last ?? index) + 1]}`;
        index = (name?.last ?? index) + 2;
    }
    return written;
}
function nameAt(parts, index, letters, longest) {
    for (let count = longest; count > 0; count--) {
        const last = index + 2 * (count - 1);
        const between = parts.slice(index + 1, last).filter((_, offset) => offset % 2 === 0);
        const words = parts.slice(index, last + 1).filter((_, offset) => offset % 2 === 0);
        const letter = between.every((gap) => WITHIN_NAME.test(gap)) ? letters.get(keyOf(words)) : undefined;
        if (letter !== undefined && last < parts.length)
            return { letter, last };
    }
    return null;
}

// EXTERNAL MODULE: ./build/src/redact/named.js + 1 modules
var named = __webpack_require__(7086);
// EXTERNAL MODULE: ./build/src/redact/names.js
var names = __webpack_require__(8327);
// EXTERNAL MODULE: ./build/src/redact/no-secret.js
var no_secret = __webpack_require__(7081);
// EXTERNAL MODULE: ./build/src/redact/placeholder.js
var placeholder = __webpack_require__(150);
// EXTERNAL MODULE: ./build/src/redact/text.js + 12 modules
var redact_text = __webpack_require__(4195);
;// CONCATENATED MODULE: ./build/src/redact/record.js
/** The record of an incident with the secrets and personal data in it replaced. */







/**
 * The record with the secrets and personal data in it replaced, and names by letters where `people` says so. What
 * PagerDuty itself gives out, such as ids, stays.
 */
async function redactRecord(record, options = {}) {
    const clean = mapTexts(record, await (0,redact_text/* loadRedaction */.K7)(options));
    const redacted = {
        ...clean,
        timeline: clean.timeline.map(({ links, ...row }) => links === undefined ? row : { ...row, links: links.flatMap(withoutSecret) }),
        alerts: clean.alerts.map((alert) => ({ ...alert, links: alert.links.flatMap(withoutSecret) })),
        changes: clean.changes.map((change) => ({ ...change, links: change.links.flatMap(withoutSecret) })),
        customFields: clean.customFields.map((field) => redactField(field, options)),
    };
    return options.people === "letters" ? withLetters(redacted) : redacted;
}
/** A custom field's value, by its name: JSON under such a name has been read already. */
function redactField({ name, value }, { allow = [] }) {
    const [bare = ""] = name.split(/[([]/);
    const strictness = (0,names/* strictnessOf */.s_)(bare);
    const isMeant = strictness !== null && !(0,redact_text/* isAllowed */.Jr)(value, allow) && !holdsPlaceholder(value);
    return { name, value: isMeant && (0,no_secret/* isSecret */.$f)(value, strictness) ? (0,placeholder/* placeholderOf */.h)(named/* NAMED_KIND */.DH) : value };
}
function holdsPlaceholder(text) {
    return redact_text/* PLACEHOLDERS */.je.some((words) => text.includes(words));
}
// An address with a placeholder in it leads nowhere; without its query it may lead to the page.
function withoutSecret({ href, text }) {
    if (!holdsPlaceholder(href))
        return [{ href, text }];
    const [page = ""] = href.split(/[?#]/);
    return holdsPlaceholder(page) ? [] : [{ href: page, text }];
}


/***/ })

};
