import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSingleLine } from "../../src/lib/text.ts";
import { inert, linkTo } from "../../src/postmortem/inline.ts";
import { shownWords } from "../../src/postmortem/markdown.ts";
import { parsePostmortem } from "../../src/postmortem/parse.ts";

const shown = (markdown: string) => {
  const read = parsePostmortem("a.md", `${markdown}\n`, {});
  return "problem" in read ? [] : read.tree.children;
};

describe("strangers' words", () => {
  test.for([
    ["1) list", "1\\) list"],
    ["1. list", "1\\. list"],
    ["- item", "\\- item"],
    ["=====", "\\====="],
    ["Deploy :tada: done", "Deploy `:tada:` done"],
    [":a_b::c:", "`:a_b::c:`"],
    ["at 10:32:05", "at 10:32:05"],
    ["ask kim@db-7.example now", "ask `kim@db-7.example` now"],
    ["about :100: of them, :+1:", "about `:100:` of them, `:+1:`"],
    ["@team, see <b>x</b>", "&#64;team, see &lt;b&gt;x&lt;/b&gt;"],
  ] as const)("%j become %j", ([words, markdown]) => {
    expect(inert(words, 100)).toBe(markdown);
  });

  test("read back as they were, in one paragraph of text and code alone", () => {
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.string({ unit: fc.constantFrom(..."#-=+*_`~:|<>[]()!&;@$\\1.) aB/w".split("")), maxLength: 40 }),
    );
    fc.assert(
      fc.property(words, (text) => {
        const line = toSingleLine(text, 100);
        fc.pre(line !== "");
        const [paragraph, ...others] = shown(inert(text, 100));
        expect(others).toEqual([]);
        expect(paragraph?.type).toBe("paragraph");
        expect(paragraph && shownWords(paragraph)).toBe(line);
        if (paragraph && "children" in paragraph)
          for (const child of paragraph.children) expect(["text", "inlineCode"]).toContain(child.type);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a link", () => {
  test.for([
    [
      "https://github.com/acme/orders/commit/9fceb02d0ae598e95dc970b74767f19372d61af8",
      "x",
      "acme/orders@9fceb02",
    ],
    ["https://github.com/acme/orders/pull/12", "acme/other#1", "acme/orders\\#12"],
    ["https://monitor.example/8123", "Monitor", "Monitor"],
    ["https://monitor.example/8123", null, "monitor.example"],
    ["https://evil.example/", "github.com/acme", "evil.example"],
    ["https://evil.example/", "acme/orders@9fceb02", "evil.example"],
  ] as const)("to %s that says %j is called %j", ([href, text, label]) => {
    expect(linkTo({ href, text })).toBe(`[${label}](${href})`);
  });

  test.for(["javascript:alert(1)", "ftp://a.example/", "https://kim:pw@a.example/", "nowhere"])(
    "to %s is none",
    (href) => {
      expect(linkTo({ href, text: "a" })).toBeNull();
    },
  );

  test("leads where it led, whatever is in its address", () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string(),
        (href, text) => {
          const [paragraph] = shown(linkTo({ href, text }) ?? "");
          const [link, ...others] = paragraph && "children" in paragraph ? paragraph.children : [];
          expect(others).toEqual([]);
          expect(link?.type).toBe("link");
          if (link?.type === "link") expect(decodeURI(link.url)).toBe(decodeURI(new URL(href).href));
        },
      ),
      { numRuns: 100 },
    );
  });
});
