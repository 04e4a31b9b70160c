import type { Results } from './results.ts';
import { ratioToFloor } from './tables.ts';

/** One colour per contender, in their order; readable on white and on black. */
const colours = ['#8b949e', '#2f81f7', '#d4569c', '#2da44e', '#bf8700', '#8957e5'];

const left = 290;
const plotWidth = 560;
const barHeight = 12;
const barGap = 3;
const groupGap = 18;
const top = 64;

interface Bar {
  readonly colour: string;
  readonly title: string;
  readonly ratio: number;
}

/** @returns a bar chart of the CPU time per request as a multiple of the floor's, as SVG. It follows the reader's colour scheme. */
export function chart({ operations, contenders }: Results): string {
  const groups = operations.map((operation) => ({
    title: operation.title.replaceAll('`', ''),
    bars: operation.contenders.map((result): Bar => {
      const index = contenders.findIndex(({ id }) => id === result.id);
      return {
        colour: colours[index % colours.length] ?? '',
        title: contenders[index]?.title ?? result.id,
        ratio: ratioToFloor(result, operation)?.median ?? 0,
      };
    }),
  }));
  const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map((bar) => bar.ratio)));
  const scale = plotWidth / Math.ceil(most);
  const parts: string[] = [];
  let y = top;
  for (const { title, bars } of groups) {
    const height = bars.length * (barHeight + barGap);
    parts.push(groupTitle(title, y + height / 2));
    for (const [index, bar] of bars.entries())
      parts.push(barOf(bar, y + index * (barHeight + barGap), scale));
    y += height + groupGap;
  }
  const bottom = y - groupGap + 8;
  const height = bottom + 46 + 18 * Math.ceil(contenders.length / 3);
  const width = left + plotWidth + 60;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    '<title id="title">CPU time of the server process per request, as a multiple of a hand-written proxy</title>',
    style,
    '<text class="title" x="16" y="26">CPU time of the server process per request</text>',
    '<text x="16" y="46">as a multiple of a hand-written proxy (floor); medians, lower is better</text>',
    ...axis(Math.ceil(most), scale, bottom),
    ...parts,
    ...legend(contenders, bottom + 50),
    '</svg>',
    '',
  ].join('\n');
}

const style = `<style>
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 15px; font-weight: 600; }
  .grid { stroke: #d1d9e0; stroke-width: 1; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .grid { stroke: #3d444d; }
  }
</style>`;

/** The part in parentheses or after "with" goes on a second line. */
function groupTitle(title: string, y: number): string {
  const [first = '', second] = title.split(/ (?=with |ending )/);
  const line = (text: string, at: number) =>
    `<text x="${left - 10}" y="${at}" text-anchor="end">${escaped(text)}</text>`;
  return second === undefined ? line(first, y + 4) : line(first, y - 4) + line(second, y + 12);
}

function barOf({ colour, title, ratio }: Bar, y: number, scale: number): string {
  const width = Math.max(1, ratio * scale);
  const label = `<text x="${(left + width + 5).toFixed(1)}" y="${y + 10}">${ratio.toFixed(1)}</text>`;
  return `<rect x="${left}" y="${y}" width="${width.toFixed(1)}" height="${barHeight}" fill="${colour}"><title>${escaped(title)}: ${ratio.toFixed(2)} ×</title></rect>${label}`;
}

/** About eight lines, whatever the scale. */
function axis(most: number, scale: number, bottom: number): string[] {
  const step = Math.ceil(most / 8);
  const lines: string[] = [];
  for (let value = 0; value <= most; value += step) {
    const x = (left + value * scale).toFixed(1);
    lines.push(`<line class="grid" x1="${x}" y1="${top - 6}" x2="${x}" y2="${bottom}"/>`);
    lines.push(`<text x="${x}" y="${bottom + 16}" text-anchor="middle">${value} ×</text>`);
  }
  return lines;
}

function legend(contenders: Results['contenders'], y: number): string[] {
  return contenders.map(({ title }, index) => {
    const x = 16 + (index % 3) * 280;
    const at = y + Math.floor(index / 3) * 18;
    return `<rect x="${x}" y="${at - 10}" width="12" height="12" fill="${colours[index % colours.length]}"/><text x="${x + 18}" y="${at}">${escaped(title)}</text>`;
  });
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
