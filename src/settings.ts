/** Raw strings to settings, with every problem reported at once and by the name the user wrote. */

import { z } from "zod";

/** Settings that cannot work. Each problem names the setting and says what it wants; no value of a secret. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

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

/** A setting as the environment has it: surrounding spaces do not count and an empty one is absent. */
export const optional = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

/** A list with commas between its items; empty items do not count. */
export const list = optional.transform((value) =>
  (value ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

/** A key or token; what cannot stand in a header is refused here, since fetch would name it in its error. */
export const secret = optional.refine((value) => value === undefined || /^[\x21-\x7e]+$/.test(value), {
  error: "holds spaces or other characters that no token has; copy it again",
});

/** The address of an API without its last slash: https, or http on this machine for trying things out. */
export function apiAddress(fallback: string) {
  return optional.transform((value, context) => {
    const address = URL.parse(value ?? fallback);
    const isLocal = address?.hostname === "127.0.0.1" || address?.hostname === "localhost";
    const isPlain = address && !address.username && !address.password && !address.search && !address.hash;
    if (isPlain && (address.protocol === "https:" || (address.protocol === "http:" && isLocal)))
      return address.href.replace(/\/+$/, "");
    context.addIssue({ code: "custom", message: `is not an address such as ${fallback}` });
    return z.NEVER;
  });
}

/** `owner/name` of a GitHub repository. */
export const repositoryPattern = /^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]{1,100}$/;
