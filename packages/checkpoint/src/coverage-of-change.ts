import type { Coverage } from '@pawl/findings';
import { bothSides, type Sides } from './sides.ts';

/**
 * The coverage of whole trees as far as a change is judged by it: that of the changed files, and of every other file that
 * the change kept from being examined.
 */
export function coverageOfChange(coverage: Sides<Coverage>, changed: Sides<ReadonlySet<string>>): Sides<Coverage> {
  const before = new Set(coverage.base.examined.map(({ file }) => file));
  const lost = new Set(coverage.head.notExamined.map(({ file }) => file).filter((file) => before.has(file)));
  return bothSides(coverage, ({ examined, notExamined }, side) => {
    const isTold = ({ file }: { readonly file: string }): boolean => changed[side].has(file) || lost.has(file);
    return { examined: examined.filter(isTold), notExamined: notExamined.filter(isTold) };
  });
}

export function pathsOf(versions: readonly { readonly file: string }[]): ReadonlySet<string> {
  return new Set(versions.map(({ file }) => file));
}
