/** Entry 1: reads the environment once and hands every request to the receiver. */

import { setTimeout as sleep } from "node:timers/promises";
import { readEnvironment } from "../src/environment.ts";
import { createDispatch } from "../src/github.ts";
import type { Clock } from "../src/http.ts";
import { createReceiver } from "../src/receive.ts";

const clock: Clock = { now: Date.now, sleep };
const environment = readEnvironment(process.env);
const { settings } = environment;
const dispatch = settings && createDispatch({ fetch, clock, github: settings.github });

export default { fetch: createReceiver({ environment, dispatch, clock, log: console.log }) };
