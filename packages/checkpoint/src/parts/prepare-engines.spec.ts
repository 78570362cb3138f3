import { owes as isJavaScript } from '@pawl/scanner-javascript/aside';
import { owes as isPython } from '@pawl/scanner-python/aside';
import { expect, it } from 'vitest';
import { prepareEngines } from './prepare-engines.ts';

it.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['code of one language', ['lib/a.ts'], ['lib/a.ts'], []],
  ['code of several', ['a.js', 'b.py', 'c.tsx'], ['a.js', 'c.tsx'], ['b.py']],
  ['what no engine reads', ['README.md'], [], []],
])('each engine is told of the files that it reads: %s', (_what, files, javascript, python) => {
  const told: (readonly string[])[] = [];
  const engine = (owes: (file: string) => boolean) => ({
    owes,
    examineAside: { prepare: (names: readonly string[]) => void told.push(names) },
  });
  prepareEngines(files, [engine(isJavaScript), engine(isPython)]);
  expect(told).toEqual([javascript, python]);
});
