import type { Coverage } from '@pawl/findings';
import type { Paint } from './paint.ts';
import { shortName, shortPath, wrap } from './columns.ts';
import { nextLines } from './next-lines.ts';
import { type Row, rowLines } from './rows.ts';

/** What is told of a lock that was made. */
export interface ToldLock {
  readonly stored: {
    readonly lock: {
      readonly target: string;
      readonly commit: string;
      readonly sequence: number;
      readonly previous: string | null;
      readonly expires: string | null;
      readonly inventory: {
        readonly findings: number;
        readonly suppressions: number;
        readonly weightedTotal: number;
        readonly examined: number;
      };
    };
    readonly assurance: string;
    readonly signedBy?: { readonly principal: string; readonly fingerprint: string };
  };
  readonly inventory: { readonly coverage: Pick<Coverage, 'notExamined'> };
  readonly promises: {
    readonly contracts: { readonly contracts: number; readonly warnings: readonly string[] } | undefined;
    readonly tests: { readonly tests: Readonly<Record<string, number>>; readonly missing: readonly string[] };
  };
}

/** So many files that nobody examined are named. */
const SHOWN = 10;

/** What a person accepts by locking: above all what nobody could examine. */
export function lockText(told: ToldLock, paint: Paint, columns: number = Infinity): string {
  const { lock, assurance } = told.stored;
  const headline = `✔ locked  ${shortName(lock.target)} at ${lock.commit.slice(0, 12)}`;
  const rows = [
    { name: 'lock', says: `sequence ${lock.sequence}, ${assurance}` },
    ...lockRows(told, paint),
    ...inventoryRows(told),
    ...promiseRows(told, paint),
    ...blindRows(told, paint),
  ];
  return [
    ...wrap(headline, columns).map((line) => paint.green(paint.bold(line))),
    '',
    ...rowLines(rows, columns, paint.dim),
    '',
    ...nextLines('let the agent work; judge what is staged: pawl check', columns),
    '',
  ].join('\n');
}

function lockRows({ stored: { lock, signedBy } }: ToldLock, { yellow }: Paint): readonly Row[] {
  const begun = 'the chain begins anew: there was no lock before it that counts, so there was nothing to compare with';
  return [
    ...(signedBy === undefined
      ? []
      : [{ name: 'signed by', says: `${shortName(signedBy.principal)}, ${signedBy.fingerprint}` }]),
    ...(lock.expires === null ? [] : [{ name: 'expires', says: lock.expires.slice(0, 16).replace('T', ' ') }]),
    ...(lock.sequence > 1 && lock.previous === null ? [{ name: '', says: begun, paint: yellow }] : []),
  ];
}

function inventoryRows({ stored: { lock } }: ToldLock): readonly Row[] {
  const { findings, suppressions, weightedTotal, examined } = lock.inventory;
  return [
    { name: 'examined', says: `${examined} ${examined === 1 ? 'file' : 'files'}` },
    { name: 'findings', says: `${findings}, weighted total ${weightedTotal}` },
    { name: 'suppressions', says: String(suppressions) },
  ];
}

/** Tests by kind, because a hundred tests of logins say nothing of what is injected. A project without any is not nagged. */
function promiseRows({ promises: { contracts, tests } }: ToldLock, { yellow }: Paint): readonly Row[] {
  const there = Object.entries(tests.tests).filter(([, count]) => count > 0);
  const said = there.map(([kind, count]) => `${kind} (${count})`).join(', ');
  return [
    ...(contracts === undefined ? [] : [{ name: 'contracts', says: String(contracts.contracts) }]),
    ...(contracts?.warnings ?? []).map((warning) => ({ name: '', says: warning, paint: yellow })),
    ...(there.length === 0 ? [] : [{ name: 'tests', says: `security tests for ${said}` }]),
    ...(there.length === 0 || tests.missing.length === 0
      ? []
      : [{ name: '', says: `none for ${tests.missing.join(', ')}`, paint: yellow }]),
  ];
}

function blindRows({ inventory: { coverage } }: ToldLock, { yellow }: Paint): readonly Row[] {
  const blind = new Map(coverage.notExamined.map(({ file, why }) => [file, why]));
  if (blind.size === 0) return [];
  const says = `${blind.size} ${blind.size === 1 ? 'file' : 'files'}, and a change there cannot be judged`;
  return [
    { name: 'not examined', says, paint: yellow },
    ...[...blind].slice(0, SHOWN).map(([file, why]) => ({ name: '', says: `${shortPath(file)}: ${why}` })),
    ...(blind.size > SHOWN ? [{ name: '', says: `and ${blind.size - SHOWN} more` }] : []),
  ];
}
