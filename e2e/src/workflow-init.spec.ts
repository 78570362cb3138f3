import { describe, expect, it } from 'vitest';
import { GUARDED_JS } from './support/sources.ts';
import { mustSucceed } from './support/run.ts';
import { temporaryRepository } from './support/temporary-repository.ts';
import { templateText } from './support/workflow.ts';

const WRITTEN = [
  ['github', '.github/workflows/pawl.yml', 'github/pawl.yml'],
  ['github-semgrep', '.github/workflows/semgrep-checkpoint.yml', 'github/semgrep-checkpoint.yml'],
  ['gitlab', 'pawl.gitlab-ci.yml', 'gitlab/pawl.gitlab-ci.yml'],
  ['azure', 'pawl-judge.yml', 'azure/pawl-judge.yml'],
  ['jenkins', 'Jenkinsfile.pawl', 'jenkins/Jenkinsfile'],
  ['bitbucket', 'bitbucket-pipelines.yml', 'bitbucket/bitbucket-pipelines.yml'],
] as const;

describe('when pawl init --ci runs', () => {
  it('writes the template of each forge where it goes, says what is left to do, and does so once', async () => {
    const { pawl, read } = await temporaryRepository({ 'app.js': GUARDED_JS });
    for (const [name, path, template] of WRITTEN) {
      const said = mustSucceed(await pawl(['init', '--ci', name]));
      expect(said).toContain(`created    ${path} `);
      expect(said).toContain(`note: ${path}: `);
      expect(await read(path)).toBe(await templateText(template));
      expect(mustSucceed(await pawl(['init', '--ci', name]))).toMatch(
        /^Pawl is set up already; nothing to change\.\n/u,
      );
    }
  });

  it('leaves a pipeline alone that is there, and says so', async () => {
    const own = 'pipelines: {}\n';
    const { pawl, read } = await temporaryRepository({ 'app.js': GUARDED_JS, 'bitbucket-pipelines.yml': own });
    const said = mustSucceed(await pawl(['init', '--ci', 'bitbucket']));
    expect(said).toMatch(/unchanged {2}bitbucket-pipelines\.yml +is there already, and is left alone/u);
    expect(await read('bitbucket-pipelines.yml')).toBe(own);
  });

  it('writes none that nobody asked for, and none with --dry-run', async () => {
    const { pawl, git } = await temporaryRepository({ 'app.js': GUARDED_JS });
    expect(mustSucceed(await pawl(['init', '--dry-run', '--ci', 'github']))).toContain('.github/workflows/pawl.yml');
    mustSucceed(await pawl(['init']));
    expect(await git('status', '--porcelain', '--untracked-files=all')).not.toContain('.github');
  });
});
