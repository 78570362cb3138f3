import { describe, expect, it } from 'vitest';
import { only, told } from '../told.fixture.ts';
import { checkHooks } from './check-hooks.ts';
import type { HookFacts } from './hook-facts.ts';

const FOLDER = '/r/.git/pawl/hooks';
const WELL = { hook: 'pre-commit', state: 'installed', why: '' } as const;
const GONE = { hook: 'pre-commit', state: 'missing', why: '/r/.git/pawl/hooks/pre-commit does not exist' } as const;
const AWAY = { hook: 'pre-commit', state: 'not-reached', why: 'core.hooksPath is "/x"' } as const;
const OURS = { scope: 'local', origin: 'file:.git/config', key: 'core.hookspath', value: FOLDER };

function facts(over: Partial<HookFacts> = {}): HookFacts {
  return {
    standing: { is: [WELL] },
    settings: { is: [OURS] },
    commonDir: '/r/.git',
    env: {},
    worktrees: { is: [] },
    installed: { is: { version: '1.0.0', file: '/r/node_modules/pawl/dist/bundle/hook.js' } },
    version: '1.0.0',
    left: { is: [] },
    ...over,
  };
}

describe('when the hooks are looked at', () => {
  it('all is well where git reaches each', () => {
    expect(told(checkHooks(facts()))).toEqual([
      'hooks-installed ok',
      'hooks-setting ok',
      'hooks-environment ok',
      'hooks-tool ok',
      'locks-left ok',
    ]);
  });

  it('hooks that are not there are broken, and are set up', () => {
    const found = checkHooks(facts({ standing: { is: [GONE] }, settings: { is: [] }, installed: { is: undefined } }));
    expect(told(found)).toEqual(['hooks-installed broken', 'hooks-environment ok', 'locks-left ok']);
    expect(only(found, 'hooks-installed').next).toBe('npx pawl init');
  });

  it('one of several that is not reached is named', () => {
    const found = checkHooks(facts({ standing: { is: [{ ...WELL, hook: 'pre-push' }, AWAY] } }));
    expect(only(found, 'hooks-installed')).toMatchObject({
      level: 'broken',
      said: 'git does not reach pre-commit: core.hooksPath is "/x"',
      next: 'npx pawl init --hooks-only',
    });
  });

  it('hooks that cannot be read are not called missing', () => {
    const found = checkHooks(facts({ standing: { unread: 'permission denied', next: undefined } }));
    expect(only(found, 'hooks-installed')).toMatchObject({ level: 'unknown' });
  });
});

describe('when another setting decides where git looks', () => {
  const setting = (scope: string, origin: string, value = '/x'): HookFacts =>
    facts({
      standing: { is: [AWAY] },
      settings: { is: [OURS, { scope, origin, key: 'core.hookspath', value }] },
    });

  it.each([
    ['worktree', 'file:/r/.git/config.worktree', 'git config --worktree --unset-all core.hooksPath'],
    ['global', 'file:/home/a b/.gitconfig', "git config --file '/home/a b/.gitconfig' --unset-all core.hooksPath"],
    ['local', 'file:/shared/included', 'git config --file /shared/included --unset-all core.hooksPath'],
  ])('in a %s file, it says which and takes it out there', (scope, origin, next) => {
    const found = only(checkHooks(setting(scope, origin)), 'hooks-setting');
    expect(found.level).toBe('broken');
    expect(found.said).toContain(origin.replace('file:', ''));
    expect(found.next).toBe(`${next}; then npx pawl init --hooks-only`);
  });

  it('a path that stayed behind when the repository moved is told as that', () => {
    const found = only(checkHooks(setting('local', 'file:.git/config', '/old/.git/pawl/hooks')), 'hooks-setting');
    expect(found).toMatchObject({ level: 'broken', next: 'npx pawl init --hooks-only' });
    expect(found.said).toContain('before the repository was moved');
  });

  it('settings that git does not tell are not called right', () => {
    const found = checkHooks(facts({ settings: { unread: 'no git', next: undefined } }));
    expect(only(found, 'hooks-setting').level).toBe('unknown');
  });
});

describe('when the shell takes the hooks away', () => {
  it.each([
    [
      { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'Core.HooksPath', GIT_CONFIG_VALUE_0: '/dev/null' },
      'GIT_CONFIG_COUNT',
    ],
    [{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'include.path', GIT_CONFIG_VALUE_0: '/x' }, 'GIT_CONFIG_COUNT'],
    [{ GIT_CONFIG_PARAMETERS: "'core.hooksPath'='/dev/null'" }, 'GIT_CONFIG_PARAMETERS'],
  ])('%j is broken', (env, name) => {
    expect(only(checkHooks(facts({ env })), 'hooks-environment')).toMatchObject({
      level: 'broken',
      next: `unset ${name}`,
    });
  });

  it.each([{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'user.name' }, { GIT_CONFIG_KEY_0: 'core.hooksPath' }, {}])(
    '%j is not',
    (env) => {
      expect(only(checkHooks(facts({ env })), 'hooks-environment').level).toBe('ok');
    },
  );

  it.each([{ HUSKY: '0' }, { GIT_CONFIG_GLOBAL: '/x' }, { GIT_DIR: '/x' }])('%j is worth knowing', (env) => {
    expect(only(checkHooks(facts({ env })), 'hooks-environment').level).toBe('note');
  });
});

describe('when there are linked worktrees', () => {
  const worktree = (hooksPath: string | undefined): HookFacts =>
    facts({ worktrees: { is: [{ path: '/w', hooksPath: { is: hooksPath } }] } });

  it('one where git looks in the same place is well', () => {
    expect(only(checkHooks(worktree(FOLDER)), 'hooks-worktrees').level).toBe('ok');
  });

  it.each(['/dev/null', undefined])('one where git looks in %s is broken', (hooksPath) => {
    expect(only(checkHooks(worktree(hooksPath)), 'hooks-worktrees')).toMatchObject({
      level: 'broken',
      next: 'git -C /w config --worktree --unset-all core.hooksPath',
    });
  });

  it('one that cannot be asked, or that cannot be listed, is not called well', () => {
    const silent = { path: '/w', hooksPath: { unread: 'no', next: undefined } };
    expect(only(checkHooks(facts({ worktrees: { is: [silent] } })), 'hooks-worktrees').level).toBe('unknown');
    expect(only(checkHooks(facts({ worktrees: { unread: 'no', next: undefined } })), 'hooks-worktrees').level).toBe(
      'unknown',
    );
  });
});

describe('when what is behind the hooks is looked at', () => {
  it('another version is broken', () => {
    expect(only(checkHooks(facts({ installed: { is: { version: '0.9.0', file: '/x' } } })), 'hooks-tool').level).toBe(
      'broken',
    );
  });

  it('what lies in an archive git cannot start, whatever this process sees', () => {
    const file = '/home/ann/.yarn/cache/pawl-npm-1.0.0.zip/node_modules/pawl/dist/bundle/hook.js';
    const found = only(checkHooks(facts({ installed: { is: { version: '1.0.0', file } } })), 'hooks-tool');
    expect(found.level).toBe('broken');
    expect(found.next).toContain('nodeLinker: node-modules');
  });

  it('a version that cannot be read is not called the same', () => {
    expect(only(checkHooks(facts({ installed: { unread: 'no', next: undefined } })), 'hooks-tool').level).toBe(
      'unknown',
    );
  });
});

describe('when a process was killed', () => {
  const left = (kind: 'ref' | 'own' | 'git', age: number): HookFacts =>
    facts({ left: { is: [{ path: '/r/.git/refs/pawl/loop/main.lock', kind, age }] } });

  it('what it left under a ref of ours is broken, and is removed by name', () => {
    expect(only(checkHooks(left('ref', 61_000)), 'locks-left')).toMatchObject({
      level: 'broken',
      next: 'when no git is running: rm /r/.git/refs/pawl/loop/main.lock',
    });
  });

  it('what it left of git’s own is broken, and what of ours mends itself', () => {
    expect(only(checkHooks(left('git', 61_000)), 'locks-left').level).toBe('broken');
    expect(only(checkHooks(left('own', 61_000)), 'locks-left').level).toBe('note');
  });

  it('one that is young may be somebody’s at work', () => {
    expect(only(checkHooks(left('ref', 1_000)), 'locks-left').level).toBe('ok');
  });

  it('a folder that cannot be searched is not called free of them', () => {
    expect(only(checkHooks(facts({ left: { unread: 'no', next: undefined } })), 'locks-left').level).toBe('unknown');
  });
});
