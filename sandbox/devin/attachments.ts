/** The files that are uploaded for sessions. */
import { randomUUID } from "node:crypto";
import type { Reply, RouteRequest } from "../service.ts";
import { ok, refuse } from "./answers.ts";

export type Attachment = { attachment_id: string; name: string; url: string; text: string };

export type Attachments = {
  all(): Attachment[];
  add(request: RouteRequest): Promise<Reply>;
  /** The list of those with these addresses. */
  listOf(urls: string[]): Reply;
};

/** Makes the store; it is kept in memory. */
export function createAttachments(): Attachments {
  const attachments: Attachment[] = [];
  return {
    all: () => attachments,
    async add(request) {
      const headers = { "content-type": request.headers["content-type"] ?? "" };
      const form = await new Response(new Uint8Array(request.body), { headers }).formData().catch(() => null);
      const file = form?.get("file");
      if (!(file instanceof File)) {
        return refuse(422, [{ loc: ["body", "file"], msg: "Field required", type: "missing" }]);
      }
      const attachment_id = `attachment-${randomUUID()}`;
      const url = `https://app.devin.ai/attachments/${attachment_id}/${encodeURIComponent(file.name)}`;
      attachments.push({ attachment_id, name: file.name, url, text: await file.text() });
      return ok({ attachment_id, name: file.name, url });
    },

    listOf(urls) {
      const own = attachments.filter(({ url }) => urls.includes(url));
      return ok({ items: own.map(({ attachment_id, name, url }) => ({ attachment_id, name, url })) });
    },
  };
}
