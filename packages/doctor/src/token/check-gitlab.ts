import { at, isMap } from '@pawl/verdict';
import { broken, type Found, ok, unknown, weak } from '../check-up.ts';
import type { ForgeAnswers } from './answers.ts';

/** https://docs.gitlab.com/api/access_requests: 30 is a developer, 40 a maintainer, who may unprotect branches. */
const MAINTAINER = 40;
const DEVELOPER = 30;

const NARROW = 'give the agent a project access token with the role developer';

export function checkGitlab(answers: ForgeAnswers, target: string): readonly Found[] {
  return [checkRights(answers), checkProtection(answers, target), checkRequired(answers, target)];
}

function checkRights({ scopes, repository }: ForgeAnswers): Found {
  const ask = 'npx pawl doctor --token-env NAME, with a token that may read the project';
  const permissions = at(repository?.body, 'permissions');
  if (repository?.status !== 200 || !isMap(permissions))
    return unknown('token-rights', 'the forge does not tell what the token may do in the project', ask);
  const levels = ['project_access', 'group_access'].map((key) => at(permissions, key, 'access_level'));
  const level = Math.max(0, ...levels.filter((each) => typeof each === 'number'));
  // The API changes settings for who has `api`; a token that may only push cannot ask it to.
  const mayAsk =
    scopes === undefined || scopes.includes('api') || scopes.includes('sudo') || scopes.includes('admin_mode');
  if (level >= MAINTAINER && mayAsk)
    return broken(
      'token-rights',
      'whoever holds the token maintains the project, and could take protection away',
      NARROW,
    );
  return ok(
    'token-rights',
    level >= MAINTAINER
      ? 'its owner maintains the project, and the token may not change settings'
      : 'whoever holds the token does not maintain the project',
  );
}

function checkProtection({ protection }: ForgeAnswers, target: string): Found {
  const mend = `protect ${target} in Settings, Repository, Protected branches`;
  if (protection?.status === 404)
    return weak('branch-protection', `${target} is not protected, or this token may not see that it is`, mend);
  if (protection?.status !== 200 || !isMap(protection.body))
    return unknown(
      'branch-protection',
      `whether ${target} is protected is not told to this token`,
      'ask with a token of a maintainer',
    );
  if (at(protection.body, 'allow_force_push') === true)
    return weak('branch-protection', `${target} may be pushed to with force`, mend);
  const levels = at(protection.body, 'push_access_levels');
  const pushes = Array.isArray(levels) ? levels.map((each) => at(each, 'access_level')) : [];
  if (pushes.some((level) => typeof level === 'number' && level > 0 && level <= DEVELOPER))
    return weak('branch-protection', `developers may push to ${target} without a merge request`, mend);
  return ok('branch-protection', `${target} is protected`);
}

function checkRequired({ repository }: ForgeAnswers, target: string): Found {
  const mend = 'Settings, Merge requests: pipelines must succeed, and skipped pipelines are not successful';
  const must = at(repository?.body, 'only_allow_merge_if_pipeline_succeeds');
  if (typeof must !== 'boolean')
    return unknown(
      'required-check',
      `whether a merge into ${target} needs a passed pipeline is not told to this token`,
      mend,
    );
  if (!must) return weak('required-check', `a merge into ${target} needs no passed pipeline`, mend);
  if (at(repository?.body, 'allow_merge_on_skipped_pipeline') === true)
    return weak('required-check', 'a pipeline that was skipped counts as passed', mend);
  return ok('required-check', `a merge into ${target} needs a passed pipeline`);
}
