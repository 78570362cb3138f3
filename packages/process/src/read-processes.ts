import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** In ticks since the machine started: a pid alone may come to mean another process. */
  readonly startedAt: string;
}

/** Every process of this machine, or none where there is no `/proc`. Reading it never waits for a disk. */
export function readProcesses(): readonly ProcessEntry[] {
  return listed().flatMap((pid) => {
    const stat = readOf(pid, 'stat');
    return stat === undefined ? [] : [parseStat(Number(pid), stat)];
  });
}

function listed(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  } catch {
    return [];
  }
}

/** proc_pid_stat(5). The second field is the program's name in parentheses and may itself hold spaces and parentheses. */
function parseStat(pid: number, stat: string): ProcessEntry {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [, parent, group, session] = fields.map(Number) as [number, number, number, number];
  return { pid, parent, group, session, startedAt: fields[19] ?? '' };
}

/** What these processes hold in memory, in bytes; pages that they share count once for each. */
export function residentBytes(pids: readonly number[]): number {
  return sum(pids, 'status', /^VmRSS:\s+(\d+) kB$/mu);
}

/** The same with each shared page divided among those who share it: exact, and some milliseconds for each gigabyte. */
export function proportionalBytes(pids: readonly number[]): number {
  return sum(pids, 'smaps_rollup', /^Pss:\s+(\d+) kB$/mu);
}

function sum(pids: readonly number[], file: string, size: RegExp): number {
  const sizes = pids.map((pid) => Number(size.exec(readOf(String(pid), file) ?? '')?.[1] ?? 0) * 1024);
  return sizes.reduce((total, each) => total + each, 0);
}

/** A process may end at any moment; then it holds nothing. */
function readOf(pid: string, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
