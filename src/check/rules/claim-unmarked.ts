/** A reader must see which causes are known and which are guessed. */

import { type PostmortemSource, sectionsWith } from "../../postmortem/parse.ts";
import { type Claim, claimsIn, hasMark, MARKED, RECOMMENDED } from "../claims.ts";
import { saidIn } from "../content.ts";
import { excerpt } from "../excerpt.ts";
import type { CheckRule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";
import { identityOf } from "../skeleton.ts";

export const claimUnmarked: CheckRule = {
  meta: {
    id: "claim-unmarked",
    severity: "error",
    why: "A reader must see which causes are known and which are guessed.",
    fix: "End the paragraph or item with (confirmed: source), (likely) or (unknown).",
    wrong: "## Root Cause\n\nRetries close no connection.",
    right: "## Root Cause\n\nRetries close no connection (confirmed: acme/orders#812).",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const claims = claimsIn(source, context);
  const others = [...inHtml(source), ...inOwnSections(source, context)];
  if (claims.length + others.length === 0)
    return { nothing: "no section with claims has a paragraph or item of the author's" };
  return [...claims.filter(({ mark }) => mark === null).map(findingOf), ...others];
}

// Tags that are for text; a fold, a picture and a table are something else.
const TEXT = /^<(?:b|blockquote|dl|em|i|li|ol|p|strong|sub|sup|ul)\b/i;

function inHtml(source: PostmortemSource): RuleFinding[] {
  return sectionsWith(source, ...MARKED, ...RECOMMENDED).flatMap(({ key, blocks }) =>
    blocks
      .filter((block) => block.kind === "html" && TEXT.test(block.words) && saidIn(block) !== "")
      .map(({ line }) => ({
        line,
        message: "A claim stands in HTML, where its mark is not read.",
        fix: "Write it as Markdown, with its mark.",
        ...(MARKED.some((one) => one === key) ? {} : { severity: "warning" as const }),
      })),
  );
}

/** What a bot puts below headings of its own has no marks; what people add there is theirs. */
function inOwnSections({ sections }: PostmortemSource, { skeleton, author }: RuleContext): RuleFinding[] {
  if (skeleton === null || author === "person") return [];
  const known = new Set(skeleton.sections.map(identityOf));
  return sections
    .filter((section) => section.key === null && !known.has(identityOf(section)) && section.blocks.length > 0)
    .map(({ line, heading }) => ({
      line,
      severity: "warning",
      message: `The template has no section ${excerpt(heading)}, so no claim in it has a mark.`,
      fix: "Move what it says to the sections of the template.",
    }));
}

function findingOf({ block, isOptional }: Claim): RuleFinding {
  const message = hasMark(block.words)
    ? "The mark of the claim does not stand at its end."
    : "A claim does not say how well it is known.";
  return { line: block.line, message, ...(isOptional ? { severity: "warning" as const } : {}) };
}
