/** What gets set in a wrong place: a key of another service, an example, an address. No dependency: the function uses it. */

/** The three services, each of which has keys and an API of its own. */
export type ServiceName = "GitHub" | "Devin" | "PagerDuty";

const SERVICES = ["GitHub", "Devin", "PagerDuty"] as const;

const KEYS: Record<ServiceName, RegExp> = {
  GitHub: /^(?:gh[a-z]_|github_pat_)/,
  Devin: /^(?:cog_|apk_)/,
  PagerDuty: /^(?:u\+|pd[a-z]{2}\+_)/,
};
// The key of an account has no beginning of its own.
const PAGERDUTY_KEY = /^[\w-]{20}$/;

const HOSTS: Record<ServiceName, RegExp> = {
  GitHub: /(?:^|\.)(?:github\.com|ghe\.com|githubusercontent\.com)$/,
  Devin: /(?:^|\.)devin\.ai$/,
  PagerDuty: /(?:^|\.)pagerduty\.com$/,
};

// A secret in base64 may hold a `_` too, and ends with one `=` or two.
const ASSIGNMENT = /^(?:export\s+)?[A-Z][A-Z\d]*_[A-Z\d_]*(?:=[^=]|:\s.)|^X-[\w-]+:\s/i;
const REFERENCE =
  /^(?:<[^>]*>|\[[^\]]*\]|\$\{?\w+\}?|\$\([^)]*\)|\$?\{\{.*\}\}|%\w+%|op:\/\/.*|(?:process\.env|secrets|vars)\.\w+)$/;
const EXAMPLE =
  /^(?:(?:change|replace)[-_ ]?(?:me|this)|undefined|placeholder|(?:(?:your|insert|enter|paste|example)[-_ ]|replace[-_ ]with[-_ ]).*(?:secret|token|key).*)$/i;
const MASK = /^(?:gh[a-z]_|github_pat_|cog_|apk_)?(?:[*•●.…-]+|x{3,}(?:-x+)*)$/i;

/** Why a text is no key or secret at all, as the rest of a sentence that does not repeat it; null where it may be one. */
export function pastedProblem(text: string): string | null {
  if (/^https?:\/\//i.test(text)) return "is an address; set the secret or key itself";
  if (ASSIGNMENT.test(text)) return "begins with the name of a variable; set what follows the = alone";
  if (REFERENCE.test(text) || EXAMPLE.test(text) || MASK.test(text))
    return "is an example or a stand-in; set the value that it stands for";
  return /\\[nr]$/.test(text) ? "ends with an escaped line break; set it without that" : null;
}

/** Whose key this is, as far as it can be told; `isOneAlone` where it can be no other text, such as a webhook's secret. */
export function ownerOfKey(text: string): { owner: ServiceName; isOneAlone: boolean } | null {
  const owner = SERVICES.find((service) => KEYS[service].test(text));
  if (owner !== undefined) return { owner, isOneAlone: true };
  const isAccountKey = PAGERDUTY_KEY.test(text) && [/[A-Z]/, /[a-z]/, /\d/].every((kind) => kind.test(text));
  return isAccountKey ? { owner: "PagerDuty", isOneAlone: false } : null;
}

/** The same for a key of one service. */
export function keyProblem(text: string, service: ServiceName): string | null {
  const { owner = service } = ownerOfKey(text) ?? {};
  if (owner !== service) return `is a key of ${owner}'s; set one of ${service}'s`;
  return pastedProblem(text);
}

/** Whose host this is; null for any other. */
export function ownerOfHost(hostname: string): ServiceName | null {
  return SERVICES.find((service) => HOSTS[service].test(hostname)) ?? null;
}
