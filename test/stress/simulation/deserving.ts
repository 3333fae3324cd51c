/** Which incidents deserve a postmortem, by a little model of the rules that shares nothing with the code. */

import type { Life, Resolver } from "./life.ts";
import type { Plan } from "./plan.ts";

export type Deserts = {
  /** The last resolve's instant in epoch milliseconds; null where it ended open. */
  resolvedAt: number | null;
  mergedInto: string | null;
  /** Now that all is over. */
  now: boolean;
  /** At any time since it was first resolved, as somebody may have seen it then. */
  ever: boolean;
};

const BLIP_MS = 10 * 60_000;

export function desertsOf(life: Life, { rules }: Pick<Plan, "rules">): Deserts {
  const createdAt = life.happenings[0]!.at;
  let priority = life.priority;
  let resolve: { at: number; by: Resolver; mergedInto: string | null } | null = null;
  let ever = false;
  // An event that is brought late is weighed by what is known then.
  let wasResolved = false;
  const seen: (string | null)[] = [priority];
  for (const happening of life.happenings) {
    if (happening.kind === "priority_updated") {
      priority = happening.priority;
      seen.push(priority);
    }
    if (happening.kind === "reopened") resolve = null;
    if (happening.kind === "resolved") {
      resolve = happening;
      wasResolved = true;
    }
    if (wasResolved && resolve?.mergedInto == null) {
      const { at, by } = resolve ?? { at: Number.POSITIVE_INFINITY, by: "user" as const };
      ever ||= seen.some((one) => deserves(life, one, by, at - createdAt, rules));
    }
  }
  return {
    resolvedAt: resolve?.at ?? null,
    mergedInto: resolve?.mergedInto ?? null,
    now:
      resolve !== null &&
      resolve.mergedInto === null &&
      deserves(life, priority, resolve.by, resolve.at - createdAt, rules),
    ever,
  };
}

function deserves(
  { type }: Life,
  priority: string | null,
  by: Resolver,
  durationMs: number,
  rules: Plan["rules"],
): boolean {
  if (type === "security_default") return false;
  if (by === "integration" && durationMs < BLIP_MS) return false;
  if (priority === "P4" || priority === "P5") return false;
  return priority === "P1" || priority === "P2" || rules.otherwise === "draft";
}
