import { describe, expect, test } from "vitest";
import { evidenceOf, impactOf, rowOf, seenBeforeOf } from "../../src/postmortem/lines.ts";
import { incidentRecord } from "../builders.ts";

const at = (time: string) => Date.parse(`2026-02-10T${time}:00Z`);
const CREATED = at("14:32");
const MONITOR = { href: "https://monitor.example/8140", text: "Monitor" };

const alert = (time: string, summary: string, links = [MONITOR]) => ({
  at: at(time),
  summary,
  links,
  ...{ severity: null, status: null, source: null, details: null },
});
const change = (time: string, summary: string, when: "before" | "after", href: string) => ({
  at: at(time),
  summary,
  when,
  links: [{ href, text: null }],
  ...{ source: null, reason: null, details: null },
});

describe("a row", () => {
  test("says when, what, by whom, in which words and where", () => {
    const row = {
      at: at("14:44"),
      what: "Note",
      by: "Jordan Lee",
      quote: "all *200*\nin use",
      links: [MONITOR],
    };
    expect(rowOf(row, CREATED)).toBe(
      "14:44 UTC — Note by Jordan Lee (“all \\*200\\* in use”) ([Monitor](https://monitor.example/8140))",
    );
  });

  test("leaves out what there is not, and names three links at most", () => {
    const links = ["a", "b", "c", "d"].map((name) => ({ href: `https://${name}.example/`, text: null }));
    expect(rowOf({ at: at("14:44"), what: "Deploy", by: null, quote: " ", links }, CREATED)).toBe(
      "14:44 UTC — Deploy ([a.example](https://a.example/), [b.example](https://b.example/), [c.example](https://c.example/))",
    );
  });
});

describe("the impact", () => {
  const alerts = [
    alert("14:32", "Pool is full"),
    ...Array.from({ length: 7 }, (_, index) => alert(`14:4${index}`, `Alert ${index}`, [])),
    alert("15:19", "after the resolve"),
  ];

  test("is the custom fields, and five alerts beyond the one that opened the incident", () => {
    const customFields = [{ name: "Customer impact", value: "one order in eight" }];
    expect(impactOf(incidentRecord({ record: { alerts, customFields } }))).toEqual([
      "Customer impact: “one order in eight” (PagerDuty)",
      ...[0, 1, 2, 3, 4].map((index) => `Alert, 14:4${index} UTC — Alert ${index}`),
      "2 more alerts, which PagerDuty's record has",
    ]);
  });

  test("has the link of an alert, and says where it has no summary", () => {
    expect(impactOf(incidentRecord({ record: { alerts: [alert("14:40", " ")] } }))).toEqual([
      "Alert, 14:40 UTC — without a summary ([Monitor](https://monitor.example/8140))",
    ]);
    const six = impactOf(incidentRecord({ record: { alerts: alerts.slice(0, 7) } }));
    expect(six.at(-1)).toBe("1 more alert, which PagerDuty's record has");
  });
});

describe("the evidence", () => {
  test("is the record, and each link of alerts and changes until the resolve once", () => {
    const record = incidentRecord({
      record: {
        alerts: [
          alert("14:32", "Pool is full"),
          alert("14:33", "again"),
          alert("14:34", "", [{ href: "https://other.example/", text: "Other" }]),
          alert("15:19", "late", [{ href: "https://late.example/", text: "Late" }]),
        ],
        changes: [
          change("14:21", "Deploy", "before", "https://github.com/acme/orders/commit/9fceb02"),
          change("15:40", "Fix", "after", "https://late.example/fix"),
          change("14:22", "Not the web", "before", "ftp://a.example/"),
        ],
      },
    });
    expect(evidenceOf(record)).toEqual([
      "[PagerDuty's record of the incident](https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01)",
      "[Monitor](https://monitor.example/8140) — alert, 14:32 UTC: Pool is full",
      "[Other](https://other.example/) — alert, 14:34 UTC",
      "[acme/orders@9fceb02](https://github.com/acme/orders/commit/9fceb02) — change, 14:21 UTC: Deploy",
    ]);
  });

  test("names the incident where it has no link", () => {
    expect(evidenceOf(incidentRecord({ incident: { url: null } }))).toEqual([
      "PagerDuty's record of the incident Q1ORDERSPOOL01",
    ]);
  });
});

test("similar postmortems are linked, with their cause and what is open", () => {
  const similar = { date: "2026-01-14", title: "Leak | jobs", path: "2026/a (b).md", rootCause: "confirmed" };
  expect(
    seenBeforeOf([
      { ...similar, openItems: 1 },
      { ...similar, openItems: 2, rootCause: null },
      { ...similar, openItems: 0 },
    ]),
  ).toEqual([
    "2026-01-14 — [Leak \\| jobs](2026/a%20%28b%29.md): root cause confirmed; 1 item not ticked",
    "2026-01-14 — [Leak \\| jobs](2026/a%20%28b%29.md): root cause not given; 2 items not ticked",
    "2026-01-14 — [Leak \\| jobs](2026/a%20%28b%29.md): root cause confirmed; 0 items not ticked",
  ]);
});
