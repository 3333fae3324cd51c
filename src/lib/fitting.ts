/** Lists in an answer of which an item of an odd form must not cost the others. */

import { z } from "zod";

/** A list of the items that have the form; what else is in it, or what is no list, does not count. */
export function fitting<Item>(item: z.ZodType<Item>) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((raw) => item.safeParse(raw).data ?? []));
}
