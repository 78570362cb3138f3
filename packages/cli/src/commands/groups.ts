import type { Argv } from 'yargs';
import type { Io } from '../io.ts';
import { benchCommand } from './bench.ts';
import { checkCommand } from './check.ts';
import type { Command, Declared } from './command.ts';
import { completionCommand } from './completion.ts';
import { contractsCommand } from './contracts.ts';
import { doctorCommand } from './doctor.ts';
import { explainCommand } from './explain.ts';
import { hookCommand } from './hook.ts';
import { initCommand } from './init.ts';
import { lockCommand } from './lock.ts';
import { logCommand } from './log.ts';
import { loopCommand } from './loop.ts';
import { notifyCommand } from './notify.ts';
import { preReceiveCommand } from './pre-receive.ts';
import { releaseCommand } from './release.ts';
import { reportCommand } from './report.ts';
import { reviewCommand } from './review.ts';
import { schemaCommand } from './schema.ts';
import { statusCommand } from './status.ts';
import { syncCommand } from './sync.ts';
import { trustCommand } from './trust.ts';
import { verifyCommand } from './verify.ts';
import { waiveCommand } from './waive.ts';

/** A command without the type of its options, so that it stands in a list with others. */
export interface Listed {
  readonly name: string;
  /** One sentence; `false` for one that only programs call. */
  readonly describe: string | false;
  readonly addTo: (yargs: Argv) => Argv;
}

export interface Group {
  /** What somebody wants who needs one of these. */
  readonly title: string;
  readonly commands: readonly Listed[];
}

/** In the help of a command its own options come before those of every command. */
function ownFirst<Options>({ builder, ...module }: Declared<Options>): Declared<Options> {
  return { ...module, builder: (yargs) => builder(yargs.group([], 'Options:')) };
}

/** Every command, in the order of the help. */
export function groupsOf(io: Io, done: (status: number) => void): readonly Group[] {
  const listed = <Options>(command: Command<Options>): Listed => {
    const module = command(io, done);
    const [name = ''] = String(module.command).split(' ');
    return { name, describe: module.describe || false, addTo: (yargs) => yargs.command(ownFirst(module)) };
  };
  return [
    {
      title: 'Set up',
      commands: [
        listed(initCommand),
        listed(lockCommand),
        listed(doctorCommand),
        listed(contractsCommand),
        listed(trustCommand),
        listed(completionCommand),
        listed(schemaCommand),
      ],
    },
    { title: 'Judge', commands: [listed(checkCommand), listed(loopCommand)] },
    { title: 'Decide', commands: [listed(reviewCommand), listed(releaseCommand), listed(waiveCommand)] },
    {
      title: 'Look',
      commands: [
        listed(statusCommand),
        listed(explainCommand),
        listed(reportCommand),
        listed(logCommand),
        listed(verifyCommand),
        listed(benchCommand),
      ],
    },
    {
      title: 'Serve',
      commands: [listed(syncCommand), listed(notifyCommand), listed(preReceiveCommand), listed(hookCommand)],
    },
  ];
}
