import { expect, test } from "vitest";
import { parseConfig } from "../../src/settings/configuration.ts";

const warned = (...rules: string[]) =>
  parseConfig("postmortem.yml", `rules:\n${rules.map((rule) => `  - { ${rule} }`).join("\n")}`).warnings;

test.for([
  ["the same", "when: { priority: P1 }, do: skip", "when: { priority: p1 }, do: draft"],
  ["one of several", "when: { priority: [P1, P2] }, do: draft", "when: { priority: P2 }, do: skip"],
  ["one more condition", "when: { team: A }, do: skip", "when: { team: A, urgency: high }, do: draft"],
  ["any service", "when: { service: '*' }, do: skip", "when: { service: orders }, do: draft"],
  ["a shorter time", "when: { shorter-than: 10m }, do: skip", "when: { shorter-than: 5m }, do: draft"],
  ["a longer time", "when: { longer-than: 1h }, do: draft", "when: { longer-than: 1h }, do: skip"],
] as const)("a rule after one that holds for %s is warned of, with its line", ([, first, second]) => {
  expect(warned("when: { title: x }, do: skip", first, second)).toEqual([
    expect.stringMatching(/^postmortem\.yml:4: rule 3 never decides, since rule 2 holds whenever it does/),
  ]);
});

test.for([
  ["another value", "when: { priority: P1 }, do: skip", "when: { priority: [P1, P2] }, do: draft"],
  ["another condition", "when: { priority: P1 }, do: skip", "when: { urgency: high }, do: draft"],
  ["a longer time", "when: { shorter-than: 5m }, do: skip", "when: { shorter-than: 10m }, do: draft"],
  ["any time", "when: { longer-than: 5m }, do: skip", "when: { priority: P1 }, do: draft"],
  ["a shorter time", "when: { longer-than: 2h }, do: skip", "when: { longer-than: 1h }, do: draft"],
  ["what is not known", "when: { type: x }, do: skip", "when: { type: x }, do: skip, if-unknown: skip"],
] as const)("a rule that holds for %s is not", ([, first, second]) => {
  expect(warned(first, second)).toEqual([]);
});
