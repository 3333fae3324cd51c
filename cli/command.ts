/** How every command reads its command line, helps and fails. */

import { realpathSync } from "node:fs";
import { Command, CommanderError, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { RequestError, SettingsError } from "../src/lib/errors.ts";
import { WIDTH } from "./columns.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

/** The exit statuses of every command. */
export const EXIT = {
  /** It did what was asked, and all is well. */
  well: 0,
  /** It did what was asked, and what it found or got back is bad. */
  bad: 1,
  /** It could not do what was asked: the command line, the environment or a service stood in the way. */
  failed: 2,
} as const;

/**
 * Makes a command without options. `script` is what stands after `npm`, such as `run send`; `notes` stand below the
 * options in the help, as they are.
 */
export function createCommand(script: string, summary: string, notes?: string): Command {
  const command = new Command(`npm ${script} --`)
    .description(summary)
    .helpOption("-h, --help", "show this help")
    .exitOverride()
    .configureHelp({ minWidthToWrap: 20 })
    .configureOutput({ writeErr: () => undefined, getOutHelpWidth: () => WIDTH });
  return notes === undefined ? command : command.addHelpText("after", `\n${notes}`);
}

/** Runs the command of this file, when the file is what Node was started with; imported, it waits to be asked. */
export async function runEntry(
  file: string,
  create: (terminal: Terminal) => CommandUnknownOpts,
): Promise<void> {
  if (process.argv[1] === undefined || realpathSync(process.argv[1]) !== file) return;
  const terminal = openTerminal();
  await runCommand(create(terminal), process.argv.slice(2), terminal);
}

/**
 * Runs a command with its own arguments. A mistake in them is answered by one sentence and the help, anything else that
 * is thrown by its message; nobody sees a stack trace.
 */
export async function runCommand(
  command: CommandUnknownOpts,
  args = process.argv.slice(2),
  terminal = openTerminal(),
): Promise<void> {
  command.configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()) });
  try {
    await command.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    terminal.setStatus(EXIT.failed);
    terminal.printError(
      error instanceof CommanderError
        ? `${sentenceOf(error)}\n\n${command.helpInformation()}`.trimEnd()
        : messageOf(error),
    );
  }
}

/** Commander's "error: unknown option '--ulr'\n(Did you mean --url?)" as sentences. */
function sentenceOf({ message }: CommanderError): string {
  const [what = "", hint = ""] = message.replace(/^error: /, "").split("\n");
  const sentence = `${what.slice(0, 1).toUpperCase()}${what.slice(1).replace(/\.$/, "")}`;
  if (/^unknown option '--?[\w-]*(secret|token|key)/i.test(what))
    return `${sentence}; secrets come from the environment, since others can read a command line.`;
  return `${sentence}. ${hint.replace(/[()]/g, "")}`.trimEnd();
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isExpected = error instanceof SettingsError || error instanceof RequestError;
  // Every error that the commands throw themselves is a plain one; another kind is a mistake in their code.
  if (isExpected || error.constructor === Error) return withVariableNames(error.message);
  return `This command broke (${error.name}: ${error.message}). Please report it.`;
}

/** The settings that are inputs of the action are variables of the environment here. */
function withVariableNames(message: string): string {
  return message.replace(
    /\b(?:pagerduty|github|devin)-(?:token|auth|api-url|api-key|org-id|from)\b/g,
    (name) => name.toUpperCase().replaceAll("-", "_"),
  );
}
