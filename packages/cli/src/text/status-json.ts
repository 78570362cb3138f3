import { documentText } from '@pawl/report';
import { noticesDocument } from './notify-json.ts';
import { nextStep, type ToldStatus } from './status-text.ts';

/** The same for a program. The schema says what a reader may rely on. */
export function statusJson(status: ToldStatus): string {
  const { audience, branch, head, ahead, drift, loop, hooks, cases, owed } = status;
  return documentText('pawl/status@1', {
    audience,
    branch: branch ?? null,
    head: head ?? null,
    ahead: ahead ?? null,
    lock: lockDocument(status),
    drift: drift.map(({ tip, weight, limit, isAtLeast }) => ({ tip, weight, limit, isAtLeast })),
    loop: loop === undefined ? null : { name: loop.name, checkpoints: loop.checkpoints, latch: loop.latch },
    hooks: hooks.map(({ hook, state, why }) => ({ hook, state, why })),
    cases: cases.map(({ id, openedAt }) => ({ case: id, openedAt })),
    notices: owed === undefined ? null : noticesDocument(owed),
    next: nextStep(status),
  });
}

function lockDocument({ lock: stored }: ToldStatus): object | null {
  if (stored === undefined) return null;
  const { target, commit, sequence, lockedAt, expires, inventory, tools } = stored.lock;
  const { findings, weightedTotal, suppressions, notExamined } = inventory;
  return {
    target,
    commit,
    sequence,
    assurance: stored.assurance,
    lockedAt,
    expires,
    inventory: { findings, weightedTotal, suppressions, notExamined },
    tools: tools.map(({ name, version }) => ({ name, version })),
  };
}
