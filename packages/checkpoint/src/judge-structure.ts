import { type Coverage, joinCoverage } from '@pawl/findings';
import {
  type FilePair,
  type InvariantResult,
  judgeInvariants,
  type Sensitivity,
  type SourceText,
} from '@pawl/invariants';
import { languageOf, type Syntax, unsupportedCode } from '@pawl/syntax';
import type { ChangedFile } from './read-change.ts';
import type { Tier } from './scanners.ts';
import { firstLineOf } from './surroundings.ts';
import type { Version } from './version.ts';
import { coverageOfUnread } from './versions.ts';

/** Judges what the change did to the structure of the code; what could not be read is carried along as not examined. */
export async function judgeStructure(
  files: readonly ChangedFile[],
  syntax: Syntax,
  { sensitivity, tier }: { readonly sensitivity: Sensitivity; readonly tier: Tier },
): Promise<InvariantResult> {
  const owed = files.map(onlyCode);
  const result = await judgeInvariants(owed.map(readablePair), syntax, { sensitivity, isQuick: tier === 'fast' });
  const unread = (side: 'base' | 'head'): Coverage =>
    coverageOfUnread(
      'invariants',
      owed.flatMap((file) => file[side] ?? []),
    );
  return {
    ...result,
    baseCoverage: joinCoverage([result.baseCoverage, unread('base')]),
    headCoverage: joinCoverage([result.headCoverage, unread('head')]),
  };
}

function onlyCode({ base, head }: ChangedFile): ChangedFile {
  return { ...(base && isOwedStructure(base) ? { base } : {}), ...(head && isOwedStructure(head) ? { head } : {}) };
}

export function isOwedStructure(version: Version): boolean {
  if (version.kind === 'not-text') return false;
  const firstLine = version.kind === 'text' ? firstLineOf(version.text) : undefined;
  return languageOf(version.file, firstLine) !== undefined || unsupportedCode(version.file, firstLine) !== undefined;
}

function readablePair({ base, head }: ChangedFile): FilePair {
  const [before, after] = [textOf(base), textOf(head)];
  return { ...(before ? { base: before } : {}), ...(after ? { head: after } : {}) };
}

/** Every text of a change, code or not. */
export function textPairs(files: readonly ChangedFile[]): readonly FilePair[] {
  return files.map(readablePair).filter(({ base, head }) => base ?? head);
}

function textOf(version: Version | undefined): SourceText | undefined {
  return version?.kind === 'text' ? { file: version.file, blob: version.blob, text: version.text } : undefined;
}
