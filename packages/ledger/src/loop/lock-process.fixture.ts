import { openRepository } from '@pawl/git';
import { draftOf, INVENTORY } from '../lock-draft.fixture.ts';
import { nextPlace, storeLock } from '../store-lock.ts';
import { openTrust } from '../trust.ts';

/** A process of its own that locks the repository of its working directory. */
const store = await openRepository(process.cwd());
const trust = openTrust(store, { env: process.env, now: () => new Date('2026-03-04T05:06:07.000Z') });
(globalThis as { countFaults?: () => void }).countFaults?.();
try {
  const place = await nextPlace(store, trust, 'main');
  const { commit, lock } = await storeLock(store, draftOf('main'), INVENTORY, place, { sign: undefined, trust });
  console.log(JSON.stringify({ commit, sequence: lock.sequence }));
} catch (error) {
  const { code, name: kind, message } = error as Error & { code?: string };
  console.log(JSON.stringify({ kind, code, message, isCoded: error instanceof Error && 'next' in error }));
  process.exitCode = 2;
}
