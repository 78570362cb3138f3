import type { Branching, Model, WordModel } from '@pawl/invariants';

/** The measured error that stands beside the weights. */
export interface Measured {
  readonly examples: number;
  readonly projects: number;
  readonly lines: readonly string[];
}

/** The file that holds the weights: data, one tree a line, to be read by a reviewer. */
export function weightsText(
  { start, trees, words }: Model,
  thresholds: ReadonlyMap<string, number>,
  measured: Measured,
): string {
  return [
    "import { type Model, readTrees } from './model.ts';",
    "import { readWords } from './word-model.ts';",
    '',
    '/**',
    ` * Fitted by \`drift-bench fit\` on ${measured.examples} cases of ${measured.projects} projects; do not edit by hand. A tree is a question`,
    ' * [feature, above, worth, no, yes], a word has behind it what it is worth lost and gained, in hundredths. On projects that were left out:',
    ' *',
    ...measured.lines.map((line) => ` * - ${line}`),
    ' */',
    'export const MODEL: Model = {',
    `  start: ${short(start)},`,
    '  trees: readTrees(String.raw`[',
    trees.map(treeText).join(',\n'),
    ']`),',
    ...(words === undefined ? [] : wordLines(words)),
    '};',
    '',
    '/** Policy → the score from which on it stops. */',
    'export const FITTED_THRESHOLDS = {',
    ...[...thresholds].map(([name, value]) => `  ${name}: ${short(value)},`),
    '} as const;',
    '',
  ].join('\n');
}

function wordLines({ start, worth }: WordModel): readonly string[] {
  return [
    '  words: {',
    `    start: ${short(start)},`,
    '    worth: readWords(`',
    ...[...worth]
      .map(([word, [lost, gained]]) => [word, hundredths(lost), hundredths(gained)] as const)
      .filter(([, lost, gained]) => lost !== 0 || gained !== 0)
      .map(([word, lost, gained]) => `${inTemplate(word)} ${lost} ${gained}`),
    '`),',
    '  },',
  ];
}

function hundredths(value: number): number {
  return Math.round(value * 100) + 0;
}

/** All of it is ASCII, by UTF-16 units, because that loads faster. */
function inTemplate(word: string): string {
  return word.replaceAll(/[`$\\]/g, (sign) => `\\${sign}`).replaceAll(/[^\0-\x7F]/g, escaped);
}

function quoted(word: string): string {
  // In a template nothing may end it or begin a value.
  return JSON.stringify(word).replaceAll(/[`$]|[^\0-\x7F]/g, escaped);
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function treeText(tree: Branching | number): string {
  if (typeof tree === 'number') return short(tree);
  const { feature, above, worth, no, yes } = tree;
  // A cut lies between two values that were seen, and must stay there: it is written in full.
  return `[${quoted(feature)}, ${above}, ${short(worth)}, ${treeText(no)}, ${treeText(yes)}]`;
}

function short(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}
