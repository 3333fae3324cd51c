/** Quotation marks that were pasted along with a setting. */

const PAIRS: Record<string, string> = {
  '"': '"',
  "'": "'",
  "`": "`",
  "“": "”“",
  "”": "”",
  "„": "“”",
  "‟": "”",
  "‘": "’‘",
  "’": "’",
  "‚": "‘’",
  "‛": "’",
  "«": "»",
  "»": "«»",
  "‹": "›",
  "›": "‹›",
  "❝": "❞",
  "❛": "❜",
  "〝": "〞〟",
  "´": "´",
  "′": "′",
  "″": "″",
  "「": "」",
  "｢": "｣",
  "『": "』",
  "＂": "＂",
  "＇": "＇",
  "《": "》",
};

const MARKS = new Set(Object.entries(PAIRS).flat().join(""));

/** Whether a quotation mark of any kind is in the text. */
export function holdsQuotationMark(text: string): boolean {
  return [...text].some((character) => MARKS.has(character));
}

/** What stands between matching quotation marks of any kind; null where the text does not begin and end with them. */
export function quotedText(text: string): string | null {
  const closing = PAIRS[text.slice(0, 1)];
  const isQuoted = text.length > 1 && closing?.includes(text.slice(-1));
  if (isQuoted) return text.slice(1, -1).trim();
  // JSON writes them so within a text of its own.
  const [, escaped = null] = /^\\"(.*)\\"$/s.exec(text) ?? [];
  return escaped;
}

/** The same of those marks alone that no keyboard types and editors put in their place, which YAML takes for letters. */
export function curlyQuotedText(text: string): string | null {
  return /^["'`]/.test(text) ? null : quotedText(text);
}
