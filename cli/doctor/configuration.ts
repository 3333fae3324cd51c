/** The configuration of the docs repository with its templates, read through GitHub's contents API. */

import { blankRecord } from "../../src/incident/record.ts";
import { SettingsError } from "../../src/lib/errors.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { INSTRUCTION_VARIABLES, renderInstructions } from "../../src/postmortem/template.ts";
import type { Config } from "../../src/settings/configuration.ts";

/** A file's text, or null where there is none. */
export type ReadFile = (path: string) => Promise<string | null>;

/** Every problem of the templates that the configuration names: one that is not there, or that does not render. */
export async function templateProblems(config: Config, read: ReadFile): Promise<string[]> {
  const documents = [config.template, ...config.rules.map(({ template }) => template)];
  const uses = [
    ...[...new Set(documents)].map((file) => ({ file, isDocument: true })),
    { file: config.instructions, isDocument: false },
  ];
  const found = await Promise.all(
    uses.map(async ({ file, isDocument }) => {
      if (file === undefined) return [];
      const text = await read(file);
      if (text === null) return [`${file} is named by the configuration, and is not there`];
      return problemsOf({ file, text }, isDocument);
    }),
  );
  return found.flat();
}

function problemsOf(template: { file: string; text: string }, isDocument: boolean): string[] {
  try {
    if (isDocument) renderSkeleton(blankRecord("Q0DOCTOR"), template);
    else renderInstructions(template, INSTRUCTION_VARIABLES);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.problems;
  }
}
