import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Ruff from '@astral-sh/ruff-wasm-nodejs';
import { describe, expect, it } from 'vitest';
import { pythonScanner } from './python-scanner.ts';
import { LEFT_OUT, RULES } from './rules.ts';
import { TOOLS } from './tools.ts';

const require = createRequire(import.meta.url);

describe('when the adapter is asked what it is', () => {
  it.each(Object.entries(TOOLS))('it names the version of %s that is installed', (name, version) => {
    const manifest = name === '@pawl/scanner-python' ? '../package.json' : `${name}/package.json`;
    expect(JSON.parse(readFileSync(require.resolve(manifest), 'utf8'))).toMatchObject({ version });
  });

  // Every lock pins this digest: a change here makes people lock anew, so it is made on purpose.
  it('it keeps the digest of its rules', () => {
    expect(pythonScanner.rulesDigest).toBe('6eecd1bd4476865284b979dac83aa9c3f43e97ef84764e16edb701ab14b4e0ad');
  });

  it.each(['a.py', 'a.pyi', 'a.PYW', 'tests/vendor/a.py', '.py'])('it is owed %s', (file) => {
    expect(pythonScanner.owes(file)).toBe(true);
  });

  it.each(['a.pyc', 'py', 'a.py.txt', 'a.ipynb'])('it is not owed %s', (file) => {
    expect(pythonScanner.owes(file)).toBe(false);
  });
});

describe('when a rule is judged', () => {
  it('it is one that Ruff has, and there is no other', () => {
    const { Workspace } = require('@astral-sh/ruff-wasm-nodejs') as typeof Ruff;
    const isRule = (id: string): boolean => {
      try {
        new Workspace({ lint: { select: [id] } }, 1).free();
        return true;
      } catch {
        return false;
      }
    };
    const all = Array.from({ length: 700 }, (_, index) => `S${String(index + 100)}`).filter(isRule);
    expect([...Object.keys(RULES), ...Object.keys(LEFT_OUT)].sort()).toEqual(all);
  });

  it('it is judged once', () => {
    expect(Object.keys(RULES).filter((id) => Object.hasOwn(LEFT_OUT, id))).toEqual([]);
  });
});

describe('when the output is not what was asked for', () => {
  it('it is refused', () => {
    expect(() => pythonScanner.read([], { files: [{ file: 'a.py', blob: 'b', text: '' }] })).toThrow(
      'one result for each file',
    );
  });
});
