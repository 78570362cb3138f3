import { expect, it } from 'vitest';
import { conceptsOf, isIdle, meaningOf } from './concepts.ts';
import { marksIn } from './marks.ts';
import { IDLE_WORDS, VOCABULARY } from './vocabulary.ts';

it('when words or marks mean something › it knows the concept and how surely it is about security', () => {
  expect(meaningOf('preparedstatement')).toEqual({ concept: 'sql', grade: 3 });
  expect(meaningOf('queries')).toEqual({ concept: 'sql', grade: 1 });
  expect(meaningOf('@parent')).toEqual({ concept: 'path', grade: 3 });
  expect(meaningOf('banana')).toBeUndefined();
  expect(isIdle('background')).toBe(true);
});

it('when several words speak of one concept › it keeps the highest grade', () => {
  const concepts = conceptsOf(['queries', 'preparedstatement', 'sql', 'redos', 'banana']);
  expect(Object.fromEntries(concepts)).toEqual({ sql: 3, regex: 3 });
});

it('when the vocabulary is read › it says each word once, so that none has two meanings', () => {
  const lists = [...Object.values(VOCABULARY).flatMap((graded) => Object.values(graded)), IDLE_WORDS];
  const words = lists.flatMap((list) => list.split(' '));
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

it.each([
  ['"../"', ['@parent']],
  ['"..."', []],
  [String.raw`"a\r\n"`, ['@line-break']],
  [String.raw`"\x00"`, ['@nul', '@control']],
  ['"&lt;"', ['@entity']],
  ['"<b>"', ['@angle']],
  ['"https://"', ['@scheme']],
  ['"javascript:"', ['@script']],
])('when a literal says %s › it has the marks %j, and other code has none', (text, marks) => {
  expect(marksIn('string', text)).toEqual(marks);
  expect(marksIn('call', text)).toEqual([]);
});
