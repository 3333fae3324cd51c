import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PLACEHOLDERS, redactRecord, redactText } from "../../src/redact/redact.ts";
import { incidentRecord } from "../builders.ts";

// Put together here, since hosts of code refuse a push that holds what looks like a key.
const letters = (length: number) => "aB3dE5fG7hJ9".repeat(100).slice(0, length);
const hex = (length: number) => "0a1b2c3d4e5f6789".repeat(20).slice(0, length);

const GITHUB = `ghp_${letters(36)}`;
const PEM = [
  "-----BEGIN RSA PRIVATE",
  " KEY-----\nMIIE",
  `${letters(60)}\n${letters(64)}\n-----END RSA PRIVATE`,
  " KEY-----",
].join("");

/** One secret of each kind, in the words that it is found by. */
const PLANTED: Array<[kind: string, secret: string, words?: (secret: string) => string]> = [
  ["1Password token", `ops_eyJ${letters(200)}=`],
  ["Anthropic key", `sk-ant-${"api03"}-${letters(93)}AA`],
  ["Atlassian token", `ATATT3${letters(60)}`],
  ["AWS key", `AKIA${"Q7RZ".repeat(4)}`],
  ["AWS key", letters(40), (secret) => `aws_secret_access_key = ${secret}`],
  ["Cloudflare token", `cfut_${letters(40)}${hex(8)}`],
  ["Databricks token", `dapi${hex(32)}`],
  ["Devin key", `cog_${letters(40)}`],
  ["DigitalOcean token", `dop_v1_${hex(64)}`],
  ["Docker token", `dckr_pat_${letters(27)}`],
  ["Figma token", `figd_${letters(40)}`],
  ["GitHub token", GITHUB],
  ["GitHub token", `github_pat_${letters(82)}`],
  ["GitHub token", `gho_${letters(16)}`],
  ["GitHub token", `ghs_12345_${letters(40)}.${letters(900)}.${letters(80)}`],
  ["GitLab token", `glpat-${letters(20)}`],
  ["Google key", `AIza${letters(35)}`],
  ["Grafana token", `glsa_${letters(32)}_${hex(8)}`],
  ["Groq key", `gsk_${letters(52)}`],
  ["Hugging Face token", `hf_${"aBcDeF".repeat(6).slice(0, 34)}`],
  ["Linear key", `lin_api_${letters(40)}`],
  ["New Relic key", `NRAK-${"Q7RZ".repeat(7).slice(0, 27)}`],
  ["Notion token", `ntn_${"1".repeat(11)}${letters(35)}`],
  ["OpenAI key", `sk-proj-${letters(48)}`],
  ["PagerDuty token", `pdus+_0XBPWQQ_${letters(36)}`],
  ["PyPI token", `pypi-${letters(80)}`],
  ["SendGrid key", `SG.${letters(22)}.${letters(43)}`],
  ["Sentry token", `sntrys_${letters(60)}`],
  ["Shopify token", `shpat_${hex(32)}`],
  ["Slack token", ["xoxb", "1234567890", "1234567890", letters(24)].join("-")],
  ["Slack token", `https://hooks.slack.com/services/${"T0AAAAAAA"}/B0AAAAAAA/${letters(24)}`],
  ["Stripe key", `sk_live_${letters(24)}`],
  ["Tailscale key", `tskey-auth-${letters(16)}-${letters(32)}`],
  ["Vault token", `hvs.${letters(95)}`],
  ["Vercel token", `vcp_${letters(56)}`],
  ["npm token", `npm_${letters(36)}`],
  ["npm token", hex(32), (secret) => `//registry.example/:_authToken=${secret}`],
  ["private key", PEM],
  ["private key", PEM.replaceAll("\n", "\\n")],
  ["private key", PEM.slice(0, 100)],
  ["private key", PEM.replace("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n")],
  ["JSON web token", `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${letters(43)}`],
  ["credentials", letters(20), (secret) => `Authorization: Bearer ${secret}`],
  ["credentials", "x9y8z7w6", (secret) => `"Authorization": "Token token=${secret}"`],
  ["credentials", letters(12), (secret) => `proxy-authorization=${secret}`],
  ["credentials", letters(32), (secret) => `Authorization: Digest username="orders", response="${secret}"`],
  ["credentials", letters(24), (secret) => `sent bearer ${secret}`],
  ["cookie", letters(24), (secret) => `Set-Cookie: lang=en; session=${secret}; Path=/`],
  ["password or secret", "hunter2", (secret) => `password=${secret}`],
  ["password or secret", "hun;ter 2", (secret) => `{"DB_PASSWORD": "${secret}", "host": "db"}`],
  ["password or secret", "correct horse", (secret) => `\\"passphrase\\":\\"${secret}\\"`],
  ["password or secret", "it's", (secret) => `clientSecret => "${secret}"`],
  ["password or secret", "a b", (secret) => `api-key: '${secret}'`],
  ["password or secret", "DOMAIN\\zebra", (secret) => `PGPASSWD=${secret}`],
  ["password or secret", "Sunshine", (secret) => `Pwd=${secret};`],
  ["password or secret", hex(32), (secret) => `routing_key: ${secret}`],
  ["password or secret", hex(40), (secret) => `https://blob.example/x?sv=1&sig=${secret}`],
  ["password or secret", "hunter2", (secret) => `mysqldump --password ${secret} orders`],
  ["password or secret", "Tr0ub4dor", (secret) => `The password is ${secret}.`],
  ["password or secret", "p@ss/w0rd", (secret) => `postgres://orders:${secret}@db:5432/orders`],
  ["password or secret", hex(40), (secret) => `https://${secret}:x-oauth-basic@github.com/acme/orders`],
  ["password or secret", hex(40), (secret) => `https://${secret}@git.example/acme/orders`],
  ["password or secret", "s3cret!", (secret) => `https://orders:${secret}@db.example/x`],
  ["e-mail address", "jordan.o'lee+pager@acme.example"],
  ["e-mail address", "jürgen@bücher.example"],
  ["e-mail address", "jordan%40acme.example", (secret) => `https://status.example/?user=${secret}`],
  ["phone number", "+1-415-555-0132"],
  ["phone number", "+14155550132,,,8842#"],
  ["phone number", "(415) 555-0132"],
  ["phone number", "415-555-0132"],
  ["phone number", "0049 30 901820"],
  ["phone number", "030 901 82 00", (secret) => `Phone: ${secret}`],
  ["card number", "4111 1111 1111 1111"],
  ["card number", "5555-5555-5555-4444"],
  ["card number", "378282246310005"],
  ["card number", "30569309025904"],
];

const say = ([, secret, words = (alone: string) => alone]: (typeof PLANTED)[number]) => words(secret);

/** What stands in the notes and alerts of incidents and must stay as it is. */
const ORDINARY = [
  "2026-02-10T14:32:00Z",
  "2026-02-10 14:32:00.123 +0000 UTC",
  "Tue, 10 Feb 2026 14:32:00 +0100",
  "from 14:32 to 15:18 UTC (46 minutes), 2h5m, 90s, 1_200 ms",
  "10/02/2026 and 02.10.2026 14:32",
  "epoch 1770736700, in milliseconds 1770736700123, in nanoseconds 1770736700123456789",
  "Q1ORDERSPOOL01 (#387), PORDSVC, event 01FZ8RESOLVED0000000000001",
  "workflow event 32743191412443541367815146404898342710",
  "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
  "commit 9fceb02d0ae598e95dc970b74767f19372d61af8 reverted 9fceb02",
  "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "ghcr.io/acme/orders@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "orders-service v2.41.0, v2.40.3-rc.1+build.77, 2026.02.10-1432",
  "lodash@4.17.21 and @acme/pool@2.0.0-rc.one",
  "trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7",
  "request 550e8400-e29b-41d4-a716-446655440000 failed",
  "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  "10.12.0.7:5432 refused, 192.168.100.200, 127.0.0.1:8080",
  "2001:db8:85a3::8a2e:370:7334 and [::1]:5432, 0.0.0.0/0, 10.0.0.0/16",
  "mac 00:1b:44:11:3a:b7",
  "connections 200/200, waiting 1,482, max_connections=200, pool.size: 40 -> 20",
  "5xx rate 12.4 %, p99 8.31s, p50=120ms, 99.95% SLO, -3.2e-5",
  "HTTP 503 503 503 200, status=500 bytes=15324 latency=1.204",
  "grew by +15000000 rows, +4.2 %, -1234567890",
  "arn:aws:rds:eu-west-1:123456789012:db:orders-prod",
  "account: 123456789012",
  "i-0abcd1234ef567890 in eu-west-1a, subnet-0bb1c79de3EXAMPLE",
  "pod orders-6c9f7d8b5-x2x9z restarted 3 times (exit code 137)",
  "git@github.com:acme/orders.git",
  "postgres://db.internal:5432/orders?sslmode=require",
  "amqp://mq.internal:5672/%2f, http://localhost:3000/health?full=1@2",
  "@jordan please look, cc @orders-oncall",
  "token expired at 14:31, token: expired, password reset sent, invalid password",
  "password=\u0024{DB_PASSWORD} token=$TOKEN secret: {{ .Values.db }} key=<none> password: ***",
  "max_tokens=4096, tokens: 512, token_type: bearer, secretName: orders-db",
  "PWD=/srv/orders cache_key=orders:42 primary_key=17 partition key: 7",
  "routing_key=orders.created session_id=17 signature: ok",
  "Authorization: failed, authorization=none, basic authentication, the bearer of bad news arrived unexpectedly",
  "cookie: blocked",
  "The PIN is wrong, the token is expired. The secret was rotated.",
  "--token --verbose",
  "see https://github.com/acme/orders/pull/812/files#diff-9fceb02d0ae598e95dc970b74767f193R12",
  "https://app.datadoghq.eu/dashboard/abc-def-ghi?from_ts=1770733800000&to_ts=1770737400000&live=false",
  "order 200-404-5000, part 123-456-7890, ticket OPS-415-555-0132, zip 94107-1234",
  "tracking 4111111111111112, id 1234 5678 9012 3456",
  "phone home failed, mobile app 12.1, telemetry 4155",
  "build #20260210.3 took 1236s; run 12345678901 attempt 2",
  "SELECT * FROM orders WHERE id IN (1, 2, 3) AND total > 19.99;",
  "java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30000ms.",
  "at com.acme.orders.Pool.get(Pool.java:214) ~[orders-2.41.0.jar:?]",
  "- [ ] raise `pool.max` to 40 | see runbook RB-12 §3.4",
];

const delimiter = fc.constantFrom(" ", "\n", "\t", '"', "'", "(", ")", "[", "]", ",", ";", " | ", "<", ">");
const surroundings = fc.tuple(
  fc.string({ unit: "binary", maxLength: 60 }),
  delimiter,
  delimiter,
  fc.string({ maxLength: 60 }),
);

describe("what is replaced", () => {
  test.for(PLANTED.map((planted, index) => ({ kind: planted[0], planted, index })))(
    "$kind, form $index",
    async ({ kind, planted }) => {
      const redacted = await redactText(say(planted));
      expect(redacted).not.toContain(planted[1]);
      expect(redacted).toContain(`[redacted: ${kind}]`);
    },
  );

  test("each placeholder that there is", () => {
    const shown = new Set(PLANTED.map(([kind]) => `[redacted: ${kind}]`));
    expect([...shown].sort()).toEqual(PLACEHOLDERS);
  });

  test("each kind, whatever stands around it", async () => {
    const property = fc.asyncProperty(fc.constantFrom(...PLANTED), surroundings, async (planted, around) => {
      const [before, left, right, after] = around;
      expect(await redactText(before + left + say(planted) + right + after)).not.toContain(planted[1]);
    });
    await fc.assert(property, { numRuns: 400 });
  });

  test("nothing of what a match stands in", async () => {
    const text = `Leaked GITHUB_TOKEN=${GITHUB} at 14:40, db postgres://orders:s3cret@db:5432/orders, ask jordan@acme.example.`;
    expect(await redactText(text)).toBe(
      "Leaked GITHUB_TOKEN=[redacted: GitHub token] at 14:40, db postgres://orders:[redacted: password or secret]@db:5432/orders, ask [redacted: e-mail address].",
    );
  });

  test("a key that is cut apart by what cannot be seen", async () => {
    const hidden = `${GITHUB.slice(0, 9)}\u200b${GITHUB.slice(9)}`;
    expect(await redactText(hidden)).toBe("[redacted: GitHub token]");
  });

  test("a key beside a comment that would switch secretlint off", async () => {
    expect(await redactText(`/* secretlint-disable */ ${GITHUB}`)).toBe(
      "/* secretlint-disable */ [redacted: GitHub token]",
    );
  });

  test("a key beside its name, which stays", async () => {
    const [npm, aws] = [hex(36), letters(40)];
    expect(await redactText(`_authToken=${npm}`)).toBe("_authToken=[redacted: npm token]");
    expect(await redactText(`{"SecretAccessKey":"${aws}"}`)).toBe(
      '{"SecretAccessKey":"[redacted: AWS key]"}',
    );
  });

  test("a quoted value without its quotes", async () => {
    const nested = '{\\"token\\":\\"a b\\",\\"x\\":\\"y\\"}';
    expect(await redactText(nested)).toBe(nested.replace("a b", "[redacted: password or secret]"));
    expect(await redactText(`PASSWORD='a b' x='y'`)).toBe("PASSWORD='[redacted: password or secret]' x='y'");
    expect(await redactText('"password": "cut sho')).toBe('"password": "[redacted: password or secret]');
  });

  test("a phone number with digits after it, without them", async () => {
    expect(await redactText("called +1 415 555 0132 2 times")).toBe(
      "called [redacted: phone number] 2 times",
    );
  });

  test("a key across the windows of a long text", async () => {
    const key = `dckr_pat_${letters(27)}`;
    const text = "orders ".repeat(1_169) + key + " orders".repeat(5_000);
    expect(text.indexOf(key)).toBeLessThan(8_192);
    expect(text.indexOf(key) + key.length).toBeGreaterThan(8_192);
    expect(await redactText(text)).toBe(text.replace(key, "[redacted: Docker token]"));
  });

  test("only what secretlint's rules are, but for the four that are left out", () => {
    const left = ["basicauth", "database-connection-string", "filter-comments", "gcp"];
    expect(rules.map(({ meta }) => meta.id.replace("@secretlint/secretlint-rule-", "")).sort()).toEqual(
      [
        ...left,
        ..."1password anthropic aws cloudflare databricks docker figma github gitlab grafana groq hashicorp-vault huggingface linear notion npm openai privatekey sendgrid shopify slack stripe tailscale vercel".split(
          " ",
        ),
      ].sort(),
    );
  });
});

describe("what stays", () => {
  test.for(ORDINARY)("%s", async (line) => {
    expect(await redactText(line)).toBe(line);
  });

  test("ordinary lines beside each other", async () => {
    const text = ORDINARY.join("\n");
    expect(await redactText(text)).toBe(text);
  });

  test("what was redacted before", async () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom(...PLANTED).map(say),
        delimiter,
        fc.string({ maxLength: 20 }),
        fc.constantFrom(...ORDINARY),
      ),
      { maxLength: 8 },
    );
    const property = fc.asyncProperty(text, async (parts) => {
      const once = await redactText(parts.join(""));
      expect(await redactText(once)).toBe(once);
    });
    await fc.assert(property, { numRuns: 300 });
  });
});

describe("bounds", () => {
  const MEGABYTE = 1 << 20;

  test.for([
    "a",
    "0",
    "+1 2 ",
    "eyJ",
    "eyJ.",
    "https://a:",
    "a://b:",
    "@a.",
    "a@b.",
    "a.b@",
    "password=",
    "password: '",
    '\\"',
    'token="',
    "ghs_1_",
    "xoxb-a-a ",
    `SG.a.${"a".repeat(300)}`,
    "-----BEGIN PRIVATE KEY-----",
    "+14155550132 ",
    "4111 1111 1111 1112 ",
    "authorization: ",
    "\0\n",
  ])("a megabyte of %j is done in seconds", { timeout: 30_000 }, async (part) => {
    const text = part.repeat(Math.ceil(MEGABYTE / part.length));
    const began = performance.now();
    await redactText(text);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe("a record", () => {
  const secret = GITHUB;
  const bare = incidentRecord({
    incident: {
      title: `Pool gone ${secret}`,
      service: {
        id: "PORDSVC",
        name: "orders jordan@acme.example",
        url: "https://acme.pagerduty.com/services/PORDSVC",
      },
    },
  });
  const record = {
    ...bare,
    responders: ["Jordan Lee", "sam@acme.example"],
    resolvedBy: { kind: "user" as const, name: "Jordan Lee" },
    timeline: [{ at: 1, what: `Note: ${secret}`, by: "Jordan Lee" }],
    notes: [{ at: 2, by: "jordan@acme.example", text: "call +1-415-555-0132" }],
    alerts: [
      {
        at: 3,
        summary: "5xx",
        severity: "critical",
        status: "resolved",
        source: null,
        details: `{"password":"hunter2"}`,
        links: [
          { href: "https://dash.example/d/1?from=1", text: "Dashboard" },
          { href: `https://dash.example/d/1?token=${secret}`, text: `key ${secret}` },
          { href: `https://dash.example/${secret}/1`, text: "Secret path" },
        ],
      },
    ],
    changes: [
      {
        at: 4,
        summary: "orders-service v2.41.0",
        source: "ci",
        when: "before" as const,
        reason: "most_recent",
        links: [{ href: "https://x:pa55word@ci.example/1", text: null }],
        details: null,
      },
    ],
    pastIncidents: [{ id: "Q1OLDER", title: secret, at: null }],
    customFields: [
      { name: "Customer API key", value: "abc" },
      { name: "Token", value: "none" },
      { name: "environment", value: "production" },
    ],
    missing: [`Alerts: PagerDuty answered 402, ${secret}.`],
  };

  test("loses what is secret in each place, and keeps what PagerDuty gives out", async () => {
    const redacted = await redactRecord(record);
    expect(JSON.stringify(redacted)).not.toMatch(/ghp_|@acme|555|hunter2|pa55word|abc/);
    expect(redacted).toEqual({
      ...record,
      incident: {
        ...record.incident,
        title: "Pool gone [redacted: GitHub token]",
        service: { ...record.incident.service, name: "orders [redacted: e-mail address]" },
      },
      responders: ["Jordan Lee", "[redacted: e-mail address]"],
      timeline: [{ at: 1, what: "Note: [redacted: GitHub token]", by: "Jordan Lee" }],
      notes: [{ at: 2, by: "[redacted: e-mail address]", text: "call [redacted: phone number]" }],
      alerts: [
        {
          ...record.alerts[0],
          details: '{"password":"[redacted: password or secret]"}',
          links: [
            { href: "https://dash.example/d/1?from=1", text: "Dashboard" },
            { href: "https://dash.example/d/1", text: "key [redacted: GitHub token]" },
          ],
        },
      ],
      changes: [{ ...record.changes[0], links: [] }],
      pastIncidents: [{ id: "Q1OLDER", title: "[redacted: GitHub token]", at: null }],
      customFields: [
        { name: "Customer API key", value: "[redacted: password or secret]" },
        { name: "Token", value: "none" },
        { name: "environment", value: "production" },
      ],
      missing: ["Alerts: PagerDuty answered 402, [redacted: GitHub token]."],
    });
  });

  test("is the same when there is nothing to replace", async () => {
    const plain = incidentRecord();
    expect(await redactRecord(plain)).toEqual(plain);
  });

  test("of 10,000 rows is done in seconds", { timeout: 30_000 }, async () => {
    const timeline = Array.from({ length: 10_000 }, (_, at) => ({ at, what: `Row ${at}`, by: "Jordan Lee" }));
    const began = performance.now();
    expect((await redactRecord({ ...bare, timeline })).timeline).toEqual(timeline);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

test("docs/redaction.md lists the placeholders", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "redaction.md"), "utf8");
  const listed = [...page.matchAll(/^\| `(\[redacted: [^`]+\])` \|/gm)].map(([, words]) => words);
  expect(listed.toSorted()).toEqual(PLACEHOLDERS);
});

test("a name with a hyphen in a sentence is no flag, and the words after it stay", async () => {
  const sentences = [
    "Alerts: PagerDuty answered 403. The pagerduty-token may not read this.",
    "devin-api-key is empty; store it as a secret",
  ];
  for (const sentence of sentences) expect(await redactText(sentence)).toBe(sentence);
});
