import { readFile } from 'node:fs/promises';
import { BenchError } from '../bench-error.ts';
import { CASE_KINDS } from '../dataset/case.ts';
import type { ResultRow } from './result-row.ts';

export function resultsText(rows: readonly ResultRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** @throws BenchError `bad-results` for a file that this benchmark did not write to its end. */
export async function readResults(file: string): Promise<readonly ResultRow[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line, at) => {
    const row = parse(line);
    if (!isResult(row)) {
      throw new BenchError('bad-results', `${file}:${at + 1} is not a result row`, {
        next: 'drift-bench run --out FILE',
      });
    }
    return row;
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isResult(value: unknown): value is ResultRow {
  const row = value as Partial<ResultRow> | null | undefined;
  if (typeof row?.id !== 'string' || typeof row.repo !== 'string') return false;
  if (!CASE_KINDS.some((kind) => kind === row.kind)) return false;
  if (row.state === 'missing') return typeof row.why === 'string';
  return row.state === 'judged' && typeof row.score === 'number' && typeof row.ms === 'number';
}
