import { lockText, type ToldLock } from '@pawl/report';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { lockOf } from '../testing/lock-of.ts';
import { describeOutput } from '../testing/shows.ts';
import { lockJson } from './lock-json.ts';

const blind = (file: string, why: string): ToldLock['inventory']['coverage']['notExamined'][number] => ({
  file,
  blob: 'b'.repeat(40),
  by: 'invariants',
  code: 'too-large',
  why,
});
const INVENTORY = {
  digest: 'e'.repeat(64),
  findings: 0,
  suppressions: 0,
  weightedTotal: 0,
  examined: 0,
  notExamined: 0,
};

const empty: ToldLock = {
  stored: { lock: lockOf({ sequence: 1, previous: null, inventory: INVENTORY }), assurance: 'unsigned' },
  inventory: { coverage: { notExamined: [] } },
  promises: { contracts: undefined, tests: { tests: {}, missing: [] } },
};

const typical: ToldLock = {
  stored: {
    lock: lockOf({ expires: '2026-07-01T00:00:00.000Z' }),
    assurance: 'locked',
    signedBy: { principal: 'ada@example.org', fingerprint: 'SHA256:5mZkz3l1lqg7cM0c4nq8vS0xFz4fS8i5w3b2d1e0f9A' },
  },
  inventory: { coverage: { notExamined: [blind('assets/catalogue.js', 'it has 20000000 bytes')] } },
  promises: {
    contracts: { contracts: 4, warnings: [] },
    tests: { tests: { injection: 12, 'authentication paths': 7, 'boundary conditions': 3 }, missing: [] },
  },
};

const failing: ToldLock = {
  stored: { lock: lockOf({ sequence: 7, previous: null }), assurance: 'unsigned' },
  inventory: {
    coverage: {
      notExamined: Array.from({ length: 14 }, (_, at) =>
        blind(
          `packages/storefront/src/generated/catalogue-${at}.ts`,
          'line 3 does not parse, and nobody knows what it says',
        ),
      ),
    },
  },
  promises: {
    contracts: { contracts: 2, warnings: ['contract "sanitised" speaks of nothing: look at its patterns and globs'] },
    tests: { tests: { injection: 0, 'authentication paths': 7 }, missing: ['injection', 'boundary conditions'] },
  },
};

const hostile: ToldLock = {
  stored: {
    lock: lockOf({ target: HOSTILE_TEXT }),
    assurance: 'advisory',
    signedBy: { principal: HOSTILE.ansi, fingerprint: 'SHA256:5mZkz3l1lqg7cM0c4nq8vS0xFz4fS8i5w3b2d1e0f9A' },
  },
  inventory: {
    coverage: {
      notExamined: [HOSTILE.longPath, HOSTILE.github, HOSTILE.bidi, HOSTILE.wide].map((file) =>
        blind(file, HOSTILE.lines),
      ),
    },
  },
  promises: {
    contracts: { contracts: 1, warnings: [HOSTILE_TEXT] },
    tests: { tests: { [HOSTILE.azure]: 1 }, missing: [HOSTILE.githubLine] },
  },
};

const STATES = { empty, typical, failing, hostile };

describeOutput('lock', STATES, lockText);
describeDocument('lock', STATES, lockJson);
