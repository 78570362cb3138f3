import { describe, expect, it } from 'vitest';
import { type FilePair, judgeInvariants } from '../index.ts';
import { localSyntax } from '../testing/local-syntax.ts';

const syntax = localSyntax();

type Files = Readonly<Record<string, string>>;

/** The functions that are told to have lost a guard, as the default policy tells it or from another score on. */
async function losers(before: Files, after: Files, threshold?: number): Promise<readonly string[]> {
  const pairs = [...new Set([...Object.keys(before), ...Object.keys(after)])].map((file): FilePair => {
    const [base, head] = [before[file], after[file]];
    return {
      ...(base !== undefined && { base: { file, blob: 'b', text: base } }),
      ...(head !== undefined && { head: { file, blob: 'h', text: head } }),
    };
  });
  const { findings } = await judgeInvariants(pairs, syntax, threshold === undefined ? {} : { threshold });
  return findings.filter(({ rule }) => rule === 'lost-guard').map(({ location }) => location.symbol);
}

const OWNER = 'if (note.owner !== user.id) throw new Forbidden();\n';

const remove = (guard: string, name = 'remove'): string =>
  `export function ${name}(user, note) {\n  ${guard}  return notes.delete(note.id);\n}\n`;

describe('when a guard stands elsewhere and nothing leads from one place to the other', () => {
  it('each of two functions that swap their guards has lost its own', async () => {
    const admin = 'if (!user.isAdmin) throw new Forbidden();\n';
    const both = (a: string, b: string): Files => ({ 'notes.js': `${remove(a)}\n${remove(b, 'purge')}` });
    expect(await losers(both(OWNER, admin), both(admin, OWNER))).toEqual(['remove', 'purge']);
  });

  it('a copy that calls itself, as the original does, is a copy all the same', async () => {
    const merge = (guard: string): string =>
      `export function merge(to, from) {\n  for (const key of Object.keys(from)) {\n    ${guard}    to[key] = isObject(from[key]) ? merge(to[key], from[key]) : from[key];\n  }\n  return to;\n}\n`;
    const guard = "if (key === '__proto__') throw new Forbidden(key);\n";
    expect(
      await losers({ 'merge.js': merge(guard) }, { 'merge.js': merge(''), 'merge-deep.js': merge(guard) }),
    ).toEqual(['merge']);
  });

  it('to export, import or route the copy leads nowhere', async () => {
    const copy = `${remove('')}\n${remove(OWNER, 'removeOwn')}\nexport default { remove, removeOwn };\n`;
    const routes =
      "import { remove, removeOwn } from './notes.js';\nroute('/notes', remove);\nroute('/own', removeOwn);\n";
    expect(await losers({ 'notes.js': remove(OWNER) }, { 'notes.js': copy, 'routes.js': routes })).toEqual(['remove']);
  });

  it('a test that calls both leads nowhere', async () => {
    const after = `${remove('')}\n${remove(OWNER, 'removeOwn')}`;
    const test = 'it("works", () => {\n  removeOwn(user, note);\n  remove(user, note);\n});\n';
    expect(await losers({ 'notes.js': remove(OWNER) }, { 'notes.js': after, 'notes.test.js': test })).toEqual([
      'remove',
    ]);
  });

  it('a sibling method is another method', async () => {
    const py = (guard: string, more: string): string =>
      `class Notes:\n    def remove(self, user, note):\n${guard}        return self.store.delete(note.id)\n${more}`;
    const guard = '        if note.owner != user.id:\n            raise Forbidden()\n';
    const more = `\n    def rename(self, user, note, name):\n${guard}        return self.store.rename(note.id, name)\n`;
    expect(await losers({ 'notes.py': py(guard, '') }, { 'notes.py': py('', more) })).toEqual(['Notes.remove']);
  });

  it('one of two callers whose helper only the other calls has lost it', async () => {
    const before = `${remove(OWNER)}\n${remove(OWNER, 'purge')}`;
    const helper = `function assertOwner(user, note) {\n  ${OWNER}}\n\n`;
    const after = `${helper}${remove('assertOwner(user, note);\n')}\n${remove('', 'purge')}`;
    expect(await losers({ 'notes.js': before }, { 'notes.js': after }, -Infinity)).toEqual(['purge']);
  });
});

describe('when a way leads to where the guard stands now', () => {
  const helper = `export function assertOwner(user, note) {\n  ${OWNER}}\n`;

  it.each<[why: string, after: Files]>([
    ['its function calls the other', { 'notes.js': `${helper}\n${remove('assertOwner(user, note);\n')}` }],
    [
      'its wrapper does',
      { 'notes.js': `export function remove(user, note) {\n  return own(user, note);\n}\n\n${remove(OWNER, 'own')}` },
    ],
    [
      'a caller asks',
      {
        'notes.js': `${remove('')}\nexport function handle(user, note) {\n  ${OWNER}  return remove(user, note);\n}\n`,
      },
    ],
    [
      'a caller calls both, one after the other',
      {
        'notes.js': remove(''),
        'own.js': helper,
        'handle.js':
          'export function handle(user, note) {\n  assertOwner(user, note);\n  return remove(user, note);\n}\n',
      },
    ],
    [
      'a route has both',
      { 'notes.js': remove(''), 'own.js': helper, 'routes.js': "app.delete('/notes', assertOwner, remove);\n" },
    ],
    [
      'it runs before all',
      { 'notes.js': remove(''), 'own.js': helper, 'app.js': "app.addHook('preHandler', assertOwner);\n" },
    ],
    [
      'it is written where it is registered',
      { 'notes.js': remove(''), 'app.js': `app.use(({ user, note }, next) => {\n  ${OWNER}  next();\n});\n` },
    ],
    ['the function is gone', { 'notes.js': '', 'own.js': remove(OWNER, 'removeOwn') }],
    [
      'it is called by its old name',
      {
        'notes.js':
          "import * as own from './own.js';\nexport function remove(user, note) {\n  return own.remove(user, note);\n}\n",
        'own.js': remove(OWNER),
      },
    ],
  ])('nothing is lost: %s', async (_, after) => {
    expect(await losers({ 'notes.js': remove(OWNER) }, after)).toEqual([]);
  });
});

describe('when a guard stays in its function', () => {
  const text = (first: string, second: string): Files => ({
    'pay.py': `def pay(user, order):\n${first}    if order.kind == "refund":\n${second}        return bank.refund(order.account)\n    return bank.charge(order.account)\n`,
  });
  const guard = (indent: string): string => `${indent}if order.owner != user.id:\n${indent}    raise Forbidden()\n`;

  it('it is lost where it comes to stand in another branch', async () => {
    const branches = (first: string, second: string): Files => ({
      'pay.js': `export function pay(user, order) {\n  if (order.isRefund) {\n    ${first}    return bank.refund(order);\n  }\n  ${second}  return bank.charge(order);\n}\n`,
    });
    const owner = 'if (order.owner !== user.id) throw new Forbidden();\n';
    expect(await losers(branches('', owner), branches(owner, ''))).toEqual(['pay']);
    expect(await losers(branches(owner, ''), branches('', owner))).toEqual(['pay']);
  });

  it('it may come to stand before more than it guarded', async () => {
    expect(await losers(text('', guard('        ')), text(guard('    '), ''))).toEqual([]);
  });
});
