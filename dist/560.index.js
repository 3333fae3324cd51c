export const id = 560;
export const ids = [560];
export const modules = {

/***/ 7834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ currentOf),
/* harmony export */   Le: () => (/* binding */ archiveDuplicates),
/* harmony export */   Nu: () => (/* binding */ archiveSurplus),
/* harmony export */   ZW: () => (/* binding */ latestUpdated),
/* harmony export */   or: () => (/* binding */ knownUntil)
/* harmony export */ });
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4906);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9122);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2613);
/** The sessions of one incident where there are several: which counts, which knows most, and which is one too many. */



/**
 * Ends the live sessions of an incident but the oldest, which a race, a lost answer or a run that was cut off left
 * behind; those that know something later than `until` (epoch milliseconds) stay until the oldest knows it too, but for the
 * one of the id `spent`. Resolves with a warning for each that could not be ended.
 */
async function archiveDuplicates(devin, sessions, until, spent) {
    const warnings = [];
    for (const session of sessions.filter(_session_js__WEBPACK_IMPORTED_MODULE_1__/* .isAlive */ ._n).slice(1)) {
        if (knownUntil(session) > until && session.id !== spent)
            continue;
        warnings.push(...(await archiveSurplus(devin, session)));
    }
    return warnings;
}
/** Ends a session that is one too many of its incident; resolves with a warning where it could not be ended. */
async function archiveSurplus(devin, session) {
    const refusal = await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessageOf */ .dS)(() => devin.archiveSession(session.id));
    return refusal === null
        ? []
        : [`The session ${(0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .linkOf */ .IJ)(session)} is a second one of this incident; archive it in Devin. ${refusal}`];
}
/** The session that counts of an incident's, oldest first: the oldest that lives, else that of `latestUpdated`. */
function currentOf(sessions) {
    return sessions.find(_session_js__WEBPACK_IMPORTED_MODULE_1__/* .isAlive */ ._n) ?? latestUpdated(sessions);
}
/**
 * Of sessions that have ended, the one that knows the latest; of those one that nobody archived, since a duplicate is
 * archived when the one that stands knows as much; and of those the youngest.
 */
function latestUpdated(ended) {
    const until = ({ tags }) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .lastInstruction */ .xh)(tags)?.until ?? 0;
    return ended.toSorted((a, b) => until(a) - until(b) || Number(b.isArchived) - Number(a.isArchived)).at(-1);
}
/** Up to when a session knows what must not be lost with it, in epoch milliseconds. */
function knownUntil({ tags }) {
    const asked = (0,_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .lastInstruction */ .xh)(tags);
    return asked === null || asked.ask === "gather" ? Number.NEGATIVE_INFINITY : asked.until;
}


/***/ }),

/***/ 5648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   dq: () => (/* binding */ inspectSession),
/* harmony export */   of: () => (/* binding */ tellAlarms)
/* harmony export */ });
/* harmony import */ var _devin_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9122);
/* harmony import */ var _devin_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2613);
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4906);
/* harmony import */ var _lib_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6016);
/* harmony import */ var _prompt_messages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5854);
/* harmony import */ var _prompt_prompt_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(344);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8130);
/** Sessions that need a person: found, reminded once, and reported until somebody acted. */







/** What became of a session that was told of the resolve; `own` are all of its incident. */
async function inspectSession(attention, session, own) {
    const { context, config, warnings } = attention;
    const devin = context.devin();
    const isPullRequest = config.publish === "pull-request" ? (0,_context_js__WEBPACK_IMPORTED_MODULE_6__/* .isInDocsRepository */ .XF)(context) : null;
    const { kind, reason } = standingOf(session, own, isPullRequest, context.clock.now());
    if (kind === "well")
        return { outcome: "has a session", reason };
    const messages = await devin.listMessages(session.id);
    if ((0,_prompt_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .lastAsked */ .Nb)(session.tags, messages)?.ask === "hold")
        return { outcome: "has a session", reason: `${(0,_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOf */ .IJ)(session)} holds until the next resolve` };
    if (context.inputs["dry-run"])
        return { outcome: "stuck", reason };
    if (kind === "waits" && (await remind(devin, session, messages, warnings)))
        return {
            outcome: "nudged",
            reason: `${(0,_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOf */ .IJ)(session)} waited for somebody, and was told to go on`,
        };
    raiseAlarm(attention, session, reason);
    return { outcome: "stuck", reason };
}
/**
 * The sentences of the first `most` alarms; the next run raises the others. Each is remembered, so that the next run is
 * not red for it. It comes last in a run: one that was cut off before it could say so must not keep the next one silent.
 */
async function tellAlarms({ context, alarms, warnings }, most) {
    const told = alarms.slice(0, most);
    for (const { session } of told) {
        const refusal = await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessageOf */ .dS)(() => context.devin().addTags(session.id, session.tags, [_devin_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .NEEDS_SOMEBODY_TAG */ ._0]));
        if (refusal !== null)
            warnings.push(`The session ${(0,_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOf */ .IJ)(session)} could not be tagged, so the next run is red again. ${refusal}`);
    }
    return told.map(({ sentence }) => sentence);
}
/**
 * How a session stands that was told to draft, by all sessions of its incident. `isPullRequest` tells whether an address is
 * that of a pull request with which it ends; null where it ends without one. `now` is in epoch milliseconds.
 */
function standingOf(session, own, isPullRequest, now) {
    const name = (0,_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOf */ .IJ)(session);
    const state = (0,_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .stateOf */ .L4)(session);
    const pullRequest = isPullRequest === null ? undefined : pullRequestsOf(session, own).find(isPullRequest);
    if (pullRequest !== undefined)
        return { kind: "well", reason: `${name} opened ${pullRequest}` };
    if (session.isArchived)
        return { kind: "well", reason: `${name} was archived without a pull request` };
    if (state.kind === "stuck")
        return { kind: "needs-somebody", reason: `${name}: ${state.advice}` };
    if (state.kind === "working")
        return isSilent(session, now)
            ? {
                kind: "needs-somebody",
                reason: `${name} gave no sign of life for a week: open it and see what it needs`,
            }
            : { kind: "well", reason: `${name} is at work` };
    if (isPullRequest === null)
        return { kind: "well", reason: `${name} has ended its turn` };
    if (session.statusDetail === "waiting_for_user")
        return { kind: "waits", reason: `${name} waits for somebody: open it and answer` };
    return {
        kind: "needs-somebody",
        reason: `${name} ended without a pull request: open it, or run the workflow by hand with the incident, or archive it`,
    };
}
const WEEK_MS = 7 * _lib_time_js__WEBPACK_IMPORTED_MODULE_3__/* .DAY_MS */ .sO;
/** Whether a session that is at work has long done nothing, as far as Devin tells the time; not each step may count there. */
function isSilent({ updatedAt }, now) {
    return updatedAt > 0 && now - updatedAt * 1_000 > WEEK_MS;
}
/**
 * The pull requests that have what the session was told: its own, that which it says it went on with, and those of
 * sessions that a race started beside it. What a session before it opened does not show that this one wrote anything.
 */
function pullRequestsOf(session, own) {
    const named = _prompt_prompt_js__WEBPACK_IMPORTED_MODULE_5__/* .outcomeSchema */ .Ws.safeParse(session.structuredOutput).data?.pull_request ?? null;
    return [
        ...session.pullRequests,
        ...(named === null ? [] : [named]),
        ...own.filter((other) => (0,_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .byAge */ .jI)(session, other) < 0).flatMap(({ pullRequests }) => pullRequests),
    ];
}
/** Reminds a session that waits, by the messages that it was sent; false where that was done before, so that now it needs a person. */
async function remind(devin, session, messages, warnings) {
    if (session.tags.includes(_devin_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .NUDGED_TAG */ .nm))
        return false;
    const wasReminded = messages.some(_prompt_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .isReminder */ .DG);
    if (!wasReminded)
        await devin.sendMessage(session.id, _prompt_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .REMINDER */ .Hs);
    // By its first line the reminder is found without the tag too.
    const refusal = await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessageOf */ .dS)(() => devin.addTags(session.id, session.tags, [_devin_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .NUDGED_TAG */ .nm]));
    if (refusal !== null)
        warnings.push(`The session ${(0,_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOf */ .IJ)(session)} has the reminder, but not its tag. ${refusal}`);
    return !wasReminded;
}
/** Raises an alarm for a session that needs a person; where an earlier run did, it is a warning. */
function raiseAlarm({ alarms, warnings }, session, reason) {
    const sentence = `A session needs somebody. ${reason}.`;
    if (session.tags.includes(_devin_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .NEEDS_SOMEBODY_TAG */ ._0))
        warnings.push(sentence);
    else
        alarms.push({ session, sentence });
}


/***/ }),

/***/ 7560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  followUp: () => (/* binding */ followUp)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/http.js
var http = __webpack_require__(4906);
// EXTERNAL MODULE: ./build/src/github/client.js + 2 modules
var client = __webpack_require__(1446);
;// CONCATENATED MODULE: ./build/src/github/issues.js
/** The issues of one repository: those that carry a label, their comments, and what is written to them. */




const PER_PAGE = 100;
const TRIES = 3;
const LONGEST_LIMIT_MS = 60_000;
const REMEDY = "Give the job the permission `issues: write`, and check that the repository has issues.";
const labelSchema = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ name: schemas/* string */.YjP() }).transform(({ name }) => name)]);
const issueSchema = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    html_url: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    state: schemas/* string */.YjP(),
    locked: schemas/* boolean */.zMY(),
    labels: schemas/* array */.YOg(labelSchema),
    assignees: schemas/* array */.YOg(schemas/* object */.Ikc({ login: schemas/* string */.YjP() })).nullish(),
    pull_request: schemas/* unknown */.L5J().optional(),
})
    .transform(({ number, html_url, title, body, state, locked, labels, assignees, pull_request }) => ({
    isPullRequest: pull_request !== undefined,
    issue: {
        number,
        url: html_url,
        title,
        body: body ?? "",
        isOpen: state === "open",
        isLocked: locked,
        labels,
        assignees: (assignees ?? []).map(({ login }) => login),
    },
}));
const commentSchema = schemas/* object */.Ikc({
    body: schemas/* string */.YjP().nullish(),
    created_at: schemas/* string */.YjP(),
    issue_url: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ type: schemas/* string */.YjP() }).nullish(),
    performed_via_github_app: schemas/* unknown */.L5J().optional(),
})
    .transform(({ body, created_at, issue_url, user, performed_via_github_app }) => ({
    issue: Number(/(?<!\d)\d+$/.exec(issue_url)?.[0]),
    body: body ?? "",
    createdAt: Date.parse(created_at),
    isPerson: user?.type === "User" && !performed_via_github_app,
}));
/**
 * The issues of a repository that carry a label. A limit of up to a minute is waited for, a longer one is thrown; see `isLimit`.
 * @see https://docs.github.com/en/rest/issues/issues
 */
function createIssues(github, clock, repository, label) {
    const parameters = (0,client/* repositoryParameters */.N)(repository);
    /** `isRepeatable`: whether doing it twice is the same as doing it once. */
    async function send(route, more, options) {
        const { isRepeatable, ...call } = options;
        for (let tried = 1;; tried++) {
            try {
                return await github.request(route, { ...parameters, ...more }, { ...call, remedy: REMEDY });
            }
            catch (error) {
                if (!(error instanceof errors/* RequestError */.GI) || tried >= TRIES)
                    throw error;
                const isShort = isLimit(error) && (error.retryAfterMs ?? Number.POSITIVE_INFINITY) <= LONGEST_LIMIT_MS;
                if (!isShort && !(isRepeatable && error.effect === "unknown"))
                    throw error;
                await clock.sleep((0,http/* waitMs */.Cu)(error, tried));
            }
        }
    }
    async function listAll(attempt, route, more, schema) {
        const all = [];
        for (let page = 1;; page++) {
            const some = await send(route, { ...more, per_page: PER_PAGE, page }, { attempt, schema: schemas/* array */.YOg(schema), isRepeatable: true });
            all.push(...some);
            if (some.length < PER_PAGE)
                return all;
        }
    }
    async function isThere(attempt, what, more) {
        try {
            await send(`GET /repos/{owner}/{repo}/${what}`, more, { ...write, attempt });
            return true;
        }
        catch (error) {
            if (error instanceof errors/* RequestError */.GI && error.status === 404)
                return false;
            throw error;
        }
    }
    const issuesOf = (read) => read.filter(({ isPullRequest }) => !isPullRequest).map(({ issue }) => issue);
    const write = { schema: schemas/* unknown */.L5J(), isRepeatable: true };
    const route = "GET /repos/{owner}/{repo}/issues";
    const labelled = { labels: label, state: "all", sort: "created" };
    return {
        async list() {
            const attempt = `Listing the issues with the label ${label}`;
            // A new issue comes last, so that it moves none to a page that was read.
            return issuesOf(await listAll(attempt, route, { ...labelled, direction: "asc" }, issueSchema));
        },
        async listNewest(of) {
            const asked = { ...labelled, ...(of && { labels: undefined }), direction: "desc", per_page: PER_PAGE };
            const schema = schemas/* array */.YOg(issueSchema);
            return issuesOf(await send(route, asked, { attempt: "Listing the newest issues", schema, isRepeatable: true }));
        },
        isAssignable: (assignee) => isThere(`Looking whether ${assignee} can be assigned`, "assignees/{assignee}", { assignee }),
        hasLabel: () => isThere(`Looking for the label ${label}`, "labels/{label}", { label }),
        listComments: (since) => listAll("Listing the comments of the repository", "GET /repos/{owner}/{repo}/issues/comments", { since: new Date(since).toISOString(), sort: "updated", direction: "asc" }, commentSchema),
        listCommentsOf: (issue_number) => listAll(`Listing the comments of issue #${issue_number}`, "GET /repos/{owner}/{repo}/issues/{issue_number}/comments", { issue_number }, commentSchema),
        async create(issue) {
            const hidden = [issue.title, issue.body];
            const options = { attempt: "Making an issue", schema: issueSchema, hidden, isRepeatable: false };
            return (await send("POST /repos/{owner}/{repo}/issues", issue, options)).issue;
        },
        async edit(issue_number, change) {
            const hidden = "body" in change ? Object.values(change) : [];
            const options = { ...write, attempt: `Changing issue #${issue_number}`, hidden };
            await send("PATCH /repos/{owner}/{repo}/issues/{issue_number}", { issue_number, ...change }, options);
        },
        async comment(issue_number, body) {
            const attempt = `Commenting on issue #${issue_number}`;
            const options = { attempt, schema: schemas/* unknown */.L5J(), hidden: [body], isRepeatable: false };
            await send("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { issue_number, body }, options);
        },
    };
}
const SLOW_DOWN = /rate limit|abuse detection|submitted too quickly/i;
/**
 * Whether GitHub wants us to slow down: it says so with 429 or 403, in GraphQL with 200, of new content also with 422.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function isLimit({ status, retryAfterMs, detail }) {
    return status === 429 || (status === 403 && retryAfterMs !== null) || SLOW_DOWN.test(detail);
}
/** What GitHub answered, for a sentence that says the rest; it may be without words. */
function answerOf({ status, detail }) {
    return `GitHub answered ${status}${detail && `, ${detail.replace(/\.$/, "")}`}.`;
}

// EXTERNAL MODULE: ./build/src/redact/text.js + 12 modules
var redact_text = __webpack_require__(4195);
// EXTERNAL MODULE: ./build/src/jobs/context.js + 4 modules
var jobs_context = __webpack_require__(8130);
// EXTERNAL MODULE: ./build/src/lib/text.js
var lib_text = __webpack_require__(5498);
// EXTERNAL MODULE: ./build/src/lib/time.js
var time = __webpack_require__(6016);
;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/figures.js
/** Medians and quartiles of how long incidents took, month by month. Never a mean: one long incident would move it. */
const MONTHS = 12;
const MINUTE_MS = 60_000;
/** Fewer than this say nothing about a month. */
const FEWEST_IN_MONTH = 8;
const FEWEST_MONTHS = 3;
/** The last twelve months up to now (epoch milliseconds), the oldest first; an incident counts for the month in which it was created. */
function monthsOf(postmortems, now) {
    const byMonth = Map.groupBy(postmortems, ({ created }) => monthOf(created));
    return lastMonths(now).map((month) => {
        const own = byMonth.get(month) ?? [];
        return {
            month,
            count: own.length,
            acknowledge: spreadOf(own.flatMap(({ created, acknowledged }) => minutes(created, acknowledged))),
            resolve: spreadOf(own.flatMap(({ created, resolved }) => minutes(created, resolved))),
        };
    });
}
/**
 * Median and quartiles by nearest rank, so that each is a value of the sample; null without values.
 * @see https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
 */
function spreadOf(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (part) => sorted[Math.ceil(part * sorted.length) - 1];
    const [lower, median, upper] = [at(0.25), at(0.5), at(0.75)];
    if (lower === undefined || median === undefined || upper === undefined)
        return null;
    return { n: sorted.length, lower, median, upper };
}
/** The months that a chart may show; none where there are too few for a line to say something. */
function chartMonths(months) {
    const shown = months.flatMap(({ month, resolve }) => resolve !== null && resolve.n >= FEWEST_IN_MONTH ? { month, median: resolve.median } : []);
    return shown.length >= FEWEST_MONTHS ? shown : [];
}
function minutes(from, to) {
    return to === null || to < from ? [] : [Math.floor((to - from) / MINUTE_MS)];
}
/** The names of the last twelve months, this one included, the oldest first. */
function lastMonths(now) {
    const date = new Date(now);
    return Array.from({ length: MONTHS }, (_, index) => monthOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (MONTHS - 1 - index), 1)));
}
/** Whether it was in one of the months that `monthsOf` gives. */
function isOfLastMonths(at, now) {
    return lastMonths(now).includes(monthOf(at));
}
function monthOf(at) {
    return new Date(at).toISOString().slice(0, 7);
}

;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/dashboard.js
/** The dashboard as Markdown: in ten seconds a lead sees what needs somebody. A pure function, with no clock in its text. */



const LONGEST_WORDS = 200;
/** In characters, for one list; eight lists, the table and the chart stay below 60,000. */
const LONGEST_LIST = 6_000;
/** Of one owner, and of one repeat. */
const MOST_OF_ONE = 8;
const MOST_RULES = 20;
const dashboard_MINUTE_MS = 60_000;
/** The text of the dashboard's issue, at most 60,000 characters. */
function renderDashboard(facts) {
    const { sessions, pullRequests, untaken, overdue, coverage, lacking } = facts;
    return [
        needsSomebody(facts),
        ...(lacking.length === 0 ? [] : [`> [!NOTE]\n> ${lacking.map(inert).join(" ")}`]),
        ...section("Sessions that are stuck", sessions?.map(entryOf)),
        ...section("Pull requests without a review for three days", pullRequests?.map(entryOf)),
        ...section("Overdue", overdueLines(overdue)),
        ...section("Action items without an owner or a date", untaken.map(entryOf)),
        ...(coverage === null ? [] : coverageOf(coverage)),
        ...figuresOf(facts),
    ].join("\n\n");
}
function needsSomebody({ sessions, pullRequests, untaken, overdue, coverage }) {
    const late = overdue.reduce((sum, { rows }) => sum + rows.length, 0);
    const parts = [
        counted(sessions?.length ?? 0, "session is stuck", "sessions are stuck"),
        counted(pullRequests?.length ?? 0, "pull request waits", "pull requests wait"),
        counted(late, "action item is overdue", "action items are overdue"),
        counted(untaken.length, "action item has no owner or date", "action items have no owner or date"),
        counted(coverage?.idle ?? 0, "incident has no draft", "incidents have no draft"),
    ].filter((part) => part !== "");
    return parts.length === 0 ? "**Nothing needs anybody.**" : `Needs somebody: ${parts.join(", ")}.`;
}
function counted(count, one, several) {
    if (count === 0)
        return "";
    return `**${count}** ${count === 1 ? one : several}`;
}
function section(heading, lines) {
    return lines === undefined || lines.length === 0 ? [] : [`## ${heading}`, bounded(lines)];
}
/** As many lines as have room; the rest is counted. */
function bounded(lines) {
    let length = 0;
    const shown = lines.filter((line) => {
        length += line.length + 1;
        return length <= LONGEST_LIST;
    });
    const rest = lines.length - shown.length;
    return [...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n");
}
/** An owner with what is overdue, the owner of most first. */
function overdueLines(overdue) {
    return overdue
        .toSorted((a, b) => b.rows.length - a.rows.length)
        .map(({ owner, rows }) => {
        const shown = rows.slice(0, MOST_OF_ONE).map((row) => `  ${entryOf(row)}`);
        const rest = rows.length - shown.length;
        const more = rest > 0 ? [`  - and ${rest} more`] : [];
        return [`- **${inert(owner)}** (${rows.length})`, ...shown, ...more].join("\n");
    });
}
function coverageOf({ deserving, withPostmortem, declined, without, skipped }) {
    const rules = skipped.slice(0, MOST_RULES).map(({ rule, count }) => `${count} by \u201c${inert(rule)}\u201d`);
    if (skipped.length > MOST_RULES)
        rules.push(`the rest by ${skipped.length - MOST_RULES} more rules`);
    const total = skipped.reduce((sum, { count }) => sum + count, 0);
    return [
        "## Incidents of the last 90 days",
        [
            `${withPostmortem} of ${deserving} that deserve a postmortem have one.`,
            ...(declined === 0 ? [] : [`${declined} ${declined === 1 ? "was" : "were"} declined.`]),
            ...(total === 0 ? [] : [`The rules skip ${total}: ${rules.join(", ")}.`]),
        ].join(" "),
        ...(without.length === 0 ? [] : [bounded(without.map(entryOf))]),
    ];
}
function figuresOf({ months, causes, repeats }) {
    const shown = months.filter(({ count }) => count > 0);
    if (shown.length === 0)
        return [];
    return [
        "## The last twelve months",
        [
            "| month | n | to acknowledge | to resolve |",
            "| --- | --: | --- | --- |",
            ...shown.map(({ month, count, acknowledge, resolve }) => `| ${month} | ${count} | ${spread(acknowledge, count)} | ${spread(resolve, count)} |`),
        ].join("\n"),
        "The median, with the quartiles in parentheses. n counts the postmortems that say when the incident began; in parentheses, those that say how long it took.",
        ...chartOf(months),
        ...section("Causes", causes.map(({ cause, count }) => `- ${inert(cause)}: ${count}`)),
        ...section("Repeats", repeats.map(repeatOf)),
    ];
}
function repeatOf({ words, links }) {
    const shown = links.slice(0, MOST_OF_ONE).map(linked).join(", ");
    return `- ${inert(words)}, ${links.length} times: ${shown}${links.length > MOST_OF_ONE ? ", \u2026" : ""}`;
}
function spread(sample, count) {
    if (sample === null)
        return "\u2013";
    const { n, lower, median, upper } = sample;
    const more = [
        // Of one value, quartiles say nothing.
        ...(n === 1 ? [] : [`${brief(lower)}\u2013${brief(upper)}`]),
        ...(n === count ? [] : [`n = ${n}`]),
    ];
    return `${brief(median)}${more.length === 0 ? "" : ` (${more.join(", ")})`}`;
}
function brief(minutes) {
    return minutes === 0 ? "0m" : (0,time/* formatDuration */.a3)(minutes * dashboard_MINUTE_MS);
}
/** @see https://mermaid.js.org/syntax/xyChart.html */
function chartOf(months) {
    const shown = chartMonths(months);
    if (shown.length === 0)
        return [];
    return [
        [
            "```mermaid",
            // Mermaid's own colour is hard to see on a white page.
            '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#0969da"}}}}%%',
            "xychart-beta",
            '  title "Median time to resolve, in months with 8 incidents or more"',
            `  x-axis [${shown.map(({ month }) => `"${month}"`).join(", ")}]`,
            `  y-axis "minutes" 0 --> ${Math.max(1, ...shown.map(({ median }) => median))}`,
            `  bar [${shown.map(({ median }) => median).join(", ")}]`,
            "```",
        ].join("\n"),
    ];
}
function entryOf({ link, why }) {
    return `- ${linked(link)}: ${inert(why)}`;
}
function linked({ words, url }) {
    return url !== null && /^https?:\/\/[^\s()<>|]+$/.test(url) ? `[${inert(words)}](${url})` : inert(words);
}
function inert(words) {
    return (0,lib_text/* toInertMarkdown */.pK)(words, LONGEST_WORDS);
}

// EXTERNAL MODULE: ./build/src/lib/names.js
var names = __webpack_require__(3257);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/postmortem/action-items.js
var action_items = __webpack_require__(8853);
;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/items.js
/** The action items of all postmortems, each with the key by which its issue is found again. */




const KEY_LENGTH = 16;
/** The items of one postmortem that have a box and words. Of items with equal words each has its rank in its key. */
function followUpsOf({ incidentId, path, title, created, items }) {
    const ranks = new Map();
    return items.flatMap(({ isTicked, words, owner, due, kind, doneWhen }) => {
        if (isTicked === null || (0,lib_text/* toSingleLine */.OX)(words, 1) === "")
            return [];
        const first = keyOf(incidentId, words, 0);
        const rank = ranks.get(first) ?? 0;
        ranks.set(first, rank + 1);
        return {
            incidentId,
            path,
            title,
            key: rank === 0 ? first : keyOf(incidentId, words, rank),
            words,
            owner: owner === null || (0,action_items/* isOpen */.nT)(owner) ? null : owner,
            due: due !== null && (0,time/* isDay */.N)(due) ? due : null,
            kind,
            doneWhen,
            isTicked,
            created,
        };
    });
}
/** Whether a person has taken it: it is not ticked, and has an owner and a date. */
function isTaken({ isTicked, owner, due }) {
    return !isTicked && owner !== null && due !== null;
}
/** Whether an incident began late enough (epoch milliseconds); where the front matter does not say when, it did not. */
function isSince({ created }, since) {
    return since === null || (created !== null && created >= since);
}
/** The key of the item with these words that has so many with equal words before it. */
function keyOf(incidentId, words, rank) {
    const facts = JSON.stringify([incidentId, words.normalize("NFC").toLowerCase(), rank]);
    return (0,external_node_crypto_.createHash)("sha256").update(facts).digest("hex").slice(0, KEY_LENGTH);
}

;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/people.js
/** Who is meant by the owner of an action item: logins and teams that the configuration names, and no others. */

const MOST = 10;
/**
 * The logins (`jlee`) and teams (`acme/orders`) of an owner; several people may share an item. Nobody is mentioned
 * whom `people` does not name, since an owner is whatever somebody wrote into a file.
 */
function loginsOf(owner, people) {
    if (owner === null)
        return [];
    const logins = new Map();
    for (const [name, login] of Object.entries(people)) {
        logins.set(normal(login), login).set(normal(name), login);
    }
    const whole = logins.get(normal(owner));
    if (whole !== undefined)
        return [whole];
    const parts = owner.split(/[,;&+\u3001\uff0c\uff1b]| and /i).map((part) => logins.get(normal(part)));
    return [...new Set(parts.filter((login) => login !== undefined))].slice(0, MOST);
}
/** Whether it is a team, which can be mentioned but not assigned. */
function isTeamMention(login) {
    return login.includes("/");
}
function normal(name) {
    return (0,names/* nameKey */.Rc)(name.replace(/^ ?@/, ""));
}

;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/reminders.js
/** When an action item is due for a reminder: a pure function of dates and of the comments that are there. */

const QUIET_MS = 3 * time/* DAY_MS */.sO;
const MARKER = /<!-- postmortem-bridge reminder (\d{4}-\d\d-\d\d) (-?\d{1,5}) -->/;
/** The reminder that an open item with this date should have now; null when it is not the time. Days are UTC. */
function reminderAt(due, { before, overdue }, now) {
    const late = daysLate(due, now);
    if (late > 0)
        return { due, period: Math.floor((late - 1) / overdue) };
    return late >= -before ? { due, period: -1 } : null;
}
/** By how many days the date has passed; not above 0 until the day is over. */
function daysLate(due, now) {
    return Math.floor(now / time/* DAY_MS */.sO) - Date.parse(due) / time/* DAY_MS */.sO;
}
/** Whether this reminder may be written: it is not there yet, and no person wrote in the last three days. */
function mayRemind({ due, period }, comments, now) {
    return comments.every(({ body, createdAt, isPerson }) => {
        const [, date, written] = MARKER.exec(body) ?? [];
        if (date !== undefined)
            return date !== due || Number(written) !== period;
        return !isPerson || now - createdAt >= QUIET_MS;
    });
}
/** From when on comments must be read, in epoch milliseconds, to decide on any reminder. */
function commentsSince({ before, overdue }, now) {
    return now - (Math.max(before, overdue, QUIET_MS / time/* DAY_MS */.sO) + 1) * time/* DAY_MS */.sO;
}
/** The comment; `mentions` are logins and teams that the configuration names. */
function writeReminder({ due, period }, mentions) {
    const names = mentions.map((login) => `@${login}`).join(" ");
    const what = period === -1
        ? `This action item is due on ${due}.`
        : `This action item was due on ${due}. Close this issue if it is done, or change the date in the postmortem.`;
    return `${names === "" ? "" : `${names} `}${what}\n\n<!-- postmortem-bridge reminder ${due} ${period} -->`;
}

;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/dashboard-facts.js
/** What the dashboard shows of the files themselves: items, months, causes and repeats. */






/** The part of the dashboard that the files and their issues tell. */
function factsOfFiles(facts) {
    const { postmortems, now } = facts;
    const recent = postmortems.flatMap((one) => {
        const { created } = one;
        return created !== null && isOfLastMonths(created, now) ? [{ ...one, created }] : [];
    });
    return {
        untaken: untakenOf(facts),
        overdue: overdueOf(facts),
        months: monthsOf(recent, now),
        causes: causesOf(recent),
        repeats: repeatsOf(recent, facts.fileUrl),
    };
}
/** The items that are not ticked; with issues, those of them whose issue is open. */
function openItems({ items, itemIssues }) {
    return items.filter(({ isTicked, key }) => {
        if (isTicked || itemIssues === null)
            return !isTicked;
        const issue = itemIssues.get(key);
        return issue === null || issue?.isOpen === true;
    });
}
/** The open items whose day has passed. */
function overdueItems(facts) {
    return openItems(facts).filter(({ due }) => due !== null && daysLate(due, facts.now) > 0);
}
function overdueOf(facts) {
    const { itemIssues, people, fileUrl } = facts;
    // One person may be written in several ways.
    const keyOf = ({ owner }) => loginsOf(owner, people).sort().join(" ") || (0,names/* nameKey */.Rc)(owner ?? "").replace(/^@/, "");
    return [...Map.groupBy(overdueItems(facts), keyOf).values()].map((own) => ({
        owner: own[0]?.issue.owner || "nobody",
        rows: own
            .toSorted((a, b) => String(a.due).localeCompare(String(b.due)))
            .map(({ key, path, issue, due }) => ({
            link: { words: issue.words, url: itemIssues?.get(key)?.url ?? fileUrl(path) },
            why: `due ${due}`,
        })),
    }));
}
/** What is overdue stands there alone, and what a person has closed is ended. */
function untakenOf(facts) {
    const { items, itemIssues, since, fileUrl } = facts;
    const overdue = new Set(overdueItems(facts).map(({ key }) => key));
    return items
        .filter((item) => !item.isTicked && isSince(item, since) && (item.owner === null || item.due === null))
        .filter(({ key }) => !overdue.has(key) && itemIssues?.get(key)?.isOpen !== false)
        .map(({ path, issue, owner, due }) => ({
        link: { words: issue.words, url: fileUrl(path) },
        why: [owner === null ? "no owner" : "", due === null ? "no date" : ""].filter(Boolean).join(", "),
    }));
}
function causesOf(postmortems) {
    const counts = new Map();
    for (const cause of postmortems.flatMap(({ causes }) => [...new Set(causes)]))
        counts.set(cause, (counts.get(cause) ?? 0) + 1);
    return [...counts].map(([cause, count]) => ({ cause, count })).sort((a, b) => b.count - a.count);
}
/** Postmortems of one service with one cause, where there are several. */
function repeatsOf(postmortems, fileUrl) {
    const pairs = postmortems.flatMap(({ service, causes, created, incidentId, path }) => [...new Set(causes)]
        .filter((cause) => service !== null && cause !== "unknown")
        .map((cause) => ({
        words: `${service}, ${cause}`,
        link: { words: `${(0,time/* dateOf */.Q$)(created)} ${incidentId}`, url: fileUrl(path) },
    })));
    return [...Map.groupBy(pairs, ({ words }) => words)]
        .filter(([, own]) => own.length > 1)
        .map(([words, own]) => ({ words, links: own.map(({ link }) => link) }))
        .sort((a, b) => b.links.length - a.links.length);
}

// EXTERNAL MODULE: ./build/src/devin/duplicates.js
var duplicates = __webpack_require__(7834);
// EXTERNAL MODULE: ./build/src/devin/session.js
var devin_session = __webpack_require__(9122);
// EXTERNAL MODULE: ./build/src/devin/tags.js
var devin_tags = __webpack_require__(2613);
;// CONCATENATED MODULE: ./build/src/github/review-queue.js
/** The pull requests of a repository as a reader of its queue wants them: which wait, and what became of the others. */


const review_queue_PER_PAGE = 50;
const MOST_PAGES = 20;
const review_queue_TRIES = 3;
const review_queue_REMEDY = "Give the job the permission `pull-requests: read`.";
/** GraphQL may answer null for a list, and for an item that the token may not see. */
function nodesOf(item) {
    return schemas/* array */.YOg(item.nullable())
        .nullable()
        .transform((nodes) => (nodes ?? []).filter((one) => one !== null));
}
function listOf(item) {
    return schemas/* object */.Ikc({ nodes: nodesOf(item) })
        .nullable()
        .transform((list) => list?.nodes ?? []);
}
const openSchema = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({
        repository: schemas/* object */.Ikc({
            pullRequests: schemas/* object */.Ikc({
                nodes: nodesOf(schemas/* object */.Ikc({
                    number: schemas/* int */.Whr(),
                    title: schemas/* string */.YjP(),
                    url: schemas/* string */.YjP(),
                    isDraft: schemas/* boolean */.zMY(),
                    createdAt: schemas/* string */.YjP(),
                    files: listOf(schemas/* object */.Ikc({ path: schemas/* string */.YjP() })),
                    reviews: listOf(schemas/* object */.Ikc({ submittedAt: schemas/* string */.YjP().nullable() })),
                })),
                pageInfo: schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY(), endCursor: schemas/* string */.YjP().nullable() }),
            }),
        }),
    }),
});
const stateSchema = schemas/* enum */.k5n(["OPEN", "CLOSED", "MERGED"]);
const branchSchema = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({
        repository: schemas/* record */.g1P(schemas/* string */.YjP(), listOf(schemas/* object */.Ikc({ number: schemas/* int */.Whr(), url: schemas/* string */.YjP(), state: stateSchema }))),
    }),
});
const OPEN = `query ($owner: String!, $repo: String!, $after: String) { repository(owner: $owner, name: $repo) {
  pullRequests(states: [OPEN], first: ${review_queue_PER_PAGE}, after: $after) {
    nodes {
      number title url isDraft createdAt
      files(first: 100) { nodes { path } } reviews(last: 1) { nodes { submittedAt } }
    }
    pageInfo { hasNextPage endCursor }
  }
} }`;
/**
 * The open pull requests that are no drafts, the oldest first, 1,000 at most.
 * @see https://docs.github.com/en/graphql/reference/objects#pullrequest
 */
async function listWaiting(github, repository) {
    const { owner, repo } = (0,client/* repositoryParameters */.N)(repository);
    const waiting = [];
    let after = null;
    for (let page = 1; page <= MOST_PAGES; page++) {
        const answer = await github.graphql({ query: OPEN, variables: { owner, repo, ...(after !== null && { after }) } }, { attempt: "Listing the open pull requests", remedy: review_queue_REMEDY, schema: openSchema, tries: review_queue_TRIES });
        const { nodes, pageInfo } = answer.data.repository.pullRequests;
        for (const { number, title, url, isDraft, createdAt, files, reviews } of nodes) {
            if (isDraft)
                continue;
            const reviewedAt = Date.parse(reviews[0]?.submittedAt ?? "");
            waiting.push({
                number,
                title,
                url,
                createdAt: Date.parse(createdAt),
                reviewedAt: Number.isNaN(reviewedAt) ? null : reviewedAt,
                paths: files.map(({ path }) => path),
            });
        }
        if (!pageInfo.hasNextPage)
            break;
        after = pageInfo.endCursor;
    }
    return waiting.sort((a, b) => a.createdAt - b.createdAt);
}
/** What became of the newest pull request of each branch; a branch without one is not in the answer. */
async function branchStates(github, repository, branches) {
    const { owner, repo } = (0,client/* repositoryParameters */.N)(repository);
    const states = new Map();
    for (let from = 0; from < branches.length; from += review_queue_PER_PAGE) {
        const some = branches.slice(from, from + review_queue_PER_PAGE);
        const declared = some.map((_, index) => `, $b${index}: String!`).join("");
        const fields = some.map((_, index) => `b${index}: pullRequests(headRefName: $b${index}, last: 1) { nodes { number url state } }`);
        const { data } = await github.graphql({
            query: `query ($owner: String!, $repo: String!${declared}) { repository(owner: $owner, name: $repo) { ${fields.join(" ")} } }`,
            variables: {
                owner,
                repo,
                ...Object.fromEntries(some.map((branch, index) => [`b${index}`, branch])),
            },
        }, { attempt: "Looking up the pull requests", remedy: review_queue_REMEDY, schema: branchSchema, tries: review_queue_TRIES });
        for (const [index, branch] of some.entries()) {
            const [newest] = data.repository[`b${index}`] ?? [];
            if (newest !== undefined)
                states.set(branch, newest);
        }
    }
    return states;
}

// EXTERNAL MODULE: ./build/src/pagerduty/record.js + 3 modules
var record = __webpack_require__(6665);
// EXTERNAL MODULE: ./build/src/pagerduty/resolved-incidents.js
var resolved_incidents = __webpack_require__(7479);
// EXTERNAL MODULE: ./build/src/policy/gate.js + 5 modules
var gate = __webpack_require__(7749);
// EXTERNAL MODULE: ./build/src/postmortem/file.js
var file = __webpack_require__(3560);
// EXTERNAL MODULE: ./build/src/jobs/attention.js
var attention = __webpack_require__(5648);
;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/dashboard-sources.js
/** What the dashboard shows beyond the files: sessions, pull requests, and incidents without a postmortem. */











const WINDOW_MS = 90 * time/* DAY_MS */.sO;
const STUCK_MS = 30 * time/* DAY_MS */.sO;
const REVIEW_MS = 3 * time/* DAY_MS */.sO;
/** Asks Devin, GitHub and PagerDuty; throws RequestError where one of them refuses. */
async function factsOfServices(options) {
    const { context } = options;
    const { inputs, clock } = context;
    const now = clock.now();
    const sessions = inputs["devin-api-key"] === undefined
        ? null
        : await context
            .devin()
            .listSessions(devin_tags/* PROJECT_TAG */.hc, { createdSince: Math.floor((now - WINDOW_MS) / 1_000) });
    const coverage = await dashboard_sources_coverageOf(options, sessions);
    return {
        sessions: sessions && stuckOf(sessions, options, now),
        pullRequests: await waitingOf(options, now),
        coverage,
        lacking: [
            ...(sessions === null ? ["Without devin-api-key, sessions that are stuck are not shown."] : []),
            ...(coverage === null
                ? ["Without pagerduty-token, incidents without a postmortem are not shown."]
                : []),
        ],
    };
}
/** Of each incident without a postmortem the session that a person must look at. */
function stuckOf(sessions, { context, config, covered }, now) {
    const since = (now - STUCK_MS) / 1_000;
    const byIncident = Map.groupBy(sessions, ({ tags }) => (0,devin_tags/* incidentOf */.w8)(tags) ?? "");
    // Without an incident it drafts nothing.
    byIncident.delete("");
    const current = [...byIncident]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .flatMap(([incidentId, own]) => own.filter((session) => session === (0,duplicates/* currentOf */.$c)(own)).map((session) => ({ incidentId, own, session })));
    return current.flatMap(({ incidentId, own, session }) => {
        const isDrafting = ((0,devin_tags/* lastInstruction */.xh)(session.tags)?.ask ?? "draft") === "draft";
        if (!isDrafting || covered.has(incidentId) || session.updatedAt < since)
            return [];
        const isPullRequest = config.publish === "pull-request" ? (0,jobs_context/* isInDocsRepository */.XF)(context) : null;
        const { kind, reason } = (0,attention/* standingOf */.YP)(session, own, isPullRequest, now);
        const isStuck = kind === "needs-somebody" || (kind === "waits" && session.tags.includes(devin_tags/* NUDGED_TAG */.nm));
        // The sentence begins with the session's address, which the link has.
        const why = reason.slice((0,devin_session/* linkOf */.IJ)(session).length).replace(/^:? /, "");
        return isStuck ? [{ link: { words: `Incident ${incidentId}`, url: session.url }, why }] : [];
    });
}
async function waitingOf({ context, config, github, redact }, now) {
    const waiting = (await listWaiting(github, context.repository)).filter(({ paths, createdAt, reviewedAt }) => now - Math.max(createdAt, reviewedAt ?? 0) >= REVIEW_MS &&
        paths.some((path) => path.startsWith(`${config.directory}/`)));
    const titles = await redact(waiting.map(({ title }) => title));
    return waiting.map(({ number, url, createdAt, reviewedAt }, index) => ({
        link: { words: `#${number} ${titles[index]}`, url },
        why: reviewedAt === null ? `open since ${(0,time/* dateOf */.Q$)(createdAt)}` : `last review on ${(0,time/* dateOf */.Q$)(reviewedAt)}`,
    }));
}
async function dashboard_sources_coverageOf(options, sessions) {
    const { context, config, github, covered, redact } = options;
    const pagerDuty = (0,jobs_context/* connectPagerDuty */.uu)(context, null);
    if (pagerDuty === null)
        return null;
    const from = context.clock.now() - WINDOW_MS;
    const resolved = await (0,resolved_incidents/* listResolved */.X)({ pagerDuty, clock: context.clock, from });
    const asked = resolved.map((one) => ({ one, answer: dashboard_sources_gate(one, config) }));
    const deserving = asked.filter(({ answer }) => answer.outcome === "passed").map(({ one }) => one);
    const without = deserving.filter(({ incident }) => !covered.has(incident.id));
    const branches = without.map(({ incident }) => `postmortem/${incident.id}`);
    const states = await branchStates(github, context.repository, branches);
    const titles = await redact(without.map(({ incident }) => (0,file/* titleOf */.Gg)(incident)));
    const drafting = new Set(sessions?.map(({ tags }) => (0,devin_tags/* incidentOf */.w8)(tags)));
    const skipped = asked.flatMap(({ answer: { decision } }) => decision?.do === "skip" ? nameOf(decision.rule, config) : []);
    const rows = without.map(({ incident }, index) => ({
        link: {
            words: `${incident.number === null ? incident.id : `#${incident.number}`} ${titles[index]}`,
            url: incident.url,
        },
        ...standingWithout(states.get(`postmortem/${incident.id}`), drafting.has(incident.id)),
    }));
    const [idle, others] = [rows.filter(({ isIdle }) => isIdle), rows.filter(({ isIdle }) => !isIdle)];
    return {
        deserving: deserving.length,
        withPostmortem: deserving.length - without.length,
        declined: rows.filter(({ isDeclined }) => isDeclined).length,
        without: [...idle, ...others],
        idle: idle.length,
        skipped: [...Map.groupBy(skipped, (rule) => rule)].map(([rule, { length }]) => ({ rule, count: length })),
    };
}
function nameOf(rule, { rules }) {
    return rule === null ? "otherwise" : (rule.name ?? `rule ${rules.indexOf(rule) + 1}`);
}
function dashboard_sources_gate({ incident, resolvedAt, resolvedBy }, policy) {
    return (0,gate/* passGate */.l)({
        record: (0,record/* recordOf */.z)(incident, { at: resolvedAt, by: resolvedBy }),
        policy,
        notReadyBecause: null,
        requestedBy: null,
        hasCapacity: true,
        isDryRun: false,
    });
}
/** Why an incident has no postmortem, and whether anybody is at work on one. */
function standingWithout(pullRequest, isDrafting) {
    const row = (why, { isIdle = false, isDeclined = false } = {}) => ({ why, isIdle, isDeclined });
    if (pullRequest === undefined)
        return isDrafting
            ? row("its session has opened no pull request")
            : row("no session and no pull request is known", { isIdle: true });
    const { number, state } = pullRequest;
    if (state === "OPEN")
        return row(`its pull request ${number} is open`);
    if (state === "CLOSED")
        return row(`declined: its pull request ${number} was closed without a merge`, { isDeclined: true });
    return row(`its pull request ${number} was merged, and the file is gone`, { isIdle: true });
}

;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/issue-text.js
/** What the issue of an action item says: as much as is needed, redacted, and nothing that GitHub would act on. */

/** In characters; GitHub takes 256, and a code span takes two more. */
const LONGEST_TITLE = 150;
const issue_text_LONGEST_WORDS = 1_000;
const LONGEST_DETAIL = 300;
/** The items with the texts of their issues. */
async function describeItems(items, fileUrl, redact) {
    return await Promise.all(items.map(async (item) => {
        const { words, title, owner, kind, doneWhen } = item;
        // Before anything is cut: a part of a secret would not be known as one.
        const clean = await redact([words, title, owner ?? "", kind ?? "", doneWhen ?? ""]);
        return { ...item, issue: issueOf(item, fileUrl(item.path), clean) };
    }));
}
/** The address of the postmortem in the text of an issue; null where people have changed it. */
function addressIn(text) {
    return /^- From: \[.*\]\(([^\s()]+)\)\r?$/m.exec(text)?.[1] ?? null;
}
function issueOf({ due }, url, redacted) {
    const [words = "", title = "", owner = "", kind = "", doneWhen = ""] = redacted;
    const detail = (text) => (0,lib_text/* toInertMarkdown */.pK)(text, LONGEST_DETAIL);
    const details = [
        ["From", `[${detail(title)}](${url})`],
        ["Owner", detail(owner)],
        ["Due", due],
        ["Kind", detail(kind)],
        ["Done when", detail(doneWhen)],
    ];
    return {
        title: (0,lib_text/* toInertTitle */.a5)(words, LONGEST_TITLE),
        words: (0,lib_text/* toSingleLine */.OX)(words, issue_text_LONGEST_WORDS),
        owner: (0,lib_text/* toSingleLine */.OX)(owner, LONGEST_DETAIL),
        text: [
            (0,lib_text/* toInertMarkdown */.pK)(words, issue_text_LONGEST_WORDS),
            "",
            ...details.flatMap(([name, value]) => (value ? [`- ${name}: ${value}`] : [])),
            "",
            "Close this issue when the item is done or dropped; it is not opened again. This text follows the postmortem, and what you write below it stays.",
        ].join("\n"),
    };
}

;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/body.js
/** The body of an issue: our text between our two markers, and around it whatever people wrote. */
const body_MARKER = /<!-- postmortem-bridge (dashboard|item ([A-Z0-9]{1,64}) ([0-9a-f]{16}))(?: (ticked|gone|ends))? -->/;
/** The marker in a body; null where the issue is none of an item. */
function readMarker(body) {
    const [, , incidentId, key, state] = body_MARKER.exec(body) ?? [];
    if (incidentId === undefined || key === undefined)
        return null;
    return { incidentId, key, told: state === "ticked" || state === "gone" ? state : null };
}
/** Whether the issue is the dashboard. */
function isDashboard(body) {
    return body_MARKER.exec(body)?.[1] === "dashboard";
}
/** Our text; null where it is not between both markers. */
function readText(body) {
    return blockIn(body)?.text ?? null;
}
/** The body with this marker and text in place of ours; what people wrote before and after stays. */
function writeBody(body, { incidentId, key, told }, text) {
    return write(body, `item ${incidentId} ${key}`, told, text);
}
/** The same as `writeBody` for the dashboard. */
function writeDashboard(body, text) {
    return write(body, "dashboard", null, text);
}
function write(body, name, told, text) {
    const opening = `<!-- postmortem-bridge ${name}${told === null ? "" : ` ${told}`} -->`;
    const block = `${opening}\n${text}\n${closingOf(name)}`;
    const there = blockIn(body);
    if (there !== null)
        return `${there.before}${block}${there.after}`;
    return body.trim() === "" ? block : `${block}\n\n${body}`;
}
/**
 * Our block, which begins with the first marker: people quote one issue in another. They may also delete one of its
 * markers, and the other alone is the block then.
 */
function blockIn(body) {
    const first = body_MARKER.exec(body);
    if (first === null)
        return null;
    const [opening, name = "", , , state] = first;
    const from = first.index + opening.length;
    const to = state === "ends" ? -1 : body.indexOf(closingOf(name), from);
    return {
        before: body.slice(0, first.index),
        text: to === -1 ? null : body.slice(from, to).trim(),
        after: body.slice(to === -1 ? from : to + closingOf(name).length),
    };
}
function closingOf(name) {
    return `<!-- postmortem-bridge ${name} ends -->`;
}

// EXTERNAL MODULE: ./build/src/lib/likeness.js
var likeness = __webpack_require__(8633);
;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/matching.js
/** Which issue belongs to which action item, also after the item's words were edited. */



const MOST_TWINS = 9;
const LIKE_OPEN = 0.6;
/** An issue that was closed ends its item for good, so the words must be more alike. */
const LIKE_CLOSED = 0.8;
/** Matches by key, and what is left by words within one incident, the most alike first. */
function matchIssues(items, tracked) {
    const sorted = tracked.toSorted((a, b) => a.issue.number - b.issue.number);
    const byKey = new Map();
    const duplicates = [];
    for (const one of sorted) {
        const of = byKey.get(one.marker.key);
        if (of === undefined)
            byKey.set(one.marker.key, one);
        else
            duplicates.push({ tracked: one, of });
    }
    const own = new Map(items.map((item) => [item, byKey.get(item.key)]));
    for (const { key } of items)
        byKey.delete(key);
    const missing = items.filter((item) => own.get(item) === undefined);
    const pairs = [...own].flatMap(([item, tracked]) => {
        const better = tracked?.issue.isOpen === false ? openTwin(item, byKey) : undefined;
        if (better !== undefined)
            byKey.delete(better.marker.key);
        const chosen = better ?? tracked;
        return chosen === undefined ? [] : [{ item, tracked: chosen, isMoved: false }];
    });
    const moved = matchWords(missing, [...byKey.values()]);
    const matchedItems = new Set(moved.map(({ item }) => item.key));
    const matchedIssues = new Set(moved.map(({ tracked: { marker } }) => marker.key));
    return {
        pairs: [...pairs, ...moved],
        missing: missing.filter(({ key }) => !matchedItems.has(key)),
        left: [...byKey.values()].filter(({ marker }) => !matchedIssues.has(marker.key)),
        duplicates,
    };
}
/** Of items with equal words one may be gone; the one that stays keeps an issue that is open. */
function openTwin({ incidentId, words }, left) {
    return Array.from({ length: MOST_TWINS }, (_, rank) => left.get(keyOf(incidentId, words, rank))).find((tracked) => tracked?.issue.isOpen);
}
function matchWords(items, tracked) {
    const byIncident = Map.groupBy(tracked, ({ marker }) => marker.incidentId);
    const alike = items
        .flatMap((item) => (byIncident.get(item.incidentId) ?? []).map((one) => ({
        item,
        tracked: one,
        likeness: (0,likeness/* likenessOf */.m)(item.words, itemWords(one.issue)),
    })))
        .filter(({ tracked: { issue }, likeness }) => likeness >= (issue.isOpen ? LIKE_OPEN : LIKE_CLOSED))
        .sort((a, b) => b.likeness - a.likeness);
    const used = new Set();
    return alike.flatMap(({ item, tracked: one }) => {
        if (used.has(item.key) || used.has(one.marker.key))
            return [];
        used.add(item.key).add(one.marker.key);
        return { item, tracked: one, isMoved: true };
    });
}
/** Our text begins with the words of the item; people may have changed the title. */
function itemWords({ title, body }) {
    return readText(body)?.split("\n")[0] ?? title;
}

;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/plan.js
/** What there is to write, decided from the files and from the issues that are there; nothing is written here. */



/** Plans the changes: duplicates are closed, texts follow their items, items that a person took get their issue. */
function planIssues({ items, issues, since, absenceOf }) {
    const tracked = issues.flatMap((issue) => {
        const marker = readMarker(issue.body);
        return marker === null ? [] : [{ issue, marker }];
    });
    const matched = matchIssues(items, tracked);
    const open = matched.left.filter(({ issue }) => issue.isOpen);
    const absent = Map.groupBy(open, absenceOf);
    return {
        matched,
        notices: [
            ...matched.pairs.filter(({ isMoved, tracked: { issue } }) => isMoved && !issue.isOpen).map(noticeOf),
            ...elsewhereNotice(absent.get("elsewhere") ?? []),
        ],
        changes: [
            ...matched.duplicates
                .filter(({ tracked: { issue } }) => issue.isOpen)
                .map(({ tracked: { issue }, of }) => ({ kind: "close", issue, of: of.issue.number })),
            ...matched.pairs.flatMap(follow),
            ...(absent.get("gone") ?? []).flatMap(tellGone),
            ...matched.missing
                .filter((item) => isTaken(item) && isSince(item, since))
                .map((item) => {
                const { title, text } = item.issue;
                return { kind: "create", item, title, body: writeBody("", { ...item, told: null }, text) };
            }),
        ],
    };
}
function noticeOf({ item, tracked: { issue } }) {
    return `An item of ${item.path} has other words than its issue #${issue.number}, which is closed, so it counts as ended; reopen the issue if it does not.`;
}
function elsewhereNotice({ length }) {
    if (length === 0)
        return [];
    return [
        `Open issues that belong to no file of the directory, and are left as they are: ${length}. Check \`directory\` in the configuration; where a repository has several configurations, each needs its own first label.`,
    ];
}
function follow({ item, tracked: { issue, marker }, isMoved }) {
    const { title, text } = item.issue;
    // A closed issue is history: only what finds it again is kept up to date.
    if (!issue.isOpen && !isMoved)
        return [];
    const isNews = item.isTicked && issue.isOpen && marker.told !== "ticked";
    const told = item.isTicked ? (issue.isOpen ? "ticked" : marker.told) : null;
    const { incidentId, key } = isMoved ? item : marker;
    const body = writeBody(issue.body, { incidentId, key, told }, text);
    if (isNews)
        return [{ kind: "tell", issue, told: "ticked", title, body }];
    const isSame = issue.title === title && sameLines(issue.body) === sameLines(body);
    return isSame ? [] : [{ kind: "edit", issue, title, body }];
}
function tellGone({ issue, marker }) {
    if (marker.told === "gone")
        return [];
    return [{ kind: "tell", issue, told: "gone", title: issue.title, body: markTold(issue.body, marker) }];
}
function markTold(body, marker) {
    return writeBody(body, { ...marker, told: "gone" }, readText(body) ?? "");
}
/** A body as it reads, since GitHub's editor ends lines with CR LF. */
function sameLines(body) {
    return body.replaceAll("\r\n", "\n").trim();
}

;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/write.js
/** Writes the planned changes to GitHub: each takes effect once, also where an answer is lost or a run is killed. */




/** Closes an issue that should not be. */
const NOT_PLANNED = { state: "closed", state_reason: "not_planned" };
/** An issue that a person has transferred, locked or deleted stops no other; a missing permission stops the run. */
const MOVED_LOCKED_OR_GONE = [301, 403, 404, 410, 422];
const DENIED = /not accessible|permission|authenticat|must have|archived/i;
/**
 * Writes the changes in their order. `written` is filled as it goes, so that it is known also when this throws:
 * RequestError for a limit, a missing permission, or a GitHub that does not answer.
 */
async function writeChanges(changes, options, written) {
    const state = { ...options, written, refused: new Set() };
    for (const change of changes) {
        if (change.kind !== "create") {
            await unlessGone(written, change.issue, async () => {
                await writeExisting(state, change);
                written.counts[change.kind]++;
            });
        }
        // What came back without its label would not be found again, and the next one would not be either.
        else if (written.failures.length === 0)
            await createIssue(state, change);
    }
}
/** A change of an issue that GitHub refuses for this issue alone is a warning. */
async function unlessGone({ warnings }, { number }, write) {
    try {
        await write();
    }
    catch (error) {
        if (!(error instanceof errors/* RequestError */.GI) || !isOfOneIssue(error))
            throw error;
        warnings.push(`Issue #${number} was left as it is. ${answerOf(error)}`);
    }
}
function isOfOneIssue(error) {
    const { status, detail } = error;
    if (status === null || !MOVED_LOCKED_OR_GONE.includes(status) || isLimit(error))
        return false;
    return status !== 403 || !DENIED.test(detail);
}
async function writeExisting(state, change) {
    const { issues, written } = state;
    const { number, isLocked } = change.issue;
    if (change.kind === "close")
        return closeDuplicate(issues, number);
    if (change.kind === "tell" && isLocked)
        written.warnings.push(`Issue #${number} is locked, so no comment says that its item is ${change.told}.`);
    else if (change.kind === "tell")
        await commentOnce(issues, number, toldComment(change.told), toldMarker(change.told));
    await issues.edit(number, { title: change.title, body: change.body });
}
async function closeDuplicate(issues, number) {
    try {
        await issues.edit(number, { state: "closed", state_reason: "duplicate" });
    }
    catch (error) {
        if (!(error instanceof errors/* RequestError */.GI) || error.status !== 422)
            throw error;
        // An older Enterprise Server does not know that reason.
        await issues.edit(number, NOT_PLANNED);
    }
}
/** Writes a comment unless one with its marker is there, and looks again where it was not answered. */
async function commentOnce(issues, number, body, marker) {
    const isThere = async () => (await issues.listCommentsOf(number)).some((one) => one.body.includes(marker));
    if (await isThere())
        return;
    await comment(issues, number, body, isThere);
}
/** Writes a comment; one that was not answered is written again only where `isThere` does not find it. */
async function comment(issues, number, body, isThere) {
    try {
        await issues.comment(number, body);
    }
    catch (error) {
        if (!isUnanswered(error))
            throw error;
        if (!(await isThere()))
            await issues.comment(number, body);
    }
}
function toldComment(told) {
    const what = told === "ticked"
        ? "This action item is ticked in its postmortem. Close this issue if it is done."
        : "This action item is no longer in its postmortem. Close this issue if it was dropped.";
    return `${what}\n\n${toldMarker(told)}`;
}
function toldMarker(told) {
    return `<!-- postmortem-bridge told ${told} -->`;
}
async function createIssue(state, { item, title, body }) {
    const { issues, labels, people, written, refused } = state;
    const assignees = loginsOf(item.owner, people).filter((login) => !isTeamMention(login) && !refused.has(login));
    const isIt = (other) => readMarker(other.body)?.key === item.key;
    let issue;
    try {
        issue = await makeIssue(issues, { title, body, labels, assignees }, isIt);
    }
    catch (error) {
        if (!(error instanceof errors/* RequestError */.GI) || error.status !== 422 || isLimit(error))
            throw error;
        const isRefused = await Promise.all(assignees.map(async (login) => !(await issues.isAssignable(login))));
        const strangers = assignees.filter((_, index) => isRefused[index]);
        // What is wrong with it is wrong with this item alone.
        if (strangers.length === 0)
            written.warnings.push(`An item of ${item.path} has no issue. ${answerOf(error)}`);
        else {
            warnRefused(state, "assignee", strangers, []);
            await createIssue(state, { kind: "create", item, title, body });
        }
        return;
    }
    if (typeof issue === "string") {
        written.failures.push(issue);
        return;
    }
    written.counts.create++;
    warnRefused(state, "label", labels, issue.labels);
    warnRefused(state, "assignee", assignees, issue.assignees);
}
/**
 * Makes an issue; one whose making was not answered is made again only where it is not there. What comes back without
 * the tracking label, the first one, would not be found again: it is closed, and a sentence says so.
 */
async function makeIssue(issues, issue, isIt) {
    const made = await createOnce(issues, issue, isIt);
    const [tracking = ""] = issue.labels;
    if (includes(made.labels, tracking))
        return made;
    await issues.edit(made.number, NOT_PLANNED);
    return `Issue #${made.number} came back without the label ${tracking}, so it would not be found again, and it was closed; let the token set labels (\`issues: write\`), or make the label in the repository.`;
}
async function createOnce(issues, issue, isIt) {
    try {
        return await issues.create(issue);
    }
    catch (error) {
        if (!isUnanswered(error))
            throw error;
        return (await issues.listNewest()).find(isIt) ?? (await issues.create(issue));
    }
}
function warnRefused({ refused, written }, what, asked, taken) {
    for (const name of asked.filter((one) => !includes(taken, one) && !refused.has(one))) {
        refused.add(name);
        written.warnings.push(`GitHub does not take the ${what} ${name}, so the issues are made without it.`);
    }
}
function includes(names, name) {
    return names.some((one) => one.toLowerCase() === name.toLowerCase());
}
function isUnanswered(error) {
    return error instanceof errors/* RequestError */.GI && error.effect === "unknown";
}

;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/keep-dashboard.js
/** Keeps the one issue that is the dashboard: made once, and rewritten only when something changed. */



const TITLE = "Postmortems: what needs somebody";
/**
 * Says what became of it, as a part of a sentence, or why it could not be made. `listed` are all issues with the label;
 * in a dry run nothing is written.
 */
async function keepDashboard(text, { issues, listed, label, isDryRun }) {
    const [dashboard, ...younger] = listed
        .filter(({ body }) => isDashboard(body))
        .sort((a, b) => a.number - b.number);
    if (dashboard === undefined) {
        if (isDryRun)
            return { sentence: "the dashboard would be made" };
        const issue = { title: TITLE, body: writeDashboard("", text), labels: [label], assignees: [] };
        const made = await makeIssue(issues, issue, (other) => isDashboard(other.body));
        return typeof made === "string" ? { failure: made } : { sentence: `the dashboard (${made.url}) is new` };
    }
    for (const { number, isOpen } of younger)
        if (isOpen && !isDryRun)
            await issues.edit(number, NOT_PLANNED);
    const { number, url, isOpen, body } = dashboard;
    const name = `the dashboard (${url})`;
    // A person who closes it wants none; opening it again brings it back.
    if (!isOpen)
        return { sentence: `${name} is closed, so it is left as it is` };
    const written = writeDashboard(body, text);
    if (sameLines(written) === sameLines(body))
        return { sentence: `${name} has not changed` };
    if (!isDryRun)
        await issues.edit(number, { body: written });
    return { sentence: `${name} ${isDryRun ? "would be" : "is"} rewritten` };
}

;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/remind.js
/** Writes the reminders that are due: few, dated, and none while people are talking. */



const remind_MOST = 30;
/** The reminders of these open items to write now, the oldest dates first, 30 at most; `rest` counts the others. */
async function dueReminders(open, { issues, days, now }) {
    const candidates = open.flatMap(({ item, issue }) => {
        const reminder = item.due === null ? null : reminderAt(item.due, days, now);
        return reminder === null ? [] : [{ item, issue, reminder }];
    });
    if (candidates.length === 0)
        return { due: [], rest: 0 };
    const comments = Map.groupBy(await issues.listComments(commentsSince(days, now)), ({ issue }) => issue);
    const all = candidates
        .filter(({ issue, reminder }) => mayRemind(reminder, comments.get(issue.number) ?? [], now))
        .sort((a, b) => a.reminder.due.localeCompare(b.reminder.due));
    return { due: all.slice(0, remind_MOST), rest: Math.max(0, all.length - remind_MOST) };
}
/** Writes them; throws as `writeChanges` does. */
async function writeReminders(due, { issues, people, now }, written) {
    for (const { item, issue, reminder } of due) {
        const isThere = async () => !mayRemind(reminder, await issues.listCommentsOf(issue.number), now);
        await unlessGone(written, issue, async () => {
            await comment(issues, issue.number, writeReminder(reminder, loginsOf(item.owner, people)), isThere);
            written.counts.remind++;
        });
    }
}

;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/keep-issues.js
/** Brings GitHub's issues in line with the action items, and reminds people: all that one run does with issues. */






/** Does it; throws RequestError where GitHub does not answer or denies the permission. */
async function keepIssues(options) {
    const counts = { create: 0, edit: 0, tell: 0, close: 0, remind: 0 };
    const kept = { counts, itemIssues: null, listed: [], warnings: [], failures: [], isStopped: false };
    try {
        await work(kept, options);
    }
    catch (error) {
        const warning = limitWarning(error);
        if (warning === null)
            throw error;
        kept.isStopped = true;
        kept.warnings.push(warning);
    }
    return kept;
}
async function work(kept, options) {
    const { isDryRun } = options;
    const { changes, notices } = await planInto(kept, options);
    const renamed = await renamedLabel(changes, kept, options);
    if (renamed !== null) {
        kept.isStopped = true;
        kept.failures.push(`The issues of these items carry the label ${renamed} and not ${options.labels[0]}, so no second ones are made. Write ${renamed} as the first of follow-ups.labels, or give the label its old name again.`);
        return;
    }
    kept.warnings.push(...notices);
    if (isDryRun)
        for (const { kind } of changes)
            kept.counts[kind]++;
    else
        await writeChanges(changes, options, kept);
    await remind(kept, options);
    if (isDryRun || kept.counts.create === 0)
        return;
    // Two runs at once, or an answer that was lost for long, may have made two issues of one item.
    const again = await planInto(kept, options);
    const duplicates = again.changes.filter(({ kind }) => kind === "close");
    await writeChanges(duplicates, options, kept);
}
/** Plans from the issues as GitHub has them now. */
async function planInto(kept, options) {
    kept.listed = await options.issues.list();
    const plan = planIssues({ ...options, issues: kept.listed });
    const made = options.isDryRun ? keysMade(plan.changes) : [];
    kept.itemIssues = new Map([
        ...plan.matched.pairs.map(({ item, tracked }) => [item.key, tracked.issue]),
        ...made.map((key) => [key, null]),
    ]);
    return plan;
}
function keysMade(changes) {
    return changes.flatMap((change) => (change.kind === "create" ? change.item.key : []));
}
/** The label that took the place of the tracking label; null where there is none, so that the items are new. */
async function renamedLabel(changes, { listed }, { issues, labels }) {
    const made = new Set(keysMade(changes));
    if (made.size === 0 || listed.some(({ body }) => readMarker(body) !== null))
        return null;
    const own = (await issues.listNewest("any label")).filter(({ body }) => made.has(readMarker(body)?.key ?? ""));
    // A person may give one issue another label, and the old one is still there.
    if (own.length === 0 || (own.length === 1 && (await issues.hasLabel())))
        return null;
    const others = own.map((issue) => issue.labels.filter((name) => !labels.includes(name)));
    return others[0]?.find((name) => others.every((names) => names.includes(name))) ?? null;
}
async function remind(kept, options) {
    if (options.remind === null)
        return;
    const open = options.items.flatMap((item) => {
        const issue = kept.itemIssues?.get(item.key);
        return issue?.isOpen && !issue.isLocked && !item.isTicked ? { item, issue } : [];
    });
    const { due, rest } = await dueReminders(open, { ...options, days: options.remind });
    if (options.isDryRun)
        kept.counts.remind = due.length;
    else
        await writeReminders(due, options, kept);
    if (rest > 0)
        kept.warnings.push(`${rest} more reminders are due; the next run writes them.`);
}
/** The sentence for a limit of GitHub's; null for any other error. */
function limitWarning(error) {
    if (!(error instanceof errors/* RequestError */.GI) || !isLimit(error))
        return null;
    return `GitHub's limit is reached; the next run goes on. ${answerOf(error)}`;
}

// EXTERNAL MODULE: ./build/src/incident/patterns.js
var patterns = __webpack_require__(2525);
// EXTERNAL MODULE: ./build/src/postmortem/directory.js
var postmortem_directory = __webpack_require__(887);
// EXTERNAL MODULE: ./build/src/postmortem/parse.js
var parse = __webpack_require__(3403);
;// CONCATENATED MODULE: ./build/src/jobs/follow-ups/read.js
/** Reads the postmortems of the docs repository for the follow-ups; what cannot be read is named. */







const MOST_NAMED = 10;
/** Reads all files of the directory and its subfolders; `names` is what the team calls the known sections. */
function readDirectory(files, directory, names) {
    const found = { postmortems: [], unread: [] };
    const byIncident = new Map();
    for (const path of (0,postmortem_directory/* listMarkdown */.A)(files, directory)) {
        const read = readFile(path, files.read(path), names);
        if (read === null)
            continue;
        const first = "reason" in read ? undefined : byIncident.get(read.incidentId);
        if ("reason" in read)
            found.unread.push({ path, reason: read.reason });
        else if (first !== undefined)
            found.unread.push({ path, reason: `it has the incident of ${first}, which counts` });
        else {
            found.postmortems.push(read);
            byIncident.set(read.incidentId, path);
        }
    }
    return found;
}
/** Null for a file that is no postmortem: neither its front matter nor its name is about an incident. */
function readFile(path, text, names) {
    if (text === null)
        return { reason: "it leads out of the checkout" };
    const source = (0,parse/* parsePostmortem */.qL)(path, text, names);
    if ("problem" in source)
        return { reason: source.problem };
    const { frontMatter, values, title } = source;
    const isAbout = frontMatter?.lines.has("incident") || [...(0,file/* incidentsOf */.D3)([path])].some((id) => patterns/* incidentIdPattern */.SU.test(id));
    if (!isAbout)
        return null;
    if (values.incident === null)
        return { reason: "its front matter does not say which incident it is about" };
    const { incident, service, created, acknowledged, resolved, causes } = values;
    const items = (0,action_items/* actionItemsOf */.MP)(source);
    return {
        path,
        incidentId: incident,
        title: title?.text ?? path,
        service,
        created,
        acknowledged,
        resolved,
        causes: causes ?? [],
        items,
        unclear: unclearIn(source),
        undated: items.flatMap(({ isTicked, line, due }) => isTicked || due === null || (0,action_items/* isOpen */.nT)(due) || (0,time/* isDay */.N)(due)
            ? []
            : `the date on line ${line} is no day such as 2026-03-01`),
    };
}
function unclearIn(source) {
    if ((0,parse/* sectionsWith */.$D)(source, "action-items").length === 0)
        return "it has no section Action Items, or what `sections` of the configuration calls it";
    const [first] = (0,action_items/* unboxedIn */.nv)(source);
    return first === undefined ? null : `what stands on line ${first.line} is no item with a checkbox`;
}
/** What people should know of the files; `since` is that of the configuration, in epoch milliseconds. */
function warningsOf({ postmortems, unread }, since) {
    const left = postmortems
        .map((one) => ({ path: one.path, reason: leftOutOf(one, since).join(", and ") }))
        .filter(({ reason }) => reason !== "");
    const named = [
        ["Not every file could be read, so no item counts as gone", unread],
        ["Not all action items of these files are followed up", left],
    ];
    return named.flatMap(([sentence, all]) => {
        const more = all.length > MOST_NAMED ? `; and ${all.length - MOST_NAMED} more` : "";
        const shown = all.slice(0, MOST_NAMED).map(({ path, reason }) => `${path}: ${reason}`);
        return all.length === 0 ? [] : `${sentence}: ${shown.join("; ")}${more}.`;
    });
}
/** What of a postmortem is not followed up though somebody may think so. */
function leftOutOf(postmortem, since) {
    const { created, unclear, undated } = postmortem;
    if (isSince(postmortem, since))
        return [...(unclear === null ? [] : [unclear]), ...undated];
    const isMeant = created === null && followUpsOf(postmortem).some(isTaken);
    return isMeant ? ["its `created` is no time, so it may have been before `since`"] : [];
}

// EXTERNAL MODULE: ./build/src/jobs/load-config.js
var load_config = __webpack_require__(9479);
// EXTERNAL MODULE: ./build/src/jobs/result.js
var result = __webpack_require__(7273);
;// CONCATENATED MODULE: ./build/src/jobs/follow-ups.js
/** The follow-ups of merged postmortems: action items become issues, people are reminded, the dashboard is kept. */















const eventSchema = schemas/* object */.Ikc({
    ref: schemas/* string */.YjP().nullish(),
    repository: schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP() }).nullish(),
});
/**
 * Follows up what is merged on the default branch. Nothing is done where the configuration asks for nothing, or where
 * the run is about another branch. Throws SettingsError without a token, and RequestError where a service refuses.
 */
async function followUp(context, config) {
    const { issues, dashboard } = config["follow-ups"];
    if (!issues && !dashboard)
        return (0,result/* nothingToDo */.KN)("follow-ups", ["follow-ups has neither issues nor dashboard in the configuration", ...remindAlone(config)].join("; "));
    const { ref, repository } = eventSchema.safeParse(context.event.payload).data ?? {};
    const branch = repository?.default_branch ?? null;
    if (ref && branch !== null && ref !== `refs/heads/${branch}`)
        return (0,result/* nothingToDo */.KN)("follow-ups", `follow-ups are those of the default branch, ${branch}`);
    await (0,load_config/* assertRepositoryPrivate */.sY)(context, config);
    const github = (0,jobs_context/* connectGitHub */.UY)(context);
    if (github === null)
        throw new errors/* SettingsError */.GN(["github-token is empty; the follow-ups read and write issues with it"]);
    return await followUpWith(context, config, github);
}
async function followUpWith(context, config, github) {
    const { serverUrl, repository, files, clock, inputs } = context;
    const options = config["follow-ups"];
    const { since, people, labels } = options;
    const isDryRun = inputs["dry-run"];
    // Not every event names the default branch, and an address that changes would edit every issue.
    const fileUrl = (path) => `${serverUrl}/${repository}/blob/HEAD/${encodePath(path)}`;
    const redact = (texts) => (0,redact_text/* redactTexts */.SG)(texts, config);
    const directory = readDirectory(files, config.directory, config.sections);
    const facts = {
        postmortems: await Promise.all(directory.postmortems.map((one) => redactPostmortem(one, redact))),
        items: await describeItems(directory.postmortems.flatMap(followUpsOf), fileUrl, redact),
        itemIssues: null,
        people,
        since: since === undefined ? null : Date.parse(since),
        fileUrl,
        now: clock.now(),
    };
    const issues = createIssues(github, clock, repository, labels[0] ?? "");
    const absenceOf = absencesFrom(directory, `/blob/HEAD/${encodePath(config.directory)}/`);
    const kept = options.issues
        ? await keepIssues({ ...facts, issues, absenceOf, labels, remind: options.remind ?? null, isDryRun })
        : null;
    const known = { ...facts, itemIssues: kept?.itemIssues ?? null };
    const dashboard = options.dashboard
        ? await dashboardOf(known, kept, { context, config, github, issues, redact })
        : null;
    const parts = [kept && countsOf(kept, isDryRun), dashboard?.sentence].filter(Boolean);
    return {
        kind: "follow-ups",
        job: "follow-ups",
        decision: "followed-up",
        reason: `${isDryRun ? "dry run: " : ""}${follow_ups_counted(directory.postmortems.length, "postmortem", "postmortems")} read in ${config.directory}; ${parts.join("; ")}`,
        openItems: openItems(known).length,
        overdueItems: overdueItems(known).length,
        markdown: isDryRun && dashboard ? [`\n${dashboard.text}`] : [],
        configuration: null,
        warnings: [
            ...remindAlone(config).map((problem) => `In the configuration, ${problem}.`),
            ...warningsOf(directory, facts.since),
            ...(kept?.warnings ?? []),
            ...(dashboard?.warnings ?? []),
        ],
        failures: [...(kept?.failures ?? []), ...(dashboard?.failures ?? [])],
    };
}
/** What is to be said where reminders are wanted and there is no issue to comment on. */
function remindAlone({ "follow-ups": { issues, remind } }) {
    return issues || remind === undefined ? [] : ["remind has no effect without issues: true"];
}
/** What is shown of a postmortem beside its items. */
async function redactPostmortem(postmortem, redact) {
    const { title, service, causes } = postmortem;
    const [clean = "", cleanService = "", ...cleanCauses] = await redact([title, service ?? "", ...causes]);
    return { ...postmortem, title: clean, service: cleanService || null, causes: cleanCauses };
}
/** `folder` stands in the address of every file of the directory. */
function absencesFrom({ postmortems, unread }, folder) {
    const unclear = new Set(postmortems.filter((one) => one.unclear !== null).map((one) => one.incidentId));
    return ({ issue, marker }) => {
        if (addressIn(issue.body)?.includes(folder) === false)
            return "elsewhere";
        if (unread.length > 0 || unclear.has(marker.incidentId))
            return "unclear";
        // A directory without postmortems is more likely another directory than the end of all items.
        return postmortems.length === 0 ? "elsewhere" : "gone";
    };
}
const WAITS = {
    sentence: "the dashboard waits for the next run",
    text: "",
    warnings: [],
    failures: [],
};
async function dashboardOf(facts, kept, { issues, ...options }) {
    // Without its label, the dashboard would not be found again either.
    if (kept !== null && (kept.isStopped || kept.failures.length > 0))
        return WAITS;
    const { context, config } = options;
    const [label = ""] = config["follow-ups"].labels;
    const covered = new Set(facts.postmortems.map(({ incidentId }) => incidentId));
    try {
        const services = await factsOfServices({ ...options, covered });
        const text = renderDashboard({ ...factsOfFiles(facts), ...services });
        const listed = kept?.listed ?? (await issues.list());
        const isDryRun = context.inputs["dry-run"];
        const shown = await keepDashboard(text, { issues, listed, label, isDryRun });
        if ("failure" in shown)
            return { ...WAITS, failures: [shown.failure] };
        return { ...WAITS, sentence: shown.sentence, text };
    }
    catch (error) {
        const warning = limitWarning(error);
        if (warning !== null)
            return { ...WAITS, warnings: [warning] };
        return { ...WAITS, failures: (0,result/* failuresOf */.dJ)(error).map((one) => `The dashboard was not kept. ${one}`) };
    }
}
function countsOf({ counts, itemIssues }, isDryRun) {
    if (itemIssues === null)
        return "the issues could not be listed";
    const words = [
        [counts.create, "made"],
        [counts.edit, "edited"],
        [counts.tell, "told of a tick or a removal"],
        [counts.close, "closed as duplicates"],
        [counts.remind, "reminded"],
    ];
    const would = isDryRun ? "would be " : "";
    const told = words.filter(([count]) => count > 0).map(([count, what]) => `${count} ${would}${what}`);
    const open = [...itemIssues.values()].filter((issue) => issue?.isOpen).length;
    return `${follow_ups_counted(open, "issue is", "issues are")} open${told.length === 0 ? "" : `; ${told.join(", ")}`}`;
}
function follow_ups_counted(count, one, several) {
    return `${count} ${count === 1 ? one : several}`;
}
function encodePath(path) {
    // A parenthesis would end the link in Markdown.
    return path.split("/").map(encodeURIComponent).join("/").replaceAll("(", "%28").replaceAll(")", "%29");
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

/***/ 7479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ listResolved),
/* harmony export */   Z: () => (/* binding */ longestWindow)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/** The incidents that were resolved in a window of time, however many. */

/** The longest window, and how long PagerDuty lets one request reach. */
const MONTHS = 6;
const SHORTEST_SLICE_MS = 1_000;
const LONGEST_MS = 20 * 60_000;
const MOST_CALLS = 5_000;
/** The beginning of the longest window that ends at an instant: six calendar months before it. */
function longestWindow(until) {
    return monthsBefore(until, MONTHS);
}
/**
 * All incidents that were resolved from `from` on, oldest resolve first. PagerDuty selects by creation, so those that
 * were created up to a year ago are asked for, the latest resolve first, until the window is passed; and it hands out
 * 10,000 of one selection, so a larger one is asked for in halves. Throws RequestError, since a list that is not whole
 * would look like nothing was missed.
 * @see https://developer.pagerduty.com/api-reference/9d0b4b12e36f9-list-incidents
 */
async function listResolved(options) {
    const { pagerDuty, clock, from } = options;
    const now = clock.now();
    const limits = { deadline: now + LONGEST_MS, calls: MOST_CALLS };
    const found = new Map();
    const border = longestWindow(now);
    const slices = [
        { since: border, until: now },
        { since: longestWindow(border), until: border },
    ];
    for (let slice = slices.shift(); slice; slice = slices.shift()) {
        const { resolved, isWhole } = await readSlice(pagerDuty, slice, from, limits);
        for (const one of resolved)
            found.set(one.incident.id, one);
        if (!isWhole)
            slices.unshift(...halvesOf(slice));
    }
    return [...found.values()].sort((a, b) => a.at - b.at);
}
async function readSlice(pagerDuty, slice, from, limits) {
    const resolved = [];
    let last = Number.POSITIVE_INFINITY;
    let isOrdered = true;
    for (let offset = 0; offset !== null;) {
        const page = await pagerDuty.pageOfResolved({ ...slice, offset }, limits);
        for (const incident of page.incidents) {
            const at = Date.parse(incident.resolvedAt ?? incident.incident.created_at ?? "");
            if (at >= from)
                resolved.push({ ...incident, at });
            isOrdered &&= at <= last;
            last = at;
        }
        // Where the order is not the one that was asked for, what was missed may be on any page.
        if (isOrdered && last < from)
            break;
        if (page.next === "beyond")
            return { resolved, isWhole: false };
        offset = page.next;
    }
    return { resolved, isWhole: true };
}
function halvesOf({ since, until }) {
    if (until - since < SHORTEST_SLICE_MS) {
        const detail = "more incidents were created within one second than PagerDuty hands out";
        const message = `Reading resolved incidents from PagerDuty failed: ${detail}. Take a shorter window.`;
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI(message, { detail });
    }
    const middle = Math.floor((since + until) / 2);
    return [
        { since: middle, until },
        { since, until: middle },
    ];
}
function monthsBefore(time, months) {
    const date = new Date(time);
    return date.setUTCMonth(date.getUTCMonth() - months);
}


/***/ })

};
