import { describe, expect, it } from 'vitest';
import { readSarif } from './read-sarif.ts';
import { logWith } from './testing/log-of.ts';

const severity = (parts: Parameters<typeof logWith>[0]): string | undefined =>
  readSarif(logWith(parts)).runs[0]?.findings[0]?.severity;
const scored = (score: unknown): object => ({ properties: { 'security-severity': score } });

describe('when there is a score', () => {
  it.each([
    ['10.0', 'critical'],
    ['9.0', 'critical'],
    ['8.9', 'high'],
    ['7', 'high'],
    ['6.9', 'medium'],
    ['4.0', 'medium'],
    ['3.9', 'low'],
    ['0.1', 'low'],
    [7.5, 'high'],
  ])('it maps %s to %s', (score, expected) => {
    expect(severity({ rule: { ...scored(score) } })).toBe(expected);
  });

  it('it believes the score and not the level', () => {
    expect(severity({ result: { level: 'none' }, rule: { ...scored('9.8') } })).toBe('critical');
  });

  it('it believes the score of the result over that of the rule', () => {
    expect(severity({ result: { ...scored('5.0') }, rule: { ...scored('9.8') } })).toBe('medium');
  });

  it('it goes by the level where the score is zero', () => {
    expect(severity({ result: { level: 'error' }, rule: { ...scored('0.0') } })).toBe('high');
  });

  it.each([
    ['a text that is no number', 'high', 'bad-number'],
    ['NaN as a text', 'NaN', 'bad-number'],
    ['infinity as a text', '1e999', 'bad-number'],
    ['an empty text', '', 'bad-number'],
    ['hexadecimal', '0x9', 'bad-number'],
    ['a negative score', '-1', 'bad-number'],
    ['a score over ten', '10.1', 'bad-number'],
    ['a negative number', -1, 'bad-number'],
    ['null', null, 'wrong-type'],
    ['a list', ['9.8'], 'wrong-type'],
  ])('it refuses %s', (_, score, code) => {
    expect(() => severity({ rule: { ...scored(score) } })).toThrow(expect.objectContaining({ code }));
  });
});

describe('when there is no score', () => {
  it.each([
    ['error', 'high'],
    ['warning', 'medium'],
    ['note', 'low'],
    ['none', 'info'],
  ])('it maps the level %s to %s', (level, expected) => {
    expect(severity({ result: { level } })).toBe(expected);
    expect(severity({ rule: { defaultConfiguration: { level } } })).toBe(expected);
  });

  it('it believes the level of the result over the default of its rule', () => {
    expect(severity({ result: { level: 'note' }, rule: { defaultConfiguration: { level: 'error' } } })).toBe('low');
  });

  it.each([[{}], [{ rule: {} }], [{ rule: { defaultConfiguration: {} } }]])('it takes a warning for %j', (parts) => {
    expect(severity(parts)).toBe('medium');
  });
});
