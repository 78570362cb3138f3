import type { Coverage } from '@pawl/findings';
import type { Version } from './version.ts';

/** What can be given to a scanner. */
export function textsOf(versions: readonly Version[]): readonly Extract<Version, { readonly kind: 'text' }>[] {
  return versions.filter((version) => version.kind === 'text');
}

/** What could not be read as text was owed to this scanner all the same, and it did not see it. */
export function coverageOfUnread(by: string, versions: readonly Version[]): Coverage {
  const notExamined = versions.flatMap((version) =>
    version.kind === 'unread'
      ? [{ file: version.file, blob: version.blob, by, code: version.code, why: version.why }]
      : [],
  );
  return { examined: [], notExamined };
}
