import fc from "fast-check";
import { expect, test } from "vitest";
import { citationsOf } from "../../src/check/citations.ts";
import { RULES } from "../../src/check/rules.ts";
import { createGitHub } from "../../src/github/client.ts";
import { readReferences } from "../../src/github/references.ts";
import { fakeClock, incidentRecord } from "../builders.ts";
import { contextOf, referencesOf, sourceOf } from "./sources.ts";

const rules = RULES;

// Pieces of which Markdown, and what the rules look for, is made.
const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "\n",
    "\n\n",
    "\n## ",
    "\n- [ ] ",
    "\n> ",
    "    ",
    "```",
    "`",
    "*",
    "_",
    "~~",
    "|",
    "\n| - |\n",
    "[",
    "](",
    ")",
    "(",
    "<",
    ">",
    "<!--",
    "-->",
    "<a href=",
    "<p hidden",
    "[x]: ",
    "![",
    "[^1]",
    "\n[^1]: ",
    "&#0;",
    "\\",
    "\0",
    "\uD800",
    "\u200B",
    "👩‍🚒",
    "Root Cause",
    "Action Items",
    "Not Checked",
    "Evidence",
    "Summary",
    "Timeline",
    "root cause",
    "caused by ",
    "(confirmed: ",
    "(unknown)",
    "(owner: ",
    "; due: ",
    "kind: ",
    "done when: ",
    "Improve monitoring",
    "the engineer should have ",
    "Jordan Lee",
    "https://github.com/acme/orders/pull/1",
    "https://github.com/%",
    "https://",
    "javascript:",
    "acme/orders#1",
    "acme/orders@9fceb02",
    "acme/orders:a/b",
    "#12",
    "@",
    "/",
    ":",
    "#",
    ".",
    "-",
    "2026-02-10",
    "14:32 UTC",
    "a@b.example",
    "password: x1",
  ),
);
const markdown = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

test("no text makes a rule fail, or find something on a line that is not there", async () => {
  const context = contextOf({
    record: incidentRecord({ record: { responders: ["Jordan Lee"], missing: ["Notes: not read."] } }),
    references: referencesOf({ "acme/orders#1": { state: "found", kind: "pull request", landedAt: 8e15 } }),
  });
  await fc.assert(
    fc.asyncProperty(markdown, async (body) => {
      const source = sourceOf(body);
      for (const { run } of rules) {
        const result = await run(source, context);
        for (const { line, message } of "nothing" in result ? [] : result) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(source.lines.length);
          expect(message).toMatch(/^[^\p{Cc}\p{Cf}]{1,600}$/u);
        }
      }
    }),
    { numRuns: 150 },
  );
});

const QUERY =
  /^query \((?:\$[fr]\d+[on]?: (?:String|Int)!(?:, )?)+\) \{(?: r\d+: repository\(owner: \$r\d+o, name: \$r\d+n\) \{(?: f\d+: (?:object\(expression: \$f\d+\) \{ __typename \.\.\. on Commit \{ committedDate \} \}|issueOrPullRequest\(number: \$f\d+\) \{ __typename \.\.\. on PullRequest \{ createdAt mergedAt \} \}))+ \})+ \}$/;

test("no text puts anything but known words into the query, or asks another host", async () => {
  const asked: { url: string; query: string }[] = [];
  const read = (body: string) =>
    readReferences({
      citations: citationsOf(sourceOf(body), {
        repository: "acme/docs",
        serverUrl: "https://github.com",
        incident: null,
      }),
      github: createGitHub({
        apiUrl: "https://api.github.com",
        token: "ghs_0123456789abcdef",
        clock: fakeClock(),
        fetch: (url, { body }) => {
          asked.push({ url, query: JSON.parse(String(body)).query });
          return Promise.resolve(Response.json({ data: {} }));
        },
      }),
    });
  await fc.assert(
    fc.asyncProperty(markdown, async (body) => {
      await read(body);
      for (const { url, query } of asked.splice(0)) {
        expect(url).toBe("https://api.github.com/graphql");
        expect(query).toMatch(QUERY);
      }
    }),
    { numRuns: 150 },
  );
});
