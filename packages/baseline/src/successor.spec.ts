import { describe, expect, it } from 'vitest';
import type { Waiver } from './decision.ts';
import { release, revoke, waive } from './successor.ts';
import { findingOf } from './testing/finding-of.ts';
import { NOW, waiverOf } from './testing/waiver-of.ts';
import { liveWaivers } from './waivers.ts';

const lock = { waivers: [] as readonly Waiver[], releases: [], configuration: {} };
const terms = { reason: 'a test fixture', days: 30, now: NOW };
const what = { fingerprint: 'f', snippet: 'a'.repeat(64), tool: 'bandit', rule: 'B602', file: 'a.py' };
const expired = waiverOf(findingOf('old'), { expires: NOW.toISOString() });
const live = waiverOf(findingOf('x'));
const refused = (code: string): object => expect.objectContaining({ name: 'DecisionError', code });

describe('when a person waives', () => {
  it('the lock that follows says what, why and until when', () => {
    expect(waive(lock, what, terms)).toEqual({
      decision: { kind: 'waive', fingerprint: 'f', snippet: 'a'.repeat(64) },
      waivers: [
        { ...what, reason: 'a test fixture', since: '2026-03-01T00:00:00.000Z', expires: '2026-03-31T00:00:00.000Z' },
      ],
      releases: [],
    });
  });

  it('what is expired is dropped, what was released stays', () => {
    const releases = [{ case: '0123abcd', reason: 'r', at: NOW.toISOString() }];
    const next = waive({ ...lock, waivers: [expired, live], releases }, what, terms);
    expect(next.waivers.map(({ rule }) => rule).sort()).toEqual(['B602', 'R1']);
    expect(next.releases).toEqual(releases);
  });

  it('the same waivers stand in the same order, whichever came first', () => {
    const [a, b] = [what, { ...what, fingerprint: 'e' }];
    const twice = (first: typeof what, second: typeof what): readonly Waiver[] =>
      waive({ ...lock, ...waive(lock, first, terms) }, second, terms).waivers;
    expect(twice(a, b)).toEqual(twice(b, a));
  });

  it.each([
    ['0 days', { days: 0 }, 'days-out-of-range'],
    ['91 days', { days: 91 }, 'days-out-of-range'],
    ['half a day', { days: 0.5 }, 'days-out-of-range'],
    ['no number of days', { days: NaN }, 'days-out-of-range'],
    ['no reason', { reason: ' ' }, 'reason-missing'],
    ['a reason that is too long', { reason: 'x'.repeat(501) }, 'reason-too-long'],
    ['a reason of two lines', { reason: 'a\nb' }, 'reason-unprintable'],
    ['a reason that moves the cursor', { reason: 'a\u001b[2Kb' }, 'reason-unprintable'],
    ['a reason that reads backwards', { reason: 'a\u202eb' }, 'reason-unprintable'],
  ])('%s is refused', (_, over, code) => {
    expect(() => waive(lock, what, { ...terms, ...over })).toThrow(refused(code));
  });

  it('90 days and 500 characters are the most', () => {
    const next = waive(lock, what, { ...terms, days: 90, reason: 'x'.repeat(500) });
    expect(liveWaivers(next, new Date('2026-05-29T23:59:59.999Z'))).toHaveLength(1);
    expect(liveWaivers(next, new Date('2026-05-30T00:00:00Z'))).toEqual([]);
  });
});

describe('when there are as many waivers as the lock allows', () => {
  const twenty = Array.from({ length: 20 }, (_, at) => waiverOf(findingOf(`x${at}`)));

  it('one more is refused, unless one has expired', () => {
    expect(() => waive({ ...lock, waivers: twenty }, what, terms)).toThrow(refused('too-many-waivers'));
    expect(waive({ ...lock, waivers: [...twenty.slice(1), expired] }, what, terms).waivers).toHaveLength(20);
  });

  it.each([
    [{ waivers: { max: 1 } }, 1],
    [{ waivers: { max: 0 } }, 0],
    [{ waivers: { max: -1 } }, 20],
    [{ waivers: { max: '999' } }, 20],
    [{ waivers: null }, 20],
    [{}, 20],
  ])('%j allows %i', (configuration, max) => {
    const at = (count: number): (() => unknown) => {
      return () => waive({ ...lock, configuration, waivers: twenty.slice(0, count) }, what, terms);
    };
    expect(at(max)).toThrow(refused('too-many-waivers'));
    if (max > 0) expect(at(max - 1)).not.toThrow();
  });
});

describe('when a person revokes', () => {
  it('one copy goes, and no other', () => {
    const next = revoke({ ...lock, waivers: [live, live, expired] }, live, NOW);
    expect(next).toEqual({
      decision: { kind: 'revoke', fingerprint: live.fingerprint, snippet: live.snippet },
      waivers: [live],
      releases: [],
    });
  });

  it('what the lock does not have is refused', () => {
    expect(() => revoke({ ...lock, waivers: [live] }, { ...live, reason: 'other' }, NOW)).toThrow(
      refused('not-waived'),
    );
  });
});

describe('when a person releases', () => {
  const terms2 = { reason: 'mended by hand', now: NOW };

  const [one, two] = [`0123abcd${'e'.repeat(56)}`, `00000000${'f'.repeat(56)}`];
  const number = '0123abcd';

  it('the case and its whole question are named, after those before it', () => {
    const first = release({ ...lock, waivers: [live, expired] }, one, terms2);
    expect(first).toEqual({
      decision: { kind: 'release', case: number },
      waivers: [live],
      releases: [{ case: number, question: one, reason: 'mended by hand', at: '2026-03-01T00:00:00.000Z' }],
    });
    expect(release({ ...lock, ...first }, two, terms2).releases.map((each) => each.case)).toEqual([number, '00000000']);
  });

  it.each([
    [
      'a case twice',
      { ...lock, releases: [{ case: number, question: one, reason: 'r', at: 't' }] },
      one,
      'already-released',
    ],
    ['what is no case', lock, 'main', 'not-a-case'],
    ['a number alone', lock, number, 'not-a-case'],
  ])('%s is refused', (_, before, question, code) => {
    expect(() => release(before, question, terms2)).toThrow(refused(code));
  });

  it.each([undefined, `${number}${'0'.repeat(56)}`])(
    'a case of the same number that was released before is another one: %s',
    (question) => {
      const before = { ...lock, releases: [{ case: number, ...(question && { question }), reason: 'r', at: 't' }] };
      expect(release(before, one, terms2).releases.at(-1)).toMatchObject({ case: number, question: one });
    },
  );

  it('a reason is asked for', () => {
    expect(() => release(lock, one, { ...terms2, reason: '' })).toThrow(refused('reason-missing'));
  });
});
