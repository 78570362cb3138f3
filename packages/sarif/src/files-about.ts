import type { SarifNotification } from './read-notifications.ts';

/**
 * The files that a notification is about: those where it is located; where it has no place, those that stand in its text
 * as a word, for some tools write the path only there. `folder` is the absolute folder that the tool was given.
 */
export function filesAbout(
  { text, files: located }: Pick<SarifNotification, 'text' | 'files'>,
  files: ReadonlySet<string>,
  folder: string,
): readonly string[] {
  if (located.length > 0) return located;
  const words = text.split(/[\s'"`()[\]<>,;]+/u);
  // `src/a.py:12:3:` and `src/a.py.` end a word as people write them.
  const bare = words.map((word) => word.replace(/:[\d:-]*$|\.$/u, ''));
  const paths = [...words, ...bare].map((word) =>
    word.startsWith(`${folder}/`) ? word.slice(folder.length + 1) : word,
  );
  return [...new Set(paths)].filter((path) => files.has(path));
}
