/** How a play ends: the documents, what went wrong, and a few lines that say what it was. */

import type { WorkflowRun } from "../../sandbox/runner/runner.ts";
import { REPOSITORY, type World } from "../../sandbox/world.ts";
import { styled, WIDTH, wrap } from "../columns.ts";

const LABEL = 18;

/** Puts a line or more on the terminal. */
type Print = (text: string) => void;

/** Prints what came of it; false when a run failed, an event was lost, or a session left no postmortem. */
export function conclude(
  { runner, docs, drafts }: World,
  /** `issues` is what GitHub shows of them in the end; null where nobody merged. */
  played: { isDryRun: boolean; isLost: boolean; hasFaults: boolean; issues: string | null },
  print: Print,
): boolean {
  const { runs } = runner;
  for (const run of runs) {
    const isReconcile = run.steps.at(-1)?.outputs["job"] === "reconcile";
    if (played.isDryRun) show(print, `What run ${run.id} printed`, printedBy(run));
    if (played.isDryRun || isReconcile)
      show(print, `Summary of run ${run.id}`, run.steps.at(-1)?.summary ?? "");
    showAnnotations(print, run);
  }
  for (const { branch, path } of drafts)
    show(
      print,
      `The postmortem, on ${branch} of ${REPOSITORY}`,
      `${path}\n\n${docs.read(branch, path) ?? ""}`,
    );

  if (played.issues !== null)
    show(print, `The issues of ${REPOSITORY}, a week after the merge`, played.issues);

  const isWhole = runs.every(
    (run) => ["success", "skipped"].includes(run.conclusion ?? "") || isReplaced(run, runs),
  );
  const isDue = runs.some((run) => ["started", "continued"].includes(outputOf(run, "decision")));
  const isWell = isWhole && !played.isLost && (drafts.length > 0 || !isDue);
  print("");
  say(print, "What happened", happened(runs, drafts.length, played));
  say(print, "What was checked", checked(runs));
  say(print, "What to try next", isWell ? next(runs) : mended(played.hasFaults));
  return isWell;
}

function happened(
  runs: WorkflowRun[],
  drafts: number,
  { isLost, issues }: { isLost: boolean; issues: string | null },
): string {
  if (isLost) return "An event was lost: GitHub did not take it however often PagerDuty delivered it.";
  const work = runs.findLast(({ event }) => event !== "pull_request");
  if (work === undefined)
    return "No workflow ran: the function answered the event by itself, as it says above.";
  const reason = outputOf(work, "reason");
  if (work.conclusion !== "success")
    return `The run ${work.name} failed${reason ? `: ${reason}` : `, as run ${work.id} says above`}.`;
  const what =
    drafts > 0
      ? `${drafts === 1 ? "A postmortem" : `${drafts} postmortems`} ${issues === null ? "in a pull request" : "merged, and a week later"}`
      : "No postmortem was drafted";
  return `${what}: ${reason}.`;
}

function checked(runs: WorkflowRun[]): string {
  const checks = runs.filter((run) => outputOf(run, "job") === "check");
  const last = checks.at(-1);
  if (last === undefined) return "Nothing: there was no pull request.";
  // The check names the rules that did not run, and this one needs nothing but the record.
  const lacksRecord = last.steps
    .flatMap(({ annotations }) => annotations)
    .some(({ message }) => /record-missing-line.*did not run/.test(message));
  const told = `${outputOf(last, "reason")}, ${lacksRecord ? "without" : "compared with"} PagerDuty's record.`;
  const failed = checks.filter(({ conclusion }) => conclusion === "failure").length;
  if (failed === 0 || last.conclusion === "failure") return told;
  const found = Number(outputOf(checks[0] ?? last, "findings"));
  return `${told} Before that it found ${found === 1 ? "one mistake" : `${found} mistakes`}, and Devin mended what it was told.`;
}

function mended(hasFaults: boolean): string {
  return hasFaults
    ? "npm start (a good day), or npm start -- --help (what else can fail)."
    : "The same again once what is named above is mended, or npm start (a good day).";
}

function next(runs: WorkflowRun[]): string {
  const hasMended = runs.some((run) => run.event === "pull_request" && run.conclusion === "failure");
  return hasMended
    ? "npm start -- --fail github:500 (a service fails), or npm run setup (your own repository)."
    : "npm start -- --draft missing-row (the check finds a mistake), or npm run setup (your own repository).";
}

/** A check of what a later push has replaced. */
function isReplaced(run: WorkflowRun, runs: WorkflowRun[]): boolean {
  return run.event === "pull_request" && runs.findLast(({ group }) => group === run.group) !== run;
}

function outputOf(run: WorkflowRun, name: string): string {
  return run.steps.at(-1)?.outputs[name] ?? "";
}

/** The log of a run, without the commands that only a runner reads. */
function printedBy(run: WorkflowRun): string {
  const lines = run.steps.at(-1)?.log.split("\n") ?? [];
  return lines
    .filter((line) => !line.startsWith("::add-mask::"))
    .join("\n")
    .trim();
}

function showAnnotations(print: Print, run: WorkflowRun): void {
  const annotations = run.steps.flatMap((step) => step.annotations);
  if (annotations.length > 0) print(`\n${styled("bold", `Run ${run.id} says`)}`);
  for (const { level, file, line, title, message } of annotations) {
    print(`${styled(level === "error" ? "red" : "yellow", level)}${title ? `: ${title}` : ""}`);
    for (const words of wrap(message, WIDTH - 2)) print(`  ${words}`);
    if (file !== undefined) print(`  ${file}:${line}`);
  }
}

function show(print: Print, title: string, text: string): void {
  const bold = wrap(title, WIDTH).map((line) => styled("bold", line));
  // A terminal would break lines within words; a file or another program gets them whole.
  const lines = process.stdout.isTTY ? wrap(text.trimEnd(), WIDTH) : [text.trimEnd()];
  print(["", ...bold, "", ...lines].join("\n"));
}

function say(print: Print, label: string, words: string): void {
  const [first = "", ...others] = wrap(words, WIDTH - LABEL);
  print(`${styled("bold", label.padEnd(LABEL))}${first}`);
  for (const line of others) print(`${" ".repeat(LABEL)}${line}`);
}
