import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { programsOf } from '../clean-env.ts';
import { converse } from '../converse.ts';
import { type Ran, run } from '../run.ts';
import { GUARDED_JS } from '../sources.ts';
import { temporaryRepository, type TestRepository } from '../temporary-repository.ts';
import { PAWL, WORKSPACE } from '../workspace.ts';
import type { DocPage } from './doc-pages.ts';
import { markOf, pageScript, type PageStep, stepsOf } from './page-script.ts';
import { type SetUp, setUpOf } from './page-set-up.ts';
import { waysOf } from './ways-of-block.ts';

/** A step that was typed. */
export interface Typed extends PageStep {
  /** As on a screen: what went to the two outputs, in its order. */
  readonly printed: string;
}

/**
 * Types every command of a page that no other spec follows, in one repository of its own, which begins with one commit on
 * `main`. Throws where one ends with another status than the page says.
 */
export async function runPage(page: DocPage, setUp = setUpOf(page.path)): Promise<readonly Typed[]> {
  const commands = page.blocks.filter((block) => block.language !== 'text' && waysOf(page, block).includes('run'));
  const steps = commands.flatMap((block) => stepsOf(page, block));
  const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
  await addPrograms(repository);
  const { status, stdout } = await runScript(repository, pageScript(steps, setUp, repository.root), setUp);
  const typed = printedBy(steps, stdout);
  if (status !== 0) throw new Error(await faultOf(page, typed, repository));
  return typed;
}

async function runScript(repository: TestRepository, script: string, setUp: SetUp): Promise<Ran> {
  const { root, dir } = repository;
  const env = { ...repository.env, SCRATCH: root, CHECKOUT: WORKSPACE, COLUMNS: '100', ...NAMES };
  const file = join(root, 'page.sh');
  await writeFile(file, script);
  if (setUp.isAtTerminal) return converse({ dir, env }, `sh '${file}'`, setUp.answers).catch(unasked);
  return run('sh', ['-c', `sh '${file}' 2>&1`], { cwd: dir, env });
}

/** A question that never came is told below what was printed up to there. */
function unasked(error: unknown): Ran {
  const [why = '', ...said] = String(error).split('\n');
  return { status: null, stdout: [...said, why].join('\n'), stderr: '' };
}

/** Repositories that a page makes have no settings of their own. */
const NAMES = {
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
};

/** What a reader has installed: `pawl`, and `npx`, which finds it. */
async function addPrograms({ root }: TestRepository): Promise<void> {
  const folder = programsOf(root);
  await mkdir(folder, { recursive: true });
  const program = (name: string, script: string): Promise<void> =>
    writeFile(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  await program('pawl', `exec '${process.execPath}' '${PAWL}' "$@"`);
  await program('npx', `[ "$1" = pawl ] || { echo "npx $1: there is no registry here"; exit 97; }\nexec "$@"`);
}

/** Shares out what was printed to the steps; those that were not reached are left out. */
function printedBy(steps: readonly PageStep[], stdout: string): readonly Typed[] {
  const marks = steps.map((step) => ({ step, at: `\n${stdout}`.indexOf(`\n${markOf(step)}\n`) }));
  const reached = marks.filter(({ at }) => at !== -1);
  return reached.map(({ step, at }, index) => {
    const printed = onScreen(stdout.slice(at + markOf(step).length + 1, reached[index + 1]?.at));
    return { ...step, printed };
  });
}

/** What stays on a screen: a line that was written over is gone, and so is what only moved the cursor. */
function onScreen(text: string): string {
  return text.replace(/^.*(?:\r|\x1b\[1G|\x1b\[2?K)/gmu, '').replace(/\x1b(?:\[[?\d;]*[A-Za-z]|[78])/gu, '');
}

async function faultOf({ path }: DocPage, typed: readonly Typed[], { root }: TestRepository): Promise<string> {
  const last = typed.at(-1);
  const log = join(root, 'set-up.log');
  const before = existsSync(log) ? `\nits set-up said:\n${await readFile(log, 'utf8')}` : '';
  if (last === undefined) return `${path}: its set-up failed${before}`;
  return `${path}:${last.line} ended with another status than it says\n${last.command}${last.printed}${before}`;
}
