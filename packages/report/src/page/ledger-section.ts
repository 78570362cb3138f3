import { markup, type Markup } from './markup.ts';
import type { ReportLedger } from './report-data.ts';
import { few, tableMarkup } from './section.ts';
import { count, nameText } from './words.ts';

const MOST = 60;

/** Whether what is told above can be believed: the chains of locks and checkpoints, and what they were held against. */
export function ledgerMarkup({ state, basis, chains, faults }: ReportLedger): Markup {
  const { shown, rest } = few(chains, MOST);
  const rows = shown.map(({ ref, entries }) => [nameText(ref), count(entries)]);
  return markup`<p><span class="${TONE[state]}">${SAYS[state]}</span> ${basisText(state, basis)}</p>
${faultsMarkup(faults)}${rows.length === 0 ? null : tableMarkup({ caption: 'Chains', heads: ['Chain', 'Entries'], rows, figures: [1], isSmall: true })}${rest === 0 ? null : markup`<p class="soft">and ${count(rest)} more</p>`}
<p class="next">Check it all again, from the root of trust: <code>pawl verify</code></p>`;
}

function basisText(state: ReportLedger['state'], basis: string | null): string | null {
  if (basis !== null) return `It was held against ${basis}.`;
  return state === 'not-verified' ? null : 'It was held against nothing outside the repository.';
}

const SAYS: Readonly<Record<ReportLedger['state'], string>> = {
  whole: 'Every chain is whole.',
  faults: 'The ledger has faults.',
  'not-verified': 'The ledger was not verified.',
};

const TONE: Readonly<Record<ReportLedger['state'], string>> = {
  whole: 'clean',
  faults: 'stopped',
  'not-verified': 'unknown',
};

function faultsMarkup(faults: ReportLedger['faults']): Markup | null {
  if (faults.length === 0) return null;
  const { shown, rest } = few(faults, MOST);
  return markup`<ul>${shown.map(({ message, next }) => markup`<li>${message}${next === null ? null : markup` <span class="soft">Next: ${next}</span>`}</li>`)}</ul>
${rest === 0 ? null : markup`<p class="soft">and ${count(rest)} more</p>`}`;
}
