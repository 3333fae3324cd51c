/** Every state that the page can be in: how it comes about, and what it then shows. */

/** Screens that the page is looked at on. */
export const VIEWS = [
  { name: "phone, light", width: 360, height: 740, colorScheme: "light" },
  { name: "phone, dark", width: 360, height: 740, colorScheme: "dark" },
  { name: "desktop, light", width: 1_280, height: 900, colorScheme: "light" },
  { name: "desktop, dark", width: 1_280, height: 900, colorScheme: "dark" },
] as const;

export type View = (typeof VIEWS)[number];

const SET_UP = { GITHUB_REPOSITORY: "acme/docs", GITHUB_TOKEN: "github_pat_of_this_run" };
export const NEW = { ...SET_UP, WEBHOOK_SECRET: "shared-secret-of-this-run" };
const WHOLE = {
  ...NEW,
  PAGERDUTY_WEBHOOK_SECRET: "signing-secret-of-this-run",
  INCIDENT_PRIORITIES: "P1,P2",
};

/** How the browser is answered in place of the function: not at all, by a proxy's page, or by a report. */
export type Interception = { status: number; contentType: string; body: string } | "abort" | "hang";

export type State = {
  name: string;
  env: Record<string, string>;
  intercept?: Interception;
  /** What the body's `data-state` becomes. */
  state: "loading" | "ready" | "misconfigured" | "unreachable";
  shows: string[];
  hides?: string[];
};

const hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";

export const STATES: State[] = [
  { name: "loading", env: {}, intercept: "hang", state: "loading", shows: ["Reading the health report"] },
  {
    name: "ready, the webhook to be created",
    env: NEW,
    state: "ready",
    shows: ["Ready for webhooks", "Create the webhook in PagerDuty", "incident.resolved", "Version 1."],
    hides: ["What is missing or wrong"],
  },
  {
    name: "ready, the webhook created",
    env: WHOLE,
    state: "ready",
    shows: ["Ready for webhooks", "Send a test event", "P1, P2", "What is not set is optional."],
    hides: ["What is missing or wrong"],
  },
  {
    name: "nothing is set",
    env: {},
    state: "misconfigured",
    shows: [
      "3 settings need attention",
      "Create the webhook in PagerDuty",
      "missing",
      "What is missing or wrong",
    ],
    hides: ["What is forwarded"],
  },
  {
    name: "one setting is wrong",
    env: { ...WHOLE, GITHUB_REPOSITORY: "https://github.com/acme/docs" },
    state: "misconfigured",
    shows: [
      "One setting needs attention",
      "Correct GITHUB_REPOSITORY",
      "set, but wrong",
      "write acme/docs for",
    ],
    hides: ["What is missing or wrong", "What is forwarded"],
  },
  {
    name: "a report that tries to be markup",
    env: {},
    intercept: {
      status: 503,
      contentType: "application/json",
      body: JSON.stringify({
        status: "misconfigured",
        version: hostile,
        settings: { [hostile]: true },
        events: [],
        filters: {},
        problems: [`GITHUB_TOKEN ${hostile}`, hostile],
      }),
    },
    state: "misconfigured",
    shows: [`GITHUB_TOKEN ${hostile}`, `Version ${hostile}`],
  },
  {
    name: "no answer",
    env: {},
    intercept: "abort",
    state: "unreachable",
    shows: ["The health report cannot be read", "there was no answer", "Look at the deployment"],
    hides: ["Webhook address", "Settings"],
  },
  {
    name: "a crashed function",
    env: {},
    intercept: { status: 500, contentType: "text/plain", body: "A server error has occurred" },
    state: "unreachable",
    shows: ["with status 500, is no health report"],
    hides: ["Webhook address"],
  },
  {
    name: "another JSON than the report",
    env: {},
    intercept: { status: 200, contentType: "application/json", body: '{"status":"ok","settings":null}' },
    state: "unreachable",
    shows: ["with status 200, is no health report"],
  },
];
