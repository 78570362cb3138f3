import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineChanges } from './line-changes.ts';

const changes = (base: string, head: string): string[] =>
  lineChanges([...base], [...head]).map(
    ({ base: a, head: b }) => `${base.slice(a.from, a.to)}>${head.slice(b.from, b.to)}@${a.from}`,
  );

describe('when two texts are compared line by line', () => {
  it.each([
    ['abc', 'abc', []],
    ['abc', 'axc', ['b>x@1']],
    ['abc', 'ac', ['b>@1']],
    ['ac', 'abc', ['>b@1']],
    ['', 'a', ['>a@0']],
    ['abcdef', 'abXdeY', ['c>X@2', 'f>Y@5']],
    // A brace that stands everywhere holds nothing together.
    ['a}b}', 'a}x}b}', ['>x}@2']],
    ['xaby', 'xbay', ['a>@1', '>a@3']],
  ])('%j and %j differ in %j', (base, head, expected) => {
    expect(changes(base, head)).toEqual(expected);
  });

  it('putting the changes of one into the other gives the one', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '}'), { maxLength: 14 });
    fc.assert(
      fc.property(text, text, (base, head) => {
        const found = lineChanges(base, head).toReversed();
        const made = found.reduce<readonly string[]>(
          (lines, { base: { from, to }, head: span }) =>
            lines.toSpliced(from, to - from, ...head.slice(span.from, span.to)),
          base,
        );
        expect(made).toEqual(head);
      }),
    );
  });

  it('lines that nest without end are one change and no fault', () => {
    const nested = Array.from({ length: 3_000 }, (_, at) => `${at}`);
    const head = nested.flatMap((line, at) => [line, nested[at + 2] ?? '']);
    expect(lineChanges(nested, head).length).toBeGreaterThan(0);
  });
});
