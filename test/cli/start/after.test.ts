import { expect, test } from "vitest";
import { withFollowUps } from "../../../cli/start/after.ts";
import { CONFIG } from "../../../sandbox/world.ts";
import { configOf } from "../../configurations.ts";

test("the play switches the follow-ups on, unless a team has done so in its own way", () => {
  expect(configOf(withFollowUps(CONFIG))["follow-ups"]).toMatchObject({
    issues: true,
    dashboard: true,
  });
  const own = "follow-ups: { issues: true }\n";
  expect(withFollowUps(own)).toBe(own);
});
