import type { Status } from '@pawl/checkpoint';

type Locked = NonNullable<Status['lock']>['lock'];

export const COMMIT: string = '4f2d9c1be07a5d3386c1c0d9a7be51f2c3d4e5f6';
export const TREE: string = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';

/** A lock of `main`, for specs: the second one, with a few findings. */
export function lockOf(over: Partial<Locked> = {}): Locked {
  return {
    schema: 'pawl/lock@2',
    repository: '0'.repeat(32),
    sequence: 2,
    previous: '1'.repeat(64),
    target: 'main',
    commit: COMMIT,
    tree: TREE,
    lockedAt: '2026-01-02T03:04:05.000Z',
    expires: null,
    decision: { kind: 'lock' },
    waivers: [],
    releases: [],
    configuration: {},
    gateFiles: {},
    tools: [],
    inventory: {
      digest: 'e'.repeat(64),
      findings: 14,
      suppressions: 2,
      weightedTotal: 46,
      examined: 212,
      notExamined: 1,
    },
    ...over,
  };
}

export function toolOf(name: string, version: string): Locked['tools'][number] {
  return { name, version, rulesDigest: 'd', rules: [] };
}
