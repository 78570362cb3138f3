import { describe, expect, it } from 'vitest';
import { judgeInvariants } from '../index.ts';
import { localSyntax } from '../testing/local-syntax.ts';

const syntax = localSyntax();

/** What is told of a change to one guard, however little else speaks for a loss. */
async function told(file: string, guard: string, after: string): Promise<readonly string[]> {
  const text = (condition: string): string =>
    file.endsWith('.py')
      ? `def f(root, name, strict):\n    path = root / name\n    if ${condition}:\n        raise ValueError(name)\n    return path\n`
      : `export function f(root, name, strict) {\n  const path = root + name;\n  if (${condition}) throw new Error(name);\n  return path;\n}\n`;
  const pair = { base: { file, blob: 'b', text: text(guard) }, head: { file, blob: 'h', text: text(after) } };
  const { findings } = await judgeInvariants([pair], syntax, { threshold: Infinity });
  return findings.map(({ rule }) => rule);
}

describe('E07 when a check stands and no longer refuses', () => {
  it.each([
    ['a.js', '!isPlain(name)', '!(isPlain(name) || true)'],
    ['a.js', '!isPlain(name)', 'false && !isPlain(name)'],
    ['a.js', '!isPlain(name)', "process.env.STRICT === '1' && !isPlain(name)"],
    ['a.ts', '!isPlain(name)', "process.env['NODE_ENV'] !== 'test' && !isPlain(name)"],
    ['a.js', 'name.length > 200', '__DEV__ && name.length > 200'],
    ['a.js', 'name.length > 200 || !isPlain(name)', '(name.length > 200 || !isPlain(name)) && !process.env.FAST'],
    ['a.py', 'not is_plain(name)', 'not (is_plain(name) or True)'],
    ['a.py', 'not is_plain(name)', 'os.environ.get("STRICT") and not is_plain(name)'],
    ['a.py', 'len(name) > 200', 'os.getenv("STRICT", "0") == "1" and len(name) > 200'],
  ])('it tells it beyond doubt: %s, %s, %s', async (file, guard, after) => {
    expect(await told(file, guard, after)).toEqual([expect.stringMatching(/^(?:lost|weakened)-guard$/u)]);
    expect(await told(file, after, guard)).toEqual([]);
  });

  it.each([
    ['it asks for more, and no switch', 'a.js', '!isPlain(name)', 'strict && !isPlain(name)'],
    ['it refuses more', 'a.js', '!isPlain(name)', '!isPlain(name) || process.env.CLOSED'],
    ['it is another check', 'a.js', '!isPlain(name)', 'process.env.STRICT && !isLong(name)'],
    ['it asks how many', 'a.js', '!name.length', 'name.length > 1'],
    ['it is written otherwise', 'a.py', 'not is_plain(name)', 'not (is_plain(name))'],
    ['it compares with what was there', 'a.py', 'not is_plain(name)', 'not is_plain(name) is True'],
  ])('it leaves it to the score where %s', async (_, file, guard, after) => {
    expect(await told(file, guard, after)).toEqual([]);
  });
});
