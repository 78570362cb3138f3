import { describe, expect, it } from 'vitest';
import { takeDefences } from './take-defences.ts';
import { localSyntax } from './testing/local-syntax.ts';

const syntax = localSyntax();
const of = (file: string, text: string): Promise<readonly string[] | undefined> =>
  takeDefences({ file, blob: '1', text }, syntax);

const GUARDED = `export function read(root, name) {
  if (!name.startsWith(root)) throw new Error('outside');
  if (name.length > 100) throw new Error('long');
  return open(name);
}
`;

describe('when the defences of a file are taken', () => {
  it('each guard that leaves is one', async () => {
    expect(await of('a.js', GUARDED)).toHaveLength(2);
  });

  it('two of the same are two, and they are the same in another file', async () => {
    const [guard] = (await of('a.js', GUARDED)) ?? [];
    const doubled = await of('b.js', GUARDED.repeat(2).replace('function read', 'function other'));
    expect(doubled?.filter((one) => one === guard)).toHaveLength(2);
  });

  it('a handler that passes an error on is one, and one that swallows it is none', async () => {
    expect(await of('a.py', 'try:\n    f()\nexcept ValueError:\n    raise\n')).toHaveLength(1);
    expect(await of('a.py', 'try:\n    f()\nexcept ValueError:\n    pass\n')).toEqual([]);
  });

  it('a branch that does not leave is none', async () => {
    expect(await of('a.js', 'export function f(a) {\n  if (a) {\n    g();\n  }\n  h();\n}\n')).toEqual([]);
  });

  it('test code has none', async () => {
    expect(await of('test/a.test.js', GUARDED)).toEqual([]);
  });

  it('a file that is no code could not be read', async () => {
    expect(await of('notes.txt', 'if (a) throw b;')).toBeUndefined();
  });
});
