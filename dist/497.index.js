export const id = 497;
export const ids = [497];
export const modules = {

/***/ 8497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   holdIncident: () => (/* binding */ holdIncident)
/* harmony export */ });
/* harmony import */ var _devin_start_or_continue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4358);
/* harmony import */ var _pagerduty_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6665);
/* harmony import */ var _prompt_messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5854);
/* harmony import */ var _redact_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4036);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7273);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9626);
/* harmony import */ var _trigger_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2106);
/** The job hold: tells the incident's live session that the incident is open again. */







/** Tells the session to write nothing until the next resolve; where no session is alive, nothing is done. */
async function holdIncident(context, config, payload) {
    const { event, incident } = payload;
    const known = (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .undecided */ .oo)("hold", incident, null);
    const occurredAt = (0,_trigger_js__WEBPACK_IMPORTED_MODULE_6__/* .instantOf */ .B9)(context.clock, payload);
    const message = (0,_prompt_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .buildHold */ .w4)(event.id, occurredAt);
    if (context.inputs["dry-run"])
        return {
            ...known,
            decision: "dry-run",
            reason: "the incident was reopened; a live session of it would be told to hold",
            prompt: message,
        };
    try {
        const held = await (0,_devin_start_or_continue_js__WEBPACK_IMPORTED_MODULE_0__/* .startOrContinueSession */ .r)({
            devin: context.devin(),
            clock: context.clock,
            incidentId: incident.id,
            update: {
                instruction: "hold",
                eventId: event.id,
                occurredAt,
                knownUntil: occurredAt,
                isDelivered: (0,_prompt_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .mentionsEvent */ .ki)(event.id),
                isOutdatedBy: (0,_prompt_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .mentionsResolutionSince */ .Ch)(occurredAt),
            },
            message: () => message,
            start: null,
        });
        // Only what has a session has passed the rules, and may be named.
        const record = held.decision === "held" ? await (0,_redact_record_js__WEBPACK_IMPORTED_MODULE_3__/* .redactRecord */ .h)((0,_pagerduty_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOf */ .z)(incident, null), config) : null;
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .sessionFields */ .y)(context, config, held, { ...known, record, reason: held.reason });
    }
    catch (error) {
        return { ...known, failures: (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .failuresOf */ .dJ)(error) };
    }
}


/***/ })

};
