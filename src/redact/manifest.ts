/** The values of a Secret of Kubernetes in YAML: each is a secret, whatever its key, and in base64. */

import { isSecret } from "./no-secret.ts";
import type { Span } from "./span.ts";

const KIND = /(?:^|\n)[ \t]{0,20}(?:- )?kind:[ \t]{1,5}["']?Secret["']?[ \t]{0,5}(?:\r?\n|$)/;
const BLOCK =
  /(?<=^|\n)([ \t]{0,20})(?:data|stringData):[ \t]{0,5}\r?\n((?:\1[ \t]{1,20}[^\n]{1,20000}(?:\n|$)){1,200})/g;
const ENTRY = /(?<=^|\n)[ \t]{1,40}[\w.-]{1,100}:[ \t]{1,5}["']?([^\s"'|>][^\s"']{3,20000})/g;

// A blank line ends a manifest too: what follows may be another's.
const NEXT_MANIFEST = /(?<=\n)(?=[ \t]{0,99}\n|---)/;

/** The values below `data` and `stringData` of each such manifest in a text. */
export function findManifest(text: string, kind: string): Span[] {
  let from = 0;
  return text.split(NEXT_MANIFEST).flatMap((part) => {
    const start = from;
    from += part.length;
    return KIND.test(part) ? findValues(part, start, kind) : [];
  });
}

function findValues(manifest: string, start: number, kind: string): Span[] {
  return [...manifest.matchAll(BLOCK)].flatMap(({ 0: whole, 2: block = "", index }) => {
    const from = start + index + whole.length - block.length;
    return [...block.matchAll(ENTRY)].flatMap(({ 0: entry, 1: value = "", index: at }) => {
      const end = from + at + entry.length;
      return isSecret(value, "password") ? [{ start: end - value.length, end, kind }] : [];
    });
  });
}
