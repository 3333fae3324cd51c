export const id = 400;
export const ids = [400];
export const modules = {

/***/ 9400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reconcile: () => (/* binding */ reconcile)
});

// EXTERNAL MODULE: ./build/src/devin/duplicates.js
var duplicates = __webpack_require__(7834);
// EXTERNAL MODULE: ./build/src/devin/session.js
var devin_session = __webpack_require__(9122);
// EXTERNAL MODULE: ./build/src/devin/tags.js
var devin_tags = __webpack_require__(2613);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/time.js
var time = __webpack_require__(6016);
// EXTERNAL MODULE: ./build/src/pagerduty/record.js + 1 modules
var pagerduty_record = __webpack_require__(1257);
;// CONCATENATED MODULE: ./build/src/pagerduty/resolved-incidents.js
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
        throw new errors/* RequestError */.G(message, { status: null, detail, effect: "none", retryAfterMs: null });
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

// EXTERNAL MODULE: ./build/src/policy/decide.js
var decide = __webpack_require__(8966);
// EXTERNAL MODULE: ./build/src/postmortem/file.js
var file = __webpack_require__(3560);
// EXTERNAL MODULE: ./build/src/prompt/messages.js
var messages = __webpack_require__(5854);
// EXTERNAL MODULE: ./build/src/redact/redact.js + 1 modules
var redact = __webpack_require__(9734);
// EXTERNAL MODULE: ./build/src/jobs/context.js + 1 modules
var context = __webpack_require__(4503);
// EXTERNAL MODULE: ./build/src/jobs/draft.js + 5 modules
var draft = __webpack_require__(2261);
// EXTERNAL MODULE: ./build/src/jobs/outside.js + 9 modules
var outside = __webpack_require__(4293);
// EXTERNAL MODULE: ./build/src/jobs/summary.js
var summary = __webpack_require__(4490);
// EXTERNAL MODULE: ./build/src/jobs/trigger.js + 1 modules
var trigger = __webpack_require__(4991);
;// CONCATENATED MODULE: ./build/src/jobs/reconcile.js
/** A window of time in, every incident that was resolved in it drafted or explained. */
















const DAY_MS = 86_400_000;
const DEFAULT_WINDOW_MS = 2 * DAY_MS;
const NUDGED_TAG = "nudged";
const MOST_FAILURES = 10;
/**
 * Takes the incidents of the window, oldest resolve first, and brings those to a session whose resolve reached none;
 * what PagerDuty, GitHub or Devin says against one of them is a row of its own and stops no other. Throws
 * SettingsError for a window that is too long, and RequestError where what there is cannot be read whole.
 */
async function reconcile(desk, report) {
    const { run, inputs, config } = desk;
    const now = run.clock.now();
    const windowMs = inputs.since ?? DEFAULT_WINDOW_MS;
    if (now - windowMs < longestWindow(now))
        throw new errors/* SettingsError */.n([
            `since is ${(0,time/* spellDuration */.jl)(windowMs)}, and a window reaches six months back at the most; take a shorter one`,
        ]);
    const pagerDuty = (0,trigger/* connect */.Ng)({ inputs, fetch: run.fetch, clock: run.clock }, null);
    if (pagerDuty === null)
        throw new errors/* SettingsError */.n([
            "pagerduty-token is empty; reconcile asks PagerDuty which incidents were resolved, so store a read-only key as the secret PAGERDUTY_TOKEN",
        ]);
    const resolved = await listResolved({ pagerDuty, clock: run.clock, from: now - windowMs });
    const sessions = await readSessions(desk, resolved, now);
    const dayAgo = Math.floor((now - DAY_MS) / 1_000);
    const view = {
        desk,
        pagerDuty,
        sessions: byIncident(sessions),
        files: (0,file/* incidentsOf */.D3)(run.files.list(config.directory)),
        redacted: remembered(redact/* redactText */.Rd),
        room: config.limits["sessions-per-day"] - (0,context/* startedSince */._)(sessions, dayAgo),
        report,
    };
    const rows = [];
    for (const incident of resolved) {
        const { id, number, url } = incident.incident;
        rows.push({ incident: { id, number, url }, ...(await settle(view, incident)) });
    }
    const failed = rows.filter(({ outcome }) => outcome === "failed").map(({ reason }) => reason);
    report.failures.push(...[...new Set(failed)].slice(0, MOST_FAILURES));
    report.reconciled = rows;
    report.decision = "reconciled";
    report.reason = `${rows.length} incidents were resolved in ${(0,time/* spellDuration */.jl)(windowMs)}${countsOf(rows)}`;
}
/** The project's sessions since the oldest of the incidents began, or for a day, in pages however many there are. */
async function readSessions({ devin }, resolved, now) {
    if (resolved.length === 0)
        return [];
    const created = resolved.map(({ at, incident }) => Date.parse(incident.created_at ?? "") || at);
    const since = created.reduce((earliest, at) => Math.min(earliest, at), now) - DAY_MS;
    return await devin().listSessions(devin_tags/* PROJECT_TAG */.hc, Math.floor(since / 1_000));
}
function byIncident(sessions) {
    return Map.groupBy(sessions, ({ tags }) => (0,devin_tags/* incidentOf */.w8)(tags) ?? "");
}
async function settle(view, resolved) {
    try {
        return await settleOne(view, resolved);
    }
    catch (error) {
        if (error instanceof errors/* RequestError */.G)
            return { outcome: "failed", reason: error.message };
        if (error instanceof errors/* SettingsError */.n)
            return { outcome: "failed", reason: error.problems.join("; ") };
        throw error;
    }
}
async function settleOne(view, resolved) {
    const { desk, files, sessions } = view;
    const { incident, at } = resolved;
    const own = sessions.get(incident.id) ?? [];
    const [standing, ...surplus] = own.filter(devin_session/* isAlive */._n);
    const session = standing ?? (0,duplicates/* latestUpdated */.ZW)(own);
    const asked = session ? (0,devin_tags/* lastInstruction */.xh)(session.tags) : null;
    // One that does not draft was not told, whatever the times say: a reopening's may trail by more than it lasted. And a
    // second session may have news that the oldest lacks, which is the one that stays.
    const isWaiting = asked !== null && asked.ask !== "draft";
    const latest = Math.max(at, isWaiting ? asked.until + 1 : at, ...surplus.map(duplicates/* knownUntil */.or));
    const isTold = session !== undefined && (asked === null || asked.until >= latest);
    if (isTold) {
        await endOthers(view, own);
        return await inspectSession(view, session, own);
    }
    if (incident.merged_into !== null)
        return await skipIncident(view, resolved, `it was merged into ${incident.merged_into}`);
    if (!session && files.has(incident.id))
        return { outcome: "has a file", reason: `it has a file in ${desk.config.directory}` };
    const record = (0,pagerduty_record/* recordOf */.z)(incident, { at: resolved.resolvedAt, by: resolved.resolvedBy });
    const decision = (0,decide/* decide */.LD)(desk.config, (0,decide/* subjectOf */.et)(record));
    if (decision.do === "skip")
        return await skipIncident(view, resolved, decision.reason);
    if (desk.inputs["dry-run"])
        return { outcome: "dry-run", reason: await view.redacted(decision.reason) };
    if (view.room <= 0 && !(session && (0,devin_session/* isAlive */._n)(session)))
        return { outcome: "deferred", reason: "limits.sessions-per-day is used up; the next reconcile takes it" };
    return await draftMissed(view, { ...resolved, latest });
}
async function endOthers({ desk, report }, own) {
    if (desk.inputs["dry-run"])
        return;
    report.warnings.push(...(await (0,duplicates/* archiveDuplicates */.Le)(desk.devin(), own, Number.POSITIVE_INFINITY)));
}
async function skipIncident(view, { incident, at }, reason) {
    const { desk, sessions, redacted } = view;
    const own = sessions.get(incident.id) ?? [];
    const ended = desk.inputs["dry-run"] ? [] : (0,duplicates/* pendingSessions */.n5)(own, at);
    for (const { id } of ended)
        await desk.devin().archiveSession(id);
    await endOthers(view, own.filter((session) => !ended.includes(session)));
    return {
        outcome: "skipped",
        reason: `${await redacted(reason)}${ended.length > 0 ? draft/* ENDED_WAITING */.D : ""}`,
    };
}
async function draftMissed(view, resolved) {
    const { desk, pagerDuty, report } = view;
    const own = (0,summary/* emptyReport */._O)();
    const occasion = await (0,trigger/* triggerMissed */.Op)({ pagerDuty, clock: desk.run.clock }, resolved);
    const hadRoom = view.room > 0;
    const hasCapacity = () => Promise.resolve(hadRoom);
    // A failure counts as well: what Devin refuses once it refuses again, and each try reads a whole record.
    view.room--;
    // Nobody waits for one of many.
    const inputs = { ...desk.inputs, "wait-minutes": 0 };
    const { decision, reason } = await (0,draft.draftIncident)({ ...desk, inputs, hasCapacity }, "draft", occasion, own);
    if (decision !== "started")
        view.room++;
    report.warnings.push(...own.warnings);
    return { outcome: decision, reason };
}
/** What became of a session that has the resolve. */
async function inspectSession(view, session, own) {
    const { run, config } = view.desk;
    const name = (0,devin_session/* linkOf */.IJ)(session);
    const state = (0,devin_session/* stateOf */.L4)(session);
    const pullRequest = own.flatMap(({ pullRequests }) => pullRequests).find((0,outside/* isIn */.S1)(run));
    if (pullRequest !== undefined)
        return { outcome: "has a session", reason: `${name} opened ${pullRequest}` };
    if (state.kind === "stuck")
        return { outcome: "stuck", reason: `${name}: ${state.advice}` };
    if (state.kind === "working")
        return { outcome: "has a session", reason: `${name} is at work` };
    if (config.publish !== "pull-request")
        return { outcome: "has a session", reason: `${name} has ended its turn` };
    if (session.statusDetail === "waiting_for_user")
        return await nudge(view, session);
    return {
        outcome: "stuck",
        reason: `${name} ended without a pull request: open it, or run the workflow by hand with the incident`,
    };
}
/** Reminds a session that waits for an answer, once. */
async function nudge({ desk, report }, session) {
    const name = (0,devin_session/* linkOf */.IJ)(session);
    const waits = { outcome: "stuck", reason: `${name} waits for somebody: open it and answer` };
    if (desk.inputs["dry-run"] || session.tags.includes(NUDGED_TAG))
        return waits;
    const devin = desk.devin();
    const wasNudged = await devin.hasMessage(session.id, messages/* isReminder */.DG);
    if (!wasNudged)
        await devin.sendMessage(session.id, messages/* REMINDER */.Hs);
    try {
        await devin.addTags(session.id, session.tags, [NUDGED_TAG]);
    }
    catch (error) {
        if (!(error instanceof errors/* RequestError */.G))
            throw error;
        // By its words the reminder is found without the tag too.
        report.warnings.push(`The session ${name} has the reminder, but not its tag. ${error.message}`);
    }
    return wasNudged
        ? waits
        : { outcome: "nudged", reason: `${name} waited for somebody, and was told to go on` };
}
function remembered(find) {
    const found = new Map();
    return (text) => {
        const known = found.get(text) ?? find(text);
        found.set(text, known);
        return known;
    };
}
function countsOf(rows) {
    const counts = [...Map.groupBy(rows, ({ outcome }) => outcome)].map(([outcome, { length }]) => `${length} ${outcome}`);
    return counts.length > 0 ? `: ${counts.join(", ")}` : "";
}


/***/ })

};
