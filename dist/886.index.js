export const id = 886;
export const ids = [886];
export const modules = {

/***/ 1886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   trySample: () => (/* binding */ trySample)
/* harmony export */ });
/* harmony import */ var _github_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _pagerduty_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6665);
/* harmony import */ var _prompt_brief_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1852);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2352);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8130);
/* harmony import */ var _load_config_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9479);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7273);
/** A sample of the whole way: shows for every key what a read can show of it, and starts, sends and writes nothing. */








const WINDOW_MS = 60_000;
/** Looks at every part at once, so that one run names all that is wrong. */
async function trySample(context, incident) {
    const { inputs, loadConfiguration } = context;
    const { config, problems, warnings, source } = await loadConfiguration(inputs.config);
    const parts = [
        { name: "Devin", look: () => lookAtDevin(context) },
        { name: "PagerDuty", look: () => lookAtPagerDuty(context) },
        { name: "GitHub", look: () => lookAtGitHub(context) },
        ...(config === null
            ? []
            : [
                { name: "Docs repository", look: () => lookAtRepository(context, config) },
                { name: "Templates", look: () => Promise.resolve(lookAtTemplates(context, config, incident)) },
            ]),
    ];
    const seen = await Promise.all(parts.map(lookAt));
    const failures = [...problems, ...seen.flatMap((part) => part.failures)];
    return {
        kind: "sample",
        job: "draft",
        decision: "sample",
        reason: failures.length === 0
            ? "it came all the way, every key that can be read works, and nothing was started"
            : "it came all the way, but a real incident would fail; nothing was started",
        incident: { id: incident.id, number: incident.number, url: null },
        parts: [
            { name: "Function and dispatch", seen: "the sample arrived" },
            { name: "Configuration", seen: problems.length === 0 ? source : "it has problems" },
            ...seen.map(({ name, sentence }) => ({ name, seen: sentence })),
        ],
        configuration: source,
        warnings,
        failures,
    };
}
async function lookAt({ name, look }) {
    try {
        return { name, sentence: await look(), failures: [] };
    }
    catch (error) {
        return { name, sentence: "it does not work", failures: (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .failuresOf */ .dJ)(error) };
    }
}
async function lookAtDevin(context) {
    const sessions = await (0,_capacity_js__WEBPACK_IMPORTED_MODULE_4__/* .listStarted */ .KJ)(context);
    return `devin-api-key may list sessions (${sessions.length} of this project in the last day); only a real draft proves that it may start one`;
}
async function lookAtPagerDuty(context) {
    const pagerDuty = (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .connectPagerDuty */ .uu)(context, null);
    if (pagerDuty === null)
        return "pagerduty-token is not set: drafts start from the event alone, and reconcile cannot run";
    const until = context.clock.now();
    const limits = { deadline: until + WINDOW_MS, calls: 3 };
    await pagerDuty.pageOfResolved({ since: until - WINDOW_MS, until, offset: 0 }, limits);
    return "pagerduty-token may read incidents";
}
async function lookAtGitHub(context) {
    const { repository } = context;
    const github = (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .connectGitHub */ .UY)(context);
    if (github === null)
        return "github-token is not set: drafts need none, the check and the follow-ups do";
    const { private: isPrivate } = await (0,_github_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .readRepository */ .N)({ repository, github });
    return `github-token may read ${repository}, which is ${isPrivate ? "private" : "public"}`;
}
async function lookAtRepository(context, config) {
    await (0,_load_config_js__WEBPACK_IMPORTED_MODULE_6__/* .assertRepositoryPrivate */ .sY)(context, config);
    return `${context.repository} may carry PagerDuty's text`;
}
/** Renders the sample with every template that an incident could get; throws SettingsError with what is wrong with them. */
function lookAtTemplates({ repository, files, clock }, config, incident) {
    const record = (0,_pagerduty_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordOf */ .z)(incident, null);
    const templates = new Set([
        config.template,
        ...config.rules.map((rule) => rule.template ?? config.template),
    ]);
    const briefWith = (template) => (0,_prompt_brief_js__WEBPACK_IMPORTED_MODULE_3__/* .createBrief */ .fW)({
        record,
        decision: null,
        config: { ...config, template },
        repository,
        files,
        now: clock.now(),
        eventId: incident.id,
        newId: () => crypto.randomUUID(),
    });
    const problems = new Set([...templates].flatMap((template) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsOf */ .GW)(() => briefWith(template))));
    if (problems.size > 0)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .GN([...problems]);
    return `${templates.size === 1 ? "the template renders" : `all ${templates.size} templates render`}`;
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
