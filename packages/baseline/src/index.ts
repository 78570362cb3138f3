export { canonicalJson, type JsonObject, type JsonValue } from './canonical-json.ts';
export type { Decision, Release, Waiver } from './decision.ts';
export { type Delta, delta, type Pair } from './delta.ts';
export { digest } from './digest.ts';
export { type Inventory, readInventory, writeInventory } from './inventory.ts';
export { type Lock, type LockedTool, readLock, writeLock } from './lock.ts';
export { LockError, type LockErrorCode } from './lock-error.ts';
export { suppressionDelta, type SuppressionDelta } from './suppression-delta.ts';
export { weightedTotal, weightedTotals } from './weighted-total.ts';
