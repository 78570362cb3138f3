import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PawlError } from '@pawl/errors';
import type { Site } from './plan-site.ts';

const ASSETS = fileURLToPath(new URL('../../assets', import.meta.url));

/** What stands where the site should go is none, so it is not removed. */
export class PlaceError extends PawlError<'not-a-site'> {}

/** Writes a site into a folder of its own; a site that was there before goes. Throws a `PlaceError`. */
export async function writeSite(site: Site, root: string, out: string): Promise<void> {
  await makeRoom(out);
  await cp(ASSETS, out, { recursive: true });
  for (const [address, text] of site.files) await writeFile(await place(out, address), text);
  for (const [from, address] of site.pictures) await cp(join(root, from), await place(out, address));
}

async function makeRoom(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const names = await readdir(out);
  if (names.length > 0 && !names.includes('search-index.js')) {
    throw new PlaceError('not-a-site', `${out} holds something else than a site`, {
      next: 'name another folder with --out',
    });
  }
  await rm(out, { recursive: true });
}

async function place(out: string, address: string): Promise<string> {
  const file = join(out, address);
  await mkdir(dirname(file), { recursive: true });
  return file;
}
