import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';

export interface ImportedPackages {
  /** What its code and its declarations import, in order and without Node's own. */
  readonly imports: readonly string[];
  /** Whether its code has such a name as a text: that is how what is looked up at run time is named. */
  isNamed(name: string): boolean;
}

/** The packages that the files of an installed package speak of. */
export async function importedPackages(dir: string, files: readonly string[]): Promise<ImportedPackages> {
  const code = files.filter((path) => /\.[cm]?js$/u.test(path)).map((path) => join(dir, path));
  const types = files.filter((path) => /\.d\.[cm]?ts$/u.test(path)).map((path) => join(dir, path));
  const [texts, declarations] = await Promise.all([textsOf(code), textsOf(types)]);
  return {
    imports: packagesOf([...(await importsOf(code)), ...declarations.flatMap(typeImportsIn)]),
    isNamed: (name) => {
      const named = new RegExp(`["'\`]${name}["'\`/]`, 'u');
      return texts.some((text) => named.test(text));
    },
  };
}

function textsOf(files: readonly string[]): Promise<readonly string[]> {
  return Promise.all(files.map((file) => readFile(file, 'utf8')));
}

/** As a bundler reads them: code that stands in a text is none. */
async function importsOf(files: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const note: Plugin = {
    name: 'note',
    setup: ({ onResolve }) =>
      onResolve({ filter: /./ }, ({ kind, path }) => {
        if (kind === 'entry-point') return undefined;
        found.push(path);
        return { path, external: true };
      }),
  };
  const options = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: '/',
    write: false,
    logLevel: 'silent',
  } as const;
  await build({
    ...options,
    entryPoints: files.map((file, index) => ({ in: file, out: String(index) })),
    plugins: [note],
  });
  return found;
}

function typeImportsIn(text: string): readonly string[] {
  return ts.preProcessFile(text, true).importedFiles.map(({ fileName }) => fileName);
}

function packagesOf(specifiers: readonly string[]): readonly string[] {
  const names = specifiers.flatMap((specifier) => {
    const name = /^(?:@[\w.-]+\/)?[a-z][\w.-]*(?=\/|$)/u.exec(specifier)?.[0];
    return name === undefined || isBuiltin(specifier) ? [] : [name];
  });
  return [...new Set(names)].sort();
}
