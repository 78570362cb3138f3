import { fileURLToPath } from 'node:url';
import type { HarnessName } from '@pawl/checkpoint';
import { GIT_HOOKS_ONLY, HARNESS_IDS, isHarnessId } from '@pawl/harness';
import { CI_NAMES, type CiName, ciFile } from '../ci-file.ts';
import type { Io } from '../io.ts';
import { paintFor } from '../paint.ts';
import { initJson, initText, type ToldSetUp } from '../text/init-text.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

interface InitOptions {
  readonly repo: string | undefined;
  readonly 'dry-run': boolean;
  readonly yes: boolean;
  readonly 'hooks-only': boolean;
  readonly ci: CiName | undefined;
  readonly harness: readonly string[] | undefined;
  readonly 'remove-harness': readonly string[] | undefined;
}

const OTHERS = Object.keys(GIT_HOOKS_ONLY) as (keyof typeof GIT_HOOKS_ONLY)[];
const NAMES: readonly HarnessName[] = [...HARNESS_IDS, ...OTHERS];

export const initCommand: Command<InitOptions> = (io, done) => ({
  command: 'init',
  describe: 'Set up Pawl in a repository: configuration, git hooks and hooks of coding agents',
  builder: (yargs) =>
    yargs
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('dry-run', { type: 'boolean', default: false, describe: 'Say what would change, and change nothing' })
      .option('yes', { type: 'boolean', default: false, describe: 'Ask nothing: take what Enter would say' })
      .option('hooks-only', { type: 'boolean', default: false, describe: 'Only (re)install the hooks' })
      .option('ci', {
        choices: CI_NAMES,
        describe: 'Write a pipeline that judges what agents bring in; one that is there is left alone',
      })
      .option('harness', {
        type: 'string',
        array: true,
        nargs: 1,
        describe: `Coding agents to stop where they run: auto, none, or of ${NAMES.join(', ')}; may be given again`,
      })
      .option('remove-harness', {
        type: 'string',
        array: true,
        nargs: 1,
        describe: 'Take our hooks out of the settings of these agents, and do nothing else',
      })
      .example('$0 init', 'At a terminal it asks a few questions, and shows what it will write')
      .example('$0 init --yes', 'The same without questions')
      .example('$0 init --harness claude-code', 'With the hooks of an agent that is used here')
      .example('$0 init --ci github', 'With a workflow that judges what agents bring in'),
  handler: async (options) => {
    const { 'dry-run': dryRun, repo: directory, harness, ci, 'remove-harness': unwanted } = options;
    if (unwanted !== undefined) {
      const { removeHarness } = await import('@pawl/checkpoint');
      const harnesses = wordsIn(unwanted).map((word) => installable(word));
      await tell(
        {
          what: 'remove-harness',
          isDry: dryRun,
          ...(await removeHarness({ directory, harnesses, dryRun }, io.context)),
        },
        io,
      );
      return done(0);
    }
    const request = {
      directory,
      dryRun,
      hooksOnly: options['hooks-only'],
      hookFile: bundled('hook-start.cjs'),
      harnesses: harnessesIn(harness, options['hooks-only']),
      harnessFile: bundled('harness.js'),
      schemas: fileURLToPath(new URL('../schema/', import.meta.url)),
      ci: ci && (await ciFile(ci)),
    };
    const { setUp } = await import('../set-up.ts');
    const said = { harnesses: harness !== undefined, ci: ci !== undefined };
    const did = await setUp(request, { yes: options.yes, said }, io);
    if (did === undefined) io.note('Nothing was written.\n');
    else await tell({ what: 'set-up', isDry: dryRun, isShown: did.isShown, ...did.done }, io);
    done(0);
  },
});

async function tell(told: ToldSetUp, { out, format, colour, columns }: Io): Promise<void> {
  out(format === 'json' ? initJson(told) : initText(told, await paintFor(colour), columns));
}

function bundled(name: string): string {
  return fileURLToPath(new URL(`../bundle/${name}`, import.meta.url));
}

/** Whoever only mends the hooks is not asked for more. */
function harnessesIn(
  given: readonly string[] | undefined,
  hooksOnly: boolean,
): readonly HarnessName[] | 'auto' | 'none' | undefined {
  if (given === undefined) return hooksOnly ? 'none' : undefined;
  const words = wordsIn(given);
  const [only, ...more] = words;
  if (more.length === 0 && (only === 'auto' || only === 'none')) return only;
  return words.map((word) => NAMES.find((name) => name === word) ?? unknown(word, ['auto', 'none', ...NAMES]));
}

function installable(word: string): (typeof HARNESS_IDS)[number] {
  return isHarnessId(word) ? word : unknown(word, HARNESS_IDS);
}

function wordsIn(given: readonly string[]): readonly string[] {
  const words = given.flatMap((text) => text.split(',')).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

function unknown(word: string, names: readonly string[]): never {
  throw new UsageError('usage', `there is no harness ${JSON.stringify(word)}; there are ${names.join(', ')}`, {
    next: 'pawl init --help',
  });
}
