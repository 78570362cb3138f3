import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url));

/** Makes a script that node runs of a source beside this file, from the sources of today and not from what was built once. */
export async function bundle(source: string, folder: string): Promise<string> {
  const outfile = join(folder, source.replace(/\.ts$/u, '.mjs'));
  const names = ['baseline', 'errors', 'git', 'signature'];
  await build({
    entryPoints: [fileURLToPath(new URL(source, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: Object.fromEntries(names.map((name) => [`@pawl/${name}`, join(PACKAGES, name, 'src/index.ts')])),
    logLevel: 'error',
  });
  return outfile;
}
