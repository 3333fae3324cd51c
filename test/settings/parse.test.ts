import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { SettingsError } from "../../src/lib/errors.ts";
import { apiAddress, optional, problemsOf, secret } from "../../src/settings/parse.ts";

describe("problems", () => {
  test("says only what is wrong where the whole is wrong", () => {
    const parsed = z.string({ error: "must be text" }).safeParse(1);
    expect(problemsOf(parsed.error as z.ZodError)).toEqual(["must be text"]);
  });

  test("the error keeps the problems apart", () => {
    const error = new SettingsError(["A is missing", "B is wrong"]);
    expect(error).toMatchObject({ name: "SettingsError", problems: ["A is missing", "B is wrong"] });
  });
});

test.for([
  [undefined, undefined],
  ["", undefined],
  [" \t\n", undefined],
  [" x ", "x"],
  ["0", "0"],
] as const)("a setting of %j is read as %j", ([raw, value]) => {
  expect(optional.parse(raw)).toBe(value);
});

test.for(["a b", "a\nb", "a\u00a0b", "tökén", "a\u200bb", "a\u0000"])("a secret may not be %j", (raw) => {
  const parsed = secret("Devin").safeParse(raw);
  expect(parsed.success).toBe(false);
  expect(parsed.error?.message).not.toContain(raw);
});

test("a secret that is taken can stand in a header, whatever it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (raw) => {
      const parsed = secret("Devin").safeParse(raw);
      if (parsed.data !== undefined)
        expect(new Headers({ authorization: parsed.data }).get("authorization")).toBe(parsed.data);
    }),
  );
});

test.for([
  [undefined, "https://api.pagerduty.com"],
  ["", "https://api.pagerduty.com"],
  ["https://api.eu.pagerduty.com/", "https://api.eu.pagerduty.com"],
  ["https://proxy.example.com/pagerduty", "https://proxy.example.com/pagerduty"],
  ["https://proxy.example.com/pagerduty//", "https://proxy.example.com/pagerduty"],
  ["https://API.example.com:8443/", "https://api.example.com:8443"],
  ["http://127.0.0.1:3000", "http://127.0.0.1:3000"],
  ["http://localhost:3000/x", "http://localhost:3000/x"],
] as const)("an address of %j is read as %j", ([raw, value]) => {
  expect(apiAddress("PagerDuty").parse(raw)).toBe(value);
});

test.for([
  "api.github.com",
  "http://api.github.com",
  "http://127.0.0.1.example.com",
  "ftp://api.github.com",
  "https://user:password@api.github.com",
  "https://token@api.github.com",
  "https://api.github.com/?token=hunter2",
  "https://api.github.com/#fragment",
  "https://",
])("%j is no address for an API, and the problem does not repeat it", (raw) => {
  const parsed = apiAddress("Devin").safeParse(raw);
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
    "is not an address such as https://api.devin.ai",
  ]);
});

test.for([
  ["Devin", "https://app.devin.ai", "it takes https://api.devin.ai"],
  ["Devin", "https://api.devin.ai/v3", "it takes https://api.devin.ai"],
  ["Devin", "https://proxy.example.com/devin/v1", "it takes https://api.devin.ai"],
  ["Devin", "https://api.pagerduty.com", "no address of Devin's API"],
  ["PagerDuty", "https://acme.eu.pagerduty.com", "or https://api.eu.pagerduty.com"],
  ["PagerDuty", "https://api.github.com", "no address of PagerDuty's API"],
] as const)("%s is not asked at %s", ([service, raw, said]) => {
  expect(apiAddress(service).safeParse(raw).error?.issues[0]?.message).toContain(said);
});

test.for([
  ["Devin", "ghp_0123456789abcdef", "is a key of GitHub's; set one of Devin's"],
  ["Devin", "y_NbAkKc66ryYTWUXYEu", "is a key of PagerDuty's; set one of Devin's"],
  ["PagerDuty", "cog_0123456789abcdef", "is a key of Devin's; set one of PagerDuty's"],
  ["GitHub", "pdus+_0XBPWQQ_0123", "is a key of PagerDuty's; set one of GitHub's"],
  ["PagerDuty", "PAGERDUTY_TOKEN=abc", "set what follows the = alone"],
  ["Devin", "<key>", "is an example"],
] as const)("a key of %s is not %s", ([service, raw, said]) => {
  expect(secret(service).safeParse(raw).error?.issues[0]?.message).toContain(said);
});

test.for([
  ["PagerDuty", "y_NbAkKc66ryYTWUXYEu"],
  ["Devin", "cog_0123456789abcdef"],
  ["GitHub", "ghs_0123456789abcdef"],
] as const)("a key of %s may be %s", ([service, raw]) => {
  expect(secret(service).parse(raw)).toBe(raw);
});
