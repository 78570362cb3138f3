import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process, so that another one can see whether it still runs. */
export interface Holder {
  readonly pid: number;
  /** When the process started, as the system counts it; a pid alone is used again. `null` where the system does not tell. */
  readonly started: string | null;
  /** Where a pid means the same: containers of one machine may share its name, but not its processes. */
  readonly host: string;
}

export function thisProcess(): Promise<Holder> {
  return processOf(process.pid);
}

/** A process of this machine, as it is known now. */
export async function processOf(pid: number): Promise<Holder> {
  return { pid, started: await startOf(pid), host: await thisHost() };
}

/** `undefined` where the text is not one that a holder wrote to its end. */
export function parseHolder(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof Holder, unknown>> | null;
    if (typeof value !== 'object' || value === null) return undefined;
    const { pid, started, host } = value;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0 || typeof host !== 'string') return undefined;
    return { pid, host, started: typeof started === 'string' ? started : null };
  } catch {
    return undefined;
  }
}

/** Whether this process can see that one. */
export async function isHere({ host }: Holder): Promise<boolean> {
  return host === (await thisHost());
}

/** Whether a process of this machine has surely ended: its number is free, or another one has it. */
export async function hasEnded({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process lives all the same.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  const now = await startOf(pid);
  return started !== null && now !== null && started !== now;
}

/** The 22nd field of Linux' `stat`; the second is a name in brackets that may hold anything. */
async function startOf(pid: number): Promise<string | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  // A container whose first process collects no dead ones keeps them listed for ever.
  return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
}

async function thisHost(): Promise<string> {
  return `${hostname()} ${await readlink('/proc/self/ns/pid').catch(() => '')}`.trim();
}
