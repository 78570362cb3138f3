import type { Syntax, SyntaxTree } from '@pawl/syntax';
import { readSide, type ReadSide } from '../read-side.ts';
import type { FilePair } from '../source-text.ts';

export interface ReadFiles {
  readonly base: ReadSide | undefined;
  readonly head: ReadSide | undefined;
}

/** Reads both versions of files, asks, and lets go of all trees. */
export async function withFiles<Result>(
  pairs: readonly FilePair[],
  syntax: Syntax,
  ask: (files: readonly ReadFiles[]) => Promise<Result>,
): Promise<Result> {
  const read: ReadFiles[] = [];
  try {
    for (const { base, head } of pairs)
      read.push({ base: base && (await readSide(base, syntax)), head: head && (await readSide(head, syntax)) });
    return await ask(read);
  } finally {
    for (const { base, head } of read) [base, head].forEach((side) => side?.tree?.release());
  }
}

export function treesOf(files: readonly ReadFiles[], side: 'base' | 'head'): readonly SyntaxTree[] {
  return files.flatMap((file) => file[side]?.tree ?? []);
}

/** Only what is compared precisely has its trees asked about what runs. */
export function isPrecise(tree: SyntaxTree): boolean {
  return ['javascript', 'typescript', 'tsx', 'python'].includes(tree.profile.id);
}
