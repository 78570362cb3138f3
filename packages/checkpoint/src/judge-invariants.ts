import { judgeSuppressions } from '@pawl/invariants';
import { languageOf } from '@pawl/syntax';
import { type Coverage, type InvariantFinding, joinCoverage, NO_COVERAGE, type Suppression } from '@pawl/findings';
import { judgeStructure, textPairs } from './judge-structure.ts';
import { isProse } from './is-prose.ts';
import type { Question, Workshop } from './question.ts';
import { FOLLOWED_LANGUAGES } from './reach/followed-languages.ts';
import { mayOpenPath } from './reach/may-open-path.ts';
import type { JudgedPaths } from './reach/judge-paths.ts';
import { withoutPathsSeen } from './reach/without-paths-seen.ts';
import type { ChangedFile } from './read-change.ts';
import { scannerSettings } from './scanner-settings.ts';
import type { Tool } from './tools.ts';
import type { Trees } from './trees-of.ts';

/** Loaded only where data is followed through a language that changed, and where the change may have a part in a way of data. */
async function pathsOf(
  files: readonly ChangedFile[],
  trees: Trees,
  summaries: Workshop['summaries'],
  tier: Question['tier'],
): Promise<JudgedPaths> {
  const followed = files.filter(isFollowed);
  if (followed.length === 0 || (tier === 'fast' && !mayOpenPath(followed))) return NOTHING;
  const { judgePaths } = await import('./reach/judge-paths.ts');
  return judgePaths(files, trees, await summaries(), tier);
}

function isFollowed({ base, head }: ChangedFile): boolean {
  return [base, head].some((side) => side !== undefined && FOLLOWED_LANGUAGES.has(languageOf(side.file) ?? ''));
}

const NOTHING = { findings: [], base: NO_COVERAGE, head: NO_COVERAGE };

export interface Invariants {
  readonly findings: readonly InvariantFinding[];
  readonly suppressions: readonly Suppression[];
  readonly base: Coverage;
  readonly head: Coverage;
  /** Those that judged beside the engines that always do. */
  readonly tools: readonly Tool[];
}

/** What the change did to the defences of the code, the ways that it opened, and the promises of the project that it broke. */
export async function judgeInvariants(
  files: readonly ChangedFile[],
  trees: Trees,
  { syntax, summaries, contracts }: Workshop,
  { config, tier }: Question,
): Promise<Invariants> {
  const structure = await judgeStructure(files, syntax, { sensitivity: config.sensitivity, tier });
  const paths = await pathsOf(files, trees, summaries, tier);
  const suppressions = files.every(isProse)
    ? []
    : await judgeSuppressions(textPairs(files), syntax, {
        inCode: structure.introducedSuppressions,
        settings: tier === 'fast' ? [] : await scannerSettings(files, trees),
      });
  const promised = await contracts();
  const promises = (await promised?.judge(files, trees)) ?? NOTHING;
  return {
    findings: [...withoutPathsSeen(structure.findings, paths.findings), ...paths.findings, ...promises.findings],
    suppressions,
    base: joinCoverage([structure.baseCoverage, paths.base, promises.base]),
    head: joinCoverage([structure.headCoverage, paths.head, promises.head]),
    tools: promised ? [promised.tool] : [],
  };
}
