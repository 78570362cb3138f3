import type { LoopEnd, LoopRequest } from '@pawl/loop';
import type { ExitStatus } from '../exit-status.ts';
import { tellPeople } from '../tell-people.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

interface LoopOptions {
  readonly agent: string;
  readonly test: string;
  readonly max: number;
  readonly branch: string | undefined;
  readonly message: string | undefined;
  readonly tier: 'fast' | 'full';
  readonly 'agent-timeout': number;
  readonly 'test-timeout': number;
  readonly resume: boolean;
  readonly new: boolean;
  readonly audience: 'auto' | 'agent' | 'human';
}

const STATUS: Readonly<Record<LoopEnd['kind'], ExitStatus>> = {
  accepted: 0,
  stopped: 1,
  exhausted: 1,
  'could-not-tell': 2,
  interrupted: 2,
};

const MINUTE_MS = 60_000;
/** Node’s timers know no longer time. */
const MAX_MINUTES = 35_000;

export const loopCommand: Command<LoopOptions> = (io, done) => ({
  command: 'loop',
  describe: 'Run an agent until the tests are green and security is as it was, or stop for a person',
  builder: (yargs) =>
    yargs
      .option('agent', {
        type: 'string',
        demandOption: true,
        requiresArg: true,
        describe: 'The command line that runs the agent',
      })
      .option('test', {
        type: 'string',
        demandOption: true,
        requiresArg: true,
        describe: 'The command line of the functional tests',
      })
      .option('max', { type: 'number', default: 10, requiresArg: true, describe: 'How many iterations at most' })
      .option('branch', {
        type: 'string',
        requiresArg: true,
        describe: 'The branch to work on; a new one where it does not exist',
      })
      .option('message', { type: 'string', requiresArg: true, describe: 'The message of the commit' })
      .option('tier', {
        choices: ['fast', 'full'] as const,
        default: 'full' as const,
        describe: 'How much is examined',
      })
      .option('agent-timeout', {
        type: 'number',
        default: 60,
        requiresArg: true,
        describe: 'Minutes that the agent may take in one iteration',
      })
      .option('test-timeout', {
        type: 'number',
        default: 15,
        requiresArg: true,
        describe: 'Minutes that the tests may take',
      })
      .option('resume', {
        type: 'boolean',
        default: false,
        describe: 'Go on with the unfinished run although its commands changed, or after a stop without a case',
      })
      .option('new', { type: 'boolean', default: false, describe: 'Forget the unfinished run' })
      .option('audience', {
        choices: ['auto', 'agent', 'human'] as const,
        default: 'auto' as const,
        describe: 'Who reads it: an agent learns only that it stopped',
      })
      .example('$0 loop --agent "claude -p < task.md" --test "npm test"', 'Until it is accepted or stopped')
      .example('$0 loop --agent ./agent.sh --test "make test" --max 3', 'With at most three iterations')
      .example('$0 loop --agent ./agent.sh --test "make test" --resume', 'Go on after a stop without a case'),
  handler: async (options) => {
    requireSense(options);
    const [{ loop }, { audienceOf }, { loopTeller }] = await Promise.all([
      import('@pawl/loop'),
      import('@pawl/checkpoint'),
      import('../text/loop-teller.ts'),
    ]);
    const teller = await loopTeller(io);
    const interruption = heedInterruption();
    try {
      const ports = { tell: teller.news, locking: teller.locking, signal: interruption.signal };
      const end = await loop(requestOf(options), io.context, ports);
      // On the loop's own branch everybody would be taken for the agent; this is who started the loop.
      const { env, terminal } = io.context;
      const { audience } = options;
      await teller.end(end, audience === 'auto' ? audienceOf({ env, branch: undefined, terminal }) : audience);
      if (end.kind === 'stopped' && end.checked !== undefined) await tellPeople([end.checked], io);
      done(STATUS[end.kind]);
    } finally {
      interruption.forget();
      teller.clear();
    }
  },
});

function requestOf(options: LoopOptions): LoopRequest {
  const { agent, test, max, branch, message, tier, resume, new: fresh } = options;
  const agentTimeoutMs = options['agent-timeout'] * MINUTE_MS;
  const testTimeoutMs = options['test-timeout'] * MINUTE_MS;
  return { agent, test, max, branch, message, tier, resume, fresh, agentTimeoutMs, testTimeoutMs };
}

function requireSense(options: LoopOptions): void {
  const next = 'pawl loop --help';
  if (!Number.isSafeInteger(options.max) || options.max < 1)
    throw new UsageError('usage', '--max is a whole number from 1 on', { next });
  for (const name of ['agent-timeout', 'test-timeout'] as const)
    if (!(options[name] > 0 && options[name] <= MAX_MINUTES))
      throw new UsageError('usage', `--${name} is a number of minutes up to ${MAX_MINUTES}`, { next });
  if (options.resume && options.new)
    throw new UsageError('usage', '--resume and --new contradict each other', { next });
  for (const name of ['agent', 'test'] as const)
    if (options[name].trim() === '') throw new UsageError('usage', `--${name} is empty`, { next });
}

interface Interruption {
  readonly signal: AbortSignal;
  readonly forget: () => void;
}

/** The first signal ends the loop in good order, and the second one at once. */
function heedInterruption(): Interruption {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const interrupt = (): void => {
    forget();
    controller.abort();
  };
  const forget = (): void => {
    for (const signal of signals) process.off(signal, interrupt);
  };
  for (const signal of signals) process.on(signal, interrupt);
  return { signal: controller.signal, forget };
}
