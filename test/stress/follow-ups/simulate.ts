/** The life of action items under edits, closes, deletions, lost answers, limits and kills, by a seed. */

import { createIssues as createSandboxIssues, type SandboxIssue } from "../../../sandbox/github/issues.ts";
import { repositoryOf } from "../../../sandbox/github/repository.ts";
import { createGitHub } from "../../../src/github/client.ts";
import { createIssues } from "../../../src/github/issues.ts";
import { readMarker } from "../../../src/jobs/follow-ups/body.ts";
import { describeItems } from "../../../src/jobs/follow-ups/issue-text.ts";
import { followUpsOf, isTaken } from "../../../src/jobs/follow-ups/items.ts";
import { keepIssues } from "../../../src/jobs/follow-ups/keep-issues.ts";
import { RequestError } from "../../../src/lib/errors.ts";
import type { Fetch } from "../../../src/lib/http.ts";
import type { ActionItem } from "../../../src/postmortem/action-items.ts";
import { createRandom } from "../simulation/random.ts";

/** What a seed came to; `broken` names each promise that did not hold. */
export type Simulated = {
  broken: string[];
  figures: { merges: number; runs: number; killed: number; faults: number; issues: number; requests: number };
};

type Item = ActionItem & { id: number; wasClosed: boolean };
type File = { path: string; incidentId: string; items: Item[] };

const DAY_MS = 86_400_000;
const PER_PAGE = 100;
const LABEL = "postmortem";
const VERBS = ["Add", "Remove", "Test", "Document", "Raise", "Lower", "Split", "Move"];
const THINGS = ["alert", "limit", "runbook", "index", "dashboard", "retry", "timeout", "probe", "queue"];
const PLACES = ["orders", "checkout", "payments", "search", "gateway", "reports", "mail", "cache"];

/** Plays so many merges, each with its run of the follow-ups, and judges at the end. */
export async function simulateFollowUps(seed: number, merges: number): Promise<Simulated> {
  const random = createRandom(seed);
  let now = Date.parse("2026-01-01T00:00:00Z");
  let lastNumber = 0;
  let lastId = 0;
  const figures = { merges, runs: 0, killed: 0, faults: 0, issues: 0, requests: 0 };
  const world = createSandboxIssues({
    repository: repositoryOf("acme/docs", true),
    nextNumber: () => ++lastNumber,
    now: () => now,
    people: ["jlee"],
  });
  const files: File[] = [];
  let isFaulty = true;
  let callsLeft = Number.POSITIVE_INFINITY;

  const fetch: Fetch = async (url, init) => {
    figures.requests++;
    if (callsLeft-- <= 0) throw new TypeError("killed");
    const fault = isFaulty ? random.next() : 1;
    if (fault < 0.02) {
      figures.faults++;
      throw new TypeError("fetch failed");
    }
    if (fault < 0.03) {
      figures.faults++;
      const limited = { message: "You have exceeded a secondary rate limit" };
      const retryAfter = random.chance(0.5) ? "30" : "600";
      return Response.json(limited, { status: 403, headers: { "retry-after": retryAfter } });
    }
    const request = new Request(url, init);
    const body = new Uint8Array(await request.arrayBuffer());
    const path = new URL(url);
    const reply = world.answer(
      {
        method: request.method,
        url: path,
        headers: {},
        body,
        json: () => (body.length === 0 ? undefined : JSON.parse(new TextDecoder().decode(body))),
      },
      path.pathname.replace("/repos/acme/docs", ""),
    ) ?? { status: 404, body: { message: "Not Found" } };
    if (fault > 0.03 && fault < 0.06) {
      figures.faults++;
      throw new TypeError("the answer is lost");
    }
    return Response.json(reply.body, { status: reply.status });
  };

  const clock = {
    now: () => now,
    sleep: (ms: number) => {
      now += ms;
      return Promise.resolve();
    },
  };

  async function run(): Promise<void> {
    figures.runs++;
    const github = createGitHub({ fetch, clock, apiUrl: "https://api.github.com", token: "ghs_simulation" });
    const items = (
      await Promise.all(
        files.map((file) =>
          describeItems(
            followUpsOf({
              ...file,
              title: file.path,
              created: Date.parse("2026-01-01T00:00:00Z"),
            }),
            (path) => `https://github.com/acme/docs/blob/main/${path}`,
            (texts) => Promise.resolve([...texts]),
          ),
        ),
      )
    ).flat();
    try {
      await keepIssues({
        issues: createIssues(github, clock, "acme/docs", LABEL),
        items,
        absenceOf: () => "gone",
        since: null,
        labels: [LABEL],
        people: { "Jordan Lee": "jlee", Stranger: "stranger" },
        remind: !isFaulty || random.chance(0.3) ? { before: 2, overdue: 7 } : null,
        now,
        isDryRun: false,
      });
    } catch (error) {
      // Without faults, nothing may stop a run.
      if (!(error instanceof RequestError) || !isFaulty) throw error;
    }
  }

  function newItem(): Item {
    const words = `${random.pick(VERBS)} the ${random.pick(THINGS)} of ${random.pick(PLACES)} ${++lastId}`;
    const isEqual = random.chance(0.1) && files.length > 0;
    const twin = isEqual ? random.pick(files).items[0]?.words : undefined;
    return {
      id: lastId,
      wasClosed: false,
      line: 1,
      isTicked: random.chance(0.05),
      words: twin ?? words,
      owner: random.pick(["Jordan Lee", "Stranger", "open", "Sam"]),
      due: random.chance(0.8)
        ? new Date(now + random.int(0, 30 - 1) * DAY_MS).toISOString().slice(0, 10)
        : null,
      kind: "prevent",
      doneWhen: null,
    };
  }

  /** What people do between two runs. */
  function live(): void {
    const file = files.length > 0 ? random.pick(files) : null;
    const item = file && file.items.length > 0 ? random.pick(file.items) : null;
    const roll = random.next();
    if (file === null || item === null || roll < 0.4) {
      lastId++;
      const incidentId = `Q${String(lastId).padStart(9, "0")}`;
      files.push({
        path: `docs/postmortems/2026-01-01-${incidentId}.md`,
        incidentId,
        items: Array.from({ length: 1 + random.int(0, 4 - 1) }, newItem),
      });
    } else if (roll < 0.5) item.words = `${item.words} now`;
    else if (roll < 0.6) item.isTicked = !item.isTicked;
    else if (roll < 0.65) file.path = file.path.replace("postmortems/", "postmortems/2026/");
    else if (roll < 0.7) file.items.reverse();
    else if (roll < 0.75) file.items.splice(file.items.indexOf(item), 1);
    else if (roll < 0.8) item.owner = "Jordan Lee";
    else if (roll < 0.85) item.due = "2026-03-01";
    else liveAtGitHub(random.next());
  }

  function liveAtGitHub(roll: number): void {
    const open = world.all().filter(({ state }) => state === "open");
    if (open.length === 0) return;
    const issue = random.pick(open);
    const { number } = issue;
    if (roll < 0.3) world.change(number, { state: "closed", state_reason: "completed" });
    else if (roll < 0.5) world.comment(number, "On it.", "jlee");
    else if (roll < 0.6) world.change(number, { title: "Mine now" });
    else if (roll < 0.7) world.change(number, { body: `Mine.\r\n\r\n${issue.body}\r\n\r\nMine too.` });
    else if (roll < 0.8) world.change(number, { labels: [...issue.labels, { name: "mine" }] });
    else if (roll < 0.9) world.remove(number);
    else world.change(number, { labels: [] });
  }

  for (let merge = 0; merge < merges; merge++) {
    live();
    now += 3_600_000 * (1 + random.int(0, 12 - 1));
    callsLeft = random.chance(0.15) ? random.int(0, 8 - 1) : Number.POSITIVE_INFINITY;
    if (callsLeft !== Number.POSITIVE_INFINITY) figures.killed++;
    await run();
  }
  // One quiet run must be enough to settle all that is left.
  isFaulty = false;
  callsLeft = Number.POSITIVE_INFINITY;
  await run();
  figures.issues = world.all().length;
  const state = () =>
    JSON.stringify(
      world.all().map(({ updated_at, ...issue }) => [issue, world.comments(issue.number).length]),
    );
  // Reminders are few, so the rest of them needs a run each.
  for (let before = ""; before !== state(); ) {
    before = state();
    await run();
  }
  const requests = figures.requests;
  await run();
  const broken = judge(files, world.all(), (number) => world.comments(number).map(({ body }) => body));
  const pages = Math.ceil((world.all().length + 1) / PER_PAGE) + Math.ceil((lastComment() + 1) / PER_PAGE);
  if (figures.requests - requests > pages)
    broken.push("A run with nothing to write asked for more than pages.");
  return { broken, figures };

  function lastComment(): number {
    return world.all().reduce((sum, { number }) => sum + world.comments(number).length, 0);
  }
}

/** What must hold after a quiet run: nothing doubled, nothing lost. */
function judge(files: File[], all: SandboxIssue[], commentsOf: (number: number) => string[]): string[] {
  const broken: string[] = [];
  const listed = all.filter(({ labels }) => labels.some(({ name }) => name === LABEL));
  const byKey = Map.groupBy(listed, ({ body }) => readMarker(body ?? "")?.key ?? "");
  for (const [key, issues] of byKey) {
    const open = issues.filter(({ state }) => state === "open");
    if (open.length > 1)
      broken.push(`${open.map(({ number }) => `#${number}`).join(" and ")} are one item, ${key}.`);
    const made = issues.filter(({ state_reason }) => state_reason !== "duplicate");
    if (made.length > 1) broken.push(`The item ${key} has ${made.length} issues that are no duplicates.`);
  }
  for (const file of files)
    for (const item of followUpsOf({ ...file, title: "", created: 0 }))
      if (isTaken(item) && !byKey.has(item.key)) broken.push(`“${item.words}” of ${item.path} has no issue.`);
  for (const { number } of all) {
    const markers = commentsOf(number).flatMap(
      (body) => /<!-- postmortem-bridge .* -->/.exec(body)?.[0] ?? [],
    );
    const twice = markers.find((marker, index) => markers.indexOf(marker) !== index);
    if (twice !== undefined) broken.push(`#${number} has the comment ${twice} twice.`);
  }
  return broken;
}
