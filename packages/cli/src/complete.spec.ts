import { describe, expect, it } from 'vitest';
import { completions } from './complete.ts';
import { groupsOf } from './commands/groups.ts';
import { ioFor } from './testing/io-for.ts';

const { io } = ioFor('/');
const completed = (...words: readonly string[]) => {
  const commands = groupsOf(io, () => undefined).flatMap((group) => group.commands);
  return completions(words, commands, io.context);
};

describe('when a shell asks what may come next', () => {
  it('it gets the commands, and not those for programs', async () => {
    const words = await completed('');
    expect(words).toEqual(expect.arrayContaining(['check', 'lock', 'review', 'pre-receive', 'completion']));
    expect(words).not.toContain('hook');
  });

  it('it gets the options of a command', async () => {
    expect(await completed('check', '--')).toEqual(expect.arrayContaining(['--tier', '--base-sarif', '--format']));
  });

  it.each([
    [
      ['check', '--tier', ''],
      ['fast', 'full'],
    ],
    [
      ['check', '--format', '='],
      ['text', 'json', 'sarif'],
    ],
    [['check', '--format', '=', 's'], ['sarif']],
    [
      ['contracts', ''],
      ['check', 'suggest'],
    ],
    [['completion', 'z'], ['zsh']],
    [['check', ''], []],
  ])('it gets the choices of %j', async (words, expected) => {
    expect(await completed(...words)).toEqual(expected);
  });

  it.each([[['review', '']], [['check', '--loop', '']], [['log', '--repo', '/nowhere', '--target', '']]])(
    'outside of a repository it gets no case and no name, and no message: %j',
    async (words) => {
      expect(await completed(...words)).toEqual([]);
    },
  );
});
