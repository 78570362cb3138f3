import type { Answer, ForgeAnswers } from './answers.ts';

/** Written by hand after https://docs.github.com/rest and https://docs.gitlab.com/api: what these checks read of an answer. */
export const REPOSITORY = {
  id: 1296269,
  full_name: 'octo-org/hello',
  private: true,
  default_branch: 'main',
  permissions: { admin: false, maintain: false, push: true, triage: true, pull: true },
};

export const PROTECTION = {
  url: 'https://api.github.com/repos/octo-org/hello/branches/main/protection',
  required_status_checks: {
    strict: true,
    contexts: ['pawl'],
    checks: [{ context: 'pawl', app_id: 15368 }],
  },
  enforce_admins: { url: 'https://api.github.com/x', enabled: true },
  allow_force_pushes: { enabled: false },
  allow_deletions: { enabled: false },
};

export const RULES = [
  {
    type: 'required_status_checks',
    ruleset_source_type: 'Repository',
    ruleset_source: 'octo-org/hello',
    ruleset_id: 42,
    parameters: {
      strict_required_status_checks_policy: true,
      required_status_checks: [{ context: 'pawl', integration_id: 15368 }],
    },
  },
  { type: 'pull_request', ruleset_source_type: 'Repository', ruleset_source: 'octo-org/hello', ruleset_id: 42 },
];

export const RULESET = {
  id: 42,
  name: 'protect main',
  target: 'branch',
  enforcement: 'active',
  current_user_can_bypass: 'never',
  rules: [{ type: 'pull_request' }],
};

export const NOT_PROTECTED = {
  message: 'Branch not protected',
  documentation_url: 'https://docs.github.com',
  status: '404',
};

export const GITLAB_PROJECT = {
  id: 3,
  path_with_namespace: 'diaspora/app',
  only_allow_merge_if_pipeline_succeeds: true,
  allow_merge_on_skipped_pipeline: false,
  permissions: { project_access: { access_level: 30, notification_level: 3 }, group_access: null },
};

export const GITLAB_BRANCH = {
  name: 'main',
  push_access_levels: [{ access_level: 40, access_level_description: 'Maintainers' }],
  merge_access_levels: [{ access_level: 40, access_level_description: 'Maintainers' }],
  allow_force_push: false,
};

export function answered(body: unknown, status = 200): Answer {
  return { status, body };
}

/** A token of an agent, in a repository that is well protected. */
export function github(over: Partial<ForgeAnswers> = {}): ForgeAnswers {
  return {
    forge: 'github',
    scopes: undefined,
    repository: answered(REPOSITORY),
    protection: answered({ message: 'Resource not accessible by personal access token' }, 403),
    rules: answered(RULES),
    rulesets: [answered(RULESET)],
    ...over,
  };
}

export function gitlab(over: Partial<ForgeAnswers> = {}): ForgeAnswers {
  return {
    forge: 'gitlab',
    scopes: ['api'],
    repository: answered(GITLAB_PROJECT),
    protection: answered(GITLAB_BRANCH),
    rules: undefined,
    rulesets: [],
    ...over,
  };
}
