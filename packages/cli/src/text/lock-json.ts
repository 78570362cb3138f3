import { documentText, type ToldLock } from '@pawl/report';

/** What was locked, for a program. The schema says what a reader may rely on. */
export function lockJson({ stored, inventory, promises }: ToldLock): string {
  const { lock, assurance, signedBy } = stored;
  const { target, commit, sequence, previous, expires } = lock;
  const { findings, suppressions, weightedTotal, examined } = lock.inventory;
  return documentText('pawl/lock@1', {
    target,
    commit,
    sequence,
    previous,
    assurance,
    signedBy: signedBy === undefined ? null : { principal: signedBy.principal, fingerprint: signedBy.fingerprint },
    expires,
    inventory: { examined, findings, weightedTotal, suppressions },
    notExamined: inventory.coverage.notExamined.map(({ file, by, why }) => ({ file, by, why })),
    contracts: promises.contracts ?? null,
    tests: { kinds: promises.tests.tests, missing: promises.tests.missing },
  });
}
