/** Lives of a Devin session, told poll by poll. */
import type { Outcome } from "../../src/prompt/prompt.ts";
import type { SessionState } from "./session.ts";

const PULL_REQUEST = "https://github.com/acme/docs/pull/7";
const FILE = "docs/postmortems/2026-02-10-Q1-postmortem.md";
const ELSEWHERE = "https://github.com/acme/other/pull/1";

const working = { status: "running", status_detail: "working" };
const finished = { status: "running", status_detail: "finished" };
const waiting = { status: "running", status_detail: "waiting_for_user" };
const started = [{ status: "new" }, { status: "claimed" }, working];
const opens = (...urls: string[]) => ({
  pull_requests: urls.map((pr_url) => ({ pr_url, pr_state: "open" })),
});
const opened = opens(PULL_REQUEST);
const reports = (pull_request: string, file: string): { structured_output: Outcome } => ({
  structured_output: {
    outcome: "pull_request_opened",
    pull_request,
    file,
    root_cause_status: "likely",
    evidence_used: ["The PagerDuty incident"],
    not_checked: ["Datadog: the MCP is not available"],
  },
});
const reported = reports(PULL_REQUEST, FILE);
const asleep = { status: "suspended", status_detail: "inactivity" };

/** One step per GET; a settled step lasts until a message comes. */
export const scenarios: Record<string, Array<Partial<SessionState>>> = {
  happy: [...started, { ...working, ...opened }, { ...finished, ...reported }],
  // Many sessions never exit: they end their turn and invite a reply.
  quiet: [...started, { ...waiting, ...opened, ...reported }],
  blocked: [...started, waiting, working, { ...finished, ...opened, ...reported }],
  approval: [...started, { status: "running", status_detail: "waiting_for_approval" }],
  asleep: [...started, asleep, { status: "resuming", status_detail: null }, working],
  "asleep-with-pull-request": [...started, { ...asleep, ...opened }],
  "out-of-quota": [...started, { status: "suspended", status_detail: "out_of_quota" }],
  "usage-limit": [...started, { status: "suspended", status_detail: "usage_limit_exceeded" }],
  "payment-declined": [...started, { status: "suspended", status_detail: "payment_declined" }],
  crash: [...started, { status: "error", status_detail: null }],
  exit: [...started, { status: "exit", status_detail: null }],
  drift: [
    { status: "archived_v2", status_detail: "napping", mood: { level: 3 }, created_at: 1_795_440_000_000 },
    { ...finished, pull_requests: [{ pr_url: PULL_REQUEST, pr_state: null }] },
  ],
  "corrected-output": [
    ...started,
    { ...finished, ...opened, structured_output: { outcome: 1 } },
    working,
    { ...finished, ...reported },
  ],
  "uncorrected-output": [
    ...started,
    { ...finished, ...opened, structured_output: "done" },
    working,
    { ...finished, structured_output: "done" },
  ],
  "wrong-repository": [...started, { ...finished, ...opens(ELSEWHERE), ...reports(ELSEWHERE, FILE) }],
  "wrong-directory": [
    ...started,
    { ...finished, ...opened, ...reports(PULL_REQUEST, "notes/postmortem.md") },
  ],
  "two-pull-requests": [
    ...started,
    { ...finished, ...opens(PULL_REQUEST, "https://github.com/acme/docs/pull/8") },
  ],
};
