import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { installJson, installText, type ToldInstall } from './install-text.ts';

const hook = '/srv/git/shop.git/hooks/pre-receive';

const typical: ToldInstall = {
  action: 'install',
  isDry: false,
  repository: '/srv/git/shop.git',
  changes: [
    { path: hook, action: 'created', why: 'git runs it at each push, and it may refuse' },
    { path: `${hook}.pawl`, action: 'created', why: 'the program that judges' },
    { path: 'receive.fsckObjects', action: 'updated', why: 'what is damaged does not get in' },
  ],
  notes: [],
};

const STATES = {
  empty: { ...typical, changes: [{ path: hook, action: 'unchanged', why: 'it is ours already' }] },
  typical,
  failing: {
    ...typical,
    isDry: true,
    changes: [{ path: hook, action: 'moved', why: 'it runs first, from pre-receive.before-pawl' }, ...typical.changes],
    notes: [
      'git looks for hooks in /elsewhere, so this one never runs',
      'whoever pushes may write to the anchor: chmod go-w /srv/git/anchor.json',
    ],
  },
  hostile: {
    ...typical,
    action: 'uninstall',
    repository: HOSTILE.longPath,
    changes: [{ path: `/srv/${HOSTILE.ansi}`, action: 'removed', why: HOSTILE_TEXT }],
    notes: [HOSTILE.githubLine, HOSTILE_TEXT],
  },
} as const satisfies Record<string, ToldInstall>;

describeOutput<ToldInstall>('pre-receive', STATES, installText, { mayBeLonger: ['deep/deep'] });
describeDocument<ToldInstall>('pre-receive', STATES, installJson);
