import type { Coverage, NotExamined } from '@pawl/findings';
import { filesAbout, type SarifRun } from '@pawl/sarif';
import type { SourceFile } from '@pawl/scanner';

export interface CoverageClaim {
  /** The name that records carry. */
  readonly by: string;
  readonly files: readonly SourceFile[];
  /** The absolute folder that the tool was given, `''` where nobody knows. */
  readonly folder: string;
  /** Which files a tool that lists none is taken to have read. */
  readonly assumed: (file: string) => boolean;
}

/**
 * Which files a tool read. Where its log lists analysis targets, those and no others; else what the caller assumes. A
 * file that the tool warns about was not examined in either case. `unlisted` are files of which the log says nothing.
 */
export function coverageOf(
  runs: readonly SarifRun[],
  { by, files, folder, assumed }: CoverageClaim,
): Coverage & { readonly unlisted: readonly SourceFile[] } {
  const doubts = inDoubt(runs, new Set(files.map(({ file }) => file)), folder);
  const targets = new Set(runs.flatMap((run) => run.targets));
  const isListed = (file: string): boolean => (targets.size > 0 ? targets.has(file) : assumed(file));
  const notExamined = files.flatMap((source) => lost(by, source, doubts.get(source.file)));
  const rest = files.filter(({ file }) => !doubts.has(file));
  return {
    examined: rest.filter(({ file }) => isListed(file)).map(({ file, blob }) => ({ file, blob, by })),
    notExamined,
    unlisted: rest.filter(({ file }) => !isListed(file)),
  };
}

/** The files that a tool warns about, with its words. A warning means that the analysis may be incomplete (SARIF 3.58.6). */
function inDoubt(runs: readonly SarifRun[], files: ReadonlySet<string>, folder: string): ReadonlyMap<string, string> {
  const notifications = runs.flatMap((run) => run.notifications);
  const warnings = notifications.filter(({ level }) => level === 'warning' || level === 'error');
  return new Map(
    warnings.flatMap((warning) => filesAbout(warning, files, folder).map((file) => [file, warning.text] as const)),
  );
}

function lost(by: string, { file, blob }: SourceFile, text: string | undefined): readonly NotExamined[] {
  if (text === undefined) return [];
  return [{ file, blob, by, code: 'tool-failed', why: `${by} warns about it: ${text.slice(0, 500)}` }];
}
