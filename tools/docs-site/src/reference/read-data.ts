import { readFile } from 'node:fs/promises';
import type { Environment } from './environment.ts';

/** What each exit status of a command means, by the command and the status. */
export type ExitStatuses = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

export async function readExitStatuses(): Promise<ExitStatuses> {
  return (await readData('exit-status.json')) as ExitStatuses;
}

export async function readEnvironment(): Promise<Environment> {
  return (await readData('environment.json')) as Environment;
}

async function readData(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
}
