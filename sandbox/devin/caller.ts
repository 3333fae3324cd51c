/** Who calls Devin's API, and what the key allows. */

export type ApiKey = {
  key: string;
  orgId: string | null;
  permissions: string[];
  principal?: "service_user" | "user";
};

const PERMISSIONS: Record<string, string> = {
  GET: "ViewOrgSessions",
  "GET messages": "ViewOrgSessions",
  "GET tags": "ViewOrgSessions",
  "GET attachments": "ViewOrgSessions",
  POST: "ManageOrgSessions",
  DELETE: "ManageOrgSessions",
  "POST archive": "ManageOrgSessions",
  "POST messages": "ManageOrgSessions",
  "POST tags": "ManageOrgSessions",
  "PUT tags": "ManageOrgSessions",
};

/** What a call on sessions needs, by its method and the last part of its path; undefined where there is no such call. */
export function permissionOf(called: string): string | undefined {
  return PERMISSIONS[called];
}

/** What Devin says of the caller. */
export function identity({ principal }: ApiKey) {
  return principal === "user"
    ? { principal_type: "user", user_id: "user-abc123", user_name: "Ada" }
    : {
        principal_type: "service_user",
        service_user_id: "service-user-abc123",
        service_user_name: "CI Bot",
      };
}
