import { readFileSync } from 'node:fs';
import { delta } from '@pawl/baseline';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { evidenceOf, findingOf, invariantOf, suppression } from './testing/evidence-of.ts';
import { type AgentVerdict, type Verdict, VERDICT_SCHEMA } from './verdict.ts';

const schema = JSON.parse(readFileSync(new URL('../schema/verdict.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
const accepts = (value: unknown): boolean => validate(JSON.parse(JSON.stringify(value)));

const verdict: Verdict = {
  schema: VERDICT_SCHEMA,
  base: '1'.repeat(40),
  head: '2'.repeat(40),
  tier: 'full',
  assurance: 'unsigned',
  drift: null,
  timings: { scan: 12.5 },
  ...decide(
    evidenceOf({
      delta: delta([findingOf('w', 'low')], [findingOf('n', 'high'), findingOf('w', 'medium')]),
      invariants: [invariantOf('lost-defence'), invariantOf('weakened-defence'), invariantOf('unguarded-path')],
      suppressions: [suppression],
      gateChanges: [{ file: 'f', change: 'added', protects: 'gate' }],
      faults: [{ code: 'c', message: 'm', next: 'n' }],
      drift: { weight: 21, limit: 20 },
      latch: ['0123abcd'],
      coverage: {
        base: { examined: [{ file: 'a', blob: 'b', by: 'one' }], notExamined: [] },
        head: { examined: [], notExamined: [{ file: 'c', blob: 'b', by: 'one', code: 'binary', why: 'w' }] },
        renames: new Map(),
        deleted: new Set(),
      },
    }),
    DEFAULT_POLICY,
  ),
};
const agent: AgentVerdict = { schema: VERDICT_SCHEMA, outcome: 'stopped', case: 'C-7', message: 'The loop stopped.' };

describe('when a verdict is checked against its schema', () => {
  it('it accepts a verdict with every kind of reason that there is evidence for', () => {
    expect(new Set(verdict.reasons.map(({ kind }) => kind)).size).toBe(12);
    expect(accepts(verdict), JSON.stringify(validate.errors)).toBe(true);
  });

  it('it accepts a clean verdict', () => {
    expect(accepts({ ...verdict, ...decide(evidenceOf(), DEFAULT_POLICY) })).toBe(true);
  });

  it.each<AgentVerdict>([
    agent,
    { schema: VERDICT_SCHEMA, outcome: 'clean' },
    { schema: VERDICT_SCHEMA, outcome: 'inconclusive', faults: ['a.js: line 3 does not parse'] },
  ])('it accepts what an agent gets: $outcome', (answer) => {
    expect(accepts(answer)).toBe(true);
  });
});

describe('when a verdict is not as the schema says', () => {
  const [reason] = verdict.reasons;
  it.each<[string, object]>([
    ['another version', { ...verdict, schema: 'pawl/verdict@2' }],
    ['another outcome', { ...verdict, outcome: 'ok' }],
    ['an outcome of the agent with details', { ...verdict, outcome: 'stopped' }],
    ['details for the agent', { ...agent, reasons: [] }],
    ['an agent told another outcome', { ...agent, outcome: 'regression' }],
    ['an agent told faults of a stopped loop', { ...agent, faults: ['a.js: line 3 does not parse'] }],
    ['an unknown field', { ...verdict, extra: 1 }],
    ['a reason with an unknown field', { ...verdict, reasons: [{ ...reason, snippet: 'x' }] }],
    ['a reason of an unknown kind', { ...verdict, reasons: [{ ...reason, kind: 'bad-luck' }] }],
    ['a reason without a file field', { ...verdict, reasons: [{ ...reason, file: undefined }] }],
    ['a line before the first', { ...verdict, reasons: [{ ...reason, line: 0 }] }],
    ['a weakness that is none', { ...verdict, reasons: [{ ...reason, cwe: ['79'] }] }],
    ['a negative time', { ...verdict, timings: { scan: -1 } }],
    ['no criteria', { ...verdict, criteria: undefined }],
    ['an unknown criterion', { ...verdict, criteria: [{ name: 'luck', state: 'met', reasons: 0 }] }],
  ])('it refuses %s', (_, value) => {
    expect(accepts(value)).toBe(false);
  });
});
