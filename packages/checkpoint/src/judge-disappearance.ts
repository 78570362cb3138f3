import type { Delta } from '@pawl/baseline';
import type { InvariantFinding } from '@pawl/findings';
import { classifyResolved, disappeared } from '@pawl/invariants';
import { textPairs } from './judge-structure.ts';
import type { Question, Workshop } from './question.ts';
import type { ChangedFile } from './read-change.ts';
import { scannerSettings } from './scanner-settings.ts';
import type { Trees } from './trees-of.ts';

/** Findings that are gone although their code is not: nothing runs it any longer, or nobody looks there. */
export async function judgeDisappearance(
  { resolved, ...still }: Delta,
  files: readonly ChangedFile[],
  trees: Trees,
  { syntax }: Workshop,
  { tier }: Question,
): Promise<readonly InvariantFinding[]> {
  const pairs = [...still.persisting, ...still.worsened, ...still.moved];
  const options = {
    reported: [...still.introduced, ...pairs.map(({ head }) => head)],
    settings: tier === 'fast' ? [] : await scannerSettings(files, trees),
  };
  return disappeared(await classifyResolved(resolved, textPairs(files), syntax, options));
}
