/** The sandbox's Devin as a reader and writer, without a session around it. */

import { describe, expect, test } from "vitest";
import { writePostmortem } from "../../../sandbox/devin/writer.ts";

const SESSION = "https://app.devin.ai/sessions/1";
const SKELETON = `---
incident: Q1
session:
---
# Postmortem: A

## Summary

## Action Items

- [ ]${" "}

## Not Checked

- The log could not be read
`;

function told({ facts = {}, skeleton = SKELETON as string | null, file = true } = {}) {
  const known = {
    created: "2026-02-10T14:32:00Z",
    resolved: null,
    duration: null,
    incident: "Q1",
    url: null,
  };
  const parts = [
    "Facts:",
    JSON.stringify({ ...known, ...facts }, null, 2),
    "Evidence from PagerDuty:",
    "{}",
    ...(skeleton === null ? [] : ["Skeleton:", skeleton]),
  ];
  return [
    ...(file ? ["- File: `docs/a.md`", "- Branch: `postmortem/Q1`"] : []),
    "<incident-data-7f3a>",
    ...parts,
    "</incident-data-7f3a>",
  ].join("\n");
}

const write = (...messages: string[]) => writePostmortem({ told: messages, sessionUrl: SESSION });

describe("a postmortem", () => {
  test("keeps what the skeleton has, and fills what it leaves open", () => {
    const draft = write(told());
    expect(draft).toMatchObject({ path: "docs/a.md", branch: "postmortem/Q1", title: "Postmortem: A" });
    expect(draft?.text).toContain(`session: ${SESSION}\n`);
    expect(draft?.text).toMatch(/## Summary\n\nWhy it happened is not known: .* \(unknown\)\.\n/);
    expect(draft?.text).toMatch(/- \[ \] Compare .*\n- \[ \] Connect/);
    expect(draft?.text).toMatch(/## Not Checked\n\n- The log could not be read\n- Datadog and Sentry/);
    expect(draft?.text).not.toContain("- [ ] \n");
  });

  test("is written from the newest facts, to the file that was named first", () => {
    const skeleton = `${SKELETON}\n## Evidence\n\n- the newest\n`;
    const update = told({ file: false, skeleton });
    expect(write(told(), update)).toMatchObject({
      path: "docs/a.md",
      text: expect.stringContaining("- the newest"),
    });
  });

  test("is not written before a file is named, while it is gathered for, or on hold", () => {
    expect(write(told({ file: false }))).toBeNull();
    expect(write(told({ skeleton: null }))).toBeNull();
    expect(write(told(), "Hold: write nothing.")).toBeNull();
  });
});

describe("a brief", () => {
  test.for<[string, string]>([
    ["two data blocks", told() + told()],
    ["a block that does not end", "<incident-data-7f3a>\nFacts:\n{}"],
    ["a block that ends twice", `${told()}\n</incident-data-7f3a>`],
    ["a block without facts", "<incident-data-7f3a>\nnothing\n</incident-data-7f3a>"],
  ])("with %s is refused", ([, message]) => {
    expect(() => write(message)).toThrow("not exactly one whole data block");
  });
});
