import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writtenSince } from './written-since.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'pawl-written-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Seconds since the epoch. */
function write(name: string, at: number): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  utimesSync(path, at, at);
  return path;
}

const named = (...names: string[]): readonly string[] => names.map((name) => join(folder, 'lib', name));

describe('when a part was made before', () => {
  it('what was written since is named, wherever it lies', () => {
    const part = write('part.json', 100);
    write('lib/old.js', 50);
    write('lib/a/new.ts', 150);
    write('lib/new.py', 150);
    expect([...writtenSince(join(folder, 'lib'), part)].sort()).toEqual(named('a/new.ts', 'new.py'));
  });

  it('one file of a kind is enough', () => {
    const part = write('part.json', 100);
    for (const name of ['a.ts', 'b.ts', 'c.ts']) write(`lib/${name}`, 150);
    expect(writtenSince(join(folder, 'lib'), part)).toHaveLength(1);
  });

  it('what is installed, or begins with a dot, is not looked at', () => {
    const part = write('part.json', 100);
    for (const name of ['node_modules/x/a.ts', '.cache/a.py', '.a.js']) write(`lib/${name}`, 150);
    expect(writtenSince(join(folder, 'lib'), part)).toEqual([]);
  });
});

it('nothing is named where no part was made, or the project is gone', () => {
  write('lib/a.ts', 150);
  expect(writtenSince(join(folder, 'lib'), join(folder, 'part.json'))).toEqual([]);
  expect(writtenSince(join(folder, 'gone'), write('part.json', 100))).toEqual([]);
});
