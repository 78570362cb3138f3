import { describe, expect, it } from 'vitest';
import { readSarif } from './read-sarif.ts';
import { driver, logWith, type Part } from './testing/log-of.ts';

const rule = { messageStrings: { hit: { text: '{1} reaches {0} in {{}}' } } };
const message = (given: Part, run: Part = {}): string | undefined =>
  readSarif(logWith({ rule, result: { message: given }, run })).runs[0]?.findings[0]?.message;

describe('when a result has a message', () => {
  it.each<[string, Part, string]>([
    ['its own text', { text: 'as {0} it {{is}}' }, 'as {0} it {{is}}'],
    ['Markdown where there is no text', { markdown: '*x*' }, '*x*'],
    ['its own text with arguments', { text: 'from {0}', arguments: ['a'] }, 'from a'],
    ['the text of its rule with arguments', { id: 'hit', arguments: ['sink', 'input'] }, 'input reaches sink in {}'],
    ['arguments that look like placeholders', { text: '{0} {1}', arguments: ['{1}', 'b'] }, '{1} b'],
  ])('it takes %s', (_, given, expected) => {
    expect(message(given)).toBe(expected);
  });

  it('it takes a text that the tool shares among rules', () => {
    const shared = { driver: { ...driver, globalMessageStrings: { any: { text: 'shared' } } } };
    expect(message({ id: 'any' }, { tool: shared })).toBe('shared');
  });

  it.each<[string, Part]>([
    ['a text that nobody defines', { id: 'miss' }],
    ['an argument that is not there', { text: '{3}', arguments: ['a'] }],
    ['a text of the object prototype', { id: 'toString' }],
  ])('it refuses %s', (_, given) => {
    expect(() => message(given)).toThrow(expect.objectContaining({ name: 'SarifError', code: 'bad-reference' }));
  });
});
