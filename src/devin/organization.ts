/** The organization that a key belongs to. */

import { z } from "zod";
import { RequestError, SettingsError } from "../lib/errors.ts";
import { toSingleLine } from "../lib/text.ts";
import { type Call, READ_TRIES } from "./call.ts";
import { readPages } from "./pages.ts";

const MISSING =
  "devin-org-id is missing; devin-api-key belongs to no single organization, so set it to the id (org-…) that Devin shows in its settings";
const MOST_NAMED = 20;

const organizationSchema = z.object({ org_id: z.string(), name: z.string().optional().catch(undefined) });

/**
 * Gives the id of the organization, which the key is asked for once where `orgId` is null. Throws SettingsError where
 * the key belongs to none, or to an enterprise that has several.
 */
export function createOrganization(call: Call, orgId: string | null): () => Promise<string> {
  let found: Promise<string> | null = orgId === null ? null : Promise.resolve(orgId);
  return () => {
    found ??= find(call);
    return found;
  };
}

async function find(call: Call): Promise<string> {
  const self = await call({
    attempt: "Asking Devin which organization devin-api-key belongs to",
    permission: "a role in one organization",
    method: "GET",
    path: "/v3/self",
    schema: z.object({ org_id: z.string().nullish() }),
    tries: READ_TRIES,
  });
  return self.org_id ?? (await onlyOne(call));
}

/** The organization of an enterprise's key, where the enterprise has one alone. */
async function onlyOne(call: Call): Promise<string> {
  const all = await readAll(call);
  const [only, ...others] = all;
  if (only && others.length === 0) return only.org_id;
  const named = all.map(({ org_id, name }) => (name ? `${org_id} (${toSingleLine(name, 60)})` : org_id));
  const list = named.slice(0, MOST_NAMED).join(", ");
  throw new SettingsError([list === "" ? MISSING : `${MISSING}: ${list}`]);
}

async function readAll(call: Call): Promise<z.infer<typeof organizationSchema>[]> {
  const attempt = "Asking Devin for the organizations of devin-api-key";
  try {
    return await readPages(call, organizationSchema, attempt, "/v3/enterprise/organizations", {});
  } catch (error) {
    // A key that may not ask belongs to no enterprise.
    if (!(error instanceof RequestError) || error.effect === "unknown") throw error;
    throw new SettingsError([MISSING]);
  }
}
