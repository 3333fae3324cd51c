/** Whether a block says anything. */

import { INVISIBLE } from "../lib/text.ts";
import type { Block } from "../postmortem/blocks.ts";
import { markOf } from "./claims.ts";

// What people write where they have nothing to say.
const FILLER =
  /^(?:n\/?a|not applicable|tb[acds]|t\.b\.[acds]|todo|to be (?:added|confirmed|decided|defined|determined|done|filled in|written)|to follow|pending|(?:see|as) (?:the )?(?:above|below|summary|impact|timeline|root cause|action items|evidence)(?: above| below)?|nothing to (?:add|report|say|see)|coming soon|work in progress|wip|x{2,})$/i;

// Placeholders are another rule's findings, as is an item without words.
const PLACEHOLDER = /^(?:TODO|TBD|XXX)$/;

/** Whether a block says something. */
export function isContent(block: Block): boolean {
  if (block.kind === "heading") return false;
  const words = saidIn(block);
  if (PLACEHOLDER.test(words)) return true;
  return (words !== "" || block.kind === "item") && !FILLER.test(words);
}

/** What a reader sees of it, without punctuation around it. */
export function saidIn({ kind, words, form }: Block): string {
  const { start = words.length } = markOf(words) ?? {};
  const seen =
    kind === "html" ? words.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]{0,1000}>/g, "") : words.slice(0, start);
  const bare = seen.replace(INVISIBLE, "").replace(/^[\s\p{P}\p{S}]{1,1000}|[\s\p{P}\p{S}]{1,1000}$/gu, "");
  return bare === "" && form.includes("![") ? "image" : bare;
}
