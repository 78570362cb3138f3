import { resolveConfig } from '@pawl/config';
import { openRepository } from '@pawl/git';
import type { Command } from '@pawl/scanner';
import { expect, it } from 'vitest';
import { runnerFor } from './runner.ts';
import { scratch } from './scratch.fixture.ts';

const command = (...argv: [string, ...string[]]): Command => ({
  kind: 'command',
  steps: [{ argv, okStatus: [0] }],
  files: [],
  own: [],
  timeoutMs: 3_600_000,
  maxOutputBytes: 1_000_000,
  maxMemoryBytes: 1_000_000_000_000,
});

it('how long a tool may take is said by the configuration and not by its adapter', async () => {
  const here = scratch();
  here.install('slow', '#!/bin/sh\nsleep 600\n');
  const { limits } = resolveConfig({ limits: { toolTimeoutMs: 1000 } });
  const run = runnerFor(await openRepository(here.dir, { env: here.context.env }), here.context, limits);
  expect(await run(command('slow'))).toMatchObject({ kind: 'failed', code: 'timed-out' });
});

it('no tool is taken from the judged repository', async () => {
  const here = scratch();
  here.write({ 'bin/mine': '#!/bin/sh\n' });
  here.git('add', '--chmod=+x', 'bin/mine');
  const env = { ...here.context.env, PATH: `${here.dir}/bin` };
  const run = runnerFor(
    await openRepository(here.dir, { env: here.context.env }),
    { ...here.context, env },
    resolveConfig().limits,
  );
  expect(await run(command('mine'))).toMatchObject({ kind: 'failed', code: 'tool-missing' });
});
