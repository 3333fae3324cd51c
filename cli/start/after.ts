/** `--after`: what follows a merge: items become issues, a week passes, people are reminded, the dashboard is kept. */

import type { World } from "../../sandbox/world.ts";
import { dateOf } from "../../src/lib/time.ts";

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const OWNER = "Jordan Lee";

/** What the docs repository's configuration needs for it; a team's own part of that name stays as it is. */
export function withFollowUps(config: string): string {
  if (/^follow-ups:/m.test(config)) return config;
  return `${config.trimEnd()}\nfollow-ups: { issues: true, dashboard: true, since: 2026-01-01, people: { Jordan Lee: jlee }, remind: { before: 2d, overdue: 7d } }\n`;
}

/** Merges every draft, lets a week pass, and gives the issues as GitHub then shows them. */
export async function playAfter(world: World, now: number): Promise<string> {
  for (const draft of world.drafts) {
    world.merge(draft, OWNER, dateOf(now + WEEK_MS - DAY_MS));
    await world.runner.idle();
  }
  world.pass(WEEK_MS);
  world.runOnSchedule("follow-ups");
  await world.runner.idle();
  const { issues } = world.github;
  return issues
    .all()
    .map(({ number, title, state, body }) =>
      [
        `#${number} ${title} (${state})`,
        shown(body ?? ""),
        ...issues
          .comments(number)
          .map(({ created_at, body: text }) => `Comment on ${created_at.slice(0, 10)}: ${shown(text)}`),
      ].join("\n\n"),
    )
    .join("\n\n---\n\n");
}

/** GitHub shows no comments of HTML, by which this project finds its issues again. */
function shown(text: string): string {
  return text.replace(/<!--[^>]*-->/g, "").trim();
}
