/** What one check of the doctor found. */

/** `skip`: nothing was found out, because something is not set here or cannot be seen without changing anything. */
export type Level = "pass" | "warn" | "fail" | "skip";

export type Finding = {
  /** Whose side it is on: Endpoint, PagerDuty, GitHub or Devin. */
  part: string;
  /** What was checked, in a word or two. */
  check: string;
  level: Level;
  /** What is the case, as a clause without a full stop. */
  says: string;
  /** What to do about it; null where nothing needs doing. */
  remedy: string | null;
};

type Note = (check: string, says: string, remedy: string) => Finding;

/** The four ways to note a finding about one part; whatever does not pass says what to do. */
export function notesOn(
  part: string,
): Record<Exclude<Level, "pass">, Note> & { pass(check: string, says: string): Finding } {
  const noteAs =
    (level: Level): Note =>
    (check, says, remedy) => ({ part, check, level, says, remedy });
  return {
    pass: (check, says) => ({ part, check, level: "pass", says, remedy: null }),
    warn: noteAs("warn"),
    fail: noteAs("fail"),
    skip: noteAs("skip"),
  };
}

/** Settings that cannot be used, as findings; each problem is "NAME what is wrong; what to do". */
export function unusable(part: string, problems: string[]): Finding[] {
  return problems.map((problem) => {
    const [says = "", ...remedy] = problem.split("; ");
    return notesOn(part).fail("settings", says, sentence(remedy.join("; ") || "correct it"));
  });
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

/** The worst of them: what the whole comes to. */
export function verdictOf(findings: Finding[]): "pass" | "warn" | "fail" {
  const worst = (["fail", "warn"] as const).find((level) => findings.some((one) => one.level === level));
  return worst ?? "pass";
}
