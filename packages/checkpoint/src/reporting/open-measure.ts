import type { Repository } from '@pawl/git';
import { type AuditedLock, loadInventory } from '@pawl/ledger';
import { once } from '../once.ts';
import { keptChange } from './kept-change.ts';
import { measureChange } from './measure-change.ts';
import { type MeasureMeans, openInstruments } from './open-instruments.ts';
import type { ReportProgress } from './report-request.ts';
import { stateOfLock } from './state-of-lock.ts';
import { changedBy, type TreeChange, type TreeState } from './tree-state.ts';

/** What was found out of a tree, and of the change that led to it. */
export interface Measured {
  readonly state: TreeState;
  readonly change: TreeChange;
}

/** Measures trees by one lock. */
export interface Measure {
  /** What the locked tree holds. */
  readonly locked: () => Promise<TreeState>;
  /** A tree, and what it changed of its base, both by the names of their trees. */
  of(base: string, tree: string): Promise<Measured>;
  /** What no measure here knows of, each in a sentence. */
  readonly without: () => readonly string[];
  /** Whether a process is started for what is new. */
  readonly isSlow: boolean;
  close(): Promise<void>;
}

export async function openMeasure(
  repository: Repository,
  stored: AuditedLock,
  means: MeasureMeans,
  progress: ReportProgress,
): Promise<Measure> {
  const { lock } = stored;
  const instruments = await openInstruments(repository, stored, means);
  const missed = new Set(instruments.missed);
  const changeOf = async (from: string, to: string): Promise<TreeChange> => {
    const asked = { lock, from, to };
    const change = await keptChange(await instruments.cache(), asked, () => measureChange(from, to, instruments));
    for (const why of change.without) missed.add(`some findings count as they were locked: ${why}`);
    return change;
  };
  const locked = once(async () => stateOfLock(stored, await loadInventory(repository, stored), instruments, progress));
  // Where people moved the protected branch on, what they brought is in the state and not in the change.
  const bases = new Map<string, Promise<TreeState>>();
  const stateOf = (base: string): Promise<TreeState> => {
    if (base === lock.tree) return locked();
    const state = bases.get(base) ?? (async () => changedBy(await locked(), await changeOf(lock.tree, base)))();
    bases.set(base, state);
    return state;
  };
  return {
    locked,
    of: async (base, tree) => {
      const before = await stateOf(base);
      const change = await changeOf(base, tree);
      return { state: changedBy(before, change), change };
    },
    without: () => [...missed],
    isSlow: instruments.scanners.installed.length > 0,
    close: instruments.close,
  };
}
