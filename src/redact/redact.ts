/** Secrets and personal data in strangers' words, replaced by placeholders that say what stood there. */

import { type IncidentRecord, type Link, recordSchema } from "../incident/record.ts";
import { INVISIBLE } from "../lib/text.ts";

// secretlint's rules by the end of their id. Left out: `filter-comments`, by which the text itself could switch the
// others off; `gcp`, which reads files; `basicauth` and `database-connection-string`, which take whole addresses
// where URL_PASSWORD takes the password.
const RULES: Record<string, string> = {
  "1password": "1Password token",
  anthropic: "Anthropic key",
  aws: "AWS key",
  cloudflare: "Cloudflare token",
  databricks: "Databricks token",
  docker: "Docker token",
  figma: "Figma token",
  github: "GitHub token",
  gitlab: "GitLab token",
  grafana: "Grafana token",
  groq: "Groq key",
  "hashicorp-vault": "Vault token",
  huggingface: "Hugging Face token",
  linear: "Linear key",
  notion: "Notion token",
  npm: "npm token",
  openai: "OpenAI key",
  privatekey: "private key",
  sendgrid: "SendGrid key",
  shopify: "Shopify token",
  slack: "Slack token",
  stripe: "Stripe key",
  tailscale: "Tailscale key",
  vercel: "Vercel token",
};
const RULE_ID = "@secretlint/secretlint-rule-";

// Findings of theirs that are not used: the number of an account is no secret, and the ranges of the others begin at
// the name of the key, so that they end before the key does; DETECTORS has them.
const UNUSED = ["AWSAccountID", "AWSSecretAccessKey", "Npmrc_authToken", "PackageJSON_xOauthToken"];

/** `before` is the part of a match that stays, and so do quotes around the rest. */
type Detector = { kind: string; pattern: RegExp; isMeant?: (found: string) => boolean };

// Keys that say what they are: those that secretlint does not know, and those that it knows at their full length
// only, since a text may have been cut inside one.
const TOKENS: Record<string, RegExp> = {
  "1Password token": /ops_eyJ[\w+/=-]{20,}/g,
  "Anthropic key": /sk-ant-[\w-]{16,}/g,
  "Atlassian token": /AT(?:ATT|CTT|BB)3?[\w=-]{20,}/g,
  "AWS key": /(?:AKIA|ASIA)[A-Z0-9]{12,}/g,
  "Devin key": /(?:cog|apk_user|apk)_[A-Za-z0-9=+/_-]{20,}/g,
  "DigitalOcean token": /do[opr]_v1_[a-f0-9]{16,}/g,
  "GitHub token": /(?:gh[opusr]|github_pat)_\w{12,}(?:\.[\w-]{16,}){0,2}/g,
  "GitLab token": /gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt|oas)-[\w-]{12,}/g,
  "Google key": /AIza[\w-]{24,}|ya29\.[\w-]{16,}|GOCSPX-[\w-]{16,}/g,
  "New Relic key": /NRAK-[A-Z0-9]{16,}/g,
  "npm token": /npm_[A-Za-z0-9]{24,}/g,
  "OpenAI key": /sk-(?:proj|svcacct|admin)-[\w-]{20,}|sk-[A-Za-z0-9]{32,}/g,
  "PagerDuty token": /pd[a-z]{2}\+_[\w+-]{12,}|u\+[\w-]{18}/g,
  "PyPI token": /pypi-[\w-]{16,}/g,
  "Sentry token": /sntry[su]_[\w+/=-]{16,}/g,
  "Slack token": /xox[a-z]-[\w-]{10,}|xapp-[\w-]{10,}/g,
  "Stripe key": /(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{12,}/g,
  "Vault token": /hv[bsr]\.[\w-]{20,}/g,
};

const SPACE = String.raw`[ \t]{0,5}`;
const QUOTED = String.raw`\\"(?:(?!\\?")[^\n])+(?:\\")?|"(?:[^"\\\n]|\\.)+"?|'(?:[^'\\\n]|\\.)+'?`;
const VALUE = String.raw`(?:${QUOTED}|(?:[^\s"',;&<>\\]|\\(?![nrt"']))+)`;
const SECRET_NAMES =
  "(?:passw(?:or)?d|passphrase|passcode|_pass|secret|token|credentials?|(?:api|access|secret|private)[_ -]?key)";
const OTHER_NAMES = String.raw`(?:(?:account|app|application|auth|encryption|integration|license|master|routing|service|shared|signing|subscription)[_ -]?key|sess(?:ion)?id|connect\.sid|signature|[?&]sig)`;
const IS = String.raw`\\?["']?${SPACE}(?:=>|:=|[:=])${SPACE}`;
const SCHEMES = "(?:bearer|basic|token|digest|negotiate|apikey|splunk|aws4-hmac-sha256)";

const DETECTORS: Detector[] = [
  {
    // A key that was cut has no last line; what looks like its lines goes with it.
    kind: "private key",
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?:(?!-----|\0)[\s\S]){0,20000}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?:(?:\s|\\[rn])*(?:Proc-Type|DEK-Info|Version|Comment): ?[^\n\\]{0,100})*(?:(?:\s|\\[rn])*[A-Za-z0-9+/=]{16,})*)/g,
  },
  ...Object.entries(TOKENS).map(([kind, { source }]) => ({
    kind,
    pattern: new RegExp(`(?<![A-Za-z0-9])(?:${source})`, "g"),
  })),
  {
    kind: "AWS key",
    pattern: new RegExp(`(?<before>secret_?access_?key${IS}\\\\?["']?)[A-Za-z0-9/+=]{16,}`, "gi"),
  },
  { kind: "npm token", pattern: /(?<before>_authToken=["']?)[^\s$"']+/g },
  { kind: "JSON web token", pattern: /(?<![\w-])eyJ[\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*){0,3}/g },
  {
    kind: "credentials",
    pattern: new RegExp(
      String.raw`(?<before>\bauthorization${IS}\\?["']?)(?:(?:digest|aws4-hmac-sha256)[ \t][^\n]+|(?!${SCHEMES}\b)(?=[^\s"'\\]{0,300}\d)[^\s"'\\,;]{8,})`,
      "gi",
    ),
  },
  {
    kind: "credentials",
    pattern: new RegExp(
      String.raw`(?<before>\bauthorization${IS}\\?["']?${SCHEMES}[ \t]{1,5})[^\s"'\\,;]{4,}`,
      "gi",
    ),
  },
  {
    kind: "credentials",
    pattern: /(?<before>\bBearer[ \t]{1,5})[\w.~+/=-]{16,}/gi,
    isMeant: (found) => /\d/.test(found),
  },
  {
    kind: "cookie",
    pattern: new RegExp(String.raw`(?<before>\b(?:set-)?cookie${IS}\\?["']?)[^\n"'\\]{4,}`, "gi"),
    isMeant: (found) => found.includes("="),
  },
  {
    kind: "password or secret",
    pattern: /(?<before>\b(?:https?|ftps?):\/\/[^\s/@:"'<>]{0,256}:)[^\s/"'<>]{1,512}(?=@)/gi,
    isMeant: isSecret,
  },
  {
    // A key in the place of the user.
    kind: "password or secret",
    pattern: /(?<before>\b(?:https?|ftps?):\/\/)[^\s/@:"'<>]{16,512}(?=(?::[^\s/@"'<>]{0,512})?@)/gi,
    isMeant: (found) => /\d/.test(found),
  },
  {
    // Not of the web: a slash or an @ is rather the password's than the path's.
    kind: "password or secret",
    pattern:
      /(?<before>(?<![a-z0-9+.-])(?!https?:|ftps?:)[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/@:"'<>]{0,256}:)(?!\d{1,5}[/?])[^\s"'<>]{1,512}(?=@)/gi,
    isMeant: isSecret,
  },
  {
    kind: "password or secret",
    pattern: new RegExp(`(?<before>${SECRET_NAMES}${IS})${VALUE}`, "gi"),
    isMeant: isSecret,
  },
  {
    // Not the shell's working directory.
    kind: "password or secret",
    pattern: new RegExp(`(?<before>pwd${IS})(?!\\\\?["']?[/~])${VALUE}`, "gi"),
    isMeant: isSecret,
  },
  {
    kind: "password or secret",
    pattern: new RegExp(`(?<before>${OTHER_NAMES}${IS}\\\\?["']?)[\\w+/=%.-]{16,}`, "gi"),
    isMeant: (found) => /\d/.test(found),
  },
  {
    kind: "password or secret",
    pattern: new RegExp(
      `(?<![\\w-])(?<before>--?[a-z-]{0,20}(?:password|passwd|token|secret|api-?key)[ \\t]{1,5})${VALUE}`,
      "gi",
    ),
    isMeant: (found) => !found.startsWith("-") && isSecret(found),
  },
  {
    kind: "password or secret",
    pattern:
      /(?<before>\b(?:password|passphrase|passcode|pin|secret|token|api key)[ \t]{1,5}(?:is|was)[ \t]{1,5}["'`]?)[^\s"'`]{4,}/gi,
    isMeant: (found) => /[\d!#$%^&*]/.test(found.replace(/[!.,;:?)]+$/, "")) && isSecret(found),
  },
  {
    // Git's own user and versions of packages, `orders@2.0.0-rc.x`, are no addresses of people.
    kind: "e-mail address",
    pattern:
      /(?<![\p{L}\p{N}._%+'-])(?<!:\/\/[^\s/@:]{0,256}:)(?!git@)[\p{L}\p{N}._%+'-]+(?:@|%40|\\u0040|&#64;)(?!v?\d+\.\d)(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:\p{L}{2,24}|xn--[a-z0-9-]{1,59})/gu,
  },
  {
    kind: "card number",
    pattern:
      /(?<![\w.]|\d[.-])(?:(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6(?:011|4[4-9]\d|5\d\d)|35\d\d)(?<a>[ -]?)\d{4}\k<a>\d{4}\k<a>\d{4}|3[47]\d\d(?<b>[ -]?)\d{6}\k<b>\d{5}|3(?:0[0-5]|[68]\d)\d(?<c>[ -]?)\d{6}\k<c>\d{4})(?![\w]|[.-]\d)/g,
    isMeant: hasCheckDigit,
  },
];

// What a password is not: a word about it, or the name of the variable that holds it.
const NO_SECRET =
  /^(?:null|nil|none|true|false|undefined|empty|unset|missing|expired|invalid|incorrect|wrong|required|rejected|revoked|rotated|reset|changed|unknown|redacted|removed|failed|denied|refused|ok|yes|no|n\/a|\*+|x{3,}|\.{3,}|…|-+|\$\{[^}]*\}+|\$[A-Z_]+|\{\{[^}]*|<[^>]*>|%[A-Z_]+%)?[.,;:!?)\]}]*$/i;

function isSecret(found: string): boolean {
  return !NO_SECRET.test(found);
}

/** The check digit of ISO/IEC 7812-1, by Luhn. */
function hasCheckDigit(found: string): boolean {
  const digits = found.replace(/\D/g, "").split("").reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const worth = index % 2 === 0 ? digit : digit * 2;
    return total + (worth > 9 ? worth - 9 : worth);
  }, 0);
  return sum % 10 === 0;
}

// With a country's code, or written as North America does; with what follows to enter a conference.
const PHONE =
  /(?:(?<![\w+.-])(?:\+[1-9]|00[1-9]\d{0,2}[ ().\-/])(?:[ ().\-/]{0,2}\d){6,14}|(?<![\w+.\-/])(?:1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-.])[2-9]\d\d[-. ]\d{4})(?![\w]|[.-]\d)(?:[,;]{1,6}\d{1,12}#?)?/g;
// Any digits after a word for it, since most countries write their numbers in ways of their own.
const NAMED_PHONE =
  /(?<before>\b(?:tele)?(?:phone|fax|mobile|whatsapp|tel)(?: (?:number|no\.?))?\\?["']?[ \t]{0,3}[:=]?[ \t]{0,3}\\?["']?)[+(]{0,2}\d(?:[ ().\-/]{0,2}\d){6,14}(?!\w)/gi;

/** What text is replaced by, in the order of their rank: where two are found in one place, the first names it. */
const KINDS = [
  ...new Set([
    ...Object.keys(TOKENS),
    ...Object.values(RULES),
    ...DETECTORS.map(({ kind }) => kind),
    "phone number",
  ]),
];

function placeholder(kind: string): string {
  return `[redacted: ${kind}]`;
}

export const PLACEHOLDERS: string[] = KINDS.map(placeholder).sort();

type Finding = { start: number; end: number; kind: string };

// Between two pieces that know nothing of each other: a line that no text has.
const BREAK = "\n\0\n";
const FIXED = new RegExp(
  `(${BREAK}|${PLACEHOLDERS.map((words) => words.replace(/[[\]]/g, "\\$&")).join("|")})`,
);
// What stands alone after one replacement can look like a secret. Ordinary text settles in the second round.
const MAX_ROUNDS = 4;

/** The record with the secrets and personal data in it replaced. What PagerDuty itself gives out, such as ids, stays. */
export async function redactRecord(record: IncidentRecord): Promise<IncidentRecord> {
  const json = JSON.stringify(record);
  const texts = new Set<string>();
  JSON.parse(json, (key, value) => {
    if (typeof value === "string" && !KEPT.has(key)) texts.add(value);
    return value;
  });
  const redacted = await redactTexts([...texts]);
  const known = new Map([...texts].map((text, index) => [text, redacted[index]]));
  const clean = recordSchema.parse(
    JSON.parse(json, (key, value) => (KEPT.has(key) ? value : (known.get(value) ?? value))),
  );
  return {
    ...clean,
    timeline: clean.timeline.map(({ links, ...row }) =>
      links === undefined ? row : { ...row, links: links.flatMap(withoutSecret) },
    ),
    alerts: clean.alerts.map((alert) => ({ ...alert, links: alert.links.flatMap(withoutSecret) })),
    changes: clean.changes.map((change) => ({ ...change, links: change.links.flatMap(withoutSecret) })),
    customFields: clean.customFields.map(({ name, value }) => ({
      name,
      value: SECRET_NAME.test(name) && isSecret(value) ? placeholder("password or secret") : value,
    })),
  };
}

const KEPT = new Set(["id", "url", "api_url", "created_at", "reopened_at", "merged_into", "kind", "when"]);
const SECRET_NAME = new RegExp(`${SECRET_NAMES}$`, "i");

// An address with a placeholder in it leads nowhere; without its query it may lead to the page.
function withoutSecret({ href, text }: Link): Link[] {
  if (!FIXED.test(href)) return [{ href, text }];
  const [page = ""] = href.split(/[?#]/);
  return FIXED.test(page) ? [] : [{ href: page, text }];
}

/** The text with the secrets and personal data in it replaced. */
export async function redactText(text: string): Promise<string> {
  return (await redactTexts([text])).join("");
}

/** Each of the texts with the secrets and personal data in it replaced, all looked at in one go. */
export async function redactTexts(texts: string[]): Promise<string[]> {
  const find = await createFinder();
  let text = texts.map((words) => words.replace(INVISIBLE, "").replaceAll("\0", " ")).join(BREAK);
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const redacted = await redactOnce(text, find);
    if (redacted === text) break;
    text = redacted;
  }
  return text.split(BREAK);
}

// Each piece between placeholders is looked at by itself, so that doing it again changes nothing.
async function redactOnce(text: string, find: (text: string) => Promise<Finding[]>): Promise<string> {
  const pieces = text.split(FIXED);
  const loose = pieces.filter((_, index) => index % 2 === 0).join(BREAK);
  const redacted = replace(loose, await find(loose)).split(BREAK);
  return pieces.map((piece, index) => (index % 2 === 0 ? redacted[index / 2] : piece)).join("");
}

function replace(text: string, findings: Finding[]): string {
  const merged: Finding[] = [];
  for (const { start, end, kind } of findings.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || start >= last.end) merged.push({ start, end, kind });
    else {
      last.end = Math.max(last.end, end);
      last.kind = KINDS.indexOf(kind) < KINDS.indexOf(last.kind) ? kind : last.kind;
    }
  }
  let at = 0;
  const parts = merged.map(({ start, end, kind }) => {
    const kept = text.slice(at, start);
    at = end;
    return kept + placeholder(kind);
  });
  return parts.join("") + text.slice(at);
}

// secretlint compares all findings of one source with each other, so a source is a window of bounded length. The
// windows overlap by more than what it finds at its longest; what is longer, TOKENS and DETECTORS find.
const WINDOW = 8_192;
const OVERLAP = 1_536;

/** Loads the detectors, which are large, only where something is redacted. */
async function createFinder(): Promise<(text: string) => Promise<Finding[]>> {
  const [{ lintSource }, { rules }, { isValidPhoneNumber }] = await Promise.all([
    import("@secretlint/core"),
    import("@secretlint/secretlint-rule-preset-recommend"),
    import("libphonenumber-js/min"),
  ]);
  const chosen = rules.flatMap((rule) => {
    const kind = RULES[rule.meta.id.replace(RULE_ID, "")];
    return kind === undefined ? [] : [{ kind, id: rule.meta.id, rule }];
  });
  const isPhone = (found: string) =>
    isValidPhoneNumber(found.replace(/[,;].*$/, "").replace(/^00/, "+"), "US");
  const detectors: Detector[] = [...DETECTORS, { kind: "phone number", pattern: NAMED_PHONE }];

  async function lint(text: string): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (let from = 0; from < text.length; from += WINDOW) {
      const { messages } = await lintSource({
        // A name would tell it to pass over what only files of other names hold.
        source: {
          filePath: "",
          ext: ".txt",
          contentType: "text",
          content: text.slice(from, from + WINDOW + OVERLAP),
        },
        options: { config: { rules: chosen }, noPhysicFilePath: true },
      });
      for (const { ruleId, messageId, range } of messages) {
        const found = { start: from + range[0], end: from + range[1] };
        const named = chosen.filter(({ id }) => id === ruleId && !UNUSED.includes(messageId));
        findings.push(...named.map(({ kind }) => ({ ...found, kind })));
      }
    }
    return findings;
  }

  return async (text) => {
    const own = detectors.flatMap((detector) => detect(text, detector));
    const all = [...own, ...detectPhones(text, isPhone), ...(await lint(text))];
    return all.map(({ start, end, kind }) => {
      const found = text.slice(start, end).replace(/\n?\0[\s\S]*$/, "");
      return { start, end: start + found.length, kind };
    });
  };
}

function detect(text: string, { kind, pattern, isMeant = () => true }: Detector): Finding[] {
  const findings: Finding[] = [];
  for (const { 0: match, index, groups } of text.matchAll(pattern)) {
    const before = groups?.["before"]?.length ?? 0;
    const [quote = ""] = /^\\?["']/.exec(match.slice(before)) ?? [];
    const start = index + before + quote.length;
    const end = index + match.length - (quote !== "" && match.endsWith(quote) ? quote.length : 0);
    if (isMeant(text.slice(start, end))) findings.push({ start, end, kind });
  }
  return findings;
}

// The digits after a number, as in `+1 415 555 0132 2 times`, may look like more of it.
function detectPhones(text: string, isPhone: (found: string) => boolean): Finding[] {
  const findings: Finding[] = [];
  for (const { 0: match, index } of text.matchAll(PHONE)) {
    let found = match;
    while (found !== "" && !isPhone(found)) found = found.replace(/\D*\d+\D*$/, "");
    if (found !== "") findings.push({ start: index, end: index + found.length, kind: "phone number" });
  }
  return findings;
}
