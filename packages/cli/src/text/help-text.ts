import { padded, type Paint, wrap } from '@pawl/report';
import type { Group } from '../commands/groups.ts';

const SENTENCE = 'Pawl keeps security from slipping back while coding agents iterate.';
const STATUSES =
  'Exit status: 0 clean, 1 stopped (regression or escalated), 2 could not tell (inconclusive, usage, fault).';

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['pawl init', 'Set up this repository: configuration and hooks'],
  ['pawl lock', 'Lock how it is now; from here on it may not get worse'],
  ['pawl check', 'Judge what is staged'],
  ['pawl status', 'See where the loop stands'],
];

const OPTIONS: readonly (readonly [string, string])[] = [
  ['--format text|json', 'How to answer'],
  ['--quiet', 'Only what is asked for: no progress and no notes'],
  ['--no-color', 'No colours; NO_COLOR in the environment says the same'],
  ['--help', 'Of a command: what it does, its options and examples'],
  ['--version', 'The version'],
];

/** What there is, by what one wants, and how to begin. */
export function helpText(groups: readonly Group[], { bold }: Paint, columns: number): string {
  const shown = groups.map(({ title, commands }) => ({
    title,
    rows: commands.flatMap(({ name, describe }) => (describe === false ? [] : [[name, describe] as const])),
  }));
  const tables = [...shown, { title: 'Options', rows: OPTIONS }, { title: 'To begin', rows: EXAMPLES }];
  return [
    ...wrap(SENTENCE, columns),
    '',
    'pawl <command> [options]',
    ...tables.flatMap(({ title, rows }) => ['', bold(title), ...tableLines(rows, columns)]),
    '',
    ...wrap(STATUSES, columns),
    '',
  ].join('\n');
}

/** As wide as the longest name of an option, so that all tables of the page stand under one another. */
const NAMES = 20;

function tableLines(rows: readonly (readonly [string, string])[], columns: number): readonly string[] {
  return rows.flatMap(([name, says]) =>
    wrap(says, columns - NAMES - 2).map((line, at) => `  ${padded(at === 0 ? name : '', NAMES)}${line}`),
  );
}
