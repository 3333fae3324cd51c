/** Where the links of a text lead, those included whose address is defined elsewhere in it. */

import type { Nodes, Root } from "mdast";
import { nodesOf } from "./markdown.ts";

/** The addresses of `[name]: address` lines by their name. */
export function definitionsOf(tree: Root): Map<string, string> {
  const definitions = new Map<string, string>();
  // The first of a name is the one that counts.
  for (const node of nodesOf(tree))
    if (node.type === "definition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url);
  return definitions;
}

/** Where a node that is a link leads; null for any other. */
export function addressOf(node: Nodes, definitions: Map<string, string>): string | null {
  if (node.type === "link") return node.url;
  return node.type === "linkReference" ? (definitions.get(node.identifier) ?? null) : null;
}
