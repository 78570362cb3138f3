import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isPawlError } from '@pawl/errors';
import { planSite, type Site } from './site/plan-site.ts';
import { readSource } from './site/read-source.ts';
import { writeSite } from './site/write-site.ts';
import { warningText } from './warning.ts';
import { WORKSPACE } from './workspace.ts';

const { values } = parseArgs({
  options: {
    /** The workspace whose pages are meant. */
    root: { type: 'string', default: WORKSPACE },
    out: { type: 'string', default: join(WORKSPACE, 'tools/docs-site/dist/html') },
    /** Where the sources can be read; without it, a link to one is text. */
    repository: { type: 'string' },
  },
});
process.exitCode = await build(resolve(values.root), resolve(values.out), values.repository);

async function build(root: string, out: string, repository: string | undefined): Promise<0 | 1 | 2> {
  const site = planSite(await readSource(root), { repository, version: await versionOfPawl() });
  return site.warnings.length === 0 ? write(site, root, out) : refuse(site);
}

function refuse({ warnings }: Site): 1 {
  for (const warning of warnings) process.stderr.write(`${warningText(warning)}\n`);
  process.stderr.write(`docs-site: ${warnings.length} warnings, nothing was written\n`);
  return 1;
}

async function write(site: Site, root: string, out: string): Promise<0 | 2> {
  try {
    await writeSite(site, root, out);
  } catch (error) {
    if (!isPawlError(error)) throw error;
    process.stderr.write(`docs-site: ${error.message}\n  next: ${error.next}\n`);
    return 2;
  }
  process.stdout.write(`docs-site: ${site.files.size} files in ${out}\n`);
  return 0;
}

async function versionOfPawl(): Promise<string> {
  const text = await readFile(join(WORKSPACE, 'packages/cli/package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
