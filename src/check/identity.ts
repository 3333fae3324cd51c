/** Which incident a file is the postmortem of. */

import { incidentIdSchema, parseIncidentReference } from "../incident/reference.ts";
import type { PostmortemSource } from "../postmortem/parse.ts";

/** The incident of a postmortem, by its front matter or else by the file's name; null for a file that names none. */
export function incidentOfFile({ values, file }: PostmortemSource): string | null {
  return values.incident ?? namedIncidentOf(file);
}

/** The incident that the file's name has after its date. */
export function namedIncidentOf(file: string): string | null {
  const [, named] = /^\d{4}-\d\d-\d\d-([A-Z0-9]+)/.exec(nameOf(file)) ?? [];
  return incidentIdSchema.safeParse(named).data ?? null;
}

/** The name of a file without its folders. */
export function nameOf(file: string): string {
  return file.replace(/^.*\//, "");
}

/** The region of the account, by the incident's address. */
export function regionOf({ values }: PostmortemSource): "us" | "eu" | null {
  const reference = parseIncidentReference(values.url ?? "");
  return reference?.kind === "id" ? reference.region : null;
}
