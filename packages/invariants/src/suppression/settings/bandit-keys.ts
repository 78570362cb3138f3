import type { Silence } from './settings-file.ts';

const BANDIT = /^(?!B101$|assert_used$)/u;

/** What Bandit is told, in whatever file. */
export const BANDIT_KEYS: readonly Silence[] = [
  { at: 'skips[]', rules: 'value', only: BANDIT },
  { at: 'skips', rules: 'value', only: BANDIT, split: true },
  { at: 'exclude_dirs[]', path: true },
  { at: 'exclude_dirs', path: true, split: true },
  { at: 'exclude', path: true, split: true },
];

/** Ways below a key. */
export const under = (part: string, silences: readonly Silence[]): readonly Silence[] =>
  silences.map((silence) => ({ ...silence, at: `${part}.${silence.at}` }));
