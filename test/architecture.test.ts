/** The floor plan: which room may use which, no circles, and nothing but the entry outside a room. */

import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** Each room of src/ and the rooms that it may use, in the order of knowledge. */
const ROOMS: Record<string, string[]> = {
  lib: [],
  incident: ["lib"],
  pagerduty: ["lib", "incident"],
  github: ["lib", "incident"],
  devin: ["lib", "incident"],
  redact: ["lib", "incident"],
  settings: ["lib", "incident"],
  function: ["lib", "incident", "pagerduty"],
  policy: ["lib", "incident", "settings"],
  postmortem: ["lib", "incident", "settings"],
  check: ["lib", "incident", "github", "redact", "settings", "policy", "postmortem"],
  prompt: ["lib", "incident", "devin", "settings", "policy", "postmortem", "check"],
  jobs: [
    ...["lib", "incident", "pagerduty", "github", "devin", "redact", "settings"],
    ...["policy", "postmortem", "check", "prompt"],
  ],
};

/** What the entries and the commands may use beside src/. */
const ENTRIES: Record<string, string[]> = {
  api: ["src"],
  cli: ["src", "sandbox"],
};

/** The command that plays the sandbox, the only one that may import it. */
const PLAYERS = /^cli\/start\b/;

type Import = { from: string; to: string };

/** Every relative import of the files below a folder, types included. */
function importsOf(folder: string): Import[] {
  return filesIn(folder).flatMap((from) => {
    const text = readFileSync(join(root, from), "utf8");
    return [...text.matchAll(/(?:from|import\() ?"(\.[^"]+)"/g)].map(([, to = ""]) => ({
      from,
      to: posix.join(posix.dirname(from), to),
    }));
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((name) => name.endsWith(".ts"))
    .sort();
}

function roomOf(path: string): string {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? path;
}

/** The ways round in a graph: each as the nodes that lead back to the first. */
function circlesIn(edges: Import[]): string[][] {
  const next = Map.groupBy(edges, ({ from }) => from);
  const done = new Set<string>();
  const circles: string[][] = [];
  const walk = (node: string, path: string[]): void => {
    const at = path.indexOf(node);
    if (at !== -1) circles.push([...path.slice(at), node]);
    if (at !== -1 || done.has(node)) return;
    for (const { to } of next.get(node) ?? []) walk(to, [...path, node]);
    done.add(node);
  };
  for (const node of next.keys()) walk(node, []);
  return circles;
}

describe("src/", () => {
  const imports = importsOf("src");

  test("has nothing but main.ts outside a room, and no room that the plan does not know", () => {
    const names = readdirSync(join(root, "src")).sort();
    expect(names).toEqual([...Object.keys(ROOMS), "main.ts"].sort());
  });

  test("each room uses only what it may know", () => {
    const strange = imports
      .filter(({ from }) => from !== "src/main.ts")
      .filter(({ from, to }) => roomOf(from) !== roomOf(to))
      .filter(({ from, to }) => !ROOMS[roomOf(from)]?.includes(roomOf(to)));
    expect(strange.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test("no file leads back to itself", () => {
    expect(circlesIn(imports).map((circle) => circle.join(" -> "))).toEqual([]);
  });

  test("no room leads back to itself", () => {
    const rooms = imports
      .map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }))
      .filter(({ from, to }) => from !== to);
    expect(circlesIn(rooms).map((circle) => circle.join(" -> "))).toEqual([]);
  });

  test("no file is longer than 300 lines", () => {
    const lengths = filesIn("src").map((path) => ({
      path,
      lines: readFileSync(join(root, path), "utf8").split("\n").length - 1,
    }));
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  });
});

describe("the entries and the commands", () => {
  test.for(Object.entries(ENTRIES))("%s use only what they may know", ([folder, allowed]) => {
    const strange = importsOf(folder)
      .map(({ from, to }) => ({ from, to, top: to.split("/")[0] ?? "" }))
      .filter(({ top }) => top !== folder && !allowed.includes(top))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(strange).toEqual([]);
  });

  test("only the commands that play the sandbox import it", () => {
    const strange = importsOf("cli").filter(
      ({ from, to }) => to.startsWith("sandbox/") && !PLAYERS.test(from),
    );
    expect(strange.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });
});

test("every file of src/ and cli/ opens with its one sentence", () => {
  const silent = ["src", "cli"]
    .flatMap(filesIn)
    .filter((path) => !/^\/\*\*\s+\S/.test(readFileSync(join(root, path), "utf8")));
  expect(silent).toEqual([]);
});
