import type { KnownKey, Trusted } from '@pawl/checkpoint';
import { nextLines, type Paint, type Row, shortName } from '@pawl/report';
import { blocks } from './blocks.ts';
import { briefRows } from './brief.ts';
import { type Headline, headline } from './headline.ts';
import { whenText } from './when-text.ts';

/** What is trusted, and which file was changed to have it so. */
export interface ToldTrust {
  readonly trusted: Trusted;
  readonly changed: string | undefined;
}

/** Which lock counts, by the word of which anchor, and what was seen here. */
export function trustText({ trusted, changed }: ToldTrust, paint: Paint, columns: number): string {
  const rows = [
    ...(changed === undefined ? [] : [{ name: 'changed', says: changed, paint: paint.green }]),
    ...lockRows(trusted),
    ...anchorRows(trusted, paint),
    ...memoryRows(trusted),
    { name: 'repository', says: trusted.repository ?? 'no lock was seen here yet' },
  ];
  return blocks(
    headline(headlineOf(trusted), paint, columns),
    briefRows(rows, columns, paint.dim),
    nextLines(nextStep(trusted), columns),
  );
}

function headlineOf({ lock }: Trusted): Headline {
  switch (lock.kind) {
    case 'none':
      return { how: 'unsure', says: 'there is no lock yet' };
    case 'refused':
      return { how: 'ill', says: 'the lock does not count' };
    case 'counts':
      return { how: 'well', says: `the lock counts, ${lock.stored.assurance}` };
  }
}

function lockRows({ lock }: Trusted): readonly Row[] {
  switch (lock.kind) {
    case 'none':
      return [];
    case 'refused':
      return [{ name: 'why', says: lock.why }];
    case 'counts': {
      const { lock: document, assurance, signedBy } = lock.stored;
      return [
        { name: 'lock', says: `${shortName(document.target)}, sequence ${document.sequence}, ${assurance}` },
        ...(signedBy === undefined
          ? []
          : [
              { name: '', says: `signed by ${shortName(signedBy.principal)}` },
              { name: '', says: signedBy.fingerprint },
            ]),
      ];
    }
  }
}

function anchorRows({ anchor: found }: Trusted, { yellow }: Paint): readonly Row[] {
  if (found === undefined) return [{ name: 'anchor', says: 'none: what was seen first is trusted', paint: yellow }];
  const { anchor, from, signers, verifiers } = found;
  return [
    { name: 'anchor', says: from },
    { name: '  demands', says: anchor.assurance },
    ...Object.entries(anchor.locks).map(([target, { sequence }]) => ({
      name: '  lowest',
      says: `${shortName(target)}, sequence ${sequence}`,
    })),
    ...signers.flatMap((key) => keyRows('  signer', key)),
    ...verifiers.flatMap((key) => keyRows('  verifier', key)),
  ];
}

function memoryRows({ memory }: Trusted): readonly Row[] {
  const { place, assurance, locks, firstSeen } = memory;
  if (locks.size === 0) return [];
  return [
    { name: 'seen here', says: place },
    { name: '  highest', says: assurance },
    ...[...locks].map(([target, { sequence, commit }]) => ({
      name: '  lock',
      says: `${shortName(target)}, sequence ${sequence}, ${commit.slice(0, 12)}`,
    })),
    ...firstSeen.map(({ fingerprint, type }) => ({ name: '  first key', says: `${fingerprint}, ${type}` })),
  ];
}

function keyRows(
  name: string,
  { principal, fingerprint, type, namespaces, validAfter, validBefore }: KnownKey,
): readonly Row[] {
  const bounds = [
    ...(validAfter ? [`from ${whenText(validAfter.toISOString())}`] : []),
    ...(validBefore ? [`until ${whenText(validBefore.toISOString())}`] : []),
  ];
  return [
    { name, says: `${shortName(principal)}, ${type}` },
    { name: '', says: fingerprint },
    { name: '', says: [`for ${namespaces.join(' ')}`, ...bounds].join(', ') },
  ];
}

function nextStep({ lock, anchor }: Trusted): string {
  if (lock.kind === 'none') return 'lock the baseline: pawl lock';
  if (lock.kind === 'refused') return lock.next ?? 'a person looks at it';
  if (anchor === undefined) return 'name who may lock: pawl trust add-signer KEY.pub';
  if (lock.stored.assurance === 'unsigned') return 'lock with a signature: pawl lock --sign-with KEYFILE';
  if (anchor.anchor.assurance === 'unsigned') return 'let nothing less count any more: pawl trust require advisory';
  return 'give CI the same: pawl trust --print-anchor';
}
