/** The documents say what the code does: their tables and quoted messages are compared with it. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { VARIABLES } from "../src/function/environment.ts";
import { STATUSES } from "../src/function/handler.ts";
import { INCIDENT_EVENTS } from "../src/incident/patterns.ts";
import { RECONCILE_ORDER } from "../src/jobs/summary.ts";
import { parseDuration } from "../src/lib/time.ts";
import { decide } from "../src/policy/decide.ts";
import { EVIDENCE_BYTES } from "../src/prompt/brief.ts";
import { EVIDENCE_CUTS } from "../src/prompt/evidence.ts";
import { readConfig } from "../src/settings/configuration.ts";
import { INPUTS } from "../src/settings/inputs.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const readme = read("README.md");
const action: {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
} = parse(read("action.yml"));
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path));
const source = ["src", "api", "operator"]
  .flatMap(filesIn)
  .map((path) => read(path))
  .join("\n");

/** The rows of the first table under a heading, as cells without their back-quotes. */
function table(heading: string): string[][] {
  const [, section = ""] = readme.split(new RegExp(`^#+ ${heading}.*$`, "m"));
  const lines = (section.split(/^#{1,6} /m)[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`([^`]*)`$/, "$1")),
  );
}

describe("the README", () => {
  test("lists the inputs of action.yml with their defaults and descriptions", () => {
    expect(table("Inputs of the action")).toEqual(
      Object.entries(action.inputs).map(([name, input]) => [
        name,
        input.default ?? "",
        input.description.trim(),
      ]),
    );
  });

  test("lists the outputs of action.yml", () => {
    expect(table("Outputs of the action")).toEqual(
      Object.entries(action.outputs).map(([name, output]) => [name, output.description.trim()]),
    );
  });

  test("lists the function's variables", () => {
    expect(table("Environment of the function").map(([name]) => name)).toEqual(VARIABLES);
  });

  test("lists every outcome of the endpoint with its status", () => {
    expect(table("What the endpoint answers").map(([outcome, status]) => [outcome, Number(status)])).toEqual(
      Object.entries(STATUSES),
    );
  });

  test("lists every key of the configuration, with the default that it has", () => {
    const rows = table("Configuration");
    const defaults = readConfig("postmortem.yml", null);
    const documented = Object.fromEntries(rows.map(([key, value]) => [key, value]));
    expect(documented).toMatchObject({
      directory: defaults.directory,
      publish: defaults.publish,
      telemetry: `[${defaults.telemetry.join(", ")}]`,
      "allow-public": String(defaults["allow-public"]),
      notes: String(defaults.notes),
      "on-acknowledge": defaults["on-acknowledge"],
      "limits.sessions-per-day": String(defaults.limits["sessions-per-day"]),
      otherwise: defaults.otherwise,
    });
    const refusal = (text: string) => {
      try {
        readConfig("postmortem.yml", text);
      } catch (error) {
        return error instanceof Error ? error.message : "";
      }
      return "";
    };
    const allowed = (text: string) =>
      refusal(text)
        .replace(/.*allowed are /, "")
        .split(", ");
    expect(rows.map(([key]) => key)).toEqual([
      ...allowed("nonsense: 1").filter((key) => key !== "devin" && key !== "limits"),
      ...allowed("limits: { nonsense: 1 }").map((key) => `limits.${key}`),
      ...allowed("devin: { nonsense: 1 }").map((key) => `devin.${key}`),
    ]);
  });

  test("lists every outcome of a reconcile, in the order of the summary", () => {
    expect(table("Reconcile").map(([outcome]) => outcome)).toEqual(RECONCILE_ORDER);
  });

  test("decides as its table of decisions says", () => {
    const [, yaml = ""] = /### Rules\n\n```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
    const config = readConfig("postmortem.yml", yaml);
    const rows = table("Rules").filter(([, , , , decision = ""]) => decision.includes(": "));
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

  test("lists the secrets and variables that the workflow reads", () => {
    const workflow = read(".github/workflows/postmortem.yml");
    const names = [...workflow.matchAll(/\b(?:secrets|vars)\.(\w+)/g)].map(([, name]) => name);
    expect(
      table("Variables of the workflow")
        .map(([name]) => name)
        .sort(),
    ).toEqual([...new Set(names)].sort());
  });

  test("says what the evidence loses, in the order in which it is lost", () => {
    const flowing = readme.replace(/\s+/g, " ");
    expect(EVIDENCE_CUTS.length).toBeGreaterThan(5);
    expect(flowing).toContain(`(${EVIDENCE_CUTS.join(", ")})`);
    expect(flowing).toContain(`at most ${EVIDENCE_BYTES / 1_024} KiB of the brief`);
  });

  test("names every event that can be forwarded", () => {
    for (const event of INCIDENT_EVENTS) expect(readme).toContain(`\`${event}\``);
  });

  test("quotes, for trouble, messages that the code really has", () => {
    const quoted = table("Troubleshooting")
      .flatMap(([seen = ""]) => seen.split(" or "))
      .map((message) => message.replaceAll("`", ""))
      .filter((message) => !/^(202|\{|ignored: )/.test(message));
    expect(quoted.length).toBeGreaterThan(9);
    const constructed = source.replace(/\$\{[^}]*\}/g, "…");
    // GitHub's own words are the one message that is not ours.
    for (const message of quoted.filter((text) => text !== "Resource not accessible by"))
      expect(constructed).toContain(message);
  });

  test("shows checks and remedies that the doctor really has", () => {
    const rows = table("Operate it");
    expect(rows.map(([, level]) => level)).toEqual(["pass", "fail", "fail", "warn", "skip"]);
    for (const [part = "", , check = "", , remedy = ""] of rows) {
      for (const word of [part, check]) expect(source).toContain(`"${word}"`);
      expect(source).toContain(remedy.replace(/\.$/, ""));
    }
  });

  test("shows only commands that package.json has", () => {
    const scripts = Object.keys(JSON.parse(read("package.json")).scripts);
    const documents = ["README.md", "CONTRIBUTING.md", "SECURITY.md"].map(read).join("\n");
    const named = [...documents.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    for (const name of named) expect(scripts).toContain(name);
    expect(named.length).toBeGreaterThan(1);
  });

  test("links to files that exist", () => {
    const links = [...readme.matchAll(/\]\(((?!https?:|#)[^)]+)\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(() => read(link)).not.toThrow();
  });
});

describe("action.yml", () => {
  test("declares exactly the inputs that the action reads", () => {
    expect(Object.keys(action.inputs).sort()).toEqual([...INPUTS].sort());
  });
});
