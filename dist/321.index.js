export const id = 321;
export const ids = [321];
export const modules = {

/***/ 5321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./build/src/lib/json.js
var json = __webpack_require__(467);
// EXTERNAL MODULE: ./build/src/lib/nearest.js
var lib_nearest = __webpack_require__(2339);
// EXTERNAL MODULE: ./build/src/lib/text.js
var lib_text = __webpack_require__(5498);
// EXTERNAL MODULE: ./build/src/lib/names.js
var lib_names = __webpack_require__(3257);
;// CONCATENATED MODULE: ./build/src/settings/dead-rules.js
/** Rules that never decide, since an earlier one holds whenever they do. */

/** Each such rule with the first that comes before it, by their positions in the list. */
function deadRules(rules) {
    return rules.flatMap((rule, index) => {
        const earlier = rules.slice(0, index).findIndex((one) => holdsWhenever(one, rule));
        return earlier < 0 ? [] : [{ index, earlier }];
    });
}
const NAMED = ["priority", "urgency", "service", "team", "type", "title", "resolved-by"];
/** Whether each condition of the one asks for no more than the same one of the other does. */
function holdsWhenever(one, other) {
    // A fact that is not known counts as a match for the other alone.
    if (other["if-unknown"] !== undefined && one["if-unknown"] === undefined)
        return false;
    const { "shorter-than": shorter, "longer-than": longer } = one.when;
    const { "shorter-than": otherShorter, "longer-than": otherLonger } = other.when;
    const isShorter = shorter === undefined || (otherShorter !== undefined && otherShorter <= shorter);
    const isLonger = longer === undefined || (otherLonger !== undefined && otherLonger >= longer);
    return isShorter && isLonger && NAMED.every((key) => includes(one.when[key], other.when[key]));
}
function includes(names, others) {
    if (names === undefined)
        return true;
    const known = names.map(lib_names/* nameKey */.Rc);
    return others?.every((name) => known.includes("*") || known.includes((0,lib_names/* nameKey */.Rc)(name))) ?? false;
}

;// CONCATENATED MODULE: ./build/src/settings/retired-rules.js
/** Rules of the check that are gone: what a configuration still says of them has no effect, and a warning says so. */
/** Each retired id beside the rule that took its place; null where none did. */
const RETIRED = {
    "timeline-missing-row": "record-missing-line",
    "timeline-altered-row": "record-altered-line",
    "timeline-time-zone": "timeline-form",
    "structure-question-removed": "people-question-removed",
    "structure-question-answered": "people-question-answered",
    "structure-final": "people-final",
    "evidence-not-checked": "structure-empty-section",
    "evidence-absent-reference": "claim-absent-reference",
    "evidence-trigger-after-onset": "front-matter-trigger-landed",
    "evidence-root-cause-unconfirmed": "claim-unmarked",
    "evidence-confirmed-without-source": "claim-unsourced",
    "evidence-cause-unmarked": "claim-unmarked",
    "evidence-unlinked": null,
    "action-item-due-date": "action-item-due",
    "action-item-verb": null,
    "action-item-wish": null,
};

// EXTERNAL MODULE: ./build/src/settings/schema.js + 2 modules
var schema = __webpack_require__(6711);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/settings/yaml.js
/** A YAML text of a team, with the lines on which its keys stand. */


const MAX_ALIASES = 100;
const LONGEST_QUOTE = 60;
const NOT_UTF8 = { problem: { line: null, text: "is not in UTF-8; save it in that encoding" } };
/** Reads one document of YAML 1.2. */
function parseYaml(text) {
    try {
        return read(text);
    }
    catch (error) {
        // The parser itself gives up on a nest of thousands of lists, and on aliases that would grow without end.
        const what = String(error).replace(/^\w+: /, "");
        return { problem: { line: null, text: `is not YAML: ${what}` } };
    }
}
function read(text) {
    if (text.includes("\0"))
        return NOT_UTF8;
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines });
    const isSeveral = document.errors.some(({ code }) => code === "MULTIPLE_DOCS");
    if (isSeveral)
        return { problem: { line: null, text: "holds several documents; delete the --- between them" } };
    const [error] = [...document.errors, ...document.warnings];
    const at = error?.pos[0] ?? danglingAlias(document);
    if (at !== undefined) {
        const [what = ""] = (error?.message ?? "").replace(/ at line \d+, column \d+:/, "").split("\n");
        const { line } = lines.linePos(at);
        return { problem: { line, text: unquotedProblem(text, at) ?? `is not YAML: ${what}` } };
    }
    const value = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (isEndless(value))
        return { problem: { line: null, text: "has an alias that stands for what it is in" } };
    // A name with such a character in place of another would match nothing; a comment may have it.
    if (JSON.stringify(value).includes("\ufffd"))
        return NOT_UTF8;
    return {
        value,
        lineOf: (path) => {
            const offset = nodeAt(document.contents, path)?.range?.[0];
            return offset === undefined ? null : lines.linePos(offset).line;
        },
        writtenAt: (path) => {
            const node = document.getIn(path, true);
            return (0,dist/* isScalar */.jn)(node) && node.source !== undefined ? node.source : null;
        },
    };
}
function isEndless(value) {
    try {
        JSON.stringify(value);
        return false;
    }
    catch {
        return true;
    }
}
/** Where an alias stands to which there is no anchor; undefined where there is none. */
function danglingAlias(document) {
    let at;
    (0,dist/* visit */.YR)(document, {
        Alias: (_, alias) => {
            if (alias.resolve(document) !== undefined)
                return undefined;
            at = alias.range?.[0];
            return dist/* visit */.YR.BREAK;
        },
    });
    return at;
}
/** The problem where a value begins with a character by which YAML means something else; null where it does not. */
function unquotedProblem(text, at) {
    const [sign = ""] = /^[*@`%!]/.exec(text.slice(at)) ?? [];
    if (sign === "")
        return null;
    const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
    const rest = text
        .slice(at)
        .split(/[\r\n]/, 1)
        .join("");
    const value = /[{[]/.test(before) ? inFlow(rest) : rest.replace(/\s#.*$/, "");
    const key = /(?<![\w-])([\w-]+):\s*$/.exec(before)?.[1];
    const quoted = JSON.stringify((0,lib_text/* toSingleLine */.OX)(value, LONGEST_QUOTE));
    return `has a value that begins with ${sign}, which YAML takes for a sign of its own; put it in quotes: ${key === undefined ? "" : `${key}: `}${quoted}`;
}
/** A value between braces or brackets ends at a comma, or at the bracket that it did not open. */
function inFlow(rest) {
    let open = 0;
    for (const [index, character] of [...rest].entries()) {
        if (character === "[" || character === "{")
            open += 1;
        if (character === "]" || character === "}")
            open -= 1;
        if (open < 0 || (open === 0 && character === ","))
            return [...rest].slice(0, index).join("");
    }
    return rest;
}
/** The last part of a path that is there; undefined where the text holds nothing of it. */
function nodeAt(contents, path) {
    let inner = contents;
    let last;
    for (const part of path) {
        const next = childOf(inner, String(part));
        if (next === null)
            break;
        [last, inner] = next;
    }
    return (0,dist/* isNode */.Ll)(last) ? last : undefined;
}
/** What stands first of a part, its key or its item, and its value. */
function childOf(node, part) {
    if ((0,dist/* isSeq */.oP)(node))
        return [node.items[Number(part)], node.items[Number(part)]];
    if (!(0,dist/* isMap */.jh)(node))
        return null;
    const pair = node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && String(key.value) === part);
    return pair ? [pair.key, pair.value] : null;
}

;// CONCATENATED MODULE: ./build/src/settings/configuration.js
/** The docs repository's configuration, read from its text with every problem at once. */







const MAX_CHARACTERS = 262_144;
const LONGEST_VALUE = 60;
/** Reads the configuration from the text of its file. */
function parseConfig(file, text) {
    const refused = (problems) => ({ config: null, problems: placed(file, problems), warnings: [] });
    if (text.length > MAX_CHARACTERS)
        return refused([{ line: null, text: `is longer than ${MAX_CHARACTERS} characters` }]);
    const yaml = parseYaml(text);
    if ("problem" in yaml)
        return refused([yaml.problem]);
    const { given, warnings } = withoutRetired(withoutEmpty(yaml.value ?? {}, ""), yaml);
    const parsed = schema/* configSchema */.Qn.safeParse(given, { error: describe, reportInput: true });
    if (parsed.success) {
        const dead = deadRules(parsed.data.rules).map(({ index, earlier }) => ({
            line: yaml.lineOf(["rules", index]),
            text: `rule ${index + 1} never decides, since rule ${earlier + 1} holds whenever it does; put it first, or take it out`,
        }));
        return { config: parsed.data, problems: [], warnings: placed(file, [...warnings, ...dead]) };
    }
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, issue.path, yaml));
    return { ...refused(problems), warnings: placed(file, warnings) };
}
/** Each as `file:line: \u2026`, in the order of the lines. */
function placed(file, problems) {
    return problems
        .toSorted((a, b) => Number(a.line) - Number(b.line))
        .map(({ line, text }) => `${file}${line === null ? "" : `:${line}`}: ${text}`);
}
/** The value without the keys that have nothing after them, where the part that they stand in allows that. */
function withoutEmpty(value, path) {
    if (Array.isArray(value))
        return value.map((item) => withoutEmpty(item, joined(path, "*")));
    const fields = (0,json/* fieldsOf */.Pf)(value);
    if (fields === null)
        return value;
    const kept = Object.entries(fields).filter(([key, inner]) => inner !== null || !schema/* PARTS */.dI[path]?.mayBeEmpty.includes(key));
    return Object.fromEntries(kept.map(([key, inner]) => [key, withoutEmpty(inner, joined(path, key))]));
}
/** The file without what it says of rules that are gone, and a warning for each. */
function withoutRetired(given, { lineOf }) {
    const file = (0,json/* fieldsOf */.Pf)(given);
    const check = (0,json/* fieldsOf */.Pf)(file?.["check"]);
    if (check === null)
        return { given, warnings: [] };
    const isRetired = (id) => Object.hasOwn(RETIRED, id);
    const warnings = Object.keys(check)
        .filter(isRetired)
        .map((id) => ({
        line: lineOf(["check", id]),
        text: `check.${id} was retired and has no effect; ${successorOf(RETIRED[id] ?? null)}`,
    }));
    const kept = Object.entries(check).filter(([id]) => !isRetired(id));
    return { given: { ...file, check: Object.fromEntries(kept) }, warnings };
}
function successorOf(id) {
    return id === null ? "no rule took its place, so take it out" : `${id} took its place`;
}
/** The rest of the sentence that a path begins, where the schema itself says nothing. */
function describe(issue) {
    if (issue.code === "invalid_value")
        return `${shown(issue.input)}; it takes ${issue.values.join(", ")}`;
    if (issue.code !== "invalid_type")
        return undefined;
    const wanted = { array: "a list, such as [a, b]", object: "keys with values" };
    const takes = wanted[issue.expected === "record" ? "object" : issue.expected];
    return `${shown(issue.input)}; it takes ${takes ?? "text"}`;
}
function shown(value) {
    if (value === undefined)
        return "is missing";
    if (value === null)
        return "is empty";
    if (Array.isArray(value))
        return "is a list";
    if (typeof value === "object")
        return "holds keys";
    return `is ${(0,lib_text/* toSingleLine */.OX)(typeof value === "string" ? JSON.stringify(value) : String(value), LONGEST_VALUE)}`;
}
function problemsOf(issue, path, yaml) {
    if (issue.code === "invalid_union") {
        // The one union is of an item and a list of items: what was written tells which was meant.
        const meant = issue.errors.filter((_, at) => (at === 1) === Array.isArray(issue.input));
        return meant.flat().flatMap((inner) => problemsOf(inner, [...path, ...inner.path], yaml));
    }
    if (issue.code === "unrecognized_keys")
        return issue.keys.map((key) => {
            // Between braces a comma ends a value, and what follows it is a key without a colon.
            const isBare = (0,json/* fieldsOf */.Pf)(issue.input)?.[key] === null;
            const text = isBare && yaml.writtenAt([...path, key]) === null ? afterComma : unknownKey;
            return { line: yaml.lineOf([...path, key]), text: text(path, key) };
        });
    const name = (0,lib_text/* toSingleLine */.OX)(path.join("."), LONGEST_VALUE * 2) || "the file";
    const text = configuration_unquotedProblem(issue, yaml.writtenAt(path)) ?? quotedProblem(issue) ?? issue.message;
    return [{ line: yaml.lineOf(path), text: `${name} ${text}` }];
}
/** YAML takes some words for numbers; in quotes they are text, as they were written: 007 is not 7. */
function configuration_unquotedProblem(issue, written) {
    const isUnquoted = typeof issue.input === "number" || typeof issue.input === "boolean";
    if (issue.code !== "invalid_type" || issue.expected !== "string" || !isUnquoted || written === null)
        return null;
    return `is ${(0,lib_text/* toSingleLine */.OX)(written, LONGEST_VALUE)}, which is no text; put it in quotes: ${JSON.stringify((0,lib_text/* toSingleLine */.OX)(written, LONGEST_VALUE))}`;
}
/** A number or a word of YAML's own that stands in quotes is a text. */
function quotedProblem(issue) {
    if (issue.code !== "invalid_type" || typeof issue.input !== "string")
        return null;
    const meant = issue.expected === "boolean" ? /^(?:true|false)$/ : /^\d{1,9}$/;
    const isMeant = ["boolean", "number", "int"].includes(issue.expected) && meant.test(issue.input);
    return isMeant ? `is "${issue.input}" in quotes, which makes it text; write ${issue.input}` : null;
}
function afterComma(path, key) {
    const name = (0,lib_text/* toSingleLine */.OX)([...path, key].join("."), LONGEST_VALUE * 2);
    return `${name} is not known, and has no value; a list takes brackets, such as [a, b]`;
}
function unknownKey(path, key) {
    const part = path.map((one) => (typeof one === "number" ? "*" : String(one))).join(".");
    const known = Object.entries(schema/* PARTS */.dI).flatMap(([name, { keys }]) => (name === part ? keys : []));
    const name = (0,lib_text/* toSingleLine */.OX)([...path, key].join("."), LONGEST_VALUE * 2);
    const nearest = (0,lib_nearest/* nearestOf */.q)(key, known);
    if (nearest !== null)
        return `${name} is not known${lookAlike(key)}; did you mean ${nearest}?`;
    const allowed = part === "check" ? "docs/check.md lists the rules" : `allowed are ${known.join(", ")}`;
    return `${name} is not known; ${allowed}`;
}
/** Why two words that look the same are not. */
function lookAlike(key) {
    return /[^\x21-\x7e]/.test(key) ? ", since it holds a character that is no letter of the word" : "";
}
function joined(path, key) {
    return path === "" ? key : `${path}.${key}`;
}


/***/ })

};
