/** A repository dispatch: what may be sent, and the event that a workflow run finds after it. */
import { z } from "zod";
import type { Repository } from "./repository.ts";

/** What a workflow run finds at GITHUB_EVENT_PATH. */
export type DispatchEvent = {
  action: string;
  branch: string;
  client_payload: unknown;
  repository: Repository;
  sender: { login: string; id: number; type: string };
  installation?: { id: number };
};

/** https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event */
export const dispatchSchema = z.strictObject({
  event_type: z.string({ error: '"event_type" wasn\'t supplied.' }).min(1).max(100),
  client_payload: z
    .record(z.string(), z.unknown(), { error: "For 'properties/client_payload', value is not an object." })
    .refine((payload) => Object.keys(payload).length <= 10, {
      error: ({ input }) =>
        `No more than 10 properties are allowed; ${Object.keys(Object(input)).length} were supplied.`,
    })
    .refine((payload) => Buffer.byteLength(JSON.stringify(payload)) <= 65_535, "client_payload is too large.")
    .optional(),
});

/** `installationId` is that of the App which sent it; null for a person's token. */
export function dispatchEvent(
  { event_type, client_payload }: z.output<typeof dispatchSchema>,
  repository: Repository,
  installationId: number | null,
): DispatchEvent {
  return {
    action: event_type,
    branch: repository.default_branch,
    client_payload: client_payload ?? null,
    repository,
    ...(installationId === null
      ? { sender: { login: "octocat", id: 583_231, type: "User" } }
      : {
          sender: { login: "postmortem-bridge[bot]", id: 41_898_282, type: "Bot" },
          installation: { id: installationId },
        }),
  };
}
