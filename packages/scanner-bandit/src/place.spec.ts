import { describe, expect, it } from 'vitest';
import { placesIn } from './place.ts';
import type { Result } from './report.ts';

function resultOf(
  test: string,
  line: number,
  lines: readonly [number, number],
  column: number,
  endColumn: number,
): Result {
  const rest = { filename: '', text: 'm', severity: 'LOW', confidence: 'LOW', cwe: undefined } as const;
  return { ...rest, test, line, lines, column, endColumn };
}

/** As the code around a finding is cut out. */
function marked(text: string, result: Result): string {
  const { line, column, endLine, endColumn } = placesIn(text)(result);
  const lines = text.split(/\r\n|\r|\n/u).slice(line - 1, endLine);
  if (column === undefined || endColumn === undefined) return lines.join('\n');
  const last = lines.length - 1;
  return lines
    .map((each, at) => each.slice(at === 0 ? column - 1 : 0, at === last ? endColumn - 1 : undefined))
    .join('\n');
}

describe('when a result is placed', () => {
  it('it counts UTF-16 units where Bandit counts bytes of UTF-8', () => {
    expect(marked('é = "😀ä"; eval("ü")\n', resultOf('B307', 1, [1, 1], 15, 25))).toBe('eval("ü")');
  });

  it('it counts a byte order mark, which Python does not see, on the first line alone', () => {
    expect(marked('\uFEFFeval(x)\neval(y)', resultOf('B307', 1, [1, 1], 0, 7))).toBe('eval(x)');
    expect(marked('\uFEFFeval(x)\neval(y)', resultOf('B307', 2, [2, 2], 0, 7))).toBe('eval(y)');
  });

  it('it begins with the statement, not with the argument that a test points to', () => {
    expect(marked('a\rcall(\r  b,\r  shell=True)\r', resultOf('B602', 4, [2, 4], 0, 13))).toBe(
      'call(\n  b,\n  shell=True)',
    );
  });

  it('it marks whole lines where columns fall between the bytes of a character, past the line or backwards', () => {
    for (const [column, endColumn] of [
      [1, 9],
      [0, 99],
      [5, 5],
      [6, 2],
    ] as const)
      expect(marked('é = eval(x)', resultOf('B307', 1, [1, 1], column, endColumn))).toBe('é = eval(x)');
  });

  it.each(['B104', 'B105', 'B108'])('it marks the line of a string, not its whole statement: %s', (test) => {
    expect(marked('d = {\n  "a": 1,\n  "password": "x",\n}', resultOf(test, 3, [1, 4], 2, 12))).toBe(
      '  "password": "x",',
    );
  });

  it('it marks what an assembled query is made of', () => {
    expect(marked('q = ("SELECT "\n  + a)\nb', resultOf('B608', 1, [1, 2], 5, 14))).toBe('q = ("SELECT "\n  + a)');
  });

  it.each([
    ['def f(a="x"): pass\n', 'def f(a="x"): pass'],
    ['def f(\n  a="(",  # (\n  b={")": [1]},\n): \n  g()\n', 'def f(\n  a="(",  # (\n  b={")": [1]},\n): '],
    ['def f(a="""\n)""",\n  b=1):\n  g()\n', 'def f(a="""\n)""",\n  b=1):'],
    ['def f(\n', 'def f('],
  ])('it marks the signature of a function, not its body: %j', (text, expected) => {
    const last = text.split('\n').length - 1;
    expect(marked(text, resultOf('B107', 1, [1, last], 0, 3))).toBe(expected);
  });

  it.each(['\f', '\v', '\x1C', '\x85', '\u2028', '\r\n', '\n', '\r'])(
    'it counts the lines of B613 as Python does: %j',
    (end) => {
      expect(marked(`# a${end}# b\n# c \u202E\n`, resultOf('B613', 3, [3, 3], 4, 0))).toBe('# c \u202E');
    },
  );

  it.each([
    resultOf('B307', 3, [3, 3], 0, 1),
    resultOf('B613', 3, [3, 3], 0, 1),
    resultOf('B608', 1, [1, 3], 0, 1),
    resultOf('B105', 3, [1, 1], 0, 1),
  ])('it throws where the text has no such line: $test', (result) => {
    expect(() => placesIn('a\nb')(result)).toThrow(/no line/u);
  });
});
