/** Personal data: addresses, numbers of phones, cards and bank accounts, each checked where its kind can be. */

import type { Span } from "./span.ts";

export const PERSONAL_KINDS = ["card number", "e-mail address", "IBAN", "phone number"];

// Git's own user and versions of packages, `orders@2.0.0-rc.x`, are no addresses of people; nor is `user@host` in an
// address or a command.
const EMAIL =
  /(?<![\p{L}\p{N}._%+'-])(?<!:\/\/[^\s/@:]{0,256}:)(?!git@)[\p{L}\p{N}._%+'-]{1,128}(?:@|%40|\\u0040|&#64;| ?[[(]at[\])] ?)(?!v?\d+\.\d)(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:\p{L}{2,24}|xn--[a-z0-9-]{1,59})/gu;
// A host that no mail reaches.
const MACHINE =
  /(?:[@.](?:internal|local|localhost|lan|svc|cluster|corp|intra|compute|amazonaws\.com|[a-z]+-\d[a-z]?)$)|\.(?:service|target|timer|socket|mount|js|ts|go|py|rb|jar|yml|yaml|json|toml|lock|md|sh|tgz|gz|zip|log|conf)$/i;
// What stands before a user and a machine: `ssh root@db1.example.com`.
const SHELL = /\b(?:ssh|scp|rsync|sftp|mosh|telnet|sshpass)\b[^\n]{0,80}$/;

const CARD =
  /(?<![\w.]|\d[.-])(?:(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6(?:011|4[4-9]\d|5\d\d)|35\d\d)(?<a>[ .-]?)\d{4}\k<a>\d{4}\k<a>\d{4}|3[47]\d\d(?<b>[ -]?)\d{6}\k<b>\d{5}|3(?:0[0-5]|[68]\d)\d(?<c>[ -]?)\d{6}\k<c>\d{4})(?![\w]|[.-]\d)/g;
// A number that something else is called by, which passes for a card's once in ten times.
const OTHER_NUMBER =
  /(?:order|invoice|ticket|trace|request|span|tracking|parcel|shipment|offset|sequence|seq|account|event|job|run|build|snapshot|transaction|txn|message|msg|epoch|timestamp|session|user|customer|device|serial|batch|partition)[ _-]?(?:id|number|no\.?|#)?\\{0,9}["']?[ \t]{0,3}[:=#]{0,2}[ \t]{0,3}\\{0,9}["']?$|(?:\bid|_id|Id|#)\\{0,9}["']?[ \t]{0,3}[:=]?[ \t]{0,3}\\{0,9}["']?$/i;

const IBAN = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])/g;
// How long an IBAN of each country is: SWIFT's registry, release 99.
const IBAN_LENGTHS =
  "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20";

// With a country's code, or written as North America does; with what follows to enter a conference.
const PHONE =
  /(?:(?<![\w+.-])(?:\+[1-9]|00[1-9]\d{0,2}[ ().\-/])(?:[ ().\-/]{0,2}\d){6,14}|(?<![\w+.\-/])(?:1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-.])[2-9]\d\d[-. ]\d{4})(?![\w]|[.-]\d)(?:[,;]{1,6}\d{1,12}#?)?/g;
// Any digits after a word for it, since most countries write their numbers in ways of their own.
const NAMED_PHONE =
  /\b(?:(?:tele)?(?:phone|fax|mobile|whatsapp|tel)|handy|cell(?=[ _](?:phone|number|no\b)|["'*_ \t]{0,4}[:=])|hotline)(?:[ _](?:number|no\.?))?\\?["']?[*_]{0,2}[ \t]{0,3}[:=]?[*_]{0,2}[ \t]{0,3}[*_]{0,2}\\?["']?([+(]{0,2}\d(?:[ ().\-/]{0,2}\d){6,14})(?!\w)/gi;

/** What the library says of a number: whether a country has such ones. */
export type IsPhone = (number: string) => boolean;

export function findPersonal(text: string, isPhone: IsPhone): Span[] {
  return [...findEmails(text), ...findCards(text), ...findIbans(text), ...findPhones(text, isPhone)];
}

function findEmails(text: string): Span[] {
  return [...text.matchAll(EMAIL)].flatMap(({ 0: found, index }) => {
    const isMachines = MACHINE.test(found) || SHELL.test(text.slice(Math.max(0, index - 100), index));
    return isMachines ? [] : [{ start: index, end: index + found.length, kind: "e-mail address" }];
  });
}

function findCards(text: string): Span[] {
  return [...text.matchAll(CARD)].flatMap(({ 0: found, index }) => {
    const before = text.slice(Math.max(0, index - 40), index);
    const isMeant = hasCheckDigit(found) && !OTHER_NUMBER.test(before);
    return isMeant ? [{ start: index, end: index + found.length, kind: "card number" }] : [];
  });
}

function findIbans(text: string): Span[] {
  return [...text.matchAll(IBAN)].flatMap(({ 0: found, index }) => {
    const length = ibanLength(found);
    return length === 0 ? [] : [{ start: index, end: index + length, kind: "IBAN" }];
  });
}

/** How many characters of the text are an IBAN; 0 where it is none (ISO 13616: the remainder by 97 is 1). */
function ibanLength(found: string): number {
  const at = IBAN_LENGTHS.indexOf(found.slice(0, 2));
  if (at === -1 || at % 4 !== 0) return 0;
  const length = Number(IBAN_LENGTHS.slice(at + 2, at + 4));
  const bare = found.replaceAll(" ", "").slice(0, length);
  const digits = [...(bare.slice(4) + bare.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join("");
  const remainder = [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
  if (bare.length !== length || remainder !== 1) return 0;
  let taken = 0;
  let seen = 0;
  while (seen < length) if (found[taken++] !== " ") seen++;
  return taken;
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

// The digits after a number, as in `+1 415 555 0132 2 times`, may look like more of it.
function findPhones(text: string, isPhone: IsPhone): Span[] {
  const spans: Span[] = [];
  for (const { 0: match, index } of text.matchAll(PHONE)) {
    let found = match;
    while (found !== "" && !isPhone(found)) found = found.replace(/\D{0,9}\d{1,15}\D{0,9}$/, "");
    if (found !== "") spans.push({ start: index, end: index + found.length, kind: "phone number" });
  }
  for (const { 0: match, 1: number = "", index } of text.matchAll(NAMED_PHONE)) {
    const end = index + match.length;
    spans.push({ start: end - number.length, end, kind: "phone number" });
  }
  return spans;
}
