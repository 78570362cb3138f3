import { isPawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import { loadTool, type StoredLock } from '@pawl/ledger';
import { AdapterError, type Pin, type PinningDoor } from '@pawl/scanner';
import type { Fault } from '@pawl/verdict';
import type { Run } from './runner.ts';
import type { InstalledTool } from './scanners.ts';
import type { Standard } from './standard.ts';

/** Where the version and the rules of a tool come from. What keeps it from being used is a fault. */
export type PinOf = (tool: InstalledTool) => Promise<Pin | Fault>;

/** From the lock alone: no tool is asked, so that what is installed today decides nothing. */
export function lockedPins(repository: Repository, lock: StoredLock): PinOf {
  return async ({ name }) =>
    (await loadTool(repository, lock, name)) ?? {
      code: 'tool-not-locked',
      message: `the lock turns on ${name} and does not say which version and rules`,
      next: 'let a person lock again: pawl lock',
    };
}

/** From the tools themselves, where two revisions are compared without a lock: the rules are those of the base. */
export function presentPins(door: PinningDoor): PinOf {
  return async (tool) => {
    try {
      return await tool.pin(door);
    } catch (error) {
      return faultOf(error);
    }
  };
}

/** From what was pinned before, once for many questions. */
export function standardPins({ tools }: Standard): PinOf {
  return async ({ name }) =>
    tools.find((tool) => tool.name === name) ?? {
      code: 'tool-not-pinned',
      message: `the configuration turns on ${name} and it was not asked for its version and rules`,
    };
}

export function isFault<Other extends object>(value: Other | Fault): value is Fault {
  return 'message' in value;
}

/** What an adapter says of its tool is a fault; anything else is ours. */
export function faultOf(error: unknown): Fault {
  if (!isPawlError(error)) throw error;
  return { code: error.code, message: error.message, next: error.next };
}

/** The door of one revision: an adapter sees its files and never the working tree. */
export function pinningDoor(repository: Repository, revision: string, run: Run): PinningDoor {
  return {
    run,
    readFile: async (path) => {
      const bytes = await repository.readCommitFile(revision, path).catch((error: unknown) => {
        if (isPawlError(error) && error.code === 'not-a-file') return undefined;
        throw error;
      });
      return bytes && decode(bytes, path);
    },
    listFiles: async () => {
      const entries = await repository.listTree(await repository.resolveTree(revision));
      return entries.filter(({ mode }) => mode.startsWith('100')).map(({ path }) => path);
    },
  };
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new AdapterError('rules-broken', `${JSON.stringify(path)} is not UTF-8`, { next: `mend ${path}`, cause });
  }
}
