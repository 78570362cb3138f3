import { describe, expect, it } from 'vitest';
import { readSarif } from './read-sarif.ts';
import { logOf, type Part, result } from './testing/log-of.ts';

/** Severity tells which rule was found. */
const rule = (id: string, level: string): Part => ({ id, defaultConfiguration: { level } });
const driver = { name: 'probe', rules: [rule('D0', 'note'), rule('D1', 'error'), rule('js/sql', 'error')] };
const extensions = [{ name: 'pack', rules: [rule('E0', 'none'), rule('D0', 'none')] }];

function found(change: Part): string {
  const log = logOf({ tool: { driver, extensions }, results: [{ ...result, ...change }] });
  const finding = readSarif(log).runs[0]?.findings[0];
  return `${finding?.rule} ${finding?.severity}`;
}

describe('when a result names its rule', () => {
  it.each<[string, Part, string]>([
    ['by id', { ruleId: 'D1' }, 'D1 high'],
    ['by the id of an extension', { ruleId: 'E0' }, 'E0 info'],
    ['by an id that the driver and an extension have', { ruleId: 'D0' }, 'D0 low'],
    ['by an id below that of a rule', { ruleId: 'D1/2/x' }, 'D1/2/x high'],
    ['by an id with a slash of its own', { ruleId: 'js/sql' }, 'js/sql high'],
    ['by an id that the log does not describe', { ruleId: 'X' }, 'X medium'],
    ['by index', { ruleId: undefined, ruleIndex: 1 }, 'D1 high'],
    ['by id and no index', { ruleId: 'D1', ruleIndex: -1 }, 'D1 high'],
    ['by reference', { ruleId: undefined, rule: { id: 'D1' } }, 'D1 high'],
    ['by reference with an index', { ruleId: undefined, rule: { index: 1 } }, 'D1 high'],
    [
      'by reference into an extension',
      { ruleId: undefined, rule: { index: 0, toolComponent: { index: 0 } } },
      'E0 info',
    ],
    [
      'by id and a reference into an extension',
      { ruleId: 'D0', rule: { index: 1, toolComponent: { index: 0 } } },
      'D0 info',
    ],
  ])('it finds it %s', (_, change, expected) => {
    expect(found(change)).toBe(expected);
  });

  it.each<[string, string, Part]>([
    ['an index that is not there', 'bad-reference', { ruleIndex: 9 }],
    ['an index of another rule', 'bad-reference', { ruleId: 'D1', ruleIndex: 0 }],
    ['an extension that is not there', 'bad-reference', { rule: { index: 0, toolComponent: { index: 3 } } }],
    ['an index below none', 'bad-number', { ruleIndex: -2 }],
  ])('it refuses %s as %s', (_, code, change) => {
    expect(() => found(change)).toThrow(expect.objectContaining({ name: 'SarifError', code }));
  });
});

it('when rules are listed each id is listed once, the driver first', () => {
  const { rules } = readSarif(logOf({ tool: { driver, extensions }, results: [] })).runs[0] ?? { rules: [] };
  expect(rules.map(({ id, severity }) => `${id} ${severity}`)).toEqual(['D0 low', 'D1 high', 'js/sql high', 'E0 info']);
});
