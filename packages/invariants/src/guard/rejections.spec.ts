import { partOf, type LanguageId } from '@pawl/syntax';
import { describe, expect, it } from 'vitest';
import { localSyntax } from '../testing/local-syntax.ts';
import { conjunctionKey, rejections } from './rejections.ts';

const syntax = localSyntax();

async function keys(code: string, language: LanguageId, holds = true): Promise<readonly string[]> {
  await syntax.load(language);
  const text = language === 'python' ? `if ${code}:\n    pass\n` : `if (${code}) {}`;
  const result = syntax.parse(text, language);
  if (result.kind !== 'tree') throw new Error(result.why);
  const condition = partOf(result.tree.root.find(['if_statement'])[0] ?? result.tree.root, 'condition');
  if (condition === undefined) throw new Error('no condition');
  return rejections(condition, holds).map(conjunctionKey).sort();
}

describe('when one condition is written in two ways', () => {
  it.each<[LanguageId, string, string]>([
    ['javascript', 'a || b', 'b || a'],
    ['javascript', '!(a && b)', '!a || !b'],
    ['javascript', 'a !== "x"', "'x' != a"],
    ['javascript', 'a > b', 'b < a'],
    ['javascript', 'a >= b', '!(a < b)'],
    ['javascript', '!!a', '((a))'],
    ['javascript', 'a?.b', 'a.b'],
    ['javascript', 'a /* why */ && b', 'a && b'],
    ['javascript', 'a && (b || c)', '(a && b) || (a && c)'],
    ['typescript', '(a as string) === b', 'a === b!'],
    ['python', 'not (a and b)', 'not a or not b'],
    ['python', 'a not in b', 'not a in b'],
    ['python', 'a is not None', 'not (a is None)'],
    ['python', 'a != "x"', "not 'x' == a"],
  ])('%s: %s and %s read equal', async (language, one, other) => {
    expect(await keys(one, language)).toEqual(await keys(other, language));
  });
});

describe('when conditions differ', () => {
  it.each<[LanguageId, string, string]>([
    ['javascript', 'a', '!a'],
    ['javascript', 'a < b', 'b < a'],
    ['javascript', 'a || b', 'a && b'],
    ['javascript', '-a', '!a'],
    ['python', '0 < a < 3', '0 < a'],
    ['python', 'a in b', 'b in a'],
  ])('%s: %s and %s do not', async (language, one, other) => {
    expect(await keys(one, language)).not.toEqual(await keys(other, language));
  });

  it('turns the way that goes on into what is rejected', async () => {
    expect(await keys('!a && b', 'javascript', false)).toEqual(await keys('a || !b', 'javascript', true));
  });
});

describe('when a condition holds always or never', () => {
  it('rejects nothing', async () => {
    expect(await keys('false && bad', 'javascript')).toEqual([]);
    expect(await keys('False', 'python')).toEqual([]);
  });

  it('rejects everything', async () => {
    expect(await keys('bad || true', 'javascript')).toContain('');
  });

  it('is one atom where its normal form would explode', async () => {
    const wide = Array.from({ length: 12 }, (_, index) => `(a${index} || b${index})`).join(' && ');
    expect((await keys(wide, 'javascript')).length).toBeLessThanOrEqual(24);
  });
});
