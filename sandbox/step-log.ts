/** The log of a step, in which workflow commands are obeyed and secrets hidden. */

export type Mask = { add(secret: string): void; apply(text: string): string };

/** The secrets of a job in the forms that a runner hides. */
export function createMask(): Mask {
  const hidden = new Set<string>();
  return {
    add(secret) {
      // Tools print the lines of a multi-line secret one by one, so each is hidden by itself as well.
      for (const value of [secret, ...secret.split(/\r?\n/)]) {
        if (value.trim() === "") continue;
        hidden.add(value);
        hidden.add(encodeURIComponent(value));
        hidden.add(JSON.stringify(value).slice(1, -1));
        hidden.add(Buffer.from(value).toString("base64"));
      }
    },
    apply(text) {
      return [...hidden]
        .sort((a, b) => b.length - a.length)
        .reduce((masked, value) => masked.replaceAll(value, "***"), text);
    },
  };
}

export type StepLog = {
  /** A line of the runner's own. */
  print(line: string): void;
  /** A line that the step's process printed. */
  read(line: string): void;
  text(): string;
};

const ANNOTATIONS = ["error", "warning", "notice", "group"];

export function createStepLog(mask: Mask, onLog: (line: string) => void): StepLog {
  const lines: string[] = [];
  let stoppedUntil: string | undefined;
  function print(line: string): void {
    const masked = mask.apply(line);
    lines.push(masked);
    onLog(masked);
  }
  return {
    print,
    text: () => lines.join("\n"),
    read(line) {
      // https://github.com/actions/toolkit/blob/main/docs/commands.md
      const [, command = "", raw = ""] = /^\s*::([a-z-]+)(?: [^:]*)?::(.*)$/s.exec(line) ?? [];
      const value = raw.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
      if (stoppedUntil !== undefined) {
        if (line.trim() === `::${stoppedUntil}::`) stoppedUntil = undefined;
        else print(line);
      } else if (command === "add-mask") {
        mask.add(value);
        print("::add-mask::***");
      } else if (command === "stop-commands") {
        stoppedUntil = value;
      } else if (ANNOTATIONS.includes(command)) {
        print(`##[${command}]${value}`);
      } else if (command !== "debug" && command !== "endgroup") {
        print(line);
      }
    },
  };
}
