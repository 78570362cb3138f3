import type { GateChange } from '@pawl/verdict';
import { isCode, type ChangedFile } from './read-change.ts';
import type { Tree } from './tree.ts';
import type { Trees } from './trees-of.ts';

const MANIFEST = /^(?:(?<folder>.+)\/)?(?:project\.json|package\.json|pyproject\.toml)$/u;

/**
 * Projects that Nx no longer knows while their code stays (C05): their target is inferred, so no line about security goes with their
 * manifest. Their code is judged all the same; that nobody is asked about it by name any more is a person's decision. A project that goes as a
 * whole is none of this.
 */
export async function droppedProjects(files: readonly ChangedFile[], trees: Trees): Promise<readonly GateChange[]> {
  const gone = files.flatMap(({ base, head }) => (base && base.file !== head?.file ? [base.file] : [])).filter(isBelow);
  if (gone.length === 0) return [];
  const [before, after] = [await trees.base(), await trees.head()];
  if (!(await isGatedByNx(before))) return [];
  return gone
    .filter((manifest) => isWithoutProject(folderOf(manifest), after))
    .map((file) => ({ file, change: 'deleted', protects: 'gate', rule: 'gate-target', what: whatOf(file) }));
}

function isBelow(file: string): boolean {
  return folderOf(file) !== '';
}

function folderOf(file: string): string {
  return MANIFEST.exec(file)?.groups?.['folder'] ?? '';
}

async function isGatedByNx(tree: Tree): Promise<boolean> {
  const [settings] = await tree.read(tree.entries.filter(({ path }) => path === 'nx.json'));
  // What cannot be read may say anything.
  return settings !== undefined && (settings.kind !== 'text' || settings.text.includes('@pawl/nx'));
}

function isWithoutProject(folder: string, { entries }: Tree): boolean {
  const left = entries.map(({ path }) => path).filter((path) => path.startsWith(`${folder}/`));
  return left.some(isCode) && !left.some((path) => folderOf(path) === folder);
}

function whatOf(file: string): string {
  return `\`${file}\` is gone and the code beside it is not, so that Nx no longer knows it as a project.`;
}
