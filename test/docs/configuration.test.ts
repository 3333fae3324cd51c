/** docs/configuration.md says what can be set: its tables are those of the code. */

import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { VARIABLES } from "../../src/function/environment.ts";
import { INCIDENT_EVENTS } from "../../src/incident/patterns.ts";
import { parseDuration } from "../../src/lib/time.ts";
import { decide } from "../../src/policy/decide.ts";
import { INPUTS } from "../../src/settings/inputs.ts";
import { PARTS } from "../../src/settings/schema.ts";
import { configOf } from "../configurations.ts";
import { read, table } from "./page.ts";

const PAGE = "docs/configuration.md";
const action: {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
} = parse(read("action.yml"));

describe("the action", () => {
  test("declares exactly the inputs that it reads", () => {
    expect(Object.keys(action.inputs).sort()).toEqual([...INPUTS].sort());
  });

  test("has its inputs listed with their defaults and descriptions", () => {
    expect(table(PAGE, "Inputs of the action")).toEqual(
      Object.entries(action.inputs).map(([name, input]) => [
        name,
        input.default ?? "",
        input.description.trim(),
      ]),
    );
  });

  test("has its outputs listed", () => {
    expect(table(PAGE, "Outputs of the action")).toEqual(
      Object.entries(action.outputs).map(([name, output]) => [name, output.description.trim()]),
    );
  });
});

test("the function's variables are listed", () => {
  expect(table(PAGE, "Environment of the function").map(([name]) => name)).toEqual(VARIABLES);
});

test("the secrets and variables that the workflows read are listed", () => {
  // What is commented out is not read.
  const lines = ["examples/postmortem.yml", "examples/postmortem-schedule.yml"]
    .flatMap((path) => read(path).split("\n"))
    .filter((line) => !/^\s*#/.test(line));
  const names = [...lines.join("\n").matchAll(/\b(?:secrets|vars)\.(\w+)/g)].map(([, name]) => name);
  expect(
    table(PAGE, "Variables of the workflow")
      .map(([name]) => name)
      .sort(),
  ).toEqual([...new Set(names)].sort());
});

test("every event that can be forwarded is named", () => {
  for (const event of INCIDENT_EVENTS) expect(read("docs/operations.md")).toContain(`\`${event}\``);
});

describe("the configuration file", () => {
  test("has every key listed, with the default that it has", () => {
    const rows = table(PAGE, "Configuration: ");
    const defaults = configOf(null);
    const documented = Object.fromEntries(rows.map(([key, value]) => [key, value]));
    expect(documented).toMatchObject({
      directory: defaults.directory,
      publish: defaults.publish,
      telemetry: `[${defaults.telemetry.join(", ")}]`,
      "allow-public": String(defaults["allow-public"]),
      notes: String(defaults.notes),
      "on-acknowledge": defaults["on-acknowledge"],
      people: defaults.people,
      "limits.sessions-per-day": String(defaults.limits["sessions-per-day"]),
      "mend.rounds": String(defaults.mend.rounds),
      "seen-before.most": String(defaults["seen-before"].most),
      "follow-ups.issues": String(defaults["follow-ups"].issues),
      "follow-ups.dashboard": String(defaults["follow-ups"].dashboard),
      "follow-ups.labels": `[${defaults["follow-ups"].labels.join(", ")}]`,
      otherwise: defaults.otherwise,
    });
    const nested = ["limits", "mend", "seen-before", "follow-ups", "devin"];
    const keys = PARTS[""]?.keys.flatMap((key) =>
      nested.includes(key) ? (PARTS[key]?.keys ?? []).map((inner) => `${key}.${inner}`) : [key],
    );
    expect(rows.map(([key]) => key)).toEqual(keys);
  });

  test("decides as the table of decisions says", () => {
    const [, yaml = ""] = /## Rules\n\n```yaml\n([\s\S]*?)```/.exec(read(PAGE)) ?? [];
    const config = configOf(yaml);
    const rows = table(PAGE, "Rules").filter(([, , , , decision = ""]) => decision.includes(": "));
    const decided = rows.map(([type = "", priority = "", resolvedBy, lasted = ""]) => {
      const { do: what, rule } = decide(config, {
        type,
        priority,
        resolvedBy: resolvedBy === "integration" ? "integration" : "user",
        durationMs: parseDuration(lasted),
        urgency: "high",
        service: null,
        teams: [],
        title: null,
      });
      return `${what}: ${rule?.name ?? "otherwise"}`;
    });
    expect(decided).toEqual(rows.map(([, , , , decision]) => decision));
    expect(decided).toHaveLength(6);
  });
});
