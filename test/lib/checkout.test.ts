import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openCheckout } from "../../src/lib/checkout.ts";

function checkout() {
  const parent = mkdtempSync(join(tmpdir(), "checkout-"));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const root = join(parent, "docs");
  mkdirSync(join(root, ".git"), { recursive: true });
  mkdirSync(join(root, "folder"));
  writeFileSync(join(parent, "secret"), "outside");
  writeFileSync(join(root, ".git", "config"), "token");
  writeFileSync(join(root, "folder", "a.yml"), "inside");
  const link = (to: string, name: string) => symlinkSync(to, join(root, name));
  link("folder/a.yml", "within");
  link("../secret", "out");
  link(join(parent, "secret"), "absolute");
  link(".git/config", "token");
  link("nowhere", "dangling");
  link("folder", "linked-folder");
  return openCheckout(root);
}

test("a file is its text, also behind a link that stays in the checkout", () => {
  const { look, read } = checkout();
  for (const path of ["folder/a.yml", "within", "linked-folder/a.yml"]) {
    expect(look(path)).toEqual({ kind: "file", text: "inside" });
    expect(read(path)).toBe("inside");
  }
});

test.for(["out", "absolute", "token", "dangling", "../secret", ".git/config"])(
  "what leads out of the checkout, into .git or nowhere is not read: %s",
  (path) => {
    const { look, read } = checkout();
    expect(look(path)).toEqual({ kind: "outside" });
    expect(read(path)).toBeNull();
  },
);

test("a folder is one, and lists its names; anything else lists none", () => {
  const { look, read, list } = checkout();
  expect(look("folder")).toEqual({ kind: "folder" });
  expect(look("folder/A.yml")).toEqual({ kind: "missing" });
  expect(look("none/a.yml")).toEqual({ kind: "missing" });
  expect([read("folder"), read("none")]).toEqual([null, null]);
  expect(list("folder")).toEqual(["a.yml"]);
  expect(list("")).toContain(".git");
  expect([list("within"), list("none")]).toEqual([[], []]);
});
