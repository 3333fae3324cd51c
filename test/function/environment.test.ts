import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEnvironment, VARIABLES } from "../../src/function/environment.ts";

const pem = generateKeyPairSync("rsa", {
  modulusLength: 2_048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
}).privateKey;

// As short as a secret may be.
const [A, B, C] = ["a", "b", "c"].map((letter) => letter.repeat(16));

const complete = {
  PAGERDUTY_WEBHOOK_SECRET: "signing-secret-0123456789",
  GITHUB_REPOSITORY: "acme/docs",
  GITHUB_TOKEN: "github_pat_11ABCDEFG0123456789",
};

function settingsOf(more: Record<string, string | undefined> = {}) {
  const { settings, problems } = readEnvironment({ ...complete, ...more });
  expect(problems).toEqual([]);
  return settings;
}

function problemsOf(more: Record<string, string | undefined>): string[] {
  const { settings, problems } = readEnvironment({ ...complete, ...more });
  expect(settings).toBeNull();
  return problems;
}

describe("a complete environment", () => {
  test("gives settings with the defaults of the rest", () => {
    expect(settingsOf()).toEqual({
      signingSecrets: ["signing-secret-0123456789"],
      sharedSecrets: [],
      github: {
        repository: "acme/docs",
        apiUrl: "https://api.github.com",
        credentials: { kind: "token", token: "github_pat_11ABCDEFG0123456789" },
      },
      events: ["incident.resolved"],
      filters: { priorities: [], urgencies: [], services: [] },
    });
  });

  test("may have several secrets of both kinds", () => {
    expect(
      settingsOf({ PAGERDUTY_WEBHOOK_SECRET: ` ${A} , ${B},`, WEBHOOK_SECRET: `${C},${A}` }),
    ).toMatchObject({
      signingSecrets: [A, B],
      sharedSecrets: [C, A],
    });
  });

  test("may have the shared secret alone", () => {
    expect(settingsOf({ PAGERDUTY_WEBHOOK_SECRET: undefined, WEBHOOK_SECRET: C })).toMatchObject({
      signingSecrets: [],
      sharedSecrets: [C],
    });
  });

  test("takes events in any case, and filters as they are", () => {
    const settings = settingsOf({
      INCIDENT_EVENTS: "Incident.Resolved, incident.priority_updated,incident.acknowledged,incident.reopened",
      INCIDENT_PRIORITIES: "P1,P2",
      INCIDENT_URGENCIES: "HIGH",
      INCIDENT_SERVICES: "orders-*, PORDSVC",
    });
    expect(settings?.events).toEqual([
      "incident.resolved",
      "incident.priority_updated",
      "incident.acknowledged",
      "incident.reopened",
    ]);
    expect(settings?.filters).toEqual({
      priorities: ["P1", "P2"],
      urgencies: ["high"],
      services: ["orders-*", "PORDSVC"],
    });
  });

  test("takes empty strings and commas alone for nothing where a setting is optional", () => {
    const blank = {
      INCIDENT_EVENTS: ",",
      INCIDENT_PRIORITIES: " ,",
      GITHUB_API_URL: "",
      WEBHOOK_SECRET: " ",
    };
    expect(settingsOf(blank)).toEqual(settingsOf());
  });

  test("may name a GitHub Enterprise Server", () => {
    const { github } = settingsOf({ GITHUB_API_URL: "https://ghe.example.com/api/v3/" }) ?? {};
    expect(github?.apiUrl).toBe("https://ghe.example.com/api/v3");
  });
});

describe("a GitHub App", () => {
  const app = { GITHUB_APP_ID: "Iv23liABC", GITHUB_APP_PRIVATE_KEY: pem };

  test("is meant by its installation, unless there is a token", () => {
    const installation = { GITHUB_APP_INSTALLATION_ID: "42" };
    expect(settingsOf(installation)?.github.credentials).toMatchObject({ kind: "token" });
    const problems = problemsOf({ ...installation, GITHUB_TOKEN: undefined });
    expect(problems.join()).toContain("a GitHub App needs GITHUB_APP_ID and");
  });

  test("takes the place of a token", () => {
    const credentials = settingsOf({ ...app, GITHUB_TOKEN: undefined })?.github.credentials;
    expect(credentials).toMatchObject({ kind: "app", id: "Iv23liABC", installationId: null });
  });

  test("comes before a token when both are set", () => {
    const credentials = settingsOf({ ...app, GITHUB_APP_INSTALLATION_ID: "42" })?.github.credentials;
    expect(credentials).toMatchObject({ kind: "app", installationId: "42" });
  });

  test.for([
    [
      "GITHUB_APP_PRIVATE_KEY",
      "GITHUB_APP_PRIVATE_KEY is missing; a GitHub App needs GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY",
    ],
    [
      "GITHUB_APP_ID",
      "GITHUB_APP_ID is missing; a GitHub App needs GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY",
    ],
  ] as const)("is not half set, even beside a token: %s", ([name, problem]) => {
    expect(problemsOf({ ...app, [name]: "" })).toEqual([problem]);
  });
});

describe("the problems", () => {
  test("are all there at once in an empty environment", () => {
    const { settings, problems, present } = readEnvironment({});
    expect(settings).toBeNull();
    expect(problems).toEqual([
      expect.stringMatching(/^PAGERDUTY_WEBHOOK_SECRET is missing; .* or set WEBHOOK_SECRET/),
      "GITHUB_REPOSITORY is missing; set it to owner/name of the docs repository",
      expect.stringMatching(
        /^GITHUB_TOKEN is missing; .* Contents: read and write, or set GITHUB_APP_ID and/,
      ),
    ]);
    expect(Object.values(present)).toEqual(VARIABLES.map(() => false));
  });

  test("join what is missing and what is wrong", () => {
    const { problems } = readEnvironment({
      WEBHOOK_SECRET: " ",
      GITHUB_REPOSITORY: "https://github.com/acme/docs",
      GITHUB_TOKEN: "two words",
      GITHUB_APP_INSTALLATION_ID: "mine",
      GITHUB_API_URL: "ghe.example.com",
      INCIDENT_EVENTS: "incident.resolved, incident.closed, all",
      INCIDENT_URGENCIES: "critical",
    });
    const known =
      "incident.acknowledged, incident.priority_updated, incident.reopened, incident.resolved" as const;
    expect(problems).toEqual([
      expect.stringMatching(/^PAGERDUTY_WEBHOOK_SECRET is missing/),
      "GITHUB_REPOSITORY is not owner/name; write acme/docs for https://github.com/acme/docs",
      "GITHUB_TOKEN holds spaces or other characters that no token has; copy it again",
      "GITHUB_APP_INSTALLATION_ID is not a number; leave it out and it is looked up",
      "GITHUB_API_URL is not an address such as https://api.github.com",
      `INCIDENT_EVENTS has an unknown value, number 2 of its list; it takes ${known}`,
      `INCIDENT_EVENTS has an unknown value, number 3 of its list; it takes ${known}`,
      "INCIDENT_URGENCIES has an unknown value, number 1 of its list; it takes high, low",
    ]);
  });

  test.for(["PAGERDUTY_WEBHOOK_SECRET", "WEBHOOK_SECRET"])(
    "name %s when it holds commas alone, so that nothing passes unchecked",
    (name) => {
      for (const raw of [",", " , ,"])
        expect(problemsOf({ [name]: raw })).toEqual([`${name} holds commas but no secret`]);
    },
  );

  test.for([
    ["GITHUB_TOKEN", "line\nbreak", "GITHUB_TOKEN holds spaces or other characters that no token has"],
    ["GITHUB_REPOSITORY", "git@github.com:acme/docs", "GITHUB_REPOSITORY is not owner/name"],
    ["GITHUB_REPOSITORY", "acme/..", "GITHUB_REPOSITORY is not owner/name"],
    ["GITHUB_API_URL", "http://ghe.example.com", "GITHUB_API_URL is not an address"],
  ] as const)("name %s when it is %j", ([name, raw, problem]) => {
    expect(problemsOf({ [name]: raw })).toEqual([expect.stringContaining(problem)]);
  });

  test.for(["PAGERDUTY_WEBHOOK_SECRET", "WEBHOOK_SECRET"])(
    "name %s when it cannot be what PagerDuty has: too short, in quotes, or with what nobody sees",
    (name) => {
      for (const [raw, said] of [
        ["hunter2", "fewer than 8 characters"],
        [`${A},hunter2`, "number 2 of its list has fewer than 8 characters"],
        ["ab,cdefghijklmnop", "number 1 of its list has fewer than 8 characters"],
        ['""', "quotation marks"],
        [`'${A}'`, "quotation marks"],
        [`“${A}”`, "quotation marks"],
        [`„${A}“`, "quotation marks"],
        [`❝${A}❞`, "quotation marks"],
        [`〝${A}〟`, "quotation marks"],
        [`´${A}´`, "quotation marks"],
        [`\\"${A}\\"`, "quotation marks"],
        [`${A},«${B}»`, "number 2 of its list is in quotation marks"],
        [`"${A},${B}"`, "is in quotation marks"],
        [`SIGNING_SECRET=${A}`, "begins with the name of a variable"],
        [`export SIGNING_SECRET=${A}`, "begins with the name of a variable"],
        [`SIGNING_SECRET: ${A}`, "begins with the name of a variable"],
        [`X-Webhook-Secret: ${A}`, "begins with the name of a variable"],
        ["[REDACTED]", "is an example or a stand-in"],
        ["$(cat secret.txt)", "is an example or a stand-in"],
        ["op://vault/pagerduty/secret", "is an example or a stand-in"],
        ["process.env.WEBHOOK_SECRET", "is an example or a stand-in"],
        ["REPLACE_WITH_SECRET", "is an example or a stand-in"],
        ["insert-secret-here", "is an example or a stand-in"],
        ["xxxx-xxxx-xxxx", "is an example or a stand-in"],
        ["<signing secret>", "is an example or a stand-in"],
        ["$SIGNING_SECRET", "is an example or a stand-in"],
        ["{{ signing_secret }}", "is an example or a stand-in"],
        ["change-me", "is an example or a stand-in"],
        ["•••••••••••••", "is an example or a stand-in"],
        ["github_pat_11ABCDEFG0123456789", "is a key of GitHub's; set the webhook's secret"],
        ["cog_0123456789", "is a key of Devin's"],
        [`${A}\u200b`, "cannot be seen"],
        [`${A}\u00a0${B}`, "cannot be seen"],
        [`\ufeff${A}`, "cannot be seen"],
        [`${A}\ufeff`, "cannot be seen"],
        [`${A} \u00a0\n`, "cannot be seen"],
        [`${A},\u2028${B}`, "cannot be seen"],
        [`${A}\u0007${B}`, "cannot be seen"],
      ] as const)
        expect(problemsOf({ [name]: raw })).toEqual([expect.stringContaining(said)]);
      for (const raw of [`${A}=`, ` \t${A} , ${B}\r\n`]) expect(settingsOf({ [name]: raw })).not.toBeNull();
    },
  );

  test.for(["correct horse battery staple", "señal secreta", "it's (only) a try"])(
    "a signing secret of words is taken, with which somebody tries the function: %s",
    (words) => {
      expect(settingsOf({ PAGERDUTY_WEBHOOK_SECRET: words })).toMatchObject({ signingSecrets: [words] });
    },
  );

  test.for([
    [
      "PAGERDUTY_WEBHOOK_SECRET",
      "0123456789abcdef;0123456789ABCDEF",
      "which no signing secret of PagerDuty's has",
    ],
    [
      "PAGERDUTY_WEBHOOK_SECRET",
      "0123456789abcdef，0123456789ABCDEF",
      "which no signing secret of PagerDuty's has",
    ],
    [
      "PAGERDUTY_WEBHOOK_SECRET",
      "[0123456789abcdef,0123456789ABCDEF]",
      "which no signing secret of PagerDuty's has",
    ],
    ["PAGERDUTY_WEBHOOK_SECRET", "0123456789abcdef # old", "which no signing secret of PagerDuty's has"],
    ["PAGERDUTY_WEBHOOK_SECRET", '0123456789abcdef"', "which no signing secret of PagerDuty's has"],
    ["GITHUB_TOKEN", "https://github.com/settings/tokens", "is an address"],
    ["INCIDENT_PRIORITIES", "高，低", "separate names by commas"],
    ["INCIDENT_PRIORITIES", "高、低", "separate names by commas"],
    ["INCIDENT_PRIORITIES", "عالي، منخفض", "separate names by commas"],
    ["INCIDENT_URGENCIES", "high，low", "separate names by commas"],
    ["INCIDENT_PRIORITIES", "Top\\nHigh", "separate names by commas"],
    ["INCIDENT_PRIORITIES", "none", "is no name; take the variable out"],
    ["INCIDENT_SERVICES", "null", "is no name; take the variable out"],
    ["INCIDENT_SERVICES", "orders,-", "number 2 of its list is no name"],
    ["INCIDENT_SERVICES", "$SERVICES", "is a stand-in"],
    ["INCIDENT_PRIORITIES", "{{ priorities }}", "is a stand-in"],
    ["INCIDENT_SERVICES", "*,!checkout", "leaves something out, which a filter cannot"],
    ["INCIDENT_SERVICES", ".*orders", "looks like a regular expression"],
    ["INCIDENT_SERVICES", "%orders%", "looks like a regular expression"],
    ["INCIDENT_SERVICES", "orders-prod$", "looks like a regular expression"],
    ["INCIDENT_PRIORITIES", "P1 | P2", "separate names by commas"],
    ["INCIDENT_PRIORITIES", '"P1","P2"', "separate names by commas"],
    ["INCIDENT_PRIORITIES", "P3,SEV-1 SEV2", "number 2 of its list holds several priorities"],
    ["INCIDENT_PRIORITIES", ">=P2", "is a comparison or in brackets"],
    ["INCIDENT_PRIORITIES", "priority=P1", "is a comparison or in brackets"],
    ["INCIDENT_PRIORITIES", "not P5", "is a comparison or in brackets"],
    ["INCIDENT_PRIORITIES", "P[12]", "is a comparison or in brackets"],
    ["INCIDENT_PRIORITIES", "SEV1-3", "is a comparison or in brackets"],
    ["INCIDENT_SERVICES", "orders\r\ncheckout", "holds a line break"],
    ["INCIDENT_SERVICES", "https://acme.pagerduty.com/service-directory/PORD123", "is an address"],
    ["INCIDENT_PRIORITIES", "＂P1＂", "holds a quotation mark"],
    ["INCIDENT_PRIORITIES", "‹P1›", "holds a quotation mark"],
    ["INCIDENT_PRIORITIES", "「High」", "holds a quotation mark"],
    ["INCIDENT_PRIORITIES", "Top；High", "separate names by commas"],
    ["INCIDENT_SERVICES", "^orders-.*$", "looks like a regular expression"],
    ["INCIDENT_SERVICES", "acme.pagerduty.com/services/PORDSVC", "is an address"],
    ["INCIDENT_SERVICES", "/service-directory/PORDSVC", "is an address"],
    ["INCIDENT_URGENCIES", "“high”", "holds a quotation mark"],
    ["INCIDENT_PRIORITIES", "「P1」", "holds a quotation mark"],
    ["INCIDENT_SERVICES", '"orders,checkout"', "is in quotation marks"],
    ["INCIDENT_SERVICES", "search,'orders'", "number 2 of its list is in quotation marks"],
    ["GITHUB_API_URL", "https://github.com", "it takes https://api.github.com"],
    ["GITHUB_API_URL", "https://acme.ghe.com", "https://api.NAME.ghe.com"],
    ["GITHUB_API_URL", "https://acme.ghe.com/api/v3", "https://api.NAME.ghe.com"],
    ["GITHUB_API_URL", "https://api.github.com/repos/acme/docs", "is no API's address"],
    ["GITHUB_API_URL", "https://ghe.example.com/api/v3/repos", "is no API's address"],
    ["GITHUB_API_URL", "https://api.pagerduty.com", "is no API's address"],
    ["GITHUB_API_URL", "https://api.devin.ai", "is no API's address"],
    ["GITHUB_TOKEN", "y_NbAkKc66ryYTWUXYEu", "is a key of PagerDuty's; set one of GitHub's"],
    ["GITHUB_TOKEN", "ghp_xxxxxxxxxxxx", "is an example or a stand-in"],
    ["GITHUB_TOKEN", "***", "is an example or a stand-in"],
    ["GITHUB_REPOSITORY", "acme/docs.git", "is not owner/name"],
    ["GITHUB_REPOSITORY", "OWNER/docs", "is an example or a stand-in"],
    ["GITHUB_REPOSITORY", "owner/repo", "is an example or a stand-in"],
    ["GITHUB_REPOSITORY", "Your-Org/your-repo", "is an example or a stand-in"],
    ["INCIDENT_PRIORITIES", "P1,Any", "number 2 of its list is no name"],
    ["INCIDENT_SERVICES", "ALL", "is no name; take the variable out"],
    ["INCIDENTS_SERVICES", "orders", "rename it to INCIDENT_SERVICES"],
    ["incident_services", "orders", "rename it to INCIDENT_SERVICES"],
    ["WEBHOOK_SECRETS", A, "rename it to WEBHOOK_SECRET"],
  ] as const)("name %s where it cannot be meant: %s", ([name, raw, said]) => {
    const problems = problemsOf({ [name]: raw });
    for (const problem of problems) expect(problem).toContain(said);
    expect(problems.length).toBeGreaterThan(0);
  });

  test.for([
    ["INCIDENT_PRIORITIES", "P1,SEV-1 (top),Critical outage"],
    ["INCIDENT_SERVICES", 'Bob\'s "shop",a;b|c,Orders [prod],PAYMENTS API,services/payments'],
    ["INCIDENT_ROOM", "4711"],
    ["INCIDENT_PRIORITIES", "*"],
    ["INCIDENT_SERVICES", "all-orders,None of the above,!! Critical,Checkout US$,Billing $,Rabatt 5 %"],
    ["PAGERDUTY_WEBHOOK_SECRET", "lDQHScfUeXUKaQRNF+8XIiDKZ7XX3itBAYzwU0TARw8lJqRnkKl2iB1anSb0Z+IK"],
    ["WEBHOOK_SECRET", `${A};${B}`],
    ["GITHUB_REPOSITORY", "owner-docs/name"],
    ["GITHUB_REPOSITORY", "org/docs"],
    ["INCIDENT_PRIORITY", " "],
    ["PAGERDUTY_TOKEN", "y_NbAkKc66ryYTWUXYEu"],
    ["WEBHOOK_SECRET", "correct horse battery staple"],
    ["WEBHOOK_SECRET", "Xy12_ab9Qw4Rt6Zu8IoP=="],
    ["GITHUB_API_URL", "https://api.ghe.example.com"],
    ["GITHUB_API_URL", "https://api.acme.ghe.com"],
    ["GITHUB_API_URL", "http://127.0.0.1:8080"],
  ] as const)("do not name %s where it only looks odd: %s", ([name, raw]) => {
    expect(settingsOf({ [name]: raw })).not.toBeNull();
  });

  test("hold no value of a secret, whatever is wrong with it", () => {
    const value = fc.stringMatching(/^[ -~é\n]{0,10}S3CRET[ -~é\n]{0,40}$/);
    const secrets = [
      "PAGERDUTY_WEBHOOK_SECRET",
      "WEBHOOK_SECRET",
      "GITHUB_TOKEN",
      "GITHUB_APP_ID",
      "GITHUB_APP_PRIVATE_KEY",
      "GITHUB_APP_INSTALLATION_ID",
      "GITHUB_REPOSITORY",
      "GITHUB_API_URL",
      "INCIDENT_EVENTS",
      "INCIDENT_URGENCIES",
    ];
    const environment = fc.dictionary(fc.constantFrom(...secrets), value);
    fc.assert(
      fc.property(environment, (raw) => {
        const { problems, present } = readEnvironment(raw);
        expect(JSON.stringify({ problems, present })).not.toContain("S3CRET");
      }),
    );
  });
});

test("what is present is told by name and nothing more", () => {
  const { present } = readEnvironment({ ...complete, WEBHOOK_SECRET: "  ", HOME: "/root" });
  expect(present).toEqual({
    PAGERDUTY_WEBHOOK_SECRET: true,
    WEBHOOK_SECRET: false,
    GITHUB_REPOSITORY: true,
    GITHUB_TOKEN: true,
    GITHUB_APP_ID: false,
    GITHUB_APP_PRIVATE_KEY: false,
    GITHUB_APP_INSTALLATION_ID: false,
    GITHUB_API_URL: false,
    INCIDENT_EVENTS: false,
    INCIDENT_PRIORITIES: false,
    INCIDENT_URGENCIES: false,
    INCIDENT_SERVICES: false,
  });
});
