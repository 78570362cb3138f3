import { type Repository, snapshotWorkTree } from '@pawl/git';
import { ask } from '../ask.ts';
import { decidingContracts } from '../contracts/contracts-text.ts';
import type { Context } from '../context.ts';
import { questionOfDrift } from '../drift.ts';
import { openCacheFor } from '../open-cache-for.ts';
import { openWorkshop, startSyntax } from '../open-workshop.ts';
import { AS_A_CHECK } from './as-a-check.ts';
import { belowRoot } from './below-root.ts';
import { inputsByLock } from './inputs.ts';
import type { Examined, PartRequest } from './make-part.ts';
import { examineQuestion } from './examine-question.ts';
import { headStart } from './head-start.ts';
import { filesOf, folderOf } from './project-files.ts';
import type { Recorder } from './recorder.ts';

/** What a check by the lock asks of the files of a project, on both sides. @throws CheckError `no-lock` */
export async function examineByLock(
  request: PartRequest,
  whole: Repository,
  written: Recorder,
  context: Context,
): Promise<Examined> {
  const repository = belowRoot(whole, request);
  const asking = ask({ ...AS_A_CHECK, ...request }, context, whole);
  asking
    .then(({ question }) => headStart(repository, { ...question, head: request.head ?? 'HEAD' }))
    .catch(() => undefined);
  // It takes git as long as to find the lock does. Where there is none, it comes to its end all the same: it cleans up after itself.
  const present = request.head === undefined ? snapshotWorkTree(whole, context.env, folderOf(request.root)) : undefined;
  const ended = present?.catch(() => undefined);
  const asked = await asking.finally(() => ended);
  const { locked } = asked;
  if (locked === undefined) throw new TypeError('who names no base is judged by the lock');
  const head = await (present ?? asked.tree());
  const question = { ...asked.question, head };
  const kept = written.over(await openCacheFor(repository, context, { tier: 'full', cache: request.cache }));
  // Without a cache of its own the workshop asks the lock for no result either: a part says the same wherever it is made.
  const wanted = { tier: 'full', cache: false, front: () => kept } as const;
  const workshop = await openWorkshop(
    { repository, question, locked },
    startSyntax(question, context),
    wanted,
    context,
  );
  const contracts = await decidingContracts(repository, { base: question.base, locked: locked.stored });
  const drift = questionOfDrift(question);
  const found: Omit<Examined, 'inputs'>[] = [];
  for (const one of drift === undefined ? [question] : [question, drift])
    found.push(await examineQuestion(one, workshop, { isIn: filesOf(request), contracts }));
  await workshop.close();
  return {
    inputs: inputsByLock(locked.stored, question.baseTree),
    files: found.flatMap(({ files }) => files),
    notExamined: found.flatMap(({ notExamined }) => notExamined),
    isComplete: found.every(({ isComplete }) => isComplete),
  };
}
