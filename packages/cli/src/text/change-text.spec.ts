import type { AcceptChange } from '@pawl/checkpoint';
import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import { changeText } from './change-text.ts';

type Change = Parameters<AcceptChange>[0];

const finding = {
  tool: 'bandit',
  rule: 'B602',
  severity: 'high',
  message: 'shell=True',
  cwe: [],
  location: { file: 'a.py', line: 3, symbol: 'f' },
  snippet: 'run(x, shell=True)',
  fingerprint: 'f',
} as const;
const tool = { name: 'bandit', version: '1.8.0', rulesDigest: 'd' };

const CHANGES: readonly (readonly [Change, string])[] = [
  [
    { kind: 'finding', direction: 'worse', finding },
    'new finding\n    high · bandit B602\n    shell=True\n    a.py:3  in f',
  ],
  [
    { kind: 'finding', direction: 'better', finding },
    'finding is gone\n    high · bandit B602\n    shell=True\n    a.py:3  in f',
  ],
  [
    { kind: 'worsened', direction: 'worse', base: { ...finding, severity: 'low' }, head: finding },
    'finding got worse, from low to high\n    high · bandit B602\n    shell=True\n    a.py:3  in f',
  ],
  [
    {
      kind: 'defence',
      direction: 'worse',
      finding: { ...finding, kind: 'lost-defence', message: 'no longer rejects' },
    },
    'lost defence\n    high · bandit B602\n    no longer rejects\n    a.py:3  in f',
  ],
  [
    {
      kind: 'suppression',
      direction: 'worse',
      suppression: { tool: 'bandit', rules: [], scope: 'line', code: 'c', text: '# nosec', location: finding.location },
    },
    'new suppression: every rule of bandit\n    # nosec\n    a.py:3',
  ],
  [
    { kind: 'coverage', direction: 'worse', file: 'a.py', by: 'bandit', why: 'it is too large' },
    'bandit does not examine a.py: it is too large',
  ],
  [{ kind: 'coverage', direction: 'better', file: 'a.py', by: 'bandit', why: undefined }, 'bandit now examines a.py'],
  [
    { kind: 'gate-file', direction: 'unknown', file: '.husky/pre-commit', change: 'deleted' },
    'a file of the gate was deleted: .husky/pre-commit',
  ],
  [
    { kind: 'setting', direction: 'unknown', setting: 'exclude', was: '[]', is: undefined },
    'the setting exclude is another\n    was  []\n    is   (none)',
  ],
  [
    { kind: 'tool', direction: 'unknown', before: undefined, after: tool, findings: [finding] },
    'bandit 1.8.0 judges too, and finds 1 that were there before\n    high · B602  a.py:3',
  ],
  [
    { kind: 'tool', direction: 'worse', before: tool, after: undefined, findings: [] },
    'bandit judges no more; of what it found, 0 would be forgotten',
  ],
  [
    { kind: 'tool', direction: 'unknown', before: tool, after: { ...tool, version: '1.9.0' }, findings: [] },
    'bandit is another version\n    was  1.8.0\n    is   1.9.0',
  ],
  [
    { kind: 'tool', direction: 'unknown', before: tool, after: { ...tool, rulesDigest: 'e' }, findings: [] },
    'bandit has other rules',
  ],
];

describe('when a lock differs from the one before', () => {
  it.each(CHANGES)('%j is told in words', (change, expected) => {
    expect(changeText(change, PLAIN)).toBe(expected);
  });

  it('what the judged code says obeys nobody', () => {
    const text = changeText(
      { kind: 'finding', direction: 'worse', finding: { ...finding, message: '\u001b[2K', rule: '\u202e' } },
      PLAIN,
    );
    expect(text).not.toMatch(/[\u001b\u202e]/u);
  });
});
