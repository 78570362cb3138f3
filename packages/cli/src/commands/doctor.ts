import type { Group } from '@pawl/doctor';
import { paintFor } from '../paint.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';
import type { Command } from './command.ts';

interface DoctorOptions {
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly only: string | undefined;
  readonly 'token-env': string | undefined;
  readonly 'gh-output': string | undefined;
  readonly 'forge-api': string | undefined;
  readonly format: 'text' | 'json';
  readonly quiet: boolean;
}

export const doctorCommand: Command<DoctorOptions> = (io, done) => ({
  command: 'doctor',
  describe: 'What is missing or weak in this set-up, each with its mend',
  builder: (yargs) =>
    yargs
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('target', { type: 'string', requiresArg: true, describe: 'The protected branch whose lock is meant' })
      .option('only', {
        type: 'string',
        requiresArg: true,
        describe: 'Groups of checks, with commas between: hooks,lock',
      })
      .option('token-env', {
        type: 'string',
        requiresArg: true,
        describe: 'The variable that holds the agent’s token, to ask the forge what it may do',
      })
      .option('gh-output', {
        type: 'string',
        requiresArg: true,
        describe: 'A file with what gh api and gh auth status said, instead of a token',
      })
      .option('forge-api', {
        type: 'string',
        requiresArg: true,
        describe: 'The API of a forge of your own: https://HOST/api/v3 or /api/v4',
      })
      .option('format', { choices: ['text', 'json'] as const, default: 'text' as const, describe: 'How to answer' })
      .option('quiet', { type: 'boolean', default: false, describe: 'Only what is not well' })
      .conflicts('token-env', 'gh-output')
      .example('$0 doctor --only hooks', 'Look at the hooks alone')
      .example('$0 doctor --token-env AGENT_TOKEN', 'Could that token turn protection off?')
      .epilogue('Exit status: 0 well, 1 something lets work through or is unprotected, 2 could not tell.'),
  handler: async ({
    repo,
    target,
    only,
    'token-env': tokenEnv,
    'gh-output': ghOutput,
    'forge-api': forgeApi,
    format,
    quiet,
  }) => {
    const [{ examine, GROUPS, STATUS }, { doctorJson, doctorText }] = await Promise.all([
      import('@pawl/doctor'),
      import('../text/doctor-text.ts'),
    ]);
    const checkUp = await examine(
      {
        directory: repo,
        target,
        only: groupsIn(only, GROUPS),
        tokenEnv,
        ghOutput,
        forgeApi,
        version: VERSION,
        fetch: globalThis.fetch,
      },
      io.context,
    );
    io.out(
      format === 'json' ? doctorJson(checkUp, { quiet }) : doctorText(checkUp, { quiet }, await paintFor(io.colour)),
    );
    done(STATUS[checkUp.worst]);
  },
});

function groupsIn(only: string | undefined, groups: readonly Group[]): readonly Group[] | undefined {
  return only?.split(',').map((name) => {
    const group = groups.find((each) => each === name.trim());
    if (group !== undefined) return group;
    throw new UsageError(
      'usage',
      `there are no checks called ${JSON.stringify(name)}; there are ${groups.join(', ')}`,
      {
        next: 'pawl doctor --help',
      },
    );
  });
}
