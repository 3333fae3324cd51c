import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { destinationOf, findPostmortem, incidentsOf, titleOf } from "../../src/postmortem/file.ts";
import { incidentRecord, payloadOf } from "../builders.ts";

const TODAY = Date.parse("2026-03-01T09:00:00Z");
const EXPRESSION = ["$", "{{ github.token }}"].join("");

test("the incidents that have a file are in the names of the directory", () => {
  const names = [
    "2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md",
    "2026-02-11-Q2OTHER.md",
    "2026-02-12-Q2OTHER-again.md",
    "README.md",
    "2026-02-10-notes.md",
    "draft-2026-02-10-Q3OTHER-x.md",
    "2026/2026-02-10-Q4BELOW-x.markdown",
    "2026-02-10-Q5FOLDER-x/notes.md",
  ];
  expect(incidentsOf(names)).toEqual(new Set(["Q1ORDERSPOOL01", "Q2OTHER", "Q4BELOW"]));
  expect(incidentsOf([])).toEqual(new Set());
});

describe("the destination", () => {
  test("of the orders incident", () => {
    expect(destinationOf(incidentRecord(), "docs/postmortems", null, TODAY)).toEqual({
      path: "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md",
      branch: "postmortem/Q1ORDERSPOOL01",
    });
  });

  test("is dated by the record in UTC, and by today where the record has no beginning", () => {
    const dated = incidentRecord({ incident: { created_at: "2026-02-10T23:30:00-02:00" } });
    expect(destinationOf(dated, "d", null, TODAY).path).toMatch(/^d\/2026-02-11-/);
    const undated = incidentRecord({ incident: { created_at: null } });
    expect(destinationOf(undated, "d", null, TODAY).path).toMatch(/^d\/2026-03-01-/);
  });

  test("without title and number is named by the id", () => {
    expect(
      destinationOf(incidentRecord({ incident: { title: null, number: null } }), "d", null, TODAY),
    ).toEqual({
      path: "d/2026-02-10-Q1ORDERSPOOL01.md",
      branch: "postmortem/Q1ORDERSPOOL01",
    });
  });

  test("is the file that the incident has already, whatever its title is now", () => {
    const record = incidentRecord({ incident: { title: "Another title" } });
    const existing = "2026-02-09-Q1ORDERSPOOL01-old.md";
    expect(destinationOf(record, "docs/postmortems", existing, TODAY).path).toBe(
      "docs/postmortems/2026-02-09-Q1ORDERSPOOL01-old.md",
    );
  });

  test.for([
    ["Überlastung: Größe", "uberlastung-gro-e"],
    ["../../.github/workflows/x.yml", "github-workflows-x-yml"],
    [`${EXPRESSION} \`rm -rf /\``, "github-token-rm-rf"],
    ["数据库", ""],
    ["---", ""],
    [`${"x".repeat(59)} tail`, "x".repeat(59)],
    ["y".repeat(1_024), "y".repeat(60)],
  ] as const)("makes a slug of letters, digits and dashes from %j", ([title, slug]) => {
    const { path } = destinationOf(incidentRecord({ incident: { title } }), "d", null, TODAY);
    expect(path).toBe(`d/2026-02-10-Q1ORDERSPOOL01${slug && `-${slug}`}.md`);
  });

  test("of any title is one plain path", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (title) => {
        const { path } = destinationOf(incidentRecord({ incident: { title } }), "d", null, TODAY);
        expect(path).toMatch(/^d\/2026-02-10-Q1ORDERSPOOL01(-[a-z0-9]+)*\.md$/);
        expect(path.length).toBeLessThan(100);
      }),
    );
  });
});

describe("the incident's file among others", () => {
  test.for([
    [["README.md", "2026-02-10-Q1.md"], null],
    [["2026-02-10-Q1ORDERSPOOL012-x.md", "2026-02-10-XQ1ORDERSPOOL01-x.md"], null],
    [["Q1ORDERSPOOL01.md", "2026-02-10-Q1ORDERSPOOL01-x.txt"], null],
    [
      [
        "2026-02-10-Q1ORDERSPOOL01-`x`.md",
        "2026-02-10-Q1ORDERSPOOL01-a\nb.md",
        "2026-02-10-Q1ORDERSPOOL01-a|b.md",
      ],
      null,
    ],
    [["2026-02-10-Q1ORDERSPOOL01.md"], "2026-02-10-Q1ORDERSPOOL01.md"],
    [["2026-02-10-Q1ORDERSPOOL01-x.MD"], "2026-02-10-Q1ORDERSPOOL01-x.MD"],
    [["2026-02-10-Q1ORDERSPOOL01-Größe.md"], "2026-02-10-Q1ORDERSPOOL01-Größe.md"],
    [["2026/2026-02-10-Q1ORDERSPOOL01-a.markdown"], "2026/2026-02-10-Q1ORDERSPOOL01-a.markdown"],
    [["2026-02-10-Q1ORDERSPOOL01-x/notes.md", "a`b/2026-02-10-Q1ORDERSPOOL01.md"], null],
    [["2026-02-11-Q1ORDERSPOOL01-b.md", "2026-02-10-Q1ORDERSPOOL01-a.md"], "2026-02-10-Q1ORDERSPOOL01-a.md"],
  ] as const)("%j: %s", ([names, found]) => {
    expect(findPostmortem([...names], "Q1ORDERSPOOL01")).toBe(found);
  });
});

test("an incident without a visible title is called by its id", () => {
  expect(titleOf(payloadOf().incident)).toBe("Database Connection Pool Exhaustion");
  expect(titleOf(payloadOf({ incident: { title: null } }).incident)).toBe("Incident Q1ORDERSPOOL01");
  expect(titleOf(payloadOf({ incident: { title: "\u200b\n" } }).incident)).toBe("Incident Q1ORDERSPOOL01");
});
