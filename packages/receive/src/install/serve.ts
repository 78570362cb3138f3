import { access, readFile, realpath } from 'node:fs/promises';
import { delimiter, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Context } from '@pawl/checkpoint';
import { openRepository, type Repository } from '@pawl/git';
import { openPorcelain } from '@pawl/git/porcelain';
import { readAnchor } from '@pawl/ledger';
import { readReceiveSettings } from '../settings.ts';
import { hookChanges, type HookChange, removalOf, writeHook } from './hook-files.ts';
import { hookScript } from './hook-script.ts';
import { InstallError } from './install-error.ts';
import { weakSettings } from './weak-settings.ts';

/** What an operator asks for. `repo`, `anchor` and `settings` are paths from the current folder. */
export interface ServeRequest {
  readonly action: 'install' | 'uninstall';
  readonly repo: string | undefined;
  readonly anchor: string | undefined;
  readonly settings: string | undefined;
  /** The bundled program, and the node that is to run it. */
  readonly bundleFile: string;
  readonly nodeFile: string;
  readonly isDry: boolean;
}

/** What was done, or would be, in which repository. */
export interface Served {
  readonly repository: string;
  readonly changes: readonly HookChange[];
  /** What weakens this server, and is for its operator to decide. */
  readonly notes: readonly string[];
}

/** Has a bare repository judge every push, or no longer. Once more changes nothing. @throws InstallError */
export async function serve(request: ServeRequest, context: Context): Promise<Served> {
  const folder = resolve(context.cwd, required(request.repo, '--repo'));
  const repository = await openRepository(folder, { env: context.env });
  if (repository.topLevel !== undefined)
    throw new InstallError('not-bare', `${folder} has a work tree`, {
      next: 'name the bare repository that is pushed to; in a work tree the hooks come by pawl init',
    });
  const hooks = join(repository.commonDir, 'hooks');
  if (request.action === 'uninstall') {
    const changes = await removalOf(hooks, request.isDry);
    return { repository: repository.commonDir, changes, notes: changes.some(isDone) ? [LEFT] : [] };
  }
  const script = await scriptFor(request, repository, context);
  const changes = [...(await hookChanges(hooks, script)), await fsckChange(repository, folder, request.isDry, context)];
  if (!request.isDry && changes.some((change) => isDone(change) && change.path.startsWith(hooks)))
    await writeHook(hooks, script);
  return { repository: repository.commonDir, changes, notes: await weakSettings(folder, repository, context) };
}

const LEFT = 'receive.fsckObjects stays true, and the record of what was judged stays below refs/pawl/';

function isDone({ action }: HookChange): boolean {
  return action !== 'unchanged';
}

async function scriptFor(request: ServeRequest, repository: Repository, context: Context): Promise<string> {
  const { bundleFile, nodeFile } = request;
  const anchor = await trusted(required(request.anchor, '--anchor'), repository, context, readAnchor);
  const settings =
    request.settings === undefined
      ? undefined
      : await trusted(request.settings, repository, context, (text) => readReceiveSettings(text, 'it'));
  await access(bundleFile).catch((cause: unknown) => {
    throw new InstallError('bundle-missing', `${bundleFile} is not there`, { next: 'npm run build', cause });
  });
  return hookScript({ bundleFile, nodeFile, anchor, settings, path: pathOf(context) });
}

/** A file outside the repository that can be read as what it should be; its absolute path. */
async function trusted(
  named: string,
  { commonDir }: Repository,
  { cwd }: Context,
  read: (text: string) => unknown,
): Promise<string> {
  const path = resolve(cwd, named);
  const place = await realpath(path).catch((cause: unknown) => refuse(path, cause));
  const way = relative(commonDir, place);
  if (way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)))
    throw new InstallError('in-repository', `${path} lies in the repository`, {
      next: 'move it to a folder of the server that no push reaches',
    });
  try {
    read(await readFile(path, 'utf8'));
  } catch (cause) {
    refuse(path, cause);
  }
  return path;
}

function refuse(path: string, cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new InstallError('unreadable-file', `${path} cannot be used: ${why}`, { next: 'mend it', cause });
}

/** The one setting without which git takes in trees that are read one way and checked out another (G08). */
async function fsckChange(
  repository: Repository,
  folder: string,
  isDry: boolean,
  { env }: Context,
): Promise<HookChange> {
  const isOn = (await repository.receiveSettings()).get('receive.fsckobjects') === 'true';
  if (!isOn && !isDry) await openPorcelain(folder, { env }).setConfig('receive.fsckObjects', 'true');
  const why = 'git checks every object that is pushed';
  return { path: 'receive.fsckObjects', action: isOn ? 'unchanged' : 'updated', why };
}

/** The operator's own, without what a project could put there. */
function pathOf({ env }: Context): string {
  const entries = (env['PATH'] ?? '').split(delimiter).filter((entry) => isAbsolute(entry));
  return [...new Set(entries)].filter((entry) => !entry.split(sep).includes('node_modules')).join(delimiter);
}

function required(value: string | undefined, option: string): string {
  if (value !== undefined) return value;
  throw new InstallError('missing-option', `${option} is missing`, {
    next: 'pawl pre-receive install --repo PATH.git --anchor FILE',
  });
}
