/** Names in a setting, where `*` stands for any characters and case does not count. */

/** Whether the whole of `name` matches `pattern`; linear in both, since names come from strangers. */
export function matchesGlob(pattern: string, name: string): boolean {
  const [first = "", ...rest] = pattern.toLowerCase().split("*");
  const value = name.toLowerCase();
  const last = rest.pop();
  if (last === undefined) return value === first;
  if (!value.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = value.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return value.length - last.length >= from && value.endsWith(last);
}
