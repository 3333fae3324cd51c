/** `npm run corpus`: how often each rule finds something in postmortems that others wrote. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { createCommand, runCommand } from "../cli/command.ts";
import { RULES } from "../src/check/rules.ts";
import { type Checked, check } from "../src/check/run.ts";
import { createSkeletons } from "../src/check/skeleton.ts";
import { toSingleLine } from "../src/lib/text.ts";

const NOTES = `Each file is put under front matter of its own incident in memory; what it has
before its first heading as front matter is dropped. There is no record, no
template and no GitHub, so rules that need them do not run. With --show every
finding is printed, to be judged by a person: only that tells how many are
false.`;

/** Lines of front matter before the text itself. */
const FRONT = [
  "status: draft",
  "owner:",
  "service:",
  "priority:",
  "urgency:",
  "acknowledged:",
  "resolved:",
  "duration-minutes:",
  "trigger: unknown",
  "root-cause: unknown",
  "causes: []",
  "session:",
  "number:",
  "url:",
];

// The two keys of its own, and the two lines of dashes.
const ADDED = FRONT.length + 4;

await runCommand(
  createCommand("run corpus", "Counts what the check finds in folders of postmortems.", NOTES)
    .argument("<folder...>", "folders of Markdown files")
    .option("--show", "print every finding with its file, line and message")
    .action(measure),
);

type Options = { show?: true | undefined };

async function measure(folders: string[], { show }: Options): Promise<void> {
  const found = new Map<string, { findings: number; files: number }>();
  let [files, red] = [0, 0];
  for (const folder of folders.map((path) => resolve(process.env["INIT_CWD"] ?? ".", path)))
    for (const path of markdownIn(folder)) {
      const { findings } = await checkText(readFileSync(path, "utf8"), files);
      files++;
      if (findings.some(({ severity }) => severity === "error")) red++;
      for (const [rule, some] of Map.groupBy(findings, (one) => one.rule)) {
        const sum = found.get(rule) ?? { findings: 0, files: 0 };
        found.set(rule, { findings: sum.findings + some.length, files: sum.files + 1 });
      }
      if (show)
        for (const { rule, line, message } of findings)
          console.log(`${relative(folder, path)}:${line - ADDED} ${rule} ${toSingleLine(message, 300)}`);
    }
  console.log(`${files} files, ${red} of them with an error.`);
  for (const { meta } of RULES) {
    const { findings, files } = found.get(meta.id) ?? { findings: 0, files: 0 };
    if (findings > 0) console.log(`${meta.id} (${meta.severity}): ${findings} in ${files} files`);
  }
}

function markdownIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`There is no folder ${folder}.`);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:md|markdown)$/i.test(name) && !name.includes("node_modules"))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

function checkText(text: string, index: number): Promise<Checked> {
  // Its lines are left empty, so that findings have the lines of the file.
  const [own = ""] = /^\uFEFF?---\r?\n[\s\S]*?\n---\r?\n/.exec(text) ?? [];
  const body = own.replace(/[^\n]/g, "") + text.slice(own.length);
  // The first day that is named is mostly that of the incident.
  const [day = "2020-01-01"] = /\b20[12]\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])\b/.exec(text) ?? [];
  const incident = `Q1CORPUS${String(index).padStart(4, "0")}`;
  const front = [`incident: ${incident}`, `created: ${day}T00:00:00Z`, ...FRONT];
  return check({
    postmortems: [
      { file: `docs/postmortems/${day}-${incident}.md`, text: ["---", ...front, "---", body].join("\n") },
    ],
    removed: [],
    names: [],
    severities: {},
    skeletons: createSkeletons([], {}),
    readRecord: { absent: "a corpus has no records" },
    readReferences: { absent: "a corpus is not looked up" },
    repository: "corpus/docs",
    serverUrl: "https://github.com",
  });
}
