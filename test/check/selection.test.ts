import { expect, test } from "vitest";
import { selectPostmortems } from "../../src/check/selection.ts";

test("Markdown in the directory and below it is checked, MDX is named, and all else is passed over", () => {
  const paths = [
    "docs/postmortems/a.md",
    "docs/postmortems/2026/b.MD",
    "docs/postmortems/2026/c.markdown",
    "docs/postmortems/d.mdx",
    "docs/postmortems/e.txt",
    "docs/postmortems-old/f.md",
    "docs/postmortems/README.md",
    "docs/postmortems/2026/index.md",
    "docs/postmortems/TEMPLATE.md",
    "README.md",
  ];
  const { postmortems, notChecked } = selectPostmortems(paths, "docs/postmortems");
  expect(postmortems).toEqual(paths.slice(0, 3));
  expect(notChecked).toEqual([expect.stringContaining("d.mdx")]);
});
