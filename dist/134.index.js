export const id = 134;
export const ids = [134];
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

/***/ 4762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ startOrContinueSession)
});

// EXTERNAL MODULE: ./build/src/lib/begin.js
var begin = __webpack_require__(3444);
// EXTERNAL MODULE: ./build/src/lib/http.js
var http = __webpack_require__(4906);
// EXTERNAL MODULE: ./build/src/devin/session.js
var devin_session = __webpack_require__(9122);
// EXTERNAL MODULE: ./build/src/devin/tags.js
var devin_tags = __webpack_require__(2613);
;// CONCATENATED MODULE: ./build/src/devin/attempt.js
/** One attempt to bring an update to an incident's session: what it is given, what it knows, and what it comes to. */


/** The sessions of the incident, oldest first, without those that were beyond the day's limit. */
async function sessionsOf({ devin, incidentId, }) {
    const listed = await devin.listSessions((0,devin_tags/* incidentTag */.fZ)(incidentId));
    return listed.filter(({ tags }) => !tags.includes(devin_tags/* DEFERRED_TAG */.hm));
}
/** Whether the session carries the tag of the event. */
function isTold({ update }, session) {
    return session.tags.includes((0,devin_tags/* eventTag */.Dd)(update.eventId));
}
function skipped(reason, session) {
    return { decision: "skipped", reason, session };
}
/** What there is to say of a session that has the event already. */
function deliveredBefore({ update }, session) {
    return skipped(`event ${update.eventId} was delivered before: its session ${hasOrHad(session)}`, session);
}
/** What there is to say where a tag of one of these sessions tells of this event, or of something later. */
function findDelivered(attempt, sessions) {
    const { eventId, occurredAt } = attempt.update;
    const told = sessions.find((session) => isTold(attempt, session));
    if (told)
        return deliveredBefore(attempt, told);
    if (occurredAt === null)
        return null;
    const later = sessions.find(({ tags }) => ((0,devin_tags/* lastInstruction */.xh)(tags)?.until ?? Number.NEGATIVE_INFINITY) >= occurredAt);
    if (later === undefined)
        return null;
    const reason = `event ${eventId} is older than what the incident's session knows: it ${hasOrHad(later)}`;
    return skipped(reason, later);
}
function hasOrHad(session) {
    return (0,devin_session/* isAlive */._n)(session) ? "has it" : "had it and has ended; to draft again, run the workflow by hand";
}

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
;// CONCATENATED MODULE: ./build/src/devin/create-once.js
/** One session by a create that has no idempotency key: lost answers are looked for, and so are races. */




const CREATE_TRIES = 3;
const LOOKS = 4;
/** Whether this run has started the session. */
function isOwn(attempt, session) {
    const { own } = attempt;
    return own !== null && (session.id === own.created.id || (own.wasLost && isTold(attempt, session)));
}
/** A list with the run's own session, which it may not show yet. */
function withOwn({ own }, listed) {
    const isMissing = own !== null && !listed.some(({ id }) => id === own.created.id);
    return isMissing ? [...listed, own.created].sort(devin_session/* byAge */.jI) : listed;
}
/** A new session. A repeat after a lost answer first looks for what that created. */
async function createOnce(attempt, session) {
    const { devin, clock } = attempt;
    const isMade = (listed) => (0,devin_session/* isAlive */._n)(listed) && isTold(attempt, listed);
    let wasLost = false;
    for (let tried = 1;; tried++) {
        try {
            return { created: await devin.createSession(session), wasLost };
        }
        catch (error) {
            if (!(error instanceof errors/* RequestError */.GI) || !(0,http/* isRetryable */.r3)(error))
                throw error;
            await clock.sleep((0,http/* waitMs */.Cu)(error, tried));
            if (error.effect === "unknown") {
                wasLost = true;
                const created = (await listOnceShown(attempt, isMade)).find(isMade);
                if (created)
                    return { created, wasLost };
            }
            if (tried >= CREATE_TRIES)
                throw error;
        }
    }
}
/** The incident's sessions once the new one is among them. What goes wrong here must not hide that there is one. */
async function lookForRace(attempt, created) {
    const { warnings } = attempt;
    const isCreated = ({ id }) => id === created.id;
    let listed = [];
    // Until the list shows the new session it may hide an older one as well.
    const unseen = await (0,http/* errorMessageOf */.dS)(async () => {
        listed = await listOnceShown(attempt, isCreated);
    });
    if (!listed.some(isCreated)) {
        const advice = unseen ?? "Look for one in Devin, and archive it.";
        warnings.push(`The session ${(0,devin_session/* linkOf */.IJ)(created)} was started, but Devin's list does not show it, so another session of this incident could not be ruled out. ${advice}`);
    }
    return listed;
}
/** The list as soon as it shows a certain session, or else at the last look. */
async function listOnceShown(attempt, isWanted) {
    for (let looked = 1;; looked++) {
        const listed = await sessionsOf(attempt);
        if (looked >= LOOKS || listed.some(isWanted))
            return listed;
        await attempt.clock.sleep(1_000 * 2 ** (looked - 1));
    }
}

// EXTERNAL MODULE: ./build/src/devin/duplicates.js
var duplicates = __webpack_require__(7834);
;// CONCATENATED MODULE: ./build/src/devin/tell-live.js
/** Brings an update to a session that is alive, once however often it is tried. */





const SEND_TRIES = 2;
/**
 * What came of telling the session; null where it turns out to have ended, as the younger one of a race does. Where
 * nobody would look again (`isLast`), that is thrown like the other refusals.
 */
async function tellLive(attempt, session, isLast) {
    try {
        return await tell(attempt, session);
    }
    catch (error) {
        if (isLast || !(await hasEnded(attempt, session, error)))
            throw error;
        return null;
    }
}
async function tell(attempt, session) {
    const { devin, update } = attempt;
    const { instruction, eventId, isDelivered, isOutdatedBy } = update;
    if (instruction === "gather")
        return skipped("the incident has a session already", session);
    // By its first line a message is found where its run could not tag the session.
    const messages = await devin.listMessages(session.id);
    if (isOutdatedBy && messages.some(isOutdatedBy))
        return skipped(`event ${eventId} is older than what the incident's session was told`, session);
    const wasSent = messages.some(isDelivered);
    if (!wasSent)
        await send(attempt, session);
    await tag(attempt, session);
    if (wasSent)
        return deliveredBefore(attempt, session);
    return instruction === "hold"
        ? { decision: "held", reason: "the incident's live session was told to hold", session }
        : {
            decision: "continued",
            reason: "the incident has a live session, which was told the update",
            session,
        };
}
/** Sends the message; after an answer that was lost again, unless the message is there. */
async function send({ devin, message, update }, session) {
    const words = message(session);
    for (let tried = 1;; tried++) {
        try {
            return await devin.sendMessage(session.id, words);
        }
        catch (error) {
            const isLost = error instanceof errors/* RequestError */.GI && error.effect === "unknown";
            if (!isLost)
                throw error;
            if ((await devin.listMessages(session.id)).some(update.isDelivered))
                return;
            if (tried >= SEND_TRIES)
                throw error;
        }
    }
}
/** Marks that the session has the update. */
async function tag({ devin, update, warnings }, session) {
    const refusal = await (0,http/* errorMessageOf */.dS)(() => devin.addTags(session.id, session.tags, (0,devin_tags/* toldTags */.vJ)(update)));
    if (refusal !== null)
        warnings.push(`The session has the update, but not the tag of this event. ${refusal}`);
}
async function hasEnded(attempt, { id }, error) {
    if (!(error instanceof errors/* RequestError */.GI) || error.effect === "unknown")
        return false;
    return !(await sessionsOf(attempt)).some((session) => session.id === id && (0,devin_session/* isAlive */._n)(session));
}

;// CONCATENATED MODULE: ./build/src/devin/start-or-continue.js
/** An incident in, exactly one session out. */








/** After so many looks, a session that ends just when it is told something is a failure. */
const MOST_LOOKS = 3;
/**
 * Starts the incident's session, or tells the one that is alive. Devin v3 has no idempotency key, so the order is:
 * look, create only when there is none, look again after an answer that was lost, and once more after every create,
 * when of two sessions that a race made the older stands and the younger is archived.
 */
async function startOrContinueSession(options) {
    const attempt = { ...options, warnings: [], own: null };
    let reached = null;
    for (let looked = 1; reached === null; looked++)
        reached = await lookAndAct(attempt, looked);
    return { ...reached, warning: attempt.warnings.join(" ") || null };
}
/** Acts by the sessions that are there now; null where they have changed meanwhile, so that they are looked at again. */
async function lookAndAct(attempt, looked) {
    // The limit is asked for at the same time, though a live session makes it needless.
    const refusal = (0,begin/* begin */.q)(async () => (await attempt.start?.refusal()) ?? null);
    const sessions = withOwn(attempt, await sessionsOf(attempt));
    // Of several that live the oldest is to stay, so only what it was told counts.
    const live = sessions.find(devin_session/* isAlive */._n);
    if (live !== undefined)
        return await continueLive(attempt, live, sessions, looked);
    const delivered = findDelivered(attempt, sessions);
    if (delivered !== null)
        return delivered;
    return await startNew(attempt, (0,duplicates/* latestUpdated */.ZW)(sessions) ?? null, refusal);
}
/** Tells the live session, unless this run has started it or it knows the event; then ends the younger ones beside it. */
async function continueLive(attempt, live, sessions, looked) {
    const reached = isOwn(attempt, live)
        ? startedBy(live, sessions)
        : (findDelivered(attempt, [live]) ?? (await tellLive(attempt, live, looked >= MOST_LOOKS)));
    if (reached !== null)
        await endYounger(attempt, live, sessions, reached);
    return reached;
}
/** Starts a session where the update wants one and none is against it. */
async function startNew(attempt, ended, refusal) {
    const { start, update } = attempt;
    if (start === null)
        return skipped("the incident has no live session that could hold", ended);
    if (update.instruction === "gather" && ended)
        return skipped("the incident's session has ended; the resolve decides about another", ended);
    const reason = await refusal;
    if (reason !== null)
        return { decision: "deferred", reason, session: null };
    const own = await createOnce(attempt, await start.session(ended));
    attempt.own = own;
    return await afterCreate(attempt, start, own);
}
/** What became of the session that was created; null where an older one lives, which is to be told in its place. */
async function afterCreate(attempt, start, own) {
    const sessions = withOwn(attempt, await lookForRace(attempt, own.created));
    const deferred = await deferBeyondLimit(attempt, start, own.created);
    if (deferred !== null)
        return deferred;
    const live = sessions.find(devin_session/* isAlive */._n);
    if (live === undefined || !isOwn(attempt, live))
        return null;
    const delivered = await withdraw(attempt, own, sessions);
    if (delivered !== null)
        return delivered;
    const started = startedBy(live, sessions);
    await endYounger(attempt, live, sessions, started);
    return started;
}
/**
 * Ends a session that turned out to be beyond the day's limit. The tag comes first: without it the session would count
 * as one that has the event, and its incident would never be drafted.
 */
async function deferBeyondLimit({ devin, warnings }, { refusalAfter }, created) {
    const reason = await refusalAfter(created);
    if (reason === null)
        return null;
    const refusal = await (0,http/* errorMessageOf */.dS)(() => devin.addTags(created.id, created.tags, [devin_tags/* DEFERRED_TAG */.hm]));
    if (refusal !== null) {
        warnings.push(`The session ${(0,devin_session/* linkOf */.IJ)(created)} is beyond the day's limit, and stays. ${refusal}`);
        return null;
    }
    const unended = await (0,http/* errorMessageOf */.dS)(() => devin.archiveSession(created.id));
    if (unended !== null)
        warnings.push(`The session ${(0,devin_session/* linkOf */.IJ)(created)} is beyond the day's limit; archive it in Devin. ${unended}`);
    return { decision: "deferred", reason, session: null };
}
/**
 * Ends the new session where one that has ended knew the event: the two lists of the first look are asked at once, and
 * what is archived at that very moment may be in neither.
 */
async function withdraw(attempt, { created, wasLost }, sessions) {
    // After a lost answer, one that has ended may be this run's own.
    if (wasLost)
        return null;
    const delivered = findDelivered(attempt, endedBefore(created, sessions));
    if (delivered !== null)
        attempt.warnings.push(...(await (0,duplicates/* archiveSurplus */.Nu)(attempt.devin, created)));
    return delivered;
}
function startedBy(created, sessions) {
    const ended = (0,duplicates/* latestUpdated */.ZW)(endedBefore(created, sessions));
    return {
        decision: "started",
        reason: `the incident had no live session${ended ? `, ${(0,devin_session/* linkOf */.IJ)(ended)} has ended` : ""}`,
        session: created,
    };
}
function endedBefore(created, sessions) {
    return sessions.filter((session) => !(0,devin_session/* isAlive */._n)(session) && (0,devin_session/* byAge */.jI)(session, created) < 0);
}
/** Ends every younger live session that knows no more than the oldest, by now. */
async function endYounger({ devin, update, own, warnings }, live, sessions, { decision }) {
    const told = decision === "skipped" ? null : update.knownUntil;
    const until = Math.max((0,duplicates/* knownUntil */.or)(live), told ?? Number.NEGATIVE_INFINITY);
    warnings.push(...(await (0,duplicates/* archiveDuplicates */.Le)(devin, sessions, until, own?.created.id)));
}


/***/ }),

/***/ 9626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ stuckSentence),
/* harmony export */   y: () => (/* binding */ sessionFields)
/* harmony export */ });
/* harmony import */ var _devin_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9122);
/* harmony import */ var _postmortem_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3560);
/* harmony import */ var _prompt_prompt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(344);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8130);
/** What a session says of its incident: the file that it named, its pull request, and whether it needs a person. */




/** The result with what became of the session. */
function sessionFields(context, { publish, directory }, { decision, session, warning }, known) {
    const warnings = warning === null ? known.warnings : [...known.warnings, warning];
    const decided = { ...known, decision, session, warnings };
    if (session === null)
        return decided;
    const named = publish === "pull-request" && decision !== "started"
        ? fileOf(session, directory, known.incident.id)
        : null;
    const state = (0,_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .stateOf */ .L4)(session);
    return {
        ...decided,
        path: named ?? known.path,
        pullRequest: session.pullRequests.find((0,_context_js__WEBPACK_IMPORTED_MODULE_3__/* .isInDocsRepository */ .XF)(context)) ?? null,
        warnings: state.kind === "stuck" ? [...warnings, stuckSentence(session, state.advice)] : warnings,
    };
}
/** The file that a session has named already; it keeps that name, whatever title and date are known to be now. */
function fileOf({ structuredOutput }, directory, incidentId) {
    const file = _prompt_prompt_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeSchema */ .Ws.safeParse(structuredOutput).data?.file ?? "";
    const name = file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : "";
    return (0,_postmortem_file_js__WEBPACK_IMPORTED_MODULE_1__/* .findPostmortem */ .qK)([name], incidentId) === null ? null : file;
}
/** That a session needs a person, and what for. */
function stuckSentence(session, advice) {
    return `The session ${(0,_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOf */ .IJ)(session)} is stuck: ${advice}.`;
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
