export const id = 356;
export const ids = [356];
export const modules = {

/***/ 4690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ matchAt)
/* harmony export */ });
/** Matches a pattern at one place of a text. */
/** The match of a pattern with the flag y or g from a place on, and its groups; empty where there is none. */
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? [];
}


/***/ }),

/***/ 7086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DH: () => (/* binding */ NAMED_KIND),
  n4: () => (/* binding */ findNamed),
  oQ: () => (/* binding */ nameBeforeValue)
});

// EXTERNAL MODULE: ./build/src/redact/names.js
var names = __webpack_require__(8327);
// EXTERNAL MODULE: ./build/src/redact/no-secret.js
var no_secret = __webpack_require__(7081);
// EXTERNAL MODULE: ./build/src/redact/match-at.js
var match_at = __webpack_require__(4690);
;// CONCATENATED MODULE: ./build/src/redact/value.js
/** Reads the value that stands at a place of a text, however it is quoted; in one pass. */

const QUOTES = new Map([
    ['"', '"'],
    ["'", "'"],
    ["`", "`"],
    ["“", "”"],
    ["„", "“"],
    ["‘", "’"],
    ["«", "»"],
]);
const OPENING = /(?:\*{1,3}|_{1,2}(?=\W)|[bfru]{1,2}(?=["'])|!!str )?(\\*)(["'`“„‘«]|&quot;)?/y;
const BRACKETS = new Map([
    ["[", "]"],
    ["{", "}"],
]);
const LONGEST_GROUP = 2_000;
/** The value that begins at `at`; null where nothing stands there. What was cut ends with the line or the text. */
function readValue(text, at) {
    const [opening = "", slashes = "", quote] = (0,match_at/* matchAt */.p)(OPENING, text, at);
    const from = at + opening.length;
    if (quote !== undefined)
        return readQuoted(text, from, slashes, QUOTES.get(quote) ?? quote);
    const start = from - slashes.length;
    const closing = BRACKETS.get(text.charAt(start));
    // What has quotes in it is read as JSON.
    if (closing !== undefined && /^[{[][\s{[]{0,40}["'\\]/.test(text.slice(start, start + 42)))
        return null;
    if (closing !== undefined && text[start + 1] !== "{") {
        const group = text.slice(start, start + LONGEST_GROUP);
        const end = group.search(closing === "]" ? /[\]\n\0]/ : /[}\n\0]/);
        if (group[end] === closing)
            return { start: start + 1, end: start + end, isQuoted: true };
    }
    return readBare(text, start);
}
function readQuoted(text, start, slashes, quote) {
    let end = start;
    while (end < text.length && text[end] !== "\n" && text[end] !== "\0") {
        if (text.startsWith(slashes + quote, end))
            return end > start ? { start, end, isQuoted: true } : null;
        end += text[end] === "\\" && slashes === "" ? 2 : 1;
    }
    return end > start ? { start, end: Math.min(end, text.length), isQuoted: true } : null;
}
const STOP = /[\s\0]/;
function readBare(text, start) {
    let end = start;
    while (end < text.length && !STOP.test(text.charAt(end)) && !endsAt(text, start, end))
        end++;
    const whole = text.slice(start, end);
    const kept = whole.length - trailing(whole);
    return kept > 0 ? { start, end: start + kept, isQuoted: false } : null;
}
const NEXT_NAME = /[,;&|]{1,2}(?:["'{}\][)(]|$|[\s\0]|[\w.%-]{0,60}["']?(?:=|:(?!\/\/)))/y;
const QUOTE_END = /\\*["'`]+(?:[\s\0,;:.)\]}>&|]|$)/y;
/** Whether a value without quotes ends here: before another name, a tag, a quote that closes, a break that was escaped. */
function endsAt(text, start, at) {
    switch (text[at]) {
        case ",":
        case ";":
        case "&":
        case "|":
            return (0,match_at/* matchAt */.p)(NEXT_NAME, text, at).length > 0 || text.startsWith("&amp;", at);
        case '"':
        case "'":
        case "`":
            return (0,match_at/* matchAt */.p)(QUOTE_END, text, at).length > 0;
        case "<":
            return /[/a-z!]/i.test(text.charAt(at + 1)) && at > start;
        case "*":
            return text.startsWith("**", at) && at > start && !/\S/.test(text.charAt(at + 2));
        case "\\":
            return /[nrt"']/.test(text.charAt(at + 1)) || text.startsWith("u0026", at + 1);
        default:
            return false;
    }
}
// The signs of the sentence, and brackets that were opened before the value.
function trailing(value) {
    let kept = value.length;
    for (; kept > 0; kept--) {
        const last = value.charAt(kept - 1);
        const opening = { ")": "(", "]": "[", "}": "{", ">": "<" }[last];
        if (opening !== undefined ? value.slice(0, kept).includes(opening) : !".,;:".includes(last))
            break;
    }
    return value.length - kept;
}

;// CONCATENATED MODULE: ./build/src/redact/named.js
/** Secrets that follow their name: `DB_PASSWORD=…`, `"token": "…"`, `**password**: …`, `the password is …`, a column. */



const NAMED_KIND = "password or secret";
// Signs that close a name (quotes, marks of Markdown, what explains it), the sign between, and what opens the value.
// Each part has its longest length, so that the work for a place in a text is bounded.
const NOTE = String.raw `(?:[ \t]{0,3}(?:\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\]))?`;
const CLOSE = String.raw `[*_~${"`"}"'’”»\\\]]{0,8}(?:&quot;)?`;
const SPACE = String.raw `[ \t\u00A0\u3000]{0,60}`;
const PAIR = String.raw `[\s,]{1,60}["']?value["']?[ \t]{0,5}[:=]`;
const SIGN = String.raw `(?:={1,3}>?|\?=|:=|::?|：|＝|[-=]>|→|%3D|%3A|\||>)`;
const NAMED = new RegExp(String.raw `${names/* CORE */.M}(?:[\w.-]{0,40})${NOTE}${CLOSE}(?:${SPACE}(${SIGN})|(${PAIR}))[*_]{0,3}${SPACE}`, "gi");
const SENTENCE = /(?<![\p{L}\p{N}_-])(?:pass(?:word|wort|wd|code|[ -]?phrase)|kennwort|mot de passe|contrase[ñn]a|senha|wachtwoord|has[łl]o|пароль|密码|密碼|パスワード|비밀번호|pin|pw|pwd|secret|token|(?:api|access|secret|private)[ _-]?key|credentials?)(?: (?:for|of|to|on|für|von|der|de|del|da|pour|от|для|к) [\p{L}\p{N}_ ./@-]{1,40}?(?=[ \t]{0,5}[:：]|[ \t]{1,5}(?:is|was|are|still|now|ist|war|est|es|era|был)[ \t]))?([*_]{0,3}[ \t]{1,5}(?:(?:is|was|to|are|set to|changed to|now|still|from|being|like|of|ist|war|est|es|era|был)[ \t:]{1,5}){1,3}|[ \t]{0,5}(?:[:：]|是|为|為|は)[ \t]{0,5}|[ \t]{1,5})/giu;
const FLAG = /(?<![\w-])(--?[a-z][a-z0-9_.-]{0,40})[ \t]{1,5}(?=[^\s-]|-[^\s-])/gi;
/** The values after names of secrets, each by what its name lets expect. */
function findNamed(text) {
    return [
        ...search(text, NAMED, judgeNamed),
        ...search(text, SENTENCE, judgeSentence),
        ...search(text, FLAG, judgeFlag),
    ];
}
function search(text, pattern, judge) {
    const findings = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        const value = judge(text, match, pattern.lastIndex);
        if (value === null)
            continue;
        findings.push({ start: value.start, end: value.end, kind: NAMED_KIND });
        pattern.lastIndex = Math.max(pattern.lastIndex, value.end);
    }
    return findings;
}
function judgeNamed(text, match, end) {
    const sign = match[1];
    const strictness = (0,names/* strictnessOf */.s)(nameBefore(text, match.index) + nameIn(match));
    if (strictness === null)
        return null;
    const value = readValue(text, end);
    if (value === null || isBlockMark(text, value))
        return onNextLine(text, value?.end ?? end);
    const found = text.slice(value.start, value.end);
    if (sign === "|" || (sign === ">" && !text.startsWith("</", value.end)))
        return (0,no_secret/* isStrong */.k)(found) ? value : null;
    if (!isMeant(found, strictness, value))
        return null;
    return sign === ":" && isProse(text, value, strictness) ? null : value;
}
function isMeant(found, strictness, { isQuoted }) {
    // A list of them, or an object as programs print it.
    if (isQuoted && /^[\w"'][^\n]{0,200}[,:=]/.test(found) && strictness !== "password")
        return found.split(/[\s,"']+/).some((item) => (0,no_secret/* isSecret */.$)(item, strictness) && (0,no_secret/* isStrong */.k)(item));
    return (0,no_secret/* isSecret */.$)(found, strictness);
}
/** Whether the value is the first of several words, as in "password: see the vault". */
function isProse(text, value, strictness) {
    if (value.isQuoted || (0,no_secret/* isStrong */.k)(text.slice(value.start, value.end)))
        return false;
    const rest = /^[ \t]{1,3}[a-z]{2,20}(?:[ \t.,;:!?]|$)/.test(text.slice(value.end, value.end + 40));
    return rest && (strictness !== "password" || /^[a-z]+$/i.test(text.slice(value.start, value.end)));
}
// `password: |` and `password:` have their value on the next line, alone.
function isBlockMark(text, { start, end, isQuoted }) {
    return (!isQuoted &&
        /^[|>][-+]?$/.test(text.slice(start, end)) &&
        /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 9)));
}
function onNextLine(text, at) {
    const gap = /^[ \t*_`|>+-]{0,10}\r?\n[ \t>]{0,40}(?:[-*] )?/.exec(text.slice(at, at + 80));
    if (gap === null)
        return null;
    const value = readValue(text, at + gap[0].length);
    if (value === null)
        return null;
    const isAlone = /^[`"']{0,3}[ \t]*(?:\r?\n|\0|$)/.test(text.slice(value.end, value.end + 20));
    const found = text.slice(value.start, value.end);
    return isAlone && (0,no_secret/* isStrong */.k)(found) && !/[:=]$/.test(text.slice(value.start, value.end + 1)) ? value : null;
}
function judgeSentence(text, match, end) {
    const [, is = ""] = match;
    const value = readValue(text, end);
    if (value === null)
        return null;
    const found = text.slice(value.start, value.end);
    if (/\bpin[*_ \t]/i.test(match[0]) && /^\d{4,8}$/.test(found) && is.trim() !== "")
        return value;
    if (is.trim() !== "")
        return (0,no_secret/* isStrong */.k)(found) ||
            (found.length >= 4 &&
                /\d/.test(found) &&
                (0,no_secret/* isSecret */.$)(found, "password") &&
                !/^(?:[a-z]+-)?v?\d/i.test(found))
            ? value
            : null;
    return (0,no_secret/* isStrong */.k)(found) && !/[=:()/]/.test(found) && /\d/.test(found) ? value : null;
}
function judgeFlag(text, match, end) {
    const [, name = ""] = match;
    const strictness = (0,names/* strictnessOf */.s)(name);
    if (strictness === null)
        return null;
    const value = readValue(text, end);
    if (value === null)
        return null;
    return (0,no_secret/* isSecret */.$)(text.slice(value.start, value.end), strictness) ? value : null;
}
const ANNOUNCING = new RegExp(`${NAMED.source}\\\\*["']?$`, "gi");
/** The name whose value begins at a place of the text; null where none stands there. */
function nameBeforeValue(text, at) {
    const from = Math.max(0, at - 160);
    const before = text.slice(from, at);
    const match = [...before.matchAll(ANNOUNCING)].at(-1);
    if (match === undefined)
        return null;
    return nameBefore(before, match.index) + nameIn(match);
}
/** The part of a name that stands before its core; of `the signing key` the word before too. */
function nameBefore(text, at) {
    const before = text.slice(Math.max(0, at - 101), at);
    return before.slice(before.search(/(?:[\p{L}\p{N}_.-]{1,40}[ ])?[\p{L}\p{N}_.-]{0,60}$/u));
}
/** The name in a match: what stands before the sign or the word that names the value. */
function nameIn([match, sign, pair = ""]) {
    return match.slice(0, match.lastIndexOf(sign ?? pair)).replace(/[([][^)\]]*[)\]]?/g, "");
}


/***/ }),

/***/ 8327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ CORE),
/* harmony export */   s: () => (/* binding */ strictnessOf)
/* harmony export */ });
/** Which names say that their value is a secret, in the spellings of people, environments, files and programs. */
/** What a name begins, ends or is made with where it may be a secret's; the words around it decide. */
const CORE = "(?:pass(?:w(?:or[dt]|d)|[ -]?phrase|code)?|pwd|psw|pw|kennwort|mot de passe|contrase[ñn]a|senha|wachtwoord|has[łl]o|пароль|密码|密碼|パスワード|비밀번호|secret|token|credential|cred|key|pat|sig(?:nature)?|sid|sess(?:ion)?id|auth)s?";
const PASSWORD = /(?:password|passwd|passwort|passphrase|passcode|kennwort|passe|contrase[ñn]a|senha|wachtwoord|has[łl]o|пароль|密码|密碼|パスワード|비밀번호)s?$|^(?:pg|db|my|root|user|admin|mysql|sa|ftp|smtp|redis)?pwds?$/u;
const SECRET = /(?:secret|token|credential|apikey|accesskey|secretkey|privatekey|authkey|accountkey|masterkey|sharedkey)s?$|^creds?$/;
const SHORT = /^(?:[a-z]{0,6}pass|pw|psw|passw|pat)$/;
const OTHER_KEY = /^(?:signature|sig|sid|sess(?:ion)?id)$/;
// What a key must be called by to be a secret's; there are keys of caches, tables and routes too.
const SECRET_KEYS = new Set("api access secret private secretaccess rest consumer client".split(" "));
const OTHER_KEYS = new Set(`account app application auth authentication admin aes bot crypto decryption deploy deployment encrypt encryption events
  function functions hmac host integration jwt license licence master pagerduty routing service session shared signing
  ssh storage stripe subscription webhook datadog newrelic opsgenie sentry honeycomb grafana sas`.split(/\s+/));
// What follows the name where it tells of the secret and not the secret: `token_type`, `secretName`, `password_file`.
const TAIL = new Set(`algorithm arn attempt attempts audience board bucket budget check class column count cost created dir directory enabled
  endpoint engine error errors exp expiration expired expires expiry failures field file filename format generator group
  handler hint id ids identifier index info issuer kind label len length lifetime limit limits location manager max min
  mount mounts name names namespace operator owner page path per policies policy prefix prompt provider queue rate ref
  reference refs required requests reset retries review rotation rules scope scopes server service size source space
  state status store strategy suffix table template time tracker ttl type types uri url usage used user username uses
  validation validator valid version volume volumes`.split(/\s+/));
// What stands before a token that turns pages or counts words; `var-token` is a variable of a dashboard.
const HEAD = new Set("next prev previous page continuation continue cursor sync max min num total prompt completion input output cached stop eos bos pad start end begin cancel cancellation var vars lexer csrf".split(" "));
/** How strictly a value after this name is judged; null where the name is no secret's. */
function strictnessOf(name) {
    const words = wordsOf(name);
    const at = words.findLastIndex((word, index) => coreOf(word, words[index - 1]) !== null);
    const word = words[at];
    if (word === undefined || words.slice(at + 1).some((after) => TAIL.has(after)))
        return null;
    const before = words[at - 1];
    if (before !== undefined && (HEAD.has(before) || words[0] === "var"))
        return null;
    return coreOf(word, before);
}
function coreOf(word, before) {
    if (PASSWORD.test(word))
        return "password";
    if (SECRET.test(word))
        return "secret";
    if (SHORT.test(word))
        return "short";
    if (OTHER_KEY.test(word))
        return "key";
    if (word !== "key" && word !== "keys")
        return word === "auth" ? "bare" : null;
    if (before !== undefined && SECRET_KEYS.has(before))
        return "secret";
    return before !== undefined && OTHER_KEYS.has(before) ? "key" : before === undefined ? "bare" : null;
}
// Words in lower case and without the numbers at their ends: `DB_PASSWORD2` and `dbPassword` are `db`, `password`.
function wordsOf(name) {
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


/***/ }),

/***/ 7081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isSecret),
/* harmony export */   k: () => (/* binding */ isStrong)
/* harmony export */ });
/** What stands after the name of a secret and is none: references, empty values, words about it, code, names, numbers. */
/** What is longer is no word and no reference. */
const LONGEST_WORD = 300;
// A word that tells of a password or token and is none. What ends like a participle or an abstract noun is one too.
const STATES = new Set(`absent access account active admin again all allowed already any api auth authentication available bad bearer before blank
  bool boolean both broken but bytes cached char check cleared client confirm contact corrupt current default denied
  did does empty env error errors exact expires expiry fail failed fails failure false field file fine fixed for forbidden
  forgot format found from good has hash have hidden how if ignored in incorrect inherit input int internal invalid is issue
  issuer key kept length less limit login long longer lost malformed mandatory match matches mismatch missing more must my
  na name needed never new next nil no none not null number object off ok okay old on only optional or other our pass passed
  password path pending please plain plaintext policy prompt public random readonly ready redacted refused reset resets
  revoked root same secret see server service set setup short should shown since some str string strong that the their then
  there this to todo token too true tbd type types unauthorized undefined unknown unset unused up user users valid value
  varchar vault via was weak were when where which who why will with without working works wrong yes yet you your abc
  length secretstr optional uuid text bytea null nullable both n/a`.split(/\s+/));
const WORD_ENDING = /(?:ed|ing|tion|sion|able|ible|ly|ance|ence|ment|ness|ship|ful|less|ous|ive|ory|ical)$/;
const REFERENCES = [
    // Of a shell, a template, a workflow, a query; one with a default value is looked at below.
    /^\$\{\{?[^{}]*\}{0,2}$/,
    /^\$\(/,
    /^\$(?:env:|Env:)?[A-Za-z_]+\d{0,2}$/,
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
    /^@[A-Za-z][\w.]{0,60}(?:\(|$)/,
    /^![A-Za-z]+(?:::[A-Za-z]+)?$/,
    // Of a store of secrets.
    /^(?:ref\+)?(?:vault|op|env|file|ssm|kms|gcpkms|awskms|sops|secretsmanager|awssm|gcpsm|keyvault|akv|azurekeyvault|doppler|infisical|bws|keychain|conjur|chamber|resolve|secretref|secrets?)(?::|:\/\/)\S/i,
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
    /^(?:0x)?0+$/,
];
/** Whether the value is a secret, as far as the strictness of its name tells. */
function isSecret(value, strictness) {
    const bare = value.trim();
    if (/^[\p{P}\p{S}\s]*$/u.test(bare) || /^x{3,}$/i.test(bare))
        return false;
    if (bare.length > LONGEST_WORD)
        return true;
    if (/\*{3,}|[•●]{2,}/.test(bare))
        return false;
    const [, fallback] = /^\$\{\w{1,60}:?[-=]([^{}]{1,200})\}$/.exec(bare) ?? [];
    if (fallback !== undefined)
        return isSecret(fallback, strictness);
    if (REFERENCES.some((pattern) => pattern.test(bare)) || isPath(bare))
        return false;
    if (strictness === "key")
        return /^[\w+/=%.~:-]{16,}$/.test(bare) && /\d/.test(bare) && !isName(bare);
    if (strictness === "bare")
        return isMachineMade(bare);
    if (strictness === "short")
        return isStrong(bare);
    const words = bare.split(/[\s,]+/).map((word) => word.replace(/^[("'[]{1,9}|[.,;:!?)"'\]]{1,9}$/g, ""));
    if (strictness === "secret")
        return !words.every((word) => word === "" || isWord(word) || isName(word));
    if (words.length > 1)
        return !words.every(isWord) || !words.some(isState);
    return !words.some(isState) && (strictness === "address" || !(isName(bare) && namesSecret(bare)));
}
/** Whether it holds letters and digits, or a sign, as words do not: what may stand after a name without a sign between. */
function isStrong(value) {
    if (!/^[!-~]{6,}$/.test(value) || isName(value))
        return false;
    if (/^v?\d+(?:[.:/-]\d+)*[a-z]?$/i.test(value))
        return false;
    if (/^(?:sha|md|base|utf|bcrypt|argon|oauth|aes|rsa|rfc|hs|rs|es|http|tls|ipv|p|sev)-?\d+/i.test(value))
        return false;
    return /[A-Za-z]/.test(value) && /\d|[!#$%^&*?~]/.test(value) && !REFERENCES.some((one) => one.test(value));
}
function isMachineMade(value) {
    return (/^[\w+/=~.-]{20,}$/.test(value) &&
        /\d/.test(value) &&
        /[a-z]/.test(value) &&
        /[A-Z]/.test(value) &&
        !isName(value));
}
function isState(word) {
    const lower = word.toLowerCase();
    return STATES.has(lower) || (/^[a-z]+$/.test(lower) && lower.length > 4 && WORD_ENDING.test(lower));
}
/** Letters that people would read: one case but for the first letter, vowels among them, no heap of consonants. */
function isWord(word) {
    if (isState(word) || /^\d{1,6}$/.test(word))
        return true;
    if (!/^\p{L}+(?:['’]\p{L}{1,2})?$/u.test(word) || word.length > 24)
        return false;
    if (!/^\P{Script=Latin}+$/u.test(word) && !/^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)(?:['’]\p{L}{1,2})?$/u.test(word))
        return false;
    return (word.length <= 3 ||
        (/[aeiouyäöüáéíóúàèô]/i.test(word) && !/[bcdfghjklmnpqrstvwxz]{6,}/i.test(word)) ||
        !/[a-z]/i.test(word));
}
/** Words with signs between them, as things of a system are named: `orders-tls`, `db_credentials`, `auth.token.v2`. */
function isName(value) {
    const segments = value.split(/[-_./:@#]|(?<=[a-z])(?=[A-Z])/).filter((segment) => segment !== "");
    return (segments.length > 1 &&
        segments.every((segment) => /^v?\d{1,4}$/.test(segment) || isWord(segment.replace(/\d{1,2}$/, ""))) &&
        segments.some((segment) => /^[A-Za-z]{3,}$/.test(segment)));
}
function namesSecret(name) {
    return /pass|pw|secret|cred|token|key|auth|cert|tls|vault/i.test(name);
}
function isPath(value) {
    if (/^[A-Za-z]:\\[^\\]/.test(value))
        return true;
    if (!/^(?:~|\.{1,2})?\/[\w.@+/-]+$/.test(value))
        return false;
    return value
        .split("/")
        .every((part) => part.length < 16 || isName(part) || isWord(part) || /^[a-f0-9-]+$/.test(part));
}


/***/ }),

/***/ 5015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ PERSONAL_KINDS),
/* harmony export */   w: () => (/* binding */ findPersonal)
/* harmony export */ });
/** Personal data: addresses, numbers of phones, cards and bank accounts, each checked where its kind can be. */
const PERSONAL_KINDS = ["card number", "e-mail address", "IBAN", "phone number"];
// Git's own user and versions of packages, `orders@2.0.0-rc.x`, are no addresses of people; nor is `user@host` in an
// address or a command.
const EMAIL = /(?<![\p{L}\p{N}._%+'-])(?<!:\/\/[^\s/@:]{0,256}:)(?!git@)[\p{L}\p{N}._%+'-]{1,128}(?:@|%40|\\u0040|&#64;|＠| ?[[(]at[\])] ?)(?!v?\d+\.\d)(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:\p{L}{2,24}|xn--[a-z0-9-]{1,59})/gu;
// A host that no mail reaches.
const MACHINE = /(?:[@.](?:internal|local|localhost|lan|svc|cluster|corp|intra|compute|amazonaws\.com|[a-z]+-\d[a-z]?)$)|\.(?:service|target|timer|socket|mount|js|ts|go|py|rb|jar|yml|yaml|json|toml|lock|md|sh|tgz|gz|zip|log|conf)$/i;
// What stands before a user and a machine: `ssh root@db1.example.com`.
const SHELL = /\b(?:ssh|scp|rsync|sftp|mosh|telnet|sshpass)\b[^\n]{0,80}$/;
const CARD = /(?<![\w.]|\d[.-])(?:(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6(?:011|4[4-9]\d|5\d\d)|35\d\d)(?<a>[ .-]?)\d{4}\k<a>\d{4}\k<a>\d{4}|3[47]\d\d(?<b>[ -]?)\d{6}\k<b>\d{5}|3(?:0[0-5]|[68]\d)\d(?<c>[ -]?)\d{6}\k<c>\d{4})(?![\w]|[.-]\d)/g;
// A number that something else is called by, which passes for a card's once in ten times.
const OTHER_NUMBER = /(?:order|invoice|ticket|trace|request|span|tracking|parcel|shipment|offset|sequence|seq|account|event|job|run|build|snapshot|transaction|txn|message|msg|epoch|timestamp|session|user|customer|device|serial|batch|partition)[ _-]?(?:id|number|no\.?|#)?\\{0,9}["']?[ \t]{0,3}[:=#]{0,2}[ \t]{0,3}\\{0,9}["']?$|(?:\bid|_id|Id|#)\\{0,9}["']?[ \t]{0,3}[:=]?[ \t]{0,3}\\{0,9}["']?$/i;
const IBAN = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])/g;
// How long an IBAN of each country is: SWIFT's registry, release 99.
const IBAN_LENGTHS = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20";
// With a country's code, or written as North America does; with what follows to enter a conference.
const PHONE = /(?:(?<![\w+.-])(?:\+[1-9]|00[1-9]\d{0,2}[ ().\-/])(?:[ ().\-/]{0,2}\d){6,14}|(?<![\w+.\-/])(?:1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-.])[2-9]\d\d[-. ]\d{4})(?![\w]|[.-]\d)(?:[,;]{1,6}\d{1,12}#?)?/g;
// Any digits after a word for it, since most countries write their numbers in ways of their own.
const NAMED_PHONE = /\b(?:(?:tele)?(?:phone|fax|mobile|whatsapp|tel)|handy|cell|hotline)(?:[ _](?:number|no\.?))?\\?["']?[*_]{0,2}[ \t]{0,3}[:=：]?[*_]{0,2}[ \t]{0,3}[*_]{0,2}\\?["']?([+(]{0,2}\d(?:[ ().\-/]{0,2}\d){6,14})(?!\w)/gi;
function findPersonal(text, isPhone) {
    return [...findEmails(text), ...findCards(text), ...findIbans(text), ...findPhones(text, isPhone)];
}
function findEmails(text) {
    return [...text.matchAll(EMAIL)].flatMap(({ 0: found, index }) => {
        const isMachines = MACHINE.test(found) || SHELL.test(text.slice(Math.max(0, index - 100), index));
        return isMachines ? [] : [{ start: index, end: index + found.length, kind: "e-mail address" }];
    });
}
function findCards(text) {
    return [...text.matchAll(CARD)].flatMap(({ 0: found, index }) => {
        const before = text.slice(Math.max(0, index - 40), index);
        const isMeant = hasCheckDigit(found) && !OTHER_NUMBER.test(before);
        return isMeant ? [{ start: index, end: index + found.length, kind: "card number" }] : [];
    });
}
function findIbans(text) {
    return [...text.matchAll(IBAN)].flatMap(({ 0: found, index }) => {
        const length = ibanLength(found);
        return length === 0 ? [] : [{ start: index, end: index + length, kind: "IBAN" }];
    });
}
/** How many characters of the text are an IBAN; 0 where it is none (ISO 13616: the remainder by 97 is 1). */
function ibanLength(found) {
    const at = IBAN_LENGTHS.indexOf(found.slice(0, 2));
    if (at === -1 || at % 4 !== 0)
        return 0;
    const length = Number(IBAN_LENGTHS.slice(at + 2, at + 4));
    const bare = found.replaceAll(" ", "").slice(0, length);
    const digits = [...(bare.slice(4) + bare.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join("");
    const remainder = [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
    if (bare.length !== length || remainder !== 1)
        return 0;
    let taken = 0;
    let seen = 0;
    while (seen < length)
        if (found[taken++] !== " ")
            seen++;
    return taken;
}
/** The check digit of ISO/IEC 7812-1, by Luhn. */
function hasCheckDigit(found) {
    const digits = found.replace(/\D/g, "").split("").reverse().map(Number);
    const sum = digits.reduce((total, digit, index) => {
        const worth = index % 2 === 0 ? digit : digit * 2;
        return total + (worth > 9 ? worth - 9 : worth);
    }, 0);
    return sum % 10 === 0;
}
// The digits after a number, as in `+1 415 555 0132 2 times`, may look like more of it.
function findPhones(text, isPhone) {
    const findings = [];
    for (const { 0: match, index } of text.matchAll(PHONE)) {
        let found = match;
        while (found !== "" && !isPhone(found))
            found = found.replace(/\D{0,9}\d{1,15}\D{0,9}$/, "");
        if (found !== "")
            findings.push({ start: index, end: index + found.length, kind: "phone number" });
    }
    for (const { 0: match, 1: number = "", index } of text.matchAll(NAMED_PHONE)) {
        const end = index + match.length;
        findings.push({ start: end - number.length, end, kind: "phone number" });
    }
    return findings;
}


/***/ }),

/***/ 2356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  je: () => (/* binding */ PLACEHOLDERS),
  Jr: () => (/* binding */ isAllowed),
  hx: () => (/* binding */ placeholderOf),
  Rd: () => (/* binding */ redactText),
  SG: () => (/* binding */ redactTexts)
});

// EXTERNAL MODULE: ./build/src/lib/text.js
var lib_text = __webpack_require__(5498);
;// CONCATENATED MODULE: ./build/src/redact/finding.js
/** What was found in a text: where it begins and ends, in UTF-16 units, and what it is. */
/** The findings in order, those that overlap as one; the first in `kinds` names it. */
function mergeFindings(findings, kinds) {
    const merged = [];
    for (const finding of findings.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
        const last = merged.at(-1);
        if (last === undefined || finding.start >= last.end)
            merged.push({ ...finding });
        else {
            last.end = Math.max(last.end, finding.end);
            last.kind = kinds.indexOf(finding.kind) < kinds.indexOf(last.kind) ? finding.kind : last.kind;
        }
    }
    return merged;
}

// EXTERNAL MODULE: ./build/src/redact/named.js + 1 modules
var named = __webpack_require__(7086);
// EXTERNAL MODULE: ./build/src/redact/names.js
var names = __webpack_require__(8327);
// EXTERNAL MODULE: ./build/src/redact/no-secret.js
var no_secret = __webpack_require__(7081);
// EXTERNAL MODULE: ./build/src/redact/match-at.js
var match_at = __webpack_require__(4690);
;// CONCATENATED MODULE: ./build/src/redact/structure.js
/** Reads JSON in a text, and what is like it: cut short, with single quotes, or escaped several times within strings. */

// Deeper than this nobody nests; what lies deeper is read as text.
const DEEPEST = 60;
const START = /[{[](?=[\s{[]{0,40}(\\*)["'])/g;
/** The first list or object with something in it that begins in the text at `from` or later, and before `limit`. */
function nextStructure(text, from, limit) {
    let at = from;
    for (;;) {
        START.lastIndex = at;
        const match = START.exec(text);
        if (match === null || match.index >= limit)
            return null;
        const { index: start, 1: slashes = "" } = match;
        const cursor = { text, at: start, limit, slashes, isCut: false };
        const node = readNode(cursor, 0);
        if (node !== null && hasContent(node))
            return { node, start, end: cursor.at };
        at = Math.max(cursor.at, start + 1);
    }
}
function hasContent(node) {
    if (node.is === "leaf")
        return true;
    return node.is === "list" ? node.items.some(hasContent) : node.entries.length > 0;
}
function readNode(cursor, depth) {
    skip(cursor, /\s/);
    const sign = cursor.text[cursor.at];
    if (cursor.at >= cursor.limit || depth > DEEPEST)
        return cut(cursor);
    if (sign === "{")
        return { is: "map", entries: readEntries(cursor, depth) };
    if (sign === "[")
        return { is: "list", items: readItems(cursor, depth) };
    return readLeaf(cursor);
}
function cut(cursor) {
    cursor.isCut = true;
    return null;
}
function readItems(cursor, depth) {
    const items = [];
    cursor.at++;
    while (!isClosed(cursor, "]")) {
        const item = readNode(cursor, depth + 1);
        if (item !== null)
            items.push(item);
    }
    return items;
}
function readEntries(cursor, depth) {
    const entries = [];
    cursor.at++;
    while (!isClosed(cursor, "}")) {
        const key = readLeaf(cursor);
        if (key === null)
            break;
        skip(cursor, /\s/);
        const [sign = ""] = /^(?:=>|[:=])/.exec(cursor.text.slice(cursor.at, cursor.at + 2)) ?? [];
        if (sign === "" || cursor.at >= cursor.limit)
            cut(cursor);
        else
            cursor.at += sign.length;
        const value = cursor.isCut ? null : readNode(cursor, depth + 1);
        if (value !== null)
            entries.push({ key, value });
        else if (key.isQuoted)
            entries.push({ key, value: { is: "list", items: [] } });
    }
    return entries;
}
/** Whether the list or object ends here; steps over the commas before its next part. */
function isClosed(cursor, closing) {
    if (cursor.isCut)
        return true;
    skip(cursor, /[\s,]/);
    if (cursor.at >= cursor.limit)
        cursor.isCut = true;
    if (cursor.isCut)
        return true;
    if (cursor.text[cursor.at] !== closing)
        return false;
    cursor.at++;
    return true;
}
function skip(cursor, signs) {
    while (cursor.at < cursor.limit && signs.test(cursor.text.charAt(cursor.at)))
        cursor.at++;
}
// What has no quotes: numbers, true, null, the words of other languages for them.
const BARE = /[\w.$+-]{1,200}/y;
function readLeaf(cursor) {
    const { text, slashes, limit } = cursor;
    const mark = text.charAt(cursor.at + slashes.length);
    if (text.startsWith(slashes, cursor.at) && (mark === '"' || mark === "'"))
        return readString(cursor, mark);
    const [found = ""] = (0,match_at/* matchAt */.p)(BARE, text, cursor.at);
    const words = found.slice(0, Math.max(0, limit - cursor.at));
    if (words === "")
        return cut(cursor);
    const start = cursor.at;
    cursor.at += words.length;
    return { is: "leaf", start, end: cursor.at, words, quote: `${slashes}"`, isQuoted: false };
}
function readString(cursor, mark) {
    const { text, slashes, limit } = cursor;
    const quote = slashes + mark;
    const start = cursor.at + quote.length;
    let count = 0;
    for (let at = start; at < limit; at++) {
        const sign = text[at];
        // In a string that was escaped, its own quotes have more slashes than the one that ends it.
        if (sign === mark && count % (2 * (slashes.length + 1)) === slashes.length) {
            cursor.at = at + 1;
            return leafOf(text, start, at - slashes.length, quote);
        }
        count = sign === "\\" ? count + 1 : 0;
    }
    cursor.at = limit;
    cursor.isCut = true;
    return leafOf(text, start, limit, quote);
}
function leafOf(text, start, end, quote) {
    return { is: "leaf", start, end, words: unescaped(text.slice(start, end)), quote, isQuoted: true };
}
const ESCAPE = /\\+(?:u([0-9a-fA-F]{4})|([nrtbf"'/]))?/g;
/** The words as a reader of the innermost string sees them. */
function unescaped(content) {
    if (!content.includes("\\"))
        return content;
    return content.replace(ESCAPE, (_whole, code, sign = "\\") => {
        if (code !== undefined)
            return String.fromCharCode(Number.parseInt(code, 16));
        return /[nrtbf]/.test(sign) ? "\n" : sign;
    });
}

;// CONCATENATED MODULE: ./build/src/redact/json.js
/** Secrets in JSON, found by key and value; and where in a text something may be replaced so that JSON stays JSON. */




/** The secrets of all lists and objects in a text, those in strings of others too. */
function readJson(text) {
    const result = { findings: [], atoms: [] };
    readRange(text, 0, text.length, null, result);
    return result;
}
function readRange(text, start, end, expected, into) {
    let at = start;
    for (let found = nextStructure(text, at, end); found !== null; found = nextStructure(text, at, end)) {
        into.atoms.push({ start: at, end: found.start, quote: null });
        visit(text, found.node, expected ?? announced(text, found), into);
        at = found.end;
    }
    into.atoms.push({ start: at, end, quote: null });
}
// `credentials={"user": …}`: the name may stand before the bracket.
function announced(text, { start }) {
    const name = (0,named/* nameBeforeValue */.oQ)(text, start);
    return name === null ? null : expectedOf(name);
}
function expectedOf(name) {
    if (/^(?:proxy-|x-)?authori[sz]ation$/i.test(name))
        return { kind: "credentials", strictness: "secret" };
    if (/^(?:set-)?cookies?$/i.test(name))
        return { kind: "cookie", strictness: "secret" };
    const strictness = (0,names/* strictnessOf */.s)(name);
    return strictness === null ? null : { kind: named/* NAMED_KIND */.DH, strictness };
}
function visit(text, node, expected, into) {
    if (node.is === "leaf")
        visitLeaf(text, node, expected, into);
    else if (node.is === "list")
        visitItems(text, node.items, expected, into);
    else
        visitEntries(text, node.entries, expected, into);
}
function visitEntries(text, entries, expected, into) {
    const named = pairOf(entries);
    for (const entry of entries) {
        visitLeaf(text, entry.key, null, into);
        visit(text, entry.value, entry === named?.entry ? named.expected : below(entry.key.words, expected), into);
    }
}
// What is said of a secret beside it: `{"credentials": {"user": "kim", "password": "…", "expires": "…"}}`.
const ABOUT = /^(?:.*[_-]?(?:name|user|username|login|host|hostname|port|id|type|kind|version|path|file|url|uri|email|region|algorithm|status|state|message|reason|error|description|namespace|ref|ttl|length|count|enabled|active|mode|owner|created|updated|expires|expiry|expiration|rotated|changed|at|on|by|scope|scopes|role))$/i;
function below(key, expected) {
    const own = expectedOf(key);
    if (own !== null && (expected === null || own.strictness !== "bare"))
        return own;
    return expected === null || ABOUT.test(key) ? null : expected;
}
/** The entry that holds the value of `{"name": "DB_PASSWORD", "value": "…"}`, and what its name lets expect. */
function pairOf(entries) {
    const name = entries.find(({ key }) => /^(?:name|key|field|label|title|header|variable|property|env|k)$/i.test(key.words));
    const entry = entries.find(({ key }) => /^(?:value|val|content|data|text|v)$/i.test(key.words));
    if (name?.value.is !== "leaf" || entry === undefined)
        return null;
    const expected = expectedOf(name.value.words);
    return expected === null ? null : { entry, expected };
}
function visitItems(text, items, expected, into) {
    for (const [index, item] of items.entries())
        visit(text, item, expected ?? afterName(items, index), into);
}
// `["--password", "…"]` of a command, and `["DB_PASSWORD", "…"]`.
function afterName(items, index) {
    const [name, value] = [items[index - 1], items[index]];
    if (name?.is !== "leaf" || value?.is !== "leaf")
        return null;
    const expected = expectedOf(name.words);
    const isFlag = /^--?[a-z]/i.test(name.words) && !value.words.startsWith("-");
    return isFlag || (items.length === 2 && ((0,no_secret/* isStrong */.k)(value.words) || expected?.kind !== named/* NAMED_KIND */.DH))
        ? expected
        : null;
}
function visitLeaf(text, leaf, expected, into) {
    const { start, end, isQuoted, quote } = leaf;
    const found = expected === null ? null : secretIn(leaf, expected);
    if (found !== null)
        into.findings.push(found);
    if (!isQuoted)
        into.atoms.push({ start, end, quote });
    else if (found === null)
        readRange(text, start, end, expected, into);
    else
        into.atoms.push({ start, end, quote: null });
}
const PLACEHOLDER = /\[redacted: [^\]\n]{1,40}\]/g;
function secretIn({ start, end, words }, { kind, strictness }) {
    const value = words.replace(PLACEHOLDER, "");
    // JSON in a string is read by itself.
    if (/^\s*[{[]\s*(?:\\*["']|[{[])/.test(value))
        return null;
    if (kind === "cookie")
        return /[^\s=]=[^\s=]/.test(value) ? { start, end, kind } : null;
    const [scheme = ""] = (kind === "credentials" && /^[A-Za-z][\w-]{0,40} +(?=\S)/.exec(words)) || [];
    if (!(0,no_secret/* isSecret */.$)(value.slice(scheme.length), strictness))
        return null;
    return { start: start + scheme.length, end, kind };
}

;// CONCATENATED MODULE: ./build/src/redact/pattern.js
/** The form of a row of the tables of patterns. */
/** Whether the finding of a row is one; a row without a judge takes every match. */
function isMeantBy({ isMeant }, found) {
    return isMeant === undefined || isMeant(found);
}

;// CONCATENATED MODULE: ./build/src/redact/commands.js
/** Passwords that stand at a place of a command: the table. */

const VALUE = String.raw `(?:"[^"\n]{1,400}|'[^'\n]{1,400}|[^\s"'|;&<>]{1,400})`;
function isPassword(found) {
    return (0,no_secret/* isSecret */.$)(unquote(found), "password");
}
function unquote(found) {
    return found.replace(/^["']/, "");
}
/** The rows of commands: the password stands at a place of its own. */
function command(shape, source, before, examples, benign) {
    return {
        kind: "password or secret",
        shape,
        source,
        pattern: new RegExp(`${before}["']?(?<secret>${VALUE})`, "dg"),
        isMeant: isPassword,
        examples,
        benign,
    };
}
const COMMANDS = [
    command("`curl -u user:…`", "curl(1)", String.raw `\b(?:curl|wget|http|xh)\b[^\n|\0]{0,300}?[ \t](?:-u|--user|--proxy-user|-U|-a|--auth)[= \t]{0,3}["']?[^\s:"'\0]{0,80}:`, ["curl -sS -u kim:«{word:12}» https://api.example/v1"], ["curl -u kim https://api.example:8443/v1", "curl -u $USER:$PASS https://x.example"]),
    command("`mysql -p…`", "mysql(1)", String.raw `\b(?:mysql|mariadb)[a-z_]{0,12}\b[^\n|;\0]{0,200}?[ \t]-p(?![ \t])`, ["mysql -h db -u root -p«{word:12}» orders", "mysqldump -p'«{word:12}»' orders"], ["mysql -u root -p orders", "mysql -p$PASS"]),
    command("`redis-cli -a …`, `AUTH …`, `requirepass …`", "redis-cli(1)", String.raw `\b(?:redis-cli\b[^\n|;\0]{0,200}?[ \t](?:-a|--pass)|requirepass|masterauth)[ \t]{1,5}`, ["redis-cli -h cache -a «{word:14}» ping", "requirepass «{word:14}»"], ["redis-cli -h cache ping", "redis-cli -a $REDIS_PASSWORD"]),
    command("`sshpass -p …` and other tools' `-p`", "sshpass(1), docker-login(1), mongosh", String.raw `\b(?:sshpass|docker[ \t]{1,3}login|podman[ \t]{1,3}login|helm[ \t]{1,3}registry[ \t]{1,3}login|mongo(?:sh|dump|restore|export|import)?|cqlsh|az[ \t]{1,3}login|oc[ \t]{1,3}login|snowsql|influx|rabbitmqadmin|rpcclient|arangosh)\b[^\n|;\0]{0,200}?[ \t]-p[ \t]{0,3}`, ["sshpass -p «{word:12}» ssh root@db1", "docker login -u kim -p «{word:16}» ghcr.io"], ["docker login ghcr.io", "mongosh -p $PASS"]),
    command("`sqlcmd -P …`, `ldapsearch -w …`, `zip -P …`, `7z -p…`, `smbclient -U user%…`, `snmpwalk -c …`", "each tool's manual", String.raw `\b(?:(?:sqlcmd|bcp|tsql|zip|unzip)\b[^\n|;\0]{0,200}?[ \t]-P[ \t]{0,3}|ldap[a-z]{3,10}\b[^\n|;\0]{0,200}?[ \t]-w[ \t]{0,3}|7za?\b[^\n|;\0]{0,100}?[ \t]-p|smbclient\b[^\n|;\0]{0,100}?[ \t]-U[ \t]{0,3}[^\s%]{1,60}%|snmp[a-z]{3,10}\b[^\n|;\0]{0,100}?[ \t]-c[ \t]{1,3}|expect\b[^\n|\0]{0,60}?send[ \t]{1,3})`, ["sqlcmd -S db -U sa -P «{word:12}»", "ldapsearch -D cn=admin -w «{word:12}» -b dc=acme"], ["sqlcmd -S db -U sa -P $PASS"]),
    command("passwords that are piped or set: `echo … | sudo -S`, `chpasswd`, `htpasswd -b`, `-passin pass:…`", "each tool's manual", String.raw `(?:\bpass(?:in|out)[ \t]{1,3}pass:|\bhtpasswd[ \t]{1,3}-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}[ \t]{1,3}[^\s]{1,80}[ \t]{1,3}[^\s]{1,40}[ \t]{1,3}|\brabbitmqctl[ \t]{1,3}(?:add_user|change_password)[ \t]{1,3}[^\s]{1,40}[ \t]{1,3}|\bnet[ \t]{1,3}user[ \t]{1,3}[^\s]{1,40}[ \t]{1,3}|\baws configure set (?:aws_secret_access_key|aws_session_token)[ \t]{1,3})`, ["openssl rsa -passin pass:«{word:12}» -in k", "rabbitmqctl change_password orders «{word:12}»"], []),
    command("variables that are set without a sign: `setx DB_PASSWORD …`, `setenv`, `set -gx`, `SetEnvironmentVariable`, `user-secrets set`", "each tool's manual", String.raw `\b(?:setx|setenv|set[ \t]{1,3}-[a-zA-Z]{1,4}|SetEnvironmentVariable|user-secrets[ \t]{1,3}set|config[ \t]{1,3}set)[ \t(]{1,5}["']?[\w.:-]{0,40}(?:PASS|PWD|SECRET|TOKEN|KEY|CRED|[Pp]ass|[Pp]wd|[Ss]ecret|[Tt]oken|[Kk]ey|[Cc]red)[\w.:-]{0,40}["']?[ \t,]{1,5}`, ['setx DB_PASSWORD "«{pass}»"', "set -gx API_TOKEN «{alnum:24}»"], ["setx DB_PASSWORD %OLD%"]),
    {
        kind: "password or secret",
        shape: "Oracle's `user/…@database`",
        source: "sqlplus(1), Oracle JDBC",
        pattern: /\b(?:sqlplus|sqlldr|expdp|impdp|rman[ \t]{1,3}target|jdbc:oracle:(?:thin|oci8?):?)(?:[ \t]{1,3}-\w{1,10}){0,4}[ \t]{0,3}["']?[\w$#.-]{1,40}\/["']?(?<secret>[^\s"'/\0]{1,100})["']?(?=@)/dgi,
        isMeant: isPassword,
        examples: ["sqlplus -s orders/«{pass}»@ORCL", "jdbc:oracle:thin:orders/«{pass}»@db:1521/ORCL"],
        benign: ["sqlplus orders/$PASS@ORCL", "jdbc:oracle:thin:@//db:1521/ORCL"],
    },
    {
        kind: "password or secret",
        shape: "`echo … | sudo -S`, `… | docker login --password-stdin`, `user:… | chpasswd`",
        source: "each tool's manual",
        pattern: /\b(?:echo|printf)[ \t]{1,3}(?:-n[ \t]{1,3})?["']?(?:[\w.-]{1,40}:(?=[^\n|]{1,100}chpasswd))?(?<secret>[^\s"'|\0]{4,200})["']?[ \t]{0,5}\|[ \t]{0,5}[^\n|\0]{0,80}?(?:sudo[ \t]{1,3}-S|--password-stdin|chpasswd|passwd|cryptsetup)/dg,
        isMeant: (found) => (0,no_secret/* isSecret */.$)(found, "password"),
        examples: ["echo «{word:12}» | sudo -S systemctl restart orders", "echo orders:«{word:12}» | chpasswd"],
        benign: ["echo $PASS | docker login --password-stdin"],
    },
    {
        kind: "password or secret",
        shape: "SQL's `IDENTIFIED BY '…'` and `PASSWORD '…'`",
        source: "MySQL, PostgreSQL and Oracle: CREATE USER",
        pattern: /\b(?:identified[ \t]{1,5}(?:with[ \t]{1,5}[\w']{1,40}[ \t]{1,5})?by(?:[ \t]{1,5}values)?|(?:encrypted[ \t]{1,5})?password)[ \t]{1,5}["'](?<secret>[^"'\n\0]{1,200})/dgi,
        isMeant: (found) => (0,no_secret/* isSecret */.$)(found, "password"),
        examples: ["CREATE USER kim IDENTIFIED BY '«{word:12}»'", "ALTER ROLE orders PASSWORD '«{word:12}»'"],
        benign: ["the column password 'hash'"],
    },
];

;// CONCATENATED MODULE: ./build/src/redact/webhooks.js
/** Addresses by which whoever knows them may post: the table. */
/** The rows of webhooks: whoever knows the address may post, so that its path is the secret. */
function webhook(shape, source, host, path, examples) {
    return {
        kind: "webhook address",
        shape,
        source,
        pattern: new RegExp(String.raw `\b(?:${host})(?::\d{1,5})?(?<secret>${path})`, "dgi"),
        examples,
        benign: [],
    };
}
const WEBHOOKS = [
    webhook("Slack's webhooks, workflows and triggers", "Slack: Incoming webhooks", String.raw `hooks\.slack(?:-gov)?\.com`, String.raw `\/(?:services|workflows|triggers)\/[\w/-]{6,200}`, [
        "https://hooks.slack.com«/services/T{upper:8}/B{upper:8}/{alnum:24}»",
        "https://hooks.slack.com«/workflows/T{upper:8}/A{upper:8}/{digit:18}/{alnum:24}»",
    ]),
    webhook("Discord's webhooks", "Discord: Webhook resource", String.raw `(?:[a-z]{1,10}\.)?discord(?:app)?\.com`, String.raw `\/api\/(?:v\d{1,2}\/)?webhooks\/[\w/-]{6,200}`, ["https://discord.com«/api/webhooks/{digit:18}/{word:68}»"]),
    webhook("Teams' connectors and workflows", "Microsoft: Create incoming webhooks", String.raw `[\w-]{1,60}\.webhook\.office\.com|outlook\.office(?:365)?\.com(?=\/webhook)|[\w.-]{1,120}\.(?:logic\.azure\.com|powerplatform\.com|powerautomate\.com)`, String.raw `\/(?:webhookb2|webhook|workflows|powerautomate|triggers)\/[^\s"'<>)\]\0]{6,1000}`, [
        "https://acme.webhook.office.com«/webhookb2/{hex:8}-{hex:4}@{hex:8}/IncomingWebhook/{hex:32}/{hex:8}»",
        "https://prod-12.westeurope.logic.azure.com:443«/workflows/{hex:32}/triggers/manual/paths/invoke?api-version=2016-06-01&sig={alnum:43}»",
    ]),
    webhook("webhooks of Google Chat, Mattermost, Zapier, Make, IFTTT, Pipedream, Lark, DingTalk, WeCom, Webex", "each service's page on incoming webhooks", String.raw `chat\.googleapis\.com|hooks\.zapier\.com|hook\.[a-z0-9.]{0,12}(?:make|integromat)\.com|maker\.ifttt\.com|[a-z0-9]{1,40}\.m\.pipedream\.net|open\.(?:feishu\.cn|larksuite\.com)|oapi\.dingtalk\.com|qyapi\.weixin\.qq\.com|webexapis\.com`, String.raw `\/(?:v1\/spaces|hooks|trigger|open-apis\/bot|robot|cgi-bin\/webhook|v1\/webhooks|[a-z0-9]{20,40})[^\s"'<>)\]\0]{6,1000}`, [
        "https://chat.googleapis.com«/v1/spaces/{alnum:11}/messages?key={alnum:39}&token={word:43}»",
        "https://hooks.zapier.com«/hooks/catch/{digit:8}/{alnum:7}/»",
        "https://maker.ifttt.com«/trigger/page/with/key/{word:43}»",
    ]),
    webhook("addresses that carry a key in their path: PagerDuty's and Telegram's API, healthchecks, snitches", "PagerDuty: Events API; Telegram: Bot API; healthchecks.io", String.raw `events\.(?:eu\.)?pagerduty\.com|api\.telegram\.org|hc-ping\.com|nosnch\.in|cronitor\.link`, String.raw `\/(?:integration\/|bot(?=\d)|x-ere\/|p\/)?(?![\w-]{0,12}(?:[/?#]|$))[\w:-]{8,200}`, [
        "https://events.pagerduty.com«/integration/{hex:32}»/enqueue",
        "https://hc-ping.com«/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}»",
    ]),
];

;// CONCATENATED MODULE: ./build/src/redact/patterns.js
/** Secrets that are found by their shape or by what stands around them: the table. */



function hasDigit(found) {
    return /\d/.test(found);
}
const PATTERNS = [
    {
        // A key that was cut has no last line; what looks like its lines goes with it.
        kind: "private key",
        shape: "PEM blocks of private keys, also cut short or without their first line",
        source: "RFC 7468",
        pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^-\0]{0,20000}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?:(?:\s|\\[rn]){1,4}(?:Proc-Type|DEK-Info|Version|Comment): ?[^\n\\]{0,100}){0,9}(?:(?:\s|\\[rn]|["',+]){0,12}[A-Za-z0-9+/=]{16,}){0,400})/dg,
        examples: [
            "«-----BEGIN RSA PRIVATE KEY-----\n{alnum:64}\n{alnum:64}\n-----END RSA PRIVATE KEY-----»",
            "«-----BEGIN OPENSSH PRIVATE KEY-----\n{alnum:70}\n{alnum:40}»",
        ],
        benign: ["-----BEGIN PUBLIC KEY-----", "-----BEGIN CERTIFICATE-----"],
    },
    {
        kind: "private key",
        shape: "the end of a PEM block whose beginning was cut off",
        source: "RFC 7468",
        pattern: /(?:[A-Za-z0-9+/]{64}(?:\n|\\n)){1,200}[A-Za-z0-9+/=]{0,64}(?:\n|\\n)?-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----/dg,
        examples: ["«{alnum:64}\n{alnum:64}\n{alnum:20}\n-----END RSA PRIVATE KEY-----»"],
        benign: ["-----END CERTIFICATE-----"],
    },
    {
        kind: "JSON web token",
        shape: "`eyJ….….…`, signed, unsigned or encrypted",
        source: "RFC 7519",
        pattern: /(?<![\w-])eyJ[\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*){0,3}/dg,
        examples: ["«eyJhbGciOiJIUzI1NiJ9.eyJ{word:30}.{word:43}»", "«eyJhbGciOiJIUzI1NiJ9.eyJ{word:20}»"],
        benign: ["eyJ"],
    },
    {
        kind: "vendor's token",
        shape: "tokens of Discord's and Telegram's bots, Airtable, Azure AD, Harness, Terraform Cloud, Mailchimp, MaxMind, Resend",
        source: "gitleaks, configuration of July 2026",
        pattern: /(?<![\w-])(?:[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{13,45}|\d{8,10}:AA[\w-]{14,40}|pat[A-Za-z0-9]{14}\.[a-f0-9]{22,64}|[\w~.]{3}\dQ~[\w~.-]{12,40}|[ps]at\.[\w-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{4,20}|[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{12,80}|[a-f0-9]{32}-us\d{1,2}|[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk|re_[A-Za-z0-9]{8}_[A-Za-z0-9]{6,24})(?![\w])/dg,
        examples: [
            "«M{alnum:23}.{word:6}.{word:27}»",
            "«{digit:9}:AA{word:33}»",
            "«pat{alnum:14}.{hex:64}»",
            "«{alnum:14}.atlasv1.{alnum:60}»",
            "«{hex:32}-us12»",
            "«re_{alnum:8}_{alnum:24}»",
        ],
        benign: ["com.acme.orders.Pool", "12345678:40"],
    },
    {
        kind: "credentials",
        shape: "what follows `Authorization:` and its scheme, whichever it is; with `Digest` and the like the whole line",
        source: "RFC 9110, section 11",
        pattern: /\bauthori[sz]ation\\*["']?[ \t]{0,5}(?:=>|:=|[:=：])[ \t]{0,5}\\*["'`]?(?:(?:digest|aws4-hmac-sha256|oauth|hawk|signature|mac|snowflake)[ \t]{1,5}(?<secret>[^\n\0]{4,4000}))/dgi,
        examples: ['Authorization: Digest «username="orders", response="{hex:32}"»'],
        benign: [],
    },
    {
        kind: "credentials",
        shape: "the same",
        source: "RFC 9110, section 11",
        pattern: /\bauthori[sz]ation\\*["']?[ \t]{0,5}(?:=>|:=|[:=：])[ \t]{0,5}\\*["'`]?(?:(?:bearer|basic|token|negotiate|ntlm|apikey|splunk|geniekey|ssws|api-token)[ \t]{1,5})(?:token=\\*["']?)?(?<secret>[^\s\0"'`\\,;]{3,})/dgi,
        isMeant: (found) => (0,no_secret/* isSecret */.$)(found, "password"),
        examples: [
            "Authorization: Bearer «{alnum:20}»",
            "Authorization: GenieKey «{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}»",
            "Authorization: SSWS «{word:42}»",
            '"Authorization": "Token token=«{alnum:12}»"',
        ],
        benign: ["Authorization: Bearer token is missing", "Authorization: Bearer $TOKEN"],
    },
    {
        kind: "credentials",
        shape: "the same",
        source: "RFC 9110, section 11",
        pattern: /\bauthori[sz]ation\\*["']?[ \t]{0,5}(?:=>|:=|[:=：])[ \t]{0,5}\\*["'`]?(?:[A-Za-z][\w-]{1,40}[ \t]{1,5})?(?:[\w-]{1,20}=)?(?<secret>[^\s\0"'`\\,;]{6,})/dgi,
        isMeant: (found) => (0,no_secret/* isSecret */.$)(found, "secret") && /[\d+/=]|[a-z][A-Z]/.test(found),
        examples: [
            "Authorization: Api-Token «{alnum:24}»",
            "Authorization: OAuth2x «{alnum:20}»",
            "authorization=«{alnum:24}»",
        ],
        benign: ["Authorization: failed for user kim", "authorization=none", "authorization: role-based access"],
    },
    {
        kind: "credentials",
        shape: "what follows `Bearer` or `Basic`, also alone",
        source: "RFC 6750, RFC 7617",
        pattern: /\b(?:Bearer|Basic|GenieKey|SSWS)[ \t]{1,5}(?<secret>[\w.~+/=-]{16,})/dgi,
        isMeant: (found) => (0,no_secret/* isSecret */.$)(found, "secret") && /\d|[a-z][A-Z].*[a-z][A-Z]/.test(found),
        examples: ["sent bearer «{alnum:24}»", "Basic «{alnum:23}=»"],
        benign: ["the bearer of bad news arrived unexpectedly", "basic authentication-requirements"],
    },
    {
        kind: "cookie",
        shape: "what follows `Cookie:` or `Set-Cookie:`",
        source: "RFC 6265",
        pattern: /\b(?:set-)?cookies?\\*["']?[ \t]{0,5}(?:=>|[:=])[ \t]{0,5}\\*["']?(?<secret>[^\n\0"'\\]{4,})/dgi,
        isMeant: (found) => /[^\s=]=[^\s=]/.test(found),
        examples: ["Set-Cookie: «lang=en; session={alnum:24}; Path=/»"],
        benign: ["cookie: blocked", "cookies: 3"],
    },
    {
        kind: "password or secret",
        shape: "the password in an address of the web, `https://user:…@host`",
        source: "RFC 3986, section 3.2.1",
        pattern: /\b(?:https?|ftps?):\/\/[^\s/@:"'<>]{0,256}:(?<secret>[^\s/"'<>]{1,512})(?=@)/dgi,
        isMeant: (found) => (0,no_secret/* isSecret */.$)(found, "address"),
        examples: ["https://orders:«{word:9}!»@db.example/x"],
        benign: ["http://localhost:3000/health?full=1@2", "https://user:<password>@db.example"],
    },
    {
        kind: "password or secret",
        shape: "a key in the place of the user",
        source: "RFC 3986, section 3.2.1",
        pattern: /\b(?:https?|ftps?):\/\/(?<secret>[^\s/@:"'<>]{16,512})(?=(?::[^\s/@"'<>]{0,512})?@)/dgi,
        isMeant: hasDigit,
        examples: ["https://«{hex:40}»@git.example/acme/orders"],
        benign: ["https://npmjs.example/@acme/orders"],
    },
    {
        // A slash or an @ is rather the password's than the path's.
        kind: "password or secret",
        shape: "the password in an address that is not of the web, as those of databases",
        source: "RFC 3986, section 3.2.1",
        pattern: /(?<![a-z0-9+.-])(?!https?:|ftps?:)[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/@:"'<>]{0,256}:(?!\d{1,5}[/?])(?<secret>[^\s"'<>]{1,512})(?=@)/dgi,
        isMeant: (found) => (0,no_secret/* isSecret */.$)(found, "address"),
        examples: ["postgres://orders:«p@{word:6}/w0rd»@db:5432/orders", "redis://:«{word:14}»@cache:6379/0"],
        benign: ["postgres://db.internal:5432/orders", "amqp://mq.internal:5672/%2f"],
    },
    {
        kind: "password or secret",
        shape: "signatures in the query of an address, `sig=`, `X-Amz-Signature=`, `code=`",
        source: "Azure SAS, AWS Signature V4, Azure Functions",
        pattern: /[?&](?:amp;)?(?:sig|code|key|s|hmac|x-amz-(?:signature|security-token|credential)|x-goog-(?:signature|credential))=(?<secret>[\w+/=%.~-]{16,})/dgi,
        isMeant: hasDigit,
        examples: [
            "https://blob.example/x?sv=1&sig=«{alnum:43}%3D»",
            "https://x.example/api/run?code=«{alnum:50}==»",
        ],
        benign: ["https://dash.example/?key=orders&code=200"],
    },
    {
        kind: "password or secret",
        shape: "a user and a password after a word for them: `login: kim / …`, `creds for the replica are kim:…`, `logged in with kim and …`",
        source: "people's notes",
        pattern: /\b(?:creds?|credentials|(?:log|sign)(?:ged|ging|ned)?[ -]?(?:in|on)|account|user(?:name)?(?:\/| and )pass(?:word)?|user:pass)(?:[ \t](?:for|of|to|on|at)(?:[ \t][\w.-]{1,40}){1,4}?)?(?:[ \t](?:is|are|was|were|with|as|using))?[:=]{0,1}[ \t]{1,5}[`"']?[\w.@-]{2,40}[`"']?[ \t]{0,3}(?:[/:]|,|[ \t]and[ \t])[ \t]{0,3}[`"']?(?<secret>[^\s\0"'`,;)]{4,100})/dgi,
        isMeant: no_secret/* isStrong */.k,
        examples: [
            "login: admin / «{word:8}7!»",
            "creds: kim:«{word:8}7!»",
            "DB creds for the replica are orders_ro / «{pass}»",
            "I logged in with kim and «{pass}»",
        ],
        benign: [
            "login: failed / locked",
            "login https://sso.example/auth2",
            "logged in as kim and restarted orders-service",
        ],
    },
    {
        kind: "password or secret",
        shape: "the second of `password … from … to …`",
        source: "people's notes",
        pattern: /\b(?:password|passphrase|pw|pwd|secret|token)\b[^\n\0]{0,40}?[ \t]from[ \t]{1,3}[^\s\0]{1,100}[ \t]{1,3}to[ \t]{1,3}["'`]?(?<secret>[^\s\0"'`]{6,100}[^\s\0"'`.,;)])/dgi,
        isMeant: no_secret/* isStrong */.k,
        examples: ["changed the password from one to «{pass}»"],
        benign: ["moved the token from Vault to orders-service"],
    },
    {
        kind: "password or secret",
        shape: "codes that replace a second factor: `backup code: …`, `OTP is …`",
        source: "people's notes",
        pattern: /\b(?:(?:backup|recovery|mfa|2fa|otp|totp|one-time)[ _-](?:backup[ _-]|recovery[ _-])?(?:code|pin|password)s?|otp)(?:[ \t]{0,3}[:=：]|[ \t]{1,3}(?:is|was))?[ \t]{1,3}["'`]?(?<secret>[A-Za-z0-9][\w-]{3,40})/dgi,
        isMeant: (found) => (found.match(/\d/g) ?? []).length >= 4,
        examples: ["MFA backup code: «{digit:8}»", "the OTP was «{digit:6}»"],
        benign: ["security code: 4711 errors", "the password from orders-v2 failed", "recovery codes: 3 left"],
    },
    ...WEBHOOKS,
    ...COMMANDS,
];

// EXTERNAL MODULE: ./build/src/redact/personal.js
var personal = __webpack_require__(5015);
;// CONCATENATED MODULE: ./build/src/redact/vendors.js
/** Keys that say whose they are by how they begin: the table, and the one search that serves all its rows. */

const LETTERS = "A-Za-z0-9";
const WORD = String.raw `\w-`;
const DOTTED = String.raw `\w.=-`;
const BASE64 = "A-Za-z0-9+/=_-";
const HEX = "a-f0-9";
const UPPER = "A-Z0-9";
/**
 * Most beginnings were compared with the tables of secretlint (recommended preset 13) and gitleaks (configuration of
 * July 2026). Not each was checked against its vendor's own page.
 */
const VENDORS = [
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
        characters: String.raw `\w.-`,
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
        characters: String.raw `\w.-`,
        length: 36,
        shortest: 12,
    },
    { kind: "GitHub token", beginnings: ["github_pat_"], characters: String.raw `\w`, length: 82, shortest: 12 },
    {
        kind: "GitLab token",
        beginnings: [
            ...["glpat-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glptt-", "glft-", "glsoat-", "glffct-", "glimt-"],
            ...["glagent-", "gloas-", "GR1348941"],
        ],
        characters: String.raw `\w.-`,
        length: 20,
    },
    { kind: "Google key", beginnings: ["AIza"], characters: WORD, length: 35 },
    { kind: "Google key", beginnings: ["ya29."], characters: String.raw `\w.-`, length: 100, shortest: 16 },
    { kind: "Google key", beginnings: ["GOCSPX-"], characters: WORD, length: 28 },
    { kind: "Google key", beginnings: ["1//0"], characters: WORD, length: 60 },
    { kind: "Grafana token", beginnings: ["glsa_"], characters: String.raw `\w`, length: 41 },
    { kind: "Grafana token", beginnings: ["glc_", "eyJrIjoi"], characters: BASE64, length: 70 },
    { kind: "Groq key", beginnings: ["gsk_"], characters: LETTERS, length: 52 },
    { kind: "Heroku key", beginnings: ["HRKU-"], characters: WORD, length: 36 },
    { kind: "Hugging Face token", beginnings: ["hf_", "api_org_"], characters: LETTERS, length: 34 },
    { kind: "Infracost token", beginnings: ["ico-"], characters: LETTERS, length: 32 },
    { kind: "LangSmith key", beginnings: ["lsv2_pt_", "lsv2_sk_"], characters: String.raw `\w`, length: 43 },
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
    { kind: "PagerDuty token", beginnings: ["pdus+_", "pdeu+_"], characters: String.raw `\w+-`, length: 40 },
    { kind: "PagerDuty token", beginnings: ["u+"], characters: WORD, length: 18 },
    { kind: "Perplexity key", beginnings: ["pplx-"], characters: LETTERS, length: 48 },
    { kind: "Pinecone key", beginnings: ["pcsk_"], characters: String.raw `\w`, length: 68 },
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
    { kind: "SendGrid key", beginnings: ["SG."], characters: String.raw `\w.-`, length: 66, shortest: 20 },
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
        characters: String.raw `\w.%-`,
        length: 50,
        shortest: 10,
    },
    { kind: "Slack token", beginnings: ["xapp-", "xwfp-"], characters: WORD, length: 90, shortest: 10 },
    { kind: "Snyk token", beginnings: ["snyk_uat.", "snyk_sat."], characters: String.raw `\w.-`, length: 80 },
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
function shortestOf({ shortest, characters, length }, beginning) {
    if (shortest !== undefined)
        return shortest;
    const half = Math.floor((beginning.length + length) / 2) - beginning.length;
    const isTelling = beginning.length >= 4 && /\W|_/.test(beginning) && !/[_-]/.test(characters.replace("a-f0-9-", ""));
    return Math.max(isTelling ? Math.min(half, 8) : half, 6);
}
const ROWS = new Map(VENDORS.flatMap((vendor) => vendor.beginnings.map((beginning) => [
    beginning,
    rowOf(vendor, new RegExp(`[${vendor.characters}]{${shortestOf(vendor, beginning)},}`, "y")),
])));
function rowOf({ kind, hasNoWords }, rest) {
    return (text, beginning, from) => {
        const [run] = (0,match_at/* matchAt */.p)(rest, text, from);
        if (run === undefined || !(hasNoWords === true || /\d|[a-z][A-Z]|[A-Z][a-z]/.test(run)))
            return undefined;
        const whole = run.replace(/[.-]{1,40}$/, "");
        return { start: from - beginning.length, end: from + whole.length, kind };
    };
}
// The longest first, so that `apk_user_` is not read as `apk_`.
const BEGINNINGS = new RegExp(`(?<![A-Za-z0-9])(?:${[...ROWS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((beginning) => beginning.replace(/[.+/]/g, "\\$&"))
    .join("|")})`, "g");
/** The keys that begin as one of the table's do. A word such as `npm_lifecycle` has no digit and one case, and is none. */
function findVendorTokens(text) {
    const findings = [];
    BEGINNINGS.lastIndex = 0;
    for (let match = BEGINNINGS.exec(text); match !== null; match = BEGINNINGS.exec(text)) {
        const [beginning] = match;
        const from = BEGINNINGS.lastIndex;
        const finding = ROWS.get(beginning)?.(text, beginning, from);
        if (finding === undefined)
            continue;
        findings.push(finding);
        BEGINNINGS.lastIndex = finding.end;
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/src/redact/view.js
/** A text as its reader sees it, without escapes and placeholders, and the way back to the places of the text. */
/** Stands for a placeholder: a line that no text has, so that nothing is found across it. */
const BREAK = "\n\0\n";
// Escapes of JSON at any depth, and what was replaced before.
const ESCAPES = /\\{1,31}(?:u[0-9a-fA-F]{4}|[nrt"'/])|\[redacted: [^\]\n]{1,40}\]/g;
const PLACEHOLDERS_ALONE = /\[redacted: [^\]\n]{1,40}\]/g;
function viewOf(text) {
    const parts = [];
    // Pairs of places: after each, both go on alike.
    const seams = [];
    let [at, length] = [0, 0];
    // Without quotes there is no JSON, and `C:\new` is a path.
    for (const { 0: found, index } of text.matchAll(/["']/.test(text) ? ESCAPES : PLACEHOLDERS_ALONE)) {
        const shown = shownAs(found);
        parts.push(text.slice(at, index), shown);
        length += index - at + shown.length;
        at = index + found.length;
        seams.push({ view: length - shown.length, text: index }, { view: length, text: at });
    }
    parts.push(text.slice(at));
    if (seams.length === 0)
        return { words: text, toText: (place) => place };
    return { words: parts.join(""), toText: (place) => toText(seams, place) };
}
function shownAs(found) {
    if (found.startsWith("["))
        return BREAK;
    const sign = found.replace(/^\\+/, "");
    if (sign.length > 1)
        return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    return sign === "n" || sign === "r" ? "\n" : sign === "t" ? "\t" : sign;
}
function toText(seams, place) {
    let last = { view: 0, text: 0 };
    let [low, high] = [0, seams.length - 1];
    while (low <= high) {
        const middle = Math.floor((low + high) / 2);
        const seam = seams[middle];
        if (seam !== undefined && seam.view <= place) {
            last = seam;
            low = middle + 1;
        }
        else
            high = middle - 1;
    }
    return last.text + place - last.view;
}

;// CONCATENATED MODULE: ./build/src/redact/text.js
/** Texts with the secrets and personal data in them replaced by placeholders that say what stood there. */









// In the order of their rank: where two are found in one place, the first names it.
const KINDS = [
    ...new Set([
        ...PATTERNS.map(({ kind }) => kind).filter((kind) => kind !== named/* NAMED_KIND */.DH && kind !== "cookie"),
        ...VENDORS.map(({ kind }) => kind),
        "cookie",
        named/* NAMED_KIND */.DH,
        ...personal/* PERSONAL_KINDS */.r,
    ]),
];
function placeholderOf(kind) {
    return `[redacted: ${kind}]`;
}
/** What stands in place of what was found, one for each kind. */
const PLACEHOLDERS = KINDS.map(placeholderOf).sort();
// What stands alone after one replacement can look like a secret. Ordinary text settles in the second round.
const MOST_ROUNDS = 4;
/** The text with the secrets and personal data in it replaced; JSON in it stays JSON. Done again, it changes nothing. */
async function redactText(text, options = {}) {
    const [redacted = ""] = await redactTexts([text], options);
    return redacted;
}
/** Each of the texts with the secrets and personal data in it replaced. */
async function redactTexts(texts, options = {}) {
    const isPhone = await loadPhones();
    const allowed = new Set((options.allow ?? []).map(fold));
    return texts.map((text) => {
        let words = text.replace(lib_text/* INVISIBLE */.kH, "").replaceAll("\0", " ");
        for (let round = 1; round <= MOST_ROUNDS; round++) {
            const redacted = redactOnce(words, isPhone, allowed);
            if (redacted === words)
                break;
            words = redacted;
        }
        return words;
    });
}
/** Whether the words are among those that a team allows. */
function isAllowed(words, allow) {
    return allow.some((allowed) => fold(allowed) === fold(words));
}
function fold(words) {
    return words.normalize("NFC").trim().toLowerCase();
}
/** Loads what is known of the world's phone numbers, which is large, only where something is redacted. */
async function loadPhones() {
    const { isValidPhoneNumber } = await __webpack_require__.e(/* import() */ 371).then(__webpack_require__.bind(__webpack_require__, 2371));
    return (found) => isValidPhoneNumber(found.replace(/[,;].{0,40}$/, "").replace(/^00/, "+"), "US");
}
function redactOnce(text, isPhone, allowed) {
    const { findings, atoms } = readJson(text);
    const view = viewOf(text);
    const seen = [
        ...findVendorTokens(view.words),
        ...(0,named/* findNamed */.n4)(view.words),
        ...findPatterns(view.words),
        ...(0,personal/* findPersonal */.w)(view.words, isPhone),
    ].map(({ start, end, kind }) => ({ start: view.toText(start), end: view.toText(end), kind }));
    const meant = [...findings, ...seen].filter(({ start, end }) => !allowed.has(fold(text.slice(start, end))));
    return meant.length === 0 ? text : replace(text, clip(mergeFindings(meant, KINDS), atoms, text));
}
function findPatterns(text) {
    return PATTERNS.flatMap((row) => [...text.matchAll(row.pattern)].flatMap(({ indices, 0: match, index }) => {
        const [start, end] = indices?.groups?.["secret"] ?? [index, index + match.length];
        return isMeantBy(row, text.slice(start, end)) ? [{ start, end, kind: row.kind }] : [];
    }));
}
const text_PLACEHOLDER = /\[redacted: [^\]\n]{1,40}\]/g;
/** The parts of the findings that may be replaced: never a bracket or quote of JSON, never a placeholder. */
function clip(findings, atoms, text) {
    const parts = atoms
        .filter(({ start, end }) => end > start)
        .flatMap((atom) => withoutPlaceholders(atom, text));
    const replacements = [];
    let at = 0;
    for (const { start, end, kind } of findings) {
        while (endsBefore(parts[at], start))
            at++;
        for (let next = at; next < parts.length; next++) {
            const part = parts[next];
            if (part === undefined || part.start >= end)
                break;
            const isWhole = part.quote !== null;
            replacements.push({
                start: isWhole ? part.start : Math.max(start, part.start),
                end: isWhole ? part.end : Math.min(end, part.end),
                kind,
                quote: part.quote ?? "",
            });
        }
    }
    return replacements;
}
function endsBefore(atom, place) {
    return atom !== undefined && atom.end <= place;
}
function withoutPlaceholders(atom, text) {
    const parts = [];
    let at = atom.start;
    for (const { 0: found, index } of text.slice(atom.start, atom.end).matchAll(text_PLACEHOLDER)) {
        parts.push({ ...atom, start: at, end: atom.start + index });
        at = atom.start + index + found.length;
    }
    return [...parts, { ...atom, start: at }].filter(({ start, end }) => end > start);
}
function replace(text, replacements) {
    let at = 0;
    const parts = [];
    for (const { start, end, kind, quote } of replacements) {
        // A number can hold two findings, and is replaced once.
        if (start < at)
            continue;
        parts.push(text.slice(at, start), quote, placeholderOf(kind), quote);
        at = end;
    }
    return parts.join("") + text.slice(at);
}


/***/ })

};
