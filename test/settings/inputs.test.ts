import { expect, test } from "vitest";
import { SettingsError } from "../../src/lib/errors.ts";
import { INPUTS, parseInputs, readInputs, requireApiKey } from "../../src/settings/inputs.ts";

function problems(raw: Record<string, string>): string[] {
  try {
    readInputs(raw);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

const DEFAULTS = {
  job: "auto",
  "devin-api-url": "https://api.devin.ai",
  "pagerduty-auth": "token",
  incident: null,
  since: null,
  "dry-run": false,
  config: ".github/postmortem.yml",
  "wait-minutes": 0,
};

test("empty inputs, which is how a runner gives absent ones, mean the defaults", () => {
  const empty = Object.fromEntries(INPUTS.map((name) => [name, ""]));
  expect(readInputs(empty)).toEqual(DEFAULTS);
  expect(readInputs({})).toEqual(DEFAULTS);
});

test("every input is read, spaces around it aside", () => {
  expect(
    readInputs({
      job: "draft",
      "devin-api-key": " cog_abc ",
      "devin-org-id": "org-abc123",
      "devin-api-url": "https://devin.example.com/",
      "pagerduty-token": "pd_token",
      "pagerduty-auth": "bearer",
      "pagerduty-api-url": "https://api.eu.pagerduty.com",
      "pagerduty-from": " oncall@acme.example ",
      "github-token": "ghs_token\n",
      incident: "https://acme.eu.pagerduty.com/incidents/Q1ORDERSPOOL01",
      since: "7d",
      "dry-run": "true",
      config: "ops/postmortem.yml",
      "wait-minutes": "350",
    }),
  ).toEqual({
    job: "draft",
    "devin-api-key": "cog_abc",
    "devin-org-id": "org-abc123",
    "devin-api-url": "https://devin.example.com",
    "pagerduty-token": "pd_token",
    "pagerduty-auth": "bearer",
    "pagerduty-api-url": "https://api.eu.pagerduty.com",
    "pagerduty-from": "oncall@acme.example",
    "github-token": "ghs_token",
    incident: { kind: "id", id: "Q1ORDERSPOOL01", region: "eu" },
    since: 7 * 86_400_000,
    "dry-run": true,
    config: "ops/postmortem.yml",
    "wait-minutes": 350,
  });
});

test("all problems are named at once, as the user wrote the input, and no secret is shown", () => {
  const found = problems({
    job: "drafts",
    "devin-api-key": "cog_secret\nwith a line",
    "devin-org-id": "acme",
    "devin-api-url": "http://devin.example.com",
    "pagerduty-token": "pd secret",
    "pagerduty-auth": "basic",
    "pagerduty-api-url": "pagerduty",
    "pagerduty-from": "the one on call",
    "github-token": "ghs secret",
    incident: "the one of yesterday",
    since: "yesterday",
    "dry-run": "yes",
    "wait-minutes": "351",
  });
  expect(found).toEqual([
    'job is "drafts"; did you mean draft? It takes auto, draft, reconcile, check, follow-ups',
    "devin-api-key holds spaces or other characters that no token has; copy it again",
    "devin-org-id is not an organization's id (org-…)",
    "devin-api-url is not an address such as https://api.devin.ai",
    "pagerduty-token holds spaces or other characters that no token has; copy it again",
    'pagerduty-auth is "basic"; it takes token, bearer',
    "pagerduty-api-url is not an address such as https://api.pagerduty.com",
    "pagerduty-from is no e-mail address",
    "github-token holds spaces or other characters that no token has; copy it again",
    'incident is "the one of yesterday", which is no incident; it takes an id such as Q1ORDERSPOOL01, a number, or the incident\'s URL',
    'since is "yesterday", which is no window of time; it takes 12h, 2d or 90d, up to six months',
    'dry-run is "yes"; it takes false, true',
    'wait-minutes is "351"; it takes whole minutes from 0 to 350',
  ]);
  expect(found.join()).not.toMatch(/cog_secret|pd secret|ghs secret/);
});

test("a key of Devin's older API is refused with the way to the right one", () => {
  expect(problems({ "devin-api-key": "apk_user_abc" })).toEqual([
    "devin-api-key is a key of Devin's older API (apk_…); create a service user's key (cog_…)",
  ]);
});

test.for(["-1", "1.5", "ten", "1e3", "0x10"])("wait-minutes is a whole number, not %s", (value) => {
  expect(problems({ "wait-minutes": value })).toEqual([expect.stringContaining("wait-minutes")]);
});

test.for(["0d", "7", "7 days", "-1d", "1w", "2026-02-10", "1h2d"])(
  "since is a length of time, not %s",
  (value) => {
    expect(problems({ since: value })).toEqual([expect.stringMatching(/^since is .* no window of time/)]);
  },
);

test.for(["incident", "since"])("a very long %s is shown cut", (name) => {
  expect(problems({ [name]: "x".repeat(5_000) })[0]?.length).toBeLessThan(300);
});

test("an empty key is refused where Devin is needed, with the way to set it", () => {
  expect(requireApiKey(readInputs({ "devin-api-key": "cog_abc" }))).toBe("cog_abc");
  expect(() => requireApiKey(readInputs({ "devin-api-key": " " }))).toThrow(
    /^devin-api-key is empty; store a Devin service user's key as the repository secret DEVIN_API_KEY/,
  );
});

test.for([
  "김@acme.example",
  "Kim <kim@acme.example>",
  "mailto:kim@acme.example",
  "kim@acme.example,lee@x.example",
])("an address that a header cannot carry alone is refused: %s", (written) => {
  expect(parseInputs({ "pagerduty-from": written }).problems).toEqual([
    "pagerduty-from is no e-mail address",
  ]);
});

test.for(["/timeline", "/", "?status=resolved"])("an incident's page may end with %s", (end) => {
  const url = `https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01${end}`;
  expect(parseInputs({ incident: url }).inputs?.incident).toMatchObject({ id: "Q1ORDERSPOOL01" });
});
