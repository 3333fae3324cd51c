/** `npm run setup` in each situation that people are in: a sentence and the next step, and nothing of theirs is changed. */

import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { setup as setupCommand } from "../../../cli/setup.ts";
import { git } from "../../../sandbox/github/git.ts";
import { type Environment, run } from "../command.ts";
import { checkout, commit, standInForGitHub, temporary } from "./folders.ts";

const COPY = "https://github.com/acme/bridge.git";
const DOCS = "https://github.com/acme/docs.git";
const INTAKE = ".github/workflows/postmortem.yml";
const SCHEDULE = ".github/workflows/postmortem-schedule.yml";
const CONFIGURATION = ".github/postmortem.yml";
const SERVER: Environment = { GITHUB_API_URL: "https://ghes.example/api/v3" };
const OFFLINE: Environment = { GIT_ALLOW_PROTOCOL: "none" };

type Places = { copy: string; docs: string };

let made: { github: ReturnType<typeof standInForGitHub>; copy: string; docs: string };

beforeAll(() => {
  const cleanings: (() => void)[] = [];
  const whenDone = (clean: () => void) => void cleanings.push(clean);
  const github = standInForGitHub(whenDone);
  const copy = checkout(COPY, "main", whenDone);
  github.publish(copy, "acme/bridge", "v1");
  made = { github, copy, docs: checkout(DOCS, "main", whenDone) };
  return () => {
    for (const clean of cleanings) clean();
  };
});

/** A published copy with a tag, a clone of it, and a clone of the docs repository. */
function place() {
  const { github } = made;
  const [copy, docs] = [duplicate(made.copy), duplicate(made.docs)];
  const setup = (args: string[], env: Environment = {}, folder = copy) =>
    run((terminal) => setupCommand(terminal, folder), args, { ...github.environment, ...env });
  return { github, copy, docs, setup };
}

function duplicate(folder: string): string {
  const copied = temporary();
  cpSync(folder, copied, { recursive: true });
  return copied;
}

const origin = (folder: string, url: string) => git(folder, "remote", "set-url", "origin", url);
const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");
const write = (folder: string, path: string, text: string) => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const oneLine = (text: string) => text.replace(/\s+/g, " ");

describe("ends with one sentence, and writes nothing, where", () => {
  const TOLD_TO_NAME = "--copy OWNER/NAME";
  const TOLD_TO_CLONE = "Clone the docs repository";

  test.each<[string, (places: Places) => void, (places: Places) => string[], Environment, RegExp]>([
    [
      "the clone of the copy has no remote",
      ({ copy }) => void git(copy, "remote", "remove", "origin"),
      () => [],
      {},
      RegExp(`no Git remote "origin".*${TOLD_TO_NAME}`),
    ],
    [
      "the copy is on another host",
      ({ copy }) => void origin(copy, "https://me:secret@gitlab.com/acme/bridge.git"),
      () => [],
      {},
      RegExp(`https://gitlab\\.com/acme/bridge.*${TOLD_TO_NAME}`),
    ],
    [
      "the copy is on an Enterprise Server that nobody named",
      ({ copy }) => void origin(copy, "git@ghes.example:acme/bridge.git"),
      () => [],
      {},
      /set GITHUB_API_URL/,
    ],
    [
      "the copy has no owner",
      () => undefined,
      () => ["--copy", "bridge"],
      {},
      /--copy is "bridge"; it takes/,
    ],
    [
      "the owner is wrong",
      ({ copy }) => {
        origin(copy, "https://github.com/wrong/bridge.git");
        git(copy, "tag", "--delete", "v1");
      },
      ({ docs }) => ["--write", docs],
      {},
      /^wrong\/bridge has neither a tag v1 nor a commit .*check the network and the name/,
    ],
    [
      "there is no network",
      ({ copy }) => void git(copy, "tag", "--delete", "v1"),
      ({ docs }) => ["--write", docs],
      OFFLINE,
      /neither a tag v1 nor a commit .*check the network/,
    ],
    [
      "the docs repository has no owner",
      () => undefined,
      () => ["--docs", "docs"],
      {},
      /it takes OWNER\/NAME/,
    ],
    [
      "two docs repositories are named",
      () => undefined,
      ({ docs }) => ["--docs", "acme/other", "--write", docs],
      {},
      /--docs is acme\/other, and the checkout is of acme\/docs/,
    ],
    [
      "the docs repository is the copy",
      ({ docs }) => void origin(docs, COPY),
      ({ docs }) => ["--write", docs],
      {},
      /acme\/bridge is your copy .*another repository/,
    ],
    [
      "the docs repository is on another host",
      ({ docs }) => void origin(docs, "https://gitlab.com/acme/docs.git"),
      ({ docs }) => ["--write", docs],
      {},
      RegExp(`gitlab\\.com/acme/docs.*${TOLD_TO_CLONE}`),
    ],
    [
      "the folder is not there",
      () => undefined,
      () => ["--write", "nowhere"],
      {},
      RegExp(`"nowhere".*no repository that Git reads.*${TOLD_TO_CLONE}`),
    ],
    [
      "the folder is no repository",
      () => undefined,
      () => ["--write", temporary()],
      {},
      RegExp(`not a git repository.*${TOLD_TO_CLONE}`),
    ],
    [
      "the folder is a part of the checkout",
      ({ docs }) => void mkdirSync(join(docs, "sub")),
      ({ docs }) => ["--write", join(docs, "sub")],
      {},
      RegExp(`not the top of a Git checkout.*${TOLD_TO_CLONE}`),
    ],
    [
      "the endpoint is no address",
      () => undefined,
      ({ docs }) => ["--endpoint", "nowhere", "--write", docs],
      {},
      /--endpoint is "nowhere"/,
    ],
  ])("%s", async (_, prepare, args, env, sentence) => {
    const { copy, docs, setup } = place();
    prepare({ copy, docs });
    const { code, out, error } = await setup(args({ copy, docs }), env);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toMatch(sentence);
    expect(error).toMatch(/^[^\n]+\n$/);
    expect(error).not.toContain("secret");
    expect(git(docs, "status", "--porcelain")).toBe("");
  });

  test("the copy is no repository, as when it was downloaded", async () => {
    const { setup } = place();
    const { code, error } = await setup([], {}, temporary());
    expect([code, error]).toEqual([
      2,
      expect.stringMatching(RegExp(`not a git repository.*${TOLD_TO_NAME}`)),
    ]);
  });

  test("a link leads out of the checkout", async () => {
    const { docs, setup } = place();
    const elsewhere = temporary();
    symlinkSync(elsewhere, join(docs, ".github"));
    const { code, error } = await setup(["--write", docs]);
    expect([code, error]).toEqual([2, expect.stringContaining("lead out of the checkout")]);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test.for([".github/Postmortem.yml", "postmortem.yaml"])("the rules stand in %s", async (misnamed) => {
    const { docs, setup } = place();
    write(docs, misnamed, "otherwise: skip\n");
    const { code, error } = await setup(["--write", docs]);
    expect([code, error]).toEqual([2, expect.stringContaining(`${misnamed} is not read: move it`)]);
    expect(git(docs, "status", "--porcelain", "--untracked-files=all")).toBe(`?? ${misnamed}\n`);
  });

  test("a file stands where a folder has to be", async () => {
    const { docs, setup } = place();
    write(docs, ".github/workflows", "");
    const { code, error } = await setup(["--write", docs]);
    expect(code).toBe(2);
    expect(error).toMatch(/^\S+ could not be written \(\w+\)\. Let your account .*\n$/);
  });
});

test("without a network it still shows the steps, and says that the copy did not answer", async () => {
  const { setup } = place();
  const { code, out } = await setup(["--docs", "acme/docs"], OFFLINE);
  expect(code).toBe(0);
  expect(oneLine(out)).toMatch(/1\. to do .* did not answer: check the name, the network and your access/);
  expect(out).toContain("7. to do  A sample");
});

test("the copy is found behind a name of the user's own configuration of Git", async () => {
  const { copy, setup } = place();
  git(copy, "config", "url.git@github.com:.insteadOf", "gh:");
  origin(copy, "gh:acme/bridge");
  expect((await setup([])).out).toMatch(/^Copy +acme\/bridge, used at v1$/m);
});

describe("into a checkout of the docs repository", () => {
  test("it writes workflows and configuration for the copy, its revision and the default branch, once", async () => {
    const { setup } = place();
    const docs = checkout(DOCS, "1.0");
    const { code, out } = await setup(["--write", docs]);
    expect(code).toBe(0);
    expect(out.match(/^File .*: written$/gm)).toHaveLength(3);
    const workflow = parse(read(docs, INTAKE));
    expect(workflow.jobs.draft.steps[1].uses).toBe("acme/bridge@v1");
    expect(workflow.concurrency.queue).toBe("max");
    expect(parse(read(docs, SCHEDULE)).on.push.branches).toEqual(["1.0"]);
    expect(read(docs, CONFIGURATION)).toContain("/acme/bridge/v1/postmortem.schema.json");
    write(docs, INTAKE, read(docs, INTAKE).replaceAll("\n", "\r\n"));
    expect((await setup(["--write", docs])).out.match(/^File .*: unchanged$/gm)).toHaveLength(3);
  });

  test("a copy without a tag is used at its commit", async () => {
    const { github, docs, setup } = place();
    const untagged = checkout("https://github.com/acme/untagged.git");
    github.publish(untagged, "acme/untagged");
    await setup(["--write", docs], {}, untagged);
    expect(read(docs, INTAKE)).toContain(`acme/untagged@${git(untagged, "rev-parse", "HEAD").trim()}`);
  });

  test("a workflow that a person changed is left as it is, and shown with the difference", async () => {
    const { docs, setup } = place();
    await setup(["--write", docs]);
    const changed = read(docs, INTAKE).replace("timeout-minutes: 30", "timeout-minutes: 45");
    write(docs, INTAKE, changed);
    const { code, out } = await setup(["--write", docs]);
    expect(code).toBe(1);
    expect(out).toMatch(/postmortem\.yml: differs, and was left as it is\n[\s\S]*^ +-.*45\n +\+.*30$/m);
    expect(read(docs, INTAKE)).toBe(changed);
  });

  test("a configuration with a person's rules is kept, by whichever ending, and is nothing bad", async () => {
    const { docs, setup } = place();
    write(docs, ".github/postmortem.yaml", "otherwise: skip\n");
    const { code, out } = await setup(["--write", docs]);
    expect(code).toBe(0);
    expect(out).toMatch(/^File .*postmortem\.yml: kept with your changes$/m);
    expect(read(docs, ".github/postmortem.yaml")).toBe("otherwise: skip\n");
  });

  test("other changes and an old copy of the workflow are named", async () => {
    const { docs, setup } = place();
    write(docs, ".github/workflows/old.yaml", "    - uses: someone/postmortem-bridge@v0\n");
    const { out } = await setup(["--write", docs]);
    expect(oneLine(out)).toContain(".github/workflows/old.yaml uses this project too: delete it");
    expect(oneLine(out)).toContain("other changes that are not committed");
    expect(read(docs, ".github/workflows/old.yaml")).toContain("@v0");
  });

  test("a shallow clone at no branch, in a folder with a space, gets commands that work there", async () => {
    const { github, docs, setup } = place();
    commit(docs, "second");
    const bare = github.publish(docs, "acme/shallow");
    const folder = join(temporary(), "my docs");
    git(docs, "clone", "--quiet", "--depth", "1", `file://${bare}`, folder);
    origin(folder, DOCS);
    git(folder, "checkout", "--quiet", "--detach");
    const { code, out } = await setup(["--write", folder]);
    expect(code).toBe(0);
    expect(out).toContain(`git -C '${folder}' switch main\n`);
    expect(out).toContain(`git -C '${folder}' push\n`);
  });

  test("the remote says which branch is the default one, whatever this clone stands on or remembers", async () => {
    const { github, docs, setup } = place();
    github.publish(checkout(undefined, "trunk"), "acme/renamed");
    origin(docs, "https://github.com/acme/renamed.git");
    git(docs, "switch", "--quiet", "--create", "postmortems");
    const { out } = await setup(["--write", docs]);
    expect(read(docs, SCHEDULE)).toContain("branches: [trunk]");
    expect(oneLine(out)).toContain("open a pull request: they count once they are on trunk");
    expect(out).not.toContain("did not say");

    const alone = duplicate(made.docs);
    expect((await setup(["--write", alone], OFFLINE)).out).toContain("The remote did not say");
  });

  test("what is on the remote's branch counts as done", async () => {
    const { github, docs, setup } = place();
    const bare = github.publish(docs, "acme/docs");
    const state = async () => /^2\. (.{5})/m.exec((await setup(["--write", docs])).out)?.[1];
    await setup(["--write", docs]);
    git(docs, "add", ".");
    commit(docs, "postmortems");
    git(docs, "fetch", "--quiet", bare, "main:refs/remotes/origin/main");
    expect(await state()).toBe("to do");
    git(docs, "push", "--quiet", bare, "main");
    git(docs, "fetch", "--quiet", bare, "main:refs/remotes/origin/main");
    expect(await state()).toBe("done ");
  });
});

test("on an Enterprise Server nothing leads to github.com, and no file has what the server cannot read", async () => {
  const { copy, docs, setup } = place();
  origin(copy, "ssh://git@ghes.example:2222/acme/bridge.git");
  origin(docs, "git@ghes.example:acme/docs.git");
  const { code, out } = await setup(["--write", docs, "--json"], { ...SERVER, GIT_SSH_COMMAND: "false" });
  expect(code).toBe(0);
  for (const file of [INTAKE, SCHEDULE])
    expect(parse(read(docs, file)).concurrency).not.toHaveProperty("queue");
  const said = JSON.parse(out);
  const addresses: string[] = said.steps.flatMap((step: { links: { url: string }[] }) =>
    step.links.map(({ url }) => url),
  );
  expect(addresses).toContain("https://ghes.example/acme/docs/settings/secrets/actions/new");
  expect(addresses.filter((url) => /github\.com|vercel\.com/.test(url))).toEqual([]);
  expect(JSON.stringify(said.steps)).toContain("npx vercel deploy --prod");
});
