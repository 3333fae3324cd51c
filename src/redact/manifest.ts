/** The values of a Secret of Kubernetes in YAML: each is a secret, whatever its key, and in base64. */

import type { Finding } from "./finding.ts";
import { isSecret } from "./no-secret.ts";

const KIND = /(?:^|\n)[ \t]{0,20}(?:- )?kind:[ \t]{1,5}["']?Secret["']?[ \t]{0,5}(?:\r?\n|$)/;
const BLOCK =
  /(?<=^|\n)([ \t]{0,20})(?:data|stringData):[ \t]{0,5}\r?\n((?:\1[ \t]{1,20}[^\n]{1,20000}(?:\n|$)){1,200})/dg;
const ENTRY = /(?<=^|\n)[ \t]{1,40}[\w.-]{1,100}:[ \t]{1,5}["']?(?<value>[^\s"'|>][^\s"']{3,20000})/dg;

/** The values below `data` and `stringData`, where the text is such a manifest. */
export function findManifest(text: string, kind: string): Finding[] {
  if (!KIND.test(text)) return [];
  return [...text.matchAll(BLOCK)].flatMap(({ 2: block = "", indices }) => {
    const [from = 0] = indices?.[2] ?? [];
    return [...block.matchAll(ENTRY)].flatMap((entry) => {
      const [start = 0, end = 0] = entry.indices?.groups?.["value"] ?? [];
      return isSecret(block.slice(start, end), "password")
        ? [{ start: from + start, end: from + end, kind }]
        : [];
    });
  });
}
