/** What stands after the name of a secret and is none: references, empty values, words about it, code, names, numbers. */

/**
 * How much the name before a value tells. After `password` nearly every value is one, and in an `address` the place says
 * so; after `secret` a plain word only tells of it. A `code` has four digits or more. A `short` name such as `pass` has
 * other meanings, so its value needs digits or signs. A `key` is long, with digits; a `bare` one only a machine made.
 */
export type Strictness = "password" | "address" | "secret" | "short" | "key" | "bare" | "code";

// A word that tells of a password or token and is none. What ends like a participle or an abstract noun is one too.
const STATES = new Set(
  `absent access account active admin argon bcrypt again all allowed already any api auth authentication available bad bearer before blank
  bool boolean both broken but bytes cached char check cleared client confirm contact corrupt current default denied
  did does empty env error errors exact expires expiry fail failed fails failure false field file fine fixed for forbidden
  forgot format found from good has hash have hidden how if ident ignored in incorrect kerberos ldap inherit input int internal invalid is issue
  issuer keepass key kept length less limit login long longer lost malformed mandatory match matches mismatch missing more must my
  na name needed never new next nil no none nopassword nopasswd not null number object off ok okay old on only optional or other our pass passed
  password path pending please plain plaintext policy prompt public random readonly ready redacted saml scram refused reset resets
  revoked root same secret see server service set setup short should shown since some sso str string strong that the their then
  there this to todo token too true tbd type types unauthorized undefined unknown unset unused up user users valid value
  varchar vault via was weak were when where which who why will with without working works wrong yes yet you your abc
  length secretstr optional uuid text bytea null nullable both n/a`.split(/\s+/),
);
const WORD_ENDING = /(?:ed|ing|tion|sion|able|ible|ly|ance|ence|ment|ness|ship|ful|less|ous|ive|ory|ical)$/;

const REFERENCES: RegExp[] = [
  // Of a shell, a template, a workflow, a query; one with a default value is looked at below.
  /^\$\{\{?[^{}]*\}{0,2}$/,
  /^\$\(/,
  /^\${1,2}(?:env:|Env:)?[A-Za-z_]+\d{0,2}$/,
  /^\$\{?[A-Za-z_]\w*(?:->|::|\[)/,
  /^%[A-Za-z_]+%$/,
  /^%\(?\w{0,40}\)?[sdvq]$/,
  /^\{\{/,
  /^\{[\w.]{0,60}\}$/,
  /^<%/,
  /^#\{/,
  /^<[A-Za-z][\w .:/-]{0,80}>$/,
  /^\[[A-Za-z][A-Za-z -]{0,40}\]$/,
  /^\([A-Za-z][A-Za-z -]{0,60}\)$/,
  /^:[a-z_]{1,40}$/,
  /^@[A-Za-z][\w.]{0,60}(?:\(|@?$)/,
  /^![A-Za-z]+(?:::[A-Za-z]+)?$/,
  // Of a store of secrets.
  /^(?:ref\+)?(?:vault|op|env|file|ssm|kms|gcpkms|awskms|sops|secretsmanager|awssm|gcpsm|keyvault|akv|azurekeyvault|doppler|infisical|bws|keychain|conjur|chamber|k8s|kubernetes|resolve|secretref|secrets?)(?::|:\/\/)\S/i,
  /^ENC[[(]/i,
  /^arn:[\w-]+:/,
  /^projects\/[\w.:-]+\/secrets\//,
  /^(?:[a-z][a-z0-9+.-]{1,20}):\/\//i,
  // Of a program: `os.environ[`, `getToken()`, `settings.db.password`, `process.env.TOKEN`.
  /^[A-Za-z_$][A-Za-z_$.?:>-]{0,80}[([](?:[^()[\]]{0,80}[)\]]){0,3}[;,.]?$/,
  /^[A-Za-z_$][A-Za-z_$.?:>-]{0,80}[([]["'][A-Za-z_][\w ./:-]{0,80}["')\];,]{0,4}$/,
  /^(?:new|await|this|self|process|os|config|settings|secrets|vars|env|ctx|req|request|response|input|args|options|params|props|module|local|var|data)(?:\??\.[A-Za-z_$][\w$]*)+\(?$/,
  // Dates and times, hashes with their name, and what counts.
  /^\d{4}-\d\d-\d\d(?:T|$)/,
  /^\d{1,2}:\d\d/,
  /^(?:sha(?:1|256|384|512)|md5)[:-][a-f0-9]+$/i,
  /^[+-]?\d[\d.,_]{0,20}(?:%|[kmg]i?b?|ms|s|min|h|d)?$/i,
  /^\d{1,12}(?:[/:.x-]\d{1,12}){1,9}$/,
  /^(?:0x)?0+$/,
  // An account of Windows.
  /^S-1-\d/,
  // An algorithm or a norm.
  /^(?:(?:sha|md|base|utf|bcrypt|argon|oauth|aes|rsa|rfc|http|tls|ipv)-?\d{1,4}|[ehpr]s(?:256|384|512))(?:[-_]?[a-z]{1,9}){0,2}$/i,
  // Masked already.
  /\*{3}|[•●]{2}/,
  // Of a shell, in backquotes.
  /^(?:cat|aws|vault|op|pass|gpg|kubectl|echo|openssl|security|gcloud|az|base64|jq|curl|sops|bw|head|tr|pwgen) /,
];

/** Whether the value is a secret, as far as the strictness of its name tells. */
export function isSecret(value: string, strictness: Strictness): boolean {
  const bare = value.trim();
  if (/^[\p{P}\p{S}\s]*$/u.test(bare) || /^x{3,}$/i.test(bare)) return false;
  // Nobody types a password through an input method: it is a word about one, as in 密码：未设置.
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{P}]+$/u.test(bare)) return false;
  if (strictness === "code")
    return isStrong(bare) || (/(?:\d\D{0,40}){4}/.test(bare) && /^[A-Za-z\d][\w -]{2,40}$/.test(bare));
  const [, fallback] = /^\$\{\w{1,60}:?[-=]([^{}]{1,200})\}$/.exec(bare) ?? [];
  if (fallback !== undefined) return isSecret(fallback, strictness);
  if (REFERENCES.some((pattern) => pattern.test(bare)) || isPath(bare)) return false;
  if (strictness === "key") return /^[\w+/=%.~:-]{16,}$/.test(bare) && /\d/.test(bare) && !isName(bare);
  if (strictness === "bare") return isMachineMade(bare);
  if (strictness === "short") return isStrong(bare);
  const words = bare.split(/[\s,]+/).map((word) => word.replace(/^[("'[]{1,9}|[.,;:!?)"'\]]{1,9}$/g, ""));
  if (strictness === "secret") return !words.every((word) => word === "" || isWord(word) || isName(word));
  if (words.length > 1) return !words.every(isWord) || !words.some(isState);
  return !words.some(isState) && (strictness === "address" || !(isName(bare) && namesSecret(bare)));
}

/** Whether it holds letters and digits, or a sign, as words do not: what may stand after a name without a sign between. */
export function isStrong(value: string): boolean {
  if (!/^[!-~]{6,}$/.test(value) || isName(value) || isPath(value)) return false;
  if (/^v?\d+(?:[.:/-]\d+)*[a-z]?$/i.test(value)) return false;
  return /[A-Za-z]/.test(value) && /\d|[!#$%^&*?~]/.test(value) && !REFERENCES.some((one) => one.test(value));
}

/** Whether words after `Cookie:` hold a cookie's value, beside the attributes that all of them share. */
export function holdsCookie(words: string): boolean {
  return /(?:^|[;\s])(?!(?:samesite|path|domain|expires|max-age|priority)=)[^\s=;]{1,100}=[^\s=;]{6}/i.test(
    words,
  );
}

/** Whether it has letters of both cases and digits as only machines write them. */
export function isMachineMade(value: string): boolean {
  return (
    /^[\w+/=~.-]{20,}$/.test(value) &&
    /\d/.test(value) &&
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    !isName(value)
  );
}

/** Whether its words and numbers, as in `CheckoutFlowV2`, are too short for what people call something. */
export function isJumbled(value: string): boolean {
  const pieces = value.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  return pieces.length * 3 > value.length;
}

function isState(word: string): boolean {
  const lower = word.toLowerCase();
  return STATES.has(lower) || (/^[a-z]+$/.test(lower) && lower.length > 4 && WORD_ENDING.test(lower));
}

// More consonants than anybody says, and pairs that no language has.
const UNREADABLE = /[bcdfghjklmnpqrstvwxz]{6}|[bcdfgjkmpqvwxz]{4}|[jqvwx][jqvwxz]|q[^u]/i;

/** Letters that people would read: one case but for the first letter, vowels among them, no heap of consonants. */
function isWord(word: string): boolean {
  if (isState(word) || /^\d{1,6}$/.test(word)) return true;
  if (!/^\p{L}+(?:['’]\p{L}{1,2})?$/u.test(word) || word.length > 24) return false;
  if (!/^\P{Script=Latin}+$/u.test(word) && !/^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)(?:['’]\p{L}{1,2})?$/u.test(word))
    return false;
  return (
    word.length <= 3 || (/[aeiouyäöüáéíóúàèô]/i.test(word) && !UNREADABLE.test(word)) || !/[a-z]/i.test(word)
  );
}

/** Words with signs between them, as things of a system are named: `orders-tls`, `db_credentials`, `auth.token.v2`. */
export function isName(value: string): boolean {
  const segments = value.split(/[-_./:@#]|(?<=[a-z])(?=[A-Z])/).filter((segment) => segment !== "");
  return (
    segments.length > 1 &&
    /[\p{L}\p{N}]$/u.test(value) &&
    segments.every((segment) => /^v?\d{1,4}$/.test(segment) || isWord(segment.replace(/\d{1,2}$/, ""))) &&
    segments.some((segment) => /^[A-Za-z]{3,}$/.test(segment))
  );
}

function namesSecret(name: string): boolean {
  return /pass|pw|secret|cred|token|key|auth|cert|tls|vault/i.test(name);
}

function isPath(value: string): boolean {
  if (/^[A-Za-z]:\\[^\\]/.test(value)) return true;
  if (!/^(?:~|\.{1,2})?\/[\w.@+/-]+$/.test(value)) return false;
  return value
    .split("/")
    .every((part) => part.length < 16 || isName(part) || isWord(part) || /^[a-f0-9-]+$/.test(part));
}
