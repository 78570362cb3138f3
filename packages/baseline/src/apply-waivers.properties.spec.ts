import { type Finding, SEVERITIES } from '@pawl/findings';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyWaivers } from './apply-waivers.ts';
import type { Waiver } from './decision.ts';
import { type Delta, delta } from './delta.ts';
import { findingOf } from './testing/finding-of.ts';
import { NOW, waiverOf } from './testing/waiver-of.ts';
import { weightedTotals } from './weighted-total.ts';

/** Few codes and files, so that copies and matches are common. */
const code = fc.constantFrom('x', 'y', 'z');
const file = fc.constantFrom('a.ts', 'b.ts', 'c.ts');
const finding = fc
  .tuple(code, file, fc.integer({ min: 1, max: 4 }), fc.constantFrom(...SEVERITIES))
  .map(([text, path, line, severity]) => findingOf(text, `${path}:${line}`, severity));
const findings = fc.array(finding, { maxLength: 10 });
const waiver: fc.Arbitrary<Waiver> = fc
  .tuple(fc.constantFrom('x', 'y', 'z', 'unknown'), file)
  .map(([text, path]) => waiverOf(findingOf(text), { file: path }));
const waivers = fc.array(waiver, { maxLength: 8 });

const after = (change: Delta, given: readonly Waiver[]): Delta =>
  applyWaivers({ delta: change }, given, NOW).evidence.delta;
const told = ({ introduced, worsened }: Delta): Finding[] => [...introduced, ...worsened.map(({ head }) => head)];
const risen = (change: Delta): number => weightedTotals(change).head - weightedTotals(change).base;

it('when a waiver is added nothing more is told and nothing weighs more', () => {
  fc.assert(
    fc.property(findings, findings, waivers, waiver, (base, head, given, added) => {
      const [less, more] = [after(delta(base, head), given), after(delta(base, head), [...given, added])];
      const before = told(less).map((one) => JSON.stringify(one));
      for (const one of told(more)) {
        const at = before.indexOf(JSON.stringify(one));
        expect(at).not.toBe(-1);
        before.splice(at, 1);
      }
      expect(before.length).toBeLessThanOrEqual(1);
      expect(risen(more)).toBeLessThanOrEqual(risen(less));
    }),
  );
});

it('when a waiver is expired it is as if it had never been', () => {
  const expired = waiver.map((one) => ({ ...one, expires: '2026-02-28T23:59:59.999Z' }));
  fc.assert(
    fc.property(findings, findings, waivers, fc.array(expired), (base, head, given, old) => {
      expect(after(delta(base, head), [...old, ...given])).toEqual(after(delta(base, head), given));
    }),
  );
});

it('when a waiver is for another finding nothing changes', () => {
  fc.assert(
    fc.property(findings, findings, waivers, file, (base, head, given, path) => {
      const other = waiverOf(findingOf('another'), { file: path });
      expect(after(delta(base, head), [...given, other])).toEqual(after(delta(base, head), given));
    }),
  );
});

it('when waivers come in another order as much is accepted', () => {
  fc.assert(
    fc.property(findings, findings, waivers, (base, head, given) => {
      const [one, other] = [given, given.toReversed()].map((list) => after(delta(base, head), list));
      expect(one).toEqual(other);
    }),
  );
});

it('when all is said each waiver has covered at most one', () => {
  fc.assert(
    fc.property(findings, findings, waivers, (base, head, given) => {
      const { evidence, accepted } = applyWaivers({ delta: delta(base, head) }, given, NOW);
      expect(accepted.length + told(evidence.delta).length).toBe(told(delta(base, head)).length);
      expect(accepted.length).toBeLessThanOrEqual(given.length);
    }),
  );
});
