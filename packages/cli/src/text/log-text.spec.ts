import type { Log } from '@pawl/checkpoint';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_NAMES, HOSTILE_TEXT } from '../testing/hostile.ts';
import { COMMIT, TREE } from '../testing/lock-of.ts';
import { describeOutput } from '../testing/shows.ts';
import { logJson, logText } from './log-text.ts';

type LoggedLock = Log['locks'][number]['entries'][number];
type LoggedCheckpoint = Log['loops'][number]['entries'][number];

const lock = (over: Partial<LoggedLock> = {}): LoggedLock => ({
  sequence: 1,
  commit: COMMIT,
  at: '2026-01-02T03:04:05.000Z',
  decision: { kind: 'lock' },
  assurance: 'advisory',
  signedBy: 'ann@example.com',
  ...over,
});
const checkpoint = (over: Partial<LoggedCheckpoint> = {}): LoggedCheckpoint => ({
  sequence: 1,
  commit: COMMIT,
  at: '2026-01-03T10:20:30.123Z',
  outcome: 'clean',
  case: null,
  latch: [],
  audience: 'agent',
  identity: null,
  tier: 'fast',
  tree: TREE,
  lockSequence: 1,
  signedBy: null,
  ...over,
});
const waiver = { fingerprint: '3b1f0d'.repeat(10), snippet: 'a'.repeat(64) };

const typical: Log = {
  locks: [
    {
      name: 'main',
      entries: [
        lock({ sequence: 10, decision: { kind: 'revoke', ...waiver }, at: '2026-01-04T08:00:00.000Z' }),
        lock({ sequence: 9, decision: { kind: 'waive', ...waiver }, at: '2026-01-03T12:00:00.000Z' }),
        lock({ sequence: 8, decision: { kind: 'release', case: '7a494716' }, at: '2026-01-03T11:00:00.000Z' }),
        lock({ sequence: 7, assurance: 'locked' }),
      ],
      fault: undefined,
    },
  ],
  loops: [
    {
      name: 'agent/attachments',
      entries: [
        checkpoint({ sequence: 3, tier: 'full', lockSequence: 8, signedBy: 'ci' }),
        checkpoint({ sequence: 2, outcome: 'stopped', case: '7a494716', latch: ['7a494716'], lockSequence: 7 }),
        checkpoint({ sequence: 1, outcome: 'inconclusive', lockSequence: 7 }),
      ],
      fault: undefined,
    },
  ],
};

const states: Record<'empty' | 'typical' | 'failing' | 'hostile', Log> = {
  empty: { locks: [], loops: [] },
  typical,
  failing: {
    locks: [
      {
        name: 'main',
        entries: [lock({ sequence: 3, assurance: null, signedBy: null }), lock({ sequence: 2 })],
        fault: 'lock 3 does not follow lock 2: it names another digest as the one before',
      },
    ],
    loops: [
      { name: 'agent/attachments', entries: [], fault: 'checkpoint 4 is gone: the loop was seen to have come to 5' },
    ],
  },
  hostile: {
    locks: [
      {
        name: HOSTILE_TEXT,
        entries: [
          lock({ signedBy: HOSTILE_TEXT, at: HOSTILE.github, decision: { kind: 'release', case: HOSTILE.ansi } }),
          lock({ commit: HOSTILE.bidi, decision: { kind: 'waive', fingerprint: HOSTILE.azure, snippet: '' } }),
        ],
        fault: HOSTILE_TEXT,
      },
    ],
    loops: HOSTILE_NAMES.map((name, at) => ({
      name,
      entries: [checkpoint({ sequence: at + 1, case: name, outcome: 'stopped', signedBy: name, identity: name })],
      fault: undefined,
    })),
  },
};

describeOutput('log', states, logText);
describeDocument('log', states, logJson);
