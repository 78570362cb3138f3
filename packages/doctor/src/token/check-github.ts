import { at, isMap } from '@pawl/verdict';
import { broken, type Found, note, ok, unknown, weak } from '../check-up.ts';
import { counted } from '../plural.ts';
import type { Answer, ForgeAnswers } from './answers.ts';
import { requiredChecks } from './required-checks.ts';

const NARROW =
  'give the agent a fine-grained token with contents and pull requests only, of an account that does not administer';

export function checkGithub(answers: ForgeAnswers, project: string, target: string): readonly Found[] {
  return [
    checkRights(answers, project),
    ...checkBypass(answers),
    checkProtection(answers, project, target),
    checkRequired(answers, project, target),
  ];
}

/** Scopes with which a token can change who judges, whatever the role of its owner in this repository. */
const TOO_MUCH: Readonly<Record<string, string>> = {
  'admin:org': 'change the rules of the organisation',
  'admin:enterprise': 'change the rules of the enterprise',
  delete_repo: 'delete the repository',
  site_admin: 'administer the whole server',
};

function checkRights({ scopes, repository, protection }: ForgeAnswers, project: string): Found {
  const much = scopes?.find((scope) => Object.hasOwn(TOO_MUCH, scope));
  if (much !== undefined) return broken('token-rights', `the token may ${TOO_MUCH[much]} (${much})`, NARROW);
  const ask = `gh api repos/${project}`;
  if (repository === undefined) return withoutRepository(scopes, ask);
  const isAdmin = at(repository.body, 'permissions', 'admin');
  if (repository.status !== 200 || typeof isAdmin !== 'boolean')
    return unknown(
      'token-rights',
      `the forge does not tell what the token may do in ${project} (${statusOf(repository)})`,
      ask,
    );
  if (isAdmin) return adminRights(scopes, protection, project);
  if (scopes?.includes('workflow') === true)
    return weak('token-rights', 'the token may change the workflows that judge (workflow)', NARROW);
  return ok('token-rights', 'whoever holds the token does not administer the repository');
}

function withoutRepository(scopes: readonly string[] | undefined, ask: string): Found {
  const writes = scopes?.find((scope) => scope === 'repo' || scope === 'public_repo');
  if (scopes !== undefined && writes === undefined && !scopes.includes('workflow'))
    return ok('token-rights', 'the token may write to no repository');
  return unknown(
    'token-rights',
    `the token may write (${writes ?? 'its rights are not named'}); whether its owner administers the repository was not asked`,
    ask,
  );
}

/** The owner of the token administers. Whether the token may is told by its scopes, or by what it may look at. */
function adminRights(scopes: readonly string[] | undefined, protection: Answer | undefined, project: string): Found {
  const said = 'whoever holds the token administers the repository, and could switch protection off or merge past it';
  if (scopes !== undefined) {
    if (scopes.some((scope) => scope === 'repo' || scope === 'public_repo'))
      return broken('token-rights', said, NARROW);
    return ok('token-rights', 'its owner administers the repository, and the token may not write to it');
  }
  if (protection === undefined)
    return unknown(
      'token-rights',
      'its owner administers the repository; whether the token may was not asked',
      `gh api repos/${project}/branches/BRANCH/protection`,
    );
  const mayLook = protection.status === 200 || at(protection.body, 'message') === 'Branch not protected';
  // Who may not look at the settings may not change them either.
  if (!mayLook && (protection.status === 403 || protection.status === 404))
    return ok('token-rights', 'its owner administers the repository, and the token may not look at its settings');
  if (!mayLook)
    return unknown(
      'token-rights',
      `the forge does not tell whether the token may change settings (${statusOf(protection)})`,
      'try again',
    );
  return broken('token-rights', said, NARROW);
}

function checkBypass({ rulesets }: ForgeAnswers): readonly Found[] {
  const active = rulesets.filter(({ body }) => at(body, 'enforcement') === 'active');
  const mend = 'take that account out of the bypass list of the ruleset';
  const found = active.flatMap(({ body }): readonly Found[] => {
    const name = String(at(body, 'name') ?? 'without a name').slice(0, 60);
    const can = at(body, 'current_user_can_bypass');
    const actors = at(body, 'bypass_actors');
    if (typeof can === 'string' && can !== 'never')
      return [
        broken(
          'token-bypass',
          `whoever holds the token may pass over the ruleset ${JSON.stringify(name)} (${can})`,
          mend,
        ),
      ];
    if (Array.isArray(actors) && actors.length > 0)
      return [
        note(
          'token-bypass',
          `${counted(actors.length, 'account or role', 'accounts or roles')} may pass over the ruleset ${JSON.stringify(name)}`,
          'look whether the agent is one of them',
        ),
      ];
    if (can === 'never')
      return [ok('token-bypass', `whoever holds the token may not pass over the ruleset ${JSON.stringify(name)}`)];
    return [
      unknown(
        'token-bypass',
        `who may pass over the ruleset ${JSON.stringify(name)} is not told to this token`,
        'ask with a token of an administrator',
      ),
    ];
  });
  const idle = rulesets.length - active.length;
  return idle === 0
    ? found
    : [...found, note('token-bypass', `${counted(idle, 'ruleset')} not enforced`, 'switch it to active')];
}

function checkProtection({ protection, rules }: ForgeAnswers, project: string, target: string): Found {
  const mend = `protect ${target}: https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository`;
  const byRules = Array.isArray(rules?.body) ? rules.body.map((rule) => at(rule, 'type')) : undefined;
  const isRuled = byRules?.includes('pull_request') === true || requiredChecks(undefined, rules) !== 'unknown';
  if (protection?.status === 200 && isMap(protection.body)) {
    if (at(protection.body, 'allow_force_pushes', 'enabled') === true)
      return weak('branch-protection', `${target} may be pushed to with force`, mend);
    if (at(protection.body, 'enforce_admins', 'enabled') !== true && !isRuled)
      return weak(
        'branch-protection',
        `${target} is protected, and administrators may merge past it`,
        'do not allow bypassing the above settings',
      );
    return ok('branch-protection', `${target} is protected, for administrators too`);
  }
  if (isRuled) return ok('branch-protection', `${target} is protected by a ruleset`);
  const isFree = protection?.status === 404 && at(protection.body, 'message') === 'Branch not protected';
  if (isFree && byRules !== undefined)
    return weak('branch-protection', `${target} is not protected: whoever may push may push anything`, mend);
  if (isFree)
    return unknown(
      'branch-protection',
      `${target} has no branch protection; whether a ruleset protects it was not asked`,
      `gh api repos/${project}/rules/branches/${target}`,
    );
  return unknown(
    'branch-protection',
    `whether ${target} is protected is not told to this token${protection === undefined ? '' : ` (${statusOf(protection)})`}`,
    `gh api repos/${project}/branches/${target}/protection, with a token of an administrator`,
  );
}

function checkRequired({ protection, rules }: ForgeAnswers, project: string, target: string): Found {
  const required = requiredChecks(protection, rules);
  if (required === 'unknown')
    return unknown(
      'required-check',
      `which checks ${target} requires is not told to this token`,
      `gh api repos/${project}/rules/branches/${target}`,
    );
  if (required.workflows > 0)
    return ok(
      'required-check',
      `${target} requires ${counted(required.workflows, 'workflow')} that lies outside of the repository`,
    );
  const [first] = required.checks;
  if (first === undefined)
    return weak(
      'required-check',
      `${target} requires no check before a merge`,
      'require the check of Pawl, and name its source',
    );
  const loose = required.checks.find(({ app }) => app === undefined);
  if (loose !== undefined)
    return weak(
      'required-check',
      `whoever may set a status can say that ${JSON.stringify(loose.context)} passed: no app is named`,
      'choose GitHub Actions as the source of the check',
    );
  return ok(
    'required-check',
    `${target} requires ${required.checks.map(({ context }) => context).join(', ')}, each from one app`,
  );
}

function statusOf({ status, body }: Answer): string {
  const message = at(body, 'message');
  return typeof message === 'string' ? `${status}: ${message.slice(0, 80)}` : String(status);
}
