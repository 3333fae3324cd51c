/** What GitHub says of the commits, pull requests, issues and files that postmortems cite. */

import { z } from "zod";
import { RequestError } from "../lib/errors.ts";
import type { Citation } from "./citations.ts";
import type { GitHub } from "./client.ts";

/**
 * What GitHub has under a citation's key. `absent`: the repository can be read, and it is not in it. `unreadable`:
 * not checked, which says nothing about it.
 */
export type ReferenceAnswer =
  | {
      state: "found";
      kind: "commit" | "pull request" | "issue" | "file";
      /** When it was committed or merged, in epoch milliseconds; null for what was not, or never is. */
      landedAt: number | null;
      /** When a pull request was opened. */
      openedAt?: number;
    }
  | { state: "absent" }
  | { state: "unreadable" };

export type References = {
  /** By the key of the citation. */
  answers: Record<string, ReferenceAnswer>;
  /** What was not checked and why, one plain sentence each. */
  notChecked: string[];
};

const MOST = 500;
const PER_REQUEST = 50;
const TRY_MS = 20_000;
// Reading twice does no harm.
const TRIES = 3;

export type ReferencesOptions = {
  citations: Citation[];
  github: GitHub;
};

/**
 * Asks GitHub for all that is cited, many with one request. A GitHub that refuses or does not answer leaves
 * the rest unreadable.
 * @see https://docs.github.com/graphql/reference/queries#repository
 */
export async function readReferences(options: ReferencesOptions): Promise<References> {
  const citations = new Map<string, Citation>();
  for (const citation of options.citations) citations.set(citation.key, citation);
  const asked = [...citations.values()].slice(0, MOST);
  const { answers, failure } = await askAll(options, asked.flatMap(lookupsOf));
  const hidden = asked.filter(({ key }) => answers.get(key)?.state === "unreadable");
  const over = citations.size - asked.length;
  const found = [...citations.keys()].map(
    (key) => [key, answers.get(key) ?? { state: "unreadable" }] as const,
  );
  return {
    answers: Object.fromEntries(found),
    notChecked: [
      ...(failure === null ? [] : [failure]),
      ...unreadable(hidden),
      ...(over > 0 ? [`${count(over)} not checked: GitHub is asked for ${MOST} at most.`] : []),
    ],
  };
}

function unreadable(citations: Citation[]): string[] {
  const repositories = Map.groupBy(citations, repositoryOf);
  return [...repositories].map(
    ([repository, { length }]) =>
      `${count(length)} not checked in ${repository}: the github-token may not read it, or there is no such repository.`,
  );
}

function count(amount: number): string {
  return amount === 1 ? "1 reference is" : `${amount} references are`;
}

/** One field of the query. What GitHub is asked for are variables, so that no text of a postmortem is in a query. */
type Lookup = { citation: Citation; revision: string } | { citation: Citation; number: number };

function lookupsOf(citation: Citation): Lookup[] {
  const { number, revisions } = citation;
  return number === null ? revisions.map((revision) => ({ citation, revision })) : [{ citation, number }];
}

/** The best answer for each key, and why some are missing. */
async function askAll(options: ReferencesOptions, lookups: Lookup[]) {
  const answers = new Map<string, ReferenceAnswer>();
  try {
    for (let from = 0; from < lookups.length; from += PER_REQUEST) {
      for (const [{ citation }, answer] of await ask(options, lookups.slice(from, from + PER_REQUEST))) {
        const other = answers.get(citation.key);
        answers.set(citation.key, other === undefined ? answer : betterOf(other, answer));
      }
    }
    return { answers, failure: null };
  } catch (error) {
    // What stopped one request stops the next.
    if (error instanceof RequestError) return { answers, failure: error.message };
    throw error;
  }
}

// A file is absent only if it is absent under each reading of its address.
function betterOf(one: ReferenceAnswer, other: ReferenceAnswer): ReferenceAnswer {
  const ranks = ["found", "unreadable", "absent"];
  return ranks.indexOf(one.state) <= ranks.indexOf(other.state) ? one : other;
}

const time = z.string().nullish().catch(null);
const nodeSchema = z.object({
  __typename: z.string().catch(""),
  committedDate: time,
  createdAt: time,
  mergedAt: time,
});
const answerSchema = z.object({
  data: z.record(z.string(), z.record(z.string(), nodeSchema.nullable()).nullable()).nullish(),
  errors: z
    .array(
      z.object({
        type: z.string().nullish().catch(null),
        path: z
          .array(z.union([z.string(), z.number()]))
          .nullish()
          .catch(null),
      }),
    )
    .nullish(),
});

async function ask(options: ReferencesOptions, lookups: Lookup[]): Promise<[Lookup, ReferenceAnswer][]> {
  const { query, variables, aliases } = queryOf(lookups);
  const { data, errors } = await options.github.graphql(
    { query, variables },
    {
      attempt: "Looking up what the postmortem cites",
      remedy: "Check that the github-token may read the repositories, or run the check again.",
      schema: answerSchema,
      timeoutMs: TRY_MS,
      tries: TRIES,
      hidden: Object.values(variables).map(String),
    },
  );
  // Such as a limit that was reached half-way: what is null may be there.
  const isWhole = (errors ?? []).every(({ path }) => path);
  return aliases.map(([lookup, repository, field]) => {
    const node = data?.[repository]?.[field];
    if (node) return [lookup, foundOf(lookup, node)];
    const error = errors?.find(({ path }) => path?.[0] === repository && path[1] === field);
    // GitHub answers null for an object that is not there, and an error besides for a number that is not.
    const isAbsent = error ? error.type === "NOT_FOUND" : node === null && isWhole && "revision" in lookup;
    return [lookup, { state: isAbsent ? "absent" : "unreadable" }];
  });
}

const OBJECT = "{ __typename ... on Commit { committedDate } }";
const NUMBERED = "{ __typename ... on PullRequest { createdAt mergedAt } }";

function queryOf(lookups: Lookup[]) {
  const variables: Record<string, string | number> = {};
  const declared: string[] = [];
  const aliases: [Lookup, string, string][] = [];
  const variable = (name: string, type: string, value: string | number) => {
    declared.push(`$${name}: ${type}!`);
    variables[name] = value;
    return `$${name}`;
  };
  const repositories = Map.groupBy(lookups, ({ citation }) => repositoryOf(citation));
  const selections = [...repositories].map(([repository, group], index) => {
    const alias = `r${index}`;
    const [owner = "", name = ""] = repository.split("/");
    const fields = group.map((lookup) => {
      const field = `f${aliases.length}`;
      aliases.push([lookup, alias, field]);
      return "revision" in lookup
        ? `${field}: object(expression: ${variable(field, "String", lookup.revision)}) ${OBJECT}`
        : `${field}: issueOrPullRequest(number: ${variable(field, "Int", lookup.number)}) ${NUMBERED}`;
    });
    const of = `owner: ${variable(`${alias}o`, "String", owner)}, name: ${variable(`${alias}n`, "String", name)}`;
    return `${alias}: repository(${of}) { ${fields.join(" ")} }`;
  });
  return { query: `query (${declared.join(", ")}) { ${selections.join(" ")} }`, variables, aliases };
}

function repositoryOf({ owner, name }: Citation): string {
  return `${owner}/${name}`.toLowerCase();
}

function foundOf(
  { citation }: Lookup,
  { __typename, committedDate, createdAt, mergedAt }: z.infer<typeof nodeSchema>,
): ReferenceAnswer {
  const landedAt = Date.parse(committedDate ?? mergedAt ?? "");
  const openedAt = Date.parse(createdAt ?? "");
  const kinds = { commit: "commit", file: "file", number: "issue" } as const;
  return {
    state: "found",
    kind: __typename === "PullRequest" ? "pull request" : kinds[citation.kind],
    landedAt: citation.kind === "file" || Number.isNaN(landedAt) ? null : landedAt,
    ...(Number.isNaN(openedAt) ? {} : { openedAt }),
  };
}
