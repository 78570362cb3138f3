import { describe, expect, it } from 'vitest';
import { hardenedEnvironment } from './hardened-environment.ts';

describe('hardenedEnvironment', () => {
  it('passes on where programs, home and temporary files are, and nothing else of the caller', () => {
    const env = hardenedEnvironment({
      PATH: '/usr/bin',
      HOME: '/h',
      TMPDIR: '/t',
      LANG: 'de',
      SECRET: 'x',
      SSH_AUTH_SOCK: '/s',
    });
    expect(env).toMatchObject({ PATH: '/usr/bin', HOME: '/h', TMPDIR: '/t', LC_ALL: 'C' });
    expect(env).not.toHaveProperty('LANG');
    expect(env).not.toHaveProperty('SECRET');
    expect(env).not.toHaveProperty('SSH_AUTH_SOCK');
  });

  it.each([
    'GIT_CONFIG',
    'GIT_CONFIG_COUNT',
    'GIT_CONFIG_KEY_0',
    'GIT_CONFIG_GLOBAL',
    'GIT_CONFIG_PARAMETERS',
    'GIT_EXTERNAL_DIFF',
    'GIT_ATTR_SOURCE',
    'GIT_SHALLOW_FILE',
    'GIT_REPLACE_REF_BASE',
    'GIT_NAMESPACE',
    'GIT_EXEC_PATH',
    'GIT_TRACE',
    'GIT_WORK_TREE',
    'LD_PRELOAD',
    'NODE_OPTIONS',
    'BASH_ENV',
  ])('H14 drops %s, in a hook too', (name) => {
    expect(hardenedEnvironment({ [name]: '1' }, '/repo')).not.toHaveProperty(name);
  });

  it('cannot be talked out of its pins', () => {
    const env = hardenedEnvironment(
      { GIT_NO_REPLACE_OBJECTS: '0', GIT_GRAFT_FILE: '/evil', GIT_ALLOW_PROTOCOL: 'ext', GIT_NO_LAZY_FETCH: '0' },
      '/repo',
    );
    expect(env).toMatchObject({
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_GRAFT_FILE: '/dev/null',
      GIT_ALLOW_PROTOCOL: '',
      GIT_NO_LAZY_FETCH: '1',
      GIT_LITERAL_PATHSPECS: '1',
    });
  });

  it('H13 drops PATH entries that would be looked up in the repository', () => {
    expect(hardenedEnvironment({ PATH: '.:/usr/bin::node_modules/.bin:/bin' })['PATH']).toBe('/usr/bin:/bin');
    expect(hardenedEnvironment({ PATH: '.' })).not.toHaveProperty('PATH');
  });

  const hook = {
    GIT_DIR: '.',
    GIT_INDEX_FILE: '.git/index.lock',
    GIT_OBJECT_DIRECTORY: 'objects/tmp',
    GIT_QUARANTINE_PATH: '/abs/tmp',
    GIT_ALTERNATE_OBJECT_DIRECTORIES: 'objects:/other/objects',
  };

  it('makes what git told a hook absolute, against the folder where the hook was started', () => {
    expect(hardenedEnvironment(hook, '/repo')).toMatchObject({
      GIT_DIR: '/repo',
      GIT_INDEX_FILE: '/repo/.git/index.lock',
      GIT_OBJECT_DIRECTORY: '/repo/objects/tmp',
      GIT_QUARANTINE_PATH: '/abs/tmp',
      GIT_ALTERNATE_OBJECT_DIRECTORIES: '/repo/objects:/other/objects',
    });
  });

  it('drops it when the question is about another repository', () => {
    const env = hardenedEnvironment(hook);
    for (const name of Object.keys(hook)) expect(env).not.toHaveProperty(name);
  });
});
