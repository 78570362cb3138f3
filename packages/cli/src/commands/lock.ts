import type { AcceptChange } from '@pawl/checkpoint';
import { lockText } from '@pawl/report';
import { acceptChangeAtTerminal } from '../accept-change.ts';
import { paintFor } from '../paint.ts';
import { progressBar } from '../progress.ts';
import { waitingLine } from '../waiting-line.ts';
import type { Command } from './command.ts';

interface LockOptions {
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly sarif: readonly string[];
  readonly cache: boolean;
  readonly 'sign-with': string | undefined;
}

export const lockCommand: Command<LockOptions> = (io, done) => ({
  command: 'lock',
  describe: 'Scan the whole tree once and lock it as the state that may not get worse',
  builder: (yargs) =>
    yargs
      .option('repo', {
        type: 'string',
        requiresArg: true,
        describe: 'Another repository than this folder’s; it may be bare',
      })
      .option('target', {
        type: 'string',
        requiresArg: true,
        describe: 'The protected branch; found out where it is not given',
      })
      .option('sarif', {
        type: 'string',
        array: true,
        nargs: 1,
        default: [] as string[],
        describe: 'What another tool found in HEAD, to be locked with the rest; may be given again',
      })
      .option('cache', {
        type: 'boolean',
        default: true,
        describe: 'Use what was found before; --no-cache scans everything again',
      })
      .option('sign-with', {
        type: 'string',
        requiresArg: true,
        describe: 'Your SSH key file, or its .pub where an agent or a token holds the key [PAWL_SIGNING_KEY]',
      })
      .example('$0 lock', 'Lock what is committed; from now on it may not get worse')
      .example('$0 lock --sign-with ~/.ssh/id_ed25519.pub', 'The same, signed')
      .example('$0 lock --sarif codeql.sarif', 'With what another tool found'),
  handler: async ({ repo, target, sarif: logs, cache, 'sign-with': signWith }) => {
    const [{ lock }, { lockJson }] = await Promise.all([import('@pawl/checkpoint'), import('../text/lock-json.ts')]);
    const bar = await progressBar('Scanning', io.progress);
    const wait = waitingLine(io);
    const clear = (): void => {
      wait.stop();
      bar.stop();
    };
    const update: typeof bar.update = (...step) => {
      wait.stop();
      bar.update(...step);
    };
    const paint = await paintFor(io.colour);
    const ask = acceptChangeAtTerminal(io, paint);
    const accept: AcceptChange | undefined = ask && ((...change) => (clear(), ask(...change)));
    try {
      wait.waiting('asking each tool for its version and its rules');
      const locked = await lock({ directory: repo, target, cache, logs, signWith }, io.context, update, accept);
      clear();
      io.out(io.format === 'json' ? lockJson(locked) : lockText(locked, paint, io.columns));
    } finally {
      clear();
    }
    done(0);
  },
});
