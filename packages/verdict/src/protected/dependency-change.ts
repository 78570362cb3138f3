import { type Ecosystem, familiesOfDependency } from './security-dependencies.ts';
import { isOlder } from './version-range.ts';
import type { ProtectedChange } from './protected-change.ts';

/** What a manifest asks for, by name: a range, and whether it is installed where the code runs. */
export type Wanted = ReadonlyMap<string, { readonly range: string; readonly isShipped: boolean }>;

/** Dependencies that protect something and are gone, only installed for development, or asked for in an older version. */
export function securityDependencyChanges(
  ecosystem: Ecosystem,
  before: Wanted,
  after: Wanted,
): readonly ProtectedChange[] {
  const added = new Set(
    [...after.keys()].filter((name) => !before.has(name)).flatMap((name) => familiesOfDependency(ecosystem, name)),
  );
  return [...before].flatMap(([name, was]) => {
    const families = familiesOfDependency(ecosystem, name);
    if (families.length === 0) return [];
    const is = after.get(name);
    if (is === undefined) {
      return families.some((family) => added.has(family))
        ? []
        : [told(`\`${name}\` was removed from the dependencies.`)];
    }
    if (was.isShipped && !is.isShipped) return [told(`\`${name}\` is only installed for development now.`)];
    return isOlder(was.range, is.range)
      ? [told(`\`${name}\` is asked for in an older version: \`${is.range}\` instead of \`${was.range}\`.`)]
      : [];
  });
}

function told(what: string): ProtectedChange {
  return { rule: 'security-dependency', protects: 'dependency', what };
}
