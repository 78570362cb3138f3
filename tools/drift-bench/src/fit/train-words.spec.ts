import { expect, it } from 'vitest';
import { example } from '../testing/examples.ts';
import type { Example } from './example.ts';
import { trainWords } from './train-words.ts';

const PROJECTS = ['one', 'two', 'three', 'four', 'five'];

/** In each project a loss of one word, and ordinary work that loses another. */
function examples(projects: readonly string[], over: Partial<Example> = {}): readonly Example[] {
  return projects.flatMap((repo) => [
    example({ repo, kind: 'regression', wording: { lost: ['escape'], gained: [] }, ...over }),
    example({ repo, wording: { lost: ['log'], gained: [] }, ...over }),
  ]);
}

function worthOf(all: readonly Example[]): ReadonlyMap<string, readonly [number, number]> {
  const { worth } = trainWords(
    all,
    Float64Array.from(all, () => 1),
  );
  return new Map(worth);
}

it('when words are weighed › one that goes with losses is worth more than one that does not', () => {
  const worth = worthOf(examples(PROJECTS));
  expect(worth.get('escape')?.[0]).toBeGreaterThan(0.1);
  expect(worth.get('log')?.[0]).toBeLessThan(-0.1);
  expect(worth.get('escape')?.[1]).toBe(0);
});

it('when a word is lost in four projects only › it is not known', () => {
  expect([...worthOf(examples(PROJECTS.slice(1))).keys()]).toEqual([]);
});

it('when examples are generated › their words teach nothing', () => {
  const made = examples(PROJECTS, { set: 'made', wording: { lost: ['template'], gained: [] } });
  expect([...worthOf([...examples(PROJECTS), ...made]).keys()]).toEqual(['escape', 'log']);
});
