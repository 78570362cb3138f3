import type { Review, ReviewItem } from '@pawl/checkpoint';
import { documentText, reasonText } from '@pawl/report';

/** For tools of people. An agent never gets here. */
export function reviewJson(review: Exclude<Review, { readonly kind: 'agent' }>): string {
  return documentText('pawl/review@1', contentOf(review));
}

function contentOf(review: Exclude<Review, { readonly kind: 'agent' }>): object {
  if (review.kind === 'list') {
    const cases = review.cases.map(({ id, openedAt, loops, question }) => ({ case: id, openedAt, loops, question }));
    return { cases };
  }
  const { case: one, verdict, items, release, lockSequence, assurance } = review;
  const { outcome, head, drift } = verdict;
  return {
    case: one.id,
    openedAt: one.openedAt,
    loops: one.loops,
    question: one.question,
    head,
    lockSequence,
    assurance,
    outcome,
    drift: drift ?? null,
    release: release === undefined ? null : { reason: release.reason, at: release.at },
    items: items.map(itemDocument),
  };
}

function itemDocument({ number, reason, excerpt, waivable, waiver }: ReviewItem): object {
  const { title, why, mend, page } = reasonText(reason);
  return {
    number,
    ...reason,
    title,
    why,
    mend,
    page: page ?? null,
    code: excerpt ?? null,
    waivable: waivable !== undefined,
    waivedUntil: waiver?.expires ?? null,
  };
}
