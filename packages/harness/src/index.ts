export { answer } from './answer/answer.ts';
export type { HookAnswer, Outcome } from './answer/outcome.ts';
export { PAUSED } from './answer/words.ts';
export {
  type EventKind,
  type HarnessEvent,
  type MalformedEvent,
  type ReadEvent,
  taskOf,
  type ToolAction,
  type ToolUse,
} from './event/harness-event.ts';
export { readEvent } from './event/read-event.ts';
export { timeLimitOf } from './event/time-limit.ts';
export {
  type HarnessReport,
  installHarness,
  type InstallHarnessOptions,
  uninstallHarness,
} from './files/install-harness.ts';
export { HarnessError, type HarnessErrorCode } from './harness-error.ts';
export { detectHarnesses, type DetectedHarness } from './files/detect-harnesses.ts';
export { type HarnessFacts, HARNESSES, type InstalledEvent, type TimeLimit } from './harness-facts.ts';
export { GIT_HOOKS_ONLY, HARNESS_IDS, type HarnessId, isHarnessId } from './harness-id.ts';
export { harnessProgram } from './runner/harness-program.ts';
export { installRunner, RUNNER, type RunnerOptions, type RunnerReport } from './runner/install-runner.ts';
export { settingsFiles } from './settings/settings-files.ts';
export type { SettingsPlan } from './settings/settings-plan.ts';
