import type { Released, Revoked, Waivers } from '@pawl/checkpoint';
import { documentText } from '@pawl/report';
import type { ToldWaiver } from './decision-text.ts';

/** Decisions for a program of a person. The schemas say what a reader may rely on. */
export function releasedJson({ case: { id, loops, openedAt }, lock }: Released): string {
  return documentText('pawl/release@1', { case: id, openedAt, loops, lock: lockDocument(lock) });
}

export function waivedJson({ case: number, item, waiver, lock }: ToldWaiver): string {
  return documentText('pawl/waive@1', {
    action: 'waive',
    case: number,
    item: item.number,
    waiver: waiverDocument(waiver),
    lock: lockDocument(lock),
  });
}

export function revokedJson({ waiver, lock }: Revoked): string {
  return documentText('pawl/waive@1', { action: 'revoke', waiver: waiverDocument(waiver), lock: lockDocument(lock) });
}

export function waiversJson({ target, live, most }: Waivers): string {
  return documentText('pawl/waive@1', {
    action: 'list',
    target,
    most,
    waivers: live.map((waiver, at) => ({ number: at + 1, ...waiverDocument(waiver) })),
  });
}

function waiverDocument({ tool, rule, file, reason, since, expires, fingerprint, snippet }: Revoked['waiver']): object {
  return { tool, rule, file, reason, since, expires, fingerprint, snippet };
}

function lockDocument({ lock: { target, sequence }, commit, assurance, signedBy }: Released['lock']): object {
  return { target, sequence, commit, assurance, signedBy: signedBy ?? null };
}
