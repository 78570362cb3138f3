import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isReplaced } from './lock-file-change.ts';
import { protectedChanges } from './protected-changes.ts';

/** A change as a person writes it down: `what` is a part of the sentence, where it has one. */
interface Expected {
  readonly rule: string;
  readonly file: string;
  readonly what?: string;
}

const folder = new URL('cases/', import.meta.url);
const names = readdirSync(folder).sort();

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as Expected[];
  const before = readSide(name, 'before');
  const after = readSide(name, 'after');

  it('stops or passes as its name says', () => {
    expect(name).toMatch(/^(?:ok|stop)\./u);
    expect(expected.length > 0).toBe(name.startsWith('stop.'));
  });

  it('tells what is expected and nothing else', () => {
    const told = changesOf(before, after);
    expect(told.map(({ rule, file }) => ({ rule, file }))).toEqual(expected.map(({ rule, file }) => ({ rule, file })));
    for (const [index, { what = '' }] of expected.entries()) expect(told[index]?.what ?? '').toContain(what);
  });

  it('tells nothing where nothing changed', () => {
    expect([...changesOf(before, before), ...changesOf(after, after)]).toEqual([]);
  });

  it('tells nothing where the lines only end otherwise', () => {
    const ended = new Map([...after].map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]));
    expect(changesOf(after, ended)).toEqual([]);
  });
});

describe('when the cases are counted', () => {
  it.each(['ok.', 'stop.'])('there are at least twenty %s', (prefix) => {
    expect(names.filter((name) => name.startsWith(prefix)).length).toBeGreaterThanOrEqual(20);
  });
});

type Side = ReadonlyMap<string, string>;

function changesOf(before: Side, after: Side): readonly Expected[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  const added = new Set(files.filter((file) => !before.has(file)));
  const deleted = new Set(files.filter((file) => !after.has(file)));
  return files.flatMap((file) => {
    const options = { isReplaced: isReplaced(file, added, deleted) };
    return protectedChanges(file, before.get(file), after.get(file), options).map((change) => ({ ...change, file }));
  });
}

/** The files end in `.case`, so that no tool of ours takes them for its own. */
function readSide(name: string, side: 'before' | 'after'): Side {
  const root = new URL(`${name}/${side}/`, folder);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(new URL(path, root)).isFile(),
  );
  return new Map(
    paths.map((path) => [
      path.replaceAll('\\', '/').replace(/\.case$/u, ''),
      readFileSync(new URL(path, root), 'utf8'),
    ]),
  );
}
