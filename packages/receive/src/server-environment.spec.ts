import { describe, expect, it } from 'vitest';
import { pusherOf } from './pusher.ts';
import { serverEnvironment } from './server-environment.ts';

const SETTINGS = { identity: ['REMOTE_USER'], state: undefined };

describe('when a hook runs with the variables of who pushes', () => {
  it('H14 only what is on the list comes through', () => {
    const env = {
      ...{ PATH: '/bin', HOME: '/h', GIT_DIR: '.', GIT_QUARANTINE_PATH: '/q', REMOTE_USER: 'robot', PAWL_ANCHOR: '/a' },
      ...{
        NODE_OPTIONS: '--require x',
        CLAUDECODE: '1',
        PAWL_SIGNING_KEY: '/k',
        GIT_SHALLOW_FILE: '/s',
        GIT_EXTERNAL_DIFF: 'x',
      },
      ...{ GL_USERNAME: 'somebody', PYTHONPATH: '/p', GIT_CONFIG_GLOBAL: '/g' },
    };
    expect(serverEnvironment(env, SETTINGS)).toEqual({
      ...{ PATH: '/bin', HOME: '/h', GIT_DIR: '.', GIT_QUARANTINE_PATH: '/q', REMOTE_USER: 'robot', PAWL_ANCHOR: '/a' },
    });
  });

  it('what is remembered lies where the operator says', () => {
    expect(serverEnvironment({ XDG_STATE_HOME: '/pushers' }, { ...SETTINGS, state: '/srv/state' })).toEqual({
      XDG_STATE_HOME: '/srv/state',
      XDG_CACHE_HOME: '/srv/state/cache',
    });
  });
});

describe('when it is asked who pushes', () => {
  const settings = { identity: ['GL_USERNAME', 'REMOTE_USER'], people: ['ann'] };

  it.each([
    [{ REMOTE_USER: 'robot' }, { identity: 'robot', isPerson: false }],
    [
      { REMOTE_USER: 'robot', GL_USERNAME: 'ann' },
      { identity: 'ann', isPerson: true },
    ],
    [
      { REMOTE_USER: '', GL_USERNAME: '' },
      { identity: undefined, isPerson: false },
    ],
    [{}, { identity: undefined, isPerson: false }],
  ])('%j is %j', (env, expected) => {
    expect(pusherOf(settings, env)).toEqual(expected);
  });
});
