/** `--fail`: how a service of the sandbox is to fail, and what is said when it does. */

import type { Fault } from "../../sandbox/service.ts";
import type { Step, World } from "../../sandbox/world.ts";

export type PlannedFault = { typed: string; service: Service; how: string; fault: Fault };

type Service = keyof typeof SERVICES;

const SERVICES = {
  github: { name: "GitHub", caller: "function", route: { method: "POST", path: /\/dispatches$/ } },
  devin: { name: "Devin", caller: "action", route: { method: "POST", path: /\/sessions$/ } },
  pagerduty: { name: "PagerDuty", caller: "action", route: {} },
} satisfies Record<string, { name: string; caller: string; route: Pick<Fault, "method" | "path"> }>;

/** Reads SERVICE:HOW[:TIMES]; throws an error of one sentence. */
export function readFault(typed: string): PlannedFault {
  const [name = "", how = "", times = "1"] = typed.split(":");
  const service = serviceNamed(name);
  const effect = effectOf(how);
  if (service === null || effect === null || !/^[1-9]\d{0,5}$/.test(times))
    throw new Error(
      `--fail is ${typed}; it takes SERVICE:HOW[:TIMES], such as github:503 or devin:lost:2, with a service of ${Object.keys(SERVICES).join(", ")} and a status of 400 to 599, ${EFFECTS.join(", ")} or lost.`,
    );
  return { typed, service, how, fault: { ...SERVICES[service].route, ...effect, times: Number(times) } };
}

/** Lets a service fail, and says so each time that it does; returns how to ask how often that was. */
export function plant(
  world: World,
  { service, how, fault }: PlannedFault,
  report: (step: Step) => void,
): () => number {
  let strikes = 0;
  const { name, caller } = SERVICES[service];
  const services = { github: world.github, devin: world.devin, pagerduty: world.pagerDuty };
  services[service].fail({
    ...fault,
    onStrike: ({ method, path }) => {
      strikes++;
      report({
        from: name,
        to: caller,
        what: `fails as told: ${how} on ${method} ${path.replace(/\?.*/, "")}`,
      });
    },
  });
  return () => strikes;
}

const EFFECTS = ["hang", "reset", "html", "truncate"] as const;

function serviceNamed(name: string): Service | null {
  return name === "github" || name === "devin" || name === "pagerduty" ? name : null;
}

function effectOf(how: string): Fault | null {
  if (/^[45]\d\d$/.test(how)) return { do: "status", status: Number(how) };
  if (how === "lost") return { do: "reset", after: true };
  const known = EFFECTS.find((effect) => effect === how);
  return known === undefined ? null : { do: known };
}
