import { expect, it } from 'vitest';
import { severityOf } from './severity.ts';

it.each([
  ['CRITICAL', 'critical'],
  ['ERROR', 'high'],
  ['HIGH', 'high'],
  ['WARNING', 'medium'],
  ['MEDIUM', 'medium'],
  ['INFO', 'low'],
  ['LOW', 'low'],
  ['INVENTORY', 'info'],
  ['EXPERIMENT', 'info'],
])('when a rule says %s it is %s', (said, severity) => {
  expect(severityOf(said, undefined)).toBe(severity);
});

it.each([
  ['INFO', 'Critical', 'critical'],
  ['WARNING', 9.1, 'critical'],
  ['WARNING', '7.5', 'high'],
  ['ERROR', 'Low', 'high'],
  ['ERROR', 0, 'high'],
  ['INFO', 'who knows', 'low'],
])('when a rule says %s and its metadata %s the worse of both holds', (said, security, severity) => {
  expect(severityOf(said, security)).toBe(severity);
});

it.each([['FATAL'], ['error'], [undefined], [1], ['toString']])('when a rule says %s it is no severity', (said) => {
  expect(() => severityOf(said, undefined)).toThrow(Error);
});
