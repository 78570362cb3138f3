import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { programsOf } from './support/clean-env.ts';
import { shellBlocks } from './support/code-blocks.ts';
import { converse } from './support/converse.ts';
import { LOCK } from './support/locked-repository.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, run } from './support/run.ts';
import { newKey } from './support/signed-lock.ts';
import { GUARDED_JS } from './support/sources.ts';
import { repositoryAt, temporaryRepository, type TestRepository } from './support/temporary-repository.ts';
import { needsTerminal } from './support/terminal.ts';
import { templateText } from './support/workflow.ts';
import { PAWL, WORKSPACE } from './support/workspace.ts';

const atTheEnd = removedAfterAll();
const PAGE = 'docs/ci.md';
let repository: TestRepository;
let bare: TestRepository;
let blocks: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  blocks = await shellBlocks(PAGE);
  repository = await temporaryRepository({ 'app.js': GUARDED_JS }, atTheEnd);
  const { root, env, git } = repository;
  bare = repositoryAt(root, join(root, 'origin.git'));
  mustSucceed(await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare.dir], { cwd: root, env }));
  await git('remote', 'add', 'origin', bare.dir);
  await mkdir(join(root, 'home/.ssh'), { mode: 0o700 });
  await rename(await newKey(repository, 'alice'), join(root, 'home/.ssh/id_ed25519'));
  await mkdir(programsOf(root), { recursive: true });
  const program = (name: string, script: string): Promise<void> =>
    writeFile(join(programsOf(root), name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  await program('pawl', `exec "${process.execPath}" "${PAWL}" "$@"`);
  // GitHub's command line: what it was called with, and what it was given to read.
  await program('gh', `{ echo "$*"; case "$*" in *--input*) cat "$6" ;; *) cat ;; esac; } >"${root}/gh-$1"`);
});

/** A person types the commands that stand under a heading of the page, to the letter. */
async function follow(heading: string): Promise<void> {
  for (const command of blocks.get(heading) ?? [`exit 9 # nothing under ${heading}`]) {
    const answers = command.startsWith('pawl init') ? ([['Write this?', '']] as const) : [];
    const { status, stdout } = await converse(repository, command, answers);
    expect([command, status, stdout]).toEqual([command, 0, stdout]);
  }
}

describe('when a stranger follows the page about CI', () => {
  needsTerminal();

  it('every command of it is typed here', () => {
    expect([...blocks.keys()]).toEqual([
      'Before any forge',
      'What to copy',
      'The anchor',
      'Make it required',
      'The Semgrep checkpoint',
    ]);
  });

  it('the lock is signed and shared, and the anchor wants such a signature', async () => {
    await follow('Before any forge');
    expect(await bare.git('rev-parse', LOCK)).toBe(await repository.git('rev-parse', LOCK));
    const anchor = JSON.parse(await readFile(join(repository.root, 'anchor.json'), 'utf8')) as Anchor;
    expect(anchor).toMatchObject({ assurance: 'advisory', locks: { main: { sequence: 1 } } });
    expect(anchor.signers).toHaveLength(1);
  });

  it('the workflow is on the protected branch', async () => {
    await follow('What to copy');
    expect(`${await bare.git('show', 'main:.github/workflows/pawl.yml')}\n`).toBe(
      await templateText('github/pawl.yml'),
    );
  });

  it('the anchor goes to the variable as it was printed', async () => {
    await follow('The anchor');
    const [asked, ...given] = (await readFile(join(repository.root, 'gh-variable'), 'utf8')).split('\n');
    expect(asked).toBe('variable set PAWL_ANCHOR --org ORG --repos app');
    expect(given.join('\n')).toBe(await readFile(join(repository.root, 'anchor.json'), 'utf8'));
  });

  it('the ruleset requires the workflow of another repository', async () => {
    const [, ruleset = ''] = /```json\n(.*?)```/su.exec(await readFile(join(WORKSPACE, PAGE), 'utf8')) ?? [];
    await writeFile(join(repository.root, 'ruleset.json'), ruleset);
    await follow('Make it required');
    const [asked, ...given] = (await readFile(join(repository.root, 'gh-api'), 'utf8')).split('\n');
    expect(asked).toBe('api --method POST /orgs/ORG/rulesets --input ../ruleset.json');
    expect(JSON.parse(given.join('\n'))).toMatchObject({
      enforcement: 'active',
      rules: [{ type: 'workflows' }, { type: 'deletion' }, { type: 'non_fast_forward' }],
    });
  });

  it('the Semgrep checkpoint is written beside it', async () => {
    await follow('The Semgrep checkpoint');
    expect(await repository.read('.github/workflows/semgrep-checkpoint.yml')).toBe(
      await templateText('github/semgrep-checkpoint.yml'),
    );
  });

  it('every link to a file of this repository leads somewhere', async () => {
    const text = await readFile(join(WORKSPACE, PAGE), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) await readFile(join(WORKSPACE, 'docs', link));
  });
});

interface Anchor {
  readonly signers: readonly string[];
}
