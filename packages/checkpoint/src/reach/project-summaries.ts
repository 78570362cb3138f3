import type { Cache } from '@pawl/cache';
import { type FileSummary, isFollowed, REACH, REACH_DIGEST, summarise } from '@pawl/reach';
import { languageOf, type Syntax } from '@pawl/syntax';
import { factsBy, type FactFinder } from '../file-facts.ts';
import { withTree } from '../with-tree.ts';
import { isRecord } from '../plain-data.ts';
import type { Tree } from '../tree.ts';
import type { Version } from '../version.ts';

/** What files do with data, from what was found out before where that is known. */
export interface Summaries {
  /** Of every file of a tree whose paths are followed. */
  ofTree(tree: Tree, progress?: (done: number, total: number) => void): Promise<readonly FileSummary[]>;
  ofVersions(versions: readonly Version[]): Promise<readonly FileSummary[]>;
}

export function summariesBy(syntax: Syntax, cache: () => Promise<Cache | undefined>): Summaries {
  const facts = factsBy(summariser(syntax), cache);
  return {
    ofVersions: (versions) => facts.ofVersions(versions.filter(({ file }) => isFollowedPath(file))),
    ofTree: (tree, progress) => {
      const followed = tree.entries.filter(({ path }) => isFollowedPath(path));
      return facts.ofEntries(tree, followed, (done) => progress?.(done, followed.length));
    },
  };
}

export function isFollowedPath(path: string): boolean {
  const language = languageOf(path);
  return language !== undefined && isFollowed(path, language);
}

function summariser(syntax: Syntax): FactFinder<FileSummary> {
  return {
    name: [REACH, REACH_DIGEST],
    find: async ({ file, text }) => {
      const language = languageOf(file);
      if (language === undefined) return null;
      return (await withTree(text, language, syntax, (tree) => summarise(file, tree))) ?? null;
    },
    isFact: isSummary,
  };
}

const LISTS = ['functions', 'classes', 'stars', 'sources', 'sinks', 'calls', 'flows', 'entries'] as const;

function isSummary(value: unknown): boolean {
  return (
    isRecord<FileSummary>(value) &&
    typeof value.file === 'string' &&
    isRecord(value.exports) &&
    LISTS.every((list) => Array.isArray(value[list]))
  );
}
