import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../scratch.fixture.ts';
import { partInputs } from './part-inputs.ts';

const CONFIG = `{ "scanners": { "semgrep": { "rules": ["rules"] }, "secrets": true } }`;
const CONTRACT = (why: string): string =>
  `{ "contracts": [{ "id": "a", "why": "${why}", "files": "*.js", "mustNot": { "call": "eval" } }] }`;

let here: Scratch;
const inputs = (cwd = here.dir): Promise<string> =>
  partInputs({ directory: undefined, target: undefined }, { ...here.context, cwd });

beforeEach(() => {
  here = scratch();
  here.install('semgrep', '#!/bin/sh\necho 1.0.0\n');
  here.commit({ 'a.js': 'run();\n', 'rules/a.yml': 'rules: []\n' });
});

describe('when a cache asks what parts depend on', () => {
  it('it is one line, and the same on another machine', async () => {
    await here.lock({ cache: false });
    const line = await inputs();
    expect(line).toMatch(/^[0-9a-f]{64}$/u);
    const clone = join(here.root, 'clone');
    here.git('clone', '--quiet', here.dir, clone);
    execFileSync('git', ['fetch', '--quiet', 'origin', 'refs/pawl/*:refs/pawl/*'], { cwd: clone });
    expect(await inputs(clone)).toBe(line);
  });

  it('it stays where only judged files change', async () => {
    await here.lock({ cache: false });
    const before = await inputs();
    here.git('checkout', '--quiet', '-b', 'loop');
    here.commit({ 'a.js': 'walk();\n' });
    here.write({ 'b.js': '' });
    expect(await inputs()).toBe(before);
  });

  it('C06: a lock changes it', async () => {
    const before = await inputs();
    await here.lock({ cache: false });
    expect(await inputs()).not.toBe(before);
  });

  it.each<[string, () => unknown]>([
    ['C06: a rule', () => here.commit({ 'rules/a.yml': 'rules: [] # fewer\n' })],
    ['C06: a rule more', () => here.commit({ 'rules/b.yml': 'rules: []\n' })],
    ['C06: the version of a tool', () => here.install('semgrep', '#!/bin/sh\necho 1.0.1\n')],
    ['C06: a tool that is gone', () => here.uninstall('semgrep')],
    ['C06: a contract', () => here.write({ 'pawl.contracts.jsonc': CONTRACT('Because.') })],
    ['C06: the configuration', () => here.write({ 'pawl.config.jsonc': CONFIG.replace('true', 'false') })],
  ])('%s changes it', async (_, change) => {
    here.write({ 'pawl.config.jsonc': CONFIG });
    const before = await inputs();
    await change();
    expect(await inputs()).not.toBe(before);
  });

  it.each<[string, () => unknown]>([
    ['C06: another lock', () => here.lock({ cache: false })],
    ['C06: a base that people moved', () => here.git('branch', '--force', 'main', 'HEAD')],
    ['C06: contracts that are not locked yet', () => here.write({ 'pawl.contracts.jsonc': CONTRACT('Because.') })],
    ['C06: a configuration that nobody can read', () => here.write({ 'pawl.config.jsonc': '{' })],
  ])('where there is a lock, %s changes it', async (_, change) => {
    await here.lock({ cache: false });
    here.git('checkout', '--quiet', '-b', 'loop');
    here.commit({ 'a.js': 'walk();\n' });
    const before = await inputs();
    await change();
    expect(await inputs()).not.toBe(before);
  });
});
