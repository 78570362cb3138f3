import { NO_CACHE, openCache } from '@pawl/cache';
import { ENGINES } from '@pawl/checkpoint';
import { type Config, readResolvedConfig } from '@pawl/config';
import { gitVersion } from '@pawl/git/porcelain';
import type { TrustedLock } from '@pawl/ledger';
import { run } from '@pawl/process';
import type { CommandResult } from '@pawl/scanner';
import { DoctorError } from '../doctor-error.ts';
import { reading } from '../fact.ts';
import type { Place } from '../place.ts';
import type { ScannerFacts, ToolFacts } from './tool-facts.ts';
import { versionCommands } from './version-command.ts';

/** What is installed, beside what the lock wants; without a lock that counts there is nothing that it wants. */
export async function readToolFacts(place: Place, lock: TrustedLock | undefined): Promise<ToolFacts> {
  const { repository, context } = place;
  const outside = repository.topLevel ?? repository.commonDir;
  const [git, cache, scanners] = await Promise.all([
    reading(() => gitVersion()),
    openCache({ env: context.env, outside }),
    reading(() => (lock === undefined ? [] : readScanners(place, lock))),
  ]);
  return {
    node: process.versions.node,
    git,
    engines: { here: ENGINES, locked: lock?.lock.tools },
    scanners,
    canCache: cache !== NO_CACHE,
  };
}

async function readScanners({ repository, context }: Place, { lock }: TrustedLock): Promise<readonly ScannerFacts[]> {
  const config = readResolvedConfig(lock.configuration);
  const workTree = repository.topLevel ?? repository.gitDir;
  const found: ScannerFacts[] = [];
  for (const [name, argv] of versionCommands(config.scanners)) {
    const pinned = lock.tools.find((tool) => tool.name === name)?.version;
    const said = await reading(() => versionSaid(argv, { workTree, environment: context.env }, config.limits));
    found.push({ name, program: argv[0], pinned, said });
  }
  return found;
}

const MIB = 1024 * 1024;

/** What a tool answers; `undefined` where it is not there. It runs as it would in a check: outside, in private folders. */
async function versionSaid(
  argv: readonly [string, ...string[]],
  where: { readonly workTree: string; readonly environment: Place['context']['env'] },
  { toolMemoryBytes: maxMemoryBytes }: Config['limits'],
): Promise<string | undefined> {
  const steps = [{ argv, okStatus: [0] }] as const;
  const limits = { timeoutMs: 30_000, maxOutputBytes: MIB, maxMemoryBytes };
  const output = await run({ kind: 'command', steps, files: [], own: [], ...limits }, where);
  if (output.kind === 'failed' && output.code === 'tool-missing') return undefined;
  if (output.kind === 'failed') throw new DoctorError('tool-silent', output.why, { next: argv.join(' ') });
  const [step] = (output.value as CommandResult).steps;
  return `${step?.stdout ?? ''}\n${step?.stderr ?? ''}`;
}
