import { BenchError } from '../bench-error.ts';

/** The parts of `a,b`, each of them known. @throws BenchError `usage` that names all that are not. */
export function list<Known extends string>(text: string, known: readonly Known[], what: string): readonly Known[] {
  const parts = text.split(',');
  const unknown = parts.filter((part) => !known.some((name) => name === part));
  if (unknown.length > 0) {
    throw new BenchError('usage', `there is no ${what} ${unknown.join(', ')}`, {
      next: `Choose of ${known.join(',')}`,
    });
  }
  return known.filter((name) => parts.includes(name));
}
