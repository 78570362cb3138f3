import { isFollowed } from '@pawl/reach';
import { PROFILES } from '@pawl/syntax';
import { expect, it } from 'vitest';
import { FOLLOWED_LANGUAGES } from './followed-languages.ts';

it('they are the ones that paths are followed through, of all that can be parsed', () => {
  const languages = Object.keys(PROFILES);
  expect(languages.length).toBeGreaterThan(FOLLOWED_LANGUAGES.size);
  expect(languages.filter((language) => isFollowed('src/a', language)).sort()).toEqual([...FOLLOWED_LANGUAGES].sort());
});
