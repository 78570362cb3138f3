import type { CheckUp, Found } from '@pawl/doctor';
import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { doctorJson, doctorText, type ToldCheckUp } from './doctor-text.ts';

const WELL: readonly Found[] = [
  {
    check: 'hooks-installed',
    level: 'ok',
    said: 'pre-commit, pre-merge-commit, pre-push, reference-transaction: git reaches each',
  },
  { check: 'hooks-setting', level: 'ok', said: 'core.hooksPath is ".husky/_", from .git/config (local)' },
  { check: 'node-version', level: 'ok', said: 'node 20.20.2' },
  { check: 'git-version', level: 'ok', said: 'git 2.39.5' },
];
const NOTES: readonly Found[] = [
  {
    check: 'anchor',
    level: 'note',
    said: 'there is none: the lock that was seen first is trusted',
    next: 'npx pawl trust add-signer KEY.pub',
  },
  {
    check: 'token-rights',
    level: 'note',
    said: 'there is no forge to ask; on a server of your own, run doctor in the bare repository',
  },
];
const ILL: readonly Found[] = [
  {
    check: 'lock-assurance',
    level: 'weak',
    said: 'the lock is unsigned: whoever can write to the repository could have made it',
    next: 'npx pawl trust add-signer KEY.pub, then npx pawl lock --sign-with KEY',
  },
  {
    check: 'required-check',
    level: 'unknown',
    said: 'no token was given, so nobody was asked what a merge needs',
    next: 'npx pawl doctor --token-env NAME',
  },
  {
    check: 'hooks-worktrees',
    level: 'broken',
    said: 'in the worktree /home/ann/a/rather/long/path/to/a/worktree/of/the/project git looks for hooks in /dev/null, so work there is not judged',
    next: 'git -C /home/ann/a/rather/long/path/to/a/worktree/of/the/project config --worktree --unset-all core.hooksPath',
  },
];
const told = (found: readonly Found[], worst: CheckUp['worst'], over: Partial<ToldCheckUp> = {}): ToldCheckUp => ({
  found,
  worst,
  quiet: false,
  all: false,
  ...over,
});

const states = {
  empty: told([], 'ok'),
  typical: told([...WELL, ...NOTES], 'note'),
  failing: told([...WELL, ...ILL, ...NOTES], 'broken', { all: true }),
  hostile: told(
    [
      { check: 'lock', level: 'broken', said: HOSTILE_TEXT, next: HOSTILE.shell },
      { check: 'harnesses', level: 'weak', said: HOSTILE.longPath, next: HOSTILE.lines },
      { check: 'loops', level: 'unknown', said: HOSTILE.github, next: HOSTILE_TEXT },
      { check: 'ci-runs', level: 'note', said: HOSTILE.longWord, next: HOSTILE.azure },
      { check: 'server-hook', level: 'ok', said: HOSTILE.wide },
    ],
    'broken',
    { all: true },
  ),
};

/** A command is pasted, so it stays whole. */
describeOutput('doctor', states, doctorText, { mayBeLonger: ['mend: git -C', 'mend: npx pawl trust'] });
describeDocument('doctor', states, doctorJson);

describe('what the doctor says', () => {
  it('begins with the worst, whatever group that is of', () => {
    const lines = doctorText(states.failing, PLAIN, 100).split('\n');
    expect(lines[0]).toBe('✖ 1 broken, 1 weak, 1 unknown, 2 notes, 4 well');
    expect(lines[2]).toMatch(/^broken {3}hooks-worktrees {2}in the worktree /u);
  });

  it('is only what is not well where it is to be quiet, and nothing at all where all is', () => {
    const text = doctorText({ ...states.failing, quiet: true }, PLAIN, 100);
    for (const { check } of ILL) expect(text).toContain(check);
    for (const { check } of [...WELL, ...NOTES]) expect(text).not.toContain(`${check}  `);
    expect(doctorText({ ...states.typical, quiet: true }, PLAIN, 100)).toBe('');
  });

  it('is data for a program', () => {
    expect(JSON.parse(doctorJson({ ...states.failing, quiet: true }))).toEqual({
      schema: 'pawl/doctor@1',
      worst: 'broken',
      status: 1,
      checks: [
        { group: 'lock', ...ILL[0] },
        { group: 'token', ...ILL[1] },
        { group: 'hooks', ...ILL[2] },
      ],
    });
  });
});
