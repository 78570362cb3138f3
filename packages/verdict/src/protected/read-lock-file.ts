import { at, type Data, entriesOf, isMap, listOf } from './data.ts';
import { readJson } from './read-json.ts';

/** One version of one dependency as a lock file holds it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Where it comes from: `https://packages.example`, `git+ssh://host`; `''` where the file does not say. */
  readonly from: string;
  /** By what they are of: an algorithm, or a file and an algorithm. */
  readonly hashes: ReadonlyMap<string, string>;
}

type Reader = (text: string) => readonly LockedPackage[] | undefined;

const READERS: readonly (readonly [file: RegExp, ecosystem: 'javascript' | 'python' | 'other', read: Reader])[] = [
  [/(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/u, 'javascript', readNpm],
  [/(?:^|\/)yarn\.lock$/u, 'javascript', readYarn],
  [/(?:^|\/)pnpm-lock\.ya?ml$/u, 'javascript', readPnpm],
  [/(?:^|\/)(?:poetry|uv|pdm)\.lock$/u, 'python', readToml],
  [/(?:^|\/)Cargo\.lock$/u, 'other', readToml],
  [/(?:^|\/)Pipfile\.lock$/u, 'python', readPipenv],
  [/(?:^|\/)go\.sum$/u, 'other', readGoSum],
];

export function lockReaderOf(
  file: string,
): { readonly ecosystem: 'javascript' | 'python' | 'other'; readonly read: Reader } | undefined {
  const found = READERS.find(([pattern]) => pattern.test(file));
  return found && { ecosystem: found[1], read: found[2] };
}

function readNpm(text: string): readonly LockedPackage[] | undefined {
  const lock = readJson(text);
  if (!isMap(lock)) return undefined;
  const flat = entriesOf(at(lock, 'packages')).flatMap(([path, entry]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    return path.includes('node_modules/') && at(entry, 'link') !== true && at(entry, 'inBundle') !== true
      ? [npmPackage(name, entry)]
      : [];
  });
  return flat.length > 0 ? flat : npmTree(at(lock, 'dependencies'), 0);
}

const DEEPEST = 40;

function npmTree(dependencies: Data, depth: number): readonly LockedPackage[] {
  if (depth > DEEPEST) return [];
  return entriesOf(dependencies).flatMap(([name, entry]) => [
    // What is bundled comes in the file of what it is bundled with, and has no hash of its own.
    ...(at(entry, 'bundled') === true ? [] : [npmPackage(name, entry)]),
    ...npmTree(at(entry, 'dependencies'), depth + 1),
  ]);
}

function npmPackage(name: string, entry: Data): LockedPackage {
  const version = String(at(entry, 'version') ?? '');
  const resolved = at(entry, 'resolved');
  return {
    // An alias is installed under another name than its own.
    name: String(at(entry, 'name') ?? name),
    version,
    from: originOf(typeof resolved === 'string' ? resolved : /^(?:git|https?:|file:)/u.test(version) ? version : ''),
    hashes: hashesOf(String(at(entry, 'integrity') ?? '')),
  };
}

function readYarn(text: string): readonly LockedPackage[] {
  const cache = /^ {2}cacheKey: (\S+)/mu.exec(text)?.[1] ?? '';
  return text.split(/\r?\n(?=\S)/u).flatMap((block) => {
    const head = /^"?((?:@[^/"\s]+\/)?[^@"\s,]+)@[^\n]*:\s*$/mu.exec(block.split('\n')[0] ?? '')?.[1];
    const field = (key: string): string =>
      new RegExp(`^  ${key}:? "?([^"\\n\\r]*)`, 'mu').exec(block)?.[1]?.trim() ?? '';
    const version = field('version');
    if (head === undefined || head === '__metadata' || version === '') return [];
    const resolution = field('resolution');
    if (/@(?:workspace|link|portal):/u.test(resolution)) return [];
    const resolved = field('resolved');
    const from = originOf(resolved !== '' ? resolved : (/@((?:git|https?|file)[^\s]*)$/u.exec(resolution)?.[1] ?? ''));
    const name =
      /^((?:@[^/]+\/)?[^@]+)@npm:/u.exec(resolution)?.[1] ?? /\/((?:@[^/]+\/)?[^/]+)\/-\//u.exec(resolved)?.[1] ?? head;
    const checksum = field('checksum');
    const key = /^[^/]*/u.exec(checksum)?.[0] ?? '';
    const hashes =
      checksum === ''
        ? hashesOf(field('integrity'))
        : new Map([[`checksum ${checksum.includes('/') ? key : cache}`, checksum]]);
    return [{ name, version, from, hashes }];
  });
}

function readPnpm(text: string): readonly LockedPackage[] {
  const pattern =
    /^ {2}['"]?\/?((?:@[^/\s'"]{1,214}\/)?[^@/\s'"]{1,214})[@/]([^\s'"():]{1,100})[^\n]{0,400}:\r?\n {4}resolution: *\{([^}\n]*)\}/gmu;
  return [...text.matchAll(pattern)].map(([, name = '', version = '', resolution = '']) => ({
    name,
    version,
    from: originOf(/\b(?:tarball|repo): *['"]?([^,'"}\s]+)/u.exec(resolution)?.[1] ?? ''),
    hashes: hashesOf(/integrity: *['"]?([^,'"}]+)/u.exec(resolution)?.[1] ?? ''),
  }));
}

function readToml(text: string): readonly LockedPackage[] {
  const legacy = legacyHashes(text);
  return text
    .split(/^\[\[package\]\]\s*$/mu)
    .slice(1)
    .map((block) => {
      const field = (key: string): string => new RegExp(`^${key} *= *"([^"]*)"`, 'mu').exec(block)?.[1] ?? '';
      const own = block.split(/^\[(?!package\.)/mu)[0] ?? '';
      const files = [...own.matchAll(/\b(?:file|url) *= *"([^"\n]*)"[^}\n]{0,500}?\bhash *= *"([^"]*)"/gu)].map(
        ([, file = '', hash = '']) => [file.replace(/.*\//u, ''), hash] as const,
      );
      const checksum = field('checksum');
      const source =
        /^source *= *\{ *(?:registry|git|url) *= *"([^"]*)"/mu.exec(own)?.[1] ??
        /^\[package\.source\][\s\S]*?^url *= *"([^"]*)"/mu.exec(own)?.[1] ??
        field('source');
      return {
        name: field('name'),
        version: field('version'),
        from: originOf(source),
        hashes: new Map([
          ...(checksum === '' ? [] : [['checksum', checksum] as const]),
          ...files,
          ...(legacy.get(field('name')) ?? []),
        ]),
      };
    });
}

/** Poetry once kept the hashes of all packages in one table at the end. */
function legacyHashes(text: string): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const table = /^\[metadata\.files\]$([\s\S]*)/mu.exec(text)?.[1] ?? '';
  const entries = [...table.matchAll(/^"?([\w.-]+)"? *= *\[([^\]]{0,40000})\]/gmu)];
  return new Map(
    entries.map(([, name = '', list = '']) => [
      name,
      [...list.matchAll(/file *= *"([^"]*)", *hash *= *"([^"]*)"/gu)].map(
        ([, file = '', hash = '']) => [file, hash] as const,
      ),
    ]),
  );
}

function readPipenv(text: string): readonly LockedPackage[] | undefined {
  const lock = readJson(text);
  if (!isMap(lock)) return undefined;
  const sources = listOf(at(lock, '_meta', 'sources')).map(
    (source) => [String(at(source, 'name')), String(at(source, 'url'))] as const,
  );
  const only = sources.length === 1 ? sources[0]?.[1] : undefined;
  return ['default', 'develop'].flatMap((group) =>
    entriesOf(at(lock, group)).map(([name, entry]) => ({
      name,
      version: String(at(entry, 'version') ?? at(entry, 'ref') ?? ''),
      from: originOf(String(at(entry, 'git') ?? sources.find(([id]) => id === at(entry, 'index'))?.[1] ?? only ?? '')),
      hashes: new Map(listOf(at(entry, 'hashes')).map((hash, index) => [`any ${index}`, String(hash)])),
    })),
  );
}

function readGoSum(text: string): readonly LockedPackage[] {
  return [...text.matchAll(/^(\S+) (\S+) (h\d+:\S+)$/gmu)].map(([, name = '', version = '', hash = '']) => ({
    name,
    version,
    from: '',
    hashes: new Map([[hash.slice(0, 2), hash]]),
  }));
}

/** Subresource integrity: one or more `algorithm-digest`. */
function hashesOf(integrity: string): ReadonlyMap<string, string> {
  return new Map(
    integrity
      .split(/\s+/u)
      .filter((hash) => hash !== '')
      .map((hash) => [/^[a-z\d]+/u.exec(hash)?.[0] ?? '', hash]),
  );
}

/** The scheme and the host, which together say whom one trusts. */
function originOf(address: string): string {
  if (address === '' || address === '.' || address === 'pypi') return '';
  const found = /^((?:registry\+|git\+|sparse\+)?[a-z+]+:)\/\/(?:[^@/]*@)?([^/:?#]+)/u.exec(address);
  if (found) return `${found[1]}//${found[2]}`;
  return /^(?:file:|\.{0,2}\/)/u.test(address) ? 'file:' : (/^[\w.+-]+(?=:)/u.exec(address)?.[0] ?? '');
}
