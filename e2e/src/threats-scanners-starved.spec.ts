import { expect, it } from 'vitest';
import { monorepo, PLANTED_JS, PLANTED_PY } from './support/monorepo.ts';
import { describeWithScanners, installInstead, uninstall } from './support/real-scanners.ts';
import {
  type Change,
  expectCouldNotTell,
  expectEscalated,
  expectStopped,
  judge,
  sharedScannedProject,
} from './support/scanned-project.ts';

const RULES = `rules:
  - id: same-values-again
    languages: [python]
    severity: INFO
    message: The same three values stand twice in one call
    pattern: register(..., $A, ..., $B, ..., $C, ..., $A, ..., $B, ..., $C, ...)
  - id: note
    languages: [python]
    severity: INVENTORY
    message: A note
    pattern: note($X)
`;
const FILES = await monorepo({ 'orders/security/more.yml': RULES });
const textIn = (path: string): string => String(FILES[path]);

describeWithScanners('when a scanner is starved of code', () => {
  const shared = sharedScannedProject(FILES);

  it('S01 a file padded past the limit is lost, and one padded past that of Semgrep alone is examined', async () => {
    const pad = (size: number): string => `# ${'a'.repeat(size)}\n`;
    const [lost, long] = ['orders/orders/tables.py', 'orders/orders/receipts.py'];
    const judged = await judge(shared(), {
      [lost]: textIn(lost) + pad(1_100_000) + PLANTED_PY,
      [long]: textIn(long) + pad(1_010_000) + PLANTED_PY,
    });
    expectStopped(judged);
    for (const tool of ['semgrep', 'bandit']) {
      expect(judged.unexamined('lost-coverage', tool)).toEqual([lost]);
      expect(judged.found(tool)).toContainEqual(expect.stringMatching(`^${long}:\\d+ (?:python-shell|B605) high$`));
    }
  });

  it('S02 a file that takes a rule too long is not taken for a clean one', async () => {
    const values = Array.from({ length: 1000 }, (_, at) => `v${at}`).join(', ');
    const judged = await judge(shared(), { 'slow.py': `register(${values})\n`, 'quick.py': 'x = 1\n' });
    expectCouldNotTell(judged);
    expect(judged.unexamined('not-examined', 'semgrep')).toEqual(['slow.py']);
  });

  const broken: Change = {
    'orders/orders/model.py': `${textIn('orders/orders/model.py')}x = (1,\n`,
    'notes/src/log.js': `${textIn('notes/src/log.js')}var x = /[/;\n`,
  };
  /** Python that only Semgrep cannot read, without a word on its screen. */
  const swallowed =
    'match x:\n    case a.b | -1 | (1 | 2) as z if z: pass\n    case {**rest}: pass\n    case 1+2j: pass\n';

  it('S03 a bad token in a file that was read before is lost coverage', async () => {
    const tables = 'orders/orders/tables.py';
    const judged = await judge(shared(), { ...broken, [tables]: textIn(tables) + swallowed });
    expectStopped(judged);
    expect(judged.unexamined('lost-coverage', 'semgrep')).toEqual([...Object.keys(broken), tables].toSorted());
    expect(judged.unexamined('lost-coverage', 'bandit')).toEqual(['orders/orders/model.py']);
  });

  it('S03 a bad token in a new file is "could not tell"', async () => {
    const judged = await judge(shared(), { 'a.py': swallowed, 'b.js': 'var x = /[/;\n', 'c.py': 'x = (1,\n' });
    expectCouldNotTell(judged);
    expect(judged.unexamined('not-examined', 'semgrep')).toEqual(['a.py', 'b.js', 'c.py']);
    expect(judged.unexamined('not-examined', 'bandit')).toEqual(['c.py']);
  });

  it('S04 code is found wherever scanners do not look by themselves', async () => {
    const js = [
      'notes/test/a.js',
      'notes/tests/a.js',
      'vendor/a.js',
      'build/a.js',
      'dist/a.js',
      'node_modules/a/index.js',
      'notes/web/a.min.js',
      '.hidden/a.js',
    ];
    const py = ['orders/tests/a.py', 'vendor/a.py', 'build/a.py', '.tox/a.py', 'a.egg/a.py', 'orders/a_test.py'];
    const judged = await judge(shared(), {
      ...Object.fromEntries(js.map((path) => [path, PLANTED_JS])),
      ...Object.fromEntries(py.map((path) => [path, PLANTED_PY])),
    });
    expectStopped(judged);
    expect(judged.found('bandit').filter((found) => found.includes('B605'))).toEqual(
      py.toSorted().map((path) => `${path}:5 B605 high`),
    );
    expect(judged.found('semgrep')).toEqual(
      [...js.map((path) => `${path}:4 node-shell high`), ...py.map((path) => `${path}:5 python-shell high`)].toSorted(),
    );
  });

  it('S04 a file that moves to where nobody has to look is judged all the same', async () => {
    await shared().git('mv', 'notes/src/log.js', 'notes/src/validate.js', 'notes/test');
    const judged = await judge(shared(), {
      'orders/orders/receipts.py': null,
      'third_party/receipts.py': textIn('orders/orders/receipts.py') + PLANTED_PY,
    });
    expectStopped(judged);
    expect(judged.found('semgrep')).toEqual([expect.stringContaining('third_party/receipts.py')]);
  });

  it('S05 a name that no scanner is for is lost coverage, and a rarer one of the same language is examined', async () => {
    const moves = {
      'notes/src/log.js': 'notes/src/log.vue',
      'notes/src/auth.js': 'notes/src/auth.svelte',
      'notes/src/database.js': 'notes/src/database',
      'orders/orders/model.py': 'orders/orders/model.ipynb',
      'orders/orders/uploads.py': 'orders/orders/uploads.inc',
      'orders/orders/tables.py': 'orders/orders/tables',
    };
    for (const [from, to] of Object.entries(moves)) await shared().git('mv', from, to);
    const judged = await judge(shared(), {
      'notes/src/validate.js': null,
      'notes/src/validate.mts': textIn('notes/src/validate.js') + PLANTED_JS,
      'orders/orders/receipts.py': null,
      'orders/orders/receipts.pyw': textIn('orders/orders/receipts.py') + PLANTED_PY,
    });
    expectStopped(judged);
    const gone = Object.values(moves).toSorted();
    expect(judged.unexamined('lost-coverage', 'semgrep')).toEqual(gone);
    expect(judged.unexamined('lost-coverage', 'bandit')).toEqual(gone.filter((path) => path.startsWith('orders')));
    expect(judged.found('semgrep')).toEqual([
      expect.stringContaining('notes/src/validate.mts:'),
      expect.stringContaining('orders/orders/receipts.pyw:'),
    ]);
  });

  it.each([
    ['semgrep', 'bandit'],
    ['bandit', 'semgrep'],
  ] as const)('S07 a scanner that is killed is no clean one: %s, and %s is gone', async (killed, gone) => {
    await installInstead(shared().root, killed, 'kill -9 $$');
    await uninstall(shared().root, gone);
    const app = 'orders/orders/app.py';
    const judged = await judge(shared(), { [app]: `${textIn(app)}# ${killed}\n` });
    expectCouldNotTell(judged);
    for (const tool of ['semgrep', 'bandit']) expect(judged.unexamined('not-examined', tool)).toEqual([app]);
  });

  it('S09 findings that weigh nothing are escalated, however many they are', async () => {
    const judged = await judge(shared(), { 'notes.py': 'note(1)\n'.repeat(500) });
    expectEscalated(judged);
    expect(judged.found('semgrep')).toHaveLength(500);
  });

  it('S09 a flood is told to the last one, and hides no other', async () => {
    const flood = Array.from({ length: 20 }, (_, at) => [`flood/${at}.py`, 'assert x\n'.repeat(5000)] as const);
    const judged = await judge(shared(), { ...Object.fromEntries(flood), 'planted.py': PLANTED_PY });
    expectStopped(judged);
    const found = judged.found('bandit');
    expect(found.filter((each) => each.endsWith(' B101 low'))).toHaveLength(100_000);
    expect(found).toContain('planted.py:5 B605 high');
  });

  it.each([
    ['orders/hook.lua', 'os.execute(arg[1])\n'],
    ['bin/deploy', '#!/bin/sh\nrm -r "$1"\n'],
    ['contracts/Vault.sol', 'contract Vault {}\n'],
  ])('S12 code in a language that nothing here reads is for a person to read: %s', async (path, text) => {
    const judged = await judge(shared(), { [path]: text });
    expectEscalated(judged);
    expect(judged.filesOf('unscanned-code')).toEqual([path]);
  });

  it('S12 a language that nothing reads is no excuse for code that should have been read', async () => {
    const judged = await judge(shared(), { 'orders/hook.lua': 'os.execute(arg[1])\n', 'c.py': 'x = (1,\n' });
    expectCouldNotTell(judged);
    expect(judged.filesOf('unscanned-code')).toEqual(['orders/hook.lua']);
  });

  it('S12 code that leaves for such a language is lost coverage', async () => {
    await shared().git('mv', 'orders/orders/tables.py', 'orders/orders/tables.lua');
    const judged = await judge(shared(), {});
    expectStopped(judged);
    expect(judged.unexamined('lost-coverage', 'invariants')).toEqual(['orders/orders/tables.lua']);
  });
});
