import type { RawFinding } from '@pawl/findings';
import type { ScanRequest } from './scanner.ts';

/**
 * What is wrong with the first finding that cannot be true, in words that follow "reported". A place that the file does
 * not have means that the tool read something else than what it was given.
 */
export function malformation({ files }: ScanRequest, findings: readonly RawFinding[]): string | undefined {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const lines = new Map<string, number>();
  for (const finding of findings) {
    const { file } = finding;
    const last = lines.get(file) ?? linesAtMost(texts.get(file) ?? '');
    lines.set(file, last);
    const wrong = wordless(finding) ?? misplaced(finding, last);
    if (wrong !== undefined) return `${wrong} in ${JSON.stringify(file)}`;
  }
  return undefined;
}

/** By the most generous of the rules that languages have for what ends a line. */
function linesAtMost(text: string): number {
  return text.split(/\r\n|[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/u).length;
}

function wordless({ rule, message }: RawFinding): string | undefined {
  if (typeof rule !== 'string' || rule === '') return 'a finding of no rule';
  return typeof message === 'string' ? undefined : 'a finding without a message';
}

function misplaced({ line, column, endLine, endColumn }: RawFinding, last: number): string | undefined {
  for (const each of [line, endLine ?? line])
    if (!isCount(each) || each > last) return `line ${String(each)}, which is not there,`;
  for (const each of [column ?? 1, endColumn ?? 1])
    if (!isCount(each)) return `column ${String(each)}, which is not there,`;
  return endLine !== undefined && endLine < line ? 'a finding that ends before it begins' : undefined;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
