import { type Config, isProtected } from '@pawl/config';
import { type GateChange, protectedPart, protectionOf } from '@pawl/verdict';
import type { ChangedFile } from './read-change.ts';
import { isRuleFile } from './rule-faults.ts';
import type { Version } from './version.ts';

type Settings = Pick<Config, 'protect' | 'scanners'>;

/** Whether a file is one of the gate's own, which a lock remembers. */
export function isGateFile(path: string): boolean {
  return protectionOf(path) === 'gate';
}

/**
 * The protected files that are not what they were. One of the gate's own that the lock saw is compared with what the lock
 * saw, because `pawl init` may have written it before it was committed.
 */
export function gateChanges(
  files: readonly ChangedFile[],
  locked: Readonly<Record<string, string | null>> | undefined,
  config: Settings,
): readonly GateChange[] {
  const before = versions(files, 'base');
  const after = versions(files, 'head');
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((file) => {
    const [was, is] = [protectedIn(before.get(file), config), protectedIn(after.get(file), config)];
    const protects = (is ?? was)?.protects;
    if (protects === undefined) return [];
    const then =
      (protects === 'gate' && locked && Object.hasOwn(locked, file) ? locked[file] : was?.state) ?? undefined;
    if (then === is?.state) return [];
    return [{ file, protects, change: then === undefined ? 'added' : is === undefined ? 'deleted' : 'modified' }];
  });
}

type Protected = Pick<GateChange, 'protects'> & {
  /** What must stay as it is. */
  readonly state: string;
};

function protectedIn(version: Version | undefined, config: Settings): Protected | undefined {
  if (version === undefined) return undefined;
  const known = protectionOf(version.file) ?? (isProtected(config, version.file) ? 'deployment' : undefined);
  // Rules are compared one by one, because one more is no change for the worse.
  const whole = known === 'scanner' && isRuleFile(version.file, config) ? undefined : known;
  if (whole !== undefined) return { protects: whole, state: version.blob };
  const part = version.kind === 'text' ? protectedPart(version.file, version.text) : undefined;
  return part && { protects: part.protects, state: part.part };
}

function versions(files: readonly ChangedFile[], side: 'base' | 'head'): ReadonlyMap<string, Version> {
  return new Map(files.flatMap((file) => (file[side] ? [[file[side].file, file[side]] as const] : [])));
}
