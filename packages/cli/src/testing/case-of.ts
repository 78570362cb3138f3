import type { CaseReview, OpenCase, ReviewItem } from '@pawl/checkpoint';

type Waiver = NonNullable<ReviewItem['waiver']>;

/** A stop as people know it, for specs. */
export function caseOf(over: Partial<OpenCase> = {}): OpenCase {
  return {
    id: '7a494716',
    question: { lock: 'a'.repeat(40), base: 'b'.repeat(40), tree: 'c'.repeat(40), tier: 'full' },
    openedAt: '2026-01-03T10:20:30.000Z',
    loops: ['agent/attachments'],
    ...over,
  };
}

/** A guard that went, with its code, for specs. */
export function itemOf({
  reason,
  ...over
}: Partial<Omit<ReviewItem, 'reason'>> & { readonly reason?: Partial<ReviewItem['reason']> } = {}): ReviewItem {
  return {
    number: 1,
    reason: {
      kind: 'lost-defence',
      outcome: 'regression',
      severity: 'high',
      file: 'packages/attachments/src/read-attachment.ts',
      line: 10,
      symbol: 'readAttachment',
      rule: 'lost-guard',
      tool: 'invariants',
      message:
        '`readAttachment` no longer rejects `!file.startsWith(root + path.sep)` (lost guard, line 10 of the locked version)',
      cwe: ['CWE-22', 'CWE-693'],
      ...reason,
    },
    excerpt: {
      file: 'packages/attachments/src/read-attachment.ts',
      lines: [
        { mark: ' ', line: 9, text: '\tconst file = path.resolve(root, name);' },
        {
          mark: '-',
          line: 10,
          text: "\tif (!file.startsWith(root + path.sep)) throw new Forbidden('outside of the folder of attachments', { status: 403 });",
        },
        { mark: '+', line: 10, text: '\t// checked by the caller' },
      ],
      leftOut: 0,
    },
    waivable: { fingerprint: 'f', snippet: 's', tool: 'invariants', rule: 'lost-guard', file: 'app.js' },
    subject: undefined,
    waiver: undefined,
    ...over,
  };
}

export function waiverOf(over: Partial<Waiver> = {}): Waiver {
  return {
    fingerprint: 'f'.repeat(64),
    snippet: 's'.repeat(64),
    tool: 'invariants',
    rule: 'lost-guard',
    file: 'packages/attachments/src/read-attachment.ts',
    reason: 'the caller checks the path',
    since: '2026-01-03T10:30:00.000Z',
    expires: '2026-01-17T10:30:00.000Z',
    ...over,
  };
}

/** A case that was judged again, for specs. */
export function reviewOf({
  verdict,
  ...over
}: Partial<Omit<CaseReview, 'verdict'>> & { readonly verdict?: Partial<CaseReview['verdict']> } = {}): CaseReview {
  const items = over.items ?? [itemOf()];
  return {
    kind: 'case',
    case: caseOf(),
    verdict: {
      schema: 'pawl/verdict@1',
      outcome: 'regression',
      base: 'b'.repeat(40),
      head: 'c'.repeat(40),
      tier: 'full',
      drift: null,
      reasons: items.map(({ reason }) => reason),
      criteria: [],
      coverage: { examined: 1, notExamined: [] },
      timings: {},
      ...verdict,
    },
    items,
    lockSequence: { then: 3, now: 3 },
    assurance: 'advisory',
    release: undefined,
    ...over,
  };
}
