import type { CaseReview, ReviewItem } from '@pawl/checkpoint';
import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import { reviewJson } from './review-json.ts';
import { casesText, reviewText } from './review-text.ts';
import { stoppedText } from './stopped-text.ts';

const open = {
  id: '0123abcd',
  question: { lock: 'a'.repeat(40), base: 'b'.repeat(40), tree: 'c'.repeat(40), tier: 'full' },
  openedAt: '2026-01-02T03:04:05.000Z',
  loops: ['agent/x'],
} as const;
const item: ReviewItem = {
  number: 1,
  reason: {
    kind: 'lost-defence',
    outcome: 'regression',
    severity: 'high',
    file: 'app.js',
    line: 6,
    symbol: 'inside',
    rule: 'lost-guard',
    tool: 'invariants',
    message: '`inside` no longer rejects `!ok`',
    cwe: ['CWE-693'],
  },
  excerpt: {
    file: 'app.js',
    lines: [
      { mark: ' ', line: 5, text: '\tconst ok = check(name);' },
      { mark: '-', line: 6, text: '\tif (!ok) throw new Error();' },
      { mark: '+', line: 6, text: '\t// ok' },
    ],
    leftOut: 3,
  },
  waivable: { fingerprint: 'f', snippet: 's', tool: 'invariants', rule: 'lost-guard', file: 'app.js' },
  subject: undefined,
  waiver: undefined,
};
const review: CaseReview = {
  kind: 'case',
  case: open,
  verdict: {
    schema: 'pawl/verdict@1',
    outcome: 'regression',
    base: 'b'.repeat(40),
    head: 'c'.repeat(40),
    tier: 'full',
    drift: null,
    reasons: [item.reason],
    criteria: [],
    coverage: { examined: 1, notExamined: [] },
    timings: {},
  },
  items: [item],
  lockSequence: { then: 3, now: 4 },
  assurance: 'locked',
  release: undefined,
};

describe('when a person reads a case', () => {
  it('it says what slipped, where, in which code, why it matters and how to decide', () => {
    expect(reviewText(review, PLAIN))
      .toBe(`case 0123abcd  regression  bbbbbbbbbbbb..cccccccccccc, full tier, lock 3, 2026-01-02T03:04:05.000Z
  it keeps stopped: agent/x
  the lock that counts now: 4, locked

[1] lost defence  high · invariants lost-guard · CWE-693
    \`inside\` no longer rejects \`!ok\`
    app.js:6  in inside

      5      const ok = check(name);
    - 6      if (!ok) throw new Error();
    + 6      // ok
    and 3 more lines of this change

    why   A guard is gone. It stood in the locked version. A scanner matches what code has and says nothing about what code no longer has, so a defence that goes is a hole that no scan reports.
    mend  Put the check back before the code that it protected, or show that its input is now refused earlier.

Decide
  let the loop go on; what slipped has to be mended, or the next judgement stops it again
      pawl release 0123abcd --reason "…"
  accept one item as it stands, for at most 90 days; it lapses when its code changes
      pawl waive 0123abcd 1 --reason "…"
  or accept all that is committed on the protected branch for good, item by item: pawl lock
`);
  });

  it('what is waived says until when, and is not offered again', () => {
    const waiver = {
      ...item.waivable,
      reason: 'known',
      since: '2026-01-02T00:00:00Z',
      expires: '2026-02-01T00:00:00Z',
    };
    const text = reviewText({ ...review, items: [{ ...item, waiver: waiver as never }] }, PLAIN);
    expect(text).toContain('    waived until 2026-02-01T00:00:00Z: known\n');
    expect(text).not.toContain('pawl waive');
  });

  it('what is released says so, and is not offered again', () => {
    const release = { case: open.id, reason: 'looked at it', at: '2026-01-03T00:00:00Z' };
    const text = reviewText({ ...review, release }, PLAIN);
    expect(text).toContain('  released at 2026-01-03T00:00:00Z: looked at it\n');
    expect(text).not.toContain('pawl release');
  });
});

describe('when the judged code is hostile', () => {
  const evil = '\u001b[2K\u202e::error::\u0007';
  const hostile: ReviewItem = {
    ...item,
    reason: { ...item.reason, file: evil, symbol: evil, rule: evil, message: evil, cwe: [evil] },
    excerpt: { file: evil, lines: [{ mark: '+', line: 1, text: `${evil}${'x'.repeat(100_000)}` }], leftOut: 0 },
  };
  const loops = [evil];

  it('nothing that a terminal or a build server obeys is printed, and no endless line', () => {
    const text = reviewText({ ...review, case: { ...open, loops }, items: [hostile] }, PLAIN);
    expect(text).not.toMatch(/[\u001b\u202e\u0007]|^\s*::/mu);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(400);
    expect(casesText([{ ...open, loops }], PLAIN)).not.toMatch(/[\u001b\u202e\u0007]/u);
  });
});

describe('when a program of a person reads a case', () => {
  it('it gets the same, as JSON', () => {
    expect(JSON.parse(reviewJson(review))).toMatchObject({
      schema: 'pawl/review@1',
      case: '0123abcd',
      outcome: 'regression',
      release: null,
      items: [{ number: 1, rule: 'lost-guard', title: 'A guard is gone', waivable: true, waivedUntil: null }],
    });
    expect(JSON.parse(reviewJson({ kind: 'list', cases: [open] }))).toMatchObject({ cases: [{ case: '0123abcd' }] });
  });
});

describe('when an agent asks', () => {
  it('it reads the line that it was stopped with, or its JSON, and no more', () => {
    const said = 'Work is paused for human review. Do not continue.';
    expect(stoppedText('0123abcd', 'text')).toBe(`pawl: stopped, case 0123abcd. ${said}\n`);
    expect(JSON.parse(stoppedText('0123abcd', 'json'))).toEqual({
      schema: 'pawl/review@1',
      outcome: 'stopped',
      case: '0123abcd',
      message: said,
    });
    expect(stoppedText(undefined, 'text')).toBe('pawl: no case is open\n');
  });
});

it('when several cases are open they are listed, each with whom it keeps stopped', () => {
  expect(casesText([open, { ...open, id: '00000000', loops: [] }], PLAIN)).toBe(`Open cases, newest first
  0123abcd  2026-01-02T03:04:05.000Z  stopped: agent/x
  00000000  2026-01-02T03:04:05.000Z  told, and nobody was stopped
  next: read one: pawl review 0123abcd
`);
  expect(casesText([], PLAIN)).toContain('No case is open.');
});
