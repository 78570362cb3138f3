import { type FalseKind, FALSE_KINDS, type Summary } from './summary.ts';
import type { OperatingPoint } from '../statistics/roc.ts';
import { rate } from '@pawl/bench';
import { optional, percent } from './figures.ts';

const WIDTH = 720;
const HEIGHT = 520;
const LEFT = 64;
const RIGHT = 696;
const TOP = 56;
const BOTTOM = 456;

const NAMES: Readonly<Record<FalseKind, string>> = {
  benign: 'ordinary commits',
  revert: 'their reverts',
  fix: 'fixes as made',
};

/** Colours keep their contrast on white and on black, and dashes tell the lines apart without colours. */
const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #24292f; }
    .small { font-size: 11px; }
    .grid { stroke: #d0d7de; } .axis { stroke: #57606a; } .chance { stroke: #57606a; stroke-dasharray: 2 4; }
    .line { fill: none; stroke-width: 2; } .mark { stroke-width: 2; fill: #ffffff; }
    .benign { stroke: #0550ae; } .revert { stroke: #9a5200; stroke-dasharray: 8 4; } .fix { stroke: #116329; stroke-dasharray: 3 3; }
    .mark.benign, .mark.revert, .mark.fix { stroke-dasharray: none; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; } .grid { stroke: #30363d; } .axis, .chance { stroke: #8b949e; } .mark { fill: #0d1117; }
      .benign { stroke: #79c0ff; } .revert { stroke: #ffa657; } .fix { stroke: #56d364; }
    }
  `;

/** Regressions stopped against false stops of each kind, with a mark at each offered threshold. No script, no outside reference. */
export function rocSvg(summary: Summary): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title desc">
  <title id="title">Regressions stopped against false stops</title>
  <desc id="desc">${escaped(description(summary))}</desc>
  <style>${STYLE}</style>
${[...grid(), chance(), ...FALSE_KINDS.map((kind) => line(summary.curve, kind)), ...marks(summary), ...legend(summary)].join('\n')}
</svg>
`;
}

function description({ policies, area }: Summary): string {
  const offered = policies.map(({ name, point }) => {
    const falseStops = FALSE_KINDS.map((kind) => `${percentOf(point, kind)} of ${NAMES[kind]}`).join(', ');
    return `At the threshold ${name}, ${percentOf(point, 'regression')} of regressions are stopped, with ${falseStops}.`;
  });
  const areas = FALSE_KINDS.map((kind) => `${NAMES[kind]} ${optional(area[kind], 3)}`).join(', ');
  return `${offered.join(' ')} Area under the curve: ${areas}.`;
}

function percentOf(point: OperatingPoint, kind: FalseKind | 'regression'): string {
  return point[kind].total === 0 ? 'none' : `${percent(rate(point[kind]))} %`;
}

/** A square root: what matters lies below a tenth, and the rest should still be seen. */
function x(share: number): number {
  return LEFT + Math.sqrt(share) * (RIGHT - LEFT);
}

function y(share: number): number {
  return BOTTOM - share * (BOTTOM - TOP);
}

function grid(): readonly string[] {
  const across = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].flatMap((share) => [
    `  <line class="grid" x1="${fixed(x(share))}" y1="${TOP}" x2="${fixed(x(share))}" y2="${BOTTOM}"/>`,
    `  <text class="small" x="${fixed(x(share))}" y="${BOTTOM + 18}" text-anchor="middle">${100 * share}</text>`,
  ]);
  const up = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
    `  <line class="grid" x1="${LEFT}" y1="${fixed(y(share))}" x2="${RIGHT}" y2="${fixed(y(share))}"/>`,
    `  <text class="small" x="${LEFT - 8}" y="${fixed(y(share) + 4)}" text-anchor="end">${Math.round(100 * share)}</text>`,
  ]);
  return [
    ...across,
    ...up,
    `  <path class="axis" fill="none" d="M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}"/>`,
    `  <text x="${(LEFT + RIGHT) / 2}" y="${BOTTOM + 44}" text-anchor="middle">false stops, % (square-root scale)</text>`,
    `  <text transform="translate(20 ${(TOP + BOTTOM) / 2}) rotate(-90)" text-anchor="middle">regressions stopped, %</text>`,
  ];
}

function chance(): string {
  const shares = Array.from({ length: 41 }, (_, at) => (at / 40) ** 2);
  return `  <path class="chance" fill="none" d="${path(shares.map((share) => [share, share]))}"/>`;
}

function line(points: readonly OperatingPoint[], kind: FalseKind): string {
  const known = points.filter((point) => point[kind].total > 0 && point.regression.total > 0);
  return `  <path class="line ${kind}" d="${path(known.map((point) => [rate(point[kind]), rate(point.regression)]))}"/>`;
}

/** A straight line over shares is no straight line over their roots, so a long one is drawn in parts. */
function path(shares: readonly (readonly [number, number])[]): string {
  const places = shares.flatMap(([across, up], at) => {
    const [left, below] = shares[at - 1] ?? [across, up];
    const parts = Math.hypot(x(across) - x(left), y(up) - y(below)) > 8 ? [0.25, 0.5, 0.75, 1] : [1];
    return parts.map(
      (part) => `${Math.round(x(between(left, across, part)))} ${Math.round(y(between(below, up, part)))}`,
    );
  });
  return places.length === 0 ? '' : `M${[...new Set(places)].join('L')}`;
}

function between(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}

function marks({ policies }: Summary): readonly string[] {
  return policies.flatMap(({ name, point }) => {
    if (point.regression.total === 0) return [];
    const kinds = FALSE_KINDS.filter((kind) => point[kind].total > 0);
    const places = kinds.map((kind) => ({
      kind,
      cx: fixed(x(rate(point[kind]))),
      cy: fixed(y(rate(point.regression))),
    }));
    const right = Math.max(...kinds.map((kind) => x(rate(point[kind]))));
    const label = `  <text x="${fixed(right + 8)}" y="${fixed(y(rate(point.regression)) + 16)}">${escaped(name)}</text>`;
    return [...places.map(({ kind, cx, cy }) => `  <circle class="mark ${kind}" cx="${cx}" cy="${cy}" r="5"/>`), label];
  });
}

function legend({ area }: Summary): readonly string[] {
  return FALSE_KINDS.flatMap((kind, at) => {
    const left = LEFT + at * 216;
    return [
      `  <line class="line ${kind}" x1="${left}" y1="24" x2="${left + 28}" y2="24"/>`,
      `  <text x="${left + 34}" y="28">${NAMES[kind]}, area ${optional(area[kind], 2)}</text>`,
    ];
  });
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
