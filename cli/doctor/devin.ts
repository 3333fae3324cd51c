/** What the doctor checks at Devin. */

import { z } from "zod";
import { toSingleLine } from "../../src/lib/text.ts";
import type { Inputs } from "../../src/settings/inputs.ts";
import { type Connection, probe } from "../http-probe.ts";
import type { Read } from "../variables.ts";
import { type Finding, notesOn, unusable } from "./finding.ts";

const PART = "Devin";
const LONGEST_NAME = 80;

const selfSchema = z.object({
  principal_type: z.string().nullish(),
  service_user_name: z.string().nullish(),
  org_id: z.string().nullish(),
});
const sessionsSchema = z.object({ items: z.array(z.unknown()) });
const errorSchema = z.object({ detail: z.string() });

/**
 * The key, its organization and its permissions. Nothing is started, so what only a new session shows is skipped.
 * @see https://docs.devin.ai/api-reference/overview
 */
export async function checkDevin(connection: Connection, read: Read<Inputs>): Promise<Finding[]> {
  const { pass, warn, fail, skip } = notesOn(PART);
  if (read.problems.length > 0) return unusable(PART, read.problems);
  const apiKey = read.settings?.["devin-api-key"];
  if (!read.settings || apiKey === undefined)
    return [skip("key", "DEVIN_API_KEY is not set here", "Set it to check the key of the workflow.")];
  const apiUrl = read.settings["devin-api-url"];

  function get<Schema extends z.ZodType>(attempt: string, path: string, schema: Schema) {
    return probe(connection, {
      attempt,
      url: `${apiUrl}${path}`,
      headers: { authorization: `Bearer ${apiKey}` },
      schema,
      readDetail: (body) => errorSchema.safeParse(body).data?.detail ?? null,
      secrets: [apiKey ?? ""],
    });
  }

  const self = await get("Asking Devin whose key it is", "/v3/self", selfSchema);
  if (self.isRefused) {
    const remedy =
      self.status === 401
        ? "Make a new key for a service user (cog_…) and set it as DEVIN_API_KEY, here and in the docs repository."
        : "Check DEVIN_API_URL, and try again later.";
    return [fail("key", `GET /v3/self: ${self.why}`, remedy)];
  }
  const { principal_type: kind, service_user_name: name, org_id: own } = self.value;
  const named = name ? ` ${toSingleLine(name, LONGEST_NAME)}` : "";
  const key =
    kind === "service_user"
      ? pass("key", `the service user${named}`)
      : warn(
          "key",
          `belongs to ${kind ? toSingleLine(kind, LONGEST_NAME) : "nobody it names"}, not to a service user`,
          "Make a service user for it: a person's key goes when the person goes.",
        );

  const told = read.settings["devin-org-id"];
  const organization = told ?? own;
  if (!organization)
    return [
      key,
      fail(
        "organization",
        "the key belongs to no single organization, and DEVIN_ORG_ID is not set",
        "Set DEVIN_ORG_ID to the id (org-…) in Devin's settings, here and as a variable of the docs repository.",
      ),
    ];
  const shown = toSingleLine(organization, LONGEST_NAME);
  const isElsewhere = told !== undefined && own != null && told !== own;
  const belongs = isElsewhere
    ? fail(
        "organization",
        `DEVIN_ORG_ID is ${shown}, and the key belongs to ${toSingleLine(own, LONGEST_NAME)}`,
        "Set DEVIN_ORG_ID to that, or leave it out.",
      )
    : pass("organization", shown);

  const path = `/v3/organizations/${encodeURIComponent(organization)}/sessions?first=1`;
  const listed = await get("Listing a session", path, sessionsSchema);
  if (listed.isRefused) {
    const remedy =
      listed.status === 403
        ? "Give the service user a role with ViewOrgSessions and ManageOrgSessions."
        : "Check DEVIN_ORG_ID, and try again later.";
    return [key, belongs, fail("ViewOrgSessions", `listing one session: ${listed.why}`, remedy)];
  }
  return [
    key,
    belongs,
    pass("ViewOrgSessions", "sessions can be listed"),
    skip(
      "ManageOrgSessions",
      "only starting a session proves it, so the first draft will",
      "Make sure that the service user's role has it.",
    ),
  ];
}
