import { describe, expect, test } from "vitest";
import { keepNote } from "../../src/jobs/note.ts";
import { RequestError } from "../../src/lib/errors.ts";
import type { PagerDuty } from "../../src/pagerduty/client.ts";
import { writeOwnNote } from "../../src/pagerduty/own-note.ts";
import { fakeClock, sessionOf } from "../builders.ts";

const SESSION = sessionOf({ url: "https://app.devin.ai/sessions/1" });
const PULL = "https://github.com/acme/docs/pull/7";
const NOTE = writeOwnNote({ session: "https://app.devin.ai/sessions/1", pullRequest: null });
const WITH_PULL = writeOwnNote({ session: "https://app.devin.ai/sessions/1", pullRequest: PULL });

function refusal(effect: "none" | "unknown"): RequestError {
  const message = "Writing the incident's note failed: it answered 403, Access Denied. Set notes: false.";
  return new RequestError(message, { status: 403, detail: "", effect, retryAfterMs: null });
}

type Options = {
  notes?: { id: string | null; text: string }[];
  missing?: string;
  fail?: Error;
  isLost?: boolean;
};

/** PagerDuty with these notes, which may refuse to write (`fail`) or take effect nevertheless (`isLost`). */
function setUp({ notes: given = [], missing, fail, isLost = false }: Options = {}) {
  const notes = given.map((note) => ({ at: null, by: null, ...note }));
  const written: string[] = [];
  async function write(how: string, change: () => void): Promise<void> {
    written.push(how);
    if (!fail || isLost) change();
    if (fail) throw fail;
  }
  const pagerDuty: Pick<PagerDuty, "listNotes" | "addNote" | "changeNote"> = {
    listNotes: () =>
      Promise.resolve({ items: [...notes], missing: missing ?? null, isWhole: missing === undefined }),
    addNote: (_, text) => write("add", () => void notes.push({ id: "P2", at: null, by: null, text })),
    changeNote: (_, id, text) =>
      write(`change ${id}`, () => Object.assign(notes.find((note) => note.id === id) ?? {}, { text })),
  };
  const keep = (pullRequest: string | null = null) =>
    keepNote({ pagerDuty, clock: fakeClock(), incidentId: "Q1", session: SESSION, pullRequest });
  return { keep, written, texts: () => notes.map(({ text }) => text) };
}

describe("the note of an incident", () => {
  test("is written once, and brought up to date when the pull request is known", async () => {
    const { keep, texts, written } = setUp({ notes: [{ id: "P1", text: "Rolled back" }] });
    for (const pullRequest of [null, null, PULL, PULL]) expect(await keep(pullRequest)).toBeNull();
    expect(texts()).toEqual(["Rolled back", WITH_PULL]);
    expect(written).toEqual(["add", "change P2"]);
  });

  test("has the pull request at once where it is known", async () => {
    const { keep, texts } = setUp();
    await keep(PULL);
    expect(texts()).toEqual([WITH_PULL]);
  });

  test("names a new session, and keeps the pull request that it had", async () => {
    const { keep, texts } = setUp({
      notes: [{ id: "P1", text: WITH_PULL.replace("sessions/1", "sessions/0") }],
    });
    expect(await keep()).toBeNull();
    expect(texts()).toEqual([WITH_PULL]);
  });

  test("is left as it is where PagerDuty gave no id for it", async () => {
    const { keep, written } = setUp({ notes: [{ id: null, text: NOTE }] });
    expect(await keep(PULL)).toBeNull();
    expect(written).toEqual([]);
  });

  test("is not written where the list is not whole, which may hide it", async () => {
    const { keep, written } = setUp({ missing: "Notes: PagerDuty answered 503." });
    expect(await keep()).toBe("The incident's note was not written: Notes: PagerDuty answered 503.");
    expect(written).toEqual([]);
  });

  test("is brought up to date in a list that is not whole but shows it", async () => {
    const { keep, texts } = setUp({ notes: [{ id: "P1", text: NOTE }], missing: "there are more than fit" });
    expect(await keep(PULL)).toBeNull();
    expect(texts()).toEqual([WITH_PULL]);
  });

  test("whose answer was lost is looked for, and there", async () => {
    const { keep, texts } = setUp({ fail: refusal("unknown"), isLost: true });
    expect(await keep()).toBeNull();
    expect(texts()).toEqual([NOTE]);
  });

  test.for([
    ["was lost before it took effect", refusal("unknown"), []],
    ["was refused", refusal("none"), []],
    ["was refused as a change", refusal("unknown"), [{ id: "P1", text: NOTE }]],
  ] as const)("that %s is a warning with what to do", async ([, fail, notes]) => {
    const { keep, written } = setUp({ fail, notes: [...notes] });
    expect(await keep(PULL)).toBe(
      "The incident's note may be missing. Writing the incident's note failed: it answered 403, Access Denied. Set notes: false.",
    );
    expect(written).toHaveLength(1);
  });

  test("hides no bug of ours", async () => {
    const bug = new TypeError("a bug");
    await expect(setUp({ fail: bug }).keep()).rejects.toBe(bug);
  });
});
