import { isPawlError } from '@pawl/errors';

/** Something that was read, or why it could not be: what cannot be read is never "not there". */
export type Fact<T> = { readonly is: T } | Unread;

export interface Unread {
  readonly unread: string;
  readonly next: string | undefined;
}

export function isUnread<T>(fact: Fact<T>): fact is Unread {
  return 'unread' in fact;
}

/** What Pawl's own parts and the system refuse becomes a fact; a fault of ours goes on up. */
export async function reading<T>(read: () => T | Promise<T>): Promise<Fact<T>> {
  try {
    return { is: await read() };
  } catch (error) {
    if (isPawlError(error)) return { unread: error.message, next: error.next };
    if (error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string')
      return { unread: error.message, next: undefined };
    throw error;
  }
}

/** `undefined` only where nothing is there. */
export function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
