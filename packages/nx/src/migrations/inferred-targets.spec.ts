import { addProjectConfiguration, readJson, readProjectConfiguration, type Tree, writeJson } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { inferredTargets } from './inferred-targets.ts';

const BY_HAND = {
  executor: 'nx:run-commands',
  options: { command: 'pawl check --base $NX_BASE --head $NX_HEAD' },
  cache: false,
};

let tree: Tree;

beforeEach(() => {
  tree = createTreeWithEmptyWorkspace();
});

describe('when targets were written by hand', () => {
  it('those that run pawl check are removed, and what takes their place is told', async () => {
    const targets = {
      security: BY_HAND,
      quick: { command: 'npx pawl check --tier fast' },
      build: { executor: 'nx:noop' },
    };
    addProjectConfiguration(tree, 'orders', { root: 'orders', targets });
    const told = await inferredTargets(tree);
    expect(Object.keys(readProjectConfiguration(tree, 'orders').targets ?? {})).toEqual(['build']);
    expect(told).toEqual(['Judge with nx run-many -t security-verdict in place of orders:security, orders:quick']);
  });

  it('so it is in a package.json, of which nothing else changes', async () => {
    writeJson(tree, 'package.json', { name: 'acme', workspaces: ['libs/*'] });
    const manifest = { name: 'mail', version: '1.0.0', scripts: { test: 'vitest' } };
    writeJson(tree, 'libs/mail/package.json', {
      ...manifest,
      nx: { tags: ['scope:mail'], targets: { security: BY_HAND } },
    });
    await inferredTargets(tree);
    expect(readJson(tree, 'libs/mail/package.json')).toEqual({
      ...manifest,
      nx: { tags: ['scope:mail'], targets: {} },
    });
  });

  it('any other target stays, though it is called security', async () => {
    const targets = { security: { command: 'npm audit' }, lint: { command: 'echo pawl check' } };
    addProjectConfiguration(tree, 'orders', { root: 'orders', targets });
    const before = tree.read('orders/project.json', 'utf8');
    expect(await inferredTargets(tree)).toEqual([]);
    expect(tree.read('orders/project.json', 'utf8')).toBe(before);
  });
});
