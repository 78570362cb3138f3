import { describe, expect, it } from 'vitest';
import type { ContractLanguage, Pattern, Wheres } from '../contract.ts';
import { parseCode } from './engine.ts';
import { bind, findAll } from './pattern.ts';

function found(
  pattern: Pattern,
  text: string,
  language: ContractLanguage = 'javascript',
  where: Wheres = {},
): readonly string[] {
  return findAll(parseCode(text, language), [pattern], where, language).map((node) => node.text());
}

describe('when code says the same in another way', () => {
  it.each<readonly [string, string, ContractLanguage]>([
    ['db.query($X)', 'db?.query(a)', 'javascript'],
    ['eval($X)', 'eval?.(a)', 'javascript'],
    ['app.use($$$, guard)', 'app.use(guard)', 'javascript'],
    ['app.use($$$, guard, $$$)', 'app.use(guard)', 'javascript'],
    ['app.use($$$, guard, $$$)', "app.use('/x', guard, more)", 'javascript'],
    ['app.use(guard);', 'app.use(guard)', 'javascript'],
    ["app.use('/x', guard)", 'app.use("/x", guard)', 'javascript'],
    ['find($X)', 'find<User>(id)', 'typescript'],
    ['function $F($$$) { $$$ }', 'async function f(a) { return a; }', 'javascript'],
    ['function $F($$$) { $$$ }', 'function f(a: A): B { return a; }', 'typescript'],
    ['export async function $F($$$) { $$$ }', 'export async function f(a: A): Promise<B> { return a; }', 'tsx'],
    ["@app.route($$$, methods=['POST'])", '@app.route("/", methods=["POST"])\ndef f(): pass', 'python'],
  ])('%s finds %s', (pattern, text, language) => {
    expect(found(pattern, text, language)).toHaveLength(1);
  });
});

describe('when a metavariable must be something', () => {
  const text = `get('/admin/a'); get("/admin"); get(\`/admin/\${x}\`); get('/b'); get(admin);`;

  it('of a literal the words between the quotes count', () => {
    expect(found('get($P)', text, 'javascript', { P: { regex: '^/admin' } })).toHaveLength(3);
    expect(found('get($P)', text, 'javascript', { P: { notRegex: '^/admin' } })).toEqual(["get('/b')", 'get(admin)']);
    expect(found('get($P)', text, 'javascript', { P: { oneOf: ['/b', 'admin'] } })).toEqual([
      "get('/b')",
      'get(admin)',
    ]);
    expect(found('get($P)', 'get("/admin/x")\nget(f"/b")', 'python', { P: { regex: '^/admin' } })).toHaveLength(1);
  });

  it('an expression that would take for ever elsewhere takes no time', () => {
    const long = `get('${'a'.repeat(50_000)}!');`;
    expect(found('get($P)', long, 'javascript', { P: { regex: '^(a+)+$' } })).toEqual([]);
  });
});

describe('when one pattern has what another one found', () => {
  it('the same code must stand there', () => {
    expect(bind('isSafe($URL, $$$URL)', new Map([['URL', 'req.query.to']]))).toBe('isSafe(req.query.to, $$$URL)');
    expect(bind({ any: [{ pattern: 'a($X)' }], regex: '$X' }, new Map([['X', 'b']]))).toEqual({
      any: [{ pattern: 'a(b)' }],
      regex: '$X',
    });
  });
});
