import { describe, expect, it } from 'vitest';
import { judgeInvariants } from '../index.ts';
import { localSyntax } from '../testing/local-syntax.ts';

const syntax = localSyntax();

async function told(file: string, base: string, head: string): Promise<readonly string[]> {
  const pair = { base: { file, blob: 'b', text: base }, head: { file, blob: 'h', text: head } };
  return (await judgeInvariants([pair], syntax, { threshold: Infinity })).findings.map(({ rule }) => rule);
}

const JS = (...lines: readonly string[]): string =>
  `export async function f(root, name) {\n  const file = path.resolve(root, name);\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const CHECK = 'if (!file.startsWith(root + path.sep)) throw new Error(name);';

describe('E07 when a check moves behind what it should prevent', () => {
  it('it tells it beyond doubt, and not the way back', async () => {
    const early = JS(CHECK, 'const text = await readFile(file);', 'return text;');
    const late = JS('const text = await readFile(file);', CHECK, 'return text;');
    expect(await told('a.js', early, late)).toEqual(['late-guard']);
    expect(await told('a.js', late, early)).toEqual([]);
  });

  it('it tells it in Python', async () => {
    const check = '    if len(content) > LIMIT:\n        raise ValueError(content)\n';
    const text = (...lines: readonly string[]): string =>
      `def save(path, content):\n${lines.join('')}    return path\n`;
    const write = '    path.write_bytes(content)\n';
    expect(await told('a.py', text(check, write), text(write, check))).toEqual(['late-guard']);
  });

  it('it leaves to the score what is done without an effect', async () => {
    const early = JS(CHECK, 'const name = path.basename(file);', 'return name;');
    const late = JS('const name = path.basename(file);', CHECK, 'return name;');
    expect(await told('a.js', early, late)).toEqual([]);
  });
});
