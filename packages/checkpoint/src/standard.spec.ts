import { describe, expect, it } from 'vitest';
import { type Scratch, scratch } from './scratch.fixture.ts';
import { presentStandard } from './standard.ts';

const SEMGREP = '{ "scanners": { "semgrep": { "rules": ["rules.yml"] } } }';

describe('when it is asked what a lock made now would pin', () => {
  it('it is what is on disk, committed or not', async () => {
    const here = withPast();
    here.write({ 'pawl.config.jsonc': '{ "exclude": ["old/**"] }', 'pawl.contracts.jsonc': '{ "promises": [] }' });
    const { config, contracts, tools } = await presentStandard(undefined, here.context);
    expect(config.exclude).toEqual(['old/**']);
    expect(contracts).toBe('{ "promises": [] }');
    expect(tools).toEqual([]);
  });

  it('a tool that cannot be used is said so before anything is judged', async () => {
    const here = withPast();
    here.write({ 'pawl.config.jsonc': SEMGREP });
    await expect(presentStandard(undefined, here.context)).rejects.toMatchObject({ name: 'AdapterError' });
  });
});

describe('when two revisions are compared by a standard', () => {
  it('it decides, and not the base', async () => {
    const here = withPast();
    const standard = await presentStandard(undefined, here.context);
    const asked = { base: 'HEAD~1', head: 'HEAD', tier: 'fast' } as const;
    expect((await here.check(asked)).verdict.outcome).toBe('regression');
    const config = { ...standard.config, exclude: ['app.js'] };
    expect((await here.check({ ...asked, standard: { ...standard, config } })).verdict.outcome).toBe('clean');
  });

  it('a tool that it does not pin is not asked for', async () => {
    const here = withPast();
    const plain = await presentStandard(undefined, here.context);
    const scanners = { ...plain.config.scanners, semgrep: { rules: ['rules.yml'] } };
    const standard = { ...plain, config: { ...plain.config, scanners } };
    const { verdict } = await here.check({ base: 'HEAD~1', head: 'HEAD', standard });
    expect(verdict.reasons.map(({ rule }) => rule)).toContain('tool-not-pinned');
  });

  it('no tests of the past are run', async () => {
    const here = withPast();
    const plain = await presentStandard(undefined, here.context);
    const suite = { name: 'app', files: ['app.test.js'], framework: 'node', command: ['node', '--test'] } as const;
    const config = { ...plain.config, securityTests: { ...plain.config.securityTests, suites: [suite] } };
    const { verdict } = await here.check({ base: 'HEAD~2', head: 'HEAD~1', standard: { ...plain, config } });
    expect(verdict.outcome).toBe('clean');
    expect(verdict.criteria.find(({ name }) => name === 'security-tests')?.state).toBe('not-judged');
  });
});

/** Three commits, of which the last one loses a guard. */
function withPast(): Scratch {
  const here = scratch();
  const guarded = (guard: string): string =>
    `import path from 'node:path';\nimport { readFile } from 'node:fs/promises';\nexport async function read(root, name) {\n  const file = path.resolve(root, name);\n${guard}  return readFile(file);\n}\n`;
  const guard = "  if (!file.startsWith(root + path.sep)) throw new Error('outside');\n";
  here.commit({ 'app.js': guarded(guard), 'app.test.js': "import 'node:test';\n" });
  here.commit({ 'README.md': 'notes\n' });
  here.commit({ 'app.js': guarded('') });
  return here;
}
