import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makePart } from '@pawl/checkpoint';
import type { Repository } from '@pawl/git';
import { visible } from '@pawl/report';
import { partFile } from '../part-file.ts';
import { NxError } from './nx-error.ts';
import type { Outside } from './outside.ts';
import type { Project } from './projects.ts';

export interface SecurityOptions {
  readonly target?: string;
  readonly head?: string;
  readonly whole?: boolean;
  readonly cache?: boolean;
}

interface Where extends Pick<Outside, 'out' | 'context'> {
  readonly root: string;
  /** The repository that the workspace lies in. */
  readonly repository: Repository;
  readonly projects: readonly Project[];
}

/**
 * Makes the part of a project and puts it where a verdict looks for it. One that is incomplete is there, too, because what it says is so, but it is an
 * error: what succeeds is kept, and nobody would look again for the tool that was missing.
 *
 * @throws NxError `part-incomplete`
 */
export async function makeProjectPart(
  name: string | undefined,
  { target, head, whole = false, cache = true }: SecurityOptions,
  { out, context, root, repository, projects }: Where,
): Promise<void> {
  const one = projects.find(({ project }) => project === name);
  if (one === undefined) throw new Error(`Nx asks for ${String(name)}, which is no project of its graph`);
  const { project, nested } = one;
  const runKey = context.env['PAWL_RUN_KEY'];
  const asked = { directory: undefined, target, head, whole, cache, runKey };
  const part = await makePart({ ...asked, project, root: one.root, nested }, context, repository);
  await writeWhole(join(root, partFile(one.folder)), part.text);
  if (!part.isLasting)
    throw new NxError(
      'part-incomplete',
      'a tool was missing, failed or was late, so this part says less than it should',
      {
        next: 'pawl doctor',
      },
    );
  out(`pawl: the part of ${visible(project)} is made\n`);
}

/** Whoever reads it meanwhile, such as another run, finds all of it or none. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, path);
}
