import { describe, expect, it } from 'vitest';
import { groupsOf } from '../commands/groups.ts';
import { run } from '../main.ts';
import { HOSTILE } from '../testing/hostile.ts';
import { ioFor } from '../testing/io-for.ts';
import { describeOutput } from '../testing/shows.ts';

const helpOf = async (argv: readonly string[], columns = 100): Promise<string> => {
  const told = ioFor('/', { columns });
  expect([await run(argv, told.io), told.err()]).toEqual([0, '']);
  return told.out();
};

const commands = groupsOf(ioFor('/').io, () => undefined).flatMap((group) => group.commands);
const shown = commands.filter(({ describe: says }) => says !== false).map(({ name }) => name);

describeOutput(
  'help',
  {
    empty: ['--help'],
    typical: ['lock', '--help'],
    failing: ['help', 'check'],
    hostile: ['help', HOSTILE.ansi, HOSTILE.github, HOSTILE.bidi],
  },
  (argv, _, columns) => helpOf(argv, columns),
);

describe('when help is asked for', () => {
  it.each(shown)('of %s, it says in one sentence what it does, and shows examples', async (name) => {
    const text = await helpOf([name, '--help']);
    expect(text).toContain(`pawl ${name}`);
    const examples = /^Examples:\n(?<lines>(?: {2}.*\n)+)/mu.exec(`${text}\n`)?.groups?.['lines'] ?? '';
    const count = examples.split('\n').filter((line) => line.startsWith('  pawl ')).length;
    expect(count).toBeGreaterThanOrEqual(2);
    expect(count).toBeLessThanOrEqual(4);
  });

  it('every command but those for programs is in one group', async () => {
    const text = await helpOf(['--help']);
    for (const name of shown) expect(text.split('\n').filter((line) => line.startsWith(`  ${name} `))).toHaveLength(1);
    expect(text).not.toMatch(/^ {2}hook /mu);
  });

  it.each([['help'], ['--help'], ['--help', '--quiet'], ['help', 'status'], ['status', '--help'], ['status', 'help']])(
    'it comes for %j %s',
    async (...argv) => {
      expect(await helpOf(argv.filter((word) => word !== undefined))).toContain('pawl');
    },
  );
});
