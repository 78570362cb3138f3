import { expect, it } from 'vitest';
import type { Change } from '../change.ts';
import { changeBetween } from '../testing/change-between.ts';
import { evidenceOf } from './evidence-of.ts';
import { DRIFT_RULES, explainDrift } from './explain-drift.ts';
import { featuresOf } from './features.ts';

type Parts = Readonly<Record<string, number>>;

async function explained(change: Change, parts: Parts): Promise<ReturnType<typeof explainDrift>> {
  return explainDrift(featuresOf(await evidenceOf(change, { forth: [], back: [] })), new Map(Object.entries(parts)));
}

const read = 'function read(path) {\n  if (isBad(path)) throw new Error();\n  return load(path);\n}\n';
const show = 'function show(name) {\n  return put(escape(name));\n}\n';
const careless = read.replace(/ {2}if .*\n/u, '') + show.replace('escape(name)', 'name');
const change = await changeBetween('src/a.js', `// first\n${read}${show}`, careless);

it('when a guard is lost › it names file, symbol and line of now, and says what was there', async () => {
  const [finding, ...others] = await explained(change, { 'lost guard': 1 });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    kind: 'lost-defence',
    rule: 'lost-guard',
    location: { file: 'src/a.js', symbol: 'read' },
    message: '`read` no longer rejects `isBad(path)` (lost guard, line 3 of the locked version)',
  });
});

it('when several places lost something › the strongest comes first, and a weak one is not told', async () => {
  const symbols = async (parts: Parts): Promise<readonly string[]> =>
    (await explained(change, parts)).map(({ location }) => location.symbol);
  expect(await symbols({ 'lost guard': 1, 'lost wrapper': 2 })).toEqual(['show', 'read']);
  expect(await symbols({ 'lost guard': 2, 'lost wrapper': 1 })).toEqual(['read', 'show']);
  expect(await symbols({ 'lost guard': 5, 'lost wrapper': 1 })).toEqual(['read']);
});

it('when only sizes speak for a loss › it shows all that was lost', async () => {
  const found = await explained(change, { 'lost guard': -1, 'lines lost': 1 });
  expect(found.map(({ location }) => location.symbol)).toEqual(['read', 'show']);
});

it('when only sizes speak and nothing stays that lost something › it shows what is gone, or else what came', async () => {
  const gone = await changeBetween('src/a.js', `go();\n${read}`, 'go();\n');
  const [told] = await explained(gone, { 'lines lost': 1 });
  expect(told).toMatchObject({ kind: 'lost-defence', location: { symbol: 'read' } });
  const came = await changeBetween('src/a.js', 'go();\n', `go();\n${read}`);
  expect((await explained(came, { 'lines gained': 1 })).length).toBeGreaterThan(0);
});

it('when a check comes late › it says so, and not that it is lost', async () => {
  const [before, after] = ['check(a);\n  drop(a);', 'drop(a);\n  check(a);'].map(
    (body) => `function f(a) {\n  ${body}\n}\n`,
  );
  const found = await explained(await changeBetween('src/a.js', before ?? '', after ?? ''), { lines: 1 });
  expect(found).toMatchObject([
    {
      kind: 'weakened-defence',
      rule: 'late-guard',
      message: '`f` only afterwards checks `check(a)` (late guard, line 2 of the locked version)',
    },
  ]);
});

it('when careless code came › it shows that code where it stands', async () => {
  const added = await changeBetween('src/a.js', 'go();\n', 'go();\nfunction f(x) {\n  run(x);\n}\n');
  expect(await explained(added, { 'new call': 1 })).toMatchObject([
    { kind: 'weakened-defence', rule: 'careless-code', location: { line: 3, symbol: 'f' }, snippet: 'run(x)' },
  ]);
});

it.each([
  [
    'call',
    'send(check(x));\n',
    'send(x);\n',
    'lost wrapper',
    'lost-call',
    'The module code no longer calls `check(x)`',
  ],
  ['option', 'f({ safe: 1 });\n', 'f({});\n', 'lost option', 'lost-option', 'The module code no longer sets `safe:1`'],
])('when a(n) %s is lost › the rule says so', async (_, base, head, feature, rule, message) => {
  const [finding] = await explained(await changeBetween('src/a.js', base, head), { [feature]: 1 });
  expect(finding?.rule).toBe(rule);
  expect(finding?.message).toContain(message);
  expect(DRIFT_RULES).toHaveProperty(rule);
});
