import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4994:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 4113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   kc: () => (/* binding */ isDevinsHost),
/* harmony export */   zn: () => (/* binding */ isShortener)
/* harmony export */ });
/** Hosts that mean something to the rules. */
/** Whether an address is one of Devin's. */
function isDevinsHost({ hostname }) {
    return /(?:^|\.)(?:devin\.ai|devinenterprise\.com)$/.test(hostname);
}
/** Whether an address leads to the reader's own machine. */
function isLocal({ hostname }) {
    return /^(?:(?:[\w-]+\.){0,5}localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname);
}
const SHORTENERS = new Set("bit.ly bl.ink buff.ly cutt.ly dub.sh git.io goo.gl is.gd lnkd.in ow.ly rb.gy rebrand.ly s.id shorturl.at t.co t.ly tiny.cc tinyurl.com v.gd".split(" "));
/** Whether an address is one of a public shortener, which leads wherever its maker says. */
function isShortener({ hostname }) {
    return SHORTENERS.has(hostname.replace(/^www\./, ""));
}


/***/ }),

/***/ 4418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   SD: () => (/* binding */ renderChecked),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   kW: () => (/* binding */ notRunOf),
/* harmony export */   pq: () => (/* binding */ countOf)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5498);
/** What people see of a check: annotations on the lines, and a table in the summary. */

/**
 * GitHub shows ten errors and ten warnings of a step. The failure itself is one of the errors, and what could not be
 * checked, and what else a run warns of, are among the warnings.
 * @see https://docs.github.com/en/actions/reference/limits
 */
const MOST_ERRORS = 9;
const MOST_WARNINGS = 8;
const LONGEST_MESSAGE = 1_000;
const LONGEST_WARNING = 2_000;
const LONGEST_CELL = 500;
// A row takes some 1,500 bytes at most, and GitHub refuses a summary of more than 1 MiB.
const MOST_ROWS = 300;
const MOST_LINES = 50;
/** The first findings, errors before warnings, in words that the runner takes for no command. */
function annotationsOf({ findings }) {
    return [
        ...findings.filter(({ severity }) => severity === "error").slice(0, MOST_ERRORS),
        ...findings.filter(({ severity }) => severity === "warning").slice(0, MOST_WARNINGS),
    ].map(({ severity, rule, file, line, message, fix }) => ({
        severity,
        message: harmless((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toSingleLine */ .OX)(`${message} \u2192 ${fix}`, LONGEST_MESSAGE)),
        title: rule,
        file: harmless(file),
        startLine: line,
    }));
}
// The runner obeys ##[\u2026] wherever it stands in a line.
function harmless(words) {
    return words.replaceAll("##[", "# #[");
}
function countOf({ findings }, severity) {
    return findings.filter((finding) => finding.severity === severity).length;
}
/** What could not be checked, as the one warning of it; null where all could be. */
function notRunOf({ notRun }) {
    if (notRun.length === 0)
        return null;
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toSingleLine */ .OX)(`Not everything could be checked: ${notRun.join(" ")}`, LONGEST_WARNING);
}
/** What came of a check in a few words, such as `2 errors and 1 warning in 1 postmortem`. */
function verdictOf(checked) {
    const { files, findings } = checked;
    if (files.length === 0 && findings.length === 0)
        return "the pull request changes no postmortem";
    const counts = [amount(countOf(checked, "error"), "error"), amount(countOf(checked, "warning"), "warning")];
    const where = files.length === 0 ? "configuration and templates" : amount(files.length, "postmortem");
    return `${counts.join(" and ")} in ${where}`;
}
function amount(count, what) {
    return `${count} ${what}${count === 1 ? "" : "s"}`;
}
/**
 * The part of the job summary that tells of a check, as Markdown lines; strangers' words in it are escaped. `filesUrl`
 * is where GitHub shows the checked files, so that a finding leads to its line.
 */
function renderChecked(checked, filesUrl) {
    const { files, removed, findings, nothingToCheck } = checked;
    const sorted = [...findings].sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
    return [
        ...(sorted.length === 0 ? [] : ["\n| Finding | What is wrong \u2192 what to do |\n| --- | --- |"]),
        ...sorted.slice(0, MOST_ROWS).map((finding) => rowOf(finding, files.length > 1, filesUrl)),
        ...(sorted.length > MOST_ROWS ? [`\n\u2026and ${sorted.length - MOST_ROWS} findings more.`] : []),
        ...listed("Checked:", files),
        ...listed("Removed, and not checked:", removed),
        ...folded(nothingToCheck, files),
    ];
}
function rowOf(finding, isOneOfMany, filesUrl) {
    const { severity, file, line, message, fix, rule } = finding;
    const mark = severity === "error" ? "\ud83d\udd34 error" : "\ud83d\udfe1 warning";
    const place = isOneOfMany ? `${written(file)}, line ${line}` : `line ${line}`;
    // Without `plain`, GitHub renders the Markdown and knows no lines.
    const link = filesUrl && `${filesUrl}/${file.split("/").map(encoded).join("/")}?plain=1#L${line}`;
    const where = link ? `[${place}](${link})` : place;
    return `| ${mark}, ${where}, \`${rule}\` | ${written(message)} \u2192 ${written(fix)} |`;
}
/** Brackets would end a link in Markdown. */
function encoded(name) {
    return encodeURIComponent(name.toWellFormed()).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
}
function written(words) {
    // In a table a bar ends the cell even within a code span, unless it is escaped.
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toInertMarkdown */ .pK)(words, LONGEST_CELL).replace(/(?<!\\)\|/g, "\\|");
}
function listed(heading, lines) {
    if (lines.length <= 1)
        return lines.map((line) => `\n${heading} ${written(line)}`);
    return [`\n${heading}\n`, ...bullets(lines)];
}
/** What a reader needs only when a rule seems to be missing. */
function folded(nothingToCheck, files) {
    if (nothingToCheck.length === 0)
        return [];
    const file = files.length === 1 ? `${files[0]}: ` : "";
    const lines = nothingToCheck.map((line) => line.replace(file, "").replace(" had nothing to look at: ", ": "));
    const summary = "<details><summary>Rules that had nothing to look at</summary>";
    return [`\n${summary}\n`, ...bullets(lines), "\n</details>"];
}
function bullets(lines) {
    const over = lines.length - MOST_LINES;
    return [
        ...lines.slice(0, MOST_LINES).map((line) => `- ${written(line)}`),
        ...(over > 0 ? [`- \u2026and ${over} more`] : []),
    ];
}


/***/ }),

/***/ 9930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ TAGS_ADVICE),
/* harmony export */   NS: () => (/* binding */ isTagRefusal),
/* harmony export */   SM: () => (/* binding */ remedyOf),
/* harmony export */   ju: () => (/* binding */ QUOTA),
/* harmony export */   on: () => (/* binding */ readDetail)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6921);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5498);
/** What Devin says when it refuses a request, in both of its forms, and what to do about it. */


const words = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined);
const place = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()]))
    .optional()
    .catch(undefined);
/** One thing that is wrong; only these parts of it are Devin's own words, others may repeat the request. */
const errorSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        loc: place,
        pointer: words,
        field: words,
        detail: words,
        message: words,
        msg: words,
        reason: words,
    })
        .transform(({ loc, pointer, field, detail, message, msg, reason }) => {
        const where = loc?.join(".") ?? pointer ?? field;
        const what = detail ?? message ?? msg ?? reason ?? "";
        return where && what ? `${where}: ${what}` : what;
    }),
]);
const errors = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(errorSchema.catch(""));
const refusalSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    detail: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([errors, errorSchema]).nullish().catch(null),
    title: words.nullable(),
    errors: errors.nullish().catch(null),
});
/**
 * Devin's own words: FastAPI's `detail`, which is a sentence or a list of the fields that are wrong, or the `title`,
 * `detail` and `errors[]` of a problem+json document, whose form is not documented; null where there are none.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
function readDetail(body) {
    const { detail, title, errors } = refusalSchema.safeParse(body).data ?? {};
    const sentences = [title, detail, errors].flat().filter((sentence) => sentence);
    // Not cut here: half a key would no longer be found and hidden.
    const said = [...new Set(sentences)].join("; ");
    return said === "" ? null : (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toSingleLine */ .OX)(said, said.length);
}
/** What an organization's administrator allows, so that sessions are found again. */
const TAGS_ADVICE = "Ask the administrator of your Devin organization to allow the session tags of this project: pagerduty-postmortem, by-hand, nudged, needs-somebody, deferred, and those that begin with service:, incident:, event: and asked:.";
/** Devin's words for what was paid for and is used up; it answers 403 to that as well as to a key that may not. */
const QUOTA = /quota|credit|usage.?limit|session.?limit|limit.?exceeded|payment|billing|contract|subscription|spend|acu/i;
const ADDRESSES = "If your organization has an IP allow list, the runner's address must be on it.";
/** What to do about a refusal. `permission` names what the key needs, `advice` what to do about Devin's own failure. */
function remedyOf(status, detail, { permission, advice }) {
    if (isTagRefusal(status, detail))
        return TAGS_ADVICE;
    if (status === 400 || status === 422)
        return "Check `devin:` in the configuration.";
    if (status === 401)
        return `Check devin-api-key: it takes the key of a Devin service user (cog_\u2026). ${ADDRESSES}`;
    if ((status === 403 || status === 402) && QUOTA.test(detail))
        return "The organization is out of quota, the key is not at fault: raise the limit in Devin's settings, then run this again.";
    if (status === 403)
        return `Give the key's service user a role with ${permission}. ${ADDRESSES}`;
    if (status === 404)
        return "Check devin-org-id: it takes the organization's id (org-\u2026).";
    if (status === 429)
        return "Devin is limiting requests: run this again later.";
    return advice;
}
/** Whether an organization refuses tags that it has not allowed. */
function isTagRefusal(status, detail) {
    return (status === 400 || status === 403 || status === 422) && /\btags?\b/i.test(detail);
}


/***/ }),

/***/ 9122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ linkOf),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   _M: () => (/* binding */ sessionSchema),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   gV: () => (/* binding */ prefixed),
/* harmony export */   jI: () => (/* binding */ byAge),
/* harmony export */   ti: () => (/* binding */ hasTag)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6921);
/* harmony import */ var _lib_fitting_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8706);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5498);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9930);
/** A Devin session, and what its state means. */




/** A session's id with its prefix: the API names sessions with and without it, and wants it in every path. */
function prefixed(id) {
    return id.startsWith("devin-") ? id : `devin-${id}`;
}
const tagsSchema = (0,_lib_fitting_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._)(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP());
const taggedSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ tags: tagsSchema });
/** Whether an item of Devin's list carries the tag, whatever else it holds. */
function hasTag(item, tag) {
    return taggedSchema.safeParse(item).data?.tags.includes(tag) ?? false;
}
// People click on it, and the runner and Markdown show it.
const addressSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^https?:\/\/[^\s\p{C}<>"'`]+$/u);
/** Loose on purpose: a new field, form or status of Devin's must not break a run. Only the id, part of paths, must fit. */
const sessionSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    session_id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[\w-]+$/),
    url: addressSchema.catch(""),
    status: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().catch(""),
    status_detail: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable().catch(null),
    tags: tagsSchema,
    created_at: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J().optional().transform(secondsOf),
    updated_at: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J().optional().transform(secondsOf),
    is_archived: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().catch(false),
    pull_requests: (0,_lib_fitting_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._)(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ pr_url: addressSchema })),
    structured_output: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J().optional(),
})
    .transform((session) => ({
    id: prefixed(session.session_id),
    url: session.url,
    status: session.status,
    statusDetail: session.status_detail,
    tags: session.tags,
    createdAt: session.created_at,
    updatedAt: Math.max(session.created_at, session.updated_at),
    isArchived: session.is_archived,
    pullRequests: session.pull_requests.map((pullRequest) => pullRequest.pr_url),
    structuredOutput: session.structured_output ?? null,
}));
// In seconds it is the year 33658, so what is above it is in milliseconds.
const MOST_SECONDS = 1e12;
// The unit is not documented. Whole seconds, so that two forms of one time make one age.
function secondsOf(time) {
    const isNumber = typeof time === "number" || (typeof time === "string" && /^\d+$/.test(time));
    const at = isNumber ? Number(time) : Date.parse(String(time));
    return Number.isFinite(at) ? Math.floor(at > MOST_SECONDS ? at / 1_000 : at) : 0;
}
/** What a sentence calls a session: its address, or its id where Devin gave none. */
function linkOf({ id, url }) {
    return url || id;
}
/** Oldest first. Two of one second are ordered by id, so that every run agrees on which is the older. */
function byAge(a, b) {
    return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
/**
 * Whether a session can still take a message. Only `exit`, `error` and an archived session cannot; a status that is
 * not known counts as alive, since a second session is the worse mistake.
 */
function isAlive(session) {
    return !session.isArchived && session.status !== "exit" && session.status !== "error";
}
const LIMITS = {
    usage_limit_exceeded: "the session has used up its ACU limit: raise devin.max-acu-limit",
    out_of_credits: "the organization is out of credits: add credits in Devin's settings",
    out_of_quota: "the organization is out of quota: raise it in Devin's settings",
    no_quota_allocation: "the organization has no quota allocated: allocate it in Devin's settings",
    payment_declined: "Devin's payment was declined: settle it in Devin's settings",
    org_usage_limit_exceeded: "the organization has reached its usage limit: raise it in Devin's settings",
    total_session_limit_exceeded: "the organization has too many sessions: end some of them in Devin",
    user_usage_limit_exceeded: "the session's user has reached their usage limit: raise it in Devin's settings",
    contract_expired: "the organization's contract with Devin has expired: renew it",
    error: "the session failed: open it, then draft the incident by hand",
};
/** A session that sleeps goes on with the next message. */
const ASLEEP = ["", "inactivity", "user_request"];
/**
 * A session that has finished mostly stays `running`, as `finished` or `waiting_for_user`, and falls asleep later;
 * it seldom reaches `exit`.
 * @see https://docs.devin.ai/api-reference/v3/sessions/get-organizations-session
 */
function stateOf({ status, statusDetail }) {
    const detail = statusDetail ?? "";
    if (status === "running") {
        if (detail === "waiting_for_approval")
            return stuck("it waits for somebody to approve an action: open it, or set devin.bypass-approval");
        if (detail === "finished" || detail === "waiting_for_user")
            return { kind: "done" };
        // Devin names new reasons without notice.
        return detail.startsWith("waiting_")
            ? stuck(`it is ${JSON.stringify((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toSingleLine */ .OX)(detail, 100))}: open it and see what it needs`)
            : { kind: "working" };
    }
    if (status === "suspended") {
        if (ASLEEP.includes(detail))
            return { kind: "done" };
        return stuck(LIMITS[detail] ?? unknownSuspension(detail));
    }
    if (status === "error")
        return stuck("it crashed: open it, then draft the incident by hand");
    return { kind: status === "exit" ? "done" : "working" };
}
/** Devin names new reasons without notice; the words are its own. */
function unknownSuspension(detail) {
    const quoted = `Devin suspended it with ${JSON.stringify((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toSingleLine */ .OX)(detail, 100))}`;
    return _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .QUOTA */ .ju.test(detail)
        ? `${quoted}, which is about what the organization may use: settle it in Devin's settings`
        : `${quoted}: open it and see what it needs`;
}
function stuck(advice) {
    return { kind: "stuck", advice };
}


/***/ }),

/***/ 2613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ isOwnTag),
/* harmony export */   Dd: () => (/* binding */ eventTag),
/* harmony export */   Dt: () => (/* binding */ fitTags),
/* harmony export */   Hv: () => (/* binding */ isByHand),
/* harmony export */   _0: () => (/* binding */ NEEDS_SOMEBODY_TAG),
/* harmony export */   fZ: () => (/* binding */ incidentTag),
/* harmony export */   hc: () => (/* binding */ PROJECT_TAG),
/* harmony export */   hm: () => (/* binding */ DEFERRED_TAG),
/* harmony export */   nm: () => (/* binding */ NUDGED_TAG),
/* harmony export */   tF: () => (/* binding */ eventByHand),
/* harmony export */   uv: () => (/* binding */ isGathering),
/* harmony export */   vJ: () => (/* binding */ toldTags),
/* harmony export */   w8: () => (/* binding */ incidentOf),
/* harmony export */   xh: () => (/* binding */ lastInstruction)
/* harmony export */ });
/* unused harmony exports BY_HAND_TAG, instructionTag */
/** The tags by which a session is found, and by which it is known what it was told. */
/** On every session of this project. */
const PROJECT_TAG = "pagerduty-postmortem";
/** On a session that a person's run started: the day's limit does not count it, and rules did not decide it. */
const BY_HAND_TAG = "by-hand";
/** On a session that was started beyond the day's limit and archived: it counts for nothing. */
const DEFERRED_TAG = "deferred";
/** On a session that was reminded once to go on without an answer. */
const NUDGED_TAG = "nudged";
/** On a session for which one reconcile was red, since it needs a person. */
const NEEDS_SOMEBODY_TAG = "needs-somebody";
/** Devin's own bound. @see https://docs.devin.ai/api-reference/v3/tags/post-organizations-session-tags */
const MOST_TAGS = 50;
// Of an incident that flaps, the older events are still found by their messages.
const KEPT_EVENTS = 5;
/** The tag by which an incident's sessions are found. */
function incidentTag(incidentId) {
    return `incident:${incidentId}`;
}
/** The tag of an event that a session has been told. */
function eventTag(eventId) {
    return `event:${eventId}`;
}
/** The tag that says what a session was asked, by facts known until `until` (epoch milliseconds). */
function instructionTag(ask, until) {
    return `asked:${ask}@${new Date(until).toISOString()}`;
}
/** The tags that say what a session was told of an event. */
function toldTags({ instruction, eventId, knownUntil, isByHand = false }) {
    return [
        eventTag(eventId),
        ...(isByHand ? [BY_HAND_TAG] : []),
        ...(knownUntil === null ? [] : [instructionTag(instruction, knownUntil)]),
    ];
}
const ASKS = ["gather", "draft", "hold"];
/** What the session with these tags was asked last; null when no tag tells. */
function lastInstruction(tags) {
    return allInstructions(tags)[0] ?? null;
}
/** Whether the session with these tags was asked to gather and never yet to draft, though perhaps to hold meanwhile. */
function isGathering(tags) {
    const asked = allInstructions(tags).map(({ ask }) => ask);
    return asked.includes("gather") && !asked.includes("draft");
}
/** The latest first. */
function allInstructions(tags) {
    const asked = tags.flatMap((tag) => {
        const [, word, time = ""] = /^asked:([a-z]+)@(.*)$/.exec(tag) ?? [];
        const until = Date.parse(time);
        const ask = ASKS.find((one) => one === word);
        return ask === undefined || Number.isNaN(until) ? [] : [{ ask, until }];
    });
    return asked.sort((a, b) => b.until - a.until);
}
/** The incident that a session is about; null when no tag tells. */
function incidentOf(tags) {
    return tags.find((tag) => tag.startsWith("incident:"))?.slice("incident:".length) ?? null;
}
/** The event that a person's run gives itself. */
function eventByHand(runId) {
    return `manual-${runId}`;
}
/** Whether a person's run started the session. */
function isByHand(tags) {
    return tags.includes(BY_HAND_TAG);
}
const STATE_TAGS = [PROJECT_TAG, BY_HAND_TAG, DEFERRED_TAG, NUDGED_TAG, NEEDS_SOMEBODY_TAG];
/** Whether a tag is one by which this project knows its sessions; the others are the configuration's, and people's. */
function isOwnTag(tag) {
    return STATE_TAGS.includes(tag) || /^(?:incident|event|asked):/.test(tag);
}
/** All tags of a session once it has the added ones too, the least needed left out where they would not fit. */
function fitTags(tags, added) {
    const all = [...new Set([...tags, ...added])];
    if (all.length <= MOST_TAGS)
        return all;
    const isOf = (prefix) => (tag) => tag.startsWith(prefix);
    const asked = allInstructions(all);
    const newest = ASKS.flatMap((ask) => {
        const last = asked.find((one) => one.ask === ask);
        return last ? [instructionTag(ask, last.until)] : [];
    });
    const others = all.filter((tag) => !isOf("event:")(tag) && !isOf("asked:")(tag));
    const room = MOST_TAGS - KEPT_EVENTS - newest.length;
    const ownFirst = others.toSorted((a, b) => Number(isOwnTag(b)) - Number(isOwnTag(a)));
    return [...ownFirst.slice(0, room), ...all.filter(isOf("event:")).slice(-KEPT_EVENTS), ...newest];
}


/***/ }),

/***/ 1446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ createGitHub),
  N: () => (/* binding */ repositoryParameters)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var classic_schemas = __nccwpck_require__(6921);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __nccwpck_require__(3759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/coerce.js


function string(params) {
    return api/* _coercedString */.K_(classic_schemas/* ZodString */.NDH, params);
}
function number(params) {
    return core._coercedNumber(schemas.ZodNumber, params);
}
function coerce_boolean(params) {
    return core._coercedBoolean(schemas.ZodBoolean, params);
}
function bigint(params) {
    return core._coercedBigint(schemas.ZodBigInt, params);
}
function date(params) {
    return core._coercedDate(schemas.ZodDate, params);
}

// EXTERNAL MODULE: ./build/src/lib/body.js
var body = __nccwpck_require__(9297);
// EXTERNAL MODULE: ./build/src/lib/http.js
var http = __nccwpck_require__(4906);
;// CONCATENATED MODULE: ./build/src/lib/version.js
/** The version that the health report and the user agent name; package.json says the same. */
const VERSION = "1.0.0";

;// CONCATENATED MODULE: ./build/src/github/client.js
/** GitHub's API in the action: octokit writes the requests, and `lib/http` decides on time, retries and errors. */




const TIMEOUT_MS = 15_000;
const API_VERSION = "2022-11-28";
/** GitHub as the token sees it. The library is loaded by the first request. */
function createGitHub({ fetch, clock, apiUrl, token }) {
    async function request(route, parameters, { schema, remedy, ...options }) {
        const octokit = await openOctokit(token, apiUrl);
        const described = { ...parameters, headers: { "x-github-api-version": API_VERSION } };
        return (0,http/* call */.T1)({
            timeoutMs: TIMEOUT_MS,
            ...options,
            clock,
            url: octokit.request.endpoint(route, described).url,
            read: (body) => schema.safeParse(body),
            readDetail,
            remedy: (status) => remedyOf(status, remedy),
            secrets: [token],
        }, (signal) => {
            const request = { signal, fetch: bounded(fetch) };
            return exchange(signal, () => octokit.request(route, { ...described, request }));
        });
    }
    return {
        request,
        graphql: (query, options) => request("POST /graphql", { baseUrl: graphqlBase(apiUrl), ...query }, options),
    };
}
/** What to do about a failure; the call knows that of a refusal alone. */
function remedyOf(status, ofRefusal) {
    if (status === null || status === 429 || status >= 500)
        return "Run this again later.";
    return status === 401 || status === 403
        ? `${ofRefusal} If your organization has an IP allow list, the runner's address must be on it.`
        : ofRefusal;
}
/** On GitHub Enterprise Server, GraphQL is beside `/api/v3`. */
function graphqlBase(apiUrl) {
    return apiUrl.replace(/\/v3$/, "");
}
/** `owner/name` as octokit's parameters want it. */
function repositoryParameters(repository) {
    const [owner = "", repo = ""] = repository.split("/");
    return { owner, repo };
}
async function openOctokit(token, apiUrl) {
    const { getOctokit } = await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(413)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2413));
    return getOctokit(token, { baseUrl: apiUrl, userAgent: `postmortem-bridge/${VERSION}` });
}
/** Octokit reads whatever comes, so the answer is read before it, up to a bound. Nothing is redirected. */
function bounded(fetch) {
    return async (url, init) => {
        // A redirect would turn a POST into a GET and could carry the token to another host.
        const response = await fetch(url, { ...init, redirect: "manual" });
        if (response.body === null)
            return response;
        // What is too large becomes a word that no schema takes, and of which no error says anything.
        const bytes = await (0,body/* readBytes */.i)(response.body, http/* MAX_ANSWER_BYTES */.gB);
        const { status, headers } = response;
        return new Response(bytes.slice(), { status, headers });
    };
}
const errorSchema = classic_schemas/* object */.Ikc({ message: classic_schemas/* string */.YjP() });
const refusedSchema = classic_schemas/* object */.Ikc({
    message: classic_schemas/* string */.YjP().optional(),
    errors: classic_schemas/* array */.YOg(errorSchema.nullable().catch(null)).catch([]),
});
/**
 * What GitHub says against a request; what was wrong with it may stand in the errors alone.
 * @see https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed
 */
function readDetail(body) {
    const { message, errors } = refusedSchema.safeParse(body).data ?? { errors: [] };
    return [message, ...errors.map((error) => error?.message)].filter(Boolean).join(": ") || null;
}
const answerSchema = classic_schemas/* object */.Ikc({
    status: classic_schemas/* number */.aig(),
    headers: classic_schemas/* record */.g1P(classic_schemas/* string */.YjP(), string()),
    data: classic_schemas/* unknown */.L5J(),
});
const refusalSchema = classic_schemas/* object */.Ikc({ response: answerSchema });
const brokenSchema = classic_schemas/* object */.Ikc({ cause: classic_schemas/* unknown */.L5J() });
/** What GitHub answered, a refusal included, which octokit throws. Throws where there was no answer. */
async function exchange(signal, send) {
    const { status, headers, data } = await send().then((answer) => answerSchema.parse(answer), (error) => {
        const refusal = refusalSchema.safeParse(error);
        if (refusal.success)
            return refusal.data.response;
        // Octokit wraps what its request ended with.
        throw brokenSchema.parse(error).cause;
    });
    // Octokit takes a body that broke off for an empty one.
    signal.throwIfAborted();
    // What is no JSON stays text.
    const isJson = data === "" || typeof data !== "string";
    return {
        status,
        headers: new Headers(headers),
        body: data === "" || !isJson ? undefined : data,
        isJson,
    };
}


/***/ }),

/***/ 5:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readRepository),
/* harmony export */   e: () => (/* binding */ requirePrivate)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6921);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9862);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1446);
/** The docs repository on GitHub: who may read it. */



// Reading twice does no harm.
const TRIES = 3;
const repositorySchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ private: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY() });
/**
 * Refuses a public docs repository unless the configuration allows it: the draft, the summary and the log would
 * publish PagerDuty's text. The run's event mostly tells; otherwise GitHub is asked. Throws SettingsError, and
 * RequestError when GitHub does not say, since the run must not go on without knowing.
 */
async function requirePrivate(options) {
    if (options.allowPublic || (await isPrivate(options)))
        return;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .GN([
        `The docs repository ${options.repository} is public, and a draft would publish what PagerDuty knows of the incident; make it private, or set allow-public: true in the configuration`,
    ]);
}
async function isPrivate(options) {
    const told = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repository: repositorySchema }).safeParse(options.payload);
    const repository = told.data?.repository ?? (await readRepository(options));
    return repository.private;
}
/** What GitHub says of the docs repository to the run's token; throws SettingsError without one, and RequestError. */
function readRepository({ repository, github }) {
    if (github === null)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .GN([
            "github-token is empty; GitHub is asked with it whether the docs repository is public",
        ]);
    return github.request("GET /repos/{owner}/{repo}", (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryParameters */ .N)(repository), {
        attempt: "Asking GitHub whether the docs repository is public",
        remedy: "Check github-token, or set allow-public in the configuration.",
        schema: repositorySchema,
        tries: TRIES,
    });
}


/***/ }),

/***/ 5867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ dispatchPayloadSchema),
/* harmony export */   i: () => (/* binding */ incidentSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6921);
/* harmony import */ var _incident_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3608);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2525);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3889);
/** The `client_payload` of the repository_dispatch, as the action reads it. */




const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable().default(null);
const held = (form) => zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(form).nullable().catch(null);
/** An incident with the id that makes it one. */
const incidentSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: _reference_js__WEBPACK_IMPORTED_MODULE_0__/* .incidentIdSchema */ .j }, "has no id, such as Q1ORDERSPOOL01")
    .transform((fields) => (0,_incident_js__WEBPACK_IMPORTED_MODULE_2__/* .incidentWith */ .L)(fields.id, fields));
const eventSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .eventIdPattern */ .ms, "is not an event's id"),
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .eventTypePattern */ .RV, "is not an event's type"),
    occurred_at: held(_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .timePattern */ .Qm),
    agent: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: text, summary: text }).nullable().default(null),
});
/**
 * Written by the function and read by the action, which may be of different ages. An unknown key is ignored; `version`
 * changes when an old reader would misunderstand.
 */
const dispatchPayloadSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    delivery: held(_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .deliveryPattern */ .Ng),
    event: eventSchema,
    incident: incidentSchema,
});


/***/ }),

/***/ 3608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ incidentWith)
/* harmony export */ });
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(467);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2525);
/** What is known of an incident, in the one form that the function writes and the action reads. */


/**
 * The incident with this id and what else is known of it. Whoever may write to the repository can make up a dispatch, so
 * each text that has a form is held to it: what is not a time, a link to PagerDuty or one of its words is as good as
 * absent; it must not cost the incident.
 */
function incidentWith(id, fields) {
    const service = readNamed(fields["service"]);
    return {
        id,
        number: wholeNumber(fields["number"]),
        title: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(fields["title"]),
        status: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formed */ .Gd)(_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .statusPattern */ .Ff, fields["status"]),
        url: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formed */ .Gd)(_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .linkPattern */ .Xf, fields["url"]),
        created_at: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formed */ .Gd)(_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .timePattern */ .Qm, fields["created_at"]),
        reopened_at: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formed */ .Gd)(_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .timePattern */ .Qm, fields["reopened_at"]),
        urgency: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formed */ .Gd)(_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .urgencyPattern */ .Yi, fields["urgency"]),
        priority: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(fields["priority"]),
        service: service && { ...service, url: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formed */ .Gd)(_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .linkPattern */ .Xf, (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)(fields["service"])?.["url"]) },
        teams: listOf(fields["teams"]).flatMap((team) => readNamed(team) ?? []),
        escalation_policy: readNamed(fields["escalation_policy"]),
        type: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formed */ .Gd)(_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .incidentTypePattern */ .bA, fields["type"]),
        merged_into: readMergedInto(fields["merged_into"]),
        api_url: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formed */ .Gd)(_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .apiLinkPattern */ .JP, fields["api_url"]),
    };
}
function readNamed(value) {
    const fields = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)(value);
    return fields && { id: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(fields["id"]), name: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(fields["name"]) };
}
/** That an incident was merged counts, even where it cannot be read into which one. */
function readMergedInto(value) {
    return value === null || value === undefined
        ? null
        : ((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formed */ .Gd)(_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .incidentIdPattern */ .SU, value) ?? "another incident");
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function wholeNumber(value) {
    return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}


/***/ }),

/***/ 2525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ apiAddressOf),
/* harmony export */   Ff: () => (/* binding */ statusPattern),
/* harmony export */   JP: () => (/* binding */ apiLinkPattern),
/* harmony export */   Jl: () => (/* binding */ samplePattern),
/* harmony export */   M7: () => (/* binding */ tokenPattern),
/* harmony export */   Ng: () => (/* binding */ deliveryPattern),
/* harmony export */   P0: () => (/* binding */ holdsSeveralPriorities),
/* harmony export */   Qm: () => (/* binding */ timePattern),
/* harmony export */   RV: () => (/* binding */ eventTypePattern),
/* harmony export */   SU: () => (/* binding */ incidentIdPattern),
/* harmony export */   Uf: () => (/* binding */ NOT_A_TOKEN),
/* harmony export */   Vk: () => (/* binding */ INCIDENT_EVENTS),
/* harmony export */   Xf: () => (/* binding */ linkPattern),
/* harmony export */   Yi: () => (/* binding */ urgencyPattern),
/* harmony export */   Z0: () => (/* binding */ repositoryPattern),
/* harmony export */   bA: () => (/* binding */ incidentTypePattern),
/* harmony export */   dE: () => (/* binding */ trimmed),
/* harmony export */   gP: () => (/* binding */ isComparison),
/* harmony export */   ms: () => (/* binding */ eventIdPattern),
/* harmony export */   nU: () => (/* binding */ notAnAddress),
/* harmony export */   qT: () => (/* binding */ expressionProblem),
/* harmony export */   rH: () => (/* binding */ nameProblem)
/* harmony export */ });
/* unused harmony exports ownEventIdPattern, hasLoneBracket, itemsOf */
/** The forms that strings must have, for schemas and for the function, which has no time to load a schema library. */
/** The event types that can be forwarded, by PagerDuty's own names. */
const INCIDENT_EVENTS = [
    "incident.acknowledged",
    "incident.priority_updated",
    "incident.reopened",
    "incident.resolved",
];
/**
 * PagerDuty's incident ids: upper-case letters and digits that begin with P, Q or R, so far 7 or 14 of them; and those
 * of samples, which PagerDuty never makes.
 * @see https://developer.pagerduty.com/docs/ZG9jOjExMDI5NTU5-types
 */
const incidentIdPattern = /^(?:[PQR][A-Z0-9]{4,31}|SAMPLE[A-Z0-9]{1,26})$/;
/** An incident that somebody made up to see whether all is set up: it passes every filter and starts nothing. */
const samplePattern = /^SAMPLE/;
/** Ids that this project gives to events of its own, which PagerDuty's must not be taken for. */
const ownEventIdPattern = /^(?:manual|missed)-/i;
/** PagerDuty's ids have three forms already; all are of these characters. */
const eventIdPattern = /^[\w.-]{1,128}$/;
/** The form of a delivery's id, X-Webhook-Id. */
const deliveryPattern = /^[\w-]{1,64}$/;
/** The form of an event type, known or not. */
const eventTypePattern = /^[\w.]{1,100}$/;
/** A moment in ISO 8601 with its offset, of a day that exists. */
const timePattern = /^(?!.{41})(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
/** A link to PagerDuty's own pages or API. */
const linkPattern = /^(?=.{0,2048}$)https:\/\/(?:[a-z\d-]+\.)+pagerduty\.com(?:\/[^\s<>"'`\\(){}|^[\]]*)?$/;
/** The address of something in PagerDuty's REST API, where it also is a link. */
const apiLinkPattern = /^(?=.{0,2048}$)https:\/\/api\.(?:eu\.)?pagerduty\.com(?:\/[^\s<>"'`\\(){}|^[\]]*)?$/;
const statusPattern = /^(?:triggered|acknowledged|resolved)$/;
const urgencyPattern = /^(?:high|low)$/;
const incidentTypePattern = /^[\w.-]{1,100}$/;
const PRIORITY = /(?<![a-z])(?:P|SEV)[ _-]?\d/gi;
/** Whether one text holds two priorities or more, such as `P1 P2`: it was meant as a list. */
function holdsSeveralPriorities(written) {
    return (written.match(PRIORITY) ?? []).length > 1;
}
// `P[12]`, `SEV1-3`.
const SPAN = /(?<![a-z])(?:P|SEV)[ _-]?(?:\[|\d(?:-|\u2013|\.\.)\d(?!\d))/i;
/** Whether a text compares in place of naming, such as `>=P2` or `[P1`: a list in brackets, cut at its commas. */
function isComparison(written) {
    return (/^(?:[!<>=~]|not\s|[[({].*[\])}]$)|=/i.test(written) || hasLoneBracket(written) || SPAN.test(written));
}
/** Whether brackets are cut apart, as those of a list are at its commas. */
function hasLoneBracket(written) {
    const count = (bracket) => (written.match(bracket) ?? []).length;
    return count(/[[({]/g) !== count(/[\])}]/g);
}
// A currency may end a name, as in `Checkout US$`.
const EXPRESSION = /^\^|^\(\?|^\.\*|^\/.*\/i?$|^%.*%$|(?<!\s|(?<![\p{L}\p{N}])\p{Lu}{1,3})\$$/u;
/** The rest of the sentence where a name is written as a regular expression, or as SQL has it; null where it is not. */
function expressionProblem(written) {
    return EXPRESSION.test(written) ? "looks like a regular expression, of which only * is known" : null;
}
const ADDRESS = /^https?:\/\/|\.pagerduty\.com\//i;
// Ids have capitals alone, so `services/payments` is a name.
const PATH = /^\/?(?:services|service-directory|teams)\/P[A-Z\d]{6,13}(?:\/|$)/;
const SEVERAL_IDS = /^P[A-Z\d]{6,13}(?:[\s;|]+P[A-Z\d]{6,13})+$/;
/** The same where it is an address, a regular expression or several ids: it would match nothing. */
function nameProblem(written) {
    if (ADDRESS.test(written) || PATH.test(written))
        return "is an address; write the name, or the id at the address's end";
    if (SEVERAL_IDS.test(written))
        return "holds several ids; each is an item of its own";
    return expressionProblem(written);
}
/** `owner/name` of a GitHub repository. */
const repositoryPattern = /^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)(?!.*\.git$)[\w.-]{1,100}$/;
/** A key or token: only what can stand in a header, since fetch would name anything else in its error. */
const tokenPattern = /^(?!["'`])[\x21-\x7e]+$/;
const NOT_A_TOKEN = "holds spaces or other characters that no token has; copy it again";
/** A setting as it was written: surrounding spaces do not count and an empty one is absent. */
function trimmed(written) {
    return written?.trim() || undefined;
}
/** The items between the commas; empty ones do not count. */
function itemsOf(written) {
    return (written ?? "")
        .split(",")
        .map((item) => item.trim())
        .filter((item) => item !== "");
}
/** The address of an API without its last slash: https, or http on this machine for trying things out; else null. */
function apiAddressOf(written) {
    const address = URL.parse(written);
    const isLocal = address?.hostname === "127.0.0.1" || address?.hostname === "localhost";
    const isPlain = address && !address.username && !address.password && !address.search && !address.hash;
    return isPlain && (address.protocol === "https:" || (address.protocol === "http:" && isLocal))
        ? address.href.replace(/(?<!\/)\/+$/, "")
        : null;
}
function notAnAddress(example) {
    return `is not an address such as ${example}`;
}


/***/ }),

/***/ 1735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ recordSchema),
/* harmony export */   s: () => (/* binding */ blankRecord)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6921);
/* harmony import */ var _dispatch_payload_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5867);
/** The form of a record: the incident with its timeline, notes, alerts and changes, and the figures derived from them. */


const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable();
/** An instant in epoch milliseconds that a Date can hold. */
const instant = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(-8.64e15).max(8.64e15);
const unknownInstant = instant.nullable().default(null);
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative();
const minutes = count.nullable().default(null);
const linkSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ href: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), text });
const resolverSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["user", "integration", "automation"]), name: text });
/** One row: an instant, what happened and to whom, who did it, and the words that were written. */
const timelineRowSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    at: instant,
    what: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    by: text,
    /** A note, a status update or an alert in its own words, as long as it was. */
    quote: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    links: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(linkSchema).optional(),
});
const noteSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ at: instant, by: text, text: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const alertSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    at: instant,
    summary: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    severity: text,
    status: text,
    source: text,
    /** Text, or compact JSON. */
    details: text,
    links: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(linkSchema),
});
const changeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    at: instant,
    summary: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    source: text,
    /** Relative to the incident. */
    when: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["before", "during", "after"]),
    /** Why PagerDuty relates it to the incident. */
    reason: text,
    links: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(linkSchema),
    details: text,
});
const pastIncidentSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), title: text, at: instant.nullable() });
/** Strings are as strangers wrote them: whoever renders one escapes it. What is left out is not known. */
const recordSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    /** From REST where it was read, else from the event. */
    incident: _dispatch_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .incidentSchema */ .i,
    /** Null where a time is not known. */
    createdAt: unknownInstant,
    acknowledgedAt: unknownInstant,
    resolvedAt: unknownInstant,
    /** Whole minutes from created, rounded down; null when either end is not known. */
    durationMinutes: minutes,
    minutesToAcknowledge: minutes,
    /** Null when not known. */
    wasAcknowledged: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable().default(null),
    /** Null when not resolved, or not known. */
    resolvedBy: resolverSchema.nullable().default(null),
    reopenings: count.default(0),
    escalations: count.default(0),
    /** Names of those who took part until the resolve, each once. */
    responders: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).default([]),
    /** Names of all people that the record knows, each once, in the order in which the log first has them. */
    people: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).default([]),
    timeline: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(timelineRowSchema).default([]),
    notes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(noteSchema).default([]),
    alerts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(alertSchema).default([]),
    changes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(changeSchema).default([]),
    pastIncidents: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(pastIncidentSchema).default([]),
    customFields: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), value: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })).default([]),
    /** 1 is the account's most severe priority; null when not known. */
    priorityRank: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive().nullable().default(null),
    /** What could not be read and why, one plain sentence each. */
    missing: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).default([]),
});
/** The record of an incident of which nothing is known but its id. */
function blankRecord(id) {
    return recordSchema.parse({ incident: { id } });
}


/***/ }),

/***/ 3889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ incidentIdSchema),
/* harmony export */   v: () => (/* binding */ parseIncidentReference)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6921);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2525);
/** What a person types to name an incident. */


const NOT_AN_INCIDENT_ID = "is not a PagerDuty incident id, such as Q1ORDERSPOOL01";
/** An incident's id, or a sentence that says what one looks like. */
const incidentIdSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(NOT_AN_INCIDENT_ID).regex(_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .incidentIdPattern */ .SU, NOT_AN_INCIDENT_ID);
/** Reads an id, a number or an incident's URL; null when it is none of them. */
function parseIncidentReference(typed) {
    if (_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .incidentIdPattern */ .SU.test(typed))
        return { kind: "id", id: typed, region: null };
    if (/^#?[1-9]\d{0,14}$/.test(typed))
        return { kind: "number", number: Number(typed.replace("#", "")) };
    const address = URL.parse(typed);
    // Its page has parts of their own, such as the timeline.
    const id = address && /^\/incidents\/([^/]+)/.exec(address.pathname)?.[1];
    if (!id || !_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .incidentIdPattern */ .SU.test(id))
        return null;
    if (address.protocol !== "https:" || !/\.pagerduty\.com$/.test(address.host))
        return null;
    return { kind: "id", id, region: /\.eu\.pagerduty\.com$/.test(address.host) ? "eu" : "us" };
}


/***/ }),

/***/ 2352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KJ: () => (/* binding */ listStarted),
/* harmony export */   PI: () => (/* binding */ refusalBeyondLimit),
/* harmony export */   _w: () => (/* binding */ startedSince),
/* harmony export */   pX: () => (/* binding */ hasCapacity)
/* harmony export */ });
/* harmony import */ var _devin_session_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9122);
/* harmony import */ var _devin_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2613);
/* harmony import */ var _lib_time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6016);
/* harmony import */ var _policy_gate_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7749);
/** The day's limit on new sessions. */




/** Whether the limit of any rolling 24 hours allows one more session now. */
async function hasCapacity(context, { limits }) {
    return (await listStarted(context)).length < limits["sessions-per-day"];
}
/** Why a session that was started just now has to go: as many as the limit allows are older. Null when it may stay. */
async function refusalBeyondLimit(context, { limits }, created) {
    const listed = await listStarted(context);
    const older = listed.filter((session) => session.id !== created.id && (0,_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .byAge */ .jI)(session, created) < 0);
    return older.length < limits["sessions-per-day"] ? null : _policy_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMIT_REACHED */ .n;
}
/** The sessions that the limit counts now. */
async function listStarted({ clock, devin }) {
    const since = Math.floor((clock.now() - _lib_time_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY_MS */ .sO) / 1_000);
    return startedSince(await devin().listSessions(_devin_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .PROJECT_TAG */ .hc, { createdSince: since }), since);
}
/** The sessions that the limit counts: those since an instant in epoch seconds, less what was by hand or deferred. */
function startedSince(sessions, since) {
    return sessions.filter(({ tags, createdAt }) => createdAt >= since && !(0,_devin_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .isByHand */ .Hv)(tags) && !tags.includes(_devin_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFERRED_TAG */ .hm));
}


/***/ }),

/***/ 8130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  UY: () => (/* binding */ connectGitHub),
  uu: () => (/* binding */ connectPagerDuty),
  fy: () => (/* binding */ createJobContext),
  XF: () => (/* binding */ isInDocsRepository)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __nccwpck_require__(6921);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __nccwpck_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/http.js
var http = __nccwpck_require__(4906);
// EXTERNAL MODULE: ./build/src/devin/refusal.js
var devin_refusal = __nccwpck_require__(9930);
;// CONCATENATED MODULE: ./build/src/devin/call.js
/** One call to Devin's API: the key, the deadline, and what a refusal means. */



/** The tries of a call that may be repeated. */
const READ_TRIES = 3;
/** What to do where nothing else helps. */
const LATER = "Run this again later.";
const TIMEOUT_MS = 30_000;
/** Makes the function by which all calls go to Devin. */
function createCall({ fetch, clock, apiUrl, apiKey, hidden }) {
    return ({ path, permission, advice = LATER, ...rest }) => (0,http/* request */.Em)({
        fetch,
        clock,
        ...rest,
        url: `${apiUrl}${path}`,
        headers: { authorization: `Bearer ${apiKey}` },
        timeoutMs: TIMEOUT_MS,
        readDetail: devin_refusal/* readDetail */.on,
        remedy: (status, detail) => (0,devin_refusal/* remedyOf */.SM)(status, detail, { permission, advice }),
        secrets: [apiKey],
        hidden,
    });
}
/** The failure of a call that Devin took, and whose answer cannot be used. */
function unusable(attempt, detail, advice = LATER) {
    return new errors/* RequestError */.GI(`${attempt} failed: ${detail}. ${advice}`, { detail });
}

// EXTERNAL MODULE: ./build/src/lib/text.js
var lib_text = __nccwpck_require__(5498);
;// CONCATENATED MODULE: ./build/src/devin/pages.js
/** A list of Devin's, read to its end. */


const PAGE = 200;
const MAX_PAGES = 50;
function pageOf(item) {
    return schemas/* object */.Ikc({
        items: schemas/* array */.YOg(item),
        end_cursor: schemas/* string */.YjP().nullish(),
        has_next_page: schemas/* boolean */.zMY().nullish(),
    });
}
/** All items of a list; a list that is not whole is a RequestError, since what matters may be on the part not seen. */
async function readPages(call, item, attempt, path, query) {
    const found = [];
    let after = null;
    for (let page = 0; page < MAX_PAGES; page++) {
        const parameters = new URLSearchParams({
            ...query,
            first: String(PAGE),
            ...(after === null ? {} : { after }),
        });
        const answer = await call({
            attempt,
            permission: "ViewOrgSessions",
            method: "GET",
            path: `${path}?${parameters}`,
            schema: pageOf(item),
            tries: READ_TRIES,
        });
        found.push(...answer.items);
        if (!answer.has_next_page)
            return found;
        if (!answer.end_cursor)
            throw unusable(attempt, "Devin's list was not whole, it promised a further page without saying where");
        after = answer.end_cursor;
    }
    throw unusable(attempt, `Devin's list was not whole, it went on after ${MAX_PAGES} pages`);
}

;// CONCATENATED MODULE: ./build/src/devin/organization.js
/** The organization that a key belongs to. */





const MISSING = "devin-org-id is missing; devin-api-key belongs to no single organization, so set it to the id (org-\u2026) that Devin shows in its settings";
const MOST_NAMED = 20;
const organizationSchema = schemas/* object */.Ikc({ org_id: schemas/* string */.YjP(), name: schemas/* string */.YjP().optional().catch(undefined) });
/**
 * Gives the id of the organization, which the key is asked for once where `orgId` is null. Throws SettingsError where
 * the key belongs to none, or to an enterprise that has several.
 */
function createOrganization(call, orgId) {
    let found = orgId === null ? null : Promise.resolve(orgId);
    return () => {
        found ??= find(call);
        return found;
    };
}
async function find(call) {
    const self = await call({
        attempt: "Asking Devin which organization devin-api-key belongs to",
        permission: "a role in one organization",
        method: "GET",
        path: "/v3/self",
        schema: schemas/* object */.Ikc({ org_id: schemas/* string */.YjP().nullish() }),
        tries: READ_TRIES,
    });
    return self.org_id ?? (await onlyOne(call));
}
/** The organization of an enterprise's key, where the enterprise has one alone. */
async function onlyOne(call) {
    const all = await readAll(call);
    const [only, ...others] = all;
    if (only && others.length === 0)
        return only.org_id;
    const named = all.map(({ org_id, name }) => (name ? `${org_id} (${(0,lib_text/* toSingleLine */.OX)(name, 60)})` : org_id));
    const list = named.slice(0, MOST_NAMED).join(", ");
    throw new errors/* SettingsError */.GN([list === "" ? MISSING : `${MISSING}: ${list}`]);
}
async function readAll(call) {
    const attempt = "Asking Devin for the organizations of devin-api-key";
    try {
        return await readPages(call, organizationSchema, attempt, "/v3/enterprise/organizations", {});
    }
    catch (error) {
        // A key that may not ask belongs to no enterprise.
        if (!(error instanceof errors/* RequestError */.GI) || error.effect === "unknown")
            throw error;
        throw new errors/* SettingsError */.GN([MISSING]);
    }
}

// EXTERNAL MODULE: ./build/src/devin/session.js
var devin_session = __nccwpck_require__(9122);
// EXTERNAL MODULE: ./build/src/devin/tags.js
var devin_tags = __nccwpck_require__(2613);
;// CONCATENATED MODULE: ./build/src/devin/client.js
/** Devin's language: the sessions of one organization, API v3. */









/**
 * Makes a client. Without `orgId` the key is asked which organization it belongs to, once.
 * @see https://docs.devin.ai/api-reference/overview
 */
function createDevin({ orgId, ...settings }) {
    const call = createCall(settings);
    const organization = createOrganization(call, orgId);
    async function inOrganization(path) {
        return `/v3/organizations/${encodeURIComponent(await organization())}${path}`;
    }
    function sessions(path = "") {
        return inOrganization(`/sessions${path}`);
    }
    /** Why no further session is created: our tags were refused or dropped. */
    let untagged = null;
    async function getSession(id) {
        return await call({
            attempt: "Reading the session",
            permission: "ViewOrgSessions",
            method: "GET",
            path: await sessions(`/${(0,devin_session/* prefixed */.gV)(id)}`),
            schema: devin_session/* sessionSchema */._M,
            tries: READ_TRIES,
        });
    }
    async function create({ options, ...session }) {
        return await call({
            attempt: "Starting the Devin session",
            permission: permissionsFor(options),
            method: "POST",
            path: await sessions(),
            body: {
                prompt: session.prompt,
                title: session.title,
                tags: session.tags,
                repos: session.repos,
                structured_output_schema: session.structuredOutputSchema,
                attachment_urls: session.attachmentUrls.length > 0 ? session.attachmentUrls : undefined,
                ...options,
            },
            schema: devin_session/* sessionSchema */._M,
            advice: "Look in Devin for a session of this incident, then run this again: it will not start a second one.",
        });
    }
    // What is archived stays archived, so it may be repeated.
    async function archiveSession(id) {
        await call({
            attempt: "Archiving the session",
            permission: "ManageOrgSessions",
            method: "DELETE",
            path: await sessions(`/${(0,devin_session/* prefixed */.gV)(id)}?archive=true`),
            schema: schemas/* unknown */.L5J(),
            tries: READ_TRIES,
        });
    }
    return {
        async connect() {
            await organization();
        },
        async listSessions(tag, { createdSince, updatedSince } = {}) {
            // Whether the filter is strict is not documented; a session of another incident must never be adopted, and
            // whatever form it has is not this incident's affair.
            const own = schemas/* preprocess */.vkY((item) => ((0,devin_session/* hasTag */.ti)(item, tag) ? item : null), devin_session/* sessionSchema */._M.nullable());
            const query = {
                tags: tag,
                ...(createdSince === undefined ? {} : { created_after: String(createdSince) }),
                ...(updatedSince === undefined ? {} : { updated_after: String(updatedSince) }),
            };
            const path = await sessions();
            const attempt = "Looking for the incident's sessions";
            // Whether the list hides archived sessions unless asked for them is not documented.
            const [shown, archived] = await Promise.all([
                readPages(call, own, attempt, path, query),
                readPages(call, own, attempt, path, { ...query, is_archived: "true" }),
            ]);
            const found = [...shown, ...archived].filter((session) => session !== null);
            return [...new Map(found.map((session) => [session.id, session])).values()].sort(devin_session/* byAge */.jI);
        },
        getSession,
        async createSession(session) {
            if (untagged !== null)
                throw new errors/* SettingsError */.GN([untagged]);
            let created;
            try {
                created = await create(session);
            }
            catch (error) {
                if (!(error instanceof errors/* RequestError */.GI) || !(0,devin_refusal/* isTagRefusal */.NS)(error.status, error.detail))
                    throw error;
                untagged = error.message;
                throw new errors/* SettingsError */.GN([untagged]);
            }
            const isWhole = ({ tags }) => session.tags.filter(devin_tags/* isOwnTag */.$3).every((tag) => tags.includes(tag));
            if (isWhole(created))
                return created;
            // The answer to a create may be shorter than the session is.
            const looked = await getSession(created.id);
            if (isWhole(looked))
                return looked;
            const refusal = await (0,http/* errorMessageOf */.dS)(() => archiveSession(created.id));
            const rest = refusal === null ? "it was archived" : `archive it in Devin. ${refusal}`;
            untagged = `Devin dropped tags of the session ${(0,devin_session/* linkOf */.IJ)(created)}, so it would not be found again: ${rest}. ${devin_refusal/* TAGS_ADVICE */.FQ}`;
            throw new errors/* SettingsError */.GN([untagged]);
        },
        async sendMessage(id, message) {
            await call({
                attempt: "Sending the update to the session",
                permission: "ManageOrgSessions",
                method: "POST",
                path: await sessions(`/${(0,devin_session/* prefixed */.gV)(id)}/messages`),
                body: { message },
                schema: schemas/* unknown */.L5J(),
            });
        },
        async listMessages(id) {
            const path = await sessions(`/${(0,devin_session/* prefixed */.gV)(id)}/messages`);
            const item = schemas/* object */.Ikc({ message: schemas/* string */.YjP(), source: schemas/* unknown */.L5J().optional() }).nullable().catch(null);
            const messages = await readPages(call, item, "Reading the session's messages", path, {});
            return messages.flatMap((one) => (one === null || one.source === "devin" ? [] : [one.message]));
        },
        // Adding a tag twice leaves one, so it may be repeated.
        async addTags(id, tags, added) {
            const all = (0,devin_tags/* fitTags */.Dt)(tags, added);
            const isFitting = tags.every((tag) => all.includes(tag));
            const attempt = "Tagging the session";
            const answer = await call({
                attempt,
                permission: "ManageOrgSessions",
                method: isFitting ? "POST" : "PUT",
                path: await sessions(`/${(0,devin_session/* prefixed */.gV)(id)}/tags`),
                body: { tags: isFitting ? added : all },
                schema: schemas/* object */.Ikc({ tags: schemas/* array */.YOg(schemas/* string */.YjP()) })
                    .nullish()
                    .catch(null),
                tries: READ_TRIES,
            });
            const dropped = answer ? added.filter((tag) => !answer.tags.includes(tag)) : [];
            if (dropped.length > 0)
                throw unusable(attempt, `Devin dropped ${dropped.join(", ")}`, devin_refusal/* TAGS_ADVICE */.FQ);
        },
        async uploadAttachment(name, text) {
            const form = new FormData();
            form.set("file", new Blob([text], { type: "application/json" }), name);
            const uploaded = await call({
                attempt: "Uploading the evidence",
                permission: "UseDevinSessions",
                method: "POST",
                path: await inOrganization("/attachments"),
                form,
                schema: schemas/* object */.Ikc({ url: schemas/* url */.OZ5() }),
                tries: READ_TRIES,
            });
            return uploaded.url;
        },
        archiveSession,
    };
}
function permissionsFor({ create_as_user_id, bypass_approval }) {
    return [
        "ManageOrgSessions",
        ...(create_as_user_id === undefined ? [] : ["ImpersonateOrgSessions"]),
        ...(bypass_approval ? ["UseDevinExpert"] : []),
    ].join(", ");
}

// EXTERNAL MODULE: ./build/src/github/client.js + 2 modules
var client = __nccwpck_require__(1446);
// EXTERNAL MODULE: ./build/src/pagerduty/client.js + 5 modules
var pagerduty_client = __nccwpck_require__(32);
// EXTERNAL MODULE: ./build/src/settings/inputs.js + 2 modules
var settings_inputs = __nccwpck_require__(7427);
;// CONCATENATED MODULE: ./build/src/jobs/context.js
/** What every job is given: the run's event and inputs, the clock, the network, the checkout, and the services' clients. */




/** Makes the context of a run from its surroundings and its inputs, which have been read. */
function createJobContext(surroundings, inputs) {
    const { fetch, clock } = surroundings;
    const hidden = [];
    let client = null;
    return {
        ...surroundings,
        inputs,
        hidden,
        devin: () => {
            client ??= createDevin({
                fetch,
                clock,
                apiUrl: inputs["devin-api-url"],
                apiKey: (0,settings_inputs/* requireApiKey */.Ft)(inputs),
                orgId: inputs["devin-org-id"] ?? null,
                hidden,
            });
            return client;
        },
    };
}
/**
 * PagerDuty's client; null without a token. The address of the inputs comes first, then `apiUrl`, which is that of the
 * incident's region where it is known.
 */
function connectPagerDuty({ inputs, fetch, clock }, apiUrl) {
    const token = inputs["pagerduty-token"];
    if (token === undefined)
        return null;
    return (0,pagerduty_client/* createPagerDuty */.W)({
        fetch,
        clock,
        apiUrl: inputs["pagerduty-api-url"] ?? apiUrl ?? "https://api.pagerduty.com",
        auth: inputs["pagerduty-auth"],
        token,
        from: inputs["pagerduty-from"],
    });
}
/** GitHub as the run's token sees it; null without a token. */
function connectGitHub({ inputs, fetch, clock, githubApiUrl }) {
    const token = inputs["github-token"];
    return token === undefined ? null : (0,client/* createGitHub */.C)({ fetch, clock, apiUrl: githubApiUrl, token });
}
/** Whether a pull request is in the docs repository; Devin may have opened others. */
function isInDocsRepository({ serverUrl, repository, }) {
    const prefix = `${serverUrl}/${repository}/pull/`.toLowerCase();
    return (pullRequest) => pullRequest.toLowerCase().startsWith(prefix);
}


/***/ }),

/***/ 9479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ readInputsOf),
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   sY: () => (/* binding */ assertRepositoryPrivate)
/* harmony export */ });
/* harmony import */ var _github_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9862);
/* harmony import */ var _settings_configuration_file_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2600);
/* harmony import */ var _settings_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7427);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8130);
/** The inputs and the configuration of a run, and whether the docs repository may carry PagerDuty's text. */





/** The inputs; throws SettingsError with every problem of them, and of the configuration that would be read by them. */
async function readInputsOf(surroundings) {
    const { event, inputs: written, loadConfiguration } = surroundings;
    const { inputs, problems } = (0,_settings_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .TL)(written);
    if (inputs !== null)
        return inputs;
    // A check is configured by the base of its pull request, not by the checkout.
    if (event.name === "pull_request" || written["job"] === "check")
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .GN(problems);
    const configuration = await loadConfiguration(written["config"]?.trim() || _settings_configuration_file_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_CONFIG */ .PV);
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .GN([...problems, ...missingKey(event.name, written), ...configuration.problems]);
}
/** The configuration in the checkout; throws SettingsError where it is missing or wrong. */
async function loadConfig({ event, inputs, loadConfiguration, }) {
    const { config, problems, warnings, source } = await loadConfiguration(inputs.config);
    if (config !== null)
        return { config, warnings, source };
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .GN([...missingKey(event.name, inputs), ...problems]);
}
/** The key is asked for when a session needs it; beside other problems it is named with them. */
function missingKey(event, inputs) {
    const isDryRun = String(inputs["dry-run"]) === "true";
    const job = inputs.job || "auto";
    const isFollowUps = job === "follow-ups" || (job === "auto" && event === "push");
    const isMissing = String(inputs["devin-api-key"] ?? "").trim() === "";
    return isMissing && !isDryRun && !isFollowUps ? [_settings_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .NO_DEVIN_KEY */ .nb] : [];
}
/** Throws SettingsError where the docs repository is public and the configuration does not allow that. */
async function assertRepositoryPrivate(context, config) {
    const { event, repository } = context;
    await (0,_github_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .requirePrivate */ .e)({
        allowPublic: config["allow-public"],
        payload: event.payload,
        repository,
        github: (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .connectGitHub */ .UY)(context),
    });
}


/***/ }),

/***/ 9472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ outputsOf)
/* harmony export */ });
/* harmony import */ var _check_report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4418);
/** The outputs of the action, by their names in action.yml. */

/** What the result has to say under each name; an empty output is left out. */
function outputsOf(result) {
    const all = { job: result.job, decision: result.decision, reason: result.reason, ...ownOutputs(result) };
    return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])));
}
function ownOutputs(result) {
    if (result.kind === "incident")
        return {
            "incident-id": result.incident.id,
            "session-id": result.session?.id,
            "session-url": result.session?.url,
            "postmortem-path": result.path,
            "pull-request-url": result.pullRequest,
        };
    if (result.kind === "sample")
        return { "incident-id": result.incident.id };
    if (result.kind === "check")
        return {
            findings: String(result.checked.findings.length),
            errors: String((0,_check_report_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(result.checked, "error")),
        };
    if (result.kind === "follow-ups")
        return { "open-items": String(result.openItems), "overdue-items": String(result.overdueItems) };
    return {};
}


/***/ }),

/***/ 7273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ nothingToDo),
/* harmony export */   dJ: () => (/* binding */ failuresOf),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   oo: () => (/* binding */ undecided)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9862);
/** What a job came to. Each kind of job has its own fields, and every one has its warnings and failures. */

function nothingSaid() {
    return { configuration: null, warnings: [], failures: [] };
}
/** An incident of which nothing was decided yet. */
function undecided(job, { id, number, url }, record) {
    return {
        kind: "incident",
        job,
        decision: null,
        reason: null,
        incident: { id, number, url },
        record,
        session: null,
        path: null,
        pullRequest: null,
        outcome: null,
        prompt: null,
        ...nothingSaid(),
    };
}
/** A job that had nothing to do, and why. */
function nothingToDo(job, reason) {
    return { kind: "empty", job, decision: "skipped", reason, ...nothingSaid() };
}
/** A job that failed before it came to anything. */
function failed(job, failures) {
    return { kind: "empty", job, decision: null, reason: null, ...nothingSaid(), failures };
}
/** The sentences of a broken promise; what is none is a bug of ours and is thrown again. */
function failuresOf(error) {
    if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SettingsError */ .GN)
        return error.problems;
    if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI)
        return [error.message];
    throw error;
}


/***/ }),

/***/ 2909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ runJob)
});

// EXTERNAL MODULE: ./build/src/incident/patterns.js
var patterns = __nccwpck_require__(2525);
// EXTERNAL MODULE: ./build/src/lib/begin.js
var begin = __nccwpck_require__(3444);
// EXTERNAL MODULE: ./build/src/jobs/capacity.js
var capacity = __nccwpck_require__(2352);
// EXTERNAL MODULE: ./build/src/jobs/context.js + 4 modules
var context = __nccwpck_require__(8130);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __nccwpck_require__(6921);
// EXTERNAL MODULE: ./build/src/incident/dispatch-payload.js
var dispatch_payload = __nccwpck_require__(5867);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __nccwpck_require__(9862);
;// CONCATENATED MODULE: ./build/src/jobs/event.js
/** The event that started the run, and the job that it asks for. */




const dispatchSchema = schemas/* object */.Ikc({ action: schemas/* string */.YjP(), client_payload: schemas/* unknown */.L5J().optional() });
/** Chooses the job by the table of docs/operations.md; throws SettingsError when the event starts none. */
function selectJob(event, inputs) {
    if (event.name === "merge_group" && (inputs.job === "auto" || inputs.job === "check"))
        return { job: null, reason: "the check of each pull request has run before it came into the queue" };
    if (inputs.job === "reconcile" || inputs.job === "check" || inputs.job === "follow-ups") {
        if (inputs.incident === null)
            return { job: inputs.job };
        throw new errors/* SettingsError */.GN([
            `incident is set, and the job ${inputs.job} takes none; leave the incident empty, or set job to draft`,
        ]);
    }
    if (event.name === "repository_dispatch")
        return jobOfDispatch(event.payload);
    if (inputs.incident !== null)
        return { job: "draft", reference: inputs.incident };
    if (inputs.job === "draft")
        throw new errors/* SettingsError */.GN([
            "incident is empty; the job draft needs one, unless a repository_dispatch brings it",
        ]);
    if (event.name === "workflow_dispatch" || event.name === "schedule")
        return { job: "reconcile" };
    if (event.name === "pull_request")
        return { job: "check" };
    if (event.name === "push")
        return { job: "follow-ups" };
    throw new errors/* SettingsError */.GN([
        `The event ${event.name} starts no job; run this on repository_dispatch, workflow_dispatch, schedule, push or pull_request`,
    ]);
}
function jobOfDispatch(raw) {
    const dispatch = dispatchSchema.safeParse(raw);
    if (!dispatch.success)
        throw new errors/* SettingsError */.GN(["The repository_dispatch has no event type; let the function send it"]);
    const type = patterns/* INCIDENT_EVENTS */.Vk.find((known) => known === dispatch.data.action);
    if (type === undefined)
        throw new errors/* SettingsError */.GN([
            `The repository_dispatch ${JSON.stringify(dispatch.data.action.slice(0, 100))} starts no job; it takes ${patterns/* INCIDENT_EVENTS */.Vk.join(", ")}`,
        ]);
    const payload = readClientPayload(dispatch.data.client_payload);
    if (payload.event.type !== type)
        throw new errors/* SettingsError */.GN([
            `The repository_dispatch is ${type} but its client_payload tells of another event; let the function send it`,
        ]);
    if (type === "incident.acknowledged")
        return { job: "gather", payload };
    if (type === "incident.reopened")
        return { job: "hold", payload };
    return { job: "draft", payload };
}
/** The payload of a dispatch; throws SettingsError with which side is to be updated where it is of another version. */
function readClientPayload(raw) {
    if (raw === null || raw === undefined)
        throw new errors/* SettingsError */.GN([
            "The repository_dispatch carries no client_payload; let the function send it, or run the workflow by hand with `incident`",
        ]);
    const version = schemas/* object */.Ikc({ version: schemas/* unknown */.L5J().optional() }).safeParse(raw).data?.version;
    if (version !== 1)
        throw new errors/* SettingsError */.GN([
            typeof version === "number" && version > 1
                ? `The dispatch has payload version ${version} and this action reads version 1; update the action (the \`uses:\` line of the workflow)`
                : "The dispatch has no payload version that this action reads (1); update the function by deploying it again",
        ]);
    const payload = dispatch_payload/* dispatchPayloadSchema */.U.safeParse(raw);
    if (payload.success)
        return payload.data;
    const wrong = payload.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new errors/* SettingsError */.GN([
        `The client_payload cannot be read (${wrong.join("; ")}); let the function send it, or run the workflow by hand with \`incident\``,
    ]);
}

// EXTERNAL MODULE: ./build/src/jobs/load-config.js
var load_config = __nccwpck_require__(9479);
// EXTERNAL MODULE: ./build/src/jobs/result.js
var result = __nccwpck_require__(7273);
// EXTERNAL MODULE: ./build/src/jobs/trigger.js
var jobs_trigger = __nccwpck_require__(2106);
;// CONCATENATED MODULE: ./build/src/jobs/run.js
/** One run of the action: selects the job that its event asks for, loads that job alone, and runs it. */








/** Runs the job; what goes wrong by a setting or a service is among the failures, and only a bug of ours is thrown. */
async function runJob(surroundings) {
    let name = null;
    try {
        const inputs = await (0,load_config/* readInputsOf */.Vs)(surroundings);
        const job = selectJob(surroundings.event, inputs);
        name = job.job;
        if (job.job === null)
            return (0,result/* nothingToDo */.KN)(null, job.reason);
        return await runSelected((0,context/* createJobContext */.fy)(surroundings, inputs), job);
    }
    catch (error) {
        return (0,result/* failed */.gz)(name, (0,result/* failuresOf */.dJ)(error));
    }
}
// Each job's own modules are loaded when it comes to them, so that a run starts on its first request at once.
async function runSelected(context, job) {
    if (job.job === "check") {
        const { checkPullRequest } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(877), __nccwpck_require__.e(694), __nccwpck_require__.e(344), __nccwpck_require__.e(976), __nccwpck_require__.e(963), __nccwpck_require__.e(183), __nccwpck_require__.e(278)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1278));
        return await checkPullRequest(context);
    }
    const sample = sampleOf(job);
    if (sample !== null) {
        const { trySample } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(877), __nccwpck_require__.e(694), __nccwpck_require__.e(344), __nccwpck_require__.e(963), __nccwpck_require__.e(183), __nccwpck_require__.e(886)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1886));
        return await trySample(context, sample);
    }
    const loaded = await (0,load_config/* loadConfig */.Z9)(context);
    return withConfiguration(await runConfigured(context, job, loaded.config), loaded);
}
/** The made-up incident of a job that tries the whole way; null for any other job. */
function sampleOf(job) {
    return "payload" in job && patterns/* samplePattern */.Jl.test(job.payload.incident.id) ? job.payload.incident : null;
}
/** The result with what is to be said of the configuration. */
function withConfiguration(result, { source, warnings }) {
    return { ...result, configuration: source, warnings: [...warnings, ...result.warnings] };
}
async function runConfigured(context, job, config) {
    const { inputs, event, runId, actor } = context;
    if (job.job === "follow-ups") {
        const { followUp } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(877), __nccwpck_require__.e(344), __nccwpck_require__.e(976), __nccwpck_require__.e(963), __nccwpck_require__.e(560)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7560));
        return await followUp(context, config);
    }
    await (0,load_config/* assertRepositoryPrivate */.sY)(context, config);
    if (job.job === "reconcile") {
        // Without a token there is nothing to compare with, which is nobody's mistake on a schedule.
        if (event.name === "schedule" && inputs["pagerduty-token"] === undefined)
            return (0,result/* nothingToDo */.KN)("reconcile", "reconcile needs pagerduty-token, to ask PagerDuty which incidents were resolved");
        const { reconcile } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(877), __nccwpck_require__.e(694), __nccwpck_require__.e(344), __nccwpck_require__.e(976), __nccwpck_require__.e(963), __nccwpck_require__.e(183), __nccwpck_require__.e(134), __nccwpck_require__.e(302), __nccwpck_require__.e(751)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5751));
        return await reconcile(context, config);
    }
    if (job.job === "hold") {
        const { holdIncident } = await Promise.all(/* import() */[__nccwpck_require__.e(344), __nccwpck_require__.e(976), __nccwpck_require__.e(134), __nccwpck_require__.e(497)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8497));
        return await holdIncident(context, config, job.payload);
    }
    if (job.job === "gather" && config["on-acknowledge"] === "skip")
        return {
            ...(0,result/* undecided */.oo)("gather", job.payload.incident, null),
            decision: "skipped",
            reason: "on-acknowledge is skip in the configuration",
        };
    // PagerDuty is asked first. What Devin is asked meanwhile does not depend on its answer, nor does what is loaded.
    const trigger = (0,begin/* begin */.q)(() => "payload" in job
        ? (0,jobs_trigger/* triggerOf */.ix)(context, job.payload)
        : (0,jobs_trigger/* triggerByHand */.r0)(context, { reference: job.reference, runId, actor }));
    if (!inputs["dry-run"])
        void (0,begin/* begin */.q)(() => context.devin().connect());
    const { draftIncident } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(877), __nccwpck_require__.e(694), __nccwpck_require__.e(344), __nccwpck_require__.e(976), __nccwpck_require__.e(963), __nccwpck_require__.e(183), __nccwpck_require__.e(134), __nccwpck_require__.e(302)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5302));
    return await draftIncident(context, config, {
        instruction: job.job,
        trigger: await trigger,
        hasCapacity: () => (0,capacity/* hasCapacity */.pX)(context, config),
        waitMinutes: inputs["wait-minutes"],
    });
}


/***/ }),

/***/ 8846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readInput),
/* harmony export */   f: () => (/* binding */ readRunner)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9862);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(467);
/** What the runner tells of a run, read as the toolkit reads it, but without loading the clients that come with that. */



/** Reads the runner's variables and the event's file; a run without that file has an empty event. Throws SettingsError for a file that is no JSON. */
function readRunner(env) {
    return {
        event: { name: env["GITHUB_EVENT_NAME"] ?? "", payload: readEventFile(env["GITHUB_EVENT_PATH"] ?? "") },
        repository: env["GITHUB_REPOSITORY"] ?? "",
        serverUrl: env["GITHUB_SERVER_URL"] ?? "https://github.com",
        githubApiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
        runId: env["GITHUB_RUN_ID"] ?? "",
        actor: env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"] ?? "",
    };
}
/** An input of the action, without white space around it; empty where it is not set. */
function readInput(env, name) {
    return (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}
function readEventFile(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return {};
    const payload = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, "utf8"));
    if (payload !== undefined)
        return payload;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .GN([
        "The event that started this run cannot be read: its file (GITHUB_EVENT_PATH) is not JSON. Run the workflow again; if the same happens, it is the runner that needs looking at",
    ]);
}


/***/ }),

/***/ 4490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary)
/* harmony export */ });
/* unused harmony export RECONCILE_ORDER */
/* harmony import */ var _check_hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4113);
/* harmony import */ var _check_report_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4418);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5498);
/* harmony import */ var _lib_time_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6016);
/* harmony import */ var _postmortem_file_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3560);
/** What people see in the run. */





const LONGEST = 1_000;
const LONGEST_ID = 15;
/** GitHub shows no summary of more than 1 MiB; the rest is for what says that it was cut. */
const MOST_BYTES = 1_048_576 - 1_000;
/**
 * The job summary as Markdown, at most 1 MiB of UTF-8; strangers' words in it are escaped. Pull requests and issues on
 * `serverUrl` are short links.
 */
function renderSummary(result, serverUrl = "https://github.com") {
    const { job, reason, configuration } = result;
    const tell = (words) => withShortLinks(escaped(words), serverUrl);
    return withinBytes([
        "## Postmortem\n",
        `**${leadOf(result)}**${reason ? `: ${tell(reason)}` : ""}.`,
        ...boxOf("CAUTION", failuresOf(result).map(tell)),
        ...boxOf("WARNING", warningsOf(result).map(tell)),
        ...tableOf(factsOf(result)),
        ...listsOf(result, tell),
        ...(configuration ? [`\nJob: ${job}. Configuration: ${escaped(configuration)}`] : []),
        "",
    ]);
}
/** What happened, before its reason. */
const LEADS = {
    started: "Devin was asked for a postmortem",
    continued: "The session at work was told",
    held: "The incident is open again",
    skipped: "Nothing was started",
    deferred: "It was put off",
    "dry-run": "Dry run, nothing was started",
    sample: "The sample",
    reconciled: "Missed incidents were looked for",
    checked: "Checked",
    "followed-up": "Follow-ups",
};
function leadOf({ kind, job, decision, failures }) {
    if (decision === null)
        return "This run failed";
    if (kind === "empty")
        return "Nothing to do";
    if (kind === "check")
        return failures.length > 0 ? "The check failed" : "The check passed";
    if (kind === "reconcile" && failures.length > 0)
        return "Somebody is needed";
    if (job === "gather" && decision === "started")
        return "Devin was asked to gather evidence";
    return LEADS[decision];
}
function escaped(words) {
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(words, LONGEST);
}
/** Words of strangers, which call nobody and refer to nothing. */
function theirs(words) {
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toInertMarkdown */ .pK)(words, LONGEST);
}
// A session, a pull request and an issue, as our own sentences name them, once they are escaped.
const ADDRESS = /https?&#58;\/\/[\w.:\\-]{1,100}\/(?:sessions\/([0-9a-f]{6,64})|([\w.\\-]{1,100}\/[\w.\\-]{1,100})\/(?:pull|issues)\/(\d{1,10}))/g;
function withShortLinks(words, serverUrl) {
    return words.replace(ADDRESS, (address, session, repository, number) => {
        const url = URL.parse(address.replaceAll("\\", "").replace("&#58;", ":"));
        if (url === null)
            return address;
        if (session)
            return (0,_check_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .isDevinsHost */ .kc)(url) ? `[${shortId(`devin-${session}`)}](${url})` : address;
        return url.origin === URL.parse(serverUrl)?.origin ? `[${repository}\\#${number}](${url})` : address;
    });
}
/** What turned the run red, but for what the first sentence or a row says already. */
function failuresOf(result) {
    if (result.kind === "check")
        return [];
    if (result.kind !== "reconcile")
        return result.failures;
    return result.failures.filter((failure) => !result.rows.some(({ reason }) => failure.includes(reason)));
}
function warningsOf(result) {
    return result.kind === "check" ? [...result.warnings, ...result.checked.notRun] : result.warnings;
}
/** Sentences in a box, which GitHub colours. */
function boxOf(kind, sentences) {
    if (sentences.length === 0)
        return [];
    const mark = sentences.length === 1 ? "" : "- ";
    return [`\n> [!${kind}]`, ...sentences.map((sentence) => `> ${mark}${sentence}`)];
}
/** As many of the lines as fit, and how many do not. */
function withinBytes(lines) {
    let bytes = 0;
    const fitting = lines.findIndex((line) => {
        bytes += Buffer.byteLength(line) + 1;
        return bytes > MOST_BYTES;
    });
    if (fitting === -1)
        return lines.join("\n");
    const rest = lines.length - fitting;
    return [
        ...lines.slice(0, fitting),
        `\n${rest} more lines do not fit: GitHub shows 1 MiB of a summary.\n`,
    ].join("\n");
}
function factsOf(result) {
    if (result.kind === "incident")
        return incidentOf(result);
    if (result.kind === "sample")
        return result.parts.map(({ name, seen }) => [name, escaped(seen)]);
    return [];
}
function listsOf(result, tell) {
    if (result.kind === "incident")
        return result.record === null ? [] : missingOf(result.record);
    if (result.kind === "reconcile")
        return reconciledOf(result.rows, tell);
    if (result.kind === "check")
        return [
            ...(result.next === null ? [] : [`\nWhat happens next: ${tell(result.next)}`]),
            ...(0,_check_report_js__WEBPACK_IMPORTED_MODULE_1__/* .renderChecked */ .SD)(result.checked, result.filesUrl),
        ];
    return result.kind === "follow-ups" ? result.markdown : [];
}
function incidentOf(result) {
    const { incident, record, session, path, pullRequest, outcome } = result;
    const title = record === null ? "" : ` ${theirs((0,_postmortem_file_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)(record.incident))}`;
    return [
        ["Incident", `${linkedIncident(incident)}${title}`],
        ...(record === null ? [] : recordOf(record)),
        ["Session", session && linked(shortId(session.id), session.url)],
        ["Pull request", pullRequest && linked(shortName(pullRequest), pullRequest)],
        ["Postmortem", path && `\`${path}\``],
        ["Root cause, says Devin", outcome?.root_cause_status ?? null],
        ["Not checked, says Devin", outcome && theirs(outcome.not_checked.join("; "))],
        ["What happens next", nextOf(result)],
    ];
}
function recordOf({ incident, createdAt, minutesToAcknowledge, durationMinutes }) {
    const after = (minutes) => (minutes === null ? null : (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_3__/* .durationOf */ .cf)(minutes));
    return [
        ["Service", incident.service?.name ? theirs(incident.service.name) : null],
        ["Priority", incident.priority && theirs(incident.priority)],
        ["Began", createdAt === null ? null : `${(0,_lib_time_js__WEBPACK_IMPORTED_MODULE_3__/* .dateOf */ .Q$)(createdAt)} ${(0,_lib_time_js__WEBPACK_IMPORTED_MODULE_3__/* .timeOf */ .nR)(createdAt)} UTC`],
        ["Acknowledged after", after(minutesToAcknowledge)],
        ["Resolved after", after(durationMinutes)],
    ];
}
/** What follows without anybody's doing; null where nothing does. */
function nextOf({ job, decision, pullRequest, failures, prompt }) {
    if (failures.length > 0)
        return null;
    if (decision === "held")
        return "Devin goes on when the incident is resolved again.";
    if (prompt !== null)
        return "Nothing. The log of this step has the prompt.";
    if (decision !== "started" && decision !== "continued")
        return null;
    if (job === "gather")
        return "Devin drafts the postmortem when the incident is resolved.";
    return pullRequest === null
        ? "Devin opens a pull request, which is then compared with the record."
        : "People review the pull request; each push to it is compared with the record.";
}
/** So much of a session's id that a table fits a phone. */
function shortId(id) {
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toSingleLine */ .OX)(id, LONGEST_ID);
}
/** Such as `acme/docs#7`. */
function shortName(pullRequest) {
    const [, name, number] = /\/([\w.-]+\/[\w.-]+)\/pull\/(\d+)$/.exec(pullRequest) ?? [];
    return name === undefined ? pullRequest : `${name}#${number}`;
}
/** A table of two columns, whose first row is its head: an empty head is a gap on the page. One row is a line. */
function tableOf(rows) {
    const [head, ...others] = rows.filter(([, value]) => value);
    if (head === undefined)
        return [];
    if (others.length === 0)
        return [`\n${head.join(": ")}`];
    // A code span may hold a bar.
    const line = (row) => `| ${row.map((cell) => cell?.replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
    return [`\n${line(head)}\n| :-- | :-- |`, ...others.map(line)];
}
function linkedIncident({ number, id, url }) {
    return linked(number === null ? id : `#${number} ${id}`, url);
}
/** The outcomes of a reconcile; what asks something of people comes first. */
const RECONCILE_ORDER = [
    "failed",
    "stuck",
    "nudged",
    "started",
    "continued",
    "deferred",
    "dry-run",
    "skipped",
    "has a session",
    "has a file",
];
/** What asks something of people. */
const MARKS = { failed: "\ud83d\udd34 ", stuck: "\ud83d\udd34 ", nudged: "\ud83d\udfe1 ", deferred: "\ud83d\udfe1 " };
/** A list, which a phone shows whole; of a table it would hide what came of each incident. */
function reconciledOf(rows, tell) {
    const sorted = rows.toSorted((a, b) => RECONCILE_ORDER.indexOf(a.outcome) - RECONCILE_ORDER.indexOf(b.outcome));
    return sorted.map(({ incident, title, outcome, reason }, index) => {
        const named = `${linkedIncident(incident)}${title === null ? "" : ` ${theirs(title)}`}`;
        return `${index === 0 ? "\n" : ""}- ${MARKS[outcome] ?? ""}**${outcome}**: ${named} \u2014 ${tell(reason)}`;
    });
}
function linked(words, url) {
    const text = escaped(words);
    return url !== null && /^https?:\/\/[^\s()<>|]+$/.test(url) ? `[${text}](${url})` : text;
}
function missingOf({ missing }) {
    if (missing.length === 0)
        return [];
    return ["\nCould not be fetched:\n", ...missing.map((line) => `- ${escaped(line)}`)];
}


/***/ }),

/***/ 2106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   Op: () => (/* binding */ triggerMissed),
/* harmony export */   ix: () => (/* binding */ triggerOf),
/* harmony export */   r0: () => (/* binding */ triggerByHand)
/* harmony export */ });
/* unused harmony export unresolved */
/* harmony import */ var _devin_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2613);
/* harmony import */ var _incident_record_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1735);
/* harmony import */ var _lib_begin_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3444);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9862);
/* harmony import */ var _pagerduty_client_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(32);
/* harmony import */ var _pagerduty_details_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1035);
/* harmony import */ var _pagerduty_record_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6665);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8130);
/** Why a draft is made now: an event that PagerDuty sent, or a person who asked; and the record of the incident. */








const EVENT_ALONE = "Timeline, notes, alerts and changes: without pagerduty-token, the facts are those of the event alone.";
/** Seen of PagerDuty: an event's time trails the record's by up to 1.3 s. */
const TRAILING_MS = 2_000;
const ID_ALONE = "Everything that PagerDuty knows: without pagerduty-token, only the id of this incident is known.";
/** What an event triggers. A late priority counts only once the incident is resolved. */
async function triggerOf(context, payload) {
    const { event, incident } = payload;
    const told = instantOf(context.clock, payload);
    const isTimed = event.occurred_at !== null;
    const isResolve = event.type === "incident.resolved";
    const resolve = isResolve ? { at: isTimed ? new Date(told).toISOString() : null, by: event.agent } : null;
    const pagerDuty = (0,_context_js__WEBPACK_IMPORTED_MODULE_6__/* .connectPagerDuty */ .uu)(context, (0,_pagerduty_client_js__WEBPACK_IMPORTED_MODULE_3__/* .apiUrlOf */ .p)(incident));
    const details = pagerDuty === null
        ? { ..._pagerduty_details_js__WEBPACK_IMPORTED_MODULE_4__/* .NO_DETAILS */ .p, missing: [EVENT_ALONE] }
        : await (0,_pagerduty_details_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchDetails */ .t)({ pagerDuty, clock: context.clock, incidentId: incident.id });
    const record = (0,_pagerduty_record_js__WEBPACK_IMPORTED_MODULE_5__/* .recordOf */ .z)(incident, resolve, details);
    const resolvedAt = record.resolvedAt ?? told;
    return {
        record,
        eventId: event.id,
        notReadyBecause: isResolve ? reopened(record, isTimed) : unresolved(record),
        requestedBy: null,
        // Another event may have brought the same resolve.
        occurredAt: isResolve ? Math.min(told, resolvedAt) : told,
        knownUntil: Math.max(told, recordKnownUntil(record) ?? told),
        resolvedAt: isResolve ? resolvedAt : null,
    };
}
/** Up to when the record of a resolve is known: the same, whichever event or run has brought it. */
function recordKnownUntil({ resolvedAt }) {
    return resolvedAt === null ? null : resolvedAt + TRAILING_MS;
}
/** When an event happened, in epoch milliseconds; one that does not say, or names the future, counts from its arrival. */
function instantOf(clock, { event }) {
    const now = clock.now();
    return event.occurred_at === null ? now : Math.min(Date.parse(event.occurred_at), now);
}
/**
 * What reconcile triggers for an incident whose session was not told of the resolve, or of something at `latest` (epoch
 * milliseconds) after it.
 */
async function triggerMissed({ pagerDuty, clock }, { incident, resolvedAt, resolvedBy, at, latest }) {
    const details = await (0,_pagerduty_details_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchDetails */ .t)({ pagerDuty, clock, incidentId: incident.id });
    const record = (0,_pagerduty_record_js__WEBPACK_IMPORTED_MODULE_5__/* .recordOf */ .z)(incident, { at: resolvedAt, by: resolvedBy }, details);
    const isLater = latest > at;
    return {
        record,
        eventId: `missed-${isLater ? new Date(latest).toISOString() : resolvedAt}`,
        notReadyBecause: details.isGone
            ? "PagerDuty does not know it any longer"
            : (unresolved(record) ?? reopened(record, resolvedAt !== null)),
        requestedBy: null,
        occurredAt: isLater ? latest : record.resolvedAt,
        knownUntil: isLater ? latest : recordKnownUntil(record),
        resolvedAt: isLater ? null : record.resolvedAt,
    };
}
/** Why there is nothing to draft yet, unless the incident is resolved. */
function unresolved({ incident }) {
    return incident.status === "resolved"
        ? null
        : `it is not resolved yet but ${incident.status ?? "of unknown status"}`;
}
/** A resolve whose time is known has an end in the record, unless the log tells of a reopening after it. */
function reopened({ resolvedAt }, isTimed) {
    return isTimed && resolvedAt === null ? "it was reopened since; its next resolve decides" : null;
}
/** What a person triggers; without a PagerDuty token the incident is known by its id alone. */
async function triggerByHand(context, asked) {
    const { reference, runId, actor } = asked;
    const isEu = reference.kind === "id" && reference.region === "eu";
    const pagerDuty = (0,_context_js__WEBPACK_IMPORTED_MODULE_6__/* .connectPagerDuty */ .uu)(context, isEu ? "https://api.eu.pagerduty.com" : null);
    const startedAt = context.clock.now();
    return {
        record: pagerDuty ? await lookUp(pagerDuty, context.clock, reference) : known(reference),
        eventId: (0,_devin_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .eventByHand */ .tF)(runId),
        notReadyBecause: null,
        requestedBy: actor,
        occurredAt: null,
        knownUntil: pagerDuty ? startedAt : null,
        resolvedAt: null,
    };
}
/** A person who names an incident wants that one: not to find it is an error, not a missing part. */
async function lookUp(pagerDuty, clock, reference) {
    const detailsOf = (incidentId) => (0,_pagerduty_details_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchDetails */ .t)({ pagerDuty, clock, incidentId });
    const asked = pagerDuty.getIncident(reference.kind === "id" ? reference.id : String(reference.number));
    const byId = reference.kind === "id" ? (0,_lib_begin_js__WEBPACK_IMPORTED_MODULE_7__/* .begin */ .q)(() => detailsOf(reference.id)) : null;
    const found = await asked;
    const details = await (byId ?? detailsOf(found.incident.id));
    const resolve = found.resolvedAt === null ? null : { at: found.resolvedAt, by: found.resolvedBy };
    return (0,_pagerduty_record_js__WEBPACK_IMPORTED_MODULE_5__/* .recordOf */ .z)(found.incident, resolve, details);
}
function known(reference) {
    if (reference.kind === "number")
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SettingsError */ .GN([
            `incident is the number ${reference.number}, which only PagerDuty can look up; set pagerduty-token, or give the incident's id or URL`,
        ]);
    return { ...(0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .blankRecord */ .s)(reference.id), missing: [ID_ALONE] };
}


/***/ }),

/***/ 3444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ begin)
/* harmony export */ });
/** Work that is begun before it is known whether anybody needs its outcome. */
/** Begins the work at once. A failure is thrown to those who await the outcome; where nobody does, it is dropped. */
function begin(work) {
    const begun = (async () => await work())();
    begun.catch(() => undefined);
    return begun;
}


/***/ }),

/***/ 9297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readBytes)
/* harmony export */ });
/** A body as it arrives, bounded in memory whatever it is cut into. */
// What is held beside the first chunk begins with this much.
const FIRST_BYTES = 4_096;
/**
 * All bytes of a body; a word, and nothing more is read, where there are more than `most` or they are not there after
 * `lateAfterMs` milliseconds. Throws what the stream throws. The first chunk, which is most often the only one, is taken
 * as it is; each later one is copied and let go: as an object, a chunk of one byte costs a hundred more.
 */
async function readBytes(body, most, lateAfterMs) {
    if (body === null)
        return new Uint8Array();
    const reader = body.getReader();
    const giveUp = (why) => void reader.cancel(why).catch(() => undefined);
    let isLate = false;
    const timer = lateAfterMs === undefined
        ? undefined
        : setTimeout(() => {
            isLate = true;
            giveUp("late");
        }, lateAfterMs);
    let held = new Uint8Array();
    let length = 0;
    try {
        for (let read = await reader.read(); !read.done; read = await reader.read()) {
            const { value } = read;
            if (length + value.length > most) {
                giveUp("too large");
                return "too-large";
            }
            if (length === 0)
                held = value;
            else
                held = withMore(held, length, value, most);
            length += value.length;
        }
    }
    finally {
        clearTimeout(timer);
    }
    // One that was given up ends like a whole one.
    return isLate ? "late" : held.subarray(0, length);
}
/** The bytes that are held with a chunk after them, in an array that has room for more, but never for more than `most`. */
function withMore(held, length, chunk, most) {
    const needed = length + chunk.length;
    let room = held;
    if (needed > held.length) {
        room = new Uint8Array(Math.min(most, Math.max(FIRST_BYTES, held.length * 2, needed)));
        room.set(held.subarray(0, length));
    }
    room.set(chunk, length);
    return room;
}


/***/ }),

/***/ 177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ openCheckout)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/** The files of a checked-out repository, none of them outside it. */


/** The checkout in a folder of this machine. Links are followed where they stay in it. */
function openCheckout(root) {
    const list = (folder) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path) : [];
    };
    return {
        list,
        look: (path) => list((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)).includes((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)) ? entryAt(root, path) : { kind: "missing" },
        read(path) {
            const entry = entryAt(root, path);
            return entry.kind === "file" ? entry.text : null;
        },
    };
}
function entryAt(root, path) {
    const written = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(written))
        return { kind: "outside" };
    const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(written);
    // A checkout keeps the job's token in .git/config.
    const [top] = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root), real).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    if (top === ".." || top === ".git")
        return { kind: "outside" };
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real).isFile())
        return { kind: "folder" };
    return { kind: "file", text: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real, "utf8") };
}


/***/ }),

/***/ 9862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ RequestError),
/* harmony export */   GN: () => (/* binding */ SettingsError),
/* harmony export */   GW: () => (/* binding */ problemsOf)
/* harmony export */ });
/** The two ways in which a promise is broken: settings that cannot work, and a service that says no. */
/** Settings that cannot work. Each problem names the setting and says what it wants; no value of a secret. */
class SettingsError extends Error {
    name = "SettingsError";
    problems;
    constructor(problems) {
        super(problems.join("\n"));
        this.problems = problems;
    }
}
/** What settings are wrong for the work; none where it can be done. Any other error is thrown on. */
function problemsOf(work) {
    try {
        work();
        return [];
    }
    catch (error) {
        if (error instanceof SettingsError)
            return error.problems;
        throw error;
    }
}
/** A service said no, or did not answer. The message says what was attempted, what happened and what to do. */
class RequestError extends Error {
    name = "RequestError";
    /** The status of the answer; null when there was none. */
    status;
    /** What the service said, without secrets, at most 300 characters. */
    detail;
    /** `none`: the service refused, so nothing happened. `unknown`: the request may have taken effect. */
    effect;
    /** How long the service asked us to wait. */
    retryAfterMs;
    /** What is left out: no answer, no effect, and no time to wait that was asked for. */
    constructor(message, facts) {
        super(message, { cause: facts.cause });
        this.status = facts.status ?? null;
        this.detail = facts.detail;
        this.effect = facts.effect ?? "none";
        this.retryAfterMs = facts.retryAfterMs ?? null;
    }
}


/***/ }),

/***/ 8706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ fitting)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6921);
/** Lists in an answer of which an item of an odd form must not cost the others. */

/** A list of the items that have the form; what else is in it, or what is no list, does not count. */
function fitting(item) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J())
        .catch([])
        .transform((items) => items.flatMap((raw) => item.safeParse(raw).data ?? []));
}


/***/ }),

/***/ 4906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ waitMs),
/* harmony export */   Em: () => (/* binding */ request),
/* harmony export */   T1: () => (/* binding */ call),
/* harmony export */   dS: () => (/* binding */ errorMessageOf),
/* harmony export */   gB: () => (/* binding */ MAX_ANSWER_BYTES),
/* harmony export */   r3: () => (/* binding */ isRetryable)
/* harmony export */ });
/* unused harmony export send */
/* harmony import */ var _body_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9297);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9862);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(467);
/** One HTTP request: a deadline, retries where the call allows them, a typed failure, no secrets in errors. */



const utf8 = new TextDecoder();
const MAX_DETAIL = 300;
/** The bound on an answer, unless the call has another. */
const MAX_ANSWER_BYTES = 16 * 1_024 * 1_024;
// A very short string is no secret, and hiding it would hide words.
const SHORTEST_SECRET = 8;
const SHORTEST_HIDDEN = 4;
const MAX_WAIT_MS = 60_000;
/** Sends one request and returns its parsed answer; throws RequestError for anything but a 2xx of the right form. */
function request({ schema, ...options }) {
    return send({ ...options, read: (body) => schema.safeParse(body) });
}
/** The same where plain code reads the answer. */
function send(options) {
    return call(options, (signal) => exchange(options, signal));
}
/** The same where another library sends the request: `exchange` must end when its signal does. */
async function call(options, exchange) {
    const tries = options.tries ?? 1;
    for (let tried = 1;; tried++) {
        try {
            return await once(options, exchange);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI) || tried >= tries || !isRetryable(error))
                throw error;
            await options.clock.sleep(waitMs(error, tried));
        }
    }
}
/** Whether the same request may succeed later: no answer, a limit, or the service's own failure. */
function isRetryable(error) {
    return error.effect === "unknown" || error.status === 429 || error.retryAfterMs !== null;
}
/** How long to wait before try number `tried` + 1: what the service asked for, else one, two, four \u2026 seconds, jittered. */
function waitMs(error, tried) {
    return Math.min(error.retryAfterMs ?? 1_000 * 2 ** (tried - 1) * (0.5 + Math.random() / 2), MAX_WAIT_MS);
}
async function once(options, exchange) {
    const { status, headers, body, isJson } = await inTime(options, exchange);
    if (status >= 200 && status <= 299) {
        if (options.expect !== undefined && status !== options.expect)
            throw failure(options, status, `not the documented ${options.expect}`, "unknown", null);
        const parsed = options.read(body);
        if (isJson && parsed.success)
            return parsed.data;
        // A success that cannot be read, cut short or a proxy's page, leaves open what happened. GraphQL refuses so, too, and
        // names the errors; the words of any other answer may be those of an incident.
        const refusal = Array.isArray((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(body)?.["errors"]) ? options.readDetail?.(body) : null;
        throw failure(options, status, refusal ?? "an answer that could not be read", "unknown", null);
    }
    // Whatever else is in a body may be a copy of the request.
    const detail = options.readDetail?.(body) ?? "";
    const effect = status >= 500 ? "unknown" : "none";
    throw failure(options, status, detail, effect, retryAfterMs(status, headers, options.clock));
}
async function inTime(options, exchange) {
    // AbortSignal.timeout would hold each request for its whole time, however soon it was answered.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new DOMException("late", "TimeoutError")), options.timeoutMs);
    try {
        return await exchange(late.signal);
    }
    catch (error) {
        throw failure(options, null, reasonOf(error, options.timeoutMs), "unknown", null, error);
    }
    finally {
        clearTimeout(timer);
    }
}
async function exchange(options, signal) {
    const response = await options.fetch(options.url, {
        method: options.method,
        headers: {
            accept: "application/json",
            ...(options.body === undefined ? {} : { "content-type": "application/json" }),
            ...options.headers,
        },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        ...(options.form === undefined ? {} : { body: options.form }),
        // A redirect would turn a POST into a GET and could carry the key to another host.
        redirect: "manual",
        signal,
    });
    const bytes = await (0,_body_js__WEBPACK_IMPORTED_MODULE_2__/* .readBytes */ .i)(response.body, options.maxAnswerBytes ?? MAX_ANSWER_BYTES);
    if (typeof bytes === "string")
        return { status: response.status, headers: response.headers, body: undefined, isJson: false };
    const { status, headers } = response;
    if (bytes.length === 0)
        return { status, headers, body: undefined, isJson: true };
    const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(utf8.decode(bytes));
    return { status, headers, body, isJson: body !== undefined };
}
function failure(options, status, said, effect, retryAfter, cause) {
    const detail = redact(options, said).slice(0, MAX_DETAIL);
    const { origin, pathname } = new URL(options.url);
    const happened = status === null ? detail : `it answered ${status}${detail && `, ${detail}`}`;
    const remedy = options.remedy?.(status, detail) ?? "";
    const message = `${options.attempt} failed at ${origin}${pathname}: ${happened.replace(/\.$/, "")}. ${remedy}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI(message.trim(), { status, detail, effect, retryAfterMs: retryAfter, cause });
}
function redact({ secrets = [], hidden = [] }, said) {
    const quotable = typeof hidden === "function" ? hidden() : hidden;
    const concealed = [
        ...secrets.filter(({ length }) => length >= SHORTEST_SECRET),
        // A quotation may be JSON.
        ...quotable.flatMap((text) => [oneLine(text), oneLine(JSON.stringify(text).slice(1, -1))]),
    ].filter(({ length }) => length >= SHORTEST_HIDDEN);
    // The longest first: hiding a part of a text would leave the rest of it in sight.
    return concealed
        .sort((a, b) => b.length - a.length)
        .reduce((text, one) => text.replaceAll(one, "***"), oneLine(said));
}
function oneLine(text) {
    return text.replace(/\s+/g, " ").trim();
}
function reasonOf(error, timeoutMs) {
    if (error instanceof Error && error.name === "TimeoutError")
        return `no answer within ${timeoutMs} ms`;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    return `no answer (${code || "the connection broke"})`;
}
/**
 * PagerDuty limits by `ratelimit-reset`, in seconds from now; GitHub by `x-ratelimit-reset`, in seconds since the epoch.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * @see https://support.pagerduty.com/docs/rest-api-rate-limits
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function retryAfterMs(status, headers, clock) {
    const value = headers.get("retry-after") ?? (status === 429 ? headers.get("ratelimit-reset") : null);
    if (value === null) {
        const reset = Number(headers.get("x-ratelimit-reset"));
        const isLimited = headers.get("x-ratelimit-remaining") === "0" && reset > 0;
        return isLimited ? Math.max(0, reset * 1_000 - clock.now()) : null;
    }
    if (/^\d+$/.test(value))
        return Number(value) * 1_000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? null : Math.max(0, date - clock.now());
}
/** What a service said against a call that may fail; null when it did not. */
async function errorMessageOf(call) {
    try {
        await call();
        return null;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI)
            return error.message;
        throw error;
    }
}


/***/ }),

/***/ 467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gd: () => (/* binding */ formed),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** JSON of unknown form, read value by value: what has not the wanted form is null. */
/** The JSON in a text; undefined, which JSON cannot express, where it is none. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The fields of an object, which an array is not. */
function fieldsOf(value) {
    return holdsFields(value) ? value : null;
}
function textOf(value) {
    return typeof value === "string" ? value : null;
}
/** The text, where it has the form. */
function formed(form, value) {
    return typeof value === "string" && form.test(value) ? value : null;
}
function holdsFields(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 3257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ matchesName),
/* harmony export */   Rc: () => (/* binding */ nameKey),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5498);
/** Names as people read them: the one answer to whether two of them are the same. No dependency: the function uses it. */

/**
 * What all spellings of one name have in common: Unicode NFC, nothing that cannot be seen, white space folded, no case.
 * Empty where there is nothing to see.
 * @see https://www.unicode.org/reports/tr15/
 */
function nameKey(name) {
    return foldCase(name.toWellFormed().replace(_text_js__WEBPACK_IMPORTED_MODULE_0__/* .INVISIBLE */ .kH, "").normalize("NFC"))
        .normalize("NFC")
        .replace(/[\p{Cc}\p{White_Space}]+/gu, " ")
        .trim();
}
/** Whether two names are the same to their readers. */
function isSameName(one, other) {
    return nameKey(one) === nameKey(other);
}
/**
 * Whether the whole name matches the pattern, in which `*` stands for any characters and all else for itself. Linear in
 * both, since names come from strangers.
 */
function matchesName(pattern, name) {
    const [first = "", ...rest] = nameKey(pattern).split("*");
    const value = nameKey(name);
    const last = rest.pop();
    if (last === undefined)
        return value === first;
    if (!value.startsWith(first))
        return false;
    let from = first.length;
    for (const part of rest) {
        const at = value.indexOf(part, from);
        if (at < 0)
            return false;
        from = at + part.length;
    }
    return value.length - last.length >= from && value.endsWith(last);
}
// Lower case alone keeps \u00df apart from \u1e9e and SS. A sigma has two lower forms, by its place in a word.
function foldCase(text) {
    return text.toLowerCase().toUpperCase().toLowerCase().replaceAll("\u03c2", "\u03c3");
}


/***/ }),

/***/ 2339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ nearestOf)
/* harmony export */ });
/** The known word that somebody probably meant. */
// Longer words than this are no slip of the keyboard, and comparing them would only cost time.
const LONGEST = 60;
// Fewer letters begin too many words.
const SHORTEST = 3;
/**
 * The known word that begins with what was written, or from which it differs in few letters (one in three; two that
 * are swapped count as one); null where there is none.
 */
function nearestOf(written, known) {
    const word = written.toLowerCase();
    if (word.length > LONGEST)
        return null;
    const longer = word.length < SHORTEST ? undefined : known.find((name) => name.toLowerCase().startsWith(word));
    if (longer !== undefined)
        return longer;
    const [nearest] = known
        .map((name) => ({ name, distance: distanceOf(word, name.toLowerCase()) }))
        .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(Math.min(word.length, name.length) / 3)))
        .sort((a, b) => a.distance - b.distance);
    return nearest?.name ?? null;
}
/** How many letters must be inserted, left out, replaced or swapped with their neighbour. */
function distanceOf(from, to) {
    let before = [];
    let last = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row++) {
        const now = [row];
        for (let column = 1; column <= to.length; column++) {
            const isSame = from[row - 1] === to[column - 1];
            const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            now.push(Math.min(at(last, column) + 1, at(now, column - 1) + 1, at(last, column - 1) + (isSame ? 0 : 1), isSwapped && row > 1 ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY));
        }
        before = last;
        last = now;
    }
    return at(last, to.length);
}
function at(distances, column) {
    return Number(distances[column]);
}


/***/ }),

/***/ 340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V_: () => (/* binding */ curlyQuotedText),
/* harmony export */   w0: () => (/* binding */ quotedText)
/* harmony export */ });
/* unused harmony export holdsQuotationMark */
/** Quotation marks that were pasted along with a setting. */
const PAIRS = {
    '"': '"',
    "'": "'",
    "`": "`",
    "\u201c": "\u201d\u201c",
    "\u201d": "\u201d",
    "\u201e": "\u201c\u201d",
    "\u201f": "\u201d",
    "\u2018": "\u2019\u2018",
    "\u2019": "\u2019",
    "\u201a": "\u2018\u2019",
    "\u201b": "\u2019",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab\u00bb",
    "\u2039": "\u203a",
    "\u203a": "\u2039\u203a",
    "\u275d": "\u275e",
    "\u275b": "\u275c",
    "\u301d": "\u301e\u301f",
    "\u00b4": "\u00b4",
    "\u2032": "\u2032",
    "\u2033": "\u2033",
    "\u300c": "\u300d",
    "\uff62": "\uff63",
    "\u300e": "\u300f",
    "\uff02": "\uff02",
    "\uff07": "\uff07",
    "\u300a": "\u300b",
};
const MARKS = new Set(Object.entries(PAIRS).flat().join(""));
/** Whether a quotation mark of any kind is in the text. */
function holdsQuotationMark(text) {
    return [...text].some((character) => MARKS.has(character));
}
/** What stands between matching quotation marks of any kind; null where the text does not begin and end with them. */
function quotedText(text) {
    const closing = PAIRS[text.slice(0, 1)];
    const isQuoted = text.length > 1 && closing?.includes(text.slice(-1));
    if (isQuoted)
        return text.slice(1, -1).trim();
    // JSON writes them so within a text of its own.
    const [, escaped = null] = /^\\"(.*)\\"$/s.exec(text) ?? [];
    return escaped;
}
/** The same of those marks alone that no keyboard types and editors put in their place, which YAML takes for letters. */
function curlyQuotedText(text) {
    return /^["'`]/.test(text) ? null : quotedText(text);
}


/***/ }),

/***/ 5498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   G2: () => (/* binding */ plainFigures),
/* harmony export */   OX: () => (/* binding */ toSingleLine),
/* harmony export */   a5: () => (/* binding */ toInertTitle),
/* harmony export */   kH: () => (/* binding */ INVISIBLE),
/* harmony export */   pK: () => (/* binding */ toInertMarkdown),
/* harmony export */   xs: () => (/* binding */ toFencedJson),
/* harmony export */   yd: () => (/* binding */ cutTo)
/* harmony export */ });
/** Strangers' words, made harmless: titles, names and notes are written by anyone who can raise an alert. */
/** What a reader cannot see: zero-width, bidirectional and formatting characters, variation selectors, fillers. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Full-width figures, and the colon between them, as the plain ones; the text keeps its length. */
function plainFigures(words) {
    return words
        .replace(/[\uff10-\uff19]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - "\uff10".charCodeAt(0) + 48))
        .replace(/(?<=\d)[\uff1a\u2236](?=\d)/g, ":");
}
/** At most `longest` UTF-16 units, with an ellipsis for what does not fit. */
function cutTo(words, longest) {
    const whole = words.toWellFormed();
    return whole.length <= longest ? whole : `${whole.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}\u2026`;
}
/** One line of at most `longest` characters, with nothing in it that cannot be seen. */
function toSingleLine(words, longest) {
    const line = words
        .toWellFormed()
        .replace(INVISIBLE, "")
        .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
        .trim();
    const characters = [...line];
    return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join("")}\u2026`;
}
/** The same words as Markdown text that renders as they are and forms no heading, link, tag or mention. */
function escapeMarkdown(words, longest) {
    return (toSingleLine(words, longest)
        .replace(/[\\`*_{}[\]#+|~$]/g, "\\$&")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll("@", "&#64;")
        // GitHub makes a link of a bare address too.
        .replaceAll("://", "&#58;//")
        .replace(/\bwww\./gi, (www) => www.replace(".", "&#46;")));
}
// A mention, a reference to an issue, an emoji's name. GitHub acts on them wherever it renders text, escaped or not.
const ACTING = /@[\p{L}\p{N}_-]|#\d|(?<![\p{L}\p{N}_])GH-\d|\/(?:issues|pull|discussions)\/\d|:(?:(?=[\d_+-]{0,20}[a-z])[\w+-]{1,60}|100|1234|[+-]1):/iu;
const CLOSING = /^\W{0,9}(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?$/i;
/**
 * The same words as Markdown for an issue, a comment or a summary. A mention, a reference, the name of an emoji, and the
 * word before one that would close an issue stand in a code span, since GitHub acts on them in any other text.
 * @see https://docs.github.com/en/issues/tracking-your-work-with-issues/linking-a-pull-request-to-an-issue
 */
function toInertMarkdown(words, longest) {
    return inert(words, longest, (token) => escapeMarkdown(token, longest));
}
/** The same as the title of an issue, where GitHub knows code spans and no other Markdown. */
function toInertTitle(words, longest) {
    return inert(words, longest, (token) => token.replaceAll("`", "'"));
}
// No sign ends a code span, and none begins a tag where somebody else renders the text.
const IN_CODE = { "`": "'", "<": "\u2039", ">": "\u203a" };
function inert(words, longest, toPlain) {
    const tokens = toSingleLine(words, longest).split(" ");
    const isActing = (token = "") => ACTING.test(token);
    return tokens
        .map((token, index) => isActing(token) || (CLOSING.test(token) && isActing(tokens[index + 1]))
        ? `\`${token.replace(/[`<>]/g, (sign) => IN_CODE[sign] ?? sign)}\``
        : toPlain(token))
        .join(" ");
}
const LONGEST_FACT = 1_024;
/**
 * Any value as JSON of plain words, each of at most `longest` characters, in which no tag can open or close, so that
 * a block around it cannot be left.
 */
function toFencedJson(value, longest = LONGEST_FACT) {
    const json = JSON.stringify(value, (_, fact) => (typeof fact === "string" ? toSingleLine(fact, longest) : fact), 2);
    return json.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
}


/***/ }),

/***/ 6016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   N: () => (/* binding */ isDay),
/* harmony export */   Q$: () => (/* binding */ dateOf),
/* harmony export */   Zq: () => (/* binding */ durationPattern),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   cf: () => (/* binding */ durationOf),
/* harmony export */   jl: () => (/* binding */ spellDuration),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   sO: () => (/* binding */ DAY_MS)
/* harmony export */ });
/** Instants in UTC and lengths of time, as people write and read them. */
const DAY_MS = 86_400_000;
const UNITS = [
    { letter: "d", word: "day", ms: DAY_MS },
    { letter: "h", word: "hour", ms: 3_600_000 },
    { letter: "m", word: "minute", ms: 60_000 },
    { letter: "s", word: "second", ms: 1_000 },
];
/** Whole numbers, each with its unit, the largest unit first and each at most once. */
const durationPattern = /^(?=\d)(?:\d{1,6}d)?(?:\d{1,6}h)?(?:\d{1,6}m)?(?:\d{1,6}s)?$/;
/** The milliseconds of a written duration; null when it is none. */
function parseDuration(written) {
    if (!durationPattern.test(written))
        return null;
    const amounts = new Map([...written.matchAll(/(\d{1,6})(\D)/g)].map(([, amount, letter]) => [letter, Number(amount)]));
    return UNITS.reduce((sum, { letter, ms }) => sum + (amounts.get(letter) ?? 0) * ms, 0);
}
/** The duration as it would be written in a setting, rounded down to seconds. */
function formatDuration(ms) {
    return split(ms, ({ letter }, amount) => `${amount}${letter}`).join("") || "0s";
}
/** The duration in words, rounded down to seconds: `1 hour 30 minutes`. */
function spellDuration(ms) {
    const parts = split(ms, ({ word }, amount) => `${amount} ${word}${amount === 1 ? "" : "s"}`);
    return parts.join(" ") || "under a second";
}
function split(ms, write) {
    let left = ms;
    return UNITS.flatMap((unit) => {
        const amount = Math.floor(left / unit.ms);
        left -= amount * unit.ms;
        return amount === 0 ? [] : [write(unit, amount)];
    });
}
/** `2026-02-10` in UTC. */
function dateOf(at) {
    return new Date(at).toISOString().replace(/T.*/, "");
}
/** Whether it is a day of the calendar, written as 2026-03-01; JavaScript would take 30 February for 2 March. */
function isDay(written) {
    const at = /^\d{4}-\d\d-\d\d$/.test(written) ? Date.parse(written) : Number.NaN;
    return !Number.isNaN(at) && dateOf(at) === written;
}
/** `14:32` in UTC. */
function timeOf(at) {
    return new Date(at).toISOString().slice(-13, -8);
}
/** `46 minutes`, `2 hours 5 minutes`, `under a minute`. */
function durationOf(minutes) {
    const parts = [count(Math.floor(minutes / 60), "hour"), count(minutes % 60, "minute")];
    return parts.filter((part) => part !== "").join(" ") || "under a minute";
}
function count(amount, unit) {
    return amount === 0 ? "" : `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}


/***/ }),

/***/ 9060:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8532);
/** Keeps zod from compiling parsers: a run reads most shapes once or twice, and compiling one costs more than that. */

(0,zod__WEBPACK_IMPORTED_MODULE_0__/* .config */ .$W)({ jitless: true });


/***/ }),

/***/ 8712:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lib_uncompiled_schemas_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9060);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8500);
/* harmony import */ var _check_report_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4418);
/* harmony import */ var _jobs_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9472);
/* harmony import */ var _jobs_run_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2909);
/* harmony import */ var _jobs_runner_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8846);
/* harmony import */ var _jobs_summary_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4490);
/* harmony import */ var _lib_checkout_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(177);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(9862);
/* harmony import */ var _settings_configuration_file_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(2600);
/* harmony import */ var _settings_inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(7427);
/** Entry 2: reads what the runner gives, runs the action, and reports. */











const inputs = Object.fromEntries(_settings_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .INPUTS */ .mc.map((name) => [name, (0,_jobs_runner_js__WEBPACK_IMPORTED_MODULE_5__/* .readInput */ .R)(process.env, name)]));
const checkout = (0,_lib_checkout_js__WEBPACK_IMPORTED_MODULE_7__/* .openCheckout */ .H)(process.env["GITHUB_WORKSPACE"] ?? ".");
try {
    const result = await (0,_jobs_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runJob */ .b)({
        ...(0,_jobs_runner_js__WEBPACK_IMPORTED_MODULE_5__/* .readRunner */ .f)(process.env),
        inputs,
        fetch,
        clock: { now: Date.now, sleep: (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ms) },
        files: checkout,
        loadConfiguration: (path) => (0,_settings_configuration_file_js__WEBPACK_IMPORTED_MODULE_9__/* .loadConfiguration */ .vF)(checkout, path),
    });
    await report(result);
}
catch (error) {
    const core = await loadCore();
    // A bug of ours. Its message may hold words of strangers, so only the debug log gets it.
    core.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .SettingsError */ .GN)
        core.setFailed(error.message);
    else
        core.setFailed(`An error of this action (${error instanceof Error ? error.name : typeof error}). Run it again with debug logging and report what it says.`);
}
/** The toolkit, with every secret masked. It is loaded when there is something to say: the first request goes out sooner. */
async function loadCore() {
    const core = await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(421)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6421));
    for (const name of ["devin-api-key", "pagerduty-token", "github-token"])
        if (inputs[name])
            core.setSecret(inputs[name]);
    return core;
}
async function report(result) {
    const core = await loadCore();
    const { job, decision, reason, warnings, failures } = result;
    const unwritten = await problemOf("outputs", () => {
        for (const [name, value] of Object.entries((0,_jobs_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .outputsOf */ .Y)(result)))
            core.setOutput(name, value);
    });
    // A reason may quote the name of a priority, and the runner obeys ##[\u2026] wherever it stands in a line.
    if (decision)
        core.info(harmless(`${job}: ${decision}, ${reason}`));
    if (result.kind === "incident") {
        if (result.session?.url)
            core.info(result.session.url);
        if (result.prompt !== null)
            core.info(unheard(result.prompt));
    }
    const checked = result.kind === "check" ? result.checked : null;
    for (const warning of [...warnings, checked && (0,_check_report_js__WEBPACK_IMPORTED_MODULE_2__/* .notRunOf */ .kW)(checked)])
        if (warning !== null)
            core.warning(harmless(warning));
    for (const { severity, message, ...place } of checked ? (0,_check_report_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationsOf */ .Ih)(checked) : []) {
        if (severity === "error")
            core.error(message, place);
        else
            core.warning(message, place);
    }
    const summary = core.summary.addRaw((0,_jobs_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .renderSummary */ .B)(result, process.env["GITHUB_SERVER_URL"]));
    if (process.env["GITHUB_STEP_SUMMARY"])
        for (const problem of await problemOf("summary", () => summary.write()))
            core.warning(problem);
    const all = [...failures, ...unwritten];
    if (all.length > 0)
        core.setFailed(all.join("\n"));
}
/** Why the runner's file for this could not be written; what the run came to must not be lost with it. */
async function problemOf(what, write) {
    try {
        await write();
        return [];
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
        return [
            `The ${what} of this step could not be written${code}. Look at the runner's disk, and at who may write its files.`,
        ];
    }
}
function harmless(words) {
    return words.replaceAll("##[", "# #[");
}
// The runner obeys any line that begins like a command, so it is told not to while strangers' words are shown.
function unheard(prompt) {
    const token = crypto.randomUUID();
    return `::stop-commands::${token}\n${prompt}\n::${token}::`;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 32:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* binding */ apiUrlOf),
  W: () => (/* binding */ createPagerDuty)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __nccwpck_require__(6921);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __nccwpck_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/fitting.js
var fitting = __nccwpck_require__(8706);
// EXTERNAL MODULE: ./build/src/pagerduty/request.js
var request = __nccwpck_require__(3688);
;// CONCATENATED MODULE: ./build/src/pagerduty/list.js
/** A list of PagerDuty's, page by page and within bounds. */




const PAGE = 100;
/** @see https://developer.pagerduty.com/docs/pagination */
const MOST_ITEMS = 10_000;
const pageSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
// Of all items of a list, as JSON.
const MOST_CHARACTERS = 1_000_000;
/** Reads the whole list, as far as it goes. */
async function readList(get, source, incidentId, limits) {
    const { what, query, key, item, most = MOST_ITEMS, mostCharacters = MOST_CHARACTERS, isPaged = true, } = source;
    const path = source.path(incidentId);
    const items = [];
    let characters = 0;
    const stop = (why) => {
        const read = items.length === 0 ? "" : `only ${items.length} could be read, since `;
        return { items, missing: `${what}: ${read}${why}.`, isWhole: false };
    };
    for (let offset = 0;; offset += PAGE) {
        const pages = isPaged ? { limit: `${PAGE}`, offset: `${offset}` } : {};
        const search = new URLSearchParams({ ...query, ...pages }).toString();
        let page;
        try {
            const attempt = `Reading ${what.toLowerCase()} from PagerDuty`;
            page = await get(attempt, search === "" ? path : `${path}?${search}`, pageSchema, limits);
        }
        catch (error) {
            if (error instanceof errors/* RequestError */.GI)
                return stop((0,request/* reasonOf */.A3)(error));
            throw error;
        }
        if (!Array.isArray(page[key]))
            return stop("PagerDuty's answer has no list of them");
        for (const found of (0,fitting/* fitting */._)(item).parse(page[key])) {
            characters += JSON.stringify(found).length;
            if (items.length >= most || characters > mostCharacters)
                return stop("there are more than fit");
            items.push(found);
        }
        if (!isPaged || page["more"] !== true)
            return { items, missing: null, isWhole: true };
        if (offset + 2 * PAGE > MOST_ITEMS)
            return stop("PagerDuty hands out no more");
    }
}

// EXTERNAL MODULE: ./build/src/pagerduty/fields.js
var fields = __nccwpck_require__(9704);
// EXTERNAL MODULE: ./build/src/lib/text.js
var lib_text = __nccwpck_require__(5498);
;// CONCATENATED MODULE: ./build/src/pagerduty/log-entry.js
/** One entry of an incident's log. */




const LONGEST_CHANGE = 200;
const MOST_CHANGES = 20;
const MOST_NAMES = 20;
const priority = schemas/* object */.Ikc({ summary: fields/* name */.UU, name: fields/* name */.UU })
    .transform((object) => object.summary ?? object.name)
    .nullable()
    .catch(null);
const people = (0,fitting/* fitting */._)(fields/* agent */.MA).transform((all) => namesOf(all));
function namesOf(all) {
    return [...new Set(all.flatMap((person) => person?.summary ?? []))].slice(0, MOST_NAMES);
}
const logEntry = schemas/* object */.Ikc({
    id: fields/* name */.UU,
    type: fields/* name */.UU,
    created_at: fields/* time */.kB,
    summary: fields/* logged */.Jb,
    agent: fields/* agent */.MA,
    channel: schemas/* object */.Ikc({ type: fields/* name */.UU, summary: fields/* logged */.Jb, old_priority: priority, new_priority: priority })
        .nullable()
        .catch(null),
    message: fields/* logged */.Jb,
    assignees: people,
    responders_list: (0,fitting/* fitting */._)(schemas/* object */.Ikc({ user: fields/* agent */.MA })),
    user: fields/* agent */.MA,
    changed_actions: (0,fitting/* fitting */._)(schemas/* object */.Ikc({ at: fields/* time */.kB })),
    changeset: (0,fitting/* fitting */._)(schemas/* string */.YjP().transform((change) => (0,lib_text/* cutTo */.yd)(change, LONGEST_CHANGE))),
})
    .transform((entry) => {
    const { channel } = entry;
    return {
        id: entry.id,
        /** PagerDuty's type without its ending: `trigger`, `acknowledge`, `resolve`. */
        type: (entry.type ?? "").replace(/_log_entry$/, ""),
        at: entry.created_at,
        summary: entry.summary,
        agent: entry.agent,
        channel: {
            type: channel?.type ?? null,
            summary: channel?.summary ?? null,
            oldPriority: channel?.old_priority ?? null,
            newPriority: channel?.new_priority ?? null,
        },
        /** The text of a status update or a responder request. */
        message: entry.message,
        /** Names of those to whom the incident was assigned or escalated. */
        assignees: entry.assignees,
        /** Names of those who were asked to help, or who were notified. */
        asked: namesOf([...entry.responders_list.map(({ user }) => user), entry.user]),
        snoozedUntil: entry.changed_actions[0]?.at ?? null,
        /** Changes of fields, in PagerDuty's words. */
        changeset: entry.changeset.slice(0, MOST_CHANGES),
    };
});

;// CONCATENATED MODULE: ./build/src/pagerduty/lists.js
/** What PagerDuty lists of an incident: where each list is, and the form of its items. */



const LONGEST_ID = 200;
const MOST_PAST_INCIDENTS = 5;
const note = schemas/* object */.Ikc({ id: fields/* name */.UU, created_at: fields/* time */.kB, user: fields/* agent */.MA, content: fields/* text */.Qq })
    .transform(({ id, created_at, user, content }) => ({ id, at: created_at, by: user, text: content ?? "" }));
const noBody = { details: null, contexts: [], cef_details: null };
const lists_alert = schemas/* object */.Ikc({
    created_at: fields/* time */.kB,
    summary: fields/* summary */.z,
    severity: fields/* name */.UU,
    status: fields/* name */.UU,
    integration: fields/* agent */.MA,
    body: schemas/* object */.Ikc({
        details: fields/* details */.zH,
        contexts: fields/* links */.yJ,
        cef_details: schemas/* object */.Ikc({ source_origin: fields/* summary */.z }).nullable().catch(null),
    })
        .catch(noBody),
})
    .transform(({ created_at, summary, severity, status, integration, body }) => ({
    at: created_at,
    summary: summary ?? "",
    severity,
    status,
    source: body.cef_details?.source_origin ?? integration?.summary ?? null,
    details: body.details,
    links: body.contexts,
}));
const change = schemas/* object */.Ikc({
    timestamp: fields/* time */.kB,
    summary: fields/* summary */.z,
    source: fields/* summary */.z,
    correlation_reason: schemas/* object */.Ikc({ reason: fields/* name */.UU }).nullable().catch(null),
    custom_details: fields/* details */.zH,
    links: fields/* links */.yJ,
})
    .transform(({ timestamp, summary, source, correlation_reason, custom_details, links }) => ({
    at: timestamp,
    summary: summary ?? "",
    source,
    reason: correlation_reason?.reason ?? null,
    details: custom_details,
    links,
}));
const pastIncident = schemas/* object */.Ikc({ incident: schemas/* object */.Ikc({ id: schemas/* string */.YjP().max(LONGEST_ID), title: fields/* summary */.z, created_at: fields/* time */.kB }) })
    .transform(({ incident }) => ({ id: incident.id, title: incident.title, at: incident.created_at }));
const priorityName = schemas/* object */.Ikc({ name: fields/* name */.UU, summary: fields/* name */.UU })
    .transform(({ name, summary }) => name ?? summary ?? "");
function below(part) {
    return (incidentId) => `/incidents/${encodeURIComponent(incidentId)}/${part}`;
}
const LOG_ENTRIES = {
    what: "Log entries",
    path: below("log_entries"),
    query: { time_zone: "UTC", "include[]": "channels" },
    key: "log_entries",
    item: logEntry,
    mostCharacters: Number.POSITIVE_INFINITY,
};
const NOTES = { what: "Notes", path: below("notes"), key: "notes", item: note, isPaged: false };
const ALERTS = { what: "Alerts", path: below("alerts"), key: "alerts", item: lists_alert };
const CHANGES = {
    what: "Changes",
    path: below("related_change_events"),
    key: "change_events",
    item: change,
    isPaged: false,
};
const PAST_INCIDENTS = {
    what: "Past incidents",
    path: below("past_incidents"),
    key: "past_incidents",
    item: pastIncident,
    most: MOST_PAST_INCIDENTS,
    isPaged: false,
};
/** The names of the account's priorities, from most to least severe. */
const PRIORITIES = {
    what: "Priorities",
    path: () => "/priorities",
    key: "priorities",
    item: priorityName,
};

// EXTERNAL MODULE: ./build/src/incident/reference.js
var reference = __nccwpck_require__(3889);
// EXTERNAL MODULE: ./build/src/incident/incident.js
var incident = __nccwpck_require__(3608);
// EXTERNAL MODULE: ./build/src/lib/json.js
var json = __nccwpck_require__(467);
// EXTERNAL MODULE: ./build/src/pagerduty/time.js
var time = __nccwpck_require__(1844);
;// CONCATENATED MODULE: ./build/src/pagerduty/incident.js
/** PagerDuty's incident object, as its webhooks and its REST API both have it, read into an incident. */



/** Reads a pointer; null when it is none. A field of an unexpected form is absent: it must not cost the rest. */
function readReference(value) {
    const fields = (0,json/* fieldsOf */.Pf)(value);
    return (fields && {
        id: (0,json/* textOf */.b6)(fields["id"]),
        type: (0,json/* textOf */.b6)(fields["type"]),
        summary: (0,json/* textOf */.b6)(fields["summary"]),
        html_url: (0,json/* textOf */.b6)(fields["html_url"]),
    });
}
/**
 * Turns PagerDuty's object into the incident with this id. Webhooks say `number`, REST says `incident_number`; REST has
 * no `reopened_at`.
 */
function fromPagerDuty(id, object) {
    const service = readReference(object["service"]);
    const policy = readReference(object["escalation_policy"]);
    const teams = object["teams"];
    return (0,incident/* incidentWith */.L)(id, {
        number: object["number"] ?? object["incident_number"],
        title: object["title"],
        status: object["status"],
        url: object["html_url"],
        created_at: (0,time/* readTime */.a)(object["created_at"]),
        reopened_at: (0,time/* readTime */.a)(object["reopened_at"]),
        urgency: object["urgency"],
        priority: readReference(object["priority"])?.summary,
        service: service && { ...named(service), url: service.html_url },
        teams: Array.isArray(teams) ? teams.map(readReference).map((team) => team && named(team)) : [],
        escalation_policy: policy && named(policy),
        type: (0,json/* fieldsOf */.Pf)(object["incident_type"])?.["name"],
        merged_into: mergedInto(object["resolve_reason"]),
        api_url: object["self"],
    });
}
/** A merge shows only in the resolve reason: there is no event for it. */
function mergedInto(value) {
    const reason = (0,json/* fieldsOf */.Pf)(value);
    return reason?.["type"] === "merge_resolve_reason"
        ? (readReference(reason["incident"])?.id ?? "unknown")
        : null;
}
function named({ id, summary }) {
    return { id, name: summary };
}

;// CONCATENATED MODULE: ./build/src/pagerduty/resolved-incident.js
/** An incident with what only REST knows: who resolved it and when, who took part, its custom fields. */






const resolved_incident_MOST_NAMES = 100;
const MOST_FIELDS = 50;
const responders = (0,fitting/* fitting */._)(schemas/* object */.Ikc({ state: fields/* name */.UU, user: fields/* agent */.MA })).transform((all) => all.filter(({ state }) => state !== "declined" && state !== "user_cancelled").map(({ user }) => user));
// PagerDuty's schema has the responders in the target itself, its example one level below, under another name.
const target = schemas/* object */.Ikc({
    incident_responders: responders,
    responder_request_target: schemas/* object */.Ikc({ incidents_responders: responders }).nullable().catch(null),
});
const responderRequests = (0,fitting/* fitting */._)(schemas/* object */.Ikc({ responder_request_targets: (0,fitting/* fitting */._)(target) })).transform((requests) => requests
    .flatMap((asked) => asked.responder_request_targets)
    .flatMap(({ incident_responders, responder_request_target }) => [
    ...incident_responders,
    ...(responder_request_target?.incidents_responders ?? []),
]));
const fieldValue = fields/* anything */.D8.transform((value) => {
    const isFlat = Array.isArray(value) && value.every((item) => typeof item !== "object");
    return isFlat ? fields/* details */.zH.parse(value.join(", ")) : fields/* details */.zH.parse(value);
});
const customFields = (0,fitting/* fitting */._)(schemas/* object */.Ikc({ display_name: fields/* name */.UU, name: fields/* name */.UU, value: fieldValue })).transform((fields) => fields
    .flatMap((field) => {
    const called = field.display_name ?? field.name;
    return called === null || field.value === null ? [] : [{ name: called, value: field.value }];
})
    .slice(0, MOST_FIELDS));
const resolvedIncident = schemas/* looseObject */._H3({
    id: reference/* incidentIdSchema */.j,
    resolved_at: schemas/* unknown */.L5J().optional().transform(time/* readTime */.a),
    last_status_change_by: schemas/* unknown */.L5J().optional().transform(readReference),
    incidents_responders: responders,
    responder_requests: responderRequests,
    acknowledgements: (0,fitting/* fitting */._)(schemas/* object */.Ikc({ acknowledger: fields/* agent */.MA })),
    assignments: (0,fitting/* fitting */._)(schemas/* object */.Ikc({ assignee: fields/* agent */.MA })),
    custom_fields: customFields,
})
    .transform((object) => {
    const people = [
        ...object.incidents_responders,
        ...object.responder_requests,
        ...object.acknowledgements.map(({ acknowledger }) => acknowledger),
        ...object.assignments.map(({ assignee }) => assignee),
    ];
    return {
        incident: fromPagerDuty(object.id, object),
        resolvedAt: object.resolved_at,
        resolvedBy: object.last_status_change_by,
        responders: [...new Set(people.flatMap((person) => person?.summary ?? []))].slice(0, resolved_incident_MOST_NAMES),
        customFields: object.custom_fields,
    };
});
const answerSchema = schemas/* object */.Ikc({ incident: resolvedIncident });
/** A page of the account's incidents. */
const incidentsSchema = schemas/* object */.Ikc({ incidents: (0,fitting/* fitting */._)(resolvedIncident), more: schemas/* boolean */.zMY() });

;// CONCATENATED MODULE: ./build/src/pagerduty/client.js
/** PagerDuty's REST API: what is read of it, and the one note that is written. */




/** For one call that shares its limits with none. */
const ALONE_MS = 60_000;
const HOSTS = ["https://api.pagerduty.com", "https://api.eu.pagerduty.com"];
/** The API that an incident lives on, by its own address; null unless that is PagerDuty's US or EU host. */
function apiUrlOf({ api_url: address }) {
    const origin = address === null ? undefined : URL.parse(address)?.origin;
    return HOSTS.find((host) => host === origin) ?? null;
}
/**
 * Makes a client for one account.
 * @see https://developer.pagerduty.com/docs/rest-api-overview
 */
function createPagerDuty(options) {
    const { clock } = options;
    const { get, write } = (0,request/* createRequests */.dT)(options);
    const lists = (source) => (id, limits) => readList(get, source, id, limits);
    return {
        async getIncident(idOrNumber, limits = { deadline: clock.now() + ALONE_MS, calls: request/* TRIES */.Qm * request/* TRIES */.Qm }) {
            const path = `/incidents/${encodeURIComponent(idOrNumber)}?include[]=custom_fields`;
            const answer = await get(`Reading incident ${idOrNumber} from PagerDuty`, path, answerSchema, limits);
            return answer.incident;
        },
        async listLogEntries(id, limits) {
            const all = await readList(get, LOG_ENTRIES, id, limits);
            if (all.isWhole || all.items.length === 0)
                return all;
            // The order is not documented, so the cut may have taken the first trigger or the last resolve.
            const query = { ...LOG_ENTRIES.query, is_overview: "true" };
            const overview = await readList(get, { ...LOG_ENTRIES, query }, id, limits);
            const important = new Set(overview.items.map((entry) => entry.id));
            const others = all.items.filter((entry) => !important.has(entry.id));
            return {
                items: [...overview.items, ...others].slice(0, MOST_ITEMS),
                missing: all.missing,
                isWhole: overview.isWhole,
            };
        },
        listNotes: lists(NOTES),
        listAlerts: lists(ALERTS),
        listRelatedChanges: lists(CHANGES),
        listPastIncidents: lists(PAST_INCIDENTS),
        listPriorities: (limits) => readList(get, PRIORITIES, "", limits),
        async pageOfResolved({ since, until, offset }, limits) {
            const search = new URLSearchParams({
                "statuses[]": "resolved",
                since: new Date(since).toISOString(),
                until: new Date(until).toISOString(),
                time_zone: "UTC",
                sort_by: "resolved_at:desc",
                limit: `${PAGE}`,
                offset: `${offset}`,
            });
            const attempt = "Reading resolved incidents from PagerDuty";
            const page = await get(attempt, `/incidents?${search}`, incidentsSchema, limits);
            const next = offset + 2 * PAGE > MOST_ITEMS ? "beyond" : offset + PAGE;
            return { incidents: page.incidents, next: page.more ? next : null };
        },
        addNote: (id, content) => write("POST", `/incidents/${encodeURIComponent(id)}/notes`, content),
        changeNote: (id, noteId, content) => write("PUT", `/incidents/${encodeURIComponent(id)}/notes/${encodeURIComponent(noteId)}`, content),
    };
}


/***/ }),

/***/ 1035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ NO_DETAILS),
/* harmony export */   t: () => (/* binding */ fetchDetails)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9862);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3688);
/** Everything that PagerDuty knows of one incident, within bounds. */


/** What is known where PagerDuty was not asked. */
const NO_DETAILS = {
    incident: null,
    isGone: false,
    logEntries: [],
    isLogWhole: false,
    notes: [],
    alerts: [],
    changes: [],
    pastIncidents: [],
    priorities: [],
    missing: [],
};
const LONGEST_MS = 60_000;
const MOST_CALLS = 250;
/**
 * Reads all parts at once, each as far as it goes: a part that PagerDuty refuses is a sentence in `missing`, since a
 * draft can start from the event alone. A token that is refused is one sentence, not one for each part.
 */
async function fetchDetails(request) {
    const { pagerDuty, clock, incidentId } = request;
    const limits = { deadline: clock.now() + LONGEST_MS, calls: MOST_CALLS };
    const [incident, log, notes, alerts, changes, past, priorities] = await Promise.all([
        readIncident(pagerDuty, incidentId, limits),
        pagerDuty.listLogEntries(incidentId, limits),
        pagerDuty.listNotes(incidentId, limits),
        pagerDuty.listAlerts(incidentId, limits),
        pagerDuty.listRelatedChanges(incidentId, limits),
        pagerDuty.listPastIncidents(incidentId, limits),
        pagerDuty.listPriorities(limits),
    ]);
    if (incident.isRefused)
        return { ...NO_DETAILS, missing: incident.missing };
    const lists = [log, notes, alerts, changes, past, priorities];
    return {
        incident: incident.found,
        isGone: incident.isGone,
        logEntries: log.items,
        isLogWhole: log.isWhole,
        notes: notes.items,
        alerts: alerts.items,
        changes: changes.items,
        pastIncidents: past.items,
        priorities: priorities.items,
        missing: [...incident.missing, ...lists.flatMap(({ missing }) => missing ?? [])],
    };
}
async function readIncident(pagerDuty, incidentId, limits) {
    try {
        return {
            found: await pagerDuty.getIncident(incidentId, limits),
            missing: [],
            isRefused: false,
            isGone: false,
        };
    }
    catch (error) {
        if (!(error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI))
            throw error;
        const isRefused = error.status === 401;
        const what = isRefused ? "Everything that PagerDuty knows beyond the event" : "Incident";
        return {
            found: null,
            missing: [`${what}: ${(0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(error)}.`],
            isRefused,
            isGone: error.status === 404,
        };
    }
}


/***/ }),

/***/ 9704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   Jb: () => (/* binding */ logged),
/* harmony export */   KA: () => (/* binding */ isPerson),
/* harmony export */   MA: () => (/* binding */ agent),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   yJ: () => (/* binding */ links),
/* harmony export */   z: () => (/* binding */ summary),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6921);
/* harmony import */ var _lib_fitting_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8706);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5498);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1844);
/** The kinds of fields in PagerDuty's answers, each read loosely and within a bound. */




// The bounds on strangers' words, in UTF-16 units: PagerDuty's own on a summary, and enough to read of the rest.
const LONGEST_NAME = 200;
const LONGEST_SUMMARY = 1_024;
const LONGEST_LOGGED = 500;
const LONGEST_TEXT = 10_000;
const MOST_LINKS = 20;
const words = (longest) => zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .transform((text) => (text.trim() === "" ? null : (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutTo */ .yd)(text, longest)))
    .nullable()
    .catch(null);
const name = words(LONGEST_NAME);
const summary = words(LONGEST_SUMMARY);
/** Words in an entry of the log. */
const logged = words(LONGEST_LOGGED);
const text = words(LONGEST_TEXT);
/** An instant in epoch milliseconds; null where it cannot be read. */
const time = zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J().optional().transform(_time_js__WEBPACK_IMPORTED_MODULE_1__/* .readInstant */ .W);
/** Who did something: a person, an integration or a service. */
const agent = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ type: name, summary: name }).nullable().catch(null);
/** Whether an agent is a person. */
function isPerson(who) {
    return who?.type?.replace(/_reference$/, "") === "user";
}
const anything = zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J().optional();
/** Arbitrary JSON as text. What is nested too deeply for JSON.stringify's stack is left out. */
const details = anything.transform((value) => {
    if (value === null || value === undefined || value === "")
        return null;
    if (typeof value === "string")
        return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutTo */ .yd)(value, LONGEST_TEXT);
    try {
        return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutTo */ .yd)(JSON.stringify(value), LONGEST_TEXT);
    }
    catch {
        return null;
    }
});
const links = (0,_lib_fitting_js__WEBPACK_IMPORTED_MODULE_3__/* .fitting */ ._)(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ href: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(2_048), text: summary })).transform((all) => all.slice(0, MOST_LINKS));


/***/ }),

/***/ 9914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jp: () => (/* binding */ readOwnNote),
/* harmony export */   LK: () => (/* binding */ isOwnNote),
/* harmony export */   wl: () => (/* binding */ writeOwnNote)
/* harmony export */ });
/** The one note on an incident that is ours: written here, and known again by its whole form. */
const FIRST_LINE = "[postmortem-bridge] Postmortem";
const OWN = /^\[postmortem-bridge\] Postmortem\nSession: (https?:\/\/\S{1,500})(?:\nPull request: (https?:\/\/\S{1,500}))?$/;
// As it was written before the first line told.
const OLD = /^Postmortem: Devin works on it in (https?:\/\/\S{1,500})(?:\nPull request: (https?:\/\/\S{1,500}))?\n\[postmortem-bridge\]$/;
/** The text of our note. */
function writeOwnNote({ session, pullRequest }) {
    return [
        FIRST_LINE,
        `Session: ${session}`,
        ...(pullRequest === null ? [] : [`Pull request: ${pullRequest}`]),
    ].join("\n");
}
/** What our note links; null for a note of somebody else, though it may quote ours. */
function readOwnNote(text) {
    const written = text.replaceAll("\r\n", "\n").trim();
    const [, session, pullRequest = null] = OWN.exec(written) ?? OLD.exec(written) ?? [];
    return session === undefined ? null : { session, pullRequest };
}
/** Whether a note is ours. */
function isOwnNote(text) {
    return readOwnNote(text) !== null;
}


/***/ }),

/***/ 6665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ recordOf)
});

// EXTERNAL MODULE: ./build/src/lib/names.js
var names = __nccwpck_require__(3257);
// EXTERNAL MODULE: ./build/src/pagerduty/details.js
var pagerduty_details = __nccwpck_require__(1035);
// EXTERNAL MODULE: ./build/src/pagerduty/fields.js
var fields = __nccwpck_require__(9704);
// EXTERNAL MODULE: ./build/src/pagerduty/own-note.js
var own_note = __nccwpck_require__(9914);
;// CONCATENATED MODULE: ./build/src/pagerduty/people.js
/** The people of an incident by name: who took part, and whom the record knows at all. */

const MOST_RESPONDERS = 100;
const MOST_PEOPLE = 500;
/** Those who acted or wrote until the resolve, and those who were asked to help and did not decline. */
function respondersOf({ incident, logEntries, notes }, resolvedAt) {
    const isUntil = ({ at }) => resolvedAt === null || (at !== null && at <= resolvedAt);
    const acted = logEntries
        .filter((entry) => entry.type !== "notify" && isUntil(entry))
        .flatMap(({ agent }) => personNameOf(agent));
    const wrote = notes.filter(isUntil).flatMap(({ by }) => personNameOf(by));
    return [...new Set([...(incident?.responders ?? []), ...acted, ...wrote])].slice(0, MOST_RESPONDERS);
}
/** All people that the record knows, each once, in the order in which they first appear in it. */
function peopleOf({ incident, logEntries, notes }, resolvedBy) {
    const logged = logEntries.map(({ at, agent, assignees, asked }) => ({
        at,
        names: [...personNameOf(agent), ...assignees, ...asked],
    }));
    const wrote = notes.map(({ at, by }) => ({ at, names: personNameOf(by) }));
    const inOrder = [...logged, ...wrote].sort((a, b) => (a.at ?? Number.MAX_VALUE) - (b.at ?? Number.MAX_VALUE));
    const names = [
        ...inOrder.flatMap((one) => one.names),
        ...(incident?.responders ?? []),
        ...(resolvedBy?.kind === "user" && resolvedBy.name !== null ? [resolvedBy.name] : []),
    ];
    return [...new Set(names)].slice(0, MOST_PEOPLE);
}
function personNameOf(agent) {
    return (0,fields/* isPerson */.KA)(agent) && agent?.summary ? [agent.summary] : [];
}

// EXTERNAL MODULE: ./build/src/pagerduty/time.js
var time = __nccwpck_require__(1844);
// EXTERNAL MODULE: ./build/src/lib/time.js
var lib_time = __nccwpck_require__(6016);
;// CONCATENATED MODULE: ./build/src/pagerduty/entry-words.js
/** What an entry of PagerDuty's log means, in plain words. */

const PLAIN = new Map([
    ["acknowledge", { kind: "acknowledged", what: "Acknowledged" }],
    // Spelled so in one place of PagerDuty's API description.
    ["acknowledgement", { kind: "acknowledged", what: "Acknowledged" }],
    ["unacknowledge", { kind: "notable", what: "Unacknowledged" }],
    ["resolve", { kind: "resolved", what: "Resolved" }],
    ["reopen", { kind: "reopened", what: "Reopened" }],
    ["exhaust_escalation_path", { kind: "notable", what: "Nobody was left to escalate to" }],
    ["repeat_escalation_path", { kind: "other", what: "Escalation began again from the first level" }],
    ["reach_ack_limit", { kind: "other", what: "Limit of acknowledgements reached" }],
    ["reach_trigger_limit", { kind: "other", what: "Limit of triggers reached" }],
    ["link", { kind: "other", what: "Another alert or incident linked" }],
    ["unlink", { kind: "other", what: "Alert or incident unlinked" }],
]);
const ASSIGNING = new Map([
    ["assign", { kind: "assigned", what: "Assigned" }],
    ["reassign", { kind: "assigned", what: "Reassigned" }],
    ["escalate", { kind: "escalated", what: "Escalated" }],
    ["delegate", { kind: "notable", what: "Delegated" }],
]);
/** The words of an entry. */
function describeEntry(entry, before) {
    const { type, channel, message, summary, agent } = entry;
    const isTimeout = channel.type === "timeout";
    const assigning = ASSIGNING.get(type);
    if (assigning)
        return { ...assigning, what: `${assigning.what}${toWhom(entry)}${afterWait(entry, before)}` };
    const plain = PLAIN.get(type);
    if (plain)
        return isTimeout ? { ...plain, what: `${plain.what} after a timeout` } : plain;
    if (type === "trigger") {
        const isTitle = channel.summary?.trim() === before.title?.trim();
        return {
            kind: before.isTriggered ? "other" : "triggered",
            what: "PagerDuty incident triggered",
            ...quoteOf(isTitle ? null : channel.summary),
        };
    }
    if (type === "status_update" || type === "incident_status_update")
        return { kind: "notable", what: "Status update published", ...quoteOf(message ?? channel.summary) };
    if (type === "responder_request") {
        const from = listOf(entry.asked);
        const what = from === "" ? "Help requested" : `Help requested from ${from}`;
        return { kind: "notable", what, ...quoteOf(message ?? channel.summary) };
    }
    if (type === "priority_change")
        return { kind: "notable", what: `Priority ${priorityChange(channel)}` };
    if (type === "urgency_change") {
        const urgency = /\bto\W{1,3}(high|low)\b/i.exec(summary ?? "")?.[1];
        return { kind: "notable", what: `Urgency changed${urgency ? ` to ${urgency.toLowerCase()}` : ""}` };
    }
    if (type === "snooze")
        return { kind: "notable", what: `Snoozed${untilOf(entry.snoozedUntil)}` };
    if (type === "field_value_change" || type === "custom_field_value_change")
        return { kind: "other", what: "Fields changed", ...quoteOf(entry.changeset.join("; ")) };
    return { kind: "other", what: withoutName(summary ?? type.replaceAll("_", " "), agent) || "Unnamed entry" };
}
/** `Ann`, `Ann and Bob`, `Ann, Bob and Eve`. */
function listOf(names) {
    const last = names.at(-1) ?? "";
    return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
function toWhom({ type, assignees }) {
    if (assignees.length > 0)
        return ` to ${listOf(assignees)}`;
    return type === "delegate" ? " to another escalation policy" : "";
}
function afterWait({ channel }, { minutesWaited }) {
    if (channel.type !== "timeout")
        return "";
    return minutesWaited === null || minutesWaited === 0
        ? " without an answer"
        : ` after ${(0,lib_time/* durationOf */.cf)(minutesWaited)} without an answer`;
}
function quoteOf(words) {
    return words === null || words.trim() === "" ? {} : { quote: words };
}
function priorityChange({ oldPriority, newPriority }) {
    if (oldPriority !== null && newPriority !== null)
        return `changed from ${oldPriority} to ${newPriority}`;
    if (newPriority !== null)
        return `set to ${newPriority}`;
    return oldPriority === null ? "changed" : `${oldPriority} removed`;
}
function untilOf(at) {
    return at === null ? "" : ` until ${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
// The agent's name stands at the end of the row, and PagerDuty's summaries tend to begin or end with it.
function withoutName(words, agent) {
    const name = agent?.summary;
    if (!name)
        return words;
    const ending = ` by ${name}`;
    const rest = words.endsWith(ending) ? words.slice(0, -ending.length) : words;
    return rest.startsWith(`${name} `) ? `Someone${rest.slice(name.length)}` : rest;
}

;// CONCATENATED MODULE: ./build/src/pagerduty/timeline.js
/** PagerDuty's log of an incident as the rows of a timeline. */


/** A row and the record's own instant of the same happening are at most this far apart. */
const SAME_MS = 60_000;
/** What a document and its reader can bear. */
const MOST_ROWS = 200;
/** Of those after the resolve, which are few and never crowd out an earlier one. */
const MOST_LATER_ROWS = 50;
/** What stands in a timeline when nobody in particular acted. */
const AUTOMATION = "automation";
// Notes have rows of their own. Notifications say which device rang, and are left out altogether: whom PagerDuty
// turned to shows in the assignments and escalations.
const LEFT_OUT = ["annotate", "notify"];
// What brings a resolved incident back to life.
const REVIVING = ["trigger", "acknowledge", "acknowledgement", "unacknowledge", "reopen"];
// Since when somebody is asked to acknowledge.
const ASKING = ["triggered", "assigned", "escalated"];
/**
 * The log as steps in their order, each once; rows that would read the same are one. `title` is the incident's, which
 * the trigger need not repeat.
 */
function stepsOf(entries, title) {
    const steps = [];
    let resolvedAt = null;
    let triggeredAt = null;
    let askedAt = null;
    const log = inOrder(entries);
    // Within a second the two may come in either order.
    const firstTrigger = log.find(({ entry }) => entry.type === "trigger")?.at ?? null;
    for (const { at, entry } of log) {
        if (isAssignmentOfTrigger(entry, at, firstTrigger))
            continue;
        const isReviving = resolvedAt !== null && at > resolvedAt && REVIVING.includes(entry.type);
        const minutesWaited = askedAt === null ? null : Math.floor((at - askedAt) / 60_000);
        const words = isReviving
            ? { kind: "reopened", what: "Reopened" }
            : describeEntry(entry, { title, isTriggered: triggeredAt !== null, minutesWaited });
        if (words.kind === "triggered")
            triggeredAt = at;
        if (words.kind === "resolved")
            resolvedAt = at;
        if (words.kind === "reopened")
            resolvedAt = null;
        if (ASKING.includes(words.kind))
            askedAt = at;
        const step = { at, ...words, ...actorOf(entry, words.kind) };
        const last = steps.at(-1);
        if (!last || !isSameRow(last, step))
            steps.push(step);
    }
    return steps;
}
/** PagerDuty assigns what it triggers in the same breath: that is no event of its own. */
function isAssignmentOfTrigger({ type, agent }, at, triggeredAt) {
    if (type !== "assign" || triggeredAt === null || (0,fields/* isPerson */.KA)(agent))
        return false;
    return at >= triggeredAt && at - triggeredAt <= SAME_MS;
}
function actorOf({ channel, agent }, kind) {
    const isTimeout = channel.type === "timeout";
    const isByItself = isTimeout || (["assigned", "escalated"].includes(kind) && !(0,fields/* isPerson */.KA)(agent));
    const who = isByItself ? null : agent;
    return { agent: who, by: who === null && kind === "resolved" ? AUTOMATION : (who?.summary ?? null) };
}
function isSameRow(one, other) {
    return (one.what === other.what &&
        one.by === other.by &&
        one.quote === other.quote &&
        minuteOf(one.at) === minuteOf(other.at));
}
// PagerDuty documents no order, and entries of one second keep the one that they came in.
function inOrder(entries) {
    const seen = new Set();
    const told = entries.flatMap((entry) => {
        const { id, at, type } = entry;
        if (at === null || LEFT_OUT.includes(type) || (id !== null && seen.has(id)))
            return [];
        if (id !== null)
            seen.add(id);
        return [{ at, entry }];
    });
    const isNewestFirst = (told[0]?.at ?? 0) > (told.at(-1)?.at ?? 0);
    return (isNewestFirst ? told.reverse() : told).sort((a, b) => a.at - b.at);
}
function minuteOf(at) {
    return Math.floor(at / 60_000);
}
/**
 * Gives the step of this kind the record's own instant, so that header and timeline tell the same time; without such
 * a step within a minute of it, the record's row is added.
 */
function withInstant(steps, at, row) {
    if (at === null)
        return steps;
    const near = nearest(steps, row.kind, at);
    const others = steps.filter((step) => step !== near);
    // Before others of the same instant if it is the beginning, after them otherwise.
    const placed = { ...(near ?? row), at };
    const all = row.kind === "triggered" ? [placed, ...others] : [...others, placed];
    return all.sort((a, b) => a.at - b.at);
}
/** The step of a kind that is nearest to an instant and within a minute of it. */
function nearest(steps, kind, at) {
    const distance = (step) => Math.abs(step.at - at);
    const candidates = steps.filter((step) => step.kind === kind && distance(step) <= SAME_MS);
    return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
// From what a timeline cannot do without to what it can.
const WEIGHTS = [
    ["triggered", "acknowledged", "resolved", "reopened"],
    ["escalated", "notable"],
    ["assigned", "other"],
];
/**
 * At most MOST_ROWS rows up to the resolve: those of least weight go first, and of one weight those in the middle. What
 * came after the resolve takes none of their places, since a record that grows must not lose an earlier row.
 */
function rowsOf(steps, resolvedAt) {
    const isLater = ({ at }) => resolvedAt !== null && at > resolvedAt;
    const until = steps.filter((step) => !isLater(step));
    const later = steps.filter(isLater);
    const kept = heaviest(until);
    const leftOut = until.length - kept.length;
    return {
        rows: [...kept, ...later.slice(0, MOST_LATER_ROWS)].map(({ kind, agent, ...row }) => row),
        leftOut: [
            ...(leftOut > 0 ? [`Timeline: ${leftOut} rows of less weight are left out.`] : []),
            ...(later.length > MOST_LATER_ROWS
                ? [`Timeline: after the resolve, only the first ${MOST_LATER_ROWS} rows are kept.`]
                : []),
        ],
    };
}
function heaviest(steps) {
    const kept = new Set();
    for (const kinds of WEIGHTS) {
        const group = steps.filter(({ kind }) => kinds.includes(kind));
        const room = MOST_ROWS - kept.size;
        const head = group.length <= room ? group.length : Math.ceil(room / 2);
        const tail = Math.max(head, group.length - (room - head));
        for (const step of [...group.slice(0, head), ...group.slice(tail)])
            kept.add(step);
    }
    return steps.filter((step) => kept.has(step));
}

;// CONCATENATED MODULE: ./build/src/pagerduty/record.js
/** The record of an incident, made from what the event and PagerDuty's REST API tell of it. */







/** A change this long before the incident belongs to its timeline. */
const CHANGES_BEFORE_MS = 3 * 60 * 60_000;
/**
 * The record by what an event told and by PagerDuty's details, which count first, field by field. `resolve` is what a
 * resolve told, null without one: a webhook has no `resolved_at`, and another event's time is that event's.
 */
function recordOf(told, resolve, details = pagerduty_details/* NO_DETAILS */.p) {
    const found = details.incident;
    const incident = found ? merge(told, found.incident) : told;
    const log = stepsOf(details.logEntries, incident.title);
    const createdAt = (0,time/* readInstant */.W)(incident.created_at);
    const end = endOf(resolve, found, log);
    const acknowledgedAt = details.isLogWhole ? (log.find(isOfKind("acknowledged"))?.at ?? null) : null;
    const notes = timed(details.notes.filter(({ text }) => !(0,own_note/* isOwnNote */.LK)(text)));
    const alerts = timed(details.alerts);
    const changes = timed(details.changes).map((change) => ({
        ...change,
        when: whenOf(change.at, createdAt, end.at),
    }));
    const nobody = { by: null, agent: null };
    const ends = [
        [{ kind: "triggered", what: "PagerDuty incident triggered", ...nobody }, createdAt],
        [{ kind: "reopened", what: "Reopened", ...nobody }, (0,time/* readInstant */.W)(incident.reopened_at)],
        [{ kind: "resolved", what: "Resolved", ...nobody, by: resolverNameOf(end.by) }, end.at],
    ];
    const happened = [
        ...log,
        ...notes.map(stepOfNote),
        ...changes.filter(isNear(createdAt)).map(stepOfChange),
    ].sort((a, b) => a.at - b.at);
    const steps = ends.reduce((all, [row, at]) => withInstant(all, at, row), happened);
    const untilEnd = steps.filter(({ at }) => end.at === null || at <= end.at);
    const { rows, leftOut } = rowsOf(steps, end.at);
    return {
        incident,
        createdAt,
        acknowledgedAt,
        resolvedAt: end.at,
        durationMinutes: minutesBetween(createdAt, end.at),
        minutesToAcknowledge: minutesBetween(createdAt, acknowledgedAt),
        wasAcknowledged: details.isLogWhole ? acknowledgedAt !== null : null,
        resolvedBy: end.by,
        reopenings: untilEnd.filter(isOfKind("reopened")).length,
        escalations: untilEnd.filter(isOfKind("escalated")).length,
        responders: respondersOf(details, end.at),
        people: peopleOf(details, end.by),
        timeline: rows,
        notes: notes.map(({ at, by, text }) => ({ at, by: by?.summary ?? null, text })),
        alerts,
        changes,
        pastIncidents: details.pastIncidents,
        customFields: found?.customFields ?? [],
        priorityRank: rankOf(incident.priority, details.priorities),
        missing: [
            ...details.missing,
            ...untimed("Log entries", details.logEntries),
            ...untimed("Notes", details.notes),
            ...untimed("Alerts", details.alerts),
            ...untimed("Changes", details.changes),
            ...leftOut,
        ],
    };
}
/** The better of two: what REST leaves out, or has as null, does not erase what the event told. */
function merge(told, found) {
    const isSameService = !found.service?.id || !told.service?.id || found.service.id === told.service.id;
    return {
        id: found.id,
        number: found.number ?? told.number,
        title: found.title ?? told.title,
        status: found.status ?? told.status,
        url: found.url ?? told.url,
        created_at: found.created_at ?? told.created_at,
        // REST does not know when an incident was reopened.
        reopened_at: told.reopened_at,
        urgency: found.urgency ?? told.urgency,
        priority: found.priority ?? told.priority,
        service: isSameService ? mergeReference(told.service, found.service) : found.service,
        teams: found.teams.length > 0 ? found.teams : told.teams,
        escalation_policy: found.escalation_policy ?? told.escalation_policy,
        type: found.type ?? told.type,
        // A merge is for good, whichever of the two tells of it.
        merged_into: found.merged_into ?? told.merged_into,
        api_url: found.api_url ?? told.api_url,
    };
}
function mergeReference(told, found) {
    if (told === null || found === null)
        return found ?? told;
    return { id: found.id ?? told.id, name: found.name ?? told.name, url: found.url ?? told.url };
}
function stepOfNote({ at, by, text }) {
    return { at, kind: "notable", what: "Note", by: by?.summary ?? null, quote: text, agent: by };
}
function stepOfChange({ at, summary, source, links }) {
    const what = summary.trim() || `Change reported${source === null ? "" : ` by ${source}`}`;
    return { at, kind: "notable", what, by: null, links, agent: null };
}
function isNear(createdAt) {
    return ({ at, when }) => createdAt !== null && at >= createdAt - CHANGES_BEFORE_MS && when !== "after";
}
function resolverNameOf(resolver) {
    return resolver?.name ?? (resolver?.kind === "automation" ? AUTOMATION : null);
}
function isOfKind(kind) {
    return (step) => step.kind === kind;
}
/** When and by whom the incident was resolved, as far as it is resolved now. */
function endOf(resolve, found, log) {
    const isResolved = found?.incident.status === "resolved";
    const last = isResolved ? log.findLast(isOfKind("resolved")) : undefined;
    if (resolve === null && (found?.resolvedAt ?? null) === null && !last)
        return { at: null, by: null };
    const at = (0,time/* readInstant */.W)(found?.resolvedAt ?? null) ?? (0,time/* readInstant */.W)(resolve?.at ?? null) ?? last?.at ?? null;
    const reopening = log.findLast(isOfKind("reopened"));
    // A webhook can be hours old by the time that it is read.
    if (at !== null && reopening && reopening.at > at)
        return { at: null, by: null };
    const logged = at === null ? null : nearest(log, "resolved", at);
    // REST names who last changed the status, which is who resolved it only once it is resolved.
    const changedBy = found && found.resolvedAt !== null ? found.resolvedBy : null;
    return { at, by: resolverOf(logged ? logged.agent : (changedBy ?? resolve?.by ?? null)) };
}
// PagerDuty names no agent when automation or a timeout resolved the incident.
function resolverOf(agent) {
    const name = agent?.summary?.trim() || null;
    if ((0,fields/* isPerson */.KA)(agent))
        return { kind: "user", name };
    const type = (agent?.type ?? "").replace(/_reference$/, "");
    return { kind: /(^|_)(integration|service)$/.test(type) ? "integration" : "automation", name };
}
function whenOf(at, createdAt, resolvedAt) {
    if (createdAt !== null && at < createdAt)
        return "before";
    return resolvedAt !== null && at > resolvedAt ? "after" : "during";
}
function rankOf(priority, priorities) {
    const index = priorities.findIndex((name) => priority !== null && (0,names/* isSameName */.yS)(name, priority));
    return index < 0 ? null : index + 1;
}
/** Those whose time is known, oldest first. */
function timed(items) {
    return items
        .flatMap((item) => (item.at === null ? [] : [{ ...item, at: item.at }]))
        .sort((a, b) => a.at - b.at);
}
function untimed(what, items) {
    const amount = items.filter(({ at }) => at === null).length;
    return amount === 0 ? [] : [`${what}: ${amount} left out, without a time that can be read.`];
}
function minutesBetween(from, to) {
    return from === null || to === null || to < from ? null : Math.floor((to - from) / 60_000);
}


/***/ }),

/***/ 3688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Qm: () => (/* binding */ TRIES),
/* harmony export */   dT: () => (/* binding */ createRequests)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6921);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9862);
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4906);
/** One request to PagerDuty's REST API: how it is repeated, and what a refusal means. */



const TIMEOUT_MS = 15_000;
const TRIES = 3;
const errorSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    error: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        code: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullish().catch(null),
        errors: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
    }),
});
/** @see https://developer.pagerduty.com/docs/errors */
const HIDDEN_ONCE_RESOLVED = 2018;
/** PagerDuty took too long over a long incident, and asks to be asked again. */
const TOO_LONG = 408;
/** What PagerDuty answers to a token of another region. */
const ELSEWHERE = 401;
/** How one account is read and written. */
function createRequests(options) {
    const { fetch, clock, apiUrl, auth, token, from } = options;
    const headers = {
        accept: "application/vnd.pagerduty+json;version=2",
        authorization: auth === "token" ? `Token token=${token}` : `Bearer ${token}`,
    };
    const remedy = (status) => remedyOf(status, apiUrl);
    async function write(method, path, content) {
        await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_1__/* .request */ .Em)({
            fetch,
            clock,
            attempt: "Writing the incident's note",
            method,
            url: `${apiUrl}${path}`,
            headers: { ...headers, ...(from === undefined ? {} : { from }) },
            body: { note: { content } },
            schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(),
            timeoutMs: TIMEOUT_MS,
            // To put the same words in their place again changes nothing.
            tries: method === "PUT" ? TRIES : 1,
            readDetail,
            remedy: (status) => remedyOfNote(status) ?? remedy(status),
            secrets: [token],
        });
    }
    async function get(attempt, path, schema, limits) {
        for (let tried = 1;; tried++) {
            const left = limits.deadline - clock.now();
            if (left <= 0)
                throw spent("the time for reading PagerDuty is used up");
            if (limits.calls <= 0)
                throw spent("the number of calls to PagerDuty is used up");
            limits.calls--;
            try {
                return await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_1__/* .request */ .Em)({
                    fetch,
                    clock,
                    attempt,
                    method: "GET",
                    url: `${apiUrl}${path}`,
                    headers,
                    schema,
                    timeoutMs: Math.min(TIMEOUT_MS, left),
                    readDetail,
                    remedy,
                    secrets: [token],
                });
            }
            catch (error) {
                // A limit lasts up to a minute, so there the deadline decides, not the number of tries.
                if (!(error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI))
                    throw error;
                if (!(0,_lib_http_js__WEBPACK_IMPORTED_MODULE_1__/* .isRetryable */ .r3)(error) && error.status !== TOO_LONG)
                    throw withHost(error, apiUrl);
                const wait = (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_1__/* .waitMs */ .Cu)(error, tried);
                const isOver = tried >= TRIES && error.status !== 429;
                if (isOver || clock.now() + wait >= limits.deadline)
                    throw error;
                await clock.sleep(wait);
            }
        }
    }
    return { get, write };
}
function spent(detail) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI(`Reading from PagerDuty stopped: ${detail}. Run it again later.`, { detail });
}
function readDetail(body) {
    const { error } = errorSchema.safeParse(body).data ?? {};
    if (!error)
        return null;
    const said = [error.message, ...(error.errors ?? [])].join(": ");
    return error.code === HIDDEN_ONCE_RESOLVED
        ? `${said} (the token's role loses sight of an incident once it is resolved)`
        : said;
}
const ADDRESSES = "If the account has an IP allow list, the runner's address must be on it.";
const HINTS = {
    402: "; the account's plan does not include this",
    403: "; pagerduty-token may not read this, or an IP allow list shuts this machine out",
};
/** Why a part could not be read, to follow a colon. */
function reasonOf({ status, detail }) {
    if (status === null)
        return detail;
    const said = detail.replace(/\.$/, "");
    return `PagerDuty answered ${status}${said && `, ${said}`}${HINTS[status] ?? ""}`;
}
function remedyOfNote(status) {
    if (status === 400)
        return "Set pagerduty-from to the address of a person of the account.";
    if (status === 403)
        return "Give pagerduty-token the right to write notes, or set notes: false.";
    return null;
}
function remedyOf(status, apiUrl) {
    if (status === 401)
        return `Check pagerduty-token, and pagerduty-auth: \`bearer\` for an OAuth token. ${ADDRESSES} ${regionOf(apiUrl)}`;
    if (status === 403)
        return `Give pagerduty-token read access to incidents. ${ADDRESSES}`;
    if (status === 404)
        return `Check the incident. ${regionOf(apiUrl)}`;
    return "Run it again later.";
}
function regionOf(apiUrl) {
    const other = apiUrl.includes("://api.eu.")
        ? "US has https://api.pagerduty.com"
        : "EU has https://api.eu.pagerduty.com";
    return `${apiUrl} was asked; an account in the ${other}: set pagerduty-api-url.`;
}
// Where only the reason is shown, it too says who was asked.
function withHost(error, apiUrl) {
    const { status, detail, effect, retryAfterMs } = error;
    if (status !== ELSEWHERE)
        return error;
    const asked = `asked was ${apiUrl}, see pagerduty-api-url and the account's IP allow list`;
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI(error.message, {
        status,
        detail: detail === "" ? asked : `${detail.replace(/\.$/, "")}; ${asked}`,
        effect,
        retryAfterMs,
        cause: error,
    });
}


/***/ }),

/***/ 1844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readInstant),
/* harmony export */   a: () => (/* binding */ readTime)
/* harmony export */ });
/* harmony import */ var _incident_patterns_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2525);
/** Times as PagerDuty writes them, read into the one form that the rest of this project knows. */

const DATE = String.raw `(\d{4}-\d\d-\d\d)`;
const CLOCK = String.raw `(\d\d:\d\d)(?::(\d\d)(\.\d{1,9})?)?`;
const ZONE = String.raw `(?:Z|([+-]\d\d)(?::?(\d\d))?)`;
const WRITTEN = new RegExp(`^${DATE}(?:T${CLOCK}${ZONE})?$`);
/**
 * The same instant with seconds and a whole offset, such as `2026-02-10T14:32:00Z`; null for what is no time. PagerDuty's
 * documents also write `2026-02-10T14:32Z`, `\u2026-07`, `\u2026+0000` and dates alone, which begin at midnight in UTC.
 * @see https://developer.pagerduty.com/docs/types#datetime
 */
function readTime(written) {
    if (typeof written !== "string")
        return null;
    if (_incident_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .timePattern */ .Qm.test(written))
        return written;
    const [, date, clock = "00:00", seconds = "00", fraction = "", hours, minutes = "00"] = WRITTEN.exec(written) ?? [];
    const zone = hours === undefined ? "Z" : `${hours}:${minutes}`;
    const time = `${date}T${clock}:${seconds}${fraction}${zone}`;
    return _incident_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .timePattern */ .Qm.test(time) ? time : null;
}
/** The same in epoch milliseconds. */
function readInstant(written) {
    const time = readTime(written);
    return time === null ? null : Date.parse(time);
}


/***/ }),

/***/ 7749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ LIMIT_REACHED),
  l: () => (/* binding */ passGate)
});

// EXTERNAL MODULE: ./build/src/lib/text.js
var lib_text = __nccwpck_require__(5498);
// EXTERNAL MODULE: ./build/src/lib/names.js
var lib_names = __nccwpck_require__(3257);
// EXTERNAL MODULE: ./build/src/lib/time.js
var time = __nccwpck_require__(6016);
// EXTERNAL MODULE: ./build/src/settings/rules.js
var rules = __nccwpck_require__(1756);
;// CONCATENATED MODULE: ./build/src/policy/names.js
/** Names of rules and of their values in a sentence, bounded. */

const LONGEST_NAME = 60;
const MOST_NAMES = 10;
/** One name on one line. */
function shorten(name) {
    return (0,lib_text/* toSingleLine */.OX)(name, LONGEST_NAME);
}
/** `P1, P2 or P3`. */
function orList(names) {
    const shown = bounded(names);
    return [shown.slice(0, -1).join(", "), ...shown.slice(-1)].filter(Boolean).join(" or ");
}
/** `P1, P2, P3`. */
function commaList(names) {
    return bounded(names).join(", ");
}
function bounded(names) {
    return firstOf(names.map(shorten), MOST_NAMES, "more");
}
/** The first of the items, and in one more how many there are beyond `most`: `3 more`. */
function firstOf(items, most, rest) {
    const more = items.length - most;
    return more > 0 ? [...items.slice(0, most), `${more} ${rest}`] : items;
}

;// CONCATENATED MODULE: ./build/src/policy/evaluate.js
/** The rules held against an incident: which of their conditions hold, and why in words. */



/** Every rule in turn, held against the subject. */
function evaluateRules(rules, subject) {
    return rules.map((rule, index) => {
        const findings = evaluate(rule, subject);
        const name = rule.name === undefined ? `rule ${index + 1}` : `the rule "${shorten(rule.name)}"`;
        return { name, rule, findings, matches: findings.every(({ holds }) => holds) };
    });
}
/** Whether the team is the one that a rule names, by its id or its name. */
function isTeam({ id, name }, wanted) {
    return (id !== null && (0,lib_names/* isSameName */.yS)(wanted, id)) || (name !== null && (0,lib_names/* isSameName */.yS)(wanted, name));
}
function evaluate({ when, ...rule }, subject) {
    const { service, durationMs } = subject;
    const findings = [
        ...evaluateName("priority", when.priority, subject.priority),
        ...evaluateName("urgency", when.urgency, subject.urgency),
        ...evaluatePattern("service", when.service, [service?.id, service?.name]),
        ...evaluateTeams(when.team, subject.teams),
        ...evaluateName("type", when.type, subject.type),
        ...evaluatePattern("title", when.title, [subject.title]),
        ...evaluateName("resolved-by", when["resolved-by"], subject.resolvedBy),
        ...evaluateDuration("shorter-than", when["shorter-than"], durationMs, (ms, limit) => ms < limit),
        ...evaluateDuration("longer-than", when["longer-than"], durationMs, (ms, limit) => ms > limit),
    ];
    const holdsUnknown = rule["if-unknown"] === "skip";
    return findings.map(({ key, holds, words }) => holds === null
        ? { key, isKnown: false, holds: holdsUnknown, words: `${words}, which ${effectOf(holdsUnknown)}` }
        : { key, isKnown: true, holds, words });
}
function effectOf(holdsUnknown) {
    return holdsUnknown ? "counts as a match (if-unknown: skip)" : "does not match";
}
function evaluateName(key, wanted, value) {
    if (wanted === undefined)
        return [];
    if (value === null)
        return [unknown(key, key)];
    const holds = wanted.some((name) => (0,lib_names/* isSameName */.yS)(name, value));
    const shown = shorten(value);
    if (!holds)
        return [{ key, holds, words: `${key} is ${shown}, not ${orList(wanted)}` }];
    const isOne = wanted.length === 1;
    return [
        { key, holds, words: isOne ? `${key} is ${shown}` : `${key} ${shown} is one of ${commaList(wanted)}` },
    ];
}
function evaluatePattern(key, wanted, names) {
    if (wanted === undefined)
        return [];
    const known = names.filter((name) => typeof name === "string");
    if (known.length === 0)
        return [unknown(key, `the ${key}`)];
    const found = wanted.find((pattern) => known.some((name) => (0,lib_names/* matchesName */.Hj)(pattern, name)));
    // The name comes last. Where only the id is told, the rule may mean the name.
    if (found === undefined && typeof names.at(-1) !== "string")
        return [unknown(key, `the ${key}'s name`)];
    return found === undefined
        ? [{ key, holds: false, words: `the ${key} does not match ${orList(wanted)}` }]
        : [{ key, holds: true, words: `the ${key} matches ${shorten(found)}` }];
}
function evaluateTeams(wanted, teams) {
    if (wanted === undefined)
        return [];
    if (teams.length === 0)
        return [unknown("team", "a team")];
    const found = wanted.find((name) => teams.some((team) => isTeam(team, name)));
    if (found === undefined && teams.some(({ name }) => name === null))
        return [unknown("team", "the name of a team")];
    return found === undefined
        ? [{ key: "team", holds: false, words: `no team is ${orList(wanted)}` }]
        : [{ key: "team", holds: true, words: `a team is ${shorten(found)}` }];
}
function evaluateDuration(key, limit, ms, isWithin) {
    if (limit === undefined)
        return [];
    if (ms === null)
        return [unknown(key, "how long it lasted")];
    const holds = isWithin(ms, limit);
    // In whole seconds both would be the same, and then one is longer without looking so.
    const isJustOver = ms > limit && ms - limit < 1_000;
    const lasted = `it lasted ${isJustOver ? "just over " : ""}${(0,time/* spellDuration */.jl)(ms)}`;
    const words = `${lasted}, ${holds ? "" : "not "}${key.replace("-", " ")} ${(0,time/* formatDuration */.a3)(limit)}`;
    return [{ key, holds, words }];
}
function unknown(key, what) {
    return { key, holds: null, words: `${what} is not known` };
}

;// CONCATENATED MODULE: ./build/src/policy/alternatives.js
/** What would have had to differ in an incident, alone, for a draft. */





// The name of nothing: no rule can have it.
const OTHER_NAME = "";
/** Each difference as the rest of "it would be drafted if", for a rule that skips it and that the policy lacks. */
function alternativesOf(policy, { when, ...rule }, subject) {
    const drafts = (change) => predict(policy, { ...subject, ...change }, null) === "draft";
    const without = (key) => when[key] && predict(policy, subject, key) === "draft"
        ? [`the ${key} did not match ${orList(when[key])}`]
        : [];
    const closed = (key, names, change) => {
        const passing = names.filter((name) => when[key] && !when[key].includes(name) && drafts(change(name)));
        return passing.length > 0 ? [`${key} were ${orList(passing)}`] : [];
    };
    const open = (key, change) => {
        const wanted = when[key];
        if (wanted === undefined)
            return [];
        const others = policy.rules
            .flatMap((rule) => rule.when[key] ?? [])
            .filter((other, at, all) => ![...wanted, ...all.slice(0, at)].some((name) => (0,lib_names/* isSameName */.yS)(name, other)));
        const passing = others.filter((other) => drafts(change(other)));
        if (drafts(change(OTHER_NAME)))
            return [
                `${key} were other than ${orList([...wanted, ...others.filter((other) => !passing.includes(other))])}`,
            ];
        return passing.length > 0 ? [`${key} were ${orList(passing)}`] : [];
    };
    const teams = subject.teams.filter((team) => !when.team?.some((name) => isTeam(team, name)));
    const isMatchedByNoTeam = rule["if-unknown"] === "skip" && teams.length === 0;
    return [
        ...open("priority", (priority) => ({ priority })),
        ...closed("urgency", rules/* URGENCIES */.If, (urgency) => ({ urgency })),
        ...without("service"),
        ...(when.team && !isMatchedByNoTeam && drafts({ teams }) ? [`it had no team ${orList(when.team)}`] : []),
        ...open("type", (type) => ({ type })),
        ...without("title"),
        ...closed("resolved-by", rules/* RESOLVERS */.Aj, (resolvedBy) => ({ resolvedBy })),
        ...otherDurations(policy, when, (durationMs) => drafts({ durationMs })),
    ];
}
function otherDurations({ rules }, when, drafts) {
    const { "shorter-than": shorter, "longer-than": longer } = when;
    // Between two limits of the rules nothing changes, so these stand for all durations.
    const limits = [
        shorter,
        longer,
        ...rules.flatMap((rule) => [rule.when["shorter-than"], rule.when["longer-than"]]),
    ];
    const all = limits.flatMap((limit) => (limit === undefined ? [] : [limit - 1, limit, limit + 1]));
    return [
        ...(shorter !== undefined && all.every((ms) => ms < shorter || drafts(ms))
            ? [`it had lasted ${(0,time/* formatDuration */.a3)(shorter)} or longer`]
            : []),
        ...(longer !== undefined && all.every((ms) => ms > longer || drafts(ms))
            ? [`it had lasted ${(0,time/* formatDuration */.a3)(longer)} or less`]
            : []),
    ];
}
/** What the rules would do if `open` were anything at all; null when that depends on it. */
function predict(policy, subject, open) {
    const outcomes = new Set();
    for (const { rule, findings } of evaluateRules(policy.rules, subject)) {
        if (findings.some(({ key, holds }) => !holds && key !== open))
            continue;
        outcomes.add(rule.do);
        if (findings.every(({ key }) => key !== open))
            return outcomes.size === 1 ? rule.do : null;
    }
    outcomes.add(policy.otherwise);
    return outcomes.size === 1 ? policy.otherwise : null;
}

;// CONCATENATED MODULE: ./build/src/policy/decide.js
/** The policy: an incident in, a decision with its reason out. */




const LONGEST_REASON = 1_000;
const MOST_RULES = 3;
/** The first rule that matches decides, and `otherwise` where none does. */
function decide(policy, subject) {
    const evaluated = evaluateRules(policy.rules, subject);
    const index = evaluated.findIndex(({ matches }) => matches);
    const found = evaluated[index];
    const reason = found
        ? reasonOf(policy, subject, evaluated, index, found)
        : otherwiseReason(policy, evaluated);
    return {
        do: found?.rule.do ?? policy.otherwise,
        rule: found?.rule ?? null,
        reason: (0,lib_text/* toSingleLine */.OX)(reason, LONGEST_REASON),
    };
}
function reasonOf(policy, subject, evaluated, index, { name, rule, findings }) {
    const because = findings.map(({ words }) => words).join(", and ");
    const before = evaluated.slice(0, index);
    if (rule.do === "draft")
        return [`${name} drafts it: ${because}`, ...withoutFact(before)].join("; ");
    const others = policy.rules.filter((_, other) => other !== index);
    const alternatives = alternativesOf({ ...policy, rules: others }, rule, subject);
    if (alternatives.length > 0) {
        const drafted = `it would be drafted if ${alternatives.join(", or ")}`;
        return [`${name} skips it: ${because}`, drafted, ...withoutFact(before)].join("; ");
    }
    const next = evaluated.find(({ matches }, other) => other !== index && matches);
    const verb = (next?.rule.do ?? policy.otherwise) === "draft" ? "draft" : "skip";
    const without = `without it, ${next?.name ?? "otherwise"} would ${verb} it`;
    // Those before it would have come first.
    return [`${name} skips it: ${because}; ${without}`, ...nearMisses(before)].join("; ");
}
function otherwiseReason({ otherwise }, evaluated) {
    const reason = `no rule matched, and otherwise is ${otherwise}`;
    if (otherwise === "draft")
        return [reason, ...withoutFact(evaluated)].join("; ");
    const misses = nearMisses(evaluated);
    return [reason, ...(misses.length > 0 ? misses : ["there is no rule that drafts"])].join("; ");
}
/** The rules that did not match for want of a fact alone. */
function withoutFact(evaluated) {
    return firstOf(evaluated
        .filter(({ findings }) => findings.every(mayHold))
        .map(({ name, findings }) => `${name} was decided without a fact: ${missesOf(findings)}`), MOST_RULES, "more were decided without a fact");
}
function mayHold({ holds, isKnown }) {
    return holds || !isKnown;
}
/** The rules that would have drafted, those first that lacked least. */
function nearMisses(evaluated) {
    const lacking = ({ findings }) => findings.filter(({ holds }) => !holds).length;
    return firstOf(evaluated
        .filter(({ rule }) => rule.do === "draft")
        .sort((a, b) => lacking(a) - lacking(b))
        .map(({ name, findings }) => `${name} would draft it, but ${missesOf(findings)}`), MOST_RULES, "more would draft others");
}
function missesOf(findings) {
    return findings
        .filter(({ holds }) => !holds)
        .map(({ words }) => words)
        .join(", and ");
}

;// CONCATENATED MODULE: ./build/src/policy/subject.js
/** What the rules look at in an incident. */

const LONGEST_TITLE = 1_024;
/** What the rules look at in a record. Names are as people see them, so that nothing invisible gets past a rule. */
function subjectOf({ incident, createdAt, resolvedAt, resolvedBy }) {
    const isOrdered = createdAt !== null && resolvedAt !== null && resolvedAt >= createdAt;
    return {
        priority: visible(incident.priority),
        urgency: visible(incident.urgency),
        service: incident.service && reference(incident.service),
        teams: incident.teams.map(reference),
        type: visible(incident.type),
        title: visible(incident.title),
        resolvedBy: resolvedBy?.kind ?? null,
        durationMs: isOrdered ? resolvedAt - createdAt : null,
    };
}
function reference({ id, name }) {
    return { id: visible(id), name: visible(name) };
}
function visible(text) {
    return text === null ? null : (0,lib_text/* toSingleLine */.OX)(text, LONGEST_TITLE) || null;
}

;// CONCATENATED MODULE: ./build/src/policy/gate.js
/** The gate: whether an incident may have a postmortem, by the same questions in the same order for everyone who asks. */


/** Why a session is not started now although the incident deserves one. */
const LIMIT_REACHED = "limits.sessions-per-day is used up; the next reconcile with room takes it";
/** Asks in turn: merged, resolved, the rules, the day's limit, a dry run. */
function passGate(question) {
    const { record, policy, notReadyBecause, requestedBy, hasCapacity, isDryRun } = question;
    const { merged_into } = record.incident;
    if (merged_into !== null)
        return skipped("merged", `it was merged into ${merged_into}`);
    if (notReadyBecause !== null)
        return skipped("not-ready", notReadyBecause);
    const weighed = decide(policy, subjectOf(record));
    const decision = requestedBy === null ? weighed : null;
    if (decision?.do === "skip")
        return { ...skipped("rules", decision.reason), decision };
    const reason = requestedBy === null ? weighed.reason : byHand(requestedBy, weighed);
    if (!hasCapacity)
        return { outcome: "deferred", by: "limit", reason: LIMIT_REACHED, decision };
    return isDryRun
        ? { outcome: "dry-run", by: "dry-run", reason, decision }
        : { outcome: "passed", by: "none", reason, decision };
}
function byHand(requestedBy, { reason }) {
    return `${requestedBy} asked for it by hand; by the rules: ${reason}`;
}
function skipped(by, reason) {
    return { outcome: "skipped", by, reason, decision: null };
}


/***/ }),

/***/ 3560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ incidentsOf),
/* harmony export */   Eh: () => (/* binding */ LONGEST_TITLE),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   My: () => (/* binding */ destinationOf),
/* harmony export */   qK: () => (/* binding */ findPostmortem)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5498);
/* harmony import */ var _lib_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6016);
/** The postmortem file: where it goes, and how titles, dates and durations are written in it. */


const LONGEST_SLUG = 60;
/** In characters. */
const LONGEST_TITLE = 200;
/**
 * The file and branch of an incident. `existing` is the incident's file in the docs repository, which
 * keeps its name whatever the title is now; `today` (epoch milliseconds) dates an incident whose beginning is not known.
 */
function destinationOf({ incident, createdAt }, directory, existing, today) {
    const slug = slugOf(incident.title ?? "");
    const name = [(0,_lib_time_js__WEBPACK_IMPORTED_MODULE_1__/* .dateOf */ .Q$)(createdAt ?? today), incident.id, ...(slug ? [slug] : [])].join("-");
    return {
        path: `${directory}/${existing ?? `${name}.md`}`,
        branch: `postmortem/${incident.id}`,
    };
}
/** An incident's postmortem among paths below the directory; null when it has none. */
function findPostmortem(names, incidentId) {
    // The name is shown in the prompt and the summary, so one that could end a code span or a line is passed over.
    const pattern = /^(?:[^`|\p{Cc}]*\/)?\d{4}-\d{2}-\d{2}-([A-Z0-9]+)(?:-[^/`|\p{Cc}]*)?\.(?:[mM][dD]|markdown)$/u;
    return names.filter((name) => pattern.exec(name)?.[1] === incidentId).sort()[0] ?? null;
}
/** The incidents that have a postmortem among paths below the directory. */
function incidentsOf(names) {
    return new Set(names.flatMap((name) => /(?:^|\/)\d{4}-\d{2}-\d{2}-([A-Z0-9]+)[-.][^/]*$/.exec(name)?.[1] ?? []));
}
function slugOf(title) {
    const words = title
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-");
    return words.slice(0, LONGEST_SLUG).replace(/^-|-$/g, "");
}
/** What people call the incident: its title, or its id when it has none. */
function titleOf({ title, id }) {
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toSingleLine */ .OX)(title ?? "", LONGEST_TITLE) || `Incident ${id}`;
}


/***/ }),

/***/ 2600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PV: () => (/* binding */ DEFAULT_CONFIG),
/* harmony export */   VI: () => (/* binding */ isCheckout),
/* harmony export */   hg: () => (/* binding */ configPaths),
/* harmony export */   oN: () => (/* binding */ findConfiguration),
/* harmony export */   tW: () => (/* binding */ NO_FILE),
/* harmony export */   vF: () => (/* binding */ loadConfiguration),
/* harmony export */   xV: () => (/* binding */ NO_CHECKOUT)
/* harmony export */ });
/* unused harmony export misnamedAmong */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6711);
/** Which file of the docs repository is its configuration. */


const DEFAULT_CONFIG = ".github/postmortem.yml";
const OTHER_ENDING = ".github/postmortem.yaml";
// The slips that were seen: another case, the root, a plural, a hyphen, a dot before it.
const NEAR = /^\.?post-?mortems?\.ya?ml$/i;
/** What stands for the path where there is no file. */
const NO_FILE = "no configuration file: defaults";
/** What the workspace of a run needs; the rest of the sentence is the same wherever it is said. */
const NO_CHECKOUT = "The workspace is no checkout of the docs repository, since it has no .git: run actions/checkout before this action, without `path`; git must be installed before the checkout, which otherwise downloads the files alone";
/** Whether the workspace is a checkout at all: without one every file seems to be missing. */
function isCheckout(files) {
    return files.list("").includes(".git");
}
/** Reads the configuration of a run, whose workspace must be a checkout. */
async function loadConfiguration(checkout, path) {
    if (!isCheckout(checkout))
        return refused([NO_CHECKOUT]);
    return await findConfiguration(checkout, path);
}
/** The paths that count for what the input says: the default one with either ending, or the one that was named. */
function configPaths(path) {
    return path === DEFAULT_CONFIG ? [DEFAULT_CONFIG, OTHER_ENDING] : [node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path)];
}
/** Reads the configuration among these files. */
async function findConfiguration(files, path) {
    const counted = configPaths(path);
    const found = counted.filter((name) => files.look(name).kind !== "missing");
    const near = misnamedAmong(files, counted);
    const [one, other] = found;
    if (other !== undefined)
        return refused([`There are both ${one} and ${other}, and only one can count; delete one of them`]);
    if (one === undefined)
        return missing(path, near);
    const entry = files.look(one);
    if (entry.kind === "folder")
        return refused([`${one} is a folder; the configuration is a file`]);
    if (entry.kind !== "file")
        return refused([`${one} is a link that leads out of the checkout; put the file itself in its place`]);
    // The reader of YAML is large, and a run without a configuration starts sooner without it.
    const { parseConfig } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(321)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5321));
    const { config, problems, warnings } = parseConfig(one, entry.text);
    const beside = near.map((name) => `${name} is not read: the configuration is ${one}; delete it, so that nobody changes the wrong one`);
    return { config, problems, warnings: [...warnings, ...beside], source: one };
}
function missing(path, near) {
    const taken = path === DEFAULT_CONFIG ? `${DEFAULT_CONFIG}, with this name exactly` : path;
    if (near.length > 0)
        return refused(near.map((name) => `${name} is not read; move it to ${taken}, or delete it`));
    if (path !== DEFAULT_CONFIG)
        return refused([
            `config is ${JSON.stringify(path)}, and there is no such file; correct the input, or leave it out for ${DEFAULT_CONFIG}`,
        ]);
    return { config: (0,_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultConfig */ .sb)(), problems: [], warnings: [], source: NO_FILE };
}
/** Files that somebody may take for the configuration of these paths, but that are not read. */
function misnamedAmong(files, counted) {
    const top = files.list(".").filter((name) => /^\.?github$/i.test(name));
    const folders = new Set([...counted.map((name) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(name)), ...top, "."]);
    const wanted = counted.map(withoutEnding);
    return [...folders]
        .flatMap((folder) => files.list(folder).map((name) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, name)))
        .filter((path) => NEAR.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path)) || wanted.includes(withoutEnding(path)))
        .filter((path) => !counted.includes(path) && files.look(path).kind !== "folder");
}
function withoutEnding(path) {
    return path.toLowerCase().replace(/\.ya?ml$/, "");
}
function refused(problems) {
    return { config: null, problems, warnings: [], source: "none could be read" };
}


/***/ }),

/***/ 8732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ devinOptionsSchema),
/* harmony export */   NJ: () => (/* binding */ file),
/* harmony export */   TV: () => (/* binding */ folder),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   cj: () => (/* binding */ marksProblem),
/* harmony export */   jk: () => (/* binding */ term)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6921);
/* harmony import */ var _incident_patterns_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2525);
/* harmony import */ var _lib_names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3257);
/* harmony import */ var _lib_quotes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(340);
/** The parts of the configuration that one rule may have otherwise. */




/** A name or a sentence. */
const words = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .trim()
    .max(500, "is longer than 500 characters")
    .refine((text) => (0,_lib_names_js__WEBPACK_IMPORTED_MODULE_0__/* .nameKey */ .Rc)(text) !== "", { error: "is empty; it takes text" });
/** The rest of the sentence where a text came with its quotation marks; null where it did not. */
function marksProblem(meant) {
    return (meant && `holds quotation marks, which would have to stand in the name; write ${JSON.stringify(meant)}`);
}
/** An id or a word that another program knows, which quotation marks are no part of. */
const term = words.refine((text) => (0,_lib_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedText */ .w0)(text) === null, {
    error: ({ input }) => String(marksProblem((0,_lib_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedText */ .w0)(String(input)))),
});
// A checkout keeps the job's token in .git/config, so nothing there may be read into a prompt.
const PART = String.raw `(?!\.{1,2}(?:/|$)|\.[gG][iI][tT](?:/|$))[\w.-]+`;
/** A folder inside the repository. */
const folder = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .max(500, "is longer than 500 characters")
    .regex(new RegExp(`^${PART}(?:/${PART})*/*$`), "is not a folder inside the repository, such as docs/postmortems, in letters from a to z, figures, dots and dashes");
/** A file inside the repository. */
const file = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .max(500, "is longer than 500 characters")
    .regex(new RegExp(`^${PART}(?:/${PART})*$`), "is not a file inside the repository, such as .github/postmortem-template.md, in letters from a to z, figures, dots and dashes");
// By these tags sessions are found and counted: a wrong one would hand an incident's session to another incident.
const OWN_TAG = /^(?:(?:incident|event|asked|service):|(?:pagerduty-postmortem|by-hand|deferred|nudged|needs-somebody)$)/i;
const OWN = "is one of this project's own tags (incident:\u2026, event:\u2026, service:\u2026, by-hand, deferred and the like)";
// Devin keeps fifty tags of a session: a few say what it is for, and each event adds one.
const MAX_TAGS = 20;
/** What a Devin session is started with. */
const devinOptionsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    "playbook-id": term.describe("A playbook for the session."),
    "knowledge-ids": zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(term).describe("Knowledge notes for the session; [] for none."),
    "secret-ids": zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(term).describe("Secrets of your Devin organization; [] for none."),
    repos: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(_incident_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryPattern */ .Z0, "is not owner/name"))
        .describe("Repositories beside the docs repository, as owner/name."),
    tags: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(term
        .refine((tag) => !OWN_TAG.test(tag), { error: OWN })
        .refine((tag) => !/[<>\p{Cc}]/u.test(tag), { error: "holds <, > or a line break; leave it out" }))
        .max(MAX_TAGS, `has more than ${MAX_TAGS} items`)
        .describe("Tags beside the project's own."),
    mode: term.describe("Devin's mode, such as normal."),
    "max-acu-limit": zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr("is not a whole number")
        .positive("is not above 0")
        .describe("What one session may spend."),
    "bypass-approval": zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY("is not true or false")
        .describe("Lets Devin use tools without asking; needs UseDevinExpert."),
    "create-as-user-id": term.describe("The person in whose name; needs ImpersonateOrgSessions."),
})
    .partial();


/***/ }),

/***/ 2538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8532);
/* harmony import */ var _lib_time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6016);
/** Lengths of time as settings have them; where one is wrong, the form that was probably meant. */


const NO_DURATION = "is not a duration, such as 90s, 10m, 1h30m or 2d";
const UNIT = /^(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)$/;
/** A duration in milliseconds, above nothing; where the unit is missing, the problem names this one. */
function duration(unit) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()
        .transform((written, context) => {
        const text = typeof written === "string" || typeof written === "number" ? String(written).trim() : "";
        const ms = (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(text);
        if (ms !== null && ms > 0)
            return ms;
        context.addIssue(problemOf(text, unit));
        return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
    })
        .meta({ type: "string", pattern: _lib_time_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq.source });
}
function problemOf(text, unit) {
    const [, amount, name = ""] = /^(\d{1,6})\s*([a-z]*)$/i.exec(text) ?? [];
    const word = name.toLowerCase();
    if (Number(amount) === 0)
        return "is no time at all";
    if (amount === undefined)
        return NO_DURATION;
    if (word === "")
        return `is ${amount}, which has no unit; write ${amount}${unit}`;
    return UNIT.test(word) ? `is not a duration; write ${amount}${word.slice(0, 1)}` : NO_DURATION;
}


/***/ }),

/***/ 7427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  mc: () => (/* binding */ INPUTS),
  nb: () => (/* binding */ NO_DEVIN_KEY),
  TL: () => (/* binding */ parseInputs),
  Ft: () => (/* binding */ requireApiKey)
});

// UNUSED EXPORTS: readInputs

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __nccwpck_require__(6921);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __nccwpck_require__(8532);
// EXTERNAL MODULE: ./build/src/incident/reference.js
var incident_reference = __nccwpck_require__(3889);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __nccwpck_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/nearest.js
var nearest = __nccwpck_require__(2339);
// EXTERNAL MODULE: ./build/src/lib/time.js
var time = __nccwpck_require__(6016);
// EXTERNAL MODULE: ./build/src/settings/configuration-file.js
var configuration_file = __nccwpck_require__(2600);
// EXTERNAL MODULE: ./build/src/incident/patterns.js
var patterns = __nccwpck_require__(2525);
;// CONCATENATED MODULE: ./build/src/lib/mix-ups.js
/** What gets set in a wrong place: a key of another service, an example, an address. No dependency: the function uses it. */
const SERVICES = ["GitHub", "Devin", "PagerDuty"];
const KEYS = {
    GitHub: /^(?:gh[a-z]_|github_pat_)/,
    Devin: /^(?:cog_|apk_)/,
    PagerDuty: /^(?:u\+|pd[a-z]{2}\+_)/,
};
// The key of an account has no beginning of its own.
const PAGERDUTY_KEY = /^[\w-]{20}$/;
const HOSTS = {
    GitHub: /(?:^|\.)(?:github\.com|ghe\.com|githubusercontent\.com)$/,
    Devin: /(?:^|\.)devin\.ai$/,
    PagerDuty: /(?:^|\.)pagerduty\.com$/,
};
// A secret in base64 may hold a `_` too, and ends with one `=` or two.
const ASSIGNMENT = /^(?:export\s+)?[A-Z][A-Z\d]*_[A-Z\d_]*(?:=[^=]|:\s.)|^X-[\w-]+:\s/i;
const REFERENCE = /^(?:<[^>]*>|\[[^\]]*\]|\$\{?\w+\}?|\$\([^)]*\)|\$?\{\{.*\}\}|%\w+%|op:\/\/.*|(?:process\.env|secrets|vars)\.\w+)$/;
const EXAMPLE = /^(?:(?:change|replace)[-_ ]?(?:me|this)|undefined|placeholder|(?:(?:your|insert|enter|paste|example)[-_ ]|replace[-_ ]with[-_ ]).*(?:secret|token|key).*)$/i;
const MASK = /^(?:gh[a-z]_|github_pat_|cog_|apk_)?(?:[*\u2022\u25cf.\u2026-]+|x{3,}(?:-x+)*)$/i;
/** Why a text is no key or secret at all, as the rest of a sentence that does not repeat it; null where it may be one. */
function pastedProblem(text) {
    if (/^https?:\/\//i.test(text))
        return "is an address; set the secret or key itself";
    if (ASSIGNMENT.test(text))
        return "begins with the name of a variable; set what follows the = alone";
    if (REFERENCE.test(text) || EXAMPLE.test(text) || MASK.test(text))
        return "is an example or a stand-in; set the value that it stands for";
    return /\\[nr]$/.test(text) ? "ends with an escaped line break; set it without that" : null;
}
/** Whose key this is, as far as it can be told; `isOneAlone` where it can be no other text, such as a webhook's secret. */
function ownerOfKey(text) {
    const owner = SERVICES.find((service) => KEYS[service].test(text));
    if (owner !== undefined)
        return { owner, isOneAlone: true };
    const isAccountKey = PAGERDUTY_KEY.test(text) && [/[A-Z]/, /[a-z]/, /\d/].every((kind) => kind.test(text));
    return isAccountKey ? { owner: "PagerDuty", isOneAlone: false } : null;
}
/** The same for a key of one service. */
function keyProblem(text, service) {
    const { owner = service } = ownerOfKey(text) ?? {};
    if (owner !== service)
        return `is a key of ${owner}'s; set one of ${service}'s`;
    return pastedProblem(text);
}
/** Whose host this is; null for any other. */
function ownerOfHost(hostname) {
    return SERVICES.find((service) => HOSTS[service].test(hostname)) ?? null;
}

;// CONCATENATED MODULE: ./build/src/settings/parse.js
/** Raw strings to settings, with every problem reported at once and by the name the user wrote. */



const API_ADDRESSES = {
    Devin: ["https://api.devin.ai"],
    PagerDuty: ["https://api.pagerduty.com", "https://api.eu.pagerduty.com"],
};
/** What is wrong, each as "NAME what it wants". */
function problemsOf(error) {
    return error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`.trim());
}
/** A setting as it was written: surrounding spaces do not count and an empty one is absent. */
const optional = schemas/* string */.YjP().optional().transform(patterns/* trimmed */.dE);
/** A key or token of one service. */
function secret(service) {
    return optional.superRefine((value, context) => {
        if (value === undefined)
            return;
        const problem = patterns/* tokenPattern */.M7.test(value) ? keyProblem(value, service) : patterns/* NOT_A_TOKEN */.Uf;
        if (problem !== null)
            context.addIssue(problem);
    });
}
/** The address of a service's API; of its own hosts, only the one that answers there. */
function apiAddress(service) {
    const known = API_ADDRESSES[service];
    return optional.transform((value, context) => {
        const address = (0,patterns/* apiAddressOf */.AT)(value ?? known[0]);
        if (address === null)
            context.addIssue((0,patterns/* notAnAddress */.nU)(known[0]));
        else if (!isApi(address, known))
            context.addIssue(`is no address of ${service}'s API; it takes ${known.join(" or ")}`);
        else
            return address;
        return core/* NEVER */.tm;
    });
}
/** Any host may be a proxy's, but for those of the three services; the version of the API is not a part of it. */
function isApi(address, known) {
    const isOurs = known.includes(address.replace(/\/$/, ""));
    return isOurs || (ownerOfHost(new URL(address).hostname) === null && !/\/v\d$/.test(address));
}

;// CONCATENATED MODULE: ./build/src/settings/inputs.js
/** The inputs of the action. */







function oneOf(names, fallback) {
    return optional.pipe(schemas/* enum */.k5n(names, { error: ({ input }) => notOneOf(String(input), names) }).default(fallback));
}
function notOneOf(written, names) {
    const meant = (0,nearest/* nearestOf */.q)(written, names);
    const hint = meant === null ? "" : `did you mean ${meant}? `;
    return `is ${JSON.stringify(written.slice(0, 100))}; ${hint}It takes ${names.join(", ")}`.replace("; It", "; it");
}
// It goes into a header, alone and as it is.
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z\d.-]+$/;
const schema = schemas/* object */.Ikc({
    job: oneOf(["auto", "draft", "reconcile", "check", "follow-ups"], "auto"),
    "devin-api-key": secret("Devin").refine((key) => !key?.startsWith("apk_"), {
        error: "is a key of Devin's older API (apk_\u2026); create a service user's key (cog_\u2026)",
    }),
    "devin-org-id": optional.refine((id) => id === undefined || /^org-[\w-]+$/.test(id), {
        error: "is not an organization's id (org-\u2026)",
    }),
    "devin-api-url": apiAddress("Devin"),
    "pagerduty-token": secret("PagerDuty"),
    "pagerduty-auth": oneOf(["token", "bearer"], "token"),
    "pagerduty-api-url": optional.pipe(apiAddress("PagerDuty").optional()),
    "pagerduty-from": optional.refine((address) => address === undefined || ADDRESS.test(address), {
        error: "is no e-mail address",
    }),
    "github-token": secret("GitHub"),
    incident: optional.transform((typed, context) => {
        if (typed === undefined)
            return null;
        const reference = (0,incident_reference/* parseIncidentReference */.v)(typed);
        if (reference)
            return reference;
        context.addIssue(`is ${JSON.stringify(typed.slice(0, 100))}, which is no incident; it takes an id such as Q1ORDERSPOOL01, a number, or the incident's URL`);
        return core/* NEVER */.tm;
    }),
    since: optional.transform((written, context) => {
        if (written === undefined)
            return null;
        const ms = (0,time/* parseDuration */.E9)(written);
        if (ms !== null && ms > 0)
            return ms;
        context.addIssue(`is ${JSON.stringify(written.slice(0, 100))}, which is no window of time; it takes 12h, 2d or 90d, up to six months`);
        return core/* NEVER */.tm;
    }),
    "dry-run": oneOf(["false", "true"], "false").transform((value) => value === "true"),
    config: optional.transform((path) => path ?? configuration_file/* DEFAULT_CONFIG */.PV),
    "wait-minutes": optional.transform((value, context) => {
        if (value === undefined)
            return 0;
        if (/^\d{1,3}$/.test(value) && Number(value) <= 350)
            return Number(value);
        context.addIssue(`is ${JSON.stringify(value)}; it takes whole minutes from 0 to 350`);
        return core/* NEVER */.tm;
    }),
});
/** The names of all inputs. */
const INPUTS = Object.keys(schema.shape);
/** Reads the inputs as the runner has them: the inputs, or null with every problem. */
function parseInputs(raw) {
    const parsed = schema.safeParse(raw);
    return parsed.success
        ? { inputs: parsed.data, problems: [] }
        : { inputs: null, problems: problemsOf(parsed.error) };
}
/** The same, where a problem is an error: throws SettingsError with all of them. */
function readInputs(raw) {
    const { inputs, problems } = parseInputs(raw);
    if (inputs === null)
        throw new SettingsError(problems);
    return inputs;
}
const NO_DEVIN_KEY = "devin-api-key is empty; store a Devin service user's key as the repository secret DEVIN_API_KEY and pass it (secrets do not reach runs for forks)";
/** The key, which only a run that reaches Devin needs. */
function requireApiKey(inputs) {
    const key = inputs["devin-api-key"];
    if (key !== undefined)
        return key;
    throw new errors/* SettingsError */.GN([NO_DEVIN_KEY]);
}


/***/ }),

/***/ 1756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ ruleSchema),
/* harmony export */   Aj: () => (/* binding */ RESOLVERS),
/* harmony export */   If: () => (/* binding */ URGENCIES),
/* harmony export */   KN: () => (/* binding */ whenSchema),
/* harmony export */   S1: () => (/* binding */ otherwiseSchema),
/* harmony export */   jm: () => (/* binding */ rulesSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6921);
/* harmony import */ var _incident_patterns_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2525);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(467);
/* harmony import */ var _lib_quotes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(340);
/* harmony import */ var _devin_options_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8732);
/* harmony import */ var _durations_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2538);
/** Rules as a team writes them: conditions, and what becomes of an incident that meets them. */






const MAX_ITEMS = 100;
const URGENCIES = ["high", "low"];
const RESOLVERS = ["user", "integration", "automation"];
/** One of these or a list of them; `alone` where one that stands alone may be less than in a list. */
function anyOf(item, alone = item) {
    return zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([alone, zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(item).min(1, "is empty").max(MAX_ITEMS, `has more than ${MAX_ITEMS} items`)])
        .transform((given) => [given].flat());
}
function oneOf(names) {
    return zod__WEBPACK_IMPORTED_MODULE_3__/* .preprocess */ .vkY((given) => (typeof given === "string" ? given.toLowerCase() : given), zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(names));
}
// One mistake is one problem.
function isSoFarRight({ issues }) {
    return issues.length === 0;
}
// A mistake in one key hides none between others.
function holdsKeys({ value }) {
    return (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .Pf)(value) !== null;
}
/** Words that can be what they are said to be; `problemOf` gives the rest of the sentence where they cannot. */
function wordsWithout(problemOf) {
    return _devin_options_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL.refine((given) => problemOf(given) === null, {
        error: ({ input }) => String(problemOf(String(input))),
        when: isSoFarRight,
    });
}
// A title may well be a quotation, but nobody types curly marks to mean letters.
const title = wordsWithout((given) => (0,_incident_patterns_js__WEBPACK_IMPORTED_MODULE_5__/* .expressionProblem */ .qT)(given) ?? (0,_devin_options_js__WEBPACK_IMPORTED_MODULE_1__/* .marksProblem */ .cj)((0,_lib_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .curlyQuotedText */ .V_)(given)));
const service = wordsWithout((given) => (0,_incident_patterns_js__WEBPACK_IMPORTED_MODULE_5__/* .nameProblem */ .rH)(given) ?? (0,_devin_options_js__WEBPACK_IMPORTED_MODULE_1__/* .marksProblem */ .cj)((0,_lib_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .quotedText */ .w0)(given)));
const name = wordsWithout(wholeNameProblem);
const priority = wordsWithout((given) => {
    const several = `holds several priorities in one text; write [${partsOf(given).join(", ")}]`;
    if ((0,_incident_patterns_js__WEBPACK_IMPORTED_MODULE_5__/* .holdsSeveralPriorities */ .P0)(given) || /[;|]/.test(given))
        return several;
    return (0,_incident_patterns_js__WEBPACK_IMPORTED_MODULE_5__/* .isComparison */ .gP)(given) ? "is a comparison or in brackets; list the names" : wholeNameProblem(given);
});
const type = wordsWithout((given) => {
    const isType = _incident_patterns_js__WEBPACK_IMPORTED_MODULE_5__/* .incidentTypePattern */ .bA.test(given);
    return (wholeNameProblem(given) ??
        (isType ? null : "is no incident type; the API's names look like security_default"));
});
function wholeNameProblem(given) {
    // A star that is taken for a letter would never match, and nobody would see it.
    if (given.includes("*"))
        return "holds a *, which only service and title take";
    return (0,_incident_patterns_js__WEBPACK_IMPORTED_MODULE_5__/* .nameProblem */ .rH)(given) ?? (0,_devin_options_js__WEBPACK_IMPORTED_MODULE_1__/* .marksProblem */ .cj)((0,_lib_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .quotedText */ .w0)(given));
}
// A list that was written as one text. Where a name has a comma, a list of one says so.
const COMMA = /[,\uff0c\u3001\u060c]/;
/** The same name as an item of its own, which without a list holds no comma. */
function aloneOf(item) {
    return item.refine((given) => !COMMA.test(given), {
        error: ({ input }) => {
            const given = String(input).trim();
            return `holds a comma; write [${partsOf(given, COMMA).join(", ")}] for several, or [${JSON.stringify(given)}] for one`;
        },
        when: isSoFarRight,
    });
}
function partsOf(written, separator = /[;|]/.test(written) ? /[;|]/ : /[^\p{L}\p{N}_-]+|(?<=\d)-(?=\p{L})/u) {
    return written
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== "" && !/^(?:and|or)$/i.test(part));
}
const conditions = {
    priority: anyOf(priority, aloneOf(priority)).describe("Priorities by name, such as P1."),
    urgency: anyOf(oneOf(URGENCIES)).describe("high or low."),
    service: anyOf(service).describe("Services by id or name; * stands for any characters."),
    team: anyOf(name).describe("Teams by id or name."),
    type: anyOf(type).describe("Incident types, such as security_default."),
    title: anyOf(title).describe("Titles; * stands for any characters."),
    "resolved-by": anyOf(oneOf(RESOLVERS)).describe("Who or what resolved it."),
    "shorter-than": (0,_durations_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p)("m").describe("It lasted less than this: 90s, 10m, 1h30m, 2d."),
    "longer-than": (0,_durations_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p)("m").describe("It lasted more than this: 90s, 10m, 1h30m, 2d."),
};
const CONDITIONS = Object.keys(conditions).join(", ");
/** When a rule holds: all of its conditions, and of a list any. */
const whenSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej(conditions, {
    error: ({ code, input }) => code === "invalid_type"
        ? `${input === undefined ? "is missing" : "holds no conditions"}; it takes some of ${CONDITIONS}`
        : undefined,
})
    .partial()
    .refine((when) => Object.keys(when).length > 0, {
    error: `is empty; it takes some of ${CONDITIONS}`,
    when: isSoFarRight,
})
    .refine(
// What cannot be read is still text here.
({ "shorter-than": shorter, "longer-than": longer }) => typeof shorter !== "number" || typeof longer !== "number" || longer < shorter, {
    error: "never holds: nothing lasts longer than longer-than and shorter than shorter-than",
    when: holdsKeys,
})
    .meta({ minProperties: 1, description: "All must hold; a list means any of its items." });
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    name: _devin_options_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL.describe("What the reason calls it; its position otherwise.").optional(),
    when: whenSchema,
    do: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["draft", "skip"]).describe("What becomes of an incident for which it holds."),
    "if-unknown": zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["skip"])
        .describe("Only with `do: skip`: a fact that is not known counts as a match.")
        .optional(),
    devin: _devin_options_js__WEBPACK_IMPORTED_MODULE_1__/* .devinOptionsSchema */ .GC.describe("In place of the same keys of devin.").optional(),
    template: _devin_options_js__WEBPACK_IMPORTED_MODULE_1__/* .file */ .NJ.describe("In place of template.").optional(),
})
    .refine((rule) => rule.do !== "draft" || rule["if-unknown"] === undefined, {
    error: "is only for a rule with do: skip; leave it out, and a fact that is not known does not match",
    path: ["if-unknown"],
    when: holdsKeys,
});
const rulesSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(ruleSchema).max(MAX_ITEMS, `has more than ${MAX_ITEMS} items`);
const otherwiseSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["draft", "skip"]);


/***/ }),

/***/ 6711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  dI: () => (/* binding */ PARTS),
  Qn: () => (/* binding */ configSchema),
  sb: () => (/* binding */ defaultConfig)
});

// UNUSED EXPORTS: severitySchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __nccwpck_require__(6921);
// EXTERNAL MODULE: ./build/src/settings/devin-options.js
var devin_options = __nccwpck_require__(8732);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __nccwpck_require__(8532);
// EXTERNAL MODULE: ./build/src/lib/names.js
var names = __nccwpck_require__(3257);
// EXTERNAL MODULE: ./build/src/lib/time.js
var time = __nccwpck_require__(6016);
// EXTERNAL MODULE: ./build/src/settings/durations.js
var durations = __nccwpck_require__(2538);
;// CONCATENATED MODULE: ./build/src/settings/follow-ups.js
/** What becomes of the action items of merged postmortems, as a team wants it. */





// GitHub's bound on a name, and GitHub lists issues by labels between commas.
const label = devin_options/* words */.aL
    .max(50, "is longer than 50 characters, GitHub's bound")
    .refine((name) => !name.includes(","), { error: "holds a comma; write one label an item" });
/** A login or a team; a single @ before it is allowed. */
const mention = schemas/* string */.YjP()
    .regex(/^@?[A-Za-z\d][\w-]{0,99}(?:\/[\w.-]{1,100})?$/, "is neither a GitHub login such as jlee nor a team such as acme/checkout")
    .transform((written) => written.replace("@", ""));
const date = schemas/* string */.YjP().refine(time/* isDay */.N, { error: "is not a date, such as 2026-01-31" });
/** Whole days, as a number of them. */
const days = (0,durations/* duration */.p)("d").transform((ms, context) => {
    if (ms % time/* DAY_MS */.sO === 0)
        return ms / time/* DAY_MS */.sO;
    context.addIssue("is not a number of whole days, such as 2d");
    return core/* NEVER */.tm;
});
/** When an issue gets a comment; both are numbers of days. */
const remindSchema = schemas/* strictObject */.rej({
    before: days.prefault("2d").describe("This long before the date: 2d."),
    overdue: days.prefault("7d").describe("Each time that this has passed after the date: 7d."),
});
const followUpsSchema = schemas/* strictObject */.rej({
    issues: schemas/* boolean */.zMY("is not true or false")
        .default(false)
        .describe("true: an action item with an owner and a date becomes an issue of the docs repository."),
    dashboard: schemas/* boolean */.zMY("is not true or false")
        .default(false)
        .describe("true: one issue shows what is open, overdue and missing."),
    since: date.describe("Only items of incidents that began on this day or later.").optional(),
    labels: schemas/* array */.YOg(label)
        .min(1, "is empty; by its first label the issues are found")
        .max(20, "has more than 20 items")
        .default(["postmortem"])
        .describe("Labels of the issues; by the first one they are found."),
    people: schemas/* record */.g1P(devin_options/* words */.aL, mention)
        .refine((people) => new Set(Object.keys(people).map(names/* nameKey */.Rc)).size === Object.keys(people).length, {
        error: "names one owner twice",
    })
        .default({})
        .describe("Owners by name, each with a GitHub login or a team; nobody else is mentioned."),
    remind: remindSchema.describe("Comments on issues before their date and after it.").optional(),
});

;// CONCATENATED MODULE: ./build/src/settings/rule-ids.js
/** The ids of the check's rules. Generated by `npm run rule-ids`; change the rules instead. */
const RULE_IDS = [
    "front-matter-schema",
    "front-matter-keys",
    "front-matter-record",
    "front-matter-times",
    "front-matter-duration",
    "front-matter-status",
    "front-matter-file-name",
    "front-matter-one-file",
    "front-matter-session",
    "front-matter-trigger",
    "front-matter-trigger-landed",
    "front-matter-root-cause",
    "front-matter-causes",
    "record-missing-line",
    "record-altered-line",
    "timeline-order",
    "timeline-form",
    "timeline-untimed-row",
    "timeline-source",
    "timeline-change-landed",
    "timeline-clock",
    "timeline-gap",
    "timeline-second",
    "structure-missing-section",
    "structure-section-order",
    "structure-empty-section",
    "structure-placeholder",
    "claim-unmarked",
    "claim-unsourced",
    "claim-absent-source",
    "claim-absent-reference",
    "claim-contradiction",
    "action-item-checkbox",
    "action-item-done-when",
    "action-item-due",
    "action-item-kind",
    "action-item-owner",
    "action-item-twice",
    "people-final",
    "people-part",
    "people-question-answered",
    "people-question-removed",
    "safety-hidden-text",
    "safety-misleading-link",
    "safety-personal-data",
    "safety-secret",
    "language-blame",
    "language-human-error",
    "language-name",
];

// EXTERNAL MODULE: ./build/src/settings/rules.js
var rules = __nccwpck_require__(1756);
// EXTERNAL MODULE: ./build/src/settings/sections.js
var sections = __nccwpck_require__(875);
;// CONCATENATED MODULE: ./build/src/settings/schema.js
/** What the docs repository's `.github/postmortem.yml` may say. */






const PULL_REQUEST = /^(?:pull[\s_-]*requests?|prs?|git|github)$/i;
const NO_PLACE = /^(?:no|none|off|false|nowhere|never)$/i;
const PLACE = /^(confluence|notion)$/i;
function switchedOff(description) {
    return schemas/* boolean */.zMY("is not true or false").default(false).describe(description);
}
function amount(fallback, description) {
    return schemas/* int */.Whr("is not a whole number").nonnegative("is below 0").default(fallback).describe(description);
}
const severitySchema = schemas/* enum */.k5n(["error", "warning", "off"]).optional();
// One schema for all of the rules: every run builds this.
const checkSchema = schemas/* strictObject */.rej(Object.fromEntries(RULE_IDS.map((id) => [id, severitySchema])));
const limitsSchema = schemas/* strictObject */.rej({
    "sessions-per-day": amount(20, "Sessions in any 24 hours, drafts by hand excepted; what is over is deferred."),
});
const mendSchema = schemas/* strictObject */.rej({
    rounds: amount(2, "Messages of the check to the session, for each pull request; 0 for none."),
});
const seenBeforeSchema = schemas/* strictObject */.rej({
    most: amount(3, "Similar past postmortems in the brief and in the document; 0 for none."),
});
const configSchema = schemas/* strictObject */.rej({
    directory: devin_options/* folder */.TV
        .transform((path) => path.replace(/(?<!\/)\/+$/, ""))
        .prefault("docs/postmortems")
        .describe("Where the postmortems are, subfolders included."),
    template: devin_options/* file */.NJ.describe("A Liquid file for the document; the built-in one otherwise.").optional(),
    instructions: devin_options/* file */.NJ.describe("A Liquid file that is added to the built-in prompt.").optional(),
    sections: sections/* sectionsSchema */.qh
        .prefault({})
        .describe("What a template calls the known sections; the English names otherwise."),
    people: schemas/* enum */.k5n(["names", "letters"])
        .default("names")
        .describe('letters: "Responder A" in place of whole names, everywhere; a first name alone stays.'),
    publish: devin_options/* words */.aL
        .refine((written) => !NO_PLACE.test(written), {
        error: "is no place; it takes pull-request, confluence, notion or a sentence",
    })
        .transform(placeOf)
        .prefault("pull-request")
        .describe("pull-request, confluence, notion, or a sentence that tells Devin where."),
    telemetry: schemas/* array */.YOg(devin_options/* term */.jk)
        .default(["datadog", "sentry"])
        .describe("MCPs that Devin should use if it has them."),
    notes: switchedOff("true: one note on the incident links its session and its pull request."),
    "allow-public": switchedOff("true: this docs repository is public and may carry PagerDuty's text."),
    "on-acknowledge": schemas/* enum */.k5n(["skip", "gather"])
        .default("skip")
        .describe("gather: an acknowledged incident starts its session, which gathers evidence until the resolve."),
    limits: limitsSchema.prefault({}).describe("Bounds on what is started."),
    check: checkSchema.default({}),
    allow: schemas/* array */.YOg(devin_options/* term */.jk)
        .max(1_000, "has more than 1000 items")
        .default([])
        .describe("Words that are no secret and no personal data: neither replaced nor found."),
    mend: mendSchema.prefault({}).describe("What the check tells the session that wrote a postmortem."),
    "seen-before": seenBeforeSchema.prefault({}).describe("Similar past postmortems."),
    "follow-ups": followUpsSchema.prefault({}).describe("What becomes of merged action items."),
    devin: devin_options/* devinOptionsSchema */.GC.default({}).describe("What each session is started with."),
    rules: rules/* rulesSchema */.jm.prefault([]).describe("The first rule that matches decides."),
    otherwise: rules/* otherwiseSchema */.S1.default("draft").describe("What becomes of an incident that no rule matches."),
});
/** What holds where there is no file. */
function defaultConfig() {
    return configSchema.parse({});
}
/** The parts of the file by their paths (`*` for a place in a list): their keys, and which of them may be left empty. */
const PARTS = {
    "": part(configSchema),
    sections: part(sections/* sectionsSchema */.qh),
    limits: part(limitsSchema),
    check: part(checkSchema, []),
    mend: part(mendSchema),
    "seen-before": part(seenBeforeSchema),
    "follow-ups": part(followUpsSchema),
    "follow-ups.remind": part(remindSchema),
    devin: part(devin_options/* devinOptionsSchema */.GC),
    "rules.*": part(rules/* ruleSchema */.AZ, ["name", "if-unknown", "devin", "template"]),
    "rules.*.devin": part(devin_options/* devinOptionsSchema */.GC),
    "rules.*.when": part(rules/* whenSchema */.KN, []),
};
/** A part that is all optional may have empty keys, such as those of a block that is commented out. */
function part({ shape }, mayBeEmpty = Object.keys(shape)) {
    return { keys: Object.keys(shape), mayBeEmpty };
}
/** One of the known places by its one name; any other words are a sentence for Devin. */
function placeOf(written) {
    if (PULL_REQUEST.test(written))
        return "pull-request";
    return PLACE.test(written) ? written.toLowerCase() : written;
}


/***/ }),

/***/ 875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bP: () => (/* binding */ SECTIONS),
/* harmony export */   qh: () => (/* binding */ sectionsSchema),
/* harmony export */   vz: () => (/* binding */ SECTION_KEYS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6921);
/* harmony import */ var _lib_names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3257);
/** The sections of a postmortem that this project knows, and what a team's template calls them. */


/** Each known section by its key in the configuration, in the order of the built-in template. */
const SECTIONS = {
    summary: "Summary",
    impact: "Impact",
    timeline: "Timeline",
    "root-cause": "Root Cause",
    "contributing-factors": "Contributing Factors",
    "ruled-out": "Ruled Out",
    "action-items": "Action Items",
    questions: "Questions for the Review",
    "seen-before": "Seen Before",
    evidence: "Evidence",
    "not-checked": "Not Checked",
};
const heading = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .trim()
    .max(100, "is longer than 100 characters")
    .refine((written) => (0,_lib_names_js__WEBPACK_IMPORTED_MODULE_0__/* .nameKey */ .Rc)(written) !== "", { error: "is empty; it takes the words of the heading" })
    .refine((written) => !written.startsWith("#"), {
    error: "begins with #; write the words of the heading alone",
});
function headingOf(key) {
    return heading.default(SECTIONS[key]).describe(`What the template calls "${SECTIONS[key]}".`);
}
/** The heading of each known section: the team's, or else the English one. */
const sectionsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    summary: headingOf("summary"),
    impact: headingOf("impact"),
    timeline: headingOf("timeline"),
    "root-cause": headingOf("root-cause"),
    "contributing-factors": headingOf("contributing-factors"),
    "ruled-out": headingOf("ruled-out"),
    "action-items": headingOf("action-items"),
    questions: headingOf("questions"),
    "seen-before": headingOf("seen-before"),
    evidence: headingOf("evidence"),
    "not-checked": headingOf("not-checked"),
})
    .superRefine((all, context) => {
    const seen = new Map();
    for (const [key, name] of Object.entries(all)) {
        const other = seen.get((0,_lib_names_js__WEBPACK_IMPORTED_MODULE_0__/* .nameKey */ .Rc)(name));
        if (other !== undefined)
            context.addIssue(`has one name for ${other} and ${key}, which could then not be told apart`);
        seen.set((0,_lib_names_js__WEBPACK_IMPORTED_MODULE_0__/* .nameKey */ .Rc)(name), key);
    }
});
/** Each of them, in the order of the built-in template. */
const SECTION_KEYS = sectionsSchema.keyof().options;


/***/ }),

/***/ 6921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  NDH: () => (/* binding */ ZodString),
  YOg: () => (/* binding */ array),
  zMY: () => (/* binding */ schemas_boolean),
  k5n: () => (/* binding */ _enum),
  Whr: () => (/* binding */ schemas_int),
  euz: () => (/* binding */ literal),
  _H3: () => (/* binding */ looseObject),
  aig: () => (/* binding */ number),
  Ikc: () => (/* binding */ object),
  vkY: () => (/* binding */ preprocess),
  g1P: () => (/* binding */ record),
  rej: () => (/* binding */ strictObject),
  YjP: () => (/* binding */ string),
  KCZ: () => (/* binding */ union),
  L5J: () => (/* binding */ unknown),
  OZ5: () => (/* binding */ url)
});

// UNUSED EXPORTS: ZodAny, ZodArray, ZodBase64, ZodBase64URL, ZodBigInt, ZodBigIntFormat, ZodBoolean, ZodCIDRv4, ZodCIDRv6, ZodCUID, ZodCUID2, ZodCatch, ZodCodec, ZodCreditCard, ZodCustom, ZodCustomStringFormat, ZodDate, ZodDefault, ZodDiscriminatedUnion, ZodE164, ZodEmail, ZodEmoji, ZodEnum, ZodExactOptional, ZodFile, ZodFunction, ZodGUID, ZodIBAN, ZodIPv4, ZodIPv6, ZodISODate, ZodISODateTime, ZodISODuration, ZodISOTime, ZodInstanceOf, ZodIntersection, ZodJWT, ZodKSUID, ZodLazy, ZodLiteral, ZodMAC, ZodMap, ZodNaN, ZodNanoID, ZodNever, ZodNonOptional, ZodNull, ZodNullable, ZodNumber, ZodNumberFormat, ZodObject, ZodOptional, ZodPipe, ZodPrefault, ZodPreprocess, ZodPromise, ZodReadonly, ZodRecord, ZodSet, ZodStringFormat, ZodSuccess, ZodSymbol, ZodTemplateLiteral, ZodTransform, ZodTuple, ZodType, ZodULID, ZodURL, ZodUUID, ZodUndefined, ZodUnion, ZodUnknown, ZodVoid, ZodXID, ZodXor, _ZodString, _default, _function, any, base64, base64url, bigint, catch, check, cidrv4, cidrv6, codec, creditCard, cuid, cuid2, currencyCode, custom, date, describe, discriminatedUnion, e164, email, emoji, exactOptional, file, float32, float64, function, guid, hash, hex, hostname, httpUrl, iban, instanceof, int32, int64, intersection, invertCodec, ipv4, ipv6, json, jwt, keyof, ksuid, lazy, looseRecord, mac, map, meta, nan, nanoid, nativeEnum, never, nonoptional, null, nullable, nullish, optional, partialRecord, pipe, prefault, promise, readonly, refine, set, stringFormat, stringbool, success, superRefine, symbol, templateLiteral, transform, tuple, uint32, uint64, ulid, undefined, uuid, uuidv4, uuidv6, uuidv7, void, xid, xor

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core_core = __nccwpck_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/util.js
var core_util = __nccwpck_require__(4723);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/memoizer.js

class $ZodCyclicError extends Error {
    constructor() {
        super(`Cannot parse a reference cycle that closes through a transform`);
        this.name = "ZodCyclicError";
    }
}
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
// a value a cycle can close through
function isRef(value) {
    return value !== null && typeof value === "object";
}
// Receivers prefix paths in place, so the cache and every hand-out need their own copies.
function cloneIssues(issues) {
    return issues.map((iss) => (iss.path ? { ...iss, path: iss.path.slice() } : { ...iss }));
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
    const cached = recursive.get(inst);
    if (cached !== undefined)
        return cached ? PROVEN : NONE;
    // Relative to the walk in progress, so not cached.
    if (stack.has(inst))
        return PROVEN;
    stack.add(inst);
    let result = NONE;
    const check = (child) => {
        if (result !== PROVEN && child?._zod) {
            const answer = isRecursive(child, stack, resolve);
            if (answer > result)
                result = answer;
        }
    };
    // `Reflect.ownKeys` rather than `Object.keys`, so a cycle through a declared symbol key is still seen
    const shape = (sh, spread) => {
        let answer = NONE;
        for (const key of Reflect.ownKeys(sh)) {
            const desc = Object.getOwnPropertyDescriptor(sh, key);
            // an object resolves its shape by spread, so a key it does not enumerate is never parsed; `z.properties` reads every own key and so keeps them all
            if (spread && !desc.enumerable)
                continue;
            // resolving runs user code, and a factory mints a fresh subtree per read, so an edge the walk can't follow counts as a cycle
            const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
            if (child > answer)
                answer = child;
        }
        return answer;
    };
    const merge = (answer) => {
        if (answer > result)
            result = answer;
    };
    const def = inst._zod.def;
    const kind = def.type;
    switch (kind) {
        case "object": {
            const raw = core_util/* rawShape */.MO(def);
            // a def with no raw shape answers `shape` from an accessor of its own, and running that can mint a whole fresh subtree
            merge(raw ? shape(raw, true) : ASSUMED);
            check(def.catchall);
            break;
        }
        case "array":
            check(def.element);
            break;
        case "tuple":
            for (const el of def.items)
                check(el);
            check(def.rest);
            break;
        case "record":
        case "map":
            check(def.keyType);
            check(def.valueType);
            break;
        case "set":
            check(def.valueType);
            break;
        case "union":
            for (const el of def.options)
                check(el);
            break;
        case "intersection":
            check(def.left);
            check(def.right);
            break;
        case "optional":
        case "nullable":
        case "default":
        case "prefault":
        case "catch":
        case "readonly":
        case "nonoptional":
        case "promise":
        case "success":
            check(def.innerType);
            break;
        case "pipe":
            check(def.in);
            check(def.out);
            break;
        case "function":
            check(def.input);
            check(def.output);
            break;
        // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
        case "lazy": {
            const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : undefined);
            // walked with resolution off: one hop sees past the deferral, and a lazy that yields only another unresolved lazy is generative, so it stops there
            merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
            break;
        }
        // a leaf by choice: `parts` are regex fragments, not data positions
        case "template_literal":
        // leaves
        case "string":
        case "number":
        case "int":
        case "boolean":
        case "bigint":
        case "symbol":
        case "undefined":
        case "null":
        case "void":
        case "never":
        case "any":
        case "unknown":
        case "date":
        case "nan":
        case "enum":
        case "literal":
        case "file":
        case "transform":
        case "custom":
            break;
        default: {
            // a new built-in kind becomes a compile error here
            kind;
            // a user-defined kind can still hold children, and only its author knows where, so fall back to scanning the def \u2014 skipping accessors, since reading one can run user code
            for (const key in def) {
                const desc = Object.getOwnPropertyDescriptor(def, key);
                if (!desc || desc.get)
                    continue;
                const value = desc.value;
                if (!value || typeof value !== "object")
                    continue;
                if (value._zod)
                    check(value);
                else if (Array.isArray(value))
                    for (const el of value)
                        check(el);
            }
        }
    }
    stack.delete(inst);
    return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
    if (answer !== ASSUMED)
        recursive.set(inst, answer === PROVEN);
    return answer;
}
/**
 * Whether one parse can re-enter this schema, i.e. its subtree contains a cycle.
 * Exported for `z.compile`, which refuses to compile such a schema: cycle
 * breaking is driven from here off state keyed on the parse context, and a
 * generated fast path has no context to key on.
 */
function isRecursiveSchema(inst) {
    // z.compile never parses, so nothing would ever resolve a lazy for it; it runs once and already treats a throw here as recursive
    return isRecursive(inst, new Set(), true) !== NONE;
}
function bucketFor(state, inst) {
    let bucket = state.buckets.get(inst);
    if (!bucket) {
        bucket = new WeakMap();
        state.buckets.set(inst, bucket);
    }
    return bucket;
}
// Set immediately before delegating to core and cleared immediately after, so `alloc` registers only for a visit this module is driving.
let handoff;
// Allocated but unfinished entries. `alloc` and the matching pop both happen in the synchronous part of a parse, so they nest even when children are async, and one stack serves every schema.
const memoizer_open = [];
const memo = {
    alloc(_inst, payload, empty) {
        const bucket = handoff;
        if (!bucket)
            return empty;
        handoff = undefined;
        const entry = { value: empty, issues: null };
        bucket.set(payload.value, entry);
        memoizer_open.push(entry);
        return empty;
    },
    guard(inst) {
        var _a;
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                // The value is a placeholder a back-edge is still waiting on, so the cycle closes through this transform. Its output can't exist in time to bind.
                if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
                    throw new $ZodCyclicError();
                return base(payload, ctx);
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
    attach(inst) {
        var _a;
        let isRecursiveInst;
        let rechecked = false;
        // a recursive schema is re-entered many times per parse and its bucket never changes
        let lastCtx;
        let lastBucket;
        // Wraps `parse` in a deferred so it sees the container's final parse. Core's own deferred copies `parse` into `run` when there are no checks, and it ran first, so `run` is patched to match; with checks, `run` reads `parse` dynamically.
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                if (isRecursiveInst === undefined) {
                    const walked = isRecursive(inst, new Set(), false);
                    if (walked === NONE) {
                        // Nothing here can ever fire, so take it back out.
                        inst._zod.parse = base;
                        if (inst._zod.run === wrapped)
                            inst._zod.run = base;
                        return base(payload, ctx);
                    }
                    // this parse resolves the deferred edges on its own path, so ask once more before latching
                    if (walked === PROVEN || rechecked)
                        isRecursiveInst = true;
                    else
                        rechecked = true;
                }
                const input = payload.value;
                if (!isRef(input))
                    return base(payload, ctx);
                let state = ctx[STATE];
                if (!state) {
                    state = { buckets: new WeakMap(), backEdges: undefined };
                    ctx[STATE] = state;
                }
                let bucket;
                if (lastCtx === ctx) {
                    bucket = lastBucket;
                }
                else {
                    bucket = bucketFor(state, inst);
                    lastCtx = ctx;
                    lastBucket = bucket;
                }
                const hit = bucket.get(input);
                if (hit) {
                    payload.value = hit.value;
                    if (hit.issues) {
                        if (hit.issues.length)
                            payload.issues.push(...cloneIssues(hit.issues));
                    }
                    else {
                        // Still being parsed: its own checks cover it, so skip them here.
                        payload.memo = true;
                        state.backEdges ?? (state.backEdges = new WeakSet());
                        state.backEdges.add(hit.value);
                    }
                    return payload;
                }
                handoff = bucket;
                const depth = memoizer_open.length;
                const result = base(payload, ctx);
                handoff = undefined;
                // A container that rejected its input outright allocated nothing.
                const entry = memoizer_open.length > depth ? memoizer_open.pop() : undefined;
                // Both paths written out so the sync one allocates no closure. It runs once per node, and capturing here cost more than everything else combined.
                if (result instanceof Promise) {
                    return result.then((r) => {
                        if (entry)
                            entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
                        return r;
                    });
                }
                if (entry)
                    entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
                return result;
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
    return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
    const backEdges = ctx[STATE]?.backEdges;
    return backEdges !== undefined && isRef(value) && backEdges.has(value);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/schemas.js + 2 modules
var schemas = __nccwpck_require__(6985);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __nccwpck_require__(9396);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __nccwpck_require__(3759);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __nccwpck_require__(8439);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/to-json-schema.js
var to_json_schema = __nccwpck_require__(7509);
;// CONCATENATED MODULE: ./node_modules/zod/v4/locales/en.js

const error = () => {
    const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" },
    };
    function getSizing(origin) {
        return Sizable[origin] ?? null;
    }
    const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input",
    };
    // type names: missing keys = do not translate (use raw value via ?? fallback)
    const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN",
        // All other type names omitted - they fall back to raw values via ?? operator
    };
    function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
            return String(input);
        }
        return TypeDictionary[type] ?? type;
    }
    return (issue) => {
        switch (issue.code) {
            case "invalid_type": {
                const expected = getTypeName(issue.expected);
                const receivedType = core_util/* parsedType */.GW(issue.input);
                const received = getTypeName(receivedType, issue.input);
                return `Invalid input: expected ${expected}, received ${received}`;
            }
            case "invalid_value":
                if (issue.values.length === 1)
                    return `Invalid input: expected ${core_util/* stringifyPrimitive */.B7(issue.values[0])}`;
                return `Invalid option: expected one of ${core_util/* joinValues */.jw(issue.values, "|")}`;
            case "too_big": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
                const sizing = getSizing(issue.origin);
                if (sizing)
                    return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
                return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
            }
            case "too_small": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
                const sizing = getSizing(issue.origin);
                if (sizing) {
                    return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
                }
                return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
            }
            case "invalid_format": {
                const _issue = issue;
                if (_issue.format === "starts_with") {
                    return `Invalid string: must start with "${_issue.prefix}"`;
                }
                if (_issue.format === "ends_with")
                    return `Invalid string: must end with "${_issue.suffix}"`;
                if (_issue.format === "includes")
                    return `Invalid string: must include "${_issue.includes}"`;
                if (_issue.format === "regex")
                    return `Invalid string: must match pattern ${_issue.pattern}`;
                return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
            }
            case "not_multiple_of":
                return `Invalid number: must be a multiple of ${issue.divisor}`;
            case "unrecognized_keys":
                return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${core_util/* joinValues */.jw(issue.keys, ", ")}`;
            case "invalid_key":
                return `Invalid key in ${issue.origin}`;
            case "invalid_union":
                if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) {
                    const opts = issue.options.map((o) => `'${o}'`).join(" | ");
                    return `Invalid discriminator value. Expected ${opts}`;
                }
                if (issue.inclusive === false) {
                    return "Invalid input: more than one option matched";
                }
                return "Invalid input";
            case "invalid_element":
                return `Invalid value in ${issue.origin}`;
            default:
                return `Invalid input`;
        }
    };
};
/* harmony default export */ function en() {
    return {
        localeError: error(),
    };
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/errors.js


/* Computing the message eagerly is expensive (pretty-printed JSON of all
 * issues), so defer it until first read. The accessor functions and
 * descriptors are shared across instances to keep error construction
 * cheap; the computed message is cached on the internals object. The
 * setter preserves plain assignment semantics for consumers that
 * overwrite `message`. */
function _getMessage() {
    const internals = this._zod;
    internals.message ?? (internals.message = JSON.stringify(internals.def, core_util/* jsonStringifyReplacer */.k8, 2));
    return internals.message;
}
function _setMessage(value) {
    this._zod.message = value;
}
const _messageDesc = {
    get: _getMessage,
    set: _setMessage,
    enumerable: true,
    configurable: true,
};
const _issuesDesc = { value: undefined, enumerable: false };
/* Prototypes that already carry the lazy `toString`. Seeded with the
 * intrinsics so that `init` on a foreign object \u2014 it accepts any object \u2014
 * can never install an accessor onto a prototype we do not own. */
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
    inst.name = "$ZodError";
    // `_zod` is already non-enumerable: $constructor's init defined it with this same descriptor
    _issuesDesc.value = def;
    Object.defineProperty(inst, "issues", _issuesDesc);
    // Clear the shared slot; a retained `value` pins the last error's issues.
    _issuesDesc.value = undefined;
    Object.defineProperty(inst, "message", _messageDesc);
    /* `toString` lives as a non-enumerable lazy getter on the shared
     * prototype; on first access it caches a per-instance closure so
     * detached usage still works. */
    const proto = Object.getPrototypeOf(inst);
    if (!_installedToString.has(proto)) {
        _installedToString.add(proto);
        Object.defineProperty(proto, "toString", {
            configurable: true,
            enumerable: false,
            get() {
                const value = () => this.message;
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
                return value;
            },
            set(value) {
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
            },
        });
    }
};
const $ZodError = (0,core_core/* $constructor */.xI)("$ZodError", initializer);
const $ZodRealError = (0,core_core/* $constructor */.xI)("$ZodError", initializer, undefined, {
    Parent: Error,
});
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
 * ("toString", "constructor") would otherwise read through to the prototype, and assigning
 * "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
    if (!Object.prototype.hasOwnProperty.call(obj, key)) {
        if (key === "__proto__") {
            Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
        }
        else {
            obj[key] = make();
        }
    }
    return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
    const fieldErrors = {};
    const formErrors = [];
    for (const sub of error.issues) {
        if (sub.path.length > 0) {
            node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
        }
        else {
            formErrors.push(mapper(sub));
        }
    }
    return { formErrors, fieldErrors };
}
function formatError(error, mapper = (issue) => issue.message) {
    const fieldErrors = { _errors: [] };
    const processError = (error, path = []) => {
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    fieldErrors._errors.push(mapper(issue));
                }
                else {
                    let curr = fieldErrors;
                    let i = 0;
                    while (i < fullpath.length) {
                        const el = fullpath[i];
                        const terminal = i === fullpath.length - 1;
                        // `_errors` is reserved by this legacy format, so merge a matching path segment into the current node instead of treating its array as a child.
                        if (el === "_errors") {
                            if (terminal)
                                curr._errors.push(mapper(issue));
                            i++;
                            continue;
                        }
                        // A path element may collide with an inherited property name such as
                        // "__proto__" or "constructor". Truthiness checks read the prototype
                        // (so no node is created, then ._errors.push throws), and bracket
                        // assignment of "__proto__" hits the setter instead of creating an
                        // own key. Guard the read with hasOwnProperty and create the node
                        // with defineProperty so any path element becomes a real own key.
                        if (!Object.prototype.hasOwnProperty.call(curr, el)) {
                            Object.defineProperty(curr, el, {
                                value: { _errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        const node = curr[el];
                        if (terminal) {
                            node._errors.push(mapper(issue));
                        }
                        curr = node;
                        i++;
                    }
                }
            }
        }
    };
    processError(error);
    return fieldErrors;
}
function treeifyError(error, mapper = (issue) => issue.message) {
    const result = { errors: [] };
    const processError = (error, path = []) => {
        var _a;
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                // regular union error
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    result.errors.push(mapper(issue));
                    continue;
                }
                let curr = result;
                let i = 0;
                while (i < fullpath.length) {
                    const el = fullpath[i];
                    const terminal = i === fullpath.length - 1;
                    if (typeof el === "string") {
                        curr.properties ?? (curr.properties = {});
                        // el may collide with an inherited property name ("__proto__",
                        // "constructor", ...); ??= reads the prototype so the node is never
                        // created and curr.errors.push throws. Guard with hasOwnProperty and
                        // create the node with defineProperty so "__proto__" becomes a real
                        // own key rather than invoking the prototype setter.
                        if (!Object.prototype.hasOwnProperty.call(curr.properties, el)) {
                            Object.defineProperty(curr.properties, el, {
                                value: { errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        curr = curr.properties[el];
                    }
                    else {
                        curr.items ?? (curr.items = []);
                        (_a = curr.items)[el] ?? (_a[el] = { errors: [] });
                        curr = curr.items[el];
                    }
                    if (terminal) {
                        curr.errors.push(mapper(issue));
                    }
                    i++;
                }
            }
        }
    };
    processError(error);
    return result;
}
/** Format a ZodError as a human-readable string in the following form.
 *
 * From
 *
 * ```ts
 * ZodError {
 *   issues: [
 *     {
 *       expected: 'string',
 *       code: 'invalid_type',
 *       path: [ 'username' ],
 *       message: 'Invalid input: expected string'
 *     },
 *     {
 *       expected: 'number',
 *       code: 'invalid_type',
 *       path: [ 'favoriteNumbers', 1 ],
 *       message: 'Invalid input: expected number'
 *     }
 *   ];
 * }
 * ```
 *
 * to
 *
 * ```
 * username
 *   \u2716 Expected number, received string at "username
 * favoriteNumbers[0]
 *   \u2716 Invalid input: expected number
 * ```
 */
function toDotPath(_path) {
    const segs = [];
    const path = _path.map((seg) => (typeof seg === "object" ? seg.key : seg));
    for (const seg of path) {
        if (typeof seg === "number")
            segs.push(`[${seg}]`);
        else if (typeof seg === "symbol")
            segs.push(`[${JSON.stringify(String(seg))}]`);
        else if (/[^\w$]/.test(seg))
            segs.push(`[${JSON.stringify(seg)}]`);
        else {
            if (segs.length)
                segs.push(".");
            segs.push(seg);
        }
    }
    return segs.join("");
}
function prettifyError(error) {
    const lines = [];
    // sort by path length
    const issues = [...error.issues].sort((a, b) => (a.path ?? []).length - (b.path ?? []).length);
    // Process each issue
    for (const issue of issues) {
        lines.push(`\u2716 ${issue.message}`);
        if (issue.path?.length)
            lines.push(`  \u2192 at ${toDotPath(issue.path)}`);
    }
    // Convert Map to formatted string
    return lines.join("\n");
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/parse.js



// Always both keys, so the `_params` read site in `_parse` sees one object shape rather than two.
function finalizeParams(callee, params) {
    return { callee: params?.callee ?? callee, Err: params?.Err };
}
const _parse = (_Err) => {
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
        const result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        if (result.issues.length) {
            const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, _params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse = /* @__PURE__*/ _parse($ZodRealError);
const _parseAsync = (_Err) => {
    const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
        let result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise)
            result = await result;
        if (result.issues.length) {
            const e = new (params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parseAsync = /* @__PURE__*/ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
    }
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParse = /* @__PURE__*/ _safeParse($ZodRealError);
// the error is built on the first read of `error`: finalizing the issues and constructing the instance is most of a failing parse, and a caller that only branches on `success` never pays it. a getter in the literal keeps this small; the alternative, one shared accessor descriptor plus a hidden state slot, reads ~15% faster but costs ~75 B gzipped in every bundle
function failure(Err, issues, ctx) {
    let error;
    return {
        success: false,
        get error() {
            if (!error) {
                error = new Err(issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
                // finalizeIssue drops `input`, so the built error holds nothing; keeping the raw issues past this point pins the parsed value for the life of the result
                issues = undefined;
                ctx = undefined;
            }
            return error;
        },
        set error(e) {
            error = e;
            // a replacement makes the getter's branch unreachable, so the captures have to go here too
            issues = undefined;
            ctx = undefined;
        },
    };
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParseAsync = /* @__PURE__*/ _safeParseAsync($ZodRealError);
// registry mirrors of the compiler's sentinels, so this module never imports the compiler
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
// Deliberately tiny, because v8 will not inline a body carrying the fallback's object literals and throw. Everything that is not the compiled happy path lives in validateFallback, and that split is worth ~35% on a compiled schema.
const validate = ((schema, value, _ctx) => {
    const validator = schema._zod.bag.validator;
    if (validator !== undefined) {
        if (validator(value) !== COMPILE_INVALID)
            return true;
        // a definite sentinel means the runtime would reject, so skip the re-parse; a ctx can still change the answer
        if (validator.definite === true && _ctx === undefined)
            return false;
    }
    return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
    const ctx = _ctx
        ? { ..._ctx, async: false, abortEarly: true }
        : { async: false, abortEarly: true };
    const fallbackRun = schema._zod.bag.fallbackRun;
    let result;
    if (fallbackRun) {
        // skip nested fast paths on the fallback, so user callbacks keep the at-most-twice bound
        ctx[COMPILE_FALLBACK] = true;
        result = fallbackRun({ value, issues: [] }, ctx);
    }
    else {
        result = schema._zod.run({ value, issues: [] }, ctx);
    }
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
    }
    return result.issues.length === 0;
}
// no fast path: the compiler keeps async parses on the runtime, because a promise-returning callback that is not declared async compiles to a throw
const validateAsync = async (schema, value, _ctx) => {
    const ctx = _ctx
        ? { ..._ctx, async: true, abortEarly: true }
        : { async: true, abortEarly: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length === 0;
};
const _encode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return parse(schema, value, ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const encode = /* @__PURE__*/ _encode($ZodRealError);
const _decode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        return parse(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decode = /* @__PURE__*/ _decode($ZodRealError);
const _encodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return (await parseAsync(schema, value, ctx, finalizeParams(fn, _params)));
    };
    return fn;
};
const encodeAsync = /* @__PURE__*/ _encodeAsync($ZodRealError);
const _decodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decodeAsync = /* @__PURE__*/ _decodeAsync($ZodRealError);
const _safeEncode = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParse(_Err)(schema, value, ctx);
};
const safeEncode = /* @__PURE__*/ _safeEncode($ZodRealError);
const _safeDecode = (_Err) => (schema, value, _ctx) => {
    return _safeParse(_Err)(schema, value, _ctx);
};
const safeDecode = /* @__PURE__*/ _safeDecode($ZodRealError);
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParseAsync(_Err)(schema, value, ctx);
};
const safeEncodeAsync = /* @__PURE__*/ _safeEncodeAsync($ZodRealError);
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
    return _safeParseAsync(_Err)(schema, value, _ctx);
};
const safeDecodeAsync = /* @__PURE__*/ _safeDecodeAsync($ZodRealError);

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/errors.js



/* Prototypes that already carry the lazy helper methods. Seeded with the
 * intrinsics so that `init` on a foreign object \u2014 it accepts any object \u2014
 * can never install an accessor onto a prototype we do not own. */
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
/* Helper methods live as non-enumerable lazy getters on the shared
 * prototype instead of own properties on every instance. On first
 * access the getter allocates the per-instance closure and caches it
 * as a non-enumerable own property, so detached usage still works and
 * the allocation only happens for methods actually touched. */
function _lazyMethod(proto, key, make) {
    Object.defineProperty(proto, key, {
        configurable: true,
        enumerable: false,
        get() {
            const value = make(this);
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
            return value;
        },
        set(value) {
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
        },
    });
}
const errors_initializer = (inst, issues) => {
    $ZodError.init(inst, issues);
    inst.name = "ZodError";
    const proto = Object.getPrototypeOf(inst);
    if (_installedErrorProtos.has(proto))
        return;
    _installedErrorProtos.add(proto);
    _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
    _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
    _lazyMethod(proto, "addIssue", (self) => (issue) => {
        self.issues.push(issue);
        self.message = JSON.stringify(self.issues, core_util/* jsonStringifyReplacer */.k8, 2);
    });
    _lazyMethod(proto, "addIssues", (self) => (issues) => {
        self.issues.push(...issues);
        self.message = JSON.stringify(self.issues, core_util/* jsonStringifyReplacer */.k8, 2);
    });
    Object.defineProperty(proto, "isEmpty", {
        configurable: true,
        enumerable: false,
        get() {
            return this.issues.length === 0;
        },
    });
};
const ZodError = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodError", errors_initializer)));
const ZodRealError = /*@__PURE__*/ core_core/* $constructor */.xI("ZodError", errors_initializer, undefined, {
    Parent: Error,
});
// /** @deprecated Use `z.core.$ZodErrorMapCtx` instead. */
// export type ErrorMapCtx = core.$ZodErrorMapCtx;

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/parse.js


const parse_parse = /* @__PURE__ */ _parse(ZodRealError);
const parse_parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const parse_safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const parse_safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);

// Codec functions
const parse_encode = /* @__PURE__ */ _encode(ZodRealError);
const parse_decode = /* @__PURE__ */ _decode(ZodRealError);
const parse_encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const parse_decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const parse_safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const parse_safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const parse_safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const parse_safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/schemas.js








// Register English as the default locale on first ZodType construction. Hooked into the `ZodType` `$constructor` (rather than a top-level `config(en())` in `external.ts`) so bundlers honoring `sideEffects: false` can't tree-shake it out \u2014 see #5953, #5725. An explicit `z.config(z.locales.xx())` call wins regardless of order, since this only sets the default when none is present.
function _ensureDefaultLocale() {
    if (!core_core/* globalConfig */.cr.localeError)
        core_core/* config */.$W(en());
}
// the default memoizer is read by the core container init, which runs before `ZodType.init`, so each container calls this first
function _ensureDefaultMemoizer() {
    if (!core_core/* globalConfig */.cr.memoizer)
        core_core/* config */.$W({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("ZodType", (inst, def) => {
    _ensureDefaultLocale();
    schemas/* $ZodType */.W4.init(inst, def);
    inst.def = def;
    inst.type = def.type;
    return inst;
}, {
    check(...chks) {
        const def = this.def;
        return this.clone(core_util/* mergeDefs */.zM(def, {
            checks: [
                ...(def.checks ?? []),
                ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch),
            ],
        }), { parent: true });
    },
    with(...chks) {
        return this.check(...chks);
    },
    clone(def, params) {
        return core_util/* clone */.o8(this, def, params);
    },
    brand() {
        return this;
    },
    register(reg, meta) {
        reg.add(this, meta);
        return this;
    },
    refine(check, params) {
        return this.check(refine(check, params));
    },
    superRefine(refinement, params) {
        return this.check(superRefine(refinement, params));
    },
    overwrite(fn) {
        return this.check(api/* _overwrite */.bS(fn));
    },
    optional() {
        return optional(this);
    },
    exactOptional() {
        return exactOptional(this);
    },
    nullable() {
        return nullable(this);
    },
    nullish() {
        return optional(nullable(this));
    },
    nonoptional(params) {
        return nonoptional(this, params);
    },
    array() {
        return array(this);
    },
    or(arg) {
        return union([this, arg]);
    },
    and(arg) {
        return intersection(this, arg);
    },
    transform(tx) {
        return pipe(this, transform(tx));
    },
    default(d) {
        return _default(this, d);
    },
    prefault(d) {
        return prefault(this, d);
    },
    catch(params) {
        return _catch(this, params);
    },
    pipe(target) {
        return pipe(this, target);
    },
    readonly() {
        return readonly(this);
    },
    describe(description) {
        const cl = this.clone();
        registries/* globalRegistry */.fd.add(cl, { description });
        return cl;
    },
    meta(...args) {
        // overloaded: meta() returns the registered metadata, meta(data) returns a clone with `data` registered. The mapped type picks up the second overload, so we accept variadic any-args and return `any` to satisfy both at runtime.
        if (args.length === 0)
            return registries/* globalRegistry */.fd.get(this);
        const cl = this.clone();
        registries/* globalRegistry */.fd.add(cl, args[0]);
        return cl;
    },
    isOptional() {
        return this.safeParse(undefined).success;
    },
    isNullable() {
        return this.safeParse(null).success;
    },
    apply(fn, ...args) {
        return args.length === 0 ? fn(this) : fn(this, ...args);
    },
    // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", {
            ...schemas/* standardProps */.YK(this),
            jsonSchema: {
                input: (0,to_json_schema/* createStandardJSONSchemaMethod */.uE)(this, "input"),
                output: (0,to_json_schema/* createStandardJSONSchemaMethod */.uE)(this, "output"),
            },
        });
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
    parse: function _parse(data, params) {
        return parse_parse(this, data, params, { callee: _parse });
    },
    parseAsync: async function _parseAsync(data, params) {
        return await parse_parseAsync(this, data, params, { callee: _parseAsync });
    },
    safeParse(data, params) {
        return parse_safeParse(this, data, params);
    },
    async safeParseAsync(data, params) {
        return parse_safeParseAsync(this, data, params);
    },
    // `spa` is an alias: same function object as `safeParseAsync`, as before.
    get spa() {
        return this?.safeParseAsync;
    },
    set spa(value) {
        core_util/* own */.qh(this, "spa", value);
    },
    validate(data, params) {
        return validate(this, data, params);
    },
    validateAsync(data, params) {
        return validateAsync(this, data, params);
    },
    encode: function _encode(data, params) {
        return parse_encode(this, data, params, { callee: _encode });
    },
    decode: function _decode(data, params) {
        return parse_decode(this, data, params, { callee: _decode });
    },
    encodeAsync: async function _encodeAsync(data, params) {
        return await parse_encodeAsync(this, data, params, { callee: _encodeAsync });
    },
    decodeAsync: async function _decodeAsync(data, params) {
        return await parse_decodeAsync(this, data, params, { callee: _decodeAsync });
    },
    safeEncode(data, params) {
        return parse_safeEncode(this, data, params);
    },
    safeDecode(data, params) {
        return parse_safeDecode(this, data, params);
    },
    async safeEncodeAsync(data, params) {
        return parse_safeEncodeAsync(this, data, params);
    },
    async safeDecodeAsync(data, params) {
        return parse_safeDecodeAsync(this, data, params);
    },
    toJSONSchema(params) {
        return (0,to_json_schema/* createToJSONSchemaMethod */.OA)(this, {})(params);
    },
    // Reads through to the registry on every access, so it must not cache.
    get description() {
        return registries/* globalRegistry */.fd.get(this)?.description;
    },
    // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
    get _def() {
        return this._zod.def;
    },
});
/** @internal */
const _ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("_ZodString", (inst, def) => {
    schemas/* $ZodString */.$v.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* stringProcessor */.SW(inst, ctx, json, params);
}, 
/*@__PURE__*/ core_util/* derived */.un({
    format: (inst) => json_schema_processors/* aggregateChecks */.Fs(inst).format ?? null,
    minLength: (inst) => json_schema_processors/* aggregateChecks */.Fs(inst).minimum ?? null,
    maxLength: (inst) => json_schema_processors/* aggregateChecks */.Fs(inst).maximum ?? null,
}, {
    regex(...args) {
        return this.check(api/* _regex */.Fk(...args));
    },
    includes(...args) {
        return this.check(api/* _includes */.dR(...args));
    },
    startsWith(...args) {
        return this.check(api/* _startsWith */.$S(...args));
    },
    endsWith(...args) {
        return this.check(api/* _endsWith */.ER(...args));
    },
    min(...args) {
        return this.check(api/* _minLength */.m9(...args));
    },
    max(...args) {
        return this.check(api/* _maxLength */.Eb(...args));
    },
    length(...args) {
        return this.check(api/* _length */.YA(...args));
    },
    nonempty(...args) {
        return this.check(api/* _minLength */.m9(1, ...args));
    },
    lowercase(params) {
        return this.check(api/* _lowercase */.hH(params));
    },
    uppercase(params) {
        return this.check(api/* _uppercase */.qF(params));
    },
    trim() {
        return this.check(api/* _trim */.WN());
    },
    normalize(...args) {
        return this.check(api/* _normalize */.lo(...args));
    },
    toLowerCase() {
        return this.check(api/* _toLowerCase */.Il());
    },
    toUpperCase() {
        return this.check(api/* _toUpperCase */.xY());
    },
    slugify() {
        return this.check(api/* _slugify */.TL());
    },
}));
const ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("ZodString", (inst, def) => {
    schemas/* $ZodString */.$v.init(inst, def);
    _ZodString.init(inst, def);
}, {
    email(params) {
        return this.check(api/* _email */.Mu(ZodEmail, params));
    },
    url(params) {
        return this.check(api/* _url */.Fn(ZodURL, params));
    },
    jwt(params) {
        return this.check(api/* _jwt */.rk(ZodJWT, params));
    },
    emoji(params) {
        return this.check(api/* _emoji */.aC(ZodEmoji, params));
    },
    guid(params) {
        return this.check(api/* _guid */.tB(ZodGUID, params));
    },
    uuid(params) {
        return this.check(api/* _uuid */.Be(ZodUUID, params));
    },
    uuidv4(params) {
        return this.check(api/* _uuidv4 */.nA(ZodUUID, params));
    },
    uuidv6(params) {
        return this.check(api/* _uuidv6 */.pY(ZodUUID, params));
    },
    uuidv7(params) {
        return this.check(api/* _uuidv7 */.wA(ZodUUID, params));
    },
    nanoid(params) {
        return this.check(api/* _nanoid */.Dl(ZodNanoID, params));
    },
    cuid(params) {
        return this.check(api/* _cuid */.fs(ZodCUID, params));
    },
    cuid2(params) {
        return this.check(api/* _cuid2 */.Bj(ZodCUID2, params));
    },
    ulid(params) {
        return this.check(api/* _ulid */.Ct(ZodULID, params));
    },
    base64(params) {
        return this.check(api/* _base64 */.rt(ZodBase64, params));
    },
    base64url(params) {
        return this.check(api/* _base64url */.cU(ZodBase64URL, params));
    },
    xid(params) {
        return this.check(api/* _xid */.Pw(ZodXID, params));
    },
    ksuid(params) {
        return this.check(api/* _ksuid */._z(ZodKSUID, params));
    },
    ipv4(params) {
        return this.check(api/* _ipv4 */.Ny(ZodIPv4, params));
    },
    ipv6(params) {
        return this.check(api/* _ipv6 */.$O(ZodIPv6, params));
    },
    cidrv4(params) {
        return this.check(api/* _cidrv4 */.Uy(ZodCIDRv4, params));
    },
    cidrv6(params) {
        return this.check(api/* _cidrv6 */.gP(ZodCIDRv6, params));
    },
    e164(params) {
        return this.check(api/* _e164 */.KB(ZodE164, params));
    },
    datetime(params) {
        return this.check(api/* _isoDateTime */.G1(ZodISODateTime, params));
    },
    date(params) {
        return this.check(api/* _isoDate */.db(ZodISODate, params));
    },
    time(params) {
        return this.check(api/* _isoTime */.Kn(ZodISOTime, params));
    },
    duration(params) {
        return this.check(api/* _isoDuration */.f2(ZodISODuration, params));
    },
});
function string(params) {
    return api/* _string */.Rl(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("ZodStringFormat", (inst, def) => {
    schemas/* $ZodStringFormat */.EY.init(inst, def);
    _ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODateTime", (inst, def) => {
    schemas/* $ZodISODateTime */.Ko.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODate", (inst, def) => {
    schemas/* $ZodISODate */.v1.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISOTime", (inst, def) => {
    schemas/* $ZodISOTime */.Ax.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODuration", (inst, def) => {
    schemas/* $ZodISODuration */.$N.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEmail", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodEmail */.qG.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function email(params) {
    return core._email(ZodEmail, params);
}
const ZodGUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodGUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodGUID */.Zc.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function guid(params) {
    return core._guid(ZodGUID, params);
}
const ZodUUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodUUID */.Zn.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function uuid(params) {
    return core._uuid(ZodUUID, params);
}
function uuidv4(params) {
    return core._uuidv4(ZodUUID, params);
}
// ZodUUIDv6
function uuidv6(params) {
    return core._uuidv6(ZodUUID, params);
}
// ZodUUIDv7
function uuidv7(params) {
    return core._uuidv7(ZodUUID, params);
}
const ZodURL = /*@__PURE__*/ core_core/* $constructor */.xI("ZodURL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodURL */.VY.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function url(params) {
    return api/* _url */.Fn(ZodURL, params);
}
function httpUrl(params) {
    return core._url(ZodURL, {
        protocol: regexes.httpProtocol,
        hostname: regexes.domain,
        ...util.normalizeParams(params),
    });
}
const ZodEmoji = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEmoji", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodEmoji */.cG.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function emoji(params) {
    return core._emoji(ZodEmoji, params);
}
const ZodNanoID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNanoID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodNanoID */.Py.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function nanoid(params) {
    return core._nanoid(ZodNanoID, params);
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const ZodCUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodCUID */.bl.init(inst, def);
    ZodStringFormat.init(inst, def);
});
/**
 * Validates a CUID v1 string.
 *
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2 | `z.cuid2()`} instead.
 * See https://github.com/paralleldrive/cuid.
 */
function cuid(params) {
    return core._cuid(ZodCUID, params);
}
const ZodCUID2 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCUID2", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodCUID2 */.Zu.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cuid2(params) {
    return core._cuid2(ZodCUID2, params);
}
const ZodULID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodULID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodULID */.g5.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ulid(params) {
    return core._ulid(ZodULID, params);
}
const ZodXID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodXID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodXID */.TF.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function xid(params) {
    return core._xid(ZodXID, params);
}
const ZodKSUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodKSUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodKSUID */.GY.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ksuid(params) {
    return core._ksuid(ZodKSUID, params);
}
const ZodIPv4 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIPv4", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodIPv4 */.Lc.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ipv4(params) {
    return core._ipv4(ZodIPv4, params);
}
const ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMAC", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodMAC.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function mac(params) {
    return core._mac(ZodMAC, params);
}
const ZodIPv6 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIPv6", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodIPv6 */.Zy.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ipv6(params) {
    return core._ipv6(ZodIPv6, params);
}
const ZodCIDRv4 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCIDRv4", (inst, def) => {
    schemas/* $ZodCIDRv4 */.CI.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cidrv4(params) {
    return core._cidrv4(ZodCIDRv4, params);
}
const ZodCIDRv6 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCIDRv6", (inst, def) => {
    schemas/* $ZodCIDRv6 */.Cn.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cidrv6(params) {
    return core._cidrv6(ZodCIDRv6, params);
}
const ZodBase64 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBase64", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodBase64 */.Dq.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function base64(params) {
    return core._base64(ZodBase64, params);
}
const ZodBase64URL = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBase64URL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodBase64URL */.CQ.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function base64url(params) {
    return core._base64url(ZodBase64URL, params);
}
const ZodE164 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodE164", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodE164 */.Oy.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function e164(params) {
    return core._e164(ZodE164, params);
}
const ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCreditCard", (inst, def) => {
    core.$ZodCreditCard.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function creditCard(params) {
    return core._creditCard(ZodCreditCard, params);
}
const ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodIBAN", (inst, def) => {
    core.$ZodIBAN.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function iban(params) {
    return core._iban(ZodIBAN, params);
}
const ZodJWT = /*@__PURE__*/ core_core/* $constructor */.xI("ZodJWT", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodJWT */.h8.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function jwt(params) {
    return core._jwt(ZodJWT, params);
}
const ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCustomStringFormat", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodCustomStringFormat.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function stringFormat(format, fnOrRegex, _params = {}) {
    return core._stringFormat(ZodCustomStringFormat, format, fnOrRegex, _params);
}
function hostname(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hostname", regexes.hostname, _params);
}
function hex(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hex", regexes.hex, _params);
}
function currencyCode(_params) {
    return core._stringFormat(ZodCustomStringFormat, "currency_code", regexes.currencyCode, _params);
}
function hash(alg, params) {
    const enc = params?.enc ?? "hex";
    const format = `${alg}_${enc}`;
    const regex = core.regexes[format];
    if (!regex)
        throw new Error(`Unrecognized hash format: ${format}`);
    return core._stringFormat(ZodCustomStringFormat, format, regex, params);
}
const ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNumber", (inst, def) => {
    schemas/* $ZodNumber */.vz.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* numberProcessor */.Wg(inst, ctx, json, params);
    inst.isFinite = true;
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minValue: (inst) => {
        const { minimum, exclusiveMinimum } = json_schema_processors/* aggregateChecks */.Fs(inst);
        return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
        const { maximum, exclusiveMaximum } = json_schema_processors/* aggregateChecks */.Fs(inst);
        return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
        const { isInt, multipleOf } = json_schema_processors/* aggregateChecks */.Fs(inst);
        return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => json_schema_processors/* aggregateChecks */.Fs(inst).format ?? null,
}, {
    gt(value, params) {
        return this.check(api/* _gt */.Tx(value, params));
    },
    gte(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    min(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    lt(value, params) {
        return this.check(api/* _lt */.Au(value, params));
    },
    lte(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    max(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    int(params) {
        return this.check(schemas_int(params));
    },
    safe(params) {
        return this.check(schemas_int(params));
    },
    positive(params) {
        return this.check(api/* _gt */.Tx(0, params));
    },
    nonnegative(params) {
        return this.check(api/* _gte */.qm(0, params));
    },
    negative(params) {
        return this.check(api/* _lt */.Au(0, params));
    },
    nonpositive(params) {
        return this.check(api/* _lte */.Zm(0, params));
    },
    multipleOf(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
    step(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
    finite() {
        return this;
    },
}));
function number(params) {
    return api/* _number */.F7(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNumberFormat", (inst, def) => {
    schemas/* $ZodNumberFormat */.I.init(inst, def);
    ZodNumber.init(inst, def);
});
function schemas_int(params) {
    return api/* _int */.LK(ZodNumberFormat, params);
}
function float32(params) {
    return core._float32(ZodNumberFormat, params);
}
function float64(params) {
    return core._float64(ZodNumberFormat, params);
}
function int32(params) {
    return core._int32(ZodNumberFormat, params);
}
function uint32(params) {
    return core._uint32(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBoolean", (inst, def) => {
    schemas/* $ZodBoolean */.sF.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* booleanProcessor */.dO(inst, ctx, json, params);
});
function schemas_boolean(params) {
    return api/* _boolean */._L(ZodBoolean, params);
}
const ZodBigInt = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBigInt", (inst, def) => {
    schemas/* $ZodBigInt */.BN.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* bigintProcessor */.Y8(inst, ctx, json, params);
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minValue: (inst) => json_schema_processors/* aggregateChecks */.Fs(inst).minimum ?? null,
    maxValue: (inst) => json_schema_processors/* aggregateChecks */.Fs(inst).maximum ?? null,
    format: (inst) => json_schema_processors/* aggregateChecks */.Fs(inst).format ?? null,
}, {
    gte(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    min(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    gt(value, params) {
        return this.check(api/* _gt */.Tx(value, params));
    },
    lt(value, params) {
        return this.check(api/* _lt */.Au(value, params));
    },
    lte(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    max(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    positive(params) {
        return this.check(api/* _gt */.Tx(BigInt(0), params));
    },
    negative(params) {
        return this.check(api/* _lt */.Au(BigInt(0), params));
    },
    nonpositive(params) {
        return this.check(api/* _lte */.Zm(BigInt(0), params));
    },
    nonnegative(params) {
        return this.check(api/* _gte */.qm(BigInt(0), params));
    },
    multipleOf(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
}));
function bigint(params) {
    return core._bigint(ZodBigInt, params);
}
const ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodBigIntFormat", (inst, def) => {
    core.$ZodBigIntFormat.init(inst, def);
    ZodBigInt.init(inst, def);
})));
function int64(params) {
    return core._int64(ZodBigIntFormat, params);
}
function uint64(params) {
    return core._uint64(ZodBigIntFormat, params);
}
const ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSymbol", (inst, def) => {
    core.$ZodSymbol.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.symbolProcessor(inst, ctx, json, params);
})));
function symbol(params) {
    return core._symbol(ZodSymbol, params);
}
const ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodUndefined", (inst, def) => {
    core.$ZodUndefined.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.undefinedProcessor(inst, ctx, json, params);
})));
function _undefined(params) {
    return core._undefined(ZodUndefined, params);
}

const ZodNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodNull", (inst, def) => {
    core.$ZodNull.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.nullProcessor(inst, ctx, json, params);
})));
function _null(params) {
    return core._null(ZodNull, params);
}

const ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodAny", (inst, def) => {
    core.$ZodAny.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.anyProcessor(inst, ctx, json, params);
})));
function any() {
    return core._any(ZodAny);
}
const ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUnknown", (inst, def) => {
    schemas/* $ZodUnknown */.GP.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* unknownProcessor */.NV(inst, ctx, json, params);
});
function unknown() {
    return api/* _unknown */.em(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNever", (inst, def) => {
    schemas/* $ZodNever */.Um.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* neverProcessor */.RH(inst, ctx, json, params);
});
function never(params) {
    return api/* _never */.G8(ZodNever, params);
}
const ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodVoid", (inst, def) => {
    core.$ZodVoid.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.voidProcessor(inst, ctx, json, params);
})));
function _void(params) {
    return core._void(ZodVoid, params);
}

const ZodDate = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDate", (inst, def) => {
    schemas/* $ZodDate */.o5.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* dateProcessor */.Fl(inst, ctx, json, params);
    inst.min = (value, params) => inst.check(api/* _gte */.qm(value, params));
    inst.max = (value, params) => inst.check(api/* _lte */.Zm(value, params));
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minDate: (inst) => {
        const { minimum } = json_schema_processors/* aggregateChecks */.Fs(inst);
        return minimum ? new Date(minimum) : null;
    },
    maxDate: (inst) => {
        const { maximum } = json_schema_processors/* aggregateChecks */.Fs(inst);
        return maximum ? new Date(maximum) : null;
    },
}, {}));
function date(params) {
    return core._date(ZodDate, params);
}
const ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("ZodArray", (inst, def) => {
    _ensureDefaultMemoizer();
    schemas/* $ZodArray */.$p.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* arrayProcessor */.cY(inst, ctx, json, params);
    inst.element = def.element;
}, {
    min(n, params) {
        return this.check(api/* _minLength */.m9(n, params));
    },
    nonempty(params) {
        return this.check(api/* _minLength */.m9(1, params));
    },
    max(n, params) {
        return this.check(api/* _maxLength */.Eb(n, params));
    },
    length(n, params) {
        return this.check(api/* _length */.YA(n, params));
    },
    unwrap() {
        return this.element;
    },
});
function array(element, params) {
    return api/* _array */.dZ(ZodArray, element, params);
}
// .keyof
function keyof(schema) {
    const shape = schema._zod.def.shape;
    return _enum(Object.keys(shape));
}
const ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("ZodObject", (inst, def) => {
    _ensureDefaultMemoizer();
    schemas/* $ZodObjectJIT */.w.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* objectProcessor */.Ec(inst, ctx, json, params);
    core_util/* installLazyProp */.X(inst, "shape", (self) => self._zod.def.shape, false);
}, {
    keyof() {
        return _enum(Object.keys(this._zod.def.shape));
    },
    catchall(catchall) {
        // `mergeDefs` rather than a spread: spreading reads `shape`, and resolving it can mint a whole fresh subtree
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: catchall }));
    },
    passthrough() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: unknown() }));
    },
    loose() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: unknown() }));
    },
    strict() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: never() }));
    },
    strip() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: undefined }));
    },
    extend(incoming) {
        return core_util/* extend */.X$(this, incoming);
    },
    safeExtend(incoming) {
        return core_util/* safeExtend */.W0(this, incoming);
    },
    merge(other) {
        return core_util/* merge */.h1(this, other);
    },
    pick(mask) {
        return core_util/* pick */.Up(this, mask);
    },
    omit(mask) {
        return core_util/* omit */.cJ(this, mask);
    },
    partial(...args) {
        return core_util/* partial */.OH(ZodOptional, this, args[0]);
    },
    exactPartial(...args) {
        return core_util/* partial */.OH(ZodExactOptional, this, args[0], "exactPartial");
    },
    required(...args) {
        return core_util/* required */.mw(ZodNonOptional, this, args[0]);
    },
});
function object(shape, params) {
    const def = {
        type: "object",
        shape: shape ?? {},
        ...core_util/* normalizeParams */.A2(params),
    };
    return new ZodObject(def);
}
// strictObject
function strictObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: never(),
        ...core_util/* normalizeParams */.A2(params),
    });
}
// looseObject
function looseObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: unknown(),
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodUnion = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUnion", (inst, def) => {
    schemas/* $ZodUnion */.cu.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* unionProcessor */.iC(inst, ctx, json, params);
    inst.options = def.options;
});
function union(options, params) {
    return new ZodUnion({
        type: "union",
        options: options,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodXor", (inst, def) => {
    ZodUnion.init(inst, def);
    core.$ZodXor.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.unionProcessor(inst, ctx, json, params);
    inst.options = def.options;
})));
/** Creates an exclusive union (XOR) where exactly one option must match.
 * Unlike regular unions that succeed when any option matches, xor fails if
 * zero or more than one option matches the input. */
function xor(options, params) {
    return new ZodXor({
        type: "union",
        options: options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
const ZodDiscriminatedUnion = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodDiscriminatedUnion", (inst, def) => {
    ZodUnion.init(inst, def);
    core.$ZodDiscriminatedUnion.init(inst, def);
})));
function discriminatedUnion(discriminator, options, params) {
    // const [options, params] = args;
    return new ZodDiscriminatedUnion({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
const ZodIntersection = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIntersection", (inst, def) => {
    schemas/* $ZodIntersection */.LJ.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* intersectionProcessor */.i_(inst, ctx, json, params);
});
function intersection(left, right) {
    return new ZodIntersection({
        type: "intersection",
        left: left,
        right: right,
    });
}
const ZodTuple = /*@__PURE__*/ core_core/* $constructor */.xI("ZodTuple", (inst, def) => {
    _ensureDefaultMemoizer();
    schemas/* $ZodTuple */.G3.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* tupleProcessor */.CN(inst, ctx, json, params);
}, {
    rest(rest) {
        return this.clone({
            ...this._zod.def,
            rest: rest,
        });
    },
    partial() {
        const def = this._zod.def;
        // a refinement was authored against the full arity; partialing would run it on a shorter array
        if (def.checks?.length)
            throw new Error(".partial() cannot be used on tuple schemas containing refinements");
        return this.clone({
            ...def,
            items: def.items.map((item) => new ZodOptional({ type: "optional", innerType: item })),
        });
    },
});
function tuple(items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof core.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new ZodTuple({
        type: "tuple",
        items: items,
        rest,
        ...util.normalizeParams(params),
    });
}
const ZodRecord = /*@__PURE__*/ core_core/* $constructor */.xI("ZodRecord", (inst, def) => {
    _ensureDefaultMemoizer();
    schemas/* $ZodRecord */.h.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* recordProcessor */.GC(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
    // v3-compat: z.record(valueType, params?) \u2014 defaults keyType to z.string()
    if (!valueType || !valueType._zod) {
        return new ZodRecord({
            type: "record",
            keyType: string(),
            valueType: keyType,
            ...core_util/* normalizeParams */.A2(valueType),
        });
    }
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// type alksjf = core.output<core.$ZodRecordKey>;
function partialRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
        partial: true,
    });
}
function looseRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        mode: "loose",
        ...util.normalizeParams(params),
    });
}
const ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMap", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodMap.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.mapProcessor(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function map(keyType, valueType, params) {
    return new ZodMap({
        type: "map",
        keyType: keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSet", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodSet.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.setProcessor(inst, ctx, json, params);
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function set(valueType, params) {
    return new ZodSet({
        type: "set",
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEnum", (inst, def) => {
    schemas/* $ZodEnum */.VO.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* enumProcessor */.C0(inst, ctx, json, params);
    inst.enum = def.entries;
    // reuse the parsed value set so a numeric TS enum's reverse-mapping keys stay out
    inst.options = [...inst._zod.values];
    const keys = new Set(Object.keys(def.entries));
    inst.extract = (values, params) => {
        const newEntries = {};
        for (const value of values) {
            if (keys.has(value)) {
                newEntries[value] = def.entries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...core_util/* normalizeParams */.A2(params),
            entries: newEntries,
        });
    };
    inst.exclude = (values, params) => {
        const newEntries = { ...def.entries };
        for (const value of values) {
            if (keys.has(value)) {
                delete newEntries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...core_util/* normalizeParams */.A2(params),
            entries: newEntries,
        });
    };
});
function _enum(values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    return new ZodEnum({
        type: "enum",
        entries,
        ...core_util/* normalizeParams */.A2(params),
    });
}

/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function nativeEnum(entries, params) {
    return new ZodEnum({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
const ZodLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("ZodLiteral", (inst, def) => {
    schemas/* $ZodLiteral */.nu.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* literalProcessor */.Yv(inst, ctx, json, params);
    inst.values = new Set(def.values);
    Object.defineProperty(inst, "value", {
        get() {
            if (def.values.length > 1) {
                throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
            }
            return def.values[0];
        },
    });
});
function literal(value, params) {
    return new ZodLiteral({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFile", (inst, def) => {
    core.$ZodFile.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.fileProcessor(inst, ctx, json, params);
    inst.min = (size, params) => inst.check(core._minSize(size, params));
    inst.max = (size, params) => inst.check(core._maxSize(size, params));
    inst.mime = (types, params) => inst.check(core._mime(Array.isArray(types) ? types : [types], params));
})));
function file(params) {
    return core._file(ZodFile, params);
}
const ZodTransform = /*@__PURE__*/ core_core/* $constructor */.xI("ZodTransform", (inst, def) => {
    _ensureDefaultMemoizer();
    schemas/* $ZodTransform */.Wc.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* transformProcessor */.xi(inst, ctx, json, params);
    inst._zod.parse = (payload, _ctx) => {
        if (_ctx.direction === "backward") {
            throw new core_core/* $ZodEncodeError */.cV(inst.constructor.name);
        }
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(core_util/* issue */.sn(issue, payload.value, def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = inst);
                // _issue.continue ??= true;
                payload.issues.push(core_util/* issue */.sn(_issue));
            }
        };
        const output = def.transform(payload.value, payload);
        if (output instanceof Promise) {
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        payload.value = output;
        return payload;
    };
});
function transform(fn) {
    return new ZodTransform({
        type: "transform",
        transform: fn,
    });
}
const ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodOptional", (inst, def) => {
    schemas/* $ZodOptional */.ig.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* optionalProcessor */.$k(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
    return new ZodOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodExactOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodExactOptional", (inst, def) => {
    schemas/* $ZodExactOptional */.RL.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* optionalProcessor */.$k(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
    return new ZodExactOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNullable", (inst, def) => {
    schemas/* $ZodNullable */.qc.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* nullableProcessor */.yq(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
    return new ZodNullable({
        type: "nullable",
        innerType: innerType,
    });
}
// nullish
function nullish(innerType) {
    return optional(nullable(innerType));
}
const ZodDefault = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDefault", (inst, def) => {
    schemas/* $ZodDefault */.rv.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* defaultProcessor */.mh(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
    return new ZodDefault({
        type: "default",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : core_util/* shallowClone */.yG(defaultValue);
        },
    });
}
const ZodPrefault = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPrefault", (inst, def) => {
    schemas/* $ZodPrefault */.VF.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* prefaultProcessor */.A(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
    return new ZodPrefault({
        type: "prefault",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : core_util/* shallowClone */.yG(defaultValue);
        },
    });
}
const ZodNonOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNonOptional", (inst, def) => {
    schemas/* $ZodNonOptional */.N$.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* nonoptionalProcessor */.cR(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
    return new ZodNonOptional({
        type: "nonoptional",
        innerType: innerType,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSuccess", (inst, def) => {
    core.$ZodSuccess.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.successProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function success(innerType) {
    return new ZodSuccess({
        type: "success",
        innerType: innerType,
    });
}
const ZodCatch = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCatch", (inst, def) => {
    schemas/* $ZodCatch */.t$.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* catchProcessor */.Q9(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
    return new ZodCatch({
        type: "catch",
        innerType: innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : core_util/* constantCatch */.SS(catchValue)),
    });
}

const ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodNaN", (inst, def) => {
    core.$ZodNaN.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.nanProcessor(inst, ctx, json, params);
})));
function nan(params) {
    return core._nan(ZodNaN, params);
}
const ZodPipe = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPipe", (inst, def) => {
    schemas/* $ZodPipe */._m.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* pipeProcessor */.fs(inst, ctx, json, params);
    inst.in = def.in;
    inst.out = def.out;
});
function pipe(in_, out) {
    return new ZodPipe({
        type: "pipe",
        in: in_,
        out: out,
        // ...util.normalizeParams(params),
    });
}
const ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCodec", (inst, def) => {
    ZodPipe.init(inst, def);
    core.$ZodCodec.init(inst, def);
})));
function codec(in_, out, params) {
    return new ZodCodec({
        type: "pipe",
        in: in_,
        out: out,
        transform: params.decode,
        reverseTransform: params.encode,
    });
}
function invertCodec(codec) {
    const def = codec._zod.def;
    return new ZodCodec({
        type: "pipe",
        in: def.out,
        out: def.in,
        transform: def.reverseTransform,
        reverseTransform: def.transform,
    });
}
const ZodPreprocess = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPreprocess", (inst, def) => {
    ZodPipe.init(inst, def);
    schemas/* $ZodPreprocess */.KX.init(inst, def);
});
const ZodReadonly = /*@__PURE__*/ core_core/* $constructor */.xI("ZodReadonly", (inst, def) => {
    schemas/* $ZodReadonly */.Sb.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* readonlyProcessor */.$X(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
    return new ZodReadonly({
        type: "readonly",
        innerType: innerType,
    });
}
const ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodTemplateLiteral", (inst, def) => {
    core.$ZodTemplateLiteral.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.templateLiteralProcessor(inst, ctx, json, params);
})));
function templateLiteral(parts, params) {
    return new ZodTemplateLiteral({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
const ZodLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodLazy", (inst, def) => {
    core.$ZodLazy.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.lazyProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.getter();
})));
function lazy(getter) {
    return new ZodLazy({
        type: "lazy",
        getter: getter,
    });
}
const ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodPromise", (inst, def) => {
    core.$ZodPromise.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.promiseProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function promise(innerType) {
    return new ZodPromise({
        type: "promise",
        innerType: innerType,
    });
}
const ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFunction", (inst, def) => {
    core.$ZodFunction.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.functionProcessor(inst, ctx, json, params);
})));
function _function(params) {
    return new ZodFunction({
        type: "function",
        input: Array.isArray(params?.input) ? tuple(params?.input) : (params?.input ?? array(unknown())),
        output: params?.output ?? unknown(),
    });
}

const ZodCustom = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCustom", (inst, def) => {
    schemas/* $ZodCustom */.b0.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => json_schema_processors/* customProcessor */.A6(inst, ctx, json, params);
});
// custom checks
function check(fn) {
    const ch = new core.$ZodCheck({
        check: "custom",
        // ...util.normalizeParams(params),
    });
    ch._zod.check = fn;
    return ch;
}
function custom(fn, _params) {
    return core._custom(ZodCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
    return api/* _refine */.fU(ZodCustom, fn, _params);
}
// superRefine
function superRefine(fn, params) {
    return api/* _superRefine */.MB(fn, params);
}
// Re-export describe and meta from core
const describe = api/* describe */.q0;
const meta = api/* meta */.mI;
const ZodInstanceOf = /*@__PURE__*/ core_core/* $constructor */.xI("ZodInstanceOf", (inst, def) => {
    ZodCustom.init(inst, def);
}, {
    properties(shape, params) {
        // asserts in place, so the narrowed output type is truthful without a wrapper
        return this.check(api/* _properties */.T2(shape, params));
    },
});
function _instanceof(cls, params = {}) {
    const inst = new ZodInstanceOf({
        type: "custom",
        check: "custom",
        fn: (data) => data instanceof cls,
        abort: true,
        ...util.normalizeParams(params),
    });
    inst._zod.bag.Class = cls;
    // Override check to emit invalid_type instead of custom
    inst._zod.check = (payload) => {
        if (!(payload.value instanceof cls)) {
            payload.issues.push({
                code: "invalid_type",
                expected: cls.name,
                input: payload.value,
                inst,
                path: [...(inst._zod.def.path ?? [])],
            });
        }
    };
    return inst;
}

// stringbool
const stringbool = (...args) => core._stringbool({
    Codec: ZodCodec,
    Boolean: ZodBoolean,
    String: ZodString,
}, ...args);
function json(params) {
    const jsonSchema = lazy(() => {
        return union([string(params), number(), schemas_boolean(), _null(), array(jsonSchema), record(string(), jsonSchema)]);
    });
    return jsonSchema;
}
// preprocess
function preprocess(fn, schema) {
    return new ZodPreprocess({
        type: "pipe",
        in: transform(fn),
        out: schema,
    });
}


/***/ }),

/***/ 3759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ _ipv6),
/* harmony export */   $S: () => (/* binding */ _startsWith),
/* harmony export */   Au: () => (/* binding */ _lt),
/* harmony export */   Be: () => (/* binding */ _uuid),
/* harmony export */   Bj: () => (/* binding */ _cuid2),
/* harmony export */   Ct: () => (/* binding */ _ulid),
/* harmony export */   Dl: () => (/* binding */ _nanoid),
/* harmony export */   ER: () => (/* binding */ _endsWith),
/* harmony export */   Eb: () => (/* binding */ _maxLength),
/* harmony export */   F7: () => (/* binding */ _number),
/* harmony export */   Fk: () => (/* binding */ _regex),
/* harmony export */   Fn: () => (/* binding */ _url),
/* harmony export */   G1: () => (/* binding */ _isoDateTime),
/* harmony export */   G8: () => (/* binding */ _never),
/* harmony export */   Hi: () => (/* binding */ _multipleOf),
/* harmony export */   Il: () => (/* binding */ _toLowerCase),
/* harmony export */   KB: () => (/* binding */ _e164),
/* harmony export */   K_: () => (/* binding */ _coercedString),
/* harmony export */   Kn: () => (/* binding */ _isoTime),
/* harmony export */   LK: () => (/* binding */ _int),
/* harmony export */   MB: () => (/* binding */ _superRefine),
/* harmony export */   Mu: () => (/* binding */ _email),
/* harmony export */   Ny: () => (/* binding */ _ipv4),
/* harmony export */   Pw: () => (/* binding */ _xid),
/* harmony export */   Rl: () => (/* binding */ _string),
/* harmony export */   T2: () => (/* binding */ _properties),
/* harmony export */   TL: () => (/* binding */ _slugify),
/* harmony export */   Tx: () => (/* binding */ _gt),
/* harmony export */   Uy: () => (/* binding */ _cidrv4),
/* harmony export */   WN: () => (/* binding */ _trim),
/* harmony export */   YA: () => (/* binding */ _length),
/* harmony export */   Zm: () => (/* binding */ _lte),
/* harmony export */   _L: () => (/* binding */ _boolean),
/* harmony export */   _z: () => (/* binding */ _ksuid),
/* harmony export */   aC: () => (/* binding */ _emoji),
/* harmony export */   bS: () => (/* binding */ _overwrite),
/* harmony export */   cU: () => (/* binding */ _base64url),
/* harmony export */   dR: () => (/* binding */ _includes),
/* harmony export */   dZ: () => (/* binding */ _array),
/* harmony export */   db: () => (/* binding */ _isoDate),
/* harmony export */   em: () => (/* binding */ _unknown),
/* harmony export */   f2: () => (/* binding */ _isoDuration),
/* harmony export */   fU: () => (/* binding */ _refine),
/* harmony export */   fs: () => (/* binding */ _cuid),
/* harmony export */   gP: () => (/* binding */ _cidrv6),
/* harmony export */   hH: () => (/* binding */ _lowercase),
/* harmony export */   lo: () => (/* binding */ _normalize),
/* harmony export */   m9: () => (/* binding */ _minLength),
/* harmony export */   mI: () => (/* binding */ meta),
/* harmony export */   nA: () => (/* binding */ _uuidv4),
/* harmony export */   pY: () => (/* binding */ _uuidv6),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   qF: () => (/* binding */ _uppercase),
/* harmony export */   qm: () => (/* binding */ _gte),
/* harmony export */   rk: () => (/* binding */ _jwt),
/* harmony export */   rt: () => (/* binding */ _base64),
/* harmony export */   tB: () => (/* binding */ _guid),
/* harmony export */   wA: () => (/* binding */ _uuidv7),
/* harmony export */   xY: () => (/* binding */ _toUpperCase)
/* harmony export */ });
/* unused harmony exports _mac, _creditCard, _iban, TimePrecision, _coercedNumber, _float32, _float64, _int32, _uint32, _coercedBoolean, _bigint, _coercedBigint, _int64, _uint64, _symbol, _undefined, _null, _any, _void, _date, _coercedDate, _nan, _max, _min, _positive, _negative, _nonpositive, _nonnegative, _maxSize, _minSize, _size, _property, _mime, _union, _xor, _discriminatedUnion, _intersection, _tuple, _record, _map, _set, _enum, _nativeEnum, _literal, _file, _transform, _optional, _nullable, _default, _nonoptional, _success, _catch, _pipe, _readonly, _templateLiteral, _lazy, _promise, _custom, _check, _stringbool, _stringFormat */
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4890);
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9396);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4723);




function snapshotChecks(def) {
    if (def.checks)
        def.checks = [...def.checks];
    return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
    return new Class(snapshotChecks({ type: "string", ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedString(Class, params) {
    return new Class(snapshotChecks({ type: "string", coerce: true, ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
    return new Class({
        type: "string",
        format: "email",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
    return new Class({
        type: "string",
        format: "guid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v4",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v6",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v7",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
    return new Class({
        type: "string",
        format: "url",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
    return new Class({
        type: "string",
        format: "emoji",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
    return new Class({
        type: "string",
        format: "nanoid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link _cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
    return new Class({
        type: "string",
        format: "cuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
    return new Class({
        type: "string",
        format: "cuid2",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
    return new Class({
        type: "string",
        format: "ulid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
    return new Class({
        type: "string",
        format: "xid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
    return new Class({
        type: "string",
        format: "ksuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
    return new Class({
        type: "string",
        format: "ipv4",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
    return new Class({
        type: "string",
        format: "ipv6",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mac(Class, params) {
    return new Class({
        type: "string",
        format: "mac",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv4",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv6",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
    return new Class({
        type: "string",
        format: "base64",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
    return new Class({
        type: "string",
        format: "base64url",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
    return new Class({
        type: "string",
        format: "e164",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _creditCard(Class, params) {
    return new Class({
        type: "string",
        format: "credit_card",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _iban(Class, params) {
    return new Class({
        type: "string",
        format: "iban",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
    return new Class({
        type: "string",
        format: "jwt",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
const TimePrecision = {
    Any: null,
    Minute: -1,
    Second: 0,
    Millisecond: 3,
    Microsecond: 6,
};
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
    return new Class({
        type: "string",
        format: "datetime",
        check: "string_format",
        offset: false,
        local: false,
        precision: null,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
    return new Class({
        type: "string",
        format: "date",
        check: "string_format",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
    return new Class({
        type: "string",
        format: "time",
        check: "string_format",
        precision: null,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
    return new Class({
        type: "string",
        format: "duration",
        check: "string_format",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
    return new Class(snapshotChecks({ type: "number", checks: [], ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedNumber(Class, params) {
    return new Class(snapshotChecks({ type: "number", coerce: true, checks: [], ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "safeint",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float64(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "int32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "uint32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
    return new Class({
        type: "boolean",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBoolean(Class, params) {
    return new Class({
        type: "boolean",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _bigint(Class, params) {
    return new Class({
        type: "bigint",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBigint(Class, params) {
    return new Class({
        type: "bigint",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "int64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "uint64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _symbol(Class, params) {
    return new Class({
        type: "symbol",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _undefined(Class, params) {
    return new Class({
        type: "undefined",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _null(Class, params) {
    return new Class({
        type: "null",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _any(Class) {
    return new Class({
        type: "any",
    });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
    return new Class({
        type: "unknown",
    });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
    return new Class({
        type: "never",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _void(Class, params) {
    return new Class({
        type: "void",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _date(Class, params) {
    return new Class({
        type: "date",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedDate(Class, params) {
    return new Class({
        type: "date",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nan(Class, params) {
    return new Class({
        type: "nan",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLessThan */ .sm({
        check: "less_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLessThan */ .sm({
        check: "less_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckGreaterThan */ .J_({
        check: "greater_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckGreaterThan */ .J_({
        check: "greater_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _positive(params) {
    return _gt(0, params);
}
// negative
// @__NO_SIDE_EFFECTS__
function _negative(params) {
    return _lt(0, params);
}
// nonpositive
// @__NO_SIDE_EFFECTS__
function _nonpositive(params) {
    return _lte(0, params);
}
// nonnegative
// @__NO_SIDE_EFFECTS__
function _nonnegative(params) {
    return _gte(0, params);
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMultipleOf */ .Jk({
        check: "multiple_of",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxSize(maximum, params) {
    return new checks.$ZodCheckMaxSize({
        check: "max_size",
        ...util.normalizeParams(params),
        maximum,
    });
}
// @__NO_SIDE_EFFECTS__
function _minSize(minimum, params) {
    return new checks.$ZodCheckMinSize({
        check: "min_size",
        ...util.normalizeParams(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _size(size, params) {
    return new checks.$ZodCheckSizeEquals({
        check: "size_equals",
        ...util.normalizeParams(params),
        size,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMaxLength */ .Yk({
        check: "max_length",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        maximum,
    });
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMinLength */ .Kk({
        check: "min_length",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLengthEquals */ .RM({
        check: "length_equals",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        length,
    });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckRegex */ .DG({
        check: "string_format",
        format: "regex",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        pattern,
    });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLowerCase */ .NI({
        check: "string_format",
        format: "lowercase",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckUpperCase */ .kH({
        check: "string_format",
        format: "uppercase",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckIncludes */ .Tt({
        check: "string_format",
        format: "includes",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        includes,
    });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckStartsWith */ .J({
        check: "string_format",
        format: "starts_with",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        prefix,
    });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckEndsWith */ .E6({
        check: "string_format",
        format: "ends_with",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        suffix,
    });
}
// @__NO_SIDE_EFFECTS__
function _property(property, schema, params) {
    return new checks.$ZodCheckProperty({
        check: "property",
        property,
        schema,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _properties(shape, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckProperties */ .nJ({
        check: "properties",
        shape,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mime(types, params) {
    return new checks.$ZodCheckMimeType({
        check: "mime_type",
        mime: types,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckOverwrite */ .v$({
        check: "overwrite",
        tx,
    });
}
// normalize
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
    return _overwrite((input) => input.normalize(form));
}
// trim
// @__NO_SIDE_EFFECTS__
function _trim() {
    return _overwrite((input) => input.trim());
}
// toLowerCase
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
    return _overwrite((input) => input.toLowerCase());
}
// toUpperCase
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
    return _overwrite((input) => input.toUpperCase());
}
// slugify
// @__NO_SIDE_EFFECTS__
function _slugify() {
    return _overwrite((input) => _util_js__WEBPACK_IMPORTED_MODULE_0__/* .slugify */ .Yv(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
    return new Class({
        type: "array",
        element,
        // get element() {
        //   return element;
        // },
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _union(Class, options, params) {
    return new Class({
        type: "union",
        options,
        ...util.normalizeParams(params),
    });
}
function _xor(Class, options, params) {
    return new Class({
        type: "union",
        options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _discriminatedUnion(Class, discriminator, options, params) {
    return new Class({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _intersection(Class, left, right) {
    return new Class({
        type: "intersection",
        left,
        right,
    });
}
// export function _tuple(
//   Class: util.SchemaClass<schemas.$ZodTuple>,
//   items: [],
//   params?: string | $ZodTupleParams
// ): schemas.$ZodTuple<[], null>;
// @__NO_SIDE_EFFECTS__
function _tuple(Class, items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof schemas.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new Class({
        type: "tuple",
        items,
        rest,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _record(Class, keyType, valueType, params) {
    return new Class({
        type: "record",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _map(Class, keyType, valueType, params) {
    return new Class({
        type: "map",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _set(Class, valueType, params) {
    return new Class({
        type: "set",
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _enum(Class, values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    // if (Array.isArray(values)) {
    //   for (const value of values) {
    //     entries[value] = value;
    //   }
    // } else {
    //   Object.assign(entries, values);
    // }
    // const entries: util.EnumLike = {};
    // for (const val of values) {
    //   entries[val] = val;
    // }
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function _nativeEnum(Class, entries, params) {
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _literal(Class, value, params) {
    return new Class({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _file(Class, params) {
    return new Class({
        type: "file",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _transform(Class, fn) {
    return new Class({
        type: "transform",
        transform: fn,
    });
}
// @__NO_SIDE_EFFECTS__
function _optional(Class, innerType) {
    return new Class({
        type: "optional",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _nullable(Class, innerType) {
    return new Class({
        type: "nullable",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _default(Class, innerType, defaultValue) {
    return new Class({
        type: "default",
        innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
        },
    });
}
// @__NO_SIDE_EFFECTS__
function _nonoptional(Class, innerType, params) {
    return new Class({
        type: "nonoptional",
        innerType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _success(Class, innerType) {
    return new Class({
        type: "success",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _catch(Class, innerType, catchValue) {
    return new Class({
        type: "catch",
        innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : util.constantCatch(catchValue)),
    });
}
// @__NO_SIDE_EFFECTS__
function _pipe(Class, in_, out) {
    return new Class({
        type: "pipe",
        in: in_,
        out,
    });
}
// @__NO_SIDE_EFFECTS__
function _readonly(Class, innerType) {
    return new Class({
        type: "readonly",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _templateLiteral(Class, parts, params) {
    return new Class({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lazy(Class, getter) {
    return new Class({
        type: "lazy",
        getter,
    });
}
// @__NO_SIDE_EFFECTS__
function _promise(Class, innerType) {
    return new Class({
        type: "promise",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _custom(Class, fn, _params) {
    const norm = util.normalizeParams(_params);
    norm.abort ?? (norm.abort = true); // default to abort:false
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...norm,
    });
    return schema;
}
// same as _custom but defaults to abort:false
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(_params),
    });
    return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
    const ch = _check((payload) => {
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(_util_js__WEBPACK_IMPORTED_MODULE_0__/* .issue */ .sn(issue, payload.value, ch._zod.def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = ch);
                _issue.continue ?? (_issue.continue = !ch._zod.def.abort); // abort is always undefined, so this is always true...
                payload.issues.push(_util_js__WEBPACK_IMPORTED_MODULE_0__/* .issue */ .sn(_issue));
            }
        };
        return fn(payload.value, payload);
    }, params);
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({
        check: "custom",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
    ch._zod.check = fn;
    return ch;
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({ check: "describe" });
    ch._zod.onattach = [
        (inst) => {
            const existing = _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.get(inst) ?? {};
            _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.add(inst, { ...existing, description });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function meta(metadata) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({ check: "meta" });
    ch._zod.onattach = [
        (inst) => {
            const existing = _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.get(inst) ?? {};
            _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.add(inst, { ...existing, ...metadata });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _stringbool(Classes, _params) {
    const params = util.normalizeParams(_params);
    let truthyArray = params.truthy ?? ["true", "1", "yes", "on", "y", "enabled"];
    let falsyArray = params.falsy ?? ["false", "0", "no", "off", "n", "disabled"];
    if (params.case !== "sensitive") {
        truthyArray = truthyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
        falsyArray = falsyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
    }
    const truthySet = new Set(truthyArray);
    const falsySet = new Set(falsyArray);
    const _Codec = Classes.Codec ?? schemas.$ZodCodec;
    const _Boolean = Classes.Boolean ?? schemas.$ZodBoolean;
    const _String = Classes.String ?? schemas.$ZodString;
    const stringSchema = new _String({ type: "string", error: params.error });
    const booleanSchema = new _Boolean({ type: "boolean", error: params.error });
    const codec = new _Codec({
        type: "pipe",
        in: stringSchema,
        out: booleanSchema,
        transform: ((input, payload) => {
            let data = input;
            if (params.case !== "sensitive")
                data = data.toLowerCase();
            if (truthySet.has(data)) {
                return true;
            }
            else if (falsySet.has(data)) {
                return false;
            }
            else {
                payload.issues.push({
                    code: "invalid_value",
                    expected: "stringbool",
                    values: [...truthySet, ...falsySet],
                    input: payload.value,
                    inst: codec,
                    continue: false,
                });
                return {};
            }
        }),
        reverseTransform: ((input, _payload) => {
            if (input === true) {
                return truthyArray[0] || "true";
            }
            else {
                return falsyArray[0] || "false";
            }
        }),
        error: params.error,
    });
    codec._zod.bag.truthy = truthyArray;
    codec._zod.bag.falsy = falsyArray;
    codec._zod.bag.case = params.case ?? "insensitive";
    return codec;
}
// @__NO_SIDE_EFFECTS__
function _stringFormat(Class, format, fnOrRegex, _params = {}) {
    const params = util.normalizeParams(_params);
    const def = {
        check: "string_format",
        type: "string",
        format,
        fn: typeof fnOrRegex === "function" ? fnOrRegex : (val) => fnOrRegex.test(val),
        ...params,
    };
    if (fnOrRegex instanceof RegExp) {
        def.pattern = fnOrRegex;
    }
    const inst = new Class(def);
    return inst;
}


/***/ }),

/***/ 4890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ $ZodCheckRegex),
/* harmony export */   E6: () => (/* binding */ $ZodCheckEndsWith),
/* harmony export */   J: () => (/* binding */ $ZodCheckStartsWith),
/* harmony export */   J_: () => (/* binding */ $ZodCheckGreaterThan),
/* harmony export */   Jk: () => (/* binding */ $ZodCheckMultipleOf),
/* harmony export */   KH: () => (/* binding */ $ZodCheckNumberFormat),
/* harmony export */   Kk: () => (/* binding */ $ZodCheckMinLength),
/* harmony export */   NI: () => (/* binding */ $ZodCheckLowerCase),
/* harmony export */   QP: () => (/* binding */ $ZodCheck),
/* harmony export */   RM: () => (/* binding */ $ZodCheckLengthEquals),
/* harmony export */   Tt: () => (/* binding */ $ZodCheckIncludes),
/* harmony export */   Yk: () => (/* binding */ $ZodCheckMaxLength),
/* harmony export */   kH: () => (/* binding */ $ZodCheckUpperCase),
/* harmony export */   nJ: () => (/* binding */ $ZodCheckProperties),
/* harmony export */   ql: () => (/* binding */ $ZodCheckStringFormat),
/* harmony export */   sm: () => (/* binding */ $ZodCheckLessThan),
/* harmony export */   v$: () => (/* binding */ $ZodCheckOverwrite)
/* harmony export */ });
/* unused harmony exports $ZodCheckBigIntFormat, $ZodCheckMaxSize, $ZodCheckMinSize, $ZodCheckSizeEquals, $ZodCheckProperty, $ZodCheckMimeType */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8532);
/* harmony import */ var _regexes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3908);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4723);
// import { $ZodType } from "./schemas.js";



const $ZodCheck = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheck", (inst, def) => {
    var _a;
    inst._zod ?? (inst._zod = {});
    inst._zod.def = def;
    (_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for size-based checks: run only on non-nullish values with a `size`. */
const _whenHasSize = (payload) => {
    const val = payload.value;
    return !util.nullish(val) && val.size !== undefined;
};
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
    const val = payload.value;
    return !_util_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl(val) && val.length !== undefined;
};
const numericOriginMap = {
    number: "number",
    bigint: "bigint",
    object: "date",
};
const $ZodCheckLessThan = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLessThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_big",
            maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckGreaterThan = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckGreaterThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_small",
            minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMultipleOf = 
/*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMultipleOf", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        if (typeof payload.value !== typeof def.value)
            throw new Error("Cannot mix number and bigint in multiple_of check.");
        const isMultiple = typeof payload.value === "bigint"
            ? // `value % 0n` throws, and nothing is a multiple of zero \u2014 the number branch already fails this way via NaN
                def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
            : _util_js__WEBPACK_IMPORTED_MODULE_1__/* .floatSafeRemainder */ .LG(payload.value, def.value) === 0;
        if (isMultiple)
            return;
        payload.issues.push({
            origin: typeof payload.value,
            code: "not_multiple_of",
            divisor: def.value,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckNumberFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckNumberFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    def.format = def.format || "float64";
    const isInt = def.format?.includes("int");
    const origin = isInt ? "int" : "number";
    const [minimum, maximum] = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .NUMBER_FORMAT_RANGES */ .zH[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (isInt) {
            if (!Number.isInteger(input)) {
                // invalid_format issue
                // payload.issues.push({
                //   expected: def.format,
                //   format: def.format,
                //   code: "invalid_format",
                //   input,
                //   inst,
                // });
                // invalid_type issue
                payload.issues.push({
                    expected: origin,
                    format: def.format,
                    code: "invalid_type",
                    continue: false,
                    input,
                    inst,
                });
                return;
                // not_multiple_of issue
                // payload.issues.push({
                //   code: "not_multiple_of",
                //   origin: "number",
                //   input,
                //   inst,
                //   divisor: 1,
                // });
            }
            if (!Number.isSafeInteger(input)) {
                if (input > 0) {
                    // too_big
                    payload.issues.push({
                        input,
                        code: "too_big",
                        maximum: Number.MAX_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                else {
                    // too_small
                    payload.issues.push({
                        input,
                        code: "too_small",
                        minimum: Number.MIN_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                return;
            }
        }
        if (input < minimum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_small",
                minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodCheckBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckBigIntFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    const [minimum, maximum] = util.BIGINT_FORMAT_RANGES[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (input < minimum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_small",
                minimum: minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodCheckMaxSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMaxSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size <= def.maximum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMinSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMinSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size >= def.minimum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckSizeEquals = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckSizeEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size === def.size)
            return;
        const tooBig = size > def.size;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            ...(tooBig ? { code: "too_big", maximum: def.size } : { code: "too_small", minimum: def.size }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMaxLength = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMaxLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // Strings are measured in Unicode code points, not UTF-16 units. A code point is at most two units, so a string that already fits in units fits in code points; only an overflow has to be counted.
        const length = typeof input === "string" && units > def.maximum ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input) : units;
        if (length <= def.maximum)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        payload.issues.push({
            origin,
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMinLength = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMinLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so fewer units than the floor can never reach it and twice the floor always clears it. Only in between is the exact count in doubt.
        const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2
            ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input)
            : units;
        if (length >= def.minimum)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        payload.issues.push({
            origin,
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLengthEquals = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLengthEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so outside `[length, length * 2]` units the target is missed either way \u2014 and missed in the same direction in both measures.
        const length = typeof input === "string" && units >= def.length && units <= def.length * 2
            ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input)
            : units;
        if (length === def.length)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        const tooBig = length > def.length;
        payload.issues.push({
            origin,
            ...(tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStringFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckStringFormat", (inst, def) => {
    var _a, _b;
    $ZodCheck.init(inst, def);
    if (def.pattern)
        (_a = inst._zod).check ?? (_a.check = (payload) => {
            def.pattern.lastIndex = 0;
            if (def.pattern.test(payload.value))
                return;
            payload.issues.push({
                origin: "string",
                code: "invalid_format",
                format: def.format,
                input: payload.value,
                ...(def.pattern ? { pattern: def.pattern.toString() } : {}),
                inst,
                continue: !def.abort,
            });
        });
    else
        (_b = inst._zod).check ?? (_b.check = () => { });
});
const $ZodCheckRegex = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckRegex", (inst, def) => {
    $ZodCheckStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "regex",
            input: payload.value,
            pattern: def.pattern.toString(),
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLowerCase = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLowerCase", (inst, def) => {
    def.pattern ?? (def.pattern = _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .lowercase */ .AC);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckUpperCase", (inst, def) => {
    def.pattern ?? (def.pattern = _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .uppercase */ .Zv);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckIncludes", (inst, def) => {
    $ZodCheck.init(inst, def);
    const escapedRegex = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.includes);
    // `String.prototype.includes(sub, position)` matches `sub` at `position`
    // OR LATER, so the pattern must allow at least `position` leading chars
    // (`{N,}`), not exactly `position` chars (`{N}`).
    const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
    def.pattern = pattern;
    inst._zod.check = (payload) => {
        if (payload.value.includes(def.includes, def.position))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "includes",
            includes: def.includes,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStartsWith = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckStartsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`^${_util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.prefix)}.*`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.startsWith(def.prefix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "starts_with",
            prefix: def.prefix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckEndsWith = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckEndsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`.*${_util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.suffix)}$`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.endsWith(def.suffix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "ends_with",
            suffix: def.suffix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
///////////////////////////////////
/////    $ZodCheckProperty    /////
///////////////////////////////////
function handleCheckPropertyResult(result, payload, property) {
    if (result.issues.length) {
        payload.issues.push(..._util_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixIssues */ .lQ(property, result.issues));
    }
}
const $ZodCheckProperty = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckProperty", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        const result = def.schema._zod.run({
            value: payload.value[def.property],
            issues: [],
        }, {});
        if (result instanceof Promise) {
            return result.then((result) => handleCheckPropertyResult(result, payload, def.property));
        }
        handleCheckPropertyResult(result, payload, def.property);
        return;
    };
})));
const $ZodCheckProperties = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckProperties", (inst, def) => {
    $ZodCheck.init(inst, def);
    _util_js__WEBPACK_IMPORTED_MODULE_1__/* .hide */ .jD(inst, Symbol.iterator, function* () {
        yield inst;
    });
    // key and schema snapshotted together: reading one live and the other cached lets a later mutation of the caller's shape object pair a stale key with a missing schema
    let entries;
    inst._zod.check = (payload) => {
        // the base schema already typed the value, so only a nullish one is rejected here: the properties read on a primitive too, matching z.property() on a string's length
        if (payload.value == null) {
            payload.issues.push({ expected: "object", code: "invalid_type", input: payload.value, inst });
            return undefined;
        }
        entries ?? (entries = Reflect.ownKeys(def.shape).map((key) => [key, def.shape[key]]));
        const input = payload.value;
        let proms;
        for (const [key, schema] of entries) {
            const result = schema._zod.run({ value: input[key], issues: [] }, {});
            if (result instanceof Promise) {
                proms ?? (proms = []);
                proms.push(result.then((result) => handleCheckPropertyResult(result, payload, key)));
            }
            else {
                handleCheckPropertyResult(result, payload, key);
            }
        }
        if (proms)
            return Promise.all(proms).then(() => undefined);
        return undefined;
    };
});
const $ZodCheckMimeType = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMimeType", (inst, def) => {
    $ZodCheck.init(inst, def);
    const mimeSet = new Set(def.mime);
    inst._zod.check = (payload) => {
        if (mimeSet.has(payload.value.type))
            return;
        payload.issues.push({
            code: "invalid_value",
            values: def.mime,
            input: payload.value.type,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckOverwrite = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckOverwrite", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        payload.value = def.tx(payload.value);
    };
});


/***/ }),

/***/ 8532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   GT: () => (/* binding */ $ZodAsyncError),
/* harmony export */   cV: () => (/* binding */ $ZodEncodeError),
/* harmony export */   cr: () => (/* binding */ globalConfig),
/* harmony export */   tm: () => (/* binding */ NEVER),
/* harmony export */   xI: () => (/* binding */ $constructor)
/* harmony export */ });
/* unused harmony export $brand */
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4723);
var _a;

/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({
    status: "aborted",
});
/* Shared descriptor for installing `_zod`; defineProperty reads it
 * synchronously, so reusing one object avoids a per-instance allocation. */
const _zodDesc = { value: undefined, enumerable: false };
// null where suppressing the capture would be unrecoverable: `parse()` puts the frames back with `captureStackTrace`, so without it the throw would lose its stack. also latched to null once `stackTraceLimit` proves unassignable, which a realm can do at any point by hardening Error
let _E = "captureStackTrace" in Error ? Error : null;
// v8 captures a stack trace inside the Error constructor, which dominates a failed parse; costs only the frames, and parse() restores those. the constructor must RUN: Object.create is cheaper and passes instanceof, but Error.isError and util.types.isNativeError check an internal slot
function newError(Definition) {
    const E = _E;
    if (E) {
        const saved = E.stackTraceLimit;
        if (typeof saved === "number") {
            try {
                E.stackTraceLimit = 0;
            }
            catch {
                _E = null;
                return new Definition();
            }
            try {
                return new Definition();
            }
            finally {
                E.stackTraceLimit = saved;
            }
        }
    }
    return new Definition();
}
function $constructor(name, initializer, 
/** This trait's members, installed once on every prototype that composes it. They cannot be declared in the initializer above: that runs per instance, and the prototype is shared. */
proto, params) {
    // Prototype for this constructor's `_zod` internals. Lazily-derived fields (`values`, `pattern`, `optin`, \u2026) install here once rather than as an accessor on every instance.
    const zodProto = {};
    // Assigning the fields in the constructor body is what gives instances in-object slots; building the object literally and reparenting it costs a second allocation and a generic property copy.
    function Internals(def) {
        this.def = def;
        this.constr = _;
        this.traits = new Set();
    }
    Internals.prototype = zodProto;
    const protoMembers = proto;
    // One trait's members land on every prototype whose chain composes it, so the answer is per prototype rather than per trait.
    const initialized = protoMembers && new WeakSet();
    function init(inst, def) {
        if (!inst._zod) {
            _zodDesc.value = new Internals(def);
            try {
                Object.defineProperty(inst, "_zod", _zodDesc);
            }
            finally {
                // Cleared even on throw, so the shared descriptor never leaks one instance's internals into the next.
                _zodDesc.value = undefined;
            }
        }
        else if (inst._zod.traits.has(name)) {
            return;
        }
        inst._zod.traits.add(name);
        initializer(inst, def);
        if (initialized) {
            // `super(def)` from a user subclass gives `this` a prototype the subclass owns, and installing there would overwrite whatever the subclass declared. `constr` built the instance, so its prototype is the one below the subclass's that should carry the members. A receiver whose chain never reaches that prototype installs on its own, which for a plain object handed straight to `init` means `Object.prototype` \u2014 unchanged from before.
            const own = Object.getPrototypeOf(inst);
            const ctorProto = inst._zod.constr.prototype;
            let up = own;
            while (up && up !== ctorProto)
                up = Object.getPrototypeOf(up);
            const target = up ?? own;
            if (!initialized.has(target)) {
                initialized.add(target);
                (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .members */ .ol)(target, protoMembers);
            }
        }
        // support prototype modifications; for-in avoids the array allocation of Object.keys on the (usually empty) prototype
        const proto = _.prototype;
        for (const k in proto) {
            if (!Object.prototype.hasOwnProperty.call(proto, k))
                continue;
            if (!(k in inst)) {
                inst[k] = proto[k].bind(inst);
            }
        }
    }
    // doesn't work if Parent has a constructor with arguments
    const Parent = params?.Parent ?? Object;
    class Definition extends Parent {
    }
    Object.defineProperty(Definition, "name", { value: name });
    function _(def) {
        const inst = params?.Parent ? newError(Definition) : this;
        init(inst, def);
        const deferred = inst._zod.deferred;
        if (deferred) {
            for (const fn of deferred) {
                fn();
            }
            // Released: initializers run once, and the list would otherwise be retained for the schema's lifetime.
            inst._zod.deferred = undefined;
        }
        // Global post-processor hook. Internal: installed by `import "zod/compile"` to enable AOT compilation for every constructed schema. Runs last, once the instance is fully built, because it hands the instance to compile(). The post-processor is expected to be reentrancy-guarded by its own implementation.
        const pp = globalThis.__zod_globalConfig?.postProcessor;
        if (pp)
            pp(inst);
        return inst;
    }
    Object.defineProperty(_, "init", { value: init });
    Object.defineProperty(_, Symbol.hasInstance, {
        value: (inst) => {
            if (params?.Parent && inst instanceof params.Parent)
                return true;
            return inst?._zod?.traits?.has(name);
        },
    });
    Object.defineProperty(_, "name", { value: name });
    return _;
}
//////////////////////////////   UTILITIES   ///////////////////////////////////////
const $brand = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("zod_brand")));
class $ZodAsyncError extends Error {
    constructor() {
        super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
    }
}
class $ZodEncodeError extends Error {
    constructor(name) {
        super(`Encountered unidirectional transform during encode: ${name}`);
        this.name = "ZodEncodeError";
    }
}
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
    if (newConfig)
        Object.assign(globalConfig, newConfig);
    return globalConfig;
}


/***/ }),

/***/ 8439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ readonlyProcessor),
/* harmony export */   $k: () => (/* binding */ optionalProcessor),
/* harmony export */   A: () => (/* binding */ prefaultProcessor),
/* harmony export */   A6: () => (/* binding */ customProcessor),
/* harmony export */   C0: () => (/* binding */ enumProcessor),
/* harmony export */   CN: () => (/* binding */ tupleProcessor),
/* harmony export */   Ec: () => (/* binding */ objectProcessor),
/* harmony export */   Fl: () => (/* binding */ dateProcessor),
/* harmony export */   Fs: () => (/* binding */ aggregateChecks),
/* harmony export */   GC: () => (/* binding */ recordProcessor),
/* harmony export */   NV: () => (/* binding */ unknownProcessor),
/* harmony export */   Q9: () => (/* binding */ catchProcessor),
/* harmony export */   RH: () => (/* binding */ neverProcessor),
/* harmony export */   SW: () => (/* binding */ stringProcessor),
/* harmony export */   Wg: () => (/* binding */ numberProcessor),
/* harmony export */   Y8: () => (/* binding */ bigintProcessor),
/* harmony export */   Yv: () => (/* binding */ literalProcessor),
/* harmony export */   bl: () => (/* binding */ toJSONSchema),
/* harmony export */   cR: () => (/* binding */ nonoptionalProcessor),
/* harmony export */   cY: () => (/* binding */ arrayProcessor),
/* harmony export */   dO: () => (/* binding */ booleanProcessor),
/* harmony export */   fs: () => (/* binding */ pipeProcessor),
/* harmony export */   iC: () => (/* binding */ unionProcessor),
/* harmony export */   i_: () => (/* binding */ intersectionProcessor),
/* harmony export */   mh: () => (/* binding */ defaultProcessor),
/* harmony export */   xi: () => (/* binding */ transformProcessor),
/* harmony export */   yq: () => (/* binding */ nullableProcessor)
/* harmony export */ });
/* unused harmony exports symbolProcessor, nullProcessor, undefinedProcessor, voidProcessor, anyProcessor, nanProcessor, templateLiteralProcessor, fileProcessor, successProcessor, functionProcessor, mapProcessor, setProcessor, promiseProcessor, lazyProcessor, allProcessors */
/* harmony import */ var _regexes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3908);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6985);
/* harmony import */ var _to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7509);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4723);




const narrowMin = (agg, key, value) => {
    if (agg[key] === undefined || value > agg[key])
        agg[key] = value;
};
const narrowMax = (agg, key, value) => {
    if (agg[key] === undefined || value < agg[key])
        agg[key] = value;
};
const narrowBoth = (agg, value) => {
    narrowMin(agg, "minimum", value);
    narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
    agg.multipleOf ?? (agg.multipleOf = []);
    if (!agg.multipleOf.includes(value))
        agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
    agg.patterns ?? (agg.patterns = new Set());
    agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
    agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
// last-wins, matching the bag's historical write order; the flag keeps an integer format from being lost to a later float one
const setFormat = (agg, format) => {
    agg.format = format;
    if (format.includes("int"))
        agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
    setFormat(agg, def.format);
    const [minimum, maximum] = ranges[def.format];
    narrowMin(agg, "minimum", minimum);
    narrowMax(agg, "maximum", maximum);
};
const contributors = {
    greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
    less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
    multiple_of: (agg, def) => addDivisor(agg, def.value),
    number_format: formatContributor(_util_js__WEBPACK_IMPORTED_MODULE_0__/* .NUMBER_FORMAT_RANGES */ .zH),
    bigint_format: formatContributor(_util_js__WEBPACK_IMPORTED_MODULE_0__/* .BIGINT_FORMAT_RANGES */ .NR),
    min_length: minContributor,
    max_length: maxContributor,
    length_equals: (agg, def) => narrowBoth(agg, def.length),
    min_size: minContributor,
    max_size: maxContributor,
    size_equals: (agg, def) => narrowBoth(agg, def.size),
    string_format: (agg, def) => {
        setFormat(agg, def.format);
        if (def.pattern)
            addPattern(agg, def.pattern);
        if (def.format === "base64" || def.format === "base64url")
            agg.contentEncoding = def.format;
        if (def.local || def.precision === -1)
            agg.laxFormat = true;
    },
    mime_type: (agg, def) => intersectMime(agg, def.mime),
};
function aggregateChecks(schema) {
    const agg = {};
    const def = schema._zod.def;
    // a format schema is its own first check, same rule as $ZodType init
    const list = schema._zod.traits.has("$ZodCheck")
        ? [schema, ...(def.checks ?? [])]
        : (def.checks ?? []);
    for (const ch of list)
        contributors[ch._zod.def.check]?.(agg, ch._zod.def);
    // reconcile with the bag so third-party onattach contributions still land; first-party residue is never tighter than the fold, so merging it back is idempotent for one and additive for the other
    const bag = schema._zod.bag;
    if (bag.minimum !== undefined)
        narrowMin(agg, "minimum", bag.minimum);
    if (bag.exclusiveMinimum !== undefined)
        narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
    if (bag.maximum !== undefined)
        narrowMax(agg, "maximum", bag.maximum);
    if (bag.exclusiveMaximum !== undefined)
        narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
    if (bag.multipleOf !== undefined)
        addDivisor(agg, bag.multipleOf);
    if (bag.format !== undefined) {
        agg.format ?? (agg.format = bag.format);
        if (bag.format.includes("int"))
            agg.isInt = true;
    }
    if (bag.mime)
        intersectMime(agg, bag.mime);
    for (const pattern of bag.patterns ?? [])
        addPattern(agg, pattern);
    return agg;
}
const formatMap = {
    guid: "uuid",
    url: "uri",
    datetime: "date-time",
    json_string: "json-string",
    regex: "", // do not set
};
// ==================== SIMPLE TYPE PROCESSORS ====================
// the runtime patterns are lax so parse paths never overflow the regex stack; the emitted schema swaps in the exact block forms, which zod itself never executes
const exactPatterns = new Map([
    [_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .base64Charset */ .cq, _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .base64 */ .K3],
    [_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .base64urlCharset */ .xE, _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .base64url */ .r0],
]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
    const json = _json;
    json.type = "string";
    const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minLength = minimum;
    if (typeof maximum === "number")
        json.maxLength = maximum;
    // custom pattern overrides format
    if (format) {
        json.format = formatMap[format] ?? format;
        if (json.format === "")
            delete json.format; // empty format is not valid
        // `z.iso.time()` is never full-time, and `laxFormat` carries the datetime shapes that also accept what their keyword forbids
        if (format === "time" || laxFormat) {
            delete json.format;
        }
    }
    if (contentEncoding)
        json.contentEncoding = contentEncoding;
    if (patterns && patterns.size > 0) {
        const patternList = [...patterns].map(exactPattern);
        if (patternList.length === 1)
            json.pattern = patternList[0].source;
        else if (patternList.length > 1) {
            json.allOf = [
                ...patternList.map((regex) => ({
                    ...(ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0"
                        ? { type: "string" }
                        : {}),
                    pattern: regex.source,
                })),
            ];
        }
    }
};
const numberProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
    json.type = isInt ? "integer" : "number";
    // when both minimum and exclusiveMinimum exist, pick the more restrictive one
    const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
    const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
    const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
    if (exMin) {
        if (legacy) {
            json.minimum = exclusiveMinimum;
            json.exclusiveMinimum = true;
        }
        else {
            json.exclusiveMinimum = exclusiveMinimum;
        }
    }
    else if (typeof minimum === "number") {
        json.minimum = minimum;
    }
    if (exMax) {
        if (legacy) {
            json.maximum = exclusiveMaximum;
            json.exclusiveMaximum = true;
        }
        else {
            json.exclusiveMaximum = exclusiveMaximum;
        }
    }
    else if (typeof maximum === "number") {
        json.maximum = maximum;
    }
    if (multipleOf) {
        // JSON Schema requires a divisor strictly greater than zero, and a non-finite one does not survive JSON at all. A negative divisor accepts exactly what its absolute value accepts, so it still maps; zero, NaN and Infinity have no keyword form.
        const divisors = new Set();
        for (const divisor of multipleOf) {
            if (Number.isFinite(divisor) && divisor !== 0)
                divisors.add(Math.abs(divisor));
            else
                (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
        }
        // chained divisors are a conjunction the keyword cannot carry alone, so extras ride an allOf, same as stacked patterns
        const [first, ...rest] = divisors;
        if (first !== undefined)
            json.multipleOf = first;
        if (rest.length)
            json.allOf = [...(json.allOf ?? []), ...rest.map((m) => ({ multipleOf: m }))];
    }
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const bigintProcessor = (schema, ctx, json, params) => {
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "BigInt cannot be represented in JSON Schema");
};
const symbolProcessor = (schema, ctx, json, params) => {
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Symbols cannot be represented in JSON Schema");
};
const nullProcessor = (_schema, ctx, json, _params) => {
    if (ctx.target === "openapi-3.0") {
        json.type = "string";
        json.nullable = true;
        json.enum = [null];
    }
    else {
        json.type = "null";
    }
};
const undefinedProcessor = (schema, ctx, json, params) => {
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
};
const voidProcessor = (schema, ctx, json, params) => {
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Void cannot be represented in JSON Schema");
};
const neverProcessor = (_schema, _ctx, json, _params) => {
    json.not = {};
};
const anyProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const unknownProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const dateProcessor = (schema, ctx, json, params) => {
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Date cannot be represented in JSON Schema");
};
const enumProcessor = (schema, _ctx, json, _params) => {
    const def = schema._zod.def;
    const values = (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .getEnumValues */ .w5)(def.entries);
    // an empty enum accepts nothing, same as z.never()
    if (values.length === 0) {
        json.not = {};
        return;
    }
    // Number enums can have both string and number values
    if (values.every((v) => typeof v === "number"))
        json.type = "number";
    if (values.every((v) => typeof v === "string"))
        json.type = "string";
    json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // a literal with no values accepts nothing, same as z.never()
    if (def.values.length === 0) {
        json.not = {};
        return;
    }
    const vals = [];
    for (const val of def.values) {
        if (val === undefined) {
            // a custom schema replaces the whole literal, so there is nothing left to accumulate
            if ((0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema"))
                return;
            // otherwise do not add to vals
        }
        else if (typeof val === "bigint") {
            if ((0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema"))
                return;
            vals.push(Number(val));
        }
        else {
            vals.push(val);
        }
    }
    if (vals.length === 0) {
        // do nothing (an undefined literal was stripped)
    }
    else if (vals.length === 1) {
        const val = vals[0];
        json.type = val === null ? "null" : typeof val;
        if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
            json.enum = [val];
        }
        else {
            json.const = val;
        }
    }
    else {
        if (vals.every((v) => typeof v === "number"))
            json.type = "number";
        if (vals.every((v) => typeof v === "string"))
            json.type = "string";
        if (vals.every((v) => typeof v === "boolean"))
            json.type = "boolean";
        if (vals.every((v) => v === null))
            json.type = "null";
        json.enum = vals;
    }
};
const nanProcessor = (schema, ctx, json, params) => {
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "NaN cannot be represented in JSON Schema");
};
const templateLiteralProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    const pattern = schema._zod.pattern;
    if (!pattern)
        throw new Error("Pattern not found in template literal");
    _json.type = "string";
    _json.pattern = pattern.source;
};
const fileProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    _json.type = "string";
    _json.format = "binary";
    _json.contentEncoding = "binary";
    const { minimum, maximum, mime } = aggregateChecks(schema);
    if (minimum !== undefined)
        _json.minLength = minimum;
    if (maximum !== undefined)
        _json.maxLength = maximum;
    if (!mime)
        return;
    // an empty intersection means the mime checks share no value, so nothing passes at runtime; `anyOf` must be non-empty, so the false schema is `not: {}`
    if (mime.length === 0)
        _json.not = {};
    else if (mime.length === 1)
        _json.contentMediaType = mime[0];
    // only contentMediaType differs, so the shared props stay at the root
    else
        _json.anyOf = mime.map((m) => ({ contentMediaType: m }));
};
const successProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const customProcessor = (schema, ctx, json, params) => {
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const functionProcessor = (schema, ctx, json, params) => {
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Function types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const mapProcessor = (schema, ctx, json, params) => {
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Map cannot be represented in JSON Schema");
};
const setProcessor = (schema, ctx, json, params) => {
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Set cannot be represented in JSON Schema");
};
// ==================== COMPOSITE TYPE PROCESSORS ====================
const arrayProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
    json.type = "array";
    json.items = (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.element, ctx, {
        ...params,
        path: [...params.path, "items"],
    });
};
// Transform and catch set `optin = "optional"` at runtime so the parser lets them observe an
// absent key, but their declared input type stays required. An input JSON Schema describes the
// declared type, so resolve past them to the schema that actually carries the optionality.
// Used by both `objectProcessor` (for `required`) and `tupleProcessor` (for `minItems`); see
// wiki/optionality.md, "The JSON Schema emitter reads the *static* value".
function inputOptin(schema) {
    const def = schema._zod.def;
    if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
        return inputOptin(def.out);
    }
    if (def.type === "catch") {
        return inputOptin(def.innerType);
    }
    return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const shape = def.shape;
    // dropping it while still emitting `additionalProperties: false` would emit a schema that rejects data this one requires
    const symbolKeys = Object.getOwnPropertySymbols(shape);
    if (symbolKeys.length &&
        (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) {
        return;
    }
    json.type = "object";
    json.properties = {};
    for (const key in shape) {
        // assignProp so a __proto__ key becomes an own property instead of hitting the inherited setter on the plain {} we build into
        (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .assignProp */ .Vy)(json.properties, key, (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(shape[key], ctx, {
            ...params,
            path: [...params.path, "properties", key],
        }));
    }
    // required keys
    const requiredKeys = [];
    for (const key of Object.keys(shape)) {
        const field = def.shape[key];
        if (ctx.io === "input" ? inputOptin(field) === undefined : field._zod.optout === undefined) {
            requiredKeys.push(key);
        }
    }
    if (requiredKeys.length > 0) {
        json.required = requiredKeys;
    }
    // catchall
    if (def.catchall?._zod.def.type === "never") {
        // strict
        json.additionalProperties = false;
    }
    else if (!def.catchall) {
        // regular
        if (ctx.io === "output")
            json.additionalProperties = false;
    }
    else if (def.catchall) {
        json.additionalProperties = (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.catchall, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
};
const unionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // Exclusive unions (inclusive === false) use oneOf (exactly one match) instead of anyOf (one or more matches). This includes both z.xor() and discriminated unions
    const isExclusive = def.inclusive === false;
    const options = def.options.map((x, i) => (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(x, ctx, {
        ...params,
        path: [...params.path, isExclusive ? "oneOf" : "anyOf", i],
    }));
    if (isExclusive) {
        json.oneOf = options;
    }
    else {
        json.anyOf = options;
    }
};
const intersectionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const a = (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.left, ctx, {
        ...params,
        path: [...params.path, "allOf", 0],
    });
    const b = (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.right, ctx, {
        ...params,
        path: [...params.path, "allOf", 1],
    });
    const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
    const allOf = [
        ...(isSimpleIntersection(a) ? a.allOf : [a]),
        ...(isSimpleIntersection(b) ? b.allOf : [b]),
    ];
    json.allOf = allOf;
    // Recorded innermost first, so a nested intersection has already folded by the time this one is considered. The array is the handle rather than the schema, because a wrapper that inherits this schema shares the same array; `finalize` folds every object holding it. See `foldIntersection`.
    ctx.intersections.push(allOf);
};
const tupleProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "array";
    const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
    const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
    const prefixItems = def.items.map((x, i) => (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(x, ctx, {
        ...params,
        path: [...params.path, prefixPath, i],
    }));
    const rest = def.rest
        ? (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.rest, ctx, {
            ...params,
            path: [...params.path, restPath, ...(ctx.target === "openapi-3.0" ? [def.items.length] : [])],
        })
        : null;
    let minItems = def.items.length;
    while (minItems > 0) {
        const item = def.items[minItems - 1];
        const optional = ctx.io === "input" ? inputOptin(item) !== undefined : item._zod.optout === "optional";
        if (!optional)
            break;
        minItems--;
    }
    const maxItems = def.items.length;
    const isClosed = !def.rest;
    if (ctx.target === "draft-2020-12") {
        json.prefixItems = prefixItems;
        if (isClosed) {
            json.items = false;
        }
        else if (rest) {
            json.items = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else if (ctx.target === "openapi-3.0") {
        json.items = {
            anyOf: prefixItems,
        };
        if (rest) {
            json.items.anyOf.push(rest);
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else {
        json.items = prefixItems;
        if (isClosed) {
            json.additionalItems = false;
        }
        else if (rest) {
            json.additionalItems = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    // explicit user-defined length checks take precedence
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
 * numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
 * behind a wrapper only carries its own `type` before then, and a union key only has its branches.
 *
 * A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
 * than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
 * exists to fix. A key that carries one therefore emits wider than the record parses \u2014 `z.record(z.number().min(5), V)`
 * accepts `"3"` \u2014 which is the deliberate trade, since throwing on it would reject an ordinary schema
 * outright. */
function stringifyKeyNames(bySchema, json, visited) {
    // an extracted key that rewrites cannot go on sharing its definition \u2014 the string form a key position needs is not the number form every other reference wants \u2014 so it inlines. One that does not rewrite keeps the `$ref`.
    if (json.$ref) {
        // a recursive key holds its own reference inside its definition, so a node already on the path is left alone rather than resolved again
        if (visited.has(json))
            return json;
        visited.add(json);
        const def = bySchema.get(json)?.def;
        if (!def)
            return json;
        const inlined = stringifyKeyNames(bySchema, def, visited);
        return inlined === def ? json : inlined;
    }
    for (const keyword of ["anyOf", "oneOf"]) {
        const branches = json[keyword];
        if (!Array.isArray(branches))
            continue;
        const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
        // rebuilding regardless would detach a key that had nothing to re-express, dropping its `$ref` and leaking the internal `id`
        if (mapped.some((branch, i) => branch !== branches[i]))
            json = { ...json, [keyword]: mapped };
    }
    // a member that already admits a string leaves the key unconstrained, so the node's own type re-expresses only when every member is numeric
    const types = Array.isArray(json.type) ? json.type : [json.type];
    const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
    // a heterogeneous key carries no type at all, so its numeric members are caught here instead
    const values = json.enum ?? (json.const !== undefined ? [json.const] : undefined);
    if (!numericType && !values?.some((v) => typeof v === "number"))
        return json;
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
    if (rest.enum)
        rest.enum = rest.enum.map((v) => (typeof v === "number" ? String(v) : v));
    else if (typeof rest.const === "number")
        rest.const = String(rest.const);
    // a heterogeneous key keeps its absent type: the stringified members already say what a key may be
    if (!numericType)
        return rest;
    rest.type = "string";
    if (!values)
        rest.pattern = (types.includes("number") ? _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai : _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd).source;
    return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = new WeakMap();
function rewriteKeyNames(ctx) {
    // an extracted key is resolved by the object `extractToDef` left in its place, so the map is built once rather than searched per reference. `_zod.toJSONSchema` can hand the same object to two schemas, so the first entry carrying a body wins, as a search would have found it.
    const bySchema = new Map();
    for (const entry of ctx.seen.values()) {
        if (entry.def && !bySchema.has(entry.schema))
            bySchema.set(entry.schema, entry);
    }
    const rewrites = new Map();
    for (const record of pendingRecords.get(ctx) ?? []) {
        const seen = ctx.seen.get(record);
        const names = (seen?.def ?? seen?.schema)?.propertyNames;
        if (!names || names === true || rewrites.has(names))
            continue;
        const rewritten = stringifyKeyNames(bySchema, names, new Set());
        if (rewritten !== names)
            rewrites.set(names, rewritten);
    }
    if (!rewrites.size)
        return;
    // the flatten has already copied each record's own properties onto every wrapper by reference, and an extracted body is another such copy, so every carrier holding a rewritten key is updated together
    for (const entry of ctx.seen.values()) {
        for (const carrier of [entry.schema, entry.def]) {
            const rewritten = carrier && rewrites.get(carrier.propertyNames);
            if (rewritten)
                carrier.propertyNames = rewritten;
        }
    }
}
const recordProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "object";
    // For looseRecord with regex patterns, use patternProperties. This correctly represents "only validate keys matching the pattern" semantics and composes well with allOf (intersections)
    const keyType = def.keyType;
    const patterns = aggregateChecks(keyType).patterns;
    if (def.mode === "loose" && patterns && patterns.size > 0) {
        // Use patternProperties for looseRecord with regex patterns
        const valueSchema = (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.valueType, ctx, {
            ...params,
            path: [...params.path, "patternProperties", "*"],
        });
        json.patternProperties = {};
        for (const pattern of patterns) {
            (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .assignProp */ .Vy)(json.patternProperties, exactPattern(pattern).source, valueSchema);
        }
    }
    else {
        // Default behavior: use propertyNames + additionalProperties
        if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
            json.propertyNames = (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.keyType, ctx, {
                ...params,
                path: [...params.path, "propertyNames"],
            });
            let pending = pendingRecords.get(ctx);
            if (!pending) {
                pending = [];
                pendingRecords.set(ctx, pending);
                ctx.deferred.push(() => rewriteKeyNames(ctx));
            }
            pending.push(schema);
        }
        json.additionalProperties = (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.valueType, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
    // Add required for keys with discrete values (enum, literal, etc.)
    const keyValues = keyType._zod.values;
    // Every key shares one value schema, so an optional-in value makes the whole key set omittable on input. Output keeps them: the exhaustive branch assigns every key, even one whose value came back undefined.
    const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== undefined;
    if (keyValues && !def.partial && !omittableOnInput) {
        const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
        if (validKeyValues.length > 0) {
            json.required = validKeyValues.map(String);
        }
    }
};
const nullableProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const inner = (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    if (ctx.target === "openapi-3.0") {
        seen.ref = def.innerType;
        json.nullable = true;
    }
    else {
        json.anyOf = [inner, { type: "null" }];
    }
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
 * A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
 * unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
    let unrepresentable = false;
    const serialized = JSON.stringify(value, (_, val) => {
        if (typeof val !== "bigint")
            return val;
        unrepresentable = true;
        return null;
    });
    if (!unrepresentable)
        return JSON.parse(serialized);
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
    return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    if (ctx.io !== "input")
        return;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    let catchValue;
    try {
        catchValue = def.catchValue(undefined);
    }
    catch {
        (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .handleUnrepresentable */ ._S)(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
        return;
    }
    json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    const inIsTransform = def.in._zod.traits.has("$ZodTransform");
    const innerType = ctx.io === "input" ? (inIsTransform ? def.out : def.in) : def.out;
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    json.readOnly = true;
};
const promiseProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const optionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const lazyProcessor = (schema, ctx, _json, params) => {
    const innerType = schema._zod.innerType;
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
// ==================== ALL PROCESSORS ====================
const allProcessors = {
    string: stringProcessor,
    number: numberProcessor,
    boolean: booleanProcessor,
    bigint: bigintProcessor,
    symbol: symbolProcessor,
    null: nullProcessor,
    undefined: undefinedProcessor,
    void: voidProcessor,
    never: neverProcessor,
    any: anyProcessor,
    unknown: unknownProcessor,
    date: dateProcessor,
    enum: enumProcessor,
    literal: literalProcessor,
    nan: nanProcessor,
    template_literal: templateLiteralProcessor,
    file: fileProcessor,
    success: successProcessor,
    custom: customProcessor,
    function: functionProcessor,
    transform: transformProcessor,
    map: mapProcessor,
    set: setProcessor,
    array: arrayProcessor,
    object: objectProcessor,
    union: unionProcessor,
    intersection: intersectionProcessor,
    tuple: tupleProcessor,
    record: recordProcessor,
    nullable: nullableProcessor,
    nonoptional: nonoptionalProcessor,
    default: defaultProcessor,
    prefault: prefaultProcessor,
    catch: catchProcessor,
    pipe: pipeProcessor,
    readonly: readonlyProcessor,
    promise: promiseProcessor,
    optional: optionalProcessor,
    lazy: lazyProcessor,
};
function toJSONSchema(input, params) {
    if ("_idmap" in input) {
        // Registry case
        const registry = input;
        const ctx = (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .initializeContext */ .az)({ ...params, processors: allProcessors });
        const defs = {};
        // First pass: process all schemas to build the seen map
        for (const entry of registry._idmap.entries()) {
            const [_, schema] = entry;
            (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(schema, ctx);
        }
        const schemas = {};
        const external = {
            registry,
            uri: params?.uri,
            defs,
        };
        // Update the context with external configuration
        ctx.external = external;
        // Second pass: emit each schema
        for (const entry of registry._idmap.entries()) {
            const [key, schema] = entry;
            (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .extractDefs */ .Wb)(ctx, schema);
            (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .assignProp */ .Vy)(schemas, key, (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .finalize */ .jE)(ctx, schema));
        }
        if (Object.keys(defs).length > 0) {
            const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
            schemas.__shared = {
                [defsSegment]: defs,
            };
        }
        return { schemas };
    }
    // Single schema case
    const ctx = (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .initializeContext */ .az)({ ...params, processors: allProcessors });
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .processSchema */ .Lp)(input, ctx);
    (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .extractDefs */ .Wb)(ctx, input);
    return (0,_to_json_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .finalize */ .jE)(ctx, input);
}


/***/ }),

/***/ 3908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ lowercase),
/* harmony export */   Ak: () => (/* binding */ nanoid),
/* harmony export */   D2: () => (/* binding */ nanoidOfLength),
/* harmony export */   F: () => (/* binding */ httpProtocol),
/* harmony export */   Gl: () => (/* binding */ cuid2),
/* harmony export */   K3: () => (/* binding */ base64),
/* harmony export */   Os: () => (/* binding */ guid),
/* harmony export */   Rp: () => (/* binding */ email),
/* harmony export */   Z0: () => (/* binding */ ulid),
/* harmony export */   Zg: () => (/* binding */ emoji),
/* harmony export */   Zv: () => (/* binding */ uppercase),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   fO: () => (/* binding */ ksuid),
/* harmony export */   gF: () => (/* binding */ cuid),
/* harmony export */   gp: () => (/* binding */ anyString),
/* harmony export */   hQ: () => (/* binding */ e164),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   kM: () => (/* binding */ xid),
/* harmony export */   l7: () => (/* binding */ cidrv6),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   o: () => (/* binding */ bigint),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   r0: () => (/* binding */ base64url),
/* harmony export */   uR: () => (/* binding */ uuid),
/* harmony export */   uX: () => (/* binding */ ipv4),
/* harmony export */   ug: () => (/* binding */ ipv6),
/* harmony export */   w$: () => (/* binding */ datetime),
/* harmony export */   zM: () => (/* binding */ boolean),
/* harmony export */   zr: () => (/* binding */ cidrv4)
/* harmony export */ });
/* unused harmony exports extendedDuration, uuid4, uuid6, uuid7, html5Email, rfc5322Email, unicodeEmail, idnEmail, browserEmail, mac, hostname, domain, creditCard, currencyCode, iban, string, null, undefined, hex, md5_hex, md5_base64, md5_base64url, sha1_hex, sha1_base64, sha1_base64url, sha256_hex, sha256_base64, sha256_base64url, sha384_hex, sha384_base64, sha384_base64url, sha512_hex, sha512_base64, sha512_base64url */

/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
    return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** Implements ISO 8601-2 extensions like explicit +- prefixes, mixing weeks with other units, and fractional/negative components. */
const extendedDuration = /^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
 *
 * @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
    if (!version)
        return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
    return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
const uuid4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(4)));
const uuid6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(6)));
const uuid7 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(7)));
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
/** Equivalent to the HTML5 input[type=email] validation implemented by browsers. Source: https://developer.mozilla.org/en-US/docs/Web/HTML/Element/input/email */
const html5Email = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/** The classic emailregex.com regex for RFC 5322-compliant emails */
const rfc5322Email = /^(([^<>()\[\]\\.,;:\s@"]+(\.[^<>()\[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/;
/** A loose regex that allows Unicode characters, enforces length limits, and that's about it. */
const unicodeEmail = /^[^\s@"]{1,64}@[^\s@]{1,255}$/u;
const idnEmail = (/* unused pure expression or super */ null && (unicodeEmail));
const browserEmail = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
// from https://thekevinscott.com/emojis-in-javascript/#writing-a-regular-expression
// Single character class, not an alternation: the two properties overlap (U+1F9B0-U+1F9B3), so `(A|B)+` backtracks exponentially on a failed match. The leading lookahead then demands one anchor \u2014 a pictograph, a regional indicator, or the enclosing keycap \u2014 because `\p{Emoji_Component}` on its own covers ASCII digits, `#`, `*`, ZWJ, variation selectors and skin tone modifiers, none of which is an emoji without a base.
const _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
    return new RegExp(_emoji, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const mac = (delimiter) => {
    const escapedDelim = util.escapeRegex(delimiter ?? ":");
    return new RegExp(`^(?:[0-9A-F]{2}${escapedDelim}){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}${escapedDelim}){5}[0-9a-f]{2}$`);
};
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
// https://stackoverflow.com/questions/7860392/determine-if-string-is-in-base64-using-javascript
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
// based on https://stackoverflow.com/questions/106179/regular-expression-to-match-dns-hostname-or-ip-address
// export const hostname: RegExp = /^([a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+$/;
const hostname = /^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/;
const domain = /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/;
const httpProtocol = /^https?$/;
// https://blog.stevenlevithan.com/archives/validate-phone-number#r4-3 (regex sans spaces) E.164: leading digit must be 1-9; total digits (excluding '+') between 7-15
const e164 = /^\+[1-9]\d{6,14}$/;
// Credit card shape: 12\u201319 digits, optionally separated by single spaces or single hyphens. ISO/IEC 7812 caps the PAN at 19 digits; 12 is the shortest issued length (Maestro).
const creditCard = /^\d(?:[ -]?\d){11,18}$/;
// ISO 4217 alpha codes from the SIX list, regenerated by scripts/update-iso-4217.ts
const currencyCode = /^(?:AED|AFN|ALL|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAD|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XCG|XDR|XOF|XPD|XPF|XPT|XSU|XTS|XUA|XXX|YER|ZAR|ZMW|ZWG)$/;
// iban electronic format: 2-letter country, check digits 02-98 (the only values `98 - remainder` can produce), 11-30 bban characters
const iban = /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
 * esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
 * will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function anchor(source) {
    return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ anchor(dateSource);
function timeSource(args) {
    const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
    const regex = typeof args.precision === "number"
        ? args.precision === -1
            ? `${hhmm}`
            : args.precision === 0
                ? `${hhmm}:[0-5]\\d`
                : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}`
        : args.seconds
            ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?`
            : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
    return regex;
}
function time(args) {
    return new RegExp(`^${timeSource(args)}$`);
}
// Adapted from https://stackoverflow.com/a/3143231
function datetime(args) {
    const opts = ["Z"];
    // if (args.offset) opts.push(`([+-]\\d{2}:\\d{2})`);
    if (args.offset)
        opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
    // RFC 3339 mandates seconds wherever the time carries a `Z` or an offset, so only the unqualified form `local` adds may omit them
    const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
    const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
    return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
// the unbounded form of `string()` as a literal, so every plain string shares one instance instead of building its own
const anyString = /^[\s\S]{0,}$/;
const string = (params) => {
    const regex = params ? `[\\s\\S]{${params?.minimum ?? 0},${params?.maximum ?? ""}}` : `[\\s\\S]*`;
    return new RegExp(`^${regex}$`);
};
const bigint = /^-?\d+n?$/;
const integer = /^-?\d+$/;
const number = /^-?\d+(?:\.\d+)?$/;
const boolean = /^(?:true|false)$/i;
const _null = /^null$/i;

const _undefined = /^undefined$/i;

// regex for string with no uppercase letters
const lowercase = /^[^A-Z]*$/;
// regex for string with no lowercase letters
const uppercase = /^[^a-z]*$/;
// regex for hexadecimal strings (any length)
const hex = /^[0-9a-fA-F]*$/;
// Hash regexes for different algorithms and encodings
// Helper function to create base64 regex with exact length and padding
function fixedBase64(bodyLength, padding) {
    return new RegExp(`^[A-Za-z0-9+/]{${bodyLength}}${padding}$`);
}
// Helper function to create base64url regex with exact length (no padding)
function fixedBase64url(length) {
    return new RegExp(`^[A-Za-z0-9_-]{${length}}$`);
}
// MD5 (16 bytes): base64 = 24 chars total (22 + "==")
const md5_hex = /^[0-9a-fA-F]{32}$/;
const md5_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(22, "==")));
const md5_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(22)));
// SHA1 (20 bytes): base64 = 28 chars total (27 + "=")
const sha1_hex = /^[0-9a-fA-F]{40}$/;
const sha1_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(27, "=")));
const sha1_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(27)));
// SHA256 (32 bytes): base64 = 44 chars total (43 + "=")
const sha256_hex = /^[0-9a-fA-F]{64}$/;
const sha256_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(43, "=")));
const sha256_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(43)));
// SHA384 (48 bytes): base64 = 64 chars total (no padding)
const sha384_hex = /^[0-9a-fA-F]{96}$/;
const sha384_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(64, "")));
const sha384_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(64)));
// SHA512 (64 bytes): base64 = 88 chars total (86 + "==")
const sha512_hex = /^[0-9a-fA-F]{128}$/;
const sha512_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(86, "==")));
const sha512_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(86)));


/***/ }),

/***/ 9396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fd: () => (/* binding */ globalRegistry)
/* harmony export */ });
/* unused harmony exports $output, $input, $ZodRegistry, registry */
var _a;
const $output = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodOutput")));
const $input = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodInput")));
class $ZodRegistry {
    constructor() {
        this._map = new WeakMap();
        this._idmap = new Map();
    }
    add(schema, ..._meta) {
        const meta = _meta[0];
        this._map.set(schema, meta);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.set(meta.id, schema);
        }
        return this;
    }
    clear() {
        this._map = new WeakMap();
        this._idmap = new Map();
        return this;
    }
    remove(schema) {
        const meta = this._map.get(schema);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.delete(meta.id);
        }
        this._map.delete(schema);
        return this;
    }
    get(schema) {
        // return this._map.get(schema) as any;
        // inherit metadata
        const p = schema._zod.parent;
        if (p) {
            const pm = { ...(this.get(p) ?? {}) };
            delete pm.id; // do not inherit id
            const f = { ...pm, ...this._map.get(schema) };
            return Object.keys(f).length ? f : undefined;
        }
        return this._map.get(schema);
    }
    has(schema) {
        return this._map.has(schema);
    }
}
// registries
function registry() {
    return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;


/***/ }),

/***/ 6985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $p: () => (/* binding */ $ZodArray),
  Dq: () => (/* binding */ $ZodBase64),
  CQ: () => (/* binding */ $ZodBase64URL),
  BN: () => (/* binding */ $ZodBigInt),
  sF: () => (/* binding */ $ZodBoolean),
  CI: () => (/* binding */ $ZodCIDRv4),
  Cn: () => (/* binding */ $ZodCIDRv6),
  bl: () => (/* binding */ $ZodCUID),
  Zu: () => (/* binding */ $ZodCUID2),
  t$: () => (/* binding */ $ZodCatch),
  b0: () => (/* binding */ $ZodCustom),
  o5: () => (/* binding */ $ZodDate),
  rv: () => (/* binding */ $ZodDefault),
  Oy: () => (/* binding */ $ZodE164),
  qG: () => (/* binding */ $ZodEmail),
  cG: () => (/* binding */ $ZodEmoji),
  VO: () => (/* binding */ $ZodEnum),
  RL: () => (/* binding */ $ZodExactOptional),
  Zc: () => (/* binding */ $ZodGUID),
  Lc: () => (/* binding */ $ZodIPv4),
  Zy: () => (/* binding */ $ZodIPv6),
  v1: () => (/* binding */ $ZodISODate),
  Ko: () => (/* binding */ $ZodISODateTime),
  $N: () => (/* binding */ $ZodISODuration),
  Ax: () => (/* binding */ $ZodISOTime),
  LJ: () => (/* binding */ $ZodIntersection),
  h8: () => (/* binding */ $ZodJWT),
  GY: () => (/* binding */ $ZodKSUID),
  nu: () => (/* binding */ $ZodLiteral),
  Py: () => (/* binding */ $ZodNanoID),
  Um: () => (/* binding */ $ZodNever),
  N$: () => (/* binding */ $ZodNonOptional),
  qc: () => (/* binding */ $ZodNullable),
  vz: () => (/* binding */ $ZodNumber),
  I: () => (/* binding */ $ZodNumberFormat),
  w: () => (/* binding */ $ZodObjectJIT),
  ig: () => (/* binding */ $ZodOptional),
  _m: () => (/* binding */ $ZodPipe),
  VF: () => (/* binding */ $ZodPrefault),
  KX: () => (/* binding */ $ZodPreprocess),
  Sb: () => (/* binding */ $ZodReadonly),
  h: () => (/* binding */ $ZodRecord),
  $v: () => (/* binding */ $ZodString),
  EY: () => (/* binding */ $ZodStringFormat),
  Wc: () => (/* binding */ $ZodTransform),
  G3: () => (/* binding */ $ZodTuple),
  W4: () => (/* binding */ $ZodType),
  g5: () => (/* binding */ $ZodULID),
  VY: () => (/* binding */ $ZodURL),
  Zn: () => (/* binding */ $ZodUUID),
  cu: () => (/* binding */ $ZodUnion),
  GP: () => (/* binding */ $ZodUnknown),
  TF: () => (/* binding */ $ZodXID),
  cq: () => (/* binding */ base64Charset),
  xE: () => (/* binding */ base64urlCharset),
  YK: () => (/* binding */ standardProps)
});

// UNUSED EXPORTS: $ZodAny, $ZodBigIntFormat, $ZodCodec, $ZodCreditCard, $ZodCustomStringFormat, $ZodDiscriminatedUnion, $ZodFile, $ZodFunction, $ZodIBAN, $ZodLazy, $ZodMAC, $ZodMap, $ZodNaN, $ZodNull, $ZodObject, $ZodPromise, $ZodSet, $ZodSuccess, $ZodSymbol, $ZodTemplateLiteral, $ZodUndefined, $ZodVoid, $ZodXor, URL_BAD_FORMAT, URL_UNPARSEABLE, canParseURL, clone, getDiscriminatedOption, isValidBase64, isValidBase64URL, isValidCIDRv6, isValidCreditCard, isValidIBAN, isValidIPv6, isValidJWT, mergeValues, parseURLObject, stripTabAndNewline, urlHostnameOk, urlProtocolOk, validateURL

// EXTERNAL MODULE: ./node_modules/zod/v4/core/checks.js
var core_checks = __nccwpck_require__(4890);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core_core = __nccwpck_require__(8532);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/doc.js
class Doc {
    constructor(args = [], closed = {}) {
        this.content = [];
        this.indent = 0;
        this.args = args;
        this.closed = closed;
    }
    // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
    indented(fn) {
        this.indent += 1;
        try {
            fn(this);
        }
        finally {
            this.indent -= 1;
        }
    }
    write(arg) {
        if (typeof arg === "function") {
            arg(this, { execution: "sync" });
            arg(this, { execution: "async" });
            return;
        }
        const content = arg;
        const lines = content.split("\n").filter((x) => x);
        const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
        const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
        for (const line of dedented) {
            this.content.push(line);
        }
    }
    compile() {
        const F = Function;
        const content = this?.content ?? [``];
        const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`);
        return factory(...Object.values(this.closed));
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/regexes.js
var core_regexes = __nccwpck_require__(3908);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/util.js
var core_util = __nccwpck_require__(4723);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/versions.js
const version = {
    major: 4,
    minor: 6,
    patch: 7,
};

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/schemas.js







const $ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodType", (inst, def) => {
    var _a;
    inst ?? (inst = {});
    inst._zod.def = def; // set _def property
    inst._zod.bag = inst._zod.bag || {}; // initialize _bag object
    inst._zod.version = version;
    const defChecks = inst._zod.def.checks;
    // if inst is itself a checks.$ZodCheck, run it as a check
    const checks = inst._zod.traits.has("$ZodCheck")
        ? [inst, ...(defChecks ?? [])]
        : defChecks?.length
            ? [...defChecks]
            : [];
    for (const ch of checks) {
        for (const fn of ch._zod.onattach) {
            fn(inst);
        }
    }
    if (checks.length === 0) {
        // deferred initializer inst._zod.parse is not yet defined
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred?.push(() => {
            inst._zod.run = inst._zod.parse;
        });
    }
    else {
        const runChecks = (payload, checks, ctx) => {
            if (payload.memo)
                return payload;
            let isAborted = core_util/* aborted */.QH(payload);
            let asyncResult;
            for (const ch of checks) {
                if (ch._zod.def.when) {
                    if (core_util/* explicitlyAborted */.rL(payload))
                        continue;
                    const shouldRun = ch._zod.def.when(payload);
                    if (!shouldRun)
                        continue;
                }
                else if (isAborted) {
                    continue;
                }
                const currLen = payload.issues.length;
                const _ = ch._zod.check(payload);
                if (_ instanceof Promise && ctx?.async === false) {
                    throw new core_core/* $ZodAsyncError */.GT();
                }
                if (asyncResult || _ instanceof Promise) {
                    asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
                        await _;
                        const nextLen = payload.issues.length;
                        if (nextLen === currLen)
                            return;
                        core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                        if (!isAborted)
                            isAborted = core_util/* aborted */.QH(payload, currLen);
                    });
                }
                else {
                    const nextLen = payload.issues.length;
                    if (nextLen === currLen)
                        continue;
                    core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                    if (!isAborted)
                        isAborted = core_util/* aborted */.QH(payload, currLen);
                }
            }
            if (asyncResult) {
                return asyncResult.then(() => {
                    return payload;
                });
            }
            return payload;
        };
        const handleCanaryResult = (canary, payload, ctx) => {
            // abort if the canary is aborted
            if (core_util/* aborted */.QH(canary)) {
                canary.aborted = true;
                return canary;
            }
            // run checks first, then
            const checkResult = runChecks(payload, checks, ctx);
            if (checkResult instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
            }
            return inst._zod.parse(checkResult, ctx);
        };
        inst._zod.run = (payload, ctx) => {
            if (ctx.skipChecks) {
                return inst._zod.parse(payload, ctx);
            }
            if (ctx.direction === "backward") {
                // run canary initial pass (no checks)
                const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
                if (canary instanceof Promise) {
                    return canary.then((canary) => {
                        return handleCanaryResult(canary, payload, ctx);
                    });
                }
                return handleCanaryResult(canary, payload, ctx);
            }
            // forward
            const result = inst._zod.parse(payload, ctx);
            if (result instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return result.then((result) => runChecks(result, checks, ctx));
            }
            return runChecks(result, checks, ctx);
        };
    }
}, {
    // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", standardProps(this));
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
// a Standard Schema result only reports issues, so a failure finalizes them straight off the raw payload: no ZodError, and no lazy result to read through
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())) } : { value: r.value };
async function validateAsync(inst, value) {
    const ctx = { async: true };
    return toStandardResult((await inst._zod.run({ value, issues: [] }, ctx)), ctx);
}
function standardProps(inst) {
    return {
        validate: (value) => {
            const ctx = { async: false };
            try {
                const r = inst._zod.run({ value, issues: [] }, ctx);
                if (!(r instanceof Promise))
                    return toStandardResult(r, ctx);
            }
            catch (_) { }
            // async function so a synchronously throwing check rejects instead of escaping validate
            return validateAsync(inst, value);
        },
        vendor: "zod",
        version: 1,
    };
}

const $ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodString", (inst, def) => {
    $ZodType.init(inst, def);
    // a format's own pattern, else unbounded; a template literal derives the check-aware form itself
    inst._zod.pattern = def.pattern ?? core_regexes/* anyString */.gp;
    inst._zod.parse = (payload, _) => {
        if (def.coerce)
            try {
                payload.value = String(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "string")
            return payload;
        payload.issues.push({
            expected: "string",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodStringFormat", (inst, def) => {
    // check initialization must come first
    core_checks/* $ZodCheckStringFormat */.ql.init(inst, def);
    $ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodGUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* guid */.Os);
    $ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUUID", (inst, def) => {
    if (def.version) {
        const versionMap = {
            v1: 1,
            v2: 2,
            v3: 3,
            v4: 4,
            v5: 5,
            v6: 6,
            v7: 7,
            v8: 8,
        };
        const v = versionMap[def.version];
        if (v === undefined)
            throw new Error(`Invalid UUID version: "${def.version}"`);
        def.pattern ?? (def.pattern = core_regexes/* uuid */.uR(v));
    }
    else
        def.pattern ?? (def.pattern = core_regexes/* uuid */.uR());
    $ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEmail", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* email */.Rp);
    $ZodStringFormat.init(inst, def);
});
/** The `://` guard rejected the input before the URL constructor saw it. */
const URL_BAD_FORMAT = 1;
/** The URL parser rejected the input. */
const URL_UNPARSEABLE = 2;
function canParseURL(input) {
    try {
        if (typeof URL !== "undefined" && typeof URL.canParse === "function")
            return URL.canParse(input);
        new URL(input);
        return true;
    }
    catch {
        return false;
    }
}
function validateURL(trimmed, def) {
    if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
        return canParseURL(trimmed) || URL_UNPARSEABLE;
    }
    return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
    // When normalize is off, require :// for http/https URLs. This prevents strings like "http:example.com" or "https:/path" from being silently accepted
    if (!def.normalize && def.protocol?.source === core_regexes/* httpProtocol */.F.source && !/^https?:\/\//i.test(trimmed)) {
        return URL_BAD_FORMAT;
    }
    try {
        if (typeof URL !== "undefined") {
            const URLStatic = URL;
            if (typeof URLStatic.parse === "function")
                return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
        }
        // @ts-ignore
        return new URL(trimmed);
    }
    catch {
        return URL_UNPARSEABLE;
    }
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
    return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
    hostname.lastIndex = 0;
    return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
    protocol.lastIndex = 0;
    return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodURL", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        try {
            // Trim whitespace from input
            const trimmed = payload.value.trim();
            const url = validateURL(trimmed, def);
            if (url === URL_BAD_FORMAT) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid URL format",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === URL_UNPARSEABLE) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === true) {
                payload.value = stripTabAndNewline(trimmed);
                return;
            }
            if (def.hostname && !urlHostnameOk(url, def.hostname)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid hostname",
                    pattern: def.hostname.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            if (def.protocol && !urlProtocolOk(url, def.protocol)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid protocol",
                    pattern: def.protocol.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            // Set the output value based on normalize flag
            payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
            return;
        }
        catch (_) {
            payload.issues.push({
                code: "invalid_format",
                format: "url",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodEmoji = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEmoji", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* emoji */.Zg());
    $ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNanoID", (inst, def) => {
    if (def.length !== undefined && (!Number.isInteger(def.length) || def.length < 1))
        throw new Error(`Invalid nanoid length: ${def.length}`);
    def.pattern ?? (def.pattern = def.length === undefined ? core_regexes/* nanoid */.Ak : core_regexes/* nanoidOfLength */.D2(def.length));
    $ZodStringFormat.init(inst, def);
});
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const $ZodCUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cuid */.gF);
    $ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCUID2", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cuid2 */.Gl);
    $ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodULID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ulid */.Z0);
    $ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodXID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* xid */.kM);
    $ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodKSUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ksuid */.fO);
    $ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODateTime", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* datetime */.w$(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODate", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* date */.p6);
    $ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISOTime", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* time */.kB(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODuration", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* duration */.p0);
    $ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIPv4", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ipv4 */.uX);
    $ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
    if (!ipv6Alphabet.test(value))
        return false;
    return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIPv6", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ipv6 */.ug);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidIPv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "ipv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMAC", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.mac(def.delimiter));
    $ZodStringFormat.init(inst, def);
})));
const $ZodCIDRv4 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCIDRv4", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cidrv4 */.zr);
    $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
    const parts = value.split("/");
    if (parts.length !== 2)
        return false;
    const [address, prefix] = parts;
    if (!prefix)
        return false;
    const prefixNum = Number(prefix);
    if (`${prefixNum}` !== prefix)
        return false;
    if (prefixNum < 0 || prefixNum > 128)
        return false;
    return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCIDRv6", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cidrv6 */.l7); // not used for validation
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidCIDRv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "cidrv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
//////////////////////////////   ZodBase64   //////////////////////////////
function isValidBase64(data) {
    if (data === "")
        return true;
    // atob ignores whitespace, so reject it up front.
    if (/\s/.test(data))
        return false;
    if (data.length % 4 !== 0)
        return false;
    try {
        // @ts-ignore
        atob(data);
        return true;
    }
    catch {
        return false;
    }
}
// lax on purpose: the quantified regexes.base64 overflows the regex stack on multi-MB input and its leading ^$| alternation leaks through template-literal composition; isValidBase64 enforces length and padding
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBase64", (inst, def) => {
    def.pattern ?? (def.pattern = base64Charset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
//////////////////////////////   ZodBase64URL   //////////////////////////////
// lax on purpose: the quantified regexes.base64url overflows the regex stack on multi-MB input; isValidBase64 enforces length on the padded string
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
    if (!base64urlCharset.test(data))
        return false;
    const base64 = data.replace(/[-_]/g, (c) => (c === "-" ? "+" : "/"));
    const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
    return isValidBase64(padded);
}
const $ZodBase64URL = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBase64URL", (inst, def) => {
    def.pattern ?? (def.pattern = base64urlCharset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64URL(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64url",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodE164 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodE164", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* e164 */.hQ);
    $ZodStringFormat.init(inst, def);
});
//////////////////////////////   ZodCreditCard   //////////////////////////////
const CC_SANITIZE = /[- ]/g;
/** Luhn checksum on a digit-only string. Adapted from valibot (MIT). */
function isLuhnAlgo(digits) {
    let length = digits.length;
    let bit = 1;
    let sum = 0;
    while (length) {
        const value = digits.charCodeAt(--length) - 48;
        bit ^= 1;
        sum += bit ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value] : value;
    }
    return sum % 10 === 0;
}
function isValidCreditCard(input) {
    if (!regexes.creditCard.test(input))
        return false;
    return isLuhnAlgo(input.replace(CC_SANITIZE, ""));
}
const $ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCreditCard", (inst, def) => {
    // Shape only \u2014 the Luhn check below is not expressible as a pattern, so consumers of `pattern` (JSON Schema, template literals) get the length and separator rules alone.
    def.pattern ?? (def.pattern = regexes.creditCard);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidCreditCard(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "credit_card",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodIBAN   //////////////////////////////
// iso 7064 mod 97-10 checksum without BigInt
function isIso7064Mod97(iban) {
    let remainder = 0;
    const len = iban.length;
    for (let i = 4; i < len; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    for (let i = 0; i < 4; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    return remainder === 1;
}
function isValidIBAN(input) {
    if (!regexes.iban.test(input))
        return false;
    return isIso7064Mod97(input);
}
const $ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIBAN", (inst, def) => {
    // shape only \u2014 checksum is not expressible as a pattern
    def.pattern ?? (def.pattern = regexes.iban);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidIBAN(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "iban",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodJWT   //////////////////////////////
function isValidJWT(token, algorithm = null) {
    try {
        const tokensParts = token.split(".");
        if (tokensParts.length !== 3)
            return false;
        const [header] = tokensParts;
        if (!header)
            return false;
        // @ts-ignore
        const parsedHeader = JSON.parse(atob(header));
        if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
            return false;
        if (!parsedHeader.alg)
            return false;
        if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
            return false;
        return true;
    }
    catch {
        return false;
    }
}
const $ZodJWT = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodJWT", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidJWT(payload.value, def.alg))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "jwt",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCustomStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (def.fn(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: def.format,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumber", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* number */.ai;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Number(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
            return payload;
        }
        const received = typeof input === "number"
            ? Number.isNaN(input)
                ? "NaN"
                : !Number.isFinite(input)
                    ? String(input)
                    : undefined
            : undefined;
        payload.issues.push({
            expected: "number",
            code: "invalid_type",
            input,
            inst,
            ...(received ? { received } : {}),
        });
        return payload;
    };
});
const $ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumberFormat", (inst, def) => {
    core_checks/* $ZodCheckNumberFormat */.KH.init(inst, def);
    $ZodNumber.init(inst, def); // no format checks
});
const $ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBoolean", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* boolean */.zM;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Boolean(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "boolean")
            return payload;
        payload.issues.push({
            expected: "boolean",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
});
const $ZodBigInt = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBigInt", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* bigint */.o;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = BigInt(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "bigint")
            return payload;
        payload.issues.push({
            expected: "bigint",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBigIntFormat", (inst, def) => {
    checks.$ZodCheckBigIntFormat.init(inst, def);
    $ZodBigInt.init(inst, def); // no format checks
})));
const $ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSymbol", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "symbol")
            return payload;
        payload.issues.push({
            expected: "symbol",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUndefined", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.undefined;
    inst._zod.values = new Set([undefined]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "undefined",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNull", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.null;
    inst._zod.values = new Set([null]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (input === null)
            return payload;
        payload.issues.push({
            expected: "null",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodAny", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
})));
const $ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnknown", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNever", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        payload.issues.push({
            expected: "never",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodVoid", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "void",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodDate = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodDate", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce) {
            try {
                payload.value = new Date(payload.value);
            }
            catch (_err) { }
        }
        const input = payload.value;
        const isDate = input instanceof Date;
        const isValidDate = isDate && !Number.isNaN(input.getTime());
        if (isValidDate)
            return payload;
        payload.issues.push({
            expected: "date",
            code: "invalid_type",
            input,
            ...(isDate ? { received: "Invalid Date" } : {}),
            inst,
        });
        return payload;
    };
});
// an oversized container fails its leading size checks before any element is parsed
function capSize(inst, size) {
    const caps = core_util/* sizeCaps */.hi(inst._zod.def.checks);
    if (!caps.length)
        return;
    const cap = Math.min(...caps.map((c) => c[0]));
    const parse = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
        const n = size(payload.value);
        if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
            for (const [max, ch] of core_util/* sizeCaps */.hi(inst._zod.def.checks)) {
                if (n > max && ch._zod.def.when(payload)) {
                    const start = payload.issues.length;
                    ch._zod.check(payload);
                    // the value is still the raw input, so no later check may read it
                    payload.issues[start].continue = false;
                    core_util/* attachSchema */.d3(payload.issues, start, inst);
                    return payload;
                }
            }
        }
        return parse(payload, ctx);
    };
}
const arraySize = (input) => (Array.isArray(input) ? input.length : -1);
const mapSize = (input) => (input instanceof Map ? input.size : -1);
const setSize = (input) => (input instanceof Set ? input.size : -1);
function handleArrayResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodArray", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                expected: "array",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
        const proms = [];
        const abortEarly = ctx?.abortEarly;
        for (let i = 0; i < input.length; i++) {
            const item = input[i];
            const result = def.element._zod.run({
                value: item,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleArrayResult(result, payload, i)));
            }
            else {
                handleArrayResult(result, payload, i);
                // the element's payload is authoritative here, since handleArrayResult forwards every issue; an object's is not, because it drops a failed absent optional
                if (abortEarly && result.issues.length !== 0 && core_util/* aborted */.QH(result))
                    break;
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload; //handleArrayResultsAsync(parseResults, final);
    };
    capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
    const isPresent = key in input;
    const isOptionalOut = optout === "optional";
    // The middle rung means "absence permitted, nothing supplied in its place", so an absent key contributes nothing \u2014 whatever the schema made of `undefined` is invented, not substituted. Only `optional` reaches this with a value: `defaulted` substitutes, and a schema that isn't optional-out has to keep the key.
    if (!isPresent && isOptionalOut && optin === "optional") {
        return;
    }
    if (result.issues.length) {
        // For optional-in/out schemas, ignore errors on absent keys.
        if (optin !== undefined && isOptionalOut && !isPresent) {
            return;
        }
        final.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
    }
    if (!isPresent && optin === undefined) {
        if (!result.issues.length) {
            final.issues.push({
                code: "invalid_type",
                expected: "nonoptional",
                input: undefined,
                path: [key],
            });
        }
        return;
    }
    if (result.value === undefined) {
        if (isPresent || (optin === "defaulted" && !isOptionalOut)) {
            final.value[key] = undefined;
        }
    }
    else {
        final.value[key] = result.value;
    }
}
// one shared instance; a fresh [] per schema cost 56 bytes retained
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
    const keys = Object.keys(def.shape);
    const ownSymbols = Object.getOwnPropertySymbols(def.shape);
    const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
    // aliases `keys` when there are no symbols, so a string-only shape keeps one array
    const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
    for (const k of allKeys) {
        if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
            throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
        }
    }
    const okeys = core_util/* optionalKeys */.NM(def.shape);
    return {
        ...def,
        allKeys,
        symbolKeys,
        // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
        keySet: new Set(keys),
        numKeys: keys.length,
        optionalKeys: new Set(okeys),
    };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
    const unrecognized = [];
    const keySet = def.keySet;
    const _catchall = def.catchall._zod;
    const t = _catchall.def.type;
    const optin = _catchall.optin;
    const optout = _catchall.optout;
    // starts at 0, not the current length: the shape phase already ran and may have aborted
    let seen = 0;
    for (const key in input) {
        if (abortEarly && payload.issues.length !== seen) {
            if (core_util/* aborted */.QH(payload, seen))
                break;
            seen = payload.issues.length;
        }
        // Must precede the __proto__ branch: a declared key is not unrecognized, even though the shape loop deliberately strips __proto__ from the parsed output.
        if (keySet.has(key))
            continue;
        // Don't copy an undeclared __proto__ into the result; assignment to a plain {} would replace the result prototype. But in strict mode it is still an unknown key, so report it before skipping.
        if (key === "__proto__") {
            if (t === "never")
                unrecognized.push(key);
            continue;
        }
        if (t === "never") {
            unrecognized.push(key);
            continue;
        }
        const r = _catchall.run({ value: input[key], issues: [] }, ctx);
        if (r instanceof Promise) {
            proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
        }
        else {
            handlePropertyResult(r, payload, key, input, optin, optout);
        }
    }
    if (unrecognized.length) {
        payload.issues.push({
            code: "unrecognized_keys",
            keys: unrecognized,
            input,
            inst,
            // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
            continue: true,
        });
    }
    if (!proms.length)
        return payload;
    return Promise.all(proms).then(() => {
        return payload;
    });
}
const $ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObject", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodType.init(inst, def);
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    // a cloned def carries its source's accessor, which knows the shape it answers from; adopting that keeps the clone's keys readable without running it
    const sh = desc?.get ? desc.get.raw : (def.shape ?? {});
    if (sh) {
        // Freezes the shape on first read, so its getters resolve once and every later read sees the same schemas.
        const get = () => {
            const newSh = { ...sh };
            Object.defineProperty(def, "shape", { value: newSh });
            get.raw = newSh;
            return newSh;
        };
        get.raw = sh;
        Object.defineProperty(def, "shape", { get });
    }
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
            const field = shape[key]._zod;
            if (field.values) {
                if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
                    core_util/* assignProp */.Vy(propValues, key, new Set());
                }
                for (const v of field.values)
                    propValues[key].add(v);
                // An omittable slot reads back as undefined at a discriminator lookup, so it has to claim undefined: two options that can both omit the key are not discriminable on it.
                if (field.optin !== undefined)
                    propValues[key].add(undefined);
            }
        }
        return propValues;
    });
    const isObject = core_util/* isObject */.Gv;
    const catchall = def.catchall;
    let value;
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
        const proms = [];
        const shape = value.shape;
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const key of value.allKeys) {
            if (abortEarly && payload.issues.length !== seen) {
                if (core_util/* aborted */.QH(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            if (key === "__proto__")
                continue;
            const el = shape[key];
            const optin = el._zod.optin;
            const optout = el._zod.optout;
            const r = el._zod.run({ value: input[key], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
            }
            else {
                handlePropertyResult(r, payload, key, input, optin, optout);
            }
        }
        if (!catchall) {
            return proms.length ? Promise.all(proms).then(() => payload) : payload;
        }
        return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
    };
});
const $ZodObjectJIT = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObjectJIT", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodObject.init(inst, def);
    const superParse = inst._zod.parse;
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    const memo = core_core/* globalConfig */.cr.memoizer;
    const generateFastpass = (shape) => {
        const normalized = _normalized.value;
        const syms = normalized.symbolKeys;
        // a symbol has no source literal, so it is read as `syms[i]` off the closed-over scope
        const doc = new Doc(["payload", "ctx"], { shape, inst, memo, syms });
        const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
        // prefixes in place, like util.prefixIssues. newResult must land before the early return: a catchall runs after this and would otherwise write onto the caller's input
        const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
        doc.write(`const input = payload.value;`);
        const ids = Object.create(null);
        let counter = 0;
        for (const key of normalized.allKeys) {
            ids[key] = `key_${counter++}`;
        }
        // A: preserve key order {
        doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
        for (const key of normalized.allKeys) {
            if (key === "__proto__")
                continue;
            const id = ids[key];
            const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : core_util/* esc */.UQ(key);
            const isPresent = `${k} in input`;
            const schema = shape[key];
            const optin = schema?._zod?.optin;
            const isOptionalIn = optin !== undefined;
            const isOptionalOut = schema?._zod?.optout === "optional";
            doc.write(`const ${id} = ${parseStr(k)};`);
            if (isOptionalIn && isOptionalOut) {
                // For optional-in/out schemas, ignore errors on absent keys \u2014 and, like the interpreted path, drop the value produced alongside them. The middle rung goes further: it permits absence without supplying anything in its place, so an absent key contributes nothing at all.
                const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
                doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
            }
            else if (!isOptionalIn) {
                doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
            }
            else {
                doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
                if (optin === "defaulted") {
                    doc.write(`newResult[${k}] = ${id}.value;`);
                }
                else {
                    doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
                }
            }
        }
        doc.write(`payload.value = newResult;`);
        doc.write(`return payload;`);
        // closing `shape` in is what pays: turbofan specializes the parser against that one shape object, so every `shape[k]._zod.run` folds to a known callee. as a parameter it stays a generic load and measures 13% slower even with the forwarding frame gone
        return doc.compile();
    };
    let fastpass;
    const isObject = core_util/* isObject */.Gv;
    const jit = !core_core/* globalConfig */.cr.jitless;
    const allowsEval = core_util/* allowsEval */.hI;
    const fastEnabled = jit && allowsEval.value; // && !def.catchall;
    const catchall = def.catchall;
    let value;
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
            // always synchronous
            if (!fastpass)
                fastpass = generateFastpass(def.shape);
            payload = fastpass(payload, ctx);
            if (!catchall)
                return payload;
            return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
        }
        return superParse(payload, ctx);
    };
});
function handleUnionResults(results, final, inst, ctx) {
    for (const result of results) {
        if (result.issues.length === 0) {
            final.value = result.value;
            return final;
        }
    }
    const nonaborted = results.filter((r) => !core_util/* aborted */.QH(r));
    if (nonaborted.length === 1) {
        final.value = nonaborted[0].value;
        return nonaborted[0];
    }
    final.issues.push({
        code: "invalid_union",
        input: final.value,
        inst,
        errors: results.map((result) => result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W()))),
    });
    return final;
}
const $ZodUnion = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnion", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted")
        ? "defaulted"
        : zod.def.options.some((o) => o._zod.optin !== undefined)
            ? "optional"
            : undefined);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : undefined);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        if (zod.def.options.every((o) => o._zod.values)) {
            return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
        }
        return undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        if (zod.def.options.every((o) => o._zod.pattern)) {
            const patterns = zod.def.options.map((o) => o._zod.pattern);
            return new RegExp(`^(${patterns.map((p) => core_util/* cleanRegex */.p6(p.source)).join("|")})$`);
        }
        return undefined;
    });
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                if (result.issues.length === 0)
                    return result;
                results.push(result);
            }
        }
        if (!async)
            return handleUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleUnionResults(results, payload, inst, ctx);
        });
    };
});
function handleExclusiveUnionResults(results, final, inst, ctx) {
    const matches = [];
    for (let i = 0; i < results.length; i++) {
        if (results[i].issues.length === 0)
            matches.push(i);
    }
    if (matches.length === 1) {
        final.value = results[matches[0]].value;
        return final;
    }
    if (matches.length === 0) {
        // No matches - same as regular union
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: results.map((result) => result.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config()))),
        });
    }
    else {
        // Multiple matches - exclusive union failure
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: [],
            inclusive: false,
            matches,
        });
    }
    return final;
}
const $ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodXor", (inst, def) => {
    $ZodUnion.init(inst, def);
    def.inclusive = false;
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                results.push(result);
            }
        }
        if (!async)
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        });
    };
})));
/** Returns the option whose discriminator claims `value`, or throws if ambiguous. */
function getDiscriminatedOption(union, value) {
    const internals = union._zod;
    let map = internals.bag.optionsMap;
    if (!map) {
        map = discriminatorMap(internals.def);
        internals.bag.optionsMap = map;
    }
    const option = map.get(value);
    if (option === null)
        throw new Error(`Ambiguous discriminator value "${String(value)}"`);
    return option;
}
function discriminatorMap(def) {
    const map = new Map();
    for (const option of def.options) {
        const values = option._zod.propValues?.[def.discriminator];
        if (!values || values.size === 0)
            throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
        for (const value of values) {
            if (map.has(value)) {
                if (value !== undefined)
                    throw new Error(`Duplicate discriminator value "${String(value)}"`);
                // keep the collision marked so a later member cannot reclaim it
                map.set(value, null);
            }
            else {
                map.set(value, option);
            }
        }
    }
    return map;
}
const $ZodDiscriminatedUnion = 
/*@__PURE__*/
(/* unused pure expression or super */ null && (core.$constructor("$ZodDiscriminatedUnion", (inst, def) => {
    def.inclusive = false;
    $ZodUnion.init(inst, def);
    const _super = inst._zod.parse;
    util.defineLazyInternal(inst, "propValues", (zod) => {
        const propValues = {};
        let undefinedCount = 0;
        for (const option of zod.def.options) {
            const pv = option._zod.propValues;
            if (!pv || Object.keys(pv).length === 0)
                throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
            if (pv[zod.def.discriminator]?.has(undefined))
                undefinedCount++;
            for (const [k, v] of Object.entries(pv)) {
                if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
                    util.assignProp(propValues, k, new Set());
                }
                for (const val of v) {
                    propValues[k].add(val);
                }
            }
        }
        if (!zod.def.unionFallback && undefinedCount > 1)
            propValues[zod.def.discriminator]?.delete(undefined);
        return propValues;
    });
    // Checked now rather than in the lookup map below, so an option that lacks the discriminator fails at the `discriminatedUnion` call instead of on the first object parsed. Options whose shape cannot be enumerated without resolving it \u2014 pipes and lazies \u2014 are left to the map.
    def.options.forEach((option, i) => {
        const propShape = util.rawShape(option._zod.def);
        if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
            throw new Error(`Invalid discriminated union option at index "${i}"`);
        }
    });
    const disc = util.cached(() => discriminatorMap(def));
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!util.isObject(input)) {
            payload.issues.push({
                code: "invalid_type",
                expected: "object",
                input,
                inst,
            });
            return payload;
        }
        const value = input?.[def.discriminator];
        const opt = disc.value.get(value);
        // forward metadata cannot choose an encoder for an absent tag
        if (opt && (value !== undefined || ctx.direction !== "backward")) {
            return opt._zod.run(payload, ctx);
        }
        // Fall back to union matching when the fast discriminator path fails:
        // - explicitly enabled via unionFallback, or
        // - during backward direction (encode), since codec-based discriminators have different values in forward vs backward directions
        if (def.unionFallback || ctx.direction === "backward") {
            return _super(payload, ctx);
        }
        // no matching discriminator
        payload.issues.push({
            code: "invalid_union",
            errors: [],
            note: "No matching discriminator",
            discriminator: def.discriminator,
            options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
            input,
            path: [def.discriminator],
            inst,
        });
        return payload;
    };
})));
const $ZodIntersection = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIntersection", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        const left = def.left._zod.run({ value: input, issues: [] }, ctx);
        const right = def.right._zod.run({ value: input, issues: [] }, ctx);
        const async = left instanceof Promise || right instanceof Promise;
        if (async) {
            return Promise.all([left, right]).then(([left, right]) => {
                return handleIntersectionResults(payload, left, right);
            });
        }
        return handleIntersectionResults(payload, left, right);
    };
});
function mergeValues(a, b) {
    // const aType = parse.t(a);
    // const bType = parse.t(b);
    if (a === b) {
        return { valid: true, data: a };
    }
    if (a instanceof Date && b instanceof Date && +a === +b) {
        return { valid: true, data: a };
    }
    if (core_util/* isPlainObject */.Qd(a) && core_util/* isPlainObject */.Qd(b)) {
        const bKeys = Object.keys(b);
        const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
        const newObj = { ...a, ...b };
        if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
            delete newObj.__proto__;
        for (const key of sharedKeys) {
            if (key === "__proto__")
                continue;
            const sharedValue = mergeValues(a[key], b[key]);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [key, ...sharedValue.mergeErrorPath],
                };
            }
            newObj[key] = sharedValue.data;
        }
        return { valid: true, data: newObj };
    }
    if (Array.isArray(a) && Array.isArray(b)) {
        if (a.length !== b.length) {
            return { valid: false, mergeErrorPath: [] };
        }
        const newArray = [];
        for (let index = 0; index < a.length; index++) {
            const itemA = a[index];
            const itemB = b[index];
            const sharedValue = mergeValues(itemA, itemB);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [index, ...sharedValue.mergeErrorPath],
                };
            }
            newArray.push(sharedValue.data);
        }
        return { valid: true, data: newArray };
    }
    return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
    // Track which side(s) reject each key. A key rejection is reported only when BOTH sides reject it, so a key owned by one branch survives the other's key schema. strictObject reports these as unrecognized_keys; a record with an open key schema reports one invalid_key per key.
    const unrecKeys = new Map();
    let unrecIssue;
    const keyIssues = new Map();
    const collect = (iss, side) => {
        let keys;
        if (iss.code === "unrecognized_keys" && !iss.path?.length) {
            unrecIssue ?? (unrecIssue = iss);
            keys = iss.keys;
        }
        else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
            const k = String(iss.path[0]);
            if (!keyIssues.has(k))
                keyIssues.set(k, iss);
            keys = [k];
        }
        else {
            return false;
        }
        for (const k of keys) {
            if (!unrecKeys.has(k))
                unrecKeys.set(k, {});
            unrecKeys.get(k)[side] = true;
        }
        return true;
    };
    for (const iss of left.issues) {
        if (!collect(iss, "l"))
            result.issues.push(iss);
    }
    for (const iss of right.issues) {
        if (!collect(iss, "r"))
            result.issues.push(iss);
    }
    // Report only keys rejected by BOTH sides
    const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
    if (bothKeys.length) {
        const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
        if (aggregated.length)
            result.issues.push({ ...unrecIssue, keys: aggregated });
        for (const k of bothKeys) {
            if (!aggregated.includes(k) && keyIssues.has(k))
                result.issues.push(keyIssues.get(k));
        }
    }
    const merged = mergeValues(left.value, right.value);
    if (!merged.valid) {
        if (core_util/* aborted */.QH(result))
            return result;
        throw new Error(`Unmergable intersection. Error path: ` + `${JSON.stringify(merged.mergeErrorPath)}`);
    }
    result.value = merged.data;
    return result;
}
const $ZodTuple = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodTuple", (inst, def) => {
    $ZodType.init(inst, def);
    const items = def.items;
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                input,
                inst,
                expected: "tuple",
                code: "invalid_type",
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
        const proms = [];
        const optinStart = getTupleOptStart(items, "optin");
        const optoutStart = getTupleOptStart(items, "optout");
        if (!def.rest) {
            if (input.length < optinStart) {
                payload.issues.push({
                    code: "too_small",
                    minimum: optinStart,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
                return payload;
            }
            if (input.length > items.length) {
                payload.issues.push({
                    code: "too_big",
                    maximum: items.length,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
            }
        }
        // Run every item in parallel, collecting results into an indexed array. The post-processing in `handleTupleResults` walks them in order so it can decide whether an absent optional-output error can truncate the tail or must be reported to preserve required output.
        const itemResults = new Array(items.length);
        // only tracked when there is a rest loop to skip
        const abortEarly = def.rest ? ctx?.abortEarly : undefined;
        let itemAborted = false;
        for (let i = 0; i < items.length; i++) {
            const r = items[i]._zod.run({ value: input[i], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((rr) => {
                    itemResults[i] = rr;
                }));
            }
            else {
                itemResults[i] = r;
                if (abortEarly && !itemAborted && r.issues.length)
                    itemAborted = core_util/* aborted */.QH(r);
            }
        }
        // sound because rest is non-empty exactly when every fixed index is present, the one case handleTupleResults cannot discard an item's issues
        if (def.rest && !itemAborted) {
            let i = items.length - 1;
            const rest = input.slice(items.length);
            let seen = payload.issues.length;
            for (const el of rest) {
                if (abortEarly && payload.issues.length !== seen) {
                    if (core_util/* aborted */.QH(payload, seen))
                        break;
                    seen = payload.issues.length;
                }
                i++;
                const result = def.rest._zod.run({ value: el, issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((r) => handleTupleResult(r, payload, i)));
                }
                else {
                    handleTupleResult(result, payload, i);
                }
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
        }
        return handleTupleResults(itemResults, payload, items, input, optoutStart);
    };
});
function getTupleOptStart(items, key) {
    for (let i = items.length - 1; i >= 0; i--) {
        // optin is a three-rung ladder so any rung above `undefined` permits an absent slot; optout stays two-valued.
        const omittable = key === "optin" ? items[i]._zod.optin !== undefined : items[i]._zod.optout === "optional";
        if (!omittable)
            return i + 1;
    }
    return 0;
}
function handleTupleResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
    // Walk results in order. Mirror $ZodObject's swallow-on-absent-optional rule, but only after `optoutStart`: the first index where the output tuple tail can be absent.
    for (let i = 0; i < items.length; i++) {
        const r = itemResults[i];
        const isPresent = i < input.length;
        // The array analog of `handlePropertyResult`'s absent-key early return: the middle rung permits absence without supplying anything in its place, so the tail truncates here instead of materializing whatever the item made of `undefined`.
        if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
            final.value.length = i;
            break;
        }
        if (r.issues.length) {
            if (!isPresent && i >= optoutStart) {
                final.value.length = i;
                break;
            }
            final.issues.push(...core_util/* prefixIssues */.lQ(i, r.issues));
        }
        final.value[i] = r.value;
    }
    // Drop trailing slots that produced `undefined` for absent input
    // (the array analog of an absent optional key on an object). The
    // `i >= input.length` floor is critical: an explicit `undefined`
    // *inside* the input must be preserved even when the schema is
    // optional-out (e.g. `z.string().or(z.undefined())` accepting an
    // explicit undefined value).
    for (let i = final.value.length - 1; i >= input.length; i--) {
        if (items[i]._zod.optout === "optional" && final.value[i] === undefined) {
            final.value.length = i;
        }
        else {
            break;
        }
    }
    return final;
}
const $ZodRecord = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodRecord", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!core_util/* isPlainObject */.Qd(input)) {
            payload.issues.push({
                expected: "record",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        // no guard in either loop below: a record's invalid_key aborts but an enclosing intersection can reconcile it, so a stopped loop hides keys the sibling does not own and the intersection then rejects nothing
        const proms = [];
        const values = def.keyType._zod.values;
        if (values && !def.partial) {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            const recordKeys = new Set();
            for (const key of values) {
                if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
                    recordKeys.add(typeof key === "number" ? key.toString() : key);
                    // A declared __proto__ is stripped but is not an unrecognized key.
                    if (key === "__proto__")
                        continue;
                    const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                    if (keyResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (keyResult.issues.length) {
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
                            input: key,
                            path: [key],
                            inst,
                        });
                        continue;
                    }
                    const outKey = keyResult.value;
                    if (outKey === "__proto__")
                        continue;
                    const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                    if (result instanceof Promise) {
                        proms.push(result.then((result) => {
                            if (result.issues.length) {
                                payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                            }
                            payload.value[outKey] = result.value;
                        }));
                    }
                    else {
                        if (result.issues.length) {
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }
                }
            }
            let unrecognized;
            for (const key in input) {
                if (!recordKeys.has(key)) {
                    if (def.mode === "loose") {
                        // skip __proto__ so it can't replace the result prototype via the assignment setter on the plain {} we build into
                        if (key === "__proto__")
                            continue;
                        payload.value[key] = input[key];
                    }
                    else {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        else {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            // An enumerable key schema declares which keys the record owns, so a key outside the set is unrecognized. A non-enumerable one (regex, refine) is a constraint every key must satisfy, so a failing key is invalid. Only the former is reconcilable against the other side of an intersection.
            let unrecognized;
            // Reflect.ownKeys for Symbol-key support; filter non-enumerable to match z.object()
            for (const key of Reflect.ownKeys(input)) {
                if (key === "__proto__")
                    continue;
                if (!Object.prototype.propertyIsEnumerable.call(input, key))
                    continue;
                let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                if (keyResult instanceof Promise) {
                    throw new Error("Async schemas not supported in object keys currently");
                }
                // Numeric string fallback: if key is a numeric string and failed, retry with Number(key). This handles z.number(), z.literal([1, 2, 3]), and unions containing numeric literals
                const checkNumericKey = typeof key === "string" && core_regexes/* number */.ai.test(key) && keyResult.issues.length;
                if (checkNumericKey) {
                    const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
                    if (retryResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (retryResult.issues.length === 0) {
                        keyResult = retryResult;
                    }
                }
                if (keyResult.issues.length) {
                    if (def.mode === "loose") {
                        // Pass through unchanged
                        payload.value[key] = input[key];
                    }
                    else if (values) {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                    else {
                        // Default "strict" behavior: error on invalid key
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
                            input: key,
                            path: [key],
                            inst,
                        });
                    }
                    continue;
                }
                // the guard above tests the raw input key, but the key schema can normalize an ordinary key into __proto__; re-check the key we actually write under
                const outKey = keyResult.value;
                if (outKey === "__proto__")
                    continue;
                const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((result) => {
                        if (result.issues.length) {
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }));
                }
                else {
                    if (result.issues.length) {
                        payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                    }
                    payload.value[outKey] = result.value;
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload;
    };
});
const $ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMap", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Map)) {
            payload.issues.push({
                expected: "map",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Map(), ctx) : new Map();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const [key, value] of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
            const valueResult = def.valueType._zod.run({ value: value, issues: [] }, ctx);
            if (keyResult instanceof Promise || valueResult instanceof Promise) {
                proms.push(Promise.all([keyResult, valueResult]).then(([keyResult, valueResult]) => {
                    handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
                }));
            }
            else {
                handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
            }
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, mapSize);
})));
function handleMapResult(keyResult, valueResult, final, key, input, inst, ctx) {
    if (keyResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, keyResult.issues));
        }
        else {
            final.issues.push({
                code: "invalid_key",
                origin: "map",
                input,
                inst,
                issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    if (valueResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, valueResult.issues));
        }
        else {
            final.issues.push({
                origin: "map",
                code: "invalid_element",
                input,
                inst,
                key: key,
                issues: valueResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    final.value.set(keyResult.value, valueResult.value);
}
const $ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSet", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Set)) {
            payload.issues.push({
                input,
                inst,
                expected: "set",
                code: "invalid_type",
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Set(), ctx) : new Set();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const item of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const result = def.valueType._zod.run({ value: item, issues: [] }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleSetResult(result, payload)));
            }
            else
                handleSetResult(result, payload);
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, setSize);
})));
function handleSetResult(result, final) {
    if (result.issues.length) {
        final.issues.push(...result.issues);
    }
    final.value.add(result.value);
}
const $ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEnum", (inst, def) => {
    $ZodType.init(inst, def);
    const values = core_util/* getEnumValues */.w5(def.entries);
    const valuesSet = new Set(values);
    inst._zod.values = valuesSet;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const patternValues = core_util/* getEnumValues */.w5(zod.def.entries).filter((k) => core_util/* propertyKeyTypes */.qQ.has(typeof k));
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(patternValues.length ? `^(${patternValues.map((o) => core_util/* escapeRegex */.sD(o.toString())).join("|")})$` : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (valuesSet.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const values = new Set(def.values);
    inst._zod.values = values;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const vals = zod.def.values;
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(vals.length
            ? `^(${vals
                .map((o) => typeof o === "string" ? core_util/* escapeRegex */.sD(o) : o ? core_util/* escapeRegex */.sD(o.toString()) : String(o))
                .join("|")})$`
            : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (values.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values: def.values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFile", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        // @ts-ignore
        if (input instanceof File)
            return payload;
        payload.issues.push({
            expected: "file",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodTransform = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodTransform", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "optional";
    core_core/* globalConfig */.cr.memoizer?.guard(inst);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core_core/* $ZodEncodeError */.cV(inst.constructor.name);
        }
        const _out = def.transform(payload.value, payload);
        if (ctx.async) {
            const output = _out instanceof Promise ? _out : Promise.resolve(_out);
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        if (_out instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        payload.value = _out;
        return payload;
    };
});
function handleOptionalResult(payload, result) {
    // A substituting schema that still failed has no usable answer; yield undefined. Its issues are simply dropped: it ran on a payload of its own, so there is no shared array to truncate and nothing of the caller's to lose with it.
    payload.value = result.issues.length ? undefined : result.value;
    return payload;
}
const $ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodOptional", (inst, def) => {
    $ZodType.init(inst, def);
    // .optional() propagates absence rather than substituting for it, so a defaulted inner keeps its rung.
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    inst._zod.optout = "optional";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const values = zod.def.innerType._zod.values;
        return values ? new Set([...values, undefined]) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)})?$`) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        if (payload.value === undefined) {
            // Only the top rung substitutes a value for absence; everything else leaves it intact, which is what .optional() means.
            if (def.innerType._zod.optin !== "defaulted")
                return payload;
            // Its own payload, for the same reason $ZodCatch gets one: a pipe forwards an unrecognized key through the caller's issues array, and this must not read that as the substituting schema failing and drop it.
            const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
            if (result instanceof Promise)
                return result.then((result) => handleOptionalResult(payload, result));
            return handleOptionalResult(payload, result);
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodExactOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodExactOptional", (inst, def) => {
    // Call parent init - inherits optin/optout = "optional"
    $ZodOptional.init(inst, def);
    // Override values/pattern to NOT add undefined
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
    // Override parse to just delegate (no undefined handling)
    inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNullable", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)}|null)$`) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        // Forward direction (decode): allow null to pass through
        if (payload.value === null)
            return payload;
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodDefault = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodDefault", (inst, def) => {
    $ZodType.init(inst, def);
    // inst._zod.qin = "true";
    inst._zod.optin = "defaulted";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply defaults for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
            /**
             * $ZodDefault returns the default value immediately in forward direction.
             * It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
            return payload;
        }
        // Forward direction: continue with default handling
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleDefaultResult(result, def));
        }
        return handleDefaultResult(result, def);
    };
});
function handleDefaultResult(payload, def) {
    if (payload.value === undefined) {
        payload.value = def.defaultValue;
    }
    return payload;
}
const $ZodPrefault = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPrefault", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "defaulted";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply prefault for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNonOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNonOptional", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const v = zod.def.innerType._zod.values;
        return v ? new Set([...v].filter((x) => x !== undefined)) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleNonOptionalResult(result, inst));
        }
        return handleNonOptionalResult(result, inst);
    };
});
function handleNonOptionalResult(payload, inst) {
    if (!payload.issues.length && payload.value === undefined) {
        payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: payload.value,
            inst,
        });
    }
    return payload;
}
const $ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSuccess", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core.$ZodEncodeError("ZodSuccess");
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => {
                payload.value = result.issues.length === 0;
                return payload;
            });
        }
        payload.value = result.issues.length === 0;
        return payload;
    };
})));
function handleCatchResult(payload, result, def, ctx) {
    if (!result.issues.length) {
        payload.value = result.value;
        // The value carries up, so the flag describing it has to carry with it: a back-edge into a node still being parsed must not be frozen by an enclosing readonly, and its checks belong to the node itself. Guarded so the ordinary case adds no own property.
        if (result.memo)
            payload.memo = true;
        return payload;
    }
    // Spread the inner's own payload, not ours: `value` has to stay the input the catch was handed, and the inner ran on a payload of its own so its issues are already private to this call.
    payload.value = def.catchValue({
        ...result,
        value: payload.value,
        error: {
            issues: result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
        },
        input: payload.value,
    });
    return payload;
}
const $ZodCatch = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCatch", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply catch logic
        const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleCatchResult(payload, result, def, ctx));
        }
        return handleCatchResult(payload, result, def, ctx);
    };
});
const $ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNaN", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "number" || !Number.isNaN(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "nan",
                code: "invalid_type",
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodPipe = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPipe", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.in._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.in._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.out._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handlePipeResult(right, def.in, ctx));
            }
            return handlePipeResult(right, def.in, ctx);
        }
        const left = def.in._zod.run(payload, ctx);
        if (left instanceof Promise) {
            return left.then((left) => handlePipeResult(left, def.out, ctx));
        }
        return handlePipeResult(left, def.out, ctx);
    };
});
function handlePipeResult(left, next, ctx) {
    // Any issue stops the pipe, so a failing refinement never feeds its transform. An unrecognized key is the exception: it describes the input's extra properties, not the value being piped, and an enclosing intersection may yet reconcile it.
    if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
        // prevent further checks
        left.aborted = true;
        return left;
    }
    return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
const $ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCodec", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        const direction = ctx.direction || "forward";
        if (direction === "forward") {
            const left = def.in._zod.run(payload, ctx);
            if (left instanceof Promise) {
                return left.then((left) => handleCodecAResult(left, def, ctx));
            }
            return handleCodecAResult(left, def, ctx);
        }
        else {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handleCodecAResult(right, def, ctx));
            }
            return handleCodecAResult(right, def, ctx);
        }
    };
})));
function handleCodecAResult(result, def, ctx) {
    if (result.issues.length) {
        // prevent further checks
        result.aborted = true;
        return result;
    }
    const direction = ctx.direction || "forward";
    if (direction === "forward") {
        const transformed = def.transform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.out, ctx));
        }
        return handleCodecTxResult(result, transformed, def.out, ctx);
    }
    else {
        const transformed = def.reverseTransform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.in, ctx));
        }
        return handleCodecTxResult(result, transformed, def.in, ctx);
    }
}
function handleCodecTxResult(left, value, nextSchema, ctx) {
    // Check if transform added any issues
    if (left.issues.length) {
        left.aborted = true;
        return left;
    }
    return nextSchema._zod.run({ value, issues: left.issues }, ctx);
}
const $ZodPreprocess = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPreprocess", (inst, def) => {
    $ZodPipe.init(inst, def);
});
const $ZodReadonly = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodReadonly", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then(handleReadonlyResult);
        }
        return handleReadonlyResult(result);
    };
});
function handleReadonlyResult(payload) {
    // A repeat visit hands back a node that is still being built; freezing it here would make the rest of its keys fail to assign.
    if (!payload.memo)
        payload.value = Object.freeze(payload.value);
    return payload;
}
// a leaf's pattern source with its own checks folded in: the last pattern-carrying check wins, else length bounds narrow the catch-all, else an integer format narrows the number form. the fold lives here instead of on `_zod.pattern` so a bundle without template literals never pays for it
function leafPattern(schema) {
    const def = schema._zod.def;
    let pattern = def.pattern;
    let isInt = !!def.format?.includes("int");
    let minimum;
    let maximum;
    for (const ch of def.checks ?? []) {
        const d = ch._zod.def;
        if (d.pattern)
            pattern = d.pattern;
        isInt || (isInt = !!d.format?.includes("int"));
        const lo = d.minimum ?? d.length;
        const hi = d.maximum ?? d.length;
        if (lo !== undefined && (minimum === undefined || lo > minimum))
            minimum = lo;
        if (hi !== undefined && (maximum === undefined || hi < maximum))
            maximum = hi;
    }
    if (pattern)
        return pattern.source;
    // an empty range matches nothing at runtime, and `{8,5}` is not a legal quantifier
    if (minimum !== undefined && maximum !== undefined && minimum > maximum)
        return "(?!)";
    if (minimum !== undefined || maximum !== undefined)
        return regexes.string({ minimum, maximum }).source;
    const own = schema._zod.pattern;
    return (isInt && own === regexes.number ? regexes.integer : own)?.source;
}
// a part's pattern source. a wrapper's pattern embeds its inner pattern's source verbatim, so the folded form is substituted in place without knowing the wrapper's own composition; a union's options are joined the way the union builds its own pattern
function partPattern(schema) {
    const def = schema._zod.def;
    const own = schema._zod.pattern?.source;
    // lazy resolves its inner on the internals, not the def
    const inner = def.innerType ?? schema._zod.innerType;
    if (inner) {
        const before = inner._zod.pattern?.source;
        const after = partPattern(inner);
        if (own && before && after && after !== before) {
            return own.replace(util.cleanRegex(before), () => util.cleanRegex(after));
        }
        return own;
    }
    if (def.options) {
        const sources = def.options.map(partPattern);
        if (sources.every(Boolean))
            return `^(${sources.map((s) => util.cleanRegex(s)).join("|")})$`;
    }
    return leafPattern(schema);
}
const $ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodTemplateLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const regexParts = [];
    for (const part of def.parts) {
        if (typeof part === "object" && part !== null) {
            // is Zod schema
            const source = partPattern(part);
            if (!source) {
                throw new Error(`Invalid template literal part, no pattern found: ${[...part._zod.traits].shift()}`);
            }
            regexParts.push(util.cleanRegex(source));
        }
        else if (part === null || util.primitiveTypes.has(typeof part)) {
            regexParts.push(util.escapeRegex(`${part}`));
        }
        else {
            throw new Error(`Invalid template literal part: ${part}`);
        }
    }
    inst._zod.pattern = new RegExp(`^${regexParts.join("")}$`);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "string") {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "string",
                code: "invalid_type",
            });
            return payload;
        }
        inst._zod.pattern.lastIndex = 0;
        if (!inst._zod.pattern.test(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                code: "invalid_format",
                format: def.format ?? "template_literal",
                pattern: inst._zod.pattern.source,
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFunction", (inst, def) => {
    $ZodType.init(inst, def);
    // Defined, not assigned: the classic prototype exposes `_def` as a getter with no setter.
    Object.defineProperty(inst, "_def", { value: def });
    inst._zod.def = def;
    inst.implement = (func) => {
        if (typeof func !== "function") {
            throw new Error("implement() must be called with a function");
        }
        // Defined inline so the closure stays anonymous: binding it to a `const` first names it, which costs 256 bytes per implemented function.
        return Object.defineProperty(function (...args) {
            const parsedArgs = inst._def.input ? parse(inst._def.input, args) : args;
            const result = Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return parse(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst.implementAsync = (func) => {
        if (typeof func !== "function") {
            throw new Error("implementAsync() must be called with a function");
        }
        return Object.defineProperty(async function (...args) {
            const parsedArgs = inst._def.input ? await parseAsync(inst._def.input, args) : args;
            const result = await Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return await parseAsync(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "function") {
            payload.issues.push({
                code: "invalid_type",
                expected: "function",
                input: payload.value,
                inst,
            });
            return payload;
        }
        // Check if output is a promise type to determine if we should use async implementation
        const hasPromiseOutput = inst._def.output && inst._def.output._zod.def.type === "promise";
        if (hasPromiseOutput) {
            payload.value = inst.implementAsync(payload.value);
        }
        else {
            payload.value = inst.implement(payload.value);
        }
        return payload;
    };
    inst.input = (...args) => {
        const F = inst.constructor;
        if (Array.isArray(args[0])) {
            return new F({
                type: "function",
                input: new $ZodTuple({
                    type: "tuple",
                    items: args[0],
                    rest: args[1],
                }),
                output: inst._def.output,
            });
        }
        return new F({
            type: "function",
            input: args[0],
            output: inst._def.output,
        });
    };
    inst.output = (output) => {
        const F = inst.constructor;
        return new F({
            type: "function",
            input: inst._def.input,
            output,
        });
    };
    return inst;
})));
const $ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPromise", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        return Promise.resolve(payload.value).then((inner) => def.innerType._zod.run({ value: inner, issues: [] }, ctx));
    };
})));
const $ZodLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodLazy", (inst, def) => {
    $ZodType.init(inst, def);
    // Cache the resolved inner type on the shared `def` so all clones of this lazy (e.g. via `.describe()`/`.meta()`) share the same inner instance, preserving identity for cycle detection on recursive schemas.
    util.defineLazy(inst._zod, "innerType", () => {
        const d = def;
        if (!d._cachedInner)
            d._cachedInner = def.getter();
        return d._cachedInner;
    });
    util.defineLazyInternal(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
    util.defineLazyInternal(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? undefined);
    util.defineLazyInternal(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? undefined);
    inst._zod.parse = (payload, ctx) => {
        const inner = inst._zod.innerType;
        return inner._zod.run(payload, ctx);
    };
})));
const $ZodCustom = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCustom", (inst, def) => {
    core_checks/* $ZodCheck */.QP.init(inst, def);
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _) => {
        return payload;
    };
    inst._zod.check = (payload) => {
        const input = payload.value;
        const r = def.fn(input);
        if (r instanceof Promise) {
            return r.then((r) => handleRefineResult(r, payload, input, inst));
        }
        handleRefineResult(r, payload, input, inst);
        return;
    };
});
function handleRefineResult(result, payload, input, inst) {
    if (!result) {
        const _iss = {
            code: "custom",
            input,
            inst, // incorporates params.error into issue reporting
            path: [...(inst._zod.def.path ?? [])], // incorporates params.error into issue reporting
            continue: !inst._zod.def.abort,
            // params: inst._zod.def.params,
        };
        if (inst._zod.def.params)
            _iss.params = inst._zod.def.params;
        payload.issues.push(core_util/* issue */.sn(_iss));
    }
}


/***/ }),

/***/ 7509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lp: () => (/* binding */ processSchema),
/* harmony export */   OA: () => (/* binding */ createToJSONSchemaMethod),
/* harmony export */   Wb: () => (/* binding */ extractDefs),
/* harmony export */   _S: () => (/* binding */ handleUnrepresentable),
/* harmony export */   az: () => (/* binding */ initializeContext),
/* harmony export */   jE: () => (/* binding */ finalize),
/* harmony export */   uE: () => (/* binding */ createStandardJSONSchemaMethod)
/* harmony export */ });
/* unused harmony export process */
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9396);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4723);


function assignProps(target, ...sources) {
    for (const source of sources) {
        for (const key of Reflect.ownKeys(source)) {
            if (Object.prototype.propertyIsEnumerable.call(source, key)) {
                (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .assignProp */ .Vy)(target, key, source[key]);
            }
        }
    }
    return target;
}
// function initializeContext<T extends schemas.$ZodType>(inputs: JSONSchemaGeneratorParams<T>): ToJSONSchemaContext<T> {
//   return {
//     processor: inputs.processor,
//     metadataRegistry: inputs.metadata ?? globalRegistry,
//     target: inputs.target ?? "draft-2020-12",
//     unrepresentable: inputs.unrepresentable ?? "throw",
//   };
// }
function initializeContext(params) {
    // Normalize target: convert old non-hyphenated versions to hyphenated versions
    let target = params?.target ?? "draft-2020-12";
    if (target === "draft-4")
        target = "draft-04";
    if (target === "draft-7")
        target = "draft-07";
    return {
        processors: params.processors ?? {},
        metadataRegistry: params?.metadata ?? _registries_js__WEBPACK_IMPORTED_MODULE_1__/* .globalRegistry */ .fd,
        target,
        unrepresentable: params?.unrepresentable ?? "throw",
        override: params?.override ?? (() => { }),
        io: params?.io ?? "output",
        counter: 0,
        seen: new Map(),
        sharedDefsExtractedFor: undefined,
        sharedEmitDoneFor: undefined,
        cycles: params?.cycles ?? "ref",
        reused: params?.reused ?? "inline",
        intersections: [],
        deferred: [],
        external: params?.external ?? undefined,
    };
}
/**
 * Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
 * `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
 * custom JSON Schema was written into `json`, in which case the caller must not write its own.
 */
function handleUnrepresentable(schema, ctx, json, params, message) {
    const result = typeof ctx.unrepresentable === "function"
        ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message })
        : ctx.unrepresentable;
    if (result === "any")
        return false;
    if (result === undefined || result === "throw")
        throw new Error(message);
    Object.assign(json, result);
    return true;
}
// never rename this back to `process`: bundler polyfills inject a top-level `const process` that a lexical declaration of the same name collides with (#6397)
function processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
    var _a;
    const def = schema._zod.def;
    // check for schema in seens
    const seen = ctx.seen.get(schema);
    if (seen) {
        seen.count++;
        // check if cycle
        const isCycle = _params.schemaPath.includes(schema);
        if (isCycle) {
            seen.cycle = _params.path;
        }
        return seen.schema;
    }
    // initialize
    const result = { schema: {}, count: 1, cycle: undefined, path: _params.path };
    ctx.seen.set(schema, result);
    ctx.sharedDefsExtractedFor = undefined;
    ctx.sharedEmitDoneFor = undefined;
    // custom method overrides default behavior
    const overrideSchema = schema._zod.toJSONSchema?.();
    if (overrideSchema) {
        result.schema = overrideSchema;
    }
    else {
        const params = {
            ..._params,
            schemaPath: [..._params.schemaPath, schema],
            path: _params.path,
        };
        if (schema._zod.processJSONSchema) {
            schema._zod.processJSONSchema(ctx, result.schema, params);
        }
        else {
            const _json = result.schema;
            const processor = ctx.processors[def.type];
            if (!processor) {
                throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
            }
            processor(schema, ctx, _json, params);
        }
        const parent = schema._zod.parent;
        if (parent) {
            // Also set ref if processor didn't (for inheritance)
            if (!result.ref)
                result.ref = parent;
            processSchema(parent, ctx, params);
            ctx.seen.get(parent).isParent = true;
        }
    }
    // metadata
    const meta = ctx.metadataRegistry.get(schema);
    if (meta)
        assignProps(result.schema, meta);
    if (ctx.io === "input" && isTransforming(schema)) {
        // examples/defaults only apply to output type of pipe
        delete result.schema.examples;
        delete result.schema.default;
    }
    // set prefault as default
    if (ctx.io === "input" && "_prefault" in result.schema)
        (_a = result.schema).default ?? (_a.default = result.schema._prefault);
    delete result.schema._prefault;
    // pulling fresh from ctx.seen in case it was overwritten
    const _result = ctx.seen.get(schema);
    return _result.schema;
}
/** @deprecated Renamed to `processSchema`. An export alias declares no binding, so it is safe to keep. */

// Escape a reference token for use in a JSON Pointer fragment (RFC 6901): `~` becomes `~0` and `/` becomes `~1`. The `~` replacement must run first.
function encodeJSONPointerSegment(segment) {
    return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema
// params: EmitParams
) {
    // iterate over seen map;
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // With `external` set, every registered schema resolves through the external branch of `makeURI`, so the root branch below produces the same ref the external branch would \u2014 this pass is identical whichever schema it is called with, and only needs to run once.
    if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
        return;
    // Track ids to detect duplicates across different schemas
    const idToSchema = new Map();
    for (const entry of ctx.seen.entries()) {
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            const existing = idToSchema.get(id);
            if (existing && existing !== entry[0]) {
                throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
            }
            idToSchema.set(id, entry[0]);
        }
    }
    // returns a ref to the schema defId will be empty if the ref points to an external schema (or #)
    const makeURI = (entry) => {
        // comparing the seen objects because sometimes multiple schemas map to the same seen object. e.g. lazy
        // external is configured
        const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
        if (ctx.external) {
            const externalId = ctx.external.registry.get(entry[0])?.id; // ?? "__shared";// `__schema${ctx.counter++}`;
            // check if schema is in the external registry
            const uriGenerator = ctx.external.uri ?? ((id) => id);
            if (externalId) {
                return { ref: uriGenerator(externalId) };
            }
            // otherwise, add to __shared
            const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
            entry[1].defId = id; // set defId so it will be reused if needed
            return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
        }
        const uriPrefix = `#`;
        const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
        // an id-less root has nowhere to be extracted to, so it stays inline and self-references as `#`
        if (entry[1] === root && !entry[1].schema.id) {
            return { ref: uriPrefix };
        }
        // self-contained schema
        const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
        return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
    };
    // stored cached version in `def` property remove all properties, set $ref
    const extractToDef = (entry) => {
        // if the schema is already a reference, do not extract it
        if (entry[1].schema.$ref) {
            return;
        }
        const seen = entry[1];
        const { ref, defId } = makeURI(entry);
        seen.def = { ...seen.schema };
        // defId won't be set if the schema is a reference to an external schema or if the schema is the root schema
        if (defId)
            seen.defId = defId;
        // wipe away all properties except $ref
        const schema = seen.schema;
        for (const key in schema) {
            delete schema[key];
        }
        schema.$ref = ref;
    };
    // throw on cycles
    // break cycles
    if (ctx.cycles === "throw") {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.cycle) {
                throw new Error("Cycle detected: " +
                    `#/${seen.cycle?.join("/")}/<root>` +
                    '\n\nSet the `cycles` parameter to `"ref"` to resolve cyclical schemas with defs.');
            }
        }
    }
    // extract schemas into $defs
    for (const entry of ctx.seen.entries()) {
        const seen = entry[1];
        // convert root schema to # $ref
        if (schema === entry[0]) {
            extractToDef(entry); // this has special handling for the root schema
            continue;
        }
        // extract schemas that are in the external registry
        if (ctx.external) {
            const ext = ctx.external.registry.get(entry[0])?.id;
            if (schema !== entry[0] && ext) {
                extractToDef(entry);
                continue;
            }
        }
        // extract schemas with `id` meta
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            extractToDef(entry);
            continue;
        }
        // break cycles
        if (seen.cycle) {
            // any
            extractToDef(entry);
            continue;
        }
        // extract reused schemas
        if (seen.count > 1) {
            if (ctx.reused === "ref") {
                extractToDef(entry);
            }
        }
    }
    if (ctx.external)
        ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify \u2014 anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
    const options = schema.anyOf;
    if (!Array.isArray(options) || options.length === 0 || schema.type !== undefined)
        return;
    const types = [];
    for (const option of options) {
        if (!option || typeof option !== "object")
            return;
        // A branch that is itself a compactible union folds into this one \u2014 nested `anyOf` and a flat `type` array say the same thing. Compacting it first also makes the result independent of the order this pass walks the seen map in.
        compactTypeUnion(option);
        const keys = Object.keys(option);
        if (keys.length !== 1 || keys[0] !== "type")
            return;
        const type = option.type;
        for (const member of Array.isArray(type) ? type : [type]) {
            if (typeof member !== "string")
                return;
            if (!types.includes(member))
                types.push(member);
        }
    }
    delete schema.anyOf;
    // A `type` array must be non-empty and unique (metaschema); a single member is spelled as a bare string.
    schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else \u2014 `$ref`, `patternProperties`,
 * an annotation like `description` \u2014 makes a member unfoldable, so a constraint this does not
 * understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = new Set(["type", "properties", "required", "additionalProperties"]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
    const extra = member.additionalProperties;
    if (extra === undefined || extra === false || typeof extra !== "object" || extra === null)
        return null;
    return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
    const objects = [];
    for (const member of members) {
        // A boolean subschema is legal JSON Schema and carries no keywords to fold.
        if (typeof member !== "object" || member.type !== "object")
            return null;
        for (const key in member) {
            if (!FOLDABLE_KEYS.has(key))
                return null;
        }
        objects.push(member);
    }
    const properties = {};
    const required = new Set();
    for (const object of objects) {
        for (const key in object.properties) {
            // `in` would report a `__proto__` key as already present via the prototype chain and skip it.
            if (Object.prototype.hasOwnProperty.call(properties, key))
                continue;
            // Every member constrains this key: the ones that declare it say how, and a `catchall` member constrains it too even though it does not name it. The key has to satisfy all of them, which is the same intersection one level down.
            const parts = [];
            for (const other of objects) {
                const part = other.properties?.[key] ?? undeclaredConstraint(other);
                if (part === null || part === undefined)
                    continue;
                if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
                    parts.push(part);
            }
            const merged = parts.length === 1
                ? parts[0]
                : (foldObjects(parts) ?? { allOf: parts });
            (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .assignProp */ .Vy)(properties, key, merged);
        }
        for (const key of object.required ?? [])
            required.add(key);
    }
    const folded = { type: "object", properties };
    if (required.size)
        folded.required = [...required];
    // A key no member declares is rejected only when every member rejects it, so the fold is closed only when every member is. Otherwise it carries whatever the `catchall` members demand of such a key.
    if (objects.every((object) => object.additionalProperties === false)) {
        folded.additionalProperties = false;
    }
    else {
        const constraints = [];
        for (const object of objects) {
            const constraint = undeclaredConstraint(object);
            if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
                constraints.push(constraint);
        }
        if (constraints.length === 1)
            folded.additionalProperties = constraints[0];
        else if (constraints.length > 1)
            folded.additionalProperties = { allOf: constraints };
    }
    return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
 * closed object members reject each other's keys and the schema validates nothing. Zod's parser
 * pools the key sets instead \u2014 `handleIntersectionResults` reports a key as unrecognized only when
 * *every* side rejects it \u2014 so the emitted schema has to pool them too, and folding the members
 * into one object is the encoding that says so on every target.
 *
 * This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
 * machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
 * keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
    const allOf = json.allOf;
    if (!Array.isArray(allOf) || allOf.length < 2)
        return;
    // An `override` runs before this pass and may have written object keywords onto the intersection itself. Those are deliberate, so decline rather than overwrite them.
    for (const key of FOLDABLE_KEYS)
        if (key in json)
            return;
    // An intersection distributes over a union: `A & (X | Y)` is `(A & X) | (A & Y)`. Only the first union is distributed over; a second one stays among the members every branch folds against, where it fails the object check and declines the whole intersection rather than multiplying out.
    const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
    let folded = null;
    if (!unions.length) {
        folded = foldObjects(allOf);
    }
    else {
        const union = unions[0];
        const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
        if (Object.keys(union).length !== 1)
            return;
        const rest = allOf.filter((m) => m !== union);
        const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
        if (branches.some((b) => !b))
            return;
        folded = { [keyword]: branches };
    }
    if (!folded)
        return;
    delete json.allOf;
    assignProps(json, folded);
}
function finalize(ctx, schema) {
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // flatten refs - inherit properties from parent schemas
    const flattenRef = (zodSchema) => {
        const seen = ctx.seen.get(zodSchema);
        // already processed
        if (seen.ref === null)
            return;
        const schema = seen.def ?? seen.schema;
        const _cached = { ...schema };
        const ref = seen.ref;
        seen.ref = null; // prevent infinite recursion
        if (ref) {
            flattenRef(ref);
            const refSeen = ctx.seen.get(ref);
            const refSchema = refSeen.schema;
            // merge referenced schema into current
            if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
                // older drafts can't combine $ref with other properties
                schema.allOf = schema.allOf ?? [];
                schema.allOf.push(refSchema);
            }
            else {
                assignProps(schema, refSchema);
            }
            // restore child's own properties (child wins)
            assignProps(schema, _cached);
            const isParentRef = zodSchema._zod.parent === ref;
            // For parent chain, child is a refinement - remove parent-only properties
            if (isParentRef) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (!(key in _cached)) {
                        delete schema[key];
                    }
                }
            }
            // When ref was extracted to $defs, remove properties that match the definition
            if (refSchema.$ref && refSeen.def) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) {
                        delete schema[key];
                    }
                }
            }
        }
        // If parent was extracted (has $ref), propagate $ref to this schema. This handles cases like: readonly().meta({id}).describe() where processor sets ref to innerType but parent should be referenced
        const parent = zodSchema._zod.parent;
        if (parent && parent !== ref) {
            // Ensure parent is processed first so its def has inherited properties
            flattenRef(parent);
            const parentSeen = ctx.seen.get(parent);
            if (parentSeen?.schema.$ref) {
                schema.$ref = parentSeen.schema.$ref;
                // De-duplicate with parent's definition
                if (parentSeen.def) {
                    for (const key in schema) {
                        if (key === "$ref" || key === "allOf")
                            continue;
                        if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) {
                            delete schema[key];
                        }
                    }
                }
            }
        }
        // execute overrides
        ctx.override({
            zodSchema: zodSchema,
            jsonSchema: schema,
            path: seen.path ?? [],
        });
    };
    // Flattening walks the whole map and clears each `ref` as it goes, so a second call over the same map is a no-op scan. Skip it outright once it has run for a registry conversion.
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of [...ctx.seen.entries()].reverse()) {
            flattenRef(entry[0]);
        }
        if (ctx.target !== "openapi-3.0") {
            for (const entry of ctx.seen.entries()) {
                compactTypeUnion(entry[1].def ?? entry[1].schema);
            }
        }
        for (const rewrite of ctx.deferred)
            rewrite();
        // After flattening, every member that was extracted is a `$ref`, so the fold sees the final shape. A schema that inherits an intersection \u2014 through `z.lazy`, or any `ref` chain \u2014 holds the same `allOf` array, so fold by array identity to catch every copy.
        if (ctx.intersections.length) {
            const carriers = new Map();
            for (const seen of ctx.seen.values()) {
                for (const json of [seen.schema, seen.def]) {
                    const allOf = json?.allOf;
                    if (!Array.isArray(allOf))
                        continue;
                    const existing = carriers.get(allOf);
                    if (existing)
                        existing.push(json);
                    else
                        carriers.set(allOf, [json]);
                }
            }
            for (const allOf of ctx.intersections) {
                for (const json of carriers.get(allOf) ?? [])
                    foldIntersection(json);
            }
        }
    }
    const result = {};
    if (ctx.target === "draft-2020-12") {
        result.$schema = "https://json-schema.org/draft/2020-12/schema";
    }
    else if (ctx.target === "draft-07") {
        result.$schema = "http://json-schema.org/draft-07/schema#";
    }
    else if (ctx.target === "draft-04") {
        result.$schema = "http://json-schema.org/draft-04/schema#";
    }
    else if (ctx.target === "openapi-3.0") {
        // OpenAPI 3.0 schema objects should not include a $schema property
    }
    else {
        // Arbitrary string values are allowed but won't have a $schema property set
    }
    if (ctx.external?.uri) {
        const id = ctx.external.registry.get(schema)?.id;
        if (!id)
            throw new Error("Schema is missing an `id` property");
        result.$id = ctx.external.uri(id);
    }
    // when the root was extracted into $defs, `root.schema` is the `$ref` wrapper and `root.def` is the body that now lives under $defs
    assignProps(result, root.defId ? root.schema : (root.def ?? root.schema));
    // The `id` in `.meta()` is a Zod-specific registration tag used to extract schemas into $defs \u2014 it is not user-facing JSON Schema metadata. Strip it from the output body where it would otherwise leak. The id is preserved implicitly via the $defs key (and via $ref paths).
    const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
    if (rootMetaId !== undefined && result.id === rootMetaId)
        delete result.id;
    // build defs object. With `external`, `defs` is the shared object every schema writes into, so the same entries are reassigned on every call. Without it, `defs` is fresh per call and must be rebuilt.
    const defs = ctx.external?.defs ?? {};
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.def && seen.defId) {
                if (seen.def.id === seen.defId)
                    delete seen.def.id;
                (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .assignProp */ .Vy)(defs, seen.defId, seen.def);
            }
        }
    }
    if (ctx.external)
        ctx.sharedEmitDoneFor = ctx.external;
    // set definitions in result
    if (ctx.external) {
    }
    else {
        if (Object.keys(defs).length > 0) {
            if (ctx.target === "draft-2020-12") {
                result.$defs = defs;
            }
            else {
                result.definitions = defs;
            }
        }
    }
    try {
        // this "finalizes" this schema and ensures all cycles are removed each call to finalize() is functionally independent though the seen map is shared
        const finalized = JSON.parse(JSON.stringify(result));
        Object.defineProperty(finalized, "~standard", {
            value: {
                ...schema["~standard"],
                jsonSchema: {
                    input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
                    output: createStandardJSONSchemaMethod(schema, "output", ctx.processors),
                },
            },
            enumerable: false,
            writable: false,
        });
        return finalized;
    }
    catch (_err) {
        throw new Error("Error converting schema to JSON.");
    }
}
function isTransforming(_schema, _ctx) {
    const ctx = _ctx ?? { seen: new Set() };
    if (ctx.seen.has(_schema))
        return false;
    ctx.seen.add(_schema);
    const def = _schema._zod.def;
    if (def.type === "transform")
        return true;
    if (def.type === "array")
        return isTransforming(def.element, ctx);
    if (def.type === "set")
        return isTransforming(def.valueType, ctx);
    if (def.type === "lazy")
        return isTransforming(def.getter(), ctx);
    if (def.type === "promise" ||
        def.type === "optional" ||
        def.type === "nonoptional" ||
        def.type === "nullable" ||
        def.type === "readonly" ||
        def.type === "default" ||
        def.type === "prefault" ||
        def.type === "catch") {
        return isTransforming(def.innerType, ctx);
    }
    if (def.type === "intersection") {
        return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
    }
    if (def.type === "record" || def.type === "map") {
        return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
    }
    if (def.type === "pipe") {
        if (_schema._zod.traits.has("$ZodCodec"))
            return true;
        return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
    }
    if (def.type === "object") {
        for (const key in def.shape) {
            if (isTransforming(def.shape[key], ctx))
                return true;
        }
        return false;
    }
    if (def.type === "union") {
        for (const option of def.options) {
            if (isTransforming(option, ctx))
                return true;
        }
        return false;
    }
    if (def.type === "tuple") {
        for (const item of def.items) {
            if (isTransforming(item, ctx))
                return true;
        }
        if (def.rest && isTransforming(def.rest, ctx))
            return true;
        return false;
    }
    return false;
}
/**
 * Creates a toJSONSchema method for a schema instance.
 * This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
 */
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
    const ctx = initializeContext({ ...params, processors });
    processSchema(schema, ctx);
    extractDefs(ctx, schema);
    return finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
    const { libraryOptions, target } = params ?? {};
    const ctx = initializeContext({ ...(libraryOptions ?? {}), target, io, processors });
    processSchema(schema, ctx);
    extractDefs(ctx, schema);
    return finalize(ctx, schema);
};


/***/ }),

/***/ 4723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ normalizeParams),
/* harmony export */   B7: () => (/* binding */ stringifyPrimitive),
/* harmony export */   GW: () => (/* binding */ parsedType),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   LG: () => (/* binding */ floatSafeRemainder),
/* harmony export */   MO: () => (/* binding */ rawShape),
/* harmony export */   NM: () => (/* binding */ optionalKeys),
/* harmony export */   NR: () => (/* binding */ BIGINT_FORMAT_RANGES),
/* harmony export */   O7: () => (/* binding */ codePointLength),
/* harmony export */   OH: () => (/* binding */ partial),
/* harmony export */   PO: () => (/* binding */ cached),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   Qd: () => (/* binding */ isPlainObject),
/* harmony export */   Rc: () => (/* binding */ getLengthableOrigin),
/* harmony export */   SS: () => (/* binding */ constantCatch),
/* harmony export */   UQ: () => (/* binding */ esc),
/* harmony export */   Up: () => (/* binding */ pick),
/* harmony export */   Vy: () => (/* binding */ assignProp),
/* harmony export */   W0: () => (/* binding */ safeExtend),
/* harmony export */   X: () => (/* binding */ installLazyProp),
/* harmony export */   X$: () => (/* binding */ extend),
/* harmony export */   Yv: () => (/* binding */ slugify),
/* harmony export */   cJ: () => (/* binding */ omit),
/* harmony export */   cl: () => (/* binding */ nullish),
/* harmony export */   d3: () => (/* binding */ attachSchema),
/* harmony export */   gx: () => (/* binding */ captureStackTrace),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   hI: () => (/* binding */ allowsEval),
/* harmony export */   hi: () => (/* binding */ sizeCaps),
/* harmony export */   iR: () => (/* binding */ finalizeIssue),
/* harmony export */   jD: () => (/* binding */ hide),
/* harmony export */   jw: () => (/* binding */ joinValues),
/* harmony export */   k8: () => (/* binding */ jsonStringifyReplacer),
/* harmony export */   lQ: () => (/* binding */ prefixIssues),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   o8: () => (/* binding */ clone),
/* harmony export */   ol: () => (/* binding */ members),
/* harmony export */   p6: () => (/* binding */ cleanRegex),
/* harmony export */   qQ: () => (/* binding */ propertyKeyTypes),
/* harmony export */   qh: () => (/* binding */ own),
/* harmony export */   rL: () => (/* binding */ explicitlyAborted),
/* harmony export */   sD: () => (/* binding */ escapeRegex),
/* harmony export */   sn: () => (/* binding */ issue),
/* harmony export */   un: () => (/* binding */ derived),
/* harmony export */   v5: () => (/* binding */ defineLazyInternal),
/* harmony export */   w5: () => (/* binding */ getEnumValues),
/* harmony export */   yG: () => (/* binding */ shallowClone),
/* harmony export */   zH: () => (/* binding */ NUMBER_FORMAT_RANGES),
/* harmony export */   zM: () => (/* binding */ mergeDefs)
/* harmony export */ });
/* unused harmony exports assertEqual, assertNotEqual, toZod, assertIs, assertNever, assert, defineLazy, objectClone, cloneDef, getElementAtPath, promiseAllObject, randomString, numKeys, getParsedType, primitiveTypes, createTransparentProxy, unwrapMessage, getSizableOrigin, cleanEnum, base64ToUint8Array, uint8ArrayToBase64, base64urlToUint8Array, uint8ArrayToBase64url, hexToUint8Array, uint8ArrayToHex, Class, CONSTANT_CATCH */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8532);

// functions
function assertEqual(val) {
    return val;
}
function assertNotEqual(val) {
    return val;
}
function toZod() {
    return (schema) => schema;
}
function assertIs(_arg) { }
function assertNever(_x) {
    throw new Error("Unexpected value in exhaustive check");
}
function assert(_) { }
function getEnumValues(entries) {
    const numericValues = Object.values(entries).filter((v) => typeof v === "number");
    const values = Object.entries(entries)
        .filter(([k, _]) => numericValues.indexOf(+k) === -1)
        .map(([_, v]) => v);
    return values;
}
function joinValues(array, separator = "|") {
    return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
    if (typeof value === "bigint")
        return value.toString();
    return value;
}
// the accessor lives on a shared prototype: an own accessor makes every box a dictionary-mode object (~360 B and a slow load per read against ~100 B and an inlined getter here)
class Cached {
    constructor(getter) {
        this._getter = getter;
        this._value = undefined;
    }
    get value() {
        const getter = this._getter;
        if (getter !== undefined) {
            this._value = getter();
            this._getter = undefined;
        }
        return this._value;
    }
}
function cached(getter) {
    return new Cached(getter);
}
function nullish(input) {
    return input === null || input === undefined;
}
function cleanRegex(source) {
    const start = source.startsWith("^") ? 1 : 0;
    const end = source.endsWith("$") ? source.length - 1 : source.length;
    return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
    const ratio = val / step;
    const roundedRatio = Math.round(ratio);
    // `val` and `step` each round to a double before the division rounds again, so a true decimal multiple's quotient can sit up to 1.5 of these scaled epsilons from the integer. A 1x tolerance therefore rejected 2.03 as a multiple of 0.07; 4x covers the worst case with margin.
    const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
    if (Math.abs(ratio - roundedRatio) < tolerance)
        return 0;
    return ratio - roundedRatio;
}
const EVALUATING = /* @__PURE__*/ (/* unused pure expression or super */ null && (Symbol("evaluating")));
function defineLazy(object, key, getter) {
    let value = undefined;
    Object.defineProperty(object, key, {
        get() {
            if (value === EVALUATING) {
                // Circular reference detected, return undefined to break the cycle
                return undefined;
            }
            if (value === undefined) {
                value = EVALUATING;
                value = getter();
            }
            return value;
        },
        set(v) {
            Object.defineProperty(object, key, {
                value: v,
                // configurable: true,
            });
            // object[key] = v;
        },
        configurable: true,
    });
}
function objectClone(obj) {
    return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
    Object.defineProperty(target, prop, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
    });
}
/**
 * Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
 *
 * Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
 */
function rawShape(def) {
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    return desc?.get ? desc.get.raw : desc?.value;
}
// where a builder reads its source's keys and descriptors, resolving only a shape a def answers for itself. A shape resolves by object spread, so only its enumerable keys are ever part of it.
function sourceShape(schema) {
    return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
// a key whose value is not settled yet, self-caching so every read after the first gets the same one
function deferProp(target, key, getter) {
    Object.defineProperty(target, key, {
        get() {
            const value = getter();
            assignProp(this, key, value);
            return value;
        },
        enumerable: true,
        configurable: true,
    });
}
// Writes a settled key. A plain assignment is much cheaper than `defineProperty` and produces the same descriptor, but it runs whatever setter already answers to the key \u2014 an accessor this shape deferred, or an inherited one, which `__proto__` has on every object and prototype pollution can add for any name.
function putProp(target, key, value) {
    if (key in target)
        assignProp(target, key, value);
    else
        target[key] = value;
}
/**
 * Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
 *
 * A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
 */
function mirrorShape(target, source, keys, wrap) {
    const raw = sourceShape(source);
    for (const key of keys) {
        const desc = Object.getOwnPropertyDescriptor(raw, key);
        if (!desc.enumerable)
            continue;
        if (desc.get) {
            deferProp(target, key, () => {
                const value = source._zod.def.shape[key];
                return wrap ? wrap(value, key) : value;
            });
        }
        else
            putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
    }
}
// same, for a plain shape a caller passed rather than a schema's
function mirrorProps(target, source) {
    for (const key of Reflect.ownKeys(source)) {
        const desc = Object.getOwnPropertyDescriptor(source, key);
        if (!desc.enumerable)
            continue;
        if (desc.get)
            deferProp(target, key, () => source[key]);
        else
            putProp(target, key, desc.value);
    }
}
function mergeDefs(...defs) {
    const mergedDescriptors = {};
    for (const def of defs) {
        const descriptors = Object.getOwnPropertyDescriptors(def);
        Object.assign(mergedDescriptors, descriptors);
    }
    return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
    return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
    if (!path)
        return obj;
    return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
    const keys = Object.keys(promisesObj);
    const promises = keys.map((key) => promisesObj[key]);
    return Promise.all(promises).then((results) => {
        const resolvedObj = {};
        for (let i = 0; i < keys.length; i++) {
            resolvedObj[keys[i]] = results[i];
        }
        return resolvedObj;
    });
}
function randomString(length = 10) {
    const chars = "abcdefghijklmnopqrstuvwxyz";
    let str = "";
    for (let i = 0; i < length; i++) {
        str += chars[Math.floor(Math.random() * chars.length)];
    }
    return str;
}
function esc(str) {
    return JSON.stringify(str);
}
function slugify(input) {
    return input
        .toLowerCase()
        .trim()
        .replace(/[^\w\s-]/g, "")
        .replace(/[\s_-]+/g, "-")
        .replace(/^-+|-+$/g, "");
}
const captureStackTrace = ("captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => { });
function isObject(data) {
    return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
    // Skip the probe under `jitless`: strict CSPs report the caught `new Function` as a `securitypolicyviolation` even though the throw is swallowed.
    if (_core_js__WEBPACK_IMPORTED_MODULE_0__/* .globalConfig */ .cr.jitless) {
        return false;
    }
    // @ts-ignore
    if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
        return false;
    }
    try {
        const F = Function;
        new F("");
        return true;
    }
    catch (_) {
        return false;
    }
});
function isPlainObject(o) {
    if (isObject(o) === false)
        return false;
    // modified constructor
    const ctor = o.constructor;
    if (ctor === undefined)
        return true;
    if (typeof ctor !== "function")
        return true;
    // modified prototype
    const prot = ctor.prototype;
    if (isObject(prot) === false)
        return false;
    // ctor doesn't have static `isPrototypeOf`
    if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
        return false;
    }
    return true;
}
function shallowClone(o) {
    if (isPlainObject(o))
        return { ...o };
    if (Array.isArray(o))
        return [...o];
    if (o instanceof Map)
        return new Map(o);
    if (o instanceof Set)
        return new Set(o);
    return o;
}
function numKeys(data) {
    let keyCount = 0;
    for (const key in data) {
        if (Object.prototype.hasOwnProperty.call(data, key)) {
            keyCount++;
        }
    }
    return keyCount;
}
const getParsedType = (data) => {
    const t = typeof data;
    switch (t) {
        case "undefined":
            return "undefined";
        case "string":
            return "string";
        case "number":
            return Number.isNaN(data) ? "nan" : "number";
        case "boolean":
            return "boolean";
        case "function":
            return "function";
        case "bigint":
            return "bigint";
        case "symbol":
            return "symbol";
        case "object":
            if (Array.isArray(data)) {
                return "array";
            }
            if (data === null) {
                return "null";
            }
            if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
                return "promise";
            }
            if (typeof Map !== "undefined" && data instanceof Map) {
                return "map";
            }
            if (typeof Set !== "undefined" && data instanceof Set) {
                return "set";
            }
            if (typeof Date !== "undefined" && data instanceof Date) {
                return "date";
            }
            // @ts-ignore
            if (typeof File !== "undefined" && data instanceof File) {
                return "file";
            }
            return "object";
        default:
            throw new Error(`Unknown data type: ${t}`);
    }
};
const propertyKeyTypes = /* @__PURE__*/ new Set(["string", "number", "symbol"]);
const primitiveTypes = /* @__PURE__*/ new Set([
    "string",
    "number",
    "bigint",
    "boolean",
    "symbol",
    "undefined",
]);
function escapeRegex(str) {
    return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
// zod-specific utils
function clone(inst, def, params) {
    const cl = new inst._zod.constr(def ?? inst._zod.def);
    if (!def || params?.parent)
        cl._zod.parent = inst;
    return cl;
}
function normalizeParams(_params) {
    const params = _params;
    if (!params)
        return {};
    if (typeof params === "string")
        return { error: () => params };
    if (params?.message !== undefined) {
        if (params?.error !== undefined)
            throw new Error("Cannot specify both `message` and `error` params");
        params.error = params.message;
    }
    delete params.message;
    if (typeof params.error === "string")
        return { ...params, error: () => params.error };
    return params;
}
function createTransparentProxy(getter) {
    let target;
    return new Proxy({}, {
        get(_, prop, receiver) {
            target ?? (target = getter());
            return Reflect.get(target, prop, receiver);
        },
        set(_, prop, value, receiver) {
            target ?? (target = getter());
            return Reflect.set(target, prop, value, receiver);
        },
        has(_, prop) {
            target ?? (target = getter());
            return Reflect.has(target, prop);
        },
        deleteProperty(_, prop) {
            target ?? (target = getter());
            return Reflect.deleteProperty(target, prop);
        },
        ownKeys(_) {
            target ?? (target = getter());
            return Reflect.ownKeys(target);
        },
        getOwnPropertyDescriptor(_, prop) {
            target ?? (target = getter());
            return Reflect.getOwnPropertyDescriptor(target, prop);
        },
        defineProperty(_, prop, descriptor) {
            target ?? (target = getter());
            return Reflect.defineProperty(target, prop, descriptor);
        },
    });
}
function stringifyPrimitive(value) {
    if (typeof value === "bigint")
        return value.toString() + "n";
    if (typeof value === "string")
        return `"${value}"`;
    return `${value}`;
}
function optionalKeys(shape) {
    return Object.keys(shape).filter((k) => {
        return shape[k]._zod.optin !== undefined && shape[k]._zod.optout === "optional";
    });
}
// Wrapped in a `@__PURE__` IIFE: esbuild never tree-shakes a top-level initializer that contains a member access on `Number`, so the bare object literal survived into every bundle.
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
    safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    int32: [-2147483648, 2147483647],
    uint32: [0, 4294967295],
    float32: [-3.4028234663852886e38, 3.4028234663852886e38],
    float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
}))();
const BIGINT_FORMAT_RANGES = {
    int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
    uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")],
};
function pick(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".pick() cannot be used on object schemas containing refinements");
    }
    const newShape = {};
    mirrorShape(newShape, schema, maskedKeys(schema, mask));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
// the mask keys that select something, checked against the source's shape without resolving it
function maskedKeys(schema, mask) {
    const raw = sourceShape(schema);
    const keys = [];
    // `for...in` skips symbols, so a symbol in the mask would select nothing
    for (const key of Reflect.ownKeys(mask)) {
        if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
            throw new Error(`Unrecognized key: "${String(key)}"`);
        }
        if (mask[key])
            keys.push(key);
    }
    return keys;
}
function omit(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".omit() cannot be used on object schemas containing refinements");
    }
    const omitted = new Set(maskedKeys(schema, mask));
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to extend: expected a plain object");
    }
    const checks = schema._zod.def.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        // Only throw if new shape overlaps with existing shape. Use getOwnPropertyDescriptor to check key existence without accessing values
        const existingShape = sourceShape(schema);
        for (const key of Reflect.ownKeys(shape)) {
            if (Object.getOwnPropertyDescriptor(existingShape, key) !== undefined) {
                throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
            }
        }
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
// the source's keys, then the caller's overlaid on top
function extended(schema, shape) {
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
    mirrorProps(newShape, shape);
    return newShape;
}
function safeExtend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to safeExtend: expected a plain object");
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
    if (!b?._zod?.def) {
        throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
    }
    if (a._zod.def.checks?.length) {
        throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
    }
    const newShape = {};
    mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
    mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
    const def = mergeDefs(a._zod.def, {
        shape: newShape,
        get catchall() {
            return b._zod.def.catchall;
        },
        checks: b._zod.def.checks ?? [],
    });
    return clone(a, def);
}
function partial(Class, schema, mask, name = "partial") {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
    }
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class &&
        ((value, key) => (selected && !selected.has(key) ? value : new Class({ type: "optional", innerType: value }))));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class, schema, mask) {
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => 
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class({ type: "nonoptional", innerType: value }));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
// invalid_type | too_big | too_small | invalid_format | not_multiple_of | unrecognized_keys | invalid_union | invalid_key | invalid_element | invalid_value | custom
function aborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue !== true) {
            return true;
        }
    }
    return false;
}
// Checks for explicit abort (continue === false), as opposed to implicit abort (continue === undefined). Used to respect `abort: true` in .refine() even for checks that have a `when` function.
function explicitlyAborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue === false) {
            return true;
        }
    }
    return false;
}
function prefixIssues(path, issues) {
    return issues.map((iss) => {
        var _a;
        (_a = iss).path ?? (_a.path = []);
        iss.path.unshift(path);
        return iss;
    });
}
function unwrapMessage(message) {
    return typeof message === "string" ? message : message?.message;
}
/* A check holds no link back to the schema it is attached to \u2014 the same check instance is shared by every clone of that schema \u2014 so the owner is stamped onto the issues a check just raised, at the only point where both are in scope. Runs on the failure path only; `start` is the issue count from before the check ran. */
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
    const caps = [];
    for (const ch of defChecks ?? []) {
        const d = ch._zod.def;
        // a later check may rewrite the value
        if (!/_(length|size)$|_equals$/.test(d.check))
            break;
        const max = d.maximum ?? d.length ?? d.size;
        if (max >= 0)
            caps.push([max, ch]);
    }
    return caps;
}
function attachSchema(issues, start, inst) {
    var _a;
    for (let i = start; i < issues.length; i++) {
        (_a = issues[i]).schema ?? (_a.schema = inst);
    }
}
function finalizeIssue(iss, ctx, config) {
    var _a;
    // A schema that raised an issue itself owns it outright, and outranks any stamp an enclosing check left in `attachSchema`. String formats and z.custom() are schema and check at once, so when they act as a check they defer to that stamp instead.
    const traits = iss.inst?._zod?.traits;
    if (traits?.has("$ZodType")) {
        if (traits.has("$ZodCheck"))
            (_a = iss).schema ?? (_a.schema = iss.inst);
        else
            iss.schema = iss.inst;
    }
    // Decreasing specificity, first map to return a message wins. `inst` is whatever raised the issue, so a check's own map outranks the owning schema's.
    const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : undefined;
    const message = iss.message
        ? iss.message
        : (unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ??
            unwrapMessage(schemaError?.(iss)) ??
            unwrapMessage(ctx?.error?.(iss)) ??
            unwrapMessage(config.customError?.(iss)) ??
            unwrapMessage(config.localeError?.(iss)) ??
            "Invalid input");
    // an explicit own-key copy beats object rest with excluded keys, which v8 routes through a generic runtime call; Object.keys rather than for-in so an issue pushed with a prototype does not leak inherited keys, and an own __proto__ key is dropped rather than assigned through the setter
    const full = {};
    for (const k of Object.keys(iss)) {
        if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
            continue;
        full[k] = iss[k];
    }
    full.path ?? (full.path = []);
    full.message = message;
    if (ctx?.reportInput) {
        full.input = iss.input;
    }
    return full;
}
function getSizableOrigin(input) {
    if (input instanceof Set)
        return "set";
    if (input instanceof Map)
        return "map";
    // @ts-ignore
    if (input instanceof File)
        return "file";
    return "unknown";
}
const highSurrogate = /[\uD800-\uDBFF]/;
// Code points in `str`: a surrogate pair counts once, a lone surrogate as itself. Hand-rolled because the string iterator allocates and runs ~250x slower on this path; the regex probe exits ~50x quicker for a string with no astral characters.
function codePointLength(str) {
    const units = str.length;
    if (!highSurrogate.test(str))
        return units;
    let count = units;
    for (let i = 0; i < units - 1; i++) {
        if ((str.charCodeAt(i) & 0xfc00) === 0xd800 && (str.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
            count--;
            i++;
        }
    }
    return count;
}
function getLengthableOrigin(input) {
    if (Array.isArray(input))
        return "array";
    if (typeof input === "string")
        return "string";
    return "unknown";
}
function parsedType(data) {
    const t = typeof data;
    switch (t) {
        case "number": {
            return Number.isNaN(data) ? "nan" : "number";
        }
        case "object": {
            if (data === null) {
                return "null";
            }
            if (Array.isArray(data)) {
                return "array";
            }
            const obj = data;
            if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
                return obj.constructor.name;
            }
        }
    }
    return t;
}
function issue(...args) {
    const [iss, input, inst] = args;
    if (typeof iss === "string") {
        return {
            message: iss,
            code: "custom",
            input,
            inst,
        };
    }
    return { ...iss };
}
function cleanEnum(obj) {
    return Object.entries(obj)
        .filter(([k, _]) => {
        // return true if NaN, meaning it's not a number, thus a string key
        return Number.isNaN(Number.parseInt(k, 10));
    })
        .map((el) => el[1]);
}
// Codec utility functions
function base64ToUint8Array(base64) {
    const binaryString = atob(base64);
    const bytes = new Uint8Array(binaryString.length);
    for (let i = 0; i < binaryString.length; i++) {
        bytes[i] = binaryString.charCodeAt(i);
    }
    return bytes;
}
function uint8ArrayToBase64(bytes) {
    let binaryString = "";
    for (let i = 0; i < bytes.length; i++) {
        binaryString += String.fromCharCode(bytes[i]);
    }
    return btoa(binaryString);
}
function base64urlToUint8Array(base64url) {
    const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
    const padding = "=".repeat((4 - (base64.length % 4)) % 4);
    return base64ToUint8Array(base64 + padding);
}
function uint8ArrayToBase64url(bytes) {
    return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
    const cleanHex = hex.replace(/^0x/, "");
    if (cleanHex.length % 2 !== 0) {
        throw new Error("Invalid hex string length");
    }
    const bytes = new Uint8Array(cleanHex.length / 2);
    for (let i = 0; i < cleanHex.length; i += 2) {
        bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
    }
    return bytes;
}
function uint8ArrayToHex(bytes) {
    return Array.from(bytes)
        .map((b) => b.toString(16).padStart(2, "0"))
        .join("");
}
// instanceof
class Class {
    constructor(..._args) { }
}
//////////    PROTOTYPE INSTALLERS     //////////
//
// Members live on the prototype and materialize per instance on first read, which keeps own-property count under the step where V8 stops using inline slots. Changing anything here means re-measuring runtime, memory and bundle size together \u2014 see "The three axes" in AGENTS.md.
/**
 * Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
 *
 * Call this from a `proto` initializer, which runs once per prototype \u2014 never per instance.
 */
function members(proto, table) {
    for (const key in table) {
        const desc = Object.getOwnPropertyDescriptor(table, key);
        // a getter installs as written, so it stays live: `description` reads through to the registry on every access. not enumerable: an object literal's is, and a prototype member never was
        if (desc.get)
            Object.defineProperty(proto, key, { ...desc, enumerable: false });
        // a method materializes bound on first read, which is what keeps a detached member working: `const opt = schema.optional; opt()`
        else
            defineBound(proto, key, desc.value);
    }
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
    Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
    return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
    return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
function derived(computes, table) {
    for (const key in computes) {
        const compute = computes[key];
        // an object literal's accessor is configurable and enumerable, and `members` copies the descriptor as written
        Object.defineProperty(table, key, {
            configurable: true,
            enumerable: true,
            get() {
                return own(this, key, compute(this));
            },
            set(value) {
                own(this, key, value);
            },
        });
    }
    return table;
}
function defineBound(proto, key, fn) {
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // vitest's spyOn calls a prototype getter bare to find the function it wraps, so a nullish receiver answers the raw method
            return this == null ? fn : own(this, key, fn.bind(this));
        },
        set(value) {
            own(this, key, value);
        },
    });
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
    const proto = Object.getPrototypeOf(inst);
    // Runs on every construction, so `in` rather than the costlier `hasOwnProperty.call`. Sentinels are keys the group itself defines.
    return sentinel in proto ? undefined : proto;
}
// The internals whose init chain is installing. A second call for the same one is a derived constructor overriding its base, so it must not construct another schema in between or the override is dropped.
let installing;
// Set while a getter is running, so a value that resolved through a recursion break is not memoized. One shared descriptor shadows the key for the duration, which costs no per-key allocation.
let broke = false;
const breaker = {
    configurable: true,
    get() {
        broke = true;
        return undefined;
    },
};
/**
 * Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
 * constructor, computed from the internals object itself and cached there on
 * first read. One accessor per constructor rather than one per instance.
 */
function defineLazyInternal(inst, key, compute) {
    const proto = Object.getPrototypeOf(inst._zod);
    if (key in proto && installing !== inst._zod) {
        // A repeat construction: everything is installed already. Cleared here so the reference is not held past the first construction of every type.
        installing = undefined;
        return;
    }
    installing = inst._zod;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing so a re-entrant read from a recursive schema resolves to undefined instead of running the getter again.
            Object.defineProperty(this, key, breaker);
            const outer = broke;
            broke = false;
            try {
                const value = compute(this);
                // A result that resolved through a recursion break is recomputed once the graph is complete; everything else memoizes, undefined included.
                if (broke)
                    delete this[key];
                else
                    Object.defineProperty(this, key, { configurable: true, writable: true, value });
                broke = broke || outer;
                return value;
            }
            catch (err) {
                // A compute that threw memoizes nothing, so a later read runs it again and fails the same way. The shadow goes with it, since leaving it installed would answer undefined for every later read.
                delete this[key];
                broke = broke || outer;
                throw err;
            }
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, value });
        },
    });
}
/**
 * Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
 * data property. One accessor per constructor rather than one per instance, because an own accessor
 * puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
 */
function installLazyProp(inst, key, make, enumerable) {
    const proto = claim(inst, key);
    if (!proto)
        return;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing, so a re-entrant read from a self-referential shape resolves to undefined instead of running the getter again. A data property rather than an accessor: an own accessor is the dictionary-mode transition this exists to avoid.
            const desc = { configurable: true, writable: true, enumerable, value: undefined };
            Object.defineProperty(this, key, desc);
            // a compute that throws leaves the shadow behind, so later reads answer undefined instead of re-throwing; `defineLazy` did the same, and `defineLazyInternal`'s delete-on-catch would cost bytes in every bundle for a case only a throwing user getter reaches
            desc.value = make(this);
            Object.defineProperty(this, key, desc);
            return desc.value;
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
        },
    });
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback \u2014 rest and defaulted parameters both report arity 0 \u2014 and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure \u2014 the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
    const fn = () => value;
    fn[CONSTANT_CATCH] = true;
    return fn;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(8712);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
