import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { StoredSession } from "../../sandbox/devin/server.ts";
import type { Fault } from "../../sandbox/service.ts";
import type { SessionUpdate } from "../../src/devin/attempt.ts";
import type { SessionRequest } from "../../src/devin/client.ts";
import type { Session } from "../../src/devin/session.ts";
import { startOrContinueSession } from "../../src/devin/start-or-continue.ts";
import { eventTag, incidentTag, instructionTag } from "../../src/devin/tags.ts";
import type { Fetch } from "../../src/lib/http.ts";
import { writeFirstLine } from "../../src/prompt/first-line.ts";
import { mentionsEvent, mentionsResolutionSince } from "../../src/prompt/messages.ts";
import { devinClient, devinSandbox, fakeClock, sessionRequest } from "../builders.ts";

const INCIDENT = "Q1ORDERSPOOL01";
const EVENT = "01RESOLVED0000000000000001";

const REQUEST = sessionRequest({ tags: [incidentTag(INCIDENT), eventTag(EVENT)] });

const lineOf = (eventId: string, resolvedAt: string | null = null) =>
  writeFirstLine({ kind: "event", eventId, resolvedAt: resolvedAt === null ? null : Date.parse(resolvedAt) });

type Options = { incident?: string; event?: string; fetch?: Fetch; update?: Partial<SessionUpdate> };

async function setUp(options: Parameters<typeof devinSandbox>[0] = {}) {
  const server = await devinSandbox(options);
  const clock = fakeClock();

  function optionsOf({ incident = INCIDENT, event = EVENT, fetch, update = {} }: Options = {}) {
    return {
      devin: devinClient(server.url, { clock, ...(fetch ? { fetch } : {}) }),
      clock,
      incidentId: incident,
      update: {
        instruction: "draft" as const,
        eventId: event,
        occurredAt: null,
        knownUntil: null,
        isDelivered: mentionsEvent(event),
        ...update,
      },
      message: () => lineOf(event),
      start: {
        session: () => Promise.resolve(sessionRequest({ tags: [incidentTag(incident), eventTag(event)] })),
        refusal: () => Promise.resolve(null),
        refusalAfter: () => Promise.resolve(null),
      },
    };
  }

  /** A session that an earlier run has left behind. */
  async function leave(tags: string[], state: Record<string, unknown> = {}): Promise<StoredSession> {
    await devinClient(server.url).createSession(sessionRequest({ tags }));
    const session = server.sessions().at(-1)!;
    Object.assign(session.state, state);
    server.requests.length = 0;
    return session;
  }

  const sent = (method: string, path: RegExp) =>
    server.requests.filter((request) => request.method === method && path.test(request.path));
  /** The same with another way to make the session's request. */
  function startedBy(session: (before: Session | null) => Promise<SessionRequest>) {
    const options = optionsOf();
    return { ...options, start: { ...options.start, session } };
  }

  return {
    server,
    clock,
    leave,
    optionsOf,
    startedBy,
    run: (run?: Options) => startOrContinueSession(optionsOf(run)),
    creates: () => sent("POST", /\/sessions$/),
    /** The lists; each has a second one beside it, of the archived sessions. */
    lists: () => sent("GET", /\/sessions\?(?!.*is_archived)/),
    writes: () => server.requests.filter(({ method }) => method !== "GET"),
    alive: () =>
      server.sessions().filter(({ state }) => state["is_archived"] !== true && state.status !== "exit"),
  };
}

describe("an incident without a session", () => {
  test("gets one", async () => {
    const { run, server, writes } = await setUp();
    const drafted = await run();
    expect(drafted).toMatchObject({ decision: "started", reason: "the incident had no live session" });
    expect(server.sessions().map(({ id }) => id)).toEqual([drafted.session?.id]);
    expect(server.sessions()[0]?.state.tags).toEqual([`incident:${INCIDENT}`, `event:${EVENT}`]);
    expect(writes()).toHaveLength(1);
  });
});

describe("the request of a new session", () => {
  test("is made once, however often the create is tried", async () => {
    const { startedBy, server, creates } = await setUp();
    server.fail({ method: "POST", do: "status", status: 503, times: 2 });
    let made = 0;
    const session = () => {
      made += 1;
      return Promise.resolve(REQUEST);
    };
    expect((await startOrContinueSession(startedBy(session))).decision).toBe("started");
    expect(creates()).toHaveLength(3);
    expect(made).toBe(1);
  });

  test("is not made where none is due", async () => {
    const { startedBy, leave } = await setUp();
    await leave([`incident:${INCIDENT}`]);
    const session = () => Promise.reject(new Error("No session is due"));
    expect((await startOrContinueSession(startedBy(session))).decision).toBe("continued");
    expect((await startOrContinueSession(startedBy(session))).decision).toBe("skipped");
  });

  test("that cannot be made starts nothing", async () => {
    const { startedBy, writes } = await setUp();
    const bug = new TypeError("a bug");
    await expect(startOrContinueSession(startedBy(() => Promise.reject(bug)))).rejects.toBe(bug);
    expect(writes()).toEqual([]);
  });
});

describe("an incident with a live session", () => {
  test.for([
    ["running", "finished"],
    ["suspended", "inactivity"],
    ["a_status_of_next_year", null],
  ])("tells it the update once, then tags it (%s/%s)", async ([status, status_detail]) => {
    const { run, leave, writes } = await setUp();
    const session = await leave([`incident:${INCIDENT}`, "event:01EARLIER"], { status, status_detail });
    expect(await run()).toMatchObject({
      decision: "continued",
      reason: "the incident has a live session, which was told the update",
      session: { id: session.id },
    });
    expect(session.messages.map(({ message }) => message)).toEqual([lineOf(EVENT)]);
    expect(session.state.tags).toContain(`event:${EVENT}`);
    expect(writes().map(({ method, path }) => `${method} ${path.split("/").at(-1)}`)).toEqual([
      "POST messages",
      "POST tags",
    ]);
  });

  test("sends nothing for an event that it was started or told with", async () => {
    const { run, writes, server } = await setUp();
    await run();
    server.requests.length = 0;
    expect(await run()).toMatchObject({
      decision: "skipped",
      reason: `event ${EVENT} was delivered before: its session has it`,
    });
    expect(writes()).toEqual([]);
  });

  test("uses the oldest of several", async () => {
    const { run, leave } = await setUp();
    await leave([`incident:${INCIDENT}`], { status: "exit" });
    const oldest = await leave([`incident:${INCIDENT}`]);
    await leave([`incident:${INCIDENT}`]);
    expect((await run()).session?.id).toBe(oldest.id);
  });

  test("is not told twice by a run after one whose tag was refused, which is no failure", async () => {
    const { run, leave, server } = await setUp();
    const session = await leave([`incident:${INCIDENT}`]);
    server.fail({ method: "POST", path: /tags/, do: "status", status: 403, body: { detail: "No" } });
    expect(await run()).toMatchObject({
      decision: "continued",
      warning: expect.stringMatching(
        /^The session has the update, but not the tag of this event\. Tagging the session failed .* 403, No\. /,
      ),
    });
    expect(await run()).toMatchObject({ decision: "skipped", warning: null });
    expect(session.messages).toHaveLength(1);
    expect(session.state.tags).toContain(`event:${EVENT}`);
  });

  test.for<[string, Fault]>([
    ["lost", { do: "reset", after: true }],
    ["not sent", { do: "reset" }],
  ])("is told once where the answer to the message was %s", async ([, fault]) => {
    const { run, leave, server } = await setUp();
    const session = await leave([`incident:${INCIDENT}`]);
    server.fail({ method: "POST", path: /messages/, ...fault });
    expect((await run()).decision).toBe("continued");
    expect(session.messages).toHaveLength(1);
  });

  test.for<[string, Fault[], number]>([
    ["lost both times, but it is there", [{ do: "reset" }, { do: "reset", after: true }], 1],
    ["lost both times, and it is not there", [{ do: "reset" }, { do: "reset" }], 0],
  ])("is known to be told or not where the answer was %s", async ([, faults, told]) => {
    const { run, leave, server } = await setUp();
    const session = await leave([`incident:${INCIDENT}`]);
    for (const fault of faults) server.fail({ method: "POST", path: /messages/, ...fault });
    const outcome = await run().then(
      ({ decision }) => decision,
      () => "failed",
    );
    expect(outcome).toBe(told === 1 ? "continued" : "failed");
    expect(session.messages).toHaveLength(told);
    expect(session.state.tags.includes(`event:${EVENT}`)).toBe(told === 1);
  });

  test.for([true, false])("carries the tag by-hand only where a person asked (%s)", async (isByHand) => {
    const { run, leave } = await setUp();
    const session = await leave([`incident:${INCIDENT}`]);
    await run({ update: { isByHand } });
    expect(session.state.tags.includes("by-hand")).toBe(isByHand);
  });

  test("that refuses the message stays the only one, and the refusal is told", async () => {
    const { run, leave, server } = await setUp();
    await leave([`incident:${INCIDENT}`]);
    server.fail({ method: "POST", path: /messages/, do: "status", status: 422, body: { detail: "No" } });
    await expect(run()).rejects.toThrow(/^Sending the update to the session failed at .* 422, No/);
    expect(server.sessions()).toHaveLength(1);
  });
});

describe("an incident whose session is over", () => {
  const over = [
    ["exit", { status: "exit" }],
    ["archived", { is_archived: true, status: "suspended" }],
  ] as const;

  test.for(over)("gets a new one for a new event (%s)", async ([, state]) => {
    const { run, leave, server } = await setUp();
    const old = await leave([`incident:${INCIDENT}`, "event:01EARLIER"], state);
    const drafted = await run();
    expect(drafted.decision).toBe("started");
    expect(drafted.session?.id).not.toBe(old.id);
    expect(server.sessions()).toHaveLength(2);
    expect(old.messages).toEqual([]);
  });

  test.for(over)("gets none for the event that it had (%s)", async ([, state]) => {
    const { run, leave, writes } = await setUp();
    await leave([`incident:${INCIDENT}`, `event:${EVENT}`], state);
    expect(await run()).toMatchObject({
      decision: "skipped",
      reason: `event ${EVENT} was delivered before: its session had it and has ended; to draft again, run the workflow by hand`,
    });
    expect(writes()).toEqual([]);
  });

  test("what the archived loser of a race was told is told to the one that stands", async () => {
    const { run, leave } = await setUp();
    const standing = await leave([`incident:${INCIDENT}`]);
    await leave([`incident:${INCIDENT}`, `event:${EVENT}`], { is_archived: true, status: "exit" });
    expect(await run()).toMatchObject({ decision: "continued", session: { id: standing.id } });
  });

  /** Ends whatever session is about to be told something, for as long as `times` lasts. */
  function endingFetch(sessions: () => StoredSession[], times: number): Fetch {
    let left = times;
    return (url, init) => {
      const session = sessions().find(({ id }) => url.endsWith(`${id}/messages`));
      if (init.method === "POST" && session && left-- > 0) session.state.status = "exit";
      return fetch(url, init);
    };
  }

  test("just before it was told gets a new one", async () => {
    const { run, leave, server, alive } = await setUp();
    const old = await leave([`incident:${INCIDENT}`]);
    const drafted = await run({ fetch: endingFetch(server.sessions, 1) });
    expect(drafted.decision).toBe("started");
    expect(alive().map(({ id }) => id)).toEqual([drafted.session?.id]);
    expect(old.messages).toEqual([]);
  });

  test("again and again ends the run with Devin's refusal", async () => {
    const { run, leave, server } = await setUp();
    for (let left = 0; left < 4; left += 1) await leave([`incident:${INCIDENT}`]);
    await expect(run({ fetch: endingFetch(server.sessions, 9) })).rejects.toThrow(/takes no messages/);
    expect(server.sessions()).toHaveLength(4);
    expect(server.sessions().at(-1)?.state.status).toBe("new");
  });
});

describe("a create whose answer is lost", () => {
  const faults: Array<[string, Fault]> = [
    ["reset", { do: "reset" }],
    ["timeout", { do: "hang" }],
    ["200 with HTML", { do: "html", status: 200 }],
  ];
  /** The client's own patience is 30 s; a lost answer needs no such time to be one. */
  const impatient: Fetch = (url, init) =>
    fetch(url, init.method === "POST" ? { ...init, signal: AbortSignal.timeout(300) } : init);

  test.for(faults)("after it took effect ends in that one session: %s", async ([, fault]) => {
    const { run, server, creates, clock } = await setUp();
    server.fail({ method: "POST", path: /sessions$/, ...fault, after: true });
    const drafted = await run({ fetch: impatient });
    expect(drafted.decision).toBe("started");
    expect(server.sessions().map(({ id }) => id)).toEqual([drafted.session?.id]);
    expect(creates()).toHaveLength(1);
    expect(clock.slept).toHaveLength(1);
  });

  test.for(faults)(
    "before it took effect is repeated after four looks and ends in one: %s",
    async ([, fault]) => {
      const { run, server, creates, lists } = await setUp();
      server.fail({ method: "POST", path: /sessions$/, ...fault });
      const drafted = await run({ fetch: impatient });
      expect(drafted.decision).toBe("started");
      expect(server.sessions().map(({ id }) => id)).toEqual([drafted.session?.id]);
      expect(creates()).toHaveLength(2);
      expect(lists()).toHaveLength(6);
      const order = server.requests
        .filter(({ path }) => !path.includes("is_archived"))
        .map(({ method }) => method)
        .join(" ");
      expect(order).toBe("GET POST GET GET GET GET POST GET");
    },
  );

  test("every time ends with the failure, which says that a next run starts no second one", async () => {
    const { run, server, creates } = await setUp({ listLag: 9 });
    server.fail({ method: "POST", path: /sessions$/, do: "reset", times: 3 });
    await expect(run()).rejects.toThrow(
      /^Starting the Devin session failed .*it will not start a second one\.$/,
    );
    expect(creates()).toHaveLength(3);
    expect(server.sessions()).toHaveLength(0);
  });

  test("the last time is still found", async () => {
    const { run, server } = await setUp();
    server.fail({ method: "POST", path: /sessions$/, do: "status", status: 503, times: 2 });
    server.fail({ method: "POST", path: /sessions$/, do: "reset", after: true });
    expect((await run()).decision).toBe("started");
    expect(server.sessions()).toHaveLength(1);
  });

  test("is not mistaken for the session of another event", async () => {
    const { run, server, alive } = await setUp();
    let isFirst = true;
    const racing: Fetch = async (url, init) => {
      if (init.method === "POST" && isFirst) {
        isFirst = false;
        await run({ event: "01OTHER" });
        throw new TypeError("fetch failed");
      }
      return fetch(url, init);
    };
    expect(await run({ fetch: racing })).toMatchObject({ decision: "continued" });
    expect(alive()).toHaveLength(1);
    expect(alive()[0]?.state.tags).toEqual([`incident:${INCIDENT}`, "event:01OTHER", `event:${EVENT}`]);
    expect(server.sessions()).toHaveLength(2);
  });
});

describe("a create that Devin limits or refuses", () => {
  test("is repeated when Devin says, without a look, since it took no effect", async () => {
    const { run, server, clock, creates, lists } = await setUp();
    server.fail({ method: "POST", do: "status", status: 429, retryAfter: "7" });
    expect((await run()).decision).toBe("started");
    expect(clock.slept).toEqual([7_000]);
    expect([creates().length, lists().length, server.sessions().length]).toEqual([2, 2, 1]);
  });

  test("by an error of ours is thrown as it is", async () => {
    const { optionsOf, leave, server } = await setUp();
    const bug = new TypeError("a bug");
    const options = optionsOf();
    const broken = {
      ...options.devin,
      createSession: () => Promise.reject(bug),
      sendMessage: () => Promise.reject(bug),
    };
    await expect(startOrContinueSession({ ...options, devin: broken })).rejects.toBe(bug);
    await leave([`incident:${INCIDENT}`]);
    await expect(startOrContinueSession({ ...options, devin: broken })).rejects.toBe(bug);
    expect(server.sessions()).toHaveLength(1);
  });
});

describe("a race", () => {
  /** Of one second, so that only the ids tell which is the older. */
  const tied = { now: () => 1_770_736_700_000 };

  function oldestOf(sessions: StoredSession[]): string | undefined {
    const age = ({ id, state }: StoredSession) => `${state.created_at} ${id}`;
    return sessions.toSorted((a, b) => (age(a) < age(b) ? -1 : 1)).at(0)?.id;
  }

  test("is settled for the older session, and the younger tells it and is archived", async () => {
    const { run, leave, server, alive } = await setUp();
    const older: StoredSession[] = [];
    const racing: Fetch = async (url, init) => {
      if (init.method === "POST" && older.length === 0)
        older.push(await leave([`incident:${INCIDENT}`, "event:01OTHER"]));
      return fetch(url, init);
    };
    const drafted = await run({ fetch: racing });
    expect(drafted).toMatchObject({ decision: "continued", session: { id: older[0]?.id } });
    expect(alive().map(({ id }) => id)).toEqual([older[0]?.id]);
    expect(server.sessions()).toHaveLength(2);
    expect(older[0]?.messages).toHaveLength(1);
  });

  test("is settled by the older one too, where it looks last", async () => {
    const { run, leave, alive, server } = await setUp();
    const racing: Fetch = async (url, init) => {
      const response = await fetch(url, init);
      if (init.method === "POST" && server.sessions().length === 1) await leave([`incident:${INCIDENT}`]);
      return response;
    };
    const drafted = await run({ fetch: racing });
    expect(drafted.decision).toBe("started");
    expect(alive().map(({ id }) => id)).toEqual([drafted.session?.id]);
    expect(server.sessions()[1]?.state).toMatchObject({ status: "exit", is_archived: true });
  });

  test("with a person who archives the session that has the event costs no second one", async () => {
    const { run, leave, alive, server } = await setUp({ hidesArchived: true });
    const told = await leave([`incident:${INCIDENT}`, `event:${EVENT}`]);
    const isFirstLook = () => server.sessions().length === 1;
    const archiving: Fetch = async (url, init) => {
      // Neither list of the first look has it: it is archived between the two.
      if (url.includes("is_archived") && isFirstLook()) {
        const answer = await fetch(url, init);
        Object.assign(told.state, { is_archived: true, status: "exit" });
        return answer;
      }
      while (url.includes("/sessions?") && isFirstLook() && told.state["is_archived"] !== true)
        await setTimeout(1);
      return fetch(url, init);
    };
    const drafted = await run({ fetch: archiving });
    expect(drafted).toMatchObject({ decision: "skipped", session: { id: told.id }, warning: null });
    expect(alive()).toEqual([]);
  });

  test.for([0, 3])("with a lost create is settled where the list lags by %i looks", async (listLag) => {
    const { run, server, alive } = await setUp({ listLag });
    server.fail({ method: "POST", path: /sessions$/, do: "reset", after: true });
    const drafted = await run();
    expect(alive().map(({ id }) => id)).toEqual([server.sessions()[0]?.id]);
    expect(drafted.session?.id).toBe(alive()[0]?.id);
    expect(drafted).toMatchObject({ decision: "started", warning: null });
    expect(server.sessions()).toHaveLength(1);
  });

  test("is not waited for where the list never shows what was made, and that is told", async () => {
    const { run, clock, lists, server } = await setUp({ listLag: 99 });
    const drafted = await run();
    expect(drafted).toMatchObject({
      decision: "started",
      warning: `The session ${drafted.session?.url} was started, but Devin's list does not show it, so another session of this incident could not be ruled out. Look for one in Devin, and archive it.`,
    });
    expect(server.sessions()).toHaveLength(1);
    expect(lists()).toHaveLength(5);
    expect(clock.slept).toEqual([1_000, 2_000, 4_000]);
  });

  test.for([
    ["one event", {}, () => EVENT],
    ["different events, all in one second", tied, (index: number) => `01EVENT${index + 10}`],
    ["one event behind a list that lags", { listLag: 3 }, () => EVENT],
  ] as const)("of 20 drafts of %s ends in the oldest session alone", async ([, options, eventOf]) => {
    const { run, server, alive } = await setUp(options);
    const drafts = await Promise.all(
      Array.from({ length: 20 }, (_, index) => run({ event: eventOf(index) })),
    );
    expect(server.sessions().length).toBeGreaterThan(1);
    expect(alive().map(({ id }) => id)).toEqual([oldestOf(server.sessions())]);
    for (const session of server.sessions())
      if (session !== alive()[0]) expect(session.state).toMatchObject({ status: "exit", is_archived: true });
    expect(drafts.filter(({ decision }) => decision === "started").length).toBeGreaterThan(0);
  });

  test("of 20 events loses none of them and tells none twice", async () => {
    const { run, alive } = await setUp();
    const events = Array.from({ length: 20 }, (_, index) => `01EVENT${index + 10}`);
    const drafts = await Promise.all(events.map((event) => run({ event })));
    const [survivor] = alive();
    expect(new Set(drafts.map(({ session }) => session?.id))).toEqual(new Set([survivor?.id]));
    expect(survivor?.state.tags.filter((tag) => tag.startsWith("event:")).sort()).toEqual(
      events.map((event) => `event:${event}`),
    );
    expect(survivor?.messages).toHaveLength(19);
    expect(new Set(survivor?.messages.map(({ message }) => message)).size).toBe(19);
  });
});

describe("a session that was started", () => {
  const LISTS = /\/sessions\?/;

  test("is reported although the look after it fails", async () => {
    const { run, server } = await setUp();
    const failing: Fetch = async (url, init) => {
      const response = await fetch(url, init);
      if (init.method === "POST")
        server.fail({ method: "GET", path: LISTS, do: "status", status: 503, times: 6 });
      return response;
    };
    const drafted = await run({ fetch: failing });
    const [session] = server.sessions();
    expect(drafted).toMatchObject({
      decision: "started",
      session: { id: session?.id },
      warning: expect.stringMatching(
        /^The session https:\S+ was started, but Devin's list does not show it, so .* ruled out\. Looking for the incident's sessions failed .* 503\. Run this again later\.$/,
      ),
    });
  });

  test("by a create whose answer was lost is said to be started, though a repeat made a second", async () => {
    const { run, server, creates, alive } = await setUp({ listLag: 10 });
    server.fail({ method: "POST", path: /sessions$/, do: "reset", after: true });
    const drafted = await run();
    expect(creates()).toHaveLength(2);
    expect(drafted).toMatchObject({
      decision: "started",
      reason: "the incident had no live session",
      session: { id: server.sessions()[0]?.id },
    });
    expect(alive().map(({ id }) => id)).toEqual([drafted.session?.id]);
    expect(alive()[0]?.messages).toEqual([]);
  });
});

describe("the loser of a race", () => {
  test("that was told the event keeps a redelivery from a second session, unless another is alive", async () => {
    const { run, leave, writes } = await setUp();
    await leave([`incident:${INCIDENT}`, "event:01EARLIER"], { status: "exit" });
    await leave([`incident:${INCIDENT}`, `event:${EVENT}`], { is_archived: true, status: "exit" });
    expect(await run()).toMatchObject({ decision: "skipped" });
    expect(writes()).toEqual([]);
  });

  test("that cannot be archived is named, and the older one is told all the same", async () => {
    const { run, leave, server } = await setUp();
    const older: StoredSession[] = [];
    server.fail({ method: "DELETE", do: "status", status: 403, body: { detail: "No" } });
    const racing: Fetch = async (url, init) => {
      if (init.method === "POST" && older.length === 0) older.push(await leave([`incident:${INCIDENT}`]));
      return fetch(url, init);
    };
    const drafted = await run({ fetch: racing });
    expect(drafted).toMatchObject({ decision: "continued", session: { id: older[0]?.id } });
    expect(drafted.warning).toMatch(
      new RegExp(
        `^The session ${server.sessions()[1]?.state["url"]} is a second one of this incident; archive it in Devin\\. Archiving the session failed .* 403, No\\. `,
      ),
    );
  });

  test("does not swallow the event when the older one ends before it is told", async () => {
    const { run, leave, server, alive } = await setUp();
    const older: StoredSession[] = [];
    const racing: Fetch = async (url, init) => {
      if (init.method === "POST" && older.length === 0) older.push(await leave([`incident:${INCIDENT}`]));
      if (url.endsWith(`${older[0]?.id}/messages`)) older[0]!.state.status = "exit";
      return fetch(url, init);
    };
    const drafted = await run({ fetch: racing });
    expect(drafted.decision).toBe("started");
    expect(server.sessions()).toHaveLength(2);
    expect(alive().map(({ id }) => id)).toEqual([drafted.session?.id]);
  });

  test("is no reason to hide an error of ours", async () => {
    const { optionsOf, server } = await setUp();
    const bug = new TypeError("a bug");
    const options = optionsOf();
    let looks = 0;
    const listSessions = () => (looks++ === 0 ? Promise.resolve([]) : Promise.reject(bug));
    await expect(
      startOrContinueSession({ ...options, devin: { ...options.devin, listSessions } }),
    ).rejects.toBe(bug);
    expect(server.sessions()).toHaveLength(1);
  });
});

describe("update that happened at a time", () => {
  const at = (minute: number) => Date.UTC(2026, 1, 10, 15, minute);
  const newsAt = (minute: number) => ({ occurredAt: at(minute), knownUntil: at(minute) });
  const knows = (minute: number) => [
    `incident:${INCIDENT}`,
    "event:01OTHER",
    instructionTag("draft", at(minute)),
  ];

  test.for([
    ["lives", {}, "it has it"],
    ["has ended", { status: "exit" }, "it had it and has ended; to draft again, run the workflow by hand"],
  ] as const)("are old where the session that knows as much %s", async ([, state, words]) => {
    const { run, leave, writes } = await setUp();
    const session = await leave(knows(18), state);
    for (const minute of [10, 18])
      expect(await run({ update: newsAt(minute) })).toEqual({
        decision: "skipped",
        reason: `event ${EVENT} is older than what the incident's session knows: ${words}`,
        session: expect.objectContaining({ id: session.id }),
        warning: null,
      });
    expect(writes()).toEqual([]);
  });

  test("are not old because of what the archived loser of a race knew", async () => {
    const { run, leave } = await setUp();
    const standing = await leave(knows(10));
    await leave(knows(30), { is_archived: true, status: "exit" });
    expect(await run({ update: newsAt(18) })).toMatchObject({
      decision: "continued",
      session: { id: standing.id },
    });
  });

  test("are a person's wish without one, which is never old", async () => {
    const { run, leave } = await setUp();
    await leave(knows(18));
    expect((await run({ update: { occurredAt: null, knownUntil: at(10) } })).decision).toBe("continued");
  });
});

describe("a wish to gather", () => {
  const update = { instruction: "gather", occurredAt: 0, knownUntil: 0 } as const;

  test("tells nothing to one that lives, and starts none after one that ended", async () => {
    const { run, leave, writes } = await setUp();
    const session = await leave([`incident:${INCIDENT}`]);
    expect(await run({ update })).toMatchObject({
      decision: "skipped",
      reason: "the incident has a session already",
      session: { id: session.id },
    });
    session.state.status = "exit";
    expect(await run({ update })).toMatchObject({
      decision: "skipped",
      reason: "the incident's session has ended; the resolve decides about another",
      session: { id: session.id },
    });
    expect(writes()).toEqual([]);
  });
});

test.for([
  ["that ended last", ["", ""], 1],
  ["with the latest news", ["T12", "T11"], 0],
] as const)(
  "a session in place of several that have ended takes that of the one %s",
  async ([, news, index]) => {
    const { startedBy, leave } = await setUp();
    const ended: StoredSession[] = [];
    for (const hour of news) {
      const tags = hour === "" ? [] : [`asked:draft@2026-02-10${hour}:00:00.000Z`];
      ended.push(await leave([`incident:${INCIDENT}`, ...tags], { status: "exit" }));
    }
    const before: (string | undefined)[] = [];
    const session = (one: Session | null) => {
      before.push(one?.id);
      return Promise.resolve(REQUEST);
    };
    expect((await startOrContinueSession(startedBy(session))).decision).toBe("started");
    expect(before).toEqual([ended[index]?.id]);
  },
);

describe("a resolve of which a run told the session and was cut off before it could tag it", () => {
  test("is not told again by another event", async () => {
    const { leave, optionsOf, server } = await setUp();
    const session = await leave([`incident:${INCIDENT}`]);
    const { update, ...options } = optionsOf();
    await options.devin.sendMessage(session.id, lineOf(EVENT, "2026-02-10T12:00:00Z"));
    const another = { ...update, eventId: "01ANOTHER" };
    const since = (at: string) => mentionsResolutionSince(Date.parse(at));
    const same = { ...another, isDelivered: since("2026-02-10T12:00:00Z") };
    expect(await startOrContinueSession({ ...options, update: same })).toMatchObject({ decision: "skipped" });
    expect(server.sessions()[0]?.state.tags).toContain("event:01ANOTHER");
    const later = { ...another, eventId: "01LATER", isDelivered: since("2026-02-10T13:00:00Z") };
    expect(await startOrContinueSession({ ...options, update: later })).toMatchObject({
      decision: "continued",
    });
    expect(session.messages).toHaveLength(2);
  });
});

describe("a reopening that arrives after the session was told of the next resolve", () => {
  test("changes nothing, although no tag says so", async () => {
    const { leave, optionsOf } = await setUp();
    const session = await leave([`incident:${INCIDENT}`]);
    const { update, ...options } = optionsOf();
    const told = (at: string) => lineOf("01A", at);
    await options.devin.sendMessage(
      session.id,
      `${told("2026-02-10T11:59:59Z")}\n\nnot ${told("2026-02-11T00:00:00Z")}`,
    );
    const isOutdatedBy = mentionsResolutionSince(Date.parse("2026-02-10T12:00:00Z"));
    const hold = {
      ...options,
      update: { ...update, instruction: "hold" as const, isOutdatedBy },
      start: null,
    };
    await options.devin.sendMessage(session.id, told("2026-02-10T12:00:00Z"));
    expect(await startOrContinueSession(hold)).toMatchObject({
      decision: "skipped",
      reason: `event ${EVENT} is older than what the incident's session was told`,
    });
    session.messages.pop();
    expect(await startOrContinueSession(hold)).toMatchObject({ decision: "held" });
  });
});

describe("two live sessions, which a run that was cut off left behind", () => {
  const NOON = "2026-02-10T12:00:00.000Z";
  const noon = Date.parse(NOON);

  async function leaveTwo(older: string[], younger: string[]) {
    const it = await setUp();
    const sessions = [
      await it.leave([`incident:${INCIDENT}`, ...older]),
      await it.leave([`incident:${INCIDENT}`, ...younger]),
    ] as const;
    const tell = (knownUntil: number | null) => {
      const options = it.optionsOf();
      return startOrContinueSession({ ...options, update: { ...options.update, knownUntil } });
    };
    return { ...it, sessions, tell };
  }

  test("become one: the older is told, and the younger ended after that", async () => {
    const { tell, sessions, writes, alive } = await leaveTwo([], [`asked:draft@${NOON}`]);
    expect(await tell(noon)).toMatchObject({ decision: "continued", session: { id: sessions[0].id } });
    expect(alive().map(({ id }) => id)).toEqual([sessions[0].id]);
    expect(writes().map(({ method, path }) => `${method} ${path.split("/").at(-1)}`)).toEqual([
      "POST messages",
      "POST tags",
      `DELETE ${sessions[1].id}?archive=true`,
    ]);
  });

  test("stay two while the younger has update that the older lacks", async () => {
    const { tell, sessions, alive } = await leaveTwo([], [`asked:draft@${NOON}`]);
    await tell(noon - 1);
    expect(sessions[0].messages).toHaveLength(1);
    expect(alive()).toHaveLength(2);
  });

  test("become one where the older had the event before, whatever the younger has gathered", async () => {
    const { run, sessions, alive } = await leaveTwo([`event:${EVENT}`], [`asked:gather@${NOON}`]);
    expect(await run()).toMatchObject({ decision: "skipped", session: { id: sessions[0].id } });
    expect(alive().map(({ id }) => id)).toEqual([sessions[0].id]);
  });

  test("are not one for an event that the younger alone was told", async () => {
    const { run, sessions } = await leaveTwo([], [`event:${EVENT}`]);
    expect(await run()).toMatchObject({ decision: "continued", session: { id: sessions[0].id } });
  });
});

describe("a session that turns out to be beyond the day's limit", () => {
  async function setUpFull(devin: Parameters<typeof devinSandbox>[0] = {}) {
    const set = await setUp(devin);
    const options = () => {
      const made = set.optionsOf();
      return { ...made, start: { ...made.start, refusalAfter: () => Promise.resolve("the day is full") } };
    };
    return { ...set, options };
  }

  test("is tagged, then archived, and counts for nothing when the day has room again", async () => {
    const { server, options, writes, run, alive } = await setUpFull();
    expect(await startOrContinueSession(options())).toEqual({
      decision: "deferred",
      reason: "the day is full",
      session: null,
      warning: null,
    });
    expect(writes().map(({ method }) => method)).toEqual(["POST", "POST", "DELETE"]);
    expect(server.sessions()[0]?.state.tags).toContain("deferred");
    expect(alive()).toEqual([]);
    const { decision, session } = await run();
    expect([decision, session?.id]).toEqual(["started", server.sessions()[1]?.id]);
  });

  test.for<[string, Fault, Parameters<typeof devinSandbox>[0]]>([
    ["tagged", { do: "status", status: 503, times: 3 }, {}],
    [
      "tagged, though Devin takes the tag and drops it",
      { do: "delay", delayMs: 0 },
      { allowedTags: { isAllowed: (tag) => tag !== "deferred", others: "dropped" } },
    ],
  ])(
    "stays where it cannot be %s, since its incident would be lost, and that is told",
    async ([, fault, devin]) => {
      const { server, options, alive } = await setUpFull(devin);
      server.fail({ method: "POST", path: /tags$/, ...fault });
      const { decision, warning } = await startOrContinueSession(options());
      expect([decision, alive().length]).toEqual(["started", 1]);
      expect(warning).toMatch(/beyond the day's limit, and stays/);
    },
  );

  test("is named where it cannot be archived", async () => {
    const { server, options } = await setUpFull();
    server.fail({ method: "DELETE", do: "status", status: 503, times: 3 });
    const { decision, warning } = await startOrContinueSession(options());
    expect(decision).toBe("deferred");
    expect(warning).toMatch(/beyond the day's limit; archive it in Devin/);
  });
});
