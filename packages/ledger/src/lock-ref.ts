const PREFIX = 'refs/pawl/lock/';

/** Every lock lies under this prefix; nothing else of ours does. */
export const LOCK_REFS: string = PREFIX;

/**
 * The ref that holds the lock of a protected branch. The branch is encoded as one path component, because
 * `lock/release` would block `lock/release/1.x`: git keeps refs like files in folders.
 */
export function lockRef(target: string): string {
  return (
    PREFIX +
    encodeURIComponent(target).replace(/[.!'()*~]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  );
}

/** The protected branch of a lock's ref: the inverse of {@link lockRef}. */
export function targetOfRef(ref: string): string {
  return decodeURIComponent(ref.slice(PREFIX.length));
}
