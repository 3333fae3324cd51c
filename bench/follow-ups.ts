/** The built action following up many merged postmortems: the run that makes their issues, and one with nothing to write. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startGitHub } from "../sandbox/github/server.ts";
import { bound, type Measure, type Ratio } from "./figures.ts";
import { prepareStep, runStep, TOKEN } from "./step.ts";

const ITEMS = 3;
const CONFIG = "follow-ups: { issues: true, dashboard: true, remind: { before: 2d, overdue: 7d } }\n";
const DIRECTORY = "workspace/docs/postmortems";
const PUSH = { name: "push", payload: { ref: "refs/heads/main", repository: { private: true } } };

type Run = { seconds: number; megabytes: number; requests: number };
export type FollowUps = { postmortems: number; first: Run; again: Run };

/** Two runs in a row on so many postmortems, each with three items that somebody took. */
export async function measureFollowUps(
  main: string,
  folder: string,
  postmortems: number,
): Promise<FollowUps> {
  await mkdir(join(folder, "workspace", ".github"), { recursive: true });
  await mkdir(join(folder, DIRECTORY), { recursive: true });
  await writeFile(join(folder, "workspace", ".github", "postmortem.yml"), CONFIG);
  for (let index = 0; index < postmortems; index++) {
    const id = `QBENCH${String(index).padStart(6, "0")}`;
    await writeFile(join(folder, DIRECTORY, `2026-02-10-${id}.md`), postmortemOf(id));
  }
  const github = await startGitHub({
    repository: "acme/docs",
    tokens: [{ token: TOKEN, isJob: true, contents: "read", issues: "write", "pull-requests": "read" }],
  });
  const nowhere = "http://127.0.0.1:1";
  const env = {
    ...(await prepareStep(folder, PUSH, { pagerDuty: nowhere, devin: nowhere, github: github.url })),
    INPUT_JOB: "follow-ups",
    "INPUT_GITHUB-TOKEN": TOKEN,
    "INPUT_DEVIN-API-KEY": "",
    "INPUT_PAGERDUTY-TOKEN": "",
  };
  const run = async (): Promise<Run> => {
    const before = github.requests.length;
    const { seconds, megabytes, said } = await runStep(main, env);
    if (!said.includes(`${postmortems * ITEMS} issues are open`))
      throw new Error(`The follow-ups failed:\n${said}`);
    return { seconds, megabytes, requests: github.requests.length - before };
  };
  try {
    return { postmortems, first: await run(), again: await run() };
  } finally {
    await github.close();
  }
}

/** The runs as measures, and what those in the middle should come to. */
export function followUpsReport([few, many, most]: [FollowUps, FollowUps, FollowUps]): {
  measures: Measure[];
  ratios: Ratio[];
} {
  const series = (value: (run: Run) => number) =>
    [few, many, most].flatMap(({ postmortems, first, again }) => [
      { peer: `${postmortems}, first run`, values: [value(first)] },
      { peer: `${postmortems}, again`, values: [value(again)] },
    ]);
  const name = "follow-ups";
  const issues = many.postmortems * ITEMS;
  return {
    measures: [
      { name, unit: "s", series: series(({ seconds }) => seconds) },
      { name, unit: "MB peak", series: series(({ megabytes }) => megabytes) },
      { name, unit: "requests", series: series(({ requests }) => requests) },
    ],
    ratios: [
      bound(`${name}: seconds to make ${issues} issues`, many.first.seconds, 20),
      bound(`${name}: requests for 100 issues, unchanged`, (many.again.requests * 100) / issues, 1.2),
    ],
  };
}

function postmortemOf(id: string): string {
  const items = Array.from(
    { length: ITEMS },
    (_, index) =>
      `- [ ] Mend part ${index} of ${id} (owner: Jordan Lee; due: 2099-01-01; kind: prevent; done when: it holds)`,
  );
  return `---
status: reviewed
incident: ${id}
service: "orders-service"
created: 2026-02-10T14:32:00Z
acknowledged: 2026-02-10T14:38:00Z
resolved: 2026-02-10T15:18:02Z
causes: [capacity]
---
# Postmortem: Pool exhausted — orders-service

## Summary

${"Every eighth order failed, since no connection of the pool was free. ".repeat(20)}

## Timeline

${"- 14:38 UTC — Acknowledged by Jordan Lee\n".repeat(20)}
## Action Items

${items.join("\n")}
`;
}
