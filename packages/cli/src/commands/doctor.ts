import type { Group } from '@pawl/doctor';
import { paintFor } from '../paint.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';
import { waitFor } from '../waiting-line.ts';
import type { Command } from './command.ts';

interface DoctorOptions {
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly only: string | undefined;
  readonly 'token-env': string | undefined;
  readonly 'gh-output': string | undefined;
  readonly 'forge-api': string | undefined;
  readonly all: boolean;
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
      .option('all', { type: 'boolean', default: false, describe: 'Say what was found where all is well, too' })
      .conflicts('token-env', 'gh-output')
      .example('$0 doctor', 'What has to be mended, and how')
      .example('$0 doctor --quiet', 'Nothing but that, and nothing at all where all is well')
      .example('$0 doctor --only hooks --all', 'Look at the hooks alone, and say what was found')
      .example('$0 doctor --token-env AGENT_TOKEN', 'Could that token turn protection off?')
      .epilogue('Exit status: 0 well, 1 something lets work through or is unprotected, 2 could not tell.'),
  handler: async ({ repo, target, only, 'token-env': tokenEnv, 'gh-output': ghOutput, 'forge-api': forgeApi, all }) => {
    const [{ examine, GROUPS, STATUS }, { doctorJson, doctorText }] = await Promise.all([
      import('@pawl/doctor'),
      import('../text/doctor-text.ts'),
    ]);
    const request = {
      ...{ directory: repo, target, only: groupsIn(only, GROUPS), tokenEnv, ghOutput, forgeApi },
      version: VERSION,
      fetch: globalThis.fetch,
    };
    const checkUp = await waitFor('looking at the set-up', io, () => examine(request, io.context));
    const told = { ...checkUp, quiet: io.quiet, all };
    io.out(io.format === 'json' ? doctorJson(told) : doctorText(told, await paintFor(io.colour), io.columns));
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
