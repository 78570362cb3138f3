import { CONTRACTS, type FileEvaluation, judgeContracts, scopeOf, stillNeeded } from '@pawl/contracts';
import { type Coverage, type InvariantFinding, joinCoverage, NO_COVERAGE, type NotExamined } from '@pawl/findings';
import type { FileFacts } from '../file-facts.ts';
import type { ChangedFile } from '../read-change.ts';
import { bothSides, type Sides } from '../sides.ts';
import type { Tree } from '../tree.ts';
import { pathsOfSides, type Trees } from '../trees-of.ts';
import type { ProjectContracts } from './project-contracts.ts';

export interface JudgedContracts {
  readonly findings: readonly InvariantFinding[];
  readonly base: Coverage;
  readonly head: Coverage;
}

/** The promises of the project that a change breaks. What it costs follows the change, but for contracts that are about the whole. */
export async function judgeProjectContracts(
  files: readonly ChangedFile[],
  trees: Trees,
  { contracts }: ProjectContracts,
  evaluations: FileFacts<FileEvaluation>,
): Promise<JudgedContracts> {
  const paths = pathsOfSides(files);
  const changed = new Set([...paths.base, ...paths.head]);
  if (scopeOf(contracts, changed, []).changed.length === 0)
    return { findings: [], base: NO_COVERAGE, head: NO_COVERAGE };
  const whole: Sides<Tree> = { base: await trees.base(), head: await trees.head() };
  const names = new Set([...whole.base.entries, ...whole.head.entries].map(({ path }) => path));
  const evaluated = async (wanted: readonly string[]): Promise<Sides<readonly FileEvaluation[]>> => {
    const only = new Set(wanted);
    const ofSide = (tree: Tree): Promise<readonly FileEvaluation[]> =>
      evaluations.ofEntries(
        tree,
        tree.entries.filter(({ path }) => only.has(path)),
      );
    return { base: await ofSide(whole.base), head: await ofSide(whole.head) };
  };
  const scope = scopeOf(contracts, changed, names);
  const first = await evaluated([...scope.changed, ...scope.unchanged]);
  const rest = await evaluated(stillNeeded(contracts, first.base, first.head, names));
  const all = bothSides(first, (side, which) => [...side, ...rest[which]]);
  const { findings, notExamined } = judgeContracts(contracts, all.base, all.head, { whole: false, changed });
  const { base, head } = bothSides(all, (side, which) => coverageOf(side.flatMap(unread), whole[which], changed));
  return { findings, base, head: joinCoverage([head, coverageOf(notExamined, whole.head, names)]) };
}

type Unread = Omit<NotExamined, 'blob' | 'by'>;

function unread({ file, notExamined }: FileEvaluation): readonly Unread[] {
  return notExamined === undefined ? [] : [{ file, ...notExamined }];
}

/** Of files that did not change nothing could be told before either. What does not parse is told by the comparison of structure. */
function coverageOf(unreadFiles: readonly Unread[], tree: Tree, changed: ReadonlySet<string>): Coverage {
  const blobs = new Map(tree.entries.map(({ path, blob }) => [path, blob]));
  return {
    examined: [],
    notExamined: unreadFiles.flatMap(({ file, code, why }) => {
      const blob = blobs.get(file);
      if (blob === undefined || !changed.has(file) || code === 'syntax-error') return [];
      return [{ file, blob, by: CONTRACTS, code, why }];
    }),
  };
}
