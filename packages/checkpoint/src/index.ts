import type * as contracts from './contracts/check-contracts.ts';
import type * as releases from './decisions/release.ts';
import type * as reviews from './decisions/review.ts';
import type * as revocations from './decisions/revoke.ts';
import type * as waives from './decisions/waive.ts';
import type * as inits from './init.ts';
import { later } from './later.ts';
import type * as locks from './lock.ts';
import type * as logs from './log.ts';
import type * as origins from './origin-of.ts';
import type * as pushes from './pre-push.ts';
import type * as seals from './seal.ts';
import type * as states from './status.ts';
import type * as syncs from './sync.ts';
import type * as trusts from './trust.ts';
import type * as trustChanges from './trust-change.ts';
import type * as verifications from './verify.ts';

export { AGENT_VARIABLES, type Audience, audienceOf, isKnownAgent } from './audience.ts';
export { check, type Checked } from './check.ts';
export { CheckError } from './check-error.ts';
export type { CheckRequest } from './check-request.ts';
export type { CheckedContracts, ContractsRequest } from './contracts/check-contracts.ts';
export type { Context } from './context.ts';
export type { AcceptChange } from './decisions/relock.ts';
export { DecisionRefused, type DecisionRefusedCode } from './decisions/decision-refused.ts';
export type { ExcerptLine } from './decisions/excerpt.ts';
export type { OpenCase } from './decisions/find-cases.ts';
export type { Released } from './decisions/release.ts';
export type { Ask } from './decisions/require-person.ts';
export type { CaseReview, Review, ReviewItem } from './decisions/review.ts';
export type { Revoked, Waivers } from './decisions/revoke.ts';
export type { WaivedItem } from './decisions/waive.ts';
export type { Initialised, InitRequest } from './init.ts';
export type { Progress } from './inventory.ts';
export type { Only } from './question.ts';
export type { Locked, LockRequest } from './lock.ts';
export type { Log, LoggedChain, LoggedCheckpoint, LoggedLock, LogRequest } from './log.ts';
export { type HookJudgement, preCommit } from './pre-commit.ts';
export type { Tier } from './scanners.ts';
export type { Status, StatusRequest } from './status.ts';
export type { Synced, SyncedChain, SyncRequest } from './sync.ts';
export { SyncError, type SyncErrorCode } from './sync-error.ts';
export type { KnownKey, Trusted, TrustRequest } from './trust.ts';
export type { Role, TrustChange } from './trust-change.ts';
export { TrustError, type TrustErrorCode } from './trust-error.ts';
export type { Verified, VerifyProgress, VerifyRequest } from './verify.ts';

// A check needs none of the others, and what they load is most of the program: each is loaded when it is called.
export const changeTrust: typeof trustChanges.changeTrust = later(
  async () => (await import('./trust-change.ts')).changeTrust,
);
export const checkContracts: typeof contracts.checkContracts = later(
  async () => (await import('./contracts/check-contracts.ts')).checkContracts,
);
export const init: typeof inits.init = later(async () => (await import('./init.ts')).init);
export const listWaivers: typeof revocations.listWaivers = later(
  async () => (await import('./decisions/revoke.ts')).listWaivers,
);
export const lock: typeof locks.lock = later(async () => (await import('./lock.ts')).lock);
export const log: typeof logs.log = later(async () => (await import('./log.ts')).log);
export const openSealed: typeof seals.openSealed = later(async () => (await import('./seal.ts')).openSealed);
export const originOf: typeof origins.originOf = later(async () => (await import('./origin-of.ts')).originOf);
export const prePush: typeof pushes.prePush = later(async () => (await import('./pre-push.ts')).prePush);
export const printAnchor: typeof trusts.printAnchor = later(async () => (await import('./trust.ts')).printAnchor);
export const release: typeof releases.release = later(async () => (await import('./decisions/release.ts')).release);
export const review: typeof reviews.review = later(async () => (await import('./decisions/review.ts')).review);
export const revoke: typeof revocations.revoke = later(async () => (await import('./decisions/revoke.ts')).revoke);
export const sealedLogs: typeof seals.sealedLogs = later(async () => (await import('./seal.ts')).sealedLogs);
export const showTrust: typeof trusts.showTrust = later(async () => (await import('./trust.ts')).showTrust);
export const status: typeof states.status = later(async () => (await import('./status.ts')).status);
export const suggestContracts: typeof contracts.suggestContracts = later(
  async () => (await import('./contracts/check-contracts.ts')).suggestContracts,
);
export const sync: typeof syncs.sync = later(async () => (await import('./sync.ts')).sync);
export const verify: typeof verifications.verify = later(async () => (await import('./verify.ts')).verify);
export const waive: typeof waives.waive = later(async () => (await import('./decisions/waive.ts')).waive);
