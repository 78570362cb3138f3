import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChangedFile } from '../read-change.ts';
import { mayOpenPath } from './may-open-path.ts';

const CASES = new URL('../../../reach/src/cases/', import.meta.url);
const STOPS = readdirSync(CASES).filter((name) => name.startsWith('stop.'));

function filesOf(folder: URL, path = ''): ReadonlyMap<string, string> {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return new Map();
  }
  return new Map(
    names.flatMap((name) => {
      const url = new URL(name, folder);
      if (statSync(url).isDirectory()) return [...filesOf(new URL(`${name}/`, folder), `${path}${name}/`)];
      return [[path + name, readFileSync(url, 'utf8')] as const];
    }),
  );
}

function changesOf(base: ReadonlyMap<string, string>, head: ReadonlyMap<string, string>): readonly ChangedFile[] {
  const names = [...new Set([...base.keys(), ...head.keys()])].filter((name) => base.get(name) !== head.get(name));
  const side = (texts: ReadonlyMap<string, string>, file: string) => {
    const text = texts.get(file);
    return text === undefined ? undefined : ({ kind: 'text', file, blob: '', text } as const);
  };
  return names.map((name) => {
    const [before, after] = [side(base, name), side(head, name)];
    return { ...(before && { base: before }), ...(after && { head: after }) };
  });
}

const edit = (before: string, after: string): readonly ChangedFile[] =>
  changesOf(new Map([['src/a.ts', before]]), new Map([['src/a.ts', after]]));

describe('when a change opens a way for data', () => {
  it.each(STOPS)('%s: a commit is asked for it', (name) => {
    const side = (which: string) => filesOf(new URL(`${name}/${which}/`, CASES));
    expect(mayOpenPath(changesOf(side('before'), side('after')))).toBe(true);
  });

  it.each([
    ['an end is named', 'a();\n', 'a();\nstore(request.body);\n'],
    ['a call is gone', 'const a = clean(b);\n', 'const a = b;\n'],
    ['a check is gone', 'if (b) throw c;\nd();\n', 'd();\n'],
    ['a decorator is gone', '@guarded\nclass A {}\n', 'class A {}\n'],
    ['one of two calls is gone', 'check(a);\nb;\ncheck(a);\n', 'check(a);\nb;\n'],
    ['two lines changed places', 'x = 1;\ny = 2;\n', 'y = 2;\nx = 1;\n'],
  ])('%s: a commit is asked for it', (_what, before, after) => {
    expect(mayOpenPath(edit(before, after))).toBe(true);
  });
});

describe('when no changed line can be a part of a way', () => {
  it.each([
    ['a number', 'const PAGE = 25;\n', 'const PAGE = 26;\n'],
    ['a new line of arithmetic', 'let total = 0;\n', 'let total = 0;\ntotal += 2;\n'],
    ['a comment', 'let total = 0;\n', '// In cents.\nlet total = 0;\n'],
    ['lines as there are others', 'a = {\n};\n\nb = 1;\n', 'a = {\n};\n\nb = 1;\n\nc = {\n};\n'],
  ])('%s: a commit is not asked', (_what, before, after) => {
    expect(mayOpenPath(edit(before, after))).toBe(false);
  });
});

it('a file that is new, gone or moved is asked for, whatever it holds', () => {
  expect(mayOpenPath(changesOf(new Map(), new Map([['a.py', 'x = 1\n']])))).toBe(true);
  expect(mayOpenPath(changesOf(new Map([['a.py', 'x = 1\n']]), new Map()))).toBe(true);
});
