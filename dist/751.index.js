export const id = 751;
export const ids = [751,497];
export const modules = {

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

/***/ 8497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ holdIfOpen),
/* harmony export */   holdIncident: () => (/* binding */ holdIncident)
/* harmony export */ });
/* harmony import */ var _devin_start_or_continue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4762);
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4906);
/* harmony import */ var _pagerduty_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6665);
/* harmony import */ var _prompt_messages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5854);
/* harmony import */ var _redact_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4138);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7273);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9626);
/* harmony import */ var _trigger_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2106);
/** The job hold: tells the incident's live session that the incident is open again. */








/** Tells the session to write nothing until the next resolve; where no session is alive, nothing is done. */
async function holdIncident(context, config, payload) {
    const { event, incident } = payload;
    const known = (0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .undecided */ .oo)("hold", incident, null);
    const reopening = { incidentId: incident.id, eventId: event.id, at: (0,_trigger_js__WEBPACK_IMPORTED_MODULE_7__/* .instantOf */ .B9)(context.clock, payload) };
    if (context.inputs["dry-run"])
        return {
            ...known,
            decision: "dry-run",
            reason: "the incident was reopened; a live session of it would be told to hold",
            prompt: messageOf(reopening),
        };
    try {
        const held = await holdSession(context, reopening);
        // Only what has a session has passed the rules, and may be named.
        const record = held.decision === "held" ? await (0,_redact_record_js__WEBPACK_IMPORTED_MODULE_4__/* .redactRecord */ .h)((0,_pagerduty_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordOf */ .z)(incident, null), config) : null;
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .sessionFields */ .y)(context, config, held, { ...known, record, reason: held.reason });
    }
    catch (error) {
        return { ...known, failures: (0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .failuresOf */ .dJ)(error) };
    }
}
/**
 * Has the session hold where PagerDuty has the incident as open by now; null where it has not. For a run that has just
 * told the session to draft: the reopening's own run may have found no session yet, and nothing makes the two take
 * turns. Throws RequestError where Devin refuses.
 */
async function holdIfOpen(context, pagerDuty, incidentId) {
    const at = context.clock.now();
    const isOpen = await hasOpen(pagerDuty, incidentId);
    return isOpen
        ? await holdSession(context, { incidentId, eventId: `missed-${new Date(at).toISOString()}`, at })
        : null;
}
async function hasOpen(pagerDuty, incidentId) {
    let status = null;
    // A token may lose sight of what is resolved, so a refusal does not show that the incident is open.
    await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessageOf */ .dS)(async () => {
        status = (await pagerDuty.getIncident(incidentId)).incident.status;
    });
    return status === "triggered" || status === "acknowledged";
}
/** Tells the incident's live session of a reopening, unless it knows of a later resolve. */
function holdSession(context, reopening) {
    const { incidentId, eventId, at } = reopening;
    return (0,_devin_start_or_continue_js__WEBPACK_IMPORTED_MODULE_0__/* .startOrContinueSession */ .r)({
        devin: context.devin(),
        clock: context.clock,
        incidentId,
        update: {
            instruction: "hold",
            eventId,
            occurredAt: at,
            knownUntil: at,
            isDelivered: (0,_prompt_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .mentionsEvent */ .ki)(eventId),
            isOutdatedBy: (0,_prompt_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .mentionsResolutionSince */ .Ch)(at),
        },
        message: () => messageOf(reopening),
        start: null,
    });
}
function messageOf({ eventId, at }) {
    return (0,_prompt_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .buildHold */ .w4)(eventId, at);
}


/***/ }),

/***/ 5751:
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
// EXTERNAL MODULE: ./build/src/pagerduty/resolved-incidents.js
var resolved_incidents = __webpack_require__(7479);
// EXTERNAL MODULE: ./build/src/postmortem/directory.js
var directory = __webpack_require__(887);
// EXTERNAL MODULE: ./build/src/postmortem/file.js
var file = __webpack_require__(3560);
// EXTERNAL MODULE: ./build/src/redact/text.js + 12 modules
var redact_text = __webpack_require__(4195);
// EXTERNAL MODULE: ./build/src/jobs/attention.js
var attention = __webpack_require__(5648);
// EXTERNAL MODULE: ./build/src/jobs/capacity.js
var capacity = __webpack_require__(2352);
// EXTERNAL MODULE: ./build/src/jobs/context.js + 4 modules
var jobs_context = __webpack_require__(8130);
// EXTERNAL MODULE: ./build/src/jobs/result.js
var result = __webpack_require__(7273);
// EXTERNAL MODULE: ./build/src/lib/text.js
var lib_text = __webpack_require__(5498);
// EXTERNAL MODULE: ./build/src/pagerduty/record.js + 3 modules
var record = __webpack_require__(6665);
// EXTERNAL MODULE: ./build/src/policy/gate.js + 5 modules
var gate = __webpack_require__(7749);
// EXTERNAL MODULE: ./build/src/jobs/draft.js + 3 modules
var draft = __webpack_require__(5302);
// EXTERNAL MODULE: ./build/src/jobs/hold.js
var hold = __webpack_require__(8497);
// EXTERNAL MODULE: ./build/src/jobs/trigger.js
var jobs_trigger = __webpack_require__(2106);
// EXTERNAL MODULE: ./build/src/jobs/waiting.js
var waiting = __webpack_require__(1613);
;// CONCATENATED MODULE: ./build/src/jobs/settle.js
/** One incident of a reconcile: it is settled already, or skipped, or brought to a session now. */













const LONGEST_TITLE = 120;
/** The row of one incident. Its title is shown where the rules allow it a postmortem. */
async function settle(work, resolved) {
    const { context, config, sessions, room } = work;
    const { id, number, url, title } = resolved.incident;
    const own = sessions.get(id) ?? [];
    const answer = (0,gate/* passGate */.l)({
        record: (0,record/* recordOf */.z)(resolved.incident, { at: resolved.resolvedAt, by: resolved.resolvedBy }),
        policy: config,
        notReadyBecause: null,
        requestedBy: (0,waiting/* requesterOf */.iq)(own),
        hasCapacity: own.some(devin_session/* isAlive */._n) || room > 0,
        isDryRun: context.inputs["dry-run"],
    });
    const shown = answer.outcome === "skipped" ? "" : (0,lib_text/* toSingleLine */.OX)(title ?? "", LONGEST_TITLE);
    const named = { incident: { id, number, url }, title: (await (0,redact_text/* redactText */.Rd)(shown, config)) || null };
    try {
        return { ...named, ...(await settleOne(work, resolved, own, answer)) };
    }
    catch (error) {
        return { ...named, outcome: "failed", reason: (0,result/* failuresOf */.dJ)(error).join("; ") };
    }
}
/** Drafts the incident, unless a session of it was told of the resolve, or the gate, its file or a dry run is against it. */
async function settleOne(work, resolved, own, answer) {
    const { config, files } = work;
    const { incident, at } = resolved;
    const session = (0,duplicates/* currentOf */.$c)(own);
    const latest = wantedUntil(own, session, at);
    if (session !== undefined && knowsUntil(session, latest)) {
        await endOthers(work, own);
        return await (0,attention/* inspectSession */.dq)(work, session, own);
    }
    if (answer.by === "merged")
        return await skipResolved(work, own, at, answer.reason);
    if (!session && files.has(incident.id))
        return { outcome: "has a file", reason: `it has a file in ${config.directory}` };
    if (answer.outcome === "skipped")
        return await skipResolved(work, own, at, answer.reason);
    if (answer.outcome === "passed")
        return await draftMissed(work, { ...resolved, latest }, (0,waiting/* requesterOf */.iq)(own));
    return { outcome: answer.outcome, reason: await work.redacted(answer.reason) };
}
/** Up to when the session that counts has to know its incident, in epoch milliseconds: the resolve at the least. */
function wantedUntil(own, session, at) {
    const last = session ? (0,devin_tags/* lastInstruction */.xh)(session.tags) : null;
    // A session that does not draft was not told of the resolve, whatever the times say: the time of a reopening may trail
    // by more than it lasted. And a second session may know more than the oldest, which is the one that stays.
    const isWaiting = last !== null && last.ask !== "draft";
    return Math.max(at, isWaiting ? last.until + 1 : at, ...own.filter(devin_session/* isAlive */._n).slice(1).map(duplicates/* knownUntil */.or));
}
/** Whether a session was told of what happened up to then; one that no tag tells of counts as told. */
function knowsUntil({ tags }, instant) {
    const last = (0,devin_tags/* lastInstruction */.xh)(tags);
    return last === null || last.until >= instant;
}
/** Ends the live sessions of an incident but the oldest, as far as they know nothing later than `until`. */
async function endOthers({ context, warnings }, own, until = Number.POSITIVE_INFINITY) {
    if (context.inputs["dry-run"])
        return;
    warnings.push(...(await (0,duplicates/* archiveDuplicates */.Le)(context.devin(), own, until)));
}
async function skipResolved(work, own, at, reason) {
    const { context, redacted } = work;
    const ended = context.inputs["dry-run"] ? [] : await (0,waiting/* endWaiting */.tS)(context.devin(), own, at);
    await endOthers(work, own.filter((session) => !ended.includes(session)));
    return {
        outcome: "skipped",
        reason: `${await redacted(reason)}${ended.length > 0 ? waiting/* ENDED_WAITING */.DA : ""}`,
    };
}
async function draftMissed(work, resolved, requestedBy) {
    const { context, config, pagerDuty } = work;
    const trigger = await (0,jobs_trigger/* triggerMissed */.Op)({ pagerDuty, clock: context.clock }, resolved);
    const hadRoom = work.room > 0;
    // A failure counts as well: what Devin refuses once it refuses again, and each try reads a whole record.
    work.room--;
    const { decision, reason, record, warnings, failures } = await (0,draft.draftIncident)(context, config, {
        instruction: "draft",
        trigger: { ...trigger, requestedBy },
        hasCapacity: () => Promise.resolve(hadRoom),
        // Nobody waits for one of many.
        waitMinutes: 0,
    });
    work.warnings.push(...warnings);
    if (decision === null)
        return { outcome: "failed", reason: failures.join("; ") };
    if (decision !== "started")
        work.room++;
    const isTold = decision === "started" || decision === "continued";
    const held = isTold ? await holdReopened(work, resolved.incident.id) : null;
    const row = {
        outcome: decision,
        reason: [reason, held, ...failures].filter((part) => part !== null).join("; "),
    };
    return record === null ? { ...row, title: null } : row;
}
/** Has the session hold where its incident was reopened meanwhile; resolves with what there is to say of that. */
async function holdReopened({ context, pagerDuty, warnings }, id) {
    try {
        const held = await (0,hold/* holdIfOpen */.H)(context, pagerDuty, id);
        if (held?.warning)
            warnings.push(held.warning);
        return held && `it was reopened meanwhile: ${held.reason}`;
    }
    catch (error) {
        warnings.push(...(0,result/* failuresOf */.dJ)(error));
        return null;
    }
}

;// CONCATENATED MODULE: ./build/src/jobs/reconcile.js
/** A window of time in, every incident that was resolved in it drafted or explained. */














const DEFAULT_WINDOW_MS = 2 * time/* DAY_MS */.sO;
/** How long after its last sign of life a session that needs a person is reported. */
const STUCK_FOR_MS = 30 * time/* DAY_MS */.sO;
const MOST_FAILURES = 10;
const MOST_WARNINGS = 50;
/**
 * Takes the incidents of the window, oldest resolve first, and brings those to a session whose resolve reached none;
 * what PagerDuty, GitHub or Devin says against one of them is a row of its own and stops no other. Throws
 * SettingsError for a window that is too long, and RequestError where what there is cannot be read whole.
 */
async function reconcile(context, config) {
    const now = context.clock.now();
    const windowMs = windowOf(context, now);
    const pagerDuty = requirePagerDuty(context);
    const from = now - windowMs;
    const resolved = await (0,resolved_incidents/* listResolved */.X)({ pagerDuty, clock: context.clock, from });
    const sessions = await readSessions(context, resolved, now);
    const work = startWork(context, config, pagerDuty, sessions);
    // Soon older than any later window of this length.
    const leavesBefore = from + Math.min(time/* DAY_MS */.sO, windowMs / 2);
    const rows = [];
    let leaving = 0;
    for (const incident of resolved) {
        const row = await settle(work, incident);
        rows.push(row);
        if (row.outcome === "deferred" && incident.at < leavesBefore)
            leaving++;
    }
    if (leaving > 0)
        work.warnings.push(leavingWarning(leaving));
    await inspectOthers(work, resolved, now);
    const alarms = await (0,attention/* tellAlarms */.of)(work, MOST_FAILURES);
    const failed = rows.filter(({ outcome }) => outcome === "failed").map(({ reason }) => reason);
    return {
        kind: "reconcile",
        job: "reconcile",
        decision: "reconciled",
        reason: `${rows.length} ${rows.length === 1 ? "incident was" : "incidents were"} resolved in ${(0,time/* spellDuration */.jl)(windowMs)}${countsOf(rows)}`,
        rows,
        configuration: null,
        warnings: atMost(work.warnings),
        // What failed has a row as well.
        failures: [...new Set([...alarms, ...failed])].slice(0, MOST_FAILURES),
    };
}
function windowOf({ inputs }, now) {
    const windowMs = inputs.since ?? DEFAULT_WINDOW_MS;
    if (now - windowMs >= (0,resolved_incidents/* longestWindow */.Z)(now))
        return windowMs;
    throw new errors/* SettingsError */.GN([
        `since is ${(0,time/* spellDuration */.jl)(windowMs)}, and a window reaches six months back at the most; take a shorter one`,
    ]);
}
function requirePagerDuty(context) {
    const pagerDuty = (0,jobs_context/* connectPagerDuty */.uu)(context, null);
    if (pagerDuty !== null)
        return pagerDuty;
    throw new errors/* SettingsError */.GN([
        "pagerduty-token is empty; reconcile asks PagerDuty which incidents were resolved, so store a read-only key as the secret PAGERDUTY_TOKEN",
    ]);
}
function startWork(context, config, pagerDuty, sessions) {
    const dayAgo = Math.floor((context.clock.now() - time/* DAY_MS */.sO) / 1_000);
    return {
        context,
        config,
        pagerDuty,
        sessions: Map.groupBy(sessions, ({ tags }) => (0,devin_tags/* incidentOf */.w8)(tags)),
        files: (0,file/* incidentsOf */.D3)((0,directory/* listMarkdown */.A)(context.files, config.directory)),
        redacted: remembered((reason) => (0,redact_text/* redactText */.Rd)(reason, config)),
        room: config.limits["sessions-per-day"] - (0,capacity/* startedSince */._w)(sessions, dayAgo).length,
        warnings: [],
        alarms: [],
    };
}
/**
 * The project's sessions since the oldest of the incidents began, or for a day, and those with a sign of life in the last
 * 30 days; in pages however many there are.
 */
async function readSessions({ devin }, resolved, now) {
    const created = resolved.map(({ at, incident }) => Date.parse(incident.created_at ?? "") || at);
    const since = created.reduce((earliest, at) => Math.min(earliest, at), now) - time/* DAY_MS */.sO;
    const [started, seen] = await Promise.all([
        devin().listSessions(devin_tags/* PROJECT_TAG */.hc, { createdSince: Math.floor(since / 1_000) }),
        devin().listSessions(devin_tags/* PROJECT_TAG */.hc, { updatedSince: Math.floor((now - STUCK_FOR_MS) / 1_000) }),
    ]);
    const all = new Map([...started, ...seen].map((session) => [session.id, session]));
    return [...all.values()].filter(({ tags }) => !tags.includes(devin_tags/* DEFERRED_TAG */.hm)).sort(devin_session/* byAge */.jI);
}
/** Looks at the sessions of incidents outside the window, as long as they gave a sign of life in the last 30 days. */
async function inspectOthers(work, resolved, now) {
    const since = Math.floor((now - STUCK_FOR_MS) / 1_000);
    const inWindow = new Set(resolved.map(({ incident }) => incident.id));
    for (const [incidentId, own] of work.sessions) {
        const session = (0,duplicates/* currentOf */.$c)(own);
        if (session === undefined || incidentId === null || inWindow.has(incidentId))
            continue;
        await endOthers(work, own, (0,duplicates/* knownUntil */.or)(session));
        const isDrafting = ((0,devin_tags/* lastInstruction */.xh)(session.tags)?.ask ?? "draft") === "draft";
        if (!isDrafting || session.updatedAt < since)
            continue;
        try {
            await (0,attention/* inspectSession */.dq)(work, session, own);
        }
        catch (error) {
            work.warnings.push(...(0,result/* failuresOf */.dJ)(error));
        }
    }
}
function remembered(find) {
    const found = new Map();
    return (text) => {
        const known = found.get(text) ?? find(text);
        found.set(text, known);
        return known;
    };
}
function leavingWarning(amount) {
    const waiting = amount === 1 ? "1 incident waits" : `${amount} incidents wait`;
    return `${waiting} for limits.sessions-per-day and will soon be older than this window: raise the limit, or run the workflow by hand with a longer since.`;
}
function atMost(warnings) {
    const left = warnings.length - MOST_WARNINGS;
    return left > 0 ? [...warnings.slice(0, MOST_WARNINGS), `${left} more warnings are left out.`] : warnings;
}
function countsOf(rows) {
    const counts = [...Map.groupBy(rows, ({ outcome }) => outcome)].map(([outcome, { length }]) => `${length} ${outcome}`);
    return counts.length > 0 ? `: ${counts.join(", ")}` : "";
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
