import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameName, matchesName, nameKey } from "../../src/lib/names.ts";
import { anyText } from "../builders.ts";

test.for([
  ["orders-service", "orders-service"],
  ["Orders-Service", "oRDERS-sERVICE"],
  ["*", ""],
  ["*", "anything at all"],
  ["**", "x"],
  ["orders-*", "orders-"],
  ["orders-*", "orders-service"],
  ["*-service", "orders-service"],
  ["*ders*", "orders"],
  ["a*b*c", "abc"],
  ["a*b*c", "a-b-b-c-c"],
  ["*a*a*", "aa"],
  ["a.c", "a.c"],
  ["(x", "(x"],
  ["größe*", "GRÖSSE"],
  ["ΟΔΟΣ*", "Οδοσα"],
  ["orders  *", "orders service"],
] as const)("%s matches %s", ([pattern, name]) => {
  expect(matchesName(pattern, name)).toBe(true);
});

test.for([
  ["orders", "orders-service"],
  ["service", "orders-service"],
  ["orders-*", "my-orders-service"],
  ["*-service", "orders-service-2"],
  ["a*a", "a"],
  ["ab*bc", "abc"],
  ["a*b*c", "acb"],
  ["*x*y*", "yx"],
  ["a*bb*b", "abb"],
  ["a.c", "abc"],
  ["a?c", "abc"],
  ["", "x"],
] as const)("%s does not match %s", ([pattern, name]) => {
  expect(matchesName(pattern, name)).toBe(false);
});

test("every character of Unicode that has other forms is the same as each of them", () => {
  const strange: string[] = [];
  for (let code = 0; code < 0x11_0000; code++) {
    const character = code >= 0xd800 && code <= 0xdfff ? "" : String.fromCodePoint(code);
    for (const form of [character.normalize("NFD"), character.toLowerCase(), character.toUpperCase()])
      if (form !== character && !isSameName(character, form)) strange.push(`${character} ${form}`);
  }
  expect(strange).toEqual([]);
});

test("any name is the same as itself, however it is spelled, and as a pattern matches itself", () => {
  fc.assert(
    fc.property(anyText, (name) => {
      for (const spelled of [
        name.normalize("NFC"),
        name.normalize("NFD"),
        name.toUpperCase(),
        `  ${name}\u00a0 `,
        [...name].join("\u200b"),
      ]) {
        expect(isSameName(name, spelled)).toBe(true);
        expect(matchesName(name, spelled)).toBe(true);
      }
      expect(nameKey(nameKey(name))).toBe(nameKey(name));
    }),
  );
});

test.for([
  ["🛡️ Security", "🛡 security"],
  ["orders  service", "orders service"],
  ["Caf\u00e9", "CAFE\u0301"],
  ["Straße", "STRASSE"],
] as const)("%s is %s", ([one, other]) => {
  expect(isSameName(one, other)).toBe(true);
});

test.for([
  ["P1", "P11"],
  ["orders-service", "orders service"],
  ["Cafe", "Café"],
] as const)("%s is not %s", ([one, other]) => {
  expect(isSameName(one, other)).toBe(false);
});

test("it says what the regular expression of the same meaning says", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "A", ".", "*"), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (pattern, name) => {
      const source = pattern.replaceAll(".", "\\.").replaceAll("*", ".*");
      expect(matchesName(pattern, name)).toBe(new RegExp(`^${source}$`, "i").test(name));
    }),
    { numRuns: 2_000 },
  );
});

test("a pattern at which a regular expression would despair is answered", () => {
  expect(matchesName(`${"*a".repeat(500)}b`, "a".repeat(100_000))).toBe(false);
});
