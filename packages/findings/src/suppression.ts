import type { Location } from './location.ts';

/**
 * Something that silences a scanner. `tool` and `rules` say what; an empty `rules` silences everything.
 * `scope` is how far it reaches. `code` is the code it covers, normalised, so that a suppression that merely moved is
 * recognised.
 */
export interface Suppression {
  readonly tool: string;
  readonly rules: readonly string[];
  readonly scope: 'line' | 'block' | 'file';
  readonly code: string;
  readonly text: string;
  readonly location: Location;
}
