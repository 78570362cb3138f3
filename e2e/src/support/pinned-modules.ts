import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { WORKSPACE } from './workspace.ts';

/** What npm's lock file says of an installed package. */
export interface Pinned {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
}

/** By place, such as `node_modules/nx`. */
export type PinnedModules = Readonly<Record<string, Pinned>>;

/**
 * Lays packages and all that they need into a folder as they are installed in this workspace: no registry is asked, which may be slow or out of
 * reach, and npm takes them for installed.
 */
export async function pinnedModules(dir: string, names: readonly string[]): Promise<PinnedModules> {
  const lock = JSON.parse(await readFile(join(WORKSPACE, 'package-lock.json'), 'utf8')) as { packages: PinnedModules };
  const pinned = closure(lock.packages, names);
  for (const [place, entry] of pinned) {
    // An optional package for another machine is in the lock file alone.
    if (!existsSync(join(WORKSPACE, place)) || existsSync(join(dir, place))) continue;
    await cp(join(WORKSPACE, place), join(dir, place), { recursive: true, verbatimSymlinks: true });
    await linkCommands(dir, place, entry);
  }
  return Object.fromEntries(pinned);
}

/** What our own packages take from others. */
export async function thirdParties(): Promise<readonly string[]> {
  const folders = (await readdir(join(WORKSPACE, 'packages'))).map((name) => join(WORKSPACE, 'packages', name));
  const manifests = folders.map((folder) => join(folder, 'package.json')).filter((path) => existsSync(path));
  const names = manifests.map(async (path) => {
    const { dependencies = {}, peerDependencies = {} } = JSON.parse(await readFile(path, 'utf8')) as Pinned;
    return Object.keys({ ...dependencies, ...peerDependencies });
  });
  return [...new Set((await Promise.all(names)).flat())].filter((name) => !/^(?:@pawl\/|pawl$)/u.test(name)).sort();
}

/** All that is needed, from the places where node would find it, each before what lies within it. */
function closure(packages: PinnedModules, names: readonly string[]): readonly (readonly [string, Pinned])[] {
  const found = new Map<string, Pinned>();
  const visit = (from: string, name: string): void => {
    const place = placeOf(packages, from, name);
    const entry = place === undefined ? undefined : packages[place];
    if (place === undefined || entry === undefined || found.has(place)) return;
    found.set(place, entry);
    const { dependencies, optionalDependencies, peerDependencies } = entry;
    for (const each of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      visit(place, each);
    }
  };
  for (const name of names) visit('', name);
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** As node looks for it: beside the package first, then in each folder above. */
function placeOf(packages: PinnedModules, from: string, name: string): string | undefined {
  const place = join(from, 'node_modules', name);
  if (place in packages) return place;
  return from === ''
    ? undefined
    : placeOf(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

async function linkCommands(dir: string, place: string, { bin = {} }: Pinned): Promise<void> {
  if (place.lastIndexOf('node_modules/') > 0) return;
  const commands = join(dir, 'node_modules/.bin');
  await mkdir(commands, { recursive: true });
  for (const [name, path] of Object.entries(bin)) {
    await symlink(relative(commands, join(dir, place, path)), join(commands, basename(name)));
  }
}
