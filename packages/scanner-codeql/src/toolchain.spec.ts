import type { CommandResult } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { codeqlAdapter } from './codeql-adapter.ts';
import { FOLDER, pinOf, toolchainSteps } from './codeql-says.fixture.ts';
import { digestOf, toolchainOf } from './toolchain.ts';

const settings = { languages: ['python'] };
const said = (...stdouts: readonly string[]): CommandResult => ({
  steps: stdouts.map((stdout) => ({ status: 0, stdout, stderr: '' })),
  result: '',
  folder: FOLDER,
});
const version = JSON.stringify({ productName: 'CodeQL', version: '2.24.1', sha: 'fedb', branches: ['x'] });

describe('when a toolchain tells what it is', () => {
  it.each([
    ['a bundle', '/opt/hostedtoolcache/CodeQL/2.19.3/x64/codeql/qlpacks/codeql/python-queries/1.3.2/Security/a.ql'],
    ['downloaded packs', '/root/.codeql/packages/codeql/python-queries/1.3.2/Security/a.ql'],
    ['Windows', 'C:\\Users\\x\\.codeql\\packages\\codeql\\python-queries\\1.3.2\\Security\\a.ql'],
  ])('it names queries by pack and version, the same on every machine: %s', (_, path) => {
    expect(toolchainOf(said(version, JSON.stringify([path])))).toEqual({
      version: '2.24.1',
      sha: 'fedb',
      queries: ['codeql/python-queries/1.3.2/Security/a.ql'],
    });
  });

  it.each([
    ['nothing', ''],
    ['a sentence', 'CodeQL command-line toolchain release 2.24.1.'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another product', '{"productName":"Other","version":"2.24.1","sha":"f"}'],
    ['an empty version', '{"productName":"CodeQL","version":"","sha":"f"}'],
    ['no commit', '{"productName":"CodeQL","version":"2.24.1"}'],
    ['a version twice', '{"productName":"CodeQL","version":"2.24.1","version":"2.0.0","sha":"f"}'],
  ])('it refuses %s for a version', (_, text) => {
    expect(() => toolchainOf(said(text, '["/a.ql"]'))).toThrow(expect.objectContaining({ code: 'version-unreadable' }));
  });

  it.each([
    ['nothing', ''],
    ['no query', '[]'],
    ['null', 'null'],
    ['an object', '{"python":["/a.ql"]}'],
    ['a query that is null', '["/a.ql",null]'],
    ['a query without a name', '[""]'],
  ])('C04 it refuses %s for a list of queries', (_, text) => {
    expect(() => toolchainOf(said(version, text))).toThrow(expect.objectContaining({ code: 'rules-broken' }));
  });

  it('it refuses a run in which nobody asked', () => {
    expect(() => toolchainOf(said(version))).toThrow(expect.objectContaining({ code: 'rules-broken' }));
    expect(() => toolchainOf(said())).toThrow(expect.objectContaining({ name: 'AdapterError' }));
  });
});

describe('E13 when something moved since the lock', () => {
  const suites = ['s'];
  const toolchain = { version: '2.24.1', sha: 'fedb', queries: ['codeql/python-queries/1.3.2/a.ql'] };

  it.each([
    ['the version', { ...toolchain, version: '2.24.2' }, suites],
    ['the build', { ...toolchain, sha: 'beef' }, suites],
    ['a pack', { ...toolchain, queries: ['codeql/python-queries/1.3.3/a.ql'] }, suites],
    ['the queries', { ...toolchain, queries: [...toolchain.queries, 'codeql/python-queries/1.3.2/b.ql'] }, suites],
    ['the suite', toolchain, ['t']],
  ])('the digest is another: %s', (_, moved, called) => {
    expect(digestOf(moved, called)).not.toBe(digestOf(toolchain, suites));
  });

  it.each([
    ['another version', toolchainSteps(settings, '2.24.2')],
    ['another pack of queries', toolchainSteps(settings, '2.24.1', '1.6.2')],
  ])('it does not read a result of %s', (_, steps) => {
    const scanner = codeqlAdapter.open(settings, pinOf(settings));
    expect(() => scanner.read({ steps, result: '[]', folder: FOLDER }, { files: [] })).toThrow(
      expect.objectContaining({ name: 'AdapterError', code: 'wrong-version' }),
    );
  });
});
