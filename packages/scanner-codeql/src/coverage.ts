import type { Coverage, NotExamined } from '@pawl/findings';
import { filesAbout, SarifError, type SarifNotification, type SarifRun } from '@pawl/sarif';
import type { SourceFile } from '@pawl/scanner';
import { isOf, type Language } from './languages.ts';

/** Ids of notifications that say that a file could not be read as it should, whatever level they are given. */
const TROUBLE =
  /(?:extraction-(?:error|warning)s?(?:-msft)?|failed-extractor-invocations|failed-extractions|parse-error|syntax-error)$/u;

/** Where trouble may have been. */
interface Ground {
  /** Every path of the judged tree. */
  readonly tree: ReadonlySet<string>;
  /** Those of the language. */
  readonly own: ReadonlySet<string>;
  /** The absolute folder that CodeQL was given. */
  readonly folder: string;
}

/**
 * Which files of a language CodeQL examined: those that its diagnostic queries list as extracted, without those that any
 * notification of trouble is about. Since 2.15 the list takes in "any file seen during extraction, even one with some
 * errors", so that the list alone is not enough.
 *
 * @throws SarifError `tool-error-notification` where CodeQL tells an error that costs none of these files.
 */
export function coverageOf(
  run: SarifRun,
  language: Language,
  tree: readonly SourceFile[],
  { by, folder }: { readonly by: string; readonly folder: string },
): Coverage {
  const files = tree.filter(({ file }) => isOf(language, file));
  const troubles = troublesIn(run, { tree: namesOf(tree), own: namesOf(files), folder });
  const listing = run.notifications.filter(
    ({ id }) => id === `${language.prefix}/diagnostics/successfully-extracted-files`,
  );
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

function namesOf(files: readonly SourceFile[]): ReadonlySet<string> {
  return new Set(files.map(({ file }) => file));
}

function troublesIn({ notifications }: SarifRun, ground: Ground): ReadonlyMap<string, SarifNotification> {
  const troubles = notifications.filter(
    ({ id, level }) => level === 'error' || level === 'warning' || TROUBLE.test(id ?? ''),
  );
  return new Map(troubles.flatMap((trouble) => lostTo(trouble, ground).map((file) => [file, trouble] as const)));
}

/**
 * The files of the language that a notification costs. Trouble may have been in any of them, unless it is located in other
 * files of the tree.
 */
function lostTo(trouble: SarifNotification, { tree, own, folder }: Ground): readonly string[] {
  const { id, level, text } = trouble;
  const about = filesAbout(trouble, tree, folder);
  const lost = about.filter((file) => own.has(file));
  if (lost.length > 0) return lost;
  if (level === 'error')
    throw new SarifError(
      'tool-error-notification',
      `CodeQL tells an error that is in no file of the language: ${text}`,
    );
  const isElsewhere = trouble.files.length > 0 && about.length > 0;
  return TROUBLE.test(id ?? '') && !isElsewhere ? [...own] : [];
}

function told({ id, text }: SarifNotification): Pick<NotExamined, 'code' | 'why'> {
  const isSyntax = /syntax|pars(?:e|ing)/iu.test(`${id} ${text}`);
  return {
    code: isSyntax ? 'syntax-error' : 'tool-failed',
    why: `CodeQL says ${id ?? 'of it'}: ${text.slice(0, 500)}`,
  };
}
