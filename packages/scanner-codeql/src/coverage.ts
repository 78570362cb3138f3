import type { Coverage, NotExamined } from '@pawl/findings';
import { filesAbout, type SarifNotification, type SarifRun } from '@pawl/sarif';
import type { SourceFile } from '@pawl/scanner';
import type { Language } from './languages.ts';

/** Ids of notifications that say that a file could not be read as it should, whatever level they are given. */
const TROUBLE =
  /(?:extraction-(?:error|warning)s?(?:-msft)?|failed-extractor-invocations|failed-extractions|parse-error|syntax-error)$/u;

/**
 * Which files of a language CodeQL examined: those that its diagnostic queries list as extracted, without those that any
 * notification of trouble is about. Since 2.15 the list takes in "any file seen during extraction, even one with some
 * errors", so that the list alone is not enough.
 */
export function coverageOf(
  run: SarifRun,
  { prefix }: Language,
  files: readonly SourceFile[],
  { by, folder }: { readonly by: string; readonly folder: string },
): Coverage {
  const names = new Set(files.map(({ file }) => file));
  const troubles = troublesIn(run, names, folder);
  const listing = run.notifications.filter(({ id }) => id === `${prefix}/diagnostics/successfully-extracted-files`);
  const extracted = new Set(listing.flatMap((notification) => notification.files));
  const lost = files.flatMap((source): readonly NotExamined[] => {
    const trouble = troubles.get(source.file);
    if (trouble !== undefined) return [{ ...recordOf(source, by), ...told(trouble) }];
    if (extracted.has(source.file)) return [];
    const why =
      listing.length === 0
        ? 'CodeQL does not say which files it extracted: the suite must take in the diagnostic queries'
        : 'CodeQL does not list it among the files that it extracted';
    return [{ ...recordOf(source, by), code: 'tool-failed', why }];
  });
  const lostFiles = new Set(lost.map(({ file }) => file));
  return {
    examined: files.filter(({ file }) => !lostFiles.has(file)).map((source) => recordOf(source, by)),
    notExamined: lost,
  };
}

function recordOf({ file, blob }: SourceFile, by: string): { file: string; blob: string; by: string } {
  return { file, blob, by };
}

function troublesIn(
  { notifications }: SarifRun,
  files: ReadonlySet<string>,
  folder: string,
): ReadonlyMap<string, SarifNotification> {
  const troubles = notifications.filter(
    ({ id, level }) => level === 'error' || level === 'warning' || TROUBLE.test(id ?? ''),
  );
  return new Map(
    troubles.flatMap((trouble) => filesAbout(trouble, files, folder).map((file) => [file, trouble] as const)),
  );
}

function told({ id, text }: SarifNotification): Pick<NotExamined, 'code' | 'why'> {
  const isSyntax = /syntax|pars(?:e|ing)/iu.test(`${id} ${text}`);
  return {
    code: isSyntax ? 'syntax-error' : 'tool-failed',
    why: `CodeQL says ${id ?? 'of it'}: ${text.slice(0, 500)}`,
  };
}
