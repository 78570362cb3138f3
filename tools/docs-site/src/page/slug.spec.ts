import { expect, it } from 'vitest';
import { slug } from './slug.ts';

it.each([
  ['What to do', 'what-to-do'],
  ['Real agents: how, and what for?', 'real-agents-how-and-what-for'],
  ['`pawl loop`', 'pawl-loop'],
  ['Clés & serrures', 'clés--serrures'],
  ['snake_case-and-dash', 'snake_case-and-dash'],
])('when a heading is “%s” › its id is the one that forges give it', (heading, id) => {
  expect(slug(heading)).toBe(id);
});
