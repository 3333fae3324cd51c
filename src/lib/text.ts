/** Strangers' words, made harmless: titles, names and notes are written by anyone who can raise an alert. */

/** What a reader cannot see: zero-width, bidirectional and formatting characters, variation selectors, fillers. */
export const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Full-width figures, and the colon between them, as the plain ones; the text keeps its length. */
export function plainFigures(words: string): string {
  return words
    .replace(/[０-９]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - "０".charCodeAt(0) + 48))
    .replace(/(?<=\d)[：∶](?=\d)/g, ":");
}

/** At most `longest` UTF-16 units, with an ellipsis for what does not fit. */
export function cutTo(words: string, longest: number): string {
  const whole = words.toWellFormed();
  return whole.length <= longest ? whole : `${whole.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** One line of at most `longest` characters, with nothing in it that cannot be seen. */
export function toSingleLine(words: string, longest: number): string {
  const line = words
    .toWellFormed()
    .replace(INVISIBLE, "")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join("")}…`;
}

/** The same words as Markdown text that renders as they are and forms no heading, link, tag or mention. */
export function escapeMarkdown(words: string, longest: number): string {
  return (
    toSingleLine(words, longest)
      .replace(/[\\`*_{}[\]#+|~$]/g, "\\$&")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll("@", "&#64;")
      // GitHub makes a link of a bare address too.
      .replaceAll("://", "&#58;//")
      .replace(/\bwww\./gi, (www) => www.replace(".", "&#46;"))
  );
}

// A mention, a reference to an issue, an emoji's name. GitHub acts on them wherever it renders text, escaped or not.
const ACTING =
  /@[\p{L}\p{N}_-]|#\d|(?<![\p{L}\p{N}_])GH-\d|\/(?:issues|pull|discussions)\/\d|:(?:(?=[\d_+-]{0,20}[a-z])[\w+-]{1,60}|100|1234|[+-]1):/iu;
const CLOSING = /^\W{0,9}(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?$/i;

/**
 * The same words as Markdown for an issue, a comment or a summary. A mention, a reference, the name of an emoji, and the
 * word before one that would close an issue stand in a code span, since GitHub acts on them in any other text.
 * @see https://docs.github.com/en/issues/tracking-your-work-with-issues/linking-a-pull-request-to-an-issue
 */
export function toInertMarkdown(words: string, longest: number): string {
  return inert(words, longest, (token) => escapeMarkdown(token, longest));
}

/** The same as the title of an issue, where GitHub knows code spans and no other Markdown. */
export function toInertTitle(words: string, longest: number): string {
  return inert(words, longest, (token) => token.replaceAll("`", "'"));
}

// No sign ends a code span, and none begins a tag where somebody else renders the text.
const IN_CODE: Record<string, string> = { "`": "'", "<": "‹", ">": "›" };

function inert(words: string, longest: number, toPlain: (token: string) => string): string {
  const tokens = toSingleLine(words, longest).split(" ");
  const isActing = (token = "") => ACTING.test(token);
  return tokens
    .map((token, index) =>
      isActing(token) || (CLOSING.test(token) && isActing(tokens[index + 1]))
        ? `\`${token.replace(/[`<>]/g, (sign) => IN_CODE[sign] ?? sign)}\``
        : toPlain(token),
    )
    .join(" ");
}

const LONGEST_FACT = 1_024;

/**
 * Any value as JSON of plain words, each of at most `longest` characters, in which no tag can open or close, so that
 * a block around it cannot be left.
 */
export function toFencedJson(value: unknown, longest = LONGEST_FACT): string {
  const json = JSON.stringify(
    value,
    (_, fact) => (typeof fact === "string" ? toSingleLine(fact, longest) : fact),
    2,
  );
  return json.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
}
