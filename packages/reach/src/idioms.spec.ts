import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pathsOf } from './testing/paths-of.ts';

/**
 * Ways to write the same thing, one small project each: `=== shell a-name` and then its files as `--- path`. The word is what data from
 * outside reaches unguarded, `none` for nothing.
 */
const folder = new URL('testing/idioms/', import.meta.url);

describe.each(readdirSync(folder))('%s', (file) => {
  const blocks = readFileSync(new URL(file, folder), 'utf8').split(/^=== /mu).slice(1);

  it.each(blocks.map((block) => [block.slice(0, block.indexOf('\n')), block] as const))('%s', async (title, block) => {
    const kinds = (await pathsOf(filesIn(block))).filter(({ guarded }) => !guarded).map(({ sink }) => sink.kind);
    expect([...new Set(kinds)].join() || 'none').toBe(title.split(' ')[0]);
  });
});

function filesIn(block: string): Readonly<Record<string, string>> {
  const parts = block.split(/^--- /mu).slice(1);
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf('\n')).trim(), part.slice(part.indexOf('\n') + 1)]),
  );
}
