import type { Rule } from './rule.ts';

const PATTERNS: readonly string[] = ['pattern', 'pattern-inside', 'pattern-not', 'pattern-not-inside'];

/** Whether a rule has a pattern in the generic language, which is not read as a regular expression is. */
export function readsWithSpacegrep({ languages, source }: Rule): boolean {
  return languages.includes('generic') && hasPattern(source);
}

function hasPattern(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => typeof each === 'string' || hasPattern(each));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => {
    if (PATTERNS.includes(key)) return true;
    return key !== 'metadata' && key !== 'paths' && key !== 'languages' && hasPattern(inner);
  });
}
