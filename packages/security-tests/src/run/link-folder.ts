import { lstat, mkdir, readdir, realpath, symlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/**
 * Borrows a folder of dependencies of the main checkout. A package of the project itself, which a package manager links into it, is linked
 * to the fresh checkout instead: it is what is judged, and the main checkout may hold anything.
 */
export async function linkFolder(
  name: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const source = await realpath(join(from, name));
  const root = await realpath(from);
  await mkdir(dirname(join(to, name)), { recursive: true, mode: 0o700 });
  if (!name.endsWith('node_modules')) return symlink(source, join(to, name));
  await mkdir(join(to, name), { mode: 0o700 });
  for (const entry of await readdir(source)) {
    if (!entry.startsWith('@')) await linkEntry(join(source, entry), join(to, name, entry), { root, source, to });
    else {
      await mkdir(join(to, name, entry), { mode: 0o700 });
      for (const inner of await readdir(join(source, entry)))
        await linkEntry(join(source, entry, inner), join(to, name, entry, inner), { root, source, to });
    }
  }
}

async function linkEntry(
  from: string,
  at: string,
  { root, source, to }: { readonly root: string; readonly source: string; readonly to: string },
): Promise<void> {
  const real = await realpath(from).catch(() => undefined);
  // A link to nowhere is one in the checkout, too.
  if (real === undefined) return;
  const isOwn = (await lstat(from)).isSymbolicLink() && isWithin(real, root) && !isWithin(real, source);
  await symlink(isOwn ? join(to, relative(root, real)) : real, at);
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}
