/** Entry 1: reads the environment once and hands every request to the receiver. */

import { setTimeout as sleep } from "node:timers/promises";
import { createDispatch } from "../src/function/dispatch.ts";
import { readEnvironment } from "../src/function/environment.ts";
import { createReceiver } from "../src/function/handler.ts";
import type { Clock } from "../src/lib/http.ts";

const clock: Clock = { now: Date.now, sleep };
const environment = readEnvironment(process.env);
const { settings } = environment;
const dispatch = settings && createDispatch({ fetch, clock, github: settings.github });

export default { fetch: createReceiver({ environment, dispatch, clock, log: console.log }) };
