/** Raw strings to settings, with every problem reported at once and by the name the user wrote. */

import { z } from "zod";
import { apiAddressOf, NOT_A_TOKEN, notAnAddress, tokenPattern, trimmed } from "../incident/patterns.ts";
import { keyProblem, ownerOfHost, type ServiceName } from "../lib/mix-ups.ts";

const API_ADDRESSES = {
  Devin: ["https://api.devin.ai"],
  PagerDuty: ["https://api.pagerduty.com", "https://api.eu.pagerduty.com"],
} as const;

/** What is wrong, each as "NAME what it wants". */
export function problemsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`.trim());
}

/** A setting as it was written: surrounding spaces do not count and an empty one is absent. */
export const optional = z.string().optional().transform(trimmed);

/** A key or token of one service. */
export function secret(service: ServiceName) {
  return optional.superRefine((value, context) => {
    if (value === undefined) return;
    const problem = tokenPattern.test(value) ? keyProblem(value, service) : NOT_A_TOKEN;
    if (problem !== null) context.addIssue(problem);
  });
}

/** The address of a service's API; of its own hosts, only the one that answers there. */
export function apiAddress(service: "Devin" | "PagerDuty") {
  const known = API_ADDRESSES[service];
  return optional.transform((value, context) => {
    const address = apiAddressOf(value ?? known[0]);
    if (address === null) context.addIssue(notAnAddress(known[0]));
    else if (!isApi(address, known))
      context.addIssue(`is no address of ${service}'s API; it takes ${known.join(" or ")}`);
    else return address;
    return z.NEVER;
  });
}

/** Any host may be a proxy's, but for those of the three services; the version of the API is not a part of it. */
function isApi(address: string, known: readonly string[]): boolean {
  const isOurs = known.includes(address.replace(/\/$/, ""));
  return isOurs || (ownerOfHost(new URL(address).hostname) === null && !/\/v\d$/.test(address));
}
