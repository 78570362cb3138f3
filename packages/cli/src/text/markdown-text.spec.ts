import { describe, expect, it } from 'vitest';
import { paintFor } from '../paint.ts';
import { HOSTILE_TEXT } from '../testing/hostile.ts';
import { harmIn, withoutColours } from '../testing/harmless.ts';
import { markdownLines } from './markdown-text.ts';

const plain = await paintFor(false);
const shown = (markdown: string, columns = 40) => markdownLines(markdown, { paint: plain, columns });

describe('when a page is shown in the terminal', () => {
  it('headings, paragraphs and lists each stand apart, and lines are filled anew', () => {
    expect(shown('# a-rule\n\nOne\ntwo.\n\n## Why\n\nThree.\n- four\n- five\n  six\n\n- seven\n')).toEqual([
      'a-rule',
      '',
      'One two.',
      '',
      'Why',
      '',
      'Three.',
      '',
      '  - four',
      '  - five six',
      '',
      '  - seven',
    ]);
  });

  it('a line is as wide as the screen, and what has no blank stays together', () => {
    expect(shown('Run `pawl review`, then **go** on.', 18)).toEqual(['Run pawl review,', 'then go on.']);
  });

  it('a link is its text and where it leads', () => {
    const addressOf = (address: string) => address.replace(/^\.\.\//u, 'docs/');
    const [line] = markdownLines('See [When it stopped](../stopped.md).', { paint: plain, columns: 80, addressOf });
    expect(line).toBe('See When it stopped (docs/stopped.md).');
  });

  it('code stays as it stands, without its end where there is none', () => {
    expect(shown('```js\n  a *b* [c](d)\n\n\tx\n```\nafter\n\n```diff\n-a')).toEqual([
      '      a *b* [c](d)',
      '',
      '        x',
      '',
      'after',
      '',
      '    -a',
    ]);
  });

  it('a difference has its colours', async () => {
    const paint = await paintFor(true);
    const lines = markdownLines('```diff\n-a\n+b\n c\n```\n', { paint, columns: 40 });
    expect(lines).toEqual([`    ${paint.red('-a')}`, `    ${paint.green('+b')}`, `    ${paint.dim(' c')}`]);
  });

  it('O08 nothing in it is obeyed, and colours change nothing but colours', async () => {
    const markdown = `${HOSTILE_TEXT}\n\n- ${HOSTILE_TEXT}\n\n\`\`\`sh\n${HOSTILE_TEXT}\n\`\`\`\n`;
    const text = shown(markdown, 60).join('\n');
    expect(harmIn(text)).toEqual([]);
    const coloured = markdownLines(markdown, { paint: await paintFor(true), columns: 60 }).join('\n');
    expect(withoutColours(coloured)).toBe(text);
  });

  it('nothing is nothing', () => {
    expect(shown('')).toEqual([]);
  });
});
