import { expect, test } from "vitest";
import { countRequests, documentedTable } from "../../bench/scale.ts";

test("docs/scale.md tells what a delivery costs each service, as the sandbox counts it", async () => {
  expect(documentedTable()).toBe(await countRequests());
});
