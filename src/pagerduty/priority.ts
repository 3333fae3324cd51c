/** A priority of the account, which is known by its name. */

import { z } from "zod";
import { name } from "./fields.ts";

export const priorityName = z
  .object({ name, summary: name })
  .transform((object) => object.name ?? object.summary ?? "");
