/** JSON of unknown form, read value by value: what has not the wanted form is null. */

/** The JSON in a text; undefined, which JSON cannot express, where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The fields of an object, which an array is not. */
export function fieldsOf(value: unknown): Record<string, unknown> | null {
  return holdsFields(value) ? value : null;
}

export function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** The text, where it has the form. */
export function formed(form: RegExp, value: unknown): string | null {
  return typeof value === "string" && form.test(value) ? value : null;
}

function holdsFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
