import type { Socket } from 'node:net';
import { GitError } from './git-error.ts';
import { isContentOf, isObjectId, checkRevision } from './object-id.ts';
import { CatFileParser, type CatFileReply } from './parse-cat-file.ts';
import { startGit, type Place, type RunningGit } from './run-git.ts';

export interface StoredObject {
  readonly id: string;
  readonly type: string;
  /** Proven to be what the id promises. */
  readonly bytes: Buffer;
}

/** Reads objects by id or by any name that git resolves; `undefined` when there is none of that name. */
export interface ObjectReader {
  info(name: string): Promise<Omit<CatFileReply, 'bytes'> | undefined>;
  /** @throws GitError `missing-object` when what is stored is not what the id promises. */
  contents(name: string): Promise<StoredObject | undefined>;
}

/**
 * Lends a `cat-file` process for as long as `use` runs. Questions may be asked without waiting for answers.
 *
 * @throws GitError `missing-object` when git gave up on an object: corrupt, or left out of a partial clone.
 */
export async function withObjects<T>(place: Place, use: (reader: ObjectReader) => Promise<T>): Promise<T> {
  const shared = borrow(place);
  try {
    return await use(shared);
  } finally {
    shared.giveBack();
  }
}

/** The same for whoever cannot say beforehand when the last question is asked, and closes the reader then. */
export function openObjectReader(place: Place): ObjectReader & { close(): void } {
  const shared = borrow(place);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) shared.giveBack();
    isOpen = false;
  };
  return { info: shared.info, contents: shared.contents, close };
}

function borrow(place: Place): SharedReader {
  const lent = SHARED.get(place);
  const shared = lent && !lent.isOver() ? lent : share(place);
  shared.borrow();
  return shared;
}

interface SharedReader extends ObjectReader {
  readonly isOver: () => boolean;
  readonly borrow: () => void;
  readonly giveBack: () => void;
}

/** To start git costs more than most of its answers, and a commit is judged with several questions one after the other. */
const SHARED = new WeakMap<Place, SharedReader>();

/** What nobody asks for so long is ended. Who waits for it to end is not kept alive. */
const IDLE_MS = 2_000;

function share(place: Place): SharedReader {
  const git = startCatFile(place);
  let borrowers = 0;
  let isEnded = false;
  let idle: NodeJS.Timeout | undefined;
  const { stdin, stdout, stderr } = git.child;
  // Pipes of a child are sockets, whatever their type says.
  const handles = [git.child, ...([stdin, stdout, stderr] as unknown as Socket[])];
  const end = (): void => {
    isEnded = true;
    stdin.end();
  };
  git.ended.then(end, end);
  const shared: SharedReader = {
    ...converse(git),
    isOver: () => isEnded,
    borrow: () => {
      clearTimeout(idle);
      borrowers += 1;
      if (borrowers === 1) for (const handle of handles) handle.ref();
    },
    giveBack: () => {
      borrowers -= 1;
      if (borrowers > 0) return;
      for (const handle of handles) handle.unref();
      idle = setTimeout(end, IDLE_MS).unref();
    },
  };
  SHARED.set(place, shared);
  return shared;
}

function startCatFile(place: Place): RunningGit {
  const git = startGit(place, ['cat-file', '--batch-command']);
  // How it ended is told to every question that is open; with none open there is nothing to learn.
  git.ended.catch(() => undefined);
  return git;
}

interface Question {
  answer(reply: CatFileReply | undefined): void;
  fail(error: unknown): void;
}

function converse(git: RunningGit): ObjectReader {
  const parser = new CatFileParser();
  const open: Question[] = [];
  let over: unknown;
  const giveUp = (error: unknown): void => {
    over ??= error;
    for (const question of open.splice(0)) question.fail(over);
  };
  git.child.stdout.on('data', (chunk: Buffer) => {
    try {
      for (const reply of parser.push(chunk)) open.shift()?.answer(reply);
    } catch (error) {
      giveUp(error);
      git.child.kill('SIGKILL');
    }
  });
  git.ended.then(({ stderr }) => giveUp(unreadableObject('git cat-file gave up', stderr)), giveUp);
  const ask = (question: 'info' | 'contents', name: string): Promise<CatFileReply | undefined> =>
    new Promise((answer, fail) => {
      if (over !== undefined) return fail(over);
      open.push({ answer, fail });
      parser.expect(question);
      git.child.stdin.write(`${question} ${checkRevision(name)}\n`);
    });
  return {
    info: (name) => ask('info', name),
    contents: async (name) => checkContents(name, await ask('contents', name)),
  };
}

/** Loose objects and pack indexes are files that an agent can write; git believes them, so every content is hashed here. */
function checkContents(name: string, reply: CatFileReply | undefined): StoredObject | undefined {
  if (reply === undefined) return undefined;
  const { id, type, bytes } = reply;
  if (bytes === undefined || (isObjectId(name) && id !== name) || !isContentOf(id, type, bytes)) {
    throw unreadableObject(`what is stored as ${id} is something else`);
  }
  return { id, type, bytes };
}

export function unreadableObject(what: string, stderr = ''): GitError {
  const next = 'Run git fsck; in a partial clone, fetch the missing objects first (git fetch --refetch --no-filter).';
  return new GitError('missing-object', `an object cannot be read: ${what}`, { next, cause: new Error(stderr) });
}
