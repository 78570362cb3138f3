import { describe, expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { linesLostAndGained } from './code-lines.ts';
import { undone, type Wording, wordingOf } from './wording.ts';

async function wording(base: string, head: string): Promise<Wording> {
  return wordingOf(linesLostAndGained(await changeBetween('a.js', base, head)));
}

describe('when a call is taken off its argument', () => {
  it('its words are lost as they stand, in parts and with their neighbours', async () => {
    const { lost, gained } = await wording('send(escapeHtml(name));\n', 'send(name);\n');
    expect([...lost].sort()).toEqual(
      ['(', '( escapeHtml', '));', 'escapeHtml', 'escapeHtml (', 'name ));', '~escape', '~html'].sort(),
    );
    expect([...gained].sort()).toEqual([');', 'name );']);
  });
});

describe('when words are counted', () => {
  it('one that there are as many of as before is neither lost nor gained', async () => {
    const { lost, gained } = await wording('check(a, b);\n', 'check(b, a);\n');
    expect([...lost, ...gained].filter((word) => !word.includes(' '))).toEqual([]);
  });

  it('one of two counts as one', async () => {
    const { lost } = await wording('x = f(f(a));\n', 'x = f(a);\n');
    expect(lost.has('f')).toBe(true);
  });
});

it('when a change is undone › what was lost is gained', () => {
  const there: Wording = { lost: new Set(['a']), gained: new Set(['b']) };
  expect(undone(there)).toEqual({ lost: new Set(['b']), gained: new Set(['a']) });
});
