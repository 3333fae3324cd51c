/** The ratios as a picture, readable on a light and on a dark page. */
import type { Ratio } from "./figures.ts";

const ROW = 34;
const LEFT = 330;
const WIDTH = 900;
const LONGEST = 3.5;

/** Draws one bar per ratio, from its median, with the middle half of the rounds as a line and the goal as a mark. */
export function drawChart(ratios: Ratio[]): string {
  const height = ratios.length * ROW + 50;
  const x = (ratio: number) => LEFT + (Math.min(ratio, LONGEST) / LONGEST) * (WIDTH - LEFT - 70);
  const rows = ratios.map(({ name, wanted, median, from, to, isReached }, index) => {
    const y = 20 + index * ROW;
    const goal = x(Number(wanted.slice(2)));
    return `  <text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${name}</text>
  <rect class="${isReached ? "reached" : "missed"}" x="${LEFT}" y="${y + 2}" width="${round(x(median) - LEFT)}" height="18" rx="2"/>
  <path class="spread" d="M${round(x(from))} ${y + 11}H${round(x(to))}"/>
  <path class="goal" d="M${round(goal)} ${y - 3}V${y + 25}"/>
  <text x="${round(Math.max(x(median), x(to), goal) + 8)}" y="${y + 15}">${median.toFixed(2)} (${wanted})</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Ratios of the last full run">
  <style>
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
    .reached { fill: #2da44e } .missed { fill: #bf8700 }
    .spread { stroke: #1f2328; stroke-width: 2 } .goal { stroke: #cf222e; stroke-width: 2 }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 } .spread { stroke: #e6edf3 } .goal { stroke: #ff7b72 }
    }
  </style>
${rows.join("\n")}
  <text x="${LEFT}" y="${height - 10}">Bar: median. Line: the middle half of the rounds. Mark: what is wanted.</text>
</svg>
`;
}

function round(value: number): string {
  return value.toFixed(1);
}
