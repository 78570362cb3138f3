import type { WordModel } from '@pawl/invariants';
import type { Example } from './example.ts';
import { logistic, type SparseRow } from './logistic.ts';

/** A word that fewer projects lost says more about the project than about security. */
const LEAST_PROJECTS = 5;

/** The inverse of how much the weights are held back. */
const STRENGTH = 6;

/** Fits what words are worth, on real examples alone: generated code reads like its generator. */
export function trainWords(examples: readonly Example[], weights: Float64Array): WordModel {
  const real = examples.flatMap((example, index) =>
    example.set === 'made' ? [] : [{ example, weight: weights[index] ?? 0 }],
  );
  const known = knownWords(real.map(({ example }) => example));
  const places = new Map(known.map((word, place) => [word, place]));
  const rows = real.map(({ example: { kind, wording }, weight }): SparseRow => {
    const went = placesOf(wording.lost, places);
    const came = placesOf(wording.gained, places).map((place) => place + known.length);
    return { features: Uint32Array.from([...went, ...came]), label: kind === 'regression' ? 1 : 0, weight };
  });
  const { start, weights: worth } = logistic(rows, 2 * known.length, STRENGTH);
  return { start, worth: new Map(known.map((word, at) => [word, [worth[at] ?? 0, worth[at + known.length] ?? 0]])) };
}

function knownWords(examples: readonly Example[]): readonly string[] {
  const projects = new Map<string, Set<string>>();
  for (const { repo, wording } of examples) {
    for (const word of wording.lost) projects.set(word, (projects.get(word) ?? new Set()).add(repo));
  }
  return [...projects].flatMap(([word, { size }]) => (size >= LEAST_PROJECTS ? [word] : [])).sort();
}

function placesOf(words: readonly string[], places: ReadonlyMap<string, number>): readonly number[] {
  return words.flatMap((word) => places.get(word) ?? []);
}
