import { type ProcessEntry, proportionalBytes, readProcesses, residentBytes } from './read-processes.ts';

/** A tool that was started as the leader of its own group and session, with everything that it started. */
export interface ProcessFamily {
  /** Bytes in memory, as of now; 0 where the system does not say. */
  readonly memory: (limit: number) => number;
  readonly kill: () => void;
}

/**
 * The family of a process that leads a group of its own, by its number. Each look remembers whom it saw, so that nobody
 * leaves unseen.
 */
export function familyOf(leader: number): ProcessFamily {
  let known: readonly ProcessEntry[] = [];
  const look = (): readonly number[] => {
    known = membersOf(leader, known, readProcesses());
    return known.map(({ pid }) => pid);
  };
  return {
    memory: (limit) => {
      const members = look();
      const resident = residentBytes(members);
      // A tool that forks shares most of its pages, and must not be charged for each of them several times.
      return resident <= limit ? resident : Math.min(resident, proportionalBytes(members) || resident);
    },
    kill: () => {
      killQuietly(-leader);
      // Those who left the group, as `setsid` does.
      for (const pid of look()) killQuietly(pid);
    },
  };
}

/**
 * Who is in the group or the session, who descends from one of them, and who did at an earlier look: an orphan is given
 * another parent.
 */
function membersOf(
  leader: number,
  known: readonly ProcessEntry[],
  all: readonly ProcessEntry[],
): readonly ProcessEntry[] {
  const earlier = new Map(known.map(({ pid, startedAt }) => [pid, startedAt]));
  const members = new Set(
    all.filter(
      ({ pid, group, session, startedAt }) => group === leader || session === leader || earlier.get(pid) === startedAt,
    ),
  );
  // A set that grows while it is walked is walked to its end.
  for (const { pid } of members) for (const child of all) if (child.parent === pid) members.add(child);
  return [...members];
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}
