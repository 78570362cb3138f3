import type { Synced } from '@pawl/checkpoint';
import { PLAIN } from '@pawl/report';
import { expect, it } from 'vitest';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_NAMES } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { syncJson, syncText } from './sync-text.ts';

const nothing: Synced = { remote: 'origin', fetched: [], pushed: [], isShared: true };
const LOCK = 'refs/pawl/lock/main';

const states: Record<'empty' | 'typical' | 'failing' | 'hostile', Synced> = {
  empty: { ...nothing, fetched: [{ ref: LOCK, how: 'same', again: 0 }] },
  typical: {
    ...nothing,
    fetched: [
      { ref: LOCK, how: 'forward', again: 0 },
      { ref: 'refs/pawl/loop/agent%2Fattachments', how: 'appended-again', again: 2 },
      { ref: 'refs/pawl/loop/agent%2Flogin', how: 'new', again: 0 },
      { ref: 'refs/pawl/loop/agent%2Fnotes', how: 'ahead', again: 0 },
    ],
    pushed: ['refs/pawl/loop/agent%2Fattachments', 'refs/pawl/loop/agent%2Fnotes'],
  },
  failing: {
    ...nothing,
    remote: 'upstream',
    fetched: [{ ref: LOCK, how: 'new', again: 0 }],
    isShared: false,
  },
  hostile: {
    remote: HOSTILE.shell,
    fetched: HOSTILE_NAMES.map((ref) => ({ ref, how: 'appended-again', again: 1 })),
    pushed: ['refs/pawl/loop/%zz', `refs/pawl/loop/${encodeURIComponent(HOSTILE.ansi)}`, HOSTILE.longPath],
    isShared: false,
  },
};

describeOutput('sync', states, syncText, { mayBeLonger: ['pawl sync --share --remote'] });
describeDocument('sync', states, syncJson);

it('when nothing came and nothing may go, both are said', () => {
  expect(syncText({ ...nothing, isShared: false }, PLAIN, 80)).toMatch(
    /^! nothing new came from origin, and nothing is pushed\n\nnot pushed {2}nobody has said/u,
  );
});

it('when a hundred loops went, no more are told than one reads', () => {
  const pushed = Array.from({ length: 100 }, (_, at) => `refs/pawl/loop/${at}`);
  expect(syncText({ ...nothing, pushed }, PLAIN, 80)).toContain('\n  and 80 more chains\n');
});
