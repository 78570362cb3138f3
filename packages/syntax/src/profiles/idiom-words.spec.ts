import { describe, expect, it } from 'vitest';
import type { Idiom } from '../idiom.ts';
import { neededWords } from '../needed-words.ts';
import { PROFILES } from '../profile-of.ts';

describe.each(['javascript', 'python'] as const)('when an idiom of %s changes', (id) => {
  it('writes down the words without which it cannot match (vitest --update)', async () => {
    await expect(moduleText(id, PROFILES[id].idioms ?? [])).toMatchFileSnapshot(`./${id}-idiom-words.ts`);
  });
});

describe('when a profile has idioms', () => {
  it('has the words of each', () => {
    const missing = Object.values(PROFILES).filter(
      ({ idioms, idiomWords }) => idioms?.length !== idiomWords?.().length,
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});

function moduleText(id: string, idioms: readonly Idiom[]): string {
  const rows = idioms.map(({ match }) => `    ${quoted((neededWords(match) ?? []).join(' '))},`);
  return [
    '/* eslint-disable max-lines -- one line for each idiom */',
    '/**',
    ` * For each idiom of {@link ${id.toUpperCase()}_IDIOMS} the words of which it needs one. Written down because finding them takes longer than judging a small`,
    ' * change; `idiom-words.spec.ts` fails until they are right, and writes them with `--update`.',
    ' */',
    `export function ${id}IdiomWords(): readonly string[] {`,
    '  return [',
    ...rows,
    '  ];',
    '}',
    '',
  ].join('\n');
}

/** As Prettier quotes. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}
