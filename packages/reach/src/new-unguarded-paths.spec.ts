import { describe, expect, it } from 'vitest';
import { newUnguardedPaths, type Path } from './index.ts';

const path = (
  change: { source?: Partial<Path['source']>; sink?: Partial<Path['sink']>; guarded?: boolean } = {},
): Path => ({
  source: { kind: 'http', text: 'req.query.a', file: 'a.js', symbol: 'show', line: 3, ...change.source },
  hops: [{ file: 'a.js', symbol: 'show', line: 5, code: 'run(a)' }],
  sink: { kind: 'shell', name: 'exec', code: 'exec("ls"+a)', file: 'b.js', symbol: 'run', line: 9, ...change.sink },
  guarded: change.guarded ?? false,
});

describe('when head has a path that base has not', () => {
  it('names what enters, what it reaches and the calls between', () => {
    const [finding] = newUnguardedPaths([], [path()]);
    expect(finding).toMatchObject({
      kind: 'unguarded-path',
      rule: 'path-to-shell',
      severity: 'critical',
      cwe: ['CWE-78'],
    });
    for (const part of ['`show`', '`req.query.a`', 'exec("ls"+a)', 'a.js:3 → a.js:5 → b.js:9'])
      expect(finding?.message).toContain(part);
  });

  it('says nothing where it is guarded', () => {
    expect(newUnguardedPaths([], [path({ guarded: true })])).toEqual([]);
  });

  it('stands where the change touched the path last', () => {
    const placed = (changed: readonly string[]): unknown =>
      newUnguardedPaths([], [path()], { changed })[0]?.location.file;
    expect([placed(['a.js']), placed(['a.js', 'b.js']), placed([])]).toEqual(['a.js', 'b.js', 'b.js']);
  });

  it('tells several ways into one call as one finding', () => {
    const both = [path(), path({ source: { text: 'req.query.b' } })];
    expect(newUnguardedPaths([], both)).toHaveLength(1);
  });
});

describe('when a path was there before', () => {
  it.each([
    ['lines moved', path({ source: { line: 30 }, sink: { line: 90 } })],
    ['files moved', path({ source: { file: 'x/a.js' }, sink: { file: 'x/b.js' } })],
    ['the function has another name', path({ source: { symbol: 'display' } })],
    ['the call was edited', path({ sink: { code: 'exec("ls -l"+a)' } })],
    [
      'its function moved and a variable was renamed',
      path({ source: { symbol: 'display' }, sink: { code: 'exec("ls"+b)' } }),
    ],
  ])('says nothing where %s', (_what, head) => {
    expect(newUnguardedPaths([path()], [head])).toEqual([]);
  });

  it('counts: a second copy is new', () => {
    expect(newUnguardedPaths([path()], [path(), path({ source: { symbol: 'other' } })])).toHaveLength(1);
  });

  it('is new where it lost its guard, whatever else is gone', () => {
    const gone = path({ source: { symbol: 'other' }, sink: { symbol: 'other' } });
    expect(newUnguardedPaths([path({ guarded: true }), gone], [path()])).toHaveLength(1);
  });

  it('says nothing where it got a guard', () => {
    expect(newUnguardedPaths([path()], [path({ guarded: true })])).toEqual([]);
  });
});

describe('when the same path is found at another line', () => {
  it('has the same fingerprint', () => {
    const print = (one: Path): unknown => newUnguardedPaths([], [one])[0]?.fingerprint;
    expect(print(path({ source: { line: 70 }, sink: { line: 71, file: 'moved.js' } }))).toBe(print(path()));
  });
});
