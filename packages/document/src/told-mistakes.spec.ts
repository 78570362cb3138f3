import { describe, expect, it } from 'vitest';
import { placeOf } from './excerpt-of.ts';
import { toldMistakes } from './told-mistakes.ts';

const told = (text: string, ...at: readonly string[]): readonly string[] =>
  toldMistakes(
    'a.jsonc',
    text,
    at.map((what) => ({ ...placeOf(text, text.indexOf(what)), message: `is wrong` })),
  ).split('\n');

describe('when a document has mistakes', () => {
  it('each is told with its line, its column, what stands there and a caret below it', () => {
    expect(told('{\n  "target": "main",\n  "limit": 1\n}\n', '"main"', '"limit"')).toEqual([
      'a.jsonc cannot be used:',
      '  2:13 is wrong',
      '      2 |   "target": "main",',
      '        |             ^',
      '  3:3 is wrong',
      '      3 |   "limit": 1',
      '        |   ^',
    ]);
  });

  it('a long line is shown around the place only', () => {
    const [, place, line = '', caret = ''] = told(
      `{ "a": "${'x'.repeat(5000)}", "b": 1, "c": "${'y'.repeat(5000)}" }`,
      '"b"',
    );
    expect(place).toBe('  1:5012 is wrong');
    expect(line).toMatch(/^ {6}1 \| …x+", "b": 1, "c": "y+…$/u);
    expect(line.length).toBeLessThan(80);
    expect(line[caret.indexOf('^')]).toBe('"');
    expect(line.slice(caret.indexOf('^'))).toMatch(/^"b"/u);
  });

  it('what a terminal obeys is a mark, and a tab is no order', () => {
    expect(told('{\t"\u001b[31m\u202e": 1, "b": 2 }\r\n', '"b"')).toEqual([
      'a.jsonc cannot be used:',
      '  1:16 is wrong',
      '      1 | { "·[31m·": 1, "b": 2 }',
      '        |                ^',
    ]);
  });

  it('the caret stands below the place where characters are two columns wide', () => {
    expect(told('{ "名前": 1, "b": 2 }', '"b"').slice(2)).toEqual([
      '      1 | { "名前": 1, "b": 2 }',
      '        |              ^',
    ]);
  });

  it('an empty line has no excerpt', () => {
    expect(toldMistakes('a.jsonc', '', [{ line: 1, column: 1, message: 'is empty' }])).toBe(
      'a.jsonc cannot be used:\n  1:1 is empty',
    );
  });

  it('so many that nobody reads them are counted', () => {
    const text = 'x\n'.repeat(30);
    const many = Array.from({ length: 30 }, (_, at) => ({ line: at + 1, column: 1, message: 'is wrong' }));
    const lines = toldMistakes('a.jsonc', text, many).split('\n');
    expect(lines.filter((line) => line.includes('is wrong'))).toHaveLength(20);
    expect(lines.at(-1)).toBe('  and 10 more');
  });
});
