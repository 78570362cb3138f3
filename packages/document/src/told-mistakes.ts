import { excerptOf, type Place } from './excerpt-of.ts';

/** A mistake and where it stands in the text. */
export interface PlacedMistake extends Place {
  readonly message: string;
}

/** Whoever mends so many at once runs the command again anyway. */
const MOST = 20;

/** Every mistake of a text with its line, its column and what stands there, the first ones first. */
export function toldMistakes(file: string, text: string, mistakes: readonly PlacedMistake[]): string {
  const told = mistakes
    .slice(0, MOST)
    .flatMap(({ message, ...place }) => [
      `  ${place.line}:${place.column} ${message}`,
      ...excerptOf(text, place).map((line) => `      ${line}`),
    ]);
  const left = mistakes.length - MOST;
  return [`${file} cannot be used:`, ...told, ...(left > 0 ? [`  and ${left} more`] : [])].join('\n');
}
