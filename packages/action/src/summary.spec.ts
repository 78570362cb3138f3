import type { Reason, Verdict } from '@pawl/verdict';
import { describe, expect, it } from 'vitest';
import { detailedSummary, escaped, plainSummary } from './summary.ts';

const reason: Reason = {
  ...{ kind: 'lost-defence', outcome: 'regression', severity: null, symbol: null, rule: null, tool: null, cwe: [] },
  ...{ message: 'no longer rejects', file: 'app.js', line: 6 },
};
const verdict = (reasons: readonly Reason[]): Verdict => ({
  schema: 'pawl/verdict@1',
  outcome: 'regression',
  base: 'a'.repeat(40),
  head: 'b'.repeat(40),
  tier: 'full',
  assurance: 'locked',
  drift: null,
  criteria: [],
  reasons,
  coverage: { examined: 2, notExamined: [] },
  timings: {},
});

describe('when people read the summary', () => {
  it('it has a row for each reason', () => {
    const text = detailedSummary(verdict([reason]), '01234567');
    expect(text).toContain('<h3>Pawl: regression, case <code>01234567</code></h3>');
    expect(text).toContain('<td><code>lost defence</code></td><td></td><td><code>app.js:6</code></td>');
  });

  it('S09 it says how many it leaves out', () => {
    const text = detailedSummary(verdict(Array.from({ length: 1000 }, () => reason)), '01234567');
    expect(text.match(/<tr>/gu)).toHaveLength(201);
    expect(text).toContain('and 800 more: <code>pawl review 01234567</code>');
    expect(text.length).toBeLessThan(1024 * 1024);
  });
});

it.each([
  ['<b>', '&#60;b&#62;'],
  ['`a` | b', '&#96;a&#96; &#124; b'],
  ['![x](//y)', '&#33;&#91;x&#93;&#40;//y&#41;'],
  ['&lt;', '&#38;lt;'],
  ['a\n\n# b', 'a&#92;n&#92;n&#35; b'],
  ['ünï_café/x-1.ts', 'ünï_café/x-1.ts'],
])('O08 when %j is written › it is nothing but text', (text, written) => {
  expect(escaped(text)).toBe(written);
});

it('when the log is repeated › each line stays one', () => {
  expect(plainSummary('pawl: <x>\n  next\n')).toBe('<h3>Pawl</h3>\n<pre>pawl: &#60;x&#62;\n  next</pre>\n');
});
