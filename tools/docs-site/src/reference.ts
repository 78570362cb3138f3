import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { planReference } from './reference/plan-reference.ts';
import { readEnvironment, readExitStatuses } from './reference/read-data.ts';
import { readProgram } from './reference/read-program.ts';
import { WORKSPACE } from './workspace.ts';

const FOLDER = join(WORKSPACE, 'docs/reference');

const { values } = parseArgs({
  options: {
    /** Writes nothing, and fails where a page says something else than the program. */
    check: { type: 'boolean', default: false },
    /** Another folder than docs/reference. */
    out: { type: 'string', default: FOLDER },
  },
});
const [program, statuses, environment] = await Promise.all([
  readProgram(WORKSPACE),
  readExitStatuses(),
  readEnvironment(),
]);
const pages = await formatted(planReference(program, statuses, environment));
const standing = await readFolder(values.out);
if (values.check) reportDrift(driftOf(pages, standing));
else await writePages(pages, standing, values.out);

async function formatted(plan: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const config = await resolveConfig(join(FOLDER, 'README.md'));
  const texts = [...plan].map(
    async ([path, text]) => [path, await format(text, { ...config, parser: 'markdown' })] as const,
  );
  return new Map(await Promise.all(texts));
}

function driftOf(wanted: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>): readonly string[] {
  const changed = [...wanted].filter(([path, text]) => there.get(path) !== text).map(([path]) => path);
  return [...changed, ...[...there.keys()].filter((path) => !wanted.has(path))].sort();
}

function reportDrift(drift: readonly string[]): void {
  for (const path of drift) process.stderr.write(`docs/reference/${path}: not what the program says\n`);
  if (drift.length === 0) return;
  process.stderr.write('  next: npx tsc -b tools/docs-site packages/cli && node tools/docs-site/dist/reference.js\n');
  process.exitCode = 1;
}

async function writePages(
  wanted: ReadonlyMap<string, string>,
  there: ReadonlyMap<string, string>,
  out: string,
): Promise<void> {
  for (const path of there.keys()) if (!wanted.has(path)) await rm(join(out, path));
  for (const [path, text] of wanted) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
  }
  process.stdout.write(`docs-site: ${wanted.size} pages in ${out}\n`);
}

async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.md'));
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const)),
  );
}
