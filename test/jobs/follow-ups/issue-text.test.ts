import { describe, expect, test } from "vitest";
import { addressIn, describeItems, type Redact } from "../../../src/jobs/follow-ups/issue-text.ts";
import { actionItem, followUps } from "./builders.ts";

const fileUrl = (path: string) => `https://github.com/acme/docs/blob/main/${path}`;

async function textsOf(
  items: Parameters<typeof followUps>[0],
  redact: Redact = (texts) => Promise.resolve([...texts]),
) {
  return (await describeItems(followUps(items), fileUrl, redact)).map(({ issue }) => issue);
}

describe("the text of an issue", () => {
  test("says what, by whom, by when, and where it comes from", async () => {
    const [written] = await textsOf(["Add a limit"]);
    expect(written).toEqual({
      title: "Add a limit",
      words: "Add a limit",
      owner: "Jordan Lee",
      text: expect.stringMatching(
        /^Add a limit\n\n- From: \[Pool exhaustion\]\(https:.*\.md\)\n- Owner: Jordan Lee\n- Due: 2026-03-01\n- Kind: prevent\n- Done when: it holds\n\n/,
      ),
    });
  });

  test("leaves out what the item does not say", async () => {
    const bare = { owner: null, due: null, kind: null, doneWhen: null };
    const [written] = await textsOf([actionItem("Add a limit", bare)]);
    expect(written?.text).not.toMatch(/Owner|Due|Kind|Done when/);
  });

  test("is inert: no mention, no reference, no HTML", async () => {
    const words = "Ask @sam, fixes #12, see acme/orders#3 and <b>x</b>";
    const [written] = await textsOf([actionItem(words, { owner: "@jlee" })]);
    expect(written?.text.split("\n")[0]).toBe(
      "Ask `@sam,` `fixes` `#12,` see `acme/orders#3` and &lt;b&gt;x&lt;/b&gt;",
    );
    expect(written?.text).toContain("- Owner: `@jlee`");
  });

  test("is redacted before anything is cut, so that no part of a secret is left", async () => {
    const hide: Redact = (texts) =>
      Promise.resolve(texts.map((text) => text.replace("hunter2", "[redacted]")));
    const written = await textsOf(["Change hunter2", `${"x ".repeat(498)}hunter2`], hide);
    expect(written.map(({ words }) => words.slice(-10))).toEqual(["[redacted]", "x x x [re…"]);
  });

  test.for(["x ", "#1 ", "& "])("is bounded for %s many times", async (words) => {
    const [written] = await textsOf([actionItem(words.repeat(9_999), { doneWhen: "y".repeat(9_999) })]);
    expect(written?.title.length).toBeLessThanOrEqual(256);
    expect(written?.text.length).toBeLessThan(6_000);
  });

  test("has a title without Markdown, in which nothing acts either", async () => {
    const [written] = await textsOf(["Closes #4: set `max_size` of **the pool** for @sam"]);
    expect(written?.title).toBe("`Closes` `#4:` set 'max_size' of **the pool** for `@sam`");
  });
});

test("the address is read back in linear time, whatever people made of the line", async () => {
  const [written] = await textsOf(["Add a limit"]);
  expect(addressIn(`Before\n\n${written?.text}`)).toMatch(/^https:.*\.md$/);
  const started = performance.now();
  expect(addressIn(`- From: [${"](a".repeat(21_000)} `)).toBe(null);
  expect(performance.now() - started).toBeLessThan(500);
});
