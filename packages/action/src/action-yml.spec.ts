import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync(new URL('../action.yml', import.meta.url), 'utf8');
const sources = readFileSync(new URL('./inputs.ts', import.meta.url), 'utf8');
const namesIn = (section: string): readonly string[] => {
  const body = new RegExp(`^${section}:\\n((?: .*\\n|\\n)*)`, 'mu').exec(text)?.[1] ?? '';
  return [...body.matchAll(/^ {2}([\w-]+):$/gmu)].map(([, name = '']) => name);
};

describe('when action.yml is read', () => {
  it('every input that it documents is read, and no other', () => {
    const read = [...sources.matchAll(/\b(?:text|oneOf)\('([\w-]+)'/gu)].map(([, name = '']) => name);
    expect(namesIn('inputs').toSorted()).toEqual(read.toSorted());
  });

  it('a default that it names is the one that is meant', () => {
    for (const [, name, value] of text.matchAll(
      /^ {2}([\w-]+):\n(?:(?! {2}[\w-]+:$).*\n)*? {4}default: '?([\w-]+)'?$/gmu,
    ))
      expect(sources).toContain(`oneOf('${name}', '${value}'`);
  });

  it('it names the file that is built', () => {
    expect(text).toContain('main: dist/bundle/main.js');
    expect(namesIn('outputs')).toHaveLength(12);
  });
});
