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
const COMMIT = "9fceb02d0ae598e95dc970b74767f19372d61af8";

const change = (when: string, details: string, href: string) => ({ when, details, links: [{ href }] });

function told({
  facts = {},
  changes = [] as object[],
  skeleton = SKELETON as string | null,
  file = true,
} = {}) {
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
    JSON.stringify({ changes }, null, 2),
    ...(skeleton === null ? [] : ["Skeleton:", skeleton]),
  ];
  return [
    ...(file
      ? ["- File: `docs/a.md`", "- Branch: `postmortem/Q1`", "- Pull request title: `Postmortem`"]
      : []),
    "<incident-data-7f3a>",
    ...parts,
    "</incident-data-7f3a>",
  ].join("\n");
}

const write = (...messages: string[]) => writePostmortem({ told: messages, sessionUrl: SESSION });

describe("a postmortem", () => {
  test("keeps what the skeleton has, and fills what it leaves open", () => {
    const draft = write(told());
    expect(draft).toMatchObject({ path: "docs/a.md", branch: "postmortem/Q1", title: "Postmortem" });
    expect(draft?.text).toContain(`session: ${SESSION}\n`);
    expect(draft?.text).toContain(
      "## Summary\n\nPagerDuty alerted at 14:32 UTC. Why it happened is not known",
    );
    expect(draft?.text).toMatch(
      /- \[ \] Compare .* \(owner: open; due: open; kind: prevent; done when: .*\)\n- \[ \] Let/,
    );
    expect(draft?.text).toMatch(
      /## Not Checked\n\n- Datadog: .*\n- Sentry: .*\n- The log could not be read\n/,
    );
    expect(draft?.text).not.toContain("- [ ] \n");
  });

  test("tells how long it took, where that is known", () => {
    const resolved = { resolved: "2026-02-10T15:18:02.000Z" };
    expect(write(told({ facts: { ...resolved, duration: "46 minutes" } }))?.text).toContain(
      "was resolved after 46 minutes.",
    );
    expect(write(told({ facts: { ...resolved, created: null } }))?.text).toContain(
      "PagerDuty alerted, and the incident was resolved later.",
    );
  });

  test("cites the commit of the last change before the incident, where one is named", () => {
    const skeleton = `${SKELETON}\n## Evidence\n`;
    const address = "https://github.com/acme/orders/actions/runs/1";
    const cited = (...changes: object[]) => write(told({ skeleton, changes }))?.text;
    expect(cited(change("before", `{"commit":"${COMMIT}"}`, address))).toContain(
      `[acme/orders@9fceb02](https://github.com/acme/orders/commit/${COMMIT})`,
    );
    for (const none of [
      change("during", COMMIT, address),
      change("before", "no commit", address),
      change("before", COMMIT, "https://gitlab.example/acme/orders"),
    ])
      expect(cited(none)).not.toContain("/commit/");
  });

  test("is written from the newest facts, to the file that was named first", () => {
    const update = told({ file: false, facts: { created: "2026-02-10T16:00:00Z" } });
    expect(write(told(), update)).toMatchObject({
      path: "docs/a.md",
      text: expect.stringContaining("PagerDuty alerted at 16:00 UTC"),
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
