import type { Silence } from './settings-file.ts';

/** A file of patterns of paths, one a line. */
export const LINES: { readonly format: 'lines'; readonly silences: readonly Silence[] } = {
  format: 'lines',
  silences: [{ at: 'line[]', path: true }],
};

/** A file of names of rules, one a line. */
export const IDS: { readonly format: 'lines'; readonly silences: readonly Silence[] } = {
  format: 'lines',
  silences: [{ at: 'line[]', rules: 'value' }],
};
