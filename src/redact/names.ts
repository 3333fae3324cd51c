/** Which names say that their value is a secret, in the spellings of people, environments, files and programs. */

import type { Strictness } from "./no-secret.ts";

// One word for a password in each of the languages of large teams.
const PASSWORD_WORDS = `pass(?:wor[dt]|w[dt]|[ _-]?phrase|[ _-]word)|p\\/w|passord|kennwort|mot[ _-]de[ _-]passe|mdp|contrase[ñn]a|senha|wachtwoord|has[łl]o|lösenord|adgangskode|salasana|heslo|jelszó|parola|[şs]ifre|mật khẩu|kata sandi|пароль|密码|密碼|口令|パスワード|暗証番号|비밀번호|암호|รหัสผ่าน|סיסמה|كلمة المرور|community[ _-]string`;

const SECRET_WORDS = "密钥|密鑰|令牌";

/** What a name begins, ends or is made with where it may be a secret's; the words around it decide. */
export const CORE = `(?:${PASSWORD_WORDS}|${SECRET_WORDS}|pass|pwd|psw|pw|secret|token|credential|cred|key|pat|sig(?:nature)?|sid|sess(?:ion)?[ _-]?id|sess|auth|bearer|jwt|passcode|pin|t?otp|cv[vc]|code|dockerconfigjson)s?`;

/** What announces a password or secret in a sentence, as a word of its own. */
export const ANNOUNCER = `(?:${PASSWORD_WORDS}|passcode|pin|pw|pwd|(?:api|access|secret|private|integration|signing|encryption|license|master|account)[ _-]?key|secret|token|credential|${SECRET_WORDS})s?`;

const PASSWORD = /passwords?$|^[a-z]{0,8}pwds?$|^(?:bind|root|user|db|admin|sa|ldap|smtp)pw$/;
const SECRET =
  /(?:secret|token|credential|apikey|accesskey|secretkey|privatekey|authkey|accountkey|masterkey|sharedkey|dockerconfigjson)s?$|^creds?$|(?:密钥|密鑰|令牌)$/;
const SHORT = /^(?!com|by|sur|tres|over|under)(?:[a-z]{0,6}pass|pw|psw|passw|pat)$/;
const OTHER_KEY = /^(?:signature|sig|sid|[a-z]{0,6}sess(?:ion)?id|sess)$/;
const CODE = /^(?:pin|passcode|t?otp|cv[vc])$/;
const CODES = new Set("backup recovery mfa otp totp verification sms".split(" "));

// What a key must be called by to be a secret's; there are keys of caches, tables and routes too.
const SECRET_KEYS = new Set("api access secret private secretaccess rest consumer client".split(" "));
const OTHER_KEYS = new Set(
  `account app application auth authentication admin aes bot crypto decryption deploy deployment encrypt encryption events
  function functions hmac host integration jwt license licence master pagerduty routing service session shared signing
  ssh storage stripe subscription unseal webhook write datadog newrelic opsgenie sentry honeycomb grafana sas`.split(
    /\s+/,
  ),
);

// What follows the name where it tells of the secret and not the secret: `token_type`, `secretName`, `password_file`.
const TAIL = new Set(
  `algorithm arn attempt attempts audience board bucket budget check class column count cost created dir directory enabled
  encryption endpoint engine error errors exp expiration expired expires expiry failures field file filename format
  generator group
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
  const words = namePartsOf(name);
  const at = words.findLastIndex((word, index) => coreOf(word, words[index - 1]) !== null);
  const word = words[at];
  if (word === undefined || words.slice(at + 1).some((after) => TAIL.has(after))) return null;
  const before = words[at - 1];
  if (before !== undefined && (HEAD.has(before) || words[0] === "var")) return null;
  return coreOf(word, before);
}

const PASSWORDS = new RegExp(PASSWORD_WORDS, "g");

function coreOf(word: string, before: string | undefined): Strictness | null {
  if (PASSWORD.test(word)) return "password";
  if (SECRET.test(word)) return "secret";
  if (SHORT.test(word)) return "short";
  if (OTHER_KEY.test(word)) return "key";
  if (CODE.test(word) || (/^codes?$/.test(word) && before !== undefined && CODES.has(before))) return "code";
  if (word === "bearer" || word === "jwt" || (word === "id" && before === "session")) return "bare";
  if (word !== "key" && word !== "keys")
    return word === "auth" ? (before === "basic" ? "password" : "bare") : null;
  if (before !== undefined && SECRET_KEYS.has(before)) return "secret";
  return before !== undefined && OTHER_KEYS.has(before) ? "key" : before === undefined ? "bare" : null;
}

/** The words of a name in lower case, without the numbers at their ends: `DB_PASSWORD2` is `db`, `password`. */
export function namePartsOf(name: string): string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(PASSWORDS, "password")
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/\d{1,9}$/, ""))
    .filter((word) => word !== "");
}
