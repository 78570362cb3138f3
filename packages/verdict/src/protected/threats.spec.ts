import { expect, it } from 'vitest';
import { protectedChanges } from './protected-changes.ts';

const rulesOf = (file: string, before: string | undefined, after: string | undefined): readonly string[] => [
  ...new Set(protectedChanges(file, before, after).map(({ rule }) => rule)),
];

const CI = '.github/workflows/ci.yml';
const workflow = (step: string): string =>
  `on: [push, pull_request]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm ci\n${step}`;
const TEST = workflow('      - run: npm test\n');

it('C01 a workflow that is deleted or no longer checks is told', () => {
  expect(rulesOf(CI, TEST, undefined)).toEqual(['weakened-pipeline']);
  expect(rulesOf(CI, TEST, workflow('      - run: npm run build\n'))).toEqual(['weakened-pipeline']);
  expect(rulesOf(CI, TEST, '')).toEqual(['weakened-pipeline']);
  expect(rulesOf(CI, TEST, `${TEST}\t- ]{`)).toEqual(['weakened-pipeline']);
});

it.each([
  ['the project goes', 'libs/pay/project.json', '{"targets":{"pawl":{"cache":false}}}', undefined],
  ['its target goes', 'libs/pay/project.json', '{"targets":{"pawl":{}}}', '{"targets":{}}'],
  ['it is ignored', '.nxignore', undefined, 'libs/pay\n'],
  ['the plugin goes', 'nx.json', '{"plugins":["@pawl/nx"]}', '{"plugins":[]}'],
])('C05 the build looks past the gate: %s', (_, file, before, after) => {
  expect(rulesOf(file, before, after)).toEqual(['gate-target']);
});

it('C05 nothing is affected where the base is the head', () => {
  const after = TEST.replace('jobs:', 'env: { NX_BASE: HEAD }\njobs:');
  expect(rulesOf(CI, TEST, after)).toEqual(['weakened-pipeline']);
});

it('C06 a security target that may be taken from a cache is told', () => {
  const target = (cache: boolean): string => JSON.stringify({ targetDefaults: { security: { cache } } });
  expect(rulesOf('nx.json', target(false), target(true))).toEqual(['gate-target']);
});

it.each([
  ['s*-verdict', ['gate-target']],
  ['*', ['gate-target']],
  ['e2e-ci--**', []],
])('C06 a pattern for targets says so, too, where it may be about ours: %s', (pattern, rules) => {
  const defaults = (cache: boolean): string => JSON.stringify({ targetDefaults: { [pattern]: { cache } } });
  expect(rulesOf('nx.json', defaults(false), defaults(true))).toEqual(rules);
});

it.each(['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS'])('C08 owners that are emptied are told: %s', (file) => {
  expect(rulesOf(file, '* @shop/core\n', '')).toEqual(['code-owners']);
});

it('C10 one more scan, which may stand under the name of another, is told', () => {
  const scan = workflow('      - run: semgrep ci\n');
  expect(rulesOf('.github/workflows/other.yml', undefined, scan)).toEqual(['scanner-settings']);
});

it.each([
  ['continue-on-error', '      - run: npm test\n        continue-on-error: true\n'],
  ['|| true', '      - run: npm test || true\n'],
  ['a condition that is never met', '      - run: npm test\n        if: false\n'],
  ['a pipe', '      - run: npm test | tee log\n'],
  ['in the background', '      - run: npm test &\n'],
  ['after the end', '      - run: |\n          exit 0\n          npm test\n'],
  ['as a comment', '      - run: |\n          # npm test\n          npm ci\n'],
])('C11 a failure that no longer counts is told: %s', (_, step) => {
  expect(rulesOf(CI, TEST, workflow(step))).toEqual(['weakened-pipeline']);
});

it('C12 code of others next to the secrets is told', () => {
  expect(rulesOf(CI, undefined, TEST.replace('pull_request]', 'pull_request_target]'))).toEqual(['pipeline-privilege']);
});

it.each([
  '.claude/settings.json',
  '.claude/settings.local.json',
  '.claude/hooks/guard.sh',
  '.mcp.json',
  '.codex/config.toml',
  '.gemini/settings.json',
  '.cursor/hooks.json',
  '.cursor/cli.json',
  '.github/hooks/stop.json',
  '.github/copilot/settings.json',
  '.clinerules/hooks/PostToolUse',
  '.opencode/opencode.json',
  'opencode.json',
  '.windsurf/hooks.json',
])('C14 settings of a harness are told: %s', (file) => {
  expect(rulesOf(file, undefined, '{ "allow": "all" }')).toEqual(['harness-settings']);
  expect(rulesOf(file, '{ "deny": "some" }', undefined)).toEqual(['harness-settings']);
});

it.each([
  'AGENTS.md',
  'CLAUDE.md',
  '.cursor/rules/style.mdc',
  '.github/copilot-instructions.md',
  '.clinerules/style.md',
])('C14 a text for agents permits nothing: %s', (file) => {
  expect(rulesOf(file, undefined, 'Use two spaces.\n')).toEqual([]);
});

it('H03 a hook that goes is told', () => {
  expect(rulesOf('.husky/pre-commit', 'npx pawl check\n', undefined)).toEqual(['gate-hook']);
});

it.each([
  ['an override', { overrides: { pawl: 'file:./tools/pawl' } }],
  ['a folder', { devDependencies: { pawl: 'file:./tools/pawl' } }],
  ['another package', { devDependencies: { pawl: 'npm:paw1@1.0.0' } }],
])('H15 the gate is swapped by %s', (_, change) => {
  const before = JSON.stringify({ devDependencies: { pawl: '0.1.0' } });
  const after = JSON.stringify({ devDependencies: { pawl: '0.1.0' }, ...change });
  expect(rulesOf('package.json', before, after)).toEqual(['dependency-source']);
});

it('what cannot be read any more is told', () => {
  expect(rulesOf('package.json', '{}', '<<<<<<< HEAD')).toEqual(['dependency-source']);
  expect(rulesOf('package-lock.json', '{}', '<<<<<<< HEAD')).toEqual(['dependency-source']);
});
