/** The pull requests of the docs repository, over its real branches, in GitHub's language. */
import { git, tipOf } from "./git.ts";
import type { Repository } from "./repository.ts";
import type { ListedPullRequest } from "./review-queue.ts";

/** A pull request as it was opened; what its branches hold is read when asked. */
type Opened = {
  number: number;
  title: string;
  author: string;
  headRef: string;
  /** `owner/name` of the repository that the branch is in; another one than the docs repository is a fork. */
  headRepository: string;
  openedAt: string;
  state: ListedPullRequest["state"];
  /** When it was merged or closed. */
  endedAt: string | null;
};

type Side = {
  label: string;
  ref: string;
  sha: string;
  repo: { full_name: string; private: boolean; fork: boolean; default_branch: string };
};

export type PullRequest = {
  number: number;
  title: string;
  state: "open" | "closed";
  html_url: string;
  url: string;
  user: { login: string; type: string };
  created_at: string;
  merged_at: string | null;
  merged: boolean;
  draft: boolean;
  base: Side;
  head: Side;
  changed_files: number;
};

/** https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
type ChangedFile = {
  filename: string;
  status: string;
  previous_filename?: string;
  sha: string;
  additions: number;
  deletions: number;
  changes: number;
  blob_url: string;
};

export type PullRequests = {
  /** Opens one from a branch to the default branch; null where the branch has one already, which takes a new push by itself. */
  open(opening: {
    branch: string;
    title: string;
    author: string;
    headRepository?: string;
  }): PullRequest | null;
  find(number: number): PullRequest | null;
  /** A person merges it into the default branch, or closes it without. */
  end(number: number, state: "MERGED" | "CLOSED"): void;
  /** All of them, as the list shows them. */
  list(): ListedPullRequest[];
  /** What it changes since it left its base. */
  files(pull: PullRequest): ChangedFile[];
};

const STATUSES: Record<string, string> = {
  A: "added",
  C: "copied",
  D: "removed",
  M: "modified",
  R: "renamed",
  T: "changed",
};

export function createPullRequests(
  repository: Repository,
  gitDirectory: string,
  nextNumber: () => number,
): PullRequests {
  const opened: Opened[] = [];

  function side(ref: string, fullName: string): Side {
    const [owner = ""] = fullName.split("/");
    return {
      label: `${owner}:${ref}`,
      ref,
      // The network of forks shares its objects, and here its branches too.
      sha: tipOf(gitDirectory, `refs/heads/${ref}`),
      repo: {
        full_name: fullName,
        private: repository.private,
        fork: fullName !== repository.full_name,
        default_branch: repository.default_branch,
      },
    };
  }

  function show({
    number,
    title,
    author,
    headRef,
    headRepository,
    openedAt,
    state,
    endedAt,
  }: Opened): PullRequest {
    const base = side(repository.default_branch, repository.full_name);
    const head = side(headRef, headRepository);
    return {
      number,
      title,
      state: state === "OPEN" ? "open" : "closed",
      html_url: `${repository.html_url}/pull/${number}`,
      url: `${repository.url}/pulls/${number}`,
      user: { login: author, type: author.endsWith("[bot]") ? "Bot" : "User" },
      created_at: openedAt,
      merged_at: state === "MERGED" ? endedAt : null,
      merged: state === "MERGED",
      draft: false,
      base,
      head,
      changed_files: changes(base.sha, head.sha).length,
    };
  }

  function changes(base: string, head: string): ChangedFile[] {
    const range = `${base}...${head}`;
    const form = ["--raw", "--numstat", "--no-abbrev", "-z", "-M"];
    const records = git(gitDirectory, "diff", ...form, range).split("\0");
    const files: Omit<ChangedFile, "additions" | "deletions" | "changes">[] = [];
    let index = 0;
    while (records[index]?.startsWith(":")) {
      const [, , before = "", after = "", letters = ""] = records[index]?.split(" ") ?? [];
      const isMoved = /^[RC]/.test(letters);
      const from = records[index + 1] ?? "";
      const filename = isMoved ? (records[index + 2] ?? "") : from;
      files.push({
        filename,
        status: STATUSES[letters.charAt(0)] ?? "changed",
        ...(isMoved ? { previous_filename: from } : {}),
        sha: /^0+$/.test(after) ? before : after,
        blob_url: `${repository.html_url}/blob/${head}/${filename.split("/").map(encodeURIComponent).join("/")}`,
      });
      index += isMoved ? 3 : 2;
    }
    const counts = countsOf(records.slice(index));
    return files.map((file) => {
      const { additions, deletions } = counts.get(file.filename) ?? { additions: 0, deletions: 0 };
      return { ...file, additions, deletions, changes: additions + deletions };
    });
  }

  function pathsOf(one: Opened): string[] {
    const { base, head } = show(one);
    return changes(base.sha, head.sha).map(({ filename }) => filename);
  }

  return {
    open({ branch, title, author, headRepository = repository.full_name }) {
      const isOpen = opened.some(
        (one) => one.state === "OPEN" && one.headRef === branch && one.headRepository === headRepository,
      );
      if (isOpen) return null;
      const one: Opened = {
        number: nextNumber(),
        title,
        author,
        headRef: branch,
        headRepository,
        openedAt: stamp(),
        state: "OPEN",
        endedAt: null,
      };
      opened.push(one);
      return show(one);
    },
    find(number) {
      const found = opened.find((one) => one.number === number);
      return found === undefined ? null : show(found);
    },
    end(number, state) {
      const one = opened.find((candidate) => candidate.number === number);
      if (one?.state !== "OPEN") throw new Error(`There is no open pull request ${number}.`);
      if (state === "MERGED") merge(gitDirectory, repository.default_branch, one.headRef, one.title);
      Object.assign(one, { state, endedAt: stamp() });
    },
    list: () =>
      opened.map((one) => ({
        number: one.number,
        title: one.title,
        headRefName: one.headRef,
        state: one.state,
        isDraft: false,
        createdAt: one.openedAt,
        paths: pathsOf(one),
        reviews: [],
      })),
    files: ({ base, head }) => changes(base.sha, head.sha),
  };
}

function stamp(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, "Z");
}

/** Squashed: one commit on the branch, with what the head has changed since it left it. */
function merge(directory: string, base: string, head: string, title: string): void {
  const parent = git(directory, "merge-base", base, head).trim();
  git(directory, "read-tree", "-i", "-m", "--aggressive", parent, base, head);
  const tree = git(directory, "write-tree").trim();
  const commit = git(directory, "commit-tree", tree, "-p", base, "-m", title).trim();
  git(directory, "update-ref", `refs/heads/${base}`, commit);
}

/** `added TAB deleted TAB path`, where a rename has no path there but its two paths after it; a binary file has dashes. */
function countsOf(records: string[]): Map<string, { additions: number; deletions: number }> {
  const counts = new Map<string, { additions: number; deletions: number }>();
  for (let index = 0; index < records.length; ) {
    const [added = "", deleted = "", path] = records[index]?.split("\t") ?? [];
    if (path === undefined) break;
    const filename = path === "" ? (records[index + 2] ?? "") : path;
    counts.set(filename, { additions: Number(added) || 0, deletions: Number(deleted) || 0 });
    index += path === "" ? 3 : 1;
  }
  return counts;
}

/** What a workflow run finds at GITHUB_EVENT_PATH; the runner adds the repository and the sender. */
export function pullRequestEvent(pull: PullRequest, action: "opened" | "synchronize", before?: string) {
  return {
    name: "pull_request" as const,
    actor: pull.user.login,
    payload: {
      action,
      number: pull.number,
      pull_request: pull,
      ...(action === "synchronize" ? { before, after: pull.head.sha } : {}),
    },
  };
}
