/** Keys that say whose they are by how they begin: the table, and the one search that serves all its rows. */

import { matchAt } from "./match-at.ts";
import { isName } from "./no-secret.ts";
import type { Span } from "./span.ts";

const LETTERS = "A-Za-z0-9";
const WORD = String.raw`\w-`;
const DOTTED = String.raw`\w.=-`;
const BASE64 = "A-Za-z0-9+/=_-";
const HEX = "a-f0-9";
const UPPER = "A-Z0-9";

/** How keys begin, the characters that follow (as a class of a pattern), and how many of them a whole key has. */
export type Vendor = {
  kind: string;
  beginning: string;
  characters: string;
  length: number;
  /** How many characters after the beginning are a key's already: what a cut may leave. */
  shortest: number;
};

function row(
  kind: string,
  beginnings: string,
  characters: string,
  length: number,
  shortest?: number,
): Vendor[] {
  return beginnings.split(" ").map((beginning) => ({
    kind,
    beginning,
    characters,
    length,
    shortest: shortest ?? shortestAfter(beginning, characters, length),
  }));
}

// A beginning with a sign, such as `sk_live_`, tells enough that a few characters are a key's; after others it is half a key.
function shortestAfter(beginning: string, characters: string, length: number): number {
  const half = Math.max(6, Math.floor((beginning.length + length) / 2) - beginning.length);
  if (!/[_.-]$/.test(beginning) || beginning.length < 4) return half;
  return Math.min(half, beginning.length > 4 && !/[-.]$|w/.test(characters) ? 6 : 8);
}

/** The beginnings: docs/redaction.md says where they come from. */
export const VENDORS: Vendor[] = [
  row("1Password token", "ops_eyJ", BASE64, 250, 16),
  row("1Password token", "A3-", "A-Z0-9-", 37),
  row("Adobe secret", "p8e-", LETTERS, 32),
  row("age key", "AGE-SECRET-KEY-1", UPPER, 58),
  row("Aiven password", "AVNS_", WORD, 19),
  row("Alibaba key", "LTAI", LETTERS, 20),
  row("Anthropic key", "sk-ant-", WORD, 101, 16),
  row("Artifactory token", "AKCp", LETTERS, 69),
  row("Artifactory token", "cmVmd", LETTERS, 59),
  row("Atlassian token", "ATATT3 ATCTT3 ATSTT3 ATBB", DOTTED, 32),
  row("AWS key", "AKIA ASIA ABIA ACCA", UPPER, 16),
  row("AWS key", "ABSK bedrock-api-key-", BASE64, 109),
  row("Buildkite token", "bkua_", LETTERS, 40),
  row("CircleCI token", "CCIPAT_ CCIPRJ_", WORD, 60),
  row("Cerebras key", "csk-", LETTERS, 48),
  row("ClickHouse key", "4b1d", LETTERS, 38, 38),
  row("Clojars token", "CLOJARS_", LETTERS, 60),
  row("Cloudflare token", "cfk_ cfut_ cfat_", WORD, 48),
  row("Cloudflare token", "v1.0-", "a-f0-9-", 171),
  row("Contentful token", "CFPAT-", WORD, 43),
  row("crates.io token", "cio", LETTERS, 32, 32),
  row("Databricks token", "dapi", "a-f0-9-", 32),
  row("Daytona key", "dtn_", HEX, 64),
  row("Devin key", "cog_ apk_ apk_user_", BASE64, 40),
  row("DigitalOcean token", "dop_v1_ doo_v1_ dor_v1_", HEX, 64),
  row("Docker token", "dckr_pat_ dckr_oat_", WORD, 27),
  row("Doppler token", "dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.", String.raw`\w.-`, 43),
  row("Dropbox token", "sl.", String.raw`\w.-`, 130, 40),
  row("Duffel token", "duffel_live_ duffel_test_", BASE64, 43),
  row("Dynatrace token", "dt0c01. dt0s01. dt0s02. dt0s16.", "A-Z0-9.", 89),
  row("E2B key", "e2b_", HEX, 40),
  row("EasyPost key", "EZAK EZTK", LETTERS, 54),
  row("Facebook token", "EAAM EAAC EAAB EAAG EAAJ", LETTERS, 100, 30),
  row("Figma token", "figd_ figo_", WORD, 40),
  row("Firecrawl key", "fc-", HEX, 32),
  row("Flutterwave key", "FLWSECK- FLWSECK_TEST-", "A-Za-z0-9-", 32),
  row("Fly.io token", "fo1_ fm1a_ fm1r_ fm2_", BASE64, 43),
  row("Frame.io token", "fio-u-", BASE64, 64),
  row("GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", String.raw`\w.-`, 36, 8),
  row("GitHub token", "github_pat_", String.raw`\w`, 82, 8),
  row(
    "GitLab token",
    "glpat- gldt- glrt- glrtr- glcbt- glptt- glft- glsoat- glffct- glimt- glagent- gloas- GR1348941",
    String.raw`\w.-`,
    20,
  ),
  row("Google key", "AIza", WORD, 35),
  row("Google key", "ya29.", String.raw`\w.-`, 100, 16),
  row("Google key", "AQ.Ab", WORD, 48, 16),
  row("Google key", "GOCSPX-", WORD, 28),
  row("Google key", "1//0", WORD, 60),
  row("Grafana token", "glsa_", String.raw`\w`, 41),
  row("Grafana token", "glc_ eyJrIjoi", BASE64, 70),
  row("Groq key", "gsk_", LETTERS, 52),
  row("Heroku key", "HRKU-", WORD, 60),
  row("HubSpot token", "pat-na1- pat-eu1-", "a-f0-9-", 36),
  row("Hugging Face token", "hf_ api_org_", LETTERS, 34),
  row("Infracost token", "ico-", LETTERS, 32),
  row("Jina key", "jina_", LETTERS, 60),
  row("LangSmith key", "lsv2_pt_ lsv2_sk_", String.raw`\w`, 43),
  row("Linear key", "lin_api_ lin_oauth_ lin_wh_", LETTERS, 40),
  row("Mailgun key", "key-", HEX, 32),
  row("MongoDB Atlas secret", "mdb_sa_sk_", WORD, 40),
  row("Neon key", "napi_", LETTERS, 64),
  row("Netlify token", "nfp_", LETTERS, 36),
  row("New Relic key", "NRAK- NRAA- NRII- NRIQ- NRRA- NRBR-", "A-Za-z0-9-", 27),
  row("Notion token", "ntn_ secret_", LETTERS, 43, 24),
  row("npm token", "npm_", LETTERS, 36),
  row("NuGet key", "oy2", "a-z0-9", 43),
  row("NVIDIA key", "nvapi-", WORD, 64, 16),
  row("Octopus key", "API-", UPPER, 26),
  row("OpenAI key", "sk-proj- sk-svcacct- sk-admin-", WORD, 150, 12),
  row("Langfuse key", "sk-lf-", "a-f0-9-", 36),
  row("OpenRouter key", "sk-or-v1-", HEX, 64),
  row("OpenAI key", "sk-", LETTERS, 32),
  row("OpenShift token", "sha256~", WORD, 43),
  row("PagerDuty token", "pdus+_ pdeu+_", String.raw`\w+-`, 40),
  row("PagerDuty token", "u+", WORD, 18),
  row("Perplexity key", "pplx-", LETTERS, 48),
  row("Pinecone key", "pcsk_", String.raw`\w`, 68),
  row("PlanetScale token", "pscale_tkn_ pscale_pw_ pscale_oauth_", DOTTED, 43),
  row("PostHog key", "phx_", LETTERS, 43),
  row("Postman key", "PMAK-", "a-f0-9-", 59),
  row("Prefect key", "pnu_", LETTERS, 36),
  row("Pulumi token", "pul-", HEX, 40),
  row("PyPI token", "pypi-", WORD, 150, 16),
  row("ReadMe key", "rdme_", "a-z0-9", 70),
  row("Render key", "rnd_", LETTERS, 28, 20),
  row("Replicate token", "r8_", LETTERS, 37),
  row("RubyGems key", "rubygems_", HEX, 48),
  row("RunPod key", "rpa_", UPPER, 40),
  row("SendGrid key", "SG.", String.raw`\w.-`, 66, 16),
  row("Sendinblue key", "xkeysib-", "a-zA-Z0-9-", 81),
  row("Sentry token", "sntrys_ sntryu_", BASE64, 64, 16),
  row("Shippo token", "shippo_live_ shippo_test_", HEX, 40),
  row("Shopify token", "shpat_ shpca_ shppa_ shpss_ shprt_", LETTERS, 32),
  row(
    "Slack token",
    "xoxb- xoxp- xoxa- xoxr- xoxs- xoxo- xoxc- xoxd- xoxe- xoxe.",
    String.raw`\w.%-`,
    50,
    10,
  ),
  row("Slack token", "xapp- xwfp-", WORD, 90, 10),
  row("Snyk token", "snyk_uat. snyk_sat.", String.raw`\w.-`, 80),
  row("SonarQube token", "squ_ sqp_ sqa_", HEX, 40),
  row("Sourcegraph token", "sgp_", "a-f0-9_", 57),
  row("Square token", "sq0atp- sq0csp- EAAA", WORD, 43),
  row("Stripe key", "sk_live_ sk_test_ rk_live_ rk_test_ sk_prod_ rk_prod_ whsec_", LETTERS, 32),
  row("Supabase key", "sbp_ sb_secret_", WORD, 40),
  row("Tailscale key", "tskey-auth- tskey-api- tskey-client- tskey-scim- tskey-webhook- tskey-", WORD, 40),
  row("Tavily key", "tvly-", "A-Za-z0-9-", 32),
  row("Together key", "tgp_v1_", WORD, 43),
  row("Twilio key", "SK", HEX, 32, 24),
  row("Typeform token", "tfp_", DOTTED, 59),
  row("Vault token", "hvs. hvb. hvr.", WORD, 95, 16),
  row("Vault token", "s.", LETTERS, 24, 24),
  row("Vercel token", "vcp_ vci_ vca_ vcr_ vck_", LETTERS, 56),
  row("xAI key", "xai-", LETTERS, 80),
].flat();

const MATCHERS = new Map(VENDORS.map((vendor) => [vendor.beginning, matcherOf(vendor)]));

/** Finds the rest of a key from the end of its beginning on. Whether it is one, its first signs tell: others may follow. */
function matcherOf(vendor: Vendor): (text: string, from: number) => Span | undefined {
  const { kind, beginning, characters, shortest } = vendor;
  const first = new RegExp(`[${characters}]{${shortest},200}`, "y");
  const all = new RegExp(`[${characters}]{1,}`, "y");
  return (text, from) => {
    const [part] = matchAt(first, text, from);
    if (part === undefined || !isKey(part, characters)) return undefined;
    const run = matchAt(all, text, from).join("");
    return { start: from - beginning.length, end: from + run.replace(/[.-]{1,40}$/, "").length, kind };
  };
}

// What has no digit and one case is a word, as in `npm_lifecycle`; AWS's keys are all of one case.
function isKey(run: string, characters: string): boolean {
  if (/[-_.]/.test(run) && !/[A-Z]/.test(run) && isName(run)) return false;
  return characters === UPPER || /\d|[a-z][A-Z]|[A-Z][a-z]/.test(run);
}

// The longest first, so that `apk_user_` is not read as `apk_`.
const BEGINNINGS = new RegExp(
  `(?<![A-Za-z0-9])(?:${[...MATCHERS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((beginning) => beginning.replace(/[.+/]/g, "\\$&"))
    .join("|")})`,
  "g",
);

/** The keys that begin as one of the table's do. */
export function findVendorTokens(text: string): Span[] {
  const spans: Span[] = [];
  BEGINNINGS.lastIndex = 0;
  for (let match = BEGINNINGS.exec(text); match !== null; match = BEGINNINGS.exec(text)) {
    const span = MATCHERS.get(match[0])?.(text, BEGINNINGS.lastIndex);
    if (span === undefined) continue;
    spans.push(span);
    BEGINNINGS.lastIndex = span.end;
  }
  return spans;
}
