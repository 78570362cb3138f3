import type { Coverage } from '@pawl/findings';
import type { Paint } from './paint.ts';
import { visible } from './visible.ts';

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

const SHOWN = 10;

/** What a person accepts by locking: above all what nobody could examine. */
export function lockText({ stored, inventory, promises }: ToldLock, { bold, yellow }: Paint): string {
  const { lock, assurance, signedBy } = stored;
  const { findings, suppressions, weightedTotal, examined } = lock.inventory;
  const blind = new Map(inventory.coverage.notExamined.map(({ file, why }) => [file, why]));
  const unseen = [...blind].slice(0, SHOWN).map(([file, why]) => `    ${visible(file)}: ${visible(why)}`);
  return [
    bold(`Locked ${visible(lock.target)} at ${lock.commit.slice(0, 12)} (sequence ${lock.sequence}, ${assurance})`),
    ...(signedBy === undefined ? [] : [`  signed by     ${visible(signedBy.principal)}, ${signedBy.fingerprint}`]),
    ...(lock.expires === null ? [] : [`  expires       ${lock.expires}`]),
    ...(lock.sequence > 1 && lock.previous === null
      ? [
          yellow(
            '  the chain begins anew: there was no lock before it that counts, so there was nothing to compare with',
          ),
        ]
      : []),
    `  examined      ${examined} files`,
    `  findings      ${findings}, weighted total ${weightedTotal}`,
    `  suppressions  ${suppressions}`,
    ...(promises.contracts === undefined ? [] : [`  contracts     ${promises.contracts.contracts}`]),
    ...(promises.contracts?.warnings ?? []).map((warning) => yellow(`    ${visible(warning)}`)),
    ...testLines(promises.tests, yellow),
    ...(blind.size === 0
      ? []
      : [
          yellow(
            `  not examined  ${blind.size} ${blind.size === 1 ? 'file' : 'files'}, and a change there cannot be judged`,
          ),
          ...unseen,
        ]),
    ...(blind.size > SHOWN ? [`    and ${blind.size - SHOWN} more`] : []),
    '  next: let the agent work; judge what is staged: pawl check',
    '',
  ].join('\n');
}

/** By kind, because a hundred tests of logins say nothing of what is injected. A project without any is not nagged. */
function testLines({ tests, missing }: ToldLock['promises']['tests'], yellow: Paint['yellow']): readonly string[] {
  const there = Object.entries(tests).filter(([, count]) => count > 0);
  if (there.length === 0) return [];
  const line = `  security tests for ${there.map(([kind, count]) => `${kind} (${count})`).join(', ')}`;
  return [line, ...(missing.length === 0 ? [] : [yellow(`    none for ${missing.join(', ')}`)])];
}
