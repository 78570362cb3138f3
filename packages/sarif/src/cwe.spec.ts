import { expect, describe, it } from 'vitest';
import { readSarif } from './read-sarif.ts';
import { logWith, type Part } from './testing/log-of.ts';

const cwe = (parts: Parameters<typeof logWith>[0]): readonly string[] | undefined =>
  readSarif(logWith(parts)).runs[0]?.findings[0]?.cwe;
const tagged = (...tags: readonly string[]): Part => ({ properties: { tags } });
const taxonomies = [
  { name: 'OWASP', taxa: [{ id: '3' }] },
  { name: 'CWE', taxa: [{ id: '20' }, { id: 'CWE-22' }] },
];

describe('when a rule names weaknesses', () => {
  it.each<[string, Part, readonly string[]]>([
    ['in CodeQL tags', tagged('security', 'external/cwe/cwe-079', 'external/cwe/cwe-116'), ['CWE-79', 'CWE-116']],
    ['in Semgrep tags', tagged("CWE-95: Improper Neutralization ('Eval Injection')", 'HIGH CONFIDENCE'), ['CWE-95']],
    ['in plain tags, twice and out of order', tagged('CWE-89', 'cwe-22', 'CWE-089'), ['CWE-22', 'CWE-89']],
    ['in a property', { properties: { cwe: 'CWE-78' } }, ['CWE-78']],
    ['in a list property', { properties: { cwe: ['CWE-78', 'CWE-77: x'] } }, ['CWE-77', 'CWE-78']],
    ['in a relationship', { relationships: [{ target: { id: '327', toolComponent: { name: 'CWE' } } }] }, ['CWE-327']],
    [
      'in a relationship with a prefix',
      { relationships: [{ target: { id: 'CWE-327', toolComponent: { name: 'cwe' } } }] },
      ['CWE-327'],
    ],
    [
      'in a relationship by index',
      { relationships: [{ target: { index: 1, toolComponent: { index: 1 } } }] },
      ['CWE-22'],
    ],
  ])('it reads them %s', (_, rule, expected) => {
    expect(cwe({ rule, run: { taxonomies }, result: {} })).toEqual(expected);
  });

  it.each<[string, Part]>([
    ['no weakness', tagged('security', 'owasp-a1')],
    ['a word that ends like one', tagged('notcwe-79')],
    ['a number of another taxonomy', { relationships: [{ target: { id: '79', toolComponent: { name: 'OWASP' } } }] }],
  ])('it reads none in %s', (_, rule) => {
    expect(cwe({ rule })).toEqual([]);
  });
});

describe('when a result names weaknesses', () => {
  it('it adds tags and taxa to those of the rule', () => {
    const taxa = [{ index: 0, toolComponent: { index: 1 } }];
    const parts = { rule: tagged('CWE-79'), result: { ...tagged('CWE-80'), taxa }, run: { taxonomies } };
    expect(cwe(parts)).toEqual(['CWE-20', 'CWE-79', 'CWE-80']);
  });

  it('it takes the property of the result for the last word, also when it is empty', () => {
    expect(cwe({ rule: tagged('CWE-79'), result: { properties: { cwe: ['CWE-80'] } } })).toEqual(['CWE-80']);
    expect(cwe({ rule: tagged('CWE-79'), result: { properties: { cwe: [] } } })).toEqual([]);
  });

  it('it refuses a taxon that is not there', () => {
    const taxa = [{ index: 9, toolComponent: { index: 1 } }];
    expect(() => cwe({ result: { taxa }, run: { taxonomies } })).toThrow(
      expect.objectContaining({ code: 'bad-reference' }),
    );
  });
});
