import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { cleanEnv } from './clean-env.ts';
import { run, type Ran } from './run.ts';
import { WORKSPACE } from './workspace.ts';

/** Runs a program of the docs site, and not in the workspace. */
export async function docsSite(program: 'site' | 'reference', ...args: readonly string[]): Promise<Ran> {
  return run(process.execPath, [join(WORKSPACE, `tools/docs-site/dist/${program}.js`), ...args], {
    cwd: tmpdir(),
    env: cleanEnv(tmpdir()),
  });
}

/** The text of each page, by its address. */
export async function pagesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const pages = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.html'));
  return new Map(
    await Promise.all(pages.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** What a page names by an address: links, pictures, styles and scripts. */
export function addressesIn(html: string): readonly string[] {
  return [...html.matchAll(/\s(?:href|src|data-index)="([^"]*)"/gu)].map(([, address = '']) => address);
}

/** The address from the root of the site, and the heading. */
export function targetOf(page: string, address: string): { readonly file: string; readonly id: string } {
  const [path = '', id = ''] = address.split('#', 2);
  return { file: path === '' ? page : posix.join(posix.dirname(page), path), id };
}

export function idsIn(html: string): readonly string[] {
  return [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id = '']) => id);
}
