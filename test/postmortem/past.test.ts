import { expect, test } from "vitest";
import { listMarkdown } from "../../src/postmortem/directory.ts";
import { linkedFrom, readPast } from "../../src/postmortem/past.ts";

const PATH = "docs/postmortems/2026/2026-01-14-Q0LEAK.md";
const text = (front = "incident: Q0LEAK\ncreated: 2026-01-14T08:00:00Z", body = "") =>
  `---\n${front}\n---\n${body}`;

test("a past postmortem says what it was, why, and what is open", () => {
  const front =
    "incident: Q0LEAK\nservice: jobs\ncreated: 2026-01-14T08:00:00Z\nroot-cause: confirmed\ncauses: [change]";
  const body = `# Postmortem: Connection leak — jobs

## Root Cause
Connections were never closed. (confirmed: acme/jobs#12)

## Action Items
- [ ] Close them (owner: Sam; due: 2026-02-01)
- [x] Alert on them
`;
  expect(readPast(PATH, text(front, body), {})).toEqual({
    incidentId: "Q0LEAK",
    path: PATH,
    created: Date.parse("2026-01-14T08:00:00Z"),
    date: "2026-01-14",
    title: "Connection leak",
    service: "jobs",
    rootCause: "confirmed",
    causes: ["change"],
    rootCauseWords: "Connections were never closed. (confirmed: acme/jobs#12)",
    openItems: 1,
    openItemWords: ["Close them"],
    items: 2,
  });
});

test("what a file does not say is left open", () => {
  expect(readPast(PATH, text(), {})).toMatchObject({
    title: PATH,
    service: null,
    causes: [],
    rootCauseWords: null,
    items: 0,
  });
});

test.for([
  ["has no front matter", "# Notes"],
  ["names no incident", text("created: 2026-01-14T08:00:00Z")],
  ["does not say when it began", text("incident: Q0LEAK")],
  ["cannot be read", "x".repeat(5_000_000)],
])("a file that %s is none", ([, written]) => {
  expect(readPast(PATH, written ?? "", {})).toBeNull();
});

test("another document links it relative to its own folder", () => {
  const past = [{ date: "2026-01-14", title: "Leak", path: PATH, rootCause: null, openItems: 0 }];
  const [linked] = linkedFrom("docs/postmortems/2027", past);
  expect(linked?.path).toBe("../2026/2026-01-14-Q0LEAK.md");
});

test("files are listed with those of subfolders, but not for ever where a link leads back", () => {
  const list = (folder: string) => (folder.endsWith(".txt") ? [] : ["a.md", "b.markdown", "c.txt", "loop"]);
  const paths = listMarkdown({ list }, "docs");
  expect(paths.slice(0, 2)).toEqual(["docs/a.md", "docs/b.markdown"]);
  expect(paths.length).toBeLessThan(10_000);
});
