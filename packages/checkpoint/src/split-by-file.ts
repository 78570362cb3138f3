import type { ScanResult } from '@pawl/scanner';

/** The part of a result that is about one file. */
export function splitByFile({ findings, coverage }: ScanResult): (file: string) => ScanResult {
  const found = groupByFile(findings);
  const examined = groupByFile(coverage.examined);
  const notExamined = groupByFile(coverage.notExamined);
  return (file) => ({
    findings: found.get(file) ?? [],
    coverage: { examined: examined.get(file) ?? [], notExamined: notExamined.get(file) ?? [] },
  });
}

export function groupByFile<Item extends { readonly file: string }>(
  items: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.file);
    if (group) group.push(item);
    else groups.set(item.file, [item]);
  }
  return groups;
}
