export const id = 261;
export const ids = [261];
export const modules = {

/***/ 7834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ archiveDuplicates),
/* harmony export */   ZW: () => (/* binding */ latestUpdated),
/* harmony export */   n5: () => (/* binding */ pendingSessions),
/* harmony export */   or: () => (/* binding */ knownUntil)
/* harmony export */ });
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4906);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9122);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2613);
/** The sessions of one incident where there are several: which knows most, which waits, and which is one too many. */



/**
 * Ends the live sessions of an incident but the oldest, which a race, a lost answer or a run that was cut off left
 * behind; those with news that go beyond `until` (epoch milliseconds) stay until the oldest has them too, but for the
 * one of the id `spent`. Resolves with a warning for each that could not be ended.
 */
async function archiveDuplicates(devin, sessions, until, spent) {
    const warnings = [];
    for (const session of sessions.filter(_session_js__WEBPACK_IMPORTED_MODULE_1__/* .isAlive */ ._n).slice(1)) {
        if (knownUntil(session) > until && session.id !== spent)
            continue;
        const refusal = await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessageOf */ .dS)(() => devin.archiveSession(session.id));
        if (refusal !== null)
            warnings.push(`The session ${(0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .linkOf */ .IJ)(session)} is a second one of this incident; archive it in Devin. ${refusal}`);
    }
    return warnings;
}
/** Of sessions that have ended, the one with the latest news, and of those the youngest. */
function latestUpdated(ended) {
    const until = ({ tags }) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .lastInstruction */ .xh)(tags)?.until ?? 0;
    return ended.toSorted((a, b) => until(a) - until(b)).at(-1);
}
/** Up to when the news reach that a session was told and that must not be lost with it. */
function knownUntil({ tags }) {
    const asked = (0,_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .lastInstruction */ .xh)(tags);
    return asked === null || asked.ask === "gather" ? Number.NEGATIVE_INFINITY : asked.until;
}
/**
 * The live sessions that only wait for the news of a resolve, known at `occurredAt` (epoch milliseconds; null:
 * whenever): they gather or hold. Where no postmortem is wanted after all, they are to be ended.
 */
function pendingSessions(sessions, occurredAt) {
    return sessions.filter((session) => {
        const asked = (0,_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .lastInstruction */ .xh)(session.tags);
        const isWaiting = asked !== null && asked.ask !== "draft" && asked.until <= (occurredAt ?? asked.until);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .isAlive */ ._n)(session) && isWaiting;
    });
}


/***/ }),

/***/ 2261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ ENDED_WAITING),
  draftIncident: () => (/* binding */ draftIncident),
  holdIncident: () => (/* binding */ holdIncident)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/devin/duplicates.js
var duplicates = __webpack_require__(7834);
// EXTERNAL MODULE: ./build/src/devin/session.js
var devin_session = __webpack_require__(9122);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/http.js
var http = __webpack_require__(4906);
// EXTERNAL MODULE: ./build/src/devin/tags.js
var devin_tags = __webpack_require__(2613);
;// CONCATENATED MODULE: ./build/src/devin/start-or-continue.js
/** An incident in, exactly one session out. */





const CREATE_TRIES = 3;
const JOIN_TRIES = 3;
const LOOKS = 4;
/**
 * Starts the incident's session, or tells the one that is alive. Devin v3 has no idempotency key, so the order is:
 * look, create only when there is none, look again after an answer that was lost, and once more after every create,
 * when of two sessions that a race made the older stands and the younger is archived.
 */
async function startOrContinueSession(options) {
    const warnings = [];
    const brought = await resolve({ ...options, warnings });
    return { ...brought, warning: warnings.join(" ") || null };
}
async function resolve(work) {
    let own = null;
    for (let tried = 1;; tried++) {
        const all = withOwn(await sessionsOf(work), own);
        const standing = all.find(devin_session/* isAlive */._n);
        if (standing && isOwn(work, standing, own))
            return await finish(work, startedBy(all, standing), all, own);
        // Of several that live the oldest is to stay, so only what it was told counts.
        const known = findDelivered(work, standing ? [standing] : all);
        if (known)
            return await finish(work, known, all, own);
        if (standing) {
            try {
                return await finish(work, await continueSession(work, standing), all, own);
            }
            catch (error) {
                if (tried >= JOIN_TRIES || !(await hasEnded(work, standing, error)))
                    throw error;
                continue;
            }
        }
        const ended = (0,duplicates/* latestUpdated */.ZW)(all) ?? null;
        const start = await checkCapacity(work, ended);
        if ("decision" in start)
            return start;
        own = await create(work, await start.session(ended));
        const listed = withOwn(await lookForRace(work, own.created), own);
        const oldest = listed.find(devin_session/* isAlive */._n);
        // Where another one stands, this run begins anew with it.
        if (oldest && isOwn(work, oldest, own))
            return await finish(work, startedBy(listed, oldest), listed, own);
    }
}
function isOwn(work, session, own) {
    return own !== null && (session.id === own.created.id || (own.wasLost && isTold(work, session)));
}
/** A list with the run's own session, which it may not show yet. */
function withOwn(listed, own) {
    const isMissing = own !== null && !listed.some(({ id }) => id === own.created.id);
    return isMissing ? [...listed, own.created].sort(devin_session/* byAge */.jI) : listed;
}
function startedBy(all, created) {
    const ended = (0,duplicates/* latestUpdated */.ZW)(all.filter((session) => !(0,devin_session/* isAlive */._n)(session) && (0,devin_session/* byAge */.jI)(session, created) < 0));
    return {
        decision: "started",
        reason: `the incident had no live session${ended ? `, ${(0,devin_session/* linkOf */.IJ)(ended)} has ended` : ""}`,
        session: created,
    };
}
/** What was brought, once every younger live session whose news the oldest has is ended. */
async function finish(work, brought, all, own) {
    const { session, decision } = brought;
    if (session === null || !(0,devin_session/* isAlive */._n)(session))
        return brought;
    const reaches = decision === "skipped" ? null : work.news.reaches;
    const until = Math.max((0,duplicates/* knownUntil */.or)(session), reaches ?? Number.NEGATIVE_INFINITY);
    work.warnings.push(...(await (0,duplicates/* archiveDuplicates */.Le)(work.devin, all, until, own?.created.id)));
    return brought;
}
function sessionsOf({ devin, incidentId }) {
    return devin.listSessions((0,devin_tags/* incidentTag */.fZ)(incidentId));
}
/** What there is to say when one of these sessions has this event already, or later news. */
function findDelivered(work, sessions) {
    const { eventId, occurredAt } = work.news;
    const told = sessions.find((session) => isTold(work, session));
    if (told)
        return skipped(`event ${eventId} was delivered before: its session ${stateOf(told)}`, told);
    const later = sessions.find(({ tags }) => occurredAt !== null && ((0,devin_tags/* lastInstruction */.xh)(tags)?.until ?? Number.NEGATIVE_INFINITY) >= occurredAt);
    return later
        ? skipped(`event ${eventId} is older than the news that the incident's session has: it ${stateOf(later)}`, later)
        : null;
}
function stateOf(session) {
    return (0,devin_session/* isAlive */._n)(session) ? "has it" : "had it and has ended; to draft again, run the workflow by hand";
}
function isTold({ news }, session) {
    return session.tags.includes((0,devin_tags/* eventTag */.Dd)(news.eventId));
}
async function checkCapacity({ news, start }, ended) {
    if (start === null)
        return skipped("the incident has no live session that could hold", ended);
    if (news.ask === "gather" && ended)
        return skipped("the incident's session has ended; the resolve decides about another", ended);
    if (await start.hasCapacity())
        return start;
    const reason = "limits.sessions-per-day is used up; the next reconcile with room takes it";
    return { decision: "deferred", reason, session: null };
}
/** Brings the news to a session that is alive. */
async function continueSession(work, session) {
    const { ask, eventId, isOutdatedBy } = work.news;
    if (ask === "gather")
        return skipped("the incident has a session already", session);
    if (isOutdatedBy && (await work.devin.hasMessage(session.id, isOutdatedBy)))
        return skipped(`event ${eventId} is older than what the incident's session was told`, session);
    if (!(await sendOnce(work, session)))
        return skipped(`event ${eventId} was delivered before: its session ${stateOf(session)}`, session);
    return ask === "hold"
        ? { decision: "held", reason: "the incident's live session was told to hold", session }
        : { decision: "continued", reason: "the incident has a live session, which was told the news", session };
}
/** Whether a refusal means that the session ended meanwhile, as the younger one of a race does. */
async function hasEnded(options, { id }, error) {
    if (!(error instanceof errors/* RequestError */.G) || error.effect === "unknown")
        return false;
    return !(await sessionsOf(options)).some((session) => session.id === id && (0,devin_session/* isAlive */._n)(session));
}
function skipped(reason, session) {
    return { decision: "skipped", reason, session };
}
/** Sends the message once and marks it as sent; false when an earlier run had told of it and was cut off before marking. */
async function sendOnce(work, session) {
    const { devin, news, warnings } = work;
    const { ask, eventId, reaches } = news;
    const wasSent = await wasTold(work, session);
    if (!wasSent)
        await send(work, session);
    // By its marker the message is found without the tags too.
    const added = [(0,devin_tags/* eventTag */.Dd)(eventId), ...(reaches === null ? [] : [(0,devin_tags/* instructionTag */.DJ)(ask, reaches)])];
    const refusal = await (0,http/* errorMessageOf */.dS)(() => devin.addTags(session.id, session.tags, added));
    if (refusal !== null)
        warnings.push(`The session has the news, but not the tag of this event. ${refusal}`);
    return !wasSent;
}
/** Whether a message of the session tells of the event, or of the resolve that it brings. */
async function wasTold({ devin, news }, { id }) {
    const markers = [news.marker, news.resolutionLine ?? null].filter((marker) => marker !== null);
    for (const marker of markers)
        if (await devin.hasMessage(id, marker))
            return true;
    return false;
}
/** Sends the message; again after an answer that was lost, unless the message is there. */
async function send({ devin, news, message }, session) {
    const { id } = session;
    const words = message(session);
    try {
        await devin.sendMessage(id, words);
    }
    catch (error) {
        const isLost = error instanceof errors/* RequestError */.G && error.effect === "unknown";
        if (!isLost)
            throw error;
        if (!(await devin.hasMessage(id, news.marker)))
            await devin.sendMessage(id, words);
    }
}
/** A new session. */
async function create(work, session) {
    const { devin, clock } = work;
    const isMade = (listed) => (0,devin_session/* isAlive */._n)(listed) && isTold(work, listed);
    let wasLost = false;
    for (let tried = 1;; tried++) {
        try {
            return { created: await devin.createSession(session), wasLost };
        }
        catch (error) {
            if (!(error instanceof errors/* RequestError */.G) || !(0,http/* isRetryable */.r3)(error))
                throw error;
            await clock.sleep((0,http/* waitMs */.Cu)(error, tried));
            if (error.effect === "unknown") {
                wasLost = true;
                const created = (await listOnceShown(work, isMade)).find(isMade);
                if (created)
                    return { created, wasLost };
            }
            if (tried >= CREATE_TRIES)
                throw error;
        }
    }
}
/** The incident's sessions once the new one is among them. What goes wrong here must not hide that there is one. */
async function lookForRace(work, created) {
    const { devin, warnings } = work;
    const isCreated = ({ id }) => id === created.id;
    const tag = (0,devin_tags/* incidentTag */.fZ)(work.incidentId);
    const isTagged = created.tags.includes(tag);
    // An enterprise may keep the tags that it does not list from its sessions.
    const unmarked = isTagged
        ? null
        : await (0,http/* errorMessageOf */.dS)(() => devin.addTags(created.id, created.tags, [tag]));
    let listed = [];
    // Until the list shows the new session it may hide an older one as well.
    const unseen = await (0,http/* errorMessageOf */.dS)(async () => {
        listed = await listOnceShown(work, isCreated);
    });
    if (!listed.some(isCreated)) {
        const doubt = isTagged
            ? "Devin's list does not show it, so another session of this incident could not be ruled out"
            : `does not carry the tag ${tag}, so another session of this incident could not be ruled out, nor one for its next event`;
        const advice = unmarked ?? unseen ?? "Look for one in Devin, and archive it.";
        warnings.push(`The session ${(0,devin_session/* linkOf */.IJ)(created)} was started, but ${doubt}. ${advice}`);
    }
    return listed;
}
/** The list as soon as it shows a certain session, or else at the last look. */
async function listOnceShown(work, isWanted) {
    for (let looked = 1;; looked++) {
        const listed = await sessionsOf(work);
        if (looked >= LOOKS || listed.some(isWanted))
            return listed;
        await work.clock.sleep(1_000 * 2 ** (looked - 1));
    }
}

;// CONCATENATED MODULE: ./build/src/devin/wait.js
/** Waiting for a session that is at work. */

const FIRST_POLL_MS = 5_000;
const LONGEST_POLL_MS = 30_000;
// How long a session that was told something may look as if it had not heard it.
const WAKE_MS = 60_000;
/**
 * Asks for the session until it has a pull request in the repository (`wanted`), its turn is over or `deadline`
 * (epoch milliseconds) has passed; resolves with the last answer and the address of that pull request, if any. One
 * that `isContinued`, told something just now, may still show the end of its last turn, which does not count.
 */
async function waitForSession(options) {
    const { devin, clock, id, wanted, deadline, isContinued } = options;
    const wakesBy = clock.now() + WAKE_MS;
    let isAwake = !isContinued;
    for (let pause = FIRST_POLL_MS;; pause = Math.min(pause * 1.5, LONGEST_POLL_MS)) {
        await clock.sleep(Math.max(0, Math.min(pause, deadline - clock.now())));
        const session = await devin.getSession(id);
        const pullRequest = session.pullRequests.find(wanted) ?? null;
        const { kind } = (0,devin_session/* stateOf */.L4)(session);
        isAwake ||= kind === "working" || clock.now() >= wakesBy;
        const isOver = kind === "stuck" || (kind === "done" && isAwake) || clock.now() >= deadline;
        if (pullRequest !== null || isOver)
            return { session, pullRequest };
    }
}

// EXTERNAL MODULE: ./build/src/lib/text.js
var lib_text = __webpack_require__(5498);
// EXTERNAL MODULE: ./build/src/lib/time.js
var lib_time = __webpack_require__(6016);
// EXTERNAL MODULE: ./build/src/pagerduty/client.js + 3 modules
var client = __webpack_require__(8424);
// EXTERNAL MODULE: ./build/src/policy/decide.js
var decide = __webpack_require__(8966);
// EXTERNAL MODULE: ./build/src/postmortem/file.js
var postmortem_file = __webpack_require__(3560);
// EXTERNAL MODULE: ./build/src/postmortem/render.js
var render = __webpack_require__(3318);
// EXTERNAL MODULE: ./build/src/postmortem/template.js
var postmortem_template = __webpack_require__(200);
;// CONCATENATED MODULE: ./build/src/prompt/evidence.js
/** What the record holds beside the timeline, as much of it as fits. */

const LONGEST_ATTACHED = 16_384;
/** The least useful first. After the last of them a few kilobytes remain. */
const CUTS = [
    { what: "the past incidents", apply: (parts) => ({ ...parts, past_incidents: [] }) },
    {
        what: "the details of alerts",
        apply: (parts) => ({ ...parts, alerts: parts.alerts.map(({ details, ...alert }) => alert) }),
    },
    {
        what: "all alerts but the first ten",
        apply: (parts) => ({ ...parts, alerts: parts.alerts.slice(0, 10) }),
    },
    {
        what: "the details of changes",
        apply: (parts) => ({ ...parts, changes: parts.changes.map(({ details, ...change }) => change) }),
    },
    {
        what: "the ends of long notes",
        apply: (parts) => ({
            ...parts,
            notes: parts.notes.map((note) => ({ ...note, text: note.text.slice(0, 300) })),
        }),
    },
    { what: "all notes but the last ten", apply: (parts) => ({ ...parts, notes: parts.notes.slice(-10) }) },
    { what: "the custom fields", apply: (parts) => ({ ...parts, custom_fields: [] }) },
    {
        what: "all changes but the ten before the incident",
        apply: (parts) => ({
            ...parts,
            changes: parts.changes.filter(({ when }) => when === "before").slice(-10),
        }),
    },
    {
        what: "all alerts and notes",
        apply: (parts) => ({ ...parts, alerts: [], notes: [] }),
    },
    { what: "all changes", apply: (parts) => ({ ...parts, changes: [] }) },
];
/** What is cut, in this order. */
const EVIDENCE_CUTS = CUTS.map(({ what }) => what);
/** The whole evidence, as a file that is attached: each text in it up to 16,384 characters. */
function renderWhole(record) {
    return (0,lib_text/* toFencedJson */.xs)(partsOf(record), LONGEST_ATTACHED);
}
/** The evidence as JSON of at most `longest` UTF-8 bytes, cutting the least useful first. */
function renderEvidence(record, longest) {
    let parts = partsOf(record);
    let text = (0,lib_text/* toFencedJson */.xs)(parts);
    const leftOut = text === renderWhole(record) ? [] : ["the ends of long texts"];
    for (const { what, apply } of CUTS) {
        if (Buffer.byteLength(text) <= longest)
            break;
        parts = apply(parts);
        const shorter = (0,lib_text/* toFencedJson */.xs)(parts);
        if (shorter !== text)
            leftOut.push(what);
        text = shorter;
    }
    return { text, leftOut };
}
function partsOf(record) {
    const time = (at) => (at === null ? null : new Date(at).toISOString());
    const timed = ({ at, ...item }) => ({ at: time(at), ...item });
    return {
        changes: record.changes.map(timed),
        notes: record.notes.map(timed),
        alerts: record.alerts.map(timed),
        custom_fields: record.customFields,
        past_incidents: record.pastIncidents.map(timed),
    };
}

// EXTERNAL MODULE: ./build/src/prompt/prompt.js
var prompt_prompt = __webpack_require__(8384);
;// CONCATENATED MODULE: ./build/src/prompt/brief.js
/** From a record to all that one session is told: where the draft goes, its skeleton, and the wishes that apply. */









/** What PagerDuty's evidence may take of a prompt, in UTF-8 bytes; the timeline stands in the skeleton. */
const EVIDENCE_BYTES = 24 * 1_024;
/** Puts the brief together; throws SettingsError for a template that is missing or wrong. */
function createBrief(options) {
    const { record, decision, config, repository, files, now, eventId, newId } = options;
    const existing = (0,postmortem_file/* findPostmortem */.qK)(files.list(config.directory), record.incident.id);
    const destination = (0,postmortem_file/* destinationOf */.My)(record, config.directory, existing, now);
    const template = readTemplate(files, "template", decision?.rule?.template ?? config.template);
    const instructions = readTemplate(files, "instructions", config.instructions);
    return {
        record,
        destination,
        repository,
        eventId,
        boundary: (0,prompt_prompt/* boundaryOf */.iH)(newId),
        config: { ...config, devin: { ...config.devin, ...decision?.rule?.devin } },
        skeleton: (0,render/* renderSkeleton */.Y)(record, template),
        instructions: instructions && (0,postmortem_template/* renderInstructions */.aw)(instructions, instructionValues(record, destination, repository)),
        evidence: renderEvidence(record, EVIDENCE_BYTES),
    };
}
function readTemplate(files, key, file) {
    if (file === undefined)
        return null;
    const text = files.read(file);
    if (text !== null)
        return { file, text };
    throw new errors/* SettingsError */.n([
        `${key} is ${JSON.stringify(file)}, and there is no such file in the docs repository`,
    ]);
}
// Nothing here was written by a stranger: the instructions stand outside the prompt's data.
function instructionValues({ incident, createdAt, resolvedAt, durationMinutes }, { path, branch }, repository) {
    const time = (at) => (at === null ? "unknown" : new Date(at).toISOString());
    return {
        incident: incident.id,
        number: incident.number,
        urgency: incident.urgency === "high" || incident.urgency === "low" ? incident.urgency : "unknown",
        created: time(createdAt),
        resolved: time(resolvedAt),
        duration: durationMinutes === null ? "unknown" : (0,lib_time/* durationOf */.cf)(durationMinutes),
        path,
        branch,
        repository,
    };
}
/**
 * The request of a new session. `attachmentUrls` name the whole evidence where it was uploaded; `ended` is the session
 * before it.
 */
function sessionRequest(brief, { ask, eventId, reaches }, { attachmentUrls, ended }) {
    const { incident } = brief.record;
    const wishes = brief.config.devin;
    const number = incident.number === null ? "" : ` (#${incident.number})`;
    const service = incident.service?.name;
    const isAttached = attachmentUrls.length > 0;
    return {
        prompt: ask === "gather" ? (0,prompt_prompt/* buildGather */.qW)(brief, isAttached) : (0,prompt_prompt/* buildPrompt */.fn)(brief, { isAttached, ended }),
        title: `Postmortem: ${(0,postmortem_file/* titleOf */.Gg)(incident)}${number}`,
        tags: [
            devin_tags/* PROJECT_TAG */.hc,
            ...(service ? [`service:${(0,lib_text/* toSingleLine */.OX)(service, 60)}`] : []),
            (0,devin_tags/* incidentTag */.fZ)(incident.id),
            (0,devin_tags/* eventTag */.Dd)(eventId),
            ...(reaches === null ? [] : [(0,devin_tags/* instructionTag */.DJ)(ask, reaches)]),
            ...(wishes.tags ?? []),
        ],
        repos: [...new Set([brief.repository, ...(wishes.repos ?? [])])],
        structuredOutputSchema: (0,prompt_prompt/* outcomeJsonSchema */.Qs)(),
        attachmentUrls,
        options: {
            playbookId: wishes["playbook-id"],
            knowledgeIds: wishes["knowledge-ids"],
            secretIds: wishes["secret-ids"],
            mode: wishes.mode,
            maxAcuLimit: wishes["max-acu-limit"],
            bypassApproval: wishes["bypass-approval"],
            createAsUserId: wishes["create-as-user-id"],
        },
    };
}

// EXTERNAL MODULE: ./build/src/prompt/messages.js
var messages = __webpack_require__(5854);
// EXTERNAL MODULE: ./build/src/redact/redact.js + 1 modules
var redact = __webpack_require__(9734);
// EXTERNAL MODULE: ./build/src/pagerduty/record.js + 1 modules
var record = __webpack_require__(1257);
;// CONCATENATED MODULE: ./build/src/jobs/note.js
/** The one note on an incident that links its session and its pull request. */



const LONGEST_MS = 60_000;
const MOST_CALLS = 10;
/**
 * Writes the note, or brings the one that is there up to date; resolves with a warning where that could not be done,
 * since a note is never worth a red run.
 * @see https://developer.pagerduty.com/api-reference/a1d5bff2e8a9e-create-a-note-on-an-incident
 */
async function keepNote(options) {
    const { pagerDuty, clock, incidentId, session, pullRequest } = options;
    const limits = { deadline: clock.now() + LONGEST_MS, calls: MOST_CALLS };
    const found = await findNote(pagerDuty, incidentId, limits);
    if (found.problem !== null)
        return `The incident's note was not written: ${found.problem}`;
    const { note } = found;
    try {
        if (note === null) {
            await pagerDuty.addNote(incidentId, textOf(session, pullRequest));
            return null;
        }
        const isKnown = note.text.includes((0,devin_session/* linkOf */.IJ)(session)) && note.text.includes(pullRequest ?? "");
        if (isKnown || note.id === null)
            return null;
        const [, before = null] = /^Pull request: (\S+)$/m.exec(note.text) ?? [];
        await pagerDuty.changeNote(incidentId, note.id, textOf(session, pullRequest ?? before));
        return null;
    }
    catch (error) {
        if (!(error instanceof errors/* RequestError */.G))
            throw error;
        const isLost = note === null && error.effect === "unknown";
        const isThere = isLost && (await findNote(pagerDuty, incidentId, limits)).note !== null;
        return isThere ? null : `The incident's note may be missing. ${error.message}`;
    }
}
async function findNote(pagerDuty, incidentId, limits) {
    const { items, missing } = await pagerDuty.listNotes(incidentId, limits);
    const note = items.find(({ text }) => text.includes(record/* NOTE_MARK */.p)) ?? null;
    // A list that is not whole may hide ours.
    return { note, problem: note === null ? missing : null };
}
function textOf(session, pullRequest) {
    return [
        `Postmortem: Devin works on it in ${(0,devin_session/* linkOf */.IJ)(session)}`,
        ...(pullRequest === null ? [] : [`Pull request: ${pullRequest}`]),
        record/* NOTE_MARK */.p,
    ].join("\n");
}

// EXTERNAL MODULE: ./build/src/jobs/outside.js + 9 modules
var outside = __webpack_require__(4293);
// EXTERNAL MODULE: ./build/src/jobs/trigger.js + 1 modules
var trigger = __webpack_require__(4991);
;// CONCATENATED MODULE: ./build/src/jobs/draft.js
/** One occasion of one incident: weighed by the rules, brought to the incident's session, and reported. */




















/** What follows the reason of a skip where the incident had a session that gathered, or held since a reopening. */
const ENDED_WAITING = "; its session, which waited for the resolve, was ended";
/**
 * Gathers for an incident, or drafts it. What was decided so far is in the report even where a service then fails;
 * throws RequestError and SettingsError.
 */
async function draftIncident(desk, ask, { record: whole, ...occasion }, report) {
    const { config } = desk;
    // From here on nothing leaves but what has been searched for secrets and personal data.
    const record = await (0,redact/* redactRecord */.hi)(whole);
    report.record = record;
    const { merged_into, status } = record.incident;
    const refuse = (reason) => skipIncident(desk, ask, { ...occasion, record }, reason, report);
    if (merged_into !== null)
        return await refuse(`it was merged into ${merged_into}`);
    if (ask === "gather" && status === "resolved")
        return skip(report, "it is resolved already, and its resolve decides");
    if (ask === "draft" && occasion.open !== null)
        return skip(report, occasion.open);
    // The rules see what PagerDuty has: a placeholder in a title must not change a decision.
    const decision = occasion.requestedBy === null ? await redacted((0,decide/* decide */.LD)(config, (0,decide/* subjectOf */.et)(whole))) : null;
    if (decision?.do === "skip")
        return await refuse(decision.reason);
    return await startDraft(desk, ask, { ...occasion, record }, decision, report);
}
/** Tells the incident's live session that the incident is open again. */
async function holdIncident(desk, { incidentId, event, occurredAt }, report) {
    if (desk.inputs["dry-run"]) {
        settle(report, "dry-run", "the incident was reopened; a live session of it would be told to hold");
        report.prompt = (0,messages/* buildHold */.w4)(event.id);
        return;
    }
    const drafted = await startOrContinueSession({
        devin: desk.devin(),
        clock: desk.run.clock,
        incidentId,
        news: {
            ask: "hold",
            eventId: event.id,
            occurredAt,
            reaches: occurredAt,
            marker: (0,messages/* firstLineOf */.Qy)(event),
            isOutdatedBy: (0,messages/* mentionsResolutionSince */.Ch)(occurredAt),
        },
        message: () => (0,messages/* buildHold */.w4)(event.id),
        start: null,
    });
    recordSession(desk, drafted, incidentId, report);
    settle(report, drafted.decision, drafted.reason);
}
function settle(report, decision, reason) {
    report.decision = decision;
    report.reason = reason;
    return { decision, reason };
}
function skip(report, reason) {
    return settle(report, "skipped", (0,lib_text/* toSingleLine */.OX)(reason, 1_000));
}
/** Skips the incident, and ends the session that has gathered or held for it in vain. */
async function skipIncident({ config, devin, inputs }, ask, { occurredAt, requestedBy, record }, reason, report) {
    const isWaitedFor = config["on-acknowledge"] === "gather" || record.reopenings > 0;
    const skipped = skip(report, reason);
    if (!isWaitedFor || ask === "gather" || requestedBy !== null || inputs["dry-run"])
        return skipped;
    const waiting = (0,duplicates/* pendingSessions */.n5)(await devin().listSessions((0,devin_tags/* incidentTag */.fZ)(record.incident.id)), occurredAt);
    for (const session of waiting) {
        await devin().archiveSession(session.id);
        report.session = session;
    }
    return waiting.length > 0 ? skip(report, `${reason}${ENDED_WAITING}`) : skipped;
}
// A reason quotes values such as the priority's name, which people choose.
async function redacted(decision) {
    return { ...decision, reason: await (0,redact/* redactText */.Rd)(decision.reason) };
}
async function startDraft(desk, ask, occasion, decision, report) {
    const { run, inputs, config } = desk;
    const { record, event, requestedBy } = occasion;
    const { incident } = record;
    const { repository, files } = run;
    const brief = createBrief({
        record,
        decision,
        config,
        repository,
        files,
        now: run.clock.now(),
        eventId: event.id,
        newId: external_node_crypto_.randomUUID,
    });
    const isPullRequest = config.publish === "pull-request" && ask === "draft";
    if (isPullRequest)
        report.path = brief.destination.path;
    const reason = decision ? decision.reason : `${requestedBy} asked for it by hand`;
    if (inputs["dry-run"]) {
        report.prompt =
            ask === "gather" ? (0,prompt_prompt/* buildGather */.qW)(brief, false) : (0,prompt_prompt/* buildPrompt */.fn)(brief, { isAttached: false, ended: null });
        return settle(report, "dry-run", reason);
    }
    desk.hidden.push((0,postmortem_file/* titleOf */.Gg)(incident), incident.title ?? "", incident.service?.name ?? "");
    const devin = desk.devin();
    const { occurredAt, reaches, marker, resolutionLine } = occasion;
    const news = { ask, eventId: event.id, occurredAt, reaches, marker, resolutionLine };
    const drafted = await startOrContinueSession({
        devin,
        clock: run.clock,
        incidentId: incident.id,
        news,
        message: (live) => (0,messages/* buildUpdate */.oS)(brief, live),
        start: {
            session: async (ended) => sessionRequest(brief, news, { attachmentUrls: await attach(devin, brief, report), ended }),
            hasCapacity: requestedBy === null ? desk.hasCapacity : () => Promise.resolve(true),
        },
    });
    recordSession(desk, drafted, incident.id, report);
    const { session, decision: done } = drafted;
    const settled = settle(report, done, `${reason}; ${drafted.reason}`);
    if (session === null || (done !== "started" && done !== "continued"))
        return settled;
    try {
        if (ask === "draft")
            await awaitPullRequest(desk, session, done === "continued", report);
    }
    finally {
        await note(desk, occasion, session, report);
    }
    return settled;
}
async function note({ run, inputs, config }, { record }, session, report) {
    if (!config.notes)
        return;
    const { incident } = record;
    const pagerDuty = (0,trigger/* connect */.Ng)({ inputs, fetch: run.fetch, clock: run.clock }, (0,client/* apiUrlOf */.po)(incident));
    const warning = pagerDuty
        ? await keepNote({
            pagerDuty,
            clock: run.clock,
            incidentId: incident.id,
            session,
            pullRequest: report.pullRequest,
        })
        : "notes: true has no effect without pagerduty-token, which must be allowed to write notes.";
    if (warning !== null)
        report.warnings.push(warning);
}
/** What came of it, as the report has it. */
function recordSession({ run, config }, drafted, incidentId, report) {
    const { decision, session, warning } = drafted;
    report.session = session;
    if (warning !== null)
        report.warnings.push(warning);
    if (session === null)
        return;
    if (config.publish === "pull-request" && decision !== "started")
        report.path = fileOf(session, config.directory, incidentId) ?? report.path;
    report.pullRequest = session.pullRequests.find((0,outside/* isIn */.S1)(run)) ?? null;
    const state = (0,devin_session/* stateOf */.L4)(session);
    if (state.kind === "stuck")
        report.warnings.push(stuckSentence(session, state.advice));
}
async function awaitPullRequest({ run, inputs, config, devin }, session, isContinued, report) {
    const minutes = inputs["wait-minutes"];
    if (minutes === 0)
        return;
    const isPullRequest = config.publish === "pull-request";
    const waited = await waitForSession({
        devin: devin(),
        clock: run.clock,
        id: session.id,
        wanted: isPullRequest ? (0,outside/* isIn */.S1)(run) : () => false,
        deadline: run.clock.now() + minutes * 60_000,
        isContinued,
    });
    report.pullRequest = waited.pullRequest;
    report.outcome = prompt_prompt/* outcomeSchema */.Ws.safeParse(waited.session.structuredOutput).data ?? null;
    if (waited.pullRequest === null)
        explainMissing(report, waited.session, isPullRequest, minutes);
}
/** Uploads the whole evidence where the prompt has it shortened; a key that may not upload is no failure. */
async function attach(devin, { record, evidence }, report) {
    if (evidence.leftOut.length === 0)
        return [];
    try {
        return [await devin.uploadAttachment("evidence.json", renderWhole(record))];
    }
    catch (error) {
        if (!(error instanceof errors/* RequestError */.G))
            throw error;
        report.warnings.push(`The prompt has the evidence shortened, without ${evidence.leftOut.join(", ")}: ${error.message}`);
        return [];
    }
}
/** The file that a session has named already; it keeps that name, whatever the title or the date is known to be now. */
function fileOf({ structuredOutput }, directory, incidentId) {
    const file = prompt_prompt/* outcomeSchema */.Ws.safeParse(structuredOutput).data?.file ?? "";
    const name = file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : "";
    return (0,postmortem_file/* findPostmortem */.qK)([name], incidentId) === null ? null : file;
}
function explainMissing(report, session, isPullRequest, minutes) {
    const state = (0,devin_session/* stateOf */.L4)(session);
    if (state.kind === "working")
        report.warnings.push(`After ${(0,lib_time/* durationOf */.cf)(minutes)} Devin is still at work: ${(0,devin_session/* linkOf */.IJ)(session)}`);
    else if (state.kind === "stuck")
        report.failures.push(stuckSentence(session, state.advice));
    else if (isPullRequest || report.outcome?.outcome === "blocked")
        report.failures.push(`The session ${(0,devin_session/* linkOf */.IJ)(session)} ended its turn without a postmortem: open it, read what it says, and answer there.`);
}
function stuckSentence(session, advice) {
    return `The session ${(0,devin_session/* linkOf */.IJ)(session)} is stuck: ${advice}.`;
}


/***/ }),

/***/ 8966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   et: () => (/* binding */ subjectOf)
/* harmony export */ });
/* unused harmony export evaluateRules */
/* harmony import */ var _lib_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3257);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5498);
/* harmony import */ var _lib_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6016);
/* harmony import */ var _settings_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(176);
/** The policy: an incident in, a decision with its reason out. */




const LONGEST_NAME = 60;
const LONGEST_TITLE = 1_024;
const LONGEST_REASON = 1_000;
const MOST_NAMES = 10;
const MOST_MISSES = 3;
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
    return text === null ? null : (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toSingleLine */ .OX)(text, LONGEST_TITLE) || null;
}
/** Every rule in turn, held against the subject. */
function evaluateRules(rules, subject) {
    return rules.map((rule, index) => {
        const findings = evaluate(rule.when, subject);
        const name = rule.name === undefined ? `rule ${index + 1}` : `the rule "${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toSingleLine */ .OX)(rule.name, LONGEST_NAME)}"`;
        return { name, rule, findings, matches: findings.every(({ holds }) => holds) };
    });
}
/** The first rule that matches decides, and `otherwise` where none does. */
function decide(policy, subject) {
    const weighed = evaluateRules(policy.rules, subject);
    const index = weighed.findIndex(({ matches }) => matches);
    const found = weighed[index];
    const reason = found ? reasonOf(policy, subject, weighed, index, found) : otherwiseReason(policy, weighed);
    return {
        do: found?.rule.do ?? policy.otherwise,
        rule: found?.rule ?? null,
        reason: (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toSingleLine */ .OX)(reason, LONGEST_REASON),
    };
}
function reasonOf(policy, subject, weighed, index, { name, rule, findings }) {
    const because = findings.map(({ words }) => words).join(", and ");
    if (rule.do === "draft")
        return `${name} drafts it: ${because}`;
    const others = policy.rules.filter((_, other) => other !== index);
    const alternatives = alternativesOf({ ...policy, rules: others }, rule.when, subject);
    if (alternatives.length > 0)
        return `${name} skips it: ${because}; it would be drafted if ${alternatives.join(", or ")}`;
    const next = weighed.find(({ matches }, other) => other !== index && matches);
    const verb = (next?.rule.do ?? policy.otherwise) === "draft" ? "draft" : "skip";
    const without = `without it, ${next?.name ?? "otherwise"} would ${verb} it`;
    // Those before it would have come first.
    return [`${name} skips it: ${because}; ${without}`, ...nearMisses(weighed.slice(0, index))].join("; ");
}
function otherwiseReason({ otherwise }, weighed) {
    const reason = `no rule matched, and otherwise is ${otherwise}`;
    if (otherwise === "draft")
        return reason;
    const misses = nearMisses(weighed);
    return [reason, ...(misses.length > 0 ? misses : ["there is no rule that drafts"])].join("; ");
}
/** The rules that would have drafted, those first that lacked least. */
function nearMisses(weighed) {
    const drafting = weighed
        .filter(({ rule }) => rule.do === "draft")
        .map(({ name, findings }) => ({ name, misses: findings.filter(({ holds }) => !holds) }))
        .sort((a, b) => a.misses.length - b.misses.length);
    const shown = drafting
        .slice(0, MOST_MISSES)
        .map(({ name, misses }) => `${name} would draft it, but ${misses.map(({ words }) => words).join(", and ")}`);
    const more = drafting.length - shown.length;
    return more > 0 ? [...shown, `${more} more would draft others`] : shown;
}
function evaluate(when, subject) {
    const { service, durationMs } = subject;
    return [
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
}
function evaluateName(key, wanted, value) {
    if (wanted === undefined)
        return [];
    if (value === null)
        return [unknown(key, key)];
    const holds = wanted.some((name) => isSame(name, value));
    const shown = (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toSingleLine */ .OX)(value, LONGEST_NAME);
    if (!holds)
        return [{ key, holds, words: `${key} is ${shown}, not ${orList(wanted)}` }];
    const isOne = wanted.length === 1;
    return [
        { key, holds, words: isOne ? `${key} is ${shown}` : `${key} ${shown} is one of ${listed(wanted)}` },
    ];
}
function evaluatePattern(key, wanted, names) {
    if (wanted === undefined)
        return [];
    const known = names.filter((name) => typeof name === "string");
    if (known.length === 0)
        return [unknown(key, `the ${key}`)];
    const found = wanted.find((pattern) => known.some((name) => (0,_lib_names_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesName */ .Hj)(pattern, name)));
    return found === undefined
        ? [{ key, holds: false, words: `the ${key} does not match ${orList(wanted)}` }]
        : [{ key, holds: true, words: `the ${key} matches ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toSingleLine */ .OX)(found, LONGEST_NAME)}` }];
}
function evaluateTeams(wanted, teams) {
    if (wanted === undefined)
        return [];
    if (teams.length === 0)
        return [unknown("team", "a team")];
    const found = wanted.find((name) => teams.some((team) => isTeam(team, name)));
    return found === undefined
        ? [{ key: "team", holds: false, words: `no team is ${orList(wanted)}` }]
        : [{ key: "team", holds: true, words: `a team is ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toSingleLine */ .OX)(found, LONGEST_NAME)}` }];
}
function evaluateDuration(key, limit, ms, isWithin) {
    if (limit === undefined)
        return [];
    if (ms === null)
        return [unknown(key, "how long it lasted")];
    const holds = isWithin(ms, limit);
    // In whole seconds both would be the same, and then one is longer without looking so.
    const isJustOver = ms > limit && ms - limit < 1_000;
    const lasted = `it lasted ${isJustOver ? "just over " : ""}${(0,_lib_time_js__WEBPACK_IMPORTED_MODULE_0__/* .spellDuration */ .jl)(ms)}`;
    const words = `${lasted}, ${holds ? "" : "not "}${key.replace("-", " ")} ${(0,_lib_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(limit)}`;
    return [{ key, holds, words }];
}
function unknown(key, what) {
    return { key, holds: false, words: `${what} is not known, which never matches` };
}
function isTeam({ id, name }, wanted) {
    return (id !== null && isSame(wanted, id)) || (name !== null && isSame(wanted, name));
}
function isSame(wanted, value) {
    return wanted.toLowerCase() === value.toLowerCase();
}
/** What would have had to differ, alone, for a draft: each as the rest of "it would be drafted if". */
function alternativesOf(policy, when, subject) {
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
            .filter((other, at, all) => ![...wanted, ...all.slice(0, at)].some((name) => isSame(name, other)));
        const passing = others.filter((other) => drafts(change(other)));
        // A name that no rule has is as good as none.
        if (drafts(change(null)))
            return [
                `${key} were other than ${orList([...wanted, ...others.filter((other) => !passing.includes(other))])}`,
            ];
        return passing.length > 0 ? [`${key} were ${orList(passing)}`] : [];
    };
    const teams = subject.teams.filter((team) => !when.team?.some((name) => isTeam(team, name)));
    return [
        ...open("priority", (priority) => ({ priority })),
        ...closed("urgency", _settings_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .URGENCIES */ .If, (urgency) => ({ urgency })),
        ...without("service"),
        ...(when.team && drafts({ teams }) ? [`it had no team ${orList(when.team)}`] : []),
        ...open("type", (type) => ({ type })),
        ...without("title"),
        ...closed("resolved-by", _settings_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .RESOLVERS */ .Aj, (resolvedBy) => ({ resolvedBy })),
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
            ? [`it had lasted ${(0,_lib_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(shorter)} or longer`]
            : []),
        ...(longer !== undefined && all.every((ms) => ms > longer || drafts(ms))
            ? [`it had lasted ${(0,_lib_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(longer)} or less`]
            : []),
    ];
}
/** What the rules would do if nothing were known of `open`; null when that depends on it. */
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
function orList(names) {
    const shown = shorten(names);
    return [shown.slice(0, -1).join(", "), ...shown.slice(-1)].filter(Boolean).join(" or ");
}
function listed(names) {
    return shorten(names).join(", ");
}
function shorten(names) {
    const shown = names.slice(0, MOST_NAMES).map((name) => (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toSingleLine */ .OX)(name, LONGEST_NAME));
    const more = names.length - shown.length;
    return more > 0 ? [...shown, `${more} more`] : shown;
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
