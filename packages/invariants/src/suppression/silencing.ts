import type { Suppression } from '@pawl/findings';
import type { LineRange } from '@pawl/syntax';

/** A suppression of a text, and what of the text it silences. */
export interface Silencing {
  readonly suppression: Suppression;
  /** The lines, where it silences more than one statement; the whole file where it has none and reaches that far. */
  readonly range?: LineRange;
  /** The whole statement around the code that it covers, normalised: a line that was broken in two is the same code. */
  readonly statement?: () => string;
}

/** The lines that a directive silences beyond the code beside it; undefined for one line. */
export function linesOf({ suppression, range }: Silencing): LineRange | undefined {
  if (range !== undefined) return range;
  return suppression.scope === 'file' ? { first: 1, last: Infinity } : undefined;
}
