import { type Config, isProtected } from '@pawl/config';
import {
  type GateChange,
  gateRuleOf,
  isReplaced,
  type ProtectedChange,
  protectedChanges,
  protectionOf,
} from '@pawl/verdict';
import type { ChangedFile } from './read-change.ts';
import { isRuleFile } from './rule-faults.ts';
import type { Version } from './version.ts';

type Settings = Pick<Config, 'protect' | 'scanners'>;

/** Whether a file is one of the gate's own, or says what an agent may do: a lock remembers it. */
export function isGateFile(path: string): boolean {
  const protects = protectionOf(path);
  return protects === 'gate' || protects === 'harness';
}

/**
 * What a change does to protected files. One of the gate's own that the lock saw is compared with what the lock saw, because
 * `pawl init` may have written it before it was committed.
 */
export function gateChanges(
  files: readonly ChangedFile[],
  locked: Readonly<Record<string, string | null>> | undefined,
  config: Settings,
): readonly GateChange[] {
  const pairs = pairsOf(files, config);
  const added = new Set(pairs.flatMap(({ file, base }) => (base === undefined ? [file] : [])));
  const deleted = new Set(pairs.flatMap(({ file, head }) => (head === undefined ? [file] : [])));
  const told = pairs.flatMap(({ file, base, head }): readonly GateChange[] => {
    if (isAsLocked(file, base, head, locked)) return [];
    const change = base === undefined ? 'added' : head === undefined ? 'deleted' : 'modified';
    const changes = protectedChanges(file, textOf(base), textOf(head), {
      isNamed: isProtected(config, file),
      isRuleFile: isRuleFile(file, config),
      isReplaced: isReplaced(file, added, deleted),
    });
    // Before it was committed the lock saw it, so that it is not new.
    const since = change === 'added' && isKnown(file, locked) ? 'modified' : change;
    return changes.map((told: ProtectedChange) => ({ file, change: since, ...told }));
  });
  return [...told, ...files.flatMap(disarmed)];
}

/** A hook that git may not run says nothing, whatever it holds (H04). One that moved is told as deleted. */
function disarmed({ base, head, isDisarmed = false }: ChangedFile): readonly GateChange[] {
  if (!isDisarmed || head === undefined || base?.file !== head.file) return [];
  const [rule, protects] = [gateRuleOf(head.file), protectionOf(head.file)];
  if (rule === undefined || protects === undefined) return [];
  const what = 'It can no longer be run: its permission to execute was taken away.';
  return [{ file: head.file, change: 'modified', protects, rule, what }];
}

function isKnown(file: string, locked: Readonly<Record<string, string | null>> | undefined): boolean {
  return isGateFile(file) && locked !== undefined && Object.hasOwn(locked, file) && locked[file] !== null;
}

/** Whether it is what the lock saw; what went since then is not, even where the base never had it. */
function isAsLocked(
  file: string,
  base: Version | undefined,
  head: Version | undefined,
  locked: Readonly<Record<string, string | null>> | undefined,
): boolean {
  if (base?.blob === head?.blob) return true;
  return isKnown(file, locked) && head !== undefined && locked?.[file] === head.blob;
}

/** What cannot be read as a text says what nothing else says. */
function textOf(version: Version | undefined): string | undefined {
  return version?.kind === 'text' ? version.text : version && `\0${version.blob}`;
}

interface Pair {
  readonly file: string;
  readonly base: Version | undefined;
  readonly head: Version | undefined;
}

/**
 * Both sides by path. A file that moved is gone where it was, unless it says the same from its new place: a workflow, a
 * manifest or a lock file that only got another name or folder.
 */
function pairsOf(files: readonly ChangedFile[], config: Settings): readonly Pair[] {
  const before = versions(files, 'base');
  const after = versions(files, 'head');
  const moved = files.filter((each) => each.base && each.head && isSameKind(each.base.file, each.head.file, config));
  const from = new Map(
    moved.flatMap(({ base, head }) =>
      base && head && !before.has(head.file) && !after.has(base.file) ? [[head.file, base] as const] : [],
    ),
  );
  const gone = new Set([...from.values()].map(({ file }) => file));
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => !gone.has(path)).sort();
  return paths.map((file) => ({ file, base: before.get(file) ?? from.get(file), head: after.get(file) }));
}

function isSameKind(a: string, b: string, config: Settings): boolean {
  const isWhole = (path: string): boolean => protectionOf(path) !== undefined || isProtected(config, path);
  if (a === b || isWhole(a) || isWhole(b)) return false;
  const folderOfPipelines = /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/u;
  return nameOf(a) === nameOf(b) || (folderOfPipelines.test(a) && folderOfPipelines.test(b));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function versions(files: readonly ChangedFile[], side: 'base' | 'head'): ReadonlyMap<string, Version> {
  return new Map(files.flatMap((file) => (file[side] ? [[file[side].file, file[side]] as const] : [])));
}
