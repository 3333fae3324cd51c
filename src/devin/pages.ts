/** A list of Devin's, read to its end. */

import { z } from "zod";
import { type Call, READ_TRIES, unusable } from "./call.ts";

const PAGE = 200;
const MAX_PAGES = 50;

function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    end_cursor: z.string().nullish(),
    has_next_page: z.boolean().nullish(),
  });
}

/** All items of a list; a list that is not whole is a RequestError, since what matters may be on the part not seen. */
export async function readPages<Item extends z.ZodType>(
  call: Call,
  item: Item,
  attempt: string,
  path: string,
  query: Record<string, string>,
): Promise<z.infer<Item>[]> {
  const found: z.infer<Item>[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const parameters = new URLSearchParams({
      ...query,
      first: String(PAGE),
      ...(after === null ? {} : { after }),
    });
    const answer: z.infer<ReturnType<typeof pageOf<Item>>> = await call({
      attempt,
      permission: "ViewOrgSessions",
      method: "GET",
      path: `${path}?${parameters}`,
      schema: pageOf(item),
      tries: READ_TRIES,
    });
    found.push(...answer.items);
    if (!answer.has_next_page) return found;
    if (!answer.end_cursor)
      throw unusable(attempt, "Devin's list was not whole, it promised a further page without saying where");
    after = answer.end_cursor;
  }
  throw unusable(attempt, `Devin's list was not whole, it went on after ${MAX_PAGES} pages`);
}
