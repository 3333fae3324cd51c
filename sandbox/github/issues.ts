/** The issues of the docs repository and their comments, with what GitHub refuses and what it drops without a word. */
import { z } from "zod";
import type { Reply, RouteRequest } from "../service.ts";
import { readBody, refuse } from "./errors.ts";
import { pageOf } from "./page.ts";
import type { Repository } from "./repository.ts";

export type SandboxIssue = {
  number: number;
  html_url: string;
  title: string;
  body: string | null;
  state: "open" | "closed";
  state_reason: string | null;
  locked: boolean;
  labels: { name: string }[];
  assignees: { login: string }[];
  user: Account;
  created_at: string;
  updated_at: string;
};

type SandboxComment = {
  id: number;
  body: string;
  user: Account;
  issue_url: string;
  created_at: string;
  updated_at: string;
};

type Account = { login: string; type: "User" | "Bot" };

export type IssuesOptions = {
  repository: Repository;
  nextNumber: () => number;
  /** The clock in milliseconds. */
  now: () => number;
  /** Who can be assigned. */
  people?: string[];
  /** How long the search takes to find what is new, in milliseconds. */
  searchLagMs?: number;
  /** Labels that GitHub drops, as for a caller that may not set them. */
  droppedLabels?: string[];
};

/** The issues; what a person does at GitHub's own page is done by the methods. */
export type SandboxIssues = {
  all(): SandboxIssue[];
  comments(number: number): SandboxComment[];
  change(number: number, change: Partial<SandboxIssue>): void;
  comment(number: number, body: string, login: string): void;
  /** All issues that carry it carry the new name. */
  renameLabel(from: string, to: string): void;
  /** Deleted or transferred: nobody can list it any longer. */
  remove(number: number): void;
  /** Answers what stands below `/issues`, `/assignees` and `/labels` of the repository; undefined for what is not known here. */
  answer(request: RouteRequest, path: string): Reply | undefined;
  search(request: RouteRequest): Reply;
};

const BOT: Account = { login: "github-actions[bot]", type: "Bot" };
const LONGEST_TITLE = 256;
const LONGEST_BODY = 65_536;
const LONGEST_LABEL = 50;

// What GitHub does not know it ignores.
const newSchema = z.object({
  title: z.string(),
  body: z.string().nullish(),
  labels: z.array(z.string()).default([]),
  assignees: z.array(z.string()).default([]),
});
const changeSchema = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]).optional(),
  state_reason: z.enum(["completed", "not_planned", "duplicate", "reopened"]).nullish(),
});
const commentSchema = z.object({ body: z.string().min(1) });

export function createIssues(options: IssuesOptions): SandboxIssues {
  const { repository, nextNumber, now, people = [], searchLagMs = 0, droppedLabels = [] } = options;
  const issues = new Map<number, SandboxIssue>();
  const comments: SandboxComment[] = [];
  /** In lower case. A label that no issue carries any longer is still there. */
  const known = new Set<string>();
  const stamp = () => new Date(now()).toISOString().replace(/\.\d+Z$/, "Z");

  function invalid(field: string, value: unknown): Reply {
    const reply = refuse(422, "Validation Failed");
    const errors = [{ value, resource: "Issue", field, code: "invalid" }];
    return { ...reply, body: { ...Object(reply.body), errors } };
  }

  function problemOf({ title, body }: { title?: string | undefined; body?: string | null | undefined }) {
    if (title !== undefined && (title.trim() === "" || title.length > LONGEST_TITLE))
      return invalid("title", title);
    return (body ?? "").length > LONGEST_BODY ? invalid("body", null) : null;
  }

  function create(request: RouteRequest): Reply {
    const read = readBody(request, newSchema);
    if ("status" in read) return read;
    const { title, body = null, labels, assignees } = read;
    const stranger = assignees.find((login) => !people.includes(login));
    const label = labels.find((name) => name.trim() === "" || name.length > LONGEST_LABEL);
    const problem = problemOf(read);
    if (problem !== null) return problem;
    if (stranger !== undefined) return invalid("assignees", stranger);
    if (label !== undefined) return invalid("labels", label);
    const number = nextNumber();
    const issue: SandboxIssue = {
      number,
      html_url: `${repository.html_url}/issues/${number}`,
      title: title.trim(),
      body,
      state: "open",
      state_reason: null,
      locked: false,
      labels: labels.filter((name) => !droppedLabels.includes(name)).map((name) => ({ name })),
      assignees: assignees.map((login) => ({ login })),
      user: BOT,
      created_at: stamp(),
      updated_at: stamp(),
    };
    issues.set(number, issue);
    for (const { name } of issue.labels) known.add(name.toLowerCase());
    return { status: 201, body: { ...issue } };
  }

  function change(number: number, changed: Partial<SandboxIssue>): void {
    const issue = issues.get(number);
    if (issue !== undefined) Object.assign(issue, changed, { updated_at: stamp() });
  }

  function edit(request: RouteRequest, issue: SandboxIssue): Reply {
    const read = readBody(request, changeSchema);
    if ("status" in read) return read;
    const problem = problemOf(read);
    if (problem !== null) return problem;
    const given = Object.entries(read).filter(([, value]) => value !== undefined);
    change(issue.number, Object.fromEntries(given));
    return { status: 200, body: { ...issue } };
  }

  function list({ url }: RouteRequest): Reply {
    const { searchParams } = url;
    const state = searchParams.get("state") ?? "open";
    const labels = (searchParams.get("labels") ?? "").split(",").filter(Boolean);
    const found = [...issues.values()]
      .filter((issue) => state === "all" || issue.state === state)
      .filter((issue) => labels.every((label) => hasLabel(issue, label)));
    return pageOf(searchParams.get("direction") === "asc" ? found : found.toReversed(), url);
  }

  function comment(number: number, body: string, user: Account): SandboxComment {
    const at = stamp();
    const issue_url = `${repository.url}/issues/${number}`;
    const one = { id: comments.length + 1, body, user, issue_url, created_at: at, updated_at: at };
    comments.push(one);
    change(number, {});
    return one;
  }

  const commentsOf = (number: number) =>
    comments.filter(({ issue_url }) => issue_url.endsWith(`/issues/${number}`));

  function answerIssue(request: RouteRequest, number: number, isComments: boolean): Reply | undefined {
    const issue = issues.get(number);
    if (issue === undefined) return refuse(404, "Not Found");
    const { method, url } = request;
    if (!isComments && method === "GET") return { status: 200, body: issue };
    if (!isComments && method === "PATCH") return edit(request, issue);
    if (isComments && method === "GET") return pageOf(commentsOf(number), url);
    if (!isComments || method !== "POST") return undefined;
    if (issue.locked) return refuse(403, "Unable to create comment because issue is locked.");
    const read = readBody(request, commentSchema);
    return "status" in read ? read : { status: 201, body: comment(number, read.body, BOT) };
  }

  return {
    all: () => [...issues.values()],
    comments: commentsOf,
    change,
    comment: (number, body, login) => comment(number, body, { login, type: "User" }),
    renameLabel(from, to) {
      known.delete(from.toLowerCase());
      known.add(to.toLowerCase());
      for (const issue of issues.values())
        issue.labels = issue.labels.map(({ name }) => ({ name: name === from ? to : name }));
    },
    remove: (number) => issues.delete(number),
    answer(request, path) {
      const { method, url } = request;
      const [, login] = /^\/assignees\/([^/]+)$/.exec(path) ?? [];
      if (login !== undefined) return people.includes(login) ? { status: 204 } : refuse(404, "Not Found");
      const [, label] = /^\/labels\/([^/]+)$/.exec(path) ?? [];
      if (label !== undefined)
        return known.has(decodeURIComponent(label).toLowerCase())
          ? { status: 200, body: { name: decodeURIComponent(label) } }
          : refuse(404, "Not Found");
      if (path === "/issues" && method === "GET") return list(request);
      if (path === "/issues" && method === "POST") return create(request);
      if (path === "/issues/comments" && method === "GET") {
        const since = url.searchParams.get("since") ?? "";
        return pageOf(
          comments.filter(({ updated_at }) => since === "" || Date.parse(updated_at) >= Date.parse(since)),
          url,
        );
      }
      const [, number, below] = /^\/issues\/(\d+)(\/comments)?$/.exec(path) ?? [];
      return number === undefined ? undefined : answerIssue(request, Number(number), below !== undefined);
    },
    search({ url }) {
      const label = /label:"?([^"\s]+)/.exec(url.searchParams.get("q") ?? "")?.[1];
      const items = [...issues.values()].filter(
        (issue) =>
          Date.parse(issue.updated_at) + searchLagMs <= now() &&
          (label === undefined || hasLabel(issue, label)),
      );
      return { status: 200, body: { total_count: items.length, incomplete_results: false, items } };
    },
  };
}

function hasLabel({ labels }: SandboxIssue, label: string): boolean {
  return labels.some(({ name }) => name.toLowerCase() === label.toLowerCase());
}
