import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writePage } from "../../scripts/redaction.ts";

test("docs/redaction.md has the placeholders and figures that npm run redaction writes", async () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "redaction.md"), "utf8");
  expect(await writePage(page)).toBe(page);
});
