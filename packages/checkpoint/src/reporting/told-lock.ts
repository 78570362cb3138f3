import type { AuditedLock } from '@pawl/ledger';
import type { ReportLock, ReportWaiver } from '@pawl/report/page';
import { liveWaivers, type Waiver } from '@pawl/baseline';
import type { TreeState } from './tree-state.ts';

/** `state` is what the locked tree holds, where that could be read. */
export function toldLock({ lock, commit, assurance, signedBy }: AuditedLock, state: TreeState | undefined): ReportLock {
  const { weightedTotal, suppressions, examined, notExamined } = lock.inventory;
  return {
    ...{ sequence: lock.sequence, commit, lockedAt: lock.lockedAt, expires: lock.expires },
    // A signature that does not count is none.
    ...{ assurance: assurance ?? 'unsigned', signedBy: signedBy?.principal ?? null, decision: lock.decision.kind },
    baseline: {
      findings: state?.findings ?? null,
      defences: state?.defences ?? null,
      ...{ weightedTotal, suppressions, examined, notExamined },
    },
    tools: lock.tools.map(({ name, version, rulesDigest }) => ({ name, version, rulesDigest })),
  };
}

const DAY_MS = 86_400_000;

/** The waivers that count now, the first to expire first, each with who signed the lock that it came with. */
export function toldWaivers(chain: readonly AuditedLock[], now: Date): readonly ReportWaiver[] {
  const newest = chain.at(-1);
  if (newest === undefined) return [];
  const live = liveWaivers(newest.lock, now).toSorted((a, b) => Date.parse(a.expires) - Date.parse(b.expires));
  return live.map((waiver) => {
    const { tool, rule, file, reason, since, expires } = waiver;
    const by = chain.find(({ lock }) => lock.waivers.some((one) => isSame(one, waiver)))?.signedBy?.principal ?? null;
    const daysLeft = Math.floor((Date.parse(expires) - now.getTime()) / DAY_MS);
    return { tool, rule, path: file, reason, by, since, expires, daysLeft };
  });
}

function isSame(one: Waiver, other: Waiver): boolean {
  return one.fingerprint === other.fingerprint && one.snippet === other.snippet && one.since === other.since;
}
