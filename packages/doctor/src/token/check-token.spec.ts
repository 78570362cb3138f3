import { describe, expect, it } from 'vitest';
import type { Found } from '../check-up.ts';
import { only, told } from '../told.fixture.ts';
import type { ForgeAnswers, TokenFacts } from './answers.ts';
import { checkToken } from './check-token.ts';
import {
  answered,
  github,
  gitlab,
  GITLAB_BRANCH,
  GITLAB_PROJECT,
  NOT_PROTECTED,
  PROTECTION,
  REPOSITORY,
  RULESET,
} from './forge-answers.fixture.ts';

const ADMIN = answered({ ...REPOSITORY, permissions: { ...REPOSITORY.permissions, admin: true } });

function checked(answers: ForgeAnswers): readonly Found[] {
  return checkToken({ asked: { kind: 'answered', answers, project: 'octo-org/hello' }, target: 'main' });
}

describe('when nobody was asked', () => {
  it.each<readonly [TokenFacts['asked'], string]>([
    [{ kind: 'none' }, 'note'],
    [{ kind: 'foreign', host: 'git.example.com' }, 'unknown'],
    [{ kind: 'not-asked', forge: 'github', project: 'a/b' }, 'unknown'],
    [{ kind: 'failed', why: 'it does not answer', next: undefined }, 'unknown'],
  ])('%j is %s', (asked, level) => {
    expect(told(checkToken({ asked, target: 'main' }))).toEqual([`token-rights ${level}`]);
  });

  it('it says how to find out', () => {
    const [found] = checkToken({ asked: { kind: 'not-asked', forge: 'github', project: 'a/b' }, target: 'main' });
    expect(found?.next).toContain('--token-env');
    expect(found?.next).toContain('gh api repos/a/b');
  });
});

describe('when a token of GitHub is looked at', () => {
  it('all is well with one that may only push, in a repository that is protected', () => {
    expect(told(checked(github()))).toEqual([
      'token-rights ok',
      'token-bypass ok',
      'branch-protection ok',
      'required-check ok',
    ]);
  });

  it.each<readonly [string, Partial<ForgeAnswers>, string]>([
    ['a classic token of an administrator', { scopes: ['repo'], repository: ADMIN }, 'broken'],
    ['one that may only read', { scopes: ['read:org'], repository: ADMIN }, 'ok'],
    ['one that may change rules of the organisation', { scopes: ['repo', 'admin:org'] }, 'broken'],
    ['one that may delete the repository', { scopes: ['delete_repo'] }, 'broken'],
    ['one that may change workflows', { scopes: ['repo', 'workflow'] }, 'weak'],
    [
      'a fine-grained one of an administrator that may see the settings',
      { repository: ADMIN, protection: answered(PROTECTION) },
      'broken',
    ],
    ['one that may see that there are none', { repository: ADMIN, protection: answered(NOT_PROTECTED, 404) }, 'broken'],
    ['a fine-grained one of an administrator that may not see them', { repository: ADMIN }, 'ok'],
    [
      'one for which they are not found',
      { repository: ADMIN, protection: answered({ message: 'Not Found' }, 404) },
      'ok',
    ],
    ['one for which nobody asked for them', { repository: ADMIN, protection: undefined }, 'unknown'],
    ['one that does not see the repository', { repository: answered({ message: 'Not Found' }, 404) }, 'unknown'],
    ['an answer without permissions', { repository: answered({ full_name: 'a/b' }) }, 'unknown'],
    ['an answer that is none', { repository: answered('nonsense') }, 'unknown'],
    ['scopes alone, with which it may write', { scopes: ['repo'], repository: undefined }, 'unknown'],
    ['scopes alone, with which it may not', { scopes: ['gist'], repository: undefined }, 'ok'],
  ])('%s', (_, over, level) => {
    expect(only(checked(github(over)), 'token-rights').level).toBe(level);
  });

  it.each([
    [{ current_user_can_bypass: 'always' }, 'broken'],
    [{ current_user_can_bypass: 'pull_requests_only' }, 'broken'],
    [{ bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole' }] }, 'note'],
    [{ current_user_can_bypass: undefined }, 'unknown'],
    [{ enforcement: 'disabled' }, 'note'],
    [{}, 'ok'],
  ])('a ruleset with %j is %s', (over, level) => {
    expect(only(checked(github({ rulesets: [answered({ ...RULESET, ...over })] })), 'token-bypass').level).toBe(level);
  });

  it.each<readonly [string, Partial<ForgeAnswers>, string]>([
    ['protected for administrators too', { protection: answered(PROTECTION), rules: answered([]) }, 'ok'],
    [
      'protected for others alone',
      { protection: answered({ ...PROTECTION, enforce_admins: { enabled: false } }), rules: answered([]) },
      'weak',
    ],
    ['open to force', { protection: answered({ ...PROTECTION, allow_force_pushes: { enabled: true } }) }, 'weak'],
    ['protected by rules alone', { protection: answered(NOT_PROTECTED, 404) }, 'ok'],
    ['not protected', { protection: answered(NOT_PROTECTED, 404), rules: answered([]) }, 'weak'],
    [
      'not protected, and rules were not asked for',
      { protection: answered(NOT_PROTECTED, 404), rules: undefined },
      'unknown',
    ],
    ['not told', { rules: answered([]) }, 'unknown'],
    ['not asked', { protection: undefined, rules: undefined }, 'unknown'],
  ])('a branch that is %s', (_, over, level) => {
    expect(only(checked(github(over)), 'branch-protection').level).toBe(level);
  });

  const checks = (...list: readonly unknown[]): ForgeAnswers =>
    github({ rules: answered([{ type: 'required_status_checks', parameters: { required_status_checks: list } }]) });

  it.each([
    [{ context: 'pawl', integration_id: 15368 }, 'ok'],
    [{ context: 'pawl' }, 'weak'],
    [{ context: 'pawl', integration_id: null }, 'weak'],
  ])('a required check %j is %s (C10)', (check, level) => {
    expect(only(checked(checks(check)), 'required-check').level).toBe(level);
  });

  it('one of several that any app may report is weak', () => {
    expect(only(checked(checks({ context: 'a', integration_id: 1 }, { context: 'b' })), 'required-check').level).toBe(
      'weak',
    );
    const protection = { ...PROTECTION, required_status_checks: { checks: [{ context: 'pawl', app_id: -1 }] } };
    expect(only(checked(github({ protection: answered(protection) })), 'required-check').level).toBe('weak');
  });

  it('none is weak where all was told, and unknown where not', () => {
    const free = github({ protection: answered(NOT_PROTECTED, 404), rules: answered([]) });
    expect(only(checked(free), 'required-check').level).toBe('weak');
    expect(only(checked(github({ rules: answered([]) })), 'required-check').level).toBe('unknown');
  });

  it('a workflow that a ruleset requires is out of reach', () => {
    expect(only(checked(github({ rules: answered([{ type: 'workflows' }]) })), 'required-check').level).toBe('ok');
  });

  it.each([null, 7, 'x', [], [null], [{ type: 'required_status_checks', parameters: null }], { checks: 'x' }])(
    'a forge that answers %j is not believed',
    (body) => {
      const found = checked(
        github({
          scopes: undefined,
          repository: answered(body),
          protection: answered(body),
          rules: answered(body),
          rulesets: [answered(body)],
        }),
      );
      expect(found.filter(({ level }) => level === 'ok')).toEqual([]);
    },
  );
});

describe('when a token of GitLab is looked at', () => {
  it('all is well with a developer’s, in a project that is protected', () => {
    expect(told(checked(gitlab()))).toEqual(['token-rights ok', 'branch-protection ok', 'required-check ok']);
  });

  const level = (access: number): ForgeAnswers =>
    gitlab({
      repository: answered({
        ...GITLAB_PROJECT,
        permissions: { group_access: { access_level: access }, project_access: null },
      }),
    });

  it('a maintainer’s is broken, unless it may only push', () => {
    expect(only(checked(level(40)), 'token-rights').level).toBe('broken');
    expect(only(checked({ ...level(40), scopes: undefined }), 'token-rights').level).toBe('broken');
    expect(only(checked({ ...level(50), scopes: ['write_repository'] }), 'token-rights').level).toBe('ok');
  });

  it.each([
    [answered({ message: '404 Not found' }, 404), 'weak'],
    [answered({ ...GITLAB_BRANCH, allow_force_push: true }), 'weak'],
    [answered({ ...GITLAB_BRANCH, push_access_levels: [{ access_level: 30 }] }), 'weak'],
    [answered({ ...GITLAB_BRANCH, push_access_levels: [{ access_level: 0 }] }), 'ok'],
    [answered({ message: '403' }, 403), 'unknown'],
  ])('a branch of which it says %j is %s', (protection, expected) => {
    expect(only(checked(gitlab({ protection })), 'branch-protection').level).toBe(expected);
  });

  it.each([
    [{ only_allow_merge_if_pipeline_succeeds: false }, 'weak'],
    [{ allow_merge_on_skipped_pipeline: true }, 'weak'],
    [{ only_allow_merge_if_pipeline_succeeds: undefined }, 'unknown'],
  ])('a project with %j is %s', (over, expected) => {
    const repository = answered({ ...GITLAB_PROJECT, ...over });
    expect(only(checked(gitlab({ repository })), 'required-check').level).toBe(expected);
  });
});
