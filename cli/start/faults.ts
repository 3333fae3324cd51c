/** `--fail`: how a service of the sandbox is to fail, and what is said when it does. */

import type { Fault } from "../../sandbox/service.ts";
import type { Step, World } from "../../sandbox/world.ts";

export type PlannedFault = { service: Service; how: string; fault: Fault };

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
    throw new Error(`--fail is ${typed}; it takes SERVICE:HOW[:TIMES], such as github:503 or devin:lost:2.`);
  return { service, how, fault: { ...SERVICES[service].route, ...effect, times: Number(times) } };
}

/** Lets a service fail, and says so each time that it does. */
export function plant(
  world: World,
  { service, how, fault }: PlannedFault,
  report: (step: Step) => void,
): void {
  const { name, caller } = SERVICES[service];
  const services = { github: world.github, devin: world.devin, pagerduty: world.pagerDuty };
  services[service].fail({
    ...fault,
    onStrike: ({ method, path }) =>
      report({
        from: name,
        to: caller,
        what: `fails as told: ${how} on ${method} ${path.replace(/\?.*/, "")}`,
      }),
  });
}

function serviceNamed(name: string): Service | null {
  return name === "github" || name === "devin" || name === "pagerduty" ? name : null;
}

function effectOf(how: string): Fault | null {
  if (/^[45]\d\d$/.test(how)) return { do: "status", status: Number(how) };
  if (how === "lost") return { do: "reset", after: true };
  return how === "hang" || how === "reset" || how === "html" || how === "truncate" ? { do: how } : null;
}
