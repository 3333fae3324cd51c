import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PLACEHOLDERS, redactText, redactTexts } from "../../src/redact/text.ts";
import { BENIGN, isGone, makeSecrets } from "./corpus.ts";
import { fill, randomOf } from "./made.ts";

const random = randomOf(7);
const GITHUB = fill("ghp_{alnum:36}", random);
const SECRETS = makeSecrets(2);

const delimiter = fc.constantFrom(" ", "\n", "\t", '"', "'", "(", ")", "[", "]", ",", ";", " | ", "<", ">");
const surroundings = fc.tuple(
  fc.string({ unit: "binary", maxLength: 60 }),
  delimiter,
  delimiter,
  fc.string({ maxLength: 60 }),
);

describe("what is replaced", () => {
  test("every secret of the corpus, whole, by the placeholder of its kind", async () => {
    const redacted = await redactTexts(SECRETS.map(({ text }) => text));
    const left = SECRETS.filter((planted, index) => !isGone(redacted[index] ?? "", planted));
    expect(left).toEqual([]);
    expect(PLACEHOLDERS.filter((words) => !redacted.some((text) => text.includes(words)))).toEqual([]);
  });

  test("vendors' tokens and webhooks, whatever stands around them", async () => {
    const telling = SECRETS.filter(({ text, secret }) => text === `found ${secret} in the log`);
    const property = fc.asyncProperty(fc.constantFrom(...telling), surroundings, async (planted, around) => {
      const [before, left, right, after] = around;
      const redacted = await redactText(before + left + planted.secret + right + after);
      expect(redacted).not.toContain(planted.secret);
    });
    await fc.assert(property, { numRuns: 300 });
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

  test.for([
    [`PASSWORD='a b' x='y'`, `PASSWORD='[redacted: password or secret]' x='y'`],
    [`'"password": "cut sho'`, `'"password": "[redacted: password or secret]`],
    ["called +1 415 555 0132 2 times", "called [redacted: phone number] 2 times"],
    ["(password=hunter2)", "(password=[redacted: password or secret])"],
    ["password=&quot;hunter2&quot;", "password=&quot;[redacted: password or secret]&quot;"],
    ["password={hunter2 x}", "password={[redacted: password or secret]}"],
    ["token=a1b2c3d4\\u0026x=1", "token=[redacted: password or secret]\\u0026x=1"],
    ["password: >-\n  Hunter2!", "password: >-\n  [redacted: password or secret]"],
    ["the password is kim7", "the password is [redacted: password or secret]"],
    ['credentials={"kim":"Hunter2!"}', 'credentials={"kim":"[redacted: password or secret]"}'],
    [
      'env, "value": "x", credentials: ["kim","Hunter2!"]',
      'env, "value": "x", credentials: ["kim","[redacted: password or secret]"]',
    ],
    [
      '"DB_PASSWORD", "value": {"a":"Hunter2!"}',
      '"DB_PASSWORD", "value": {"a":"[redacted: password or secret]"}',
    ],
    [
      '{"password":"{\\"value\\":\\"Hunter2!\\"}"}',
      '{"password":"{\\"value\\":\\"[redacted: password or secret]\\"}"}',
    ],
    [
      '{"a":"b\\tpassword=Hunter2!","c":"\\\\d"}',
      '{"a":"b\\tpassword=[redacted: password or secret]","c":"\\\\d"}',
    ],
    [`{"a":${fill("AKIA{upper:16}", random)}.${GITHUB}}`, '{"a":"[redacted: AWS key]"}'],
    ["password=hun;ter2,x and more", "password=[redacted: password or secret] and more"],
    [
      "docker login \\\n  -u kim \\\n  -p Hunter2! x",
      "docker login \\\n  -u kim \\\n  -p [redacted: password or secret] x",
    ],
    ["**password: Hunter2!** now", "**password: [redacted: password or secret]** now"],
    ["<li>password: Hunter2!</li>", "<li>password: [redacted: password or secret]</li>"],
    ["password=Hunter2!\\nhost=db", "password=[redacted: password or secret]\\nhost=db"],
    [`body "${btoa("password=Hunter2!")}"`, 'body "[redacted: password or secret]"'],
    [`cut ${btoa(`token ${GITHUB} of kim`).slice(0, 40)}`, "cut [redacted: GitHub token]"],
  ])("in %s the signs around it stay", async ([text, redacted]) => {
    expect(await redactText(text ?? "")).toBe(redacted);
  });
});

describe("what stays", () => {
  test("every benign text of the corpus", async () => {
    expect(await redactTexts(BENIGN)).toEqual(BENIGN);
  });

  test("benign lines beside each other", async () => {
    const text = BENIGN.filter((line) => !/[:|]$/.test(line)).join("\n\n");
    expect(await redactText(text)).toBe(text);
  });

  test("what the team allows, whole and without regard to case", async () => {
    const allow = ["oncall@acme.example", "Hunter2"];
    const text = "password=hunter2 oncall@acme.example";
    expect(await redactText(text, { allow })).toBe(text);
    expect(await redactText('{"password":"hunter2"}', { allow })).toBe('{"password":"hunter2"}');
    expect(await redactText("password=hunter22", { allow })).toBe("password=[redacted: password or secret]");
  });

  test("what was redacted before", async () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom(...SECRETS).map(({ text }) => text),
        delimiter,
        fc.string({ maxLength: 20 }),
        fc.constantFrom(...BENIGN),
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
  // The longest texts that strangers can send: a field of a record is cut at 10,000 units, a postmortem at a megabyte.
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
    "password=",
    "password: '",
    "pw    ",
    "key(",
    '\\"',
    '{"',
    '["a",',
    '{"a":"{',
    'token="',
    "ghs_1_",
    "xoxb-a-a ",
    "-----BEGIN PRIVATE KEY-----",
    "+14155550132 ",
    "4111 1111 1111 1112 ",
    "DE89 3704 ",
    "authorization: ",
    "mysql -p",
    "curl -u ",
    "echo a|",
    "creds a/",
    "\0\n",
  ])("100,000 units of %j are done in seconds", { timeout: 30_000 }, async (part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    const began = performance.now();
    await redactText(text);
    expect(performance.now() - began).toBeLessThan(6_000);
  });

  test("a password of 120,000 dots is none, at once", async () => {
    const text = `password=${".".repeat(120_000)}`;
    const began = performance.now();
    expect(await redactText(text)).toBe(text);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
