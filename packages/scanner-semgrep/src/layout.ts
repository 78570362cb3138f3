import type { ScanRequest, SourceFile } from '@pawl/scanner';
import { readableName } from './languages.ts';

const BOM = '\uFEFF';

/** One file as Semgrep sees it. */
export interface LaidOut {
  readonly source: SourceFile;
  /** What is written to disk for it. */
  readonly disk: SourceFile;
}

/**
 * Each file lies in a folder of its own, so that an ignore file covers nothing, files whose names differ only in case
 * are two, and a name that was made readable cannot be that of another file. The path stays, for rules that are about paths.
 * A byte order mark is left away: Semgrep takes it for a part of the first word.
 */
export function laidOut({ files }: ScanRequest): readonly LaidOut[] {
  return files.map((source, index) => {
    const file = `${String(index)}/${readableName(source.file)}`;
    return { source, disk: { ...source, file, text: source.text.slice(bomLength(source.text)) } };
  });
}

/** In UTF-16 units. */
export function bomLength(text: string): number {
  return text.startsWith(BOM) ? BOM.length : 0;
}
