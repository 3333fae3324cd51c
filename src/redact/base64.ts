/** Secrets within base64, as Kubernetes, CI systems and headers carry them. */

import type { Span } from "./span.ts";

const RUN = /(?<![\w+/=-])[\w+/-]{16,}={0,2}/g;
const READABLE = /^[\t\r\n -~]+$/;

/** The runs of base64 that are text in which `find` finds something, each named by the first of it. */
export function findEncoded(text: string, find: (words: string) => Span[]): Span[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const words = Buffer.from(run, "base64").toString("latin1");
    const [first] = READABLE.test(words) ? find(words) : [];
    return first === undefined ? [] : [{ ...first, start: index, end: index + run.length }];
  });
}
