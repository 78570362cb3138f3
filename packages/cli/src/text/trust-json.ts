import type { KnownKey } from '@pawl/checkpoint';
import { documentText } from '@pawl/report';
import type { ToldTrust } from './trust-text.ts';

/** The anchor as it is written, with nothing in it that a terminal obeys: it is looked at before it is kept. */
export function anchorText(anchor: string): string {
  const { schema, ...content } = JSON.parse(anchor) as { readonly schema: string };
  return documentText(schema, content);
}

/** What is trusted, for a program. The schema says what a reader may rely on. */
export function trustJson({ trusted, changed }: ToldTrust): string {
  const { repository, anchor, memory } = trusted;
  return documentText('pawl/trust@1', {
    changed: changed ?? null,
    repository: repository ?? null,
    lock: lockDocument(trusted),
    anchor:
      anchor === undefined
        ? null
        : {
            from: anchor.from,
            assurance: anchor.anchor.assurance,
            lowest: Object.entries(anchor.anchor.locks).map(([target, { sequence }]) => ({ target, sequence })),
            signers: anchor.signers.map(keyDocument),
            verifiers: anchor.verifiers.map(keyDocument),
          },
    seenHere: {
      place: memory.place,
      assurance: memory.assurance,
      locks: [...memory.locks].map(([target, { sequence, commit }]) => ({ target, sequence, commit })),
      firstKeys: memory.firstSeen.map(keyDocument),
    },
  });
}

function lockDocument({ lock }: ToldTrust['trusted']): object {
  if (lock.kind === 'none') return { state: 'none' };
  if (lock.kind === 'refused') return { state: 'refused', why: lock.why, next: lock.next ?? null };
  const { lock: document, commit, assurance, signedBy } = lock.stored;
  const { target, sequence } = document;
  return { state: 'counts', target, sequence, commit, assurance, signedBy: signedBy ?? null };
}

function keyDocument({ principal, fingerprint, type, namespaces, validAfter, validBefore }: KnownKey): object {
  return {
    principal,
    fingerprint,
    type,
    namespaces,
    validAfter: validAfter?.toISOString() ?? null,
    validBefore: validBefore?.toISOString() ?? null,
  };
}
