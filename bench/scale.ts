/** `npm run scale`: counts what an incident and its follow-ups cost each service, in the sandbox; `--write` renews docs/scale.md. */

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createCommand, runEntry } from "../cli/command.ts";
import { OPTIONS } from "../cli/options.ts";
import { startGitHub } from "../sandbox/github/server.ts";
import { eventNamed } from "../sandbox/pagerduty/demo.ts";
import { startWorld } from "../sandbox/world.ts";
import { runJob } from "../src/jobs/run.ts";
import { loadedConfig } from "../test/configurations.ts";

const DOC = join(resolve(import.meta.dirname, ".."), "docs", "scale.md");

/** The tables of the page, by the markers around them. */
const TABLES = { counted: countRequests, "counted-follow-ups": countFollowUps };
export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = ["counted", "counted-follow-ups"] as const satisfies TableName[];

/** As a team begins: rules, and nothing that costs more. */
const RULES = `rules:
  - when: { resolved-by: integration, shorter-than: 10m }
    do: skip
`;

/** Deliveries in their order: what happened before decides what the next one costs. */
const DELIVERIES = [
  { event: "resolved", what: "first resolve: a session is started" },
  { event: "resolved", what: "the same delivery again" },
  { event: "resolved-again", what: "resolved again: the live session is told" },
  { event: "blip", what: "skipped by a rule that needs the record" },
];

/** The table of requests by delivery, in Markdown. */
export async function countRequests(): Promise<string> {
  const world = await startWorld({ files: { ".github/postmortem.yml": RULES } });
  try {
    const services = [world.pagerDuty, world.github, world.devin];
    const rows: string[] = [];
    for (const [index, { event, what }] of DELIVERIES.entries()) {
      const before = services.map(({ requests }) => requests.length);
      const body = eventNamed(event);
      if (body === null) throw new Error(`The sandbox has no event ${event}.`);
      const runsBefore = world.runner.runs.length;
      const status = await world.deliver(body, `delivery-${index}`);
      await world.runner.idle();
      const runs = world.runner.runs.slice(runsBefore);
      const isWell = status === 202 && runs.every(({ conclusion }) => conclusion === "success");
      if (!isWell) throw new Error(`${what}: ${status}, ${runs.map(({ conclusion }) => conclusion)}.`);
      const counts = services.map(({ requests }, at) => requests.length - (before[at] ?? 0));
      rows.push(`| ${what} | ${counts.join(" | ")} | ${runs.length} |`);
    }
    return `| delivery | PagerDuty | GitHub | Devin | runs |
| --- | ---: | ---: | ---: | ---: |
${rows.join("\n")}
`;
  } finally {
    await world.close();
  }
}

const FOLLOWED = [50, 150, 300];
const FOLLOW_UPS = "follow-ups: { issues: true, dashboard: true }";

/** The table of requests to GitHub by the number of action items, in Markdown. */
export async function countFollowUps(): Promise<string> {
  const rows: string[] = [];
  for (const items of FOLLOWED) {
    const { run, github } = await followUpsWorld(items);
    try {
      const counts: number[] = [];
      for (let times = 1; times <= 2; times++) {
        const before = github.requests.length;
        const { failures, warnings } = await run();
        if (failures.length + warnings.length > 0) throw new Error([...failures, ...warnings].join("\n"));
        counts.push(github.requests.length - before);
      }
      rows.push(`| ${items} | ${counts.join(" | ")} |`);
    } finally {
      await github.close();
    }
  }
  return `| action items | first run: all issues are made | next run: nothing has changed |
| ---: | ---: | ---: |
${rows.join("\n")}
`;
}

/** A docs repository with one postmortem of so many items, and the follow-ups of it. */
async function followUpsWorld(items: number) {
  const token = "ghs_of_the_bench";
  const github = await startGitHub({
    repository: "acme/docs",
    tokens: [{ token, isJob: true, contents: "read", issues: "write", "pull-requests": "read" }],
  });
  const lines = Array.from(
    { length: items },
    (_, index) => `- [ ] Mend part ${index} (owner: Sam; due: 2099-01-01)`,
  );
  const text = `---\nincident: QBENCH000000\n---\n\n## Action Items\n\n${lines.join("\n")}\n`;
  const run = () =>
    runJob({
      inputs: { job: "follow-ups", "github-token": token },
      event: { name: "push", payload: { repository: { private: true } } },
      repository: "acme/docs",
      serverUrl: "https://github.com",
      githubApiUrl: github.url,
      runId: "1",
      actor: "octocat",
      fetch,
      clock: { now: Date.now, sleep: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)) },
      files: { list: () => ["a.md"], read: () => text },
      loadConfiguration: (path) => loadedConfig(path, FOLLOW_UPS),
    });
  return { run, github };
}

/** One of the tables that docs/scale.md has. */
export function documentedTable(name: TableName): string {
  return patternOf(name).exec(readFileSync(DOC, "utf8"))?.[2] ?? "";
}

function patternOf(name: TableName): RegExp {
  return new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(<!-- /${name} -->)`);
}

await runEntry(import.meta.filename, () =>
  createCommand("run scale", "Counts what an incident and its follow-ups cost each service, in the sandbox.")
    .addOption(OPTIONS.write)
    .action(async ({ write = false }) => {
      let page = readFileSync(DOC, "utf8");
      for (const name of TABLE_NAMES) {
        const table = await TABLES[name]();
        console.log(table);
        page = page.replace(patternOf(name), (_, open, _old, close) => open + table + close);
      }
      if (write) writeFileSync(DOC, page);
    }),
);
