import { realpath, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Checked } from '@pawl/checkpoint';
import { PLAIN, renderVerdict } from '@pawl/report';
import { ActionError } from './action-error.ts';
import type { GithubRun } from './github-run.ts';
import type { Inputs } from './inputs.ts';
import type { Law } from './law.ts';
import { holds } from './require-outside.ts';
import type { Written } from './told-verdict.ts';

/** Writes what was asked for: the verdict as SARIF, and sealed for the reviewers of the lock. @throws ActionError `unsafe-path` */
export async function writeFiles(
  checked: Checked,
  { sarif, details }: Pick<Inputs, 'sarif' | 'details'>,
  { run, law }: { readonly run: GithubRun; readonly law: Law },
): Promise<Written> {
  return {
    sarif: sarif === undefined ? undefined : await put(run.workspace, sarif, sarifOf(checked, run)),
    sealed:
      details === 'sealed'
        ? await put(run.temp, `pawl-${checked.verdict.head}.age`, await sealed(checked, law))
        : undefined,
  };
}

/** So that nobody waits for a judgement that nobody could read. @throws ActionError `no-reviewers` */
export function requireReviewers({ details }: Pick<Inputs, 'details'>, { config }: Law): void {
  if (details !== 'sealed' || config.reviewers.length > 0) return;
  throw new ActionError('no-reviewers', 'details: sealed is wanted, and the lock names nobody who could open them', {
    next: 'name reviewers by their age recipients, "reviewers" in pawl.config.jsonc, and lock: pawl lock',
  });
}

function sarifOf({ verdict, evidence, case: number }: Checked, { url }: Pick<GithubRun, 'url'>): string {
  return renderVerdict(verdict, {
    format: 'sarif',
    audience: 'human',
    case: number,
    evidence,
    remote: url,
    paint: PLAIN,
  });
}

async function sealed({ verdict, case: number }: Checked, { config }: Law): Promise<Uint8Array> {
  const { seal } = await import('@pawl/escalation');
  const text = renderVerdict(verdict, { format: 'text', audience: 'human', case: number, paint: PLAIN });
  return seal(new TextEncoder().encode(text), config.reviewers);
}

/** A checkout may hold a link where the file is to be: what stands there is replaced, and no folder leads out of the workspace. */
async function put(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const wanted = resolve(folder, name);
  const parent = await realpath(dirname(wanted)).catch((cause: unknown) => {
    throw unsafe(wanted, 'its folder is not there', cause);
  });
  const isInside = holds(resolve(folder), wanted);
  if (isInside && !holds(await realpath(folder), parent)) throw unsafe(wanted, 'its folder leads out of the workspace');
  const file = join(parent, basename(wanted));
  await rm(file, { force: true });
  await writeFile(file, content, { flag: 'wx' });
  return file;
}

function unsafe(file: string, why: string, cause?: unknown): ActionError {
  return new ActionError('unsafe-path', `${JSON.stringify(file)} cannot be written: ${why}`, {
    next: 'name a file in a folder that is there, like ${{ runner.temp }}/pawl.sarif',
    cause,
  });
}
