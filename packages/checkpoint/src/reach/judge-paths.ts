import type { Coverage, InvariantFinding } from '@pawl/findings';
import { type FileSummary, linkPaths, type LinkResult, newUnguardedPaths, REACH } from '@pawl/reach';
import type { ChangedFile } from '../read-change.ts';
import type { Tier } from '../scanners.ts';
import type { Sides } from '../sides.ts';
import { pathsOfSides, type Trees } from '../trees-of.ts';
import type { Version } from '../version.ts';
import { isFollowedPath, type Summaries } from './project-summaries.ts';

export interface JudgedPaths {
  readonly findings: readonly InvariantFinding[];
  readonly base: Coverage;
  readonly head: Coverage;
}

export const NO_PATHS: JudgedPaths = {
  findings: [],
  base: { examined: [], notExamined: [] },
  head: { examined: [], notExamined: [] },
};

/**
 * New ways for untrusted data to a dangerous call. A commit is judged by the changed files; only where they look as if there were one is
 * the whole project asked whether that is so, because the guard may stand in a file that nobody touched. In full it is always asked.
 */
export async function judgePaths(
  files: readonly ChangedFile[],
  trees: Trees,
  summaries: Summaries,
  tier: Tier,
): Promise<JudgedPaths> {
  const followed = { base: followedOf(files, 'base'), head: followedOf(files, 'head') };
  if (followed.base.length === 0 && followed.head.length === 0) return NO_PATHS;
  const changed = changedPaths(files);
  if (tier === 'fast') {
    const near = await comparedNearby(followed, summaries, changed);
    if (near.findings.length === 0) return told(near, followed);
  }
  const base = await summaries.ofTree(await trees.base());
  return told(compare(base, await summaries.ofTree(await trees.head()), changed), followed);
}

/** Most changes have no open path at all, and then nobody needs to know which there were before. */
async function comparedNearby(
  followed: Sides<readonly Version[]>,
  summaries: Summaries,
  changed: ReadonlySet<string>,
): Promise<Compared> {
  const head = await summaries.ofVersions(followed.head);
  const link = linkPaths(head, { only: changed });
  if (link.paths.every(({ guarded }) => guarded)) return { findings: [], links: { base: NO_LINKS, head: link } };
  return compare(await summaries.ofVersions(followed.base), head, changed);
}

const NO_LINKS: LinkResult = { paths: [], notExamined: [], isComplete: true };

interface Compared {
  readonly findings: readonly InvariantFinding[];
  readonly links: Sides<LinkResult>;
}

/** Both sides are asked about the same files, so that what did not change cancels out. */
function compare(base: readonly FileSummary[], head: readonly FileSummary[], changed: ReadonlySet<string>): Compared {
  const links = { base: linkPaths(base, { only: changed }), head: linkPaths(head, { only: changed }) };
  const found = newUnguardedPaths(links.base.paths, links.head.paths, { changed });
  return { findings: found, links };
}

function told({ findings, links }: Compared, followed: Sides<readonly Version[]>): JudgedPaths {
  return { findings, base: coverageOf(links.base, followed.base), head: coverageOf(links.head, followed.head) };
}

/** A file that does not parse is told by the comparison of structure. What was too much to follow is told of what changed. */
function coverageOf({ notExamined, isComplete }: LinkResult, versions: readonly Version[]): Coverage {
  const unread = new Map(notExamined.map((record) => [record.file, record]));
  return {
    examined: [],
    notExamined: versions.flatMap(({ file, blob }) => {
      const { code, why } = unread.get(file) ?? (isComplete ? READ : TOO_MUCH);
      return code === undefined || code === 'syntax-error' ? [] : [{ file, blob, by: REACH, code, why }];
    }),
  };
}

const READ = { code: undefined, why: '' } as const;
const TOO_MUCH = { code: 'too-large', why: 'the paths through the project are too many to follow' } as const;

function followedOf(files: readonly ChangedFile[], side: keyof Sides<unknown>): readonly Version[] {
  return files.flatMap((file) => file[side] ?? []).filter(({ file }) => isFollowedPath(file));
}

function changedPaths(files: readonly ChangedFile[]): ReadonlySet<string> {
  const { base, head } = pathsOfSides(files);
  return new Set([...base, ...head]);
}
