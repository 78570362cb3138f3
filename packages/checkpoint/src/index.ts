import type * as contracts from './contracts/check-contracts.ts';
import type * as releases from './decisions/release.ts';
import type * as reviews from './decisions/review.ts';
import type * as revocations from './decisions/revoke.ts';
import type * as waives from './decisions/waive.ts';
import type * as scannersRules from './explain/scanner-rules.ts';
import type * as harnessJudgements from './harness/harness-judgement.ts';
import type * as surveys from './init-survey.ts';
import type * as inits from './init.ts';
import type * as lastings from './is-lasting.ts';
import { later } from './later.ts';
import type * as locks from './lock.ts';
import type * as logs from './log.ts';
import type * as origins from './origin-of.ts';
import type * as partInputsMade from './parts/part-inputs.ts';
import type * as partsMade from './parts/make-part.ts';
import type * as pushes from './pre-push.ts';
import type * as transactions from './reference-transaction.ts';
import type * as removals from './remove-harness.ts';
import type * as reports from './reporting/report.ts';
import type * as identities from './server/stopped-identity.ts';
import type * as verifiers from './server/verified-elsewhere.ts';
import type * as states from './status.ts';
import type * as standards from './standard.ts';
import type * as syncs from './sync.ts';
import type * as categories from './test-categories.ts';
import type * as tellings from './telling/locked-telling.ts';
import type * as trusts from './trust.ts';
import type * as trustChanges from './trust-change.ts';
import type * as verifications from './verify.ts';

export { AGENT_VARIABLES, type Audience, audienceOf, isKnownAgent } from './audience.ts';
export { check, type Checked } from './check.ts';
export { CheckError } from './check-error.ts';
export type { CheckRequest } from './check-request.ts';
export type { CheckedContracts, ContractsRequest } from './contracts/check-contracts.ts';
export { type Context, repositoryOf } from './context.ts';
export type { Runs, ScannerRule } from './explain/scanner-rules.ts';
export { ENGINES } from './engines.ts';
export type { AcceptChange } from './decisions/relock.ts';
export { DecisionRefused, type DecisionRefusedCode } from './decisions/decision-refused.ts';
export type { ExcerptLine } from './decisions/excerpt.ts';
export type { OpenCase } from './decisions/find-cases.ts';
export type { Released } from './decisions/release.ts';
export type { Ask } from './decisions/require-person.ts';
export type { CaseReview, Review, ReviewItem } from './decisions/review.ts';
export type { Revoked, Waivers } from './decisions/revoke.ts';
export type { WaivedItem } from './decisions/waive.ts';
export type { InitChange } from './init-change.ts';
export type { HarnessName } from './init-harness.ts';
export type { CiFile } from './init-ci.ts';
export { InitError, type InitErrorCode } from './init-error.ts';
export type { FoundHarness, FoundTool, Forge, InitSurvey } from './init-survey.ts';
export type { BranchGuess } from './protected-branch.ts';
export type { Initialised, InitRequest } from './init.ts';
export type { Progress } from './inventory.ts';
export { optimiseLate } from './optimise-late.ts';
export type { Only } from './question.ts';
export type { Locked, LockRequest } from './lock.ts';
export type { Log, LoggedChain, LoggedCheckpoint, LoggedLock, LogRequest } from './log.ts';
export { noteJudgedTree } from './judged-tree.ts';
export type { MadePart, PartRequest } from './parts/make-part.ts';
export type { PartInputsRequest } from './parts/part-inputs.ts';
export { PartsError } from './parts/parts-error.ts';
export type { PartReport, PartsGiven } from './parts/parts-given.ts';
export type { ProjectFiles } from './parts/project-files.ts';
export { type HookJudgement, preCommit, preMergeCommit } from './pre-commit.ts';
export type { Reported } from './reporting/report.ts';
export { ReportError } from './reporting/report-error.ts';
export type { ReportProgress, ReportRequest } from './reporting/report-request.ts';
export type { Tier } from './scanners.ts';
export type { Standard } from './standard.ts';
export type { Status, StatusRequest } from './status.ts';
export type { Synced, SyncedChain, SyncRequest } from './sync.ts';
export { SyncError, type SyncErrorCode } from './sync-error.ts';
export type { KnownKey, Trusted, TrustRequest } from './trust.ts';
export type { Role, TrustChange } from './trust-change.ts';
export type { Tell } from './telling/tell-of.ts';
export type { LockedTelling } from './telling/locked-telling.ts';
export type { Telling } from './telling/telling.ts';
export { TrustError, type TrustErrorCode } from './trust-error.ts';
export type { Verified, VerifyProgress, VerifyRequest } from './verify.ts';

// A check needs none of the others, and what they load is most of the program: each is loaded when it is called. The marks let a bundler leave
// out what an entry never calls: each way into a bundle cuts what is shared into more files.
export const changeTrust: typeof trustChanges.changeTrust = /* @__PURE__ */ later(
  async () => (await import('./trust-change.ts')).changeTrust,
);
export const checkContracts: typeof contracts.checkContracts = /* @__PURE__ */ later(
  async () => (await import('./contracts/check-contracts.ts')).checkContracts,
);
export const harnessJudgement: typeof harnessJudgements.harnessJudgement = /* @__PURE__ */ later(
  async () => (await import('./harness/harness-judgement.ts')).harnessJudgement,
);
export const init: typeof inits.init = /* @__PURE__ */ later(async () => (await import('./init.ts')).init);
export const initSurvey: typeof surveys.initSurvey = /* @__PURE__ */ later(
  async () => (await import('./init-survey.ts')).initSurvey,
);
export const isLasting: (...of: Parameters<typeof lastings.isLasting>) => Promise<boolean> = /* @__PURE__ */ later(
  async () => {
    const { isLasting: known } = await import('./is-lasting.ts');
    return (...of) => Promise.resolve(known(...of));
  },
);
export const listWaivers: typeof revocations.listWaivers = /* @__PURE__ */ later(
  async () => (await import('./decisions/revoke.ts')).listWaivers,
);
export const lock: typeof locks.lock = /* @__PURE__ */ later(async () => (await import('./lock.ts')).lock);
export const log: typeof logs.log = /* @__PURE__ */ later(async () => (await import('./log.ts')).log);
export const makePart: typeof partsMade.makePart = /* @__PURE__ */ later(
  async () => (await import('./parts/make-part.ts')).makePart,
);
export const originOf: typeof origins.originOf = /* @__PURE__ */ later(
  async () => (await import('./origin-of.ts')).originOf,
);
export const partInputs: typeof partInputsMade.partInputs = /* @__PURE__ */ later(
  async () => (await import('./parts/part-inputs.ts')).partInputs,
);
export const prePush: typeof pushes.prePush = /* @__PURE__ */ later(
  async () => (await import('./pre-push.ts')).prePush,
);
export const presentStandard: typeof standards.presentStandard = /* @__PURE__ */ later(
  async () => (await import('./standard.ts')).presentStandard,
);
export const printAnchor: typeof trusts.printAnchor = /* @__PURE__ */ later(
  async () => (await import('./trust.ts')).printAnchor,
);
export const referenceTransaction: typeof transactions.referenceTransaction = /* @__PURE__ */ later(
  async () => (await import('./reference-transaction.ts')).referenceTransaction,
);
export const release: typeof releases.release = /* @__PURE__ */ later(
  async () => (await import('./decisions/release.ts')).release,
);
export const removeHarness: typeof removals.removeHarness = /* @__PURE__ */ later(
  async () => (await import('./remove-harness.ts')).removeHarness,
);
export const report: typeof reports.report = /* @__PURE__ */ later(
  async () => (await import('./reporting/report.ts')).report,
);
export const review: typeof reviews.review = /* @__PURE__ */ later(
  async () => (await import('./decisions/review.ts')).review,
);
export const revoke: typeof revocations.revoke = /* @__PURE__ */ later(
  async () => (await import('./decisions/revoke.ts')).revoke,
);
export const scannerRuleNames: typeof scannersRules.scannerRuleNames = /* @__PURE__ */ later(
  async () => (await import('./explain/scanner-rules.ts')).scannerRuleNames,
);
export const scannerRules: typeof scannersRules.scannerRules = /* @__PURE__ */ later(
  async () => (await import('./explain/scanner-rules.ts')).scannerRules,
);
export const showTrust: typeof trusts.showTrust = /* @__PURE__ */ later(
  async () => (await import('./trust.ts')).showTrust,
);
export const status: typeof states.status = /* @__PURE__ */ later(async () => (await import('./status.ts')).status);
export const stoppedIdentity: typeof identities.stoppedIdentity = /* @__PURE__ */ later(
  async () => (await import('./server/stopped-identity.ts')).stoppedIdentity,
);
export const suggestContracts: typeof contracts.suggestContracts = /* @__PURE__ */ later(
  async () => (await import('./contracts/check-contracts.ts')).suggestContracts,
);
export const sync: typeof syncs.sync = /* @__PURE__ */ later(async () => (await import('./sync.ts')).sync);
export const telling: typeof tellings.lockedTelling = /* @__PURE__ */ later(
  async () => (await import('./telling/locked-telling.ts')).lockedTelling,
);
export const testCategories: typeof categories.testCategories = /* @__PURE__ */ later(
  async () => (await import('./test-categories.ts')).testCategories,
);
export const verifiedElsewhere: typeof verifiers.verifiedElsewhere = /* @__PURE__ */ later(
  async () => (await import('./server/verified-elsewhere.ts')).verifiedElsewhere,
);
export const verify: typeof verifications.verify = /* @__PURE__ */ later(
  async () => (await import('./verify.ts')).verify,
);
export const waive: typeof waives.waive = /* @__PURE__ */ later(
  async () => (await import('./decisions/waive.ts')).waive,
);
