/** What the doctor checks at Devin. */

import { z } from "zod";
import { toSingleLine } from "../../src/lib/text.ts";
import type { Config } from "../../src/settings/configuration.ts";
import type { Inputs } from "../../src/settings/inputs.ts";
import { type Answer, type Connection, probe } from "../http-probe.ts";
import type { Read } from "../variables.ts";
import { type Finding, notesOn, unusable } from "./finding.ts";

const PART = "Devin";
const { pass, warn, fail, skip } = notesOn(PART);
const LONGEST_NAME = 80;

const selfSchema = z.object({
  principal_type: z.string().nullish(),
  service_user_name: z.string().nullish(),
  org_id: z.string().nullish(),
});
const organizationsSchema = z.object({ items: z.array(z.object({ org_id: z.string() })) });
const sessionsSchema = z.object({ items: z.array(z.unknown()) });
const repositoriesSchema = z.object({ items: z.array(z.object({ repo_path: z.string() })) });
const errorSchema = z.object({ detail: z.string() });

export type DevinTask = {
  /** The docs repository; null when it is not known. */
  repository: string | null;
  /** Its configuration; null when it could not be read. */
  config: Promise<Config | null>;
};

/**
 * The key, its organization and its permissions. Nothing is started, so what only a new session shows is skipped.
 * @see https://docs.devin.ai/api-reference/overview
 */
export async function checkDevin(
  connection: Connection,
  read: Read<Inputs>,
  task: DevinTask,
): Promise<Finding[]> {
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
  // As a run does it: an enterprise's key needs no id where the enterprise has one organization alone.
  const listing = "Listing the organizations";
  const all = told || own ? null : await get(listing, "/v3/enterprise/organizations", organizationsSchema);
  const ids = all === null || all.isRefused ? [] : all.value.items.map(({ org_id }) => org_id);
  const organization = told ?? own ?? (ids.length === 1 ? ids[0] : undefined);
  if (!organization) {
    const named = ids.length === 0 ? "" : `: it may be ${toSingleLine(ids.join(", "), LONGEST_NAME * 4)}`;
    return [
      key,
      fail(
        "organization",
        `the key belongs to no single organization, and DEVIN_ORG_ID is not set${named}`,
        "Set DEVIN_ORG_ID to the id (org-…) in Devin's settings, here and as a variable of the docs repository.",
      ),
    ];
  }
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
  const repositories = await checkRepositories(task, (name) => {
    const query = `first=100&load_indexing_status=false&filter_name=${encodeURIComponent(name)}`;
    const repositoriesPath = `/v3beta1/organizations/${encodeURIComponent(organization)}/repositories`;
    return get("Listing the repositories", `${repositoriesPath}?${query}`, repositoriesSchema);
  });
  return [
    key,
    belongs,
    pass("ViewOrgSessions", "sessions can be listed"),
    ...repositories,
    skip(
      "ManageOrgSessions",
      "only starting a session proves it, so the first draft will",
      "Make sure that the service user's role has it.",
    ),
  ];
}

type ListRepositories = (name: string) => Promise<Answer<z.infer<typeof repositoriesSchema>>>;

/**
 * Whether the organization reaches the docs repository and those that its configuration names. The list belongs to
 * Devin's beta API, so where it is refused nothing is said against the setup.
 * @see https://docs.devin.ai/api-reference/v3/repositories/list-organizations-repositories
 */
async function checkRepositories(
  { repository, config }: DevinTask,
  list: ListRepositories,
): Promise<Finding[]> {
  const check = "repositories";
  if (repository === null)
    return [skip(check, "GITHUB_REPOSITORY is not set here", "Set it to see whether Devin reaches it.")];
  const others = (await config)?.devin.repos ?? [];
  const wanted = [...new Set([repository, ...others])];
  return await Promise.all(
    wanted.map(async (one) => {
      const listed = await list(one.slice(one.indexOf("/") + 1));
      if (listed.isRefused)
        return skip(
          check,
          `whether Devin reaches ${one} was not shown: ${listed.why}`,
          "Look under Settings → Connections in Devin, or give the service user the permission Read.",
        );
      const isSeen = listed.value.items.some(({ repo_path: path }) =>
        `/${path.toLowerCase()}`.endsWith(`/${one.toLowerCase()}`),
      );
      if (isSeen) return pass(check, `Devin reaches ${one}`);
      return fail(
        check,
        `Devin's organization does not reach ${one}`,
        "Connect it in Devin, under Settings → Connections → GitHub, for this organization.",
      );
    }),
  );
}
