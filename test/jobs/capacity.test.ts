/** The day's limit, counted again once a session was started. */

import { expect, test } from "vitest";
import { hasCapacity, refusalBeyondLimit } from "../../src/jobs/capacity.ts";
import { createJobContext } from "../../src/jobs/context.ts";
import { inputsOf } from "../builders.ts";
import { configOf } from "../configurations.ts";
import { devinWith } from "./services.ts";
import { surroundingsOf } from "./surroundings.ts";

test("the oldest sessions of a day stay, and what two runs started beyond the limit goes", async () => {
  const { inputs, leave } = await devinWith();
  const context = createJobContext(surroundingsOf({ fetch }), inputsOf(inputs));
  const config = configOf("limits: { sessions-per-day: 1 }");
  // Neither counts.
  await leave(["by-hand"]);
  await leave(["deferred"]);
  expect(await hasCapacity(context, config)).toBe(true);
  const ids = [(await leave([])).id, (await leave([])).id];
  const [older, younger] = (await context.devin().listSessions("pagerduty-postmortem")).filter(({ id }) =>
    ids.includes(id),
  );
  expect(await refusalBeyondLimit(context, config, older!)).toBeNull();
  expect(await refusalBeyondLimit(context, config, younger!)).toMatch(/sessions-per-day/);
  expect(await hasCapacity(context, config)).toBe(false);
});
