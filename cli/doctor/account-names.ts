/** The names that rules and filters ask for, held against those that the PagerDuty account has. */

import { z } from "zod";
import { matchesName } from "../../src/lib/names.ts";
import { nearestOf } from "../../src/lib/nearest.ts";
import { toSingleLine } from "../../src/lib/text.ts";
import type { Config } from "../../src/settings/configuration.ts";
import type { PagerDutyAccount } from "../subscriptions.ts";
import type { Health } from "./endpoint.ts";
import { type Finding, notesOn } from "./finding.ts";

const { pass, warn, fail } = notesOn("PagerDuty");
const CHECK = "names";
const MOST_SHOWN = 8;
const LONGEST_NAME = 60;

/** What the account calls one thing: by any of these names it is meant. */
type Known = { id: string; names: string[]; parent: string | null };

const namedSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  summary: z.string().nullish(),
  parent: z.object({ id: z.string() }).nullish().catch(null),
});

/** Where each kind of name is listed, and the scope that a token needs to read it. */
const KINDS = {
  priority: { key: "priorities", path: "/priorities?", scope: "priorities.read" },
  type: { key: "incident_types", path: "/incidents/types?filter=all&", scope: "incident_types.read" },
  service: { key: "services", path: "/services?", scope: "services.read" },
  team: { key: "teams", path: "/teams?", scope: "teams.read" },
} as const;

type Kind = keyof typeof KINDS;

/** Names that one rule or filter asks for; of a list, one is enough. */
type Wanted = { kind: Kind; names: string[]; place: string; effect: string };

/** Whether the account knows each name of the rules and of the function's filters; only what is asked for is read. */
export async function checkNames(
  account: PagerDutyAccount,
  config: Config | null,
  health: Health | null,
): Promise<Finding[]> {
  const wanted = [...namesInRules(config), ...namesInFilters(health)];
  const kinds = [...new Set(wanted.map(({ kind }) => kind))];
  const judged = await Promise.all(
    kinds.map(async (kind) => {
      const { key, path, scope } = KINDS[kind];
      const listed = await account.list(key, path, namedSchema);
      if (listed.isRefused)
        return [
          warn(
            CHECK,
            `the ${key.replaceAll("_", " ")} could not be read, so no rule was compared with them: ${listed.why}`,
            `Give the token ${scope}.`,
          ),
        ];
      const known = listed.value.map(readNames);
      return wanted.filter((one) => one.kind === kind).flatMap((one) => judge(one, known));
    }),
  );
  const findings = judged.flat();
  if (findings.length > 0 || wanted.length === 0) return findings;
  const count = wanted.flatMap(({ names }) => names).length;
  return [
    pass(
      CHECK,
      `the account knows ${count === 1 ? "the one name" : `all ${count} names`} in rules and filters`,
    ),
  ];
}

function readNames({ id, name, summary, parent }: z.infer<typeof namedSchema>): Known {
  return { id, names: [name, summary].flatMap((one) => one ?? []), parent: parent?.id ?? null };
}

function namesInRules(config: Config | null): Wanted[] {
  return (config?.rules ?? []).flatMap(({ name, when }, index) => {
    const place = name === undefined ? `rule ${index + 1}` : `the rule "${toSingleLine(name, LONGEST_NAME)}"`;
    const kinds = ["priority", "type", "service", "team"] as const;
    return kinds.flatMap((kind) => {
      const names = when[kind];
      return names === undefined ? [] : [{ kind, names, place, effect: "so it never holds" }];
    });
  });
}

function namesInFilters(health: Health | null): Wanted[] {
  const filters = [
    ["priority", "priorities"],
    ["service", "services"],
  ] as const;
  return filters.flatMap(([kind, key]) => {
    const names = health?.filters[key] ?? [];
    const place = `INCIDENT_${key.toUpperCase()}`;
    return names.length === 0
      ? []
      : [{ kind, names, place, effect: "so the endpoint ignores every incident" }];
  });
}

function judge({ kind, names, place, effect }: Wanted, known: Known[]): Finding[] {
  const isKnown = (wanted: string) => known.some((one) => isCalled(one, wanted));
  const unknown = names.filter((name) => !isKnown(name));
  const findings = kind === "type" ? children(names, known, place) : [];
  if (unknown.length === 0) return findings;
  const says = `${place} asks for ${kind} ${listed(unknown)}, which the account does not have`;
  const remedy = remedyFor(unknown, known);
  const isDead = unknown.length === names.length;
  return [...findings, isDead ? fail(CHECK, `${says}, ${effect}`, remedy) : warn(CHECK, says, remedy)];
}

function isCalled({ id, names }: Known, wanted: string): boolean {
  return [id, ...names].some((name) => matchesName(wanted, name));
}

/** An incident of a child type is not of its parent's type: the webhook tells the one name alone. */
function children(names: string[], known: Known[], place: string): Finding[] {
  const isNamed = (one: Known) => names.some((name) => isCalled(one, name));
  const below = (parents: Known[]): Known[] => {
    const own = known.filter(({ parent }) => parents.some(({ id }) => id === parent));
    return own.length === 0 ? [] : [...own, ...below(own)];
  };
  // Every type descends from this one, and whoever names it means the plain incidents.
  const parents = known.filter((one) => isNamed(one) && !one.names.includes("incident_default"));
  const missed = below(parents).filter((one) => !isNamed(one));
  if (missed.length === 0) return [];
  const shown = listed(missed.map(({ names: [name = ""] }) => name));
  return [
    warn(
      CHECK,
      `${place} does not hold for ${shown}, which the account made from a type that it names`,
      `Add ${shown} to the rule's type, if the rule is meant for them too.`,
    ),
  ];
}

function remedyFor(unknown: string[], known: Known[]): string {
  const all = known.map(({ names: [name = ""] }) => name);
  const [first = ""] = unknown;
  const meant = nearestOf(first, all);
  if (meant !== null) return `Write ${toSingleLine(meant, LONGEST_NAME)}, if that is meant.`;
  return all.length === 0
    ? "Take it out: the account has none."
    : `Take it out, or name one that is there: ${listed(all)}.`;
}

function listed(names: string[]): string {
  const shown = names.slice(0, MOST_SHOWN).map((name) => toSingleLine(name, LONGEST_NAME));
  return `${shown.join(", ")}${names.length > MOST_SHOWN ? ", …" : ""}`;
}
