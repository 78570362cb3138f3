import type { Review, ReviewItem } from '@pawl/checkpoint';
import { reasonText } from '@pawl/report';

const SCHEMA = 'pawl/review@1';

/** For tools of people. An agent never gets here. */
export function reviewJson(review: Exclude<Review, { readonly kind: 'agent' }>): string {
  return `${JSON.stringify(document(review), null, 2)}\n`;
}

function document(review: Exclude<Review, { readonly kind: 'agent' }>): object {
  if (review.kind === 'list') {
    const cases = review.cases.map(({ id, openedAt, loops, question }) => ({ case: id, openedAt, loops, question }));
    return { schema: SCHEMA, cases };
  }
  const { case: one, verdict, items, release, lockSequence } = review;
  return {
    schema: SCHEMA,
    case: one.id,
    openedAt: one.openedAt,
    loops: one.loops,
    question: one.question,
    lockSequence,
    outcome: verdict.outcome,
    release: release ?? null,
    items: items.map(itemDocument),
  };
}

function itemDocument({ number, reason, excerpt, waivable, waiver }: ReviewItem): object {
  const { title, why, mend } = reasonText(reason);
  return {
    number,
    ...reason,
    title,
    why,
    mend,
    code: excerpt ?? null,
    waivable: waivable !== undefined,
    waivedUntil: waiver?.expires ?? null,
  };
}
