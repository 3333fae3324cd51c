/** A team's own configuration and template, in the sandbox. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { docsFiles } from "../../../cli/start/docs-files.ts";

function write(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "docs-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "own"), text);
  return join(folder, "own");
}

test("a template stands where the configuration wants it", () => {
  const files = docsFiles(".", write("template: a/b.md\n"), write("# Own"));
  expect(files).toEqual({ ".github/postmortem.yml": "template: a/b.md\n", "a/b.md": "# Own" });
});

test("a configuration that names no template is made to name the one that was given", () => {
  const files = docsFiles(".", write("otherwise: skip"), write("# Own"));
  expect(files).toEqual({
    ".github/postmortem.yml": "otherwise: skip\ntemplate: .github/postmortem-template.md\n",
    ".github/postmortem-template.md": "# Own",
  });
});
