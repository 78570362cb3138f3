export { type Case, caseId, type CaseQuestion, listCases, openCase } from './cases.ts';
export { LedgerError, type LedgerErrorCode } from './ledger-error.ts';
export { loadInventory, loadLock, loadTool, type StoredLock } from './load-lock.ts';
export { LOCK_REFS, lockRef, targetOfRef } from './lock-ref.ts';
export { type LockMemory, type Memory, openMemory } from './memory.ts';
export type { PinnedTool } from './pinned-tool.ts';
export type { LedgerStore } from './ports.ts';
export { type LockDraft, nextPlace, type Place, storeLock } from './store-lock.ts';
export { type LockQuery, trustedLock } from './trusted-lock.ts';
