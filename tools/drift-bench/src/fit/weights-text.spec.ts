import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Model, scoreOf } from '@pawl/invariants';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { weightsText } from './weights-text.ts';

const SOURCES = ['model.ts', 'word-model.ts'].map(
  (name) => [name, new URL(`../../../../packages/invariants/src/drift/${name}`, import.meta.url)] as const,
);

const MODEL: Model = {
  start: -0.52341,
  trees: [
    { feature: 'lost guard', above: 1.0397, worth: 0.1, no: -0.25, yes: 0.31 },
    {
      feature: 'lost negation !',
      above: 0.34657,
      worth: -0.05,
      no: { feature: 'lines', above: 2.5, worth: -0.08, no: 0.12345, yes: -0.2 },
      yes: 0.4,
    },
  ],
};
const MEASURED = { examples: 12, projects: 3, lines: ['default: regression 1/2'] };

/** Reads the weights as the package does that they are written for. */
async function readBack(text: string): Promise<{ MODEL: Model; FITTED_THRESHOLDS: Readonly<Record<string, number>> }> {
  const folder = temporaryFolder();
  for (const [name, source] of SOURCES) copyFileSync(source, join(folder, name));
  writeFileSync(join(folder, 'weights.ts'), text);
  return import(/* @vite-ignore */ join(folder, 'weights.ts'));
}

describe('when weights are written', () => {
  const thresholds = new Map([
    ['default', 1.23456],
    ['strict', Infinity],
  ]);

  it('what is read back scores the same, to four places', async () => {
    const read = await readBack(weightsText(MODEL, thresholds, MEASURED));
    expect(read.FITTED_THRESHOLDS).toEqual({ default: 1.2346, strict: Infinity });
    expect(read.MODEL.trees).toHaveLength(2);
    for (const guard of [0, 1.1])
      for (const negation of [0, 0.7])
        for (const lines of [0, 3]) {
          const row = new Map([
            ['lost guard', guard],
            ['lost negation !', negation],
            ['lines', lines],
          ]);
          const score = (model: Model): number => scoreOf((name) => row.get(name) ?? 0, model).score;
          expect(Math.abs(score(read.MODEL) - score(MODEL))).toBeLessThan(3 * 0.00005);
        }
  });

  it('words are read back to two places, and what is worth nothing is left out', async () => {
    const worth = new Map([
      ["it's `${\\\\`", [1.234, -0.5]],
      ['nothing', [0.001, -0.001]],
    ] as const);
    const { MODEL: read } = await readBack(
      weightsText({ ...MODEL, words: { start: -1, worth } }, thresholds, MEASURED),
    );
    expect(read.words?.start).toBe(-1);
    expect([...(read.words?.worth ?? [])]).toEqual([["it's `${\\\\`", [1.23, -0.5]]]);
    expect(read.words?.worth.get("it's `${\\\\`")).toEqual([1.23, -0.5]);
  });

  it('each tree has a line of its own, below the measured error', () => {
    const lines = weightsText(MODEL, thresholds, MEASURED).split('\n');
    expect(lines).toContain('["lost guard", 1.0397, 0.1, -0.25, 0.31],');
    expect(lines).toContain(' * - default: regression 1/2');
    expect(lines.join('\n')).toContain('on 12 cases of 3 projects');
  });
});
