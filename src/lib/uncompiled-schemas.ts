/** Keeps zod from compiling parsers: a run reads most shapes once or twice, and compiling one costs more than that. */

import { config } from "zod";

config({ jitless: true });
