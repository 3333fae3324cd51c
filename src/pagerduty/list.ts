/** A list of PagerDuty's, page by page and within bounds. */

import { z } from "zod";
import { RequestError } from "../lib/errors.ts";
import { fitting } from "../lib/fitting.ts";
import { type Get, type Limits, reasonOf } from "./request.ts";

/** What a list gave. It never throws for what PagerDuty says: an optional part must not cost the draft. */
export type Listing<Item> = {
  items: Item[];
  /** What is not among them and why, in one sentence; null when all are. */
  missing: string | null;
  /** Whether they tell the whole story: all of them, or at least all important ones. */
  isWhole: boolean;
};

export const PAGE = 100;
/** @see https://developer.pagerduty.com/docs/pagination */
export const MOST_ITEMS = 10_000;

const pageSchema = z.record(z.string(), z.unknown());

// Of all items of a list, as JSON.
const MOST_CHARACTERS = 1_000_000;

/** Where a list is, and what is taken of it. */
export type ListSource<Item> = {
  /** What the items are called at the beginning of a sentence. */
  what: string;
  path: (incidentId: string) => string;
  query?: Record<string, string>;
  key: string;
  item: z.ZodType<Item>;
  /** MOST_ITEMS unless given. */
  most?: number;
  /** MOST_CHARACTERS unless given. */
  mostCharacters?: number;
  /** False for the lists that PagerDuty does not divide into pages. */
  isPaged?: boolean;
};

/** Reads the whole list, as far as it goes. */
export async function readList<Item>(
  get: Get,
  source: ListSource<Item>,
  incidentId: string,
  limits: Limits,
): Promise<Listing<Item>> {
  const {
    what,
    query,
    key,
    item,
    most = MOST_ITEMS,
    mostCharacters = MOST_CHARACTERS,
    isPaged = true,
  } = source;
  const path = source.path(incidentId);
  const items: Item[] = [];
  let characters = 0;
  const stop = (why: string): Listing<Item> => {
    const read = items.length === 0 ? "" : `only ${items.length} could be read, since `;
    return { items, missing: `${what}: ${read}${why}.`, isWhole: false };
  };
  for (let offset = 0; ; offset += PAGE) {
    const pages = isPaged ? { limit: `${PAGE}`, offset: `${offset}` } : {};
    const search = new URLSearchParams({ ...query, ...pages }).toString();
    let page: Record<string, unknown>;
    try {
      const attempt = `Reading ${what.toLowerCase()} from PagerDuty`;
      page = await get(attempt, search === "" ? path : `${path}?${search}`, pageSchema, limits);
    } catch (error) {
      if (error instanceof RequestError) return stop(reasonOf(error));
      throw error;
    }
    if (!Array.isArray(page[key])) return stop("PagerDuty's answer has no list of them");
    for (const found of fitting(item).parse(page[key])) {
      characters += JSON.stringify(found).length;
      if (items.length >= most || characters > mostCharacters) return stop("there are more than fit");
      items.push(found);
    }
    if (!isPaged || page["more"] !== true) return { items, missing: null, isWhole: true };
    if (offset + 2 * PAGE > MOST_ITEMS) return stop("PagerDuty hands out no more");
  }
}
