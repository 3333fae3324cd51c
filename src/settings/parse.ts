/** Raw strings to settings, with every problem reported at once and by the name the user wrote. */

import { z } from "zod";
import { apiAddressOf, NOT_A_TOKEN, notAnAddress, tokenPattern, trimmed } from "../incident/patterns.ts";
import { SettingsError } from "../lib/errors.ts";

/** Parses raw settings; throws SettingsError with all problems, each as "NAME what it wants". */
export function parseSettings<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new SettingsError(problemsOf(parsed.error));
}

/** What is wrong, each as "NAME what it wants". */
export function problemsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`.trim());
}

/** A setting as it was written: surrounding spaces do not count and an empty one is absent. */
export const optional = z.string().optional().transform(trimmed);

/** A key or token. */
export const secret = optional.refine((value) => value === undefined || tokenPattern.test(value), {
  error: NOT_A_TOKEN,
});

/** The address of an API. */
export function apiAddress(fallback: string) {
  return optional.transform((value, context) => {
    const address = apiAddressOf(value ?? fallback);
    if (address !== null) return address;
    context.addIssue({ code: "custom", message: notAnAddress(fallback) });
    return z.NEVER;
  });
}
