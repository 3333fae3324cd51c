/** The expressions of a workflow, evaluated by GitHub's own library. */
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

/** What an expression may name: `github`, `inputs` and the like. */
export type Contexts = Record<string, unknown>;

/** Finds the expressions of a string; a `}}` within a quoted string does not end one. */
const EXPRESSION = /\$\{\{((?:'[^']*'|[^'])*?)\}\}/g;

/** Evaluates a string of a workflow, such as its run-name; a context that is not given is an error. */
export function evaluate(template: string, contexts: Contexts): string {
  return template.replaceAll(EXPRESSION, (_, source: string) => resultOf(source, contexts).coerceString());
}

/** Evaluates each value of a mapping, such as `with` or `env`. */
export function evaluateAll(templates: Record<string, string>, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(templates).map(([key, value]) => [key, evaluate(value, contexts)]),
  );
}

/** Evaluates an `if`, which without a status function of its own also asks for success. */
export function holds(
  condition: string | undefined,
  contexts: Contexts,
  status: "success" | "failure",
): boolean {
  const source = (condition ?? "")
    .trim()
    .replace(/^\$\{\{(.*)\}\}$/s, "$1")
    .trim();
  if (source === "") return status === "success";
  const asksForStatus = /\b(success|failure|cancelled|always)\s*\(/i.test(source);
  if (!asksForStatus && status === "failure") return false;
  const value = resultOf(source, contexts, status);
  return !(value.kind === data.Kind.Null || ["", "0", "false", "NaN"].includes(value.coerceString()));
}

function resultOf(source: string, contexts: Contexts, status?: "success" | "failure") {
  const functions = (status === undefined ? [] : ["success", "failure", "cancelled", "always"]).map(
    (name) => ({
      name,
      minArgs: 0,
      maxArgs: 0,
      call: () => new data.BooleanData(name === "always" || name === status),
    }),
  );
  const tree = new Parser(new Lexer(source).lex().tokens, Object.keys(contexts), functions).parse();
  const known: unknown = JSON.parse(JSON.stringify(contexts), data.reviver);
  if (!(known instanceof data.Dictionary)) throw new TypeError("Contexts are an object.");
  return new Evaluator(tree, known, new Map(functions.map((one) => [one.name, one]))).evaluate();
}
