import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { SettingsError } from "../../src/lib/errors.ts";
import { apiAddress, optional, parseSettings, problemsOf, secret } from "../../src/settings/parse.ts";

describe("parsing settings", () => {
  const schema = z.object({ FIRST: secret, SECOND: apiAddress("https://api.example.com") });

  test("gives the parsed values", () => {
    expect(parseSettings(schema, { FIRST: " abc " })).toEqual({
      FIRST: "abc",
      SECOND: "https://api.example.com",
    });
  });

  test("reports every problem at once, each by the name that the user wrote", () => {
    const failing = () => parseSettings(schema, { FIRST: "a b", SECOND: "nowhere" });
    expect(failing).toThrow(SettingsError);
    expect(failing).toThrow(
      [
        "FIRST holds spaces or other characters that no token has; copy it again",
        "SECOND is not an address such as https://api.example.com",
      ].join("\n"),
    );
  });

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
  const parsed = secret.safeParse(raw);
  expect(parsed.success).toBe(false);
  expect(parsed.error?.message).not.toContain(raw);
});

test("a secret that is taken can stand in a header, whatever it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (raw) => {
      const parsed = secret.safeParse(raw);
      if (parsed.data !== undefined)
        expect(new Headers({ authorization: parsed.data }).get("authorization")).toBe(parsed.data);
    }),
  );
});

test.for([
  [undefined, "https://api.github.com"],
  ["", "https://api.github.com"],
  ["https://ghe.example.com/api/v3", "https://ghe.example.com/api/v3"],
  ["https://ghe.example.com/api/v3//", "https://ghe.example.com/api/v3"],
  ["https://API.example.com:8443/", "https://api.example.com:8443"],
  ["http://127.0.0.1:3000", "http://127.0.0.1:3000"],
  ["http://localhost:3000/x", "http://localhost:3000/x"],
] as const)("an address of %j is read as %j", ([raw, value]) => {
  expect(apiAddress("https://api.github.com").parse(raw)).toBe(value);
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
  const parsed = apiAddress("https://api.example.com").safeParse(raw);
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
    "is not an address such as https://api.example.com",
  ]);
});
