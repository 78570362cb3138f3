import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { only, told } from '../told.fixture.ts';
import { checkCi } from './check-ci.ts';
import { globMatches } from './glob-matches.ts';
import type { CiFacts } from './pipeline-facts.ts';

const SHA = 'a'.repeat(40);

/** A workflow as it should be; each of the specs changes one thing. */
const GITHUB = `
name: security
on:
  pull_request:
permissions:
  contents: read
jobs:
  pawl:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@${SHA}
        with:
          fetch-depth: 0
      - run: git fetch origin 'refs/pawl/lock/*:refs/pawl/lock/*'
      - run: npm ci
      - run: npx pawl check --head HEAD
`;

const GITLAB = `
pawl:
  image: node:22
  variables:
    GIT_DEPTH: "0"
  script:
    - git fetch origin 'refs/pawl/lock/*:refs/pawl/lock/*'
    - npm ci
    - npx pawl check --head HEAD
`;

function github(text: string = GITHUB, over: Partial<CiFacts> = {}): CiFacts {
  return {
    files: { is: [{ path: '.github/workflows/security.yml', text }] },
    target: 'main',
    hasRemote: true,
    ...over,
  };
}

const gitlab = (text: string = GITLAB): CiFacts => github('', { files: { is: [{ path: '.gitlab-ci.yml', text }] } });

describe('when pipelines are looked at', () => {
  it('all is well with a workflow that is as it should be', () => {
    expect(told(checkCi(github()))).toEqual([
      'ci-runs ok',
      'ci-counts ok',
      'ci-triggers ok',
      'ci-trusted ok',
      'ci-history ok',
      'ci-pinned ok',
    ]);
  });

  it('so it is on GitLab', () => {
    expect(told(checkCi(gitlab()))).toEqual(['ci-runs ok', 'ci-counts ok', 'ci-history ok', 'ci-pinned ok']);
  });

  it.each([
    ['nothing at all', [], true, 'weak'],
    ['nothing at all, and nowhere to push to', [], false, 'note'],
    [
      'a pipeline about something else',
      [{ path: '.github/workflows/ci.yml', text: 'on: push\njobs: {}' }],
      true,
      'weak',
    ],
    [
      'one that only sets Pawl up',
      [{ path: '.github/workflows/ci.yml', text: GITHUB.replace('pawl check --head HEAD', 'pawl init') }],
      true,
      'weak',
    ],
    [
      'one in a comment',
      [{ path: '.github/workflows/ci.yml', text: GITHUB.replace('- run: npx pawl', '# - run: npx pawl') }],
      true,
      'weak',
    ],
    ['one that cannot be read', [{ path: '.github/workflows/ci.yml', text: 'pawl: {{{{' }], true, 'unknown'],
    ['one that is too large', [{ path: '.github/workflows/ci.yml', text: undefined }], true, 'unknown'],
  ])('%s', (_, files, hasRemote, level) => {
    const found = checkCi(github('', { files: { is: files }, hasRemote }));
    expect(told(found)).toEqual([`ci-runs ${level}`]);
  });

  it('pipelines that cannot be read are not called absent', () => {
    expect(told(checkCi(github('', { files: { unread: 'no', next: undefined } })))).toEqual(['ci-runs unknown']);
  });
});

describe('when a stop has no consequence (C11)', () => {
  it.each([
    ['the step may fail', '      - run: npx pawl', '      - continue-on-error: true\n        run: npx pawl'],
    ['the job may fail', '    runs-on:', '    continue-on-error: true\n    runs-on:'],
    ['the command may fail', '--head HEAD', '--head HEAD || true'],
    ['the command may fail in another way', '--head HEAD', '--head HEAD || :'],
    ['the step is switched off', '      - run: npx pawl', '      - if: false\n        run: npx pawl'],
  ])('%s: broken', (_, from, to) => {
    expect(only(checkCi(github(GITHUB.replace(from, to))), 'ci-counts').level).toBe('broken');
  });

  it('a condition that leaves something out is weak, and one about pull requests is none', () => {
    const when = (condition: string): string => GITHUB.replace('    runs-on:', `    if: ${condition}\n    runs-on:`);
    expect(only(checkCi(github(when("github.actor != 'agent'"))), 'ci-counts').level).toBe('weak');
    expect(only(checkCi(github(when("github.event_name == 'pull_request'"))), 'ci-counts').level).toBe('ok');
  });

  it('so it is on GitLab', () => {
    const soft = GITLAB.replace('  script:', '  allow_failure: true\n  script:');
    expect(only(checkCi(gitlab(soft)), 'ci-counts').level).toBe('broken');
  });
});

describe('when it does not start for every merge', () => {
  it.each([
    ['on a push alone', '  pull_request:', '  push:', 'weak'],
    ['at night', '  pull_request:', '  schedule:', 'weak'],
    ['for some paths', '  pull_request:', '  pull_request:\n    paths: [src/**]', 'weak'],
    ['not for some paths', '  pull_request:', '  pull_request:\n    paths-ignore: [docs/**]', 'weak'],
    ['for another branch', '  pull_request:', '  pull_request:\n    branches: [develop]', 'weak'],
    ['for this branch', '  pull_request:', '  pull_request:\n    branches: [main, develop]', 'ok'],
    ['for every branch', '  pull_request:', "  pull_request:\n    branches: ['**']", 'ok'],
    ['not for this branch', '  pull_request:', '  pull_request:\n    branches-ignore: [ma*]', 'weak'],
    ['only when it is labelled', '  pull_request:', '  pull_request:\n    types: [labeled]', 'weak'],
    ['when others call it', '  pull_request:', '  workflow_call:', 'ok'],
  ])('%s', (_, from, to, level) => {
    expect(only(checkCi(github(GITHUB.replace(from, to))), 'ci-triggers').level).toBe(level);
  });
});

describe('when code of a pull request could meet secrets (C12)', () => {
  const target = GITHUB.replace('  pull_request:', '  pull_request_target:');

  it('a checkout of the head is broken', () => {
    const head = target.replace(
      'fetch-depth: 0',
      'fetch-depth: 0\n          ref: ${{ github.event.pull_request.head.sha }}',
    );
    expect(only(checkCi(github(head)), 'ci-trusted').level).toBe('broken');
  });

  it('a checkout of the base judges nothing, and rights to write are weak', () => {
    expect(only(checkCi(github(target)), 'ci-trusted').level).toBe('weak');
    const all = GITHUB.replace('permissions:\n  contents: read', 'permissions: write-all');
    expect(only(checkCi(github(all)), 'ci-trusted').level).toBe('weak');
  });
});

describe('when the pipeline is one of our templates', () => {
  const template = (path: string): string =>
    readFileSync(new URL(`../../../../templates/${path}`, import.meta.url), 'utf8');
  const GOOD = ['ci-runs ok', 'ci-counts ok', 'ci-triggers ok', 'ci-trusted ok', 'ci-history ok', 'ci-pinned ok'];

  it.each(['pawl.yml', 'pawl-call.yml', 'semgrep-checkpoint.yml'])('all is well with %s', (name) => {
    expect(told(checkCi(github(template(`github/${name}`))))).toEqual(GOOD);
  });

  it('so it is on GitLab', () => {
    expect(told(checkCi(gitlab(template('gitlab/pawl.gitlab-ci.yml'))))).toEqual([
      'ci-runs ok',
      'ci-counts ok',
      'ci-history ok',
      'ci-pinned ok',
    ]);
  });

  it('a checkout of the head beside the action is still broken', () => {
    const checkout = `      - uses: actions/checkout@${SHA}\n        with:\n          ref: \${{ github.event.pull_request.head.sha }}\n`;
    const both = template('github/pawl.yml').replace('    steps:\n', `    steps:\n${checkout}`);
    expect(only(checkCi(github(both)), 'ci-trusted').level).toBe('broken');
  });
});

describe('when there is nothing to compare with (G05)', () => {
  it.each([
    ['one commit', '        with:\n          fetch-depth: 0\n', '', 'broken'],
    ['ten commits', 'fetch-depth: 0', 'fetch-depth: 10', 'broken'],
    ['no checkout', `actions/checkout@${SHA}`, `actions/setup-node@${SHA}`, 'weak'],
    ['no lock', "      - run: git fetch origin 'refs/pawl/lock/*:refs/pawl/lock/*'\n", '', 'weak'],
    [
      'a base of its own',
      "git fetch origin 'refs/pawl/lock/*:refs/pawl/lock/*'",
      'npx pawl check --base origin/main',
      'ok',
    ],
  ])('%s', (_, from, to, level) => {
    expect(only(checkCi(github(GITHUB.replace(from, to))), 'ci-history').level).toBe(level);
  });

  it('GitLab fetches twenty commits where nobody says otherwise', () => {
    const found = only(checkCi(gitlab(GITLAB.replace('  variables:\n    GIT_DEPTH: "0"\n', ''))), 'ci-history');
    expect(found).toMatchObject({ level: 'broken', said: expect.stringContaining('20 commits') as string });
  });
});

describe('when somebody else could change the judge', () => {
  it.each([
    ['an action by its version', `checkout@${SHA}`, 'checkout@v4', 'weak'],
    ['an action by its branch', `checkout@${SHA}`, 'checkout@main', 'weak'],
    ['a Pawl that is fetched anew', '      - run: npm ci\n', '', 'weak'],
    ['a Pawl by its version', 'npm ci', 'npx pawl@1.2.3 check', 'ok'],
    ['an action of the repository', `actions/checkout@${SHA}\n        with`, './checkout\n        with', 'ok'],
  ])('%s', (_, from, to, level) => {
    expect(only(checkCi(github(GITHUB.replace(from, to))), 'ci-pinned').level).toBe(level);
  });
});

describe('when a branch is meant by a pattern', () => {
  it.each([
    ['main', 'main', true],
    ['ma*', 'main', true],
    ['*', 'agent/x', false],
    ['**', 'agent/x', true],
    ['agent/**', 'agent/x', true],
    ['m.in', 'main', false],
    ['('.repeat(50), 'main', false],
    ['*'.repeat(500), 'main', false],
  ])('%j and %j: %j', (pattern, branch, answer) => {
    expect(globMatches(pattern, branch)).toBe(answer);
  });
});
