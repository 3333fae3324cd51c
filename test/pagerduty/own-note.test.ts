import { describe, expect, test } from "vitest";
import { isOwnNote, readOwnNote, writeOwnNote } from "../../src/pagerduty/own-note.ts";

const SESSION = "https://app.devin.ai/sessions/1";
const PULL = "https://github.com/acme/docs/pull/7";

describe("our note", () => {
  test.for([null, PULL])("reads back as it was written, with the pull request %s", (pullRequest) => {
    expect(readOwnNote(writeOwnNote({ session: SESSION, pullRequest }))).toEqual({
      session: SESSION,
      pullRequest,
    });
  });

  test("of an older version is ours as well", () => {
    const old = `Postmortem: Devin works on it in ${SESSION}\nPull request: ${PULL}\n[postmortem-bridge]`;
    expect(readOwnNote(old)).toEqual({ session: SESSION, pullRequest: PULL });
  });

  test.for([
    "The bot wrote [postmortem-bridge]",
    `> ${writeOwnNote({ session: SESSION, pullRequest: null })}`,
    `${writeOwnNote({ session: SESSION, pullRequest: null })}\nand I agree`,
    "[postmortem-bridge] Postmortem",
  ])("is not what a person writes about it: %j", (text) => {
    expect(isOwnNote(text)).toBe(false);
  });
});
