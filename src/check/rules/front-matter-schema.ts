/** What cannot be read cannot be compared with the record. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import type { CheckRule, RuleFinding } from "../rule.ts";

export const frontMatterSchema: CheckRule = {
  meta: {
    id: "front-matter-schema",
    severity: "error",
    why: "What cannot be read cannot be compared with the record.",
    fix: "Write the front matter as the skeleton has it: `key: value` lines between two lines of `---`.",
    wrong: "owner: @sam",
    right: 'owner: "@sam"',
  },
  run,
};

function run({ frontMatter }: PostmortemSource): RuleFinding[] {
  if (frontMatter === null)
    return [{ line: 1, message: "The file does not begin with front matter between two lines of ---." }];
  const unread = frontMatter.problems.map(({ key, line, message, fix }) => ({
    line,
    message: key === null ? message : `\`${key}\` ${message}`,
    ...(fix === null ? {} : { fix }),
  }));
  const isNameless =
    frontMatter.values.incident === null && !frontMatter.problems.some(({ key }) => key === "incident");
  return [
    ...unread,
    ...(isNameless ? [{ line: 1, message: "`incident` is empty, and the file's name has one." }] : []),
  ];
}
