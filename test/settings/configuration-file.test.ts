import { describe, expect, test } from "vitest";
import type { Checkout, PathEntry } from "../../src/lib/checkout.ts";
import { findConfiguration, loadConfiguration } from "../../src/settings/configuration-file.ts";

const YML = ".github/postmortem.yml";
const YAML = ".github/postmortem.yaml";
const FILE: PathEntry = { kind: "file", text: "directory: reviews" };

/** A checkout of these entries; a text is a file. */
function checkout(entries: Record<string, PathEntry>): Checkout {
  const inFolder = (folder: string, path: string) =>
    folder === "." || folder === ""
      ? path
      : path.startsWith(`${folder}/`)
        ? path.slice(folder.length + 1)
        : "";
  return {
    look: (path) => entries[path] ?? { kind: "missing" },
    list: (folder) => [
      ...new Set(
        Object.keys(entries)
          .map((path) => inFolder(folder, path).replace(/\/.*/, ""))
          .filter((name) => name !== ""),
      ),
    ],
  };
}

const find = (entries: Record<string, PathEntry>, path = YML) => findConfiguration(checkout(entries), path);

test.for([YML, YAML])("the file with either ending counts: %s", async (path) => {
  const found = await find({ [path]: FILE });
  expect(found).toMatchObject({ problems: [], warnings: [], source: path });
  expect(found.config?.directory).toBe("reviews");
});

test("without a file the defaults hold, and that is said", async () => {
  const found = await find({ "README.md": FILE, ".github/workflows/postmortem.yml": FILE });
  expect(found).toMatchObject({ problems: [], warnings: [], source: "no configuration file: defaults" });
  expect(found.config?.directory).toBe("docs/postmortems");
});

test("a file that is named counts alone, and must be there", async () => {
  expect(await find({ "ops/pm.yml": FILE }, "./ops/pm.yml")).toMatchObject({
    source: "ops/pm.yml",
    problems: [],
  });
  expect(await find({ [YAML]: FILE }, YAML)).toMatchObject({ source: YAML, problems: [] });
  expect((await find({}, "ops/pm.yml")).problems).toEqual([
    expect.stringMatching(/^config is "ops\/pm\.yml", and there is no such file/),
  ]);
});

test.for([
  ["both endings at once", { [YML]: FILE, [YAML]: FILE }, /both .*yml and .*yaml/],
  ["a folder", { [YML]: { kind: "folder" } }, /postmortem\.yml is a folder/],
  ["a link that leads out", { [YML]: { kind: "outside" } }, /link that leads out of the checkout/],
] as const)("%s is refused", async ([, entries, said]) => {
  const { config, problems } = await find(entries);
  expect(config).toBeNull();
  expect(problems).toEqual([expect.stringMatching(said)]);
});

describe("a near name", () => {
  const NEAR = [
    ".github/Postmortem.yml",
    ".github/postmortem.YML",
    ".github/postmortems.yml",
    ".github/post-mortem.yaml",
    "postmortem.yml",
    ".postmortem.yaml",
    ".GitHub/postmortem.yml",
    "github/postmortem.yaml",
  ];

  test.for(NEAR)("is refused where the file itself is missing: %s", async (name) => {
    const { config, problems } = await find({ [name]: FILE });
    expect(config).toBeNull();
    expect(problems).toEqual([expect.stringContaining(`${name} is not read; move it to ${YML}`)]);
  });

  test.for(NEAR)("is a warning beside the file: %s", async (name) => {
    const { config, problems, warnings } = await find({ [name]: FILE, [YML]: FILE });
    expect(config).not.toBeNull();
    expect(problems).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining(`${name} is not read`)]);
  });

  test("of a named file is its other ending or case, or the default one", async () => {
    for (const name of ["ops/pm.yaml", "ops/PM.yml", YML])
      expect((await find({ [name]: FILE }, "ops/pm.yml")).problems).toEqual([
        expect.stringContaining(`${name} is not read; move it to ops/pm.yml`),
      ]);
  });

  test("is no folder", async () => {
    expect((await find({ ".github/postmortems.yml": { kind: "folder" } })).problems).toEqual([]);
  });
});

test("the problems and warnings of the file come with the path that was read", async () => {
  const text = "colour: red\n";
  expect((await find({ [YAML]: { kind: "file", text } })).problems).toEqual([
    expect.stringContaining(`${YAML}:1: colour is not known`),
  ]);
});

test("a workspace that is no checkout is refused, whatever it holds", async () => {
  const { config, problems } = await loadConfiguration(checkout({ [YML]: FILE }), YML);
  expect(config).toBeNull();
  expect(problems).toEqual([expect.stringContaining("git must be installed before the checkout")]);
  expect(
    (await loadConfiguration(checkout({ ".git": { kind: "folder" }, [YML]: FILE }), YML)).problems,
  ).toEqual([]);
});
