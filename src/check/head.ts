/** The configuration and the templates that a pull request changes, read as data: the next incident will need them. */

import { blankRecord } from "../incident/record.ts";
import { tryRenderSkeleton } from "../postmortem/render.ts";
import { type Config, parseConfig } from "../settings/configuration.ts";
import { configPaths } from "../settings/configuration-file.ts";
import type { Finding } from "./run.ts";

const ANY_INCIDENT = "Q1TEMPLATE";

/**
 * The problems of what the pull request changes, as findings. `input` is the input `config`; `read` gives the text of a
 * file of the head, or null.
 */
export function checkHead(
  changed: string[],
  input: string,
  base: Config,
  read: (path: string) => string | null,
): Finding[] {
  const counted = configPaths(input);
  const configPath = counted.find((path) => changed.includes(path)) ?? input;
  const others = counted.filter((path) => path !== configPath && read(path) !== null);
  const text = changed.includes(configPath) ? read(configPath) : null;
  const twice = text === null ? [] : others.map((path) => `is there beside ${path}; delete one of them`);
  const parsed = text === null ? null : parseConfig(configPath, text);
  const config = parsed?.config ?? base;
  const named = new Set([config.template, ...config.rules.map(({ template }) => template)]);
  return [
    ...[...twice, ...(parsed?.problems ?? [])].map((problem) =>
      findingOf("configuration", configPath, problem),
    ),
    ...[...named].flatMap((path) => {
      if (path === undefined || (text === null && !changed.includes(path))) return [];
      const template = read(path);
      if (template === null)
        return [findingOf("template", configPath, `${configPath}: the template ${path} is not there`)];
      return problemsIn(path, template).map((problem) => findingOf("template", path, problem));
    }),
  ];
}

function problemsIn(file: string, text: string): string[] {
  const rendered = tryRenderSkeleton(blankRecord(ANY_INCIDENT), { file, text });
  return "problems" in rendered ? rendered.problems : [];
}

const FIXES = {
  configuration: "Write what the file takes: docs/configuration.md lists its keys.",
  template: "Write what a template may use: docs/templates.md lists it.",
};

/** A problem begins with its file, and with its line where there is one. */
function findingOf(rule: keyof typeof FIXES, file: string, problem: string): Finding {
  const rest = problem.startsWith(file) ? problem.slice(file.length) : ` ${problem}`;
  const [, line = "1"] = /^:(\d{1,6})/.exec(rest) ?? [];
  const message = rest.replace(/^(?::\d{1,6})?[:\s]{0,3}/, "");
  return { rule, severity: "error", file, line: Number(line), message, fix: FIXES[rule] };
}
