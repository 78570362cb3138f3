import type { Report } from './engine.ts';
import type { Position } from '@pawl/scanner';

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Where the secret itself stands. Secretlint's own range sometimes begins at the name before the secret and ends within it
 * (AWS, npmrc), or is the whole file (Google Cloud): masked by such a range, a part of the secret would stay readable.
 */
export function rangeOf(
  { range: [start, end], data, id }: Report,
  text: string,
  at: (offset: number) => Position,
): Range {
  if (id === 'gcp/PrivateKeyJSON') return between(at, ...privateKeyIn(text, start, end));
  const secrets = Object.values(data).filter((value) => typeof value === 'string');
  const places = secrets
    .map((secret) => [text.indexOf(secret, start), secret.length] as const)
    .filter(([place]) => place >= start);
  const [place, length] = places.sort(([, a], [, b]) => b - a)[0] ?? [start, end - start];
  return between(at, place, place + length);
}

function privateKeyIn(text: string, start: number, end: number): readonly [number, number] {
  const match = /"private_key"\s*:\s*"(?:\\.|[^"\\])*"/u.exec(text);
  return match === null ? [start, end] : [match.index, match.index + match[0].length];
}

function between(at: (offset: number) => Position, start: number, end: number): Range {
  const { line: endLine, column: endColumn } = at(end);
  return { ...at(start), endLine, endColumn };
}
