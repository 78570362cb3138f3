import { isPlainSource } from '@pawl/findings';
import type { GateRule } from './gate-rules.ts';

const HOOKS =
  'applypatch-msg|pre-applypatch|post-applypatch|pre-commit|pre-merge-commit|prepare-commit-msg|commit-msg|post-commit|pre-rebase|post-checkout|post-merge|pre-push|pre-receive|update|proc-receive|post-receive|post-update|reference-transaction|push-to-checkout|pre-auto-gc|post-rewrite';

/**
 * The gate's own files: whoever changes one of them changes the judge, which is a person's decision. Prose that an agent
 * reads (`AGENTS.md`, rules, skills) is no permission and is not among them.
 */
export const GATE_PATHS: readonly (readonly [pattern: RegExp, rule: GateRule])[] = [
  [/^pawl\.(?:config|contracts)\.jsonc$/u, 'gate-configuration'],

  [/(?:^|\/)\.husky\/[^_/][^/]*$/u, 'gate-hook'],
  [/(?:^|\/)\.husky\.(?:json|[cm]?js)$|(?:^|\/)\.huskyrc(?:\.[a-z]+)?$|(?:^|\/)husky\.config\.[cm]?js$/u, 'gate-hook'],
  // A folder that `core.hooksPath` may name: it is known by the names that git calls.
  [
    new RegExp(
      String.raw`(?:^|/)[._]?(?:git[-_]?)?hooks/(?:[^/]+/)?(?:${HOOKS})(?:\.(?:sh|d/.+|[cm]?[jt]s|py|rb))?$`,
      'u',
    ),
    'gate-hook',
  ],
  [/(?:^|\/)\.githooks\/.+/u, 'gate-hook'],
  [/(?:^|\/)\.lintstagedrc(?:\.[a-z]+)?$|(?:^|\/)lint-staged\.config\.[a-z]+$/u, 'gate-hook'],
  [/(?:^|\/)\.?(?:lefthook|lefthook-local)\.(?:ya?ml|toml|json)$|(?:^|\/)\.lefthook\/.+/u, 'gate-hook'],
  [/(?:^|\/)\.pre-commit-config\.ya?ml$|(?:^|\/)\.overcommit\.yml$|(?:^|\/)\.captainhook\.json$/u, 'gate-hook'],
  [/(?:^|\/)\.?simple-git-hooks\.(?:json|[cm]?js)$/u, 'gate-hook'],

  [/(?:^|\/)\.nxignore$/u, 'gate-target'],
];

/** What decides what an agent may do and what is run beside it (C14), by the harness that reads it. */
export const HARNESS_PATHS: readonly RegExp[] = [
  /(?:^|\/)\.claude\/(?:settings(?:\.[^/]+)?\.json|hooks\/.+|hooks\.json|managed-settings\.json|plugins\/.+\.json)$/u,
  /(?:^|\/)\.claude-plugin\/.+\.json$/u,
  /(?:^|\/)\.codex\/(?:[^/]+\.(?:toml|json)|hooks\/.+|rules\/.+\.rules)$/u,
  /(?:^|\/)\.(?:gemini|qwen)\/(?:settings\.json|hooks\/.+|policies\/.+|extensions\/.+\.json|sandbox[^/]*)$/u,
  /(?:^|\/)\.cursor\/(?:(?:hooks|mcp|cli|cli-config|permissions|environment|sandbox|worktrees)\.json|hooks\/.+)$/u,
  /(?:^|\/)\.cursorignore$|(?:^|\/)\.(?:gemini|codeium|cline|roo)ignore$/u,
  /^\.github\/hooks\/.+/u,
  /^\.github\/(?:copilot\/.+\.(?:json|ya?ml)|copilot[^/]*\.(?:json|ya?ml))$|(?:^|\/)\.copilot\/.+\.json$/u,
  /^\.github\/workflows\/copilot-setup-steps\.ya?ml$/u,
  /(?:^|\/)\.clinerules\/(?:hooks\/.+|.+\.json)$/u,
  /(?:^|\/)\.?opencode\.jsonc?$|(?:^|\/)\.opencode\/(?:[^/]+\.jsonc?|plugins?\/.+|tools?\/.+)$/u,
  /(?:^|\/)\.windsurf\/(?:hooks\.json|hooks\/.+|mcp[^/]*\.json)$/u,
  /(?:^|\/)\.roo\/.+\.json$|(?:^|\/)\.roomodes$|(?:^|\/)\.kiro\/(?:settings|hooks)\/.+/u,
  /(?:^|\/)\.(?:amazonq|continue|junie|amp|augment|goose|omp)\/(?:[^/]+\/)*[^/]+\.(?:json|ya?ml|toml)$/u,
  /(?:^|\/)\.aider\.conf\.ya?ml$/u,
  /(?:^|\/)(?:\.mcp|mcp|\.vscode\/mcp)\.json$/u,
];

/** Who has to agree to a change: all the places that platforms look at (C08). */
export const OWNERS: RegExp = /^(?:\.github\/|docs\/|\.gitlab\/|\.gitea\/|\.forgejo\/|\.bitbucket\/)?CODEOWNERS$/u;

/** Settings of an editor, of which only what it lets an agent do is protected. */
export const EDITOR_SETTINGS: RegExp = /(?:^|\/)\.vscode\/settings\.json$|\.code-workspace$/u;
export const EDITOR_AGENT_KEYS: RegExp =
  /^(?:chat|github\.copilot|copilot|mcp|inlineChat|claude\w*|claude-code|cline|roo-cline|kilo-code|gemini\w*|geminicodeassist|codex|chatgpt|windsurf|cursor|amazonQ|continue|security\.workspace\.trust|task\.allowAutomaticTasks|git\.(?:allowNoVerifyCommit|confirmNoVerifyCommit|blockCommitOnHookFailure))(?:\.|$)/u;

/**
 * The rule about a file of the gate itself, of an agent's settings or of code owners; `undefined` for any other file.
 */
export function gateRuleOf(file: string): GateRule | undefined {
  if (isPlainSource(file)) return undefined;
  if (HARNESS_PATHS.some((pattern) => pattern.test(file))) return 'harness-settings';
  if (OWNERS.test(file)) return 'code-owners';
  return GATE_PATHS.find(([pattern]) => pattern.test(file))?.[1];
}
