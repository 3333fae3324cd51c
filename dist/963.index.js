export const id = 963;
export const ids = [963];
export const modules = {

/***/ 8853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ actionItemsOf),
/* harmony export */   nT: () => (/* binding */ isOpen),
/* harmony export */   nv: () => (/* binding */ unboxedIn)
/* harmony export */ });
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(752);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5155);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3403);
/** The action items of a postmortem: what somebody promised, by when, and whether it is ticked. */



const LONGEST_DETAILS = 2_000;
/**
 * The items of the section, in their order: every item with a box, and those of the outer lists without one. Left out
 * is what says nothing, such as a template's empty box, and what only leads to the list below it.
 */
function actionItemsOf(source) {
    const blocks = (0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .blocksWith */ .nU)(source, "action-items").filter(({ isQuoted }) => !isQuoted);
    return blocks
        .flatMap((block, index) => block.kind === "item" && (block.depth === 1 || block.checked !== null)
        ? itemOf(block, paragraphsBelow(block, blocks.slice(index + 1)))
        : [])
        .filter(({ words, isTicked }) => !/^(?:\[ ?\])?$/.test(words) && !(isTicked === null && /[:\uff1a]$/.test(words)));
}
/** The further paragraphs of an item. */
function paragraphsBelow({ depth }, after) {
    const end = after.findIndex((block) => block.depth < depth || (block.depth === depth && block.kind === "item"));
    const own = end === -1 ? after : after.slice(0, end);
    return own.filter((block) => block.kind === "paragraph" && block.depth === depth);
}
/** Whether an owner or a date is open: nobody has taken the item, or not by a day. */
function isOpen(written) {
    return /^(?:open|tb[ad]|to be (?:decided|determined)|none|nobody|unassigned|unknown|n\/a|[^\p{L}\p{N}]*)$/iu.test(written);
}
// A section that says that there is none.
const NONE = /^(?:none|nothing|no action items?|no items?)(?![\p{L}\p{N}])/iu;
/** Where the section has no list, one line stands for all of it. */
function unboxedIn(source) {
    const blocks = (0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .blocksWith */ .nU)(source, "action-items").filter(({ words }) => words !== "");
    const items = actionItemsOf(source);
    const table = blocks.find(({ kind }) => kind === "row");
    if (items.length === 0 && blocks.every(({ checked }) => checked === null)) {
        const instead = table ?? blocks.find(({ words }) => !NONE.test(words));
        return instead === undefined ? [] : [{ line: instead.line, what: "no list" }];
    }
    const loose = blocks.filter(({ kind, words }) => kind === "paragraph" && /^\[[ xX]?\] ?\S/.test(words));
    return [
        ...items.flatMap(({ line, isTicked }) => (isTicked === null ? [{ line, what: "item" }] : [])),
        ...loose.map(({ line }) => ({ line, what: "box outside a list" })),
        ...(table === undefined ? [] : [{ line: table.line, what: "table beside a list" }]),
    ];
}
function itemOf(block, more) {
    const text = [block, ...more]
        .map(({ node }) => unstruckWords(node))
        .join(" ")
        .replace(/\s/g, " ");
    const opening = text.search(DETAILS);
    const details = opening === -1 ? {} : detailsOf(text.slice(opening + 1, closingOf(text, opening)));
    return {
        line: block.line,
        isTicked: block.checked,
        words: (opening === -1 ? text : text.slice(0, opening)).replace(/ {2,}/g, " ").trim(),
        owner: details.owner || null,
        due: (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .comparable */ .Z)(details.due?.normalize("NFKC") ?? "") || null,
        kind: details.kind || null,
        doneWhen: details["done when"] || null,
    };
}
function unstruckWords(paragraph) {
    let words = "";
    const left = [paragraph];
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
        words += (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .ownWords */ .I1)(node);
        if ("children" in node && node.type !== "delete")
            left.push(...node.children.toReversed());
    }
    return words;
}
// Where people write Chinese or Japanese, their keyboards give wide marks.
const DETAILS = /[(\uff08] {0,3}(?:owner|due|kind|done[ -]when)\b/i;
const DETAIL = /^ {0,9}(owner|due|kind|done[ -]when)\b {0,3}[:\uff1a]?(.*)$/is;
// A comma counts where the next detail follows it.
const BETWEEN = /[;\uff1b]|[,\uff0c](?=\s{0,9}(?:owner|due|kind|done[ -]when)\s{0,3}[:\uff1a])/i;
/** What stands between the parentheses; a semicolon may also be part of when it is done. */
function detailsOf(text) {
    const details = {};
    let name = "";
    for (const part of text.split(BETWEEN)) {
        const [, written = name, value = `;${part}`] = DETAIL.exec(part) ?? [];
        name = written.toLowerCase().replace("-", " ");
        details[name] = `${details[name] ?? ""}${value}`.trim();
    }
    return details;
}
/** Where the parenthesis stands that closes the one at `start`, or where the search for it ended. */
function closingOf(text, start) {
    const last = Math.min(text.length, start + LONGEST_DETAILS);
    let depth = 0;
    for (let at = start; at < last; at++) {
        if (/[(\uff08]/.test(text.charAt(at)))
            depth++;
        if (/[)\uff09]/.test(text.charAt(at)))
            depth--;
        if (depth === 0)
            return at;
    }
    return last;
}


/***/ }),

/***/ 752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ blocksOf),
/* harmony export */   Z: () => (/* binding */ comparable)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5498);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1961);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5155);
/* harmony import */ var _passages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(951);
/** The blocks of a postmortem: what a reader sees as one line, item, heading or piece of code. */




/** All blocks in the order of the text, the front matter left out. */
function blocksOf(tree) {
    const blocks = [];
    const definitions = (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .definitionsOf */ .m)(tree);
    const left = [{ node: tree, depth: 0, isQuoted: false, isFootnote: false }];
    let folds = 0;
    for (let place = left.pop(); place !== undefined; place = left.pop()) {
        const { node, depth, isQuoted, isFootnote } = place;
        const add = (kind, own, checked = null) => {
            blocks.push({
                kind,
                line: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .lineOf */ .cA)(node),
                lastLine: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .lastLineOf */ .SH)(own),
                words: oneLine(shownIn(kind, own)),
                form: formOf(own, definitions),
                depth,
                checked,
                isQuoted,
                isFootnote,
                isFolded: folds > 0,
                node: own,
                passages: (0,_passages_js__WEBPACK_IMPORTED_MODULE_1__/* .passagesOf */ .T)(own, definitions),
            });
            folds = foldsAfter(own, folds);
        };
        const push = (children, by = 0) => {
            const inner = {
                depth: depth + by,
                isQuoted: isQuoted || node.type === "blockquote",
                isFootnote: isFootnote || node.type === "footnoteDefinition",
            };
            for (const child of children.toReversed())
                left.push({ node: child, ...inner });
        };
        if (node.type === "paragraph" || node.type === "heading")
            add(node.type, node);
        else if (node.type === "tableRow")
            add("row", node);
        else if (node.type === "code" || node.type === "html")
            add(node.type, node);
        else if (node.type === "list")
            push(node.children, 1);
        else if (node.type === "listItem") {
            const [first, ...rest] = node.children;
            const hasWords = first?.type === "paragraph";
            add("item", hasWords ? first : { ...node, children: [] }, node.checked ?? null);
            push(hasWords ? rest : node.children);
        }
        else if ("children" in node)
            push(node.children);
    }
    return blocks;
}
function oneLine(words) {
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainFigures */ .G2)(words.replace(/\s+/g, " ").trim());
}
function shownIn(kind, node) {
    if (node.type === "tableRow")
        return node.children.map(_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shownWords */ .vU).join(" | ");
    return (kind === "code" || kind === "html") && "value" in node ? node.value : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shownWords */ .vU)(node);
}
/** How many closed `<details>` are open after a node, whose tags may stand in any HTML in it. */
function foldsAfter(root, before) {
    let folds = before;
    for (const node of (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .nodesOf */ .Nh)(root)) {
        if (node.type !== "html")
            continue;
        for (const [tag] of node.value.matchAll(/<\/?details(?![\w-])[^<>]*>/gi)) {
            if (tag.startsWith("</"))
                folds = Math.max(0, folds - 1);
            else if (folds > 0 || !/\sopen(?![\w-])/i.test(tag))
                folds++;
        }
    }
    return folds;
}
/** Words that read alike become the same. */
function comparable(words) {
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainFigures */ .G2)(words)
        .normalize("NFC")
        .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"')
        .replace(/[\u2018\u2019\u201a\u201b`\u00b4]/g, "'")
        .replace(/[\u2010\u2011\u2012\u2013\u2014\u2015\u2212]/g, "-")
        .replaceAll("\u2026", "...")
        .replace(/\s+/g, " ")
        .trim();
}
/** @see Block.form */
function formOf(root, definitions) {
    let form = "";
    const left = [root];
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
        if ("close" in node) {
            form += node.close;
            continue;
        }
        const [open, close] = bracketsOf(node, definitions);
        form += open + ("value" in node && node.type !== "html" ? node.value : "");
        if (close !== "")
            left.push({ close });
        const children = "children" in node ? node.children : [];
        for (const child of children.toReversed())
            left.push(child);
    }
    return comparable(form);
}
function bracketsOf(node, definitions) {
    if (node.type === "delete")
        return ["~~", "~~"];
    if (node.type === "html")
        return [node.value, ""];
    if (node.type === "image")
        return [`![${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ownWords */ .I1)(node)}](${node.url})`, ""];
    if (node.type === "imageReference")
        return [`![${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ownWords */ .I1)(node)}]`, ""];
    if (node.type === "break")
        return [" ", ""];
    if (node.type === "tableCell")
        return ["|", ""];
    if (node.type === "footnoteReference")
        return [`[^${node.identifier}]`, ""];
    const address = (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .addressOf */ .c)(node, definitions);
    // A bare address is made a link by GitHub, and reads the same.
    return address === null || address === (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shownWords */ .vU)(node) ? ["", ""] : ["[", `](${address})`];
}


/***/ }),

/***/ 542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ secondsOf),
/* harmony export */   i: () => (/* binding */ clockOf)
/* harmony export */ });
/* harmony import */ var _lib_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6016);
/** Instants as the document writes them, in UTC. */

/** `14:32 UTC`, with its date before it on another day than `beside`; null when not known. */
function clockOf(at, beside = null) {
    if (at === null)
        return null;
    const isSameDay = beside !== null && (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dateOf */ .Q$)(at) === (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dateOf */ .Q$)(beside);
    return `${isSameDay ? "" : `${(0,_lib_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dateOf */ .Q$)(at)} `}${(0,_lib_time_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(at)} UTC`;
}
/** `2026-02-10T14:32:00Z`; null when not known. */
function secondsOf(at) {
    return at === null ? null : new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}


/***/ }),

/***/ 887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ listMarkdown)
/* harmony export */ });
/** The Markdown files of the postmortems' directory and its subfolders. */
const DEEPEST = 10;
/** Their paths, in the order of the paths. */
function listMarkdown(files, directory) {
    return listBelow(files, directory, 0).sort();
}
function listBelow(files, folder, depth) {
    // A link may lead back to a folder above it.
    if (depth > DEEPEST)
        return [];
    return files.list(folder).flatMap((name) => {
        const path = `${folder}/${name}`;
        return /\.(?:md|markdown)$/i.test(name) ? [path] : listBelow(files, path, depth + 1);
    });
}


/***/ }),

/***/ 7329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J_: () => (/* binding */ FRONT_MATTER_KEYS),
/* harmony export */   RM: () => (/* binding */ NO_VALUES),
/* harmony export */   Xz: () => (/* binding */ readFrontMatter)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6921);
/* harmony import */ var _incident_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3889);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(542);
/** The front matter of a postmortem: each key by itself, so that one bad value does not hide the others. */




const MAX_ALIASES = 100;
// People write numbers, and yes or no, where a name is meant.
const words = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()], "is not one line of text").transform(String);
/** One of a few words, which people also write in capitals or with spaces. */
const keyword = words.transform((written) => written.trim().toLowerCase().replaceAll(" ", "-"));
const keywords = zod__WEBPACK_IMPORTED_MODULE_3__/* .preprocess */ .vkY((written) => (typeof written === "string" ? written.split(",") : written), zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(keyword, "is not a list such as [change, load]"));
const names = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([words, zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(words).transform((all) => all.join(", "))], "is not one line of text");
const TIME = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const NO_TIME = "is not a time such as 2026-02-10T14:32:00Z";
const time = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(NO_TIME)
    .transform((written) => (TIME.test(written) ? Date.parse(written.replace(" ", "T")) : Number.NaN))
    .refine((at) => !Number.isNaN(at), { error: NO_TIME });
const wholeNumber = zod__WEBPACK_IMPORTED_MODULE_3__/* .preprocess */ .vkY((written) => (typeof written === "string" && /^\d{1,9}$/.test(written) ? Number(written) : written), zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr("is not a whole number").nonnegative("is below 0"));
/** Null stands for what is not there, or has no value. */
function known(value) {
    return value.nullable().default(null);
}
const schema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    status: known(keyword),
    owner: known(names),
    incident: known(_incident_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .incidentIdSchema */ .j),
    service: known(words),
    priority: known(words),
    urgency: known(words),
    created: known(time),
    acknowledged: known(time),
    resolved: known(time),
    "duration-minutes": known(wholeNumber),
    trigger: known(words),
    "root-cause": known(keyword),
    causes: known(keywords),
    session: known(words),
    number: known(wholeNumber),
    url: known(words),
});
/** In the order of the built-in document. */
const FRONT_MATTER_KEYS = schema.keyof().options;
/** The values where there is no front matter. */
const NO_VALUES = schema.parse({});
/** Reads the YAML between the two lines of `---`; `firstLine` is the line of its first character in the file. */
function readFrontMatter(yaml, firstLine) {
    const entries = entriesOf(yaml, firstLine);
    const lines = new Map();
    for (const { key, line } of entries)
        if (!lines.has(key))
            lines.set(key, line);
    const raw = {};
    const problems = [];
    const whole = readYaml(yaml);
    if (!("problem" in whole) && isRecord(whole.value))
        Object.assign(raw, whole.value);
    else if (entries.length === 0 && yaml.trim() !== "")
        problems.push({ key: null, line: firstLine, message: "The front matter has no keys.", fix: null });
    else
        problems.push(...readEach(entries, raw));
    // What only YAML takes for a key, such as `<<` or one in other letters.
    for (const key of Object.keys(raw))
        if (!lines.has(key))
            lines.set(key, firstLine);
    const values = valuesOf(raw, lines, firstLine, problems);
    return { values, lines, problems: problems.sort((a, b) => a.line - b.line) };
}
const KEY = /^(?:"([^"\\]{1,60})"|([\w-]{1,60}))[ \t]*:(?=[ \t]|$)/;
/** The keys at the margin, each with the lines that belong to it. */
function entriesOf(yaml, firstLine) {
    const entries = [];
    for (const [index, line] of yaml.split(/\r\n|\r|\n/).entries()) {
        const [, quoted, key = quoted] = KEY.exec(line) ?? [];
        const last = entries.at(-1);
        if (key !== undefined)
            entries.push({ key, line: firstLine + index, text: line });
        else if (last)
            last.text += `\n${line}`;
    }
    return entries;
}
/** Key by key, where the whole is no YAML: what can be read goes into `raw`. */
function readEach(entries, raw) {
    return entries.flatMap(({ key, line, text }) => {
        if (Object.hasOwn(raw, key))
            return [{ key, line, message: "stands there twice.", fix: "Keep one of the two." }];
        const read = readYaml(text);
        raw[key] = null;
        if ("problem" in read)
            return [{ key, line, message: `is not YAML: ${read.problem}.`, fix: quotedForm(text) }];
        raw[key] = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()).catch({}).parse(read.value)[key] ?? null;
        return [];
    });
}
/** What was meant by a value that YAML does not take, in quotes. */
function quotedForm(text) {
    const [, key, value = ""] = /^([\w-]+)[ \t]*:[ \t]+(\S[^\n]{0,80})$/.exec(text.trim()) ?? [];
    return key === undefined || /["']/.test(value)
        ? null
        : `Put it in quotes: \`${key}: "${value.replaceAll("\\", "\\\\").replaceAll("`", "")}"\`.`;
}
function readYaml(text) {
    try {
        const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { logLevel: "error" });
        const [problem] = document.errors;
        if (problem)
            throw problem;
        return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
    }
    catch (error) {
        // The first line of the parser's message says what is wrong; the rest quotes the file.
        const [first = ""] = String(error).split("\n", 1);
        return { problem: first.replace(/^\w{1,40}: /, "").replace(/ at line \d+, column \d+:?/, "") };
    }
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The values of the known keys; what one of them cannot be goes into `problems`. */
function valuesOf(raw, lines, firstLine, problems) {
    const lineOf = (key) => lines.get(key) ?? firstLine;
    const readable = { ...raw };
    for (const { path, message } of schema.safeParse(raw).error?.issues ?? []) {
        const key = String(path[0]);
        readable[key] = null;
        problems.push({ key, line: lineOf(key), message: `${message}.`, fix: null });
    }
    const values = schema.parse(readable);
    for (const key of ["created", "acknowledged", "resolved"]) {
        const at = values[key];
        if (at === null || /Z$/.test(String(raw[key])))
            continue;
        const fix = `Write \`${key}: ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsOf */ .T)(at)}\`.`;
        problems.push({ key, line: lineOf(key), message: "is not written in UTC.", fix });
    }
    return values;
}


/***/ }),

/***/ 1961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ addressOf),
/* harmony export */   m: () => (/* binding */ definitionsOf)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5155);
/** Where the links of a text lead, those included whose address is defined elsewhere in it. */

/** The addresses of `[name]: address` lines by their name. */
function definitionsOf(tree) {
    const definitions = new Map();
    // The first of a name is the one that counts.
    for (const node of (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(tree))
        if (node.type === "definition" && !definitions.has(node.identifier))
            definitions.set(node.identifier, node.url);
    return definitions;
}
/** Where a node that is a link leads; null for any other. */
function addressOf(node, definitions) {
    if (node.type === "link")
        return node.url;
    return node.type === "linkReference" ? (definitions.get(node.identifier) ?? null) : null;
}


/***/ }),

/***/ 5155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ parseMarkdown),
/* harmony export */   I1: () => (/* binding */ ownWords),
/* harmony export */   Nh: () => (/* binding */ nodesOf),
/* harmony export */   SH: () => (/* binding */ lastLineOf),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   vU: () => (/* binding */ shownWords)
/* harmony export */ });
/* harmony import */ var mdast_util_from_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6855);
/* harmony import */ var mdast_util_frontmatter__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8494);
/* harmony import */ var mdast_util_gfm__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8379);
/* harmony import */ var micromark_extension_frontmatter__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(796);
/* harmony import */ var micromark_extension_gfm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2297);
/** The one reader of Markdown: a text in, a tree with GitHub's extensions, front matter and positions out. */





// A postmortem of 500 rows has about 50 KiB and 700 lines.
const MOST_BYTES = 262_144;
const MOST_LINES = 8_000;
// The parser looks at each open quote and list again on every line.
const DEEPEST = 16;
const LONGEST_INDENT = 80;
// It compares each mark of emphasis, each bracket and each back-quote with the others of its paragraph.
const MOST_COMPARISONS = 25_000_000;
// It copies what stands within emphasis once for each emphasis around it.
const MOST_NESTED = 100_000;
/**
 * Reads a text as Markdown; positions are those of the whole text. `problem` says why it is not read: it is larger
 * than any postmortem, or made to keep a parser busy, whose time grows with the square of some of its parts.
 */
function parseMarkdown(text) {
    const problem = oversizeOf(text);
    if (problem !== null)
        return { problem };
    return (0,mdast_util_from_markdown__WEBPACK_IMPORTED_MODULE_0__/* .fromMarkdown */ .Y)(text, {
        extensions: [(0,micromark_extension_gfm__WEBPACK_IMPORTED_MODULE_1__/* .gfm */ .T)(), (0,micromark_extension_frontmatter__WEBPACK_IMPORTED_MODULE_2__/* .frontmatter */ .v)()],
        mdastExtensions: [(0,mdast_util_gfm__WEBPACK_IMPORTED_MODULE_3__/* .gfmFromMarkdown */ .C)(), (0,mdast_util_frontmatter__WEBPACK_IMPORTED_MODULE_4__/* .frontmatterFromMarkdown */ .q)()],
    });
}
function oversizeOf(text) {
    const bytes = Buffer.byteLength(text);
    if (bytes > MOST_BYTES)
        return `it has ${bytes} bytes, and no more than ${MOST_BYTES} are read`;
    const lines = text.split(/\r\n|\r|\n/);
    if (lines.length > MOST_LINES)
        return `it has ${lines.length} lines, and no more than ${MOST_LINES} are read`;
    if (lines.some(isTooDeep))
        return "its quotes or lists are nested too deeply";
    if (comparisonsIn(lines) > MOST_COMPARISONS)
        return "one of its paragraphs or blocks has too many brackets, back-quotes, stars or underscores";
    if (nestingIn(lines) > MOST_NESTED)
        return "its emphasis is nested too deeply";
    return null;
}
const MARKER = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
/** Whether a line begins with more quotes and lists than anybody nests. */
function isTooDeep(line) {
    let depth = 0;
    let end = 0;
    MARKER.lastIndex = 0;
    while (MARKER.test(line)) {
        depth++;
        end = MARKER.lastIndex;
    }
    return depth > DEEPEST || end > LONGEST_INDENT;
}
// A bullet at the margin ends every paragraph.
const BOUNDARY = /^(?:\s*$| {0,3}[-*+] +\S)/;
/** At most how often the parser compares one mark with another: marks meet within a paragraph only. */
function comparisonsIn(lines) {
    let [sum, marks] = [0, 0];
    for (const line of lines) {
        if (BOUNDARY.test(line)) {
            sum += marks * marks;
            marks = 0;
        }
        marks += line.match(/[[\]*_~`]/g)?.length ?? 0;
    }
    return sum + marks * marks;
}
const RUN = /(?<=(^|[\s\p{P}])|)[*_~]{1,3}(?=([\s\p{P}]|$)|)/gu;
/** How deep the emphases of the text stand in others, added up; a mark within a word ends one where one is open. */
function nestingIn(lines) {
    let [sum, depth] = [0, 0];
    for (const line of lines) {
        if (BOUNDARY.test(line))
            depth = 0;
        for (const [, before, after] of line.matchAll(RUN)) {
            const isEnd = depth > 0 && (after !== undefined || before === undefined);
            if (isEnd)
                sum += depth--;
            else if (before !== undefined || after === undefined)
                depth++;
        }
    }
    return sum;
}
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
/** The line on which a node ends. */
function lastLineOf({ position }) {
    return position?.end.line ?? 1;
}
/** The words that a node shows, code included. */
function shownWords(root) {
    return [...nodesOf(root)].map(ownWords).join("");
}
/** The words of a node itself, without those below it. */
function ownWords(node) {
    if (node.type === "text" || node.type === "inlineCode")
        return node.value;
    if (node.type === "image" || node.type === "imageReference")
        return node.alt ?? "";
    return node.type === "break" ? "\n" : "";
}


/***/ }),

/***/ 3403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ sectionsWith),
/* harmony export */   nU: () => (/* binding */ blocksWith),
/* harmony export */   qL: () => (/* binding */ parsePostmortem),
/* harmony export */   zK: () => (/* binding */ readRow)
/* harmony export */ });
/* harmony import */ var _lib_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6016);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(752);
/* harmony import */ var _front_matter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7329);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5155);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2422);
/** A postmortem's text read back: its front matter, title, sections and timeline, each with its line in the file. */





/**
 * Reads a postmortem, also after people and Devin have filled it. `names` is what the team's templates call the known
 * sections. `problem` says why a text is not read at all; what is wrong with its front matter is listed there.
 */
function parsePostmortem(file, text, names = {}) {
    const tree = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .parseMarkdown */ .Dd)(text);
    if ("problem" in tree)
        return tree;
    const frontMatter = frontMatterOf(tree);
    const title = tree.children.find((node) => node.type === "heading" && node.depth === 1);
    const blocks = (0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .blocksOf */ .S)(tree);
    const sections = sectionsOf(tree, blocks, title, names);
    const values = frontMatter?.values ?? _front_matter_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_VALUES */ .RM;
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
function sectionsWith({ sections }, ...keys) {
    return sections.filter(({ key }) => key !== null && keys.includes(key));
}
/** All blocks of the sections with these keys. */
function blocksWith(source, ...keys) {
    return sectionsWith(source, ...keys).flatMap(({ blocks }) => blocks);
}
function frontMatterOf({ children: [first] }) {
    if (first?.type !== "yaml")
        return null;
    return (0,_front_matter_js__WEBPACK_IMPORTED_MODULE_2__/* .readFrontMatter */ .Xz)(first.value, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .lineOf */ .cA)(first) + 1);
}
function sectionsOf(tree, blocks, title, names) {
    const top = new Set(tree.children);
    // The first heading of level one is the title; a later one ends the section before it, too.
    const heads = blocks.filter(({ node }) => node.type === "heading" && node.depth <= 2 && node !== title && top.has(node));
    const keys = (0,_sections_js__WEBPACK_IMPORTED_MODULE_3__/* .sectionKeysOf */ .v)(heads.map(({ words }) => words), names);
    const sections = [
        { key: null, heading: "", line: 1, blocks: [] },
        ...heads.map(({ words: heading, line }, index) => ({
            key: keys[index] ?? null,
            heading,
            line,
            blocks: [],
        })),
    ];
    let at = 0;
    for (const block of blocks)
        if (block === heads[at])
            at++;
        else
            sections[at]?.blocks.push(block);
    return sections;
}
const ROW = /^([~\u2248]\s?)?(?:((?:\d{4}|[+-]\d{6})-\d\d-\d\d)(?:, ?|[ T]))?(\d\d?:\d\d)(?::\d\d(?:\.\d{1,9})?)?(\s?(?:[\u2013-]|to|until)\s?\d\d?:\d\d(?::\d\d)?)?(?: ?[Uu][Tt][Cc](?![\p{L}\d+])|Z(?![\p{L}\d]))\s?(?:[\u2014\u2013:-]{1,3})?\s?/u;
/**
 * The instant that an item or a sentence begins with, and the words after it; null where it begins with none. That a
 * time is only near, or goes on to another, is one of the words.
 */
function readRow(words, created) {
    const [all, about = "", date = created === null ? undefined : (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dateOf */ .Q$)(created), clock = "", until = ""] = ROW.exec(words) ?? [];
    if (all === undefined || date === undefined)
        return null;
    const at = instantOf(`${date}T${clock.padStart(5, "0")}:00.000Z`);
    return at === null ? null : { at, text: `${about}${until}${words.slice(all.length)}` };
}
function rowOf(block, created) {
    const { at, text } = readRow(block.words, created) ?? { at: null, text: block.words };
    return { line: block.line, at, text, block };
}
// Date.parse takes the 31st of any month for a day.
function instantOf(time) {
    const at = Date.parse(time);
    return Number.isNaN(at) || new Date(at).toISOString() !== time ? null : at;
}


/***/ }),

/***/ 951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ CODE),
/* harmony export */   T: () => (/* binding */ passagesOf)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5498);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1961);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5155);
/** The words of a block as the rules search them, with their links, their code and the lines that they stand on. */



/** What stands in a passage for a character that is no prose. */
const CODE = "\uFFFC";
/** The passages of a node in the order of the text. Blocks of code and HTML have none. */
function passagesOf(root, definitions) {
    const passages = [];
    for (const node of (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(root))
        if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
            passages.push(passageOf(node, definitions));
    return passages;
}
function passageOf(root, definitions) {
    const lines = [{ start: 0, line: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .lineOf */ .cA)(root) }];
    const links = [];
    const codes = [];
    let text = "";
    for (const node of (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(root)) {
        const line = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .lineOf */ .cA)(node);
        const value = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .ownWords */ .I1)(node);
        const start = text.length;
        const url = (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .addressOf */ .c)(node, definitions);
        if (url !== null)
            links.push({ start, end: start + (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shownWords */ .vU)(node).length, url, line });
        if (node.type === "inlineCode")
            codes.push({ start, value, line });
        const breaks = node.type === "text" ? [...value.matchAll(/\n/g)] : [];
        const next = breaks.map(({ index }, at) => ({ start: start + index + 1, line: line + at + 1 }));
        if (value !== "")
            lines.push({ start, line }, ...next);
        text +=
            node.type === "text" || node.type === "break"
                ? (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainFigures */ .G2)(value.replace(/\s/g, " "))
                : CODE.repeat(value.length);
    }
    return {
        text,
        links,
        codes,
        lineAt: (offset) => lines.reduce((last, { start, line }) => (start <= offset ? line : last), 1),
    };
}


/***/ }),

/***/ 2422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ sectionKeysOf),
/* harmony export */   y: () => (/* binding */ headingKey)
/* harmony export */ });
/* harmony import */ var _lib_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3257);
/* harmony import */ var _settings_sections_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(875);
/** Which of the known sections the headings of a text name. */


/**
 * The known section that each of these headings of one text names; null for any other. A text in which no heading has
 * the team's name may be older than that name, so there the English one counts.
 */
function sectionKeysOf(headings, names) {
    const written = headings.map(headingKey);
    const keys = new Map();
    const isWritten = (key) => written.includes(headingKey(names[key] ?? _settings_sections_js__WEBPACK_IMPORTED_MODULE_1__/* .SECTIONS */ .bP[key]));
    for (const key of _settings_sections_js__WEBPACK_IMPORTED_MODULE_1__/* .SECTION_KEYS */ .vz.filter((one) => !isWritten(one)))
        keys.set(headingKey(_settings_sections_js__WEBPACK_IMPORTED_MODULE_1__/* .SECTIONS */ .bP[key]), key);
    for (const key of _settings_sections_js__WEBPACK_IMPORTED_MODULE_1__/* .SECTION_KEYS */ .vz.filter(isWritten))
        keys.set(headingKey(names[key] ?? _settings_sections_js__WEBPACK_IMPORTED_MODULE_1__/* .SECTIONS */ .bP[key]), key);
    return written.map((heading) => keys.get(heading) ?? null);
}
// A number and a picture are how people decorate a heading: `2. Impact`, `\ud83d\udcdd Summary`.
const DECORATION = /^(?:\d{1,2}[.)])?[\s\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}\p{M}]*(?=[\p{L}\p{N}])/u;
/** What all spellings of one heading have in common. */
function headingKey(heading) {
    return (0,_lib_names_js__WEBPACK_IMPORTED_MODULE_0__/* .nameKey */ .Rc)(heading.replace(DECORATION, "").replace(/[:\uff1a]$/, ""));
}


/***/ })

};
