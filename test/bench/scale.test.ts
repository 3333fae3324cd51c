import { expect, test } from "vitest";
import { countFollowUps, countRequests, documentedTable } from "../../bench/scale.ts";

test.for([
  ["a delivery", "counted", countRequests],
  ["the follow-ups", "counted-follow-ups", countFollowUps],
] as const)(
  "docs/scale.md tells what %s cost each service, as the sandbox counts it",
  async ([, name, count]) => {
    expect(documentedTable(name)).toBe(await count());
  },
);
