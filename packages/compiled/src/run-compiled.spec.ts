import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCompiled } from './run-compiled.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pawl-compiled-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const kept = (): readonly string[] => readdirSync(folder).filter((name) => name.includes('.compiled'));

/** Runs a program to its end and gives what it left behind. */
function start(program: string, digest = 'd1'): unknown {
  const file = join(folder, 'program.cjs');
  writeFileSync(file, `(function (require, pawlUrl, pawlImport, pawlKeep) { ${program} })`);
  const atTheEnd: (() => void)[] = [];
  runCompiled(
    { file: pathToFileURL(file), digest },
    (name) => import(name),
    (work) => atTheEnd.push(work),
  );
  for (const work of atTheEnd) work();
  return (globalThis as { said?: unknown }).said;
}

const SAYS = (what: string): string => `globalThis.said = ${what}; pawlKeep();`;

describe('when a program is started', () => {
  it('it has what a file of its own would have', () => {
    const said = start(
      SAYS("[typeof require('node:fs').readFileSync, pawlUrl.endsWith('/program.cjs'), typeof pawlImport]"),
    );
    expect(said).toEqual(['function', true, 'function']);
  });

  it('what was compiled is kept beside it, once it asks for that', () => {
    start('globalThis.said = 1;');
    expect(kept()).toEqual([]);
    start(SAYS('1'));
    expect(kept()).toEqual([expect.stringMatching(/^program\.cjs\.d1\.\d+\.compiled$/u)]);
  });

  it('what was kept is used, and not written anew', () => {
    start(SAYS('2'));
    const [name = ''] = kept();
    const before = statSync(join(folder, name), { bigint: true }).mtimeNs;
    expect(start(SAYS('2'))).toBe(2);
    expect(statSync(join(folder, name), { bigint: true }).mtimeNs).toBe(before);
  });
});

describe('when what was kept is of no use', () => {
  it('another version of the program is another one, though it is as long', () => {
    start(SAYS('"one"'), 'd1');
    expect(start(SAYS('"two"'), 'd2')).toBe('two');
    expect(kept()).toHaveLength(2);
  });

  it.each([
    ['empty', ''],
    ['something else', 'no code at all, whoever wrote it'],
  ])('it is compiled all the same: %s', (what, bytes) => {
    const name = `program.cjs.d1.${cachedDataVersionTag()}.compiled`;
    writeFileSync(join(folder, name), bytes);
    expect(start(SAYS(JSON.stringify(what)))).toBe(what);
    expect(statSync(join(folder, name)).size).toBeGreaterThan(100);
  });
});

it.skipIf(process.getuid?.() === 0)('a folder that nobody may write to is no reason to fail', () => {
  writeFileSync(join(folder, 'program.cjs'), `(function (require, pawlUrl, pawlImport, pawlKeep) { ${SAYS('3')} })`);
  chmodSync(folder, 0o500);
  runCompiled(
    { file: pathToFileURL(join(folder, 'program.cjs')), digest: 'd1' },
    (name) => import(name),
    (work) => work(),
  );
  expect((globalThis as { said?: unknown }).said).toBe(3);
  expect(kept()).toEqual([]);
});
