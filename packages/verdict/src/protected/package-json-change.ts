import { at, canonical, type Data, entriesOf, isMap } from './data.ts';
import { securityDependencyChanges, type Wanted } from './dependency-change.ts';
import type { ProtectedChange } from './protected-change.ts';
import { isSecurityTarget } from './target-change.ts';
import { isOlder } from './version-range.ts';

const SHIPPED = ['dependencies', 'optionalDependencies', 'peerDependencies'] as const;
const DEVELOPMENT = 'devDependencies';

/** What a `package.json` says to hooks, builds and whoever installs it. Both sides are data; absent where the file is. */
export function packageJsonChanges(before: Data, after: Data): readonly ProtectedChange[] {
  return [
    ...hookChanges(before, after),
    ...scriptChanges(before, after),
    ...targetChanges(before, after),
    // A package that goes takes its code with it, and one that comes had nothing to lose.
    ...(before === undefined || after === undefined
      ? []
      : [...securityDependencyChanges('javascript', wantedOf(before), wantedOf(after)), ...pinChanges(before, after)]),
    ...sourceChanges(before, after),
  ];
}

const HOOK_KEYS = [
  'husky',
  'lint-staged',
  'simple-git-hooks',
  'pre-commit',
  'pre-push',
  'gitHooks',
  'git-hooks',
  'ghooks',
  'lefthook',
  'nano-staged',
  'precommit',
  'prepush',
];

function hookChanges(before: Data, after: Data): readonly ProtectedChange[] {
  const changed = HOOK_KEYS.filter((key) => !same(at(before, key), at(after, key)));
  return changed.map((key) => ({
    rule: 'gate-hook',
    protects: 'gate',
    what: `\`${key}\`, which says what runs before a commit, was ${howOf(at(before, key), at(after, key))}.`,
  }));
}

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'preprepare', 'postprepare'];
const SETS_HOOKS_UP = /\b(?:husky|lefthook|simple-git-hooks|pre-commit install|pawl init|hooksPath)\b/u;
const CHECKS =
  /\b(?:pawl(?! init)|semgrep|bandit|gitleaks|trufflehog|snyk|trivy|secretlint|audit-ci|pip-audit|osv-scanner|njsscan|(?:npm|pnpm|yarn)(?: npm)? audit)\b/u;

function scriptChanges(before: Data, after: Data): readonly ProtectedChange[] {
  const was = textsByKey(at(before, 'scripts'));
  const is = textsByKey(at(after, 'scripts'));
  const changes: ProtectedChange[] = [];
  for (const name of INSTALL_SCRIPTS) {
    const script = is.get(name);
    if (script === undefined || script === was.get(name)) continue;
    changes.push({
      rule: 'install-script',
      protects: 'dependency',
      what: `Installing the package runs \`${script}\` now (script \`${name}\`).`,
    });
  }
  for (const [name, script] of was) {
    const now = is.get(name);
    if (now === script || after === undefined) continue;
    const lost = (what: RegExp): boolean =>
      what.test(script) && !(now !== undefined && what.test(now) && !isSoft(now, script));
    if (
      namesOf(SETS_HOOKS_UP, script).some((name) => !namesOf(SETS_HOOKS_UP, now ?? '').includes(name)) ||
      isOff(now, script)
    ) {
      changes.push({
        rule: 'gate-hook',
        protects: 'gate',
        what: `The script \`${name}\` no longer sets the hooks up.`,
      });
    } else if (lost(CHECKS) || (isSecurityTarget(name) && (now === undefined || isSoft(now, script)))) {
      changes.push({
        rule: 'gate-target',
        protects: 'gate',
        what: `The script \`${name}\`, which checks security, was ${howOf(script, now)}.`,
      });
    }
  }
  return changes;
}

function namesOf(pattern: RegExp, script: string): readonly string[] {
  return script.match(new RegExp(pattern.source, 'gu')) ?? [];
}

/** Hooks that are set up to be none. */
function isOff(now: string | undefined, before: string): boolean {
  const off = /\bHUSKY=0\b|hooksPath\s+["']?(?:\/dev\/null|NUL\b|["'])/u;
  return now !== undefined && off.test(now) && !off.test(before);
}

/** A failure that counted and no longer does. */
function isSoft(now: string, before: string): boolean {
  const soft =
    /\|\|\s*(?:true|:|exit 0|echo)|;\s*(?:exit 0|true)\b|--exit-zero|--if-present|^\s*(?:echo|true|:|exit 0)\b/u;
  return soft.test(now) && !soft.test(before);
}

function targetChanges(before: Data, after: Data): readonly ProtectedChange[] {
  const [was, is] = [before, after].map((side) =>
    canonical([entriesOf(at(side, 'nx', 'targets')).filter(([name]) => isSecurityTarget(name))]),
  );
  if (was === is) return [];
  return [{ rule: 'gate-target', protects: 'gate', what: 'A target of the build that checks security was changed.' }];
}

/** Versions that the project forced on dependencies of its dependencies, mostly because the others had a hole. */
export function pinChanges(before: Data, after: Data): readonly ProtectedChange[] {
  const [was, is] = [pinsOf(before), pinsOf(after)];
  const lost = [...was].flatMap(([name, version]) => {
    const now = is.get(name);
    if (now === undefined) {
      return isWantedDirectly(after, name)
        ? []
        : [`\`${name}\` is no longer held to \`${version}\` wherever it is used.`];
    }
    return isOlder(version, now)
      ? [`\`${name}\` is held to an older version: \`${now}\` instead of \`${version}\`.`]
      : [];
  });
  const swapped = [...is].flatMap(([name, version]) =>
    was.get(name) !== version &&
    (ELSEWHERE.test(version) || aliasOf(version, name.replace(/^.*>/u, '')) !== name.replace(/^.*>/u, ''))
      ? [`\`${name}\` is replaced by \`${version}\` wherever it is used.`]
      : [],
  );
  return [...lost, ...swapped].map((what) => ({ rule: 'dependency-source', protects: 'dependency', what }));
}

function isWantedDirectly(manifest: Data, name: string): boolean {
  return [...SHIPPED, DEVELOPMENT].some((group) => at(manifest, group, name) !== undefined);
}

function pinsOf(manifest: Data): ReadonlyMap<string, string> {
  const groups = [at(manifest, 'overrides'), at(manifest, 'resolutions'), at(manifest, 'pnpm', 'overrides')];
  return new Map(groups.flatMap((group) => [...flatPins(group)]));
}

function flatPins(group: Data, above = ''): readonly (readonly [string, string])[] {
  return entriesOf(group).flatMap(([name, value]) =>
    isMap(value) ? flatPins(value, `${above}${name}>`) : [[`${above}${name}`, String(value)] as const],
  );
}

const ELSEWHERE =
  /^(?:git(?:\+[a-z]+)?:|git@|https?:|github:|gitlab:|bitbucket:|gist:|file:|link:|[\w.-]+\/[\w.-]+(?:#.*)?$)/u;

const REGISTRY = /^https:\/\/registry\.(?:npmjs\.org|yarnpkg\.com)\//u;

/** A dependency that no longer comes from the registry. A new one of the same repository is none. */
function sourceChanges(before: Data, after: Data): readonly ProtectedChange[] {
  const was = new Map([...SHIPPED, DEVELOPMENT].flatMap((group) => [...textsByKey(at(before, group))]));
  const is = [...SHIPPED, DEVELOPMENT].flatMap((group) => [...textsByKey(at(after, group))]);
  return is.flatMap(([name, spec]) => {
    const then = was.get(name);
    if (then === spec || before === undefined) return [];
    const isElsewhere =
      ELSEWHERE.test(spec) && !REGISTRY.test(spec) && !(then !== undefined && hostOf(then) === hostOf(spec));
    const isNewAndLocal = then === undefined && /^(?:file|link):/u.test(spec);
    const isOtherName = then !== undefined && /^npm:/u.test(spec) && aliasOf(then, name) !== aliasOf(spec, name);
    if (isNewAndLocal || !(isElsewhere || isOtherName)) return [];
    return [
      {
        rule: 'dependency-source',
        protects: 'dependency',
        what: `\`${name}\` comes from \`${spec}\` and not from the registry${then === undefined ? '' : ` as \`${then}\``}.`,
      } as const,
    ];
  });
}

/** Where a version of a dependency comes from, without which version that is, however it is written. */
function hostOf(spec: string): string {
  if (!ELSEWHERE.test(spec)) return spec;
  const bare = spec
    .replace(/#.*$/u, '')
    .replace(/\.git$/u, '')
    .replace(/\d+(?:\.\d+)+/gu, '');
  return bare.replace(/^(?:git\+)?(?:https?|ssh|git):\/\/(?:[^@/]*@)?github\.com\/|^github:|^git@github\.com:/u, '');
}

function aliasOf(spec: string, name: string): string {
  return /^npm:((?:@[^/]+\/)?[^@]+)/u.exec(spec)?.[1] ?? name;
}

function wantedOf(manifest: Data): Wanted {
  const wanted = new Map<string, { readonly range: string; readonly isShipped: boolean }>();
  for (const [name, range] of textsByKey(at(manifest, DEVELOPMENT))) wanted.set(name, { range, isShipped: false });
  for (const group of [...SHIPPED].reverse()) {
    for (const [name, range] of textsByKey(at(manifest, group))) wanted.set(name, { range, isShipped: true });
  }
  return wanted;
}

function textsByKey(value: Data): ReadonlyMap<string, string> {
  return new Map(entriesOf(value).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : [])));
}

function same(a: Data, b: Data): boolean {
  return canonical(a ?? null) === canonical(b ?? null);
}

function howOf(before: Data, after: Data): 'added' | 'changed' | 'removed' {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}
