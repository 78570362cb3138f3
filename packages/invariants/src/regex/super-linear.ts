import { analyse } from 'scslre';
import { budgetOf } from './budget.ts';
import { meteredAst } from './metered-ast.ts';
import { type ReadRegex, readRegex } from './read-regex.ts';
import { RegexError } from './regex-error.ts';
import type { RegexText } from './regex-text.ts';

/** How the time to search a hostile text grows with its length. */
export interface SuperLinear {
  readonly growth: Growth;
  /**
   * `Trade`: two repetitions share characters (`\d*\w+`). `Self`: one does with itself (`(a+)+`). `Move`: the search starts
   * anew at every place, as in any `a+b` that nothing holds; alone it is quadratic, and very common.
   */
  readonly causes: readonly Cause[];
}

export type Growth = 'no' | 'polynomial' | 'exponential' | 'unknown';
export type Cause = 'Move' | 'Self' | 'Trade';

export const unknownGrowth: SuperLinear = { growth: 'unknown', causes: [] };

/** Far more than any ordinary expression takes; by then some tenths of a second have passed. */
const steps = 100_000;

/**
 * `unknown` where the expression cannot be read or the analysis takes too many steps. `no` is no proof: two alternatives that
 * read the same (`(a|aa)+`) are not looked at, only repetitions are.
 */
export function isSuperLinear(regex: RegexText): Growth {
  try {
    return superLinear(readRegex(regex)).growth;
  } catch (error) {
    if (error instanceof RegexError) return 'unknown';
    throw error;
  }
}

/** The same for what is read already. */
export function superLinear({ source, flags }: ReadRegex): SuperLinear {
  try {
    const { reports } = analyse(meteredAst(source, flags, budgetOf(steps, 'The analysis of its running time')));
    const causes = [...new Set(reports.map(({ type }) => type))].sort();
    const growth = reports.some(({ exponential }) => exponential) ? 'exponential' : 'polynomial';
    return reports.length === 0 ? { growth: 'no', causes } : { growth, causes };
  } catch (error) {
    if (error instanceof RegexError) return unknownGrowth;
    throw error;
  }
}
