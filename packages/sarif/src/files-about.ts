import type { SarifNotification } from './read-notifications.ts';

/**
 * The files of a tree that a notification is about: those where it is located and those below a folder where it is; where
 * it has no place, those that stand in its text, for some tools write the path only there. `folder` is the absolute folder
 * that the tool was given. Where it is about none of them, it may be about any.
 */
export function filesAbout(
  { text, files: places }: Pick<SarifNotification, 'text' | 'files'>,
  files: ReadonlySet<string>,
  folder: string,
): readonly string[] {
  if (places.length > 0) return [...new Set(places.flatMap((place) => filesAt(place, files)))];
  return [...files].filter((file) => isNamed(text, file, folder));
}

function filesAt(place: string, files: ReadonlySet<string>): readonly string[] {
  if (files.has(place)) return [place];
  return [...files].filter((file) => place === '' || file.startsWith(`${place}/`));
}

/** Looked for as a whole, since a name may hold all that people write between words: `app/[id]/a page.tsx`. */
function isNamed(text: string, file: string, folder: string): boolean {
  for (let at = text.indexOf(file); at >= 0; at = text.indexOf(file, at + 1)) {
    if (isStart(text, at, folder) && isEnd(text.slice(at + file.length))) return true;
  }
  return false;
}

function isStart(text: string, at: number, folder: string): boolean {
  const before = ['', './', `${folder}/`].filter((prefix) => text.endsWith(prefix, at));
  return before.some((prefix) => /^[\s'"`()[\]<>,;]?$/u.test(text.charAt(at - prefix.length - 1)));
}

/** `src/a.py:12:3:` and `src/a.py.` end a path as people write them. */
function isEnd(rest: string): boolean {
  return /^(?::[\d:-]*|\.)?(?:$|[\s'"`()[\]<>,;])/u.test(rest);
}
