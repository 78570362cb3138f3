import { describe, expect, it } from 'vitest';
import { run } from './main.ts';
import { describeOutput } from './testing/shows.ts';
import { HOSTILE } from './testing/hostile.ts';
import { ioFor } from './testing/io-for.ts';

/** What is said of a command line that is wrong. */
async function said(argv: readonly string[], columns = 100): Promise<string> {
  const told = ioFor('/', { columns });
  expect(await run(argv, told.io)).toBe(2);
  expect(told.out()).toBe('');
  return told.err();
}

describe('when a command line is wrong', () => {
  it.each([
    [['chekc'], 'pawl: there is no command "chekc"; did you mean check?\n  next: pawl --help\n'],
    [
      ['status', '--no-such-flag'],
      'pawl: it is not known what is meant by --no-such-flag\n  next: pawl status --help\n',
    ],
    [['foo'], 'pawl: there is no command "foo"\n  next: pawl --help\n'],
    [['release'], 'pawl: something is missing behind release\n  next: pawl release --help\n'],
    [['zzzzzzzz'], 'pawl: there is no command "zzzzzzzz"\n  next: pawl --help\n'],
    [[], 'pawl: say what to do\n  next: pawl --help\n'],
    [['check', '--such-flag'], 'pawl: it is not known what is meant by --such-flag\n  next: pawl check --help\n'],
    [['check', '--tier', 'slow'], 'pawl: --tier is one of "fast", "full", not "slow"\n  next: pawl check --help\n'],
    [
      ['check', '--format', 'xml'],
      'pawl: --format is one of "text", "json", "sarif", not "xml"\n  next: pawl check --help\n',
    ],
    [
      ['status', '--format', 'sarif'],
      'pawl: --format is one of "text", "json", not "sarif"\n  next: pawl status --help\n',
    ],
    [['check', '--head'], 'pawl: --head needs a value\n  next: pawl check --help\n'],
    [['loop', '--max', '3'], 'pawl: there has to be --agent and --test\n  next: pawl loop --help\n'],
  ])('%j is told what is wrong with it, and where the help is', async (argv, expected) => {
    expect(await said(argv)).toBe(expected);
  });

  it('is a document where one is wanted, and the same in words', async () => {
    const told = ioFor('/');
    expect(await run(['check', '--such-flag', '--format', 'json'], told.io)).toBe(2);
    expect(JSON.parse(told.out())).toEqual({
      schema: 'pawl/error@1',
      code: 'usage',
      message: 'it is not known what is meant by --such-flag',
      next: 'pawl check --help',
    });
    expect(told.err()).toContain('such-flag');
  });
});

describeOutput(
  'usage',
  {
    empty: [],
    typical: ['stauts'],
    failing: [
      'init',
      '--harness',
      'claude',
      '--dry',
      '--hooks',
      '--such-a-long-option-that-nobody-knows',
      'and-a-word',
    ],
    hostile: ['check', HOSTILE.ansi, HOSTILE.github, HOSTILE.azure, HOSTILE.lines, HOSTILE.bidi, HOSTILE.longWord],
  },
  (argv, _, columns) => said(argv, columns),
);
