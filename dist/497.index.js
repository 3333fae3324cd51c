export const id = 497;
export const ids = [497];
export const modules = {

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


/***/ })

};
