import { audienceOf } from '@pawl/checkpoint';
import { expect, it } from 'vitest';
import { agentEnvironment } from './agent-environment.ts';

it('what runs in a loop is an agent to every Pawl command, and can sign nothing of the person’s', () => {
  const env = agentEnvironment(
    {
      PATH: '/bin',
      HOME: '/home/ann',
      SSH_AUTH_SOCK: '/tmp/ssh',
      PAWL_SIGNING_KEY: '/home/ann/.ssh/id',
      PAWL_ANCHOR: '/etc/pawl/anchor.json',
      GIT_DIR: '/elsewhere/.git',
      GIT_AUTHOR_NAME: 'Ann',
      AI_AGENT: '0',
    },
    { PAWL_ITERATION: '2' },
  );
  expect(env).toEqual({
    PATH: '/bin',
    HOME: '/home/ann',
    PAWL_ANCHOR: '/etc/pawl/anchor.json',
    GIT_AUTHOR_NAME: 'Ann',
    AI_AGENT: '1',
    PAWL_ITERATION: '2',
  });
  expect(audienceOf({ env, branch: 'main', terminal: true })).toBe('agent');
});
