/** What the sandbox's PagerDuty tells about its incidents: the pool that ran out, and a blip that fixed itself. */

const WEB = "https://acme.pagerduty.com";
const API = "https://api.pagerduty.com";

// Fake, and put together here: a host of code refuses a push that holds what looks like a key.
const leakedToken = `ghp_${"DemoOnly".repeat(4)}0000`;
const leakedPassword = ["not", "a", "password", "7"].join("-");

function reference(kind: string, type: string, id: string, summary: string) {
  return {
    id,
    type: `${type}_reference`,
    summary,
    self: `${API}/${kind}/${id}`,
    html_url: `${WEB}/${kind}/${id}`,
  };
}

const user = (id: string, name: string) => reference("users", "user", id, name);
const jordan = user("PJORDAN", "Jordan Lee");
const sam = user("PSAMRIV", "Sam Rivera");
const priya = user("PPRIYAN", "Priya Nair");
const service = reference("services", "service", "PORDSVC", "orders-service");
const team = reference("teams", "team", "PCHECKT", "Checkout");

const integration = {
  id: "PDDOGV2",
  type: "events_api_v2_inbound_integration_reference",
  summary: "Datadog",
  self: `${API}/services/${service.id}/integrations/PDDOGV2`,
  html_url: `${WEB}/services/${service.id}/integrations/PDDOGV2`,
};

const priority = (name: string, id: string) => ({
  id,
  type: "priority_reference",
  summary: name,
  self: `${API}/priorities/${id}`,
  html_url: `${WEB}/account/incident_priorities`,
});

type IncidentFacts = {
  id: string;
  number: number;
  title: string;
  createdAt: string;
  resolvedAt: string;
  by: object;
};

/** An incident after its resolve, with what is the same for both. */
function incidentOf({ id, number, title, createdAt, resolvedAt, by }: IncidentFacts) {
  return {
    id,
    type: "incident",
    summary: `[#${number}] ${title}`,
    self: `${API}/incidents/${id}`,
    html_url: `${WEB}/incidents/${id}`,
    incident_number: number,
    title,
    created_at: createdAt,
    updated_at: resolvedAt,
    status: "resolved",
    incident_key: null,
    service,
    assignments: [],
    assigned_via: "escalation_policy",
    last_status_change_at: resolvedAt,
    last_status_change_by: by,
    resolved_at: resolvedAt,
    incident_type: { name: "incident_default" },
    escalation_policy: reference("escalation_policies", "escalation_policy", "PESCPOL", "Orders on-call"),
    teams: [],
    acknowledgements: [],
    resolve_reason: null,
    conference_bridge: null,
  };
}

const pool = incidentOf({
  id: "Q1ORDERSPOOL01",
  number: 387,
  title: "Database Connection Pool Exhaustion",
  createdAt: "2026-02-10T14:32:00Z",
  resolvedAt: "2026-02-10T15:18:02Z",
  by: jordan,
});
const blip = incidentOf({
  id: "Q1ORDERSBLIP01",
  number: 391,
  title: "5xx rate above 1 %",
  createdAt: "2026-02-11T03:10:00Z",
  resolvedAt: "2026-02-11T03:14:20Z",
  by: integration,
});

type Entry = {
  type: string;
  at: string;
  summary: string;
  agent: object;
  channel: object;
  more?: object;
};

/** The log of one incident; ids count up in the order of time. */
function logOf(incident: { id: string; summary: string }, prefix: string, entries: Entry[]): object[] {
  return entries.map(({ type, at, summary, agent, channel, more }, index) => {
    const id = `${prefix}${String(index + 1).padStart(2, "0")}`;
    return {
      id,
      type: `${type}_log_entry`,
      summary,
      self: `${API}/log_entries/${id}?incident_id=${incident.id}`,
      html_url: `${WEB}/incidents/${incident.id}/log_entries/${id}`,
      created_at: at,
      agent,
      channel,
      service,
      incident: reference("incidents", "incident", incident.id, incident.summary),
      teams: [team],
      contexts: [],
      ...more,
    };
  });
}

const notification = (type: string, address: string, status: string) => ({
  type: "auto",
  notification: { type, address, status, conferenceAddress: "" },
});
const note = (content: string) => ({ type: "note", summary: content });
const website = { type: "website" };

/** An Events API v2 event, as the channel of its trigger carries it. */
const monitorEvent = (summary: string, severity: string, details: object) => ({
  type: "api",
  service_key: null,
  description: summary,
  summary,
  incident_key: null,
  client: "Datadog",
  client_url: "https://acme.datadoghq.example/monitors/8123",
  severity,
  cef_details: {
    client: "Datadog",
    client_url: "https://acme.datadoghq.example/monitors/8123",
    details,
    message: summary,
    severity,
    source_component: "pgbouncer",
    source_origin: "orders-db-1",
    version: "1.0",
  },
  details,
});

const poolDetails = {
  monitor: "orders-db connections in use",
  query:
    "max(last_5m):postgresql.connections.used{service:orders-service} / postgresql.connections.max > 0.95",
  connections: "200/200",
  waiting: 1482,
  host: "orders-db-1 (10.12.0.7:5432)",
  // Monitors do send such things.
  dsn: `postgres://orders:${leakedPassword}@orders-db-1:5432/orders`,
  last_error:
    "HikariPool-1 - Connection is not available, request timed out after 30000ms (active=20, idle=0, waiting=74)",
};

const errorDetails = {
  monitor: "orders-service 5xx rate",
  query: "sum(last_5m):http.5xx{service:orders-service} / http.requests > 0.05",
  value: "12.4 %",
  threshold: "5 %",
  version: "v2.41.0",
};

const notes: Array<{ at: string; by: ReturnType<typeof user>; content: string }> = [
  {
    at: "2026-02-10T14:44:10Z",
    by: jordan,
    content:
      "All 200 connections of orders-db-1 are in use, 1,482 requests wait. Began minutes after the deploy of v2.41.0 (commit 9fceb02d0ae598e95dc970b74767f19372d61af8).",
  },
  {
    at: "2026-02-10T14:52:37Z",
    by: jordan,
    content: `Rolling back with the deploy token ${leakedToken} since the pipeline's own has expired. The account manager of the largest shop waits for news: dana.whitfield@shop.example, +1-415-555-0132.`,
  },
  {
    at: "2026-02-10T15:02:20Z",
    by: sam,
    content:
      "v2.40.3 is live on all pods. Connections fall: 200 -> 88 in three minutes. 5xx is at 0.3 %. Watching for a quarter of an hour.",
  },
  {
    at: "2026-02-10T15:18:03Z",
    by: jordan,
    content:
      "Resolution Note: v2.41.0 rolled back. The new order-history endpoint seems to keep its connection when the client hangs up; not proven yet.",
  },
];

/** Ends at 15:18:02, the resolve; the resolution's note follows a second later. */
const poolLog: Entry[] = [
  {
    type: "trigger",
    at: "2026-02-10T14:32:00Z",
    summary: "Triggered through the API",
    agent: integration,
    channel: monitorEvent(pool.title, "critical", poolDetails),
    more: { event_details: { description: pool.title } },
  },
  {
    type: "assign",
    at: "2026-02-10T14:32:00Z",
    summary: "Assigned to Priya Nair",
    agent: service,
    channel: { type: "auto" },
    more: { assignees: [priya] },
  },
  {
    type: "notify",
    at: "2026-02-10T14:32:08Z",
    summary: "Notified Priya Nair via push notification",
    agent: service,
    channel: notification("push_notification", "Priya's phone", "success"),
    more: { user: priya },
  },
  {
    type: "notify",
    at: "2026-02-10T14:34:09Z",
    summary: "Notified Priya Nair via phone",
    agent: service,
    channel: notification("phone", "+1-415-555-0178", "no_answer"),
    more: { user: priya },
  },
  {
    type: "escalate",
    at: "2026-02-10T14:36:00Z",
    summary: "Escalated to Jordan Lee",
    agent: service,
    channel: { type: "timeout" },
    more: { assignees: [jordan] },
  },
  {
    type: "notify",
    at: "2026-02-10T14:36:07Z",
    summary: "Notified Jordan Lee via SMS",
    agent: service,
    channel: notification("sms", "+1-415-555-0164", "success"),
    more: { user: jordan },
  },
  {
    type: "acknowledge",
    at: "2026-02-10T14:38:00Z",
    summary: "Acknowledged by Jordan Lee",
    agent: jordan,
    channel: { type: "sms" },
    more: { acknowledgement_timeout: 1800 },
  },
  {
    type: "priority_change",
    at: "2026-02-10T14:41:15Z",
    summary: "Priority changed from P2 to P1 by Jordan Lee",
    agent: jordan,
    channel: {
      ...website,
      old_priority: { id: "PRIOR02", type: "priority", summary: "P2", name: "P2" },
      new_priority: { id: "PRIOR01", type: "priority", summary: "P1", name: "P1" },
    },
  },
  {
    type: "responder_request",
    at: "2026-02-10T14:42:30Z",
    summary: "Jordan Lee requested additional responders",
    agent: jordan,
    channel: website,
    more: {
      message: "Please help with the orders database",
      responders_list: [{ user: sam, state: "pending" }],
    },
  },
  ...notes.slice(0, 2).map(annotation),
  {
    type: "status_update",
    at: "2026-02-10T14:55:00Z",
    summary: "Status update by Jordan Lee",
    agent: jordan,
    channel: website,
    more: {
      message: "Checkout fails for about one order in eight. The deploy of 14:21 is being rolled back.",
      subject: "Orders: checkout errors",
    },
  },
  ...notes.slice(2, 3).map(annotation),
  {
    type: "resolve",
    at: "2026-02-10T15:18:02Z",
    summary: "Resolved by Jordan Lee",
    agent: jordan,
    channel: website,
  },
  ...notes.slice(3).map(annotation),
];

function annotation({ at, by, content }: (typeof notes)[number]): Entry {
  return { type: "annotate", at, summary: `Note added by ${by.summary}`, agent: by, channel: note(content) };
}

type AlertFacts = {
  incident: { id: string; summary: string };
  id: string;
  key: string;
  summary: string;
  severity: string;
  at: string;
  details: object | string;
  link: { href: string; text: string };
};

function alertOf({ incident, id, key, summary, severity, at, details, link }: AlertFacts): object {
  return {
    id,
    type: "alert",
    summary,
    self: `${API}/incidents/${incident.id}/alerts/${id}`,
    html_url: `${WEB}/alerts/${id}`,
    created_at: at,
    status: "resolved",
    alert_key: key,
    service,
    body: { type: "alert_body", contexts: [{ type: "link", ...link }], details },
    incident: reference("incidents", "incident", incident.id, incident.summary),
    suppressed: false,
    severity,
    integration,
  };
}

type ChangeFacts = {
  id: string;
  at: string;
  summary: string;
  source: string;
  link: { href: string; text: string };
  details: object;
  reason: string;
};

function changeOf({ id, at, summary, source, link, details, reason }: ChangeFacts): object {
  return {
    summary,
    id,
    timestamp: at,
    type: "change_event",
    source,
    integration: { id: "PCHGEV1", type: "inbound_integration_reference" },
    services: [{ id: service.id, type: "service_reference" }],
    custom_details: details,
    links: [link],
    correlation_reason: { reason },
  };
}

const pastIncident = (id: string, at: string, title: string, score: number) => ({
  incident: { id, created_at: at, self: `${API}/incidents/${id}`, title },
  score,
});

const request = {
  incident: reference("incidents", "incident", pool.id, pool.summary),
  requester: jordan,
  requested_at: "2026-02-10T14:42:30Z",
  message: "Please help with the orders database",
};
const answer = { state: "joined", user: sam, updated_at: "2026-02-10T14:43:20Z", ...request };

const poolRecord = {
  incident: {
    ...pool,
    urgency: "high",
    priority: priority("P1", "PRIOR01"),
    alert_counts: { all: 2, triggered: 0, resolved: 2 },
    incidents_responders: [answer],
    responder_requests: [
      {
        ...request,
        responder_request_targets: [
          { responder_request_target: { id: sam.id, type: "user", incidents_responders: [answer] } },
        ],
      },
    ],
    custom_fields: [
      {
        id: "PFIELD1",
        type: "field_value",
        name: "customer_impact",
        display_name: "Customer impact",
        description: "How customers notice it",
        data_type: "string",
        field_type: "single_value_fixed",
        value: "Checkout fails",
      },
      {
        id: "PFIELD2",
        type: "field_value",
        name: "regions",
        display_name: "Regions",
        description: "Where it happens",
        data_type: "string",
        field_type: "multi_value_fixed",
        value: ["eu-west-1", "us-east-1"],
      },
    ],
  },
  log_entries: logOf(pool, "R1POOL0000", poolLog),
  notes: notes.map(({ at, by, content }, index) => ({
    id: `PNOTE0${index + 1}`,
    user: by,
    channel: { summary: "The PagerDuty website or APIs" },
    content,
    created_at: at,
    updated_at: at,
  })),
  alerts: [
    alertOf({
      incident: pool,
      id: "Q1ALERTPOOL001",
      key: "datadog-monitor-8123",
      summary: pool.title,
      severity: "critical",
      at: "2026-02-10T14:32:00Z",
      details: poolDetails,
      link: { href: "https://acme.datadoghq.example/monitors/8123", text: "Monitor" },
    }),
    alertOf({
      incident: pool,
      id: "Q1ALERT5XX0001",
      key: "datadog-monitor-8140",
      summary: "orders-service: 5xx rate above 5 %",
      severity: "error",
      at: "2026-02-10T14:33:42Z",
      details: errorDetails,
      link: { href: "https://acme.datadoghq.example/monitors/8140", text: "Monitor" },
    }),
  ],
  related_change_events: [
    changeOf({
      id: "01FZ8CHANGEDEPLOY000000001",
      at: "2026-02-10T14:21:00Z",
      summary: "orders-service v2.41.0",
      source: "github-actions",
      link: { href: "https://github.com/acme/orders/actions/runs/7812003411", text: "Deploy run" },
      details: {
        version: "v2.41.0",
        previous: "v2.40.3",
        commit: "9fceb02d0ae598e95dc970b74767f19372d61af8",
        pull_requests: "#812 Order history endpoint",
        environment: "production",
      },
      reason: "most_recent",
    }),
    changeOf({
      id: "01FZ8CHANGECONFIG000000001",
      at: "2026-02-10T11:05:30Z",
      summary: "orders-db: pgbouncer default_pool_size 40 -> 20",
      source: "terraform",
      link: { href: "https://github.com/acme/infra/pull/231", text: "Pull request" },
      details: { workspace: "orders-production", changed: "pgbouncer.default_pool_size" },
      reason: "related_service",
    }),
  ],
  past_incidents: [
    pastIncident("Q0ORDERSPOOL77", "2025-11-18T09:12:44Z", "Database Connection Pool Exhaustion", 46.8),
    pastIncident("Q0ORDERSLAG021", "2025-12-03T17:40:05Z", "orders-db replica lag above 60 s", 12.3),
  ],
};

/** It came and went by its monitor alone, which some rules leave out. */
const blipRecord = {
  incident: {
    ...blip,
    urgency: "low",
    priority: priority("P3", "PRIOR03"),
    alert_counts: { all: 1, triggered: 0, resolved: 1 },
  },
  log_entries: logOf(blip, "R1BLIP0000", [
    {
      type: "trigger",
      at: "2026-02-11T03:10:00Z",
      summary: "Triggered through the API",
      agent: integration,
      channel: monitorEvent(blip.title, "warning", { value: "1.4 %", threshold: "1 %" }),
      more: { event_details: { description: blip.title } },
    },
    {
      type: "assign",
      at: "2026-02-11T03:10:00Z",
      summary: "Assigned to Priya Nair",
      agent: service,
      channel: { type: "auto" },
      more: { assignees: [priya] },
    },
    {
      type: "resolve",
      at: "2026-02-11T03:14:20Z",
      summary: "Resolved through the API",
      agent: integration,
      channel: { type: "api" },
    },
  ]),
  notes: [],
  alerts: [
    alertOf({
      incident: blip,
      id: "Q1ALERTBLIP001",
      key: "datadog-monitor-8155",
      summary: blip.title,
      severity: "warning",
      at: "2026-02-11T03:10:00Z",
      details: "http.5xx is 1.4 %, threshold 1 %",
      link: { href: "https://acme.datadoghq.example/monitors/8155", text: "Monitor" },
    }),
  ],
  related_change_events: [],
  past_incidents: [],
};

/** What `startPagerDuty` takes as `incidents`. */
export const demoIncidents = [poolRecord, blipRecord];

/** What `startGitHub` takes as `neighbours`: the repository of the deploy that the pool's record names. */
export const demoNeighbours = [
  {
    name: "acme/orders",
    commits: [{ sha: "9fceb02d0ae598e95dc970b74767f19372d61af8", committedDate: "2026-02-10T14:05:12Z" }],
    pulls: [
      {
        number: 812,
        title: "Order history endpoint",
        createdAt: "2026-02-09T10:12:40Z",
        mergedAt: "2026-02-10T14:05:12Z",
      },
      {
        number: 815,
        title: "Release the connection when the client hangs up",
        createdAt: "2026-02-10T15:25:07Z",
        mergedAt: "2026-02-10T15:52:31Z",
      },
    ],
    files: ["src/order-history.ts"],
  },
  {
    name: "acme/infra",
    commits: [],
    pulls: [
      {
        number: 231,
        title: "orders-db: pgbouncer default_pool_size 40 -> 20",
        createdAt: "2026-02-09T15:40:00Z",
        mergedAt: "2026-02-10T11:02:31Z",
      },
    ],
    files: [],
  },
];
