/** A Devin session as the API takes and shows it. */
import { z } from "zod";

/** What polling a session shows; any further field stands for one that Devin adds without notice. */
export type SessionState = {
  status: string;
  status_detail: string | null;
  pull_requests: Array<{ pr_url: string; pr_state: string | null }>;
  structured_output: unknown;
  [field: string]: unknown;
};

export type SessionMessage = {
  event_id: string;
  source: "devin" | "user";
  message: string;
  created_at: number;
};

/** A session as the service keeps it: the request as sent, and `state` as a GET would answer it. */
export type StoredSession = {
  id: string;
  bareId: string;
  request: z.output<typeof sessionRequestSchema>;
  state: SessionState & { tags: string[]; created_at: number; updated_at: number };
  messages: SessionMessage[];
};

/** The means by which a scripted Devin works on a session. */
export type SessionHandle = {
  id: string;
  bareId: string;
  prompt: string;
  title: string | null;
  tags: string[];
  repos: string[];
  messages(): SessionMessage[];
  set(state: Partial<SessionState>): void;
  say(message: string): void;
};

const MAX_SCHEMA_BYTES = 64 * 1024;
const text = z.string().nullish();
const texts = z.array(z.string()).nullish();
const secretSchema = z.object({
  key: z.string().min(1).max(256),
  value: z.string().max(65_536),
  sensitive: z.boolean().optional(),
});

/** https://docs.devin.ai/api-reference/v3/sessions/post-organizations-sessions */
export const sessionRequestSchema = z.object({
  prompt: z.string().min(1),
  title: text,
  tags: texts,
  repos: texts,
  playbook_id: text,
  child_playbook_id: text,
  knowledge_ids: texts,
  secret_ids: texts,
  session_links: texts,
  session_secrets: z.array(secretSchema).nullish(),
  attachment_urls: z.array(z.url().max(2_083)).nullish(),
  structured_output_schema: z
    .record(z.string(), z.unknown())
    .refine((schema) => Buffer.byteLength(JSON.stringify(schema)) <= MAX_SCHEMA_BYTES, "Larger than 64KB")
    .refine((schema) => !/"\$ref":"[^#]/.test(JSON.stringify(schema)), "External $ref is not supported")
    .nullish(),
  structured_output_required: z.boolean().nullish(),
  max_acu_limit: z.int().positive().nullish(),
  devin_mode: z.enum(["normal", "fast", "lite", "ultra", "fusion"]).nullish(),
  platform: text,
  resumable: z.boolean().optional(),
  bypass_approval: z.boolean().nullish(),
  create_as_user_id: text,
});
export const messageSchema = z.object({ message: z.string().min(1) });
export const tagsSchema = z.object({ tags: z.array(z.string()).max(50) });

/** Devin does nothing more by itself: it has finished, sleeps or waits for a person. */
export function isSettled({ status, status_detail }: SessionState): boolean {
  if (status !== "running") return ["exit", "error", "suspended"].includes(status);
  return ["finished", "waiting_for_user", "waiting_for_approval"].includes(status_detail ?? "");
}
