import { compareSeverity, type Finding, type Location } from '@pawl/findings';

export type Comparator<T> = (a: T, b: T) => number;

/** By UTF-16 code units and not by locale: the same question must get the same answer on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function compareLocation(a: Location, b: Location): number {
  return compareText(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0);
}

/** By file, line and rule. The rest only makes the order total, so that the order of the input never shows. */
export function compareFinding(a: Finding, b: Finding): number {
  return (
    compareText(a.location.file, b.location.file) ||
    a.location.line - b.location.line ||
    compareText(a.rule, b.rule) ||
    compareText(a.tool, b.tool) ||
    compareText(a.fingerprint, b.fingerprint) ||
    compareSeverity(a.severity, b.severity) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

/** The items of each key, every group in the order of the input. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
