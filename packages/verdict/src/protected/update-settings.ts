import { at, canonical, type Data, entriesOf, listOf, mapsIn, textsOf } from './data.ts';
import { dataOf, meansTheSame } from './meaning-of.ts';
import type { ProtectedChange } from './protected-change.ts';

export const UPDATE_SETTINGS: RegExp =
  /(?:^|\/)(?:\.github\/dependabot\.ya?ml|\.dependabot\/config\.ya?ml|(?:\.github\/|\.gitlab\/)?(?:renovate\.json[c5]?|\.renovaterc(?:\.json[c5]?)?))$/u;

/** Known vulnerabilities that nobody is told of any more. How often and how many is a matter of taste. */
export function updateChanges(
  file: string,
  before: string | undefined,
  after: string | undefined,
): readonly ProtectedChange[] {
  if (before === undefined || meansTheSame(file, before, after)) return [];
  if (after === undefined) return [told(`\`${file}\` is gone, and with it the updates that it asked for.`)];
  const [was, is] = [dataOf(file, before), dataOf(file, after)];
  if (is === undefined) return was === undefined ? [] : [told(`\`${file}\` cannot be read any more.`)];
  return [...ignored(was, is), ...left(was, is), ...switchedOff(was, is)];
}

function told(what: string): ProtectedChange {
  return { rule: 'update-settings', protects: 'pipeline', what };
}

function ignored(was: Data, is: Data): readonly ProtectedChange[] {
  const known = new Set(ignoredIn(was));
  const names = [...new Set(ignoredIn(is))].filter((name) => !known.has(name));
  return names.map((name) => told(`Updates of \`${name}\` are ignored now, those for its vulnerabilities as well.`));
}

/** An ignored kind of update is none that mends a vulnerability: Dependabot looks at it for versions only. */
function ignoredIn(data: Data): readonly string[] {
  const ofDependabot = mapsIn(data)
    .flatMap((map) => listOf(map['ignore']))
    .filter((entry) => at(entry, 'update-types') === undefined);
  const named = ofDependabot.flatMap((entry) =>
    textsOf(at(entry, 'dependency-name')).map((name) => [name, ...textsOf(at(entry, 'versions'))].join(' ')),
  );
  const ofRenovate = mapsIn(data).flatMap((map) =>
    String(map['enabled']) === 'false' ? PACKAGES.flatMap((key) => textsOf(map[key])) : [],
  );
  return [...named, ...textsOf(at(data, 'ignoreDeps')), ...ofRenovate];
}

const PACKAGES = [
  'matchPackageNames',
  'matchPackagePatterns',
  'matchDepNames',
  'packageNames',
  'matchPackagePrefixes',
  'matchManagers',
];

/** Kinds of packages, and places, that are no longer looked at. */
function left(was: Data, is: Data): readonly ProtectedChange[] {
  const now = new Set(ecosystemsOf(is));
  return ecosystemsOf(was)
    .filter((name) => !now.has(name))
    .map((name) => told(`\`${name}\` is no longer kept up to date.`));
}

function ecosystemsOf(data: Data): readonly string[] {
  return [...new Set(listOf(at(data, 'updates')).flatMap((entry) => textsOf(at(entry, 'package-ecosystem'))))];
}

function switchedOff(was: Data, is: Data): readonly ProtectedChange[] {
  const off = (data: Data): readonly string[] => [
    ...entriesOf(data).flatMap(([key, value]) => (isOff(value) ? [key] : [])),
    ...['vulnerabilityAlerts', 'osvVulnerabilityAlerts', 'lockFileMaintenance'].filter((key) =>
      isOff(at(data, key, 'enabled')),
    ),
  ];
  const known = new Set(off(was));
  const now = [...new Set(off(is))].filter(
    (key) => !known.has(key) && /^(?:enabled|vulnerabilityAlerts|osvVulnerabilityAlerts|enabledManagers)$/u.test(key),
  );
  const dropped = entriesOf(was).filter(
    ([key, value]) => /^osvVulnerabilityAlerts$/u.test(key) && !isOff(value) && at(is, key) === undefined,
  );
  return [...now, ...dropped.map(([key]) => key)].map((key) =>
    told(`\`${key}\` is switched off: ${canonical(at(is, key) ?? null)}.`),
  );
}

function isOff(value: Data): boolean {
  return value === false || value === 'false';
}
