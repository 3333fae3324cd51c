/** The two ways in which a promise is broken: settings that cannot work, and a service that says no. */

/** Settings that cannot work. Each problem names the setting and says what it wants; no value of a secret. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** What settings are wrong for the work; none where it can be done. Any other error is thrown on. */
export function problemsOf(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

/** A service said no, or did not answer. The message says what was attempted, what happened and what to do. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  /** The status of the answer; null when there was none. */
  readonly status: number | null;
  /** What the service said, without secrets, at most 300 characters. */
  readonly detail: string;
  /** `none`: the service refused, so nothing happened. `unknown`: the request may have taken effect. */
  readonly effect: "none" | "unknown";
  /** How long the service asked us to wait. */
  readonly retryAfterMs: number | null;

  /** What is left out: no answer, no effect, and no time to wait that was asked for. */
  constructor(
    message: string,
    facts: Pick<RequestError, "detail"> &
      Partial<Pick<RequestError, "status" | "effect" | "retryAfterMs" | "cause">>,
  ) {
    super(message, { cause: facts.cause });
    this.status = facts.status ?? null;
    this.detail = facts.detail;
    this.effect = facts.effect ?? "none";
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }
}
