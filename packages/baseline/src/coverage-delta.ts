import type { Coverage, Examined } from '@pawl/findings';

export interface CoverageChange {
  readonly file: string;
  readonly by: string;
  /** Why the file is not examined any more; `undefined` where it now is. */
  readonly why: string | undefined;
}

/** Which files are no longer examined by whom, or are new and not examined, and which now are. A file that is gone owes nothing. */
export function coverageDelta(before: Coverage, after: Coverage): readonly CoverageChange[] {
  const [examined, blind] = [keys(before.examined), keys(before.notExamined)];
  const [examinedNow, refused] = [keys(after.examined), keys(after.notExamined)];
  const present = new Set([...after.examined, ...after.notExamined].map(({ file }) => file));
  const newlyBlind = after.notExamined.filter((one) => !blind.has(keyOf(one)));
  const silent = before.examined.filter(
    (one) => present.has(one.file) && !examinedNow.has(keyOf(one)) && !refused.has(keyOf(one)),
  );
  const seen = after.examined.filter((one) => blind.has(keyOf(one)) && !examined.has(keyOf(one)));
  return [
    ...newlyBlind.map(({ file, by, why }) => ({ file, by, why })),
    ...silent.map(({ file, by }) => ({ file, by, why: 'nothing is said about it any more' })),
    ...seen.map(({ file, by }) => ({ file, by, why: undefined })),
  ];
}

function keys(records: readonly Pick<Examined, 'file' | 'by'>[]): ReadonlySet<string> {
  return new Set(records.map(keyOf));
}

function keyOf({ file, by }: Pick<Examined, 'file' | 'by'>): string {
  return JSON.stringify([file, by]);
}
