import { describe, expect, it } from 'vitest';
import type { CodePaint } from '../paint.ts';
import { syntaxColour } from './syntax-colour.ts';

/** Colours that a person can read in a test. */
const tag =
  (name: string) =>
  (text: string): string =>
    `<${name}>${text}</${name}>`;
const TAGS: CodePaint = {
  ...{ bold: tag('b'), dim: tag('dim'), red: tag('red'), yellow: tag('yellow'), green: tag('green') },
  ...{ cyan: tag('cyan'), magenta: tag('magenta') },
};

describe('when code is coloured', () => {
  it.each([
    [
      'a.py',
      'return os.path.join(a, "b")  # why',
      '<magenta>return</magenta> os.path.join(a, <yellow>"b"</yellow>)  <dim># why</dim>',
    ],
    ['a.js', 'const n = 0x1f // no "text"', '<magenta>const</magenta> n = <cyan>0x1f</cyan> <dim>// no "text"</dim>'],
    ['a.js', 'this.#field = `a ${b} // c`', '<magenta>this</magenta>.#field = <yellow>`a ${b} // c`</yellow>'],
    ['a.go', "if r == '\\'' {", "<magenta>if</magenta> r == <yellow>'\\''</yellow> {"],
    ['a.php', 'if ($ok) // a', '<magenta>if</magenta> ($ok) <dim>// a</dim>'],
    ['a.rb', 'unless iffy?', '<magenta>unless</magenta> iffy?'],
  ])('%s: %s', (file, line, coloured) => {
    expect(syntaxColour(file, TAGS)(line)).toBe(coloured);
  });
});

describe('when a line never ends', () => {
  it('it is coloured in no time worth telling', () => {
    const colour = syntaxColour('a.ts', TAGS);
    for (const text of ['"'.repeat(50_000), '/*'.repeat(50_000), '\\'.repeat(50_000), ' '.repeat(50_000)])
      expect(colour(text).replaceAll(/<\/?\w+>/gu, '')).toBe(text);
  });
});
