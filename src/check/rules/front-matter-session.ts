/** The address of the session is where a reader asks how the draft came about. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import { isDevinsHost } from "../hosts.ts";
import { findingAt } from "../keys.ts";
import type { CheckRule, RuleContext, RuleFinding } from "../rule.ts";

export const frontMatterSession: CheckRule = {
  meta: {
    id: "front-matter-session",
    severity: "error",
    why: "The address of the session is where a reader asks how the draft came about.",
    fix: "Write the address of the Devin session, or leave it empty.",
    wrong: "session: https://devin.example/sessions/1",
    right: "session: https://app.devin.ai/sessions/0f3c9a7d",
  },
  run,
};

// What people write where no session wrote the text.
const NONE = /^(?:none|n\/a)$/i;
const SESSION = /\/sessions\/[\w-]+\/?$/;

function run(source: PostmortemSource, { sessions }: RuleContext): RuleFinding[] {
  const session = source.values.session;
  return session === null || NONE.test(session) || isDevins(session, sessions)
    ? []
    : [
        findingAt(
          source,
          "session",
          `is no address of a session of Devin's for this incident: ${excerpt(session)}`,
        ),
      ];
}

function isDevins(session: string, known: string[]): boolean {
  if (known.includes(session)) return true;
  const url = URL.parse(session);
  const isAddress =
    url?.protocol === "https:" && url.username === "" && isDevinsHost(url) && SESSION.test(url.pathname);
  return isAddress && (known.length === 0 || known.some((one) => idIn(one) === idIn(session)));
}

/** Which session an address names: an enterprise has hosts of its own, and ids have a prefix in some places. */
function idIn(address: string): string {
  return address.replace(/\/$/, "").replace(/^.*\/(?:devin-)?/, "");
}
