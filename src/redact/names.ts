/** Which names say that their value is a secret, in the spellings of people, environments, files and programs. */

import type { Strictness } from "./no-secret.ts";

/** What a name begins, ends or is made with where it may be a secret's; the words around it decide. */
export const CORE =
  "(?:pass(?:w(?:or[dt]|d)|[ -]?phrase|code)?|pwd|psw|pw|kennwort|mot de passe|contrase[ñn]a|senha|wachtwoord|has[łl]o|пароль|密码|密碼|パスワード|비밀번호|secret|token|credential|cred|key|pat|sig(?:nature)?|sid|sess(?:ion)?id|auth)s?";

const PASSWORD =
  /(?:password|passwd|passwort|passphrase|passcode|kennwort|passe|contrase[ñn]a|senha|wachtwoord|has[łl]o|пароль|密码|密碼|パスワード|비밀번호)s?$|^(?:pg|db|my|root|user|admin|mysql|sa|ftp|smtp|redis)?pwds?$/u;
const SECRET =
  /(?:secret|token|credential|apikey|accesskey|secretkey|privatekey|authkey|accountkey|masterkey|sharedkey)s?$|^creds?$/;
const SHORT = /^(?:[a-z]{0,6}pass|pw|psw|passw|pat)$/;
const OTHER_KEY = /^(?:signature|sig|sid|sess(?:ion)?id)$/;

// What a key must be called by to be a secret's; there are keys of caches, tables and routes too.
const SECRET_KEYS = new Set("api access secret private secretaccess rest consumer client".split(" "));
const OTHER_KEYS = new Set(
  `account app application auth authentication admin aes bot crypto decryption deploy deployment encrypt encryption events
  function functions hmac host integration jwt license licence master pagerduty routing service session shared signing
  ssh storage stripe subscription webhook datadog newrelic opsgenie sentry honeycomb grafana sas`.split(
    /\s+/,
  ),
);

// What follows the name where it tells of the secret and not the secret: `token_type`, `secretName`, `password_file`.
const TAIL = new Set(
  `algorithm arn attempt attempts audience board bucket budget check class column count cost created dir directory enabled
  endpoint engine error errors exp expiration expired expires expiry failures field file filename format generator group
  handler hint id ids identifier index info issuer kind label len length lifetime limit limits location manager max min
  mount mounts name names namespace operator owner page path per policies policy prefix prompt provider queue rate ref
  reference refs required requests reset retries review rotation rules scope scopes server service size source space
  state status store strategy suffix table template time tracker ttl type types uri url usage used user username uses
  validation validator valid version volume volumes`.split(/\s+/),
);
// What stands before a token that turns pages or counts words; `var-token` is a variable of a dashboard.
const HEAD = new Set(
  "next prev previous page continuation continue cursor sync max min num total prompt completion input output cached stop eos bos pad start end begin cancel cancellation var vars lexer csrf".split(
    " ",
  ),
);

/** How strictly a value after this name is judged; null where the name is no secret's. */
export function strictnessOf(name: string): Strictness | null {
  const words = wordsOf(name);
  const at = words.findLastIndex((word, index) => coreOf(word, words[index - 1]) !== null);
  const word = words[at];
  if (word === undefined || words.slice(at + 1).some((after) => TAIL.has(after))) return null;
  const before = words[at - 1];
  if (before !== undefined && (HEAD.has(before) || words[0] === "var")) return null;
  return coreOf(word, before);
}

function coreOf(word: string, before: string | undefined): Strictness | null {
  if (PASSWORD.test(word)) return "password";
  if (SECRET.test(word)) return "secret";
  if (SHORT.test(word)) return "short";
  if (OTHER_KEY.test(word)) return "key";
  if (word !== "key" && word !== "keys") return word === "auth" ? "bare" : null;
  if (before !== undefined && SECRET_KEYS.has(before)) return "secret";
  return before !== undefined && OTHER_KEYS.has(before) ? "key" : before === undefined ? "bare" : null;
}

// Words in lower case and without the numbers at their ends: `DB_PASSWORD2` and `dbPassword` are `db`, `password`.
function wordsOf(name: string): string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/mot de passe/g, "passe")
    .replace(/pass[ -]phrase/g, "passphrase")
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/\d{1,9}$/, ""))
    .filter((word) => word !== "");
}
