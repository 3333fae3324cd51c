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

/** A finding that GitHub shows beside the run, and on the line of a file where it names one. */
export type Annotation = {
  level: "error" | "warning" | "notice";
  message: string;
  title?: string;
  file?: string;
  line?: number;
};

export type StepLog = {
  /** A line of the runner's own. */
  print(line: string): void;
  /** A line that the step's process printed. */
  read(line: string): void;
  text(): string;
  annotations(): Annotation[];
};

const LEVELS = ["error", "warning", "notice"] as const;
// Of each level; the rest stands in the log alone: https://docs.github.com/en/rest/checks/runs
const MAX_ANNOTATIONS = 10;

export function createStepLog(mask: Mask, onLog: (line: string) => void): StepLog {
  const lines: string[] = [];
  const annotations: Annotation[] = [];
  let stoppedUntil: string | undefined;
  function print(line: string): void {
    const masked = mask.apply(line);
    lines.push(masked);
    onLog(masked);
  }
  function annotate(level: Annotation["level"], properties: string, message: string): void {
    if (annotations.filter((one) => one.level === level).length >= MAX_ANNOTATIONS) return;
    const { title, file, line } = readProperties(mask.apply(properties));
    annotations.push({
      level,
      message: mask.apply(message),
      ...(title === undefined ? {} : { title }),
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line: Number(line) }),
    });
  }
  return {
    print,
    text: () => lines.join("\n"),
    annotations: () => annotations,
    read(line) {
      // https://github.com/actions/toolkit/blob/main/docs/commands.md
      const [, command = "", properties = "", raw = ""] =
        /^\s*::([a-z-]+)(?: ([^:]*))?::(.*)$/s.exec(line) ?? [];
      const value = raw.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
      const level = LEVELS.find((one) => one === command);
      if (stoppedUntil !== undefined) {
        if (line.trim() === `::${stoppedUntil}::`) stoppedUntil = undefined;
        else print(line);
      } else if (command === "add-mask") {
        mask.add(value);
        print("::add-mask::***");
      } else if (command === "stop-commands") {
        stoppedUntil = value;
      } else if (command === "group") {
        print(`##[group]${value}`);
      } else if (level !== undefined) {
        annotate(level, properties, value);
        print(`##[${command}]${value}`);
      } else if (command !== "debug" && command !== "endgroup") {
        print(line);
      }
    },
  };
}

function readProperties(text: string): Record<string, string | undefined> {
  const pairs = text.split(",").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [name.trim(), unescaped(value.join("="))];
  });
  return Object.fromEntries(pairs);
}

function unescaped(value: string): string {
  return value
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}
