import type { Coverage } from '@pawl/findings';
import { bothSides, type Sides } from './sides.ts';

/**
 * The coverage of whole trees as far as a change is judged by it: that of the changed files, and of every other file that
 * the change kept from being examined.
 */
export function coverageOfChange(coverage: Sides<Coverage>, changed: Sides<ReadonlySet<string>>): Sides<Coverage> {
  const after = new Set(coverage.head.examined.map(nameOf));
  // What is in neither list of head was examined before all the same: a log may leave a file out without a word.
  const lost = new Set(coverage.base.examined.map(nameOf).filter((name) => !after.has(name)));
  return bothSides(coverage, ({ examined, notExamined }, side) => {
    const isTold = (record: Scanned): boolean => changed[side].has(record.file) || lost.has(nameOf(record));
    return { examined: examined.filter(isTold), notExamined: notExamined.filter(isTold) };
  });
}

interface Scanned {
  readonly file: string;
  readonly by: string;
}

function nameOf({ file, by }: Scanned): string {
  return `${by}\0${file}`;
}

export function pathsOf(versions: readonly { readonly file: string }[]): ReadonlySet<string> {
  return new Set(versions.map(({ file }) => file));
}
