import type { Finding, InvariantFinding, Suppression } from '@pawl/findings';
import { coverageDelta, type CoverageChange } from './coverage-delta.ts';
import { delta, type Pair } from './delta.ts';
import type { Inventory } from './inventory.ts';
import type { Lock, LockedTool } from './lock.ts';
import { compareText } from './order.ts';
import { type SettingChange, settingsDelta } from './settings-delta.ts';
import { suppressionDelta } from './suppression-delta.ts';

/** `unknown`: nobody can tell from the outside, so a person has to look at it like at what is worse. */
export type Direction = 'worse' | 'unknown' | 'better';

/** One difference between a lock and the lock before it: what a person is shown, and accepts or not, one by one (L15). */
export type LockChange = { readonly direction: Direction } & (
  | { readonly kind: 'finding'; readonly finding: Finding }
  | ({ readonly kind: 'worsened' } & Pair)
  | { readonly kind: 'defence'; readonly finding: InvariantFinding }
  | { readonly kind: 'suppression'; readonly suppression: Suppression }
  | ({ readonly kind: 'coverage' } & CoverageChange)
  | { readonly kind: 'gate-file'; readonly file: string; readonly change: 'added' | 'modified' | 'deleted' }
  | {
      readonly kind: 'tool';
      readonly before: NamedTool | undefined;
      readonly after: NamedTool | undefined;
      /** What a new tool finds in code that nobody asked it about before, or what a removed one would still find. */
      readonly findings: readonly Finding[];
    }
  | ({ readonly kind: 'setting' } & SettingChange)
);

export type NamedTool = Pick<LockedTool, 'name' | 'version' | 'rulesDigest'>;

export interface LockSide extends Pick<Lock, 'configuration' | 'gateFiles'> {
  readonly tools: readonly NamedTool[];
  readonly inventory: Inventory;
}

const WORST_FIRST: readonly Direction[] = ['worse', 'unknown', 'better'];

/**
 * What a new lock would change, worse things first. `defences` are those that the code lost since the lock before: an
 * inventory holds what code has, so it cannot tell.
 */
export function lockDelta(
  before: LockSide,
  after: LockSide,
  defences: readonly InvariantFinding[],
): readonly LockChange[] {
  const changes: readonly LockChange[] = [
    ...findingChanges(before, after),
    ...defences.map((finding): LockChange => ({ kind: 'defence', direction: 'worse', finding })),
    ...suppressionChanges(before, after),
    ...toolChanges(before, after),
    ...coverageChanges(before, after),
    ...settingsDelta(before.configuration, after.configuration).map((change): LockChange => {
      return { kind: 'setting', direction: 'unknown', ...change };
    }),
    ...gateFileChanges(before, after),
  ];
  return changes.toSorted((a, b) => WORST_FIRST.indexOf(a.direction) - WORST_FIRST.indexOf(b.direction));
}

/** Only what both locks had the same tool for: the rest is told with its tool. */
function findingChanges(before: LockSide, after: LockSide): readonly LockChange[] {
  const both = toolsInBoth(before, after);
  const known = ({ inventory }: LockSide): readonly Finding[] =>
    inventory.findings.filter(({ tool }) => both.has(tool));
  const { introduced, worsened, resolved } = delta(known(before), known(after));
  return [
    ...introduced.map((finding): LockChange => ({ kind: 'finding', direction: 'worse', finding })),
    ...worsened.map((pair): LockChange => ({ kind: 'worsened', direction: 'worse', ...pair })),
    ...resolved.map((finding): LockChange => ({ kind: 'finding', direction: 'better', finding })),
  ];
}

function suppressionChanges(before: LockSide, after: LockSide): readonly LockChange[] {
  const { introduced, removed } = suppressionDelta(before.inventory.suppressions, after.inventory.suppressions);
  return [
    ...introduced.map((suppression): LockChange => ({ kind: 'suppression', direction: 'worse', suppression })),
    ...removed.map((suppression): LockChange => ({ kind: 'suppression', direction: 'better', suppression })),
  ];
}

/** A new tool that finds nothing is better; one that finds something shows what was there all the time, and a person accepts it. */
function toolChanges(before: LockSide, after: LockSide): readonly LockChange[] {
  const [old, now] = [byName(before.tools), byName(after.tools)];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort(compareText);
  return names.flatMap((name): readonly LockChange[] => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was !== undefined && is !== undefined && isSameTool(was, is)) return [];
    const { findings } = (is === undefined ? before : after).inventory;
    const about = was !== undefined && is !== undefined ? [] : findings.filter(({ tool }) => tool === name);
    const direction = is === undefined ? 'worse' : was === undefined && about.length === 0 ? 'better' : 'unknown';
    return [{ kind: 'tool', direction, before: was, after: is, findings: about }];
  });
}

function coverageChanges(before: LockSide, after: LockSide): readonly LockChange[] {
  const both = toolsInBoth(before, after);
  return coverageDelta(before.inventory.coverage, after.inventory.coverage)
    .filter(({ by }) => both.has(by))
    .map((change): LockChange => {
      return { kind: 'coverage', direction: change.why === undefined ? 'better' : 'worse', ...change };
    });
}

function gateFileChanges(before: LockSide, after: LockSide): readonly LockChange[] {
  const files = [...new Set([...Object.keys(before.gateFiles), ...Object.keys(after.gateFiles)])].sort(compareText);
  return files.flatMap((file): readonly LockChange[] => {
    const [was, is] = [before.gateFiles[file] ?? null, after.gateFiles[file] ?? null];
    if (was === is) return [];
    const change = was === null ? 'added' : is === null ? 'deleted' : 'modified';
    return [{ kind: 'gate-file', direction: 'unknown', file, change }];
  });
}

/** What the structural comparison examines is in the inventory of every lock, by whatever name its tool has. */
function toolsInBoth(before: LockSide, after: LockSide): { readonly has: (name: string) => boolean } {
  const [old, now] = [byName(before.tools), byName(after.tools)];
  return { has: (name) => old.has(name) === now.has(name) };
}

function byName(tools: readonly NamedTool[]): ReadonlyMap<string, NamedTool> {
  return new Map(tools.map((tool) => [tool.name, tool]));
}

function isSameTool(a: NamedTool, b: NamedTool): boolean {
  return a.version === b.version && a.rulesDigest === b.rulesDigest;
}
