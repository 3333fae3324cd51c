/** Who hears of what the check found, and how often. */

import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/check/run.ts";
import { createJobContext } from "../../src/jobs/context.ts";
import { type MendedPullRequest, mend } from "../../src/jobs/mending.ts";
import { readFirstLine } from "../../src/prompt/first-line.ts";
import { buildHold } from "../../src/prompt/messages.ts";
import { DEVIN_KEY, devinClient, devinSandbox, inputsOf, sessionRequest } from "../builders.ts";
import { configOf } from "../configurations.ts";
import { surroundingsOf } from "./surroundings.ts";

const ID = "Q1ORDERSPOOL01";
const HEAD = "c".repeat(40);
const HOLDS = "asked:hold@2026-02-10T15:19:00.000Z";
const URL_7 = "https://github.com/acme/docs/pull/7";
const PULL: MendedPullRequest = {
  number: 7,
  url: URL_7,
  branch: `postmortem/${ID}`,
  head: HEAD,
  isByBot: true,
  isPushedByPerson: false,
};

const findingIn = (file: string): Finding => ({
  rule: "timeline-order",
  severity: "error",
  file,
  line: 12,
  message: "The rows are not in order.",
  fix: "Put them in order.",
});
const OWN = findingIn(`docs/postmortems/2026-02-10-${ID}-pool.md`);

type Setup = { config?: string; inputs?: Record<string, string>; state?: Record<string, unknown> };

async function setUp({ config = "", inputs = {}, state = {} }: Setup = {}) {
  const server = await devinSandbox();
  await devinClient(server.url).createSession(sessionRequest({ tags: [`incident:${ID}`] }));
  const session = server.sessions()[0]!;
  Object.assign(session.state, state);
  const context = createJobContext(
    surroundingsOf({ event: { name: "pull_request", payload: {} }, fetch }),
    inputsOf({ "devin-api-key": DEVIN_KEY, "devin-api-url": server.url, ...inputs }),
  );
  const parsed = configOf(config);
  return {
    server,
    session,
    run: (
      pull: Partial<MendedPullRequest> = {},
      errors = [OWN],
      head = pull.head ?? HEAD,
      readHead: () => Promise<string> = () => Promise.resolve(head),
    ) => mend(context, parsed, { ...PULL, ...pull }, errors, readHead),
    sent: () => session.messages.map(({ message }) => readFirstLine(message)),
  };
}

describe("the session that owns the pull request", () => {
  test("is told of a head once, with the findings, and of two heads at most", async () => {
    const { run, sent, session } = await setUp();
    const line = (head: string) => ({ kind: "check", repository: "acme/docs", number: 7, head });
    expect(await run()).toMatch(/was told to mend/);
    expect(await run()).toMatch(/was told of this commit already/);
    expect(await run({ head: "d".repeat(40) })).toMatch(/was told to mend/);
    expect(await run({ head: "e".repeat(40) })).toMatch(/a person mends/);
    expect(sent()).toEqual([line(HEAD), line("d".repeat(40))]);
    expect(session.messages[0]?.message).toContain("The rows are not in order.");
    // Findings may quote strangers, who must not know the name of the block that they stand in.
    const blocks = session.messages.map(({ message }) => /<(incident-data-\w+)>/.exec(message)?.[1]);
    expect(new Set(blocks.filter(Boolean)).size).toBe(2);
  });

  test("is not told more often because another session had the pull request before", async () => {
    const { run, server, session, sent } = await setUp();
    await run();
    await run({ head: "d".repeat(40) });
    session.state["is_archived"] = true;
    await devinClient(server.url).createSession(sessionRequest({ tags: [`incident:${ID}`] }));
    expect(await run({ head: "e".repeat(40) })).toMatch(/told 2 times .* a person mends/);
    expect(sent()).toHaveLength(2);
    expect(server.sessions()[1]?.messages).toEqual([]);
  });

  test("is known by the pull request that it names, whatever the branch is called", async () => {
    const { run, sent } = await setUp({ state: { pull_requests: [{ pr_url: URL_7, pr_state: "open" }] } });
    await run({ branch: "devin/fix" });
    expect(sent()).toHaveLength(1);
  });

  test("hears of its own incident's file alone", async () => {
    const { run, session } = await setUp();
    await run({}, [OWN, findingIn("docs/postmortems/2026-02-10-Q2OTHER000-x.md")]);
    expect(session.messages[0]?.message).not.toContain("Q2OTHER000");
  });
});

test.for<[string, Setup, Partial<MendedPullRequest>, RegExp]>([
  ["a person's pull request", {}, { isByBot: false }, /person pushed last/],
  ["a person's push", {}, { isPushedByPerson: true }, /person pushed last/],
  ["rounds: 0", { config: "mend: { rounds: 0 }" }, {}, /mend\.rounds is 0/],
  ["an event without a head", {}, { head: null }, /not told/],
  ["a run without a key", { inputs: { "devin-api-key": "" } }, {}, /Without devin-api-key/],
  ["a foreign branch that no session names", {}, { branch: "postmortem/Q2OTHER000" }, /No live session/],
  ["a branch without a name", {}, { branch: null, url: null }, /No live session/],
  ["a session that has ended", { state: { status: "exit" } }, {}, /No live session/],
  ["a session that holds", { state: { tags: [`incident:${ID}`, HOLDS] } }, {}, /open again/],
])("%s tells no session, and says who acts", async ([, setup, pull, sentence]) => {
  const { run, sent } = await setUp(setup);
  expect(await run(pull)).toMatch(sentence);
  expect(sent()).toEqual([]);
});

test("a session that holds is left alone though no tag says so", async () => {
  const { run, server, session, sent } = await setUp();
  await devinClient(server.url).sendMessage(session.id, buildHold("01REOPENED", 0));
  expect(await run()).toMatch(/open again/);
  expect(sent()).toHaveLength(1);
});

test("what Devin refuses is said, and a bug of ours is thrown", async () => {
  const { run, server, sent } = await setUp();
  server.fail({ method: "POST", path: /messages/, do: "status", status: 422, body: { detail: "No" } });
  expect(await run()).toMatch(/^Devin could not be told\. .* 422, No/);
  expect(sent()).toEqual([]);
  const bug = new TypeError("a bug");
  await expect(run({}, [OWN], HEAD, () => Promise.reject(bug))).rejects.toBe(bug);
});

test("a round of another pull request or another repository does not count", async () => {
  const { run, server, session } = await setUp({ config: "mend: { rounds: 1 }" });
  const id = `devin-${session.state["session_id"]}`;
  for (const other of ["acme/docs#8", "acme/orders#7"])
    await devinClient(server.url).sendMessage(
      id.replace("devin-devin-", "devin-"),
      `[postmortem-bridge] Check of ${other} at ${"d".repeat(40)}\n\nMend it.`,
    );
  expect(await run()).toMatch(/was told to mend/);
});

test("findings outside of a postmortem, and in that of another incident, are a person's", async () => {
  const { run, sent, session } = await setUp();
  const other = findingIn("docs/postmortems/2026-02-10-Q1OTHER00001-mail.md");
  expect(await run({ head: "d".repeat(40) }, [OWN, other])).toMatch(
    /was told to mend .* a person mends the other errors/i,
  );
  expect(session.messages.pop()?.message).not.toContain("Q1OTHER00001");
  expect(await run({}, [findingIn(".github/postmortem.yml")])).toMatch(/No live session/);
  expect(sent()).toEqual([]);
});

test("an old head is not told, since the newer one has a check of its own", async () => {
  const { run, sent } = await setUp();
  expect(await run({}, [OWN], "d".repeat(40))).toMatch(/newer commit/);
  expect(sent()).toEqual([]);
});

test.for([
  [403, "Missing permission"],
  [422, "No"],
])("Devin's refusal %i is no failure of the check, but said", async ([status, detail]) => {
  const { run, server } = await setUp();
  server.fail({ method: "POST", path: /messages/, do: "status", status: Number(status), body: { detail } });
  expect(await run()).toMatch(/Devin could not be told/);
});
