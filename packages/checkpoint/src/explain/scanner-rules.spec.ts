import { describe, expect, it } from 'vitest';
import { scannerRuleNames, scannerRules } from './scanner-rules.ts';

const told = async (name: string): Promise<readonly string[]> =>
  (await scannerRules(name)).map(({ tool, rule, runs }) => `${tool} ${rule} ${runs.when}`);

describe('when somebody asks what a rule of a scanner is', () => {
  it.each([
    ['bandit/B602', ['bandit B602 push']],
    ['B602', ['bandit B602 push']],
    ['b602', ['bandit B602 push']],
    ['python/S602', ['python S602 push']],
    ['ruff/S602', ['python S602 push']],
    ['S602', ['python S602 push']],
    ['subprocess-popen-with-shell-equals-true', ['python S602 push']],
    ['S101', ['python S101 left-out']],
    ['javascript/child-process-exec', ['javascript child-process-exec push']],
    ['eslint-plugin-security/detect-unsafe-regex', ['javascript unsafe-regexp push']],
    ['security/detect-object-injection', ['javascript security/detect-object-injection left-out']],
    ['no-eval', ['javascript eval push']],
    ['secrets/github/GITHUB_TOKEN', ['secrets github/GITHUB_TOKEN commit']],
    ['GITHUB_TOKEN', ['secrets github/GITHUB_TOKEN commit']],
    ['semgrep/my-rule', ['semgrep my-rule push']],
    ['python.lang.security.audit.eval', ['semgrep python.lang.security.audit.eval push']],
    ['py/sql-injection', ['codeql py/sql-injection push']],
    ['codeql/js/xss', ['codeql js/xss push']],
    ['sarif:mine/R1', ['sarif:mine R1 push']],
    ['log:trivy/CVE-1', ['log:trivy CVE-1 with-log']],
  ])('%s is %j', async (name, answer) => {
    expect(await told(name)).toEqual(answer);
  });

  it.each(['bandit/B999', 'python/S999', 'sql-injection', 'lost-guard', 'xx/sql-injection', '', '__proto__/x', 'a b'])(
    'nobody knows %j',
    async (name) => {
      expect(await told(name)).toEqual([]);
    },
  );

  it('each leads to where its maker documents it', async () => {
    const page = async (name: string) => (await scannerRules(name))[0]?.page;
    expect(await page('py/sql-injection')).toBe('https://codeql.github.com/codeql-query-help/python/py-sql-injection/');
    expect(await page('semgrep/python.lang.security.audit.eval')).toBe(
      'https://semgrep.dev/r/python.lang.security.audit.eval',
    );
    expect(await page('semgrep/my-rule')).toBeNull();
    expect(await page('codeql/acme/own')).toBeNull();
  });

  it('every name that is offered is one that is known', async () => {
    const names = await scannerRuleNames();
    expect(names.length).toBeGreaterThan(200);
    const unknown = await Promise.all(
      names.map(async (name) => ((await scannerRules(name)).length === 0 ? [name] : [])),
    );
    expect(unknown.flat()).toEqual([]);
  });
});
