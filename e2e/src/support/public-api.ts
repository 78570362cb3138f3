import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as prettier from 'prettier';
import ts from 'typescript';
import { importableNames } from './importable-names.ts';
import { WORKSPACE } from './workspace.ts';

type Entry = string | { readonly types?: string; readonly default: string };

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, Entry>>;
  readonly bin?: Readonly<Record<string, string>>;
}

/** Tells what a package lets others use, as the text that is reviewed and kept beside it, for each of these folders. */
export async function openPublicApis(folders: readonly string[]): Promise<(folder: string) => Promise<string>> {
  const manifests = new Map(
    await Promise.all(folders.map(async (folder) => [folder, await manifestOf(folder)] as const)),
  );
  const files = [...manifests].flatMap(([folder, manifest]) => typed(manifest).map(({ types }) => join(folder, types)));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: ['node'],
    typeRoots: [join(WORKSPACE, 'node_modules/@types')],
  });
  return (folder) => {
    const manifest = manifests.get(folder);
    if (manifest === undefined) throw new Error(`${folder} was not opened`);
    return formatted(document(program, folder, manifest));
  };
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function typed({ name, exports }: Manifest): readonly { readonly specifier: string; readonly types: string }[] {
  return Object.entries(exports).flatMap(([way, entry]) =>
    typeof entry === 'object' && entry.types !== undefined ? [{ specifier: join(name, way), types: entry.types }] : [],
  );
}

function document(program: ts.Program, folder: string, manifest: Manifest): string {
  const { name, exports, bin = {} } = manifest;
  const files = Object.entries(exports).filter(([way, entry]) => typeof entry === 'string' && way !== './package.json');
  const others = [
    ...Object.keys(bin).map((command) => `- the command \`${command}\``),
    ...files.map(([way]) => `- the file \`${join(name, way)}\``),
  ];
  return [
    `# What ${name} exports`,
    'Whoever depends on it may use this and nothing else. The file is made from the built declarations and reviewed; a spec compares them.',
    others.join('\n'),
    ...typed(manifest).map(({ specifier, types }) => moduleText(program, specifier, join(folder, types), folder)),
  ].join('\n\n');
}

function moduleText(program: ts.Program, specifier: string, file: string, folder: string): string {
  const { exported, reached } = importableNames(program, file, folder);
  const named = `## ${specifier}\n\n\`\`\`ts\n${exported.join('\n\n')}\n\`\`\``;
  if (reached.length === 0) return named;
  return `${named}\n\nWithout a name of their own to import, but part of the above:\n\n\`\`\`ts\n${reached.join('\n\n')}\n\`\`\``;
}

async function formatted(markdown: string): Promise<string> {
  const file = join(WORKSPACE, 'packages/api.md');
  return prettier.format(markdown, { ...(await prettier.resolveConfig(file)), filepath: file });
}
