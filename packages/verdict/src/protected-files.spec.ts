import { describe, expect, it } from 'vitest';
import { protectedChanges } from './protected/protected-changes.ts';
import { protectionOf } from './protected-files.ts';
import { scannerSections } from './scanner-settings.ts';

describe('C02, C03 when a file tells a scanner what to do', () => {
  it.each([
    '.semgrepignore',
    'src/api/.semgrepignore',
    '.semgrep.yml',
    '.bandit',
    'tools/bandit.yaml',
    '.github/codeql/codeql-config.yml',
    '.github/codeql/extensions/m/models/a.yml',
    'qlpack.yml',
    'security/own.qls',
    '.eslintignore',
    '.gitleaks.toml',
    '.gitleaksignore',
    '.secrets.baseline',
    '.snyk',
    'sonar-project.properties',
    '.trivyignore',
    '.golangci.yml',
    '.rubocop.yml',
    'phpstan.neon.dist',
  ])('%s is protected', (file) => {
    expect(protectionOf(file)).toBe('scanner');
  });

  it.each([
    'codecov.yml',
    '.coveragerc',
    '.prettierrc.json',
    '.editorconfig',
    'src/bandit.py',
    'src/semgrep.ts',
    'eslint.config.test.js',
    'docs/ruff.md',
    'package.json',
    'pyproject.toml',
    'README.md',
  ])('%s is not, as a whole', (file) => {
    expect(protectionOf(file)).toBeUndefined();
  });
});

describe('C02 when a section of a file tells a scanner what to do', () => {
  const part = scannerSections;

  it.each([
    ['pyproject.toml', '[project]\nname = "a"\n\n[tool.bandit]\nskips = ["B605"]\n\n[tool.black]\nline = 1\n'],
    ['api/pyproject.toml', '[ tool . "bandit" ]\nskips = ["B605"]\n'],
    ['pyproject.toml', 'tool.bandit.skips = ["B605"]\n'],
    ['pyproject.toml', '[tool.ruff.lint.per-file-ignores]\n"*" = ["S"]\n'],
    ['setup.cfg', '[metadata]\nname = a\n[bandit]\nskips: B605\n'],
    ['tox.ini', '[flake8]\nextend-ignore = S\n'],
    ['package.json', '{ "name": "a", "eslintConfig": { "rules": {} } }'],
    ['.eslintrc.json', '{ "rules": { "no-eval": "off" } }'],
    ['web/eslint.config.mjs', 'export default [{ plugins: { security } }];'],
    ['.ruff.toml', 'ignore = ["S101"]\n'],
    ['.flake8', '[flake8]\nextend-ignore = S\n'],
  ])('%s is protected: %j', (file, text) => {
    expect(protectedChanges(file, undefined, text)).toContainEqual({ rule: 'scanner-settings', protects: 'scanner' });
  });

  it('only that section counts', () => {
    const text = (line: string): string =>
      `[project]\nname = "${line}"\n[tool.bandit]\n# ${line}\nskips = []\n\n[tool.${line}]\nb = 1\n`;
    expect(part('pyproject.toml', text('a'))).toBe(part('pyproject.toml', text('b')));
    expect(part('pyproject.toml', text('a'))).not.toBe(part('pyproject.toml', text('a').replace('[]', '["B605"]')));
  });

  it.each([
    ['pyproject.toml', '[project]\nname = "bandit"\n[tool.black]\nskips = 1\n'],
    ['setup.cfg', '[metadata]\nname = bandit\n'],
    ['.eslintrc.json', '{ "rules": { "quotes": "error" } }'],
    ['eslint.config.mjs', "export default [{ rules: { semi: 'error' } }];"],
    ['ruff.toml', 'line-length = 100\n'],
    ['package.json', '{ "devDependencies": { "eslint": "1" }, "scripts": { "eslintConfig": "x" } }'],
    ['.github/workflows/test.yml', 'jobs:\n  test:\n    runs-on: ubuntu-latest\n'],
    ['other.toml', '[tool.bandit]\nskips = []\n'],
  ])('%s says nothing: %j', (file, text) => {
    expect(protectedChanges(file, undefined, text)).toEqual([]);
  });
});

describe('E10 when a file says how code is run', () => {
  it.each([
    'Dockerfile',
    'api/Dockerfile.prod',
    'build/web.dockerfile',
    'docker-compose.override.yml',
    'compose.yaml',
    'deploy/app.service',
    'k8s/prod/app.yaml',
    'charts/app/values-prod.yaml',
    'charts/app/Chart.yaml',
    'kustomization.yaml',
    'nginx.conf',
    'ops/nginx/conf.d/app.conf',
    'etc/sites-available/app',
    '.htaccess',
    'Caddyfile',
    'infra/main.tf',
    'infra/prod.tfvars',
    'infra/main.tf.json',
    'vault/policy.hcl',
    'serverless.yml',
    'firestore.rules',
    '.env',
    'api/.env.production',
    'config/prod.env',
    '.envrc',
    'config/feature-flags.json',
    'flags.yaml',
    'src/feature_flags/checkout.yml',
    'ops/flags.flagd.json',
  ])('%s is protected', (file) => {
    expect(protectionOf(file)).toBe('deployment');
  });

  it.each([
    '.env.example',
    '.env.local.sample',
    'src/flags.ts',
    'src/nginx.py',
    'src/env.ts',
    'src/environment.env.ts',
    'src/users.service.ts',
    'docs/Dockerfile.md/notes.md',
    'src/compose.ts',
    'data/values.json',
    'charts/sales.json',
    'src/terraform/client.go',
  ])('%s is not', (file) => {
    expect(protectionOf(file)).toBeUndefined();
  });

  it('a manifest is known by what it says, wherever it lies', () => {
    const manifest = 'apiVersion: v1\nkind: Service\n';
    const told = [{ rule: 'deployment-file', protects: 'deployment' }];
    expect(protectedChanges('ops/app.yaml', undefined, manifest)).toEqual(told);
    expect(protectedChanges('ops/app.yaml', manifest, undefined)).toEqual(told);
    expect(protectedChanges('ops/app.yaml', manifest, `# a word\n${manifest}`)).toEqual([]);
    expect(protectedChanges('ops/app.yaml', undefined, 'kind: list\n')).toEqual([]);
    expect(protectedChanges('ops/app.md', undefined, manifest)).toEqual([]);
  });
});
