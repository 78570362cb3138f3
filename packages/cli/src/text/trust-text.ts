import type { KnownKey, Trusted } from '@pawl/checkpoint';
import { type Paint, visible } from '@pawl/report';

/** Which lock counts, by the word of which anchor, and what was seen here. */
export function trustText(trusted: Trusted, changed: string | undefined, paint: Paint): string {
  return [
    ...(changed === undefined ? [] : [paint.green(`Changed ${visible(changed)}`)]),
    `${paint.bold('repository')}  ${trusted.repository ?? 'no lock was seen here yet'}`,
    ...lockLines(trusted, paint),
    ...anchorLines(trusted, paint),
    ...memoryLines(trusted, paint),
    `  next: ${visible(nextStep(trusted))}`,
    '',
  ].join('\n');
}

function lockLines({ lock }: Trusted, { bold, green, red, yellow }: Paint): readonly string[] {
  switch (lock.kind) {
    case 'none':
      return [`${bold('lock')}        ${yellow('none')}`];
    case 'refused':
      return [`${bold('lock')}        ${red('does not count')}: ${visible(lock.why)}`];
    case 'counts': {
      const { lock: document, assurance, signedBy } = lock.stored;
      return [
        `${bold('lock')}        ${visible(document.target)}, sequence ${document.sequence}, ${green(assurance)}`,
        ...(signedBy === undefined
          ? []
          : [`            signed by ${visible(signedBy.principal)}, ${signedBy.fingerprint}`]),
      ];
    }
  }
}

function anchorLines({ anchor: found }: Trusted, { bold, yellow }: Paint): readonly string[] {
  if (found === undefined) return [`${bold('anchor')}      ${yellow('none')}: what was seen first is trusted`];
  const { anchor, from, signers, verifiers } = found;
  return [
    `${bold('anchor')}      ${visible(from)}`,
    `  demands   ${anchor.assurance}`,
    ...Object.entries(anchor.locks).map(
      ([target, { sequence }]) => `  lowest    ${visible(target)}, sequence ${sequence}`,
    ),
    ...signers.map((key) => `  signer    ${keyText(key)}`),
    ...verifiers.map((key) => `  verifier  ${keyText(key)}`),
  ];
}

function memoryLines({ memory }: Trusted, { bold }: Paint): readonly string[] {
  const { place, assurance, locks, firstSeen } = memory;
  if (locks.size === 0) return [];
  return [
    `${bold('seen here')}   ${visible(place)}`,
    `  highest   ${assurance}`,
    ...[...locks].map(
      ([target, mark]) => `  lock      ${visible(target)}, sequence ${mark.sequence}, ${mark.commit.slice(0, 12)}`,
    ),
    ...firstSeen.map((key) => `  first key ${key.fingerprint}, ${key.type}`),
  ];
}

function keyText({ principal, fingerprint, type, namespaces, validAfter, validBefore }: KnownKey): string {
  const bounds = [
    ...(validAfter ? [`from ${validAfter.toISOString()}`] : []),
    ...(validBefore ? [`until ${validBefore.toISOString()}`] : []),
  ];
  return [visible(principal), fingerprint, type, visible(namespaces.join(' ')), ...bounds].join(', ');
}

function nextStep({ lock, anchor }: Trusted): string {
  if (lock.kind === 'none') return 'lock the baseline: pawl lock';
  if (lock.kind === 'refused') return lock.next ?? 'a person looks at it';
  if (anchor === undefined) return 'name who may lock: pawl trust add-signer KEY.pub';
  if (lock.stored.assurance === 'unsigned') return 'lock with a signature: pawl lock --sign-with KEYFILE';
  if (anchor.anchor.assurance === 'unsigned') return 'let nothing less count any more: pawl trust require advisory';
  return 'give CI the same: pawl trust --print-anchor';
}
