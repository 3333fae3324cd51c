import { expect, test } from "vitest";
import { withFollowUps } from "../../../cli/start/after.ts";
import { CONFIG } from "../../../sandbox/world.ts";
import { readConfig } from "../../../src/settings/configuration.ts";

test("the play switches the follow-ups on, unless a team has done so in its own way", () => {
  expect(readConfig("file", withFollowUps(CONFIG))["follow-ups"]).toMatchObject({
    issues: true,
    dashboard: true,
  });
  const own = "follow-ups: { issues: true }\n";
  expect(withFollowUps(own)).toBe(own);
});
