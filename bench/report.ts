/** The report of a benchmark: for people on a terminal, and as the tables of BENCHMARKS.md. */
import { availableParallelism, cpus, release, type } from "node:os";
import { bound, type Measure, median, quantile, type Ratio, ratioOf } from "./figures.ts";

export type Report = { isQuick: boolean; machine: string; measures: Measure[]; ratios: Ratio[] };

/** The machine as far as it matters, without its name. */
export function machineOf(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown CPU";
  return `${availableParallelism()} cores of ${model}, Node ${process.version}, ${type()} ${release().split("-")[0]}`;
}

/** The numbers to reach. */
export function goalsOf(measures: Measure[]): Ratio[] {
  const of = (name: string): Measure => {
    const found = measures.find((measure) => measure.name === name);
    if (!found) throw new Error(`There is no measure ${name}.`);
    return found;
  };
  const memory = of("memory").series[0]?.values ?? [];
  const grown = (memory.at(-1) ?? Number.NaN) / (memory[1] ?? Number.NaN);
  return [
    ratioOf(of("cold start"), ["function", "bare"], { atMost: 1.25 }),
    ratioOf(of("cold start"), ["Express", "bare"], { atLeast: 1 }),
    ratioOf(of("signed webhooks"), ["function", "bare, Web"], { atLeast: 0.9 }),
    ratioOf(of("rejected webhooks"), ["function", "bare, Web"], { atLeast: 0.9 }),
    ratioOf(of("ignored webhooks"), ["function", "bare, Web"], { atLeast: 0.9 }),
    ratioOf(of("action start"), ["action", "script"], { atMost: 2.2 }),
    bound("memory: at the end / after a fifth", grown, 1.1),
  ];
}

export function printReport({ isQuick, machine, measures, ratios }: Report): void {
  console.log(`${machine}${isQuick ? " (quick: this proves that it works and judges no time)" : ""}\n`);
  for (const [measure, peer, middle, spread] of rowsOf(measures))
    console.log(`${measure?.padEnd(18)} ${peer?.padEnd(10)} ${middle?.padStart(10)}   ${spread}`);
  console.log("");
  for (const { name, wanted, median, from, to, isReached } of ratios) {
    const spread = `${from.toFixed(2)} to ${to.toFixed(2)}`;
    const verdict = isQuick ? "" : isReached ? "  reached" : "  not reached";
    console.log(
      `${name.padEnd(42)} ${median.toFixed(2).padStart(5)}  (${spread})  wanted ${wanted}${verdict}`,
    );
  }
}

/** The tables of BENCHMARKS.md. */
export function renderTables({ machine, measures, ratios }: Report): string {
  const ratioRows = ratios.map(
    ({ name, wanted, median, from, to }) =>
      `| ${name} | **${median.toFixed(2)}** | ${from.toFixed(2)} to ${to.toFixed(2)} | ${wanted} |`,
  );
  const rows = rowsOf(measures).map((cells) => `| ${cells.join(" | ")} |`);
  return `
Machine: ${machine}.

| ratio | median | middle half of the rounds | wanted |
| --- | ---: | ---: | --- |
${ratioRows.join("\n")}

| measure | peer | median | spread |
| --- | --- | ---: | --- |
${rows.join("\n")}

`;
}

function rowsOf(measures: Measure[]): string[][] {
  return measures.flatMap(({ name, unit, series }) =>
    series.map(({ peer, values }) => {
      const shown = (value: number) => `${Math.round(value)} ${unit}`;
      // Memory is a course, not a spread.
      const spread =
        unit === "MB"
          ? `at the tenths: ${values.map(Math.round).join(", ")}`
          : values.length === 1
            ? "one run"
            : `${shown(quantile(values, 0.25))} to ${shown(quantile(values, 0.75))}, ${values.length} rounds`;
      return [name, peer, shown(median(values)), spread];
    }),
  );
}
