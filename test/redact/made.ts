/** Secrets made at run time from their shapes, by a seed: hosts of code refuse a push that holds what looks like a key. */

const ALPHABETS: Record<string, string> = {
  digit: "0123456789",
  hex: "0123456789abcdef",
  upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
  lower: "abcdefghijklmnopqrstuvwxyz",
  alnum: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  word: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-",
};

/** What must be in it, so that a random choice of letters does not spell a word. */
const NEEDED: Record<string, RegExp> = {
  hex: /\d/,
  alnum: /\d.*[a-z]|[a-z].*\d/,
  word: /\d.*[A-Za-z]|[A-Za-z].*\d/,
};

export type Random = () => number;

/** Mulberry32: small, and the same everywhere. */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick(alphabet: string, length: number, random: Random): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");
}

/** Signs of a class of a pattern such as `A-Za-z0-9` or `\w.-`. */
export function signsOf(characters: string): string {
  const one = new RegExp(`[${characters}]`);
  const all = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
  return all.filter((sign) => one.test(sign)).join("");
}

function card(random: Random): string {
  const body = `4${pick("0123456789", 14, random)}`;
  const last = [..."0123456789"].find((digit) => passesLuhn(body + digit)) ?? "";
  return (body + last).replace(/(\d{4})(?=\d)/g, "$1 ");
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const worth = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (worth > 9 ? worth - 9 : worth);
  }, 0);
  return sum % 10 === 0;
}

function iban(random: Random): string {
  const account = pick("0123456789", 18, random);
  const rest = BigInt(`${account}131400`) % 97n;
  return `DE${String(98n - rest).padStart(2, "0")}${account}`.replace(/(.{4})(?=.)/g, "$1 ");
}

/** A password as people make them: letters, a digit and a sign. */
function password(random: Random): string {
  return `${pick(ALPHABETS["upper"] ?? "", 1, random).replace(/\d/, "K")}${pick(ALPHABETS["lower"] ?? "", 5, random)}${pick("0123456789", 2, random)}${pick("!#%*_+", 1, random)}`;
}

/** Fills `{alnum:20}` and the like; each filling differs. */
export function fill(template: string, random: Random): string {
  return template.replace(/\{(\w+)(?::(\d+))?\}/g, (whole, name: string, length: string | undefined) => {
    if (name === "card") return card(random);
    if (name === "iban") return iban(random);
    if (name === "pass") return password(random);
    const alphabet = ALPHABETS[name];
    if (alphabet === undefined) return whole;
    for (;;) {
      const made = pick(alphabet, Number(length ?? 12), random);
      if ((NEEDED[name] ?? /./).test(made) && !/^[-_.]|[-_.]$/.test(made)) return made;
    }
  });
}
