/** `npm run scale`: counts what one incident costs each service, in the sandbox; `--write` renews docs/scale.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createCommand, runEntry } from "../cli/command.ts";
import { OPTIONS } from "../cli/options.ts";
import { eventNamed } from "../sandbox/pagerduty/demo.ts";
import { startWorld } from "../sandbox/world.ts";

const DOC = join(resolve(import.meta.dirname, ".."), "docs", "scale.md");
const COUNTED = /(<!-- counted -->\n)[\s\S]*?(<!-- \/counted -->)/;

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

/** The table that docs/scale.md has. */
export function documentedTable(): string {
  return COUNTED.exec(readFileSync(DOC, "utf8"))?.[0].split("\n").slice(1, -1).join("\n").concat("\n") ?? "";
}

await runEntry(import.meta.filename, () =>
  createCommand("run scale", "Counts what one incident costs each service, in the sandbox.")
    .addOption(OPTIONS.write)
    .action(async ({ write = false }) => {
      const table = await countRequests();
      console.log(table);
      const renew = (page: string) => page.replace(COUNTED, (_, open, close) => open + table + close);
      if (write) writeFileSync(DOC, renew(readFileSync(DOC, "utf8")));
    }),
);
