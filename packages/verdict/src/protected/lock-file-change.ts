import type { ProtectedChange } from './protected-change.ts';
import { type LockedPackage, lockReaderOf } from './read-lock-file.ts';
import { familiesOfDependency, pythonName } from './security-dependencies.ts';
import { compareVersion, rangeOf } from './version-range.ts';

/** How many packages are told one by one; a list of a thousand tells nobody anything. */
const TOLD = 5;

/** What a lock file no longer holds, holds otherwise, or takes from elsewhere. */
export function lockFileChanges(
  file: string,
  before: string | undefined,
  after: string | undefined,
): readonly ProtectedChange[] {
  const reader = lockReaderOf(file);
  if (reader === undefined || before === undefined || before === after) return [];
  if (after === undefined)
    return [source(`\`${file}\` is gone, and with it what holds dependencies to what they were.`)];
  const [was, is] = [reader.read(before), reader.read(after)];
  if (is === undefined) return was === undefined ? [] : [source(`\`${file}\` cannot be read any more.`)];
  if (was === undefined) return [];
  return [
    ...heldOtherwise(was, is),
    ...elsewhere(was, is),
    ...(reader.ecosystem === 'other' ? [] : olderThan(reader.ecosystem, was, is)),
  ];
}

/**
 * Whether a lock file that went is missed by nobody: its project went with it, or that of another package manager came into
 * the same folder.
 */
export function isReplaced(file: string, added: ReadonlySet<string>, deleted: ReadonlySet<string>): boolean {
  if (lockReaderOf(file) === undefined || !deleted.has(file)) return false;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const isBeside = (path: string): boolean => path.startsWith(folder) && !path.slice(folder.length).includes('/');
  const isManifest = (path: string): boolean =>
    /(?:^|\/)(?:package\.json|pyproject\.toml|Pipfile|go\.mod|Cargo\.toml)$/u.test(path);
  return (
    [...added].some((path) => isBeside(path) && lockReaderOf(path) !== undefined) ||
    [...deleted].some((path) => isBeside(path) && isManifest(path))
  );
}

function source(what: string): ProtectedChange {
  return { rule: 'dependency-source', protects: 'dependency', what };
}

/** The same version must be the same files. */
function heldOtherwise(was: readonly LockedPackage[], is: readonly LockedPackage[]): readonly ProtectedChange[] {
  const after = byId(is);
  const lost: string[] = [];
  const changed: string[] = [];
  for (const [id, hashes] of byId(was)) {
    const now = after.get(id);
    if (now === undefined || hashes.size === 0) continue;
    if (now.size === 0) lost.push(id);
    else if (isChanged(hashes, now)) changed.push(id);
  }
  return [
    ...some(lost, (id) => `\`${id}\` is no longer held to a hash.`),
    ...some(changed, (id) => `\`${id}\` is held to another hash, although it is the same version.`),
  ];
}

function isChanged(was: ReadonlyMap<string, string>, is: ReadonlyMap<string, string>): boolean {
  const isUnlabelled = [...was.keys()].some((label) => label.startsWith('any '));
  if (isUnlabelled) return ![...was.values()].some((hash) => [...is.values()].includes(hash));
  return [...was].some(([label, hash]) => is.has(label) && is.get(label) !== hash);
}

/** One version may be there several times, and some managers only write the hash of one. */
function byId(packages: readonly LockedPackage[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const ids = new Map<string, ReadonlyMap<string, string>>();
  for (const { name, version, hashes } of packages) {
    const id = `${name}@${version}`;
    const others = ids.get(id);
    ids.set(id, others === undefined ? hashes : new Map([...others, ...hashes]));
  }
  return ids;
}

function elsewhere(was: readonly LockedPackage[], is: readonly LockedPackage[]): readonly ProtectedChange[] {
  const known = new Set(was.map(({ from }) => from));
  const fresh = [
    ...new Set(
      is.filter(({ from }) => from !== '' && !known.has(from) && !isHome(from, known)).map(({ from }) => from),
    ),
  ];
  return fresh.map((from) => {
    const name = is.find((each) => each.from === from)?.name;
    return source(`\`${name}\` comes from \`${from}\`, where nothing came from before.`);
  });
}

/** The public registries, where a lock file says for the first time where packages come from. */
const PUBLIC =
  /^(?:sparse\+|registry\+)?https:\/\/(?:registry\.(?:npmjs\.org|yarnpkg\.com)|pypi\.org|files\.pythonhosted\.org|index\.crates\.io|github\.com)$/u;

function isHome(from: string, known: ReadonlySet<string>): boolean {
  return (
    PUBLIC.test(from) &&
    ([...known].some((each) => PUBLIC.test(each)) || [...known].every((each) => each === '' || each === 'file:'))
  );
}

/** An older version than any that was there: one that goes and leaves another is no step back. */
function olderThan(
  ecosystem: 'javascript' | 'python',
  was: readonly LockedPackage[],
  is: readonly LockedPackage[],
): readonly ProtectedChange[] {
  const before = versionsOf(ecosystem, was);
  return [...versionsOf(ecosystem, is)].flatMap(([name, versions]) => {
    const known = before.get(name) ?? [];
    const older = versions.filter((version) => known.length > 0 && known.every((each) => isBefore(version, each)));
    return older.map(
      (version) =>
        ({
          rule: 'security-dependency',
          protects: 'dependency',
          what: `\`${name}\` is installed in an older version: ${version} instead of ${known.join(' or ')}.`,
        }) as const,
    );
  });
}

function isBefore(a: string, b: string): boolean {
  return compareVersion(rangeOf(a)?.from ?? [], rangeOf(b)?.from ?? []) < 0;
}

function versionsOf(
  ecosystem: 'javascript' | 'python',
  packages: readonly LockedPackage[],
): ReadonlyMap<string, readonly string[]> {
  const versions = new Map<string, readonly string[]>();
  for (const { name: written, version } of packages) {
    const name = ecosystem === 'python' ? pythonName(written) : written;
    if (familiesOfDependency(ecosystem, name).length === 0) continue;
    const others = versions.get(name) ?? [];
    if (!others.includes(version)) versions.set(name, [...others, version]);
  }
  return versions;
}

function some(ids: readonly string[], say: (id: string) => string): readonly ProtectedChange[] {
  const rest = ids.length - TOLD;
  return [
    ...ids.slice(0, TOLD).map((id) => source(say(id))),
    ...(rest > 0 ? [source(`The same is true of ${rest} more.`)] : []),
  ];
}
