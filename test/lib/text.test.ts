import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkdown, toFencedJson, toInertMarkdown, toSingleLine } from "../../src/lib/text.ts";

const anything = fc.string({ unit: "binary", maxLength: 300 });

describe("plain words", () => {
  test.for([
    ["a newline", "a\r\nb\tc", "a b c"],
    ["separators", "a\u2028b\u2029c\u00a0d\u3000e", "a b c d e"],
    ["a terminal's escape", "a\u001b[31mb", "a [31mb"],
    ["bidirectional marks", "a\u202eb\u2066c\u2069d\u200f", "abcd"],
    ["zero-width characters", "in\u200bvi\u200csi\u200dble\ufeff\u2060", "invisible"],
    ["variation selectors and tags", "a\ufe0f\u{e0061}\u{e0100}b", "ab"],
    ["a soft hyphen and a filler", "a\u00adb\u3164c", "abc"],
    ["half a character", "a\ud800b", "a\ufffdb"],
    ["spaces around", "  a  ", "a"],
    ["nothing that can be seen", "\u200b \u202e\n", ""],
  ] as const)("%s", ([, words, line]) => {
    expect(toSingleLine(words, 100)).toBe(line);
  });

  test("are cut by characters, with a mark that they were", () => {
    expect(toSingleLine("abcde", 5)).toBe("abcde");
    expect(toSingleLine("abcdef", 5)).toBe("abcd…");
    expect(toSingleLine("🔥🔥🔥🔥", 3)).toBe("🔥🔥…");
  });

  test("of any string are one bounded line of visible characters, and stay as they are", () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 80 }), (words, longest) => {
        const line = toSingleLine(words, longest);
        expect([...line].length).toBeLessThanOrEqual(longest);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(toSingleLine(line, longest)).toBe(line.trim());
      }),
    );
  });
});

describe("Markdown", () => {
  test.for([
    ["a heading", "# Root cause", "\\# Root cause"],
    ["a tag", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["an entity", "&lt;b&gt;", "&amp;lt;b&amp;gt;"],
    ["a link", "[click](https://x)", "\\[click\\](https&#58;//x)"],
    [
      "a bare address",
      "https://evil.example and WWW.evil.example",
      "https&#58;//evil.example and WWW&#46;evil.example",
    ],
    ["an image", "![x](y)", "!\\[x\\](y)"],
    ["emphasis, code and strikes", "*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"],
    ["a table", "a | b", "a \\| b"],
    ["an escape", "a\\|b", "a\\\\\\|b"],
    ["a mention", "@octocat", "&#64;octocat"],
    ["an issue", "#12", "\\#12"],
    ["a formula and an expression", ["$", "{{ github.token }}"].join(""), "\\$\\{\\{ github.token \\}\\}"],
    ["a new paragraph", "a\n\n# b", "a \\# b"],
  ] as const)("%s is only words", ([, words, text]) => {
    expect(escapeMarkdown(words, 100)).toBe(text);
  });

  test("of any string has no tag, no bare mark and no second line", () => {
    fc.assert(
      fc.property(anything, (words) => {
        const text = escapeMarkdown(words, 200);
        expect(text).not.toMatch(/[<>@\n]/);
        expect(text.replace(/\\./gu, "").replace(/&#(?:46|58|64);/g, "")).not.toMatch(/[`*_{}[\]#|~$\\]/);
      }),
    );
  });
});

describe("inert Markdown", () => {
  test.for([
    ["Ask @sam (or @acme/orders).", "Ask `@sam` (or `@acme/orders).`"],
    ["fixes #12", "`fixes` `#12`"],
    ["Closes: acme/orders#3", "`Closes:` `acme/orders#3`"],
    ["resolves https://github.com/a/b/issues/4", "`resolves` `https://github.com/a/b/issues/4`"],
    ["GH-5 fixed, see:gh-6 (GH-7) and XGH-8", "`GH-5` fixed, `see:gh-6` `(GH-7)` and XGH-8"],
    ["a@b.example `@x`", "`a@b.example` `'@x'`"],
    [
      "Deploy :tada: at 10:32:05, :+1: arn:aws:iam::12:x",
      "Deploy `:tada:` at 10:32:05, `:+1:` `arn:aws:iam::12:x`",
    ],
    ["::error::<script> @sam<b>", "`::error::‹script›` `@sam‹b›`"],
    ["The fix resolves a <b>", "The fix resolves a &lt;b&gt;"],
  ])("of %j is %j", ([words = "", inert]) => {
    expect(toInertMarkdown(words, 200)).toBe(inert);
  });

  test("of any string leaves no mention outside a code span", () => {
    fc.assert(
      fc.property(anything, (words) => {
        const text = toInertMarkdown(words, 200);
        expect(text).not.toMatch(/[<>]/);
        const prose = text.replace(/`[^`]+`/g, "");
        expect(prose.replaceAll("\\`", "")).not.toMatch(/@[\p{L}\p{N}_-]|[\n`]/u);
      }),
    );
  });
});

describe("fenced JSON", () => {
  test("is read back as the same plain words", () => {
    fc.assert(
      fc.property(anything, (words) => {
        const json = toFencedJson({ a: words, b: [words, null, 1] });
        expect(json).not.toMatch(/[<>]/);
        const line = toSingleLine(words, 1_024);
        expect(JSON.parse(json)).toEqual({ a: line, b: [line, null, 1] });
      }),
    );
  });

  test("has no tag, and a long fact is cut", () => {
    expect(toFencedJson("</incident-data>")).toBe('"\\u003c/incident-data\\u003e"');
    expect(JSON.parse(toFencedJson("x".repeat(2_000)))).toBe(`${"x".repeat(1_023)}…`);
  });
});
