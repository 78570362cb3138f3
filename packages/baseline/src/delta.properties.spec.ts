import { type Finding, SEVERITIES } from '@pawl/findings';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { delta } from './delta.ts';
import { findingOf } from './testing/finding-of.ts';
import { weightedTotal, weightedTotals } from './weighted-total.ts';

/** Few codes, files and lines, so that copies, moves and collisions are common. */
const finding: fc.Arbitrary<Finding> = fc
  .tuple(
    fc.constantFrom('x', 'y', 'z'),
    fc.constantFrom('a.ts', 'b.ts', 'c.ts'),
    fc.integer({ min: 1, max: 6 }),
    fc.constantFrom(...SEVERITIES),
  )
  .map(([code, file, line, severity]) => findingOf(code, `${file}:${line}`, severity));
const findings = fc.array(finding, { maxLength: 12 });

const prints = (list: readonly Finding[]): string[] => list.map(({ fingerprint }) => fingerprint).sort();

function count(list: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fingerprint } of list) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}

it('when nothing changed nothing is introduced, resolved, worsened or moved', () => {
  fc.assert(
    fc.property(findings, (a) => {
      const { introduced, resolved, worsened, moved, persisting } = delta(a, a);
      expect([introduced, resolved, worsened, moved]).toEqual([[], [], [], []]);
      expect(persisting).toHaveLength(a.length);
    }),
  );
});

it('when the sides are swapped introduced and resolved change places', () => {
  fc.assert(
    fc.property(findings, findings, (a, b) => {
      expect(prints(delta(a, b).introduced)).toEqual(prints(delta(b, a).resolved));
    }),
  );
});

it('when a change is made in two steps nothing is introduced that neither step introduced', () => {
  fc.assert(
    fc.property(findings, findings, findings, (a, b, c) => {
      const steps = count([...delta(a, b).introduced, ...delta(b, c).introduced]);
      for (const [print, times] of count(delta(a, c).introduced)) {
        expect(steps.get(print) ?? 0).toBeGreaterThanOrEqual(times);
      }
    }),
  );
});

it('when one is fixed and another added exactly one is introduced', () => {
  fc.assert(
    fc.property(fc.array(finding, { minLength: 1, maxLength: 12 }), fc.nat(), (base, at) => {
      const head = base.with(at % base.length, findingOf('another'));
      expect(prints(delta(base, head).introduced)).toEqual(prints([findingOf('another')]));
    }),
  );
});

it('when paths and lines change nothing is introduced, resolved or worsened', () => {
  const places = fc.array(fc.tuple(fc.constantFrom('q.ts', 'a.ts', 'b.ts'), fc.integer({ min: 1, max: 999 })), {
    minLength: 12,
    maxLength: 12,
  });
  fc.assert(
    fc.property(findings, places, (base, to) => {
      const head = base.map((one, index) => {
        const [file, line] = to[index] as [string, number];
        return { ...one, location: { ...one.location, file, line } };
      });
      const { introduced, resolved, worsened } = delta(base, head);
      expect([introduced, resolved, worsened]).toEqual([[], [], []]);
    }),
  );
});

it('when the input is in another order the answer is the same', () => {
  const twice = findings.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(twice, twice, ([base, otherBase], [head, otherHead]) => {
      expect(delta(otherBase, otherHead)).toEqual(delta(base, head));
    }),
  );
});

it('when findings are sorted into lists each is in exactly one and the totals agree', () => {
  fc.assert(
    fc.property(findings, findings, (base, head) => {
      const { introduced, resolved, worsened, persisting, moved } = delta(base, head);
      const pairs = [...worsened, ...persisting, ...moved];
      expect(prints([...introduced, ...pairs.map((pair) => pair.head)])).toEqual(prints(head));
      expect(prints([...resolved, ...pairs.map((pair) => pair.base)])).toEqual(prints(base));
      expect(pairs.filter((pair) => pair.base.fingerprint !== pair.head.fingerprint)).toEqual([]);
      expect(weightedTotals({ introduced, resolved, worsened, persisting, moved })).toEqual({
        base: weightedTotal(base),
        head: weightedTotal(head),
      });
    }),
  );
});
