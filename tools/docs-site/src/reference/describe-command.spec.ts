import { describe, expect, it } from 'vitest';
import { commandPage } from './command-page.ts';
import { describeCommand, type Everywhere } from './describe-command.ts';

const EVERYWHERE: Everywhere = { format: { choices: ['text', 'json'], default: 'text', describe: 'How to answer' } };

const FACTS = describeCommand(
  {
    command: 'judge <what> [more..]',
    describe: 'Judge a <thing>',
    builder: (yargs) =>
      yargs
        .positional('what', { choices: ['a', 'b'], demandOption: true, describe: 'What is meant' })
        .positional('more', { type: 'string', array: true })
        .option('format', { choices: ['sarif'] })
        .option('depth', { type: 'number', default: 3, describe: 'How deep' })
        .option('cache', { type: 'boolean', default: true, describe: 'Use it; --no-cache does not' })
        .option('log', { type: 'string', array: true, default: [], describe: 'A | log' })
        .option('secret', { type: 'string', hidden: true })
        .example('$0 judge a', 'Judge it'),
    handler: () => undefined,
  },
  EVERYWHERE,
);

describe('when a command is described', () => {
  it('it has what it declares, and nothing hidden', () => {
    expect(FACTS.arguments.map(({ name }) => name)).toEqual(['what', 'more']);
    expect(FACTS.options.map(({ name }) => name)).toEqual(['format', 'depth', 'cache', 'log']);
    expect(FACTS.examples).toEqual([{ line: 'pawl judge a', description: 'Judge it' }]);
  });

  it('what every command takes is told of only where it knows more choices', () => {
    expect(FACTS.options[0]).toMatchObject({ choices: ['text', 'json', 'sarif'], description: 'How to answer' });
    const plain = describeCommand({ command: 'plain', describe: 'Plain', handler: () => undefined }, EVERYWHERE);
    expect(plain.options).toEqual([]);
  });

  it('its page says all of it', () => {
    const page = commandPage(FACTS, { exitStatus: { '0': 'done' }, schema: 'judge' });
    for (const part of [
      '# pawl judge\n\nJudge a \\<thing>.\n',
      'pawl judge <what> [more..] [options]',
      '| `what` | What is meant | `a`, `b`; has to be given |',
      '| `--depth NUMBER` | How deep | default `3` |',
      '| `--no-cache` | Use it; --no-cache does not |  |',
      '| `--log VALUE` | A \\| log | may be given again |',
      '- `pawl judge a`: Judge it',
      '| 0 | done |',
      '(../schemas/judge.md)',
    ])
      expect(page).toContain(part);
  });
});
