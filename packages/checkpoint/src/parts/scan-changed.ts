import type { Change } from '@pawl/git';
import { openScanners } from '../open-scanners.ts';
import type { Question, Workshop } from '../question.ts';
import { readFiles } from '../read-change.ts';
import { scan } from '../scan.ts';
import type { Sides } from '../sides.ts';
import type { Version } from '../version.ts';
import type { ExaminedProject } from './examine-question.ts';
import type { Examined } from './make-part.ts';
import { pathsOfChange } from './paths-of-change.ts';

export type ScannedProject = Pick<Examined, 'notExamined' | 'isComplete'>;

/** By every tool whose answer for a file depends on that file alone. */
export async function scanChanged(
  changes: readonly Change[],
  question: Question,
  { repository, pinOf, run, results, scanning }: Workshop,
  { isIn }: Pick<ExaminedProject, 'isIn'>,
): Promise<ScannedProject> {
  const { config } = question;
  const own = changes.filter((change) => pathsOfChange(change).some(isIn));
  const files = await readFiles(repository, own, config);
  const versions: Sides<readonly Version[]> = {
    base: files.flatMap(({ base }) => (base && isIn(base.file) ? [base] : [])),
    head: files.flatMap(({ head }) => (head && isIn(head.file) ? [head] : [])),
  };
  const { embedded, installed, faults } = await openScanners('full', config.scanners, pinOf);
  const scanners = [...embedded, ...installed].filter(({ scope }) => scope === 'file');
  // The identity of a finding is made of the text by who judges, each time.
  const surround = (): Promise<readonly never[]> => Promise.resolve([]);
  const means = { run, results, scanning, surround, trees: { base: undefined, head: undefined } };
  const { base, head } = await scan(scanners, versions, means);
  return {
    notExamined: [...base.coverage.notExamined, ...head.coverage.notExamined],
    isComplete: faults.length === 0,
  };
}
