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
};

/** What stands between matching quotation marks of any kind; null where the text does not begin and end with them. */
export function quotedText(text: string): string | null {
  const closing = PAIRS[text.slice(0, 1)];
  const isQuoted = text.length > 1 && closing?.includes(text.slice(-1));
  return isQuoted ? text.slice(1, -1).trim() : null;
}

/** The same of those marks alone that no keyboard types and editors put in their place, which YAML takes for letters. */
export function curlyQuotedText(text: string): string | null {
  return /^["'`]/.test(text) ? null : quotedText(text);
}
