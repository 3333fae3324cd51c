import { expect, test } from "vitest";
import { isTeamMention, loginsOf } from "../../../src/jobs/follow-ups/people.ts";

const PEOPLE = { "Jordan Lee": "jlee", Orders: "acme/orders", Sam: "sortiz" };

test.for([
  ["Jordan Lee", ["jlee"]],
  ["jordan  lee", ["jlee"]],
  ["@jlee", ["jlee"]],
  ["orders", ["acme/orders"]],
  ["Jordan Lee and Sam", ["jlee", "sortiz"]],
  ["Sam, Jordan Lee, sam", ["sortiz", "jlee"]],
  ["Jordan Lee、Sam", ["jlee", "sortiz"]],
  ["@stranger", []],
  ["Jordan Leeson", []],
  [null, []],
] as const)("%j is %j", ([owner, logins]) => {
  expect(loginsOf(owner, PEOPLE)).toEqual(logins);
});

test("a team has a slash", () => {
  expect([isTeamMention("acme/orders"), isTeamMention("jlee")]).toEqual([true, false]);
});
