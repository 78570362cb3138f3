import type { Synced, SyncedChain } from '@pawl/checkpoint';
import { documentText, nextLines, type Paint, shortName } from '@pawl/report';
import { blocks } from './blocks.ts';
import { briefRows } from './brief.ts';
import { countText } from './count-text.ts';
import { type Headline, headline } from './headline.ts';
import { tableLines } from './table-lines.ts';

/** What came, what went, and what did not go and why. */
export function syncText(synced: Synced, paint: Paint, columns: number): string {
  const { remote, isShared } = synced;
  const rows = [
    ...news(synced).map((chain) => ['fetched', chain.ref, howText(chain)] as const),
    ...synced.pushed.map((ref) => ['pushed', ref, ''] as const),
  ];
  const cells = rows
    .slice(0, SHOWN)
    .map(([what, ref, how]) => [
      { text: what, paint: paint.dim },
      { text: kindOf(ref) },
      { text: [nameOf(ref), how].filter(Boolean).join(': ') },
    ]);
  const more = rows.length > SHOWN ? [`  and ${countText(rows.length - SHOWN, 'more chain')}`] : [];
  return blocks(
    headline(headlineOf(synced), paint, columns),
    rows.length === 0 ? [] : [...tableLines(cells, columns), ...more],
    isShared ? [] : briefRows([{ name: 'not pushed', says: NOT_PUSHED }], columns, paint.dim),
    isShared
      ? []
      : nextLines(`if they may: pawl sync --share${remote === 'origin' ? '' : ` --remote ${quoted(remote)}`}`, columns),
  );
}

const NOT_PUSHED = 'nobody has said that whoever reads it may know which findings are open';

/** For machines; `schema` changes when a field does. */
export function syncJson({ remote, isShared, fetched, pushed }: Synced): string {
  const chains = fetched.map(({ ref, how, again }) => ({ ref, how, again }));
  return documentText('pawl/sync@1', { remote, isShared, fetched: chains, pushed });
}

/** Chains; more are for a program. */
const SHOWN = 20;

function news({ fetched }: Synced): readonly SyncedChain[] {
  return fetched.filter(({ how }) => how !== 'same' && how !== 'ahead');
}

function headlineOf(synced: Synced): Headline {
  const remote = shortName(synced.remote);
  const came = news(synced).length;
  if (!synced.isShared)
    return {
      how: 'unsure',
      says: `${came === 0 ? `nothing new came from ${remote}` : `fetched from ${remote}`}, and nothing is pushed`,
    };
  if (came + synced.pushed.length === 0) return { how: 'well', says: `in step with ${remote}: neither side has news` };
  return { how: 'well', says: `in step with ${remote}` };
}

/** A name for a person to paste into a shell. */
function quoted(name: string): string {
  return /^[\w./-]+$/u.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}

function howText({ how, again }: SyncedChain): string {
  switch (how) {
    case 'same':
      return 'the same';
    case 'ahead':
      return 'more here';
    case 'new':
      return 'new here';
    case 'forward':
      return 'moved forward';
    case 'appended-again':
      return `${countText(again, 'checkpoint')} of ours behind theirs`;
  }
}

const REF = /^refs\/pawl\/(lock|loop)\/([^/]+)$/u;

function kindOf(ref: string): string {
  return REF.exec(ref)?.[1] ?? 'ref';
}

/** The branch or the loop, as people call it; a ref that Pawl did not make is told as it is. */
function nameOf(ref: string): string {
  try {
    return shortName(decodeURIComponent(REF.exec(ref)?.[2] ?? ref));
  } catch {
    return shortName(ref);
  }
}
