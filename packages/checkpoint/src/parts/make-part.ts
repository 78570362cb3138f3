import type { Coverage } from '@pawl/findings';
import { isPawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import type { CheckError } from '../check-error.ts';
import { type Context, repositoryOf } from '../context.ts';
import { isFault } from '../is-fault.ts';
import type { NamedBlob } from './entry-key.ts';
import { examineByLock } from './examine-by-lock.ts';
import { writePart } from './part-document.ts';
import { folderOf, type ProjectFiles } from './project-files.ts';
import { type Recorder, recorder } from './recorder.ts';
import { runKeyOf } from './run-key.ts';
import { shareOut } from './share-out.ts';

export interface PartRequest extends ProjectFiles {
  readonly directory: string | undefined;
  readonly target: string | undefined;
  /** A revision or a tree; else the work tree as it stands. */
  readonly head: string | undefined;
  /** Every file, as a lock needs it, and not only what differs from the lock. So it is where there is no lock. */
  readonly whole: boolean;
  /** Whether what was found out before is used, and what is new is kept. */
  readonly cache: boolean;
  /** The key of this run: the part is signed with it. */
  readonly runKey: string | undefined;
  /** The loop that will be judged, where the check names one: the base may follow from it. */
  readonly loop?: string | undefined;
}

export interface MadePart {
  /** The document. */
  readonly text: string;
  /** How many files it is about, and how much it says of them. */
  readonly files: number;
  readonly entries: number;
  readonly notExamined: Coverage['notExamined'];
  /** `false` where a tool was missing, failed or was late: nobody may keep such a part. */
  readonly isLasting: boolean;
}

/** What was found out of the files of a project. */
export interface Examined {
  readonly inputs: string;
  /** Every file of both trees, of whichever project. */
  readonly files: readonly NamedBlob[];
  readonly notExamined: Coverage['notExamined'];
  /** Whether every tool could be used. */
  readonly isComplete: boolean;
}

/**
 * Finds out of the files of one project what a check, or a lock, asks of single files: by the functions that they ask with, so that a
 * verdict over parts is the verdict of a check without. What depends on more than one file is left to who has all parts. Who has opened the repository
 * hands it in.
 *
 * @throws PartsError `weak-run-key`, and whatever a check throws before it judges.
 */
export async function makePart(request: PartRequest, context: Context, opened?: Repository): Promise<MadePart> {
  const runKey = runKeyOf(request.runKey);
  const written = recorder();
  const repository = opened ?? (await repositoryOf(context, request.directory));
  const { inputs, files: all, notExamined, isComplete } = await examine(request, repository, written, context);
  const [files = []] = shareOut([request], all);
  const entries = written.entries(files);
  const { project, nested } = request;
  const root = folderOf(request.root);
  return {
    text: writePart({ project, root, nested, inputs, files, entries }, runKey),
    files: files.length,
    entries: entries.reduce((sum, { of }) => sum + of.length, 0),
    notExamined,
    isLasting: isComplete && !notExamined.some(isFault),
  };
}

async function examine(
  request: PartRequest,
  repository: Repository,
  written: Recorder,
  context: Context,
): Promise<Examined> {
  if (!request.whole) {
    try {
      return await examineByLock(request, repository, written, context);
    } catch (error) {
      if (!isPawlError(error) || error.code !== NO_LOCK) throw error;
    }
  }
  const { examineWhole } = await import('./examine-whole.ts');
  return examineWhole(request, repository, written, context);
}

const NO_LOCK: CheckError['code'] = 'no-lock';
