import { describe, expect, it } from 'vitest';
import { mustSucceed } from './support/run.ts';
import { GUARDED_JS } from './support/sources.ts';
import { temporaryRepository, type TestRepository } from './support/temporary-repository.ts';

const OWN = '#!/bin/sh\n# ours\nexport GREETING="hello"\necho "$GREETING from the project"\n';

const project = (): Promise<TestRepository> =>
  temporaryRepository({
    'app.js': GUARDED_JS,
    'package.json': '{ "name": "project", "private": true }\n',
    '.husky/pre-commit': OWN,
  });

const everything = async (repository: TestRepository) => [await repository.snapshot(), await repository.state()];

describe('when pawl init runs', () => {
  it('keeps every line of a pre-commit script that is there, and has it run', async () => {
    const repository = await project();
    mustSucceed(await repository.pawl(['init']));
    expect((await repository.read('.husky/pre-commit')).startsWith(OWN)).toBe(true);
    mustSucceed(await repository.pawl(['lock']));
    await repository.stage({ 'notes.md': '# Notes\n' });
    const { status, stdout, stderr } = await repository.tryGit(['commit', '--quiet', '-m', 'x']);
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: 'hello from the project\n' });
  });

  it('changes nothing the second time, and says so', async () => {
    const repository = await project();
    mustSucceed(await repository.pawl(['init']));
    const before = await everything(repository);
    const { status, stdout } = await repository.pawl(['init']);
    expect({ status, heading: stdout.split('\n')[0] }).toEqual({
      status: 0,
      heading: 'Pawl is set up already; nothing to change.',
    });
    expect(await everything(repository)).toEqual(before);
  });

  it('writes nothing with --dry-run, and says the same as init then does', async () => {
    const repository = await project();
    const before = await everything(repository);
    const dry = mustSucceed(await repository.pawl(['init', '--dry-run']));
    expect(await everything(repository)).toEqual(before);
    const real = mustSucceed(await repository.pawl(['init']));
    const changes = (text: string) =>
      text.split('\n').filter((line) => /^ {2}(?:created|updated|unchanged) /u.test(line));
    expect(changes(dry)).not.toEqual([]);
    expect(changes(real)).toEqual(changes(dry));
  });

  it('keeps a configuration that is there', async () => {
    const repository = await project();
    const config = '{\n  // ours\n  "exclude": ["vendor/**"],\n}\n';
    await repository.write({ 'pawl.config.jsonc': config });
    mustSucceed(await repository.pawl(['init']));
    expect(await repository.read('pawl.config.jsonc')).toBe(config);
  });
});
