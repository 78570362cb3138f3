import { type AcceptedItem, applyWaivers, liveWaivers, type Lock, type Waiver } from '@pawl/baseline';
import type { InvariantFinding } from '@pawl/findings';
import type { Repository } from '@pawl/git';
import type { Syntax } from '@pawl/syntax';
import type { Evidence } from '@pawl/verdict';
import type { Question } from '../question.ts';
import type { ChangedFile } from '../read-change.ts';

export interface WaiverMeans {
  /** The lock that judges, with its waivers. */
  readonly lock: Pick<Lock, 'waivers'>;
  readonly now: Date;
  readonly question: Pick<Question, 'baseTree' | 'head' | 'config' | 'tier'>;
  readonly repository: Repository;
  /** Asked for only where a lost defence is waived. */
  readonly syntax: () => Promise<Syntax> | Syntax;
}

export interface WaivedEvidence {
  /** What a verdict is made from: what was found, without what people accept for now. */
  readonly evidence: Evidence;
  /** What was taken out, for people to see: "waived until". */
  readonly accepted: readonly AcceptedItem[];
}

/**
 * Takes what is waived out of the evidence. What was found never depends on waivers or the clock, so it can be kept; this
 * comes after, and costs nothing where nothing is waived.
 */
export async function waived(found: Evidence, means: WaiverMeans): Promise<WaivedEvidence> {
  const live = liveWaivers(means.lock, means.now);
  if (live.length === 0) return { evidence: found, accepted: [] };
  const { evidence, accepted } = applyWaivers(found, live, means.now);
  const losses = await acceptedLosses(evidence.invariants ?? [], live, means);
  if (losses === undefined) return { evidence, accepted };
  return { evidence: { ...evidence, invariants: losses.findings }, accepted: [...accepted, ...losses.accepted] };
}

async function acceptedLosses(
  findings: readonly InvariantFinding[],
  live: readonly Waiver[],
  { question: { baseTree, head, config, tier }, repository, syntax }: WaiverMeans,
) {
  const waivers = live.filter(({ fingerprint }) => findings.some((finding) => finding.fingerprint === fingerprint));
  if (waivers.length === 0) return undefined;
  const [{ acceptLosses }, { judgeStructure }, { compare, readFiles }] = await Promise.all([
    import('./accept-losses.ts'),
    import('../judge-structure.ts'),
    import('../read-change.ts'),
  ]);
  const files = await readFiles(repository, await compare(repository, baseTree, head, config), config);
  const parser = await syntax();
  const again = async (some: readonly ChangedFile[]): Promise<readonly InvariantFinding[]> =>
    some === files
      ? findings
      : (await judgeStructure(some, parser, { sensitivity: config.sensitivity, tier })).findings;
  return acceptLosses(files, live, again);
}
