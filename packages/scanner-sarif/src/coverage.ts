import type { Coverage, NotExamined } from '@pawl/findings';
import { filesAbout, type SarifRun } from '@pawl/sarif';
import type { SourceFile } from '@pawl/scanner';

export interface CoverageClaim {
  /** The name that records carry. */
  readonly by: string;
  /** Those that coverage speaks of. */
  readonly files: readonly SourceFile[];
  /** Every path of the judged tree: a warning about one of them is not about the others. */
  readonly tree: ReadonlySet<string>;
  /** The absolute folder that the tool was given, `''` where nobody knows. */
  readonly folder: string;
  /** Which files a tool that lists none is taken to have read. */
  readonly assumed: (file: string) => boolean;
}

/**
 * Which files a tool read. Where its log lists analysis targets, those and no others; else what the caller assumes, unless
 * the tool warns and does not say of what. A file that it warns about was not examined in any case. `unlisted` are files of
 * which the log says nothing.
 */
export function coverageOf(
  runs: readonly SarifRun[],
  { by, files, tree, folder, assumed }: CoverageClaim,
): Coverage & { readonly unlisted: readonly SourceFile[] } {
  const { doubts, vague } = warningsIn(runs, tree, folder);
  const targets = new Set(runs.flatMap((run) => run.targets));
  const isAssumed = (file: string): boolean => targets.size === 0 && assumed(file);
  const whyLost = (file: string): string | undefined => {
    const about = doubts.get(file);
    if (about !== undefined) return `${by} warns about it: ${about}`;
    return vague !== undefined && isAssumed(file) ? `${by} warns, and not of a file of the tree: ${vague}` : undefined;
  };
  const rest = files.filter(({ file }) => whyLost(file) === undefined);
  const isRead = ({ file }: SourceFile): boolean => targets.has(file) || isAssumed(file);
  return {
    examined: rest.filter(isRead).map(({ file, blob }) => ({ file, blob, by })),
    notExamined: files.flatMap((source) => lost(by, source, whyLost(source.file))),
    unlisted: rest.filter((source) => !isRead(source)),
  };
}

interface Warnings {
  /** The files that a tool warns about, with its words. */
  readonly doubts: ReadonlyMap<string, string>;
  /** The words of a warning that is about no file of the tree, and so may be about any. */
  readonly vague: string | undefined;
}

/** A warning means that the analysis may be incomplete (SARIF 3.58.6). */
function warningsIn(runs: readonly SarifRun[], tree: ReadonlySet<string>, folder: string): Warnings {
  const warnings = runs
    .flatMap(({ notifications }) => notifications)
    .filter(({ level }) => level === 'warning' || level === 'error')
    .map((warning) => {
      const files = filesAbout(warning, tree, folder);
      const isPlaced = files.some((file) => warning.files.length > 0 || hasEnding(file));
      return { text: warning.text.slice(0, 500), files, isPlaced };
    });
  return {
    doubts: new Map(warnings.flatMap(({ text, files }) => files.map((file) => [file, text] as const))),
    vague: warnings.find(({ isPlaced }) => !isPlaced)?.text,
  };
}

/** A mere word of a text is no place: else a file named `memory` would take every "out of memory" upon itself alone. */
function hasEnding(file: string): boolean {
  return /[^\s./]\.[^\s./]+$/u.test(file);
}

function lost(by: string, { file, blob }: SourceFile, why: string | undefined): readonly NotExamined[] {
  return why === undefined ? [] : [{ file, blob, by, code: 'tool-failed', why }];
}
