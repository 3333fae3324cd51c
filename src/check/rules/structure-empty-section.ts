/** An empty section says neither that nothing is known nor that nobody looked. */

import { INVISIBLE, toSingleLine } from "../../lib/text.ts";
import type { Block } from "../../postmortem/blocks.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { markOf } from "../claims.ts";
import type { Rule, RuleFinding } from "../rule.ts";

export const structureEmptySection: Rule = {
  meta: {
    id: "structure-empty-section",
    group: "structure",
    severity: "error",
    why: "An empty section says neither that nothing is known nor that nobody looked.",
    fix: "Fill the section, or write that nothing is known of it and why.",
    wrong: "## Root Cause\n\nSee below.",
    right: "## Root Cause\n\nNot established: the logs of that hour are gone (unknown)",
  },
  run,
};

const LONGEST_SHOWN = 80;

// What people write where they have nothing to say.
const FILLER =
  /^(?:n\/?a|not applicable|tb[dcas]|todo|to be (?:decided|determined|done|added|filled in|written|confirmed)|to follow|pending|(?:see|as) (?:the )?(?:above|below|summary|impact|timeline|root cause|action items|evidence)(?: above| below)?|nothing to (?:add|report|say|see)|coming soon|work in progress|wip|x{2,})$/i;

function run({ sections: [, ...sections] }: PostmortemSource): RuleFinding[] {
  return sections
    .filter(({ blocks }) => !blocks.some(isContent))
    .map(({ heading, line, blocks }) => {
      const name = toSingleLine(heading, LONGEST_SHOWN);
      const words = blocks.find((block) => said(block) !== "")?.words;
      return {
        line,
        message:
          words === undefined
            ? `The section ${name} has nothing in it.`
            : `The section ${name} says nothing but ${toSingleLine(words, LONGEST_SHOWN)}`,
      };
    });
}

// Placeholders are another rule's findings, as is an item without words.
const PLACEHOLDER = /^(?:TODO|TBD|XXX)$/;

/** Whether a block says something. */
function isContent(block: Block): boolean {
  if (block.kind === "heading") return false;
  const words = said(block);
  if (PLACEHOLDER.test(words)) return true;
  return (words !== "" || block.kind === "item") && !FILLER.test(words);
}

/** What a reader sees of it, without punctuation around it. */
function said({ kind, words, form }: Block): string {
  const { start = words.length } = markOf(words) ?? {};
  const seen =
    kind === "html" ? words.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]{0,1000}>/g, "") : words.slice(0, start);
  const bare = seen.replace(INVISIBLE, "").replace(/^[\s\p{P}\p{S}]{1,1000}|[\s\p{P}\p{S}]{1,1000}$/gu, "");
  return bare === "" && form.includes("![") ? "image" : bare;
}
