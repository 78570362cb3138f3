import type { CheckUp, Found } from '@pawl/doctor';
import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import { doctorJson, doctorText } from './doctor-text.ts';

const FOUND: readonly Found[] = [
  { check: 'hooks-installed', level: 'ok', said: 'pre-commit, pre-push: git reaches each' },
  {
    check: 'hooks-worktrees',
    level: 'broken',
    said: 'in the worktree /home/ann/a/rather/long/path/to/a/worktree/of/the/project git looks for hooks in /dev/null, so work there is not judged',
    next: 'git -C /home/ann/a/rather/long/path/to/a/worktree/of/the/project config --worktree --unset-all core.hooksPath',
  },
  { check: 'lock-assurance', level: 'note', said: 'unsigned', next: 'npx pawl trust add-signer KEY.pub' },
  { check: 'token-rights', level: 'unknown', said: 'none was given', next: 'npx pawl doctor --token-env NAME' },
];

const checkUp: CheckUp = { found: FOUND, worst: 'broken' };

describe('what the doctor says', () => {
  it('is grouped, aligned and within 80 columns, with each command on one line', () => {
    expect(doctorText(checkUp, { quiet: false }, PLAIN)).toBe(`hooks
  ok       hooks-installed: pre-commit, pre-push: git reaches each
  broken   hooks-worktrees: in the worktree
           /home/ann/a/rather/long/path/to/a/worktree/of/the/project git looks
           for hooks in /dev/null, so work there is not judged
           mend: git -C /home/ann/a/rather/long/path/to/a/worktree/of/the/project config --worktree --unset-all core.hooksPath

lock
  note     lock-assurance: unsigned
           mend: npx pawl trust add-signer KEY.pub

token
  unknown  token-rights: none was given
           mend: npx pawl doctor --token-env NAME

1 broken, 1 unknown, 1 note, 1 ok
`);
  });

  it('is only what is not well where it is to be quiet, and nothing at all where all is', () => {
    const text = doctorText(checkUp, { quiet: true }, PLAIN);
    expect(text).toContain('hooks-worktrees');
    expect(text).toContain('token-rights');
    expect(text).not.toContain('hooks-installed');
    expect(text).not.toContain('lock-assurance');
    expect(doctorText({ found: FOUND.slice(0, 1), worst: 'ok' }, { quiet: true }, PLAIN)).toBe('');
  });

  it('gives a terminal and a build server no orders', () => {
    const said = '\u001b[2Jgone\n::error::x \u202e';
    const text = doctorText(
      { found: [{ check: 'lock', level: 'broken', said, next: said }], worst: 'broken' },
      { quiet: false },
      PLAIN,
    );
    expect(text).not.toMatch(/[\u001b\u202e]|^\s*::/mu);
    expect(text.split('\n')).toHaveLength(6);
  });

  it('is data for a program', () => {
    expect(JSON.parse(doctorJson(checkUp, { quiet: true }))).toEqual({
      schema: 'pawl/doctor@1',
      worst: 'broken',
      status: 1,
      checks: [
        { group: 'hooks', ...FOUND[1] },
        { group: 'token', ...FOUND[3] },
      ],
    });
  });
});
