import type { Asked } from '../ask.ts';
import type { Context } from '../context.ts';
import { decidingContracts } from '../contracts/contracts-text.ts';
import { questionOfDrift } from '../drift.ts';
import { pinAll } from '../pin-all.ts';
import { isPawlError } from '@pawl/errors';
import { pinningDoor } from '../pins.ts';
import { runnerFor } from '../runner.ts';
import { treeOf } from '../trees-of.ts';
import { filesOfTree } from './files-of-tree.ts';
import { inputsByLock, inputsUnlocked } from './inputs.ts';
import type { Judged } from './open-parts.ts';

type Subject = Pick<Asked, 'repository' | 'question' | 'locked'>;

/** What parts must have been made for, to count in a check. */
export async function judgedBy({ repository, question, locked }: Subject, context: Context): Promise<Judged> {
  if (locked !== undefined) {
    const inputs = inputsByLock(locked.stored, question.baseTree);
    return { inputs, files: await filesOfQuestions({ repository, question }) };
  }
  const { base, config } = question;
  const contracts = await decidingContracts(repository, { base, locked: undefined });
  const run = runnerFor(repository, context, config.limits);
  const tools = await pinAll(config, pinningDoor(repository, base, run)).catch(toldLater);
  // No part was made by a tool that is not here.
  const inputs = tools === undefined ? undefined : inputsUnlocked({ config, contracts, tools });
  // Such a part is about one tree, as a lock is.
  return { inputs, files: await filesOfTree(repository, await treeOf('head', { repository }, question)) };
}

/** Of both sides, and of what was locked where people have moved on since. */
async function filesOfQuestions({ repository, question }: Omit<Subject, 'locked'>): Promise<Judged['files']> {
  const drift = questionOfDrift(question);
  const files: Judged['files'][number][] = [];
  for (const one of drift === undefined ? [question] : [question, drift])
    for (const side of ['base', 'head'] as const)
      files.push(...(await filesOfTree(repository, await treeOf(side, { repository }, one))));
  return files;
}

/** That a tool cannot be used is told by who judges. */
function toldLater(error: unknown): undefined {
  if (!isPawlError(error)) throw error;
}
