/** The configuration and the templates of a pull request's head, read as data: the next incident will need them. */

import { blankRecord } from "../incident/record.ts";
import { problemsOf } from "../lib/errors.ts";
import { renderSkeleton } from "../postmortem/render.ts";
import { INSTRUCTION_VARIABLES, renderInstructions, type Template } from "../postmortem/template.ts";
import type { Config } from "../settings/configuration.ts";
import { type LoadedConfiguration, NO_FILE } from "../settings/configuration-file.ts";
import type { Severity } from "./rule.ts";
import type { Finding } from "./run.ts";

export type Head = {
  /** Every path that the pull request adds, changes or removes, and the old names of what it renames. */
  touched: string[];
  base: { config: Config; warnings: string[]; source: string };
  /** Reads the configuration as the next run will; asked for only where a file of YAML is touched. */
  load: () => Promise<LoadedConfiguration>;
  /** The text of a file; null where there is none. */
  read: (path: string) => string | null;
};

/** What the next run would refuse, or warn of, because of the pull request. */
export async function checkHead({ touched, base, load, read }: Head): Promise<Finding[]> {
  const [first = ""] = touched.filter((path) => /\.ya?ml$/i.test(path));
  const loaded = first === "" ? null : await load();
  const placed = (severity: Severity, problem: string) => {
    const file = touched.find((path) => problem.startsWith(path)) ?? first;
    return findingOf("configuration", severity, file, problem);
  };
  const isRemoved = loaded?.source === NO_FILE && touched.includes(base.source);
  const isConfigured = loaded !== null && loaded.config !== null && touched.includes(loaded.source);
  const warnings = (loaded?.warnings ?? []).filter((warning) => !base.warnings.includes(warning));
  return [
    ...(loaded?.problems ?? []).map((problem) => placed("error", problem)),
    ...(isRemoved ? [...warnings, `${base.source} ${REMOVED}`] : warnings).map((one) =>
      placed("warning", one),
    ),
    ...templatesOf(loaded?.config ?? base.config).flatMap(({ path, render }) => {
      if (!isConfigured && !touched.includes(path)) return [];
      const text = read(path);
      const problems =
        text === null
          ? [`${path} is not there, and the configuration names it`]
          : problemsOf(() => render({ file: path, text }));
      const file = text === null && isConfigured ? loaded.source : path;
      return problems.map((problem) => findingOf("template", "error", file, problem));
    }),
  ];
}

const REMOVED = "is removed: from then on the defaults count, and no rule skips an incident";
const ANY_INCIDENT = blankRecord("Q1TEMPLATE");

type Named = { path: string; render: (template: Template) => string };

/** The files that the configuration names, each once. */
function templatesOf({ template, rules, instructions }: Config): Named[] {
  const documents = new Set([template, ...rules.map((rule) => rule.template)].flatMap((path) => path ?? []));
  return [
    ...[...documents].map((path) => ({ path, render: (one: Template) => renderSkeleton(ANY_INCIDENT, one) })),
    ...[instructions ?? []].flat().map((path) => ({
      path,
      render: (one: Template) => renderInstructions(one, INSTRUCTION_VARIABLES),
    })),
  ];
}

const FIXES = {
  configuration: "Write what the file takes: docs/configuration.md lists its keys.",
  template: "Write what a template may use: docs/templates.md lists it.",
};

/** A problem may begin with its file, and with its line where there is one. */
function findingOf(rule: keyof typeof FIXES, severity: Severity, file: string, problem: string): Finding {
  const rest = problem.startsWith(`${file}:`) ? problem.slice(file.length) : problem;
  const [place = "", line = "1"] = /^:(\d{1,6})?[:\s]{0,3}/.exec(rest) ?? [];
  return { rule, severity, file, line: Number(line), message: rest.slice(place.length), fix: FIXES[rule] };
}
