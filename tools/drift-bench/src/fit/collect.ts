import { readFile } from 'node:fs/promises';
import { driftFeatures, type FilePair } from '@pawl/invariants';
import type { Syntax } from '@pawl/syntax';
import { cases } from '../dataset/cases.ts';
import type { Mirrors } from '../dataset/mirrors.ts';
import type { ManifestRow } from '../manifest/manifest-row.ts';
import type { Example } from './example.ts';

export interface Collecting {
  readonly rows: readonly ManifestRow[];
  readonly mirrors: Mirrors;
  readonly syntax: Syntax;
  readonly onCase: () => void;
  readonly onMissing: (id: string, why: string) => void;
}

/** The examples of a manifest. A case that cannot be read is told, and left out. */
export async function collect({ rows, mirrors, syntax, onCase, onMissing }: Collecting): Promise<readonly Example[]> {
  const examples: Example[] = [];
  const missing = { onMissing: (each: { row: ManifestRow; why: string }) => onMissing(each.row.id, each.why) };
  for await (const { row, kind, pairs } of cases(rows, mirrors, missing)) {
    const { id, set, repo, lang } = row;
    examples.push({ id, kind, set, repo, lang, ...(await driftFeatures(pairs, syntax)) });
    onCase();
  }
  return examples;
}

interface MadeCase {
  readonly id: string;
  readonly set: 'rewrite' | 'removal';
  readonly language: string;
  readonly pairs: readonly { readonly base: MadeFile | null; readonly head: MadeFile | null }[];
}

interface MadeFile {
  readonly file: string;
  readonly text: string;
}

/**
 * The examples of generated rewrites, which must not be stopped in either direction, and removals, which must. Where they were made
 * of a project of the manifest, they are left out with it.
 */
export async function collectMade(
  file: string,
  syntax: Syntax,
  projects: readonly string[] = [],
): Promise<readonly Example[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const examples: Example[] = [];
  for (const { id, set, language, pairs } of lines.map((line) => JSON.parse(line) as MadeCase)) {
    const features = await driftFeatures(pairs.map(pairOf), syntax);
    const facts = { id, set: 'made', repo: projectOf(pairs, projects) ?? 'made', lang: language };
    if (set === 'removal') examples.push({ ...facts, kind: 'regression', ...features });
    else {
      examples.push({ ...facts, kind: 'benign', ...features });
      const undone = await driftFeatures(pairs.map(pairOf).map(undoneOf), syntax);
      examples.push({ ...facts, kind: 'revert', ...undone });
    }
  }
  return examples;
}

/** A generated file lies under the name of the package that it was made of. */
function projectOf(pairs: MadeCase['pairs'], projects: readonly string[]): string | undefined {
  const name = (pairs[0]?.base ?? pairs[0]?.head)?.file.split('/')[0]?.toLowerCase();
  return projects.find((project) => {
    const own = project.slice(project.indexOf('/') + 1).toLowerCase();
    return own === name || own === `node-${name}`;
  });
}

function undoneOf({ base, head }: FilePair): FilePair {
  return { ...(head && { base: head }), ...(base && { head: base }) };
}

function pairOf({ base, head }: MadeCase['pairs'][number]): FilePair {
  return { ...(base && { base: { ...base, blob: 'base' } }), ...(head && { head: { ...head, blob: 'head' } }) };
}
