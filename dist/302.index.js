export const id = 302;
export const ids = [302];
export const modules = {

/***/ 5302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  draftIncident: () => (/* binding */ draftIncident)
});

// EXTERNAL MODULE: ./build/src/devin/start-or-continue.js + 3 modules
var start_or_continue = __webpack_require__(4762);
// EXTERNAL MODULE: ./build/src/devin/tags.js
var tags = __webpack_require__(2613);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/pagerduty/client.js + 5 modules
var client = __webpack_require__(32);
// EXTERNAL MODULE: ./build/src/policy/gate.js + 5 modules
var gate = __webpack_require__(7749);
// EXTERNAL MODULE: ./build/src/postmortem/file.js
var file = __webpack_require__(3560);
// EXTERNAL MODULE: ./build/src/prompt/brief.js
var prompt_brief = __webpack_require__(1852);
// EXTERNAL MODULE: ./build/src/prompt/evidence.js
var prompt_evidence = __webpack_require__(1075);
// EXTERNAL MODULE: ./build/src/prompt/messages.js
var messages = __webpack_require__(5854);
// EXTERNAL MODULE: ./build/src/prompt/prompt.js + 1 modules
var prompt_prompt = __webpack_require__(344);
// EXTERNAL MODULE: ./build/src/redact/record.js + 2 modules
var redact_record = __webpack_require__(4138);
// EXTERNAL MODULE: ./build/src/redact/text.js + 12 modules
var redact_text = __webpack_require__(4195);
// EXTERNAL MODULE: ./build/src/jobs/capacity.js
var capacity = __webpack_require__(2352);
// EXTERNAL MODULE: ./build/src/jobs/context.js + 4 modules
var jobs_context = __webpack_require__(8130);
// EXTERNAL MODULE: ./build/src/devin/session.js
var devin_session = __webpack_require__(9122);
// EXTERNAL MODULE: ./build/src/pagerduty/own-note.js
var own_note = __webpack_require__(9914);
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
            await pagerDuty.addNote(incidentId, (0,own_note/* writeOwnNote */.wl)({ session: (0,devin_session/* linkOf */.IJ)(session), pullRequest }));
            return null;
        }
        const before = (0,own_note/* readOwnNote */.Jp)(note.text);
        const own = { session: (0,devin_session/* linkOf */.IJ)(session), pullRequest: pullRequest ?? before?.pullRequest ?? null };
        const isKnown = before?.session === own.session && before.pullRequest === own.pullRequest;
        if (isKnown || note.id === null)
            return null;
        await pagerDuty.changeNote(incidentId, note.id, (0,own_note/* writeOwnNote */.wl)(own));
        return null;
    }
    catch (error) {
        if (!(error instanceof errors/* RequestError */.GI))
            throw error;
        const isLost = note === null && error.effect === "unknown";
        const isThere = isLost && (await findNote(pagerDuty, incidentId, limits)).note !== null;
        return isThere ? null : `The incident's note may be missing. ${error.message}`;
    }
}
async function findNote(pagerDuty, incidentId, limits) {
    const { items, missing } = await pagerDuty.listNotes(incidentId, limits);
    const note = items.find(({ text }) => (0,own_note/* readOwnNote */.Jp)(text) !== null) ?? null;
    // A list that is not whole may hide ours.
    return { note, problem: note === null ? missing : null };
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

// EXTERNAL MODULE: ./build/src/lib/time.js
var time = __webpack_require__(6016);
// EXTERNAL MODULE: ./build/src/jobs/result.js
var jobs_result = __webpack_require__(7273);
// EXTERNAL MODULE: ./build/src/jobs/session.js
var jobs_session = __webpack_require__(9626);
;// CONCATENATED MODULE: ./build/src/jobs/pull-request.js
/** Waiting for the pull request of a session, as far as `wait-minutes` allows. */







/** The result with the pull request and Devin's own words of it, or with what came of the session instead. */
async function awaitPullRequest(context, { publish }, { result, session, minutes }) {
    const { devin, clock } = context;
    const isPullRequest = publish === "pull-request";
    try {
        const waited = await waitForSession({
            devin: devin(),
            clock,
            id: session.id,
            wanted: isPullRequest ? (0,jobs_context/* isInDocsRepository */.XF)(context) : () => false,
            deadline: clock.now() + minutes * 60_000,
            isContinued: result.decision === "continued",
        });
        const outcome = prompt_prompt/* outcomeSchema */.Ws.safeParse(waited.session.structuredOutput).data ?? null;
        const known = { ...result, pullRequest: waited.pullRequest, outcome };
        return waited.pullRequest === null
            ? explainMissing(known, waited.session, { isPullRequest, minutes, outcome })
            : known;
    }
    catch (error) {
        return { ...result, failures: [...result.failures, ...(0,jobs_result/* failuresOf */.dJ)(error)] };
    }
}
function explainMissing(result, session, { isPullRequest, minutes, outcome }) {
    const state = (0,devin_session/* stateOf */.L4)(session);
    const failed = (sentence) => ({ ...result, failures: [...result.failures, sentence] });
    if (state.kind === "working")
        return {
            ...result,
            warnings: [
                ...result.warnings,
                `After ${(0,time/* durationOf */.cf)(minutes)} Devin is still at work: ${(0,devin_session/* linkOf */.IJ)(session)}`,
            ],
        };
    if (state.kind === "stuck")
        return failed((0,jobs_session/* stuckSentence */.K)(session, state.advice));
    if (isPullRequest || outcome?.outcome === "blocked")
        return failed(`The session ${(0,devin_session/* linkOf */.IJ)(session)} ended its turn without a postmortem: open it, read what it says, and answer there.`);
    return result;
}

// EXTERNAL MODULE: ./build/src/jobs/seen-before.js + 1 modules
var seen_before = __webpack_require__(7733);
// EXTERNAL MODULE: ./build/src/jobs/waiting.js
var waiting = __webpack_require__(1613);
;// CONCATENATED MODULE: ./build/src/jobs/draft.js
/** The jobs draft and gather: one incident passes the gate and comes to exactly one session. */




















/** Brings one incident to its session. What a service or a setting says against it is among the result's failures. */
async function draftIncident(context, config, request) {
    const answer = askGate(context, config, request, request.trigger.requestedBy);
    return answer.outcome === "skipped"
        ? await skipIncident(context, config, request, answer)
        : await tellIncident(context, config, request, answer);
}
function askGate({ inputs }, config, { instruction, trigger }, requestedBy) {
    return (0,gate/* passGate */.l)({
        record: trigger.record,
        policy: config,
        notReadyBecause: notReadyBecause(instruction, trigger),
        requestedBy,
        // The limit counts only where a session has to be started, which is not known yet.
        hasCapacity: true,
        isDryRun: inputs["dry-run"],
    });
}
function notReadyBecause(instruction, { record, notReadyBecause }) {
    if (instruction === "draft")
        return notReadyBecause;
    return record.incident.status === "resolved" ? "it is resolved already, and its resolve decides" : null;
}
/**
 * Skips the incident, and ends the session that has gathered or held for it in vain. A live session that a person had
 * started goes on: the rules did not decide about it then either.
 */
async function skipIncident(context, config, request, { by, reason }) {
    const { instruction, trigger } = request;
    const { record, occurredAt } = trigger;
    const skipped = {
        ...(0,jobs_result/* undecided */.oo)(instruction, record.incident, null),
        decision: "skipped",
        // A reason quotes values such as the priority's name, which people choose.
        reason: await (0,redact_text/* redactText */.Rd)(reason, config),
    };
    const isFinal = by !== "not-ready" && instruction === "draft";
    const mayWait = config["on-acknowledge"] === "gather" || record.reopenings > 0;
    // A person's request has no time, and ends nothing.
    if (!isFinal || !mayWait || occurredAt === null || context.inputs["dry-run"])
        return skipped;
    try {
        const devin = context.devin();
        const own = await devin.listSessions((0,tags/* incidentTag */.fZ)(record.incident.id));
        const requestedBy = by === "rules" ? (0,waiting/* requesterOf */.iq)(own) : null;
        if (requestedBy !== null)
            return await tellIncident(context, config, request, askGate(context, config, request, requestedBy));
        const ended = (await (0,waiting/* endWaiting */.tS)(devin, own, occurredAt)).at(-1);
        return ended ? { ...skipped, session: ended, reason: `${skipped.reason}${waiting/* ENDED_WAITING */.DA}` } : skipped;
    }
    catch (error) {
        return { ...skipped, failures: (0,jobs_result/* failuresOf */.dJ)(error) };
    }
}
/** Starts or tells the session of an incident that has passed the gate; a dry run shows the prompt instead. */
async function tellIncident(context, config, request, answer) {
    const { instruction, trigger } = request;
    const reason = await (0,redact_text/* redactText */.Rd)(answer.reason, config);
    // From here on nothing leaves but what has been searched for secrets and personal data.
    const record = await (0,redact_record/* redactRecord */.h)(trigger.record, config);
    let known = (0,jobs_result/* undecided */.oo)(instruction, record.incident, record);
    try {
        const brief = await briefOf(context, config, request, record, answer.decision);
        const isPullRequest = config.publish === "pull-request" && instruction === "draft";
        known = { ...known, path: isPullRequest ? brief.destination.path : null };
        if (answer.outcome === "dry-run")
            return { ...known, decision: "dry-run", reason, prompt: promptOf(instruction, brief) };
        const warnings = [];
        const told = await tellSession(context, request, brief, warnings);
        const planned = { ...known, reason: `${reason}; ${told.reason}`, warnings };
        const result = (0,jobs_session/* sessionFields */.y)(context, config, told, planned);
        return await followSession(context, brief, request, result);
    }
    catch (error) {
        return { ...known, failures: (0,jobs_result/* failuresOf */.dJ)(error) };
    }
}
async function briefOf({ clock, repository, files }, config, { trigger }, record, decision) {
    return (0,prompt_brief/* createBrief */.fW)({
        record,
        decision,
        config,
        repository,
        files,
        now: clock.now(),
        eventId: trigger.eventId,
        past: await (0,seen_before/* findPast */.G)(record, { files, config, unmerged: new Set() }),
        newId: () => crypto.randomUUID(),
    });
}
/** Starts the incident's session, or tells the live one. */
async function tellSession(context, { instruction, trigger, hasCapacity }, brief, warnings) {
    const { incident } = brief.record;
    context.hidden.push((0,file/* titleOf */.Gg)(incident), incident.title ?? "", incident.service?.name ?? "");
    const devin = context.devin();
    const { eventId, occurredAt, knownUntil, resolvedAt, requestedBy } = trigger;
    const isByHand = requestedBy !== null;
    const update = {
        instruction,
        eventId,
        occurredAt,
        knownUntil,
        isDelivered: (message) => (0,messages/* mentionsEvent */.ki)(eventId)(message) ||
            (resolvedAt !== null && (0,messages/* mentionsResolutionSince */.Ch)(resolvedAt)(message)),
        isByHand,
    };
    return await (0,start_or_continue/* startOrContinueSession */.r)({
        devin,
        clock: context.clock,
        incidentId: incident.id,
        update,
        message: (live) => (0,messages/* buildUpdate */.oS)(brief, live),
        start: {
            session: async (ended) => (0,prompt_brief/* sessionRequest */.yi)(brief, update, { attachmentUrls: await attach(devin, brief, warnings), ended }),
            refusal: async () => (isByHand || (await hasCapacity()) ? null : gate/* LIMIT_REACHED */.n),
            refusalAfter: async (created) => isByHand ? null : await (0,capacity/* refusalBeyondLimit */.PI)(context, brief.config, created),
        },
    });
}
/** Waits for the pull request and writes the note, as far as that is wanted and the session was told something. */
async function followSession(context, { config, record }, { instruction, waitMinutes }, result) {
    const { session, decision } = result;
    if (session === null || (decision !== "started" && decision !== "continued"))
        return result;
    const isAwaited = instruction === "draft" && waitMinutes > 0;
    const awaited = isAwaited
        ? await awaitPullRequest(context, config, { result, session, minutes: waitMinutes })
        : result;
    return config.notes ? await withNote(context, record, session, awaited) : awaited;
}
function promptOf(instruction, brief) {
    return instruction === "gather"
        ? (0,prompt_prompt/* buildGather */.qW)(brief, false)
        : (0,prompt_prompt/* buildPrompt */.fn)(brief, { isAttached: false, ended: null });
}
async function withNote(context, { incident }, session, result) {
    const pagerDuty = (0,jobs_context/* connectPagerDuty */.uu)(context, (0,client/* apiUrlOf */.p)(incident));
    const warning = pagerDuty
        ? await keepNote({
            pagerDuty,
            clock: context.clock,
            incidentId: incident.id,
            session,
            pullRequest: result.pullRequest,
        })
        : "notes: true has no effect without pagerduty-token, which must be allowed to write notes.";
    return warning === null ? result : { ...result, warnings: [...result.warnings, warning] };
}
/** Uploads the whole evidence where the prompt has it shortened; a key that may not upload is no failure. */
async function attach(devin, { record, evidence }, warnings) {
    if (evidence.leftOut.length === 0)
        return [];
    try {
        return [await devin.uploadAttachment("evidence.json", (0,prompt_evidence/* renderWhole */.Qx)(record))];
    }
    catch (error) {
        if (!(error instanceof errors/* RequestError */.GI))
            throw error;
        warnings.push(`The prompt has the evidence shortened, without ${evidence.leftOut.join(", ")}: ${error.message}`);
        return [];
    }
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

/***/ 1613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ ENDED_WAITING),
/* harmony export */   iq: () => (/* binding */ requesterOf),
/* harmony export */   tS: () => (/* binding */ endWaiting)
/* harmony export */ });
/* harmony import */ var _devin_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9122);
/* harmony import */ var _devin_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2613);
/* harmony import */ var _prompt_messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5854);
/** The sessions that only wait for a resolve: they gather evidence, or hold since a reopening. */



/** Follows the reason of a skip that has ended such a session. */
const ENDED_WAITING = "; its session, which waited for the resolve, was ended";
/**
 * Ends an incident's live sessions that only wait, where no postmortem is wanted after all; resolves with them. One that
 * was told something later than `occurredAt` (epoch milliseconds) goes on.
 */
async function endWaiting(devin, sessions, occurredAt) {
    const ended = [];
    for (const session of sessions.filter(_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .isAlive */ ._n)) {
        const asked = (0,_prompt_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .lastAsked */ .Nb)(session.tags, await devin.listMessages(session.id));
        if (asked === null || asked.ask === "draft" || asked.until > occurredAt)
            continue;
        await devin.archiveSession(session.id);
        ended.push(session);
    }
    return ended;
}
/** Who asked for the incident's live session, as far as its tags tell; null where nobody did, or where none is alive. */
function requesterOf(sessions) {
    return sessions.some((session) => (0,_devin_session_js__WEBPACK_IMPORTED_MODULE_0__/* .isAlive */ ._n)(session) && (0,_devin_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .isByHand */ .Hv)(session.tags)) ? "somebody" : null;
}


/***/ }),

/***/ 1852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fW: () => (/* binding */ createBrief),
/* harmony export */   yi: () => (/* binding */ sessionRequest)
/* harmony export */ });
/* unused harmony export EVIDENCE_BYTES */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _devin_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2613);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9862);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5498);
/* harmony import */ var _lib_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6016);
/* harmony import */ var _postmortem_directory_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(887);
/* harmony import */ var _postmortem_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3560);
/* harmony import */ var _postmortem_past_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5662);
/* harmony import */ var _postmortem_render_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7872);
/* harmony import */ var _postmortem_template_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(200);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1075);
/* harmony import */ var _prompt_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(344);
/** From a record to all that one session is told: where the draft goes, its skeleton, and the options that apply. */












/** What PagerDuty's evidence may take of a prompt, in UTF-8 bytes; the timeline stands in the skeleton. */
const EVIDENCE_BYTES = 24 * 1_024;
/** Puts the brief together; throws SettingsError with all problems of templates that are missing or wrong. */
function createBrief(options) {
    const { record, decision, config, repository, files, now, eventId, past = [], newId } = options;
    const below = (0,_postmortem_directory_js__WEBPACK_IMPORTED_MODULE_11__/* .listMarkdown */ .A)(files, config.directory).map((path) => path.slice(config.directory.length + 1));
    const existing = (0,_postmortem_file_js__WEBPACK_IMPORTED_MODULE_5__/* .findPostmortem */ .qK)(below, record.incident.id);
    const destination = (0,_postmortem_file_js__WEBPACK_IMPORTED_MODULE_5__/* .destinationOf */ .My)(record, config.directory, existing, now);
    const skeleton = () => {
        const template = readTemplate(files, "template", decision?.rule?.template ?? config.template);
        return (0,_postmortem_render_js__WEBPACK_IMPORTED_MODULE_7__/* .renderSkeleton */ .Y)(record, template, (0,_postmortem_past_js__WEBPACK_IMPORTED_MODULE_6__/* .linkedFrom */ .I)(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(destination.path), past));
    };
    const instructions = () => {
        const template = readTemplate(files, "instructions", config.instructions);
        return template && (0,_postmortem_template_js__WEBPACK_IMPORTED_MODULE_8__/* .renderInstructions */ .aw)(template, instructionValues(record, destination, repository));
    };
    return {
        record,
        destination,
        repository,
        eventId,
        boundary: (0,_prompt_js__WEBPACK_IMPORTED_MODULE_10__/* .boundaryOf */ .iH)(newId),
        config: { ...config, devin: { ...config.devin, ...decision?.rule?.devin } },
        past,
        ...renderBoth(skeleton, instructions),
        evidence: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_9__/* .renderEvidence */ .oP)(record, EVIDENCE_BYTES),
    };
}
/** What the two give; where one cannot, the problems of the other are named too. */
function renderBoth(skeleton, instructions) {
    try {
        return { skeleton: skeleton(), instructions: instructions() };
    }
    catch (error) {
        if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SettingsError */ .GN)
            throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SettingsError */ .GN([skeleton, instructions].flatMap(_lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .problemsOf */ .GW));
        throw error;
    }
}
function readTemplate(files, key, file) {
    if (file === undefined)
        return null;
    const text = files.read(file);
    if (text !== null)
        return { file, text };
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SettingsError */ .GN([
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
        duration: durationMinutes === null ? "unknown" : (0,_lib_time_js__WEBPACK_IMPORTED_MODULE_4__/* .durationOf */ .cf)(durationMinutes),
        path,
        branch,
        repository,
    };
}
/**
 * The request of a new session. `attachmentUrls` name the whole evidence where it was uploaded; `ended` is the session
 * before it.
 */
function sessionRequest(brief, told, { attachmentUrls, ended }) {
    const { incident } = brief.record;
    const wanted = brief.config.devin;
    const number = incident.number === null ? "" : ` (#${incident.number})`;
    const service = withoutBrackets(incident.service?.name);
    const isAttached = attachmentUrls.length > 0;
    return {
        prompt: told.instruction === "gather"
            ? (0,_prompt_js__WEBPACK_IMPORTED_MODULE_10__/* .buildGather */ .qW)(brief, isAttached)
            : (0,_prompt_js__WEBPACK_IMPORTED_MODULE_10__/* .buildPrompt */ .fn)(brief, { isAttached, ended }),
        title: `Postmortem: ${(0,_postmortem_file_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)({ ...incident, title: withoutBrackets(incident.title) })}${number}`,
        tags: [
            _devin_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .PROJECT_TAG */ .hc,
            ...(service ? [`service:${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .toSingleLine */ .OX)(service, 60)}`] : []),
            (0,_devin_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .incidentTag */ .fZ)(incident.id),
            ...(0,_devin_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .toldTags */ .vJ)(told),
            ...(wanted.tags ?? []),
        ],
        repos: [...new Set([brief.repository, ...(wanted.repos ?? [])])],
        structuredOutputSchema: (0,_prompt_js__WEBPACK_IMPORTED_MODULE_10__/* .outcomeJsonSchema */ .Qs)(),
        attachmentUrls,
        options: {
            playbook_id: wanted["playbook-id"],
            knowledge_ids: wanted["knowledge-ids"],
            secret_ids: wanted["secret-ids"],
            devin_mode: wanted.mode,
            max_acu_limit: wanted["max-acu-limit"],
            bypass_approval: wanted["bypass-approval"],
            create_as_user_id: wanted["create-as-user-id"],
        },
    };
}
// Devin shows titles and tags on pages of its own.
function withoutBrackets(words) {
    return (words ?? "").replace(/[<>]/g, " ").trim();
}


/***/ }),

/***/ 1075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qx: () => (/* binding */ renderWhole),
/* harmony export */   oP: () => (/* binding */ renderEvidence)
/* harmony export */ });
/* unused harmony export EVIDENCE_CUTS */
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5498);
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
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toFencedJson */ .xs)(partsOf(record), LONGEST_ATTACHED);
}
/** The evidence as JSON of at most `longest` UTF-8 bytes, cutting the least useful first. */
function renderEvidence(record, longest) {
    let parts = partsOf(record);
    let text = (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toFencedJson */ .xs)(parts);
    const leftOut = text === renderWhole(record) ? [] : ["the ends of long texts"];
    for (const { what, apply } of CUTS) {
        if (Buffer.byteLength(text) <= longest)
            break;
        parts = apply(parts);
        const shorter = (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toFencedJson */ .xs)(parts);
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


/***/ })

};
