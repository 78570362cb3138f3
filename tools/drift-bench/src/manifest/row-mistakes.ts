import { CHANGES, DEFENCE_NAMES, LABELS, LANGS, SETS } from './vocabulary.ts';

type Check = (value: unknown) => string | undefined;

/** In the order in which a row is written. */
export const FIELDS: Readonly<Record<string, Check>> = {
  id: matching(/^[a-z][a-z0-9-]*-\d+$/u, 'like js-001'),
  set: oneOf(SETS),
  label: oneOf(LABELS),
  lang: oneOf(LANGS),
  // It becomes part of a path and of an address, so it may hold nothing that means something there.
  repo: matching(/^[A-Za-z0-9][A-Za-z0-9-]*\/(?!\.)[A-Za-z0-9._-]+$/u, 'owner/name'),
  commit: matching(/^[0-9a-f]{40}$/u, '40 hex digits'),
  parent: matching(/^[0-9a-f]{40}$/u, '40 hex digits'),
  files: fileList,
  cve: orNull(matching(/^CVE-\d{4}-\d{4,}$/u, 'like CVE-2021-23413')),
  cwe: orNull(matching(/^CWE-\d+$/u, 'like CWE-22')),
  defence: orNull(oneOf(DEFENCE_NAMES)),
  change: orNull(oneOf(CHANGES)),
  note: matching(/^[^\p{Cc}]{0,100}$/u, 'one line of at most 100 characters'),
};

/** Everything that is wrong with one parsed row, each a sentence without its row; empty for a good one. */
export function rowMistakes(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ['it is not an object'];
  const row = value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(row).filter((name) => !(name in FIELDS));
  const wrong = Object.entries(FIELDS).flatMap(([name, check]) => {
    if (!(name in row)) return [`${name} is missing`];
    const expected = check(row[name]);
    return expected === undefined ? [] : [`${name} must be ${expected}`];
  });
  return [
    ...unknown.map((name) => `${name} is not a field`),
    ...wrong,
    ...(wrong.length > 0 ? [] : contradictions(row)),
  ];
}

function contradictions(row: Readonly<Record<string, unknown>>): readonly string[] {
  const described = ['cwe', 'defence', 'change'];
  const mistakes = row['commit'] === row['parent'] ? ['commit and parent are the same'] : [];
  if (row['label'] === 'benign') {
    const told = ['cve', ...described].filter((name) => row[name] !== null);
    // The words of a stranger's commit message are no fact of ours.
    if (row['note'] !== '') told.push('note');
    return [...mistakes, ...told.map((name) => `${name} must be empty for ordinary work`)];
  }
  const untold = described.filter((name) => row[name] === null);
  if (row['note'] === '') untold.push('note');
  return [...mistakes, ...untold.map((name) => `${name} must be given for a fix`)];
}

function matching(pattern: RegExp, expected: string): Check {
  return (value) => (typeof value === 'string' && pattern.test(value) ? undefined : expected);
}

function oneOf(values: readonly string[]): Check {
  return (value) => (values.some((known) => known === value) ? undefined : `one of ${values.join(', ')}`);
}

function orNull(check: Check): Check {
  return (value) => {
    const expected = value === null ? undefined : check(value);
    return expected === undefined ? undefined : `null or ${expected}`;
  };
}

function fileList(value: unknown): string | undefined {
  const isList = Array.isArray(value) && value.length > 0 && new Set(value).size === value.length;
  return isList && value.every(isPath) ? undefined : 'a list of different paths from the root of the repository';
}

function isPath(value: unknown): boolean {
  return typeof value === 'string' && /^[^\p{Cc}\\/][^\p{Cc}\\]*$/u.test(value) && !value.split('/').includes('..');
}
