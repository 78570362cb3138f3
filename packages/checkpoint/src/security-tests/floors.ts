import { createHash } from 'node:crypto';
import type { Cache } from '@pawl/cache';
import type { Config } from '@pawl/config';
import {
  type FileFloor,
  floorNeeds,
  floorOf,
  type Judge,
  judgeOf,
  SECURITY_TESTS,
  SECURITY_TESTS_DIGEST,
  unreadFloor,
} from '@pawl/security-tests';
import { languageOf, type Syntax } from '@pawl/syntax';
import { factsBy, type FileFacts } from '../file-facts.ts';
import { withTree } from '../with-tree.ts';
import { isRecord } from '../plain-data.ts';

/** What the files of a project promise to test, and which of that is about security. */
export interface Floors extends FileFacts<FileFloor> {
  readonly judge: Judge;
  /** Whether a file has a floor at all. */
  readonly owes: (path: string) => boolean;
}

export function floorsBy(
  settings: Config['securityTests'],
  syntax: Syntax,
  cache: () => Promise<Cache | undefined>,
): Floors {
  const judge = judgeOf(settings);
  const needs = (path: string): ReturnType<typeof floorNeeds> => floorNeeds(path, languageOf(path), judge.inSuite);
  const facts = factsBy<FileFloor>(
    {
      name: [SECURITY_TESTS, SECURITY_TESTS_DIGEST, suitesOf(settings)],
      find: async ({ file, text }) => {
        const language = languageOf(file);
        const need = needs(file);
        if (need === 'nothing') return null;
        if (need === 'text' || language === undefined) return floorOf(file, text);
        const floor = await withTree(text, language, syntax, (tree) => floorOf(file, tree));
        return floor ?? unreadFloor(file, { code: 'too-deep', why: 'it does not parse within the limits' });
      },
      isFact: isFloor,
    },
    cache,
  );
  return { ...facts, judge, owes: (path) => needs(path) !== 'nothing' };
}

/** The globs have a say in which files are read. */
function suitesOf({ suites }: Config['securityTests']): string {
  return createHash('sha256')
    .update(JSON.stringify(suites.map(({ files }) => files)))
    .digest('hex');
}

function isFloor(value: unknown): boolean {
  return isRecord<FileFloor>(value) && typeof value.file === 'string' && Array.isArray(value.tests);
}
