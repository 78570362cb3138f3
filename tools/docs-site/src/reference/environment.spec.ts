import { describe, expect, it } from 'vitest';
import { WORKSPACE } from '../workspace.ts';
import { variablesIn } from './environment.ts';
import { readEnvironment } from './read-data.ts';
import { readSources } from './read-program.ts';

const { setByYou, setByPawl, ofOthers } = await readEnvironment();
const SOURCES = [...(await readSources(WORKSPACE)).values()];

describe('when sources are searched for variables', () => {
  it.each([
    ["env['PAWL_A']", 'PAWL_A'],
    ['context.env.PAWL_B ?? 1', 'PAWL_B'],
    ["inputs: [{ env: 'PAWL_C' }]", 'PAWL_C'],
    ['if [ "\\${PAWL_D-}" ]', 'PAWL_D'],
    ['env: { PAWL_E: file }', 'PAWL_E'],
    ['  PATH=bin PAWL_F=$$', 'PAWL_F'],
    ["process.env?.['PAWL_G']", 'PAWL_G'],
  ])('%s names one', (source, name) => {
    expect(variablesIn(source)).toEqual([name]);
  });

  it.each([
    'PAWL_HOOKS.map(x)',
    'export const PAWL_HOOKS: readonly Hook[] = []',
    '`${PAWL_HOOKS.length}`',
    "const PRIVATE = 'PAWL_PRIVATE';",
    '// what PAWL_X says',
  ])('%s names none', (source) => {
    expect(variablesIn(source)).toEqual([]);
  });
});

describe('when the page about variables is compared with the sources', () => {
  it('it has each variable of ours that they read or set, and no other', () => {
    const found = [...new Set(SOURCES.flatMap(variablesIn))].sort();
    expect([...setByYou, ...setByPawl].map(({ name }) => name).sort()).toEqual(found);
  });

  it.each(ofOthers.map(({ name }) => name))('%s is read somewhere', (name) => {
    const read = new RegExp(`\\benv(?:(?:\\[|, )['"]|\\.)${name}\\b|\\{[^}]*\\b${name}\\b[^}]*\\}: Env`, 'u');
    expect(SOURCES.some((source) => read.test(source))).toBe(true);
  });

  it('each says something', () => {
    for (const { meaning } of [...setByYou, ...setByPawl, ...ofOthers]) expect(meaning).toMatch(/\.$/u);
  });
});
