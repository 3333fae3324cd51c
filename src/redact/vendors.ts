/** Keys that say whose they are by how they begin: the table, and the one search that serves all its rows. */

import type { Finding } from "./finding.ts";
import { matchAt } from "./match-at.ts";

const LETTERS = "A-Za-z0-9";
const WORD = String.raw`\w-`;
const DOTTED = String.raw`\w.=-`;
const BASE64 = "A-Za-z0-9+/=_-";
const HEX = "a-f0-9";
const UPPER = "A-Z0-9";

/** A row: how its keys begin, the characters that follow (as a class of a pattern), and how many of them a whole key has. */
export type Vendor = {
  kind: string;
  beginnings: string[];
  characters: string;
  length: number;
  /** How many characters after the beginning are a key's already; by default what is left of a key that was cut at half. */
  shortest?: number;
  /** A row whose beginning is no beginning of words; of the others, what has no digit and one case is taken for a word. */
  hasNoWords?: true;
};

/**
 * Most beginnings were compared with the tables of secretlint (recommended preset 13) and gitleaks (configuration of
 * July 2026). Not each was checked against its vendor's own page.
 */
export const VENDORS: Vendor[] = [
  { kind: "1Password token", beginnings: ["ops_eyJ"], characters: BASE64, length: 250 },
  { kind: "1Password token", beginnings: ["A3-"], characters: "A-Z0-9-", length: 37 },
  { kind: "Adobe secret", beginnings: ["p8e-"], characters: LETTERS, length: 32 },
  { kind: "age key", beginnings: ["AGE-SECRET-KEY-1"], characters: UPPER, length: 58 },
  { kind: "Aiven password", beginnings: ["AVNS_"], characters: WORD, length: 19 },
  { kind: "Alibaba key", beginnings: ["LTAI"], characters: LETTERS, length: 20 },
  { kind: "Anthropic key", beginnings: ["sk-ant-"], characters: WORD, length: 101, shortest: 16 },
  { kind: "Artifactory token", beginnings: ["AKCp", "cmVmd"], characters: LETTERS, length: 69 },
  {
    kind: "Atlassian token",
    beginnings: ["ATATT3", "ATCTT3", "ATSTT3", "ATBB"],
    characters: DOTTED,
    length: 32,
  },
  {
    kind: "AWS key",
    beginnings: ["AKIA", "ASIA", "ABIA", "ACCA"],
    characters: UPPER,
    length: 16,
    hasNoWords: true,
  },
  { kind: "AWS key", beginnings: ["ABSK", "bedrock-api-key-"], characters: BASE64, length: 109 },
  { kind: "Buildkite token", beginnings: ["bkua_"], characters: LETTERS, length: 40 },
  { kind: "CircleCI token", beginnings: ["CCIPAT_", "CCIPRJ_"], characters: WORD, length: 60 },
  { kind: "Clojars token", beginnings: ["CLOJARS_"], characters: LETTERS, length: 60 },
  { kind: "Cloudflare token", beginnings: ["cfk_", "cfut_", "cfat_"], characters: LETTERS, length: 48 },
  { kind: "Cloudflare token", beginnings: ["v1.0-"], characters: "a-f0-9-", length: 171 },
  { kind: "Contentful token", beginnings: ["CFPAT-"], characters: WORD, length: 43 },
  { kind: "crates.io token", beginnings: ["cio"], characters: LETTERS, length: 32, shortest: 32 },
  { kind: "Databricks token", beginnings: ["dapi"], characters: "a-f0-9-", length: 32 },
  {
    kind: "Devin key",
    beginnings: ["cog_", "apk_", "apk_user_"],
    characters: BASE64,
    length: 40,
  },
  { kind: "DigitalOcean token", beginnings: ["dop_v1_", "doo_v1_", "dor_v1_"], characters: HEX, length: 64 },
  { kind: "Docker token", beginnings: ["dckr_pat_", "dckr_oat_"], characters: WORD, length: 27 },
  {
    kind: "Doppler token",
    beginnings: ["dp.pt.", "dp.st.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit."],
    characters: String.raw`\w.-`,
    length: 43,
  },
  { kind: "Duffel token", beginnings: ["duffel_live_", "duffel_test_"], characters: BASE64, length: 43 },
  {
    kind: "Dynatrace token",
    beginnings: ["dt0c01.", "dt0s01.", "dt0s02.", "dt0s16."],
    characters: "A-Z0-9.",
    length: 89,
  },
  { kind: "EasyPost key", beginnings: ["EZAK", "EZTK"], characters: LETTERS, length: 54 },
  { kind: "Figma token", beginnings: ["figd_", "figo_", "figr_"], characters: WORD, length: 40 },
  {
    kind: "Flutterwave key",
    beginnings: ["FLWSECK-", "FLWSECK_TEST-"],
    characters: "A-Za-z0-9-",
    length: 32,
  },
  { kind: "Fly.io token", beginnings: ["fo1_", "fm1a_", "fm1r_", "fm2_"], characters: BASE64, length: 43 },
  {
    kind: "GitHub token",
    beginnings: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
    // Those of Apps may be whole JSON web tokens.
    characters: String.raw`\w.-`,
    length: 36,
    shortest: 12,
  },
  { kind: "GitHub token", beginnings: ["github_pat_"], characters: String.raw`\w`, length: 82, shortest: 12 },
  {
    kind: "GitLab token",
    beginnings: [
      ...["glpat-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glptt-", "glft-", "glsoat-", "glffct-", "glimt-"],
      ...["glagent-", "gloas-", "GR1348941"],
    ],
    characters: String.raw`\w.-`,
    length: 20,
  },
  { kind: "Google key", beginnings: ["AIza"], characters: WORD, length: 35 },
  { kind: "Google key", beginnings: ["ya29."], characters: String.raw`\w.-`, length: 100, shortest: 16 },
  { kind: "Google key", beginnings: ["GOCSPX-"], characters: WORD, length: 28 },
  { kind: "Google key", beginnings: ["1//0"], characters: WORD, length: 60 },
  { kind: "Grafana token", beginnings: ["glsa_"], characters: String.raw`\w`, length: 41 },
  { kind: "Grafana token", beginnings: ["glc_", "eyJrIjoi"], characters: BASE64, length: 70 },
  { kind: "Groq key", beginnings: ["gsk_"], characters: LETTERS, length: 52 },
  { kind: "Heroku key", beginnings: ["HRKU-"], characters: WORD, length: 36 },
  { kind: "Hugging Face token", beginnings: ["hf_", "api_org_"], characters: LETTERS, length: 34 },
  { kind: "Infracost token", beginnings: ["ico-"], characters: LETTERS, length: 32 },
  { kind: "LangSmith key", beginnings: ["lsv2_pt_", "lsv2_sk_"], characters: String.raw`\w`, length: 43 },
  { kind: "Linear key", beginnings: ["lin_api_", "lin_oauth_"], characters: LETTERS, length: 40 },
  { kind: "Mailgun key", beginnings: ["key-"], characters: HEX, length: 32 },
  { kind: "MongoDB Atlas secret", beginnings: ["mdb_sa_sk_"], characters: WORD, length: 40 },
  { kind: "Netlify token", beginnings: ["nfp_"], characters: LETTERS, length: 36 },
  {
    kind: "New Relic key",
    beginnings: ["NRAK-", "NRAA-", "NRII-", "NRIQ-", "NRRA-", "NRBR-"],
    characters: "A-Za-z0-9-",
    length: 27,
  },
  { kind: "Notion token", beginnings: ["ntn_"], characters: LETTERS, length: 46 },
  { kind: "npm token", beginnings: ["npm_"], characters: LETTERS, length: 36 },
  { kind: "NuGet key", beginnings: ["oy2"], characters: "a-z0-9", length: 43 },
  { kind: "Octopus key", beginnings: ["API-"], characters: UPPER, length: 26 },
  {
    kind: "OpenAI key",
    beginnings: ["sk-proj-", "sk-svcacct-", "sk-admin-", "sk-lf-", "sk-or-v1-"],
    characters: WORD,
    length: 150,
    shortest: 20,
  },
  { kind: "OpenAI key", beginnings: ["sk-"], characters: LETTERS, length: 32 },
  { kind: "OpenShift token", beginnings: ["sha256~"], characters: WORD, length: 43 },
  { kind: "PagerDuty token", beginnings: ["pdus+_", "pdeu+_"], characters: String.raw`\w+-`, length: 40 },
  { kind: "PagerDuty token", beginnings: ["u+"], characters: WORD, length: 18 },
  { kind: "Perplexity key", beginnings: ["pplx-"], characters: LETTERS, length: 48 },
  { kind: "Pinecone key", beginnings: ["pcsk_"], characters: String.raw`\w`, length: 68 },
  {
    kind: "PlanetScale token",
    beginnings: ["pscale_tkn_", "pscale_pw_", "pscale_oauth_"],
    characters: DOTTED,
    length: 43,
  },
  { kind: "PostHog key", beginnings: ["phx_"], characters: LETTERS, length: 43 },
  { kind: "Postman key", beginnings: ["PMAK-"], characters: "a-f0-9-", length: 59 },
  { kind: "Prefect key", beginnings: ["pnu_"], characters: LETTERS, length: 36 },
  { kind: "Pulumi token", beginnings: ["pul-"], characters: HEX, length: 40 },
  { kind: "PyPI token", beginnings: ["pypi-"], characters: WORD, length: 150, shortest: 16 },
  { kind: "ReadMe key", beginnings: ["rdme_"], characters: "a-z0-9", length: 70 },
  { kind: "Replicate token", beginnings: ["r8_"], characters: LETTERS, length: 37 },
  { kind: "RubyGems key", beginnings: ["rubygems_"], characters: HEX, length: 48 },
  { kind: "SendGrid key", beginnings: ["SG."], characters: String.raw`\w.-`, length: 66, shortest: 20 },
  { kind: "Sendinblue key", beginnings: ["xkeysib-"], characters: "a-zA-Z0-9-", length: 81 },
  { kind: "Sentry token", beginnings: ["sntrys_", "sntryu_"], characters: BASE64, length: 64, shortest: 16 },
  { kind: "Shippo token", beginnings: ["shippo_live_", "shippo_test_"], characters: HEX, length: 40 },
  {
    kind: "Shopify token",
    beginnings: ["shpat_", "shpca_", "shppa_", "shpss_", "shprt_"],
    characters: LETTERS,
    length: 32,
  },
  {
    kind: "Slack token",
    beginnings: ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxo-", "xoxc-", "xoxd-", "xoxe-", "xoxe."],
    characters: String.raw`\w.%-`,
    length: 50,
    shortest: 10,
  },
  { kind: "Slack token", beginnings: ["xapp-", "xwfp-"], characters: WORD, length: 90, shortest: 10 },
  { kind: "Snyk token", beginnings: ["snyk_uat.", "snyk_sat."], characters: String.raw`\w.-`, length: 80 },
  { kind: "SonarQube token", beginnings: ["squ_", "sqp_", "sqa_"], characters: HEX, length: 40 },
  { kind: "Sourcegraph token", beginnings: ["sgp_"], characters: "a-f0-9_", length: 57 },
  { kind: "Square token", beginnings: ["sq0atp-", "sq0csp-", "EAAA"], characters: WORD, length: 43 },
  {
    kind: "Stripe key",
    beginnings: ["sk_live_", "sk_test_", "rk_live_", "rk_test_", "sk_prod_", "rk_prod_", "whsec_"],
    characters: LETTERS,
    length: 32,
  },
  { kind: "Supabase key", beginnings: ["sbp_", "sb_secret_"], characters: WORD, length: 40 },
  {
    kind: "Tailscale key",
    beginnings: ["tskey-auth-", "tskey-api-", "tskey-client-", "tskey-scim-", "tskey-webhook-", "tskey-"],
    characters: WORD,
    length: 40,
  },
  { kind: "Twilio key", beginnings: ["SK"], characters: HEX, length: 32 },
  { kind: "Vault token", beginnings: ["hvs.", "hvb.", "hvr."], characters: WORD, length: 95, shortest: 16 },
  { kind: "Vault token", beginnings: ["s."], characters: LETTERS, length: 24, shortest: 24 },
  {
    kind: "Vercel token",
    beginnings: ["vcp_", "vci_", "vca_", "vcr_", "vck_"],
    characters: LETTERS,
    length: 56,
  },
  { kind: "xAI key", beginnings: ["xai-"], characters: LETTERS, length: 80 },
];

/** How many characters after a beginning are taken for a key: half of a whole one is left by many a cut. */
function shortestOf({ shortest, characters, length }: Vendor, beginning: string): number {
  if (shortest !== undefined) return shortest;
  const half = Math.floor((beginning.length + length) / 2) - beginning.length;
  const isTelling =
    beginning.length >= 4 && /\W|_/.test(beginning) && !/[_-]/.test(characters.replace("a-f0-9-", ""));
  return Math.max(isTelling ? Math.min(half, 8) : half, 6);
}

/** The key after a beginning that ends at `from`. */
type Row = (text: string, beginning: string, from: number) => Finding | undefined;

const ROWS = new Map<string, Row>(
  VENDORS.flatMap((vendor) =>
    vendor.beginnings.map((beginning): [string, Row] => [
      beginning,
      rowOf(vendor, new RegExp(`[${vendor.characters}]{${shortestOf(vendor, beginning)},}`, "y")),
    ]),
  ),
);

function rowOf({ kind, hasNoWords }: Vendor, rest: RegExp): Row {
  return (text, beginning, from) => {
    const [run] = matchAt(rest, text, from);
    if (run === undefined || !(hasNoWords === true || /\d|[a-z][A-Z]|[A-Z][a-z]/.test(run))) return undefined;
    const whole = run.replace(/[.-]{1,40}$/, "");
    return { start: from - beginning.length, end: from + whole.length, kind };
  };
}

// The longest first, so that `apk_user_` is not read as `apk_`.
const BEGINNINGS = new RegExp(
  `(?<![A-Za-z0-9])(?:${[...ROWS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((beginning) => beginning.replace(/[.+/]/g, "\\$&"))
    .join("|")})`,
  "g",
);

/** The keys that begin as one of the table's do. A word such as `npm_lifecycle` has no digit and one case, and is none. */
export function findVendorTokens(text: string): Finding[] {
  const findings: Finding[] = [];
  BEGINNINGS.lastIndex = 0;
  for (let match = BEGINNINGS.exec(text); match !== null; match = BEGINNINGS.exec(text)) {
    const [beginning] = match;
    const from = BEGINNINGS.lastIndex;
    const finding = ROWS.get(beginning)?.(text, beginning, from);
    if (finding === undefined) continue;
    findings.push(finding);
    BEGINNINGS.lastIndex = finding.end;
  }
  return findings;
}
