import type { Branching, Model } from '@pawl/invariants';

/** The measured error that stands beside the weights. */
export interface Measured {
  readonly examples: number;
  readonly projects: number;
  readonly lines: readonly string[];
}

/** The file that holds the weights: data, one tree a line, to be read by a reviewer. */
export function weightsText(
  { start, trees }: Model,
  thresholds: ReadonlyMap<string, number>,
  measured: Measured,
): string {
  return [
    "import { type Model, readTree } from './model.ts';",
    '',
    '/**',
    ` * Fitted by \`drift-bench fit\` on ${measured.examples} cases of ${measured.projects} projects; do not edit by hand. A tree is a question`,
    ' * [feature, above, worth, no, yes]. On projects that were left out of the fit:',
    ' *',
    ...measured.lines.map((line) => ` * - ${line}`),
    ' */',
    'export const MODEL: Model = {',
    `  start: ${short(start)},`,
    '  trees: [',
    ...trees.map((tree) => `    readTree(${treeText(tree)}),`),
    '  ],',
    '};',
    '',
    '/** Policy → the score from which on it stops. */',
    'export const FITTED_THRESHOLDS = {',
    ...[...thresholds].map(([name, value]) => `  ${name}: ${short(value)},`),
    '} as const;',
    '',
  ].join('\n');
}

function treeText(tree: Branching | number): string {
  if (typeof tree === 'number') return short(tree);
  const { feature, above, worth, no, yes } = tree;
  // A cut lies between two values that were seen, and must stay there: it is written in full.
  return `['${feature}', ${above}, ${short(worth)}, ${treeText(no)}, ${treeText(yes)}]`;
}

function short(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}
