/** The record of an incident with the secrets and personal data in it replaced. */

import { withLetters } from "../incident/letters.ts";
import type { IncidentRecord, Link } from "../incident/record.ts";
import { mapTexts } from "../incident/texts.ts";
import { NAMED_KIND } from "./named.ts";
import { strictnessOf } from "./names.ts";
import { isSecret } from "./no-secret.ts";
import { placeholderOf } from "./placeholder.ts";
import { isAllowed, loadRedaction, PLACEHOLDERS, type RedactOptions } from "./text.ts";

/**
 * The record with the secrets and personal data in it replaced, and names by letters where `people` says so. What
 * PagerDuty itself gives out, such as ids, stays.
 */
export async function redactRecord(
  record: IncidentRecord,
  options: RedactOptions & { people?: "names" | "letters" } = {},
): Promise<IncidentRecord> {
  const clean = mapTexts(record, await loadRedaction(options));
  const redacted = {
    ...clean,
    timeline: clean.timeline.map(({ links, ...row }) =>
      links === undefined ? row : { ...row, links: links.flatMap(withoutSecret) },
    ),
    alerts: clean.alerts.map((alert) => ({ ...alert, links: alert.links.flatMap(withoutSecret) })),
    changes: clean.changes.map((change) => ({ ...change, links: change.links.flatMap(withoutSecret) })),
    customFields: clean.customFields.map((field) => redactField(field, options)),
  };
  return options.people === "letters" ? withLetters(redacted) : redacted;
}

/** A custom field's value, by its name: JSON under such a name has been read already. */
function redactField({ name, value }: { name: string; value: string }, { allow = [] }: RedactOptions) {
  const [bare = ""] = name.split(/[([]/);
  const strictness = strictnessOf(bare);
  const isMeant = strictness !== null && !isAllowed(value, allow) && !holdsPlaceholder(value);
  return { name, value: isMeant && isSecret(value, strictness) ? placeholderOf(NAMED_KIND) : value };
}

function holdsPlaceholder(text: string): boolean {
  return PLACEHOLDERS.some((words) => text.includes(words));
}

// An address with a placeholder in it leads nowhere; without its query it may lead to the page.
function withoutSecret({ href, text }: Link): Link[] {
  if (!holdsPlaceholder(href)) return [{ href, text }];
  const [page = ""] = href.split(/[?#]/);
  return holdsPlaceholder(page) ? [] : [{ href: page, text }];
}
