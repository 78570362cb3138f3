import type { LockDraft } from './store-lock.ts';

export const INVENTORY = {
  schema: 'pawl/inventory@1',
  findings: [],
  suppressions: [],
  coverage: { examined: [], notExamined: [] },
} as const;

export function draftOf(target: string): LockDraft {
  return {
    schema: 'pawl/lock@2',
    target,
    commit: 'c'.repeat(40),
    tree: 'd'.repeat(40),
    lockedAt: '2026-01-02T03:04:05.000Z',
    expires: null,
    decision: { kind: 'lock' },
    waivers: [],
    configuration: {},
    gateFiles: {},
    tools: [
      {
        name: 'sarif:own',
        version: '1.2.3',
        rulesDigest: 'd',
        rules: [
          { name: 'p/default.yml', text: 'rules: []\n' },
          { name: 'empty', text: '' },
        ],
      },
    ],
    inventory: { findings: 0, suppressions: 0, weightedTotal: 0, examined: 0, notExamined: 0 },
  };
}
