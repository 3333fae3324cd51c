export const id = 183;
export const ids = [183];
export const modules = {

/***/ 5662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ linkedFrom),
/* harmony export */   r: () => (/* binding */ readPast)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _lib_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6016);
/* harmony import */ var _action_items_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8853);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3403);
/** A merged postmortem as another one shows it: its cause, and what was promised and is not ticked. */




/** Null for a text that cannot be read, that names no incident, or that does not say when it began. */
function readPast(path, text, names) {
    const source = (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePostmortem */ .qL)(path, text, names);
    if ("problem" in source || source.frontMatter === null)
        return null;
    const { incident, created, service, causes, "root-cause": rootCause } = source.frontMatter.values;
    if (incident === null || created === null)
        return null;
    const items = (0,_action_items_js__WEBPACK_IMPORTED_MODULE_2__/* .actionItemsOf */ .MP)(source);
    const open = items.filter(({ isTicked }) => isTicked === false);
    const blocks = (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .blocksWith */ .nU)(source, "root-cause");
    return {
        incidentId: incident,
        path,
        created,
        date: (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_1__/* .dateOf */ .Q$)(created),
        title: incidentTitleIn(source.title?.text ?? path, service ?? ""),
        service,
        rootCause,
        causes: causes ?? [],
        rootCauseWords: blocks[0]?.words ?? null,
        openItems: open.length,
        openItemWords: open.map(({ words }) => words),
        items: items.length,
    };
}
/** The same as a document in a folder links them. */
function linkedFrom(folder, past) {
    return past.map((one) => ({ ...one, path: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(folder, one.path) }));
}
/** The title as the incident had it: the built-in document puts a word before it and the service after it. */
function incidentTitleIn(heading, service) {
    const title = heading.replace(/^Postmortem: /, "");
    const end = ` \u2014 ${service}`;
    return title.endsWith(end) ? title.slice(0, -end.length) : title;
}


/***/ }),

/***/ 7872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ renderSkeleton),
  L: () => (/* binding */ tryRenderSkeleton)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/time.js
var time = __webpack_require__(6016);
// EXTERNAL MODULE: ./build/src/postmortem/clock.js
var clock = __webpack_require__(542);
// EXTERNAL MODULE: ./build/src/postmortem/file.js
var file = __webpack_require__(3560);
// EXTERNAL MODULE: ./build/src/lib/text.js
var lib_text = __webpack_require__(5498);
;// CONCATENATED MODULE: ./build/src/postmortem/inline.js
/** Strangers' words and links as Markdown that shows them and does nothing else. */

/** In characters. */
const LONGEST_NAME = 100;
/** In characters: of one row, one item of a list. */
const LONGEST_WORDS = 600;
const LONGEST_LINK_TEXT = 60;
// GitHub makes a picture or a link of these after it has read all escapes, but not inside code.
const EMOJI_OR_MAIL = /((?::[a-z0-9_+-]{1,60}:)+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)/i;
/** One line of at most `longest` characters that renders as it was written, wherever in a line it stands. */
function inert(words, longest) {
    const parts = (0,lib_text/* toSingleLine */.OX)(words, longest).split(EMOJI_OR_MAIL);
    const escaped = parts.map((part, index) => index % 2 === 1 && /[a-z@]|:(?:100|1234|[+-]1):/i.test(part) ? `\`${part}\`` : escapeAll(part, longest));
    // At the beginning of a line a dash, an equals sign or a number would be Markdown too.
    return escaped.join("").replace(/^(\d+(?=[.)])|(?=[-=]))/, "$1\\");
}
// The parts of a line keep the spaces around them, which `escapeMarkdown` takes off.
function escapeAll(part, longest) {
    const before = part.startsWith(" ") ? " " : "";
    const after = part.length > before.length && part.endsWith(" ") ? " " : "";
    return `${before}${(0,lib_text/* escapeMarkdown */.FV)(part, longest)}${after}`;
}
/** A stranger's name; null where there is none. */
function inertName(name) {
    return inert(name ?? "", LONGEST_NAME) || null;
}
/** The links that lead somewhere, each as `[text](address)`. */
function linksOf(links) {
    return links.flatMap((link) => linkTo(link) ?? []);
}
/** `[text](address)`; null for an address that is none of the web's. */
function linkTo({ href, text }) {
    const address = URL.parse(href);
    if (address === null || !/^https?:$/.test(address.protocol))
        return null;
    if (address.username !== "" || address.password !== "")
        return null;
    // The reference of a commit mentions nobody.
    const label = inert(labelOf(address, text), LONGEST_LINK_TEXT).replace("&#64;", "@");
    return `[${label}](${linkDestination(address.href)})`;
}
const GITHUB = /^\/([\w.-]+\/[\w.-]+)\/(?:commit\/([0-9a-f]{7,64})|(?:pull|issues)\/(\d{1,12}))\/?$/;
const LOOKS_LIKE_ADDRESS = /\.[a-z]{2}|[/@]/i;
/** A change on GitHub by its reference; a text of the sender's where it cannot be taken for another address. */
function labelOf({ host, pathname }, text) {
    const [, repository, commit, number] = GITHUB.exec(pathname) ?? [];
    if (host === "github.com" && repository !== undefined)
        return commit === undefined ? `${repository}#${number}` : `${repository}@${commit.slice(0, 7)}`;
    const words = (0,lib_text/* toSingleLine */.OX)(text ?? "", LONGEST_LINK_TEXT);
    return words === "" || LOOKS_LIKE_ADDRESS.test(words) ? host : words;
}
/** An address between the parentheses of a link, which nothing in it can end. */
function linkDestination(address) {
    return address
        .replace(/[\s()<>[\]\\|`"'*_~$]/g, (character) => {
        const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
        return /[*_~$'"]/.test(character) ? character : `%${code}`;
    })
        .replaceAll("&", "&amp;");
}

;// CONCATENATED MODULE: ./build/src/postmortem/lines.js
/** The record's lines below the headings: rows of the timeline, items of Impact, Evidence and Seen Before. */


const MOST_ALERTS = 5;
const MOST_LINKS_IN_ROW = 3;
const MOST_EVIDENCE = 50;
/** An alert and the incident that it opened are at most this far apart. */
const SAME_MS = 60_000;
/** `14:32 UTC \u2014 What happened by whom (\u201cin these words\u201d) ([where](https://\u2026))` */
function rowOf({ at, what, by, quote = "", links = [] }, createdAt) {
    const name = inertName(by);
    const parts = [
        inert(what, LONGEST_WORDS),
        ...(name === null ? [] : [`by ${name}`]),
        ...quoted(quote),
        ...inParentheses(links.slice(0, MOST_LINKS_IN_ROW)),
    ];
    return `${(0,clock/* clockOf */.i)(at, createdAt)} \u2014 ${parts.filter((part) => part !== "").join(" ")}`.trimEnd();
}
/** What customers felt, as the incident's fields say, and what else alerted before the resolve. */
function impactOf(record) {
    const others = alertsOf(record).filter((alert) => alert !== triggerOf(record));
    const rest = others.length - MOST_ALERTS;
    return [
        ...record.customFields.map(({ name, value }) => `${inert(name, LONGEST_WORDS)}: \u201c${inert(value, LONGEST_WORDS)}\u201d (PagerDuty)`),
        ...others.slice(0, MOST_ALERTS).map(({ at, summary, links }) => {
            const words = [inert(summary, LONGEST_WORDS) || "without a summary", ...inParentheses(links)];
            return `Alert, ${(0,clock/* clockOf */.i)(at, record.createdAt)} \u2014 ${words.join(" ")}`;
        }),
        ...(rest > 0 ? [`${rest} more ${rest === 1 ? "alert" : "alerts"}, which PagerDuty's record has`] : []),
    ];
}
/** The record itself, and each link of an alert or a change once. */
function evidenceOf(record) {
    const { incident, createdAt } = record;
    const name = "PagerDuty's record of the incident";
    const seen = new Set();
    const items = (kind, at, summary, links) => links.flatMap((link) => {
        const written = seen.has(link.href) ? null : linkTo(link);
        if (written === null)
            return [];
        seen.add(link.href);
        const words = inert(summary, LONGEST_WORDS);
        return [`${written} \u2014 ${kind}, ${(0,clock/* clockOf */.i)(at, createdAt)}${words ? `: ${words}` : ""}`];
    });
    return [
        incident.url === null ? `${name} ${incident.id}` : `[${name}](${linkDestination(incident.url)})`,
        ...[
            ...alertsOf(record).flatMap(({ at, summary, links }) => items("alert", at, summary, links)),
            ...changesOf(record).flatMap(({ at, summary, links }) => items("change", at, summary, links)),
        ].slice(0, MOST_EVIDENCE),
    ];
}
/** `2026-01-14 \u2014 [Title](file.md): root cause confirmed; 1 item not ticked` */
function seenBeforeOf(similar) {
    return similar.map(({ date, title, path, rootCause, openItems }) => {
        const address = linkDestination(path.split("/").map(encodeURIComponent).join("/"));
        const cause = `root cause ${rootCause === null ? "not given" : inert(rootCause, LONGEST_WORDS)}`;
        const items = `${openItems} ${openItems === 1 ? "item" : "items"} not ticked`;
        return `${inert(date, 10)} \u2014 [${inert(title, LONGEST_WORDS)}](${address}): ${cause}; ${items}`;
    });
}
// What comes after the resolve must not change a line that an earlier record gave.
function alertsOf({ alerts, resolvedAt }) {
    return alerts.filter(({ at }) => resolvedAt === null || at <= resolvedAt);
}
function changesOf({ changes }) {
    return changes.filter(({ when }) => when !== "after");
}
/** The alert that opened the incident. */
function triggerOf({ alerts, createdAt }) {
    return alerts.find(({ at }) => createdAt !== null && Math.abs(at - createdAt) <= SAME_MS) ?? null;
}
function quoted(words) {
    const shown = inert(words, LONGEST_WORDS);
    return shown === "" ? [] : [`(\u201c${shown}\u201d)`];
}
function inParentheses(links) {
    const written = linksOf(links);
    return written.length === 0 ? [] : [`(${written.join(", ")})`];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/postmortem/render-front-matter.js
/** The front matter of a postmortem: what the record knows, and the keys that its author and people fill. */




/** The front matter between its two lines of dashes. */
function renderFrontMatter(record) {
    const { incident } = record;
    const yaml = (0,dist/* stringify */.As)({
        status: "draft",
        owner: null,
        incident: incident.id,
        service: nameOf(incident.service?.name),
        priority: nameOf(incident.priority),
        urgency: nameOf(incident.urgency),
        created: (0,clock/* secondsOf */.T)(record.createdAt),
        acknowledged: (0,clock/* secondsOf */.T)(record.acknowledgedAt),
        resolved: (0,clock/* secondsOf */.T)(record.resolvedAt),
        "duration-minutes": record.durationMinutes,
        trigger: "unknown",
        "root-cause": "unknown",
        causes: [],
        session: null,
        number: incident.number,
        url: incident.url,
    }, { nullStr: "", lineWidth: 0 });
    // A tag in a name is spelled with escapes, which YAML reads in double quotes.
    const inert = yaml.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
    return `---\n${inert.replace(/: $/gm, ":")}---\n`;
}
// In quotes, since a name such as 1.10 or no would be read as something else.
function nameOf(name) {
    const words = (0,lib_text/* toSingleLine */.OX)(name ?? "", LONGEST_NAME);
    if (words === "")
        return null;
    const scalar = new dist/* Scalar */.X5(words);
    scalar.type = dist/* Scalar */.X5.QUOTE_DOUBLE;
    return scalar;
}

;// CONCATENATED MODULE: ./build/src/postmortem/summary.js
/** The first sentences of the Summary, which say when the incident was opened, acknowledged and resolved. */

/** `PagerDuty opened the incident at 14:32 UTC. It was acknowledged after 6 minutes and resolved at 15:18 UTC, \u2026` */
function summaryOf(record) {
    const { createdAt, incident } = record;
    const opened = createdAt === null
        ? `PagerDuty does not say when ${incident.id} was opened.`
        : `PagerDuty opened the incident at ${(0,time/* timeOf */.nR)(createdAt)} UTC.`;
    return `${opened} ${courseOf(record)}`;
}
function courseOf(record) {
    const { wasAcknowledged, minutesToAcknowledge, incident } = record;
    const acknowledged = minutesToAcknowledge === null ? null : `acknowledged ${afterOf(minutesToAcknowledge)}`;
    const end = endOf(record);
    if (end !== null) {
        if (acknowledged !== null)
            return `It was ${acknowledged} and ${end}.`;
        return wasAcknowledged === false ? `It was never acknowledged, and was ${end}.` : `It was ${end}.`;
    }
    const open = isOpen(incident.status) ? "it is still open" : "when it was resolved is not known";
    if (acknowledged !== null)
        return `It was ${acknowledged}; ${open}.`;
    return wasAcknowledged === false ? `It was never acknowledged; ${open}.` : `${capitalized(open)}.`;
}
function isOpen(status) {
    return status === "triggered" || status === "acknowledged";
}
function endOf({ createdAt, resolvedAt, durationMinutes }) {
    if (resolvedAt === null)
        return null;
    const isSameDay = createdAt !== null && (0,time/* dateOf */.Q$)(createdAt) === (0,time/* dateOf */.Q$)(resolvedAt);
    const when = `${isSameDay ? "" : `on ${(0,time/* dateOf */.Q$)(resolvedAt)} `}at ${(0,time/* timeOf */.nR)(resolvedAt)} UTC`;
    return `resolved ${when}${durationMinutes === null ? "" : `, ${afterOf(durationMinutes)}`}`;
}
function afterOf(minutes) {
    return minutes === 0 ? "within a minute" : `after ${(0,time/* durationOf */.cf)(minutes)}`;
}
function capitalized(words) {
    return words.charAt(0).toUpperCase() + words.slice(1);
}

// EXTERNAL MODULE: ./build/src/postmortem/template.js
var postmortem_template = __webpack_require__(200);
;// CONCATENATED MODULE: ./build/src/postmortem/render.js
/** The skeleton of a postmortem: all that the record knows, in the form that the template gives it. */









const MOST_ITEMS = 50;
/**
 * The postmortem as far as the record knows it: the front matter, and a body from the template with sections to fill.
 * Throws SettingsError where the template cannot be used.
 */
function renderSkeleton(record, template = null, similar = []) {
    const { file, text } = template ?? { file: "the built-in template", text: postmortem_template/* BUILT_IN_TEMPLATE */.U2 };
    return `${renderFrontMatter(record)}${(0,postmortem_template/* renderDocument */.yQ)({ file, text }, valuesOf(record, similar))}`;
}
/** The same; where the template cannot be used, its problems. */
function tryRenderSkeleton(...skeleton) {
    try {
        return { text: renderSkeleton(...skeleton) };
    }
    catch (error) {
        if (error instanceof errors/* SettingsError */.GN)
            return { problems: error.problems };
        throw error;
    }
}
function valuesOf(record, similar) {
    const { incident, createdAt, durationMinutes } = record;
    const timed = (at, words, more) => [(0,clock/* clockOf */.i)(at, createdAt) ?? [], inert(more ? `${words} (${more})` : words, LONGEST_WORDS)]
        .flat()
        .join(" \u2014 ");
    return {
        incident: incident.id,
        number: incident.number,
        url: incident.url,
        link: incidentLink(record),
        title: inert((0,file/* titleOf */.Gg)(incident), file/* LONGEST_TITLE */.Eh),
        service: inertName(incident.service?.name),
        priority: inertName(incident.priority),
        urgency: inertName(incident.urgency),
        type: inertName(incident.type),
        escalation_policy: inertName(incident.escalation_policy?.name),
        teams: incident.teams.flatMap(({ name }) => inertName(name) ?? []),
        date: createdAt === null ? null : (0,time/* dateOf */.Q$)(createdAt),
        created: (0,clock/* clockOf */.i)(createdAt),
        acknowledged: (0,clock/* clockOf */.i)(record.acknowledgedAt),
        resolved: (0,clock/* clockOf */.i)(record.resolvedAt),
        duration: durationMinutes === null ? null : (0,time/* durationOf */.cf)(durationMinutes),
        duration_minutes: durationMinutes,
        time_to_acknowledge: timeToAcknowledge(record),
        resolved_by: record.resolvedBy?.kind ?? null,
        reopenings: record.reopenings,
        escalations: record.escalations,
        responders: record.responders.length,
        summary: summaryOf(record),
        impact: impactOf(record),
        timeline: record.timeline.map((row) => rowOf(row, createdAt)),
        evidence: evidenceOf(record),
        seen_before: seenBeforeOf(similar),
        alerts: items(record.alerts, ({ at, summary, severity }) => timed(at, summary, severity)),
        changes: items(record.changes, ({ at, summary, source }) => timed(at, summary, source)),
        past_incidents: items(record.pastIncidents, ({ at, title, id }) => timed(at, title ?? "", id)),
        custom_fields: items(record.customFields, ({ name, value }) => inert(`${name}: ${value}`, LONGEST_WORDS)),
        missing: items(record.missing, (line) => inert(line, LONGEST_WORDS)),
    };
}
function incidentLink({ incident: { number, id, url } }) {
    const name = number === null ? `Incident ${id}` : `Incident #${number}`;
    return url === null ? null : `[${name}](${linkDestination(url)})`;
}
function timeToAcknowledge({ minutesToAcknowledge, wasAcknowledged }) {
    if (minutesToAcknowledge !== null)
        return (0,time/* durationOf */.cf)(minutesToAcknowledge);
    return wasAcknowledged === false ? "never" : null;
}
function items(list, write) {
    const rest = list.length - MOST_ITEMS;
    return [...list.slice(0, MOST_ITEMS).map(write), ...(rest > 0 ? [`and ${rest} more, left out here`] : [])];
}


/***/ }),

/***/ 200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U2: () => (/* binding */ BUILT_IN_TEMPLATE),
/* harmony export */   aw: () => (/* binding */ renderInstructions),
/* harmony export */   pI: () => (/* binding */ INSTRUCTION_VARIABLES),
/* harmony export */   yQ: () => (/* binding */ renderDocument)
/* harmony export */ });
/* unused harmony export DOCUMENT_VARIABLES */
/* harmony import */ var liquidjs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8694);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/** Liquid templates of the document and of the instructions: what they may use, and their bounds. */


/** What a document's template may use. In it, everything that a stranger wrote is Markdown-escaped already. */
const DOCUMENT_VARIABLES = {
    incident: "PagerDuty's id of the incident, such as `Q1ORDERSPOOL01`",
    number: "its number in the account",
    url: "its address in PagerDuty",
    link: "a link to it in PagerDuty, such as `[Incident #387](https://\u2026)`",
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
    time_to_acknowledge: "how long it took until it was acknowledged, such as `6 minutes`, or `never`",
    resolved_by: "what resolved it: `user`, `integration` or `automation`",
    reopenings: "how many times it was reopened, as a number",
    escalations: "how many times it was escalated, as a number",
    responders: "how many people responded, as a number",
    summary: "the sentences that say when it was opened, acknowledged and resolved, and after how long",
    impact: "list: its custom fields, and up to five alerts beyond the one that opened it",
    timeline: "list: the rows of the record, such as `14:32 UTC \u2014 PagerDuty incident triggered by Datadog`",
    evidence: "list: links to the record, and to what its alerts and changes name",
    seen_before: "list: similar postmortems that were merged before, each with a link",
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
const BUILT_IN_TEMPLATE = `# Postmortem: {{ title }}{% if service %} \u2014 {{ service }}{% endif %}

**Date:** {{ date | default: "unknown" }} | **Duration:** {{ duration | default: "unknown" }} | **Severity:** {{ priority | default: "not set" }} | **Acknowledged after:** {{ time_to_acknowledge | default: "unknown" }}{% if link %} | {{ link }}{% endif %}

## Summary

{{ summary }}

## Impact

{{ impact }}

## Timeline

{{ timeline }}

## Root Cause

## Contributing Factors

## Ruled Out

## Action Items

- [ ]${" "}

## Questions for the Review

- What made the problem possible long before it began, and where else does the same hold?
- What did people see when they decided, and what would have let them see sooner what was happening?
- What went well or was luck, and what would have happened without it?
- Which of our assumptions about the system turned out to be wrong?

{% if seen_before.size > 0 %}
## Seen Before

{{ seen_before }}

{% endif %}
## Evidence

{{ evidence }}

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
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .GN([`${file}:1 begins with front matter, which is written for you: leave it out`]);
    const engine = createEngine();
    try {
        const parsed = engine.parse(withoutTagLines(`${source}\n`));
        const refused = refusedUses(engine.analyzeSync(parsed), values);
        if (refused.length > 0)
            throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .GN(refused.map((problem) => `${file}:${problem}`));
        const rendered = engine.renderSync(parsed, values);
        if (rendered.length > LONGEST)
            throw new Error("output limit exceeded");
        return `${rendered.replace(/\n{3,}/g, "\n\n").replace(/^\n+|(?<!\n)\n+$/g, "")}\n`;
    }
    catch (error) {
        throw error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .GN ? error : new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .GN([problemOf(file, error)]);
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


/***/ })

};
