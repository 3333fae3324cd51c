import { expect, test } from "vitest";
import { annotationsOf, countOf, renderChecked, verdictOf } from "../../src/check/report.ts";
import type { Checked, Finding } from "../../src/check/run.ts";

function finding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: "timeline-order",
    severity: "error",
    file: "docs/postmortems/a.md",
    line: 12,
    message: "The row stands after a later one.",
    fix: "Sort the rows.",
    ...overrides,
  };
}

const checkedOf = (overrides: Partial<Checked> = {}): Checked => ({
  files: ["docs/postmortems/a.md"],
  removed: [],
  findings: [],
  notRun: [],
  nothingToCheck: [],
  ...overrides,
});

const WARNING = finding({ severity: "warning", line: 3 });

test("an annotation stands on its line, with its rule, its message and what to do", () => {
  expect(annotationsOf(checkedOf({ findings: [WARNING, finding()] }))).toEqual([
    {
      severity: "error",
      title: "timeline-order",
      file: "docs/postmortems/a.md",
      startLine: 12,
      message: "The row stands after a later one. → Sort the rows.",
    },
    expect.objectContaining({ severity: "warning", startLine: 3 }),
  ]);
});

test("annotations keep below what GitHub shows of a step, so that none of the run's own is lost", () => {
  const many = (severity: "error" | "warning") => Array.from({ length: 40 }, () => finding({ severity }));
  const severities = annotationsOf(checkedOf({ findings: [...many("warning"), ...many("error")] })).map(
    ({ severity }) => severity,
  );
  expect(severities.filter((severity) => severity === "error")).toHaveLength(9);
  expect(severities.filter((severity) => severity === "warning")).toHaveLength(8);
});

test("no message of an annotation are a command to the runner, or longer than people read", () => {
  const [annotation] = annotationsOf(
    checkedOf({
      findings: [
        finding({ file: "docs/##[error].md", message: `##[add-mask]a\n::error::b ${"x".repeat(3_000)}` }),
      ],
    }),
  );
  expect(JSON.stringify(annotation)).not.toContain("##[");
  expect(annotation?.message).not.toContain("\n");
  expect(annotation?.message.length).toBeLessThanOrEqual(1_001);
});

test("the verdict counts", () => {
  expect(verdictOf(checkedOf({ findings: [finding(), WARNING, WARNING] }))).toBe(
    "1 error and 2 warnings in 1 postmortem",
  );
  expect(verdictOf(checkedOf({ files: ["a.md", "b.md"] }))).toBe("0 errors and 0 warnings in 2 postmortems");
  expect(verdictOf(checkedOf({ files: [] }))).toBe("the pull request changes no postmortem");
  expect(countOf(checkedOf({ findings: [finding(), WARNING] }), "warning")).toBe(1);
});

test("the summary lists findings with errors first, files, and, folded, what had nothing to look at", () => {
  const lines = renderChecked(
    checkedOf({
      removed: ["docs/postmortems/old.md"],
      findings: [WARNING, finding({ message: "A | <b>" })],
      nothingToCheck: [
        "docs/postmortems/a.md: people-final had nothing to look at: not finished.",
        "claims: no claim.",
      ],
    }),
    "https://github.com/acme/docs/blob/0f3c",
  );
  expect(lines.join("\n")).toBe(`
| Finding | What is wrong → what to do |
| --- | --- |
| 🔴 error, [line 12](https://github.com/acme/docs/blob/0f3c/docs/postmortems/a.md?plain=1#L12), \`timeline-order\` | A \\| &lt;b&gt; → Sort the rows. |
| 🟡 warning, [line 3](https://github.com/acme/docs/blob/0f3c/docs/postmortems/a.md?plain=1#L3), \`timeline-order\` | The row stands after a later one. → Sort the rows. |

Checked: docs/postmortems/a.md

Removed, and not checked: docs/postmortems/old.md

<details><summary>Rules that had nothing to look at</summary>

- people-final: not finished.
- claims: no claim.

</details>`);
});

test("a finding names its file where there are several, and no name ends its link", () => {
  const [first, second] = ["a (1).md", "b.md"];
  const lines = (filesUrl: string | null) =>
    renderChecked(checkedOf({ files: [first, second], findings: [finding({ file: first })] }), filesUrl);
  expect(lines(null).join("\n")).toContain("| 🔴 error, a (1).md, line 12, ");
  expect(lines("https://x/blob/1").join("\n")).toContain("](https://x/blob/1/a%20%281%29.md?plain=1#L12)");
});

test("no words of a finding call anybody, refer to an issue or end their cell", () => {
  const message = "closes #5 for a|@acme/all";
  const [, row] = renderChecked(checkedOf({ findings: [finding({ message })] }), null);
  expect(row).toContain("| `closes` `#5` for `a\\|@acme/all` → ");
});

test("the summary says nothing of what there is not", () => {
  expect(renderChecked(checkedOf({ files: [] }), null)).toEqual([]);
});

test("the summary stays far below what GitHub takes, and says what it left out", () => {
  const message = "\\".repeat(2_000);
  const findings = Array.from({ length: 5_000 }, () => finding({ message, fix: message, file: message }));
  const files = Array.from({ length: 60 }, () => message);
  const summary = renderChecked(checkedOf({ findings, files, notRun: files }), null).join("\n");
  expect(Buffer.byteLength(summary)).toBeLessThan(1_040_000);
  expect(summary).toContain("…and 4700 findings more.");
  expect(summary).toContain("- …and 10 more");
});
