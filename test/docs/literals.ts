/** The texts in a file of code: what stands between quotation marks, and templates with `…` for what is put in. */

const BEFORE_A_VALUE = /\b(?:return|case|of|in)$/;

type Text = { at: number; text: string };

/** All texts of a file in their order, those within a template's `${…}` too; comments and regular expressions are none. */
export function literalsIn(code: string): string[] {
  const found: Text[] = [];
  let at = 0;

  /** Reads code up to the brace that ends a template's part, or to the end of the file. */
  function readCode(): void {
    let open = 0;
    // A slash after a value divides; after anything else it begins a regular expression.
    let isAfterValue = false;
    while (at < code.length) {
      const rest = code.slice(at, at + 2);
      const sign = code.charAt(at);
      if (rest === "//") at = endOf("\n");
      else if (rest === "/*") at = endOf("*/");
      else if (sign === "/" && !isAfterValue) readPattern();
      else if (sign === '"' || sign === "'") readQuoted(sign);
      else if (sign === "`") readTemplate();
      else if (sign === "}" && open === 0) return;
      else {
        if (sign === "{") open += 1;
        if (sign === "}") open -= 1;
        at += 1;
      }
      if (/\S/.test(sign))
        isAfterValue = /[\w)\]"'`$]/.test(sign) && !BEFORE_A_VALUE.test(code.slice(0, at).slice(-8));
    }
  }

  function endOf(mark: string): number {
    const end = code.indexOf(mark, at);
    return end < 0 ? code.length : end + mark.length;
  }

  function readPattern(): void {
    let isInClass = false;
    for (at += 1; code[at] !== "/" || isInClass; at += 1) {
      if (code[at] === "\\") at += 1;
      else if (code[at] === "[") isInClass = true;
      else if (code[at] === "]") isInClass = false;
    }
    at += 1;
  }

  function readQuoted(mark: string): void {
    const text: Text = { at, text: "" };
    for (at += 1; code[at] !== mark; at += 1) {
      if (code[at] === "\\") at += 1;
      text.text += code.charAt(at);
    }
    at += 1;
    found.push(text);
  }

  function readTemplate(): void {
    const text: Text = { at, text: "" };
    for (at += 1; code[at] !== "`"; at += 1) {
      if (code.startsWith("${", at)) {
        at += 2;
        readCode();
        text.text += "…";
      } else {
        if (code[at] === "\\") at += 1;
        text.text += code.charAt(at);
      }
    }
    at += 1;
    found.push(text);
  }

  readCode();
  return found.sort((a, b) => a.at - b.at).map(({ text }) => text);
}
